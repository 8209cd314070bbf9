/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/run.h"

#include <stdint.h>

#include "base/vec.h"
#include "engine/keep.h"

void
xc_run_init(struct xc_run *run, const struct xc_engine *engine)
{
    *run = (struct xc_run){.engine = engine, .topics = engine->topics};
    xc_arena_init(&run->arena);
    xc_problems_init(&run->problems, &run->arena);
}

void
xc_run_release(struct xc_run *run)
{
    xc_arena_release(&run->arena);
}

void
xc_run_lost(struct xc_run *run, size_t n)
{
    run->n_lost += n;
    run->summary.unread += n;
}

static enum xc_status
tell(struct xc_run *run, enum xc_problem_kind kind, const struct xc_source *source,
     const char *what, struct xc_str detail)
{
    struct xc_place place = {.path = source->path, .line = source->record_line};

    if (!xc_problems_add(&run->problems, kind, &place, NULL, "%s%.*s", what,
                         (int)detail.len, detail.len == 0 ? "" : detail.ptr))
        return XC_NO_MEMORY;
    return XC_OK;
}

/* Whether the source is there already, by id or by url; told when it is. */
static enum xc_status
is_known(struct xc_run *run, const struct xc_source *source, bool *out)
{
    struct xc_run_source_vec *sources = &run->sources;
    size_t other;

    *out = true;
    if (xc_table_get(&run->ids, source->id, NULL))
        return tell(run, XC_PROBLEM_DUPLICATE, source,
                    "named twice and read once: ", source->id);
    if (source->url.len > 0 && xc_table_get(&run->urls, source->url, &other))
        return tell(run, XC_PROBLEM_DUPLICATE, source,
                    "has the same url as, and is read as one source with, ",
                    sources->items[other].id);
    *out = false;
    return XC_OK;
}

/* Copies what the report lists of the source and takes its id and url. */
static enum xc_status
add_source(struct xc_run *run, const struct xc_article *article)
{
    const struct xc_source *source = article->source;
    struct xc_arena *arena = &run->arena;
    struct xc_run_source *made = XC_VEC_ADD(&run->sources, arena);
    size_t number = run->sources.n - 1;
    struct xc_str url;
    size_t value;

    if (made == NULL)
        return XC_NO_MEMORY;
    made->has_published = source->has_published;
    made->published = source->published;
    made->n_words = article->text.words.n;
    if (!xc_arena_str(arena, source->id, &made->id) ||
        !xc_arena_str(arena, source->path, &made->path) ||
        !xc_arena_str(arena, source->publisher, &made->publisher) ||
        !xc_arena_str(arena, source->title, &made->title) ||
        !xc_arena_str(arena, source->language, &made->language) ||
        !xc_arena_str(arena, source->url, &url) ||
        !xc_table_add(&run->ids, made->id, number, arena, &value))
        return XC_NO_MEMORY;
    if (url.len > 0 && !xc_table_add(&run->urls, url, number, arena, &value))
        return XC_NO_MEMORY;
    run->summary.sources++;
    return XC_OK;
}

enum xc_status
xc_run_add(struct xc_run *run, struct xc_worker *worker, const struct xc_source *source)
{
    struct xc_article article;
    struct xc_keeper keeper;
    enum xc_status status;
    bool known;
    size_t i;

    status = is_known(run, source, &known);
    if (status != XC_OK || known)
        return status;
    status = xc_pipeline_run(run->engine, worker, source, &article, &run->problems);
    if (status != XC_OK)
        return status;
    if (!article.is_english) {
        run->summary.unread++;
        return tell(run, XC_PROBLEM_LANGUAGE, source,
                    "not in English, so it is listed and not read", XC_STR(""));
    }
    status = add_source(run, &article);
    keeper = (struct xc_keeper){run->engine, &article, run->sources.n - 1,
                                &worker->article, &run->arena};
    for (i = 0; status == XC_OK && i < article.mentions.n; i++) {
        struct xc_kept *kept = XC_VEC_ADD(&run->mentions, &run->arena);

        if (kept == NULL)
            return XC_NO_MEMORY;
        status = xc_keep_mention(&keeper, &article.readings[i], kept);
    }
    return status;
}
