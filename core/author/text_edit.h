/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Changes of a text: pieces of it replaced, all else left byte for byte.
 *
 *     "[a]" with ", b" at byte 2  ->  "[a, b]"
 */
#ifndef XC_AUTHOR_TEXT_EDIT_H
#define XC_AUTHOR_TEXT_EDIT_H

#include "base/arena.h"
#include "base/span.h"

struct xc_text_edit {
    struct xc_span span; /* of the text; nothing long: with is put in before it */
    struct xc_str with;  /* borrowed; "": taken out */
    size_t order;        /* of edits at one place; given by xc_text_edit_add */
};

struct xc_text_edit_vec {
    struct xc_text_edit *items;
    size_t n;
    size_t cap;
};

/* Adds an edit; of those that begin at one place the one added first comes first.  False
 * when memory is short. */
bool xc_text_edit_add(struct xc_text_edit_vec *edits, struct xc_span span,
                      struct xc_str with, struct xc_arena *arena);

/* The text with all edits, in *out (arena); what two of them replace goes once.  Sorts
 * the edits.  False when memory is short. */
bool xc_text_edit_apply(struct xc_text_edit_vec *edits, struct xc_str text,
                        struct xc_arena *arena, struct xc_str *out);

#endif
