/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/nearest.h"

#include <stdint.h>

static const size_t nowhere = SIZE_MAX;

/* The parts of a clause that an inset cuts in two are one. */
static size_t
root_of(const struct xc_clause_vec *clauses, size_t i)
{
    return clauses->items[i].resumes ? clauses->items[i].parent : i;
}

static size_t
clause_of(const struct xc_clause_vec *clauses, size_t word)
{
    size_t i;

    for (i = 0; i < clauses->n; i++) {
        struct xc_range words = clauses->items[i].words;

        if (word >= words.first && word < words.end)
            return root_of(clauses, i);
    }
    return nowhere;
}

/* Whether one of the pattern's own words is among words, outside of the value. */
static bool
holds_literal(const struct xc_nearest *nearest, const struct xc_value_hit *hit,
              struct xc_range words)
{
    size_t word;

    for (word = words.first; word < words.end; word++) {
        if (nearest->literal[word - nearest->first_word] &&
            (word < hit->words.first || word >= hit->words.end))
            return true;
    }
    return false;
}

/* Whether one of them stands in the clause of the value. */
static bool
shares_clause(const struct xc_nearest *nearest, const struct xc_value_hit *hit)
{
    size_t clause = clause_of(nearest->clauses, hit->words.first);
    size_t i;

    for (i = 0; i < nearest->clauses->n && clause != nowhere; i++) {
        if (root_of(nearest->clauses, i) == clause &&
            holds_literal(nearest, hit, nearest->clauses->items[i].words))
            return true;
    }
    return false;
}

/* Whether the value stands just before one of them: the 20 of "12 men saw 20 wrecks".  No
 * greater distance tells anything: "three men lit the lamp, and two men broke it". */
static bool
counts_own_word(const struct xc_nearest *nearest, const struct xc_value_hit *hit)
{
    const struct xc_clause *last = &nearest->clauses->items[nearest->clauses->n - 1];

    return hit->words.end < last->words.end &&
           nearest->literal[hit->words.end - nearest->first_word];
}

/* Whether the slot that opens a match may take the hit instead: in "{n:count} .. boat .. lost"
 * the number of "12 men in a boat and 20 more were lost" stands before the boat. */
static bool
is_in_reach(const struct xc_nearest *nearest, const struct xc_value_hit *caught,
            const struct xc_value_hit *hit, struct xc_range match)
{
    size_t word;

    if (hit->words.first < caught->words.end || hit->words.end > match.end)
        return false;
    for (word = caught->words.end; word < hit->words.first; word++) {
        if (nearest->literal[word - nearest->first_word])
            return false;
    }
    return true;
}

/* Whether hit i is only the number of something else: the two of "two hours". */
static bool
has_unit(const struct xc_value_hit_vec *hits, size_t i)
{
    struct xc_range words = hits->items[i].words;
    size_t k = i;

    while (k > 0 && hits->items[k - 1].words.first == words.first)
        k--;
    for (; k < hits->n && hits->items[k].words.first == words.first; k++) {
        if (hits->items[k].words.end > words.end)
            return true;
    }
    return false;
}

enum xc_nearest_choice
xc_nearest_value(const struct xc_nearest *nearest, const struct xc_value_hit_vec *hits,
                 const struct xc_value_hit *caught, struct xc_range match, bool opens,
                 const struct xc_value_hit **out)
{
    const struct xc_value_hit *best =
        shares_clause(nearest, caught) &&
                !has_unit(hits, (size_t)(caught - hits->items))
            ? caught
            : NULL;
    size_t i;

    if (opens && best != NULL)
        return XC_NEAREST_KEPT;
    for (i = 0; i < hits->n; i++) {
        const struct xc_value_hit *hit = &hits->items[i];

        if (hit->value.kind != caught->value.kind || hit == caught ||
            has_unit(hits, i) || (opens && !is_in_reach(nearest, caught, hit, match)))
            continue;
        if (!shares_clause(nearest, hit))
            continue;
        if (best != NULL && clause_of(nearest->clauses, best->words.first) !=
                                clause_of(nearest->clauses, hit->words.first)) {
            if (xc_value_compare(&best->value, &hit->value) == XC_VALUES_EQUAL)
                continue;
            return XC_NEAREST_UNKNOWN;
        }
        if (best == NULL ||
            (counts_own_word(nearest, hit) && !counts_own_word(nearest, best)))
            best = hit;
    }
    if (best == NULL || best == caught)
        return XC_NEAREST_KEPT;
    *out = best;
    return XC_NEAREST_OTHER;
}
