/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/source.h"

#include <stdio.h>
#include <string.h>

#include "report/json_emit.h"
#include "report/terminal.h"

static const size_t label_columns = 12;

/* A date as text; ISO dates of four-digit years always fit. */
struct date_text {
    char bytes[32];
};

static struct xc_str
published_text(const struct xc_source *source, struct date_text *buffer)
{
    int len;

    if (!source->has_published)
        return XC_STR("");
    len = snprintf(buffer->bytes, sizeof buffer->bytes, "%04d-%02d-%02d",
                   source->published.year, source->published.month,
                   source->published.day);
    return (struct xc_str){buffer->bytes, len > 0 ? (size_t)len : 0};
}

/* Whether white space stands between two runs of a block: a line end, as a rule. */
static bool
has_space_between(const struct xc_source *source, struct xc_span a, struct xc_span b)
{
    size_t at = a.off_bytes + a.len_bytes;

    for (; at < b.off_bytes; at++) {
        if (strchr(" \t\r\n", source->text.ptr[at]) != NULL)
            return true;
    }
    return false;
}

static void
field(struct xc_terminal *terminal, const char *name, struct xc_str value)
{
    if (value.len == 0)
        return;
    xc_terminal_indent(terminal, 0);
    xc_terminal_say(terminal, XC_TERMINAL_STRONG, name);
    xc_terminal_tab(terminal, label_columns);
    xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, value);
    xc_terminal_end(terminal);
}

void
xc_report_source_text(const struct xc_source *source,
                      const struct xc_report_style *style, struct xc_sink *sink)
{
    struct xc_terminal terminal;
    struct date_text date;
    struct xc_sink prose;
    size_t i;
    size_t r;

    xc_terminal_init(&terminal, sink, style->colour, style->width);
    prose = xc_terminal_pen(&terminal);
    field(&terminal, "source", source->id);
    field(&terminal, "publisher", source->publisher);
    field(&terminal, "title", source->title);
    field(&terminal, "author", source->author);
    field(&terminal, "published", published_text(source, &date));
    field(&terminal, "url", source->url);
    field(&terminal, "language", source->language);
    for (i = 0; i < source->n_blocks; i++) {
        const struct xc_block *block = &source->blocks[i];

        xc_terminal_indent(&terminal, 0);
        xc_terminal_end(&terminal);
        xc_sink_text(&prose, xc_block_kind_name(block->kind));
        xc_sink_printf(&prose, ", line %zu", block->line);
        xc_terminal_end(&terminal);
        xc_terminal_indent(&terminal, 2);
        for (r = 0; r < block->n_runs; r++) {
            if (r > 0 && has_space_between(source, block->runs[r - 1], block->runs[r]))
                xc_sink_char(&prose, ' ');
            xc_terminal_prose(&terminal, XC_TERMINAL_PLAIN,
                              xc_str_at(source->text, block->runs[r]));
        }
        xc_terminal_end(&terminal);
    }
}

void
xc_report_source_json(const struct xc_source *source, struct xc_sink *sink)
{
    struct xc_json_emit emit;
    struct date_text date;
    size_t i;

    xc_json_emit_init_line(&emit, sink);
    xc_json_emit_open(&emit, NULL, '{');
    xc_json_emit_str(&emit, "id", source->id);
    xc_json_emit_str(&emit, "path", source->path);
    xc_json_emit_known_str(&emit, "publisher", source->publisher);
    xc_json_emit_known_str(&emit, "title", source->title);
    xc_json_emit_known_str(&emit, "author", source->author);
    xc_json_emit_known_str(&emit, "published", published_text(source, &date));
    xc_json_emit_known_str(&emit, "url", source->url);
    xc_json_emit_known_str(&emit, "language", source->language);
    xc_json_emit_str(&emit, "text",
                     xc_str_sub(source->text, 0, source->text.len - source->n_apart));
    xc_json_emit_str(
        &emit, "apart",
        xc_str_sub(source->text, source->text.len - source->n_apart, source->n_apart));
    xc_json_emit_open(&emit, "blocks", '[');
    for (i = 0; i < source->n_blocks; i++) {
        const struct xc_block *block = &source->blocks[i];
        struct xc_str text = {source->text.ptr, 0};

        /* From its first run to the end of its last, markup between them included. */
        if (block->n_runs > 0) {
            struct xc_span last = block->runs[block->n_runs - 1];

            text =
                xc_str_sub(source->text, block->runs[0].off_bytes,
                           last.off_bytes + last.len_bytes - block->runs[0].off_bytes);
        }
        xc_json_emit_open(&emit, NULL, '{');
        xc_json_emit_str(&emit, "kind", xc_str_of(xc_block_kind_name(block->kind)));
        xc_json_emit_number(&emit, "line", block->line);
        xc_json_emit_str(&emit, "text", text);
        xc_json_emit_close(&emit);
    }
    xc_json_emit_close(&emit);
    xc_json_emit_close(&emit);
}
