/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Phrases: which words beside a verb of saying describe its subject, without a parser.
 *
 * Words are numbers of words of the article; nothing here reads beyond its sentence.
 */
#ifndef XC_STANCE_PHRASE_H
#define XC_STANCE_PHRASE_H

#include "stance/name.h"

/* Whether the punctuation before word i, or the end of a sentence, ends a description;
 * what joins words into a name does not. */
bool xc_phrase_is_cut(const struct xc_text *text, size_t i);

/* Whether word i is one of those between a speaker and his verb: "she also later said". */
bool xc_phrase_is_skipped(const struct xc_lexicon *lexicon, const struct xc_text *text,
                          size_t i);

/* Whether word i is "the", "her", "a", "some" …. */
bool xc_phrase_is_determiner(const struct xc_lexicon *lexicon,
                             const struct xc_text *text, size_t i);

/* The words that describe a speaker and end with word `last`, none before `first`. */
struct xc_range xc_phrase_ending(const struct xc_lexicon *lexicon,
                                 const struct xc_text *text, size_t first, size_t last);

/* The words that describe a speaker and begin at word `from`, before `end`. */
struct xc_range xc_phrase_from(const struct xc_lexicon *lexicon,
                               const struct xc_text *text, size_t from, size_t end);

/*
 * Goes over the apposition that ends before word `end` to the words it describes: "Bryn
 * Oke, 51, the ferryman, said", "Bryn Oke (51) said".  Stays when the apposition is the
 * name: "the head of the fair, Alda Fenn, said".  Gives the end of the words that say who
 * speaks.
 */
size_t xc_phrase_skip_apposition(struct xc_names *names, size_t first, size_t end);

/* The name that stands in apposition behind `words`, up to `end` where the sentence ends:
 * "said the mayor, Tom Fenn."; else `words`. */
struct xc_range xc_phrase_name_behind(struct xc_names *names, struct xc_range words,
                                      size_t end);

/* Whether "and", "but" or "nor" stands right before word i: "smiled and said". */
bool xc_phrase_is_joined(const struct xc_text *text, size_t i);

/* Whether word i is the "to" behind a verb whose subject is also that of the verb behind
 * "to": "refused to admit", not "was expected to say" nor "want everyone to say". */
bool xc_phrase_is_controlled(const struct xc_lexicon *lexicon,
                             const struct xc_text *text, size_t first, size_t i);

/* The subject that stands at the head of its stretch between commas, before the first
 * verb of those up to word `end`: "Bryn Oke smiled and said".  False when something else
 * stands there. */
bool xc_phrase_subject(const struct xc_lexicon *lexicon, const struct xc_text *text,
                       size_t first, size_t end, struct xc_range *out);

#endif
