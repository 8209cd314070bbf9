/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A view: one sentence in the forms in which patterns see it, and with what slots need to
 * choose among its values.  Each is made when the first pattern asks for it and serves all
 * that follow.
 */
#ifndef XC_MATCH_VIEW_H
#define XC_MATCH_VIEW_H

#include "match/confirm.h"
#include "match/subject.h"
#include "text/syntax.h"

struct xc_view {
    size_t sentence;
    bool has_keys;
    bool has_folded;
    bool has_hits;
    bool has_clauses;
    bool has_syntax;
    struct xc_subject keys;   /* what structured patterns see */
    struct xc_subject folded; /* what /…/ patterns see */
    struct xc_value_hit_vec hits;
    struct xc_clause_vec clauses;
    struct xc_syntax syntax;
};

/* An empty view of sentence s; NULL when memory is short. */
struct xc_view *xc_view_new(const struct xc_confirm *confirm, size_t s);

/* Makes the parts of the view that pattern needs and that are not there yet.  These three
 * are false when memory is short. */
bool xc_view_prepare(const struct xc_confirm *confirm, const struct xc_pattern *pattern,
                     struct xc_view *view);

/* The same for its clauses, and for its syntax. */
bool xc_view_split_clauses(const struct xc_confirm *confirm, struct xc_view *view);
bool xc_view_read_syntax(const struct xc_confirm *confirm, struct xc_view *view);

/* The value of kind that is exactly words; NULL when there is none. */
const struct xc_value_hit *xc_view_value_at(const struct xc_view *view,
                                            enum xc_value_kind kind,
                                            struct xc_range words);

#endif
