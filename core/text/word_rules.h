/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What splitting into words needs to know from the lexicon; for word.c alone.
 */
#ifndef XC_TEXT_WORD_RULES_H
#define XC_TEXT_WORD_RULES_H

#include "text/word.h"

/* The longest length that the shapes tell apart: "seventeenth" has 11 letters. */
#define XC_NUMBER_SHAPE_LENGTH ((size_t)15)

/* What number words look like, so that nearly every other word is spared the look-up: bit n
 * of lengths, at the row of a first and a last letter, is set when one has n letters. */
struct xc_number_shapes {
    uint16_t lengths[32 * 32];
};

/* Where the lengths of words with such a first and last letter stand; others may share
 * the row. */
static inline size_t
xc_number_shapes_row(struct xc_str word)
{
    return ((size_t)word.ptr[0] & 31) << 5 | ((size_t)word.ptr[word.len - 1] & 31);
}

/* Whether word, which is not empty, may be a number word. */
static inline bool
xc_number_shapes_have(const struct xc_number_shapes *shapes, struct xc_str word)
{
    const unsigned lengths = shapes->lengths[xc_number_shapes_row(word)];
    const size_t n =
        word.len < XC_NUMBER_SHAPE_LENGTH ? word.len : XC_NUMBER_SHAPE_LENGTH;

    return (lengths >> n & 1) != 0;
}

/* The shapes of the rules' number words. */
const struct xc_number_shapes *xc_word_rules_shapes(const struct xc_word_rules *rules);

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
