/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/inputs.h"

#include "cli/beside.h"
#include "cli/intake.h"
#include "io/charset.h"
#include "io/file.h"
#include "io/input.h"
#include "io/lines.h"

static const char *const rule_endings[] = {".yaml", ".yml", NULL};
/* Every name ends so: which of the files are sources, the reader knows. */
static const char *const source_endings[] = {"", NULL};

static const char formats_hint[] =
    "a source ends in .txt, .md, .html, .xml or .jsonl; .gz or .zst may follow";

/* What to do with the text of each rule file. */
struct rule_texts {
    struct xc_arena *arena;
    xc_rule_taker take;
    void *context;
    struct xc_problems *problems;
};

static enum xc_status
take_rule_file(const struct rule_texts *texts, struct xc_str path)
{
    struct xc_str text;
    enum xc_status status = xc_file_read(path, XC_MAX_RULE_BYTES, XC_PROBLEM_RULE,
                                         texts->arena, &text, texts->problems);

    if (status != XC_OK)
        return status == XC_BAD_INPUT ? XC_BAD_RULE : status;
    return texts->take(texts->context, path, text);
}

/* All rule files at or below path; XC_BAD_RULE when one of them was wrong. */
static enum xc_status
take_rules_below(const struct rule_texts *texts, struct xc_str path)
{
    struct xc_problems *problems = texts->problems;
    struct xc_place place = {.path = path};
    struct xc_path_vec files = {0};
    size_t n_before = problems->n;
    enum xc_status result = XC_OK;
    enum xc_status status;
    size_t i;

    status = xc_files_walk(path, rule_endings, XC_PROBLEM_RULE, texts->arena, &files,
                           problems);
    if (status == XC_BAD_INPUT)
        return XC_BAD_RULE;
    if (status != XC_OK)
        return status;
    if (problems->n > n_before)
        result = XC_BAD_RULE;
    for (i = 0; i < files.n; i++) {
        status = take_rule_file(texts, files.items[i]);
        if (status == XC_BAD_RULE)
            result = status;
        else if (status != XC_OK)
            return status;
    }
    if (files.n == 0 && result == XC_OK) {
        if (!xc_problems_add(
                problems, XC_PROBLEM_RULE, &place,
                "a rule file ends in .yaml or .yml; name another folder or file",
                "no rule file here"))
            return XC_NO_MEMORY;
        result = XC_BAD_RULE;
    }
    return result;
}

enum xc_status
xc_inputs_rule_texts(const struct xc_str_list *paths, struct xc_arena *arena,
                     xc_rule_taker take, void *context, struct xc_problems *problems)
{
    const struct rule_texts texts = {arena, take, context, problems};
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
                               "name rule files or folders", "no such folder")
                   ? XC_BAD_RULE
                   : XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        enum xc_status status = take_rules_below(&texts, items[i]);

        if (status == XC_BAD_RULE)
            result = status;
        else if (status != XC_OK)
            return status;
    }
    return result;
}

/* Where rule files are loaded to. */
struct rule_loading {
    const struct xc_lexicon *lexicon;
    struct xc_arena *arena;
    struct xc_topic_vec *topics;
    struct xc_problems *problems;
};

static enum xc_status
load_rule_text(void *context, struct xc_str path, struct xc_str text)
{
    const struct rule_loading *loading = context;

    return xc_rule_load(loading->lexicon, path, text, loading->arena, loading->topics,
                        loading->problems);
}

enum xc_status
xc_inputs_rules(const struct xc_str_list *paths, const struct xc_lexicon *lexicon,
                struct xc_arena *arena, struct xc_topic_vec *topics,
                struct xc_problems *problems)
{
    struct rule_loading loading = {lexicon, arena, topics, problems};
    enum xc_status result =
        xc_inputs_rule_texts(paths, arena, load_rule_text, &loading, problems);

    if (result != XC_OK)
        return result;
    xc_topics_sort(topics);
    return xc_rule_check_set(topics, problems);
}

/* What is held while one path after another is read. */
struct reading {
    struct xc_source_inputs *inputs;
    struct xc_arena arena; /* of the reader */
    const struct xc_reader *reader;
    struct xc_arena raw;      /* the bytes of the file at hand */
    struct xc_arena charset;  /* the same, in UTF-8, when they were not */
    struct xc_intake *intake; /* NULL: inputs has no work */
    struct xc_beside beside;
};

/* Counts a lost article; other failures end the run. */
static enum xc_status
unless_lost(struct xc_source_inputs *inputs, enum xc_status status)
{
    if (status != XC_BAD_INPUT)
        return status;
    inputs->n_lost++;
    return XC_OK;
}

/* Tells that path has a fault which hint helps with, and counts it as lost. */
static enum xc_status
lose(struct xc_source_inputs *inputs, struct xc_str path, const char *hint,
     const char *fault)
{
    const struct xc_place place = {.path = path};

    inputs->n_lost++;
    return xc_problems_add(inputs->problems, XC_PROBLEM_UNREADABLE, &place, hint, "%s",
                           fault)
               ? XC_OK
               : XC_NO_MEMORY;
}

/* Reads a document, whose bytes live in arena or (NULL) elsewhere, and hands the source
 * on. */
static enum xc_status
read_one(struct reading *reading, const struct xc_document *document,
         struct xc_arena *arena)
{
    struct xc_source_inputs *inputs = reading->inputs;
    struct xc_source source;
    enum xc_status status;

    if (reading->intake != NULL)
        return xc_intake_add(reading->intake, document, arena);
    xc_arena_reset(inputs->article);
    status = xc_reader_read(reading->reader, document, inputs->article, &source,
                            inputs->problems);
    if (status != XC_OK)
        return unless_lost(inputs, status);
    inputs->n_lost += source.is_cut;
    status = inputs->take(inputs->context, &source);
    if (inputs->tick != NULL)
        inputs->tick(inputs->context);
    return status;
}

/* Before what documents refer to goes away. */
static enum xc_status
settle(struct reading *reading)
{
    return reading->intake == NULL ? XC_OK : xc_intake_settle(reading->intake);
}

/* Makes *bytes UTF-8 when the format is one whose documents declare their charset. */
static enum xc_status
convert(struct reading *reading, enum xc_format format, struct xc_str path,
        struct xc_str *bytes)
{
    struct xc_source_inputs *inputs = reading->inputs;
    const struct xc_place place = {.path = path};
    struct xc_str converted;
    struct xc_charset charset;
    const char *wide;
    enum xc_status status;

    if (format != XC_FORMAT_HTML && format != XC_FORMAT_FEED)
        return XC_OK;
    wide = xc_charset_wide(*bytes);
    if (wide != NULL)
        return xc_problems_add(inputs->problems, XC_PROBLEM_MALFORMED, &place, NULL,
                               "is %s; save it as UTF-8", wide)
                   ? XC_BAD_INPUT
                   : XC_NO_MEMORY;
    charset =
        format == XC_FORMAT_FEED ? xc_charset_xml(*bytes) : xc_charset_html(*bytes);
    xc_arena_reset(&reading->charset);
    status = xc_charset_convert(&charset, path, *bytes, &reading->charset, &converted,
                                inputs->problems);
    if (status != XC_OK)
        return status;
    /* Two copies of a large page are one too many; but UTF-8 comes back as it was, only
     * without its mark. */
    if (converted.ptr + converted.len != bytes->ptr + bytes->len)
        xc_arena_release(&reading->raw);
    xc_arena_adopt(&reading->raw, &reading->charset);
    *bytes = converted;
    return XC_OK;
}

static enum xc_status
read_document(struct reading *reading, enum xc_format format, struct xc_str path)
{
    struct xc_source_inputs *inputs = reading->inputs;
    struct xc_str bytes;
    enum xc_status status;

    status = xc_input_whole(path, XC_MAX_ARTICLE_BYTES, &reading->raw, &bytes,
                            inputs->problems);
    if (status == XC_OK)
        status = convert(reading, format, path, &bytes);
    if (status == XC_OK)
        return read_one(reading,
                        &(struct xc_document){
                            .format = format,
                            .path = path,
                            .bytes = bytes,
                            .metadata = reading->beside.metadata,
                        },
                        &reading->raw);
    return unless_lost(inputs, status);
}

static enum xc_status
read_lines(struct reading *reading, struct xc_str path,
           const struct xc_metadata *metadata)
{
    struct xc_source_inputs *inputs = reading->inputs;
    struct xc_document document = {
        .format = XC_FORMAT_JSON_LINES, .path = path, .metadata = metadata};
    struct xc_lines *lines;
    enum xc_status status = xc_lines_open(path, &lines, inputs->problems);
    bool found = true;

    if (status != XC_OK)
        return unless_lost(inputs, status);
    while (status == XC_OK && found) {
        status = xc_lines_next(lines, &document.bytes, &document.line, &found,
                               inputs->problems);
        if (status != XC_OK || !found || xc_str_trim(document.bytes).len == 0)
            continue;
        status = read_one(reading, &document, NULL);
    }
    inputs->n_lost += xc_lines_lost(lines);
    xc_lines_close(lines);
    return status;
}

/* Hands the items of a feed on, one by one. */
static enum xc_status
read_items(struct reading *reading, struct xc_str path, const struct xc_feed *feed)
{
    struct xc_document document = {.format = XC_FORMAT_FEED,
                                   .path = path,
                                   .feed = feed,
                                   .metadata = reading->beside.metadata};
    enum xc_status status = XC_OK;

    for (; status == XC_OK && document.item < feed->n_items; document.item++)
        status = read_one(reading, &document, NULL);
    return status == XC_OK ? settle(reading) : status;
}

static enum xc_status
read_feed(struct reading *reading, struct xc_str path)
{
    struct xc_source_inputs *inputs = reading->inputs;
    struct xc_arena arena; /* of the parsed feed */
    struct xc_feed feed;
    struct xc_str bytes;
    enum xc_status status;

    xc_arena_init(&arena);
    status = xc_input_whole(path, XC_MAX_ARTICLE_BYTES, &reading->raw, &bytes,
                            inputs->problems);
    if (status == XC_OK)
        status = convert(reading, XC_FORMAT_FEED, path, &bytes);
    if (status == XC_OK)
        status = xc_feed_parse(path, bytes, &arena, &feed, inputs->problems);
    xc_arena_release(&reading->raw);
    if (status == XC_OK) {
        inputs->n_lost += feed.broken;
        status = read_items(reading, path, &feed);
    } else {
        status = unless_lost(inputs, status);
    }
    xc_arena_release(&arena);
    return status;
}

static enum xc_status
ask_wanted(const struct reading *reading, struct xc_str path, bool *out)
{
    const struct xc_source_work *work = reading->inputs->work;

    *out = true;
    return work == NULL || work->wants == NULL ? XC_OK
                                               : work->wants(work->context, path, out);
}

static enum xc_status
read_file(struct reading *reading, struct xc_str path)
{
    struct xc_source_inputs *inputs = reading->inputs;
    const enum xc_format format = xc_reader_format(path);
    bool wanted;
    enum xc_status status = ask_wanted(reading, path, &wanted);

    if (status != XC_OK || !wanted)
        return status;
    if (reading->beside.metadata != NULL && !xc_beside_holds(&reading->beside, path))
        status = settle(reading);
    if (status != XC_OK)
        return status;
    /* Without its sources.yaml an article is read, but what that says of it is lost. */
    status =
        unless_lost(inputs, xc_beside_read(&reading->beside, path, inputs->problems));
    if (status != XC_OK)
        return status;
    switch (format) {
    case XC_FORMAT_UNKNOWN:
        return lose(inputs, path, formats_hint, "not a format that is read");
    case XC_FORMAT_JSON_LINES:
        return read_lines(reading, path, reading->beside.metadata);
    case XC_FORMAT_FEED:
        return read_feed(reading, path);
    case XC_FORMAT_TEXT:
    case XC_FORMAT_MARKDOWN:
    case XC_FORMAT_HTML:
        return read_document(reading, format, path);
    }
    return XC_OK;
}

/* How many problems were told so far. */
static size_t
n_told(const struct xc_source_inputs *inputs)
{
    return inputs->problems->n + inputs->problems->n_dropped;
}

/* Everything at or below one path of the command line. */
static enum xc_status
read_path(struct reading *reading, struct xc_str path)
{
    struct xc_source_inputs *inputs = reading->inputs;
    const size_t n_before = n_told(inputs);
    struct xc_path_vec files = {0};
    struct xc_arena names;
    size_t n_sources = 0;
    size_t n_passed;
    enum xc_status status;
    size_t i;
    bool wanted;

    if (xc_str_is(path, "-")) {
        status = ask_wanted(reading, path, &wanted);
        return status == XC_OK && wanted ? read_lines(reading, path, NULL) : status;
    }
    xc_arena_init(&names);
    status = xc_files_walk(path, source_endings, XC_PROBLEM_UNREADABLE, &names, &files,
                           inputs->problems);
    n_passed = n_told(inputs) - n_before;
    inputs->n_lost += n_passed;
    if (status == XC_BAD_INPUT)
        status = XC_OK;
    for (i = 0; status == XC_OK && i < files.n; i++) {
        const struct xc_str file = files.items[i];

        /* A file of another kind is no fault unless it was named. */
        if (xc_reader_format(file) == XC_FORMAT_UNKNOWN && !xc_str_equal(file, path))
            continue;
        n_sources++;
        status = read_file(reading, file);
    }
    if (status == XC_OK && n_sources == 0 && n_passed == 0)
        status = lose(inputs, path, formats_hint, "no article here");
    xc_arena_release(&names);
    return status;
}

enum xc_status
xc_inputs_sources(struct xc_source_inputs *inputs)
{
    struct reading reading = {.inputs = inputs};
    struct xc_problems *const problems = inputs->problems;
    enum xc_status settled;
    enum xc_status status;
    size_t i;

    xc_arena_init(&reading.arena);
    xc_arena_init(&reading.raw);
    xc_beside_init(&reading.beside);
    xc_arena_init(&reading.charset);
    status = xc_reader_new(&reading.arena, &reading.reader);
    if (status == XC_OK && inputs->work != NULL)
        status = xc_intake_open(inputs, reading.reader, &reading.intake);
    if (reading.intake != NULL)
        inputs->problems = xc_intake_problems(reading.intake);
    for (i = 0; status == XC_OK && i < inputs->paths->n; i++)
        status = read_path(&reading, inputs->paths->items[i]);
    /* Whatever ended the run: what was read before that is told. */
    settled = settle(&reading);
    if (status == XC_OK)
        status = settled;
    inputs->problems = problems;
    xc_intake_close(reading.intake);
    xc_beside_release(&reading.beside);
    xc_arena_release(&reading.charset);
    xc_arena_release(&reading.raw);
    xc_arena_release(&reading.arena);
    return status;
}
