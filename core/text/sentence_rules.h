/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The classes of words that tell whether a full stop ends its sentence; the lexicon's
 * "abbreviations" says what each means.  For sentence.c alone.
 */
#ifndef XC_TEXT_SENTENCE_RULES_H
#define XC_TEXT_SENTENCE_RULES_H

#include "text/sentence.h"

enum xc_sentence_class {
    XC_ABBREVIATION_TITLE = 1 << 0,
    XC_ABBREVIATION_LATIN = 1 << 1,
    XC_ABBREVIATION_NUMBER = 1 << 2,
    XC_ABBREVIATION_UNIT = 1 << 3,
    XC_ABBREVIATION_MONTH = 1 << 4,
    XC_ABBREVIATION_NAME = 1 << 5, /* place, corporate, suffix, initialism */
    XC_ABBREVIATION_TIME = 1 << 6,
    XC_ABBREVIATION_ENDING = 1 << 7,
    XC_SENTENCE_STARTER = 1 << 8,
    XC_SENTENCE_FRONTING = 1 << 9,
    XC_SENTENCE_ZONE = 1 << 10,
    XC_SENTENCE_DOMAIN = 1 << 11,
};
#define XC_ABBREVIATION_ANY 0xFFu

/* The classes of the folded word, or'd; 0 when it is in none. */
unsigned xc_sentence_rules_classes(const struct xc_sentence_rules *rules,
                                   struct xc_str word);

#endif
