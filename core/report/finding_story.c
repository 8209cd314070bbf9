/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/finding_story.h"

#include <stdint.h>

#include "report/finding_words.h"
#include "report/plain_emit.h"
#include "report/telling.h"

void
xc_finding_story_plain(struct xc_finding_story *story, struct xc_sink *marks)
{
    *story = (struct xc_finding_story){.marks = marks,
                                       .prose = xc_plain_pen(marks),
                                       .name = xc_plain_name_pen(marks),
                                       .most_against = SIZE_MAX,
                                       .most_bytes = SIZE_MAX};
}

void
xc_finding_story_text(struct xc_finding_story *story, struct xc_str text)
{
    size_t len = text.len;

    if (len > story->most_bytes) {
        /* Not within a character. */
        len = story->most_bytes;
        while (len > 0 && ((unsigned char)text.ptr[len] & 0xC0) == 0x80)
            len--;
    }
    xc_sink_put(&story->prose, xc_str_sub(text, 0, len));
    if (len < text.len)
        xc_sink_text(&story->prose, "…");
}

static void
tell_sentence(struct xc_finding_story *story, const struct xc_finding *finding)
{
    if (finding->quote.len == 0)
        return;
    xc_sink_char(story->marks, '\n');
    xc_finding_story_text(story, finding->before);
    xc_sink_text(&story->prose, "«");
    xc_finding_story_text(story, finding->quote);
    xc_sink_text(&story->prose, "»");
    xc_finding_story_text(story, finding->after);
}

static void
tell_claim(struct xc_finding_story *story, const struct xc_finding *finding)
{
    if (finding->claim.len == 0)
        return;
    xc_sink_text(story->marks, "\nclaim: ");
    xc_finding_story_text(story, finding->statement);
    xc_sink_text(&story->prose, " (");
    xc_finding_story_text(story, finding->topic);
    xc_sink_text(&story->prose, "/");
    xc_finding_story_text(story, finding->claim);
    xc_sink_text(&story->prose, ")");
}

static void
tell_against(struct xc_finding_story *story, const struct xc_finding_against *against)
{
    xc_sink_text(story->marks, "\ncompared with: ");
    xc_sink_put(&story->name, against->source);
    xc_finding_line(&story->name, against->line, against->column);
    xc_finding_side(&story->prose, against);
    if (against->quote.len > 0) {
        xc_sink_text(&story->prose, ": ");
        xc_finding_story_text(story, against->quote);
    }
}

void
xc_finding_story_tell(struct xc_finding_story *story, const struct xc_finding *finding)
{
    size_t n = finding->n_against;
    size_t i;

    if (n > story->most_against)
        n = story->most_against;
    tell_sentence(story, finding);
    tell_claim(story, finding);
    for (i = 0; i < n; i++)
        tell_against(story, &finding->against[i]);
    if (n < finding->n_against) {
        xc_sink_text(story->marks, "\nand with ");
        xc_telling_count(&story->prose, finding->n_against - n, "more source");
    }
    if (finding->decision.len > 0) {
        xc_sink_text(story->marks, "\ndecided by an editor: ");
        xc_finding_story_text(story, finding->decision);
    }
    if (finding->is_suppressed) {
        xc_sink_char(story->marks, '\n');
        xc_finding_suppressed(&story->prose, &finding->suppression);
    }
    if (finding->is_untouched)
        xc_sink_text(story->marks, "\non a line that the change does not touch");
}
