/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/corpus_run.h"

#include "base/hash.h"
#include "base/vec.h"

enum { FIRST_SLOTS = 64 };

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

struct xc_str
xc_corpus_run_publisher(const struct xc_corpus_run *run, size_t article)
{
    uint32_t number = run->corpus.articles.items[article].facts.publisher;

    return number == 0 ? XC_STR("") : run->publisher_names.items[number - 1];
}

bool
xc_corpus_run_published(const struct xc_corpus_run *run, size_t article,
                        struct xc_date *out)
{
    int32_t day = run->corpus.articles.items[article].facts.day;

    if (day == INT32_MIN)
        return false;
    *out = xc_date_of_day(day);
    return true;
}

/* The slot where id stands or would stand; there is a free one. */
static size_t
slot_of(const struct xc_corpus_ids *ids, struct xc_str id)
{
    size_t slot = (size_t)xc_hash_bytes(id) & (ids->cap - 1);

    while (ids->slots[slot] != 0 &&
           !xc_str_equal(ids->items.items[ids->slots[slot] - 1], id))
        slot = (slot + 1) & (ids->cap - 1);
    return slot;
}

static bool
has_id(const struct xc_corpus_ids *ids, struct xc_str id)
{
    return ids->cap > 0 && ids->slots[slot_of(ids, id)] != 0;
}

/* Twice the slots; half of them are free at least. */
static bool
grow(struct xc_corpus_ids *ids, struct xc_arena *arena)
{
    size_t i;

    ids->cap = ids->cap == 0 ? FIRST_SLOTS : 2 * ids->cap;
    ids->slots = xc_arena_array(arena, ids->cap, sizeof *ids->slots);
    if (ids->slots == NULL)
        return false;
    for (i = 0; i < ids->items.n; i++)
        ids->slots[slot_of(ids, ids->items.items[i])] = (uint32_t)(i + 1);
    return true;
}

static enum xc_status
add_id(struct xc_corpus_ids *ids, struct xc_str id, struct xc_arena *arena)
{
    struct xc_str *item;
    size_t slot;

    if (2 * (ids->items.n + 1) > ids->cap && !grow(ids, arena))
        return XC_NO_MEMORY;
    slot = slot_of(ids, id);
    item = XC_VEC_ADD(&ids->items, arena);
    if (item == NULL || !xc_arena_str(arena, id, item))
        return XC_NO_MEMORY;
    ids->slots[slot] = (uint32_t)ids->items.n;
    return XC_OK;
}

/* The publisher's number, by its folded name; 0 when it is unknown. */
static enum xc_status
number_publisher(struct xc_corpus_run *run, const struct xc_source *source,
                 struct xc_arena *article, uint32_t *out)
{
    struct xc_str folded;
    struct xc_str key;
    struct xc_str *name;
    size_t number;

    *out = 0;
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
    *out = (uint32_t)number;
    return XC_OK;
}

enum xc_status
xc_corpus_run_add(struct xc_corpus_run *run, struct xc_arena *article,
                  const struct xc_source *source)
{
    struct xc_corpus_facts facts = {0, INT32_MIN};
    struct xc_text text;
    enum xc_status status;

    if (has_id(&run->ids, source->id)) {
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
    status = number_publisher(run, source, article, &facts.publisher);
    if (source->has_published)
        facts.day = xc_date_day(source->published);
    if (status == XC_OK)
        status = xc_corpus_add(&run->corpus, &facts, &text, article);
    return status == XC_OK ? add_id(&run->ids, source->id, &run->arena) : status;
}

enum xc_status
xc_corpus_run_finish(struct xc_corpus_run *run)
{
    enum xc_status status = xc_corpus_join(&run->corpus);

    if (status == XC_OK)
        status = xc_corpus_group(&run->corpus, &run->arena, &run->groups);
    return status;
}
