/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What text and Markdown say of two reports in the same words, sent to a pen (see
 * report/telling.h).
 */
#ifndef XC_REPORT_DIFF_TELLING_H
#define XC_REPORT_DIFF_TELLING_H

#include "base/sink.h"
#include "verdict/comparison.h"

/* What happened to a claim: "turned" (another verdict or side), "changed" (its values or
 * origins), "came" or "went". */
const char *xc_diff_word(const struct xc_comparison_claim *claim);

/* "single-source, asserted → contradiction"; of a claim that came or went, or kept its
 * verdict and side, the one verdict. */
void xc_diff_tell_verdict(struct xc_sink *pen, const struct xc_comparison_claim *claim);

/* A line about a claim, and whether there is anything to say in it. */
struct xc_diff_line {
    bool (*applies)(const struct xc_comparison_claim *claim);
    void (*tell)(struct xc_sink *pen, const struct xc_comparison_claim *claim);
};

/*
 * The lines about a claim below its verdict: "was: one origin asserts it", "now: values
 * conflict: 5 and 3", "at most 1 origin → at most 2 origins", "agreed: boats “three” →
 * none", "the statement was: …".
 */
#define XC_N_DIFF_LINES 5
extern const struct xc_diff_line xc_diff_lines[XC_N_DIFF_LINES];

/* " · Harbour Mirror, 2032-10-09 · asserts · new source", behind the source's id. */
void xc_diff_tell_source(struct xc_sink *pen,
                         const struct xc_comparison_source *source);

/* "boats “five” in a.txt, b.txt and 2 more". */
void xc_diff_tell_value(struct xc_sink *pen, const struct xc_told_value *value);

/* "a.txt and b.txt are one origin: same quotation “it was …”". */
void xc_diff_tell_edge(struct xc_sink *pen, const struct xc_told_edge *edge);

/* "The reports were made by xclaim 0.1.0 and 0.2.0, which may read otherwise."; false, and
 * nothing sent, when one program made both. */
bool xc_diff_tell_versions(struct xc_sink *pen, const struct xc_comparison *comparison);

/* "7 claims: 1 turned, 0 changed, 1 came, 0 went, 5 unchanged · 1 source came, 0 went". */
void xc_diff_tell_summary(struct xc_sink *pen, const struct xc_comparison *comparison);

/* Where the claims of the topic of items[first] end. */
size_t xc_diff_topic_end(const struct xc_comparison *comparison, size_t first);

/* The title of a topic, of the new report where that has it. */
struct xc_str xc_diff_title(const struct xc_comparison *comparison,
                            struct xc_str topic);

#endif
