/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/json.h"

#include <jansson.h>
#include <setjmp.h>

#include "base/limits.h"

struct reader {
    struct xc_str text;
    struct xc_str path;
    size_t line; /* of the text's first line, in the file */
    struct xc_arena *arena;
    struct xc_problems *problems;
    size_t most_nodes;
    size_t off_bytes; /* numbers before it have been met */
};

static bool
tell(const struct reader *r, size_t off_bytes, struct xc_str message)
{
    struct xc_place place;

    if (message.ptr == NULL)
        return false;
    xc_place_of_offset(r->text, off_bytes, &place);
    place.path = r->path;
    place.line += r->line - 1;
    if (place.excerpt.len > XC_MAX_EXCERPT_BYTES)
        place.excerpt = XC_STR("");
    return xc_problems_add(r->problems, XC_PROBLEM_MALFORMED, &place, NULL, "%.*s",
                           (int)message.len, message.ptr);
}

/* The offset after the string that begins at off, or the text's end. */
static size_t
skip_string(struct xc_str text, size_t off)
{
    size_t from = off + 1;

    while (from < text.len) {
        const size_t at = xc_str_find(text, from, '"');
        size_t n_escapes = 0;

        while (at - n_escapes > from && text.ptr[at - n_escapes - 1] == '\\')
            n_escapes++;
        if (at == text.len || n_escapes % 2 == 0)
            return at == text.len ? at : at + 1;
        from = at + 1;
    }
    return text.len;
}

/*
 * Bounds what jansson would build before it builds it: "[[],[],…" takes forty times
 * its own size in memory.  XC_BAD_INPUT when told.
 */
static enum xc_status
check_size(const struct reader *r)
{
    const struct xc_str text = r->text;
    size_t depth = 0;
    size_t n_nodes = 1;
    size_t off = 0;

    while (off < text.len) {
        const char c = text.ptr[off];

        if (c == '"') {
            off = skip_string(text, off);
            continue;
        }
        if (c == '[' || c == '{') {
            depth++;
            n_nodes++;
        } else if ((c == ']' || c == '}') && depth > 0) {
            depth--;
        } else if (c == ',') {
            n_nodes++;
        }
        if (depth > XC_MAX_DATA_DEPTH)
            return tell(r, off,
                        xc_arena_printf(r->arena, "nested more than %zu deep",
                                        XC_MAX_DATA_DEPTH))
                       ? XC_BAD_INPUT
                       : XC_NO_MEMORY;
        if (n_nodes > r->most_nodes)
            return tell(
                       r, off,
                       xc_arena_printf(r->arena, "more than %zu values", r->most_nodes))
                       ? XC_BAD_INPUT
                       : XC_NO_MEMORY;
        off++;
    }
    return XC_OK;
}

/*
 * The text of the next number: jansson keeps only its value, but hands the values out
 * in the order in which they stand.
 */
static struct xc_str
next_number(struct reader *r)
{
    const struct xc_str text = r->text;
    size_t off = r->off_bytes;
    size_t start;

    while (off < text.len && text.ptr[off] != '-' &&
           (text.ptr[off] < '0' || text.ptr[off] > '9'))
        off = text.ptr[off] == '"' ? skip_string(text, off) : off + 1;
    start = off;
    while (off < text.len &&
           (text.ptr[off] == '-' || text.ptr[off] == '+' || text.ptr[off] == '.' ||
            text.ptr[off] == 'e' || text.ptr[off] == 'E' ||
            (text.ptr[off] >= '0' && text.ptr[off] <= '9')))
        off++;
    r->off_bytes = off;
    return xc_str_sub(text, start, off - start);
}

/* The node of one value, without its children; NULL when memory is short. */
static struct xc_node *
make_node(struct reader *r, const json_t *value)
{
    struct xc_node *node = xc_arena_array(r->arena, 1, sizeof *node);
    struct xc_str text = XC_STR("");

    if (node == NULL)
        return NULL;
    node->line = r->line;
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        node->kind = XC_NODE_MAP;
        break;
    case JSON_ARRAY:
        node->kind = XC_NODE_LIST;
        break;
    case JSON_STRING:
        node->kind = XC_NODE_STRING;
        node->quoted = true;
        text = (struct xc_str){json_string_value(value), json_string_length(value)};
        break;
    case JSON_INTEGER:
    case JSON_REAL:
        node->kind = XC_NODE_NUMBER;
        text = next_number(r);
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        node->kind = XC_NODE_BOOL;
        node->truth = json_is_true(value);
        text = node->truth ? XC_STR("true") : XC_STR("false");
        break;
    case JSON_NULL:
        node->kind = XC_NODE_NULL;
        break;
    }
    return xc_arena_str(r->arena, text, &node->text) ? node : NULL;
}

/* An open list or map and how far it has been read. */
struct frame {
    json_t *value;
    struct xc_node *node;
    struct xc_node *last;
    size_t next_item;
    void *iter;
    bool begun;
};

/* The next child of the list or map, with its key when it has one; NULL at the end. */
static json_t *
next_child(struct frame *in, struct xc_str *out_key)
{
    *out_key = (struct xc_str){NULL, 0};
    if (json_is_array(in->value))
        return json_array_get(in->value, in->next_item++);
    in->iter = in->begun ? json_object_iter_next(in->value, in->iter)
                         : json_object_iter(in->value);
    in->begun = true;
    if (in->iter == NULL)
        return NULL;
    *out_key = (struct xc_str){json_object_iter_key(in->iter),
                               json_object_iter_key_len(in->iter)};
    return json_object_iter_value(in->iter);
}

/* Copies the tree below value; NULL when memory is short. */
static struct xc_node *
convert(struct reader *r, json_t *value)
{
    struct frame frames[XC_MAX_DATA_DEPTH + 1];
    struct xc_node *root = make_node(r, value);
    size_t depth = 0;

    if (root != NULL && (json_is_array(value) || json_is_object(value)))
        frames[depth++] = (struct frame){.value = value, .node = root};
    while (depth > 0) {
        struct frame *in = &frames[depth - 1];
        struct xc_str key;
        json_t *child = next_child(in, &key);
        struct xc_node *node;

        if (child == NULL) {
            depth--;
            continue;
        }
        node = make_node(r, child);
        if (node == NULL ||
            (key.ptr != NULL && !xc_arena_str(r->arena, key, &node->key)))
            return NULL;
        node->key_line = r->line;
        if (in->last == NULL)
            in->node->first = node;
        else
            in->last->next = node;
        in->last = node;
        in->node->n_children++;
        if (json_is_array(child) || json_is_object(child))
            frames[depth++] = (struct frame){.value = child, .node = node};
    }
    return root;
}

/* What jansson allocates while it works for one call. */
struct library_memory {
    struct xc_arena arena;
    jmp_buf failed;
};

/* jansson's hooks get no context, so it hangs on the thread, NULL between calls. */
static _Thread_local struct library_memory *library_memory;

/*
 * jansson 2.14 does not look at every allocation: where a string grows it drops the
 * character instead, and in other places it calls the text wrong or aborts.  So none may
 * be seen to fail: this one leaves jansson altogether.
 */
static void *
library_allocate(size_t n_bytes)
{
    void *at = xc_arena_alloc(&library_memory->arena, n_bytes);

    if (at == NULL)
        longjmp(library_memory->failed, 1);
    return at;
}

static void
library_free(void *at)
{
    (void)at; /* all at once, at the end */
}

/* Reads r->text by jansson into *out_root. */
static enum xc_status
parse(struct reader *r, struct xc_node **out_root)
{
    /* Integers as reals, so that a number of thirty digits is no error: only their text
     * is kept. */
    const size_t flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY |
                         JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL;
    const struct xc_str text = r->text;
    struct xc_node *root;
    json_error_t error;
    json_t *value;

    value = json_loadb(text.len == 0 ? "" : text.ptr, text.len, flags, &error);
    if (value == NULL) {
        size_t off = error.position < 0 ? 0 : (size_t)error.position;

        if (json_error_code(&error) == json_error_out_of_memory)
            return XC_NO_MEMORY;
        if (!tell(r, off, xc_arena_printf(r->arena, "not JSON: %s", error.text)))
            return XC_NO_MEMORY;
        return XC_BAD_INPUT;
    }
    root = convert(r, value);
    if (root == NULL)
        return XC_NO_MEMORY;
    *out_root = root;
    return XC_OK;
}

void
xc_json_prepare(void)
{
    json_malloc_t allocate;
    json_free_t release;

    /* They are jansson's for all threads, so they are set once, and only looked at after. */
    json_get_alloc_funcs(&allocate, &release);
    if (allocate != library_allocate)
        json_set_alloc_funcs(library_allocate, library_free);
}

static enum xc_status
read_root(struct reader *r, struct xc_node **out_root)
{
    struct library_memory memory;
    enum xc_status status = check_size(r);

    if (status != XC_OK)
        return status;
    xc_arena_init(&memory.arena);
    library_memory = &memory;
    xc_json_prepare();
    if (setjmp(memory.failed) == 0)
        status = parse(r, out_root);
    else
        status = XC_NO_MEMORY;
    library_memory = NULL;
    xc_arena_release(&memory.arena);
    return status;
}

enum xc_status
xc_json_parse(struct xc_str text, struct xc_str path, size_t line,
              struct xc_arena *arena, struct xc_node **out_root,
              struct xc_problems *problems)
{
    struct reader r = {text, path, line, arena, problems, XC_MAX_DATA_NODES, 0};

    return read_root(&r, out_root);
}

enum xc_status
xc_json_parse_report(struct xc_str text, struct xc_str path, struct xc_arena *arena,
                     struct xc_node **out_root, struct xc_problems *problems)
{
    struct reader r = {text, path, 1, arena, problems, XC_MAX_REPORT_NODES, 0};

    return read_root(&r, out_root);
}
