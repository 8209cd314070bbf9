/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Masked swear words: what is left of one when an outlet will not print it.
 *
 *     f**king  f---ing  a**  s---  ****        masked
 *     re-elect  a-list  f-stop  pre- and post  not
 *
 * The lexicon decides, not the shape: the letters shown must begin and end a swear
 * word.
 */
#ifndef XC_ORIGIN_MASKED_H
#define XC_ORIGIN_MASKED_H

#include "origin/rules.h"

/* Whether c is a mark that masks letters wherever it stands; hyphens do so only in a
 * word that fits. */
bool xc_is_mask(char c);

/*
 * How many bytes at the beginning of chunk (folded bytes without white space) are a
 * masked swear word: up to its end or to a hyphen that another word follows; 0 when
 * they are none.
 */
size_t xc_masked_swear(const struct xc_origin_rules *rules, struct xc_str chunk);

#endif
