/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/suppression.h"

#include "base/vec.h"
#include "data/yaml.h"
#include "rule/keys.h"
#include "suite.h"
#include "verdict/suppress.h"

#define CLAIM "- claim: shut\n  quote: the pier is shut\n"
#define WHOLE CLAIM "  reason: known\n  until: 2031-06-30\n"

struct loaded {
    struct xc_arena arena;
    struct xc_problems problems;
    struct xc_suppression_vec suppressions;
    struct xc_loading loading;
};

static void
setup(struct loaded *loaded)
{
    *loaded = (struct loaded){.suppressions = {NULL, 0, 0}};
    xc_arena_init(&loaded->arena);
    xc_problems_init(&loaded->problems, &loaded->arena);
}

/* Loads a list that is a file by itself. */
static void
load(struct loaded *loaded, const char *text)
{
    struct xc_node *root = NULL;

    loaded->loading = (struct xc_loading){.path = XC_STR("xclaim.yaml"),
                                          .text = xc_str_of(text),
                                          .arena = &loaded->arena,
                                          .problems = &loaded->problems};
    ck_assert_int_eq(xc_yaml_parse(loaded->loading.text, loaded->loading.path, 1,
                                   XC_PROBLEM_RULE, &loaded->arena, &root,
                                   &loaded->problems),
                     XC_OK);
    ck_assert_int_eq(xc_field_index_lines(&loaded->loading), XC_OK);
    ck_assert_int_eq(
        xc_suppressions_load(&loaded->loading, root, &loaded->suppressions), XC_OK);
}

START_TEST(suppressions_load_whole_gives_all_fields)
{
    const struct xc_suppression *suppression;
    struct loaded loaded;

    setup(&loaded);
    load(&loaded, "- claim: pier/shut\n"
                  "  quote: The pier\n"
                  "  source: a.md\n"
                  "  kind: single-origin\n"
                  "  reason: known\n"
                  "  until: 2031-06-30\n" WHOLE);
    ck_assert_uint_eq(loaded.problems.n, 0);
    ck_assert_uint_eq(loaded.suppressions.n, 2);
    suppression = &loaded.suppressions.items[0];
    ck_assert(xc_str_is(suppression->on.topic, "pier"));
    ck_assert(xc_str_is(suppression->on.claim, "shut"));
    ck_assert(xc_str_is(suppression->on.words, " the pier "));
    ck_assert(xc_str_is(suppression->on.source, "a.md"));
    ck_assert(xc_str_is(suppression->on.path, "xclaim.yaml"));
    ck_assert_uint_eq(suppression->on.line, 2);
    ck_assert_uint_eq(suppression->on.column, 10);
    ck_assert(xc_str_is(suppression->kind, "single-origin"));
    ck_assert(xc_str_is(suppression->reason, "known"));
    ck_assert_int_eq(suppression->until.month, 6);
    ck_assert_uint_eq(suppression->article.len, 0);
    ck_assert_uint_eq(loaded.suppressions.items[1].kind.len, 0);
    ck_assert_uint_eq(loaded.suppressions.items[1].on.source.len, 0);
    xc_arena_release(&loaded.arena);
}
END_TEST

static const struct {
    const char *text;
    size_t line;
    size_t column;
    const char *message;
    const char *hint; /* NULL: any */
} fault_rows[] = {
    {"{claim: shut}\n", 1, 1, "'suppressions' is a list of suppressions",
     "begin each suppression with a dash, as in - claim: tied"},
    {"- shut\n", 1, 3, "a suppression is expected here", NULL},
    {"- {quote: q, reason: r, until: 2031-06-30}\n", 1, 3,
     "a suppression needs the key 'claim'", NULL},
    {"- {claim: c, reason: r, until: 2031-06-30}\n", 1, 3,
     "a suppression needs the key 'quote'", NULL},
    {CLAIM "  until: 2031-06-30\n", 1, 3, "a suppression needs the key 'reason'", NULL},
    {CLAIM "  reason: r\n", 1, 3, "a suppression needs the key 'until'", NULL},
    {CLAIM "  reason: ''\n  until: 2031-06-30\n", 3, 11, "'reason' is empty", NULL},
    {CLAIM "  reason: r\n  until: 2031-06-31\n", 4, 10, "there is no 2031-06-31", NULL},
    {CLAIM "  reason: r\n  until: forever\n", 4, 10, "'forever' is no day",
     "write the day as YYYY-MM-DD"},
    {WHOLE "  kind: single-orign\n", 5, 9, "'kind' can't be 'single-orign'",
     "did you mean 'single-origin'? the words for it are contradicts-record, "
     "contradicts-itself, uncorroborated, single-origin, corroborates, changes-record, "
     "hidden-text, contradiction, single-source, agreement, unsettled"},
    {WHOLE "  kind: unused-suppression\n", 5, 9, "'kind' can't be 'unused-suppression'",
     NULL},
    {WHOLE "  untill: 2031-07-30\n", 5, 3, "unknown key 'untill' in a suppression",
     "did you mean 'until'? the keys are claim, quote, source, kind, reason, until"},
    {WHOLE "  date: 2031-05-09\n", 5, 3, "unknown key 'date' in a suppression", NULL},
};

static void
check_problem(const struct xc_problem *problem, size_t row)
{
    ck_assert_msg(xc_str_is(problem->message, fault_rows[row].message),
                  "row %zu: '%.*s', not '%s'", row, (int)problem->message.len,
                  problem->message.ptr, fault_rows[row].message);
    ck_assert_msg(problem->line == fault_rows[row].line &&
                      problem->column == fault_rows[row].column,
                  "row %zu: %zu:%zu", row, problem->line, problem->column);
    ck_assert_msg(fault_rows[row].hint == NULL ||
                      xc_str_is(problem->hint, fault_rows[row].hint),
                  "row %zu: '%.*s'", row, (int)problem->hint.len, problem->hint.ptr);
    ck_assert_int_eq(problem->kind, XC_PROBLEM_RULE);
}

START_TEST(suppressions_load_fault_is_told_and_left_out)
{
    size_t i;

    for (i = 0; i < XC_COUNT(fault_rows); i++) {
        struct loaded loaded;

        setup(&loaded);
        load(&loaded, fault_rows[i].text);
        ck_assert_msg(loaded.problems.n == 1, "row %zu: %zu problems", i,
                      loaded.problems.n);
        ck_assert_uint_eq(loaded.loading.n_faults, 1);
        ck_assert_uint_eq(loaded.suppressions.n, 0);
        check_problem(&loaded.problems.items[0], i);
        xc_arena_release(&loaded.arena);
    }
}
END_TEST

START_TEST(suppressions_load_keeps_the_ones_without_fault)
{
    struct loaded loaded;

    setup(&loaded);
    load(&loaded, CLAIM "  reason: r\n" WHOLE);
    ck_assert_uint_eq(loaded.problems.n, 1);
    ck_assert_uint_eq(loaded.suppressions.n, 1);
    ck_assert(xc_str_is(loaded.suppressions.items[0].reason, "known"));
    xc_arena_release(&loaded.arena);
}
END_TEST

static bool
is_of_settings(enum xc_finding_kind kind)
{
    return kind == XC_FINDING_UNUSED_SUPPRESSION ||
           kind == XC_FINDING_UNUSED_DECISION || kind == XC_FINDING_EXPIRED_SUPPRESSION;
}

/* Every kind that is about a sentence can be suppressed, and no other. */
START_TEST(suppressed_words_are_kinds_of_findings)
{
    size_t n = 0;
    int i;

    for (i = 0; i < XC_N_FINDING_KINDS; i++) {
        if (is_of_settings((enum xc_finding_kind)i))
            continue;
        ck_assert_pstr_eq(xc_words_of_suppressed[n],
                          xc_finding_kind_name((enum xc_finding_kind)i));
        n++;
    }
    ck_assert_ptr_null(xc_words_of_suppressed[n]);
}
END_TEST

static struct xc_finding
finding(const char *claim, const char *path, const char *quote)
{
    return (struct xc_finding){.kind = XC_FINDING_UNCORROBORATED,
                               .severity = XC_SEVERITY_WARNING,
                               .topic = XC_STR("pier"),
                               .claim = xc_str_of(claim),
                               .source = xc_str_of(path),
                               .path = xc_str_of(path),
                               .before = XC_STR("On Monday "),
                               .quote = xc_str_of(quote),
                               .after = XC_STR(", they said.")};
}

/* One finding, one suppression: what comes of it. */
static const struct {
    const char *name;
    const char *fields; /* of the suppression, in place of claim and quote */
    const char *article;
    const char *until;
    const char *comes; /* "suppressed", or the kind of the finding about it */
} fit_rows[] = {
    {"claim and quote", "claim: shut\n  quote: The pier IS shut", "", "2031-06-30",
     "suppressed"},
    {"words around the match", "claim: shut\n  quote: 'on monday the PIER'", "",
     "2031-06-30", "suppressed"},
    {"one word differs", "claim: shut\n  quote: the pier was shut", "", "2031-06-30",
     "unused-suppression"},
    {"a piece of a word", "claim: shut\n  quote: the pie", "", "2031-06-30",
     "unused-suppression"},
    {"topic and claim", "claim: pier/shut\n  quote: the pier", "", "2031-06-30",
     "suppressed"},
    {"another topic", "claim: quay/shut\n  quote: the pier", "", "2031-06-30",
     "unused-suppression"},
    {"another claim", "claim: open\n  quote: the pier", "", "2031-06-30",
     "unused-suppression"},
    {"a claim of no rule", "claim: shutt\n  quote: the pier", "", "2031-06-30",
     "unused-suppression"},
    {"its source", "claim: shut\n  quote: the pier\n  source: a.md", "", "2031-06-30",
     "suppressed"},
    {"another source", "claim: shut\n  quote: the pier\n  source: b.md", "",
     "2031-06-30", "unused-suppression"},
    {"its kind", "claim: shut\n  quote: the pier\n  kind: uncorroborated", "",
     "2031-06-30", "suppressed"},
    {"another kind", "claim: shut\n  quote: the pier\n  kind: single-origin", "",
     "2031-06-30", "unused-suppression"},
    {"in its own front matter", "claim: shut\n  quote: the pier", "news/a.md",
     "2031-06-30", "suppressed"},
    {"in another's", "claim: shut\n  quote: the pier", "news/b.md", "2031-06-30",
     "unused-suppression"},
    {"on its last day", "claim: shut\n  quote: the pier", "", "2031-05-09",
     "suppressed"},
    {"the day after", "claim: shut\n  quote: the pier", "", "2031-05-08",
     "expired-suppression"},
    {"over, and of no use anyway", "claim: open\n  quote: the pier", "", "2031-05-08",
     "expired-suppression"},
};

static void
check_suppressed(const struct xc_findings *findings, size_t row)
{
    const struct xc_finding *finding = &findings->items[0];

    ck_assert_msg(findings->n == 1 && finding->is_suppressed, "%s", fit_rows[row].name);
    ck_assert(xc_str_is(finding->suppression.reason, "known"));
    ck_assert(xc_str_is(finding->suppression.until, fit_rows[row].until));
    ck_assert(xc_str_is(finding->suppression.path, "xclaim.yaml"));
    ck_assert_uint_eq(finding->suppression.line, 2);
}

static void
check_told(const struct xc_findings *findings, size_t row)
{
    const struct xc_finding *about = &findings->items[1];

    ck_assert_msg(findings->n == 2 && !findings->items[0].is_suppressed, "%s",
                  fit_rows[row].name);
    ck_assert_str_eq(xc_finding_kind_name(about->kind), fit_rows[row].comes);
    ck_assert(xc_str_is(about->path, "xclaim.yaml"));
    ck_assert_uint_eq(about->line, 2);
    ck_assert_int_eq(about->severity, XC_SEVERITY_WARNING);
    ck_assert(!about->is_suppressed);
}

START_TEST(suppression_fits_by_claim_quote_source_kind_and_day)
{
    const struct xc_date today = {2031, 5, 9};
    size_t i;

    for (i = 0; i < XC_COUNT(fit_rows); i++) {
        struct xc_finding items[] = {finding("shut", "news/a.md", "the pier is shut")};
        struct xc_findings findings = {.items = items, .n = 1, .cap = 1};
        struct loaded loaded;
        struct xc_str text;

        setup(&loaded);
        text = xc_arena_printf(&loaded.arena, "- %s\n  reason: known\n  until: %s\n",
                               fit_rows[i].fields, fit_rows[i].until);
        load(&loaded, text.ptr);
        ck_assert_uint_eq(loaded.suppressions.n, 1);
        loaded.suppressions.items[0].article = xc_str_of(fit_rows[i].article);
        ck_assert_int_eq(xc_suppressions_apply(&findings, &loaded.suppressions, today,
                                               &loaded.arena),
                         XC_OK);
        if (strcmp(fit_rows[i].comes, "suppressed") == 0)
            check_suppressed(&findings, i);
        else
            check_told(&findings, i);
        xc_arena_release(&loaded.arena);
    }
}
END_TEST

START_TEST(suppressions_of_several_that_fit_the_first_is_named)
{
    const struct xc_date today = {2031, 5, 9};
    struct xc_finding items[] = {finding("shut", "a.md", "the pier is shut"),
                                 finding("shut", "b.md", "the pier is shut"),
                                 finding("shut", "b.md", "the quay is shut")};
    struct xc_findings findings = {.items = items, .n = 3, .cap = 3};
    struct loaded loaded;

    setup(&loaded);
    load(&loaded, CLAIM "  reason: first\n  until: 2031-06-30\n" CLAIM
                        "  reason: second\n  until: 2031-06-30\n");
    ck_assert_int_eq(
        xc_suppressions_apply(&findings, &loaded.suppressions, today, &loaded.arena),
        XC_OK);
    ck_assert_uint_eq(findings.n, 3);
    ck_assert(xc_str_is(findings.items[0].suppression.reason, "first"));
    ck_assert(xc_str_is(findings.items[1].suppression.reason, "first"));
    ck_assert(!findings.items[2].is_suppressed);
    xc_arena_release(&loaded.arena);
}
END_TEST

START_TEST(suppressions_never_act_on_findings_about_settings)
{
    const struct xc_date today = {2031, 5, 9};
    struct xc_finding items[] = {finding("shut", "d.yaml", "the pier is shut")};
    struct xc_findings findings = {.items = items, .n = 1, .cap = 1};
    struct loaded loaded;

    setup(&loaded);
    items[0].kind = XC_FINDING_UNUSED_DECISION;
    load(&loaded, WHOLE);
    ck_assert_int_eq(
        xc_suppressions_apply(&findings, &loaded.suppressions, today, &loaded.arena),
        XC_OK);
    ck_assert_uint_eq(findings.n, 2);
    ck_assert(!findings.items[0].is_suppressed);
    ck_assert_int_eq(findings.items[1].kind, XC_FINDING_UNUSED_SUPPRESSION);
    xc_arena_release(&loaded.arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        suppressions_load_whole_gives_all_fields,
        suppressions_load_fault_is_told_and_left_out,
        suppressions_load_keeps_the_ones_without_fault,
        suppressed_words_are_kinds_of_findings,
        suppression_fits_by_claim_quote_source_kind_and_day,
        suppressions_of_several_that_fit_the_first_is_named,
        suppressions_never_act_on_findings_about_settings,
        NULL,
    };

    return suite_run("suppression", tests);
}
