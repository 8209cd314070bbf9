/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Camps: the evidence of a claim by what it says, each with its origins.
 *
 *     asserted   a.md (origin 1), b.md (origin 1), c.md (origin 2)
 *     denied     d.md (origin 3)
 *     men: 3     a.md (origin 1), b.md (origin 1)
 *     men: 4     c.md (origin 2)
 *
 * A new article is compared with the camps that exclude what it says, and with its own:
 * how many origins stand there, those left out that are its own alone.  Counting is
 * linear in the evidence, however many articles are checked at once.
 */
#ifndef XC_VERDICT_CAMP_H
#define XC_VERDICT_CAMP_H

#include <stdint.h>

#include "base/table.h"
#include "verdict/verdict.h"

/* What checking knows of a source, by its index. */
struct xc_check_source {
    struct xc_str id;
    struct xc_str path;
    bool is_checked; /* a new article; else one of the record */
};

/* What a mention is worth as a statement of its source. */
enum xc_weight {
    XC_WEIGHT_NONE, /* no evidence, or a speaker whom the source itself contradicts */
    XC_WEIGHT_WEAK, /* a speaker of a source that gives both sides the word */
    XC_WEIGHT_FULL,
};

/* An origin in a camp. */
struct xc_camp_origin {
    size_t origin;    /* number within the claim */
    size_t first;     /* its first mention here, an index of the claim's mentions … */
    size_t elsewhere; /* … and its first in another source, or SIZE_MAX */
    size_t on_record; /* its first in a source of the record, or SIZE_MAX */
    bool has_full;    /* one of its mentions has full weight */
};

struct xc_camp_origin_vec {
    struct xc_camp_origin *items;
    size_t n;
    size_t cap;
};

struct xc_camp {
    enum xc_stance stance;        /* asserted or denied */
    const struct xc_value *value; /* NULL: a side, whatever the value */
    size_t slot;                  /* of the value */
    int32_t day;                  /* it was told on; INT32_MIN: unknown, or no matter */
    struct xc_camp_origin_vec origins; /* in order of first mention */
    bool on_record;                    /* a source of the record is in it … */
    bool is_backed;                    /* … and with full weight */
};

struct xc_camp_vec {
    struct xc_camp *items;
    size_t n;
    size_t cap;
};

/* The camps of one claim: [0] asserts, [1] denies, the values follow. */
struct xc_camps {
    const struct xc_claim_result *result;
    struct xc_camp_vec list;
    enum xc_weight *weights; /* per mention of the result */
};

/*
 * Gathers the camps of result into *out (arena); published_day is per source, INT32_MIN
 * where undated.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_camps_gather(const struct xc_claim_result *result,
                                             const struct xc_check_source *sources,
                                             const int32_t *published_day,
                                             struct xc_arena *arena,
                                             struct xc_camps *out);

/* The mention that stands for an origin when source, a new article, is left out: one of
 * the record when there is one; SIZE_MAX when the origin is that source's alone. */
size_t xc_camp_voice(const struct xc_camps *camps, const struct xc_camp_origin *origin,
                     size_t source);

/* The origins of a camp without those that are source's alone. */
size_t xc_camp_others(const struct xc_camps *camps, const struct xc_camp *camp,
                      size_t source);

#endif
