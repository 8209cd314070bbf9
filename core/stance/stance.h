/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stance: what a sentence does with a claim, and in whose voice.
 *
 * Cues are found longest first and consumed before scopes are cut; those that govern the
 * target are then composed from the outermost to the innermost (METHODS section 1; the
 * calculus is MacCartney & Manning's and Nairn et al.'s, over true, false, unknown).  A
 * cue word of the target's clause that no rule consumed makes it unresolved.
 */
#ifndef XC_STANCE_STANCE_H
#define XC_STANCE_STANCE_H

#include "lexicon/lexicon.h"
#include "stance/voice.h"

enum xc_stance {
    XC_STANCE_ASSERTED,
    XC_STANCE_DENIED,
    XC_STANCE_HEDGED,
    XC_STANCE_QUESTIONED,
    XC_STANCE_HYPOTHETICAL,
    XC_STANCE_UNRESOLVED,
};

/* "asserted", "denied", … */
const char *xc_stance_name(enum xc_stance stance);

struct xc_cue_hit {
    const struct xc_cue *cue; /* NULL: made by a rule, not by a lexicon entry */
    enum xc_cue_class class;
    struct xc_range words; /* of the article */
};

struct xc_names;

struct xc_stance_reading {
    enum xc_stance stance;
    enum xc_truth truth; /* what it would be unsoftened: "may not have left" is false */
    struct xc_voice voice;
    struct xc_cue_hit *cues; /* those that acted, outermost first */
    size_t n_cues;
    size_t
        unread; /* the word that no rule read and that left it unresolved (also the last
                    * of cues, as XC_CUE_WATCH), or SIZE_MAX */
    struct xc_str trace; /* one step a line, for explain */
    size_t retold_in; /* the later sentence that decided (retraction.h), plus 1; or 0 */
};

struct xc_target {
    size_t sentence;
    struct xc_range words; /* of the article */
    const bool *literal;   /* one flag a word of the sentence; NULL: all of `words` */
    /* The target's parts, the one that says what the claim is first; NULL: `words` is
     * one.  See xc_stance_weigh. */
    const struct xc_range *parts;
    size_t n_parts;
    bool foretold; /* the claim itself is about what is to come (stance/future.h) */
    /* The article's names (stance/name.h), so that what is found out for one target is
     * known for the next; NULL: for this target alone. */
    struct xc_names *names;
};

/*
 * Reads the stance of the target in its sentence into *out; everything is in arena.
 *
 * Of a target in parts, the first and those in one clause with it are read as one.  A
 * part in another clause only takes certainty away: "The corset was lovely, and her aide
 * denied that it was tight" has the corset asserted and the tightness denied, which is
 * unresolved.
 * XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_stance_weigh(const struct xc_lexicon *lexicon,
                                             const struct xc_text *text,
                                             const struct xc_target *target,
                                             struct xc_arena *arena,
                                             struct xc_stance_reading *out);

#endif
