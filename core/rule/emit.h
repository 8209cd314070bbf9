/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writing a PCRE2 expression: text with a ceiling, and a count of its groups.
 *
 * Failure is sticky, as with a sink: whoever writes looks once, at the end.
 */
#ifndef XC_RULE_EMIT_H
#define XC_RULE_EMIT_H

#include "base/arena.h"

/* What a capturing group is for. */
struct xc_capture_use {
    bool is_sequence;
    bool is_part; /* a branch of the "n of" that is the whole sequence */
    bool is_gap;
    bool is_slot;
    size_t slot;
    size_t sequence; /* filled in by xc_emit_capture */
    size_t group;    /* number in the expression; filled in by xc_emit_capture */
};

struct xc_capture_use_vec {
    struct xc_capture_use *items;
    size_t n;
    size_t cap;
};

struct xc_emitter {
    struct xc_arena *arena;
    char *text;
    size_t len;
    size_t cap;
    size_t n_groups; /* group 0 included; starts at 1 */
    size_t sequence; /* that is being written, for the captures in it */
    struct xc_capture_use_vec captures;
    bool failed;    /* memory was short */
    bool too_large; /* over XC_MAX_PATTERN_SOURCE_BYTES */
};

/* Whether everything so far could be written. */
bool xc_emit_ok(const struct xc_emitter *emitter);

/* Writes expression text, or a few numbers in it as printf would. */
void xc_emit_text(struct xc_emitter *emitter, const char *text);
void xc_emit_format(struct xc_emitter *emitter, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Writes bytes so that they match themselves. */
void xc_emit_literal(struct xc_emitter *emitter, struct xc_str bytes);

/* Opens a capturing group that nobody asks for later, and gives its number; opens one
 * whose use is noted; writes an empty one whose being set is the point. */
size_t xc_emit_group(struct xc_emitter *emitter);
size_t xc_emit_capture(struct xc_emitter *emitter, struct xc_capture_use use);
size_t xc_emit_marker(struct xc_emitter *emitter);

/* The number that the next group gets. */
size_t xc_emit_next_group(const struct xc_emitter *emitter);

/* Room for n group numbers; NULL, and the emitter failed, when memory is short. */
size_t *xc_emit_numbers(struct xc_emitter *emitter, size_t n);

#endif
