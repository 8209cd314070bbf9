/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scan: the words of an article against the index, sentence by sentence.
 *
 * The work for a sentence is one look-up for each of its words, and otherwise grows
 * with the groups and patterns that are hit, not with the number of patterns.
 */
#ifndef XC_MATCH_SCAN_H
#define XC_MATCH_SCAN_H

#include "match/index.h"
#include "match/matcher.h"

/* What one worker keeps between sentences: which groups this sentence has met. */
struct xc_scan {
    uint32_t sentence; /* serial number over all articles, so that little is cleared */
    uint32_t *met;     /* per group: the last sentence that had one of its words */
    uint32_t *hits;    /* patterns that have all their words; n_patterns of room */
    size_t n_hits;
    uint32_t *groups; /* met in this sentence, and waited on; n_groups of room */
    size_t n_groups;
    const uint32_t *words; /* of this sentence, XC_INDEX_NONE: in no pattern */
    size_t n_words;
    uint16_t *places; /* two lists of places, for the check of order */
    uint16_t *next_places;
};

/* Makes room for scanning with index; false when memory is short. */
bool xc_scan_init(struct xc_scan *scan, const struct xc_index *index,
                  struct xc_arena *arena);

/* Appends the candidates of text to *out, by sentence, then pattern. */
XC_MUST_CHECK enum xc_status xc_scan_text(const struct xc_index *index,
                                          struct xc_scan *scan,
                                          const struct xc_text *text,
                                          struct xc_arena *arena,
                                          struct xc_candidate_vec *out);

#endif
