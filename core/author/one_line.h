/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A piece of an article as one line of plain text: every run of white space a single
 * space, none at the ends, and what is no character shown as replaced.
 */
#ifndef XC_AUTHOR_ONE_LINE_H
#define XC_AUTHOR_ONE_LINE_H

#include "base/arena.h"
#include "base/span.h"

/*
 * The text on one line, in *out (arena); mark, when not NULL, is a span of text and then
 * the span of *out with the same words.  False when memory is short.
 */
bool xc_one_line(struct xc_str text, struct xc_span *mark, struct xc_arena *arena,
                 struct xc_str *out);

#endif
