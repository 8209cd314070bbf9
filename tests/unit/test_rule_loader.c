/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/loader.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"

#include "pattern_bench.h"
#include "rule_rows.h"
#include "suite.h"

struct loaded {
    struct bench bench;
    struct xc_topic_vec topics;
    struct xc_problems problems;
};

static void
loaded_init(struct loaded *loaded)
{
    const struct xc_value_files files = {
        .numbers = xc_lexicon_file("numbers"),
        .units = xc_lexicon_file("units"),
        .currencies = xc_lexicon_file("currencies"),
        .approximators = xc_lexicon_file("approximators"),
        .calendar = xc_lexicon_file("calendar"),
        .colours = xc_lexicon_file("colours"),
        .names = xc_lexicon_file("names"),
    };

    loaded->topics = (struct xc_topic_vec){NULL, 0, 0};
    bench_init(&loaded->bench);
    xc_problems_init(&loaded->problems, &loaded->bench.arena);
    ck_assert_int_eq(xc_value_words_new(&files, loaded->bench.lexicon.text.words,
                                        &loaded->bench.arena,
                                        &loaded->bench.lexicon.values),
                     XC_OK);
}

static void
loaded_release(struct loaded *loaded)
{
    xc_topics_release(&loaded->topics);
    bench_release(&loaded->bench);
}

static enum xc_status
load(struct loaded *loaded, const char *text)
{
    return xc_rule_load(&loaded->bench.lexicon, XC_STR("rules/gala.yaml"),
                        xc_str_of(text), &loaded->bench.arena, &loaded->topics,
                        &loaded->problems);
}

static void
check_claim(const struct xc_claim *claim)
{
    ck_assert(xc_str_is(claim->id, "men-tying-corset"));
    ck_assert(xc_str_is(claim->statement, "Three men tied the corset."));
    ck_assert_uint_eq(claim->n_match, 1);
    ck_assert_uint_eq(claim->match[0]->n_sequences, 2);
    ck_assert_uint_eq(claim->match[0]->line, 17);
    ck_assert_uint_eq(claim->match[0]->column, 10);
    ck_assert_uint_eq(claim->n_unless, 1);
    ck_assert_uint_eq(claim->n_slots, 1);
    ck_assert(xc_str_is(claim->slots[0].name, "men"));
    ck_assert_int_eq(claim->slots[0].kind, XC_VALUE_COUNT);
    ck_assert(claim->slots[0].has_value);
    ck_assert_int_eq(
        xc_decimal_compare(claim->slots[0].value.low.at, xc_decimal_make(3, 0)), 0);
    ck_assert_uint_eq(claim->n_examples, 4);
    ck_assert_int_eq(claim->examples[3].kind, XC_EXAMPLE_IGNORES);
    ck_assert(xc_str_is(claim->examples[3].text,
                        "Three men tied for first place in a corset race."));
    ck_assert_uint_eq(claim->examples[3].line, 24);
    ck_assert(!claim->changes_over_time);
    ck_assert_int_eq(claim->severity, XC_SEVERITY_DEFAULT);
}

START_TEST(rule_load_design_example_gives_topic)
{
    const struct xc_topic *topic;
    struct loaded loaded;
    enum xc_status status;

    loaded_init(&loaded);
    status = load(&loaded, design_example);
    ck_assert_msg(status == XC_OK, "%s",
                  loaded.problems.n == 0 ? "?" : loaded.problems.items[0].message.ptr);
    ck_assert_uint_eq(loaded.problems.n, 0);
    ck_assert_uint_eq(loaded.topics.n, 1);
    topic = &loaded.topics.items[0];
    ck_assert(xc_str_is(topic->id, "met-gala-2019"));
    ck_assert(xc_str_is(topic->title, "Kim Kardashian at the 2019 Met Gala"));
    ck_assert(xc_str_is(topic->file, "rules/gala.yaml"));
    ck_assert_uint_eq(topic->line, 2);
    ck_assert_uint_eq(topic->n_about, 1);
    ck_assert(topic->event.present);
    ck_assert_uint_eq(topic->event.n_names, 2);
    ck_assert(xc_str_is(topic->event.names[1], "Costume Institute Gala"));
    ck_assert(topic->event.has_date);
    ck_assert_int_eq(topic->event.date.day, 6);
    ck_assert(topic->event.has_published);
    ck_assert_int_eq(topic->event.published_first_day,
                     xc_date_day((struct xc_date){2019, 4, 29}));
    ck_assert_int_eq(topic->event.published_last_day,
                     xc_date_day((struct xc_date){2020, 4, 30}));
    ck_assert_uint_eq(topic->event.n_marks, 2);
    ck_assert_uint_eq(topic->n_claims, 1);
    check_claim(&topic->claims[0]);
    loaded_release(&loaded);
}
END_TEST

START_TEST(rule_load_short_file_fills_in_defaults)
{
    const struct xc_topic *topic;
    const struct xc_claim *claim;
    struct loaded loaded;

    loaded_init(&loaded);
    ck_assert_int_eq(load(&loaded, design_example), XC_OK);
    ck_assert_int_eq(load(&loaded, other_fields), XC_OK);
    ck_assert_uint_eq(loaded.topics.n, 2);
    topic = &loaded.topics.items[1];
    ck_assert(xc_str_is(topic->title, "bridge"));
    ck_assert(!topic->event.present);
    ck_assert_uint_eq(topic->n_about, 0);
    ck_assert_uint_eq(topic->n_claims, 2);
    claim = &topic->claims[1];
    ck_assert_uint_eq(claim->topic, 1);
    ck_assert(claim->changes_over_time);
    ck_assert_int_eq(claim->severity, XC_SEVERITY_NOTE);
    ck_assert_uint_eq(claim->n_tags, 2);
    ck_assert(xc_str_is(claim->tags[1], "2019"));
    ck_assert(xc_str_is(claim->note, "a running total"));
    ck_assert_uint_eq(claim->n_match, 2);
    ck_assert(claim->match[1]->is_regex);
    /* The slots of all patterns, in order of first use; those of unless are none. */
    ck_assert_uint_eq(claim->n_slots, 2);
    ck_assert(xc_str_is(claim->slots[0].name, "days"));
    ck_assert(xc_str_is(claim->slots[1].name, "cars"));
    ck_assert(!claim->slots[0].has_value);
    loaded_release(&loaded);
}
END_TEST

START_TEST(rule_load_fault_gives_message_and_place)
{
    struct loaded loaded;
    size_t i;

    loaded_init(&loaded);
    for (i = 0; i < XC_COUNT(fault_rows); i++) {
        const struct xc_problem *problem;

        loaded.problems.n = 0;
        ck_assert_msg(load(&loaded, fault_rows[i].text) == XC_BAD_RULE, "%s: taken",
                      fault_rows[i].message);
        ck_assert_uint_eq(loaded.topics.n, 0);
        problem = &loaded.problems.items[0];
        ck_assert_msg(xc_str_is(problem->message, fault_rows[i].message),
                      "'%s' is not '%s'", problem->message.ptr, fault_rows[i].message);
        ck_assert_msg(problem->line == fault_rows[i].line &&
                          problem->column == fault_rows[i].column,
                      "%s: %zu:%zu", fault_rows[i].message, problem->line,
                      problem->column);
        ck_assert_msg(fault_rows[i].hint == NULL ||
                          xc_str_is(problem->hint, fault_rows[i].hint),
                      "%s: %s", fault_rows[i].message, problem->hint.ptr);
        ck_assert_msg(loaded.problems.n == 1, "%s: then '%s'", fault_rows[i].message,
                      loaded.problems.n < 2 ? ""
                                            : loaded.problems.items[1].message.ptr);
        ck_assert(xc_str_is(problem->path, "rules/gala.yaml"));
        ck_assert_int_eq(problem->kind, XC_PROBLEM_RULE);
        ck_assert_msg(problem->code != XC_CODE_NONE &&
                          xc_code_level(problem->code) == XC_LEVEL_ERROR,
                      "%s: no error's code", problem->message.ptr);
    }
    loaded_release(&loaded);
}
END_TEST

START_TEST(rule_load_tells_all_faults_of_a_file)
{
    static const struct {
        size_t line;
        size_t column;
    } places[] = {{2, 8}, {3, 1},   {4, 17},  {5, 16}, {8, 5},
                  {8, 9}, {12, 23}, {12, 26}, {13, 9}};
    struct loaded loaded;
    size_t i;

    loaded_init(&loaded);
    ck_assert_int_eq(load(&loaded, many_faults), XC_BAD_RULE);
    for (i = 0; i < loaded.problems.n && i < XC_COUNT(places); i++) {
        const struct xc_problem *problem = &loaded.problems.items[i];

        ck_assert_msg(
            problem->line == places[i].line && problem->column == places[i].column,
            "%zu:%zu: %s", problem->line, problem->column, problem->message.ptr);
    }
    ck_assert_uint_eq(loaded.problems.n, XC_COUNT(places));
    ck_assert(xc_str_is(loaded.problems.items[1].excerpt, "titel: Gala"));
    loaded_release(&loaded);
}
END_TEST

START_TEST(rule_set_with_one_id_twice_is_told)
{
    struct loaded loaded;

    loaded_init(&loaded);
    ck_assert_int_eq(load(&loaded, design_example), XC_OK);
    ck_assert_int_eq(xc_rule_check_set(&loaded.topics, &loaded.problems), XC_OK);
    ck_assert_int_eq(xc_rule_load(&loaded.bench.lexicon, XC_STR("rules/other.yaml"),
                                  xc_str_of(design_example), &loaded.bench.arena,
                                  &loaded.topics, &loaded.problems),
                     XC_OK);
    ck_assert_int_eq(xc_rule_check_set(&loaded.topics, &loaded.problems), XC_BAD_RULE);
    ck_assert_uint_eq(loaded.problems.n, 1);
    ck_assert_str_eq(loaded.problems.items[0].message.ptr,
                     "topic id 'met-gala-2019' is used twice; the first is in "
                     "rules/gala.yaml");
    ck_assert(xc_str_is(loaded.problems.items[0].path, "rules/other.yaml"));
    ck_assert_uint_eq(loaded.problems.items[0].line, 2);
    ck_assert(xc_str_is(loaded.problems.items[0].excerpt, "topic: met-gala-2019"));
    loaded_release(&loaded);
}
END_TEST

/* Many claims with places far down the file: finding their lines is not quadratic. */
START_TEST(rule_load_large_file_ends_soon)
{
    static const char head[] = "xclaim: 1\ntopic: t\nclaims:\n";
    const size_t n = 3000;
    const size_t claim_bytes = 96;
    struct loaded loaded;
    size_t len = sizeof head - 1;
    char *text = malloc(len + n * claim_bytes + 1);
    size_t i;

    ck_assert_ptr_nonnull(text);
    memcpy(text, head, len);
    for (i = 0; i < n; i++)
        len += (size_t)snprintf(text + len, claim_bytes,
                                "- {id: c%zu, statement: s, match: =word%zu .. =b}\n",
                                i, i);
    loaded_init(&loaded);
    ck_assert_int_eq(load(&loaded, text), XC_OK);
    ck_assert_uint_eq(loaded.topics.items[0].n_claims, n);
    ck_assert_uint_eq(loaded.topics.items[0].claims[n - 1].line, n + 3);
    loaded_release(&loaded);
    free(text);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        rule_load_design_example_gives_topic,
        rule_load_short_file_fills_in_defaults,
        rule_load_fault_gives_message_and_place,
        rule_load_tells_all_faults_of_a_file,
        rule_set_with_one_id_twice_is_told,
        rule_load_large_file_ends_soon,
        NULL,
    };

    return suite_run("rule_loader", tests);
}
