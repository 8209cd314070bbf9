/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/yaml_emit.h"

#include "data/utf8.h"

/* Controls, line and paragraph separators, zero-width and bidirectional marks, the byte
 * order mark, and what is no character at all. */
static bool
is_special(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFF) || c == 0xAD || c == 0x61C ||
           (c >= 0xE000 && c <= 0xF8FF) || (c & 0xFFFE) == 0xFFFE || c >= 0xE0000;
}

static void
put(struct xc_sink *sink, struct xc_str text, bool line_ends_are_spaces)
{
    size_t off = 0;

    xc_sink_char(sink, '"');
    while (off < text.len) {
        uint32_t c = 0;
        size_t len = xc_utf8_decode(text, off, &c);

        if (len == 0) { /* never in a loaded or drafted text: shown as replaced */
            c = 0xFFFD;
            len = 1;
            xc_sink_text(sink, "\xEF\xBF\xBD");
        } else if (line_ends_are_spaces && (c == '\n' || c == '\r')) {
            xc_sink_char(sink, ' ');
        } else if (c == '"' || c == '\\') {
            xc_sink_printf(sink, "\\%c", (char)c);
        } else if (is_special(c)) {
            xc_sink_printf(sink, c > 0xFFFF ? "\\U%08X" : "\\u%04X", (unsigned)c);
        } else {
            xc_sink_put(sink, xc_str_sub(text, off, len));
        }
        off += len;
    }
    xc_sink_char(sink, '"');
}

void
xc_yaml_quoted(struct xc_sink *sink, struct xc_str text)
{
    put(sink, text, false);
}

void
xc_yaml_quoted_line(struct xc_sink *sink, struct xc_str text)
{
    put(sink, text, true);
}
