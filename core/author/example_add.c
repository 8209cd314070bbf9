/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/example_add.h"

#include "author/example_edit.h"
#include "base/limits.h"
#include "base/table.h"
#include "base/vec.h"
#include "data/yaml.h"
#include "rule/keys.h"

struct addition_vec {
    struct xc_example_addition *items;
    size_t n;
    size_t cap;
};

struct adding {
    struct xc_str path;
    struct xc_str text;
    struct xc_arena *arena;
    struct xc_problems *problems;
    struct xc_node *root;
    struct addition_vec additions; /* in the order in which claims are first named */
};

static struct xc_node *
get(const struct xc_node *map, const char *key)
{
    struct xc_node *child = map->kind == XC_NODE_MAP ? map->first : NULL;

    while (child != NULL && !xc_str_is(child->key, key))
        child = child->next;
    return child;
}

/* Maps the id of each claim to its place among the nodes. */
static enum xc_status
index_claims(const struct adding *adding, struct xc_table *ids, struct xc_node ***out)
{
    const struct xc_node *claims = get(adding->root, "claims");
    struct xc_node *claim = claims == NULL ? NULL : claims->first;
    struct xc_node **nodes = xc_arena_array(
        adding->arena, claims == NULL ? 0 : claims->n_children, sizeof(void *));
    size_t first;
    size_t i;

    if (nodes == NULL)
        return XC_NO_MEMORY;
    for (i = 0; claim != NULL; claim = claim->next, i++) {
        const struct xc_node *id = get(claim, "id");

        nodes[i] = claim;
        if (id != NULL && !xc_table_add(ids, id->text, i, adding->arena, &first))
            return XC_NO_MEMORY;
    }
    *out = nodes;
    return XC_OK;
}

static enum xc_status
refuse(const struct adding *adding, const struct xc_node *node, const char *hint,
       const char *message)
{
    struct xc_place place = {.path = adding->path};

    if (node != NULL)
        place = xc_node_place(node, false, adding->path, adding->text);
    return xc_problems_add(adding->problems, XC_PROBLEM_RULE, &place, hint, "%s",
                           message)
               ? XC_BAD_RULE
               : XC_NO_MEMORY;
}

static bool
add_str(struct xc_str_vec_of_kind *vec, struct xc_str text, struct xc_arena *arena)
{
    struct xc_str *slot = XC_VEC_ADD(vec, arena);

    if (slot != NULL)
        *slot = text;
    return slot != NULL;
}

/* Gathers the new examples claim by claim. */
static enum xc_status
gather(struct adding *adding, const struct xc_new_example_vec *examples)
{
    struct xc_table ids = {NULL, 0, 0};
    struct xc_table met = {NULL, 0, 0};
    struct xc_node **claims;
    enum xc_status status = index_claims(adding, &ids, &claims);
    size_t i;

    for (i = 0; i < examples->n && status == XC_OK; i++) {
        const struct xc_new_example *item = &examples->items[i];
        size_t next = adding->additions.n;
        struct xc_example_addition *addition;
        size_t claim;

        if (!xc_table_get(&ids, item->claim, &claim))
            return refuse(adding, NULL, "it was changed meanwhile; start again",
                          "a claim that is to get examples is not there");
        if (!xc_table_add(&met, item->claim, next, adding->arena, &next) ||
            (next == adding->additions.n &&
             XC_VEC_ADD(&adding->additions, adding->arena) == NULL))
            return XC_NO_MEMORY;
        addition = &adding->additions.items[next];
        addition->claim = claims[claim];
        if (!add_str(&addition->written[item->kind], item->written, adding->arena) ||
            !add_str(&addition->texts[item->kind], item->text, adding->arena))
            return XC_NO_MEMORY;
    }
    return status;
}

static struct xc_node *
append(struct xc_arena *arena, struct xc_node *parent, enum xc_node_kind kind,
       const char *key)
{
    struct xc_node *node = xc_arena_array(arena, 1, sizeof *node);
    struct xc_node **end = &parent->first;

    if (node == NULL)
        return NULL;
    node->kind = kind;
    node->key = xc_str_of(key);
    while (*end != NULL)
        end = &(*end)->next;
    *end = node;
    return node;
}

/* Puts the texts behind what the kind's node holds; a text alone becomes a list. */
static bool
expect_kind(struct adding *adding, struct xc_node *map, const char *key,
            const struct xc_str_vec_of_kind *texts)
{
    struct xc_node *list = get(map, key);
    struct xc_node **end;
    size_t i;

    if (list == NULL)
        list = append(adding->arena, map, XC_NODE_LIST, key);
    else if (list->kind != XC_NODE_LIST) {
        struct xc_node *only = xc_arena_array(adding->arena, 1, sizeof *only);

        if (only == NULL)
            return false;
        *only = *list;
        only->next = NULL;
        only->key = XC_STR("");
        *list = (struct xc_node){
            .kind = XC_NODE_LIST, .first = only, .next = list->next, .key = list->key};
    }
    if (list == NULL)
        return false;
    end = &list->first;
    while (*end != NULL)
        end = &(*end)->next;
    for (i = 0; i < texts->n; i++) {
        struct xc_node *node = xc_arena_array(adding->arena, 1, sizeof *node);

        if (node == NULL)
            return false;
        node->kind = XC_NODE_STRING;
        node->quoted = true;
        node->text = texts->items[i];
        *end = node;
        end = &node->next;
    }
    return true;
}

/* Makes the old tree what the new one must be. */
static bool
expect(struct adding *adding, const struct xc_example_addition *addition)
{
    struct xc_node *map = get(addition->claim, "examples");
    size_t k;

    if (map == NULL)
        map = append(adding->arena, addition->claim, XC_NODE_MAP, "examples");
    for (k = 0; k < XC_N_EXAMPLE_KINDS && map != NULL; k++) {
        if (addition->texts[k].n > 0 &&
            !expect_kind(adding, map, xc_keys_of_examples[k], &addition->texts[k]))
            return false;
    }
    return map != NULL;
}

static bool
is_same_node(const struct xc_node *a, const struct xc_node *b)
{
    return a != NULL && b != NULL && a->kind == b->kind && a->quoted == b->quoted &&
           xc_str_equal(a->text, b->text) && xc_str_equal(a->key, b->key);
}

/* Whether the trees are the same, wherever their nodes stood. */
static bool
is_same_tree(const struct xc_node *a, const struct xc_node *b)
{
    const struct xc_node *lefts[XC_MAX_DATA_DEPTH + 1];
    const struct xc_node *rights[XC_MAX_DATA_DEPTH + 1];
    size_t depth = 1;

    lefts[0] = a;
    rights[0] = b;
    while (depth > 0) {
        const struct xc_node *left = lefts[depth - 1];
        const struct xc_node *right = rights[depth - 1];

        if (left == NULL && right == NULL) {
            depth--;
            continue;
        }
        if (!is_same_node(left, right))
            return false;
        lefts[depth - 1] = left->next;
        rights[depth - 1] = right->next;
        if (left->first == NULL && right->first == NULL)
            continue;
        if (depth == XC_COUNT(lefts))
            return false;
        lefts[depth] = left->first;
        rights[depth] = right->first;
        depth++;
    }
    return true;
}

/* Reads the new text; what is wrong with it is of no interest but that something is. */
static enum xc_status
prove(const struct adding *adding, struct xc_str made)
{
    struct xc_problems problems;
    struct xc_node *root;
    enum xc_status status;

    xc_problems_init(&problems, adding->arena);
    status = xc_yaml_parse(made, adding->path, 1, XC_PROBLEM_RULE, adding->arena, &root,
                           &problems);
    if (status != XC_OK && status != XC_BAD_RULE)
        return status;
    if (status == XC_OK && is_same_tree(adding->root, root))
        return XC_OK;
    return refuse(adding, NULL, "paste them in yourself",
                  "examples can't be added to this file without changing more");
}

enum xc_status
xc_example_add(struct xc_str path, struct xc_str text,
               const struct xc_new_example_vec *examples, struct xc_arena *arena,
               struct xc_str *out, struct xc_problems *problems)
{
    struct adding adding = {path, text, arena, problems, NULL, {NULL, 0, 0}};
    struct xc_example_editing editing;
    struct xc_str made;
    enum xc_status status =
        xc_yaml_parse(text, path, 1, XC_PROBLEM_RULE, arena, &adding.root, problems);
    size_t i;

    if (status == XC_OK)
        status = gather(&adding, examples);
    if (status != XC_OK)
        return status;
    xc_example_edit_init(&editing, text, arena);
    for (i = 0; i < adding.additions.n; i++) {
        if (!xc_example_edit_claim(&editing, &adding.additions.items[i]))
            return XC_NO_MEMORY;
    }
    if (editing.odd != NULL)
        return refuse(&adding, editing.odd,
                      "write it as a list, each example behind a dash",
                      "no example can be added to what is written like this");
    for (i = 0; i < adding.additions.n; i++) {
        if (!expect(&adding, &adding.additions.items[i]))
            return XC_NO_MEMORY;
    }
    if (!xc_text_edit_apply(&editing.edits, text, arena, &made))
        return XC_NO_MEMORY;
    status = prove(&adding, made);
    if (status == XC_OK)
        *out = made;
    return status;
}
