/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Voice: who says it.
 */
#ifndef XC_STANCE_VOICE_H
#define XC_STANCE_VOICE_H

#include "base/span.h"

enum xc_voice_kind {
    XC_VOICE_OWN,     /* the source itself */
    XC_VOICE_SPEAKER, /* somebody in particular: a name, the police, "the mayor", "she" */
    XC_VOICE_UNNAMED, /* "sources", "a resident", rumour */
};

enum xc_commitment {
    XC_COMMITMENT_NONE,    /* own voice */
    XC_COMMITMENT_STRONG,  /* confirm, reveal, announce */
    XC_COMMITMENT_NEUTRAL, /* say, tell, direct quotation */
    XC_COMMITMENT_WEAK,    /* claim, allege, suggest, rumour */
};

struct xc_voice {
    enum xc_voice_kind kind;
    struct xc_str name; /* as the source writes it, longest form found; "" unknown */
    struct xc_str key;  /* canonical: folded words without titles; "" unknown */
    bool quoted;        /* inside quotation marks or a block quotation */
    enum xc_commitment commitment;
};

/* "own", "speaker", "unnamed"; and "strong", "neutral", "weak" (NULL for none). */
const char *xc_voice_kind_name(enum xc_voice_kind kind);
const char *xc_commitment_name(enum xc_commitment commitment);

#endif
