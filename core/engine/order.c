/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/order.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/table.h"

static int
compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int
compare_sources(const void *a, const void *b)
{
    const struct xc_run_source *const *left = a;
    const struct xc_run_source *const *right = b;
    int order = xc_str_compare((*left)->path, (*right)->path);

    if (order == 0)
        order = compare_numbers((*left)->record_line, (*right)->record_line);
    return order != 0 ? order : xc_str_compare((*left)->id, (*right)->id);
}

static int
compare_problems(const void *a, const void *b)
{
    const struct xc_problem *left = a;
    const struct xc_problem *right = b;
    int order = xc_str_compare(left->path, right->path);

    if (order == 0)
        order = compare_numbers(left->line, right->line);
    if (order == 0)
        order = compare_numbers(left->column, right->column);
    if (order == 0)
        order = compare_numbers(left->kind, right->kind);
    return order != 0 ? order : xc_str_compare(left->message, right->message);
}

/* Tells that source has the url of first and drops it. */
static enum xc_status
tell_same_url(struct xc_run *run, const struct xc_run_source *source,
              const struct xc_run_source *first)
{
    struct xc_place place = {.path = source->path, .line = source->record_line};

    run->summary.sources--;
    if (!xc_problems_add(&run->problems, XC_PROBLEM_DUPLICATE, &place, NULL,
                         "left out: it has the same url as %.*s", (int)first->id.len,
                         first->id.ptr))
        return XC_NO_MEMORY;
    return XC_OK;
}

/* Of the sources with one url, which one stays: the first, but a new article before what the
 * record has of it. */
static enum xc_status
find_stayers(struct xc_run *run, const struct xc_run_source *const *sorted,
             struct xc_table *urls)
{
    size_t i;
    size_t turn;

    for (turn = 0; turn < 2; turn++) {
        for (i = 0; i < run->sources.n; i++) {
            size_t first;

            if (sorted[i]->url.len > 0 && sorted[i]->is_checked == (turn == 0) &&
                !xc_table_add(urls, sorted[i]->url, i, &run->arena, &first))
                return XC_NO_MEMORY;
        }
    }
    return XC_OK;
}

/* The sources in order, without those whose url another one has that stays; new_number[i] is
 * where source i went, SIZE_MAX when it was dropped. */
static enum xc_status
order_sources(struct xc_run *run, size_t *new_number)
{
    struct xc_run_source_vec *sources = &run->sources;
    const struct xc_run_source **sorted =
        xc_arena_array(&run->arena, sources->n, sizeof(struct xc_run_source *));
    struct xc_run_source *kept = xc_arena_array(&run->arena, sources->n, sizeof *kept);
    struct xc_table urls = {0};
    size_t n_kept = 0;
    enum xc_status status;
    size_t i;

    if (sorted == NULL || kept == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < sources->n; i++)
        sorted[i] = &sources->items[i];
    if (sources->n > 1)
        qsort(sorted, sources->n, sizeof(struct xc_run_source *), compare_sources);
    status = find_stayers(run, sorted, &urls);
    for (i = 0; status == XC_OK && i < sources->n; i++) {
        size_t stayer = i;

        if (sorted[i]->url.len > 0)
            (void)xc_table_get(&urls, sorted[i]->url, &stayer);
        new_number[sorted[i] - sources->items] = stayer == i ? n_kept : SIZE_MAX;
        if (stayer == i)
            kept[n_kept++] = *sorted[i];
        else
            status = tell_same_url(run, sorted[i], sorted[stayer]);
    }
    if (status != XC_OK)
        return status;
    sources->items = kept;
    sources->n = n_kept;
    sources->cap = n_kept;
    return XC_OK;
}

/* The mentions by new source number, each source's in the order in which they came (a
 * counting sort). */
static enum xc_status
order_mentions(struct xc_run *run, const size_t *new_number)
{
    struct xc_kept_vec *mentions = &run->mentions;
    size_t *next = xc_arena_array(&run->arena, run->sources.n + 1, sizeof *next);
    struct xc_kept *sorted = xc_arena_array(&run->arena, mentions->n, sizeof *sorted);
    size_t n = 0;
    size_t i;

    if (next == NULL || sorted == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < mentions->n; i++) {
        size_t to = new_number[mentions->items[i].source];

        if (to != SIZE_MAX)
            next[to + 1]++;
    }
    for (i = 0; i < run->sources.n; i++)
        next[i + 1] += next[i];
    for (i = 0; i < mentions->n; i++) {
        size_t to = new_number[mentions->items[i].source];

        if (to == SIZE_MAX)
            continue;
        mentions->items[i].source = to;
        sorted[next[to]++] = mentions->items[i];
        n++;
    }
    mentions->items = sorted;
    mentions->n = n;
    mentions->cap = n;
    return XC_OK;
}

/* Drops the suppressions of sources that were dropped. */
static void
drop_suppressions(struct xc_run *run, const size_t *new_number)
{
    struct xc_suppression_vec *suppressions = &run->suppressions;
    size_t n = 0;
    size_t i;

    for (i = 0; i < suppressions->n; i++) {
        size_t number = 0;

        if (xc_table_get(&run->ids, suppressions->items[i].article, &number) &&
            new_number[number] != SIZE_MAX)
            suppressions->items[n++] = suppressions->items[i];
    }
    suppressions->n = n;
}

enum xc_status
xc_run_order(struct xc_run *run)
{
    size_t *new_number =
        xc_arena_array(&run->arena, run->sources.n + 1, sizeof *new_number);
    enum xc_status status;

    if (new_number == NULL)
        return XC_NO_MEMORY;
    status = order_sources(run, new_number);
    if (status == XC_OK)
        status = order_mentions(run, new_number);
    if (status == XC_OK)
        drop_suppressions(run, new_number);
    if (status == XC_OK && run->problems.n > 1)
        qsort(run->problems.items, run->problems.n, sizeof *run->problems.items,
              compare_problems);
    return status;
}
