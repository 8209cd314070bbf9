/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/engine.h"

enum xc_status
xc_engine_new(const struct xc_lexicon *lexicon, const struct xc_topic_vec *topics,
              struct xc_arena *arena, struct xc_engine *out)
{
    struct xc_engine made = {.lexicon = lexicon, .topics = topics};
    enum xc_status status;

    status = xc_matcher_new(topics, lexicon, arena, &made.matcher);
    if (status == XC_OK)
        status = xc_events_new(topics, lexicon, arena, &made.events);
    if (status == XC_OK)
        status = xc_origin_rules_load(arena, &made.origins);
    if (status == XC_OK)
        *out = made;
    return status;
}
