/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Probing: one stage of the engine run on one short text, so that anyone can measure it
 * against a set of labelled examples.
 *
 *     {"text": "The star failed to attend.", "target": "attend"}
 *         stage stance -> denied
 *
 * A request is one JSON object.  Its text is read as one paragraph; an empty line in it
 * begins another.
 */
#ifndef XC_AUTHOR_PROBE_H
#define XC_AUTHOR_PROBE_H

#include "author/probe_reuse.h"
#include "stance/speech.h"
#include "stance/stance.h"

enum xc_probe_stage {
    XC_PROBE_SENTENCES,
    XC_PROBE_STANCE,
    XC_PROBE_VALUES,
    XC_PROBE_QUOTES,
    XC_PROBE_REUSE,
};

/* Reads "sentences", "stance", "values", "quotes" or "reuse"; false for another word. */
bool xc_probe_stage_parse(struct xc_str word, enum xc_probe_stage *out);

struct xc_probe {
    enum xc_probe_stage stage;
    struct xc_text text;
    /* STANCE: what was asked about, and how it reads; not found: nothing else is set. */
    bool found;
    struct xc_target target;
    struct xc_stance_reading stance;
    struct xc_value_hit_vec values; /* VALUES */
    struct xc_speech_vec speeches;  /* QUOTES */
    struct xc_text other;           /* REUSE: b; text is a */
    struct xc_probe_reuse reuse;
};

/* What every request needs: borrowed, read-only. */
struct xc_prober {
    const struct xc_lexicon *lexicon;
    const struct xc_origin_rules *origins;
    enum xc_probe_stage stage;
};

/*
 * Runs the stage on a request, one line that stands at place; *out lives in arena.
 * Keys: a and b (REUSE: the two texts); else text (required string); target (STANCE: a
 * phrase of the text; without it the text is a headline, and its main assertion is
 * meant); ref (VALUES: an ISO date, or date and time, that relative dates count from).
 * XC_BAD_INPUT: no such object; told as malformed.
 */
XC_MUST_CHECK enum xc_status xc_probe_run(const struct xc_prober *prober,
                                          struct xc_str line,
                                          const struct xc_place *place,
                                          struct xc_arena *arena, struct xc_probe *out,
                                          struct xc_problems *problems);

#endif
