/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Markdown for the comment on a change: what counts first, each with its sentence, the
 * sources that it is compared with folded away.  A comment has room for so much, so each
 * piece is measured before it is written.
 */
#include "config.h"

#include "base/limits.h"
#include "report/finding_story.h"
#include "report/finding_words.h"
#include "report/findings.h"
#include "report/markdown_emit.h"
#include "report/telling.h"

/* For the heading, the count of what is left out, and a few problems. */
static const size_t reserved_characters = 5000;

struct markdown {
    struct xc_sink *sink;          /* the marks of the language go here … */
    struct xc_finding_story story; /* … and every word into its pens */
};

static void
markdown_init(struct markdown *md, struct xc_sink *sink)
{
    md->sink = sink;
    md->story = (struct xc_finding_story){.marks = sink,
                                          .prose = xc_markdown_pen(sink),
                                          .name = xc_markdown_pen(sink),
                                          .most_against = XC_SHOWN_AGAINST,
                                          .most_bytes = XC_SHOWN_TEXT_BYTES};
}

static void
tell_head(struct markdown *md, const struct xc_finding *finding)
{
    xc_sink_text(md->sink, "\n- **");
    if (finding->is_suppressed)
        xc_sink_text(md->sink, "suppressed ");
    xc_sink_text(md->sink, xc_severity_name(finding->severity));
    xc_sink_text(md->sink, ": ");
    xc_sink_text(md->sink, xc_finding_kind_name(finding->kind));
    xc_sink_text(md->sink, "**");
    if (finding->path.len > 0) {
        xc_sink_text(md->sink, " · ");
        xc_sink_put(&md->story.name, finding->path);
        xc_finding_line(md->sink, finding->line, finding->column);
    }
    xc_sink_text(md->sink, " · ");
    xc_finding_story_text(&md->story, finding->message);
    xc_sink_char(md->sink, '\n');
}

/* The sentence stands in quotation marks, so that no word of it begins a block. */
static void
tell_sentence(struct markdown *md, const struct xc_finding *finding)
{
    struct xc_str quote = finding->quote;

    if (quote.len == 0)
        return;
    xc_sink_text(md->sink, "\n  > “");
    xc_finding_story_text(&md->story, finding->before);
    if (quote.len <= md->story.most_bytes)
        xc_markdown_strong(md->sink, quote);
    else
        xc_finding_story_text(&md->story, quote);
    xc_finding_story_text(&md->story, finding->after);
    xc_sink_text(md->sink, "”\n");
}

static void
tell_claim(struct markdown *md, const struct xc_finding *finding)
{
    /* What is wrong with settings names the claim it is about, and no statement. */
    if (finding->statement.len == 0)
        return;
    xc_sink_text(md->sink, "\n  claim: ");
    xc_finding_story_text(&md->story, finding->statement);
    xc_sink_text(md->sink, " (");
    xc_finding_story_text(&md->story, finding->topic);
    xc_sink_char(md->sink, '/');
    xc_finding_story_text(&md->story, finding->claim);
    xc_sink_text(md->sink, ")\n");
}

static void
tell_against(struct markdown *md, const struct xc_finding *finding)
{
    size_t n = finding->n_against;
    size_t i;

    if (n == 0)
        return;
    if (n > md->story.most_against)
        n = md->story.most_against;
    xc_sink_text(md->sink, "\n  <details><summary>compared with ");
    xc_telling_count(md->sink, finding->n_against, "source");
    xc_sink_text(md->sink, "</summary>\n\n");
    for (i = 0; i < n; i++) {
        const struct xc_finding_against *against = &finding->against[i];

        xc_sink_text(md->sink, "  - ");
        xc_markdown_strong(md->sink, against->source);
        xc_finding_line(md->sink, against->line, against->column);
        xc_finding_side(&md->story.prose, against);
        if (against->quote.len > 0) {
            xc_sink_text(md->sink, ": “");
            xc_finding_story_text(&md->story, against->quote);
            xc_sink_text(md->sink, "”");
        }
        xc_sink_char(md->sink, '\n');
    }
    if (n < finding->n_against)
        xc_sink_printf(md->sink, "  - and %zu more\n", finding->n_against - n);
    xc_sink_text(md->sink, "\n  </details>\n");
}

static void
tell_judgement(struct markdown *md, const struct xc_finding *finding)
{
    if (finding->decision.len > 0) {
        xc_sink_text(md->sink, "\n  decided by an editor: ");
        xc_finding_story_text(&md->story, finding->decision);
        xc_sink_char(md->sink, '\n');
    }
    if (finding->is_suppressed) {
        xc_sink_text(md->sink, "\n  ");
        xc_finding_suppressed(&md->story.prose, &finding->suppression);
        xc_sink_char(md->sink, '\n');
    }
    if (finding->is_untouched)
        xc_sink_text(md->sink, "\n  on a line that the change does not touch\n");
}

static void
tell_finding(struct markdown *md, const void *item)
{
    const struct xc_finding *finding = item;

    tell_head(md, finding);
    tell_sentence(md, finding);
    tell_claim(md, finding);
    tell_against(md, finding);
    tell_judgement(md, finding);
}

static void
tell_problem(struct markdown *md, const void *item)
{
    const struct xc_problem *problem = item;

    /* The kind comes first so that no path ever begins a block. */
    xc_sink_text(md->sink, "- ");
    xc_sink_text(md->sink, xc_problem_kind_name(problem->kind));
    xc_sink_text(md->sink, ": ");
    xc_telling_problem(&md->story.prose, problem);
    xc_sink_char(md->sink, '\n');
}

static bool
count_characters(void *context, const char *bytes, size_t len)
{
    size_t *n = context;
    size_t i;

    for (i = 0; i < len; i++)
        *n += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return true;
}

/* Tells the item if it takes no more than *room characters, which it then loses. */
static bool
tell_in_room(struct xc_sink *sink, void (*tell)(struct markdown *, const void *),
             const void *item, size_t *room)
{
    size_t n = 0;
    struct xc_sink counter = {.write = count_characters, .context = &n};
    struct markdown md;

    markdown_init(&md, &counter);
    tell(&md, item);
    if (n > *room)
        return false;
    *room -= n;
    markdown_init(&md, sink);
    tell(&md, item);
    return true;
}

static void
tell_problems(struct xc_sink *sink, const struct xc_problems *problems, size_t room)
{
    size_t n = problems->n + problems->n_dropped;
    size_t i = 0;

    if (n == 0)
        return;
    xc_sink_text(sink, "\n### Problems\n\n");
    while (i < problems->n &&
           tell_in_room(sink, tell_problem, &problems->items[i], &room))
        i++;
    if (i < n)
        xc_sink_printf(sink, "- and %zu more\n", n - i);
}

void
xc_findings_markdown(const struct xc_findings *findings, struct xc_sink *sink)
{
    size_t room = XC_MAX_COMMENT_CHARACTERS - reserved_characters;
    struct markdown md;
    size_t i = 0;

    markdown_init(&md, sink);
    xc_sink_text(sink, "## xclaim: ");
    xc_telling_count(sink, findings->n, "finding");
    xc_sink_text(sink, "\n\n");
    xc_finding_summary(&md.story.prose, &findings->summary);
    xc_sink_char(sink, '\n');
    while (i < findings->n &&
           tell_in_room(sink, tell_finding, &findings->items[i], &room))
        i++;
    if (i < findings->n)
        xc_sink_printf(sink, "\nand %zu more for which a comment has no room\n",
                       findings->n - i);
    tell_problems(sink, findings->problems, room + reserved_characters / 2);
}
