/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/json_mend.h"

#include <string.h>

#include "base/limits.h"
#include "base/table.h"

/* An open list or object. */
struct frame {
    bool is_object;
    size_t number; /* which object of the value, from 1 */
};

struct mender {
    struct xc_str text;
    size_t off;
    struct xc_arena *arena;
    char *out;
    size_t n;
    size_t cap;
    struct frame frames[XC_MAX_DATA_DEPTH + 1];
    size_t depth; /* may exceed the frames: such a value is refused later on */
    size_t n_objects;
    size_t n_renamed;
    struct xc_table keys; /* object's number and key → nothing */
    bool failed;          /* memory was short */
};

static void
put(struct mender *m, const char *bytes, size_t len)
{
    if (m->cap - m->n < len && !m->failed) {
        const size_t cap = 2 * (m->cap + len) + 64;
        char *grown = xc_arena_alloc(m->arena, cap);

        if (grown == NULL) {
            m->failed = true;
        } else {
            if (m->n > 0)
                memcpy(grown, m->out, m->n);
            m->out = grown;
            m->cap = cap;
        }
    }
    if (m->failed)
        return;
    memcpy(m->out + m->n, bytes, len);
    m->n += len;
}

static void
put_byte(struct mender *m, char c)
{
    put(m, &c, 1);
}

/* The last byte written, '\0' before the first. */
static char
last(const struct mender *m)
{
    return (char)(m->n == 0 ? '\0' : m->out[m->n - 1]);
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* The first offset from off on that is no white space. */
static size_t
skip_space(struct xc_str text, size_t off)
{
    while (off < text.len && is_space(text.ptr[off]))
        off++;
    return off;
}

/* The offset behind the next occurrence of mark from off on, or the text's end. */
static size_t
skip_past(struct xc_str text, size_t off, const char *mark)
{
    const size_t len = strlen(mark);

    while (off < text.len) {
        off = xc_str_find(text, off, mark[0]);
        if (off + len <= text.len && memcmp(text.ptr + off, mark, len) == 0)
            return off + len;
        if (off < text.len)
            off++;
    }
    return text.len;
}

/* Whether the container that is open here is an object. */
static bool
in_object(const struct mender *m)
{
    return m->depth > 0 && m->depth <= XC_MAX_DATA_DEPTH &&
           m->frames[m->depth - 1].is_object;
}

/* Four hexadecimal digits at off. */
static bool
read_hex(struct xc_str text, size_t off, unsigned *out)
{
    unsigned value = 0;
    size_t i;

    if (text.len < 4 || off > text.len - 4)
        return false;
    for (i = off; i < off + 4; i++) {
        const char c = text.ptr[i];

        if (c >= '0' && c <= '9')
            value = value * 16 + (unsigned)(c - '0');
        else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
            value = value * 16 + (unsigned)((c | 0x20) - 'a') + 10;
        else
            return false;
    }
    *out = value;
    return true;
}

/* "\u00e9", or both halves of a pair; half a pair is no character. */
static void
mend_code(struct mender *m)
{
    const struct xc_str text = m->text;
    const size_t off = m->off; /* of the backslash */
    unsigned code;
    unsigned low;

    if (!read_hex(text, off + 2, &code)) {
        put_byte(m, 'u');
        m->off = off + 2;
        return;
    }
    m->off = off + 6;
    if (code < 0xD800 || code > 0xDFFF) {
        put(m, text.ptr + off, 6);
    } else if (code < 0xDC00 && off + 12 <= text.len && text.ptr[off + 6] == '\\' &&
               text.ptr[off + 7] == 'u' && read_hex(text, off + 8, &low) &&
               low >= 0xDC00 && low <= 0xDFFF) {
        put(m, text.ptr + off, 12);
        m->off = off + 12;
    } else {
        put(m, "\\uFFFD", 6);
    }
}

/* What a backslash begins.  "\'" and the like lose it. */
static void
mend_escape(struct mender *m)
{
    const char c = (char)(m->off + 1 < m->text.len ? m->text.ptr[m->off + 1] : '\0');

    if (c == 'u') {
        mend_code(m);
        return;
    }
    if (c != '\0' && strchr("\"\\/bfnrt", c) != NULL)
        put(m, m->text.ptr + m->off, 2);
    else if ((unsigned char)c >= 0x20)
        put_byte(m, c);
    m->off = m->off + 2 < m->text.len ? m->off + 2 : m->text.len;
}

/*
 * Whether the quotation mark at off ends the string.  One that people wrote into it is
 * followed by more of its text: "headline": "Mayor: "never again"".
 */
static bool
closes(const struct mender *m, size_t off, bool is_key)
{
    const struct xc_str text = m->text;
    const size_t next = skip_space(text, off + 1);
    size_t then;

    if (next == text.len)
        return true;
    if (is_key)
        return text.ptr[next] == ':';
    if (text.ptr[next] == '}' || text.ptr[next] == ']' || text.ptr[next] == '/')
        return true;
    /* A line's end and another key: only the comma is missing. */
    if (text.ptr[next] == '"')
        return memchr(text.ptr + off, '\n', next - off) != NULL;
    if (text.ptr[next] != ',')
        return false;
    then = skip_space(text, next + 1);
    return !in_object(m) || then == text.len || text.ptr[then] == '"' ||
           text.ptr[then] == '}' || text.ptr[then] == '/' || text.ptr[then] == ',';
}

/* Renames the key that was written from start on, without its marks, when its object
 * has it already. */
static void
rename_key(struct mender *m, size_t start)
{
    const size_t number = m->frames[m->depth - 1].number;
    const size_t len = sizeof number + m->n - start;
    char *bytes = xc_arena_alloc(m->arena, len);
    size_t held;
    struct xc_str suffix;

    if (bytes == NULL) {
        m->failed = true;
        return;
    }
    memcpy(bytes, &number, sizeof number);
    memcpy(bytes + sizeof number, m->out + start, m->n - start);
    if (!xc_table_add(&m->keys, (struct xc_str){bytes, len}, m->off, m->arena, &held)) {
        m->failed = true;
    } else if (held != m->off) {
        suffix = xc_arena_printf(m->arena, "~%zu", ++m->n_renamed);
        if (suffix.ptr == NULL)
            m->failed = true;
        else
            put(m, suffix.ptr, suffix.len);
    }
}

/* The string that begins at m->off. */
static void
mend_string(struct mender *m)
{
    const bool is_key = in_object(m) && last(m) != ':';
    size_t start;

    put_byte(m, '"');
    start = m->n;
    m->off++;
    while (m->off < m->text.len && !m->failed) {
        const char c = m->text.ptr[m->off];

        if (c == '\\') {
            mend_escape(m);
            continue;
        }
        if (c == '"' && closes(m, m->off, is_key))
            break;
        if (c == '"')
            put(m, "\\\"", 2);
        else
            put_byte(m, (char)((unsigned char)c < 0x20 ? ' ' : c));
        m->off++;
    }
    if (is_key && !m->failed)
        rename_key(m, start);
    put_byte(m, '"');
    if (m->off < m->text.len)
        m->off++;
}

/* Puts the comma that is missing before another value or key. */
static void
part_values(struct mender *m)
{
    const char c = last(m);

    if (c == '"' || c == '}' || c == ']')
        put_byte(m, ',');
}

static void
open_container(struct mender *m, bool is_object)
{
    part_values(m);
    if (m->depth <= XC_MAX_DATA_DEPTH)
        m->frames[m->depth] = (struct frame){is_object, ++m->n_objects};
    m->depth++;
    put_byte(m, is_object ? '{' : '[');
    m->off++;
}

static void
close_container(struct mender *m, char c)
{
    if (last(m) == ',')
        m->n--;
    else if (last(m) == ':')
        put(m, "null", 4);
    m->depth--;
    put_byte(m, c);
}

/* Takes one string, mark or other byte at m->off, outside of strings. */
static void
mend_next(struct mender *m)
{
    const struct xc_str text = m->text;
    const char c = text.ptr[m->off];
    const char next = (char)(m->off + 1 < text.len ? text.ptr[m->off + 1] : '\0');

    if (c == '"') {
        part_values(m);
        mend_string(m);
    } else if (c == '{' || c == '[') {
        open_container(m, c == '{');
    } else if (c == '}' || c == ']') {
        close_container(m, c);
        m->off++;
    } else if (c == '/' && next == '*') {
        m->off = skip_past(text, m->off + 2, "*/");
    } else if (c == '/' && next == '/') {
        m->off = skip_past(text, m->off + 2, "\n");
    } else if (is_space(c) ||
               (c == ',' && (last(m) == ',' || last(m) == '{' || last(m) == '['))) {
        m->off++;
    } else {
        put_byte(m, c);
        m->off++;
    }
}

/* The offset of the first list or object from off on, or the text's end.  The brackets
 * of "<![CDATA[" open none. */
static size_t
find_value(struct xc_str text, size_t off)
{
    while (off < text.len && text.ptr[off] != '{' && text.ptr[off] != '[') {
        if (xc_str_starts(xc_str_sub(text, off, text.len - off), "<![CDATA["))
            off += strlen("<![CDATA[");
        else
            off++;
    }
    return off;
}

enum xc_status
xc_json_mend_next(struct xc_str *rest, struct xc_arena *arena, struct xc_str *out_value)
{
    struct mender m = {.text = *rest, .arena = arena};

    m.off = find_value(*rest, 0);
    if (m.off == rest->len) {
        *rest = xc_str_sub(*rest, rest->len, 0);
        *out_value = (struct xc_str){NULL, 0};
        return XC_OK;
    }
    do
        mend_next(&m);
    while (m.depth > 0 && m.off < m.text.len && !m.failed);
    /* Cut off in the middle: what was said before that place was said. */
    while (m.depth > 0 && m.depth <= XC_MAX_DATA_DEPTH && !m.failed)
        close_container(&m, in_object(&m) ? '}' : ']');
    if (m.failed)
        return XC_NO_MEMORY;
    *rest = xc_str_sub(*rest, m.off, rest->len - m.off);
    *out_value = (struct xc_str){m.out, m.n};
    return XC_OK;
}
