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

/* Whether a source of that id is there already; told when it is.  The same file named
 * twice is no loss; two records of one file with one id are. */
static enum xc_status
is_known(struct xc_run *run, const struct xc_source *source, bool *out)
{
    const struct xc_run_source *other;
    size_t number;

    *out = xc_table_get(&run->ids, source->id, &number);
    if (!*out)
        return XC_OK;
    other = &run->sources.items[number];
    if (other->record_line == source->record_line)
        return tell(run, XC_PROBLEM_DUPLICATE, source, "named twice and read once",
                    XC_STR(""));
    xc_run_lost(run, 1);
    return tell(run, XC_PROBLEM_MALFORMED, source,
                "not read: an earlier record of the file has the id ",
                xc_str_sub(source->id, source->path.len + 1,
                           source->id.len - source->path.len - 1));
}

/* Copies what the report lists of the source and takes its id and url. */
static enum xc_status
add_source(struct xc_run *run, const struct xc_article *article)
{
    const struct xc_source *source = article->source;
    struct xc_arena *arena = &run->arena;
    struct xc_run_source *made = XC_VEC_ADD(&run->sources, arena);
    size_t number = run->sources.n - 1;
    size_t value;

    if (made == NULL)
        return XC_NO_MEMORY;
    made->record_line = source->record_line;
    made->has_published = source->has_published;
    made->published = source->published;
    made->n_words = article->text.words.n;
    made->is_checked = run->checking;
    if (!xc_arena_str(arena, source->id, &made->id) ||
        !xc_arena_str(arena, source->path, &made->path) ||
        !xc_arena_str(arena, source->publisher, &made->publisher) ||
        !xc_arena_str(arena, source->title, &made->title) ||
        !xc_arena_str(arena, source->language, &made->language) ||
        !xc_arena_str(arena, source->url, &made->url) ||
        !xc_table_add(&run->ids, made->id, number, arena, &value))
        return XC_NO_MEMORY;
    run->summary.sources++;
    return XC_OK;
}

/* Keeps the suppressions of the source's front matter.  Those that are wrong are told as
 * problems of the article: what it says is read all the same. */
static enum xc_status
keep_suppressions(struct xc_run *run, const struct xc_source *source)
{
    struct xc_suppression_vec *kept = &run->suppressions;
    struct xc_loading loading = {.path = source->path,
                                 .text = source->text,
                                 .arena = &run->arena,
                                 .problems = &run->problems,
                                 .of_article = true};
    struct xc_str article = run->sources.items[run->sources.n - 1].id;
    enum xc_status status;
    size_t i = kept->n;

    if (source->suppressions == NULL)
        return XC_OK;
    status = xc_field_index_lines(&loading);
    if (status == XC_OK)
        status = xc_suppressions_load(&loading, source->suppressions, kept);
    for (; status == XC_OK && i < kept->n; i++)
        kept->items[i].article = article;
    return status;
}

enum xc_status
xc_run_add(struct xc_run *run, struct xc_worker *worker, const struct xc_source *source)
{
    struct xc_article article;
    struct xc_keeper keeper;
    enum xc_status status;
    size_t n_problems = run->problems.n;
    bool known;
    size_t i;

    status = is_known(run, source, &known);
    if (status != XC_OK || known)
        return status;
    status = xc_pipeline_run(run->engine, worker, source, &article, &run->problems);
    if (status != XC_OK)
        return status;
    /* A sentence that a pattern could not be run on to its end was not read. */
    for (i = n_problems; i < run->problems.n; i++)
        run->n_lost += xc_problem_loses_input(run->problems.items[i].kind);
    if (!article.is_english) {
        run->summary.unread++;
        return tell(run, XC_PROBLEM_LANGUAGE, source,
                    "not in English, so it is listed and not read", XC_STR(""));
    }
    status = add_source(run, &article);
    if (status == XC_OK)
        status = keep_suppressions(run, source);
    keeper = (struct xc_keeper){.engine = run->engine,
                                .article = &article,
                                .source = run->sources.n - 1,
                                .scratch = &worker->article,
                                .run = &run->arena};
    for (i = 0; status == XC_OK && i < article.mentions.n; i++) {
        struct xc_kept *kept = XC_VEC_ADD(&run->mentions, &run->arena);

        if (kept == NULL)
            return XC_NO_MEMORY;
        status = xc_keep_mention(&keeper, &article.readings[i], kept);
    }
    return status;
}
