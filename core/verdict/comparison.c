/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/comparison.h"

#include <stdlib.h>

#include "base/vec.h"

struct sources {
    struct xc_comparison_source *items;
    size_t n;
    size_t cap;
};

struct values {
    struct xc_comparison_value *items;
    size_t n;
    size_t cap;
};

struct edges {
    struct xc_comparison_edge *items;
    size_t n;
    size_t cap;
};

struct comparing {
    struct xc_comparison *out;
    struct xc_arena *arena;
    struct xc_arena scratch; /* reset for each claim */
    bool failed;             /* memory was short */
};

const char *
xc_turn_name(enum xc_turn turn)
{
    switch (turn) {
    case XC_TURN_CAME:
        return "came";
    case XC_TURN_WENT:
        return "went";
    case XC_TURN_TURNED:
        return "turned";
    }
    return "";
}

const struct xc_told_claim *
xc_comparison_told(const struct xc_comparison_claim *claim)
{
    return claim->after != NULL ? claim->after : claim->before;
}

static void
add(struct comparing *c, struct xc_table *table, struct xc_str key, size_t number)
{
    size_t first;

    c->failed |= !xc_table_add(table, key, number, &c->scratch, &first);
}

/* The numbers of the values by their keys. */
static struct xc_table
values_by_key(struct comparing *c, const struct xc_told_value *values, size_t n)
{
    struct xc_table table = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < n; i++)
        add(c, &table, values[i].key, i);
    return table;
}

/* Adds the values that are not among the others, as ones that came or went. */
static void
add_values(struct comparing *c, const struct xc_told_value *values, size_t n,
           const struct xc_table *others, enum xc_turn turn, struct values *out)
{
    size_t i;

    for (i = 0; i < n; i++) {
        struct xc_comparison_value *slot;

        if (xc_table_get(others, values[i].key, NULL))
            continue;
        slot = XC_VEC_ADD(out, c->arena);
        if (slot == NULL)
            c->failed = true;
        else
            *slot = (struct xc_comparison_value){turn, &values[i]};
    }
}

static void
compare_values(struct comparing *c, struct xc_comparison_claim *claim)
{
    const struct xc_told_claim *before = claim->before;
    const struct xc_told_claim *after = claim->after;
    const struct xc_table old = values_by_key(c, before->values, before->n_values);
    const struct xc_table new = values_by_key(c, after->values, after->n_values);
    struct values values = {NULL, 0, 0};

    add_values(c, after->values, after->n_values, &old, XC_TURN_CAME, &values);
    add_values(c, before->values, before->n_values, &new, XC_TURN_WENT, &values);
    claim->values = values.items;
    claim->n_values = values.n;
}

/* Whether the agreed values are others: a slot has one value at most. */
static bool
agreed_differ(struct comparing *c, const struct xc_told_claim *before,
              const struct xc_told_claim *after)
{
    const struct xc_table old = values_by_key(c, before->agreed, before->n_agreed);
    size_t i;

    for (i = 0; i < after->n_agreed; i++) {
        if (!xc_table_get(&old, after->agreed[i].key, NULL))
            return true;
    }
    return before->n_agreed != after->n_agreed;
}

static struct xc_table
parts_by_source(struct comparing *c, const struct xc_told_claim *claim)
{
    struct xc_table table = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < claim->n_parts; i++)
        add(c, &table, claim->parts[i].source, i);
    return table;
}

static void
add_source(struct comparing *c, struct sources *out,
           const struct xc_comparison_source *source)
{
    struct xc_comparison_source *slot = XC_VEC_ADD(out, c->arena);

    if (slot == NULL)
        c->failed = true;
    else
        *slot = *source;
}

/* The sources of the claim as it is now that came or turned. */
static void
add_new_sources(struct comparing *c, const struct xc_comparison_claim *claim,
                struct sources *out)
{
    const struct xc_table old = parts_by_source(c, claim->before);
    size_t i;

    for (i = 0; i < claim->after->n_parts; i++) {
        const struct xc_told_part *part = &claim->after->parts[i];
        struct xc_comparison_source source = {
            .turn = XC_TURN_CAME,
            .id = part->source,
            .after = part->position,
            .is_elsewhere = xc_told_source(c->out->before, part->source) != NULL,
            .source = xc_told_source(c->out->after, part->source),
        };
        size_t number;

        if (xc_table_get(&old, part->source, &number)) {
            source.turn = XC_TURN_TURNED;
            source.before = claim->before->parts[number].position;
        }
        if (source.turn == XC_TURN_CAME || source.before != source.after)
            add_source(c, out, &source);
    }
}

static void
add_old_sources(struct comparing *c, const struct xc_comparison_claim *claim,
                struct sources *out)
{
    const struct xc_table new = parts_by_source(c, claim->after);
    size_t i;

    for (i = 0; i < claim->before->n_parts; i++) {
        const struct xc_told_part *part = &claim->before->parts[i];
        const struct xc_comparison_source source = {
            .turn = XC_TURN_WENT,
            .id = part->source,
            .before = part->position,
            .is_elsewhere = xc_told_source(c->out->after, part->source) != NULL,
            .source = xc_told_source(c->out->before, part->source),
        };

        if (!xc_table_get(&new, part->source, NULL))
            add_source(c, out, &source);
    }
}

static void
compare_sources(struct comparing *c, struct xc_comparison_claim *claim)
{
    struct sources sources = {NULL, 0, 0};

    add_new_sources(c, claim, &sources);
    add_old_sources(c, claim, &sources);
    claim->sources = sources.items;
    claim->n_sources = sources.n;
}

static struct xc_table
edges_by_key(struct comparing *c, const struct xc_told_claim *claim)
{
    struct xc_table table = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < claim->n_edges; i++)
        add(c, &table, claim->edges[i].key, i);
    return table;
}

/* Adds what joins sources of the one and not of the other; the same two sources, by the
 * same reason, once. */
static void
add_edges(struct comparing *c, const struct xc_told_claim *of,
          const struct xc_told_claim *in, enum xc_turn turn, struct edges *out)
{
    const struct xc_table others = edges_by_key(c, in);
    const struct xc_table own = edges_by_key(c, of);
    size_t i;

    for (i = 0; i < of->n_edges; i++) {
        struct xc_comparison_edge *slot;
        size_t first;

        if (xc_table_get(&others, of->edges[i].key, NULL) ||
            (xc_table_get(&own, of->edges[i].key, &first) && first != i))
            continue;
        slot = XC_VEC_ADD(out, c->arena);
        if (slot == NULL)
            c->failed = true;
        else
            *slot = (struct xc_comparison_edge){turn, &of->edges[i]};
    }
}

static void
compare_edges(struct comparing *c, struct xc_comparison_claim *claim)
{
    struct edges edges = {NULL, 0, 0};

    add_edges(c, claim->after, claim->before, XC_TURN_CAME, &edges);
    add_edges(c, claim->before, claim->after, XC_TURN_WENT, &edges);
    claim->edges = edges.items;
    claim->n_edges = edges.n;
}

/* Fills claim, which is in both reports; whether it changed. */
static bool
compare_claim(struct comparing *c, struct xc_comparison_claim *claim)
{
    const struct xc_told_claim *before = claim->before;
    const struct xc_told_claim *after = claim->after;

    claim->verdict = before->verdict != after->verdict;
    claim->side = before->side != after->side;
    claim->origins = before->n_origins != after->n_origins;
    claim->statement = !xc_str_equal(before->statement, after->statement);
    claim->agreed = agreed_differ(c, before, after);
    compare_values(c, claim);
    claim->value = claim->agreed || claim->n_values > 0;
    if (!claim->verdict && !claim->side && !claim->value && !claim->origins)
        return false;
    compare_sources(c, claim);
    if (claim->origins)
        compare_edges(c, claim);
    return true;
}

static void
add_claim(struct comparing *c, const struct xc_comparison_claim *claim)
{
    struct xc_comparison_claim *slot = XC_VEC_ADD(c->out, c->arena);

    if (slot == NULL)
        c->failed = true;
    else
        *slot = *claim;
}

static void
compare_new_claims(struct comparing *c)
{
    const struct xc_told *after = c->out->after;
    struct xc_comparison_summary *summary = &c->out->summary;
    size_t i;

    for (i = 0; i < after->n_claims && !c->failed; i++) {
        struct xc_comparison_claim claim = {.after = &after->claims[i]};

        xc_arena_reset(&c->scratch);
        claim.before =
            xc_told_find(c->out->before, claim.after, &c->scratch, &c->failed);
        if (claim.before == NULL) {
            summary->came++;
        } else if (!compare_claim(c, &claim)) {
            summary->unchanged++;
            continue;
        } else if (claim.verdict || claim.side) {
            summary->turned++;
        } else {
            summary->changed++;
        }
        add_claim(c, &claim);
    }
}

static void
add_old_claims(struct comparing *c)
{
    const struct xc_told *before = c->out->before;
    size_t i;

    for (i = 0; i < before->n_claims && !c->failed; i++) {
        const struct xc_comparison_claim claim = {.before = &before->claims[i]};

        xc_arena_reset(&c->scratch);
        if (xc_told_find(c->out->after, claim.before, &c->scratch, &c->failed) != NULL)
            continue;
        c->out->summary.went++;
        add_claim(c, &claim);
    }
}

/* Sources that one report lists and the other does not. */
static size_t
count_lacking(const struct xc_told *of, const struct xc_told *in)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < of->n_sources; i++)
        n += xc_told_source(in, of->sources[i].id) == NULL;
    return n;
}

/* By topic, those that went last, otherwise as the reports list them. */
static int
compare_order(const void *left, const void *right)
{
    const struct xc_comparison_claim *a = left;
    const struct xc_comparison_claim *b = right;
    const struct xc_told_claim *told_a = xc_comparison_told(a);
    const struct xc_told_claim *told_b = xc_comparison_told(b);
    int order = xc_str_compare(told_a->topic, told_b->topic);

    if (order == 0)
        order = (a->after == NULL) - (b->after == NULL);
    return order != 0 ? order : (told_a > told_b) - (told_a < told_b);
}

enum xc_status
xc_comparison_make(const struct xc_told *before, const struct xc_told *after,
                   struct xc_arena *arena, struct xc_comparison *out)
{
    struct xc_comparison comparison = {.before = before, .after = after};
    struct comparing c = {.out = &comparison, .arena = arena};

    xc_arena_init(&c.scratch);
    compare_new_claims(&c);
    add_old_claims(&c);
    xc_arena_release(&c.scratch);
    if (c.failed)
        return XC_NO_MEMORY;
    if (comparison.n > 0)
        qsort(comparison.items, comparison.n, sizeof *comparison.items, compare_order);
    comparison.summary.sources_came = count_lacking(after, before);
    comparison.summary.sources_went = count_lacking(before, after);
    *out = comparison;
    return XC_OK;
}
