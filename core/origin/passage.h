/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shared passages: words that two texts have in common, lightly edited or not.
 *
 * Word 5-grams, winnowed in windows of four (Schleimer, Wilkerson & Aiken, 2003), find
 * the pairs; a banded local alignment (Smith & Waterman) verifies them.  A passage
 * joins two pieces of evidence when words of the one are aligned with words of the
 * other: what stands beside them does not count.  A number or negator that differs
 * inside the evidence breaks it.
 *
 *     [it took three men to lace her into the corset before the gala]
 *     [it took three strong men to lace her into the corset before the gala]   shared
 *     [it took four men to lace her into the corset before the gala]           not
 */
#ifndef XC_ORIGIN_PASSAGE_H
#define XC_ORIGIN_PASSAGE_H

#include "origin/alignment.h"
#include "origin/candidate.h"
#include "origin/rules.h"

/* A text: its word keys (borrowed) and the part that is evidence. */
struct xc_passage_text {
    const struct xc_str *words;
    size_t n_words;
    struct xc_range evidence;
};

/* A text made comparable.  What its words count for is told when it is first compared:
 * most texts share nothing with any other. */
struct xc_passage_work {
    struct xc_passage_side side;
    struct xc_passage_word *words; /* of side */
    bool has_classes;
};

/* The texts (borrowed) made comparable, and room to compare two of them. */
struct xc_passages {
    const struct xc_origin_rules *rules;
    const struct xc_passage_text *texts;
    struct xc_passage_work *works; /* of each text */
    size_t n;
    struct xc_alignment_room *room;
};

struct xc_passage {
    struct xc_range a; /* words of the first text, from an equal word to one */
    struct xc_range b;
};

/* Interns texts[0..n), which must outlive *out, into *out (arena). */
XC_MUST_CHECK enum xc_status xc_passages_init(const struct xc_origin_rules *rules,
                                              const struct xc_passage_text *texts,
                                              size_t n, struct xc_arena *arena,
                                              struct xc_passages *out);

/* Finds the pairs of texts that may share a passage into *out (arena). */
XC_MUST_CHECK enum xc_status xc_passages_candidates(const struct xc_passages *passages,
                                                    struct xc_arena *arena,
                                                    struct xc_candidate_vec *out);

/*
 * Whether the two texts of the candidate share a passage along its offset; *out is the
 * passage if so: at least 8 equal words, 6 of them content words, 4 inside the evidence
 * of both (all of a shorter evidence), and at most a fifth of the words differing.
 */
bool xc_passages_verify(struct xc_passages *passages,
                        const struct xc_candidate *candidate, struct xc_passage *out);

#endif
