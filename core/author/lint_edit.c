/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/lint_edit.h"

#include <stdint.h>

#include "author/text_edit.h"
#include "base/limits.h"
#include "base/table.h"

/* A list or map on the way through the tree. */
struct frame {
    const struct xc_node *parent;
    const struct xc_node *child;     /* the next one to look at */
    const struct xc_node *last_kept; /* of those before it */
};

struct xc_lint_editing {
    struct xc_arena *arena;
    struct xc_str text;
    const struct xc_problems *problems;
    bool keys;              /* wrong keys are mended, too */
    struct xc_table wanted; /* place_of(node) → index of the problem */
    struct xc_table done;   /* place_of(node) → SIZE_MAX: taken out, or the problem */
    struct xc_text_edit_vec edits;
    size_t n_left;
    bool drops_terms; /* all of them: the key as well */
    struct frame frames[XC_MAX_DATA_DEPTH + 1];
    size_t depth;
};

/* Where an entry of a map (its key) or an item of a list stands, as a key for tables. */
static struct xc_str
place_key(struct xc_arena *arena, bool in_map, size_t line, size_t column)
{
    return xc_arena_printf(arena, "%c%zu:%zu", in_map ? 'k' : 'v', line, column);
}

static struct xc_str
place_of(struct xc_arena *arena, const struct xc_node *parent,
         const struct xc_node *node)
{
    return parent->kind == XC_NODE_MAP
               ? place_key(arena, true, node->key_line, node->key_column)
               : place_key(arena, false, node->line, node->column);
}

/* Whether a problem with the code can be mended, and at the key or at the value. */
static bool
is_mendable(const struct xc_problem *problem, bool *out_at_key)
{
    *out_at_key =
        problem->code == XC_CODE_UNKNOWN_KEY || problem->code == XC_CODE_UNUSED_TERM;
    return problem->code == XC_CODE_DUPLICATE_PATTERN ||
           problem->code == XC_CODE_DUPLICATE_EXAMPLE ||
           problem->code == XC_CODE_DUPLICATE_ENTRY ||
           problem->code == XC_CODE_UNUSED_TERM ||
           (problem->code == XC_CODE_UNKNOWN_KEY && problem->meant.len > 0);
}

static bool
collect_wanted(struct xc_lint_editing *editing)
{
    size_t i;

    for (i = 0; i < editing->problems->n; i++) {
        const struct xc_problem *problem = &editing->problems->items[i];
        struct xc_str key;
        size_t value;
        bool at_key;

        if (!is_mendable(problem, &at_key) ||
            (problem->code == XC_CODE_UNKNOWN_KEY && !editing->keys))
            continue;
        key = place_key(editing->arena, at_key, problem->line, problem->column);
        if (key.ptr == NULL ||
            !xc_table_add(&editing->wanted, key, i, editing->arena, &value))
            return false;
    }
    return true;
}

/* The problem that wants the node mended; NULL when there is none.  Patterns are told
 * behind their quotation mark. */
static enum xc_status
find_wanted(struct xc_lint_editing *editing, const struct xc_node *parent,
            const struct xc_node *node, const struct xc_problem **out)
{
    struct xc_str key = place_of(editing->arena, parent, node);
    size_t index;
    bool found;

    *out = NULL;
    if (key.ptr == NULL)
        return XC_NO_MEMORY;
    found = xc_table_get(&editing->wanted, key, &index);
    if (!found && parent->kind == XC_NODE_LIST && node->quoted) {
        key = place_key(editing->arena, false, node->line, node->column + 1);
        if (key.ptr == NULL)
            return XC_NO_MEMORY;
        found = xc_table_get(&editing->wanted, key, &index);
    }
    if (found)
        *out = &editing->problems->items[index];
    return XC_OK;
}

static size_t
start_of(const struct xc_node *parent, const struct xc_node *node)
{
    return parent->kind == XC_NODE_MAP ? node->key_at.off_bytes : node->at.off_bytes;
}

static size_t
end_of(const struct xc_node *parent, const struct xc_node *node)
{
    size_t end = node->at.off_bytes + node->at.len_bytes;
    size_t key_end = node->key_at.off_bytes + node->key_at.len_bytes;

    return parent->kind == XC_NODE_MAP && end < key_end ? key_end : end;
}

static bool
has_comment(struct xc_str text, size_t from, size_t end)
{
    struct xc_str part = xc_str_sub(text, from, end > from ? end - from : 0);

    return xc_str_find(part, 0, '#') < part.len;
}

/* The span to take out of "[a, b]": up to the next item, or from the one before. */
static bool
span_in_brackets(const struct xc_lint_editing *editing, const struct frame *frame,
                 const struct xc_node *node, struct xc_span *out)
{
    size_t start = start_of(frame->parent, node);
    size_t end = end_of(frame->parent, node);
    size_t from = start;
    size_t to = end;

    if (node->next != NULL)
        to = start_of(frame->parent, node->next);
    else if (frame->last_kept != NULL)
        from = end_of(frame->parent, frame->last_kept);
    else
        return false;
    *out = (struct xc_span){from, to - from};
    return to >= from && (node->next == NULL || !has_comment(editing->text, end, to)) &&
           (node->next != NULL || !has_comment(editing->text, from, start));
}

/* The whole lines of an entry that has them for itself. */
static bool
span_of_lines(const struct xc_lint_editing *editing, const struct frame *frame,
              const struct xc_node *node, struct xc_span *out)
{
    struct xc_str text = editing->text;
    size_t start = start_of(frame->parent, node);
    size_t end = end_of(frame->parent, node);
    size_t first = start;
    size_t last = xc_str_find(text, end, '\n');
    struct xc_str before;

    while (first > 0 && text.ptr[first - 1] != '\n')
        first--;
    before = xc_str_trim(xc_str_sub(text, first, start - first));
    if (frame->parent->kind == XC_NODE_LIST ? !xc_str_is(before, "-") : before.len > 0)
        return false;
    if (xc_str_trim(xc_str_sub(text, end, last - end)).len > 0)
        return false;
    *out = (struct xc_span){first, (last < text.len ? last + 1 : last) - first};
    return true;
}

/* What goes when the node is taken out; false when that would take more with it. */
static bool
span_to_drop(const struct xc_lint_editing *editing, const struct frame *frame,
             const struct xc_node *node, struct xc_span *out)
{
    const struct xc_node *parent = frame->parent;
    char first = editing->text.ptr[parent->at.off_bytes];
    bool is_scalar = node->kind != XC_NODE_LIST && node->kind != XC_NODE_MAP;

    if (!is_scalar &&
        has_comment(editing->text, start_of(parent, node), end_of(parent, node)))
        return false;
    return first == (parent->kind == XC_NODE_LIST ? '[' : '{')
               ? span_in_brackets(editing, frame, node, out)
               : span_of_lines(editing, frame, node, out);
}

/* The bytes of the node's key that are the word itself; false when it has escapes, or the
 * map has the key that is meant. */
static bool
span_of_key(const struct xc_lint_editing *editing, const struct frame *frame,
            const struct xc_node *node, struct xc_str meant, struct xc_span *out)
{
    struct xc_str written = xc_str_at(editing->text, node->key_at);

    *out = node->key_at;
    if (written.len == node->key.len + 2 &&
        (written.ptr[0] == '"' || written.ptr[0] == '\'')) {
        out->off_bytes++;
        out->len_bytes -= 2;
    }
    return xc_str_equal(xc_str_at(editing->text, *out), node->key) &&
           xc_node_get(frame->parent, meant.ptr) == NULL;
}

/* Mends the node when a problem wants it; *out_dropped: it is taken out. */
static enum xc_status
mend_node(struct xc_lint_editing *editing, struct frame *frame,
          const struct xc_node *node, bool *out_dropped)
{
    const struct xc_problem *problem;
    struct xc_str with = XC_STR("");
    struct xc_span span;
    enum xc_status status = find_wanted(editing, frame->parent, node, &problem);
    bool drops_all =
        editing->drops_terms && editing->depth == 0 && xc_str_is(node->key, "terms");
    struct xc_str key;
    size_t value;
    bool ok;

    *out_dropped = false;
    if (status != XC_OK || (problem == NULL && !drops_all))
        return status;
    if (!drops_all && problem->code == XC_CODE_UNKNOWN_KEY) {
        with = problem->meant;
        ok = span_of_key(editing, frame, node, problem->meant, &span);
    } else {
        ok = span_to_drop(editing, frame, node, &span);
        *out_dropped = ok;
    }
    editing->n_left += !ok;
    if (!ok)
        return XC_OK;
    value = *out_dropped ? SIZE_MAX : (size_t)(problem - editing->problems->items);
    key = place_of(editing->arena, frame->parent, node);
    return key.ptr != NULL &&
                   xc_text_edit_add(&editing->edits, span, with, editing->arena) &&
                   xc_table_add(&editing->done, key, value, editing->arena, &value)
               ? XC_OK
               : XC_NO_MEMORY;
}

/* Whether every term of the file is told to be without a use. */
static bool
drops_all_terms(const struct xc_lint_editing *editing, const struct xc_node *root)
{
    const struct xc_node *terms = xc_node_get(root, "terms");
    size_t n = 0;
    size_t i;

    for (i = 0; i < editing->problems->n; i++)
        n += editing->problems->items[i].code == XC_CODE_UNUSED_TERM;
    return terms != NULL && terms->kind == XC_NODE_MAP && n > 0 &&
           n == terms->n_children;
}

/* Goes through the tree in the order of the file. */
static enum xc_status
collect_edits(struct xc_lint_editing *editing, const struct xc_node *root)
{
    editing->drops_terms = drops_all_terms(editing, root);
    editing->depth = 0;
    editing->frames[0] = (struct frame){root, root->first, NULL};
    for (;;) {
        struct frame *frame = &editing->frames[editing->depth];
        const struct xc_node *node = frame->child;
        enum xc_status status;
        bool dropped;

        if (node == NULL) {
            if (editing->depth == 0)
                return XC_OK;
            editing->depth--;
            continue;
        }
        frame->child = node->next;
        status = mend_node(editing, frame, node, &dropped);
        if (status != XC_OK)
            return status;
        if (dropped)
            continue;
        frame->last_kept = node;
        if (node->first != NULL)
            editing->frames[++editing->depth] = (struct frame){node, node->first, NULL};
    }
}

enum xc_status
xc_lint_edit_new(struct xc_str text, const struct xc_node *root,
                 const struct xc_problems *problems, bool keys, struct xc_arena *arena,
                 struct xc_lint_editing **out)
{
    struct xc_lint_editing *editing = xc_arena_array(arena, 1, sizeof *editing);
    enum xc_status status;

    if (editing == NULL)
        return XC_NO_MEMORY;
    *editing = (struct xc_lint_editing){
        .arena = arena, .text = text, .problems = problems, .keys = keys};
    status = collect_wanted(editing) ? collect_edits(editing, root) : XC_NO_MEMORY;
    if (status == XC_OK)
        *out = editing;
    return status;
}

size_t
xc_lint_edit_count(const struct xc_lint_editing *editing)
{
    return editing->edits.n;
}

size_t
xc_lint_edit_left(const struct xc_lint_editing *editing)
{
    return editing->n_left;
}

enum xc_status
xc_lint_edit_apply(struct xc_lint_editing *editing, struct xc_str *out)
{
    return xc_text_edit_apply(&editing->edits, editing->text, editing->arena, out)
               ? XC_OK
               : XC_NO_MEMORY;
}

/* Two lists or maps side by side: before and after. */
struct pair {
    const struct xc_node *parent;
    const struct xc_node *before;
    const struct xc_node *after;
};

/* Moves pair->before on past what was taken out; *out_key is the key that it should have
 * now. */
static bool
skip_dropped(struct xc_lint_editing *editing, struct pair *pair, struct xc_str *out_key)
{
    for (; pair->before != NULL; pair->before = pair->before->next) {
        struct xc_str place = place_of(editing->arena, pair->parent, pair->before);
        size_t value = 0;

        if (place.ptr == NULL)
            return false;
        *out_key = pair->before->key;
        if (!xc_table_get(&editing->done, place, &value))
            return true;
        if (value == SIZE_MAX)
            continue;
        *out_key = editing->problems->items[value].meant;
        return true;
    }
    return true;
}

static bool
is_same(const struct xc_node *a, struct xc_str key, const struct xc_node *b)
{
    return a != NULL && b != NULL && a->kind == b->kind && a->quoted == b->quoted &&
           xc_str_equal(a->text, b->text) && xc_str_equal(key, b->key);
}

enum xc_status
xc_lint_edit_compare(struct xc_lint_editing *editing, const struct xc_node *before,
                     const struct xc_node *after, bool *out_same)
{
    struct pair pairs[XC_MAX_DATA_DEPTH + 1];
    size_t depth = 0;

    *out_same = false;
    pairs[0] = (struct pair){before, before->first, after->first};
    for (;;) {
        struct pair *pair = &pairs[depth];
        struct xc_str key = XC_STR("");
        const struct xc_node *a;
        const struct xc_node *b;

        if (!skip_dropped(editing, pair, &key))
            return XC_NO_MEMORY;
        a = pair->before;
        b = pair->after;
        if (a == NULL && b == NULL) {
            *out_same = depth == 0;
            if (depth == 0)
                return XC_OK;
            depth--;
            continue;
        }
        if (!is_same(a, key, b))
            return XC_OK;
        pair->before = a->next;
        pair->after = b->next;
        if (a->first != NULL || b->first != NULL)
            pairs[++depth] = (struct pair){a, a->first, b->first};
    }
}
