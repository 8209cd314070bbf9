/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Letters that look like Latin ones, by which a word is hidden from whoever searches for
 * it: "Kаrdashian" with a Cyrillic а.  The list is the lexicon's "look-alikes".
 */
#ifndef XC_TEXT_LOOK_ALIKE_H
#define XC_TEXT_LOOK_ALIKE_H

#include <stdint.h>

#include "base/status.h"

/* What a letter that looks like a Latin one is; as bits, what a word is written in. */
enum xc_script {
    XC_SCRIPT_LATIN,
    XC_SCRIPT_CYRILLIC,
    XC_SCRIPT_GREEK,
    XC_SCRIPT_ARMENIAN,
    XC_SCRIPT_CHEROKEE,
    XC_SCRIPT_LISU,
    XC_SCRIPT_COPTIC,
    XC_SCRIPT_PHONETIC,
    XC_SCRIPT_FULLWIDTH,
    XC_SCRIPT_MATHEMATICAL,
    XC_SCRIPT_SYMBOL, /* roman numerals, the Kelvin sign */
};
#define XC_N_SCRIPTS 11

/* Where a letter counts as a look-alike; the list's header says it in full. */
enum xc_look_alike_use {
    XC_LOOK_ALIKE_WHOLE,
    XC_LOOK_ALIKE_MIXED,
    XC_LOOK_ALIKE_LONG,
    XC_LOOK_ALIKE_INSIDE,
};

/* One line of the list: the letters first to last, inclusive. */
struct xc_look_alike {
    uint32_t first;
    uint32_t last;
    enum xc_script script;
    enum xc_look_alike_use use;
    struct xc_str latin; /* small letters; "" when folding gives them already */
};

/* The list; read-only. */
struct xc_look_alikes;

/* "Latin", "Cyrillic", … "phonetic", …: as it stands in the list and in reports. */
const char *xc_script_name(enum xc_script script);

/*
 * Reads the bytes of the lexicon's "look-alikes" into *out (arena).  XC_BAD_RULE when a
 * line is none or the lines do not ascend.
 */
XC_MUST_CHECK enum xc_status xc_look_alikes_new(struct xc_str file,
                                                struct xc_arena *arena,
                                                const struct xc_look_alikes **out);

/* The line of the letter code, or of the letter that it is with an accent; NULL when it
 * has none. */
const struct xc_look_alike *xc_look_alike_find(const struct xc_look_alikes *list,
                                               uint32_t code);

/* Whether code may be in the list: a quick look that is never wrong about a letter
 * without accents that is. */
bool xc_look_alike_may_be(const struct xc_look_alikes *list, uint32_t code);

#endif
