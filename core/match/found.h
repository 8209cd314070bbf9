/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One match of one pattern in one sentence, and the mention made from it.
 */
#ifndef XC_MATCH_FOUND_H
#define XC_MATCH_FOUND_H

#include "match/mention.h"
#include "match/view.h"

struct xc_found {
    struct xc_range
        words; /* of the article; empty when nothing but punctuation matched */
    const struct xc_span *spans; /* captures; until the next match */
    size_t
        next; /* byte of the subject (of a chain: place of the sentence) where the next
                  * match may begin */
};

/*
 * Runs pattern on the view's sentence from byte `from` of its subject on.  A typed slot
 * takes exactly the words of a value of its kind that begins there.
 */
enum xc_regex_result xc_found_next(const struct xc_confirm *confirm,
                                   const struct xc_pattern *pattern,
                                   struct xc_view *view, size_t from,
                                   struct xc_found *out);

/* Makes the mention for a match, everything in confirm->arena.  False when memory is
 * short. */
bool xc_found_mention(const struct xc_confirm *confirm,
                      const struct xc_pattern_entry *entry, struct xc_view *view,
                      const struct xc_found *found, struct xc_mention *out);

#endif
