/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/coverage.h"

#include <stdlib.h>

#include "author/one_line.h"
#include "base/limits.h"
#include "base/vec.h"
#include "text/evidence.h"

enum xc_status
xc_coverage_init(struct xc_coverage *coverage, const struct xc_engine *engine,
                 size_t most_worthy, struct xc_arena *arena,
                 struct xc_problems *problems)
{
    size_t most = most_worthy < XC_MAX_WORTHY ? most_worthy : XC_MAX_WORTHY;
    size_t t;

    *coverage = (struct xc_coverage){
        .engine = engine, .arena = arena, .problems = problems, .most_worthy = most};
    /* One more than are kept: room to put the next one in. */
    coverage->worthy = xc_arena_array(arena, most + 1, sizeof *coverage->worthy);
    coverage->spoken = xc_arena_array(arena, engine->topics->n, sizeof(size_t *));
    if (coverage->worthy == NULL || coverage->spoken == NULL)
        return XC_NO_MEMORY;
    for (t = 0; t < engine->topics->n; t++) {
        coverage->spoken[t] =
            xc_arena_array(arena, engine->topics->items[t].n_claims, sizeof(size_t));
        if (coverage->spoken[t] == NULL)
            return XC_NO_MEMORY;
    }
    return xc_worth_words(arena, &coverage->words);
}

/* Counts the source for each claim that it speaks of, once. */
static bool
count_mentions(struct xc_coverage *coverage, const struct xc_article *article)
{
    size_t i;
    size_t j;

    for (i = 0; i < article->mentions.n; i++) {
        const struct xc_reading *reading = &article->readings[i];
        const struct xc_claim *claim = reading->mention->claim;
        const struct xc_topic *topic = &coverage->engine->topics->items[claim->topic];
        bool first = reading->event.place != XC_EVENT_OTHER;

        /* A sentence has few mentions, and an article few of one claim. */
        for (j = 0; j < i && first; j++)
            first = article->mentions.items[j].claim != claim ||
                    article->readings[j].event.place == XC_EVENT_OTHER;
        coverage->spoken[claim->topic][claim - topic->claims] += first;
    }
    return article->mentions.n > 0;
}

static int
compare(const struct xc_worthy *a, const struct xc_worthy *b)
{
    int order;

    if (a->worth.score != b->worth.score)
        return a->worth.score > b->worth.score ? -1 : 1;
    order = xc_str_compare(a->source, b->source);
    if (order != 0)
        return order;
    return (a->worth.sentence > b->worth.sentence) -
           (a->worth.sentence < b->worth.sentence);
}

/* Where in the list the same words stand already; n_worthy when nowhere. */
static size_t
find_same(const struct xc_coverage *coverage, struct xc_str text)
{
    size_t i = 0;

    while (i < coverage->n_worthy && !xc_str_equal(coverage->worthy[i].text, text))
        i++;
    return i;
}

static bool
copy(struct xc_coverage *coverage, struct xc_worthy *worthy)
{
    struct xc_str *const texts[] = {&worthy->source,        &worthy->text,
                                    &worthy->worth.number,  &worthy->worth.superlative,
                                    &worthy->worth.speaker, &worthy->worth.denial};
    size_t i;

    for (i = 0; i < XC_COUNT(texts); i++) {
        if (!xc_arena_str(coverage->arena, *texts[i], texts[i]))
            return false;
    }
    return true;
}

/* Puts the sentence in its place among the worthiest; a reprint's words are there
 * already. */
static enum xc_status
insert(struct xc_coverage *coverage, struct xc_worthy made)
{
    size_t same = find_same(coverage, made.text);
    size_t i;

    if (same < coverage->n_worthy) {
        if (compare(&made, &coverage->worthy[same]) >= 0)
            return XC_OK;
        for (i = same; i + 1 < coverage->n_worthy; i++)
            coverage->worthy[i] = coverage->worthy[i + 1];
        coverage->n_worthy--;
    }
    if (coverage->n_worthy == coverage->most_worthy &&
        (coverage->n_worthy == 0 ||
         compare(&made, &coverage->worthy[coverage->n_worthy - 1]) >= 0))
        return XC_OK;
    if (!copy(coverage, &made))
        return XC_NO_MEMORY;
    for (i = coverage->n_worthy; i > 0 && compare(&made, &coverage->worthy[i - 1]) < 0;
         i--)
        coverage->worthy[i] = coverage->worthy[i - 1];
    coverage->worthy[i] = made;
    if (coverage->n_worthy < coverage->most_worthy)
        coverage->n_worthy++;
    return XC_OK;
}

static enum xc_status
add_worthy(struct xc_coverage *coverage, struct xc_worker *worker,
           const struct xc_article *article)
{
    struct xc_worth_vec found = {0};
    enum xc_status status;
    size_t i;

    status = xc_worth_find(coverage->engine, &coverage->words, article,
                           &worker->article, &found);
    for (i = 0; i < found.n && status == XC_OK; i++) {
        const struct xc_text *text = &article->text;
        struct xc_span span = xc_evidence_span(
            &text->fold, text->sentences[found.items[i].sentence].folded);
        struct xc_worthy made = {.worth = found.items[i],
                                 .source = article->source->id};
        size_t column;

        if (!xc_one_line(xc_str_at(text->article, span), NULL, &worker->article,
                         &made.text))
            return XC_NO_MEMORY;
        xc_source_place(article->source, span.off_bytes, &made.line, &column);
        status = insert(coverage, made);
    }
    return status;
}

enum xc_status
xc_coverage_add(struct xc_coverage *coverage, struct xc_worker *worker,
                const struct xc_source *source)
{
    struct xc_place place = {.path = source->path, .line = source->record_line};
    struct xc_covered_source *covered;
    struct xc_article article;
    enum xc_status status;

    status =
        xc_pipeline_run(coverage->engine, worker, source, &article, coverage->problems);
    if (status != XC_OK)
        return status;
    if (!article.is_english) {
        coverage->n_unread++;
        return xc_problems_add(coverage->problems, XC_PROBLEM_LANGUAGE, &place, NULL,
                               "not in English, so it is not read")
                   ? XC_OK
                   : XC_NO_MEMORY;
    }
    covered = XC_VEC_ADD(&coverage->sources, coverage->arena);
    if (covered == NULL || !xc_arena_str(coverage->arena, source->id, &covered->id))
        return XC_NO_MEMORY;
    covered->touched = count_mentions(coverage, &article);
    return add_worthy(coverage, worker, &article);
}

static int
compare_sources(const void *left, const void *right)
{
    const struct xc_covered_source *a = left;
    const struct xc_covered_source *b = right;

    return xc_str_compare(a->id, b->id);
}

void
xc_coverage_finish(struct xc_coverage *coverage)
{
    if (coverage->sources.n > 1)
        qsort(coverage->sources.items, coverage->sources.n,
              sizeof *coverage->sources.items, compare_sources);
}
