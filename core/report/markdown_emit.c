/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/markdown_emit.h"

#include <string.h>

#include "report/glyph.h"

/* Means something anywhere in a line. */
static const char always[] = "\\`*_[]|~#!$";
/* Means something at the beginning of a block only; a piece may stand there. */
static const char at_start[] = "-+=";

static bool
is_one_of(uint32_t code, const char *characters)
{
    return code != 0 && code < 0x80 && strchr(characters, (int)code) != NULL;
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter_or_digit(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether text up to off is nothing but digits: "1." begins a list. */
static bool
is_after_number(struct xc_str text, size_t off)
{
    size_t i;

    /* A list's number has at most nine digits. */
    if (off == 0 || off > 9)
        return false;
    for (i = 0; i < off; i++) {
        if (!is_digit(text.ptr[i]))
            return false;
    }
    return true;
}

static bool
is_after_www(struct xc_str text, size_t off)
{
    size_t i;

    for (i = 1; i <= 3; i++) {
        if (off < i || (text.ptr[off - i] | 0x20) != 'w')
            return false;
    }
    return true;
}

/* Whether the ASCII character at off needs a backslash. */
static bool
is_escaped(struct xc_str text, size_t off, uint32_t code)
{
    if (is_one_of(code, always) || (off == 0 && is_one_of(code, at_start)))
        return true;
    /* GitHub makes links of bare "http://" and "www.x"; a part of them may stand in
     * another piece. */
    if (code == ':')
        return off + 1 == text.len || text.ptr[off + 1] == '/';
    if (code == '.' && off == 0)
        return text.len > 1 && is_letter_or_digit(text.ptr[1]);
    if (code == '.')
        return is_after_www(text, off) || is_after_number(text, off);
    return code == ')' && is_after_number(text, off);
}

/* HTML's own characters are written as entities, which even a reader that knows no
 * Markdown takes for text. */
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
    /* No escape keeps GitHub from linking "@star" and mail addresses, because it looks
     * for them in the finished text; an empty comment parts them. */
    case '@':
        return "@<!-- -->";
    default:
        return NULL;
    }
}

static void
put_hidden(struct xc_sink *sink, uint32_t code)
{
    char shown[XC_GLYPH_SHOWN_BYTES];
    size_t len = xc_glyph_show(code, shown);

    /* "\x1b" and "<U+202E>" hold special characters themselves. */
    if (shown[0] == '\\') {
        xc_sink_char(sink, '\\');
        xc_sink_put(sink, (struct xc_str){shown, len});
    } else {
        xc_sink_text(sink, "&lt;");
        xc_sink_put(sink, (struct xc_str){shown + 1, len - 2});
        xc_sink_text(sink, "&gt;");
    }
}

static void
put_character(struct xc_sink *sink, struct xc_str text, size_t off,
              const struct xc_glyph *c)
{
    const char *entity = entity_of(c->code);

    if (c->bad)
        xc_sink_text(sink, "\xEF\xBF\xBD");
    else if (entity != NULL)
        xc_sink_text(sink, entity);
    else if (xc_glyph_is_hidden(c->code))
        put_hidden(sink, c->code);
    else {
        if (is_escaped(text, off, c->code))
            xc_sink_char(sink, '\\');
        xc_sink_put(sink, xc_str_sub(text, off, c->len_bytes));
    }
}

void
xc_markdown_put(struct xc_sink *sink, struct xc_str text)
{
    xc_glyph_prose(sink, text, put_character);
}

void
xc_markdown_strong(struct xc_sink *sink, struct xc_str text)
{
    bool simple;

    if (text.len == 0)
        return;
    /* "**" opens and closes beside letters and digits whatever stands outside; beside
     * punctuation that depends on the outside ("a**$5**b" is not bold). */
    simple =
        is_letter_or_digit(text.ptr[0]) && is_letter_or_digit(text.ptr[text.len - 1]);
    xc_sink_text(sink, simple ? "**" : "<strong>");
    xc_markdown_put(sink, text);
    xc_sink_text(sink, simple ? "**" : "</strong>");
}

static bool
write_escaped(void *context, const char *bytes, size_t len)
{
    struct xc_sink *sink = context;

    xc_markdown_put(sink, (struct xc_str){bytes, len});
    return !sink->failed;
}

struct xc_sink
xc_markdown_pen(struct xc_sink *sink)
{
    return (struct xc_sink){.write = write_escaped, .context = sink};
}
