/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Items of lists: numbers, letters and bullets that begin a sentence without a full
 * stop before them.  For sentence.c alone.
 *
 *     1.) The bridge 2.) The gala
 *     a. The bridge b. The gala
 *     • 9. The bridge • 10. The gala
 */
#ifndef XC_TEXT_ITEM_H
#define XC_TEXT_ITEM_H

#include "text/fold.h"
#include "text/simd.h"

enum xc_item_kind { XC_ITEM_NONE, XC_ITEM_NUMBER, XC_ITEM_LETTER };

struct xc_item {
    enum xc_item_kind kind;
    unsigned value;  /* 1 for "1." and for "a." */
    bool bracketed;  /* "(1)" */
    char closing[3]; /* ".", ")" or ".)" */
    size_t end;      /* offset after the mark and its bullet */
};

/*
 * The item's mark at offset at of the folded text, after a bullet if there is one; kind
 * XC_ITEM_NONE when there is no mark, end is then after the bullet or at.
 */
struct xc_item xc_item_at(struct xc_str text, size_t at);

/* Whether item follows the one before it in the same list: "2." follows "1.". */
bool xc_item_follows(const struct xc_item *item, const struct xc_item *before);

/*
 * Whether a list begins inside a sentence at offset at, behind a space: a "1." before a
 * capital, and later in the text the "2." that follows it ("To be clear 1. It closed
 * and 2. It will open").  Reads to the end of the text, which ends with the block.
 */
bool xc_item_opens_list(const struct xc_fold *fold, struct xc_str article,
                        struct xc_str text, size_t at);

/* Whether a bullet (•, ▪ …) stands at offset at; its length in bytes or 0. */
size_t xc_item_bullet_len(struct xc_str text, size_t at);

/*
 * Whether the block, which has no full stop, is a list of short lines: three or more of
 * at most six words each.
 */
bool xc_item_are_lines(const struct xc_fold *fold, struct xc_str article,
                       struct xc_span block);

/* Whether the article has a line's end behind the folded space at offset at. */
bool xc_item_line_ends(const struct xc_fold *fold, struct xc_str article, size_t at);

/*
 * The first offset from `at` on where a sentence may end: a terminator, or a space behind
 * which an item may begin.  In a list that is any space, else one before a bracket, a
 * bullet or the first figure.  end when there is none before it.  maps are the text's.
 */
size_t xc_item_next_place(const struct xc_byte_map *maps, size_t at, size_t end,
                          bool in_list);

#endif
