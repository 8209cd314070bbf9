/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/report.h"

#include "report/markdown_emit.h"
#include "report/telling.h"
#include "report/value_words.h"

struct markdown {
    struct xc_sink *sink; /* the marks of the language go here … */
    struct xc_sink pen;   /* … and every word here, to be escaped */
    struct xc_telling telling;
};

static void
tell_summary(struct markdown *md)
{
    const struct xc_summary *summary = &md->telling.run->summary;
    int verdict;

    xc_sink_text(md->sink, "# Consistency report\n\n|");
    for (verdict = 0; verdict < XC_N_VERDICTS; verdict++) {
        xc_sink_char(md->sink, ' ');
        xc_sink_text(md->sink, xc_verdict_name((enum xc_verdict)verdict));
        xc_sink_text(md->sink, " |");
    }
    xc_sink_text(md->sink, " sources | unread |\n|");
    for (verdict = 0; verdict < XC_N_VERDICTS + 2; verdict++)
        xc_sink_text(md->sink, "---:|");
    xc_sink_text(md->sink, "\n|");
    for (verdict = 0; verdict < XC_N_VERDICTS; verdict++)
        xc_sink_printf(md->sink, " %zu |", summary->verdicts[verdict]);
    xc_sink_printf(md->sink, " %zu | %zu |\n\n", summary->sources, summary->unread);
    xc_telling_summary(&md->pen, summary);
    xc_sink_char(md->sink, '\n');
}

static void
tell_mention(struct markdown *md, size_t mention)
{
    const struct xc_telling *telling = &md->telling;
    const struct xc_kept *kept = telling->result->mentions[mention];
    size_t i;

    /* "line N" comes first so that no word of an article ever begins a block. */
    xc_sink_printf(md->sink, "\n  > line %zu: ", kept->line);
    xc_markdown_put(md->sink, kept->before);
    xc_markdown_strong(md->sink, kept->quote);
    xc_markdown_put(md->sink, kept->after);
    xc_sink_text(md->sink, "\n\n  ");
    xc_telling_details(telling, mention);
    xc_sink_char(md->sink, '\n');
    if (kept->decision != NULL) {
        xc_sink_text(md->sink, "\n  ");
        xc_telling_decision(telling, kept);
        xc_sink_char(md->sink, '\n');
    }
    if (kept->n_hidden > 0) {
        xc_sink_text(md->sink, "\n  ");
        xc_telling_hidden(telling->pen, kept->hidden, kept->n_hidden);
        xc_sink_char(md->sink, '\n');
    }
    for (i = telling->edge_first[mention]; i < telling->edge_first[mention + 1]; i++) {
        xc_sink_text(md->sink, "\n  ");
        xc_telling_edge(telling, telling->edges[i]);
        xc_sink_char(md->sink, '\n');
    }
}

static void
tell_source(struct markdown *md, const struct xc_claim_source *source)
{
    const struct xc_run_source *known = &md->telling.run->sources.items[source->source];
    size_t m;

    xc_sink_text(md->sink, "\n- ");
    xc_markdown_strong(md->sink, known->id);
    xc_sink_text(md->sink, " · ");
    xc_telling_source(&md->telling, known);
    xc_sink_text(md->sink, " · ");
    xc_sink_text(md->sink, xc_telling_position(source->position));
    xc_sink_char(md->sink, '\n');
    for (m = source->mentions.first; m < source->mentions.end; m++)
        tell_mention(md, m);
}

static void
tell_claim(struct markdown *md, const struct xc_claim_result *result)
{
    size_t i;

    if (!xc_telling_turn(&md->telling, result))
        return;
    xc_sink_text(md->sink, "\n### ");
    xc_markdown_put(md->sink, result->claim->statement);
    xc_sink_text(md->sink, "\n\n**");
    xc_sink_text(md->sink, xc_verdict_name(result->verdict));
    xc_sink_text(md->sink, "**");
    if (result->why.len > 0) {
        xc_sink_text(md->sink, ": ");
        xc_markdown_put(md->sink, result->why);
    }
    xc_sink_text(md->sink, "\n");
    if (xc_telling_has_values(&md->telling)) {
        xc_sink_text(md->sink, "\nValues: ");
        xc_telling_values(&md->telling);
        xc_sink_text(md->sink, "\n");
    }
    xc_sink_text(md->sink, "\n");
    xc_telling_claim(&md->telling);
    xc_sink_text(md->sink, "\n");
    for (i = 0; i < result->n_sources; i++)
        tell_source(md, &result->sources[i]);
}

static void
tell_unmentioned(struct markdown *md, const struct xc_telling_topic *topic)
{
    const char *between = " that no source mentions: ";
    size_t i;

    if (topic->n_unmentioned == 0)
        return;
    xc_sink_text(md->sink, "\n**silent**: ");
    xc_telling_count(&md->pen, topic->n_unmentioned, "claim");
    for (i = topic->claims.first; i < topic->claims.end; i++) {
        const struct xc_claim_result *result = &md->telling.run->claims[i];

        if (!xc_telling_is_unmentioned(result))
            continue;
        xc_sink_text(md->sink, between);
        xc_markdown_put(md->sink, result->claim->id);
        between = ", ";
    }
    xc_sink_char(md->sink, '\n');
}

static void
tell_topic(struct markdown *md, const struct xc_telling_topic *topic)
{
    size_t i;

    xc_sink_text(md->sink, "\n## ");
    if (topic->topic->title.len > 0) {
        xc_markdown_put(md->sink, topic->topic->title);
        xc_sink_text(md->sink, " (");
        xc_markdown_put(md->sink, topic->topic->id);
        xc_sink_char(md->sink, ')');
    } else {
        xc_markdown_put(md->sink, topic->topic->id);
    }
    xc_sink_char(md->sink, '\n');
    for (i = topic->claims.first; i < topic->claims.end; i++) {
        if (!xc_telling_is_unmentioned(&md->telling.run->claims[i]))
            tell_claim(md, &md->telling.run->claims[i]);
    }
    tell_unmentioned(md, topic);
}

static void
tell_problems(struct markdown *md)
{
    const struct xc_problems *problems = &md->telling.run->problems;
    size_t i;

    if (problems->n == 0)
        return;
    xc_sink_text(md->sink, "\n## Problems\n\n");
    for (i = 0; i < problems->n; i++) {
        /* The kind comes first so that no path ever begins a block. */
        xc_sink_text(md->sink, "- ");
        xc_sink_text(md->sink, xc_problem_kind_name(problems->items[i].kind));
        xc_sink_text(md->sink, ": ");
        xc_telling_problem(&md->pen, &problems->items[i]);
        xc_sink_char(md->sink, '\n');
    }
    if (problems->n_dropped > 0) {
        xc_sink_text(md->sink, "- limit: ");
        xc_telling_made(&md->telling, xc_telling_dropped(problems, md->telling.arena));
        xc_sink_char(md->sink, '\n');
    }
}

void
xc_report_markdown(const struct xc_run *run, struct xc_sink *sink)
{
    struct xc_arena arena;
    struct markdown md = {.sink = sink};
    size_t next = 0;

    xc_arena_init(&arena);
    md.pen = xc_markdown_pen(sink);
    md.telling = (struct xc_telling){.run = run, .arena = &arena, .pen = &md.pen};
    tell_summary(&md);
    while (next < run->n_claims) {
        struct xc_telling_topic topic = xc_telling_topic_at(run, next);

        tell_topic(&md, &topic);
        next = topic.claims.end;
    }
    tell_problems(&md);
    if (md.pen.failed)
        sink->failed = true;
    xc_arena_release(&arena);
}
