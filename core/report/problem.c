/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/report.h"

#include <stdint.h>

#include "base/limits.h"
#include "report/glyph.h"
#include "report/telling.h"
#include "report/terminal.h"

/* The faulty line as columns of the terminal, and the part of it that is shown. */
struct excerpt {
    struct xc_str text;
    size_t columns; /* of the whole line */
    size_t caret;   /* column of the fault, from 0; SIZE_MAX: unknown */
    size_t first;   /* columns shown: [first, end) */
    size_t end;
};

/* How wide the character is when shown. */
static size_t
shown_columns(const struct xc_glyph *c)
{
    char shown[XC_GLYPH_SHOWN_BYTES];
    size_t len;

    if (c->bad)
        return 4 * c->len_bytes;
    if (c->code == '\t')
        return 1;
    len = xc_glyph_show(c->code, shown);
    return len > 0 ? len : xc_glyph_width(c->code);
}

/* Characters as a place's column counts them: bytes that do not continue one. */
static size_t
counted_characters(struct xc_str text, size_t off, size_t len)
{
    size_t n = 0;
    size_t i;

    for (i = off; i < off + len; i++)
        n += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return n;
}

static void
measure(struct excerpt *excerpt, size_t fault)
{
    struct xc_str text = excerpt->text;
    size_t character = 1;
    size_t off = 0;

    excerpt->columns = 0;
    excerpt->caret = SIZE_MAX;
    while (off < text.len) {
        struct xc_glyph c = xc_glyph_at(text, off);

        if (fault > 0 && excerpt->caret == SIZE_MAX && character >= fault)
            excerpt->caret = excerpt->columns;
        excerpt->columns += shown_columns(&c);
        character += counted_characters(text, off, c.len_bytes);
        off += c.len_bytes;
    }
    /* A fault at the line's end stands one past its last character. */
    if (fault > 0 && excerpt->caret == SIZE_MAX)
        excerpt->caret = excerpt->columns;
}

/* Chooses what is shown of a line that is too long: the fault in the middle. */
static void
choose(struct excerpt *excerpt)
{
    const size_t most = XC_SHOWN_EXCERPT_COLUMNS;
    size_t caret = excerpt->caret == SIZE_MAX ? 0 : excerpt->caret;

    excerpt->first = 0;
    excerpt->end = excerpt->columns;
    if (excerpt->columns <= most && caret < most)
        return;
    if (caret > most / 2)
        excerpt->first = caret - most / 2;
    if (excerpt->first + most > excerpt->columns + 1)
        excerpt->first = excerpt->columns + 1 > most ? excerpt->columns + 1 - most : 0;
    if (excerpt->first + most < excerpt->columns)
        excerpt->end = excerpt->first + most;
}

/* Writes the part of a character's columns [column, column + n) that is shown. */
static void
put_columns(struct xc_terminal *terminal, const struct excerpt *excerpt, size_t column,
            const struct xc_glyph *c, struct xc_str bytes)
{
    size_t n = shown_columns(c);
    size_t first = excerpt->first + (excerpt->first > 0);
    size_t end = excerpt->end - (excerpt->end < excerpt->columns);

    if (column >= first && column + n <= end && (n > 0 || column > first)) {
        xc_terminal_name(terminal, XC_TERMINAL_PLAIN,
                         c->code == '\t' ? XC_STR(" ") : bytes);
        return;
    }
    /* Half a wide character, or a part of an escape, is blank: the caret stays true. */
    for (; n > 0; n--, column++) {
        if (column >= first && column < end)
            xc_terminal_name(terminal, XC_TERMINAL_PLAIN, XC_STR(" "));
    }
}

static void
put_excerpt(struct xc_terminal *terminal, const struct excerpt *excerpt)
{
    struct xc_str text = excerpt->text;
    size_t column = 0;
    size_t off = 0;

    xc_terminal_indent(terminal, 2);
    if (excerpt->first > 0)
        xc_terminal_name(terminal, XC_TERMINAL_FAINT, XC_STR("…"));
    while (off < text.len && column < excerpt->end) {
        struct xc_glyph c = xc_glyph_at(text, off);

        put_columns(terminal, excerpt, column, &c, xc_str_sub(text, off, c.len_bytes));
        column += shown_columns(&c);
        off += c.len_bytes;
    }
    if (excerpt->end < excerpt->columns)
        xc_terminal_name(terminal, XC_TERMINAL_FAINT, XC_STR("…"));
    xc_terminal_end(terminal);
    if (excerpt->caret == SIZE_MAX)
        return;
    xc_terminal_indent(terminal, 2 + excerpt->caret - excerpt->first);
    xc_terminal_name(terminal, XC_TERMINAL_RED, XC_STR("^"));
    xc_terminal_end(terminal);
}

/* The line without the white space (and "\r") at its end, which could only trail. */
static struct xc_str
without_end(struct xc_str line)
{
    struct xc_str trimmed = xc_str_trim(line);

    if (trimmed.len == 0)
        return trimmed;
    return xc_str_sub(line, 0, (size_t)(trimmed.ptr - line.ptr) + trimmed.len);
}

/* The place, and how bad it is and which fault it is, in front of the message. */
static void
put_coded(struct xc_terminal *terminal, struct xc_sink *pen,
          const struct xc_problem *problem)
{
    enum xc_level level = xc_code_level(problem->code);
    struct xc_problem place = *problem;

    place.message = XC_STR("");
    xc_telling_problem(pen, &place);
    terminal->pen_style =
        level == XC_LEVEL_ERROR ? XC_TERMINAL_RED : XC_TERMINAL_YELLOW;
    xc_sink_printf(pen, "%s: ", xc_level_name(level));
    terminal->pen_style = XC_TERMINAL_STRONG;
    xc_sink_printf(pen, "%s: ", xc_code_name(problem->code));
    xc_sink_put(pen, problem->message);
}

static void
tell(const struct xc_problem *problem, bool coded, bool colour, struct xc_sink *sink)
{
    struct xc_terminal terminal;
    struct xc_sink pen;
    struct excerpt excerpt = {.text = without_end(problem->excerpt)};

    xc_terminal_init(&terminal, sink, colour, 0);
    pen = xc_terminal_name_pen(&terminal);
    terminal.pen_style = XC_TERMINAL_STRONG;
    if (coded)
        put_coded(&terminal, &pen, problem);
    else
        xc_telling_problem(&pen, problem);
    xc_terminal_end(&terminal);
    if (excerpt.text.len > 0) {
        measure(&excerpt, problem->column);
        choose(&excerpt);
        put_excerpt(&terminal, &excerpt);
    }
    if (problem->hint.len == 0)
        return;
    xc_terminal_indent(&terminal, 2);
    xc_terminal_name(&terminal, XC_TERMINAL_PLAIN, XC_STR("hint: "));
    xc_terminal_name(&terminal, XC_TERMINAL_PLAIN, problem->hint);
    xc_terminal_end(&terminal);
}

void
xc_report_problem(const struct xc_problem *problem, bool colour, struct xc_sink *sink)
{
    tell(problem, false, colour, sink);
}

void
xc_report_coded_problem(const struct xc_problem *problem, bool colour,
                        struct xc_sink *sink)
{
    tell(problem, true, colour, sink);
}
