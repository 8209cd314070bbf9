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

/* How far the nearest of the pattern's own words within words is; nowhere: none is. */
static size_t
distance_within(const struct xc_nearest *nearest, const struct xc_value_hit *hit,
                struct xc_range words)
{
    size_t best = nowhere;
    size_t word;

    for (word = words.first; word < words.end; word++) {
        bool before = word < hit->words.first;
        size_t far = before ? hit->words.first - word : word + 1 - hit->words.end;

        if (nearest->literal[word - nearest->first_word] &&
            (before || word >= hit->words.end) && far < best)
            best = far;
    }
    return best;
}

/* The same in the clause of the value. */
static size_t
distance(const struct xc_nearest *nearest, const struct xc_value_hit *hit)
{
    size_t clause = clause_of(nearest->clauses, hit->words.first);
    size_t best = nowhere;
    size_t i;

    for (i = 0; i < nearest->clauses->n && clause != nowhere; i++) {
        size_t far =
            root_of(nearest->clauses, i) == clause
                ? distance_within(nearest, hit, nearest->clauses->items[i].words)
                : nowhere;

        if (far < best)
            best = far;
    }
    return best;
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

enum xc_nearest_choice
xc_nearest_value(const struct xc_nearest *nearest, const struct xc_value_hit_vec *hits,
                 const struct xc_value_hit *caught, struct xc_range match, bool opens,
                 const struct xc_value_hit **out)
{
    size_t least = distance(nearest, caught);
    const struct xc_value_hit *best = least == nowhere ? NULL : caught;
    size_t i;

    if (opens && best != NULL)
        return XC_NEAREST_KEPT;
    for (i = 0; i < hits->n; i++) {
        const struct xc_value_hit *hit = &hits->items[i];
        size_t far;

        if (hit->value.kind != caught->value.kind || hit == caught ||
            (opens && !is_in_reach(nearest, caught, hit, match)))
            continue;
        far = distance(nearest, hit);
        if (far == nowhere)
            continue;
        if (best != NULL && clause_of(nearest->clauses, best->words.first) !=
                                clause_of(nearest->clauses, hit->words.first))
            return XC_NEAREST_UNKNOWN;
        if (best == NULL || far < least) {
            best = hit;
            least = far;
        }
    }
    if (best == NULL || best == caught)
        return XC_NEAREST_KEPT;
    *out = best;
    return XC_NEAREST_OTHER;
}
