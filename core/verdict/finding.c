/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/finding.h"

#include "base/vec.h"

struct kind {
    const char *name;
    enum xc_severity severity;
    const char *meaning;
};

static const struct kind kinds[XC_N_FINDING_KINDS] = {
    [XC_FINDING_CONTRADICTS_RECORD] =
        {"contradicts-record", XC_SEVERITY_ERROR,
         "The article says the opposite of what a source of the record says, or gives "
         "a value that excludes the record's."},
    [XC_FINDING_CONTRADICTS_ITSELF] = {"contradicts-itself", XC_SEVERITY_ERROR,
                                       "The article says both that the claim holds and "
                                       "that it does not, or gives two values that "
                                       "exclude one another."},
    [XC_FINDING_UNCORROBORATED] = {"uncorroborated", XC_SEVERITY_WARNING,
                                   "No source of the record says what the article "
                                   "says."},
    [XC_FINDING_SINGLE_ORIGIN] = {"single-origin", XC_SEVERITY_WARNING,
                                  "Other sources say the same, but all of it goes back "
                                  "to one origin."},
    [XC_FINDING_CORROBORATES] = {"corroborates", XC_SEVERITY_NOTE,
                                 "The article says what independent sources of the "
                                 "record say."},
    [XC_FINDING_CHANGES_RECORD] = {"changes-record", XC_SEVERITY_NOTE,
                                   "With the article in the record the verdict on the "
                                   "claim would be another."},
    [XC_FINDING_HIDDEN_TEXT] = {"hidden-text", XC_SEVERITY_NOTE,
                                "The sentence holds characters that a reader does not "
                                "see."},
    [XC_FINDING_UNUSED_SUPPRESSION] = {"unused-suppression", XC_SEVERITY_WARNING,
                                       "A suppression that suppresses nothing."},
    [XC_FINDING_EXPIRED_SUPPRESSION] = {"expired-suppression", XC_SEVERITY_WARNING,
                                        "A suppression whose date has passed; what it "
                                        "suppressed counts again."},
    [XC_FINDING_UNUSED_DECISION] = {"unused-decision", XC_SEVERITY_WARNING,
                                    "An editor's decision about a mention that is not "
                                    "there (any more)."},
    [XC_FINDING_CONTRADICTION] = {"contradiction", XC_SEVERITY_ERROR,
                                  "Sources contradict one another on the claim."},
    [XC_FINDING_SINGLE_SOURCE] = {"single-source", XC_SEVERITY_WARNING,
                                  "All that is said of the claim goes back to one "
                                  "origin."},
    [XC_FINDING_AGREEMENT] = {"agreement", XC_SEVERITY_NOTE,
                              "Independent origins agree on the claim."},
    [XC_FINDING_UNSETTLED] = {"unsettled", XC_SEVERITY_NOTE,
                              "The claim is spoken of, and nobody takes a side."},
};

static const char *const severity_names[] = {
    [XC_SEVERITY_DEFAULT] = NULL,
    [XC_SEVERITY_ERROR] = "error",
    [XC_SEVERITY_WARNING] = "warning",
    [XC_SEVERITY_NOTE] = "note",
};

const char *
xc_finding_kind_name(enum xc_finding_kind kind)
{
    return kinds[kind].name;
}

bool
xc_finding_kind_parse(struct xc_str word, enum xc_finding_kind *out)
{
    int i;

    for (i = 0; i < XC_N_FINDING_KINDS; i++) {
        if (xc_str_is(word, kinds[i].name)) {
            *out = (enum xc_finding_kind)i;
            return true;
        }
    }
    return false;
}

bool
xc_finding_kind_is_own(enum xc_finding_kind kind)
{
    return kind == XC_FINDING_UNUSED_SUPPRESSION ||
           kind == XC_FINDING_EXPIRED_SUPPRESSION || kind == XC_FINDING_UNUSED_DECISION;
}

const char *
xc_finding_kind_meaning(enum xc_finding_kind kind)
{
    return kinds[kind].meaning;
}

const char *
xc_severity_name(enum xc_severity severity)
{
    return severity_names[severity];
}

enum xc_severity
xc_finding_kind_severity(enum xc_finding_kind kind)
{
    return kinds[kind].severity;
}

struct xc_finding *
xc_findings_add(struct xc_findings *findings, enum xc_finding_kind kind,
                enum xc_severity severity, const struct xc_claim_result *result,
                size_t m, struct xc_arena *arena)
{
    const struct xc_claim *claim = result->claim;
    const struct xc_kept *mention = result->mentions[m];
    struct xc_finding *finding = XC_VEC_ADD(findings, arena);

    if (finding == NULL)
        return NULL;
    finding->kind = kind;
    finding->severity = severity < claim->severity ? claim->severity : severity;
    finding->topic = result->topic->id;
    finding->claim = claim->id;
    finding->statement = claim->statement;
    finding->line = mention->line;
    finding->column = mention->column;
    finding->span = mention->span;
    finding->before = mention->before;
    finding->quote = mention->quote;
    finding->after = mention->after;
    if (mention->decision != NULL)
        finding->decision = mention->decision->reason;
    return finding;
}
