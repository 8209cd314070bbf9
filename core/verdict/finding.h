/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings: what somebody should look at, each on one sentence of one file.  They are the
 * model behind every format of `xclaim check`, and behind those of `xclaim report` that
 * list places instead of claims (SARIF, JUnit, annotations, CSV).
 *
 * Suppressions, the baseline and editors' decisions have acted when a format sees them.
 */
#ifndef XC_VERDICT_FINDING_H
#define XC_VERDICT_FINDING_H

#include "base/status.h"
#include "rule/topic.h"
#include "verdict/verdict.h"

enum xc_finding_kind {
    /* Of an article against the record. */
    XC_FINDING_CONTRADICTS_RECORD,
    XC_FINDING_CONTRADICTS_ITSELF,
    XC_FINDING_UNCORROBORATED, /* the only source that says so */
    XC_FINDING_SINGLE_ORIGIN,  /* others say so, all of one origin with it */
    XC_FINDING_CORROBORATES,
    XC_FINDING_CHANGES_RECORD, /* would turn the claim's verdict */
    XC_FINDING_HIDDEN_TEXT,    /* a reader sees another sentence than a program */
    /* Of what the newsroom wrote itself. */
    XC_FINDING_UNUSED_SUPPRESSION,
    XC_FINDING_EXPIRED_SUPPRESSION,
    XC_FINDING_UNUSED_DECISION,
    /* Of a report: one per mention that is evidence of a claim with that verdict. */
    XC_FINDING_CONTRADICTION,
    XC_FINDING_SINGLE_SOURCE,
    XC_FINDING_AGREEMENT,
    XC_FINDING_UNSETTLED,
};
#define XC_N_FINDING_KINDS 14

/* A source on the other side of a finding, or on its own: with what it is compared. */
struct xc_finding_against {
    struct xc_str source; /* its id */
    enum xc_position position;
    struct xc_str value; /* as the source writes it; "" when there is none */
    size_t origin;       /* number within the claim, from 1; 0: it is no evidence */
    struct xc_str path;
    size_t line;
    size_t column;       /* 0: the format gives none */
    struct xc_str quote; /* the sentence of its evidence */
};

/* Why a finding counts no more, in the words of whoever said so. */
struct xc_finding_suppression {
    struct xc_str reason;
    struct xc_str until; /* "2026-12-31" */
    struct xc_str path;  /* the file that says so … */
    size_t line;         /* … and where */
};

struct xc_finding {
    enum xc_finding_kind kind;
    enum xc_severity severity; /* never XC_SEVERITY_DEFAULT */
    struct xc_str topic;       /* "" when it is about no claim, as the next two */
    struct xc_str claim;
    struct xc_str statement;
    struct xc_str message; /* a sentence for people, without a full stop */
    struct xc_str source;  /* id of the article; "" for a finding about settings */
    struct xc_str path;
    size_t line;         /* of the evidence; from 1; 0: unknown */
    size_t column;       /* in characters, from 1; 0: the format gives none */
    struct xc_span span; /* of the match in the source's text */
    struct xc_str before;
    struct xc_str quote; /* the matched words; before and after make the sentence */
    struct xc_str after;
    struct xc_finding_against *against;
    size_t n_against;
    struct xc_str
        fingerprint;   /* 32 hex digits; the same for the same finding, always */
    bool is_untouched; /* stands in a line that the change does not touch */
    bool is_suppressed;
    struct xc_finding_suppression suppression;
    struct xc_str decision; /* an editor's reason, when one decided on this mention */
};

/* How many there are, suppressed ones apart. */
struct xc_finding_summary {
    size_t articles; /* that were checked; of a report: all */
    size_t record;   /* sources that they were checked against */
    size_t unread;   /* of both: named and not read */
    size_t errors;
    size_t warnings;
    size_t notes;
    size_t suppressed;
    size_t baseline; /* in the baseline, so not listed */
};

/* By severity, path, line, column, kind, claim. */
struct xc_findings {
    struct xc_finding *items;
    size_t n;
    size_t cap;
    const struct xc_problems *problems; /* of reading the articles */
    /* Ids of the articles that were read, for the formats that list those without a
     * finding too; may be none. */
    struct xc_str *articles;
    size_t n_articles;
    struct xc_finding_summary summary;
};

/* "contradicts-record" …; NULL for no such kind. */
const char *xc_finding_kind_name(enum xc_finding_kind kind);
bool xc_finding_kind_parse(struct xc_str word, enum xc_finding_kind *out);

/* Whether it is of what the newsroom wrote itself: a suppression, a decision. */
bool xc_finding_kind_is_own(enum xc_finding_kind kind);

/* What the kind means, a sentence for people who see it for the first time. */
const char *xc_finding_kind_meaning(enum xc_finding_kind kind);

/* "error", "warning", "note"; NULL for the default. */
const char *xc_severity_name(enum xc_severity severity);

/* The severity of a kind where nobody sets another. */
enum xc_severity xc_finding_kind_severity(enum xc_finding_kind kind);

/*
 * Adds a finding of that kind on mention m of the result (borrowed) to *findings, which
 * live in arena; the caller fills in message, source and path.  The claim's own severity is
 * how bad it can be at worst.  NULL: memory is short; else it holds until the next one.
 */
struct xc_finding *xc_findings_add(struct xc_findings *findings,
                                   enum xc_finding_kind kind, enum xc_severity severity,
                                   const struct xc_claim_result *result, size_t m,
                                   struct xc_arena *arena);

/*
 * Gives each finding its fingerprint, made of kind, topic, claim, source, the folded
 * sentence and, where several are alike, their number in the order of places; never of
 * lines.  All findings must be there, suppressed or not.  XC_NO_MEMORY is the only
 * failure.
 */
XC_MUST_CHECK enum xc_status xc_findings_print(struct xc_findings *findings,
                                               struct xc_arena *arena);

/* Sorts them and counts them by severity; a suppressed one counts as that alone. */
void xc_findings_finish(struct xc_findings *findings);

#endif
