/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Citations: whom a sentence names as where its report comes from.
 *
 *     "…, according to the Associated Press"  ->  wire:ap
 *     "… first reported by the Harbour Herald"  ->  outlet:harbour herald
 *
 * "told Vogue" names the authority for a quotation, not the origin, and gives no key.
 */
#ifndef XC_ORIGIN_CITATION_H
#define XC_ORIGIN_CITATION_H

#include "origin/rules.h"
#include "text/text.h"

/*
 * Appends the canonical keys of the citations in sentence s (or in its block's
 * dateline, such as "(AP)") to *out (arena), each once.
 */
XC_MUST_CHECK enum xc_status xc_citations_find(const struct xc_origin_rules *rules,
                                               const struct xc_text *text, size_t s,
                                               struct xc_arena *arena,
                                               struct xc_str_vec *out);

/*
 * Appends the key of the agency that the author's line names to *out (arena), if it does:
 * "Jane Alpha, Associated Press", "Reuters Staff", "By AP".  An outlet of another kind is
 * no root: its reporter writes for it.
 */
XC_MUST_CHECK enum xc_status xc_citations_of_byline(const struct xc_origin_rules *rules,
                                                    struct xc_str author,
                                                    struct xc_arena *arena,
                                                    struct xc_str_vec *out);

/*
 * The canonical key of an outlet by its folded name, with or without "the": "wire:ap"
 * for "associated press", "outlet:harbour herald" for "the harbour herald".  ptr NULL
 * when memory is short; "" for "".
 */
struct xc_str xc_citation_of_outlet(const struct xc_origin_rules *rules,
                                    struct xc_str name, struct xc_arena *arena);

/* The name behind a key, for people: "Associated Press", "harbour herald". */
struct xc_str xc_citation_name(const struct xc_origin_rules *rules, struct xc_str key);

#endif
