/* SPDX-License-Identifier: Apache-2.0 */
/* The examples of the project's own rule files, as `xclaim test` runs them. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "author/examples.h"
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
    xc_examples_prepare(&bench->topics);
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

START_TEST(rule_examples_come_out_as_written)
{
    struct xc_example_results results;
    struct bench bench;
    size_t i;

    load(&bench);
    ck_assert_int_eq(xc_examples_run(&bench.engine, &bench.worker, true, &bench.arena,
                                     &results, &bench.problems),
                     XC_OK);
    for (i = 0; i < results.n; i++) {
        const struct xc_example_result *result = &results.items[i];

        if (result->passed)
            continue;
        ck_assert_msg(result->example != NULL, "%s has no examples",
                      result->claim->id.ptr);
        fprintf(stderr, "%.*s:%zu: %.*s: wanted %s, got %s: %.*s\n",
                (int)result->topic->file.len, result->topic->file.ptr,
                result->example->line, (int)result->claim->id.len,
                result->claim->id.ptr, xc_example_kind_name(result->example->kind),
                xc_example_kind_name(result->came), (int)result->example->text.len,
                result->example->text.ptr);
    }
    ck_assert_uint_ge(results.n, 100);
    ck_assert_msg(results.n_failed == 0, "%zu of %zu examples failed", results.n_failed,
                  results.n);
    release(&bench);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {rule_examples_come_out_as_written, NULL};

    return suite_run("rule examples", tests);
}
