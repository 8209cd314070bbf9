/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/article.h"

/* Paragraphs that count as the lead: in plain text the headline is one of them. */
static const size_t lead_paragraphs = 2;

static void
find_lead(struct xc_event_article *article)
{
    const struct xc_text *text = article->text;
    size_t n = 0;
    size_t b;

    for (b = 0; b < text->n_blocks && n < lead_paragraphs; b++) {
        const struct xc_text_block *block = &text->blocks[b];
        if (block->sentences.first == block->sentences.end)
            continue;
        if (article->title_end == 0)
            article->title_end = block->sentences.end;
        if (block->kind == XC_BLOCK_PARAGRAPH)
            n++;
        article->lead_end = block->sentences.end;
    }
}

enum xc_status
xc_event_read(const struct xc_events *events, const struct xc_text *text,
              const struct xc_date *published, struct xc_arena *arena,
              struct xc_event_article **out)
{
    struct xc_event_article *article = xc_arena_array(arena, 1, sizeof *article);

    if (article == NULL)
        return XC_NO_MEMORY;
    article->events = events;
    article->text = text;
    article->arena = arena;
    if (published != NULL) {
        article->has_published = true;
        article->published = *published;
        article->published_day = xc_date_day(*published);
    }
    *out = article;
    return XC_OK;
}

bool
xc_event_article_read(struct xc_event_article *article)
{
    const struct xc_events *events = article->events;
    const struct xc_date *published =
        article->has_published ? &article->published : NULL;
    struct xc_arena *arena = article->arena;

    if (article->is_read)
        return true;
    article->outlines =
        xc_arena_array(arena, events->n_instances, sizeof(struct xc_outline *));
    if (article->outlines == NULL || xc_signs_find(events, article->text, published,
                                                   arena, &article->signs) != XC_OK)
        return false;
    find_lead(article);
    article->sections = xc_sections_find(article->text, &article->signs, arena);
    article->is_read = article->sections != NULL;
    return article->is_read;
}
