/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/json_lines.h"

#include <string.h>

#include "base/limits.h"
#include "data/json.h"
#include "source/fields.h"
#include "source/plain_text.h"

static enum xc_status
refuse(const struct xc_place *place, const char *message, struct xc_problems *problems)
{
    return xc_problems_add(problems, XC_PROBLEM_MALFORMED, place, NULL, "%s", message)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

/* The record's own text, then "\n\n" and the title when there is one: spans in the body
 * count in the record's text. */
static bool
make_text(struct xc_str body, struct xc_str title, struct xc_arena *arena,
          struct xc_str *out)
{
    const size_t len = body.len + (title.len == 0 ? 0 : 2 + title.len);
    char *bytes = xc_arena_alloc(arena, len + 1);

    if (bytes == NULL)
        return false;
    memcpy(bytes, body.ptr, body.len);
    if (title.len > 0) {
        memcpy(bytes + body.len, "\n\n", 2);
        memcpy(bytes + body.len + 2, title.ptr, title.len);
    }
    bytes[len] = '\0';
    *out = (struct xc_str){bytes, len};
    return true;
}

/* Makes the blocks: the title as headline, then the body. */
static enum xc_status
make_blocks(struct xc_source *source, size_t body_len,
            const struct xc_json_record *record, struct xc_arena *arena,
            struct xc_problems *problems)
{
    struct xc_plain_text input = {.text = source->text,
                                  .only_line = source->record_line,
                                  .guess_headline = source->title.len == 0,
                                  .arena = arena,
                                  .rules = record->rules};
    struct xc_block_vec blocks = {NULL, 0, 0};
    struct xc_run_vec title = {NULL, 0, 0};
    struct xc_str date;
    size_t stamp = xc_plain_text_stamp(xc_str_sub(source->text, 0, body_len), &date);
    enum xc_status status;

    if (stamp > 0 && !source->has_published) {
        status = xc_fields_published(date, &record->place, source, problems);
        if (status != XC_OK)
            return status;
    }
    if (source->title.len > 0 &&
        (!xc_runs_add(&title, body_len + 2, source->text.len, arena) ||
         !xc_blocks_add(&blocks, XC_BLOCK_HEADLINE, &title, source->record_line,
                        arena)))
        return XC_NO_MEMORY;
    input.body = (struct xc_span){stamp, body_len - stamp};
    status = xc_plain_text_read(&input, &blocks);
    if (status != XC_OK)
        return status;
    source->blocks = blocks.items;
    source->n_blocks = blocks.n;
    return XC_OK;
}

/* The record's id, or "line N". */
static bool
make_name(const struct xc_node *record, size_t line, struct xc_arena *arena,
          struct xc_str *out)
{
    const struct xc_node *id = xc_node_get(record, "id");

    if (id != NULL && xc_node_is_scalar(id) && id->text.len > 0) {
        *out = id->text;
        return true;
    }
    *out = xc_arena_printf(arena, "line %zu", line);
    return out->ptr != NULL;
}

enum xc_status
xc_json_lines_read(const struct xc_json_record *record, struct xc_arena *arena,
                   struct xc_source *out, struct xc_str *out_name,
                   struct xc_problems *problems)
{
    const struct xc_place *place = &record->place;
    struct xc_str line = record->text;
    struct xc_source source;
    const struct xc_node *text;
    struct xc_node *root;
    enum xc_status status;

    xc_fields_clear(&source);
    source.record_line = place->line;
    if (place->line == 1 && xc_str_starts(line, "\xEF\xBB\xBF"))
        line = xc_str_sub(line, 3, line.len - 3);
    status = xc_json_parse(line, place->path, place->line, arena, &root, problems);
    if (status != XC_OK)
        return status;
    text = xc_node_get(root, "text");
    if (root->kind != XC_NODE_MAP)
        return refuse(place, "a record must be an object: {\"id\": …, \"text\": …}",
                      problems);
    if (text == NULL)
        return refuse(place, "the record has no \"text\"", problems);
    if (text->kind != XC_NODE_STRING)
        return refuse(place, "\"text\" must be a string", problems);
    status = xc_fields_apply(root, place->path, line, arena, &source, problems);
    if (status != XC_OK)
        return status;
    if (!make_text(text->text, source.title, arena, &source.text) ||
        !make_name(root, place->line, arena, out_name))
        return XC_NO_MEMORY;
    source.n_apart = source.text.len - text->text.len;
    status = make_blocks(&source, text->text.len, record, arena, problems);
    if (status == XC_OK)
        *out = source;
    return status;
}
