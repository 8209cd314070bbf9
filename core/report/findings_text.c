/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/finding_words.h"
#include "report/findings.h"
#include "report/telling.h"
#include "report/terminal.h"

/* Where things stand, so that the eye (and tests/findings-agree.py) finds them. */
static const size_t detail_column = 4; /* what belongs to a finding … */
static const size_t deeper_column = 6; /* … and to a detail; also its further lines */
static const size_t least_width = 40;

struct text {
    struct xc_terminal terminal;
    struct xc_sink pen;
};

static enum xc_terminal_style
style_of(const struct xc_finding *finding)
{
    if (finding->is_suppressed)
        return XC_TERMINAL_FAINT;
    switch (finding->severity) {
    case XC_SEVERITY_ERROR:
        return XC_TERMINAL_RED;
    case XC_SEVERITY_WARNING:
        return XC_TERMINAL_YELLOW;
    case XC_SEVERITY_NOTE:
        return XC_TERMINAL_CYAN;
    case XC_SEVERITY_DEFAULT:
        break;
    }
    return XC_TERMINAL_PLAIN;
}

/* "desk/post.md:12:4"; the spaces of its name are no place to break. */
static void
put_place(struct text *text, enum xc_terminal_style style, struct xc_str path,
          const size_t place[2])
{
    struct xc_sink name = xc_terminal_name_pen(&text->terminal);

    text->terminal.pen_style = style;
    xc_sink_put(&name, path);
    xc_finding_line(&name, place[0], place[1]);
    text->terminal.pen_style = XC_TERMINAL_PLAIN;
}

static void
tell_head(struct text *text, const struct xc_finding *finding)
{
    struct xc_terminal *terminal = &text->terminal;

    xc_terminal_hang(terminal, 0, detail_column);
    if (finding->path.len > 0) {
        put_place(text, XC_TERMINAL_STRONG, finding->path,
                  (const size_t[]){finding->line, finding->column});
        xc_terminal_say(terminal, XC_TERMINAL_PLAIN, ": ");
    }
    xc_terminal_say(terminal, style_of(finding), xc_severity_name(finding->severity));
    xc_terminal_say(terminal, XC_TERMINAL_PLAIN, ": ");
    xc_terminal_say(terminal, style_of(finding), xc_finding_kind_name(finding->kind));
    xc_terminal_say(terminal, XC_TERMINAL_PLAIN, ": ");
    xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, finding->message);
    xc_terminal_end(terminal);
}

static void
tell_sentence(struct text *text, const struct xc_finding *finding)
{
    struct xc_terminal *terminal = &text->terminal;

    if (finding->quote.len == 0)
        return;
    xc_terminal_indent(terminal, detail_column);
    xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, finding->before);
    xc_terminal_say(terminal, XC_TERMINAL_MATCH, "«");
    xc_terminal_prose(terminal, XC_TERMINAL_MATCH, finding->quote);
    xc_terminal_say(terminal, XC_TERMINAL_MATCH, "»");
    xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, finding->after);
    xc_terminal_end(terminal);
}

static void
tell_claim(struct text *text, const struct xc_finding *finding)
{
    struct xc_terminal *terminal = &text->terminal;

    /* What is wrong with settings names the claim it is about, and no statement. */
    if (finding->statement.len == 0)
        return;
    xc_terminal_hang(terminal, detail_column, deeper_column);
    xc_terminal_say(terminal, XC_TERMINAL_FAINT, "claim: ");
    xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, finding->statement);
    xc_terminal_say(terminal, XC_TERMINAL_FAINT, " (");
    xc_terminal_prose(terminal, XC_TERMINAL_FAINT, finding->topic);
    xc_terminal_say(terminal, XC_TERMINAL_FAINT, "/");
    xc_terminal_prose(terminal, XC_TERMINAL_FAINT, finding->claim);
    xc_terminal_say(terminal, XC_TERMINAL_FAINT, ")");
    xc_terminal_end(terminal);
}

static void
tell_against(struct text *text, const struct xc_finding_against *against)
{
    struct xc_terminal *terminal = &text->terminal;

    xc_terminal_hang(terminal, detail_column, deeper_column);
    xc_terminal_say(terminal, XC_TERMINAL_FAINT, "compared with: ");
    /* A source is its file, or a record of it, and the line counts in the file. */
    put_place(text, XC_TERMINAL_STRONG, against->source,
              (const size_t[]){against->line, against->column});
    xc_finding_side(&text->pen, against);
    xc_terminal_end(terminal);
    if (against->quote.len == 0)
        return;
    xc_terminal_indent(terminal, deeper_column);
    xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, against->quote);
    xc_terminal_end(terminal);
}

/* What the newsroom itself said of the finding. */
static void
tell_judgement(struct text *text, const struct xc_finding *finding)
{
    struct xc_terminal *terminal = &text->terminal;

    if (finding->decision.len > 0) {
        xc_terminal_hang(terminal, detail_column, deeper_column);
        xc_terminal_say(terminal, XC_TERMINAL_PLAIN, "decided by an editor: ");
        xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, finding->decision);
        xc_terminal_end(terminal);
    }
    if (finding->is_suppressed) {
        xc_terminal_hang(terminal, detail_column, deeper_column);
        xc_finding_suppressed(&text->pen, &finding->suppression);
        xc_terminal_end(terminal);
    }
    if (finding->is_untouched) {
        xc_terminal_hang(terminal, detail_column, deeper_column);
        xc_terminal_say(terminal, XC_TERMINAL_PLAIN,
                        "on a line that the change "
                        "does not touch");
        xc_terminal_end(terminal);
    }
}

static void
tell_finding(struct text *text, const struct xc_finding *finding)
{
    size_t i;

    tell_head(text, finding);
    tell_sentence(text, finding);
    tell_claim(text, finding);
    for (i = 0; i < finding->n_against; i++)
        tell_against(text, &finding->against[i]);
    tell_judgement(text, finding);
    xc_terminal_end(&text->terminal);
}

static bool
tell_problems(struct text *text, const struct xc_problems *problems)
{
    struct xc_terminal *terminal = &text->terminal;
    struct xc_arena arena;
    struct xc_str dropped;
    size_t i;

    if (problems->n == 0)
        return true;
    xc_terminal_indent(terminal, 0);
    xc_telling_count(&text->pen, problems->n + problems->n_dropped, "problem");
    xc_terminal_end(terminal);
    for (i = 0; i < problems->n; i++) {
        xc_terminal_hang(terminal, 2, detail_column);
        xc_telling_problem(&text->pen, &problems->items[i]);
        xc_terminal_end(terminal);
    }
    xc_arena_init(&arena);
    dropped = xc_telling_dropped(problems, &arena);
    if (problems->n_dropped > 0) {
        xc_terminal_hang(terminal, 2, detail_column);
        xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, dropped);
        xc_terminal_end(terminal);
    }
    xc_arena_release(&arena);
    xc_terminal_end(terminal);
    return dropped.ptr != NULL;
}

void
xc_findings_text(const struct xc_findings *findings,
                 const struct xc_report_style *style, struct xc_sink *sink)
{
    struct text text;
    size_t i;

    xc_terminal_init(&text.terminal, sink, style->colour,
                     style->width < least_width ? least_width : style->width);
    text.pen = xc_terminal_pen(&text.terminal);
    for (i = 0; i < findings->n; i++)
        tell_finding(&text, &findings->items[i]);
    if (!tell_problems(&text, findings->problems))
        sink->failed = true;
    xc_terminal_indent(&text.terminal, 0);
    xc_finding_summary(&text.pen, &findings->summary);
    xc_terminal_end(&text.terminal);
}
