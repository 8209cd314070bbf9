/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of a draft as the pattern language writes them: escaped, and with the words
 * that may stand for them.
 *
 *     "arrested"     ->  (arrested|apprehend|nab)
 *     "Ellery Vane"  ->  [Ellery] Vane
 */
#ifndef XC_AUTHOR_DRAFT_WORDING_H
#define XC_AUTHOR_DRAFT_WORDING_H

#include "author/draft_unit.h"

struct xc_draft_wording {
    const struct xc_word_data *data;
    const struct xc_text *text;
    size_t word;
    bool as_name; /* as it is written, with its capital: it has no other forms */
};

/* The word by itself: its key, escaped.  XC_NO_MEMORY is the only failure of these. */
XC_MUST_CHECK enum xc_status xc_draft_wording_plain(const struct xc_text *text,
                                                    size_t word, struct xc_arena *arena,
                                                    struct xc_str *out);

/* The word with its synonyms into unit->text; those that are too common to be used into
 * unit->offered. */
XC_MUST_CHECK enum xc_status
xc_draft_wording_word(const struct xc_draft_wording *wording, struct xc_arena *arena,
                      struct xc_draft_unit *unit);

/* The name next to each other; by_last: all but its last word may be missing. */
XC_MUST_CHECK enum xc_status xc_draft_wording_name(const struct xc_text *text,
                                                   struct xc_range words, bool by_last,
                                                   struct xc_arena *arena,
                                                   struct xc_str *out);

/* Whether the word is letters a to z only, and so can name a slot or a claim. */
bool xc_draft_wording_is_plain(struct xc_str word);

#endif
