/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/json_emit.h"

#include <assert.h>

#include "report/glyph.h"

void
xc_json_emit_init(struct xc_json_emit *emit, struct xc_sink *sink)
{
    *emit = (struct xc_json_emit){.sink = sink};
}

void
xc_json_emit_init_line(struct xc_json_emit *emit, struct xc_sink *sink)
{
    *emit = (struct xc_json_emit){.sink = sink, .in_line = true};
}

/* \uXXXX, as a surrogate pair above U+FFFF. */
static void
put_escape(struct xc_sink *sink, uint32_t code)
{
    if (code < 0x10000) {
        xc_sink_printf(sink, "\\u%04x", (unsigned)code);
        return;
    }
    code -= 0x10000;
    xc_sink_printf(sink, "\\u%04x\\u%04x", (unsigned)(0xD800 + (code >> 10)),
                   (unsigned)(0xDC00 + (code & 0x3FF)));
}

/* What stands for a character that may not stand in a string itself. */
static void
put_escaped(struct xc_sink *sink, const struct xc_glyph *c)
{
    if (c->bad) {
        xc_sink_text(sink, "\xEF\xBF\xBD");
    } else if (c->code == '\n') {
        xc_sink_text(sink, "\\n");
    } else if (c->code == '\r') {
        xc_sink_text(sink, "\\r");
    } else if (c->code == '\t') {
        xc_sink_text(sink, "\\t");
    } else if (xc_glyph_is_hidden(c->code)) {
        put_escape(sink, c->code);
    } else {
        xc_sink_char(sink, '\\');
        xc_sink_char(sink, (char)c->code);
    }
}

static bool
is_plain(const struct xc_glyph *c)
{
    return !c->bad && c->code != '"' && c->code != '\\' && !xc_glyph_is_hidden(c->code);
}

static void
put_string(struct xc_sink *sink, struct xc_str text)
{
    size_t plain = 0; /* where the bytes begin that go out as they stand */
    size_t off = 0;

    xc_sink_char(sink, '"');
    while (off < text.len) {
        struct xc_glyph c = xc_glyph_at(text, off);

        if (is_plain(&c)) {
            off += c.len_bytes;
            continue;
        }
        xc_sink_put(sink, xc_str_sub(text, plain, off - plain));
        put_escaped(sink, &c);
        off += c.len_bytes;
        plain = off;
    }
    xc_sink_put(sink, xc_str_sub(text, plain, text.len - plain));
    xc_sink_char(sink, '"');
}

static void
start_line(struct xc_json_emit *emit)
{
    if (emit->in_line)
        return;
    xc_sink_char(emit->sink, '\n');
    xc_sink_repeat(emit->sink, ' ', 2 * emit->depth);
}

/* The comma, line and key before a member or element; key.ptr NULL: none. */
static void
start_member(struct xc_json_emit *emit, struct xc_str key)
{
    if (emit->depth > 0) {
        bool *filled = &emit->filled[emit->depth - 1];

        if (*filled)
            xc_sink_char(emit->sink, ',');
        if (emit->in_line && *filled)
            xc_sink_char(emit->sink, ' ');
        *filled = true;
        start_line(emit);
    }
    if (key.ptr != NULL) {
        put_string(emit->sink, key);
        xc_sink_text(emit->sink, ": ");
    }
}

void
xc_json_emit_open_named(struct xc_json_emit *emit, struct xc_str key, char bracket)
{
    assert(emit->depth < XC_JSON_EMIT_DEPTH);
    start_member(emit, key);
    xc_sink_char(emit->sink, bracket);
    emit->closing[emit->depth] = bracket == '{' ? '}' : ']';
    emit->filled[emit->depth] = false;
    emit->depth++;
}

void
xc_json_emit_open(struct xc_json_emit *emit, const char *key, char bracket)
{
    xc_json_emit_open_named(emit, xc_str_of(key), bracket);
}

void
xc_json_emit_close(struct xc_json_emit *emit)
{
    assert(emit->depth > 0);
    emit->depth--;
    if (emit->filled[emit->depth])
        start_line(emit);
    xc_sink_char(emit->sink, emit->closing[emit->depth]);
    if (emit->depth == 0)
        xc_sink_char(emit->sink, '\n');
}

void
xc_json_emit_str(struct xc_json_emit *emit, const char *key, struct xc_str text)
{
    start_member(emit, xc_str_of(key));
    put_string(emit->sink, text);
}

void
xc_json_emit_number(struct xc_json_emit *emit, const char *key, size_t number)
{
    start_member(emit, xc_str_of(key));
    xc_sink_printf(emit->sink, "%zu", number);
}

void
xc_json_emit_bool(struct xc_json_emit *emit, const char *key, bool flag)
{
    start_member(emit, xc_str_of(key));
    xc_sink_text(emit->sink, flag ? "true" : "false");
}

void
xc_json_emit_null(struct xc_json_emit *emit, const char *key)
{
    start_member(emit, xc_str_of(key));
    xc_sink_text(emit->sink, "null");
}

void
xc_json_emit_known_str(struct xc_json_emit *emit, const char *key, struct xc_str text)
{
    if (text.len == 0)
        xc_json_emit_null(emit, key);
    else
        xc_json_emit_str(emit, key, text);
}

void
xc_json_emit_known_number(struct xc_json_emit *emit, const char *key, size_t number)
{
    if (number == 0)
        xc_json_emit_null(emit, key);
    else
        xc_json_emit_number(emit, key, number);
}
