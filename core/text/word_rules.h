/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What splitting into words needs to know from the lexicon; for word.c alone.
 */
#ifndef XC_TEXT_WORD_RULES_H
#define XC_TEXT_WORD_RULES_H

#include "text/word.h"

/* Whether 's after host is a word of its own: "it's", but not "Kim's". */
bool xc_word_rules_is_host(const struct xc_word_rules *rules, struct xc_str host);

/* The key that word stands for when it is a number word ("three" -> "3"), else word. */
struct xc_str xc_word_rules_key(const struct xc_word_rules *rules, struct xc_str word);

/*
 * Cuts the next line that says something off *rest, trimmed, and stores it up to its
 * first TAB and what follows (empty when nothing does); false at the end.
 */
bool xc_word_rules_line(struct xc_str *rest, struct xc_str *out_first,
                        struct xc_str *out_second);

#endif
