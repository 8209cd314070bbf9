/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/lint.h"

#include <stdlib.h>

#include "author/lint_check.h"
#include "base/vec.h"

void
xc_lint_init(struct xc_lint *lint, const struct xc_lexicon *lexicon,
             struct xc_arena *arena, struct xc_problems *problems)
{
    *lint = (struct xc_lint){.lexicon = lexicon, .arena = arena, .problems = problems};
}

static bool
add_patterns(struct xc_lint_pattern_vec *out, struct xc_arena *arena,
             struct xc_pattern **patterns, size_t n, struct xc_lint_pattern of)
{
    size_t i;

    for (i = 0; i < n; i++) {
        struct xc_lint_pattern *slot = XC_VEC_ADD(out, arena);

        if (slot == NULL)
            return false;
        *slot = of;
        slot->pattern = patterns[i];
    }
    return true;
}

/* Every pattern of the file that could be read. */
static bool
collect_patterns(const struct xc_rule_file *file, struct xc_lint_pattern_vec *out)
{
    const struct xc_topic *topic = &file->topic;
    struct xc_arena *arena = file->loading.arena;
    size_t i;

    if (!add_patterns(out, arena, topic->about, topic->n_about,
                      (struct xc_lint_pattern){NULL, NULL, false}))
        return false;
    for (i = 0; i < topic->n_claims; i++) {
        const struct xc_claim *claim = &topic->claims[i];

        if (!add_patterns(out, arena, claim->match, claim->n_match,
                          (struct xc_lint_pattern){NULL, claim, false}) ||
            !add_patterns(out, arena, claim->unless, claim->n_unless,
                          (struct xc_lint_pattern){NULL, claim, true}))
            return false;
    }
    return true;
}

static enum xc_status
check_patterns(const struct xc_rule_file *file,
               const struct xc_lint_pattern_vec *patterns,
               const struct xc_lint_forms *forms)
{
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    enum xc_status status = scratch == NULL ? XC_NO_MEMORY : XC_OK;
    size_t i;

    for (i = 0; i < patterns->n && status == XC_OK; i++) {
        const struct xc_pattern *pattern = patterns->items[i].pattern;

        if (pattern->is_regex) {
            status = xc_lint_expression(file, pattern, scratch);
            continue;
        }
        status = xc_lint_pattern(file, forms, pattern);
        if (status == XC_OK)
            status = xc_lint_choices(file, pattern);
    }
    xc_regex_scratch_free(scratch);
    return status;
}

static enum xc_status
check_file(struct xc_rule_file *file)
{
    struct xc_lint_pattern_vec patterns = {NULL, 0, 0};
    struct xc_lint_forms forms;
    enum xc_status status;

    if (!collect_patterns(file, &patterns))
        return XC_NO_MEMORY;
    status = xc_lint_forms_read(file->loading.arena, &forms);
    if (status == XC_OK)
        status = check_patterns(file, &patterns, &forms);
    if (status == XC_OK)
        status = xc_lint_terms(file, &forms);
    if (status == XC_OK)
        status = xc_lint_overlaps(file, &patterns);
    if (status == XC_OK)
        status = xc_lint_claims(file);
    return status == XC_OK ? xc_lint_topic(file) : status;
}

enum xc_status
xc_lint_add(struct xc_lint *lint, struct xc_str path, struct xc_str text)
{
    struct xc_rule_file *file = XC_VEC_ADD(&lint->files, lint->arena);
    enum xc_status status;

    if (file == NULL)
        return XC_NO_MEMORY;
    lint->n_files++;
    status = xc_rule_read(lint->lexicon, path, text, lint->arena, file, lint->problems);
    if (status != XC_OK) {
        lint->files.n--;
        return status == XC_BAD_RULE ? XC_OK : status;
    }
    return file->root->kind == XC_NODE_MAP ? check_file(file) : XC_OK;
}

enum xc_status
xc_lint_add_settings(struct xc_lint *lint, struct xc_str path, struct xc_str text,
                     struct xc_settings *out)
{
    enum xc_status status;

    lint->n_files++;
    xc_settings_init(out);
    status = xc_settings_read(path, text, lint->arena, out, lint->problems);
    return status == XC_BAD_RULE ? XC_OK : status;
}

/* So that the order in which files were named leaves no trace. */
static int
compare_files(const void *a, const void *b)
{
    const struct xc_rule_file *left = a;
    const struct xc_rule_file *right = b;

    return xc_str_compare(left->loading.path, right->loading.path);
}

/* The order of a list: by file, place, and what is told there. */
static int
compare_problems(const void *a, const void *b)
{
    const struct xc_problem *left = a;
    const struct xc_problem *right = b;
    int order = xc_str_compare(left->path, right->path);

    if (order != 0)
        return order;
    if (left->line != right->line)
        return left->line < right->line ? -1 : 1;
    if (left->column != right->column)
        return left->column < right->column ? -1 : 1;
    if (left->code != right->code)
        return left->code < right->code ? -1 : 1;
    return xc_str_compare(left->message, right->message);
}

/* Two topics with one id, told as the loader would. */
static enum xc_status
check_ids(struct xc_lint *lint)
{
    struct xc_topic_vec topics = {NULL, 0, 0};
    enum xc_status status;
    size_t i;

    for (i = 0; i < lint->files.n; i++) {
        struct xc_topic *topic;

        if (lint->files.items[i].topic.id.len == 0)
            continue;
        topic = XC_VEC_ADD(&topics, lint->arena);
        if (topic == NULL)
            return XC_NO_MEMORY;
        *topic = lint->files.items[i].topic;
        /* Sorting numbers the claims' topics; these are borrowed. */
        topic->n_claims = 0;
    }
    xc_topics_sort(&topics);
    status = xc_rule_check_set(&topics, lint->problems);
    return status == XC_BAD_RULE ? XC_OK : status;
}

enum xc_status
xc_lint_finish(struct xc_lint *lint)
{
    struct xc_problems *problems = lint->problems;
    enum xc_status status;

    if (lint->files.n > 1)
        qsort(lint->files.items, lint->files.n, sizeof *lint->files.items,
              compare_files);
    status = check_ids(lint);

    if (status == XC_OK)
        status = xc_lint_marks(lint->files.items, lint->files.n);
    if (status == XC_OK && problems->n > 1)
        qsort(problems->items, problems->n, sizeof *problems->items, compare_problems);
    return status;
}

void
xc_lint_release(struct xc_lint *lint)
{
    size_t i;

    for (i = 0; i < lint->files.n; i++)
        xc_rule_file_release(&lint->files.items[i]);
    lint->files.n = 0;
}

void
xc_lint_count(const struct xc_problems *problems, size_t *counts)
{
    size_t i;

    for (i = 0; i < XC_N_LEVELS; i++)
        counts[i] = 0;
    for (i = 0; i < problems->n; i++)
        counts[xc_code_level(problems->items[i].code)]++;
}
