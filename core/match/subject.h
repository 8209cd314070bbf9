/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Subject: a sentence in the form that PCRE2 sees, with the way back to its words.
 *
 * Structured patterns run on the word keys joined by single spaces ("3 man tie the
 * corset" for "Three man-tie the corset!"), a /…/ pattern on the folded sentence.
 */
#ifndef XC_MATCH_SUBJECT_H
#define XC_MATCH_SUBJECT_H

#include "text/text.h"

struct xc_subject {
    struct xc_str text;
    struct xc_span *words; /* of each word of the sentence, in text; ascending */
    size_t n_words;
    size_t first_word; /* the sentence's first word, in the article */
};

/* Makes the subject of sentence s in arena; for a regex it borrows the folded text.
 * False when memory is short. */
bool xc_subject_make(const struct xc_text *text, size_t s, bool for_regex,
                     struct xc_arena *arena, struct xc_subject *out);

/* The words (of the article) that share a byte with span, or (when whole) lie fully
 * inside it; an empty range at the place when there are none. */
struct xc_range xc_subject_range(const struct xc_subject *subject, struct xc_span span,
                                 bool whole);

/* Whether span begins where a word begins and ends where a word ends. */
bool xc_subject_is_words(const struct xc_subject *subject, struct xc_span span);

#endif
