/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/json_emit.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/bytes.h"
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

/* The bytes of the word that are no plain ones of ASCII. */
static uint64_t
other_bytes(uint64_t word)
{
    /* Has the high bit of each byte that is ' ' or above, by its lower ones. */
    const uint64_t shown = (word & ~XC_BYTES_HIGH) + XC_BYTES_ONES * (0x80 - ' ');

    return ((word | ~shown) & XC_BYTES_HIGH) | xc_bytes_equal(word, '"') |
           xc_bytes_equal(word, '\\') | xc_bytes_equal(word, 0x7F);
}

/* The first character from off on that may not be a plain one of ASCII: nearly all are. */
static size_t
skip_plain(struct xc_str text, size_t off)
{
    while (text.len - off >= XC_BYTES_AT_ONCE &&
           other_bytes(xc_bytes_load(text.ptr + off)) == 0)
        off += XC_BYTES_AT_ONCE;
    while (off < text.len && (signed char)text.ptr[off] >= ' ' &&
           text.ptr[off] != '"' && text.ptr[off] != '\\' && text.ptr[off] != 0x7F)
        off++;
    return off;
}

static void
put_string(struct xc_sink *sink, struct xc_str text)
{
    size_t plain = 0; /* where the bytes begin that go out as they stand */
    size_t off = 0;

    xc_sink_char(sink, '"');
    while ((off = skip_plain(text, off)) < text.len) {
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

/* A new line with its indentation, behind a comma when it is told to. */
static void
start_line(struct xc_json_emit *emit, bool comma)
{
    char bytes[2 + 2 * XC_JSON_EMIT_DEPTH];
    size_t len = 0;

    if (comma)
        bytes[len++] = ',';
    if (!emit->in_line) {
        bytes[len++] = '\n';
        memset(bytes + len, ' ', 2 * emit->depth);
        len += 2 * emit->depth;
    } else if (comma) {
        bytes[len++] = ' ';
    }
    xc_sink_put(emit->sink, (struct xc_str){bytes, len});
}

/* What stands before a member's key, or before an element. */
static void
start_element(struct xc_json_emit *emit)
{
    if (emit->depth > 0) {
        bool *filled = &emit->filled[emit->depth - 1];

        start_line(emit, *filled);
        *filled = true;
    }
}

/* The same with a key of ours, which has nothing to escape; NULL: none. */
static void
start_member(struct xc_json_emit *emit, const char *key)
{
    start_element(emit);
    if (key != NULL) {
        xc_sink_char(emit->sink, '"');
        xc_sink_text(emit->sink, key);
        xc_sink_put(emit->sink, XC_STR("\": "));
    }
}

static void
open_bracket(struct xc_json_emit *emit, char bracket)
{
    assert(emit->depth < XC_JSON_EMIT_DEPTH);
    xc_sink_char(emit->sink, bracket);
    emit->closing[emit->depth] = bracket == '{' ? '}' : ']';
    emit->filled[emit->depth] = false;
    emit->depth++;
}

void
xc_json_emit_open(struct xc_json_emit *emit, const char *key, char bracket)
{
    start_member(emit, key);
    open_bracket(emit, bracket);
}

void
xc_json_emit_open_named(struct xc_json_emit *emit, struct xc_str key, char bracket)
{
    start_element(emit);
    if (key.ptr != NULL) {
        put_string(emit->sink, key);
        xc_sink_put(emit->sink, XC_STR(": "));
    }
    open_bracket(emit, bracket);
}

void
xc_json_emit_close(struct xc_json_emit *emit)
{
    assert(emit->depth > 0);
    emit->depth--;
    if (emit->filled[emit->depth])
        start_line(emit, false);
    xc_sink_char(emit->sink, emit->closing[emit->depth]);
    if (emit->depth == 0)
        xc_sink_char(emit->sink, '\n');
}

void
xc_json_emit_str(struct xc_json_emit *emit, const char *key, struct xc_str text)
{
    start_member(emit, key);
    put_string(emit->sink, text);
}

void
xc_json_emit_number(struct xc_json_emit *emit, const char *key, size_t number)
{
    char digits[3 * sizeof number];
    size_t at = sizeof digits;

    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    start_member(emit, key);
    xc_sink_put(emit->sink, (struct xc_str){digits + at, sizeof digits - at});
}

void
xc_json_emit_bool(struct xc_json_emit *emit, const char *key, bool flag)
{
    start_member(emit, key);
    xc_sink_text(emit->sink, flag ? "true" : "false");
}

void
xc_json_emit_null(struct xc_json_emit *emit, const char *key)
{
    start_member(emit, key);
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
