/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/term.h"

#include "base/limits.h"
#include "rule/parse.h"

/* What a pattern can name between < and >. */
static bool
is_term_name(struct xc_str name)
{
    size_t i;

    for (i = 0; i < name.len; i++) {
        if ((unsigned char)name.ptr[i] < ' ' || name.ptr[i] == '<' ||
            name.ptr[i] == '>')
            return false;
    }
    return name.len > 0 && xc_str_trim(name).len == name.len;
}

static enum xc_status
load_entries(struct xc_loading *loading, const struct xc_node_list *nodes,
             struct xc_term *out)
{
    struct xc_str *entries = xc_arena_array(loading->arena, nodes->n, sizeof *entries);
    struct xc_sequence *branches =
        xc_arena_array(loading->arena, nodes->n, sizeof *branches);
    enum xc_status status = XC_OK;
    size_t i;

    if (entries == NULL || branches == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < nodes->n && status == XC_OK; i++) {
        struct xc_faults faults = {.problems = loading->problems,
                                   .place =
                                       xc_field_text_place(loading, nodes->items[i]),
                                   .text = nodes->items[i]->text};

        entries[i] = nodes->items[i]->text;
        status =
            xc_parse_words(loading->lexicon, &faults, loading->arena, &branches[i]);
        loading->n_faults += faults.n;
        /* An entry that could not be read stays empty: the file is refused for it. */
        if (status == XC_BAD_RULE)
            status = XC_OK;
    }
    out->entries = entries;
    out->n_entries = nodes->n;
    out->branches = branches;
    return status;
}

static enum xc_status
load_term(struct xc_loading *loading, const struct xc_node *node, struct xc_term *out)
{
    struct xc_node_list nodes = {NULL, 0};
    enum xc_status status = XC_OK;

    *out = (struct xc_term){
        .name = node->key, .line = node->key_line, .column = node->key_column};
    if (!is_term_name(node->key))
        status = xc_field_tell(
            loading, node, true, XC_CODE_BAD_TERM, "use letters, digits and '-'",
            "'%.*s' can't name a term", (int)node->key.len, node->key.ptr);
    if (status == XC_OK)
        status = xc_field_list(loading, node, "terms", &nodes);
    if (status == XC_OK && nodes.n > XC_MAX_TERM_ENTRIES)
        return xc_field_tell(loading, node, true, XC_CODE_BAD_TERM,
                             "make several terms of it", "more than %zu entries",
                             XC_MAX_TERM_ENTRIES);
    return status == XC_OK ? load_entries(loading, &nodes, out) : status;
}

enum xc_status
xc_term_load(struct xc_loading *loading, const struct xc_node *root)
{
    const struct xc_node *map = xc_node_get(root, "terms");
    const struct xc_node *node;
    enum xc_status status = XC_OK;
    struct xc_term *terms;
    size_t n = 0;

    if (map == NULL)
        return XC_OK;
    if (map->kind != XC_NODE_MAP)
        return xc_field_tell(loading, map, false, XC_CODE_WRONG_TYPE,
                             "as in terms: {corset: [corset, bodice]}",
                             "'terms' gives names to lists of words");
    terms = xc_arena_array(loading->arena, map->n_children, sizeof *terms);
    if (terms == NULL)
        return XC_NO_MEMORY;
    for (node = map->first; node != NULL && status == XC_OK; node = node->next)
        status = load_term(loading, node, &terms[n++]);
    loading->terms = terms;
    loading->n_terms = n;
    return status;
}
