/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Hidden text: what a text holds that its reader does not see.
 *
 *     cor<U+200B>set      zero-width
 *     <U+202E>tesroc      bidirectional: the reader sees "corset"
 *     cor<BEL>set         control
 *     Kаrdashian          look-alike: the first a is Cyrillic
 *
 * Folding drops (or, of look-alikes, replaces) it, so that the words are matched all the
 * same, and notes where it stood.  What good writing needs is innocent and not noted.
 */
#ifndef XC_TEXT_HIDDEN_H
#define XC_TEXT_HIDDEN_H

#include <stdint.h>

#include "base/arena.h"
#include "text/look_alike.h"

enum xc_hidden_kind {
    XC_HIDDEN_ZERO_WIDTH,
    XC_HIDDEN_BIDIRECTIONAL,
    XC_HIDDEN_CONTROL,
    XC_HIDDEN_LOOK_ALIKE,
};

/* "zero-width", …, as it stands in the report. */
const char *xc_hidden_kind_name(enum xc_hidden_kind kind);

/*
 * A place that holds hidden text: characters of one kind that stand together, or a word
 * with look-alikes.
 */
struct xc_hidden_place {
    uint32_t folded;       /* where the folded text is that it stood before or in */
    uint32_t original;     /* in the article: the characters, or the whole word … */
    uint32_t original_len; /* … and their bytes */
    uint32_t n;            /* hidden characters, or look-alike letters of the word */
    uint16_t scripts;      /* bits of enum xc_script: what the word is written in */
    enum xc_hidden_kind kind;
};

/* In the order of the folded text. */
struct xc_hidden_places {
    struct xc_hidden_place *items;
    size_t n;
    size_t cap;
    size_t n_unplaced; /* hidden characters and look-alike words over
                          XC_MAX_HIDDEN_PLACES: matched all the same, not flagged */
};

/*
 * Notes a place; characters that follow on the last place become a part of it.  False
 * when memory is short.
 */
bool xc_hidden_note(struct xc_hidden_places *places,
                    const struct xc_hidden_place *place, struct xc_arena *arena);

/* The kind of a character that folding drops (xc_character_is_hidden, _is_control). */
enum xc_hidden_kind xc_hidden_kind_of(uint32_t code);

/*
 * Whether the hidden character code at [at, end) of the article is innocent: a soft
 * hyphen, a byte order mark at the very start, a joiner or variation selector of emoji,
 * a joiner in a script that needs it, a direction mark beside right-to-left letters.
 * previous is the character before it that is not hidden, 0 when there is none.
 */
bool xc_hidden_is_innocent(struct xc_str article, size_t at, size_t end, uint32_t code,
                           uint32_t previous);

/* What one piece of evidence holds of one kind; of look-alikes, one word, or, without a
 * word, those over XC_MAX_HIDDEN_WORDS. */
struct xc_hidden {
    enum xc_hidden_kind kind;
    size_t n;              /* characters; look-alike letters of the word; more words */
    struct xc_str word;    /* a word with look-alikes as it stands; else "" */
    struct xc_str read_as; /* the same as it was compared; else "" */
    unsigned scripts;      /* bits of enum xc_script; else 0 */
};

struct xc_hidden_vec {
    struct xc_hidden *items;
    size_t n;
    size_t cap;
};

#endif
