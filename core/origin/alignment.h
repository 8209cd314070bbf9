/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two texts laid beside one another, word by word: a banded local alignment (Smith &
 * Waterman) along one diagonal.
 *
 *     a  it took   3 men to lace her
 *     b  it took all 3 men to lace her     equal, equal, skip b, equal …
 *
 * What the alignment means is for the caller to judge.
 */
#ifndef XC_ORIGIN_ALIGNMENT_H
#define XC_ORIGIN_ALIGNMENT_H

#include "origin/rules.h"

/* How far beside its diagonal an alignment may go: words dropped or added on the way. */
#define XC_ALIGNMENT_BAND 8
#define XC_ALIGNMENT_DIAGONALS (2 * XC_ALIGNMENT_BAND + 1)

struct xc_passage_word {
    size_t id; /* equal words, equal ids */
    enum xc_origin_word class;
};

struct xc_passage_side {
    const struct xc_passage_word *words;
    size_t n_words;
    struct xc_range evidence;
};

enum xc_step {
    XC_STEP_NONE,
    XC_STEP_EQUAL,
    XC_STEP_OTHER,
    XC_STEP_SKIP_A,
    XC_STEP_SKIP_B
};

struct xc_place_pair {
    enum xc_step step;
    size_t a;
    size_t b;
};

/* Room to align texts of up to so many words. */
struct xc_alignment_room {
    /* Of the word of a at hand and the one before: a cell for each diagonal, as
     * alignment.c makes them, and an empty one behind. */
    int64_t rows[2][XC_ALIGNMENT_DIAGONALS + 1];
    unsigned char *steps; /* of each word of a and diagonal: how it was reached */
    struct xc_place_pair *path;
};

/* What is aligned, along which diagonal: word pos_a of a beside word pos_b of b. */
struct xc_pairing {
    const struct xc_passage_side *a;
    const struct xc_passage_side *b;
    size_t pos_a;
    size_t pos_b;
    int penalty;     /* 1 lenient, 2 strict */
    size_t n_needed; /* equal words of both evidences that it must reach */
};

/* Makes room for texts of up to n_words each; false when memory is short. */
bool xc_alignment_room_init(struct xc_alignment_room *room, size_t n_words,
                            struct xc_arena *arena);

/*
 * The best alignment that reaches n_needed words of both evidences: its places in
 * ascending order are *out_path[0..returned), in room until its next use; 0 when there
 * is none.  Time is linear in the words of a.
 */
size_t xc_align(const struct xc_pairing *pairing, struct xc_alignment_room *room,
                const struct xc_place_pair **out_path);

/* Whether the word must stand in both texts: a number or a negator. */
bool xc_alignment_must_agree(const struct xc_passage_word *word);

/* Whether the place sets a number or negator against something else. */
bool xc_alignment_disagrees(const struct xc_pairing *pairing,
                            const struct xc_place_pair *place);

/* Words beyond an end of an alignment, outward from it, that are still looked at. */
#define XC_ALIGNMENT_REACH 3

struct xc_alignment_outside {
    struct xc_passage_word words[XC_ALIGNMENT_REACH];
    size_t n;
};

/* What stands beyond an end: words of text from `first` on, one after another (step 1) or
 * one before another (step SIZE_MAX), as long as they lie in range. */
struct xc_alignment_outside xc_alignment_beyond(const struct xc_passage_word *words,
                                                struct xc_range range, size_t first,
                                                size_t step);

/*
 * Whether an alignment stopped just short of a disagreement: beyond its end both texts go
 * on, with other numbers or negators.  "… [hurt 40 people]" is no copy of "… [hurt 60
 * people]", nor "[never found] the ropes …" of "[found 300] of the ropes …".
 */
bool xc_alignment_breaks_off(const struct xc_alignment_outside *a,
                             const struct xc_alignment_outside *b);

#endif
