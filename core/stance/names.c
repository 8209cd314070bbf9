/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/stance.h"

const char *
xc_stance_name(enum xc_stance stance)
{
    switch (stance) {
    case XC_STANCE_ASSERTED:
        return "asserted";
    case XC_STANCE_DENIED:
        return "denied";
    case XC_STANCE_HEDGED:
        return "hedged";
    case XC_STANCE_QUESTIONED:
        return "questioned";
    case XC_STANCE_HYPOTHETICAL:
        return "hypothetical";
    case XC_STANCE_UNRESOLVED:
        return "unresolved";
    }
    return "";
}

const char *
xc_voice_kind_name(enum xc_voice_kind kind)
{
    switch (kind) {
    case XC_VOICE_OWN:
        return "own";
    case XC_VOICE_SPEAKER:
        return "speaker";
    case XC_VOICE_UNNAMED:
        return "unnamed";
    }
    return "";
}

const char *
xc_commitment_name(enum xc_commitment commitment)
{
    switch (commitment) {
    case XC_COMMITMENT_NONE:
        return NULL;
    case XC_COMMITMENT_STRONG:
        return "strong";
    case XC_COMMITMENT_NEUTRAL:
        return "neutral";
    case XC_COMMITMENT_WEAK:
        return "weak";
    }
    return NULL;
}
