/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/intake.h"

#include "base/limits.h"
#include "base/vec.h"
#include "io/crew.h"

/* Documents of one batch at most, and what an item of a feed is taken to weigh. */
static const size_t most_documents = 64;
static const size_t item_bytes = (size_t)4 << 10;

/* A document, and what came of it. */
struct entry {
    struct xc_document document;
    struct xc_problems problems; /* met before it, then while it was read */
    enum xc_status status;
    bool is_cut;
    void *part;
};

/* What a thread gets at once; all of it lives in arena. */
struct batch {
    struct xc_arena arena;
    struct {
        struct entry *items;
        size_t n;
        size_t cap;
    } entries;
    size_t n_bytes;
};

struct xc_intake {
    struct xc_arena arena; /* holds this struct, too */
    struct xc_source_inputs *inputs;
    struct xc_problems *told; /* those of inputs */
    const struct xc_reader *reader;
    struct xc_crew *crew;
    struct batch *batches; /* one a slot */
    size_t n_batches;
    struct batch *filling;     /* NULL: none is */
    struct xc_arena met_arena; /* of: */
    struct xc_problems met;    /* since the last document */
};

/* Reads one document and works on it. */
static void
read_entry(const struct xc_intake *intake, size_t worker, struct batch *batch,
           struct entry *entry)
{
    const struct xc_source_work *work = intake->inputs->work;
    struct xc_arena *article = work->article(work->context, worker);
    struct xc_source source;

    if (article == NULL) {
        entry->status = XC_NO_MEMORY;
        return;
    }
    xc_arena_reset(article);
    entry->status = xc_reader_read(intake->reader, &entry->document, article, &source,
                                   &entry->problems);
    if (entry->status != XC_OK)
        return;
    entry->is_cut = source.is_cut;
    entry->status =
        work->read(work->context, worker, &source, &batch->arena, &entry->part);
}

static void
work_on(void *context, size_t worker, size_t slot)
{
    const struct xc_intake *intake = context;
    struct batch *batch = &intake->batches[slot];
    bool goes_on = true;
    size_t i;

    for (i = 0; goes_on && i < batch->entries.n; i++) {
        struct entry *entry = &batch->entries.items[i];

        read_entry(intake, worker, batch, entry);
        goes_on = entry->status == XC_OK || entry->status == XC_BAD_INPUT;
    }
}

/* Takes what came of one document; a lost article ends nothing. */
static enum xc_status
take(const struct xc_intake *intake, const struct entry *entry)
{
    struct xc_source_inputs *inputs = intake->inputs;
    enum xc_status status;

    if (!xc_problems_append(intake->told, &entry->problems))
        return XC_NO_MEMORY;
    if (entry->status == XC_BAD_INPUT) {
        inputs->n_lost++;
        return XC_OK;
    }
    if (entry->status != XC_OK)
        return entry->status;
    inputs->n_lost += entry->is_cut;
    status = inputs->work->take(inputs->work->context, entry->part);
    if (inputs->tick != NULL)
        inputs->tick(inputs->context);
    return status;
}

static enum xc_status
gather(void *context, size_t slot)
{
    const struct xc_intake *intake = context;
    struct batch *batch = &intake->batches[slot];
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; status == XC_OK && i < batch->entries.n; i++)
        status = take(intake, &batch->entries.items[i]);
    batch->entries.items = NULL;
    batch->entries.n = 0;
    batch->entries.cap = 0;
    batch->n_bytes = 0;
    xc_arena_reset(&batch->arena);
    return status;
}

enum xc_status
xc_intake_open(struct xc_source_inputs *inputs, const struct xc_reader *reader,
               struct xc_intake **out)
{
    const size_t n_batches = xc_crew_n_slots(inputs->work->n_workers);
    struct xc_arena arena;
    struct xc_intake *intake;
    enum xc_status status = XC_NO_MEMORY;

    xc_arena_init(&arena);
    intake = xc_arena_array(&arena, 1, sizeof *intake);
    if (intake != NULL)
        intake->batches = xc_arena_array(&arena, n_batches, sizeof *intake->batches);
    if (intake != NULL && intake->batches != NULL) {
        const struct xc_crew_job job = {work_on, gather, intake};

        intake->inputs = inputs;
        intake->told = inputs->problems;
        intake->reader = reader;
        intake->n_batches = n_batches;
        xc_problems_init(&intake->met, &intake->met_arena);
        status = xc_crew_open(&job, inputs->work->n_workers, &intake->crew);
    }
    if (status != XC_OK) {
        xc_arena_release(&arena);
        return status;
    }
    intake->arena = arena;
    *out = intake;
    return XC_OK;
}

struct xc_problems *
xc_intake_problems(struct xc_intake *intake)
{
    return &intake->met;
}

/* A new entry of the batch, whose problems are those met so far. */
static struct entry *
add_entry(struct xc_intake *intake, struct batch *batch)
{
    struct entry *entry = XC_VEC_ADD(&batch->entries, &batch->arena);

    if (entry == NULL)
        return NULL;
    *entry = (struct entry){.status = XC_OK};
    xc_problems_init(&entry->problems, &batch->arena);
    if (intake->met.n + intake->met.n_dropped == 0)
        return entry;
    if (!xc_problems_append(&entry->problems, &intake->met))
        return NULL;
    xc_arena_reset(&intake->met_arena);
    xc_problems_init(&intake->met, &intake->met_arena);
    return entry;
}

/* Hands in the batch that is being filled. */
static enum xc_status
hand(struct xc_intake *intake)
{
    const size_t n_bytes = intake->filling->n_bytes;

    intake->filling = NULL;
    return xc_crew_hand(intake->crew, n_bytes);
}

enum xc_status
xc_intake_add(struct xc_intake *intake, const struct xc_document *document,
              struct xc_arena *arena)
{
    struct batch *batch;
    struct entry *entry;
    size_t slot;

    if (intake->filling == NULL) {
        const enum xc_status status = xc_crew_slot(intake->crew, &slot);

        if (status != XC_OK)
            return status;
        intake->filling = &intake->batches[slot];
    }
    batch = intake->filling;
    entry = add_entry(intake, batch);
    if (entry == NULL)
        return XC_NO_MEMORY;
    entry->document = *document;
    if (!xc_arena_str(&batch->arena, document->path, &entry->document.path))
        return XC_NO_MEMORY;
    if (arena != NULL)
        xc_arena_adopt(&batch->arena, arena);
    else if (!xc_arena_str(&batch->arena, document->bytes, &entry->document.bytes))
        return XC_NO_MEMORY;
    batch->n_bytes += document->feed == NULL ? document->bytes.len : item_bytes;
    if (batch->n_bytes < XC_BATCH_BYTES && batch->entries.n < most_documents)
        return XC_OK;
    return hand(intake);
}

enum xc_status
xc_intake_settle(struct xc_intake *intake)
{
    enum xc_status status = XC_OK;

    if (intake->filling != NULL)
        status = hand(intake);
    if (status == XC_OK)
        status = xc_crew_drain(intake->crew);
    if (!xc_problems_append(intake->told, &intake->met))
        return XC_NO_MEMORY;
    xc_arena_reset(&intake->met_arena);
    xc_problems_init(&intake->met, &intake->met_arena);
    return status;
}

void
xc_intake_close(struct xc_intake *intake)
{
    struct xc_arena arena;
    size_t i;

    if (intake == NULL)
        return;
    xc_crew_close(intake->crew);
    for (i = 0; i < intake->n_batches; i++)
        xc_arena_release(&intake->batches[i].arena);
    xc_arena_release(&intake->met_arena);
    arena = intake->arena;
    xc_arena_release(&arena);
}
