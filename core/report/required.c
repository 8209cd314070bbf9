/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/required.h"

#include <stdint.h>

static const size_t shown_words = 6; /* of a required group; the rest is counted */

/* The words as the pattern has them: of their further forms, some are only what the rules
 * of inflection would make ("corseted"), and none says more. */
static void
tell_group(struct xc_sink *pen, const struct xc_required *group)
{
    size_t i;

    for (i = 0; i < group->n_written && i < shown_words; i++) {
        if (i > 0)
            xc_sink_text(pen, " or ");
        xc_sink_put(pen, group->keys[i]);
    }
    if (group->n_written > shown_words)
        xc_sink_printf(pen, " (%zu more)", group->n_written - shown_words);
}

static void
quote(struct xc_sink *pen, const char *open, struct xc_str text, const char *close)
{
    xc_sink_text(pen, open);
    xc_sink_put(pen, text);
    xc_sink_text(pen, close);
}

/* "`move` stands 12 words behind “market”; up to 8 may: write ..12". */
static void
tell_distance(struct xc_sink *pen, const struct xc_near_miss *miss)
{
    xc_sink_printf(pen, " stands with %zu %s between it and ", miss->distance,
                   miss->distance == 1 ? "word" : "words");
    quote(pen, "“", miss->matched, "”");
    if (miss->distance <= miss->gap)
        return;
    if (miss->gap == 0)
        xc_sink_printf(pen, ", where none may: write ..%zu between", miss->distance);
    else
        xc_sink_printf(pen, ", where up to %zu may: write ..%zu", miss->gap,
                       miss->distance);
}

static void
tell_miss(struct xc_sink *pen, const struct xc_near_miss *miss)
{
    switch (miss->kind) {
    case XC_MISS_UNKNOWN:
        xc_sink_text(pen, "all its required words are there, but not as it asks");
        return;
    case XC_MISS_UNLESS:
        quote(pen, "it matches, but so does the unless `", miss->reached, "`: ");
        quote(pen, "“", miss->matched, "”");
        return;
    case XC_MISS_ABSENT:
    case XC_MISS_BEFORE:
    case XC_MISS_TOO_FAR:
        break;
    }
    if (miss->reached.len > 0)
        quote(pen, "`", miss->reached, "` is there; ");
    quote(pen, "`", miss->wanted, "`");
    if (miss->kind == XC_MISS_TOO_FAR && miss->reached.len > 0) {
        tell_distance(pen, miss);
    } else if (miss->kind == XC_MISS_BEFORE && miss->reached.len > 0) {
        quote(pen, " stands before “", miss->matched,
              "” and not behind it: join the "
              "two with & if any order will do");
    } else {
        xc_sink_text(pen, " stands nowhere in it");
    }
}

void
xc_required_tell(struct xc_sink *pen, const struct xc_explained_pattern *explained)
{
    size_t i;

    if (explained->pattern->n_required == 0) {
        xc_sink_text(pen, "it matches no sentence");
        return;
    }
    if (explained->nearest == SIZE_MAX) {
        xc_sink_text(pen, "none of its required words is there");
        return;
    }
    if (explained->n_missing == 0) {
        tell_miss(pen, &explained->miss);
        return;
    }
    xc_sink_printf(pen,
                   "found %zu of its %zu required words; missing: ", explained->n_found,
                   explained->pattern->n_required);
    for (i = 0; i < explained->n_missing; i++) {
        if (i > 0)
            xc_sink_text(pen, "; ");
        tell_group(pen, explained->missing[i]);
    }
}

void
xc_required_words(struct xc_sink *pen, const struct xc_pattern *pattern)
{
    size_t i;

    if (pattern->n_required == 0) {
        xc_sink_text(pen, "no required words: it runs on every sentence");
        return;
    }
    xc_sink_text(pen, "required words: ");
    for (i = 0; i < pattern->n_required; i++) {
        if (i > 0)
            xc_sink_text(pen, "; ");
        tell_group(pen, &pattern->required[i]);
    }
}
