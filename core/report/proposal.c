/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/proposal.h"

#include "report/terminal.h"

/* The steps of the trace, one behind another. */
static void
tell_trace(struct xc_sink *pen, struct xc_str trace)
{
    const char *before = "";
    struct xc_str step;

    while (xc_str_split(&trace, '\n', &step)) {
        if (step.len == 0)
            continue;
        xc_sink_text(pen, before);
        xc_sink_put(pen, step);
        before = "; ";
    }
}

static void
tell_found(struct xc_terminal *terminal, struct xc_sink *pen,
           const struct xc_example_result *found)
{
    if (found->n_mentions == 0) {
        xc_sink_text(pen, "found: by itself the sentence is no mention of the claim");
        return;
    }
    xc_sink_text(pen, "found: ");
    xc_terminal_say(terminal, XC_TERMINAL_STRONG, xc_example_kind_name(found->came));
    xc_sink_text(pen, " (");
    if (found->mentions[0].event == XC_EVENT_OTHER)
        xc_sink_text(pen, "of another event; ");
    tell_trace(pen, found->mentions[0].trace);
    xc_sink_text(pen, ")");
}

void
xc_report_proposal(const struct xc_proposal *proposal, size_t number, size_t n,
                   const struct xc_report_style *style, struct xc_sink *sink)
{
    const struct xc_span match = proposal->match;
    const size_t end = match.off_bytes + match.len_bytes;
    struct xc_terminal terminal;
    struct xc_sink pen;
    struct xc_sink name;

    xc_terminal_init(&terminal, sink, style->colour, style->width);
    pen = xc_terminal_pen(&terminal);
    name = xc_terminal_name_pen(&terminal);
    xc_terminal_hang(&terminal, 0, 2);
    xc_sink_printf(&pen, "%zu of %zu: ", number, n);
    xc_terminal_prose(&terminal, XC_TERMINAL_STRONG, proposal->found.claim->statement);
    xc_terminal_say(&terminal, XC_TERMINAL_FAINT, " (");
    terminal.pen_style = XC_TERMINAL_FAINT;
    xc_sink_put(&name, proposal->found.claim->id);
    xc_terminal_say(&terminal, XC_TERMINAL_FAINT, ")");
    xc_terminal_end(&terminal);
    xc_terminal_hang(&terminal, 2, 4);
    xc_sink_put(&name, proposal->source);
    terminal.pen_style = XC_TERMINAL_PLAIN;
    xc_sink_printf(&pen, " line %zu:", proposal->line);
    xc_terminal_end(&terminal);
    xc_terminal_hang(&terminal, 4, 4);
    xc_terminal_prose(&terminal, XC_TERMINAL_PLAIN,
                      xc_str_sub(proposal->text, 0, match.off_bytes));
    xc_terminal_say(&terminal, XC_TERMINAL_MATCH, "«");
    xc_terminal_prose(&terminal, XC_TERMINAL_MATCH, xc_str_at(proposal->text, match));
    xc_terminal_say(&terminal, XC_TERMINAL_MATCH, "»");
    xc_terminal_prose(&terminal, XC_TERMINAL_PLAIN,
                      xc_str_sub(proposal->text, end, proposal->text.len - end));
    xc_terminal_end(&terminal);
    xc_terminal_hang(&terminal, 2, 4);
    tell_found(&terminal, &pen, &proposal->found);
    xc_terminal_end(&terminal);
}
