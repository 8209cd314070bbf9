/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/coverage.h"
#include "report/telling.h"
#include "report/terminal.h"

struct telling {
    const struct xc_coverage *coverage;
    struct xc_terminal terminal;
    struct xc_sink prose;
};

static void
heading(struct telling *telling, const char *words, size_t n)
{
    xc_terminal_hang(&telling->terminal, 0, 2);
    xc_terminal_say(&telling->terminal, XC_TERMINAL_STRONG, words);
    xc_sink_printf(&telling->prose, " (%zu)", n);
    xc_terminal_end(&telling->terminal);
}

static void
blank(struct telling *telling)
{
    xc_terminal_hang(&telling->terminal, 0, 0);
    xc_terminal_end(&telling->terminal);
}

/* Returns how many there are. */
static size_t
tell_claims(struct telling *telling, bool count_only)
{
    const struct xc_coverage *coverage = telling->coverage;
    size_t n = 0;
    size_t t;
    size_t c;

    for (t = 0; t < coverage->engine->topics->n; t++) {
        const struct xc_topic *topic = &coverage->engine->topics->items[t];

        for (c = 0; c < topic->n_claims; c++) {
            if (coverage->spoken[t][c] > 0)
                continue;
            n++;
            if (count_only)
                continue;
            xc_terminal_hang(&telling->terminal, 2, 6);
            xc_sink_put(&telling->prose, topic->claims[c].statement);
            xc_terminal_end(&telling->terminal);
            xc_terminal_hang(&telling->terminal, 4, 6);
            telling->terminal.pen_style = XC_TERMINAL_FAINT;
            xc_sink_put(&telling->prose, topic->id);
            xc_sink_text(&telling->prose, "/");
            xc_sink_put(&telling->prose, topic->claims[c].id);
            telling->terminal.pen_style = XC_TERMINAL_PLAIN;
            xc_terminal_end(&telling->terminal);
        }
    }
    return n;
}

static size_t
count_untouched(const struct xc_coverage *coverage)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < coverage->sources.n; i++)
        n += !coverage->sources.items[i].touched;
    return n;
}

static void
tell_sources(struct telling *telling)
{
    const struct xc_coverage *coverage = telling->coverage;
    size_t i;

    for (i = 0; i < coverage->sources.n; i++) {
        if (coverage->sources.items[i].touched)
            continue;
        xc_terminal_hang(&telling->terminal, 2, 4);
        xc_terminal_name(&telling->terminal, XC_TERMINAL_PLAIN,
                         coverage->sources.items[i].id);
        xc_terminal_end(&telling->terminal);
    }
}

static void
tell_reason(struct telling *telling, const char *what, struct xc_str words, bool *any)
{
    if (words.len == 0)
        return;
    xc_sink_text(&telling->prose, *any ? ", " : ": ");
    xc_sink_text(&telling->prose, what);
    xc_sink_text(&telling->prose, " “");
    xc_sink_put(&telling->prose, words);
    xc_sink_text(&telling->prose, "”");
    *any = true;
}

/* On one line, to be copied, in single quotes for a shell; a quotation mark of its own
 * leaves them for a moment. */
static void
tell_command(struct telling *telling, struct xc_str text)
{
    struct xc_sink name = xc_terminal_name_pen(&telling->terminal);
    size_t width = telling->terminal.width;
    struct xc_str piece;
    bool first = true;

    telling->terminal.width = 0;
    xc_terminal_hang(&telling->terminal, 4, 0);
    telling->terminal.pen_style = XC_TERMINAL_FAINT;
    xc_sink_text(&name, "xclaim draft '");
    while (xc_str_split(&text, '\'', &piece)) {
        if (!first)
            xc_sink_text(&name, "'\\''");
        xc_sink_put(&name, piece);
        first = false;
    }
    xc_sink_text(&name, "'");
    telling->terminal.pen_style = XC_TERMINAL_PLAIN;
    xc_terminal_end(&telling->terminal);
    telling->terminal.width = width;
}

static void
tell_sentence(struct telling *telling, const struct xc_worthy *worthy)
{
    const struct xc_worth *worth = &worthy->worth;
    struct xc_sink name = xc_terminal_name_pen(&telling->terminal);
    bool any = false;

    xc_terminal_hang(&telling->terminal, 2, 4);
    xc_telling_sentence(&telling->prose, worthy->text);
    xc_terminal_end(&telling->terminal);
    xc_terminal_hang(&telling->terminal, 4, 6);
    xc_sink_put(&name, worthy->source);
    if (worthy->line > 0)
        xc_sink_printf(&telling->prose, " line %zu", worthy->line);
    xc_sink_printf(&telling->prose, " · score %u", worth->score);
    tell_reason(telling, "number", worth->number, &any);
    tell_reason(telling, "superlative", worth->superlative, &any);
    tell_reason(telling, "denial", worth->denial, &any);
    tell_reason(telling, "said by", worth->speaker, &any);
    xc_terminal_end(&telling->terminal);
    tell_command(telling, worthy->text);
}

static void
tell_summary(struct telling *telling, size_t n_unspoken, size_t n_untouched)
{
    const struct xc_coverage *coverage = telling->coverage;
    size_t n = 0;
    size_t t;

    for (t = 0; t < coverage->engine->topics->n; t++)
        n += coverage->engine->topics->items[t].n_claims;
    xc_terminal_hang(&telling->terminal, 0, 2);
    xc_telling_count(&telling->prose, n, "claim");
    xc_sink_printf(&telling->prose, ", %zu spoken of · ", n - n_unspoken);
    xc_telling_count(&telling->prose, coverage->sources.n, "source");
    xc_sink_printf(&telling->prose, ", %zu touched", coverage->sources.n - n_untouched);
    if (coverage->n_unread > 0)
        xc_sink_printf(&telling->prose, ", %zu unread", coverage->n_unread);
    xc_terminal_end(&telling->terminal);
}

void
xc_report_coverage_text(const struct xc_coverage *coverage,
                        const struct xc_report_style *style, struct xc_sink *sink)
{
    struct telling telling = {.coverage = coverage};
    size_t n_untouched = count_untouched(coverage);
    size_t n_unspoken;
    size_t i;

    xc_terminal_init(&telling.terminal, sink, style->colour, style->width);
    telling.prose = xc_terminal_pen(&telling.terminal);
    n_unspoken = tell_claims(&telling, true);
    if (n_unspoken > 0) {
        heading(&telling, "Claims that no source speaks of", n_unspoken);
        (void)tell_claims(&telling, false);
        blank(&telling);
    }
    if (n_untouched > 0) {
        heading(&telling, "Sources that no claim touches", n_untouched);
        tell_sources(&telling);
        blank(&telling);
    }
    if (coverage->n_worthy > 0) {
        heading(&telling, "Sentences most worth a claim", coverage->n_worthy);
        for (i = 0; i < coverage->n_worthy; i++)
            tell_sentence(&telling, &coverage->worthy[i]);
        blank(&telling);
    }
    tell_summary(&telling, n_unspoken, n_untouched);
}
