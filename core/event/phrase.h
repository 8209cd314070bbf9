/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Phrases that tell instances of events apart: names, marks, and the frames of lexicon
 * "event-frames", found by their first word.
 */
#ifndef XC_EVENT_PHRASE_H
#define XC_EVENT_PHRASE_H

#include "base/status.h"
#include "base/table.h"
#include "event/filter.h"

enum xc_phrase_kind {
    XC_PHRASE_NAME,  /* an event's name */
    XC_PHRASE_HEAD,  /* its last word: "the 2031 gala" */
    XC_PHRASE_MARK,  /* what only one instance has */
    XC_PHRASE_FRAME, /* says when */
};
#define XC_N_PHRASE_KINDS 4

/* The classes of lexicon "event-frames", which describes them. */
enum xc_frame_class {
    XC_FRAME_YEAR,
    XC_FRAME_YEARS,
    XC_FRAME_FROM_YEAR,
    XC_FRAME_DAY_OF_YEAR,
    XC_FRAME_DAY,
    XC_FRAME_PUBLISHED,
    XC_FRAME_CONTEXT,
    XC_FRAME_NOW,
    XC_FRAME_EARLIER,
    XC_FRAME_LATER,
    XC_FRAME_EARLIER_EVENT,
    XC_FRAME_LATER_EVENT,
    XC_FRAME_NONE,
};

struct xc_phrase {
    enum xc_phrase_kind kind;
    struct xc_str *keys; /* YEAR and N stand for a year and a small number */
    size_t n_keys;
    size_t next; /* number of another phrase with the same first key; SIZE_MAX: none */
    size_t *owners; /* NAME, HEAD, MARK: the instances it speaks for, ascending */
    size_t n_owners;
    bool weak; /* NAME: short for another, and may name something else */
    enum xc_frame_class class; /* FRAME */
    int years;                 /* FRAME: what to add; what N is taken times */
    bool has_n;
    bool about; /* FRAME: give or take */
};

struct xc_phrase_vec {
    struct xc_phrase *items;
    size_t n;
    size_t cap;
};

enum xc_frame_word {
    XC_FRAME_LINK,
    XC_FRAME_JOIN,
    XC_FRAME_CONTRAST,
    XC_FRAME_PAST,
    XC_FRAME_ABOUT,
    XC_FRAME_OPENS,
    XC_FRAME_OWNER,
    XC_FRAME_EDITION,
    XC_FRAME_STAMP,
};
#define XC_N_FRAME_WORDS 9

struct xc_phrases {
    struct xc_phrase_vec all;
    struct xc_table first;                   /* first key -> number of a phrase */
    struct xc_filter filter;                 /* of all of them, and of tags */
    struct xc_table words[XC_N_FRAME_WORDS]; /* single words of a class */
};

/*
 * Adds phrase (its keys and owners are borrowed), or its owners to the one of its kind
 * with the same keys; *out_number is where it is in `all`.  False when memory is short.
 */
bool xc_phrases_add(struct xc_phrases *phrases, const struct xc_phrase *phrase,
                    struct xc_arena *arena, size_t *out_number);

/* Adds the frames of the lexicon file's bytes, which are borrowed and known to be well
 * formed (asserted).  False when memory is short. */
bool xc_phrases_add_frames(struct xc_phrases *phrases, struct xc_str file,
                           struct xc_arena *arena);

/* The longest phrase of each kind that begins at words[0] of n; NULL for none. */
struct xc_phrase_hits {
    const struct xc_phrase *of_kind[XC_N_PHRASE_KINDS];
};
void xc_phrases_at(const struct xc_phrases *phrases, const struct xc_word *words,
                   size_t n, struct xc_phrase_hits *out);

/* Whether the word has this part in frames. */
bool xc_phrases_word_is(const struct xc_phrases *phrases, struct xc_str key,
                        enum xc_frame_word class);

/* The year that the word writes in four digits and nothing else, 0 when it is none;
 * "3,000" and "2019th" are none. */
int xc_phrase_year(const struct xc_word *word);

/* The year at the end of a glued tag ("metgala2019"), and in *out_stem what is before
 * it; 0 when there is none. */
int xc_phrase_tag_year(struct xc_str key, struct xc_str *out_stem);

/* The number below 1,000 whose ordinal in figures the key is ("71st"), 0 for none. */
int xc_phrase_ordinal(struct xc_str key);

/* The number from 1 to 99 that the word is, 0 when it is none. */
int xc_phrase_number(const struct xc_word *word);

#endif
