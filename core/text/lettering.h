/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a block uses capitals, and so what a capital in it can tell.  For stop.c alone.
 *
 *     i love it. so cute.                no capital: case tells nothing
 *     Why the U.S. Is Losing Its Trees   a title: a capital begins no sentence
 */
#ifndef XC_TEXT_LETTERING_H
#define XC_TEXT_LETTERING_H

#include "text/fold.h"

/* Both answers are looked for only when asked, and once. */
struct xc_lettering {
    const struct xc_fold *fold;
    struct xc_str article;
    struct xc_span block; /* of the folded text */
    bool knows_caseless;
    bool is_caseless;
    bool knows_titled;
    bool is_titled;
};

/* Borrows fold and article. */
void xc_lettering_init(struct xc_lettering *lettering, const struct xc_fold *fold,
                       struct xc_str article, struct xc_span block);

/* Whether the block has no capital at all. */
bool xc_lettering_is_caseless(struct xc_lettering *lettering);

/* Whether nearly every word of four letters or more (seven in eight, of at least two)
 * has a capital, as in titles and in text that is all capitals. */
bool xc_lettering_is_titled(struct xc_lettering *lettering);

#endif
