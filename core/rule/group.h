/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Brackets of a pattern while it is parsed, and the rules that hold for what they hold.
 *
 * Group 0 is the pattern itself, its branches are the sequences joined by "&".  Each
 * finished sequence is checked: it has something that must match, no gap at its edges,
 * and no slot that could be filled twice.
 */
#ifndef XC_RULE_GROUP_H
#define XC_RULE_GROUP_H

#include "base/limits.h"
#include "rule/fault.h"
#include "rule/pattern.h"
#include "rule/wording.h"

struct xc_sequence_vec {
    struct xc_sequence *items;
    size_t n;
    size_t cap;
};

struct xc_group_start {
    enum xc_element_kind kind; /* CHOICE, OPTIONAL or N_OF */
    size_t number;             /* of N_OF */
    size_t off_bytes;          /* of the element */
    size_t inside;             /* after its bracket */
};

struct xc_group {
    struct xc_group_start start;
    struct xc_sequence_vec branches; /* the finished ones */
    bool fills[XC_MAX_PATTERN_SLOTS];
    struct xc_element_vec current; /* the sequence being read */
    bool current_fills[XC_MAX_PATTERN_SLOTS];
    bool has_required; /* something in current must match */
    bool gap_is_open;  /* nothing that must match stands after the last gap */
    size_t gap_off;
};

struct xc_groups {
    struct xc_group items[XC_MAX_PATTERN_DEPTH + 1]; /* zeroed to begin */
    size_t depth;                                    /* open brackets */
    bool abandoned; /* the rest was not read: what is missing is no fault */
};

/* All of these tell faults and fail only with XC_NO_MEMORY. */

/* Adds an element to the current sequence. */
XC_MUST_CHECK enum xc_status xc_group_add(struct xc_groups *groups,
                                          struct xc_faults *faults,
                                          struct xc_arena *arena,
                                          struct xc_element element);

/* Begins a bracket; false when they are nested too deep. */
XC_MUST_CHECK bool xc_group_open(struct xc_groups *groups, struct xc_group_start start);

/* Ends the current sequence at the '|' (or, of the whole pattern, the '&') at off. */
XC_MUST_CHECK enum xc_status xc_group_branch(struct xc_groups *groups,
                                             struct xc_faults *faults,
                                             struct xc_arena *arena, size_t off);

/* Ends the group at the ')' or ']' at off and adds it as an element. */
XC_MUST_CHECK enum xc_status xc_group_close(struct xc_groups *groups,
                                            struct xc_faults *faults,
                                            struct xc_arena *arena, size_t off);

/* The pattern's end: closes what is open and ends the last sequence. */
XC_MUST_CHECK enum xc_status xc_group_finish(struct xc_groups *groups,
                                             struct xc_faults *faults,
                                             struct xc_arena *arena);

#endif
