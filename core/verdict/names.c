/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/verdict.h"

const char *
xc_position_name(enum xc_position position)
{
    switch (position) {
    case XC_POSITION_NONE:
        return NULL;
    case XC_POSITION_ASSERTS:
        return "asserts";
    case XC_POSITION_DENIES:
        return "denies";
    case XC_POSITION_DISCUSSES:
        return "discusses";
    case XC_POSITION_CONFLICTS:
        return "conflicts";
    }
    return NULL;
}

const char *
xc_verdict_name(enum xc_verdict verdict)
{
    switch (verdict) {
    case XC_VERDICT_AGREEMENT:
        return "agreement";
    case XC_VERDICT_CONTRADICTION:
        return "contradiction";
    case XC_VERDICT_SINGLE_SOURCE:
        return "single-source";
    case XC_VERDICT_UNSETTLED:
        return "unsettled";
    case XC_VERDICT_SILENT:
        return "silent";
    }
    return "";
}

const char *
xc_side_name(enum xc_side side)
{
    switch (side) {
    case XC_SIDE_NONE:
        return NULL;
    case XC_SIDE_ASSERTED:
        return "asserted";
    case XC_SIDE_DENIED:
        return "denied";
    }
    return NULL;
}

bool
xc_verdict_parse(struct xc_str word, enum xc_verdict *out)
{
    int i;

    for (i = 0; i < XC_N_VERDICTS; i++) {
        if (xc_str_is(word, xc_verdict_name((enum xc_verdict)i))) {
            *out = (enum xc_verdict)i;
            return true;
        }
    }
    return false;
}
