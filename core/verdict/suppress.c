/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/suppress.h"

#include <stdlib.h>

#include "base/vec.h"
#include "rule/selection_index.h"

/* The suppressions in order, and what has become of each. */
struct suppressing {
    const struct xc_suppression **items;
    size_t n;
    bool *is_used;
    int32_t today;
    struct xc_selection_index index;
    struct xc_arena *arena;
    struct xc_arena *scratch;
};

static int
compare(const void *left, const void *right)
{
    const struct xc_suppression *const *a = left;
    const struct xc_suppression *const *b = right;

    return xc_selection_compare(&(*a)->on, &(*b)->on);
}

static bool
is_over(const struct suppressing *suppressing, const struct xc_suppression *suppression)
{
    return xc_date_day(suppression->until) < suppressing->today;
}

static enum xc_status
prepare(struct suppressing *suppressing, const struct xc_suppression_vec *from,
        struct xc_arena *made)
{
    const struct xc_selection **selections =
        xc_arena_array(made, from->n, sizeof(const struct xc_selection *));
    size_t i;

    suppressing->n = from->n;
    suppressing->items =
        xc_arena_array(made, from->n, sizeof(const struct xc_suppression *));
    suppressing->is_used = xc_arena_array(made, from->n, sizeof(bool));
    if (selections == NULL || suppressing->items == NULL ||
        suppressing->is_used == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < from->n; i++)
        suppressing->items[i] = &from->items[i];
    if (from->n > 1)
        qsort(suppressing->items, from->n, sizeof(const struct xc_suppression *),
              compare);
    for (i = 0; i < from->n; i++)
        selections[i] = &suppressing->items[i]->on;
    return xc_selection_index_new(selections, from->n, made, &suppressing->index);
}

/* What the index does not know: article, kind and day.  What is wrong with settings is
 * mended, not suppressed. */
static bool
fits(const struct suppressing *suppressing, const struct xc_suppression *suppression,
     const struct xc_finding *finding)
{
    return !is_over(suppressing, suppression) &&
           !xc_finding_kind_is_own(finding->kind) &&
           (suppression->article.len == 0 ||
            xc_str_equal(suppression->article, finding->source)) &&
           (suppression->kind.len == 0 ||
            xc_str_is(suppression->kind, xc_finding_kind_name(finding->kind)));
}

static enum xc_status
suppress(struct suppressing *suppressing, struct xc_finding *finding)
{
    const struct xc_selected selected = {
        finding->topic,  finding->claim, finding->source, finding->path,
        finding->before, finding->quote, finding->after};
    struct xc_selection_hits hits;
    size_t i;

    xc_arena_reset(suppressing->scratch);
    if (xc_selection_find(&suppressing->index, &selected, suppressing->scratch,
                          &hits) != XC_OK)
        return XC_NO_MEMORY;
    for (i = 0; i < hits.n; i++) {
        const struct xc_suppression *suppression = suppressing->items[hits.items[i]];
        struct xc_str until;

        if (!fits(suppressing, suppression, finding))
            continue;
        suppressing->is_used[hits.items[i]] = true;
        if (finding->is_suppressed)
            continue;
        until = xc_date_text(suppression->until, suppressing->arena);
        if (until.ptr == NULL)
            return XC_NO_MEMORY;
        finding->is_suppressed = true;
        finding->suppression = (struct xc_finding_suppression){
            suppression->reason, until, suppression->on.path, suppression->on.line};
    }
    return XC_OK;
}

/* Adds a finding about a suppression, where it stands. */
static enum xc_status
find(struct suppressing *suppressing, const struct xc_suppression *suppression,
     enum xc_finding_kind kind, struct xc_findings *findings)
{
    const struct xc_selection *on = &suppression->on;
    const struct xc_str none = XC_STR("");
    struct xc_finding *made = XC_VEC_ADD(findings, suppressing->arena);

    if (made == NULL)
        return XC_NO_MEMORY;
    *made = (struct xc_finding){.kind = kind,
                                .severity = xc_finding_kind_severity(kind),
                                .topic = on->topic,
                                .claim = on->claim,
                                .statement = none,
                                .source = suppression->article,
                                .path = on->path,
                                .line = on->line,
                                .column = on->column,
                                .before = none,
                                .quote = on->quote,
                                .after = none,
                                .decision = none};
    if (kind == XC_FINDING_EXPIRED_SUPPRESSION) {
        struct xc_str until = xc_date_text(suppression->until, suppressing->scratch);

        if (until.ptr == NULL)
            return XC_NO_MEMORY;
        made->message = xc_arena_printf(
            suppressing->arena,
            "the suppression ended on %.*s; what it suppressed counts again",
            (int)until.len, until.ptr);
    } else {
        made->message = xc_arena_printf(
            suppressing->arena,
            "the suppression suppresses nothing: no %.*s%sfinding about %.*s has these "
            "words",
            (int)suppression->kind.len,
            suppression->kind.len == 0 ? "" : suppression->kind.ptr,
            suppression->kind.len > 0 ? " " : "", (int)on->claim.len, on->claim.ptr);
    }
    return made->message.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

static enum xc_status
apply(struct suppressing *suppressing, struct xc_findings *findings)
{
    const size_t n = findings->n; /* those that are added can't be suppressed */
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; status == XC_OK && i < n; i++)
        status = suppress(suppressing, &findings->items[i]);
    for (i = 0; status == XC_OK && i < suppressing->n; i++) {
        const struct xc_suppression *suppression = suppressing->items[i];

        if (is_over(suppressing, suppression))
            status = find(suppressing, suppression, XC_FINDING_EXPIRED_SUPPRESSION,
                          findings);
        else if (!suppressing->is_used[i])
            status =
                find(suppressing, suppression, XC_FINDING_UNUSED_SUPPRESSION, findings);
    }
    return status;
}

enum xc_status
xc_suppressions_apply(struct xc_findings *findings,
                      const struct xc_suppression_vec *suppressions,
                      struct xc_date today, struct xc_arena *arena)
{
    struct suppressing suppressing = {.today = xc_date_day(today), .arena = arena};
    struct xc_arena scratch;
    struct xc_arena made;
    enum xc_status status;

    if (suppressions->n == 0)
        return XC_OK;
    xc_arena_init(&scratch);
    xc_arena_init(&made);
    suppressing.scratch = &scratch;
    status = prepare(&suppressing, suppressions, &made);
    if (status == XC_OK)
        status = apply(&suppressing, findings);
    xc_arena_release(&made);
    xc_arena_release(&scratch);
    return status;
}
