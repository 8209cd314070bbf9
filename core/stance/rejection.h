/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rejections: sentences that say of earlier ones that they are not so, or that whoever
 * said so no longer does.
 *
 *     "That turned out to be a hoax."   this: the sentence right before
 *     "None of this is true."           all of what was said just before
 *     "The rumour is false."            a story that the article told earlier
 *     "They are wrong."                 them: what others say, right before
 *     "She has since retracted it."     withdraws: what she said
 *
 * What is rejected is named by a pronoun or a word for a claim alone; "the rumour that the
 * bridge closed is false" holds its claim itself, and is none.  Which earlier sentence is
 * meant is for retraction.h to find.
 */
#ifndef XC_STANCE_REJECTION_H
#define XC_STANCE_REJECTION_H

#include "stance/anaphor.h"
#include "stance/scene.h"

struct xc_rejection {
    bool withdraws; /* what he said before; else the anaphor is rejected */
    struct xc_anaphor anaphor;
    size_t sentence;
    struct xc_range words; /* that name what is rejected; the verb that withdraws */
    struct xc_voice voice; /* who rejects, or withdraws */
    bool unclear;          /* it may say something else: "That was wrong." */
    bool of_thing;         /* it may be said of a thing: "That was a fake." */
    bool shared;           /* withdraws: its subject is that of the verb before */
    bool pronoun;          /* withdraws: its subject is a pronoun */
};

struct xc_rejection_vec {
    struct xc_rejection *items;
    size_t n;
    size_t cap;
};

/* Lists the rejections of the names' article in *out (arena), ascending by sentence.
 * XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_rejections_find(struct xc_names *names,
                                                struct xc_arena *arena,
                                                struct xc_rejection_vec *out);

#endif
