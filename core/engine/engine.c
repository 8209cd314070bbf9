/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/engine.h"

static enum xc_status
count_words(const struct xc_topic_vec *topics, struct xc_arena *arena,
            struct xc_counted ***out)
{
    struct xc_counted **made = xc_arena_array(arena, topics->n, sizeof(void *));
    size_t t;
    size_t c;

    if (made == NULL)
        return XC_NO_MEMORY;
    for (t = 0; t < topics->n; t++) {
        const struct xc_topic *topic = &topics->items[t];

        made[t] = xc_arena_array(arena, topic->n_claims, sizeof *made[t]);
        if (made[t] == NULL)
            return XC_NO_MEMORY;
        for (c = 0; c < topic->n_claims; c++) {
            enum xc_status status =
                xc_counted_of(&topic->claims[c], arena, &made[t][c]);

            if (status != XC_OK)
                return status;
        }
    }
    *out = made;
    return XC_OK;
}

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
        status = count_words(topics, arena, &made.counted);
    if (status == XC_OK)
        *out = made;
    return status;
}

const struct xc_counted *
xc_engine_counted(const struct xc_engine *engine, const struct xc_claim *claim)
{
    const struct xc_claim *claims = engine->topics->items[claim->topic].claims;

    return &engine->counted[claim->topic][claim - claims];
}
