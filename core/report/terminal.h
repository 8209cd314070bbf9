/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one place that writes for terminals: escapes, wraps, indents and colours.
 *
 * Text of the input is inert in it: a control is shown as \x1b, another hidden
 * character as <U+202E>, a byte that is not UTF-8 as \xff, and what the runner of a
 * workflow would act on as ":\x3aerror".  Every coloured word closes
 * its own colour, so cutting or paging the output can't bleed.
 *
 *     xc_terminal_indent(&terminal, 6);
 *     xc_terminal_prose(&terminal, XC_TERMINAL_MATCH, quote);
 *     xc_terminal_end(&terminal);
 */
#ifndef XC_REPORT_TERMINAL_H
#define XC_REPORT_TERMINAL_H

#include "base/sink.h"
#include "report/command_watch.h"

enum xc_terminal_style {
    XC_TERMINAL_PLAIN,
    XC_TERMINAL_STRONG, /* headings */
    XC_TERMINAL_MATCH,  /* the matched words */
    XC_TERMINAL_FAINT,  /* places and other small print */
    XC_TERMINAL_GREEN,
    XC_TERMINAL_RED,
    XC_TERMINAL_YELLOW,
    XC_TERMINAL_CYAN,
};

/* Bytes of a word put together before it is placed; a longer one is placed in parts. */
#define XC_TERMINAL_WORD_BYTES ((size_t)512)

struct xc_terminal {
    struct xc_sink *sink;
    bool colour;
    size_t width;
    size_t indent; /* of lines that begin from now on */
    size_t column; /* of the line; 0: nothing stands in it yet */
    bool hung;     /* its indent was given by xc_terminal_hang */
    bool begun;    /* a word stands in the line, after its indent or last tab */
    bool spaced;   /* a space is due before the next word */
    char word[XC_TERMINAL_WORD_BYTES];
    size_t word_bytes;
    size_t word_columns;
    struct xc_command_watch watch;
    size_t word_spaces;                /* of a name, held back: they never end a line */
    enum xc_terminal_style word_style; /* where the word's end stands */
    enum xc_terminal_style pen_style;  /* the caller's choice, for the pens */
};

/* Starts at an empty line.  width 0: lines are never broken. */
void xc_terminal_init(struct xc_terminal *terminal, struct xc_sink *sink, bool colour,
                      size_t width);

/* The indent of the lines that begin from now on. */
void xc_terminal_indent(struct xc_terminal *terminal, size_t columns);

/* Begins a line at column first; its further lines are indented by rest columns. */
void xc_terminal_hang(struct xc_terminal *terminal, size_t first, size_t rest);

/* Pads the line with spaces up to column, where the lines that follow begin too; a line
 * that already reaches it gets one space. */
void xc_terminal_tab(struct xc_terminal *terminal, size_t column);

/* Adds text, wrapped between words; runs of white space become one space.  A word wider
 * than a line is broken. */
void xc_terminal_prose(struct xc_terminal *terminal, enum xc_terminal_style style,
                       struct xc_str text);

/* Adds a name or path, not broken at its spaces; its white space is shown too. */
void xc_terminal_name(struct xc_terminal *terminal, enum xc_terminal_style style,
                      struct xc_str name);

/* The same as prose, for fixed words. */
void xc_terminal_say(struct xc_terminal *terminal, enum xc_terminal_style style,
                     const char *words);

/* Ends the line; an empty line when nothing stands in it. */
void xc_terminal_end(struct xc_terminal *terminal);

/* Columns that text takes as prose on one line. */
size_t xc_terminal_measure(struct xc_str text);

/* Sinks whose bytes become prose (a name) of terminal (borrowed) in its pen_style. */
struct xc_sink xc_terminal_pen(struct xc_terminal *terminal);
struct xc_sink xc_terminal_name_pen(struct xc_terminal *terminal);

#endif
