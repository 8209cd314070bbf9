/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the views for people, text and Markdown, say in the same words.
 *
 * A phrase is sent to a pen: a sink that escapes whatever it gets for one output
 * language.  Nothing here knows which, so the views can't disagree.
 *
 *     xc_telling_details(&telling, 0)  ->  "denied (“no truth to”) · says the mayor"
 */
#ifndef XC_REPORT_TELLING_H
#define XC_REPORT_TELLING_H

#include "base/sink.h"
#include "engine/run.h"

/* The claim that is being told. */
struct xc_telling {
    const struct xc_run *run;
    struct xc_arena *arena; /* scratch, reset for each claim */
    struct xc_sink *pen;    /* a failure also stands here */
    const struct xc_claim_result *result;
    /* Edges by their later mention b: those of mention m are
     * edges[edge_first[m] .. edge_first[m + 1]), indices into result->edges. */
    size_t *edges;
    size_t *edge_first;
};

/* Turns the view to a claim: forgets the one before.  False when memory is short. */
bool xc_telling_turn(struct xc_telling *telling, const struct xc_claim_result *result);

/* Sends text made in the arena; a NULL ptr, memory being short, fails the pen. */
void xc_telling_made(const struct xc_telling *telling, struct xc_str text);

/* "1 claim", "2 claims". */
void xc_telling_count(struct xc_sink *pen, size_t n, const char *noun);

/* "asserts", …, "conflicts with itself", "no position". */
const char *xc_telling_position(enum xc_position position);

/* "Harbour Herald, 2019-05-08" of a source; "undated" without a date. */
void xc_telling_source(const struct xc_telling *telling,
                       const struct xc_run_source *source);

/* "asserted by at most 2 origins · agreed: men 3 · men-tying-corset". */
void xc_telling_claim(const struct xc_telling *telling);

/* Stance (when not asserted) with its cues, voice, event (when not this), values and how
 * they stand to the statement's: "time two decades (equal to 20 years)". */
void xc_telling_details(const struct xc_telling *telling, size_t mention);

/* "decided by Ida Marlow, 2031-05-09: denied (read as asserted) · <reason>", of a mention
 * with a decision. */
void xc_telling_decision(const struct xc_telling *telling, const struct xc_kept *kept);

/*
 * 'hidden text: 3 zero-width characters, “Kаrdashian” mixes Latin and Cyrillic letters'
 * of what a piece of evidence holds; nothing when it holds none.
 */
void xc_telling_hidden(struct xc_sink *pen, const struct xc_hidden *hidden, size_t n);

/* "same origin as a.txt line 4: same quotation “it was …”" for an edge of the claim, as
 * its later mention would say it. */
void xc_telling_edge(const struct xc_telling *telling, size_t edge);

/* A whole sentence in quotation marks; one that has some at an end goes without more. */
void xc_telling_sentence(struct xc_sink *pen, struct xc_str sentence);

/* "same quotation “it was …”", for shared words of that reason; they may be "". */
void xc_telling_reason(struct xc_sink *pen, enum xc_origin_reason reason,
                       struct xc_str shared);

/* "path:line:column: message", whatever is known of the place. */
void xc_telling_problem(struct xc_sink *pen, const struct xc_problem *problem);

/* "7 more problems are not listed", of those over XC_MAX_PROBLEMS, in arena; ptr NULL
 * when memory is short. */
struct xc_str xc_telling_dropped(const struct xc_problems *problems,
                                 struct xc_arena *arena);

/* "12 claims: 3 agreement, …, 2 silent · 14 sources, 1 unread"; and when there are some,
 * " · 2 mentions with hidden text". */
void xc_telling_summary(struct xc_sink *pen, const struct xc_summary *summary);

/*
 * The claims of one topic: a run of neighbours in run->claims.
 */
struct xc_telling_topic {
    const struct xc_topic *topic;
    struct xc_range claims; /* of run->claims */
    size_t
        n_unmentioned; /* silent, and not because every mention is of another event */
};

/* The topic whose claims begin at run->claims[first]; first is in range. */
struct xc_telling_topic xc_telling_topic_at(const struct xc_run *run, size_t first);

/* Whether every claim of the rule file is listed and without a mention: one line tells
 * it all. */
bool xc_telling_topic_is_silent(const struct xc_telling_topic *topic);

/* Whether no source has a mention of the claim, not even about another event. */
bool xc_telling_is_unmentioned(const struct xc_claim_result *result);

#endif
