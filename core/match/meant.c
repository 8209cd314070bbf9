/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/meant.h"

#include <stdint.h>

#include "match/nearest.h"
#include "match/partition.h"

/* Whether the slot of capture c stands where another value could be meant: alone in its
 * sequence, or before a gap (*out_opens). */
static bool
may_mean_another(const struct xc_pattern *pattern, size_t c, bool *out_opens)
{
    const struct xc_sequence *sequence;

    if (pattern->is_regex || pattern->capture_sequence[c] == SIZE_MAX ||
        pattern->slots[pattern->capture_slot[c]].kind == XC_VALUE_TEXT)
        return false;
    sequence = &pattern->sequences[pattern->capture_sequence[c]];
    *out_opens = sequence->n > 1;
    return sequence->items[0].kind == XC_ELEMENT_SLOT &&
           (sequence->n == 1 || sequence->items[1].kind == XC_ELEMENT_GAP);
}

/* The part and the whole of the mention follow its value: "20 boats sank" of "12 men came;
 * 20 boats sank". */
static void
move_part(struct xc_mention *mention, size_t part, struct xc_range meant, bool opens)
{
    size_t i;

    if (opens)
        mention->parts[part].first = meant.first;
    else
        mention->parts[part] = meant;
    mention->words = mention->parts[0];
    for (i = 1; i < mention->n_parts; i++)
        xc_range_take_in(&mention->words, mention->parts[i]);
}

/*
 * Puts the value that is meant in the place of the one that was met first; *out_known is
 * false when nobody can tell which.  False when memory is short.
 */
static bool
choose_value(const struct xc_confirm *confirm, struct xc_view *view,
             const struct xc_mention *mention, bool opens, struct xc_capture *capture,
             bool *out_known)
{
    struct xc_nearest nearest = {&view->clauses, mention->literal,
                                 view->keys.first_word};
    const struct xc_value_hit *caught =
        xc_view_value_at(view, capture->value.kind, capture->words);
    const struct xc_value_hit *meant = NULL;

    *out_known = true;
    if (caught == NULL)
        return true;
    if (!xc_view_split_clauses(confirm, view))
        return false;
    switch (xc_nearest_value(&nearest, &view->hits, caught, mention->words, opens,
                             &meant)) {
    case XC_NEAREST_KEPT:
        break;
    case XC_NEAREST_OTHER:
        capture->words = meant->words;
        capture->value = meant->value;
        break;
    case XC_NEAREST_UNKNOWN:
        *out_known = false;
        break;
    }
    return true;
}

/* Whether the slot of capture c counts what its sequence goes on to tell, or what the others
 * tell. */
static bool
may_count_a_part(const struct xc_pattern *pattern, size_t c)
{
    const struct xc_sequence *sequence;

    if (pattern->is_regex || pattern->capture_sequence[c] == SIZE_MAX ||
        pattern->slots[pattern->capture_slot[c]].kind != XC_VALUE_COUNT)
        return false;
    sequence = &pattern->sequences[pattern->capture_sequence[c]];
    return sequence->items[0].kind == XC_ELEMENT_SLOT;
}

/* At least so many as the value says, and nobody tells how many more. */
static void
make_least(struct xc_value *value)
{
    value->high = (struct xc_bound){.finite = false};
    value->approximation = XC_VALUE_BOUND;
    value->rounding = (struct xc_decimal){0, 0};
    value->has_stated = false;
}

/*
 * Settles of which number of a whole and its parts the sequence of capture c speaks;
 * *out_known is false when it tells none.  False when memory is short.
 */
static bool
settle_part(const struct xc_confirm *confirm, struct xc_view *view,
            const struct xc_mention *mention, size_t part, struct xc_capture *capture,
            bool *out_known)
{
    bool alone = mention->parts[part].end <= capture->words.end;
    struct xc_partition partition = {
        .text = confirm->text,
        .syntax = &view->syntax,
        .clauses = &view->clauses,
        .literal = mention->literal,
        .match = {capture->words.first,
                  alone ? mention->words.end : mention->parts[part].end},
        .alone = alone,
    };
    const struct xc_value_hit *caught =
        xc_view_value_at(view, capture->value.kind, capture->words);
    const struct xc_value_hit *meant = NULL;

    if (caught == NULL)
        return true;
    if (!xc_view_read_syntax(confirm, view) || !xc_view_split_clauses(confirm, view))
        return false;
    switch (xc_partition_choose(&partition, &view->hits, caught, &meant)) {
    case XC_PARTITION_KEPT:
        break;
    case XC_PARTITION_OTHER:
        capture->words = meant->words;
        capture->value = meant->value;
        break;
    case XC_PARTITION_LEAST:
        make_least(&capture->value);
        break;
    case XC_PARTITION_UNKNOWN:
        *out_known = false;
        break;
    }
    return true;
}

bool
xc_meant_settle(const struct xc_confirm *confirm, const struct xc_pattern *pattern,
                struct xc_view *view, struct xc_mention *mention, size_t c,
                bool *out_known)
{
    struct xc_capture *capture = &mention->captures[mention->n_captures];
    size_t part = pattern->capture_sequence[c];
    struct xc_range first = capture->words;
    bool opens = true;

    if (may_mean_another(pattern, c, &opens) &&
        !choose_value(confirm, view, mention, opens, capture, out_known))
        return false;
    if (*out_known && may_count_a_part(pattern, c) &&
        !settle_part(confirm, view, mention, part, capture, out_known))
        return false;
    if (*out_known && capture->words.first != first.first)
        move_part(mention, part, capture->words, opens);
    return true;
}
