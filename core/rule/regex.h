/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PCRE2 behind one door, with match, depth and heap limits and JIT.
 *
 * Expressions are caseless, know Unicode (\w has accented letters, \d other digits)
 * and may not use \C.  The verbs that a pattern may begin with, such as
 * (*LIMIT_MATCH=…), can lower the limits set here and never raise them.
 */
#ifndef XC_RULE_REGEX_H
#define XC_RULE_REGEX_H

#include "base/status.h"

struct xc_regex;         /* one compiled expression; read-only, shared by threads */
struct xc_regex_scratch; /* match data, JIT stack, limits: one per worker */

/*
 * Compiles caseless UTF-8 pattern, to machine code, too, when with_jit is true: matches the
 * same without, more slowly.  *out is a handle, freed by xc_regex_free.
 * XC_BAD_RULE: *out_off_bytes is where the fault is and *out_message what (arena).
 */
XC_MUST_CHECK enum xc_status xc_regex_new(struct xc_str pattern, bool with_jit,
                                          struct xc_arena *arena, struct xc_regex **out,
                                          size_t *out_off_bytes,
                                          struct xc_str *out_message);
void xc_regex_free(struct xc_regex *regex); /* accepts NULL */

/* Number of captures, group 0 included; name of capture i, "" for an unnamed one. */
size_t xc_regex_n_captures(const struct xc_regex *regex);
struct xc_str xc_regex_capture_name(const struct xc_regex *regex, size_t capture);

/*
 * Makes capture i of later matches the group groups[i] of the expression, for n of
 * them: an expression numbers its groups by their opening brackets, which is seldom
 * the order its user wants.  groups is borrowed for as long as regex lives.
 */
void xc_regex_renumber(struct xc_regex *regex, const size_t *groups, size_t n);

/* Whether the expression has callouts, "(?C1)". */
bool xc_regex_has_callouts(const struct xc_regex *regex);

/* Whether it can match without consuming anything; true also when that is unknown. */
bool xc_regex_may_be_empty(const struct xc_regex *regex);

/* A handle, freed by xc_regex_scratch_free; NULL when memory is short. */
struct xc_regex_scratch *xc_regex_scratch_new(void);
void xc_regex_scratch_free(struct xc_regex_scratch *scratch); /* accepts NULL */

enum xc_regex_result {
    XC_REGEX_NO_MATCH,
    XC_REGEX_MATCH,
    XC_REGEX_LIMIT, /* a match, depth, heap or JIT stack limit: neither yes nor no */
    XC_REGEX_NO_MEMORY,
};

/* Called at callout number `number` (the slot's, from 1) with the span of the capture
 * that was closed last; false makes the matcher look further. */
typedef bool (*xc_regex_callout)(void *context, unsigned number, struct xc_span last);

/*
 * Matches regex in subject from byte offset from on.  callout may be NULL (then all
 * are taken as true).  On XC_REGEX_MATCH, *out_spans (borrowed from scratch until its
 * next use) has xc_regex_n_captures entries; an unset capture has off_bytes SIZE_MAX.
 *
 * An empty match is no match, so a loop that goes on from a match's end ends.  The
 * subject is valid UTF-8 and from at the edge of a character, as everything that was
 * folded is; anything else gives XC_REGEX_LIMIT.
 */
enum xc_regex_result xc_regex_match(const struct xc_regex *regex,
                                    struct xc_regex_scratch *scratch,
                                    struct xc_str subject, size_t from,
                                    xc_regex_callout callout, void *context,
                                    const struct xc_span **out_spans);

#endif
