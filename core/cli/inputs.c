/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/inputs.h"

#include "io/file.h"

static const char *const rule_endings[] = {".yaml", ".yml", NULL};
static const char *const source_endings[] = {".txt", ".md", ".markdown", ".jsonl",
                                             NULL};

static enum xc_status
load_rule_file(struct xc_str path, const struct xc_lexicon *lexicon,
               struct xc_arena *arena, struct xc_topic_vec *topics,
               struct xc_problems *problems)
{
    struct xc_str text;
    enum xc_status status =
        xc_file_read(path, XC_MAX_RULE_BYTES, XC_PROBLEM_RULE, arena, &text, problems);

    if (status != XC_OK)
        return status == XC_BAD_INPUT ? XC_BAD_RULE : status;
    return xc_rule_load(lexicon, path, text, arena, topics, problems);
}

/* All rule files at or below path; XC_BAD_RULE when one of them was wrong. */
static enum xc_status
load_rules_below(struct xc_str path, const struct xc_lexicon *lexicon,
                 struct xc_arena *arena, struct xc_topic_vec *topics,
                 struct xc_problems *problems)
{
    struct xc_place place = {.path = path};
    struct xc_path_vec files = {0};
    size_t n_before = problems->n;
    enum xc_status result = XC_OK;
    enum xc_status status;
    size_t i;

    status =
        xc_files_walk(path, rule_endings, XC_PROBLEM_RULE, arena, &files, problems);
    if (status == XC_BAD_INPUT)
        return XC_BAD_RULE;
    if (status != XC_OK)
        return status;
    if (problems->n > n_before)
        result = XC_BAD_RULE;
    for (i = 0; i < files.n; i++) {
        status = load_rule_file(files.items[i], lexicon, arena, topics, problems);
        if (status == XC_BAD_RULE)
            result = status;
        else if (status != XC_OK)
            return status;
    }
    if (files.n == 0 && result == XC_OK) {
        if (!xc_problems_add(problems, XC_PROBLEM_RULE, &place,
                             "a rule file ends in .yaml or .yml; name others with -r",
                             "no rule file here"))
            return XC_NO_MEMORY;
        result = XC_BAD_RULE;
    }
    return result;
}

enum xc_status
xc_inputs_rules(const struct xc_str_list *paths, const struct xc_lexicon *lexicon,
                struct xc_arena *arena, struct xc_topic_vec *topics,
                struct xc_problems *problems)
{
    struct xc_str fallback = XC_STR("rules");
    const struct xc_str *items = paths->n == 0 ? &fallback : paths->items;
    size_t n = paths->n == 0 ? 1 : paths->n;
    struct xc_place place = {.path = fallback};
    bool exists;
    enum xc_status result = XC_OK;
    size_t i;

    if (xc_file_exists(fallback, &exists) != XC_OK)
        return XC_NO_MEMORY;
    if (paths->n == 0 && !exists)
        return xc_problems_add(problems, XC_PROBLEM_RULE, &place,
                               "name rule files or folders with -r", "no such folder")
                   ? XC_BAD_RULE
                   : XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        enum xc_status status =
            load_rules_below(items[i], lexicon, arena, topics, problems);

        if (status == XC_BAD_RULE)
            result = status;
        else if (status != XC_OK)
            return status;
    }
    if (result != XC_OK)
        return result;
    xc_topics_sort(topics);
    return xc_rule_check_set(topics, problems);
}

/* The sources.yaml of the folder that is being read; folders come one after another. */
struct beside {
    struct xc_arena arena;
    struct xc_str folder;               /* ptr NULL: none read yet */
    const struct xc_metadata *metadata; /* NULL: there is no sources.yaml */
};

/* "a/b.txt" → "a/" and "b.txt". */
static void
split_path(struct xc_str path, struct xc_str *out_folder, struct xc_str *out_name)
{
    size_t slash = path.len;

    while (slash > 0 && path.ptr[slash - 1] != '/')
        slash--;
    *out_folder = xc_str_sub(path, 0, slash);
    *out_name = xc_str_sub(path, slash, path.len - slash);
}

static enum xc_status
read_beside(struct xc_source_inputs *inputs, struct xc_str folder,
            struct beside *beside)
{
    struct xc_str path;
    struct xc_str text;
    enum xc_status status;
    bool exists;

    if (beside->folder.ptr != NULL && xc_str_equal(beside->folder, folder))
        return XC_OK;
    xc_arena_release(&beside->arena);
    beside->metadata = NULL;
    if (!xc_arena_str(&beside->arena, folder, &beside->folder))
        return XC_NO_MEMORY;
    path = xc_arena_printf(&beside->arena, "%.*ssources.yaml", (int)folder.len,
                           folder.ptr);
    if (path.ptr == NULL)
        return XC_NO_MEMORY;
    status = xc_file_exists(path, &exists);
    if (status != XC_OK || !exists)
        return status;
    status = xc_file_read(path, XC_MAX_RULE_BYTES, XC_PROBLEM_UNREADABLE,
                          &beside->arena, &text, inputs->problems);
    if (status == XC_OK)
        status = xc_metadata_parse(path, text, &beside->arena, &beside->metadata,
                                   inputs->problems);
    /* The articles are read without it, but what it says of them is lost. */
    if (status == XC_BAD_INPUT || status == XC_BAD_RULE) {
        inputs->n_lost++;
        return XC_OK;
    }
    return status;
}

/* Counts a lost article; other failures end the run. */
static enum xc_status
unless_lost(struct xc_source_inputs *inputs, enum xc_status status)
{
    if (status != XC_BAD_INPUT)
        return status;
    inputs->n_lost++;
    return XC_OK;
}

static enum xc_status
read_document(struct xc_source_inputs *inputs, struct xc_str path,
              const struct xc_metadata *metadata)
{
    enum xc_format format = xc_reader_format(path);
    struct xc_place place = {.path = path};
    struct xc_source source;
    struct xc_str bytes;
    enum xc_status status;

    if (format == XC_FORMAT_UNKNOWN) {
        inputs->n_lost++;
        return xc_problems_add(inputs->problems, XC_PROBLEM_UNREADABLE, &place,
                               "a source ends in .txt, .md or .jsonl",
                               "not a format that is read")
                   ? XC_OK
                   : XC_NO_MEMORY;
    }
    xc_arena_reset(inputs->article);
    status = xc_file_read(path, XC_MAX_ARTICLE_BYTES, XC_PROBLEM_UNREADABLE,
                          inputs->article, &bytes, inputs->problems);
    if (status == XC_OK)
        status = xc_reader_read(format, path, bytes, metadata, inputs->article, &source,
                                inputs->problems);
    if (status != XC_OK)
        return unless_lost(inputs, status);
    status = inputs->take(inputs->context, &source);
    if (inputs->tick != NULL)
        inputs->tick(inputs->context);
    return status;
}

static enum xc_status
read_record(struct xc_source_inputs *inputs, struct xc_str path, size_t number,
            struct xc_str line, const struct xc_metadata *metadata)
{
    struct xc_source source;
    enum xc_status status;

    if (xc_str_trim(line).len == 0)
        return XC_OK;
    xc_arena_reset(inputs->article);
    status = xc_reader_read_record(path, number, line, metadata, inputs->article,
                                   &source, inputs->problems);
    if (status != XC_OK)
        return unless_lost(inputs, status);
    status = inputs->take(inputs->context, &source);
    if (inputs->tick != NULL)
        inputs->tick(inputs->context);
    return status;
}

static enum xc_status
read_lines(struct xc_source_inputs *inputs, struct xc_str path,
           const struct xc_metadata *metadata)
{
    struct xc_lines *lines;
    enum xc_status status = xc_lines_open(path, &lines, inputs->problems);

    if (status != XC_OK)
        return unless_lost(inputs, status);
    for (;;) {
        struct xc_str line;
        size_t number;
        bool found;
        size_t n_before = inputs->problems->n + inputs->problems->n_dropped;

        status = xc_lines_next(lines, &line, &number, &found, inputs->problems);
        /* A line that is too long was told and passed over. */
        inputs->n_lost += inputs->problems->n + inputs->problems->n_dropped - n_before;
        if (status != XC_OK || !found)
            break;
        status = read_record(inputs, path, number, line, metadata);
        if (status != XC_OK)
            break;
    }
    xc_lines_close(lines);
    return status;
}

static enum xc_status
read_file(struct xc_source_inputs *inputs, struct xc_str path, struct beside *beside)
{
    struct xc_str folder;
    struct xc_str name;
    enum xc_status status;

    split_path(path, &folder, &name);
    status = read_beside(inputs, folder, beside);
    if (status != XC_OK)
        return status;
    if (xc_reader_format(path) == XC_FORMAT_JSON_LINES)
        return read_lines(inputs, path, beside->metadata);
    return read_document(inputs, path, beside->metadata);
}

/* Whether a problem was told since there were n_before of them. */
static bool
was_told(const struct xc_source_inputs *inputs, size_t n_before)
{
    return inputs->problems->n + inputs->problems->n_dropped > n_before;
}

/* Everything at or below one path of the command line. */
static enum xc_status
read_path(struct xc_source_inputs *inputs, struct xc_str path, struct beside *beside)
{
    struct xc_place place = {.path = path};
    struct xc_path_vec files = {0};
    struct xc_arena names;
    size_t n_before = inputs->problems->n + inputs->problems->n_dropped;
    enum xc_status status;
    size_t i;

    if (xc_str_is(path, "-"))
        return read_lines(inputs, path, NULL);
    xc_arena_init(&names);
    status = xc_files_walk(path, source_endings, XC_PROBLEM_UNREADABLE, &names, &files,
                           inputs->problems);
    inputs->n_lost += inputs->problems->n + inputs->problems->n_dropped - n_before;
    if (status == XC_BAD_INPUT)
        status = XC_OK;
    if (status == XC_OK && files.n == 0 && !was_told(inputs, n_before)) {
        inputs->n_lost++;
        if (!xc_problems_add(inputs->problems, XC_PROBLEM_UNREADABLE, &place,
                             "a source ends in .txt, .md or .jsonl", "no article here"))
            status = XC_NO_MEMORY;
    }
    for (i = 0; status == XC_OK && i < files.n; i++)
        status = read_file(inputs, files.items[i], beside);
    xc_arena_release(&names);
    return status;
}

enum xc_status
xc_inputs_sources(struct xc_source_inputs *inputs)
{
    struct beside beside = {.folder = {NULL, 0}, .metadata = NULL};
    enum xc_status status = XC_OK;
    size_t i;

    xc_arena_init(&beside.arena);
    for (i = 0; status == XC_OK && i < inputs->paths->n; i++)
        status = read_path(inputs, inputs->paths->items[i], &beside);
    xc_arena_release(&beside.arena);
    return status;
}
