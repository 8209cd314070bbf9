/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/diff_telling.h"

#include "base/limits.h"
#include "report/telling.h"

static const char arrow[] = " → ";

const char *
xc_diff_word(const struct xc_comparison_claim *claim)
{
    if (claim->before == NULL)
        return xc_turn_name(XC_TURN_CAME);
    if (claim->after == NULL)
        return xc_turn_name(XC_TURN_WENT);
    return claim->verdict || claim->side ? xc_turn_name(XC_TURN_TURNED) : "changed";
}

/* "single-source, denied": the side is told where it turned, and where nobody would guess
 * it. */
static void
tell_verdict(struct xc_sink *pen, const struct xc_told_claim *told, bool turned)
{
    xc_sink_text(pen, xc_verdict_name(told->verdict));
    if (told->side == XC_SIDE_DENIED || (turned && told->side != XC_SIDE_NONE)) {
        xc_sink_text(pen, ", ");
        xc_sink_text(pen, xc_side_name(told->side));
    }
}

void
xc_diff_tell_verdict(struct xc_sink *pen, const struct xc_comparison_claim *claim)
{
    if (claim->verdict || claim->side) {
        tell_verdict(pen, claim->before, claim->side);
        xc_sink_text(pen, arrow);
    }
    tell_verdict(pen, xc_comparison_told(claim), claim->side);
}

/* Whether told has a reason that other does not have. */
static bool
has_why(const struct xc_told_claim *told, const struct xc_told_claim *other)
{
    return told != NULL && told->why.len > 0 &&
           (other == NULL || !xc_str_equal(told->why, other->why));
}

static bool
has_old_why(const struct xc_comparison_claim *claim)
{
    return has_why(claim->before, claim->after);
}

static void
tell_old_why(struct xc_sink *pen, const struct xc_comparison_claim *claim)
{
    xc_sink_text(pen, "was: ");
    xc_sink_put(pen, claim->before->why);
}

static bool
has_new_why(const struct xc_comparison_claim *claim)
{
    return has_why(claim->after, claim->before);
}

static void
tell_new_why(struct xc_sink *pen, const struct xc_comparison_claim *claim)
{
    xc_sink_text(pen, "now: ");
    xc_sink_put(pen, claim->after->why);
}

static void
tell_n_origins(struct xc_sink *pen, size_t n)
{
    if (n == 0) {
        xc_sink_text(pen, "no origin");
        return;
    }
    xc_sink_text(pen, "at most ");
    xc_telling_count(pen, n, "origin");
}

static bool
has_origins(const struct xc_comparison_claim *claim)
{
    return claim->origins;
}

static void
tell_origins(struct xc_sink *pen, const struct xc_comparison_claim *claim)
{
    tell_n_origins(pen, claim->before->n_origins);
    xc_sink_text(pen, arrow);
    tell_n_origins(pen, claim->after->n_origins);
}

static void
tell_words(struct xc_sink *pen, const struct xc_told_value *value)
{
    xc_sink_put(pen, value->slot);
    xc_sink_text(pen, " “");
    xc_sink_put(pen, value->text);
    xc_sink_text(pen, "”");
}

static void
tell_all_agreed(struct xc_sink *pen, const struct xc_told_claim *told)
{
    size_t i;

    for (i = 0; i < told->n_agreed; i++) {
        if (i > 0)
            xc_sink_text(pen, ", ");
        tell_words(pen, &told->agreed[i]);
    }
    if (told->n_agreed == 0)
        xc_sink_text(pen, "none");
}

static bool
has_agreed(const struct xc_comparison_claim *claim)
{
    return claim->agreed;
}

static void
tell_agreed(struct xc_sink *pen, const struct xc_comparison_claim *claim)
{
    xc_sink_text(pen, "agreed: ");
    tell_all_agreed(pen, claim->before);
    xc_sink_text(pen, arrow);
    tell_all_agreed(pen, claim->after);
}

static bool
has_statement(const struct xc_comparison_claim *claim)
{
    return claim->statement;
}

static void
tell_statement(struct xc_sink *pen, const struct xc_comparison_claim *claim)
{
    xc_sink_text(pen, "the statement was: ");
    xc_sink_put(pen, claim->before->statement);
}

const struct xc_diff_line xc_diff_lines[XC_N_DIFF_LINES] = {
    {has_old_why, tell_old_why},     {has_new_why, tell_new_why},
    {has_origins, tell_origins},     {has_agreed, tell_agreed},
    {has_statement, tell_statement},
};

static void
tell_positions(struct xc_sink *pen, const struct xc_comparison_source *source)
{
    switch (source->turn) {
    case XC_TURN_CAME:
        xc_sink_text(pen, xc_telling_position(source->after));
        xc_sink_text(pen,
                     source->is_elsewhere ? " · read before, too" : " · new source");
        break;
    case XC_TURN_WENT:
        xc_sink_text(pen, xc_telling_position(source->before));
        xc_sink_text(pen, source->is_elsewhere ? " · still read" : " · no longer read");
        break;
    case XC_TURN_TURNED:
        xc_sink_text(pen, xc_telling_position(source->before));
        xc_sink_text(pen, arrow);
        xc_sink_text(pen, xc_telling_position(source->after));
        break;
    }
}

void
xc_diff_tell_source(struct xc_sink *pen, const struct xc_comparison_source *source)
{
    const struct xc_told_source *told = source->source;

    xc_sink_text(pen, " · ");
    if (told != NULL && told->publisher.len > 0) {
        xc_sink_put(pen, told->publisher);
        xc_sink_text(pen, ", ");
    }
    if (told != NULL && told->published.len > 0)
        xc_sink_put(pen, told->published);
    else
        xc_sink_text(pen, "undated");
    xc_sink_text(pen, " · ");
    tell_positions(pen, source);
}

void
xc_diff_tell_value(struct xc_sink *pen, const struct xc_told_value *value)
{
    size_t i;

    tell_words(pen, value);
    for (i = 0; i < value->n_sources && i < XC_SHOWN_VALUE_SOURCES; i++) {
        xc_sink_text(pen, i == 0 ? " in " : ", ");
        xc_sink_put(pen, value->sources[i]);
    }
    if (value->n_sources > i)
        xc_sink_printf(pen, " and %zu more", value->n_sources - i);
}

void
xc_diff_tell_edge(struct xc_sink *pen, const struct xc_told_edge *edge)
{
    xc_sink_put(pen, edge->a);
    xc_sink_text(pen, " and ");
    xc_sink_put(pen, edge->b);
    xc_sink_text(pen, " are one origin: ");
    xc_telling_reason(pen, edge->reason, edge->words);
}

bool
xc_diff_tell_versions(struct xc_sink *pen, const struct xc_comparison *comparison)
{
    if (xc_str_equal(comparison->before->version, comparison->after->version))
        return false;
    xc_sink_text(pen, "The reports were made by xclaim ");
    xc_sink_put(pen, comparison->before->version);
    xc_sink_text(pen, " and ");
    xc_sink_put(pen, comparison->after->version);
    xc_sink_text(pen, ", which may read the same article otherwise.");
    return true;
}

void
xc_diff_tell_summary(struct xc_sink *pen, const struct xc_comparison *comparison)
{
    const struct xc_comparison_summary *summary = &comparison->summary;

    xc_telling_count(pen, comparison->n + summary->unchanged, "claim");
    xc_sink_printf(pen,
                   ": %zu turned, %zu changed, %zu came, %zu went, %zu unchanged · ",
                   summary->turned, summary->changed, summary->came, summary->went,
                   summary->unchanged);
    xc_telling_count(pen, summary->sources_came, "source");
    xc_sink_printf(pen, " came, %zu went", summary->sources_went);
}

size_t
xc_diff_topic_end(const struct xc_comparison *comparison, size_t first)
{
    struct xc_str topic = xc_comparison_told(&comparison->items[first])->topic;
    size_t end = first + 1;

    while (end < comparison->n &&
           xc_str_equal(xc_comparison_told(&comparison->items[end])->topic, topic))
        end++;
    return end;
}

struct xc_str
xc_diff_title(const struct xc_comparison *comparison, struct xc_str topic)
{
    struct xc_str title = xc_told_title(comparison->after, topic);

    return title.len > 0 ? title : xc_told_title(comparison->before, topic);
}
