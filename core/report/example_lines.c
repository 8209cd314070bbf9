/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/example_lines.h"

#include "report/required.h"

void
xc_example_lines_fault(struct xc_sink *pen, const struct xc_example_result *result)
{
    if (result->example == NULL)
        xc_sink_text(pen, "the claim has no examples");
    else if (result->came == XC_EXAMPLE_IGNORES && result->n_mentions > 0)
        xc_sink_printf(pen, "listed under %s, but it speaks of another event",
                       xc_example_kind_name(result->example->kind));
    else if (result->came == XC_EXAMPLE_IGNORES)
        xc_sink_printf(pen, "listed under %s, but no pattern matches",
                       xc_example_kind_name(result->example->kind));
    else
        xc_sink_printf(pen, "listed under %s, but it %s",
                       xc_example_kind_name(result->example->kind),
                       xc_example_kind_name(result->came));
}

static void
tell_mention(const struct xc_example_lines *lines,
             const struct xc_example_mention *mention)
{
    struct xc_str trace = mention->trace;
    struct xc_str step;

    lines->begin(lines->context, 0);
    xc_sink_printf(lines->pen, "%s: “", xc_stance_name(mention->stance));
    xc_sink_put(lines->pen, mention->matched);
    xc_sink_text(lines->pen, "”, by the pattern ");
    xc_sink_put(lines->pen, mention->pattern->text);
    if (mention->event == XC_EVENT_OTHER)
        xc_sink_text(lines->pen, ", but of another event");
    lines->end(lines->context);
    while (xc_str_split(&trace, '\n', &step)) {
        if (step.len == 0)
            continue;
        lines->begin(lines->context, 1);
        xc_sink_put(lines->pen, step);
        lines->end(lines->context);
    }
}

static void
tell_pattern(const struct xc_example_lines *lines,
             const struct xc_explained_pattern *explained)
{
    lines->begin(lines->context, 0);
    xc_sink_text(lines->pen, "pattern ");
    xc_sink_put(lines->pen, explained->pattern->text);
    lines->end(lines->context);
    lines->begin(lines->context, 1);
    xc_required_tell(lines->pen, explained);
    lines->end(lines->context);
}

void
xc_example_lines_tell(const struct xc_example_lines *lines,
                      const struct xc_example_result *result)
{
    size_t i;

    for (i = 0; i < result->n_mentions; i++)
        tell_mention(lines, &result->mentions[i]);
    for (i = 0; result->n_mentions == 0 && i < result->n_patterns; i++)
        tell_pattern(lines, &result->patterns[i]);
}
