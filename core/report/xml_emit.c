/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/xml_emit.h"

#include "report/glyph.h"

static const char *
entity_of(uint32_t code)
{
    switch (code) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    /* As itself it would become a space in an attribute. */
    case '\n':
        return "&#10;";
    case '\t':
        return "&#9;";
    default:
        return NULL;
    }
}

/* Not characters of XML 1.0, and without a shape for people. */
static bool
is_no_character(uint32_t code)
{
    return (code & 0xFFFE) == 0xFFFE;
}

/* A character that can't be shown as it is: "\x1b", or "<U+202E>" without its brackets
 * meaning anything. */
static void
put_shown(struct xc_sink *sink, const char *shown, size_t len)
{
    size_t i;

    for (i = 0; i < len; i++) {
        const char *entity = entity_of((unsigned char)shown[i]);

        if (entity != NULL)
            xc_sink_text(sink, entity);
        else
            xc_sink_char(sink, shown[i]);
    }
}

void
xc_xml_put(struct xc_sink *sink, struct xc_str text)
{
    size_t off = 0;

    while (off < text.len) {
        struct xc_glyph c = xc_glyph_at(text, off);
        const char *entity = entity_of(c.code);
        char shown[XC_GLYPH_SHOWN_BYTES];
        size_t len;

        if (entity != NULL) {
            xc_sink_text(sink, entity);
        } else if (c.bad) {
            xc_sink_text(sink, "\xEF\xBF\xBD");
        } else if (is_no_character(c.code)) {
            xc_sink_printf(sink, "&lt;U+%04X&gt;", (unsigned)c.code);
        } else {
            len = xc_glyph_show(c.code, shown);
            if (len > 0)
                put_shown(sink, shown, len);
            else
                xc_sink_put(sink, xc_str_sub(text, off, c.len_bytes));
        }
        off += c.len_bytes;
    }
}

void
xc_xml_attribute(struct xc_sink *sink, const char *name, struct xc_str text)
{
    xc_sink_printf(sink, " %s=\"", name);
    xc_xml_put(sink, text);
    xc_sink_char(sink, '"');
}

static bool
write_escaped(void *context, const char *bytes, size_t len)
{
    struct xc_sink *sink = context;

    xc_xml_put(sink, (struct xc_str){bytes, len});
    return !sink->failed;
}

struct xc_sink
xc_xml_pen(struct xc_sink *sink)
{
    return (struct xc_sink){write_escaped, sink, false};
}
