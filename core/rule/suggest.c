/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/suggest.h"

#include "data/node.h"
#include "value/value.h"

/* Names shown in a hint; a file may have hundreds of terms. */
#define MAX_SHOWN ((size_t)12)

/* The known name closest to wrong, or NULL; *out_failed when memory is short. */
static const char *
nearest(struct xc_str wrong, const struct xc_str *known, size_t n,
        struct xc_arena *arena, bool *out_failed)
{
    const char **words = xc_arena_array(arena, n + 1, sizeof *words);
    size_t i;

    for (i = 0; words != NULL && i < n; i++) {
        words[i] = xc_arena_copy(arena, known[i].ptr, known[i].len);
        if (words[i] == NULL)
            words = NULL;
    }
    *out_failed = words == NULL;
    return words == NULL ? NULL : xc_node_suggest(wrong, words);
}

struct xc_str
xc_suggest_hint(struct xc_str wrong, const struct xc_str *known, size_t n,
                const char *what, struct xc_arena *arena)
{
    struct xc_str text;
    const char *near;
    bool failed;
    size_t i;

    if (n == 0)
        return xc_arena_printf(arena, "there are no %s", what);
    near = nearest(wrong, known, n, arena, &failed);
    if (failed)
        return (struct xc_str){NULL, 0};
    text = near == NULL
               ? xc_arena_printf(arena, "the %s are ", what)
               : xc_arena_printf(arena, "did you mean '%s'? the %s are ", near, what);
    for (i = 0; i < n && i < MAX_SHOWN && text.ptr != NULL; i++)
        text = xc_arena_printf(arena, "%s%s%.*s", text.ptr, i == 0 ? "" : ", ",
                               (int)known[i].len, known[i].ptr);
    if (n > MAX_SHOWN && text.ptr != NULL)
        text = xc_arena_printf(arena, "%s and %zu more", text.ptr, n - MAX_SHOWN);
    return text;
}

struct xc_str
xc_suggest_kind(struct xc_str wrong, struct xc_arena *arena)
{
    struct xc_str kinds[XC_N_VALUE_KINDS];
    size_t i;

    for (i = 0; i < XC_N_VALUE_KINDS; i++)
        kinds[i] = xc_str_of(xc_value_kind_name((enum xc_value_kind)i));
    return xc_suggest_hint(wrong, kinds, XC_N_VALUE_KINDS, "kinds", arena);
}
