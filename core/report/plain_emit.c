/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/plain_emit.h"

#include "report/glyph.h"

static void
put_character(struct xc_sink *sink, struct xc_str text, size_t off,
              const struct xc_glyph *c)
{
    char shown[XC_GLYPH_SHOWN_BYTES];
    size_t len = c->bad ? 0 : xc_glyph_show(c->code, shown);

    if (c->bad)
        xc_sink_text(sink, "\xEF\xBF\xBD");
    else if (len > 0)
        xc_sink_put(sink, (struct xc_str){shown, len});
    else
        xc_sink_put(sink, xc_str_sub(text, off, c->len_bytes));
}

void
xc_plain_put(struct xc_sink *sink, struct xc_str text)
{
    xc_glyph_prose(sink, text, put_character);
}

void
xc_plain_name(struct xc_sink *sink, struct xc_str name)
{
    size_t off = 0;

    while (off < name.len) {
        struct xc_glyph c = xc_glyph_at(name, off);

        put_character(sink, name, off, &c);
        off += c.len_bytes;
    }
}

static bool
write_prose(void *context, const char *bytes, size_t len)
{
    struct xc_sink *sink = context;

    xc_plain_put(sink, (struct xc_str){bytes, len});
    return !sink->failed;
}

static bool
write_name(void *context, const char *bytes, size_t len)
{
    struct xc_sink *sink = context;

    xc_plain_name(sink, (struct xc_str){bytes, len});
    return !sink->failed;
}

struct xc_sink
xc_plain_pen(struct xc_sink *sink)
{
    return (struct xc_sink){.write = write_prose, .context = sink};
}

struct xc_sink
xc_plain_name_pen(struct xc_sink *sink)
{
    return (struct xc_sink){.write = write_name, .context = sink};
}
