/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/terminal.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "report/glyph.h"

/* Fewer columns than these are not wrapped into: words would be cut to pieces. */
static const size_t least_columns = 16;
static const char reset[] = "\x1b[0m";
/* The longest sequence that starts a style, and the reset that must still fit. */
#define STYLE_BYTES ((size_t)24)

/*
 * Colours of the 256-colour table in the middle of the brightness scale: each has a
 * contrast of at least 3.9 to 1 against black and against white, which the basic eight
 * (yellow on white, blue on black) have not.
 */
static const char *
style_start(enum xc_terminal_style style)
{
    switch (style) {
    case XC_TERMINAL_PLAIN:
        return "";
    case XC_TERMINAL_STRONG:
    case XC_TERMINAL_MATCH:
        return "\x1b[1m";
    case XC_TERMINAL_FAINT:
        return "\x1b[38;5;243m";
    case XC_TERMINAL_GREEN:
        return "\x1b[1;38;5;28m";
    case XC_TERMINAL_RED:
        return "\x1b[1;38;5;160m";
    case XC_TERMINAL_YELLOW:
        return "\x1b[1;38;5;130m";
    case XC_TERMINAL_CYAN:
        return "\x1b[1;38;5;30m";
    }
    return "";
}

void
xc_terminal_init(struct xc_terminal *terminal, struct xc_sink *sink, bool colour,
                 size_t width)
{
    *terminal = (struct xc_terminal){.sink = sink, .colour = colour, .width = width};
}

static size_t
line_columns(const struct xc_terminal *terminal)
{
    if (terminal->width == 0)
        return SIZE_MAX;
    if (terminal->width < terminal->indent + least_columns)
        return least_columns;
    return terminal->width - terminal->indent;
}

static void
append(struct xc_terminal *terminal, const char *bytes, size_t len)
{
    memcpy(terminal->word + terminal->word_bytes, bytes, len);
    terminal->word_bytes += len;
}

static void
set_style(struct xc_terminal *terminal, enum xc_terminal_style style)
{
    const char *start = style_start(style);

    if (!terminal->colour || terminal->word_style == style)
        return;
    if (terminal->word_style != XC_TERMINAL_PLAIN)
        append(terminal, reset, sizeof reset - 1);
    append(terminal, start, strlen(start));
    terminal->word_style = style;
}

static void
break_line(struct xc_terminal *terminal)
{
    xc_sink_char(terminal->sink, '\n');
    terminal->column = 0;
    terminal->hung = false;
    terminal->begun = false;
    terminal->spaced = false;
}

/* Puts what is collected of a word in the line, or in the next one if it is too long. */
static void
flush(struct xc_terminal *terminal)
{
    size_t space = terminal->spaced ? 1 : 0;

    if (terminal->word_bytes == 0)
        return;
    set_style(terminal, XC_TERMINAL_PLAIN);
    if (terminal->width > 0 && terminal->begun &&
        terminal->column + space + terminal->word_columns > terminal->width)
        break_line(terminal);
    if (terminal->column == 0 && !terminal->hung) {
        xc_sink_repeat(terminal->sink, ' ', terminal->indent);
        terminal->column = terminal->indent;
    } else if (terminal->spaced) {
        xc_sink_char(terminal->sink, ' ');
        terminal->column++;
    }
    xc_sink_put(terminal->sink, (struct xc_str){terminal->word, terminal->word_bytes});
    terminal->column += terminal->word_columns;
    terminal->begun = true;
    terminal->spaced = false;
    terminal->word_bytes = 0;
    terminal->word_columns = 0;
    xc_command_watch_break(&terminal->watch);
}

static void
place_word(struct xc_terminal *terminal)
{
    flush(terminal);
    terminal->word_spaces = 0;
    terminal->watch = (struct xc_command_watch){0};
}

/* Makes sure that a glyph of len bytes has room, with changes of style around it. */
static void
make_room(struct xc_terminal *terminal, size_t len)
{
    if (terminal->word_bytes + len + 3 * STYLE_BYTES > sizeof terminal->word)
        flush(terminal);
}

static void
put_glyph(struct xc_terminal *terminal, enum xc_terminal_style style, const char *bytes,
          size_t len, size_t columns)
{
    size_t spaces = terminal->word_spaces;

    terminal->word_spaces = 0;
    if (terminal->word_columns + spaces + columns > line_columns(terminal)) {
        flush(terminal);
        terminal->spaced = spaces > 0;
        spaces = 0;
    }
    for (; spaces > 0; spaces--) {
        make_room(terminal, 1);
        append(terminal, " ", 1);
        terminal->word_columns++;
    }
    make_room(terminal, len);
    set_style(terminal, style);
    append(terminal, bytes, len);
    terminal->word_columns += columns;
}

/* Writes how a character is shown that is not fit to stand as it is; 0: it is. */
static size_t
show(const struct xc_command_watch *watch, const struct xc_glyph *c,
     char shown[XC_GLYPH_SHOWN_BYTES])
{
    if (c->bad)
        return 0;
    if (!xc_command_watch_sees(watch, c->code))
        return xc_glyph_show(c->code, shown);
    (void)snprintf(shown, XC_GLYPH_SHOWN_BYTES, "\\x%02x", (unsigned)c->code);
    return strlen(shown);
}

/* Shows one character: as it stands, or escaped where it is not fit to be. */
static void
put_character(struct xc_terminal *terminal, enum xc_terminal_style style,
              const struct xc_glyph *c, const char *bytes)
{
    char shown[XC_GLYPH_SHOWN_BYTES];
    size_t len = show(&terminal->watch, c, shown);
    size_t i;

    if (!c->bad && len == 0)
        put_glyph(terminal, style, bytes, c->len_bytes, xc_glyph_width(c->code));
    for (i = 0; i < len; i++)
        put_glyph(terminal, style, &shown[i], 1, 1);
    for (i = 0; c->bad && i < c->len_bytes; i++) {
        (void)snprintf(shown, sizeof shown, "\\x%02x", (unsigned char)bytes[i]);
        put_glyph(terminal, style, shown, 4, 4);
    }
    xc_command_watch_pass(&terminal->watch, c->code);
}

void
xc_terminal_prose(struct xc_terminal *terminal, enum xc_terminal_style style,
                  struct xc_str text)
{
    size_t off = 0;

    while (off < text.len) {
        struct xc_glyph c = xc_glyph_at(text, off);

        if (xc_glyph_is_prose_space(text, off, &c)) {
            place_word(terminal);
            terminal->spaced = terminal->begun;
        } else {
            put_character(terminal, style, &c, text.ptr + off);
        }
        off += c.len_bytes;
    }
}

void
xc_terminal_name(struct xc_terminal *terminal, enum xc_terminal_style style,
                 struct xc_str name)
{
    size_t off = 0;

    while (off < name.len) {
        struct xc_glyph c = xc_glyph_at(name, off);

        if (c.code == ' ') {
            terminal->word_spaces++;
            xc_command_watch_pass(&terminal->watch, c.code);
        } else {
            put_character(terminal, style, &c, name.ptr + off);
        }
        off += c.len_bytes;
    }
}

void
xc_terminal_say(struct xc_terminal *terminal, enum xc_terminal_style style,
                const char *words)
{
    xc_terminal_prose(terminal, style, xc_str_of(words));
}

void
xc_terminal_indent(struct xc_terminal *terminal, size_t columns)
{
    place_word(terminal);
    terminal->indent = columns;
}

void
xc_terminal_tab(struct xc_terminal *terminal, size_t column)
{
    place_word(terminal);
    terminal->indent = column;
    terminal->spaced = terminal->column + 2 > column;
    if (terminal->spaced)
        return;
    xc_sink_repeat(terminal->sink, ' ', column - terminal->column);
    terminal->column = column;
    terminal->begun = false;
}

void
xc_terminal_hang(struct xc_terminal *terminal, size_t first, size_t rest)
{
    xc_terminal_indent(terminal, rest);
    xc_sink_repeat(terminal->sink, ' ', first);
    terminal->column = first;
    terminal->hung = true;
}

void
xc_terminal_end(struct xc_terminal *terminal)
{
    place_word(terminal);
    break_line(terminal);
}

size_t
xc_terminal_measure(struct xc_str text)
{
    char shown[XC_GLYPH_SHOWN_BYTES];
    struct xc_command_watch watch = {0};
    size_t columns = 0;
    size_t off = 0;
    bool spaced = false;

    text = xc_str_trim(text);
    while (off < text.len) {
        struct xc_glyph c = xc_glyph_at(text, off);
        size_t len = c.bad ? 4 * c.len_bytes : show(&watch, &c, shown);

        if (xc_glyph_is_prose_space(text, off, &c)) {
            columns += spaced ? 0 : 1;
            spaced = true;
            watch = (struct xc_command_watch){0};
        } else {
            xc_command_watch_pass(&watch, c.code);
            columns += len > 0 ? len : xc_glyph_width(c.code);
            spaced = false;
        }
        off += c.len_bytes;
    }
    return columns;
}

static bool
write_prose(void *context, const char *bytes, size_t len)
{
    struct xc_terminal *terminal = context;

    xc_terminal_prose(terminal, terminal->pen_style, (struct xc_str){bytes, len});
    return true;
}

static bool
write_name(void *context, const char *bytes, size_t len)
{
    struct xc_terminal *terminal = context;

    xc_terminal_name(terminal, terminal->pen_style, (struct xc_str){bytes, len});
    return true;
}

struct xc_sink
xc_terminal_pen(struct xc_terminal *terminal)
{
    return (struct xc_sink){.write = write_prose, .context = terminal};
}

struct xc_sink
xc_terminal_name_pen(struct xc_terminal *terminal)
{
    return (struct xc_sink){.write = write_name, .context = terminal};
}
