/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/reader.h"

#include <string.h>

#include "base/limits.h"
#include "data/json.h"
#include "data/markup.h"
#include "data/packing.h"
#include "data/utf8.h"
#include "source/fields.h"
#include "source/front_matter.h"
#include "source/json_lines.h"
#include "source/line.h"
#include "source/markdown.h"
#include "source/plain_text.h"
#include "web/charset.h"
#include "web/feed_item.h"
#include "web/html.h"

static bool
ends_in(struct xc_str path, const char *ending)
{
    const size_t len = strlen(ending);
    size_t i;

    if (path.len < len)
        return false;
    for (i = 0; i < len; i++) {
        char c = path.ptr[path.len - len + i];

        if (c != ending[i] && !(c >= 'A' && c <= 'Z' && c - 'A' + 'a' == ending[i]))
            return false;
    }
    return true;
}

enum xc_format
xc_reader_format(struct xc_str path)
{
    static const struct {
        const char *ending;
        enum xc_format format;
    } formats[] = {
        {".txt", XC_FORMAT_TEXT},          {".md", XC_FORMAT_MARKDOWN},
        {".markdown", XC_FORMAT_MARKDOWN}, {".jsonl", XC_FORMAT_JSON_LINES},
        {".ndjson", XC_FORMAT_JSON_LINES}, {".rss", XC_FORMAT_FEED},
        {".atom", XC_FORMAT_FEED},         {".xml", XC_FORMAT_FEED},
        {".html", XC_FORMAT_HTML},         {".htm", XC_FORMAT_HTML},
        {".xhtml", XC_FORMAT_HTML},
    };
    size_t i;

    path = xc_packing_strip(path);
    for (i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (ends_in(path, formats[i].ending))
            return formats[i].format;
    }
    return XC_FORMAT_UNKNOWN;
}

struct xc_reader {
    struct xc_html_rules rules;
};

enum xc_status
xc_reader_new(struct xc_arena *arena, const struct xc_reader **out)
{
    struct xc_reader *reader = xc_arena_array(arena, 1, sizeof *reader);
    enum xc_status status;

    if (reader == NULL)
        return XC_NO_MEMORY;
    xc_markdown_prepare();
    xc_markup_prepare();
    xc_json_prepare();
    status = xc_html_rules_load(arena, &reader->rules);
    if (status == XC_OK)
        *out = reader;
    return status;
}

/* Refuses what can't be an article.  XC_BAD_INPUT: told. */
static enum xc_status
check_bytes(struct xc_str path, struct xc_str bytes, struct xc_problems *problems)
{
    const struct xc_place place = {.path = path};
    const char *wide;

    if (bytes.len > XC_MAX_ARTICLE_BYTES)
        return xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, NULL,
                               "larger than %zu bytes", XC_MAX_ARTICLE_BYTES)
                   ? XC_BAD_INPUT
                   : XC_NO_MEMORY;
    wide = xc_charset_wide(bytes);
    if (wide != NULL)
        return xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, NULL,
                               "is %s; save it as UTF-8", wide)
                   ? XC_BAD_INPUT
                   : XC_NO_MEMORY;
    return XC_OK;
}

/* Tells, once, where text first holds what is not UTF-8 or a NUL byte. */
static bool
tell_encoding(struct xc_str path, const struct xc_source *source,
              struct xc_problems *problems)
{
    const struct xc_str text = source->text;
    const size_t first = xc_utf8_first_bad(text, 0);
    struct xc_place place;
    size_t n = 0;
    size_t off;

    if (first == text.len)
        return true;
    for (off = first; off < text.len; off = xc_utf8_first_bad(text, off + 1))
        n++;
    xc_place_of_offset(text, first, &place);
    place.path = path;
    if (place.excerpt.len > XC_MAX_EXCERPT_BYTES)
        place.excerpt = XC_STR("");
    if (source->record_line != 0) {
        place.line = source->record_line;
        place.column = 0;
        place.excerpt = XC_STR("");
    }
    return xc_problems_add(
        problems, XC_PROBLEM_ENCODING, &place, "save the file as UTF-8",
        text.ptr[first] == '\0' ? "a NUL byte (0x%02X; %zu bad byte%s in all)"
                                : "byte 0x%02X is not UTF-8 (%zu bad byte%s in all)",
        (unsigned char)text.ptr[first], n, n == 1 ? "" : "s");
}

static enum xc_status
read_text(struct xc_source *source, const struct xc_page_rules *rules,
          struct xc_arena *arena, struct xc_problems *problems)
{
    struct xc_plain_text input = {.text = source->text,
                                  .line = 1,
                                  .guess_headline = true,
                                  .arena = arena,
                                  .rules = rules};
    struct xc_block_vec blocks = {NULL, 0, 0};
    struct xc_place place;
    struct xc_str date;
    const size_t stamp = xc_plain_text_stamp(source->text, &date);
    enum xc_status status = XC_OK;

    xc_place_of_offset(source->text, stamp, &place);
    place.path = source->path;
    if (place.excerpt.len > XC_MAX_EXCERPT_BYTES)
        place.excerpt = XC_STR("");
    input.line = place.line;
    input.body = (struct xc_span){stamp, source->text.len - stamp};
    if (stamp > 0)
        status = xc_fields_published(date, &place, source, problems);
    if (status == XC_OK)
        status = xc_plain_text_read(&input, &blocks);
    source->blocks = blocks.items;
    source->n_blocks = blocks.n;
    return status;
}

/* The title of an article that names none elsewhere: its headline. */
static bool
take_title(struct xc_source *source, struct xc_arena *arena)
{
    size_t i;

    for (i = 0; i < source->n_blocks && source->title.len == 0; i++) {
        const struct xc_block *block = &source->blocks[i];

        if (block->kind == XC_BLOCK_HEADLINE)
            source->title =
                xc_runs_text(block->runs, block->n_runs, source->text, arena);
        if (source->title.ptr == NULL)
            return false;
    }
    return true;
}

static enum xc_status
read_markdown(struct xc_source *source, const struct xc_page_rules *rules,
              struct xc_arena *arena, struct xc_problems *problems)
{
    struct xc_markdown input = {
        .text = source->text, .path = source->path, .arena = arena, .rules = rules};
    struct xc_block_vec blocks = {NULL, 0, 0};
    struct xc_run_vec title = {NULL, 0, 0};
    struct xc_str heading = XC_STR("");
    struct xc_front_matter matter;
    struct xc_place place;
    enum xc_status status;

    status = xc_front_matter_read(source->path, source->text, arena, &matter, problems);
    if (status == XC_OK && matter.map != NULL)
        status = xc_fields_apply(matter.map, source->path, source->text, arena, source,
                                 problems);
    if (status != XC_OK)
        return status;
    source->suppressions = xc_node_get(matter.map, "suppressions");
    if (!xc_front_matter_title(&matter, source->text, arena, &title))
        return XC_NO_MEMORY;
    if (title.n > 0) {
        xc_place_of_offset(source->text, title.items[0].off_bytes, &place);
        if (!xc_blocks_add(&blocks, XC_BLOCK_HEADLINE, &title, place.line, arena))
            return XC_NO_MEMORY;
    }
    input.body = (struct xc_span){matter.end, source->text.len - matter.end};
    status = xc_markdown_read(&input, &blocks, &heading, problems);
    if (status != XC_OK)
        return status;
    source->blocks = blocks.items;
    source->n_blocks = blocks.n;
    if (title.n > 0 && xc_line_says_the_same(source->title, heading)) {
        source->blocks++;
        source->n_blocks--;
    }
    return XC_OK;
}

/* The part of path after its last '/'. */
static struct xc_str
file_name(struct xc_str path)
{
    size_t start = path.len;

    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    return xc_str_sub(path, start, path.len - start);
}

static enum xc_status
read_file(const struct xc_reader *reader, const struct xc_document *document,
          struct xc_arena *arena, struct xc_source *out, struct xc_problems *problems)
{
    const struct xc_html_rules *rules = &reader->rules;
    struct xc_source source;
    enum xc_status status = check_bytes(document->path, document->bytes, problems);

    if (status != XC_OK)
        return status;
    xc_fields_clear(&source);
    if (!xc_arena_str(arena, document->path, &source.path))
        return XC_NO_MEMORY;
    source.id = source.path;
    source.text = document->bytes;
    if (!tell_encoding(document->path, &source, problems))
        return XC_NO_MEMORY;
    if (document->format == XC_FORMAT_MARKDOWN)
        status = read_markdown(&source, rules->lines, arena, problems);
    else if (document->format == XC_FORMAT_HTML)
        status = xc_html_read(document->bytes, rules, arena, &source, problems);
    else
        status = read_text(&source, rules->lines, arena, problems);
    if (status == XC_OK && !take_title(&source, arena))
        status = XC_NO_MEMORY;
    if (status == XC_OK && document->metadata != NULL)
        status = xc_metadata_apply(document->metadata, file_name(source.path), arena,
                                   &source, problems);
    if (status == XC_OK)
        *out = source;
    return status;
}

/* Gives one of several articles of a file its id, path#name, and what the metadata say
 * of it. */
static enum xc_status
name_within(const struct xc_document *document, struct xc_str name,
            struct xc_arena *arena, struct xc_source *source,
            struct xc_problems *problems)
{
    const struct xc_str path = document->path;
    const size_t folder_len = path.len - file_name(path).len;

    source->id = xc_arena_printf(arena, "%.*s#%.*s", (int)path.len, path.ptr,
                                 (int)name.len, name.ptr);
    if (source->id.ptr == NULL || !xc_arena_str(arena, path, &source->path))
        return XC_NO_MEMORY;
    if (document->metadata == NULL)
        return XC_OK;
    return xc_metadata_apply(
        document->metadata,
        xc_str_sub(source->id, folder_len, source->id.len - folder_len), arena, source,
        problems);
}

static enum xc_status
read_record(const struct xc_reader *reader, const struct xc_document *document,
            struct xc_arena *arena, struct xc_source *out, struct xc_problems *problems)
{
    const struct xc_json_record record = {
        .text = document->bytes,
        .place = {.path = document->path, .line = document->line},
        .rules = reader->rules.lines,
    };
    struct xc_source source;
    struct xc_str name;
    enum xc_status status;

    status = xc_json_lines_read(&record, arena, &source, &name, problems);
    if (status != XC_OK)
        return status;
    if (!tell_encoding(document->path, &source, problems) ||
        !take_title(&source, arena))
        return XC_NO_MEMORY;
    status = name_within(document, name, arena, &source, problems);
    if (status == XC_OK)
        *out = source;
    return status;
}

static enum xc_status
read_item(const struct xc_document *document, struct xc_arena *arena,
          struct xc_source *out, struct xc_problems *problems)
{
    const struct xc_feed *feed = document->feed;
    struct xc_source source;
    enum xc_status status = xc_feed_item_read(feed, document->item, document->path,
                                              arena, &source, problems);

    if (status == XC_OK)
        status = name_within(document, feed->items[document->item]->name, arena,
                             &source, problems);
    if (status == XC_OK && !source.has_published)
        status = xc_feed_item_tell_date(feed, document->item, document->path, problems);
    if (status == XC_OK)
        *out = source;
    return status;
}

enum xc_status
xc_reader_read(const struct xc_reader *reader, const struct xc_document *document,
               struct xc_arena *arena, struct xc_source *out,
               struct xc_problems *problems)
{
    if (document->format == XC_FORMAT_JSON_LINES)
        return read_record(reader, document, arena, out, problems);
    if (document->format == XC_FORMAT_FEED)
        return read_item(document, arena, out, problems);
    return read_file(reader, document, arena, out, problems);
}
