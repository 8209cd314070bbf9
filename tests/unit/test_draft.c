/* SPDX-License-Identifier: Apache-2.0 */
/* Drafts of statements: their words, their patterns, their YAML; and the starter file. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "author/draft.h"
#include "author/examples.h"
#include "base/limits.h"
#include "base/vec.h"
#include "report/draft.h"
#include "report/starter.h"
#include "rule/loader.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_lexicon lexicon;
static struct xc_problems problems;
static struct xc_drafting drafting;

static void
begin(void)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    ck_assert_int_eq(xc_lexicon_load(&arena, &lexicon, &problems), XC_OK);
    ck_assert_int_eq(xc_drafting_init(&lexicon, &arena, &problems, &drafting), XC_OK);
}

static void
end(void)
{
    xc_arena_release(&arena);
}

struct memory {
    char *items;
    size_t n;
    size_t cap;
};

static bool
keep(void *context, const char *bytes, size_t len)
{
    struct memory *memory = context;
    size_t i;

    for (i = 0; i < len; i++) {
        char *slot = XC_VEC_ADD(memory, &arena);

        ck_assert_ptr_nonnull(slot);
        *slot = bytes[i];
    }
    return true;
}

/* "id | pattern | pattern". */
static struct xc_str
shown(const struct xc_draft *draft)
{
    struct xc_str out = draft->id;
    size_t i;

    for (i = 0; i < draft->patterns.n; i++) {
        const struct xc_str *pattern = &draft->patterns.items[i];

        out = xc_arena_printf(&arena, "%.*s | %.*s", (int)out.len, out.ptr,
                              (int)pattern->len, pattern->ptr);
    }
    return out;
}

#define NEGATED " & (not|no|never|none|nobody|nothing|nowhere|neither|without) .. "

static const struct {
    const char *statement;
    const char *expected;
} draft_rows[] = {
    /* Rare words go first; a name is found by its surname. */
    {"Ellery Quillan tied the corset",
     "ellery-quillan-tied-corset | 2 of ([Ellery] Quillan|(tied|trussed|bind)|corset)"},
    /* A last word that is an everyday word does not do for the name. */
    {"Gull Bridge was cancelled", "gull-bridge-cancelled | 2 of (Gull "
                                  "Bridge|(cancelled|cancellation|scratch|scrub))"},
    /* The first word is no name for its capital. */
    {"Bridges collapsed", "bridges-collapsed | (collapsed|founder) & (bridges|span)"},
    /* What is counted names the slot; the figure counts by itself. */
    {"Nine gulls escaped",
     "gulls-escaped | [{gulls:count}] gulls & 1 of (9|(escaped|loose)) | "
     "2 of (9|(escaped|loose)) & {gulls:count} gulls | 2 of (9|(escaped|loose))"},
    /* A value with its unit is a slot of its own. */
    {"The corset weighs 30 kg",
     "corset-weighs | 2 of (corset|weighs) & {size:measure} | 2 of (corset|weighs) | "
     "1 of (corset|weighs) & 30 & {size:measure} | 1 of (corset|weighs) & 30"},
    /* A number that ends a name counts nothing. */
    {"Channel 4 apologised",
     "channel-4-apologised | apologised & 1 of (channel|4) | 2 of (channel|4)"},
    /* Capitals everywhere name nothing. */
    {"GULL BRIDGE SHUT", "gull-bridge-shut | 2 of (GULL|(bridge|span)|(shut|unopen))"},
    /* A negated statement asks for the negator. */
    {"Nobody scrubbed", "scrubbed | (scrubbed|scour)" NEGATED "(scrubbed|scour)"},
    /* Before the verb, when the noun has a slot already. */
    {"No three men scrubbed",
     "men-scrubbed | (scrubbed|scour) & 3 & {men:count} "
     "(men|manpower|workforce|serviceman)" NEGATED "(scrubbed|scour) | "
     "(scrubbed|scour) & 3" NEGATED "(scrubbed|scour) | "
     "(scrubbed|scour) & [{men:count}] (men|manpower|workforce|serviceman)" NEGATED
     "(scrubbed|scour) | "
     "3 & [{men:count}] (men|manpower|workforce|serviceman)" NEGATED
     "(scrubbed|scour)"},
    /* Nothing but small words: all of them. */
    {"It is not that", "it-is-not-that | it is not that"},
    /* What the pattern language would take for its own is escaped or left out. */
    {"f**k {x} <corset> (a|b) & /y/", "fk-corset | 2 of (f**k|corset)"},
    {"Zoë’s corset", "zoe-corset | 2 of (Zoë|corset)"},
};

START_TEST(draft_of_a_statement_has_these_patterns)
{
    struct xc_place place = {.path = XC_STR("row")};
    struct xc_draft_vec drafts = {NULL, 0, 0};
    size_t n_failed = 0;
    size_t i;

    begin();
    for (i = 0; i < XC_COUNT(draft_rows); i++) {
        struct xc_str made;

        ck_assert_int_eq(xc_draft_add(&drafting, xc_str_of(draft_rows[i].statement),
                                      &place, &drafts),
                         XC_OK);
        made = shown(&drafts.items[i]);
        if (xc_str_is(made, draft_rows[i].expected))
            continue;
        n_failed++;
        fprintf(stderr, "%s\n  made     %.*s\n  expected %s\n", draft_rows[i].statement,
                (int)made.len, made.ptr, draft_rows[i].expected);
    }
    ck_assert_uint_eq(n_failed, 0);
    end();
}
END_TEST

/* Statements that a careless writer of YAML or of patterns breaks on. */
static const char *const hard_statements[] = {
    "Three men tied the corset.",
    "- dash: first, \"quoted\" #1 & 'more'",
    "# no comment",
    "{a: b}",
    "[a, b]",
    "yes",
    "null",
    "1.5e3",
    "=",
    "a = b | c > d",
    "!tag &anchor *alias @x `y` %z",
    "back\\slash \\n \\u0041",
    "tab\there",
    "Zoë said: “naïve café” … 東京 😀",
    "bell \a escape \x1b[31m red",
    "right\xE2\x80\xAEtfel mark\xE2\x80\x8B\xEF\xBB\xBF",
    "next\xC2\x85line\xE2\x80\xA8separators",
    "See https://example.org/a/very/long/address/that/goes/on/and/on/and/on?x=1&y=2",
    "/regex/",
    "3 of (a|b)",
    "<term> {slot:count} [optional] .. gap",
    "C++ and C# cost $3.5m, 40% more than in 2015.",
    "Between 4,000 and 5,000 of 20,000 ducks died within 20 years, on 6 May 2014.",
    "It is what it is.",
    "It is what it is.",
    "Mr. J. R. R. van der Tolk-Smythe-Jones-Brown-Green of Port Ellery",
    "THREE MEN TIED THE CORSET",
    "A",
    "7",
    "?!a",
};

START_TEST(draft_of_hard_statements_loads_word_for_word)
{
    struct xc_draft_style style = {.topic = XC_STR("t"), .title = XC_STR("t")};
    struct xc_place place = {.path = XC_STR("row")};
    struct xc_draft_vec drafts = {NULL, 0, 0};
    struct xc_topic_vec topics = {NULL, 0, 0};
    struct memory memory = {NULL, 0, 0};
    struct xc_sink sink = {keep, &memory, false};
    size_t i;
    size_t k;

    begin();
    for (i = 0; i < XC_COUNT(hard_statements); i++) {
        struct xc_str statement = xc_str_of(hard_statements[i]);
        enum xc_status status = xc_draft_add(&drafting, statement, &place, &drafts);

        if (i == 8) /* "=" holds no word */
            ck_assert_int_eq(status, XC_BAD_RULE);
        else
            ck_assert_msg(status == XC_OK, "%s", hard_statements[i]);
    }
    style.all_examples = true;
    xc_report_drafts(&drafts, &style, &sink);
    problems.n = 0;
    if (xc_rule_load(&lexicon, XC_STR("t"), (struct xc_str){memory.items, memory.n},
                     &arena, &topics, &problems) != XC_OK)
        ck_abort_msg("%s:%zu: %s", problems.items[0].path.ptr, problems.items[0].line,
                     problems.items[0].message.ptr);
    ck_assert_uint_eq(topics.items[0].n_claims, XC_COUNT(hard_statements) - 1);
    for (i = 0; i < topics.items[0].n_claims; i++) {
        const struct xc_claim *claim = &topics.items[0].claims[i];

        k = i < 8 ? i : i + 1;
        ck_assert_msg(xc_str_is(claim->statement, hard_statements[k]), "%s",
                      hard_statements[k]);
        ck_assert(xc_str_equal(claim->examples[0].text, claim->statement));
    }
    xc_topics_release(&topics);
    end();
}
END_TEST

START_TEST(draft_of_what_is_no_statement_is_refused)
{
    static char long_text[XC_MAX_STATEMENT_BYTES + 2];
    struct xc_place place = {.path = XC_STR("row")};
    struct xc_draft_vec drafts = {NULL, 0, 0};
    const struct {
        struct xc_str text;
        const char *message;
    } rows[] = {
        {XC_STR("…"), "the statement holds no word"},
        {XC_STR("a\nb"), "the statement has several lines"},
        {XC_STR("caf\xE9"), "the statement is not valid UTF-8"},
        {{"a\0b", 3}, "the statement is not valid UTF-8"},
        {{long_text, XC_MAX_STATEMENT_BYTES + 1}, "the statement is too long"},
    };
    size_t i;

    memset(long_text, 'a', sizeof long_text);
    begin();
    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_int_eq(xc_draft_add(&drafting, rows[i].text, &place, &drafts),
                         XC_BAD_RULE);
        ck_assert_str_eq(problems.items[i].message.ptr, rows[i].message);
    }
    ck_assert_uint_eq(drafts.n, 0);
    end();
}
END_TEST

/* The longest statement that is taken still makes patterns that load. */
START_TEST(draft_of_a_long_statement_stays_within_the_limits)
{
    struct xc_draft_style style = {.topic = XC_STR("t"), .title = XC_STR("t")};
    struct xc_place place = {.path = XC_STR("row")};
    struct xc_draft_vec drafts = {NULL, 0, 0};
    struct xc_topic_vec topics = {NULL, 0, 0};
    struct memory memory = {NULL, 0, 0};
    struct xc_sink sink = {keep, &memory, false};
    static char text[XC_MAX_STATEMENT_BYTES];
    size_t n = 0;
    size_t i;

    for (i = 0; n + 60 < sizeof text; i++)
        n += (size_t)snprintf(text + n, sizeof text - n,
                              i % 3 == 0   ? "arrested%zu died %zu kg "
                              : i % 3 == 1 ? "Quillan%zu Verylongsurnameofthefamily%zu "
                                           : "%zu gulls launched %zu weeks ",
                              i, i * 7);
    begin();
    ck_assert_int_eq(xc_draft_add(&drafting, (struct xc_str){text, n}, &place, &drafts),
                     XC_OK);
    xc_report_drafts(&drafts, &style, &sink);
    if (xc_rule_load(&lexicon, XC_STR("t"), (struct xc_str){memory.items, memory.n},
                     &arena, &topics, &problems) != XC_OK)
        ck_abort_msg("line %zu: %s", problems.items[0].line,
                     problems.items[0].message.ptr);
    ck_assert_uint_le(topics.items[0].claims[0].n_match, 24);
    xc_topics_release(&topics);
    end();
}
END_TEST

START_TEST(starter_loads_and_its_examples_pass)
{
    struct xc_topic_vec topics = {NULL, 0, 0};
    struct memory memory = {NULL, 0, 0};
    struct xc_sink sink = {keep, &memory, false};
    struct xc_example_results results;
    struct xc_engine engine;
    struct xc_worker worker;

    begin();
    xc_report_starter(XC_STR("1.5"), &sink);
    ck_assert_int_eq(xc_rule_load(&lexicon, XC_STR("s"),
                                  (struct xc_str){memory.items, memory.n}, &arena,
                                  &topics, &problems),
                     XC_OK);
    ck_assert(xc_str_is(topics.items[0].id, "1.5"));
    ck_assert_int_eq(xc_engine_new(&lexicon, &topics, &arena, &engine), XC_OK);
    ck_assert_int_eq(xc_worker_init(&engine, &worker), XC_OK);
    ck_assert_int_eq(
        xc_examples_run(&engine, &worker, true, &arena, &results, &problems), XC_OK);
    ck_assert_uint_eq(results.n_failed, 0);
    ck_assert_uint_eq(results.n, 4);
    xc_worker_release(&worker);
    xc_topics_release(&topics);
    end();
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        draft_of_a_statement_has_these_patterns,
        draft_of_hard_statements_loads_word_for_word,
        draft_of_what_is_no_statement_is_refused,
        draft_of_a_long_statement_stays_within_the_limits,
        starter_loads_and_its_examples_pass,
        NULL,
    };

    return suite_run("draft", tests);
}
