/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two reports compared: which claims changed verdict, side, value or number of origins,
 * and why: the sources that came, went or turned to another position, the values that came
 * and went, and what joins mentions into one origin, or joins them no longer.
 *
 *     old: single-source, a.txt asserts
 *     new: contradiction, a.txt asserts, b.txt denies  ->  verdict, side, origins; b.txt came
 *
 * Claims are the same by topic and id, sources by id; nothing is taken for renamed.
 */
#ifndef XC_VERDICT_COMPARISON_H
#define XC_VERDICT_COMPARISON_H

#include "verdict/told.h"

enum xc_turn {
    XC_TURN_CAME,   /* only in the new report */
    XC_TURN_WENT,   /* only in the old one */
    XC_TURN_TURNED, /* in both, otherwise */
};

/* "came" …. */
const char *xc_turn_name(enum xc_turn turn);

struct xc_comparison_source {
    enum xc_turn turn;
    struct xc_str id;
    enum xc_position before; /* NONE also when it came, … */
    enum xc_position after;  /* … or went */
    bool is_elsewhere;       /* it was (is) read for the other report, too */
    const struct xc_told_source *source; /* NULL when its report doesn't list it */
};

struct xc_comparison_value {
    enum xc_turn turn; /* CAME or WENT */
    const struct xc_told_value *value;
};

struct xc_comparison_edge {
    enum xc_turn turn; /* CAME or WENT */
    const struct xc_told_edge *edge;
};

struct xc_comparison_claim {
    const struct xc_told_claim *before; /* NULL: the claim came … */
    const struct xc_told_claim *after;  /* … or went */
    /* Of a claim in both: what is another now. */
    bool verdict;
    bool side;
    bool value; /* the agreed one, or those that sources give */
    bool origins;
    bool agreed;    /* the agreed one */
    bool statement; /* its rule says something else: never a change by itself */
    struct xc_comparison_source *sources; /* of a claim in both */
    size_t n_sources;
    struct xc_comparison_value *values;
    size_t n_values;
    struct xc_comparison_edge *edges; /* of a claim with another number of origins */
    size_t n_edges;
};

/* How many claims, and sources of the whole reports. */
struct xc_comparison_summary {
    size_t turned;    /* another verdict or side */
    size_t changed;   /* only values or origins */
    size_t came;      /* claims of the new report only */
    size_t went;      /* claims of the old report only */
    size_t unchanged; /* claims; sources of theirs may have come and gone */
    size_t sources_came;
    size_t sources_went;
};

struct xc_comparison {
    const struct xc_told *before;
    const struct xc_told *after;
    struct xc_comparison_claim *items; /* that changed, came or went; by topic, in the
                                         order of the rules, those that went last */
    size_t n;
    size_t cap;
    struct xc_comparison_summary summary;
};

/* The claim as it is now, or as it was when it went. */
const struct xc_told_claim *xc_comparison_told(const struct xc_comparison_claim *claim);

/* Compares the reports (borrowed) into *out (arena).  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_comparison_make(const struct xc_told *before,
                                                const struct xc_told *after,
                                                struct xc_arena *arena,
                                                struct xc_comparison *out);

#endif
