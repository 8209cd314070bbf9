/* SPDX-License-Identifier: Apache-2.0 */
/* Reports read back from their JSON, and two of them compared. */
#include "config.h"

#include "verdict/comparison.h"

#include <check.h>

#include "base/vec.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;

static enum xc_status
read_told(const char *json, struct xc_told *out)
{
    xc_problems_init(&problems, &arena);
    return xc_told_read(xc_str_of(json), XC_STR("r.json"), &arena, out, &problems);
}

#define REPORT(claims, sources)                                                        \
    "{\"xclaim\": \"0.1.0\", \"format\": 1, \"topics\": [{\"topic\": \"pier\", "       \
    "\"title\": \"The pier\", \"file\": \"r.yaml\"}], \"claims\": [" claims            \
    "], \"sources\": [" sources "], \"problems\": [], \"summary\": {}}"
#define CLAIM(id, verdict, rest)                                                       \
    "{\"topic\": \"pier\", \"claim\": \"" id                                           \
    "\", \"statement\": \"S\", \"verdict\": \"" verdict "\", " rest "}"
#define JOINED(side, n, sources, grouping)                                             \
    "\"side\": " side ", \"value\": null, \"values\": [], \"origins\": " n             \
    ", \"why\": \"w\", \"sources\": [" sources "], \"grouping\": [" grouping "]"
#define SIDE(side, n, sources) JOINED(side, n, sources, "")
#define EDGE(a, b, reason, words)                                                      \
    "{\"origin\": 1, \"a\": {\"source\": \"" a                                         \
    "\", \"line\": 1}, \"b\": {\"source\": \"" b                                       \
    "\", \"line\": 2}, \"reason\": \"" reason "\", \"words\": \"" words "\"}"
#define PART(id, position)                                                             \
    "{\"source\": \"" id "\", \"position\": " position ", \"mentions\": []}"
#define SOURCE(id) "{\"source\": \"" id "\", \"publisher\": null, \"published\": null}"
#define VALUE(text, low)                                                               \
    "{\"text\": \"" text "\", \"kind\": \"count\", \"unit\": null, \"low\": \"" low    \
    "\", \"high\": \"" low "\", \"approximate\": false, \"to_statement\": null}"
#define VALUES(agreed, values)                                                         \
    "\"side\": \"asserted\", \"value\": " agreed ", \"values\": [" values              \
    "], \"origins\": 1, \"why\": \"w\", \"sources\": [], \"grouping\": []"
#define STATED(text, low)                                                              \
    "{\"slot\": \"men\", \"value\": " VALUE(text, low) ", \"sources\": [\"a.txt\"]}"

#define ONE REPORT(CLAIM("shut", "single-source", SIDE("\"asserted\"", "1", "")), "")

START_TEST(told_report_has_what_its_json_says)
{
    struct xc_told told;
    const struct xc_told_claim *claim;

    ck_assert(
        read_told(
            REPORT(CLAIM("shut", "contradiction",
                         SIDE("null", "3",
                              PART("a.txt", "\"denies\"") ", " PART(
                                  "b.txt",
                                  "null"))) ", " CLAIM("men", "agreement",
                                                       VALUES("{\"men\": " VALUE(
                                                                  "three", "3") "}",
                                                              STATED("three", "3"))),
                   "{\"source\": \"a.txt\", \"publisher\": \"Herald\", "
                   "\"published\": \"2032-10-09\"}"),
            &told) == XC_OK);
    ck_assert_uint_eq(told.n_claims, 2);
    claim = &told.claims[0];
    ck_assert(xc_str_is(claim->topic, "pier") && xc_str_is(claim->claim, "shut"));
    ck_assert_int_eq(claim->verdict, XC_VERDICT_CONTRADICTION);
    ck_assert_int_eq(claim->side, XC_SIDE_NONE);
    ck_assert_uint_eq(claim->n_origins, 3);
    ck_assert_uint_eq(claim->n_parts, 2);
    ck_assert(xc_str_is(claim->parts[0].source, "a.txt"));
    ck_assert_int_eq(claim->parts[0].position, XC_POSITION_DENIES);
    ck_assert_int_eq(claim->parts[1].position, XC_POSITION_NONE);
    claim = &told.claims[1];
    ck_assert_int_eq(claim->side, XC_SIDE_ASSERTED);
    ck_assert_uint_eq(claim->n_agreed, 1);
    ck_assert(xc_str_is(claim->agreed[0].text, "three"));
    ck_assert_uint_eq(claim->n_values, 1);
    ck_assert(xc_str_equal(claim->agreed[0].key, claim->values[0].key));
    ck_assert_uint_eq(claim->values[0].n_sources, 1);
    ck_assert(xc_str_is(xc_told_source(&told, XC_STR("a.txt"))->publisher, "Herald"));
    ck_assert_ptr_null(xc_told_source(&told, XC_STR("b.txt")));
    ck_assert(xc_str_is(xc_told_title(&told, XC_STR("pier")), "The pier"));
}
END_TEST

START_TEST(told_report_that_is_none_names_the_member)
{
    static const struct {
        const char *json;
        const char *message;
    } rows[] = {
        {"7", "it must be an object, not a number"},
        {"{}", "xclaim is missing"},
        {"{\"xclaim\": 1}", "xclaim must be a string, not a number"},
        {"{\"xclaim\": \"0.1.0\"}", "format is missing"},
        {"{\"xclaim\": \"0.1.0\", \"format\": 3}",
         "format is 3, and this program knows only 1"},
        {"{\"xclaim\": \"0.1.0\", \"format\": 1.5}",
         "format must be a whole number, 0 or more"},
        {"{\"xclaim\": \"0.1.0\", \"format\": 1}", "topics is missing"},
        {"{\"xclaim\": \"0.1.0\", \"format\": 1, \"topics\": [7]}",
         "topics[0] must be an object, not a number"},
        {REPORT("", "[]"), "sources[0] must be an object, not a list"},
        {REPORT("", "{\"source\": null}"),
         "sources[0].source must be a string, not null"},
        {REPORT("{}", ""), "claims[0].topic is missing"},
        {REPORT(CLAIM("shut", "sure", SIDE("null", "1", "")), ""),
         "claims[0].verdict is no verdict"},
        {REPORT(CLAIM("shut", "silent", SIDE("\"both\"", "1", "")), ""),
         "claims[0].side is no side"},
        {REPORT(CLAIM("shut", "silent", SIDE("null", "-1", "")), ""),
         "claims[0].origins must be a whole number, 0 or more"},
        {REPORT(CLAIM("shut", "silent", SIDE("null", "99999999999999999999999", "")),
                ""),
         "claims[0].origins must be a whole number, 0 or more"},
        {REPORT(CLAIM("shut", "silent", SIDE("null", "1", PART("a", "\"knows\""))), ""),
         "claims[0].sources[0].position is no position"},
        {REPORT(CLAIM("a", "silent", SIDE("null", "1", "")) ", " CLAIM(
                    "b", "silent", VALUES("{\"men\": 3}", "")),
                ""),
         "claims[1].value.men must be an object, not a number"},
        {REPORT(CLAIM("a", "silent",
                      JOINED("null", "1", "", EDGE("a", "b", "same mood", ""))),
                ""),
         "claims[0].grouping[0].reason is no reason"},
        {REPORT(CLAIM("a", "silent", JOINED("null", "1", "", "{\"a\": {}}")), ""),
         "claims[0].grouping[0].a.source is missing"},
        {REPORT(CLAIM("a", "silent", VALUES("null", "{\"slot\": \"men\"}")), ""),
         "claims[0].values[0].value is missing"},
        {REPORT(CLAIM("a", "silent",
                      VALUES("null", "{\"slot\": \"men\", \"value\": {\"kind\": 1}}")),
                ""),
         "claims[0].values[0].value.kind must be a string, not a number"},
        {REPORT(CLAIM("a", "silent",
                      VALUES("null", "{\"slot\": \"men\", \"value\": " VALUE(
                                         "3", "3") ", \"sources\": [4]}")),
                ""),
         "claims[0].values[0].sources[0] must be a string, not a number"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_told told = {.n_claims = 77};
        struct xc_str message;

        ck_assert_msg(read_told(rows[i].json, &told) == XC_BAD_INPUT, "%s",
                      rows[i].json);
        ck_assert_uint_eq(problems.n, 1);
        message = problems.items[0].message;
        ck_assert(xc_str_starts(message, "is no report of xclaim: "));
        ck_assert_msg(strcmp(message.ptr + sizeof "is no report of xclaim: " - 1,
                             rows[i].message) == 0,
                      "%s: %s", rows[i].json, message.ptr);
        ck_assert_uint_eq(told.n_claims, 77);
    }
}
END_TEST

START_TEST(told_report_may_begin_with_a_mark)
{
    struct xc_told told;

    ck_assert(read_told("\xEF\xBB\xBF" ONE, &told) == XC_OK);
    ck_assert_uint_eq(told.n_claims, 1);
}
END_TEST

static struct xc_comparison
compare(const char *before, const char *after)
{
    struct xc_told *told = xc_arena_array(&arena, 2, sizeof *told);
    struct xc_comparison comparison;

    ck_assert_ptr_nonnull(told);
    ck_assert(read_told(before, &told[0]) == XC_OK);
    ck_assert(read_told(after, &told[1]) == XC_OK);
    ck_assert(xc_comparison_make(&told[0], &told[1], &arena, &comparison) == XC_OK);
    return comparison;
}

/* "verdict side value origins | +b.txt -c.txt ~a.txt | +men four": what is another, then
 * sources, values and the words of what joins two; of one claim. */
static const char *
show(const struct xc_comparison_claim *claim)
{
    static const char marks[] = {'+', '-', '~'};
    struct xc_str shown =
        xc_arena_printf(&arena, "%s%s%s%s|", claim->verdict ? "verdict " : "",
                        claim->side ? "side " : "", claim->value ? "value " : "",
                        claim->origins ? "origins " : "");
    size_t i;

    for (i = 0; i < claim->n_sources; i++)
        shown = xc_arena_printf(&arena, "%s %c%.*s%s", shown.ptr,
                                marks[claim->sources[i].turn],
                                (int)claim->sources[i].id.len, claim->sources[i].id.ptr,
                                claim->sources[i].is_elsewhere ? "*" : "");
    shown = xc_arena_printf(&arena, "%s |", shown.ptr);
    for (i = 0; i < claim->n_values; i++)
        shown = xc_arena_printf(
            &arena, "%s %c%.*s", shown.ptr, marks[claim->values[i].turn],
            (int)claim->values[i].value->text.len, claim->values[i].value->text.ptr);
    for (i = 0; i < claim->n_edges; i++)
        shown = xc_arena_printf(
            &arena, "%s %c%.*s", shown.ptr, marks[claim->edges[i].turn],
            (int)claim->edges[i].edge->words.len, claim->edges[i].edge->words.ptr);
    return shown.ptr;
}

#define A PART("a.txt", "\"asserts\"")
#define B PART("b.txt", "\"asserts\"")
#define NOT_A PART("a.txt", "\"denies\"")
#define BARE(verdict, side, n, parts)                                                  \
    REPORT(CLAIM("shut", verdict, SIDE(side, n, parts)),                               \
           SOURCE("a.txt") ", " SOURCE("c.txt"))
#define GROUPED(n, edges)                                                              \
    REPORT(CLAIM("shut", "agreement", JOINED("\"asserted\"", n, A ", " B, edges)), "")
#define MEN(agreed, values)                                                            \
    REPORT(CLAIM("shut", "agreement", VALUES(agreed, values)), "")
#define AGREED(text, low) "{\"men\": " VALUE(text, low) "}"

START_TEST(comparison_tells_what_changed_and_why)
{
    static const struct {
        const char *before;
        const char *after;
        const char *shown; /* NULL: unchanged */
    } rows[] = {
        {BARE("single-source", "\"asserted\"", "1", A),
         BARE("single-source", "\"asserted\"", "1", A), NULL},
        /* Another source alone changes nothing. */
        {BARE("single-source", "\"asserted\"", "1", A),
         BARE("single-source", "\"asserted\"", "1", A ", " B), NULL},
        {BARE("single-source", "\"asserted\"", "1", A),
         BARE("agreement", "\"asserted\"", "2", A ", " B),
         "verdict origins | +b.txt |"},
        {BARE("agreement", "\"asserted\"", "2", A ", " B),
         BARE("single-source", "\"asserted\"", "1", A), "verdict origins | -b.txt |"},
        {BARE("single-source", "\"asserted\"", "1", A),
         BARE("single-source", "\"denied\"", "1", NOT_A), "side | ~a.txt* |"},
        {BARE("agreement", "\"asserted\"", "2", A ", " B),
         BARE("agreement", "\"asserted\"", "3", A ", " B), "origins | |"},
        /* c.txt was read before: it only did not speak of the claim. */
        {BARE("single-source", "\"asserted\"", "1", A),
         BARE("contradiction", "null", "2", A ", " PART("c.txt", "\"denies\"")),
         "verdict side origins | +c.txt* |"},
        /* What joins sources counts when the number of origins is another, once for each
         * reason, wherever it stands. */
        {GROUPED("2", EDGE("a.txt", "a.txt", "same speaker", "Mara Dunn")),
         GROUPED("1", EDGE("a.txt", "a.txt", "same speaker", "Ms Dunn") ", " EDGE(
                          "a.txt", "b.txt", "same quotation",
                          "it was ours") ", " EDGE("a.txt", "b.txt", "same quotation",
                                                   "not theirs")),
         "origins | | +it was ours"},
        {GROUPED("1", EDGE("a.txt", "b.txt", "shared passage", "the pier")),
         GROUPED("2", EDGE("a.txt", "b.txt", "same outlet", "Herald")),
         "origins | | +Herald -the pier"},
        {GROUPED("1", EDGE("a.txt", "b.txt", "shared passage", "the pier")),
         GROUPED("1", ""), NULL},
        {MEN("null", ""), MEN(AGREED("three", "3"), STATED("three", "3")),
         "value | | +three"},
        {MEN(AGREED("three", "3"), STATED("three", "3")),
         MEN(AGREED("four", "4"), STATED("four", "4")), "value | | +four -three"},
        {MEN(AGREED("three", "3"), STATED("three", "3")),
         MEN("null", STATED("three", "3") ", " STATED("four", "4")), "value | | +four"},
        /* In other words it is the same value. */
        {MEN(AGREED("three", "3"), STATED("three", "3")),
         MEN(AGREED("3", "3"), STATED("3", "3")), NULL},
        /* A value that nobody agrees on any more. */
        {MEN(AGREED("three", "3"), STATED("three", "3")),
         MEN("null", STATED("three", "3")), "value | |"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_comparison comparison = compare(rows[i].before, rows[i].after);
        struct xc_comparison same = compare(rows[i].after, rows[i].after);

        ck_assert_uint_eq(same.n, 0);
        ck_assert_uint_eq(comparison.n, rows[i].shown != NULL);
        ck_assert_uint_eq(comparison.summary.unchanged, rows[i].shown == NULL);
        ck_assert_msg(rows[i].shown == NULL ||
                          strcmp(show(&comparison.items[0]), rows[i].shown) == 0,
                      "row %zu: %s", i, show(&comparison.items[0]));
    }
}
END_TEST

#define SILENT SIDE("null", "0", "")
#define IN(topic, id)                                                                  \
    "{\"topic\": \"" topic "\", \"claim\": \"" id                                      \
    "\", \"statement\": \"S\", \"verdict\": \"silent\", " SILENT "}"

/* "pier/a" of the old report alone and "pier/d" of the new one, for example. */
START_TEST(comparison_orders_by_topic_and_counts)
{
    static const char *const order[] = {"lock/x", "pier/d", "pier/a", "weir/y"};
    struct xc_comparison comparison =
        compare(REPORT(IN("pier", "a") ", " IN("pier", "b") ", " IN("weir", "y"),
                       SOURCE("1") ", " SOURCE("2")),
                REPORT(IN("lock", "x") ", " IN("pier", "b") ", " IN("pier", "d"),
                       SOURCE("2") ", " SOURCE("3") ", " SOURCE("4")));
    size_t i;

    ck_assert_uint_eq(comparison.n, XC_COUNT(order));
    for (i = 0; i < comparison.n; i++) {
        const struct xc_told_claim *told = xc_comparison_told(&comparison.items[i]);
        struct xc_str name =
            xc_arena_printf(&arena, "%.*s/%.*s", (int)told->topic.len, told->topic.ptr,
                            (int)told->claim.len, told->claim.ptr);

        ck_assert_str_eq(name.ptr, order[i]);
    }
    ck_assert_uint_eq(comparison.summary.came, 2);
    ck_assert_uint_eq(comparison.summary.went, 2);
    ck_assert_uint_eq(comparison.summary.unchanged, 1);
    ck_assert_uint_eq(comparison.summary.sources_came, 2);
    ck_assert_uint_eq(comparison.summary.sources_went, 1);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        told_report_has_what_its_json_says,
        told_report_that_is_none_names_the_member,
        told_report_may_begin_with_a_mark,
        comparison_tells_what_changed_and_why,
        comparison_orders_by_topic_and_counts,
        NULL,
    };
    int code;

    xc_arena_init(&arena);
    code = suite_run("comparison", tests);
    xc_arena_release(&arena);
    return code;
}
