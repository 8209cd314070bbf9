/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/examples.h"

#include "base/vec.h"

const char *
xc_example_kind_name(enum xc_example_kind kind)
{
    switch (kind) {
    case XC_EXAMPLE_ASSERTS:
        return "asserts";
    case XC_EXAMPLE_DENIES:
        return "denies";
    case XC_EXAMPLE_DISCUSSES:
        return "discusses";
    case XC_EXAMPLE_IGNORES:
        return "ignores";
    }
    return "";
}

void
xc_examples_prepare(struct xc_topic_vec *topics)
{
    size_t i;

    for (i = 0; i < topics->n; i++) {
        struct xc_topic *topic = &topics->items[i];

        while (topic->n_about > 0)
            xc_pattern_release(topic->about[--topic->n_about]);
    }
}

struct running {
    const struct xc_engine *engine;
    struct xc_worker *worker;
    struct xc_arena *arena;
    struct xc_example_results *out;
    struct xc_problems *problems;
};

/* Whether the mention would count in a report, were the rest of the article about the
 * topic's event. */
static bool
counts(const struct xc_reading *reading, const struct xc_claim *claim)
{
    return reading->mention->claim == claim && reading->event.place != XC_EVENT_OTHER;
}

/* What the article turned out to be for the claim. */
static enum xc_example_kind
kind_of(const struct xc_article *article, const struct xc_claim *claim)
{
    bool asserted = false;
    bool denied = false;
    bool found = false;
    size_t i;

    for (i = 0; i < article->mentions.n; i++) {
        if (!counts(&article->readings[i], claim))
            continue;
        found = true;
        asserted |= article->readings[i].stance.stance == XC_STANCE_ASSERTED;
        denied |= article->readings[i].stance.stance == XC_STANCE_DENIED;
    }
    if (!found)
        return XC_EXAMPLE_IGNORES;
    if (asserted != denied)
        return asserted ? XC_EXAMPLE_ASSERTS : XC_EXAMPLE_DENIES;
    return XC_EXAMPLE_DISCUSSES;
}

/* Copies the claim's mentions out of the article, which is dropped. */
static enum xc_status
keep_mentions(const struct xc_article *article, struct xc_arena *arena,
              struct xc_example_result *result)
{
    size_t i;

    result->mentions =
        xc_arena_array(arena, article->mentions.n, sizeof *result->mentions);
    if (result->mentions == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < article->mentions.n; i++) {
        const struct xc_reading *reading = &article->readings[i];
        struct xc_example_mention kept = {.pattern = reading->mention->pattern,
                                          .event = reading->event.place,
                                          .stance = reading->stance.stance};

        if (reading->mention->claim != result->claim)
            continue;
        if (!xc_arena_str(arena,
                          xc_text_original(&article->text, reading->mention->words),
                          &kept.matched) ||
            !xc_arena_str(arena, reading->stance.trace, &kept.trace))
            return XC_NO_MEMORY;
        result->mentions[result->n_mentions++] = kept;
    }
    return XC_OK;
}

static enum xc_status
explain_failure(struct running *running, const struct xc_article *article,
                struct xc_example_result *result)
{
    struct xc_explanation explanation;
    enum xc_status status = keep_mentions(article, running->arena, result);

    if (status == XC_OK)
        status = xc_explain(running->engine, article, result->claim, running->arena,
                            &explanation);
    if (status != XC_OK)
        return status;
    result->patterns = explanation.patterns;
    result->n_patterns = explanation.n_patterns;
    return XC_OK;
}

/* Runs the sentence as an article that consists of it. */
static enum xc_status
run_sentence(const struct xc_engine *engine, struct xc_worker *worker,
             struct xc_str sentence, struct xc_article *out,
             struct xc_problems *problems)
{
    struct xc_span *run;
    struct xc_block *block;
    struct xc_source *source;

    xc_arena_reset(&worker->article);
    run = xc_arena_array(&worker->article, 1, sizeof *run);
    block = xc_arena_array(&worker->article, 1, sizeof *block);
    source = xc_arena_array(&worker->article, 1, sizeof *source);
    if (run == NULL || block == NULL || source == NULL)
        return XC_NO_MEMORY;
    *run = (struct xc_span){0, sentence.len};
    *block = (struct xc_block){XC_BLOCK_PARAGRAPH, run, 1, 1};
    *source = (struct xc_source){
        .id = XC_STR("example"), .text = sentence, .blocks = block, .n_blocks = 1};
    return xc_pipeline_run(engine, worker, source, out, problems);
}

enum xc_status
xc_example_read(const struct xc_engine *engine, struct xc_worker *worker,
                struct xc_str sentence, struct xc_arena *arena,
                struct xc_example_result *result, struct xc_problems *problems)
{
    struct xc_article article;
    enum xc_status status = run_sentence(engine, worker, sentence, &article, problems);

    if (status != XC_OK)
        return status;
    result->came = kind_of(&article, result->claim);
    return keep_mentions(&article, arena, result);
}

static enum xc_status
run_example(struct running *running, struct xc_example_result *result)
{
    struct xc_article article;
    enum xc_status status =
        run_sentence(running->engine, running->worker, result->example->text, &article,
                     running->problems);

    if (status != XC_OK)
        return status;
    result->came = kind_of(&article, result->claim);
    result->passed = result->came == result->example->kind;
    return result->passed ? XC_OK : explain_failure(running, &article, result);
}

/* Adds a result of its own for the claim as a whole, or for one of its examples. */
static enum xc_status
add(struct running *running, struct xc_example_result result)
{
    struct xc_example_result *slot;
    enum xc_status status;

    if (result.example != NULL) {
        status = run_example(running, &result);
        if (status != XC_OK)
            return status;
    }
    slot = XC_VEC_ADD(running->out, running->arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = result;
    running->out->n_failed += !result.passed;
    running->out->n_untested += result.example == NULL;
    return XC_OK;
}

enum xc_status
xc_examples_run(const struct xc_engine *engine, struct xc_worker *worker, bool required,
                struct xc_arena *arena, struct xc_example_results *out,
                struct xc_problems *problems)
{
    struct xc_example_results made = {0};
    struct running running = {engine, worker, arena, &made, problems};
    enum xc_status status = XC_OK;
    size_t t;
    size_t c;
    size_t e;

    for (t = 0; t < engine->topics->n; t++) {
        const struct xc_topic *topic = &engine->topics->items[t];

        for (c = 0; c < topic->n_claims; c++) {
            struct xc_example_result result = {
                .topic = topic, .claim = &topic->claims[c], .passed = !required};

            if (result.claim->n_examples == 0)
                status = add(&running, result);
            for (e = 0; status == XC_OK && e < result.claim->n_examples; e++) {
                result.example = &result.claim->examples[e];
                status = add(&running, result);
            }
            if (status != XC_OK)
                return status;
        }
    }
    *out = made;
    return XC_OK;
}
