/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/proposal.h"

#include <stdlib.h>

#include "author/one_line.h"
#include "base/limits.h"
#include "base/table.h"
#include "base/vec.h"
#include "text/evidence.h"

void
xc_proposals_init(struct xc_proposals *proposals, struct xc_arena *arena)
{
    *proposals = (struct xc_proposals){.arena = arena};
}

static enum xc_status
add(struct xc_proposals *proposals, const struct xc_article *article,
    const struct xc_mention *mention)
{
    const struct xc_text *text = &article->text;
    const struct xc_span span =
        xc_evidence_span(&text->fold, text->sentences[mention->sentence].folded);
    struct xc_span match = xc_text_span(text, mention->words);
    struct xc_proposal *slot;
    size_t column;

    if (proposals->n == XC_MAX_PROPOSALS) {
        proposals->n_dropped++;
        return XC_OK;
    }
    slot = XC_VEC_ADD(proposals, proposals->arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    match.off_bytes -= span.off_bytes;
    slot->found =
        (struct xc_example_result){.topic = mention->topic, .claim = mention->claim};
    slot->offset = span.off_bytes;
    xc_source_place(article->source, span.off_bytes, &slot->line, &column);
    if (!xc_arena_str(proposals->arena, article->source->id, &slot->source) ||
        !xc_one_line(xc_str_at(text->article, span), &match, proposals->arena,
                     &slot->text))
        return XC_NO_MEMORY;
    slot->match = match;
    return XC_OK;
}

enum xc_status
xc_proposals_add(struct xc_proposals *proposals, const struct xc_engine *engine,
                 struct xc_worker *worker, const struct xc_source *source,
                 struct xc_problems *problems)
{
    struct xc_article article;
    enum xc_status status = xc_pipeline_run(engine, worker, source, &article, problems);
    size_t i;

    for (i = 0; status == XC_OK && i < article.mentions.n; i++) {
        /* What speaks of another instance is no mention, as in a report. */
        if (article.readings[i].event.place != XC_EVENT_OTHER)
            status = add(proposals, &article, &article.mentions.items[i]);
    }
    return status;
}

static int
compare(const void *left, const void *right)
{
    const struct xc_proposal *a = left;
    const struct xc_proposal *b = right;
    int order;

    if (a->found.claim->topic != b->found.claim->topic)
        return a->found.claim->topic < b->found.claim->topic ? -1 : 1;
    if (a->found.claim != b->found.claim)
        return a->found.claim < b->found.claim ? -1 : 1;
    order = xc_str_compare(a->source, b->source);
    if (order != 0)
        return order;
    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    return (a->match.off_bytes > b->match.off_bytes) -
           (a->match.off_bytes < b->match.off_bytes);
}

/* Notes the claim's sentence; *out_new: it was not met before. */
static bool
meet(struct xc_table *met, const struct xc_claim *claim, struct xc_str text,
     struct xc_arena *arena, bool *out_new)
{
    const struct xc_str key =
        xc_arena_printf(arena, "%zu/%.*s/%.*s", claim->topic, (int)claim->id.len,
                        claim->id.ptr, (int)text.len, text.ptr);
    const size_t next = met->n;
    size_t value;

    if (key.ptr == NULL || !xc_table_add(met, key, next, arena, &value))
        return false;
    *out_new = met->n > next;
    return true;
}

static bool
meet_examples(struct xc_table *met, const struct xc_engine *engine,
              struct xc_arena *arena)
{
    size_t t;
    size_t c;
    size_t e;

    for (t = 0; t < engine->topics->n; t++) {
        const struct xc_topic *topic = &engine->topics->items[t];

        for (c = 0; c < topic->n_claims; c++) {
            const struct xc_claim *claim = &topic->claims[c];

            for (e = 0; e < claim->n_examples; e++) {
                struct xc_str line;
                bool is_new;

                if (!xc_one_line(claim->examples[e].text, NULL, arena, &line) ||
                    !meet(met, claim, line, arena, &is_new))
                    return false;
            }
        }
    }
    return true;
}

enum xc_status
xc_proposals_finish(struct xc_proposals *proposals, const struct xc_engine *engine,
                    struct xc_worker *worker, struct xc_problems *problems)
{
    struct xc_table met = {NULL, 0, 0};
    size_t n = 0;
    size_t i;

    if (proposals->n > 1)
        qsort(proposals->items, proposals->n, sizeof *proposals->items, compare);
    if (!meet_examples(&met, engine, proposals->arena))
        return XC_NO_MEMORY;
    for (i = 0; i < proposals->n; i++) {
        struct xc_proposal *item = &proposals->items[i];
        enum xc_status status;
        bool is_new;

        if (!meet(&met, item->found.claim, item->text, proposals->arena, &is_new))
            return XC_NO_MEMORY;
        if (!is_new)
            continue;
        status = xc_example_read(engine, worker, item->text, proposals->arena,
                                 &item->found, problems);
        if (status != XC_OK)
            return status;
        proposals->items[n++] = *item;
    }
    proposals->n = n;
    return XC_OK;
}

bool
xc_proposal_kind(const struct xc_proposal *proposal, enum xc_example_kind *out_kind)
{
    *out_kind = proposal->found.came;
    return proposal->found.n_mentions > 0;
}
