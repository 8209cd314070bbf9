/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Mending a rule file where lint knows how and nothing can be lost: a pattern, example or
 * entry that stands twice, a term without a use, a key that can only be one other.
 *
 *     match: ["market .. move", "market .. move"]  ->  match: ["market .. move"]
 *
 * All other bytes stay.  What a comment stands beside is left alone.
 */
#ifndef XC_AUTHOR_LINT_MEND_H
#define XC_AUTHOR_LINT_MEND_H

#include "author/lint.h"

struct xc_mended {
    struct xc_str text; /* the file's new bytes, or those it had */
    size_t n;           /* places mended */
    size_t n_left;      /* places that could have been, but for a comment or the like */
    bool refused; /* further changes were dropped, as the text got worse by them */
};

/*
 * Mends the text of the rule file path into *out (arena), in a few rounds.  After each the
 * new text is read again: when it is not the old tree without what was taken out, or has
 * more wrong with it, the round is dropped and *out says so.  XC_NO_MEMORY is the only
 * failure.
 */
XC_MUST_CHECK enum xc_status xc_lint_mend(const struct xc_lexicon *lexicon,
                                          struct xc_str path, struct xc_str text,
                                          struct xc_arena *arena,
                                          struct xc_mended *out);

#endif
