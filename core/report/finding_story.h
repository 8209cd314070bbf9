/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The story of a finding behind its message, in lines: the sentence with the match marked,
 * the claim, each source that it is compared with, what the newsroom said of it.
 *
 *     On Monday the «bridge was shut», our reporter saw.
 *     claim: The bridge was shut. (bridge/bridge-shut)
 *     compared with: record/herald.txt:3:5 · denies · origin 1: The bridge was never shut.
 */
#ifndef XC_REPORT_FINDING_STORY_H
#define XC_REPORT_FINDING_STORY_H

#include "base/sink.h"
#include "verdict/finding.h"

/* Where and how it is told. */
struct xc_finding_story {
    struct xc_sink *marks; /* line ends go here, as they are … */
    struct xc_sink prose;  /* … sentences here, to be escaped … */
    struct xc_sink name;   /* … and names and paths here */
    size_t most_against;   /* sources compared with; the rest is counted */
    size_t most_bytes;     /* of one text; "…" stands for the rest */
};

/* Plain text that goes to marks: prose and name become pens over it, nothing is cut. */
void xc_finding_story_plain(struct xc_finding_story *story, struct xc_sink *marks);

/* One text of the finding, not longer than most_bytes. */
void xc_finding_story_text(struct xc_finding_story *story, struct xc_str text);

/* The lines, each behind a line end. */
void xc_finding_story_tell(struct xc_finding_story *story,
                           const struct xc_finding *finding);

#endif
