/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/corpus_run.h"

#include "base/vec.h"

void
xc_corpus_run_init(struct xc_corpus_run *run, const struct xc_lexicon *lexicon,
                   const struct xc_origin_rules *rules,
                   const struct xc_scratch *scratch)
{
    *run = (struct xc_corpus_run){.lexicon = lexicon};
    xc_arena_init(&run->arena);
    xc_problems_init(&run->problems, &run->arena);
    xc_corpus_init(&run->corpus, rules, scratch, &run->arena);
}

void
xc_corpus_run_release(struct xc_corpus_run *run)
{
    xc_arena_release(&run->arena);
}

void
xc_corpus_run_lost(struct xc_corpus_run *run, size_t n)
{
    run->n_lost += n;
    run->n_unread += n;
}

static enum xc_status
tell(struct xc_corpus_run *run, enum xc_problem_kind kind,
     const struct xc_source *source, const char *what)
{
    const struct xc_place place = {.path = source->path, .line = source->record_line};

    return xc_problems_add(&run->problems, kind, &place, NULL, "%s", what)
               ? XC_OK
               : XC_NO_MEMORY;
}

/* The publisher's number and its name, of which one copy is kept; 0 and "" when it is
 * unknown. */
static enum xc_status
number_publisher(struct xc_corpus_run *run, const struct xc_source *source,
                 struct xc_arena *article, uint32_t *out_number,
                 struct xc_str *out_name)
{
    struct xc_str folded;
    struct xc_str key;
    struct xc_str *name;
    size_t number;

    *out_number = 0;
    *out_name = XC_STR("");
    if (source->publisher.len == 0)
        return XC_OK;
    if (xc_fold_short(source->publisher, true, article, &folded) != XC_OK)
        return XC_NO_MEMORY;
    if (!xc_table_get(&run->publishers, folded, &number)) {
        name = XC_VEC_ADD(&run->publisher_names, &run->arena);
        if (name == NULL || !xc_arena_str(&run->arena, folded, &key) ||
            !xc_arena_str(&run->arena, source->publisher, name) ||
            !xc_table_add(&run->publishers, key, run->publisher_names.n, &run->arena,
                          &number))
            return XC_NO_MEMORY;
    }
    *out_number = (uint32_t)number;
    *out_name = run->publisher_names.items[number - 1];
    return XC_OK;
}

/* Lists the source and takes its id. */
static enum xc_status
list_source(struct xc_corpus_run *run, const struct xc_source *source,
            struct xc_str publisher)
{
    struct xc_corpus_source *made = XC_VEC_ADD(&run->sources, &run->arena);
    size_t number;

    if (made == NULL || !xc_arena_str(&run->arena, source->id, &made->id) ||
        !xc_table_add(&run->ids, made->id, run->sources.n - 1, &run->arena, &number))
        return XC_NO_MEMORY;
    made->publisher = publisher;
    made->has_published = source->has_published;
    made->published = source->published;
    return XC_OK;
}

enum xc_status
xc_corpus_run_add(struct xc_corpus_run *run, struct xc_arena *article,
                  const struct xc_source *source)
{
    struct xc_corpus_facts facts = {0, INT32_MIN};
    struct xc_text text;
    struct xc_str publisher;
    enum xc_status status;

    if (xc_table_get(&run->ids, source->id, NULL)) {
        run->n_unread++;
        return tell(run, XC_PROBLEM_DUPLICATE, source,
                    "not read: its name or id was read before");
    }
    status = xc_text_build(&run->lexicon->text, source->text, source->blocks,
                           source->n_blocks, article, &text);
    if (status != XC_OK)
        return status;
    if (!xc_source_may_be_english(source) ||
        !xc_lexicon_is_english(run->lexicon, &text.words)) {
        run->n_unread++;
        return tell(run, XC_PROBLEM_LANGUAGE, source,
                    "not in English, so it is not read");
    }
    status = number_publisher(run, source, article, &facts.publisher, &publisher);
    if (source->has_published)
        facts.day = xc_date_day(source->published);
    if (status == XC_OK)
        status = xc_corpus_add(&run->corpus, &facts, &text, article);
    return status == XC_OK ? list_source(run, source, publisher) : status;
}

enum xc_status
xc_corpus_run_finish(struct xc_corpus_run *run)
{
    enum xc_status status = xc_corpus_join(&run->corpus);

    if (status == XC_OK)
        status = xc_corpus_group(&run->corpus, &run->arena, &run->groups);
    return status;
}
