/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/example_lines.h"
#include "report/examples.h"
#include "report/glyph.h"

/* Sends text on one line, "#" escaped because a directive follows it. */
static void
put(struct xc_sink *sink, struct xc_str text)
{
    size_t off = 0;

    while (off < text.len) {
        struct xc_glyph c = xc_glyph_at(text, off);
        char shown[XC_GLYPH_SHOWN_BYTES];
        size_t len = xc_glyph_show(c.code, shown);

        if (c.bad)
            xc_sink_text(sink, "\xEF\xBF\xBD");
        else if (xc_glyph_is_space(c.code))
            xc_sink_char(sink, ' ');
        else if (len > 0)
            xc_sink_put(sink, (struct xc_str){shown, len});
        else if (c.code == '#' || c.code == '\\')
            xc_sink_printf(sink, "\\%c", (char)c.code);
        else
            xc_sink_put(sink, xc_str_sub(text, off, c.len_bytes));
        off += c.len_bytes;
    }
}

static bool
write_escaped(void *context, const char *bytes, size_t len)
{
    struct xc_sink *sink = context;

    put(sink, (struct xc_str){bytes, len});
    return !sink->failed;
}

static void
begin(void *context, size_t level)
{
    xc_sink_text(context, "# ");
    xc_sink_repeat(context, ' ', 2 + 2 * level);
}

static void
end(void *context)
{
    xc_sink_char(context, '\n');
}

static void
tell_point(struct xc_sink *sink, const struct xc_example_result *result, size_t number)
{
    xc_sink_printf(sink, "%sok %zu - ", result->passed ? "" : "not ", number);
    put(sink, result->topic->id);
    xc_sink_char(sink, '/');
    put(sink, result->claim->id);
    if (result->example == NULL) {
        xc_sink_text(sink, result->passed ? " # SKIP the claim has no examples\n"
                                          : " has examples\n");
        return;
    }
    xc_sink_printf(sink, " %s: ", xc_example_kind_name(result->example->kind));
    put(sink, result->example->text);
    xc_sink_char(sink, '\n');
}

static void
tell_failure(struct xc_sink *sink, const struct xc_example_result *result)
{
    struct xc_sink pen = {write_escaped, sink, false};
    struct xc_example_lines lines = {&pen, begin, end, sink};
    const struct xc_example *example = result->example;

    xc_sink_text(sink, "# ");
    put(sink, result->topic->file);
    xc_sink_printf(sink,
                   ":%zu:%zu: ", example != NULL ? example->line : result->claim->line,
                   example != NULL ? example->column : result->claim->column);
    xc_example_lines_fault(&pen, result);
    xc_sink_char(sink, '\n');
    if (example != NULL)
        xc_example_lines_tell(&lines, result);
}

void
xc_report_examples_tap(const struct xc_example_results *results, struct xc_sink *sink)
{
    size_t i;

    xc_sink_printf(sink, "TAP version 13\n1..%zu\n", results->n);
    for (i = 0; i < results->n; i++) {
        tell_point(sink, &results->items[i], i + 1);
        if (!results->items[i].passed)
            tell_failure(sink, &results->items[i]);
    }
}
