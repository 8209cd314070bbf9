/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finding value expressions among the words of a sentence.
 *
 * The longest expression that begins at a word, approximators included ("just under
 * two million pounds"); for every kind that can begin there, its own longest one.
 */
#ifndef XC_VALUE_RECOGNISE_H
#define XC_VALUE_RECOGNISE_H

#include "text/text.h"
#include "value/value.h"

struct xc_value_words; /* number words, units, currencies, months, colours; read-only */

/* The lexicon files that values need, as bytes ("#" comments that say the columns, TAB
 * columns). */
struct xc_value_files {
    struct xc_str numbers;       /* "numbers": three, dozen, third, several */
    struct xc_str units;         /* "units": measures, time, percent */
    struct xc_str currencies;    /* "currencies" */
    struct xc_str approximators; /* "approximators": about, at least, between */
    struct xc_str calendar;      /* "calendar": months, weekdays, relative dates */
    struct xc_str colours;       /* "colours" */
    struct xc_str names;         /* "names": words inside of, or never in, a name */
};

/*
 * Builds the tables from the files' bytes, which they borrow; they live in arena.
 * XC_BAD_RULE when a row is malformed.
 */
XC_MUST_CHECK enum xc_status xc_value_words_new(const struct xc_value_files *files,
                                                const struct xc_word_rules *rules,
                                                struct xc_arena *arena,
                                                const struct xc_value_words **out);

struct xc_value_hit {
    struct xc_range words; /* of the article */
    struct xc_value value;
};

struct xc_value_hit_vec {
    struct xc_value_hit *items;
    size_t n;
    size_t cap;
};

/*
 * Appends every value in words [range) (one sentence or a part of it) to *out,
 * ascending by first word, then kind; at most one of a kind begins at a word.
 * NAME is a run of capitalised words (with of, de, the and the like inside); TEXT is
 * never listed.  published counts relative dates ("in May", "on Monday"); NULL: those
 * keep only what is sure.  Texts borrow from text.article.
 */
XC_MUST_CHECK enum xc_status
xc_values_find(const struct xc_value_words *lexicon, const struct xc_text *text,
               struct xc_range words, const struct xc_date *published,
               struct xc_arena *arena, struct xc_value_hit_vec *out);

/* The same of the dates among them, and nothing else. */
XC_MUST_CHECK enum xc_status
xc_values_find_dates(const struct xc_value_words *lexicon, const struct xc_text *text,
                     struct xc_range words, const struct xc_date *published,
                     struct xc_arena *arena, struct xc_value_hit_vec *out);

/*
 * Reads the whole of text as one value of kind, as a rule's `value:` states it ("20
 * years", "3", "pink", "$1.5m"); false in *out_ok when it is none.  *out borrows from
 * arena.  A bare number for a MEASURE or DURATION is refused; for MONEY it has unit "".
 */
XC_MUST_CHECK enum xc_status xc_value_parse(const struct xc_value_words *lexicon,
                                            const struct xc_text_rules *rules,
                                            enum xc_value_kind kind, struct xc_str text,
                                            struct xc_arena *arena,
                                            struct xc_value *out, bool *out_ok);

#endif
