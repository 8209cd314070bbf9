/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/lone_pattern.h"

#include "base/vec.h"

enum xc_status
xc_lone_pattern(const struct xc_lexicon *lexicon, struct xc_str text,
                struct xc_arena *arena, struct xc_topic_vec *topics,
                struct xc_problems *problems)
{
    struct xc_str file = XC_STR("--pattern");
    struct xc_pattern_context context = {
        .lexicon = lexicon,
        .place = {.path = file, .line = 1, .column = 1, .excerpt = text}};
    struct xc_claim *claim = xc_arena_array(arena, 1, sizeof *claim);
    struct xc_pattern **match = xc_arena_array(arena, 1, sizeof(struct xc_pattern *));
    struct xc_topic *topic = XC_VEC_ADD(topics, arena);
    enum xc_status status;
    size_t i;

    if (claim == NULL || match == NULL || topic == NULL)
        return XC_NO_MEMORY;
    topics->n--;
    status = xc_pattern_new(&context, text, arena, &match[0], problems);
    if (status != XC_OK)
        return status;
    /* From here on the topic's release frees the pattern. */
    *claim = (struct xc_claim){.id = XC_STR("pattern"),
                               .statement = text,
                               .match = match,
                               .n_match = 1,
                               .line = 1,
                               .column = 1};
    *topic = (struct xc_topic){.id = XC_STR("pattern"),
                               .title = text,
                               .file = file,
                               .line = 1,
                               .column = 1,
                               .excerpt = text,
                               .claims = claim,
                               .n_claims = 1};
    topics->n++;
    claim->slots = xc_arena_array(arena, match[0]->n_slots, sizeof *claim->slots);
    if (claim->slots == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < match[0]->n_slots; i++)
        claim->slots[claim->n_slots++] = (struct xc_claim_slot){
            .name = match[0]->slots[i].name, .kind = match[0]->slots[i].kind};
    return XC_OK;
}
