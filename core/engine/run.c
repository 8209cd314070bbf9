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
tell(struct xc_run *run, enum xc_problem_kind kind, const struct xc_run_source *source,
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
is_known(struct xc_run *run, const struct xc_run_source *source, bool *out)
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

/* Copies text to arena; there may be millions of "", which take no room. */
static bool
copy_text(struct xc_str text, struct xc_arena *arena, struct xc_str *out)
{
    *out = XC_STR("");
    return text.len == 0 || xc_arena_str(arena, text, out);
}

/* Copies what the report lists of a source to arena. */
static bool
copy_source(const struct xc_run_source *source, struct xc_arena *arena,
            struct xc_run_source *out)
{
    *out = *source;
    return copy_text(source->id, arena, &out->id) &&
           copy_text(source->path, arena, &out->path) &&
           copy_text(source->publisher, arena, &out->publisher) &&
           copy_text(source->title, arena, &out->title) &&
           copy_text(source->language, arena, &out->language) &&
           copy_text(source->url, arena, &out->url);
}

/* Keeps what the report lists of the source and takes its id. */
static enum xc_status
add_source(struct xc_run *run, const struct xc_run_source *source)
{
    struct xc_run_source *made = XC_VEC_ADD(&run->sources, &run->arena);
    size_t value;

    if (made == NULL)
        return XC_NO_MEMORY;
    if (!copy_source(source, &run->arena, made) ||
        !xc_table_add(&run->ids, made->id, run->sources.n - 1, &run->arena, &value)) {
        run->sources.n--;
        return XC_NO_MEMORY;
    }
    made->is_checked = run->checking;
    run->summary.sources++;
    return XC_OK;
}

/* Reads the suppressions of the source's front matter into *out, all in arena.  Those that
 * are wrong are told as problems of the article: what it says is read all the same. */
static enum xc_status
read_suppressions(const struct xc_source *source, struct xc_arena *arena,
                  struct xc_problems *problems, struct xc_suppression_vec *out)
{
    struct xc_loading loading = {.path = source->path,
                                 .text = source->text,
                                 .arena = arena,
                                 .problems = problems,
                                 .of_article = true};
    enum xc_status status;

    if (source->suppressions == NULL)
        return XC_OK;
    status = xc_field_index_lines(&loading);
    return status == XC_OK ? xc_suppressions_load(&loading, source->suppressions, out)
                           : status;
}

/* Keeps the mentions of the source that was added last: all, or none and not the source
 * either, for a report of half an article would be a wrong one. */
static enum xc_status
add_mentions(struct xc_run *run, const struct xc_run_part *part)
{
    const size_t n_before = run->mentions.n;
    size_t i;

    for (i = 0; i < part->n_mentions; i++) {
        struct xc_kept *kept = XC_VEC_ADD(&run->mentions, &run->arena);

        if (kept == NULL) {
            run->mentions.n = n_before;
            run->sources.n--;
            run->summary.sources--;
            return XC_NO_MEMORY;
        }
        *kept = part->mentions[i];
        kept->source = run->sources.n - 1;
    }
    return XC_OK;
}

/* What the report lists of the source; borrows from it. */
static struct xc_run_source
list_source(const struct xc_source *source, size_t n_words)
{
    return (struct xc_run_source){
        .id = source->id,
        .path = source->path,
        .record_line = source->record_line,
        .url = source->url,
        .publisher = source->publisher,
        .title = source->title,
        .language = source->language,
        .has_published = source->has_published,
        .published = source->published,
        .n_words = n_words,
    };
}

enum xc_status
xc_run_read(const struct xc_engine *engine, struct xc_worker *worker,
            const struct xc_source *source, struct xc_arena *arena,
            struct xc_arena *kept, struct xc_run_part *out)
{
    struct xc_run_part made = {.is_english = false};
    struct xc_run_source listed;
    struct xc_article article;
    struct xc_keeper keeper = {.engine = engine,
                               .article = &article,
                               .scratch = &worker->article,
                               .run = kept};
    enum xc_status status;

    xc_problems_init(&made.problems, arena);
    status = xc_pipeline_run(engine, worker, source, &article, &made.problems);
    if (status != XC_OK)
        return status;
    listed = list_source(source, article.text.words.n);
    made.is_english = article.is_english;
    made.mentions = xc_arena_array(arena, article.mentions.n, sizeof *made.mentions);
    if (made.mentions == NULL || !copy_source(&listed, arena, &made.source))
        return XC_NO_MEMORY;
    for (; status == XC_OK && made.n_mentions < article.mentions.n; made.n_mentions++)
        status = xc_keep_mention(&keeper, &article.readings[made.n_mentions],
                                 &made.mentions[made.n_mentions]);
    if (status == XC_OK)
        status = read_suppressions(source, kept, &made.problems, &made.suppressions);
    if (status == XC_OK)
        *out = made;
    return status;
}

/* Keeps the suppressions of the source taken last, each with its id. */
static enum xc_status
keep_suppressions(struct xc_run *run, const struct xc_run_part *part)
{
    size_t i;

    for (i = 0; i < part->suppressions.n; i++) {
        struct xc_suppression *kept = XC_VEC_ADD(&run->suppressions, &run->arena);

        if (kept == NULL)
            return XC_NO_MEMORY;
        *kept = part->suppressions.items[i];
        kept->article = run->sources.items[run->sources.n - 1].id;
    }
    return XC_OK;
}

enum xc_status
xc_run_take(struct xc_run *run, const struct xc_run_part *part)
{
    enum xc_status status;
    bool known;
    size_t i;

    status = is_known(run, &part->source, &known);
    if (status != XC_OK || known)
        return status;
    if (!xc_problems_append(&run->problems, &part->problems))
        return XC_NO_MEMORY;
    /* A sentence that a pattern could not be run on to its end was not read. */
    for (i = 0; i < part->problems.n; i++)
        run->n_lost += xc_problem_loses_input(part->problems.items[i].kind);
    if (!part->is_english) {
        run->summary.unread++;
        return tell(run, XC_PROBLEM_LANGUAGE, &part->source,
                    "not in English, so it is listed and not read", XC_STR(""));
    }
    status = add_source(run, &part->source);
    if (status == XC_OK)
        status = add_mentions(run, part);
    return status == XC_OK ? keep_suppressions(run, part) : status;
}

enum xc_status
xc_run_add(struct xc_run *run, struct xc_worker *worker, const struct xc_source *source)
{
    const struct xc_run_source listed = list_source(source, 0);
    struct xc_run_part part;
    enum xc_status status;
    bool known;

    status = is_known(run, &listed, &known);
    if (status != XC_OK || known)
        return status;
    status =
        xc_run_read(run->engine, worker, source, &worker->article, &run->arena, &part);
    return status == XC_OK ? xc_run_take(run, &part) : status;
}
