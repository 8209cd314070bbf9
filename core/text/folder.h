/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Folding, as it stands between one character and the next.
 *
 * fold_block.c goes from block to block, fold_ascii.c over what is plain, and fold.c over
 * the characters that need Unicode's database.
 */
#ifndef XC_TEXT_FOLDER_H
#define XC_TEXT_FOLDER_H

#include "text/disguise.h"
#include "text/fold_map.h"

struct xc_folder {
    struct xc_str article;
    const struct xc_look_alikes *look_alikes; /* NULL: letters are what they are */
    struct xc_fold_writer out;
    uint32_t previous; /* the last code read that is not hidden; 0: none */
    size_t n_invalid;
    size_t n_hidden;
    struct xc_hidden_places places;
    /* Of the block: whether a letter of it may look like a Latin one, and the words in
     * disguise once they are known; those before `next` lie behind. */
    bool may_disguise;
    struct xc_disguise_vec disguises;
    size_t next;
    bool next_is_noted;
};

/* Folds the character at `at` of the article, a control character or not ASCII, and what
 * belongs to it up to end; returns the offset after what was folded. */
size_t xc_folder_special(struct xc_folder *f, size_t at, size_t end);

#endif
