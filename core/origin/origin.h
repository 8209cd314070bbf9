/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Origins: which mentions of a claim trace back to one voice.
 *
 * Grouping runs over the evidence of one claim and one side.  Every edge keeps its
 * reason.  The groups are at most as many as the true origins would be: paraphrase
 * may hide more sharing (METHODS section 3).
 */
#ifndef XC_ORIGIN_ORIGIN_H
#define XC_ORIGIN_ORIGIN_H

#include "origin/kept.h"
#include "origin/rules.h"

enum xc_origin_reason {
    XC_ORIGIN_SAME_SENTENCE,
    XC_ORIGIN_SAME_BLOCK,
    XC_ORIGIN_SHARED_PASSAGE,
    XC_ORIGIN_SAME_QUOTATION,
    XC_ORIGIN_SAME_SPEAKER,
    XC_ORIGIN_SAME_CITATION,
    XC_ORIGIN_CIRCULAR, /* outlets that cite one another: nobody is the root */
    XC_ORIGIN_SAME_OUTLET,
    XC_ORIGIN_UNKNOWN_SPEAKER, /* "she said": perhaps another speaker of the source */
};

/* "same sentence", "same paragraph", "shared passage", "same quotation", … */
const char *xc_origin_reason_name(enum xc_origin_reason reason);

struct xc_origin_edge {
    size_t a; /* indices into the mentions handed in, a < b */
    size_t b;
    enum xc_origin_reason reason;
    struct xc_str
        shared; /* the shared words, the speaker, the outlet: shown to people */
};

/* Order of two struct xc_origin_edge, by a, then b: for qsort. */
int xc_origin_edge_compare(const void *left, const void *right);

struct xc_origins {
    size_t *group_of; /* per mention: number from 0 in order of first mention */
    size_t n_groups;
    struct xc_origin_edge *edges; /* those that joined groups, by a, then b */
    size_t n_edges;
};

/* What tracing needs to know of a source. */
struct xc_origin_source {
    struct xc_str publisher; /* folded key; "" unknown, which equals nothing */
};

/*
 * Groups mentions[0..n) (all of one claim and side, about this event) into *out.
 * Linear in the number of identical ones; what is left is compared through an index of
 * word 5-grams.  sources is indexed by xc_kept.source.  The shared text of an edge has
 * at most XC_MAX_SHOWN_WORDS words.
 */
XC_MUST_CHECK enum xc_status xc_origins_group(const struct xc_origin_rules *rules,
                                              const struct xc_kept *const *mentions,
                                              size_t n,
                                              const struct xc_origin_source *sources,
                                              struct xc_arena *arena,
                                              struct xc_origins *out);

#endif
