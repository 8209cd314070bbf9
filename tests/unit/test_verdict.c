/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/verdict.h"

#include "base/vec.h"

#include "kept_rows.h"
#include "suite.h"

#define MAX_MENTIONS 8
#define NO_DAY INT32_MIN

static struct xc_arena arena;
static struct xc_origin_rules rules;

/* One mention: source, stance letter (A D H), speaker, value; "" is no value. */
struct fact {
    size_t source;
    char stance;
    const char *speaker;
    const char *value;
    bool other_event;
};

static const char *const windows[] = {
    "three strong helpers pulled hard at every lace",
    "backstage a trio needed half an hour until it sat",
    "her bodice was done up by several pairs of hands",
    "it was a team effort said everyone",
    "witnesses recall men standing behind her chair",
    "nobody else could have managed so quickly",
    "reporters counted helpers through an open door",
    "assistants took turns with both cords",
};

static const struct xc_unit units[] = {
    {{"month", 5},
     {"month", 5},
     {"", 0},
     XC_VALUE_DURATION,
     {1, 0},
     {0, 0},
     &units[0],
     &units[1]},
    {{"year", 4},
     {"month", 5},
     {"", 0},
     XC_VALUE_DURATION,
     {12, 0},
     {0, 0},
     &units[0],
     NULL},
};

/* "3" is a count, "2..5" a range, "20 years" and "240 months" durations, else a
 * colour. */
static struct xc_value
value_of(const char *text)
{
    struct xc_value value = {0};
    struct xc_str word = xc_str_of(text);
    struct xc_str number = xc_str_sub(word, 0, xc_str_find(word, 0, ' '));
    size_t dots = xc_str_find(number, 0, '.');

    value.text = word;
    if (word.ptr[0] < '0' || word.ptr[0] > '9') {
        value.kind = XC_VALUE_COLOUR;
        value.name = word;
        return value;
    }
    value.kind = XC_VALUE_COUNT;
    if (number.len < word.len) {
        value.kind = XC_VALUE_DURATION;
        value.rate = xc_str_ends(word, "months") ? &units[0] : &units[1];
        value.unit = value.rate->name;
    }
    value.low.finite = true;
    value.high.finite = true;
    ck_assert(xc_decimal_parse(xc_str_sub(number, 0, dots), &value.low.at));
    value.high.at = value.low.at;
    if (dots < number.len)
        ck_assert(xc_decimal_parse(xc_str_sub(number, dots + 2, number.len - dots - 2),
                                   &value.high.at));
    return value;
}

struct scene {
    struct xc_topic topic;
    struct xc_claim claim;
    struct xc_claim_slot slot;
    struct xc_kept kept[MAX_MENTIONS];
    struct xc_kept *mentions[MAX_MENTIONS];
    struct xc_origin_source sources[MAX_MENTIONS];
    int32_t days[MAX_MENTIONS];
    struct xc_kept_value values[MAX_MENTIONS];
    struct xc_claim_result result;
};

static void
add_fact(struct scene *scene, size_t i, const struct fact *fact)
{
    const struct row row = {fact->source,
                            fact->stance == 'A'   ? XC_STANCE_ASSERTED
                            : fact->stance == 'D' ? XC_STANCE_DENIED
                                                  : XC_STANCE_HEDGED,
                            fact->speaker,
                            windows[i],
                            NULL,
                            NULL,
                            NULL};

    scene->kept[i] = rows_make(&arena, &row);
    scene->mentions[i] = &scene->kept[i];
    if (fact->other_event)
        scene->kept[i].event.place = XC_EVENT_OTHER;
    if (fact->value[0] == '\0')
        return;
    scene->values[i] = (struct xc_kept_value){0, value_of(fact->value)};
    scene->kept[i].values = &scene->values[i];
    scene->kept[i].n_values = 1;
}

/* Judges the facts up to the first without a stance; days is NULL or one a source. */
static void
judge(struct scene *scene, const struct fact *facts, const char *statement,
      const int32_t *days)
{
    size_t n = 0;
    size_t i;

    memset(scene, 0, sizeof *scene);
    scene->topic.event.present = true;
    scene->slot.name = XC_STR("men");
    if (statement != NULL) {
        scene->slot.has_value = true;
        scene->slot.value = value_of(statement);
    }
    scene->claim.slots = &scene->slot;
    scene->claim.n_slots = 1;
    scene->claim.changes_over_time = days != NULL;
    for (i = 0; i < MAX_MENTIONS; i++)
        scene->days[i] = days == NULL ? NO_DAY : days[i];
    for (; n < MAX_MENTIONS && facts[n].stance != '\0'; n++)
        add_fact(scene, n, &facts[n]);
    ck_assert_int_eq(xc_verdict_judge(&rules, &scene->topic, &scene->claim,
                                      scene->mentions, n, scene->sources, scene->days,
                                      &arena, &scene->result),
                     XC_OK);
}

struct story {
    const char *name;
    struct fact facts[MAX_MENTIONS];
    enum xc_verdict verdict;
    enum xc_side side;
    size_t n_origins;
    const char *why;
};

static const struct story stories[] = {
    {"nothing", {{0}}, XC_VERDICT_SILENT, XC_SIDE_NONE, 0, "no mention of this event"},
    {"another event",
     {{0, 'A', NULL, "", true}},
     XC_VERDICT_SILENT,
     XC_SIDE_NONE,
     0,
     "no mention of this event"},
    {"hedged",
     {{0, 'H', NULL, "", false}, {1, 'H', NULL, "", false}},
     XC_VERDICT_UNSETTLED,
     XC_SIDE_NONE,
     0,
     "mentioned, but nobody takes a side"},
    {"one asserts",
     {{0, 'A', NULL, "", false}, {1, 'H', NULL, "", false}},
     XC_VERDICT_SINGLE_SOURCE,
     XC_SIDE_ASSERTED,
     1,
     "one origin asserts it"},
    {"rumour and denial",
     {{0, 'H', "", "", false}, {0, 'D', NULL, "", false}},
     XC_VERDICT_SINGLE_SOURCE,
     XC_SIDE_DENIED,
     1,
     "one origin denies it"},
    {"one speaker in two sources",
     {{0, 'A', "Speaker Alpha", "", false}, {1, 'A', "Speaker Alpha", "", false}},
     XC_VERDICT_SINGLE_SOURCE,
     XC_SIDE_ASSERTED,
     1,
     "one origin asserts it, echoed by 2 sources"},
    {"two assert",
     {{0, 'A', NULL, "", false}, {1, 'A', NULL, "", false}},
     XC_VERDICT_AGREEMENT,
     XC_SIDE_ASSERTED,
     2,
     "2 origins assert it"},
    {"two origins, three sources",
     {{0, 'A', "Speaker Alpha", "", false},
      {1, 'A', "Speaker Alpha", "", false},
      {2, 'A', NULL, "", false}},
     XC_VERDICT_AGREEMENT,
     XC_SIDE_ASSERTED,
     2,
     "2 origins assert it, in 3 sources"},
    {"two deny",
     {{0, 'D', NULL, "", false}, {1, 'D', NULL, "", false}},
     XC_VERDICT_AGREEMENT,
     XC_SIDE_DENIED,
     2,
     "2 origins deny it"},
    {"one denies another event's",
     {{0, 'A', NULL, "", false}, {1, 'D', NULL, "", true}},
     XC_VERDICT_SINGLE_SOURCE,
     XC_SIDE_ASSERTED,
     1,
     "one origin asserts it"},
    {"two sources against one another",
     {{0, 'A', NULL, "", false}, {1, 'D', NULL, "", false}, {2, 'A', NULL, "", false}},
     XC_VERDICT_CONTRADICTION,
     XC_SIDE_NONE,
     3,
     "2 origins assert it and one origin denies it"},
    {"two speakers of one source",
     {{0, 'A', "the mayor", "", false}, {0, 'D', "the engineer", "", false}},
     XC_VERDICT_CONTRADICTION,
     XC_SIDE_NONE,
     2,
     "inside one source, the mayor asserts it and the engineer denies it"},
    {"two speakers of two sources",
     {{0, 'A', "the mayor", "", false}, {1, 'D', "the engineer", "", false}},
     XC_VERDICT_CONTRADICTION,
     XC_SIDE_NONE,
     2,
     "the mayor asserts it and the engineer denies it"},
    {"a source against the speaker it reports",
     {{0, 'A', "the mayor", "", false}, {0, 'D', NULL, "", false}},
     XC_VERDICT_CONTRADICTION,
     XC_SIDE_NONE,
     2,
     "inside one source, the mayor asserts it and the source itself denies it"},
    {"a source against itself",
     {{0, 'A', NULL, "", false}, {0, 'D', NULL, "", false}},
     XC_VERDICT_CONTRADICTION,
     XC_SIDE_NONE,
     2,
     "inside one source, the source itself asserts it and the source itself denies it"},
    {"values agree",
     {{0, 'A', NULL, "3", false}, {1, 'A', NULL, "3", false}},
     XC_VERDICT_AGREEMENT,
     XC_SIDE_ASSERTED,
     2,
     "2 origins assert it"},
    {"values conflict",
     {{0, 'A', NULL, "pink", false}, {1, 'A', NULL, "red", false}},
     XC_VERDICT_CONTRADICTION,
     XC_SIDE_ASSERTED,
     2,
     "values conflict: pink and red"},
    {"a denied value is none",
     {{0, 'D', NULL, "pink", false}, {1, 'D', NULL, "red", false}},
     XC_VERDICT_AGREEMENT,
     XC_SIDE_DENIED,
     2,
     "2 origins deny it"},
    {"a hedged value is none",
     {{0, 'A', NULL, "pink", false}, {1, 'H', NULL, "red", false}},
     XC_VERDICT_SINGLE_SOURCE,
     XC_SIDE_ASSERTED,
     1,
     "one origin asserts it"},
    {"values conflict inside one source",
     {{0, 'A', NULL, "3", false}, {0, 'A', NULL, "4", false}},
     XC_VERDICT_CONTRADICTION,
     XC_SIDE_ASSERTED,
     1,
     "values conflict inside one source: 3 and 4"},
    {"values conflict inside one origin",
     {{0, 'A', "Speaker Alpha", "3", false}, {1, 'A', "Speaker Alpha", "4", false}},
     XC_VERDICT_CONTRADICTION,
     XC_SIDE_ASSERTED,
     1,
     "values conflict inside one origin: 3 and 4"},
    {"a conflict of two origins is told first",
     {{0, 'A', NULL, "3", false},
      {0, 'A', NULL, "4", false},
      {1, 'A', NULL, "5", false}},
     XC_VERDICT_CONTRADICTION,
     XC_SIDE_ASSERTED,
     2,
     "values conflict: 3 and 5"},
    {"values that meet",
     {{0, 'A', NULL, "2..5", false}, {1, 'A', NULL, "3", false}},
     XC_VERDICT_AGREEMENT,
     XC_SIDE_ASSERTED,
     2,
     "2 origins assert it"},
};

START_TEST(verdict_follows_its_evidence)
{
    struct scene scene;
    size_t i;

    for (i = 0; i < XC_COUNT(stories); i++) {
        const struct story *story = &stories[i];
        const struct xc_claim_result *result = &scene.result;

        judge(&scene, story->facts, NULL, NULL);
        ck_assert_msg(result->verdict == story->verdict, "%s: %s", story->name,
                      xc_verdict_name(result->verdict));
        ck_assert_msg(result->side == story->side, "%s", story->name);
        ck_assert_msg(result->n_origins == story->n_origins, "%s: %zu", story->name,
                      result->n_origins);
        ck_assert_msg(xc_str_is(result->why, story->why), "%s: %.*s", story->name,
                      (int)result->why.len, result->why.ptr);
    }
}
END_TEST

START_TEST(verdict_lists_sources_origins_and_edges)
{
    static const struct fact facts[MAX_MENTIONS] = {
        {0, 'D', NULL, "", false},
        {0, 'H', NULL, "", false},
        {1, 'A', "Speaker Alpha", "", false},
        {3, 'A', NULL, "", true},
        {4, 'A', "Speaker Alpha", "", false},
        {4, 'D', NULL, "", false},
    };
    static const size_t origins[] = {1, 0, 2, 0, 2, 3};
    static const struct xc_claim_source sources[] = {
        {0, XC_POSITION_DENIES, {0, 2}},
        {1, XC_POSITION_ASSERTS, {2, 3}},
        {3, XC_POSITION_NONE, {3, 4}},
        {4, XC_POSITION_DENIES, {4, 6}},
    };
    struct scene scene;
    size_t i;

    judge(&scene, facts, NULL, NULL);
    ck_assert_uint_eq(scene.result.n_sources, XC_COUNT(sources));
    for (i = 0; i < XC_COUNT(sources); i++) {
        ck_assert_uint_eq(scene.result.sources[i].source, sources[i].source);
        ck_assert_int_eq(scene.result.sources[i].position, sources[i].position);
        ck_assert_uint_eq(scene.result.sources[i].mentions.first,
                          sources[i].mentions.first);
        ck_assert_uint_eq(scene.result.sources[i].mentions.end,
                          sources[i].mentions.end);
    }
    for (i = 0; i < XC_COUNT(origins); i++)
        ck_assert_uint_eq(scene.result.origin_of[i], origins[i]);
    ck_assert_uint_eq(scene.result.n_edges, 1);
    ck_assert_uint_eq(scene.result.edges[0].a, 2);
    ck_assert_uint_eq(scene.result.edges[0].b, 4);
}
END_TEST

START_TEST(values_equal_in_other_words_are_one)
{
    static const struct fact facts[MAX_MENTIONS] = {
        {0, 'A', NULL, "240 months", false},
        {2, 'A', NULL, "20 years", false},
        {2, 'A', NULL, "20 years", false},
        {3, 'A', NULL, "20 years", false},
    };
    struct scene scene;
    const struct xc_claim_result *result = &scene.result;

    judge(&scene, facts, "20 years", NULL);
    ck_assert_int_eq(result->verdict, XC_VERDICT_AGREEMENT);
    ck_assert_uint_eq(result->n_values, 1);
    ck_assert(xc_str_is(result->values[0].value.text, "240 months"));
    ck_assert_uint_eq(result->values[0].n_sources, 3);
    ck_assert_uint_eq(result->values[0].sources[0], 0);
    ck_assert_uint_eq(result->values[0].sources[1], 2);
    ck_assert_uint_eq(result->values[0].sources[2], 3);
    ck_assert(!result->values[0].differs_from_statement);
    ck_assert(result->has_agreed[0]);
    /* In the unit of the statement. */
    ck_assert(xc_str_is(result->agreed[0].unit, "year"));
    ck_assert_int_eq((int)result->agreed[0].low.at.mantissa, 2);
    ck_assert_int_eq(result->agreed[0].low.at.exponent, 1);
}
END_TEST

START_TEST(values_agree_on_what_all_admit)
{
    static const struct fact facts[MAX_MENTIONS] = {
        {0, 'A', NULL, "2..5", false},
        {1, 'A', NULL, "4..9", false},
        {2, 'H', NULL, "7", false},
    };
    struct scene scene;

    judge(&scene, facts, "7", NULL);
    ck_assert(scene.result.has_agreed[0]);
    ck_assert_int_eq((int)scene.result.agreed[0].low.at.mantissa, 4);
    ck_assert_int_eq((int)scene.result.agreed[0].high.at.mantissa, 5);
    ck_assert_uint_eq(scene.result.n_values, 2);
    ck_assert(scene.result.values[0].differs_from_statement);
    ck_assert(!scene.result.values[1].differs_from_statement);
}
END_TEST

START_TEST(values_in_conflict_agree_on_nothing)
{
    static const struct fact facts[MAX_MENTIONS] = {
        {0, 'A', NULL, "3", false},
        {1, 'A', NULL, "4", false},
    };
    struct scene scene;

    judge(&scene, facts, "3", NULL);
    ck_assert(!scene.result.has_agreed[0]);
    ck_assert(!scene.result.values[0].differs_from_statement);
    ck_assert(scene.result.values[1].differs_from_statement);
}
END_TEST

START_TEST(values_of_other_units_neither_conflict_nor_agree)
{
    static const struct fact facts[MAX_MENTIONS] = {
        {0, 'A', NULL, "3", false},
        {1, 'A', NULL, "3 years", false},
    };
    struct scene scene;

    judge(&scene, facts, NULL, NULL);
    ck_assert_int_eq(scene.result.verdict, XC_VERDICT_AGREEMENT);
    ck_assert(!scene.result.has_agreed[0]);
    ck_assert_uint_eq(scene.result.n_values, 2);
}
END_TEST

START_TEST(running_total_conflicts_only_within_a_day)
{
    static const struct {
        const char *name;
        int32_t days[MAX_MENTIONS];
        bool conflict;
        int agreed; /* 0: nothing */
    } rows[] = {
        {"later updates", {10, 11, 12}, false, 5},
        {"earlier is read later", {12, 11, 10}, false, 3},
        {"one day", {10, 11, 11}, true, 0},
        {"one day that is not the last", {10, 10, 11}, true, 0},
        {"undated conflicts with none", {10, NO_DAY, 11}, false, 5},
        {"undated only", {NO_DAY, NO_DAY, NO_DAY}, false, 0},
    };
    static const struct fact facts[MAX_MENTIONS] = {
        {0, 'A', NULL, "3", false},
        {1, 'A', NULL, "4", false},
        {2, 'A', NULL, "5", false},
    };
    struct scene scene;
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        judge(&scene, facts, NULL, rows[i].days);
        ck_assert_msg((scene.result.verdict == XC_VERDICT_CONTRADICTION) ==
                          rows[i].conflict,
                      "%s", rows[i].name);
        ck_assert_msg(scene.result.has_agreed[0] == (rows[i].agreed != 0), "%s",
                      rows[i].name);
        if (rows[i].agreed != 0)
            ck_assert_msg(scene.result.agreed[0].low.at.mantissa == rows[i].agreed,
                          "%s", rows[i].name);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        verdict_follows_its_evidence,
        verdict_lists_sources_origins_and_edges,
        values_equal_in_other_words_are_one,
        values_agree_on_what_all_admit,
        values_in_conflict_agree_on_nothing,
        values_of_other_units_neither_conflict_nor_agree,
        running_total_conflicts_only_within_a_day,
        NULL,
    };
    int code;

    xc_arena_init(&arena);
    if (xc_origin_rules_load(&arena, &rules) != XC_OK)
        return EXIT_FAILURE;
    code = suite_run("verdict", tests);
    xc_arena_release(&arena);
    return code;
}
