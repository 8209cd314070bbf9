/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/diff.h"

#include "report/diff_telling.h"
#include "report/markdown_emit.h"

struct markdown {
    const struct xc_comparison *comparison;
    struct xc_sink *sink; /* the marks of the language go here … */
    struct xc_sink pen;   /* … and every word here, to be escaped */
};

static void
tell_summary(struct markdown *md)
{
    const struct xc_comparison_summary *summary = &md->comparison->summary;

    xc_sink_text(md->sink, "# What changed between two reports\n\n"
                           "| turned | changed | came | went | unchanged |\n"
                           "|---:|---:|---:|---:|---:|\n");
    xc_sink_printf(md->sink, "| %zu | %zu | %zu | %zu | %zu |\n\n", summary->turned,
                   summary->changed, summary->came, summary->went, summary->unchanged);
    xc_diff_tell_summary(&md->pen, md->comparison);
    xc_sink_char(md->sink, '\n');
    if (!xc_str_equal(md->comparison->before->version, md->comparison->after->version))
        xc_sink_char(md->sink, '\n');
    if (xc_diff_tell_versions(&md->pen, md->comparison))
        xc_sink_char(md->sink, '\n');
}

/* Every item begins with a word of ours, so that none of an article begins a block. */
static void
begin_turn(struct markdown *md, enum xc_turn turn)
{
    xc_sink_text(md->sink, "- ");
    xc_sink_text(md->sink, xc_turn_name(turn));
    xc_sink_text(md->sink, ": ");
}

static void
tell_turns(struct markdown *md, const struct xc_comparison_claim *claim)
{
    size_t i;

    for (i = 0; i < claim->n_sources; i++) {
        begin_turn(md, claim->sources[i].turn);
        xc_markdown_strong(md->sink, claim->sources[i].id);
        xc_diff_tell_source(&md->pen, &claim->sources[i]);
        xc_sink_char(md->sink, '\n');
    }
    for (i = 0; i < claim->n_values; i++) {
        begin_turn(md, claim->values[i].turn);
        xc_diff_tell_value(&md->pen, claim->values[i].value);
        xc_sink_char(md->sink, '\n');
    }
    for (i = 0; i < claim->n_edges; i++) {
        begin_turn(md, claim->edges[i].turn);
        xc_diff_tell_edge(&md->pen, claim->edges[i].edge);
        xc_sink_char(md->sink, '\n');
    }
}

static void
tell_claim(struct markdown *md, const struct xc_comparison_claim *claim)
{
    const struct xc_told_claim *told = xc_comparison_told(claim);
    size_t i;

    xc_sink_text(md->sink, "\n### ");
    xc_markdown_put(md->sink, told->statement);
    xc_sink_text(md->sink, "\n\n**");
    xc_sink_text(md->sink, xc_diff_word(claim));
    xc_sink_text(md->sink, "**: ");
    xc_diff_tell_verdict(&md->pen, claim);
    xc_sink_text(md->sink, " · ");
    xc_markdown_put(md->sink, told->claim);
    xc_sink_text(md->sink, "\n\n");
    for (i = 0; i < XC_N_DIFF_LINES; i++) {
        if (!xc_diff_lines[i].applies(claim))
            continue;
        xc_sink_text(md->sink, "- ");
        xc_diff_lines[i].tell(&md->pen, claim);
        xc_sink_char(md->sink, '\n');
    }
    tell_turns(md, claim);
}

static void
tell_topic_name(struct markdown *md, struct xc_str topic)
{
    struct xc_str title = xc_diff_title(md->comparison, topic);

    xc_sink_text(md->sink, "\n## ");
    if (title.len > 0) {
        xc_markdown_put(md->sink, title);
        xc_sink_text(md->sink, " (");
        xc_markdown_put(md->sink, topic);
        xc_sink_text(md->sink, ")\n");
    } else {
        xc_markdown_put(md->sink, topic);
        xc_sink_char(md->sink, '\n');
    }
}

void
xc_report_diff_markdown(const struct xc_comparison *comparison, struct xc_sink *sink)
{
    struct markdown md = {.comparison = comparison, .sink = sink};
    size_t end = 0;
    size_t i;

    md.pen = xc_markdown_pen(sink);
    tell_summary(&md);
    for (i = 0; i < comparison->n; i++) {
        if (i == end) {
            tell_topic_name(&md, xc_comparison_told(&comparison->items[i])->topic);
            end = xc_diff_topic_end(comparison, i);
        }
        tell_claim(&md, &comparison->items[i]);
    }
}
