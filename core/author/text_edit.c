/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/text_edit.h"

#include <stdlib.h>

#include "base/vec.h"

bool
xc_text_edit_add(struct xc_text_edit_vec *edits, struct xc_span span,
                 struct xc_str with, struct xc_arena *arena)
{
    const size_t order = edits->n;
    struct xc_text_edit *slot = XC_VEC_ADD(edits, arena);

    if (slot == NULL)
        return false;
    *slot = (struct xc_text_edit){span, with, order};
    return true;
}

static int
compare(const void *a, const void *b)
{
    const struct xc_text_edit *left = a;
    const struct xc_text_edit *right = b;

    if (left->span.off_bytes != right->span.off_bytes)
        return left->span.off_bytes < right->span.off_bytes ? -1 : 1;
    return left->order < right->order ? -1 : 1;
}

bool
xc_text_edit_apply(struct xc_text_edit_vec *edits, struct xc_str text,
                   struct xc_arena *arena, struct xc_str *out)
{
    size_t n_bytes = text.len;
    size_t at = 0;
    size_t len = 0;
    char *made;
    size_t i;

    for (i = 0; i < edits->n; i++)
        n_bytes += edits->items[i].with.len;
    made = xc_arena_alloc(arena, n_bytes + 1);
    if (made == NULL)
        return false;
    if (edits->n > 1)
        qsort(edits->items, edits->n, sizeof *edits->items, compare);
    for (i = 0; i < edits->n; i++) {
        const struct xc_text_edit *edit = &edits->items[i];
        size_t end = edit->span.off_bytes + edit->span.len_bytes;

        if (edit->span.off_bytes > at) {
            memcpy(made + len, text.ptr + at, edit->span.off_bytes - at);
            len += edit->span.off_bytes - at;
        }
        if (edit->with.len > 0)
            memcpy(made + len, edit->with.ptr, edit->with.len);
        len += edit->with.len;
        at = end > at ? end : at;
    }
    if (text.len > at)
        memcpy(made + len, text.ptr + at, text.len - at);
    *out = (struct xc_str){made, len + text.len - at};
    return true;
}
