/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How two values stand to one another, by the table tests/unit/value-pairs.tsv.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "io/file.h"
#include "value_rows.h"

#define MOST_VALUES ((size_t)1000)

static const size_t max_bytes = 1 << 20;

struct pair {
    enum xc_value_kind kind;
    struct xc_value values[2];
    struct xc_str relation;
};

static struct xc_str
read_table(struct value_bench *bench, struct xc_problems *problems)
{
    const char *source = getenv("SOURCE");
    struct xc_str path =
        xc_arena_printf(&bench->program, "%s/tests/unit/value-pairs.tsv",
                        source == NULL ? "." : source);
    struct xc_str table = XC_STR("");

    ck_assert_int_eq(xc_file_read(path, max_bytes, XC_PROBLEM_RULE, &bench->program,
                                  &table, problems),
                     XC_OK);
    return table;
}

/* kind TAB value TAB value TAB relation; false when a value is none of its kind. */
static bool
parse(struct value_bench *bench, struct xc_str line, struct pair *out)
{
    struct xc_str rest = line;
    struct xc_str kind = XC_STR("");
    bool all_ok = true;
    size_t i;

    ck_assert(xc_str_split(&rest, '\t', &kind));
    ck_assert_msg(xc_value_kind_parse(kind, &out->kind), "%.*s", (int)line.len,
                  line.ptr);
    for (i = 0; i < 2; i++) {
        struct xc_str words = XC_STR("");
        bool ok = false;

        ck_assert(xc_str_split(&rest, '\t', &words));
        ck_assert_int_eq(xc_value_parse(bench->words, &bench->rules, out->kind, words,
                                        &bench->article, &out->values[i], &ok),
                         XC_OK);
        all_ok = all_ok && ok;
    }
    ck_assert(xc_str_split(&rest, '\t', &out->relation));
    return all_ok;
}

/* Whether the pair stands as the table says, whichever comes first. */
static bool
holds(const struct pair *pair)
{
    const struct xc_value *a = &pair->values[0];
    const struct xc_value *b = &pair->values[1];
    enum xc_value_relation relation = xc_value_compare(a, b);
    bool refines = relation == XC_VALUES_REFINES;
    struct xc_value both;
    bool meets = relation != XC_VALUES_CONFLICT && relation != XC_VALUES_INCOMPARABLE;

    return xc_str_is(pair->relation, xc_value_relation_name(relation)) &&
           xc_value_compare(b, a) == relation &&
           (!refines || (xc_value_is_narrower(a, b) && !xc_value_is_narrower(b, a))) &&
           xc_value_intersect(a, b, &both) == meets &&
           xc_value_intersect(b, a, &both) == meets;
}

START_TEST(value_pairs_stand_as_the_table_says)
{
    struct value_bench bench = {0};
    struct xc_problems problems;
    struct xc_str rest;
    struct xc_str line;
    size_t n_pairs = 0;
    size_t n_wrong = 0;

    ck_assert(value_bench_load(&bench));
    xc_problems_init(&problems, &bench.program);
    rest = read_table(&bench, &problems);
    while (xc_str_split(&rest, '\n', &line)) {
        struct pair pair;

        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        n_pairs++;
        if (!parse(&bench, line, &pair)) {
            fprintf(stderr, "%.*s: not read\n", (int)line.len, line.ptr);
            n_wrong++;
        } else if (!holds(&pair)) {
            fprintf(stderr, "%.*s: it is %s\n", (int)line.len, line.ptr,
                    xc_value_relation_name(
                        xc_value_compare(&pair.values[0], &pair.values[1])));
            n_wrong++;
        }
        xc_arena_reset(&bench.article);
    }
    ck_assert_uint_ge(n_pairs, 100);
    ck_assert_uint_eq(n_wrong, 0);
    value_bench_release(&bench);
}
END_TEST

/* What must hold of any two values: order does not matter, and what both admit
 * excludes neither. */
static bool
is_sound(const struct xc_value *a, const struct xc_value *b)
{
    enum xc_value_relation relation = xc_value_compare(a, b);
    bool meets = relation != XC_VALUES_CONFLICT && relation != XC_VALUES_INCOMPARABLE;
    struct xc_value both;

    if (xc_value_compare(b, a) != relation ||
        xc_value_intersect(a, b, &both) != meets ||
        (relation == XC_VALUES_REFINES) !=
            (xc_value_is_narrower(a, b) != xc_value_is_narrower(b, a)))
        return false;
    /* Of two systems of measures either figure may have been rounded. */
    return !meets || !xc_str_equal(a->unit, b->unit) ||
           (xc_value_compare(&both, a) != XC_VALUES_CONFLICT &&
            xc_value_compare(&both, b) != XC_VALUES_CONFLICT);
}

START_TEST(value_pairs_of_any_two_are_sound)
{
    static struct xc_value values[MOST_VALUES];
    struct value_bench bench = {0};
    struct xc_problems problems;
    struct xc_str rest;
    struct xc_str line;
    size_t n_wrong = 0;
    size_t n = 0;
    size_t i;
    size_t k;

    ck_assert(value_bench_load(&bench));
    xc_problems_init(&problems, &bench.program);
    rest = read_table(&bench, &problems);
    while (xc_str_split(&rest, '\n', &line)) {
        struct pair pair;

        if (line.len == 0 || line.ptr[0] == '#' || !parse(&bench, line, &pair))
            continue;
        ck_assert_uint_le(n + 2, MOST_VALUES);
        values[n++] = pair.values[0];
        values[n++] = pair.values[1];
    }
    for (i = 0; i < n; i++) {
        for (k = 0; k < n; k++) {
            if (is_sound(&values[i], &values[k]))
                continue;
            fprintf(stderr, "%.*s / %.*s\n", (int)values[i].text.len,
                    values[i].text.ptr, (int)values[k].text.len, values[k].text.ptr);
            n_wrong++;
        }
    }
    ck_assert_uint_eq(n_wrong, 0);
    value_bench_release(&bench);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {value_pairs_stand_as_the_table_says,
                                  value_pairs_of_any_two_are_sound, NULL};

    return suite_run("value pairs", tests);
}
