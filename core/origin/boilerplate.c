/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/boilerplate.h"

#include <stdlib.h>

enum {
    LEAST_OWN = XC_LEAST_BOILERPLATE, /* articles of one outlet … */
    OWN_SHARE = 50,                   /* … and one in so many of its articles */
    LEAST_SPREAD = 20,                /* articles … */
    LEAST_OUTLETS = 3,                /* … of so many outlets … */
    LEAST_DAYS = 31                   /* … over so many days */
};

static int
compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* By publisher, then neighbours, then item. */
static int
compare_occurrences(const void *left, const void *right)
{
    const struct xc_block_occurrence *a = left;
    const struct xc_block_occurrence *b = right;

    if (a->publisher != b->publisher)
        return compare_numbers(a->publisher, b->publisher);
    if (a->neighbours != b->neighbours)
        return compare_numbers(a->neighbours, b->neighbours);
    return compare_numbers(a->item, b->item);
}

/* Whether what one publisher prints between so many different neighbours is boilerplate
 * of its own. */
static bool
is_own(const size_t *n_articles, uint32_t publisher, size_t n_settings)
{
    return publisher != 0 && n_settings >= LEAST_OWN &&
           n_settings * OWN_SHARE >= n_articles[publisher];
}

static int
compare_neighbours(const void *left, const void *right)
{
    const struct xc_block_occurrence *a = left;
    const struct xc_block_occurrence *b = right;

    return compare_numbers(a->neighbours, b->neighbours);
}

/* Between how many different neighbours the block stands; sorts all[0..n). */
static size_t
count_settings(struct xc_block_occurrence *all, size_t n)
{
    size_t n_settings = 1;
    size_t i;

    qsort(all, n, sizeof *all, compare_neighbours);
    for (i = 1; i < n; i++)
        n_settings += all[i].neighbours != all[i - 1].neighbours;
    return n_settings;
}

bool
xc_is_boilerplate(const size_t *n_articles, struct xc_block_occurrence *all, size_t n)
{
    size_t n_settings_of_all = count_settings(all, n);
    int32_t first_day = INT32_MAX;
    int32_t last_day = INT32_MIN;
    size_t n_outlets = 0;
    size_t n_settings = 0; /* of the publisher at hand */
    size_t i;

    if (n_settings_of_all < LEAST_OWN)
        return false;
    qsort(all, n, sizeof *all, compare_occurrences);
    for (i = 0; i < n; i++) {
        int32_t day = all[i].day;
        bool other = i == 0 || all[i].publisher != all[i - 1].publisher;

        if (other) {
            n_settings = 0;
            n_outlets += all[i].publisher != 0;
        }
        n_settings += other || all[i].neighbours != all[i - 1].neighbours;
        if (is_own(n_articles, all[i].publisher, n_settings))
            return true;
        if (day == INT32_MIN)
            continue;
        first_day = day < first_day ? day : first_day;
        last_day = day > last_day ? day : last_day;
    }
    return n_settings_of_all >= LEAST_SPREAD && n_outlets >= LEAST_OUTLETS &&
           last_day > first_day && (int64_t)last_day - first_day >= LEAST_DAYS;
}

uint32_t
xc_boilerplate_home(const size_t *n_articles, struct xc_block_occurrence *all, size_t n)
{
    uint32_t home = 0;
    size_t most = 0;
    size_t n_settings = 0;
    size_t i;

    qsort(all, n, sizeof *all, compare_occurrences);
    for (i = 0; i < n; i++) {
        bool other = i == 0 || all[i].publisher != all[i - 1].publisher;

        if (other)
            n_settings = 0;
        n_settings += other || all[i].neighbours != all[i - 1].neighbours;
        if (n_settings > most && is_own(n_articles, all[i].publisher, n_settings)) {
            home = all[i].publisher;
            most = n_settings;
        }
    }
    return home;
}
