/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/decisions.h"

#include "base/vec.h"
#include "rule/selection_index.h"
#include "suite.h"
#include "text/word_run.h"

#define HEAD "xclaim: 1\ndecisions:\n"
#define QUOTE HEAD "- claim: shut\n  quote: the pier is shut\n"
#define WHOLE QUOTE "  decision: denied\n  reason: irony\n  date: 2031-05-09\n"

struct loaded {
    struct xc_arena arena;
    struct xc_problems problems;
    struct xc_decisions decisions;
};

static enum xc_status
load(struct loaded *loaded, const char *path, const char *text)
{
    return xc_decisions_load(xc_str_of(path), xc_str_of(text), &loaded->arena,
                             &loaded->decisions, &loaded->problems);
}

static void
setup(struct loaded *loaded)
{
    *loaded = (struct loaded){.decisions = {NULL, 0, 0}};
    xc_arena_init(&loaded->arena);
    xc_problems_init(&loaded->problems, &loaded->arena);
}

START_TEST(decisions_load_whole_gives_all_fields)
{
    const struct xc_decision *decision;
    struct loaded loaded;

    setup(&loaded);
    ck_assert_int_eq(load(&loaded, "d.yaml",
                          HEAD "- claim: pier/shut\n"
                               "  quote: \"the  ‘Pier’ is\"\n"
                               "  source: ./a/b.md\n"
                               "  decision: not-about\n"
                               "  by: Ida Marlow\n"
                               "  reason: another pier\n"
                               "  date: 2031-05-09\n"),
                     XC_OK);
    ck_assert_uint_eq(loaded.problems.n, 0);
    ck_assert_uint_eq(loaded.decisions.n, 1);
    decision = &loaded.decisions.items[0];
    ck_assert(xc_str_is(decision->on.topic, "pier"));
    ck_assert(xc_str_is(decision->on.claim, "shut"));
    ck_assert(xc_str_is(decision->on.quote, "the  ‘Pier’ is"));
    ck_assert(xc_str_is(decision->on.words, " the pier is "));
    ck_assert(xc_str_is(decision->on.source, "a/b.md"));
    ck_assert(xc_str_is(decision->on.path, "d.yaml"));
    ck_assert_uint_eq(decision->on.line, 4);
    ck_assert_uint_eq(decision->on.column, 11);
    ck_assert_int_eq(decision->kind, XC_DECISION_NOT_ABOUT);
    ck_assert(xc_str_is(decision->by, "Ida Marlow"));
    ck_assert(xc_str_is(decision->reason, "another pier"));
    ck_assert_int_eq(decision->date.year, 2031);
    ck_assert_int_eq(decision->date.day, 9);
    xc_arena_release(&loaded.arena);
}
END_TEST

/* The kind of the decision with that word. */
static enum xc_decision_kind
kind_of(const char *word)
{
    struct loaded loaded;
    enum xc_decision_kind kind;
    struct xc_str text;

    setup(&loaded);
    text = xc_arena_printf(
        &loaded.arena, QUOTE "  decision: %s\n  reason: r\n  date: 2031-05-09\n", word);
    ck_assert_int_eq(load(&loaded, "d.yaml", text.ptr), XC_OK);
    kind = loaded.decisions.items[0].kind;
    xc_arena_release(&loaded.arena);
    return kind;
}

START_TEST(decisions_load_every_word_gives_its_kind)
{
    static const char *const words[] = {"not-about", "asserted",   "denied",
                                        "hedged",    "questioned", "hypothetical",
                                        "unresolved"};
    size_t i;

    for (i = 0; i < XC_COUNT(words); i++) {
        ck_assert_uint_eq((size_t)kind_of(words[i]), i);
        ck_assert_str_eq(xc_decision_name((enum xc_decision_kind)i), words[i]);
    }
}
END_TEST

START_TEST(decisions_load_empty_list_is_fine)
{
    static const char *const texts[] = {"xclaim: 1\ndecisions:\n",
                                        "xclaim: 1\ndecisions: []\n"};
    struct loaded loaded;
    size_t i;

    setup(&loaded);
    for (i = 0; i < XC_COUNT(texts); i++)
        ck_assert_int_eq(load(&loaded, "d.yaml", texts[i]), XC_OK);
    ck_assert_uint_eq(loaded.decisions.n, 0);
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
    {"", 1, 1, "a decisions file is expected here", NULL},
    {"- claim: shut\n", 1, 1, "a decisions file is expected here", NULL},
    {"decisions: []\n", 1, 1, "a decisions file needs the key 'xclaim'",
     "begin the file with xclaim: 1"},
    {"xclaim: 2\ndecisions: []\n", 1, 9, "this version of decisions files is not known",
     "write xclaim: 1"},
    {"xclaim: 1\n", 1, 1, "a decisions file needs the key 'decisions'", NULL},
    {"xclaim: 1\ndecision: []\ndecisions: []\n", 2, 1,
     "unknown key 'decision' in a decisions file",
     "did you mean 'decisions'? the keys are xclaim, decisions"},
    {"xclaim: 1\ndecisions: []\ndecisions: []\n", 3, 1,
     "duplicate key 'decisions', first on line 2", NULL},
    {"xclaim: 1\ndecisions: {claim: shut}\n", 2, 12,
     "'decisions' is a list of decisions",
     "begin each decision with a dash, as in - claim: tied"},
    {HEAD "- shut\n", 3, 3, "a decision is expected here", NULL},
    {WHOLE "  author: me\n", 8, 3, "unknown key 'author' in a decision",
     "the keys are claim, quote, source, decision, by, reason, date"},
    {WHOLE "  reson: irony\n", 8, 3, "unknown key 'reson' in a decision",
     "did you mean 'reason'? the keys are claim, quote, source, decision, by, reason, "
     "date"},
    {WHOLE "  reason: irony\n", 8, 3, "duplicate key 'reason', first on line 6", NULL},
    {HEAD "- {quote: q, decision: denied, reason: r, date: 2031-05-09}\n", 3, 3,
     "a decision needs the key 'claim'", NULL},
    {HEAD "- {claim: c, decision: denied, reason: r, date: 2031-05-09}\n", 3, 3,
     "a decision needs the key 'quote'", NULL},
    {QUOTE "  reason: r\n  date: 2031-05-09\n", 3, 3,
     "a decision needs the key 'decision'",
     "as in decision: not-about, or the stance that it has"},
    {QUOTE "  decision: denied\n  date: 2031-05-09\n", 3, 3,
     "a decision needs the key 'reason'", NULL},
    {QUOTE "  decision: denied\n  reason: r\n", 3, 3, "a decision needs the key 'date'",
     NULL},
    {QUOTE "  decision: denies\n  reason: r\n  date: 2031-05-09\n", 5, 13,
     "'decision' can't be 'denies'",
     "did you mean 'denied'? the words for it are not-about, asserted, denied, hedged, "
     "questioned, hypothetical, unresolved"},
    {QUOTE "  decision: denied\n  reason:\n  date: 2031-05-09\n", 6, 10,
     "'reason' is empty", NULL},
    {QUOTE "  decision: denied\n  reason: ' '\n  date: 2031-05-09\n", 6, 11,
     "'reason' is empty", NULL},
    {QUOTE "  decision: denied\n  reason: r\n  date: 2031-02-29\n", 7, 9,
     "there is no 2031-02-29", "the calendar has no such date"},
    {QUOTE "  decision: denied\n  reason: r\n  date: 2031-05\n", 7, 9,
     "'2031-05' is no day", "write the day as YYYY-MM-DD"},
    {QUOTE "  decision: denied\n  reason: r\n  date: 9 May 2031\n", 7, 9,
     "'9 May 2031' is no day", NULL},
    {QUOTE "  decision: denied\n  reason: r\n  date: 2031-05-09T10:00\n", 7, 9,
     "'2031-05-09T10:00' is no day", NULL},
    {HEAD "- {claim: a b, quote: q, decision: denied, reason: r, date: 2031-05-09}\n",
     3, 11, "'a b' is no id", NULL},
    {HEAD "- {claim: a/b/c, quote: q, decision: denied, reason: r, date: 2031-05-09}\n",
     3, 11, "'b/c' is no id", NULL},
    {HEAD "- {claim: /b, quote: q, decision: denied, reason: r, date: 2031-05-09}\n", 3,
     11, "'/b' is no claim", "write a claim's id, or topic/claim"},
    {HEAD "- {claim: a/, quote: q, decision: denied, reason: r, date: 2031-05-09}\n", 3,
     11, "'a/' is no claim", NULL},
    {HEAD "- {claim: a, quote: '“…”', decision: denied, reason: r, date: "
          "2031-05-09}\n",
     3, 21, "'“…”' holds no word", "copy some words of the sentence"},
    {HEAD "- {claim: a, quote: [q], decision: denied, reason: r, date: 2031-05-09}\n",
     3, 21, "'quote' takes text here", NULL},
    {WHOLE "- {claim: shut, quote: The PIER is shut, decision: asserted, reason: r, "
           "date: 2031-05-09}\n",
     8, 3, "decided twice on one day; the quote on line 4 was denied",
     "keep one of them, or give the later one its date"},
};

START_TEST(decisions_load_fault_is_told_in_its_place)
{
    size_t i;

    for (i = 0; i < XC_COUNT(fault_rows); i++) {
        const struct xc_problem *problem;
        struct loaded loaded;

        setup(&loaded);
        ck_assert_msg(load(&loaded, "d.yaml", fault_rows[i].text) == XC_BAD_RULE,
                      "row %zu is fine: %s", i, fault_rows[i].message);
        ck_assert_uint_eq(loaded.decisions.n, 0);
        ck_assert_msg(loaded.problems.n == 1, "row %zu: %zu problems", i,
                      loaded.problems.n);
        problem = &loaded.problems.items[0];
        ck_assert_msg(xc_str_is(problem->message, fault_rows[i].message),
                      "row %zu: '%.*s', not '%s'", i, (int)problem->message.len,
                      problem->message.ptr, fault_rows[i].message);
        ck_assert_msg(problem->line == fault_rows[i].line &&
                          problem->column == fault_rows[i].column,
                      "row %zu: %zu:%zu", i, problem->line, problem->column);
        ck_assert_msg(fault_rows[i].hint == NULL ||
                          xc_str_is(problem->hint, fault_rows[i].hint),
                      "row %zu: '%.*s'", i, (int)problem->hint.len, problem->hint.ptr);
        ck_assert_int_eq(problem->kind, XC_PROBLEM_RULE);
        xc_arena_release(&loaded.arena);
    }
}
END_TEST

START_TEST(decisions_load_many_faults_tells_all_and_keeps_none)
{
    struct loaded loaded;

    setup(&loaded);
    ck_assert_int_eq(load(&loaded, "d.yaml",
                          WHOLE "- {claim: a b, quote: '--', decision: maybe, reason: "
                                "'', date: soon, who: me}\n"),
                     XC_BAD_RULE);
    ck_assert_uint_eq(loaded.problems.n, 6);
    ck_assert_uint_eq(loaded.decisions.n, 0);
    xc_arena_release(&loaded.arena);
}
END_TEST

START_TEST(decisions_sort_is_by_date_then_file_and_line)
{
    static const char *const order[] = {"a.yaml", "b.yaml", "b.yaml", "a.yaml"};
    static const size_t lines[] = {4, 4, 9, 9};
    struct loaded loaded;
    size_t i;

    setup(&loaded);
    ck_assert_int_eq(load(&loaded, "b.yaml",
                          WHOLE "- claim: c\n  quote: q\n  decision: denied\n  reason: "
                                "r\n  date: 2031-05-09\n"),
                     XC_OK);
    ck_assert_int_eq(load(&loaded, "a.yaml",
                          WHOLE "- claim: c\n  quote: q\n  decision: denied\n  reason: "
                                "r\n  date: 2031-05-10\n"),
                     XC_OK);
    xc_decisions_sort(&loaded.decisions);
    for (i = 0; i < XC_COUNT(order); i++) {
        const struct xc_selection *on = &loaded.decisions.items[i].on;

        ck_assert_msg(xc_str_is(on->path, order[i]) && on->line == lines[i],
                      "place %zu: %.*s:%zu", i, (int)on->path.len, on->path.ptr,
                      on->line);
    }
    xc_arena_release(&loaded.arena);
}
END_TEST

START_TEST(word_run_is_folded_words_alone)
{
    static const char *const rows[][2] = {
        {"The “pier”\n  is  Closed.", " the pier is closed "},
        {"The **pier** is [closed](", " the pier is closed "},
        {"Café No. 5, £2.50", " cafe no 5 2 50 "},
        {"don’t", " don t "},
        {"the pi\u00ADer\u200B is", " the pier is "},
        {"ＰＩＥＲ", " pier "},
        {"", ""},
        {" — … \"", ""},
    };
    struct xc_arena arena;
    struct xc_str run;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_int_eq(xc_word_run_of(xc_str_of(rows[i][0]), &arena, &run), XC_OK);
        ck_assert_msg(xc_str_is(run, rows[i][1]), "'%.*s', not '%s'", (int)run.len,
                      run.ptr, rows[i][1]);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(selection_source_is_path_or_its_end_or_id)
{
    static const struct {
        const char *name;
        const char *id;
        const char *path;
        bool fits;
    } rows[] = {
        {"", "a.md", "a.md", true},
        {"a.md", "a.md", "a.md", true},
        {"a.md", "news/a.md", "news/a.md", true},
        {"news/a.md", "./news/a.md", "./news/a.md", true},
        {"news/a.md", "/srv/news/a.md", "/srv/news/a.md", true},
        {"a.md", "news/ha.md", "news/ha.md", false},
        {"news/a.md", "a.md", "a.md", false},
        {"news/a.md", "old/a.md", "old/a.md", false},
        {"wire.jsonl", "news/wire.jsonl#7", "news/wire.jsonl", true},
        {"wire.jsonl#7", "news/wire.jsonl#7", "news/wire.jsonl", true},
        {"wire.jsonl#7", "news/wire.jsonl#77", "news/wire.jsonl", false},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_selection selection = {.source = xc_str_of(rows[i].name)};

        ck_assert_msg(xc_selection_has_source(&selection, xc_str_of(rows[i].id),
                                              xc_str_of(rows[i].path)) == rows[i].fits,
                      "'%s' and '%s'", rows[i].name, rows[i].id);
    }
}
END_TEST

/* Which of the selections below fit a sentence, as a word of digits. */
static const struct {
    const char *topic;
    const char *claim;
    const char *quote;
    const char *source;
} selections[] = {
    {"", "shut", "the pier is shut", ""},  /* 0 */
    {"", "shut", "pier", ""},              /* 1 */
    {"pier", "shut", "is shut", ""},       /* 2 */
    {"quay", "shut", "is shut", ""},       /* 3 */
    {"", "shut", "is shut", "b.md"},       /* 4 */
    {"", "open", "the pier is shut", ""},  /* 5 */
    {"", "shut", "shut, the pier is", ""}, /* 6 */
    {"", "shut", "pie", ""},               /* 7 */
};

/* The index of them. */
static void
make_index(struct xc_arena *arena, struct xc_selection_index *out)
{
    size_t n = XC_COUNT(selections);
    const struct xc_selection **items =
        xc_arena_array(arena, n, sizeof(const struct xc_selection *));
    struct xc_selection *made = xc_arena_array(arena, n, sizeof *made);
    size_t i;

    for (i = 0; i < n; i++) {
        made[i].topic = xc_str_of(selections[i].topic);
        made[i].claim = xc_str_of(selections[i].claim);
        made[i].source = xc_str_of(selections[i].source);
        ck_assert_int_eq(
            xc_word_run_of(xc_str_of(selections[i].quote), arena, &made[i].words),
            XC_OK);
        items[i] = &made[i];
    }
    ck_assert_int_eq(xc_selection_index_new(items, n, arena, out), XC_OK);
}

/* Which of them are found, a digit each, in *out. */
static void
find(const struct xc_selection_index *index, const struct xc_selected *selected,
     struct xc_arena *arena, char out[XC_COUNT(selections) + 1])
{
    struct xc_selection_hits hits;
    size_t h;

    ck_assert_int_eq(xc_selection_find(index, selected, arena, &hits), XC_OK);
    ck_assert_uint_le(hits.n, XC_COUNT(selections));
    for (h = 0; h < hits.n; h++)
        out[h] = (char)('0' + hits.items[h]);
    out[hits.n] = '\0';
}

START_TEST(selection_find_takes_whole_words_in_a_row)
{
    static const struct {
        const char *before;
        const char *quote;
        const char *after;
        const char *found;
    } rows[] = {
        {"On Monday ", "The PIER is shut", ", he said.", "012"},
        {"", "the **pier** is\n> shut", "", "012"},
        {"", "the pier was shut", "", "1"},
        {"", "piers", "", ""},
        {"the ", "pier", " and the pier", "1"},
        {"Shut: the", " pier", " is shut.", "0126"},
        {"", "", "", ""},
    };
    struct xc_selection_index index;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    make_index(&arena, &index);
    for (i = 0; i < XC_COUNT(rows); i++) {
        const struct xc_selected selected = {.topic = XC_STR("pier"),
                                             .claim = XC_STR("shut"),
                                             .source = XC_STR("a.md"),
                                             .path = XC_STR("a.md"),
                                             .before = xc_str_of(rows[i].before),
                                             .quote = xc_str_of(rows[i].quote),
                                             .after = xc_str_of(rows[i].after)};
        char found[XC_COUNT(selections) + 1];

        find(&index, &selected, &arena, found);
        ck_assert_str_eq(found, rows[i].found);
    }
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        decisions_load_whole_gives_all_fields,
        decisions_load_every_word_gives_its_kind,
        decisions_load_empty_list_is_fine,
        decisions_load_fault_is_told_in_its_place,
        decisions_load_many_faults_tells_all_and_keeps_none,
        decisions_sort_is_by_date_then_file_and_line,
        word_run_is_folded_words_alone,
        selection_source_is_path_or_its_end_or_id,
        selection_find_takes_whole_words_in_a_row,
        NULL,
    };

    return suite_run("decisions", tests);
}
