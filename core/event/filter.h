/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Filter: tells the many places of an article where no phrase begins without looking
 * anything up.
 *
 *     of "last year" and "tonight"   "tonight …" and "last year …" may begin one,
 *                                    "last gasp", "the tide" can't
 *
 * A phrase sets a bit for its first word and one for its first two.  What is let through
 * must still be compared.
 */
#ifndef XC_EVENT_FILTER_H
#define XC_EVENT_FILTER_H

#include <stdint.h>

#include "text/word.h"

#define XC_FILTER_BITS 13 /* of the number of a bit */

struct xc_filter {
    uint64_t bits[(1 << XC_FILTER_BITS) / 64];
};

/* Lets the phrase of n keys (at least one) through.  YEAR and N stand for figures. */
void xc_filter_add(struct xc_filter *filter, const struct xc_str *keys, size_t n);

/* Whether a phrase may begin at words[0] of n.  Figures ("2031", "71st", "gala2031")
 * always may, as they may be a year, a number or an edition. */
bool xc_filter_may_begin(const struct xc_filter *filter, const struct xc_word *words,
                         size_t n);

#endif
