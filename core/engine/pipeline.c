/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/pipeline.h"

#include <string.h>

#include "engine/other_value.h"
#include "stance/amendment.h"
#include "stance/counted.h"
#include "stance/headline.h"
#include "stance/name.h"
#include "stance/retraction.h"

enum xc_status
xc_worker_init(const struct xc_engine *engine, struct xc_worker *worker)
{
    struct xc_matcher_scratch *scratch = xc_matcher_scratch_new(engine->matcher);

    if (scratch == NULL)
        return XC_NO_MEMORY;
    xc_arena_init(&worker->article);
    worker->scratch = scratch;
    return XC_OK;
}

void
xc_worker_release(struct xc_worker *worker)
{
    xc_matcher_scratch_free(worker->scratch);
    worker->scratch = NULL;
    xc_arena_release(&worker->article);
}

/*
 * The words that can't be cues: the pattern's literal ones, and those that a slot took,
 * because the value has read them already ("no more than three" is at most 3).
 */
static const bool *
immune_words(const struct xc_text *text, const struct xc_mention *mention,
             struct xc_arena *arena)
{
    struct xc_range sentence = text->sentences[mention->sentence].words;
    size_t n = sentence.end - sentence.first;
    bool *immune = xc_arena_array(arena, n, sizeof *immune);
    size_t c;
    size_t i;

    if (immune == NULL)
        return NULL;
    memcpy(immune, mention->literal, n * sizeof *immune);
    for (c = 0; c < mention->n_captures; c++) {
        for (i = mention->captures[c].words.first; i < mention->captures[c].words.end;
             i++)
            immune[i - sentence.first] = true;
    }
    return immune;
}

/* A headline read as a whole, when the first mention asks. */
struct headline {
    bool is_read;
    bool found;
    struct xc_stance_reading reading;
};

/* What placing and weighing the mentions of one article needs. */
struct weighing {
    const struct xc_engine *engine;
    const struct xc_lexicon *lexicon;
    const struct xc_article *article;
    struct xc_event_article *events;
    struct xc_names *names;
    struct xc_retractions *retractions;
    struct headline *headlines; /* one a block */
    struct xc_arena *arena;
};

static enum xc_status
read_headline(struct weighing *weighing, size_t block)
{
    const struct xc_text *text = &weighing->article->text;
    struct xc_headline_part part = {text, text->blocks[block].sentences,
                                    weighing->names};
    struct headline *headline = &weighing->headlines[block];

    if (headline->is_read)
        return XC_OK;
    headline->is_read = true;
    return xc_headline_read_part(weighing->lexicon, &part, weighing->arena,
                                 &headline->reading, &headline->found);
}

/*
 * A headline found by counting words is about the claim as a whole, so it says of the
 * claim what its main predicate says: "Mayor rebuffs reports of shut bridge".  Where the
 * words by themselves say the opposite, nobody can tell.
 */
static enum xc_status
weigh_headline(struct weighing *weighing, struct xc_reading *reading)
{
    const struct xc_text *text = &weighing->article->text;
    size_t b = text->sentences[reading->mention->sentence].block;
    enum xc_stance own = reading->stance.stance;
    struct xc_stance_reading whole;
    enum xc_status status;

    status = read_headline(weighing, b);
    if (status != XC_OK || !weighing->headlines[b].found)
        return status;
    whole = weighing->headlines[b].reading;
    if ((own == XC_STANCE_ASSERTED && whole.stance == XC_STANCE_DENIED) ||
        (own == XC_STANCE_DENIED && whole.stance == XC_STANCE_ASSERTED))
        whole.stance = XC_STANCE_UNRESOLVED;
    whole.trace = xc_arena_printf(
        weighing->arena,
        "%.*sby counted words, so by the headline as a whole (alone they are %s): %s\n",
        (int)whole.trace.len, whole.trace.ptr == NULL ? "" : whole.trace.ptr,
        xc_stance_name(own), xc_stance_name(whole.stance));
    reading->stance = whole;
    return whole.trace.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

/* What is read otherwise because the pattern only counts words. */
static enum xc_status
weigh_counted(struct weighing *weighing, const struct xc_target *target,
              struct xc_reading *reading)
{
    const struct xc_text *text = &weighing->article->text;
    const struct xc_claim *claim = reading->mention->claim;
    size_t b = text->sentences[target->sentence].block;

    if (!xc_counted_is(reading->mention->pattern))
        return XC_OK;
    if (text->blocks[b].kind == XC_BLOCK_HEADLINE)
        return weigh_headline(weighing, reading);
    return xc_counted_settle(weighing->lexicon, text, target->sentence,
                             xc_engine_counted(weighing->engine, claim),
                             weighing->arena, &reading->stance);
}

static enum xc_status
place_and_weigh(struct weighing *weighing, struct xc_reading *reading)
{
    const struct xc_mention *mention = reading->mention;
    struct xc_target target = {.sentence = mention->sentence,
                               .words = mention->words,
                               .parts = mention->parts,
                               .n_parts = mention->n_parts,
                               .foretold = mention->claim->foretells};
    enum xc_status status;

    status = xc_event_place(weighing->events, mention->claim->topic, mention->sentence,
                            mention->words, &reading->event);
    if (status != XC_OK)
        return status;
    target.literal = immune_words(&weighing->article->text, mention, weighing->arena);
    if (target.literal == NULL)
        return XC_NO_MEMORY;
    status = xc_retractions_weigh(weighing->retractions, &target, weighing->arena,
                                  &reading->stance);
    return status == XC_OK ? weigh_counted(weighing, &target, reading) : status;
}

/* Lets what the article rejects or corrects go before its other mentions of this event. */
static enum xc_status
retell(const struct xc_engine *engine, const struct xc_article *article,
       struct xc_arena *arena)
{
    struct xc_retold *retold =
        xc_arena_array(arena, article->mentions.n, sizeof *retold);
    size_t n = 0;
    size_t i;

    if (retold == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < article->mentions.n; i++) {
        struct xc_reading *reading = &article->readings[i];

        if (reading->event.place == XC_EVENT_THIS)
            retold[n++] = (struct xc_retold){
                reading->mention->claim, reading->mention->sentence, &reading->stance};
    }
    return xc_amendments_spread(engine->lexicon, &article->text, retold, n, arena);
}

/* Stages place and weigh over all mentions; an article without any is left alone. */
static enum xc_status
read_mentions(const struct xc_engine *engine, struct xc_arena *arena,
              struct xc_article *article)
{
    const struct xc_source *source = article->source;
    struct weighing weighing = {.engine = engine,
                                .lexicon = engine->lexicon,
                                .article = article,
                                .arena = arena};
    enum xc_status status;
    size_t i;

    if (article->mentions.n == 0)
        return XC_OK;
    status = xc_event_read(engine->events, &article->text,
                           source->has_published ? &source->published : NULL, arena,
                           &weighing.events);
    article->readings =
        xc_arena_array(arena, article->mentions.n, sizeof *article->readings);
    weighing.names = xc_names_new(engine->lexicon, &article->text, arena);
    weighing.headlines =
        xc_arena_array(arena, article->text.n_blocks, sizeof *weighing.headlines);
    if (article->readings == NULL || weighing.names == NULL ||
        weighing.headlines == NULL)
        return XC_NO_MEMORY;
    if (status == XC_OK)
        status = xc_retractions_new(engine->lexicon, &article->text, arena,
                                    &weighing.retractions);
    for (i = 0; status == XC_OK && i < article->mentions.n; i++) {
        article->readings[i].mention = &article->mentions.items[i];
        status = place_and_weigh(&weighing, &article->readings[i]);
    }
    if (status == XC_OK)
        status = retell(engine, article, arena);
    /* Last, because a later sentence may deny a value as well. */
    for (i = 0; status == XC_OK && i < article->mentions.n; i++)
        status = xc_other_value_settle(article->readings[i].mention, arena,
                                       &article->readings[i].stance);
    return status;
}

static enum xc_status
find_mentions(const struct xc_engine *engine, struct xc_worker *worker,
              struct xc_article *article, struct xc_problems *problems)
{
    const struct xc_source *source = article->source;
    struct xc_matcher_input input = {
        .text = &article->text,
        .candidates = &article->candidates,
        .published = source->has_published ? &source->published : NULL,
    };
    enum xc_status status;

    status = xc_matcher_scan(engine->matcher, worker->scratch, &article->text,
                             &worker->article, &article->candidates);
    if (status != XC_OK)
        return status;
    return xc_matcher_confirm(engine->matcher, worker->scratch, &input,
                              &worker->article, &article->mentions, problems);
}

/* Tells when hidden text is left unflagged, being too much. */
static enum xc_status
tell_unplaced(const struct xc_source *source, const struct xc_fold *fold,
              struct xc_problems *problems)
{
    struct xc_place place = {.path = source->path, .line = source->record_line};

    if (fold->hidden.n_unplaced == 0 ||
        xc_problems_add(problems, XC_PROBLEM_ENCODING, &place, NULL,
                        "hidden text in too many places: %zu hidden characters or "
                        "look-alike words are not flagged",
                        fold->hidden.n_unplaced))
        return XC_OK;
    return XC_NO_MEMORY;
}

enum xc_status
xc_pipeline_run(const struct xc_engine *engine, struct xc_worker *worker,
                const struct xc_source *source, struct xc_article *out,
                struct xc_problems *problems)
{
    struct xc_arena *arena = &worker->article;
    struct xc_article made = {.source = source};
    enum xc_status status;

    status = xc_text_build(&engine->lexicon->text, source->text, source->blocks,
                           source->n_blocks, arena, &made.text);
    if (status == XC_OK)
        status = tell_unplaced(source, &made.text.fold, problems);
    if (status != XC_OK)
        return status;
    made.is_english = xc_source_may_be_english(source) &&
                      xc_lexicon_is_english(engine->lexicon, &made.text.words);
    if (made.is_english) {
        status = find_mentions(engine, worker, &made, problems);
        if (status != XC_OK)
            return status;
    }
    status = read_mentions(engine, arena, &made);
    if (status == XC_OK)
        *out = made;
    return status;
}
