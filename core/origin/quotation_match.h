/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The same quotation, however it was shortened or bowdlerised.
 *
 *     he works his a** off 9 nights a f**king month
 *     [he] works his ass off nine nights a f---ing month ... and he is proud of it
 *
 * Of the content words of the shorter one, three quarters must stand close together in
 * the other in the same order, a letter's slip forgiven; numbers and negators must
 * agree (METHODS.md 3.4).  Who speaks is not looked at here.
 */
#ifndef XC_ORIGIN_QUOTATION_MATCH_H
#define XC_ORIGIN_QUOTATION_MATCH_H

#include "origin/candidate.h"
#include "origin/quotation_print.h"

/* Finds the pairs of prints[0..n) that share two content words in a row into *out. */
XC_MUST_CHECK enum xc_status
xc_quotations_candidates(const struct xc_quotation_print *prints, size_t n,
                         struct xc_arena *arena, struct xc_candidate_vec *out);

/* The hashes of three content words in a row into *out[0..*out_n) (arena): what
 * candidates share where there are very many quotations. */
XC_MUST_CHECK enum xc_status
xc_quotation_shingles(const struct xc_quotation_print *print, struct xc_arena *arena,
                      uint64_t **out, size_t *out_n);

/*
 * Whether a and b are one quotation; *out_same says so, and out_spans are then the parts
 * of a's and of b's text that both have.  Scratch memory comes from arena.
 */
XC_MUST_CHECK enum xc_status xc_quotation_match(const struct xc_quotation_print *a,
                                                const struct xc_quotation_print *b,
                                                struct xc_arena *arena, bool *out_same,
                                                struct xc_span out_spans[2]);

#endif
