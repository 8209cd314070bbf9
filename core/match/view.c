/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/view.h"

struct xc_view *
xc_view_new(const struct xc_confirm *confirm, size_t s)
{
    struct xc_view *view = xc_arena_array(confirm->arena, 1, sizeof *view);

    if (view != NULL)
        view->sentence = s;
    return view;
}

bool
xc_view_prepare(const struct xc_confirm *confirm, const struct xc_pattern *pattern,
                struct xc_view *view)
{
    bool *has = pattern->is_regex ? &view->has_folded : &view->has_keys;
    struct xc_subject *subject = pattern->is_regex ? &view->folded : &view->keys;

    if (!*has) {
        if (!xc_subject_make(confirm->text, view->sentence, pattern->is_regex,
                             confirm->arena, subject))
            return false;
        *has = true;
    }
    if (pattern->n_slots > 0 && !view->has_hits) {
        if (xc_values_find(confirm->values, confirm->text,
                           confirm->text->sentences[view->sentence].words,
                           confirm->published, confirm->arena, &view->hits) != XC_OK)
            return false;
        view->has_hits = true;
    }
    return true;
}

bool
xc_view_split_clauses(const struct xc_confirm *confirm, struct xc_view *view)
{
    if (!view->has_clauses &&
        xc_clauses_split(confirm->clauses, confirm->text, view->sentence,
                         confirm->arena, &view->clauses) != XC_OK)
        return false;
    view->has_clauses = true;
    return true;
}

bool
xc_view_read_syntax(const struct xc_confirm *confirm, struct xc_view *view)
{
    if (!view->has_syntax &&
        xc_syntax_read(confirm->clauses, confirm->text, view->sentence, confirm->arena,
                       &view->syntax) != XC_OK)
        return false;
    view->has_syntax = true;
    return true;
}

/* The first hit that begins at or after word. */
static size_t
first_hit(const struct xc_value_hit_vec *hits, size_t word)
{
    size_t low = 0;
    size_t high = hits->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hits->items[middle].words.first < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct xc_value_hit *
xc_view_value_at(const struct xc_view *view, enum xc_value_kind kind,
                 struct xc_range words)
{
    const struct xc_value_hit_vec *hits = &view->hits;
    size_t i;

    for (i = first_hit(hits, words.first);
         i < hits->n && hits->items[i].words.first == words.first; i++) {
        if (hits->items[i].value.kind == kind && hits->items[i].words.end == words.end)
            return &hits->items[i];
    }
    return NULL;
}
