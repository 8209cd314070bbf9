/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which words were written with capitals, that the fold has made small.  For word.c alone.
 */
#ifndef XC_TEXT_CAPITAL_H
#define XC_TEXT_CAPITAL_H

#include "text/word.h"

struct xc_capitals {
    const struct xc_fold *fold;
    struct xc_str article;
    size_t step; /* of the fold's map, where the last word was */
    /* The linear step of the map that was met last: what it holds of the folded text, and
     * the article's bytes behind that. */
    struct xc_range linear;
    const char *linear_bytes;
};

/* Begins with words from folded offset at on; borrows fold and article. */
void xc_capitals_init(struct xc_capitals *c, const struct xc_fold *fold,
                      struct xc_str article, size_t at);

/* XC_WORD_CAPITAL and XC_WORD_ALL_CAPS for the folded bytes [first, end). */
unsigned xc_capitals_of(struct xc_capitals *c, size_t first, size_t end);

/*
 * The same for letters and digits into *out where two bytes tell it, as of nearly every
 * word ("bridge", "Bridge"); false when xc_capitals_of must look.  In this header because
 * every word of every article passes here.
 */
static inline bool
xc_capitals_plain(const struct xc_capitals *c, size_t first, size_t end, unsigned *out)
{
    const char *folded = c->fold->text.ptr + first;
    const char *bytes;

    if (first < c->linear.first || end > c->linear.end || folded[0] < 'a' ||
        folded[0] > 'z')
        return false;
    bytes = c->linear_bytes + (first - c->linear.first);
    *out = bytes[0] == folded[0] ? 0 : XC_WORD_CAPITAL;
    return *out == 0 || (end - first > 1 && bytes[1] == folded[1] && folded[1] >= 'a' &&
                         folded[1] <= 'z');
}

#endif
