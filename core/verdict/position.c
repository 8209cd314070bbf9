/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/verdict.h"

/* Which sides a source takes, in its own voice and through its speakers. */
struct sides {
    bool own_asserts;
    bool own_denies;
    bool speaker_asserts;
    bool speaker_denies;
};

static void
take_side(struct sides *sides, const struct xc_kept *mention)
{
    bool own = mention->voice.kind == XC_VOICE_OWN;

    switch (mention->stance) {
    case XC_STANCE_ASSERTED:
        *(own ? &sides->own_asserts : &sides->speaker_asserts) = true;
        return;
    case XC_STANCE_DENIED:
        *(own ? &sides->own_denies : &sides->speaker_denies) = true;
        return;
    case XC_STANCE_HEDGED:
    case XC_STANCE_QUESTIONED:
    case XC_STANCE_HYPOTHETICAL:
    case XC_STANCE_UNRESOLVED:
        return;
    }
}

enum xc_position
xc_position_of(const struct xc_kept *const *mentions, size_t n)
{
    struct sides sides = {false, false, false, false};
    bool about_this = false;
    bool asserts;
    bool denies;
    size_t i;

    for (i = 0; i < n; i++) {
        if (!xc_kept_counts(mentions[i]))
            continue;
        about_this = true;
        take_side(&sides, mentions[i]);
    }
    if (!about_this)
        return XC_POSITION_NONE;
    if (sides.own_asserts && sides.own_denies)
        return XC_POSITION_CONFLICTS;
    asserts = sides.own_asserts || sides.speaker_asserts;
    denies = sides.own_denies || sides.speaker_denies;
    if (asserts && denies && (sides.own_asserts || sides.own_denies)) {
        /* "The mayor says it is open.  It is not.": the own voice decides. */
        asserts = sides.own_asserts;
        denies = sides.own_denies;
    }
    if (asserts == denies)
        return XC_POSITION_DISCUSSES;
    return asserts ? XC_POSITION_ASSERTS : XC_POSITION_DENIES;
}
