/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words in disguise: English ones in which letters of another script stand for Latin
 * letters that look the same.
 *
 *     Kаrdashian   a Cyrillic а in a Latin word        found
 *     ѕсоре        a Cyrillic word of nothing but look-alikes, in a Latin text: found
 *     Россия       has letters that look like no Latin one
 *     TNFα, μm     Greek letters as names and units use them
 *     "нет"        set off by marks, as a foreign word is
 *
 * For fold.c, which folds a block that has any once more.
 */
#ifndef XC_TEXT_DISGUISE_H
#define XC_TEXT_DISGUISE_H

#include "text/fold.h"
#include "text/look_alike.h"

struct xc_disguise {
    struct xc_span article; /* the word */
    size_t n_letters;       /* look-alikes among its letters */
    unsigned scripts;       /* bits of enum xc_script: what it is written in */
};

struct xc_disguise_vec {
    struct xc_disguise *items;
    size_t n;
    size_t cap;
    size_t n_dropped; /* words over XC_MAX_HIDDEN_PLACES: left as they are */
};

/*
 * Finds the words in disguise of one block, a span of fold's text, in their order, and
 * stores them in *out, whose room (arena) is used again.  Words are runs of letters and
 * marks, apostrophes between them included, of at most XC_MAX_WORD_BYTES.  XC_NO_MEMORY
 * is the only failure.
 */
XC_MUST_CHECK enum xc_status
xc_disguises_find(const struct xc_look_alikes *list, const struct xc_fold *fold,
                  struct xc_str article, struct xc_span block, struct xc_arena *arena,
                  struct xc_disguise_vec *out);

#endif
