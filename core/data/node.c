/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/node.h"

#include <string.h>

#include "base/limits.h"

const struct xc_node *
xc_node_get(const struct xc_node *map, const char *key)
{
    const struct xc_node *child;

    if (map == NULL || map->kind != XC_NODE_MAP)
        return NULL;
    for (child = map->first; child != NULL; child = child->next) {
        if (xc_str_is(child->key, key))
            return child;
    }
    return NULL;
}

bool
xc_node_is_scalar(const struct xc_node *node)
{
    switch (node->kind) {
    case XC_NODE_BOOL:
    case XC_NODE_NUMBER:
    case XC_NODE_STRING:
        return true;
    case XC_NODE_NULL:
    case XC_NODE_LIST:
    case XC_NODE_MAP:
        return false;
    }
    return false;
}

struct xc_str
xc_node_excerpt(struct xc_str text, size_t line)
{
    size_t start = 0;
    struct xc_str found;

    for (; line > 1 && start < text.len; line--)
        start = xc_str_find(text, start, '\n') + 1;
    if (line == 0 || start >= text.len)
        return XC_STR("");
    found = xc_str_sub(text, start, xc_str_find(text, start, '\n') - start);
    if (xc_str_ends(found, "\r"))
        found.len--;
    return found.len > XC_MAX_EXCERPT_BYTES ? XC_STR("") : found;
}

struct xc_place
xc_node_place(const struct xc_node *node, bool key, struct xc_str path,
              struct xc_str text)
{
    struct xc_place place = {.path = path};

    place.line = key ? node->key_line : node->line;
    place.column = key ? node->key_column : node->column;
    place.excerpt = xc_node_excerpt(text, place.line);
    return place;
}

/*
 * Optimal string alignment distance between two words of fewer than ROW_LEN bytes, by
 * the usual table of which three rows are kept.
 */
enum { ROW_LEN = 64 };

static size_t
distance(struct xc_str a, struct xc_str b)
{
    size_t rows[3][ROW_LEN];
    size_t i;
    size_t j;

    for (j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (i = 1; i <= a.len; i++) {
        const size_t *two_up = rows[(i + 1) % 3];
        const size_t *up = rows[(i - 1) % 3];
        size_t *row = rows[i % 3];

        row[0] = i;
        for (j = 1; j <= b.len; j++) {
            size_t best = up[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);

            if (up[j] + 1 < best)
                best = up[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
                a.ptr[i - 2] == b.ptr[j - 1] && two_up[j - 2] + 1 < best)
                best = two_up[j - 2] + 1;
            row[j] = best;
        }
    }
    return rows[a.len % 3][b.len];
}

/* The closest word; *out_tied is whether another one is as close. */
static const char *
closest(struct xc_str wrong, const char *const *words, bool *out_tied)
{
    const size_t most = 2;
    const char *best = NULL;
    size_t best_distance = most + 1;

    *out_tied = false;
    for (; *words != NULL; words++) {
        struct xc_str word = xc_str_of(*words);
        size_t found;

        if (wrong.len >= ROW_LEN || word.len >= ROW_LEN)
            continue;
        found = distance(wrong, word);
        /* "id" is two edits from any word of two letters, which suggests nothing. */
        if (found > most || found * 2 > word.len)
            continue;
        *out_tied = found == best_distance || (found > best_distance && *out_tied);
        /* Of two equally close the one with the same first letter: "claim" means
         * "claims" rather than "xclaim". */
        if (best == NULL || found < best_distance ||
            (found == best_distance && wrong.len > 0 && best[0] != wrong.ptr[0] &&
             word.ptr[0] == wrong.ptr[0])) {
            best = *words;
            best_distance = found;
        }
    }
    return best;
}

const char *
xc_node_suggest(struct xc_str wrong, const char *const *words)
{
    bool tied;

    return closest(wrong, words, &tied);
}

const char *
xc_node_suggest_only(struct xc_str wrong, const char *const *words)
{
    bool tied;
    const char *best = closest(wrong, words, &tied);

    return tied ? NULL : best;
}
