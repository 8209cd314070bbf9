/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/decide.h"

#include "base/vec.h"

enum xc_status
xc_decider_new(const struct xc_decisions *decisions, struct xc_arena *arena,
               struct xc_decider *out)
{
    const struct xc_selection **items =
        xc_arena_array(arena, decisions->n, sizeof(const struct xc_selection *));
    size_t i;

    if (items == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < decisions->n; i++)
        items[i] = &decisions->items[i].on;
    out->decisions = decisions;
    return xc_selection_index_new(items, decisions->n, arena, &out->index);
}

enum xc_status
xc_decider_find(const struct xc_decider *decider, const struct xc_selected *mention,
                struct xc_arena *scratch, size_t *n_fitting,
                const struct xc_decision **out)
{
    struct xc_selection_hits hits;
    size_t i;

    if (xc_selection_find(&decider->index, mention, scratch, &hits) != XC_OK)
        return XC_NO_MEMORY;
    for (i = 0; n_fitting != NULL && i < hits.n; i++)
        n_fitting[hits.items[i]]++;
    *out = hits.n == 0 ? NULL : &decider->decisions->items[hits.items[hits.n - 1]];
    return XC_OK;
}

static void
apply(const struct xc_decision *decision, struct xc_kept *kept)
{
    kept->decision = decision;
    kept->read_as = kept->stance;
    switch (decision->kind) {
    case XC_DECISION_NOT_ABOUT: /* listed with the stance that was read */
        break;
    case XC_DECISION_ASSERTED:
        kept->stance = XC_STANCE_ASSERTED;
        break;
    case XC_DECISION_DENIED:
        kept->stance = XC_STANCE_DENIED;
        break;
    case XC_DECISION_HEDGED:
        kept->stance = XC_STANCE_HEDGED;
        break;
    case XC_DECISION_QUESTIONED:
        kept->stance = XC_STANCE_QUESTIONED;
        break;
    case XC_DECISION_HYPOTHETICAL:
        kept->stance = XC_STANCE_HYPOTHETICAL;
        break;
    case XC_DECISION_UNRESOLVED:
        kept->stance = XC_STANCE_UNRESOLVED;
        break;
    }
}

/* Decides on each mention of the run. */
static enum xc_status
decide_all(struct xc_run *run, const struct xc_decider *decider,
           struct xc_arena *scratch)
{
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; status == XC_OK && i < run->mentions.n; i++) {
        struct xc_kept *kept = &run->mentions.items[i];
        const struct xc_topic *topic = &run->topics->items[kept->topic];
        const struct xc_run_source *source = &run->sources.items[kept->source];
        const struct xc_selected mention = {topic->id,    topic->claims[kept->claim].id,
                                            source->id,   source->path,
                                            kept->before, kept->quote,
                                            kept->after};
        const struct xc_decision *decision = NULL;

        xc_arena_reset(scratch);
        status = xc_decider_find(decider, &mention, scratch, run->n_decided, &decision);
        if (decision != NULL)
            apply(decision, kept);
    }
    return status;
}

enum xc_status
xc_decide(struct xc_run *run)
{
    struct xc_decider decider;
    struct xc_arena made;
    struct xc_arena scratch;
    enum xc_status status;

    if (run->decisions == NULL || run->decisions->n == 0)
        return XC_OK;
    run->n_decided =
        xc_arena_array(&run->arena, run->decisions->n, sizeof *run->n_decided);
    if (run->n_decided == NULL)
        return XC_NO_MEMORY;
    xc_arena_init(&made);
    xc_arena_init(&scratch);
    status = xc_decider_new(run->decisions, &made, &decider);
    if (status == XC_OK)
        status = decide_all(run, &decider, &scratch);
    xc_arena_release(&scratch);
    xc_arena_release(&made);
    return status;
}
