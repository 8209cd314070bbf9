/* SPDX-License-Identifier: Apache-2.0 */
/* Decisions and front matter's suppressions in a run of articles. */
#include "config.h"

#include "engine/decide.h"

#include "base/vec.h"
#include "reader_bench.h"
#include "rule/loader.h"
#include "suite.h"

static const char rules[] = "xclaim: 1\n"
                            "topic: tern-light\n"
                            "claims:\n"
                            "  - id: lamp-dark\n"
                            "    statement: The lamp went dark.\n"
                            "    match: lamp .. go dark\n"
                            "  - id: gate-shut\n"
                            "    statement: The gate was shut.\n"
                            "    match: gate .. shut\n";

struct article {
    const char *path;
    const char *text;
};

static struct xc_arena arena; /* of lexicon and rules */
static struct xc_lexicon lexicon;
static struct xc_topic_vec topics;
static struct xc_engine engine;

static void
open_engine(void)
{
    struct xc_problems problems;

    xc_problems_init(&problems, &arena);
    if (xc_lexicon_load(&arena, &lexicon, &problems) != XC_OK ||
        xc_rule_load(&lexicon, XC_STR("rules.yaml"), xc_str_of(rules), &arena, &topics,
                     &problems) != XC_OK ||
        xc_engine_new(&lexicon, &topics, &arena, &engine) != XC_OK)
        abort();
}

static void
close_engine(void)
{
    xc_topics_release(&topics);
    xc_arena_release(&arena);
}

static void
add(struct xc_run *run, struct xc_worker *worker, const struct article *article)
{
    const struct xc_document document = {.format = XC_FORMAT_MARKDOWN,
                                         .path = xc_str_of(article->path),
                                         .bytes = xc_str_of(article->text)};
    struct xc_source source;

    ck_assert_int_eq(
        xc_reader_read(reader, &document, &worker->article, &source, &run->problems),
        XC_OK);
    ck_assert_int_eq(xc_run_add(run, worker, &source), XC_OK);
    xc_arena_reset(&worker->article);
}

/* A finished run over the articles, NULL-ended. */
static void
run_over(struct xc_run *run, const struct article *articles,
         const struct xc_decisions *decisions)
{
    const struct xc_run_filter all = {.n_verdicts = 0};
    struct xc_worker worker;

    ck_assert_int_eq(xc_worker_init(&engine, &worker), XC_OK);
    xc_run_init(run, &engine);
    run->decisions = decisions;
    for (; articles->path != NULL; articles++)
        add(run, &worker, articles);
    ck_assert_int_eq(xc_run_finish(run, &all), XC_OK);
    xc_worker_release(&worker);
}

/* The decisions of a file, in the arena of *problems. */
static struct xc_decisions
decisions_of(const char *entries, struct xc_problems *problems)
{
    struct xc_decisions decisions = {NULL, 0, 0};
    struct xc_str text =
        xc_arena_printf(problems->arena, "xclaim: 1\ndecisions:\n%s", entries);

    ck_assert_int_eq(xc_decisions_load(XC_STR("d.yaml"), text, problems->arena,
                                       &decisions, problems),
                     XC_OK);
    xc_decisions_sort(&decisions);
    return decisions;
}

#define DECISION(claim, quote, more)                                                   \
    "- {claim: " claim ", quote: " quote ", reason: r, date: 2031-05-09, " more "}\n"

/* What is said of the claim by two articles, as decided. */
START_TEST(decide_changes_what_is_judged)
{
    static const struct article articles[] = {
        {"a.md", "The lamp went dark, said Ida Marlow."},
        {"b.md", "The lamp never went dark."},
        {NULL, NULL},
    };
    static const struct {
        const char *entries;
        enum xc_verdict verdict;
        size_t n_origins;
    } rows[] = {
        {"- {claim: gate-shut, quote: gate, decision: denied, reason: r, date: "
         "2031-05-09}\n",
         XC_VERDICT_CONTRADICTION, 2},
        {DECISION("lamp-dark", "lamp never", "decision: not-about"),
         XC_VERDICT_SINGLE_SOURCE, 1},
        {DECISION("lamp-dark", "lamp never", "decision: asserted"),
         XC_VERDICT_AGREEMENT, 2},
        {DECISION("lamp-dark", "said Ida", "decision: questioned"),
         XC_VERDICT_SINGLE_SOURCE, 1},
        {DECISION("lamp-dark", "lamp", "decision: hypothetical"), XC_VERDICT_UNSETTLED,
         0},
        {DECISION("lamp-dark", "lamp", "decision: not-about"), XC_VERDICT_SILENT, 0},
        {DECISION("lamp-dark", "lamp", "decision: not-about, source: a.md"),
         XC_VERDICT_SINGLE_SOURCE, 1},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_problems problems;
        struct xc_decisions decisions;
        struct xc_arena scratch;
        struct xc_run run;

        xc_arena_init(&scratch);
        xc_problems_init(&problems, &scratch);
        decisions = decisions_of(rows[i].entries, &problems);
        run_over(&run, articles, &decisions);
        ck_assert_msg(run.claims[0].verdict == rows[i].verdict, "row %zu: %s", i,
                      xc_verdict_name(run.claims[0].verdict));
        ck_assert_uint_eq(run.claims[0].n_origins, rows[i].n_origins);
        ck_assert_uint_eq(run.claims[0].n_mentions, 2);
        xc_run_release(&run);
        xc_arena_release(&scratch);
    }
}
END_TEST

static void
check_unused(const struct xc_finding *finding, const struct xc_problem *problem,
             size_t line, const char *message)
{
    ck_assert_int_eq(finding->kind, XC_FINDING_UNUSED_DECISION);
    ck_assert(xc_str_is(finding->message, message));
    ck_assert_uint_eq(finding->line, line);
    ck_assert_int_eq(problem->kind, XC_PROBLEM_DECISION);
    ck_assert(xc_str_is(problem->message, message));
    ck_assert_uint_eq(problem->line, line);
    ck_assert(!xc_problem_loses_input(problem->kind));
}

/* Every kind of unused decision, as the finding that `check` lists. */
START_TEST(decide_finds_what_is_unused)
{
    static const struct article articles[] = {
        {"news/a.md", "The lamp went dark."},
        {NULL, NULL},
    };
    static const char entries[] =
        DECISION("lamp-dark", "lamp", "decision: denied")                     /* used */
        DECISION("lamp-dark", "lamps", "decision: denied")                    /* 4 */
        DECISION("lamp-dark", "lamps", "decision: denied, source: a.md")      /* 5 */
        DECISION("lamp-dark", "lamps", "decision: denied, source: b.md")      /* not */
        DECISION("other/lamp-dark", "lamp", "decision: denied, source: b.md") /* 7 … */
        DECISION("lamp-drak", "lamp", "decision: denied");                    /* … */
    static const struct {
        size_t line;
        const char *message;
    } rows[] = {
        {4, "the decision fits nothing: no mention of lamp-dark has these words"},
        {5, "the decision fits nothing: no mention of lamp-dark in a.md has these "
            "words"},
        {7, "no rule file has the claim 'other/lamp-dark' (such decisions: 2)"},
    };
    struct xc_findings findings = {.n = 0};
    struct xc_problems problems;
    struct xc_decisions decisions;
    struct xc_arena scratch;
    struct xc_run run;
    size_t i;

    xc_arena_init(&scratch);
    xc_problems_init(&problems, &scratch);
    decisions = decisions_of(entries, &problems);
    run_over(&run, articles, &decisions);
    ck_assert_int_eq(xc_decide_find_unused(&run, &findings), XC_OK);
    ck_assert_int_eq(xc_decide_tell_unused(&run), XC_OK);
    ck_assert_uint_eq(findings.n, XC_COUNT(rows));
    ck_assert_uint_eq(run.problems.n, XC_COUNT(rows));
    for (i = 0; i < findings.n; i++)
        check_unused(&findings.items[i], &run.problems.items[i], rows[i].line,
                     rows[i].message);
    xc_run_release(&run);
    xc_arena_release(&scratch);
}
END_TEST

/* Of two articles with one url the second goes, and with it what it suppresses. */
START_TEST(run_keeps_suppressions_of_articles_that_stay)
{
    static const struct article rows[][3] = {
        {{"a.md", "The lamp went dark."}, {NULL, NULL}},
        {{"a.md", "---\nurl: u\n---\nThe lamp went dark."},
         {"b.md", "---\nurl: u\nsuppressions:\n- {claim: lamp-dark, quote: lamp, "
                  "reason: known, until: 2031-06-30}\n---\nThe lamp went dark."},
         {NULL, NULL}},
        {{"b.md", "---\nurl: v\nsuppressions:\n- {claim: lamp-dark, quote: lamp, "
                  "reason: known, until: 2031-06-30}\n---\nThe lamp went dark."},
         {"a.md", "---\nurl: u\n---\nThe lamp went dark."},
         {NULL, NULL}},
    };
    static const size_t n_kept[] = {0, 0, 1};
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_run run;

        run_over(&run, rows[i], NULL);
        ck_assert_uint_eq(run.suppressions.n, n_kept[i]);
        if (n_kept[i] > 0) {
            ck_assert(xc_str_is(run.suppressions.items[0].article, "b.md"));
            ck_assert(xc_str_is(run.suppressions.items[0].on.path, "b.md"));
            ck_assert_uint_eq(run.suppressions.items[0].on.line, 4);
        }
        xc_run_release(&run);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        decide_changes_what_is_judged,
        decide_finds_what_is_unused,
        run_keeps_suppressions_of_articles_that_stay,
        NULL,
    };
    int result;

    reader_open();
    open_engine();
    result = suite_run("decide", tests);
    close_engine();
    return reader_close(result);
}
