/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A cue's text as the ways in which it can stand in a sentence, and the index over them.
 *
 * Choices and optional words are multiplied out when the lexicon is loaded: "(fail|
 * neglect) to [even]" is four paths.  A path is a few steps, each a set of word forms
 * with the most words that may be skipped before it.
 */
#ifndef XC_LEXICON_CUE_PATH_H
#define XC_LEXICON_CUE_PATH_H

#include "base/table.h"
#include "lexicon/cue.h"

struct xc_cue_step {
    struct xc_str *forms; /* any of these word keys */
    size_t n_forms;
    size_t gap; /* words that may be skipped before it */
};

struct xc_cue_path {
    struct xc_cue_step steps[XC_MAX_CUE_WORDS];
    size_t n;
};

struct xc_cue_paths {
    struct xc_cue_path *items;
    size_t n;
};

/* A word of a cue as it is written: a step a key ("can't" has two), without gaps. */
struct xc_cue_word {
    struct xc_cue_step *steps;
    size_t n;
};

/* The words of all cues that were parsed, which share many; all but the first two members
 * begin as zero. */
struct xc_cue_words {
    const struct xc_inflection *inflection;
    const struct xc_word_rules *rules;
    struct xc_table numbers; /* word as written -> its index */
    struct xc_cue_word *items;
    size_t n;
    size_t cap;
};

/*
 * Parses a cue's text, which must outlive words, into *out (arena).  XC_BAD_RULE:
 * *out_hint says what is wrong (a constant).
 */
XC_MUST_CHECK enum xc_status xc_cue_paths_parse(struct xc_str text,
                                                struct xc_cue_words *words,
                                                struct xc_arena *arena,
                                                struct xc_cue_paths *out,
                                                const char **out_hint);

/* Builds the index over the paths of n cues into *out (arena); borrows both arrays. */
XC_MUST_CHECK enum xc_status xc_cue_index_new(const struct xc_cue *cues,
                                              const struct xc_cue_paths *paths,
                                              size_t n, struct xc_arena *arena,
                                              const struct xc_cue_index **out);

#endif
