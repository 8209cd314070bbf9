/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How the value lexicon is put together: word_row.c reads the rows of its files and adds
 * what they say to the words.
 */
#ifndef XC_VALUE_WORD_ROW_H
#define XC_VALUE_WORD_ROW_H

#include "value/words.h"

/* Empty words, to be filled by the two below; NULL when memory is short. */
struct xc_value_words *xc_value_words_make(struct xc_arena *arena);

/* Adds a reading of the phrase; *out is zeroed but for its class.  XC_BAD_RULE for a
 * phrase without words or with too many. */
XC_MUST_CHECK enum xc_status xc_value_words_add(struct xc_value_words *words,
                                                struct xc_str phrase,
                                                enum xc_form_class class,
                                                struct xc_arena *arena,
                                                struct xc_form **out);

/* Adds a unit to the words and to its family; NULL when memory is short. */
const struct xc_unit *xc_value_words_add_unit(struct xc_value_words *words,
                                              const struct xc_unit *unit,
                                              struct xc_arena *arena);

/* Notes that money of that ISO code may be called dollars; false when memory is short. */
bool xc_value_words_add_dollar(struct xc_value_words *words, struct xc_str code,
                               struct xc_arena *arena);

#endif
