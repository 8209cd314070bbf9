/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/report.h"

#include "report/telling.h"
#include "report/terminal.h"
#include "report/value_words.h"

/* Where things stand, so that the eye (and tests/formats-agree.py) finds them. */
static const size_t head_column = 15;   /* the statement, after the verdict */
static const size_t source_column = 2;  /* a source's id */
static const size_t mention_column = 4; /* "line 12" */
static const size_t quote_column = 13;  /* the quoted sentence */
static const size_t least_width = 40;

struct text {
    struct xc_terminal terminal;
    struct xc_sink pen;
    struct xc_telling telling;
};

static const char *
verdict_word(enum xc_verdict verdict)
{
    switch (verdict) {
    case XC_VERDICT_AGREEMENT:
        return "AGREEMENT";
    case XC_VERDICT_CONTRADICTION:
        return "CONTRADICTION";
    case XC_VERDICT_SINGLE_SOURCE:
        return "SINGLE-SOURCE";
    case XC_VERDICT_UNSETTLED:
        return "UNSETTLED";
    case XC_VERDICT_SILENT:
        return "SILENT";
    }
    return "";
}

static enum xc_terminal_style
verdict_style(enum xc_verdict verdict)
{
    switch (verdict) {
    case XC_VERDICT_AGREEMENT:
        return XC_TERMINAL_GREEN;
    case XC_VERDICT_CONTRADICTION:
        return XC_TERMINAL_RED;
    case XC_VERDICT_SINGLE_SOURCE:
        return XC_TERMINAL_YELLOW;
    case XC_VERDICT_UNSETTLED:
        return XC_TERMINAL_CYAN;
    case XC_VERDICT_SILENT:
        return XC_TERMINAL_FAINT;
    }
    return XC_TERMINAL_PLAIN;
}

static void
put_verdict(struct xc_terminal *terminal, enum xc_verdict verdict)
{
    xc_terminal_indent(terminal, 0);
    xc_terminal_say(terminal, verdict_style(verdict), verdict_word(verdict));
    xc_terminal_tab(terminal, head_column);
}

static void
tell_head(struct text *text)
{
    struct xc_terminal *terminal = &text->terminal;
    const struct xc_claim_result *result = text->telling.result;

    put_verdict(terminal, result->verdict);
    xc_terminal_prose(terminal, XC_TERMINAL_STRONG, result->claim->statement);
    xc_terminal_end(terminal);
    if (result->why.len > 0) {
        xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, result->why);
        xc_terminal_end(terminal);
    }
    if (xc_telling_has_values(&text->telling)) {
        xc_telling_values(&text->telling);
        xc_terminal_end(terminal);
    }
    terminal->pen_style = XC_TERMINAL_FAINT;
    xc_telling_claim(&text->telling);
    terminal->pen_style = XC_TERMINAL_PLAIN;
    xc_terminal_end(terminal);
}

static void
tell_mention(struct text *text, size_t mention)
{
    struct xc_terminal *terminal = &text->terminal;
    const struct xc_telling *telling = &text->telling;
    const struct xc_kept *kept = telling->result->mentions[mention];
    size_t i;

    xc_terminal_indent(terminal, mention_column);
    terminal->pen_style = XC_TERMINAL_FAINT;
    xc_sink_printf(telling->pen, "line %zu", kept->line);
    xc_terminal_tab(terminal, quote_column);
    xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, kept->before);
    /* The marks stand without colour too, and in what is copied from a terminal. */
    xc_terminal_say(terminal, XC_TERMINAL_MATCH, "«");
    xc_terminal_prose(terminal, XC_TERMINAL_MATCH, kept->quote);
    xc_terminal_say(terminal, XC_TERMINAL_MATCH, "»");
    xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, kept->after);
    xc_terminal_end(terminal);
    xc_telling_details(telling, mention);
    xc_terminal_end(terminal);
    if (kept->decision != NULL) {
        xc_telling_decision(telling, kept);
        xc_terminal_end(terminal);
    }
    if (kept->n_hidden > 0) {
        terminal->pen_style = XC_TERMINAL_YELLOW;
        xc_telling_hidden(telling->pen, kept->hidden, kept->n_hidden);
        terminal->pen_style = XC_TERMINAL_FAINT;
        xc_terminal_end(terminal);
    }
    for (i = telling->edge_first[mention]; i < telling->edge_first[mention + 1]; i++) {
        xc_telling_edge(telling, telling->edges[i]);
        xc_terminal_end(terminal);
    }
    terminal->pen_style = XC_TERMINAL_PLAIN;
}

static void
tell_source(struct text *text, const struct xc_claim_source *source)
{
    struct xc_terminal *terminal = &text->terminal;
    const struct xc_run_source *known =
        &text->telling.run->sources.items[source->source];
    size_t m;

    /* What is too long for the line goes on deeper than a mention begins. */
    xc_terminal_hang(terminal, source_column, quote_column);
    xc_terminal_name(terminal, XC_TERMINAL_STRONG, known->id);
    xc_terminal_say(terminal, XC_TERMINAL_PLAIN, " · ");
    xc_telling_source(&text->telling, known);
    xc_terminal_say(terminal, XC_TERMINAL_PLAIN, " · ");
    xc_terminal_say(terminal, XC_TERMINAL_PLAIN, xc_telling_position(source->position));
    xc_terminal_end(terminal);
    for (m = source->mentions.first; m < source->mentions.end; m++)
        tell_mention(text, m);
}

static void
tell_claim(struct text *text, const struct xc_claim_result *result)
{
    size_t i;

    if (!xc_telling_turn(&text->telling, result))
        return;
    tell_head(text);
    xc_terminal_end(&text->terminal);
    for (i = 0; i < result->n_sources; i++)
        tell_source(text, &result->sources[i]);
    if (result->n_sources > 0)
        xc_terminal_end(&text->terminal);
}

static void
tell_unmentioned(struct text *text, const struct xc_telling_topic *topic)
{
    struct xc_terminal *terminal = &text->terminal;
    const char *between = " that no source mentions: ";
    size_t i;

    put_verdict(terminal, XC_VERDICT_SILENT);
    xc_telling_count(&text->pen, topic->n_unmentioned, "claim");
    for (i = topic->claims.first; i < topic->claims.end; i++) {
        const struct xc_claim_result *result = &text->telling.run->claims[i];

        if (!xc_telling_is_unmentioned(result))
            continue;
        xc_terminal_say(terminal, XC_TERMINAL_PLAIN, between);
        xc_terminal_prose(terminal, XC_TERMINAL_PLAIN, result->claim->id);
        between = ", ";
    }
    xc_terminal_end(terminal);
    xc_terminal_end(terminal);
}

/* "Title (topic)"; returns its columns. */
static size_t
put_topic_name(struct text *text, const struct xc_topic *topic)
{
    struct xc_terminal *terminal = &text->terminal;
    size_t columns = xc_terminal_measure(topic->id);

    xc_terminal_indent(terminal, 0);
    if (topic->title.len == 0) {
        xc_terminal_prose(terminal, XC_TERMINAL_STRONG, topic->id);
        return columns;
    }
    xc_terminal_prose(terminal, XC_TERMINAL_STRONG, topic->title);
    xc_terminal_say(terminal, XC_TERMINAL_FAINT, " (");
    xc_terminal_prose(terminal, XC_TERMINAL_FAINT, topic->id);
    xc_terminal_say(terminal, XC_TERMINAL_FAINT, ")");
    return columns + 3 + xc_terminal_measure(topic->title);
}

static void
tell_topic(struct text *text, const struct xc_telling_topic *topic)
{
    struct xc_terminal *terminal = &text->terminal;
    size_t columns = put_topic_name(text, topic->topic);
    size_t i;

    xc_terminal_end(terminal);
    for (i = 0; i < columns && i < terminal->width; i++)
        xc_terminal_say(terminal, XC_TERMINAL_FAINT, "─");
    xc_terminal_end(terminal);
    xc_terminal_end(terminal);
    for (i = topic->claims.first; i < topic->claims.end; i++) {
        if (!xc_telling_is_unmentioned(&text->telling.run->claims[i]))
            tell_claim(text, &text->telling.run->claims[i]);
    }
    if (topic->n_unmentioned > 0)
        tell_unmentioned(text, topic);
}

static void
tell_silent_topic(struct text *text, const struct xc_telling_topic *topic)
{
    (void)put_topic_name(text, topic->topic);
    xc_terminal_say(&text->terminal, XC_TERMINAL_FAINT, " · silent: ");
    xc_telling_count(&text->pen, topic->n_unmentioned, "claim");
    xc_terminal_say(&text->terminal, XC_TERMINAL_PLAIN, ", no mention");
    xc_terminal_end(&text->terminal);
}

static void
tell_problems(struct text *text)
{
    const struct xc_problems *problems = &text->telling.run->problems;
    struct xc_terminal *terminal = &text->terminal;
    size_t i;

    if (problems->n == 0)
        return;
    xc_terminal_indent(terminal, 0);
    xc_telling_count(&text->pen, problems->n + problems->n_dropped, "problem");
    xc_terminal_end(terminal);
    for (i = 0; i < problems->n; i++) {
        xc_terminal_hang(terminal, source_column, mention_column);
        xc_telling_problem(&text->pen, &problems->items[i]);
        xc_terminal_end(terminal);
    }
    if (problems->n_dropped > 0) {
        xc_terminal_indent(terminal, source_column);
        xc_telling_made(&text->telling,
                        xc_telling_dropped(problems, text->telling.arena));
        xc_terminal_end(terminal);
    }
    xc_terminal_end(terminal);
}

void
xc_report_text(const struct xc_run *run, const struct xc_report_style *style,
               struct xc_sink *sink)
{
    struct xc_arena arena;
    struct text text;
    bool listing = false; /* the lines just written are silent topics', one each */
    size_t next = 0;

    xc_arena_init(&arena);
    xc_terminal_init(&text.terminal, sink, style->colour,
                     style->width < least_width ? least_width : style->width);
    text.pen = xc_terminal_pen(&text.terminal);
    text.telling = (struct xc_telling){.run = run, .arena = &arena, .pen = &text.pen};
    while (next < run->n_claims) {
        struct xc_telling_topic topic = xc_telling_topic_at(run, next);
        bool silent = xc_telling_topic_is_silent(&topic);

        if (listing && !silent)
            xc_terminal_end(&text.terminal);
        if (silent)
            tell_silent_topic(&text, &topic);
        else
            tell_topic(&text, &topic);
        listing = silent;
        next = topic.claims.end;
    }
    if (listing)
        xc_terminal_end(&text.terminal);
    tell_problems(&text);
    xc_terminal_indent(&text.terminal, 0);
    xc_telling_summary(&text.pen, &run->summary);
    xc_terminal_end(&text.terminal);
    if (text.pen.failed)
        sink->failed = true;
    xc_arena_release(&arena);
}
