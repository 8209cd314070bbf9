/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/diff.h"

#include "report/diff_telling.h"
#include "report/terminal.h"

/* As in the report: where the statement and the sources stand. */
static const size_t head_column = 15;
static const size_t turn_column = 2;  /* "came" */
static const size_t thing_column = 9; /* what came */

struct text {
    const struct xc_comparison *comparison;
    struct xc_terminal terminal;
    struct xc_sink pen;
};

/* What happened to the claim, as the first word of its line. */
static void
put_word(struct xc_terminal *terminal, const struct xc_comparison_claim *claim)
{
    const bool turned = claim->verdict || claim->side;

    xc_terminal_indent(terminal, 0);
    if (claim->before == NULL)
        xc_terminal_say(terminal, XC_TERMINAL_GREEN, "CAME");
    else if (claim->after == NULL)
        xc_terminal_say(terminal, XC_TERMINAL_RED, "WENT");
    else
        xc_terminal_say(terminal, turned ? XC_TERMINAL_YELLOW : XC_TERMINAL_CYAN,
                        turned ? "TURNED" : "CHANGED");
    xc_terminal_tab(terminal, head_column);
}

static void
tell_head(struct text *text, const struct xc_comparison_claim *claim)
{
    struct xc_terminal *terminal = &text->terminal;
    const struct xc_told_claim *told = xc_comparison_told(claim);
    size_t i;

    put_word(terminal, claim);
    xc_terminal_prose(terminal, XC_TERMINAL_STRONG, told->statement);
    xc_terminal_end(terminal);
    xc_diff_tell_verdict(&text->pen, claim);
    xc_terminal_end(terminal);
    for (i = 0; i < XC_N_DIFF_LINES; i++) {
        if (!xc_diff_lines[i].applies(claim))
            continue;
        xc_diff_lines[i].tell(&text->pen, claim);
        xc_terminal_end(terminal);
    }
    xc_terminal_name(terminal, XC_TERMINAL_FAINT, told->claim);
    xc_terminal_end(terminal);
}

/* The beginning of a line about what came, went or turned. */
static void
begin_turn(struct xc_terminal *terminal, enum xc_turn turn)
{
    xc_terminal_indent(terminal, turn_column);
    xc_terminal_say(terminal, XC_TERMINAL_PLAIN, xc_turn_name(turn));
    xc_terminal_tab(terminal, thing_column);
}

static void
tell_claim(struct text *text, const struct xc_comparison_claim *claim)
{
    struct xc_terminal *terminal = &text->terminal;
    size_t i;

    tell_head(text, claim);
    if (claim->n_sources + claim->n_values + claim->n_edges > 0)
        xc_terminal_end(terminal);
    for (i = 0; i < claim->n_sources; i++) {
        begin_turn(terminal, claim->sources[i].turn);
        xc_terminal_name(terminal, XC_TERMINAL_STRONG, claim->sources[i].id);
        xc_diff_tell_source(&text->pen, &claim->sources[i]);
        xc_terminal_end(terminal);
    }
    for (i = 0; i < claim->n_values; i++) {
        begin_turn(terminal, claim->values[i].turn);
        xc_diff_tell_value(&text->pen, claim->values[i].value);
        xc_terminal_end(terminal);
    }
    for (i = 0; i < claim->n_edges; i++) {
        begin_turn(terminal, claim->edges[i].turn);
        xc_diff_tell_edge(&text->pen, claim->edges[i].edge);
        xc_terminal_end(terminal);
    }
    xc_terminal_indent(terminal, 0);
    xc_terminal_end(terminal);
}

/* "Title (topic)", underlined. */
static void
tell_topic_name(struct text *text, struct xc_str topic)
{
    struct xc_terminal *terminal = &text->terminal;
    struct xc_str title = xc_diff_title(text->comparison, topic);
    size_t columns = xc_terminal_measure(topic);
    size_t i;

    xc_terminal_indent(terminal, 0);
    if (title.len == 0) {
        xc_terminal_prose(terminal, XC_TERMINAL_STRONG, topic);
    } else {
        xc_terminal_prose(terminal, XC_TERMINAL_STRONG, title);
        xc_terminal_say(terminal, XC_TERMINAL_FAINT, " (");
        xc_terminal_prose(terminal, XC_TERMINAL_FAINT, topic);
        xc_terminal_say(terminal, XC_TERMINAL_FAINT, ")");
        columns += xc_terminal_measure(title) + 3;
    }
    xc_terminal_end(terminal);
    for (i = 0; i < columns && i < terminal->width; i++)
        xc_terminal_say(terminal, XC_TERMINAL_FAINT, "─");
    xc_terminal_end(terminal);
    xc_terminal_end(terminal);
}

void
xc_report_diff_text(const struct xc_comparison *comparison,
                    const struct xc_report_style *style, struct xc_sink *sink)
{
    struct text text = {.comparison = comparison};
    size_t end = 0;
    size_t i;

    xc_terminal_init(&text.terminal, sink, style->colour, style->width);
    text.pen = xc_terminal_pen(&text.terminal);
    for (i = 0; i < comparison->n; i++) {
        if (i == end) {
            tell_topic_name(&text, xc_comparison_told(&comparison->items[i])->topic);
            end = xc_diff_topic_end(comparison, i);
        }
        tell_claim(&text, &comparison->items[i]);
    }
    xc_terminal_indent(&text.terminal, 0);
    xc_diff_tell_summary(&text.pen, comparison);
    xc_terminal_end(&text.terminal);
    if (xc_diff_tell_versions(&text.pen, comparison))
        xc_terminal_end(&text.terminal);
}
