/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/tree.h"

/* From so many keys on, a map's keys are looked up in a table. */
static const size_t few_keys = 8;

/*
 * Moves the cursor to the character index.  Lines end at '\n' only, as in editors;
 * libyaml's own line numbers also count NEL, LS and PS.  Places come in ascending
 * order, but for the start of a construct that broke further on.
 */
static void
locate(struct xc_tree *tree, size_t index, size_t *out_line, size_t *out_column)
{
    struct xc_tree_cursor *at = &tree->cursor;
    const struct xc_str text = tree->text;

    if (index < at->line_index || at->line == 0)
        *at = (struct xc_tree_cursor){.line = tree->first_line};
    while (at->index < index && at->off_bytes < text.len) {
        const bool breaks = text.ptr[at->off_bytes] == '\n';

        at->off_bytes++;
        while (at->off_bytes < text.len &&
               ((unsigned char)text.ptr[at->off_bytes] & 0xC0) == 0x80)
            at->off_bytes++;
        at->index++;
        if (breaks) {
            at->line++;
            at->line_off_bytes = at->off_bytes;
            at->line_index = at->index;
        }
    }
    *out_line = at->line;
    *out_column = (index < at->index ? index : at->index) - at->line_index + 1;
}

size_t
xc_tree_offset(struct xc_tree *tree, size_t index)
{
    size_t line;
    size_t column;
    size_t off;
    size_t at;

    locate(tree, index, &line, &column);
    off = tree->cursor.off_bytes;
    /* The cursor may stand further on in the same line. */
    for (at = tree->cursor.index; at > index && off > 0; at--) {
        off--;
        while (off > 0 && ((unsigned char)tree->text.ptr[off] & 0xC0) == 0x80)
            off--;
    }
    return off;
}

/* The bytes of a scalar; those of a block without the line ends behind it. */
static struct xc_span
span_of(struct xc_tree *tree, struct xc_tree_extent extent)
{
    size_t start = xc_tree_offset(tree, extent.index);
    size_t end = xc_tree_offset(tree, extent.end);

    if (end < start)
        end = start;
    while (end > start &&
           (tree->text.ptr[end - 1] == '\n' || tree->text.ptr[end - 1] == '\r' ||
            tree->text.ptr[end - 1] == ' '))
        end--;
    return (struct xc_span){tree->off_bytes + start, end - start};
}

bool
xc_tree_tell(struct xc_tree *tree, size_t index, enum xc_code code, const char *hint,
             struct xc_str message)
{
    struct xc_place place = {.path = tree->path};
    size_t line_off;

    if (message.ptr == NULL)
        return false;
    locate(tree, index, &place.line, &place.column);
    line_off = tree->cursor.line_off_bytes;
    place.excerpt =
        xc_node_excerpt(xc_str_sub(tree->text, line_off, tree->text.len - line_off), 1);
    tree->n_told++;
    if (tree->n_told > XC_MAX_PROBLEMS)
        tree->done = true;
    return xc_problems_tell(tree->problems, tree->kind, code, &place, hint, "%.*s",
                            (int)message.len, message.ptr);
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t
skip_digits(struct xc_str s, size_t i)
{
    while (i < s.len && is_digit(s.ptr[i]))
        i++;
    return i;
}

static bool
is_sign(struct xc_str s, size_t i)
{
    return i < s.len && (s.ptr[i] == '-' || s.ptr[i] == '+');
}

/* [-+] digits [. digits] [e [-+] digits], with digits on one side of the point. */
static bool
is_number(struct xc_str s)
{
    size_t start = is_sign(s, 0);
    size_t i = skip_digits(s, start);
    size_t n_digits = i - start;

    if (i < s.len && s.ptr[i] == '.') {
        start = i + 1;
        i = skip_digits(s, start);
        n_digits += i - start;
    }
    if (n_digits == 0)
        return false;
    if (i < s.len && (s.ptr[i] == 'e' || s.ptr[i] == 'E')) {
        start = i + 1;
        start += is_sign(s, start);
        i = skip_digits(s, start);
        if (i == start)
            return false;
    }
    return i == s.len;
}

/* What a plain scalar is by the core schema of YAML 1.2, where "no" is a word.  A date
 * is a string. */
static enum xc_node_kind
plain_kind(struct xc_str s, bool *out_truth)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL"};
    static const char *const truths[] = {"true", "True", "TRUE"};
    static const char *const untruths[] = {"false", "False", "FALSE"};
    size_t i;

    *out_truth = false;
    for (i = 0; i < sizeof nulls / sizeof nulls[0]; i++) {
        if (xc_str_is(s, nulls[i]))
            return XC_NODE_NULL;
    }
    for (i = 0; i < sizeof truths / sizeof truths[0]; i++) {
        *out_truth = xc_str_is(s, truths[i]);
        if (*out_truth || xc_str_is(s, untruths[i]))
            return XC_NODE_BOOL;
    }
    return is_number(s) ? XC_NODE_NUMBER : XC_NODE_STRING;
}

static struct xc_tree_frame *
top(struct xc_tree *tree)
{
    return tree->depth == 0 ? NULL : &tree->frames[tree->depth - 1];
}

static bool
wants_key(const struct xc_tree_frame *in)
{
    return in != NULL && in->node->kind == XC_NODE_MAP && !in->has_key;
}

/* A new node at index that hangs nowhere yet; NULL when memory is short. */
static struct xc_node *
make_node(struct xc_tree *tree, size_t index)
{
    struct xc_node *node = xc_arena_array(tree->arena, 1, sizeof *node);

    if (node != NULL)
        locate(tree, index, &node->line, &node->column);
    return node;
}

/* Hangs node below the open list or map, or makes it the root. */
static void
hang(struct xc_tree *tree, struct xc_node *node)
{
    struct xc_tree_frame *in = top(tree);

    if (in == NULL) {
        tree->root = node;
        return;
    }
    node->key = in->key;
    node->key_line = in->key_line;
    node->key_column = in->key_column;
    node->key_at = in->key_at;
    in->has_key = false;
    if (in->last == NULL)
        in->node->first = node;
    else
        in->last->next = node;
    in->last = node;
    in->node->n_children++;
}

/* Stores the line of an earlier key of the map like its pending one, 0 when there is
 * none. */
static bool
find_duplicate(struct xc_tree *tree, struct xc_tree_frame *in, size_t *out_line)
{
    const struct xc_node *child;
    size_t line = 0;

    *out_line = 0;
    if (in->keys.cap == 0 && in->node->n_children < few_keys) {
        for (child = in->node->first; child != NULL; child = child->next) {
            if (xc_str_equal(child->key, in->key))
                *out_line = child->key_line;
        }
        return true;
    }
    if (in->keys.cap == 0) {
        for (child = in->node->first; child != NULL; child = child->next) {
            if (!xc_table_add(&in->keys, child->key, child->key_line, tree->arena,
                              &line))
                return false;
        }
    }
    if (xc_table_get(&in->keys, in->key, out_line))
        return true;
    return xc_table_add(&in->keys, in->key, in->key_line, tree->arena, &line);
}

static bool
take_key(struct xc_tree *tree, struct xc_tree_frame *in, struct xc_str text,
         struct xc_tree_extent extent)
{
    const size_t index = extent.index;
    const size_t most_shown = 60;
    size_t first_line;

    if (!xc_arena_str(tree->arena, text, &in->key))
        return false;
    locate(tree, index, &in->key_line, &in->key_column);
    in->key_at = span_of(tree, extent);
    in->has_key = true;
    if (!find_duplicate(tree, in, &first_line))
        return false;
    if (first_line == 0)
        return true;
    return xc_tree_tell(
        tree, index, XC_CODE_DUPLICATE_KEY, "keep one of the two",
        text.len > most_shown
            ? xc_arena_printf(tree->arena, "duplicate key, first on line %zu",
                              first_line)
            : xc_arena_printf(tree->arena, "duplicate key '%.*s', first on line %zu",
                              (int)text.len, text.ptr, first_line));
}

/* An article's front matter can't be made several files of. */
const char *
xc_tree_size_hint(const struct xc_tree *tree)
{
    return tree->kind == XC_PROBLEM_RULE ? "make several files of it" : NULL;
}

static bool
count_node(struct xc_tree *tree, size_t index)
{
    tree->n_nodes++;
    if (tree->n_nodes <= tree->most_nodes)
        return true;
    tree->done = true;
    return xc_tree_tell(
        tree, index, XC_CODE_FILE_TOO_LARGE, xc_tree_size_hint(tree),
        xc_arena_printf(tree->arena, "more than %zu values", tree->most_nodes));
}

bool
xc_tree_scalar(struct xc_tree *tree, struct xc_tree_extent extent, struct xc_str text,
               bool quoted)
{
    const size_t index = extent.index;
    struct xc_tree_frame *in = top(tree);
    struct xc_node *node;

    if (!count_node(tree, index))
        return false;
    if (xc_str_find(text, 0, '\0') < text.len &&
        !xc_tree_tell(tree, index, XC_CODE_CONTROL_CHARACTER, "leave '\\0' out",
                      XC_STR("a NUL character")))
        return false;
    if (wants_key(in)) {
        if (text.len == 0 && !quoted &&
            !xc_tree_tell(tree, index, XC_CODE_YAML_SYNTAX, "write 'key: value'",
                          XC_STR("a key is missing before ':'")))
            return false;
        return take_key(tree, in, text, extent);
    }
    node = make_node(tree, index);
    if (node == NULL || !xc_arena_str(tree->arena, text, &node->text))
        return false;
    node->quoted = quoted;
    node->kind = quoted ? XC_NODE_STRING : plain_kind(text, &node->truth);
    node->at = span_of(tree, extent);
    hang(tree, node);
    return true;
}

/* A list or map that stands where a key belongs counts as the key "", so that the value
 * after it is read as a value. */
static bool
refuse_key(struct xc_tree *tree, struct xc_tree_frame *in, size_t index)
{
    in->key = XC_STR("");
    locate(tree, index, &in->key_line, &in->key_column);
    in->has_key = true;
    return xc_tree_tell(tree, index, XC_CODE_BAD_KEY,
                        "put text that begins with '[' or '{' in quotes",
                        XC_STR("a key must be a word, not a list or a map"));
}

bool
xc_tree_open(struct xc_tree *tree, size_t index, enum xc_node_kind kind)
{
    struct xc_tree_frame *in = top(tree);
    struct xc_node *node;
    size_t off;

    if (!count_node(tree, index))
        return false;
    if (tree->depth == XC_MAX_DATA_DEPTH) {
        tree->done = true;
        return xc_tree_tell(tree, index, XC_CODE_NESTED_TOO_DEEP, NULL,
                            xc_arena_printf(tree->arena, "nested more than %zu deep",
                                            XC_MAX_DATA_DEPTH));
    }
    node = make_node(tree, index);
    if (node == NULL)
        return false;
    node->kind = kind;
    off = xc_tree_offset(tree, index);
    node->at = (struct xc_span){tree->off_bytes + off, 0};
    if (!wants_key(in))
        hang(tree, node);
    else if (!refuse_key(tree, in, index))
        return false;
    tree->frames[tree->depth++] = (struct xc_tree_frame){
        .node = node,
        .in_brackets = off < tree->text.len &&
                       tree->text.ptr[off] == (kind == XC_NODE_LIST ? '[' : '{')};
    return true;
}

void
xc_tree_close(struct xc_tree *tree, struct xc_tree_extent extent)
{
    const struct xc_tree_frame *ended = &tree->frames[--tree->depth];
    struct xc_node *node = ended->node;
    size_t end = node->at.off_bytes;

    /* Without brackets it is the library's next token that tells the end. */
    if (ended->in_brackets)
        end = tree->off_bytes + xc_tree_offset(tree, extent.end);
    else if (ended->last != NULL)
        end = ended->last->at.off_bytes + ended->last->at.len_bytes;
    if (end > node->at.off_bytes)
        node->at.len_bytes = end - node->at.off_bytes;
}
