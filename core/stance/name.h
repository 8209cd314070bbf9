/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of people and institutions: runs of capitalised words, without a list of names.
 *
 * A capital at the beginning of a sentence or in a title-cased headline says nothing by
 * itself; the article's other uses of the word then decide.
 */
#ifndef XC_STANCE_NAME_H
#define XC_STANCE_NAME_H

#include "base/table.h"
#include "lexicon/lexicon.h"
#include "stance/voice.h"

struct xc_name_vec {
    struct xc_range *items;
    size_t n;
    size_t cap;
};

/* Who says a quotation, by what stands around it. */
struct xc_quoted {
    bool known; /* looked for; found tells with what result */
    bool found;
    struct xc_voice voice;
};

/*
 * The names of one article.  What has to be looked for in the whole article is looked for
 * once, when it is first asked for, so functions that take this take it to change it.
 */
struct xc_names {
    const struct xc_lexicon *lexicon;
    const struct xc_text *text;
    struct xc_arena *arena; /* of the tables */
    bool failed;            /* memory was short, and answers since may be wrong */
    bool has_lower_case;
    struct xc_table firsts; /* first words of sentences: their index … */
    bool *in_lower_case;    /* … in the flags of those without a capital elsewhere */
    bool has_full;
    struct xc_name_vec full;  /* names of two or three words … */
    struct xc_table by_last;  /* … by their last word: index of the first such */
    struct xc_table by_first; /* … by their first word */
    struct xc_quoted *quoted; /* one a quotation; NULL: none was asked for */
};

/* The names of text, in arena; all three are borrowed.  NULL when memory is short. */
struct xc_names *xc_names_new(const struct xc_lexicon *lexicon,
                              const struct xc_text *text, struct xc_arena *arena);

/* Whether words [words) end with a name; *out is the run ("trainer Melissa Doe" gives
 * Melissa Doe). */
bool xc_name_at_end(struct xc_names *names, struct xc_range words,
                    struct xc_range *out);

/* The run of name words, titles among them, that begins at word i and ends before
 * `limit`; empty when word i is none. */
struct xc_range xc_name_from(struct xc_names *names, size_t i, size_t limit);

/* Whether word i has the capital of a name and can't be a verb: the "Post" of "told the
 * Brinmouth Post". */
bool xc_name_holds(const struct xc_text *text, size_t i);

/* Fills name and key of *voice from the name, in the longest form that the article has
 * for it ("Doe" → "Melissa Doe").  Arena; XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_name_voice(struct xc_names *names, struct xc_range name,
                                           struct xc_arena *arena,
                                           struct xc_voice *voice);

/* The word keys of words [words) joined by single spaces (arena). */
XC_MUST_CHECK enum xc_status xc_name_key(const struct xc_text *text,
                                         struct xc_range words, struct xc_arena *arena,
                                         struct xc_str *out);

#endif
