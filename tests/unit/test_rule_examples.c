/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The examples of the project's own rule files, through the pipeline that report runs.
 *
 * An example is one sentence, so it neither names the topic's event nor what the topic is
 * about; both are taken from a copy of the topic for the run.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "engine/pipeline.h"
#include "engine/run.h"
#include "io/file.h"
#include "rule/loader.h"
#include "suite.h"

static const char *const endings[] = {".yaml", NULL};

struct bench {
    struct xc_arena arena;
    struct xc_problems problems;
    struct xc_lexicon lexicon;
    struct xc_topic_vec topics;
    struct xc_engine engine;
    struct xc_worker worker;
};

static void
tell_problems(const struct xc_problems *problems)
{
    size_t i;

    for (i = 0; i < problems->n; i++)
        fprintf(stderr, "%s:%zu:%zu: %s\n", problems->items[i].path.ptr,
                problems->items[i].line, problems->items[i].column,
                problems->items[i].message.ptr);
}

static void
load(struct bench *bench)
{
    const char *source = getenv("SOURCE");
    struct xc_path_vec files = {0};
    struct xc_str folder;
    size_t i;

    xc_arena_init(&bench->arena);
    xc_problems_init(&bench->problems, &bench->arena);
    bench->topics = (struct xc_topic_vec){0};
    folder = xc_arena_printf(&bench->arena, "%s/rules", source == NULL ? "." : source);
    ck_assert_int_eq(xc_lexicon_load(&bench->arena, &bench->lexicon, &bench->problems),
                     XC_OK);
    ck_assert_int_eq(xc_files_walk(folder, endings, XC_PROBLEM_RULE, &bench->arena,
                                   &files, &bench->problems),
                     XC_OK);
    for (i = 0; i < files.n; i++) {
        struct xc_str text;

        ck_assert_int_eq(xc_file_read(files.items[i], XC_MAX_RULE_BYTES,
                                      XC_PROBLEM_RULE, &bench->arena, &text,
                                      &bench->problems),
                         XC_OK);
        if (xc_rule_load(&bench->lexicon, files.items[i], text, &bench->arena,
                         &bench->topics, &bench->problems) != XC_OK) {
            tell_problems(&bench->problems);
            ck_abort_msg("%s does not load", files.items[i].ptr);
        }
    }
    ck_assert_uint_ge(bench->topics.n, 3);
    for (i = 0; i < bench->topics.n; i++) {
        struct xc_topic *topic = &bench->topics.items[i];

        while (topic->n_about > 0)
            xc_pattern_release(topic->about[--topic->n_about]);
        topic->event.present = false;
    }
    ck_assert_int_eq(
        xc_engine_new(&bench->lexicon, &bench->topics, &bench->arena, &bench->engine),
        XC_OK);
    ck_assert_int_eq(xc_worker_init(&bench->engine, &bench->worker), XC_OK);
}

static void
release(struct bench *bench)
{
    xc_worker_release(&bench->worker);
    xc_topics_release(&bench->topics);
    xc_arena_release(&bench->arena);
}

/* The kind of example that the sentence turns out to be for the claim. */
static enum xc_example_kind
kind_of(struct bench *bench, const struct xc_claim *claim, struct xc_str sentence)
{
    struct xc_span run = {0, sentence.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_source source = {
        .id = XC_STR("example"), .text = sentence, .blocks = &block, .n_blocks = 1};
    struct xc_article article;
    bool asserted = false;
    bool denied = false;
    bool found = false;
    size_t i;

    xc_arena_reset(&bench->worker.article);
    ck_assert_int_eq(xc_pipeline_run(&bench->engine, &bench->worker, &source, &article,
                                     &bench->problems),
                     XC_OK);
    for (i = 0; i < article.mentions.n; i++) {
        if (article.mentions.items[i].claim != claim)
            continue;
        found = true;
        asserted |= article.readings[i].stance.stance == XC_STANCE_ASSERTED;
        denied |= article.readings[i].stance.stance == XC_STANCE_DENIED;
    }
    if (!found)
        return XC_EXAMPLE_IGNORES;
    if (asserted != denied)
        return asserted ? XC_EXAMPLE_ASSERTS : XC_EXAMPLE_DENIES;
    return XC_EXAMPLE_DISCUSSES;
}

START_TEST(rule_examples_come_out_as_written)
{
    static const char *const names[] = {"asserts", "denies", "discusses", "ignores"};
    struct bench bench;
    size_t n_failed = 0;
    size_t n = 0;
    size_t t;
    size_t c;
    size_t e;

    load(&bench);
    for (t = 0; t < bench.topics.n; t++) {
        const struct xc_topic *topic = &bench.topics.items[t];

        for (c = 0; c < topic->n_claims; c++) {
            const struct xc_claim *claim = &topic->claims[c];

            ck_assert_msg(claim->n_examples > 0, "%s has no examples", claim->id.ptr);
            for (e = 0; e < claim->n_examples; e++, n++) {
                const struct xc_example *example = &claim->examples[e];
                enum xc_example_kind kind = kind_of(&bench, claim, example->text);

                if (kind == example->kind)
                    continue;
                n_failed++;
                fprintf(stderr, "%.*s:%zu: %.*s: wanted %s, got %s: %.*s\n",
                        (int)topic->file.len, topic->file.ptr, example->line,
                        (int)claim->id.len, claim->id.ptr, names[example->kind],
                        names[kind], (int)example->text.len, example->text.ptr);
            }
        }
    }
    ck_assert_msg(n_failed == 0, "%zu of %zu examples failed", n_failed, n);
    release(&bench);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {rule_examples_come_out_as_written, NULL};

    return suite_run("rule examples", tests);
}
