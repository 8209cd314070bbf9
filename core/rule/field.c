/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/field.h"

#include "base/limits.h"
#include "base/vec.h"
#include "rule/fault.h"
#include "rule/suggest.h"

struct line_vec {
    struct xc_span *items;
    size_t n;
    size_t cap;
};

enum xc_status
xc_field_index_lines(struct xc_loading *loading)
{
    struct xc_str text = loading->text;
    struct line_vec lines = {NULL, 0, 0};
    size_t start = 0;

    while (start < text.len) {
        size_t end = xc_str_find(text, start, '\n');
        size_t len = end - start;
        struct xc_span *line = XC_VEC_ADD(&lines, loading->arena);

        if (line == NULL)
            return XC_NO_MEMORY;
        if (len > 0 && text.ptr[end - 1] == '\r')
            len--;
        *line = (struct xc_span){start, len};
        start = end + 1;
    }
    loading->lines = lines.items;
    loading->n_lines = lines.n;
    return XC_OK;
}

struct xc_place
xc_field_place(const struct xc_loading *loading, const struct xc_node *node, bool key)
{
    struct xc_place place = {.path = loading->path};

    place.line = key ? node->key_line : node->line;
    place.column = key ? node->key_column : node->column;
    place.excerpt = XC_STR("");
    if (place.line > 0 && place.line <= loading->n_lines &&
        loading->lines[place.line - 1].len_bytes <= XC_MAX_EXCERPT_BYTES)
        place.excerpt = xc_str_at(loading->text, loading->lines[place.line - 1]);
    return place;
}

enum xc_status
xc_field_tell(struct xc_loading *loading, const struct xc_node *node, bool key,
              enum xc_code code, const char *hint, const char *format, ...)
{
    struct xc_place place = xc_field_place(loading, node, key);
    struct xc_str message;
    va_list args;

    va_start(args, format);
    message = xc_arena_vprintf(loading->problems->arena, format, args);
    va_end(args);
    loading->n_faults++;
    if (message.ptr == NULL ||
        !xc_problems_tell(loading->problems,
                          loading->of_article ? XC_PROBLEM_METADATA : XC_PROBLEM_RULE,
                          code, &place, hint, "%s", message.ptr))
        return XC_NO_MEMORY;
    return XC_OK;
}

/* Notes which key the one that was told last could only be meant to be. */
static void
note_meant(struct xc_problems *problems, struct xc_str wrong, const char *const *known)
{
    /* A problem over the cap was not kept. */
    if (problems->n > 0 && problems->n_dropped == 0)
        problems->items[problems->n - 1].meant =
            xc_str_of(xc_node_suggest_only(wrong, known));
}

static enum xc_status
tell_unknown_key(struct xc_loading *loading, const struct xc_node *child,
                 const char *what, const char *const *known)
{
    struct xc_str names[32];
    struct xc_str hint;
    enum xc_status status;
    size_t n = 0;

    for (; n < XC_COUNT(names) && known[n] != NULL; n++)
        names[n] = xc_str_of(known[n]);
    hint = xc_suggest_hint(child->key, names, n, "keys", loading->arena);
    if (hint.ptr == NULL)
        return XC_NO_MEMORY;
    status = xc_field_tell(loading, child, true, XC_CODE_UNKNOWN_KEY, hint.ptr,
                           "unknown key '%.*s' in %s", (int)child->key.len,
                           child->key.ptr, what);
    if (status == XC_OK)
        note_meant(loading->problems, child->key, known);
    return status;
}

enum xc_status
xc_field_keys(struct xc_loading *loading, const struct xc_node *map, const char *what,
              const char *const *known, bool *out_ok)
{
    const struct xc_node *child;
    enum xc_status status = XC_OK;
    size_t i;

    *out_ok = map->kind == XC_NODE_MAP;
    if (!*out_ok)
        return xc_field_tell(loading, map, false, XC_CODE_WRONG_TYPE,
                             "write keys and values, as in id: tied",
                             "%s is expected here", what);
    for (child = map->first; child != NULL && status == XC_OK; child = child->next) {
        for (i = 0; known[i] != NULL && !xc_str_is(child->key, known[i]); i++)
            continue;
        if (known[i] == NULL)
            status = tell_unknown_key(loading, child, what, known);
    }
    return status;
}

/* Tells a node that is no text, or a blank one. */
static enum xc_status
check_text(struct xc_loading *loading, const struct xc_node *node, const char *key,
           bool *out_ok)
{
    *out_ok = false;
    if (node->kind == XC_NODE_MAP || node->kind == XC_NODE_LIST)
        return xc_field_tell(loading, node, false, XC_CODE_WRONG_TYPE,
                             "put it in quotes when it holds : # [ or {",
                             "'%s' takes text here", key);
    if (node->kind == XC_NODE_NULL || xc_str_trim(node->text).len == 0)
        return xc_field_tell(loading, node, false, XC_CODE_EMPTY_VALUE, NULL,
                             "'%s' is empty", key);
    *out_ok = true;
    return XC_OK;
}

enum xc_status
xc_field_text(struct xc_loading *loading, const struct xc_node *map, const char *key,
              const char *what, struct xc_str *out)
{
    const struct xc_node *node = xc_node_get(map, key);
    enum xc_status status;
    bool ok;

    if (node == NULL)
        return what == NULL ? XC_OK
                            : xc_field_tell(loading, map, false, XC_CODE_MISSING_KEY,
                                            NULL, "%s needs the key '%s'", what, key);
    status = check_text(loading, node, key, &ok);
    if (status == XC_OK && ok)
        *out = node->text;
    return status;
}

static enum xc_status
add_scalar(struct xc_loading *loading, const struct xc_node *node, const char *key,
           struct xc_node_list *out)
{
    enum xc_status status;
    bool ok;

    status = check_text(loading, node, key, &ok);
    if (status == XC_OK && ok)
        out->items[out->n++] = node;
    return status;
}

enum xc_status
xc_field_list(struct xc_loading *loading, const struct xc_node *node, const char *key,
              struct xc_node_list *out)
{
    const struct xc_node *item;
    enum xc_status status = XC_OK;

    if (node == NULL)
        return XC_OK;
    out->items = xc_arena_array(loading->arena, node->n_children + 1,
                                sizeof(const struct xc_node *));
    if (out->items == NULL)
        return XC_NO_MEMORY;
    if (node->kind != XC_NODE_LIST)
        return add_scalar(loading, node, key, out);
    if (node->n_children == 0)
        return xc_field_tell(loading, node, false, XC_CODE_EMPTY_VALUE,
                             "name at least one, or take it out",
                             "'%s' is an empty list", key);
    for (item = node->first; item != NULL && status == XC_OK; item = item->next)
        status = add_scalar(loading, item, key, out);
    return status;
}

enum xc_status
xc_field_texts(struct xc_loading *loading, const struct xc_node *map, const char *key,
               struct xc_str **out, size_t *out_n)
{
    struct xc_node_list nodes = {NULL, 0};
    enum xc_status status = xc_field_list(loading, xc_node_get(map, key), key, &nodes);
    struct xc_str *texts;
    size_t i;

    if (status != XC_OK)
        return status;
    texts = xc_arena_array(loading->arena, nodes.n, sizeof *texts);
    if (texts == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < nodes.n; i++)
        texts[i] = nodes.items[i]->text;
    *out = texts;
    *out_n = nodes.n;
    return XC_OK;
}

enum xc_status
xc_field_check_id(struct xc_loading *loading, const struct xc_node *node)
{
    size_t i;

    for (i = 0; i < node->text.len; i++) {
        char c = node->text.ptr[i];
        bool is_fine = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';

        if (!is_fine)
            return xc_field_tell(loading, node, false, XC_CODE_BAD_ID,
                                 "use letters, digits, '-', '_' and '.'",
                                 "'%.*s' is no id", (int)node->text.len,
                                 node->text.ptr);
    }
    return XC_OK;
}

enum xc_status
xc_field_choice(struct xc_loading *loading, const struct xc_node *map, const char *key,
                const char *const *words, size_t *out)
{
    struct xc_str text = {NULL, 0};
    struct xc_str known[16];
    struct xc_str hint;
    enum xc_status status = xc_field_text(loading, map, key, NULL, &text);
    size_t n;

    if (status != XC_OK || text.ptr == NULL)
        return status;
    for (n = 0; n < XC_COUNT(known) && words[n] != NULL; n++) {
        known[n] = xc_str_of(words[n]);
        if (xc_str_equal(known[n], text)) {
            *out = n;
            return XC_OK;
        }
    }
    hint = xc_suggest_hint(text, known, n, "words for it", loading->arena);
    if (hint.ptr == NULL)
        return XC_NO_MEMORY;
    return xc_field_tell(loading, xc_node_get(map, key), false, XC_CODE_BAD_CHOICE,
                         hint.ptr, "'%s' can't be '%.*s'", key, (int)text.len,
                         text.ptr);
}

struct xc_place
xc_field_text_place(const struct xc_loading *loading, const struct xc_node *node)
{
    struct xc_place place = xc_field_place(loading, node, false);

    if (node->quoted && xc_fault_is_exact(place.excerpt, place.column + 1, node->text))
        place.column++;
    return place;
}

static enum xc_status
add_pattern(struct xc_loading *loading, const struct xc_node *node,
            struct xc_declared declared, struct xc_pattern_list *out)
{
    struct xc_pattern_context context = {.lexicon = loading->lexicon,
                                         .terms = loading->terms,
                                         .n_terms = loading->n_terms,
                                         .declared = declared.items,
                                         .n_declared = declared.n,
                                         .place = xc_field_text_place(loading, node)};
    /* Room first: a pattern that was compiled must be listed, or nobody frees it. */
    struct xc_made_pattern *made = XC_VEC_ADD(&loading->made, loading->arena);
    enum xc_status status;

    if (made == NULL)
        return XC_NO_MEMORY;
    status = xc_pattern_new(&context, node->text, loading->arena, &made->pattern,
                            loading->problems);
    if (status == XC_OK)
        out->items[out->n++] = made->pattern;
    if (status != XC_BAD_RULE)
        return status;
    loading->n_faults++;
    return XC_OK;
}

enum xc_status
xc_field_patterns(struct xc_loading *loading, const struct xc_node *map,
                  const char *key, struct xc_declared declared,
                  struct xc_pattern_list *out)
{
    struct xc_node_list nodes = {NULL, 0};
    enum xc_status status = xc_field_list(loading, xc_node_get(map, key), key, &nodes);
    size_t i;

    if (status != XC_OK)
        return status;
    out->items = xc_arena_array(loading->arena, nodes.n, sizeof(struct xc_pattern *));
    if (out->items == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < nodes.n && status == XC_OK; i++) {
        if (loading->made.n >= XC_MAX_FILE_PATTERNS && loading->told_full)
            return XC_OK;
        loading->told_full = loading->made.n >= XC_MAX_FILE_PATTERNS;
        if (loading->told_full)
            return xc_field_tell(loading, nodes.items[i], false,
                                 XC_CODE_TOO_MANY_PATTERNS,
                                 "make several rule files of it",
                                 "more than %zu patterns", XC_MAX_FILE_PATTERNS);
        status = add_pattern(loading, nodes.items[i], declared, out);
    }
    return status;
}
