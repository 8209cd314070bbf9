/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs: letters and digits that are a word just as they stand, as most words are.
 *
 *     the toll rose to 12, she said     seven runs
 *     don't  3,000  u.s.  f**king       none: token.c knows what those are
 */
#ifndef XC_TEXT_RUN_H
#define XC_TEXT_RUN_H

#include "base/span.h"
#include "text/simd.h"

/*
 * Moves *at to the first offset from there on at which a token may begin or a sign
 * stands that tells of one (an apostrophe, a star, a point), and *out_end behind the run
 * there: *at itself when it is no run, and token.c must say what it is.  False when
 * there is no such offset before text ends.  walk goes over the same bytes.
 */
bool xc_run_next(struct xc_byte_walk *walk, struct xc_str text, size_t *at,
                 size_t *out_end);

#endif
