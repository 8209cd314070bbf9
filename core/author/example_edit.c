/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/example_edit.h"

#include "base/vec.h"
#include "rule/keys.h"

/* A line in brackets that would get longer goes on below. */
static const size_t most_columns = 100;

void
xc_example_edit_init(struct xc_example_editing *editing, struct xc_str text,
                     struct xc_arena *arena)
{
    size_t end = xc_str_find(text, 0, '\n');
    bool dos = end < text.len && end > 0 && text.ptr[end - 1] == '\r';

    *editing = (struct xc_example_editing){
        .text = text, .line_end = xc_str_of(dos ? "\r\n" : "\n"), .arena = arena};
}

/* Puts the pieces in before the byte at off; behind what was put there before. */
static bool
put(struct xc_example_editing *editing, size_t off, const struct xc_str *pieces,
    size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (!xc_text_edit_add(&editing->edits, (struct xc_span){off, 0}, pieces[i],
                              editing->arena))
            return false;
    }
    return true;
}

/* A line of its own below the one that ends at off. */
static bool
put_line(struct xc_example_editing *editing, size_t off, size_t indent,
         const char *before, struct xc_str written)
{
    const struct xc_str pieces[] = {
        editing->line_end,
        xc_arena_printf(editing->arena, "%*s%s", (int)indent, "", before),
        written,
    };

    return pieces[1].ptr != NULL && put(editing, off, pieces, XC_COUNT(pieces));
}

/* "[a, b]" of a and b; ptr NULL when memory is short. */
static struct xc_str
join(struct xc_arena *arena, char open, const struct xc_str_vec_of_kind *parts,
     char close)
{
    size_t n_bytes = 3;
    size_t len = 0;
    size_t i;
    char *made;

    for (i = 0; i < parts->n; i++)
        n_bytes += parts->items[i].len + 2;
    made = xc_arena_alloc(arena, n_bytes);
    if (made == NULL)
        return (struct xc_str){NULL, 0};
    made[len++] = open;
    for (i = 0; i < parts->n; i++) {
        if (i > 0) {
            made[len++] = ',';
            made[len++] = ' ';
        }
        memcpy(made + len, parts->items[i].ptr, parts->items[i].len);
        len += parts->items[i].len;
    }
    made[len++] = close;
    return (struct xc_str){made, len};
}

static size_t
line_start(struct xc_str text, size_t off)
{
    while (off > 0 && text.ptr[off - 1] != '\n')
        off--;
    return off;
}

/* Where the line that off stands in ends, before its line end. */
static size_t
line_stop(struct xc_str text, size_t off)
{
    size_t stop = xc_str_find(text, off, '\n');

    if (stop < text.len && stop > off && text.ptr[stop - 1] == '\r')
        stop--;
    return stop;
}

static char
first_char(const struct xc_example_editing *editing, const struct xc_node *node)
{
    size_t off = node->at.off_bytes;

    if (off >= editing->text.len)
        return '\0';
    return editing->text.ptr[off];
}

static bool
in_brackets(const struct xc_example_editing *editing, const struct xc_node *node)
{
    char c = first_char(editing, node);

    return c == '[' || c == '{';
}

static const struct xc_node *
last_child(const struct xc_node *node)
{
    const struct xc_node *child = node->first;

    while (child != NULL && child->next != NULL)
        child = child->next;
    return child;
}

static size_t
end_of(const struct xc_node *node)
{
    size_t end = node->at.off_bytes + node->at.len_bytes;
    size_t key_end = node->key_at.off_bytes + node->key_at.len_bytes;

    return end < key_end ? key_end : end;
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r';
}

/*
 * The end of the last line of a text below "|" or ">".  The empty lines behind it part it
 * from what follows, and stay there, unless "|+" has made them its own.
 */
static size_t
last_line_of_block(struct xc_str text, size_t start, size_t end)
{
    const bool keeps = xc_str_find(text, start, '+') < line_stop(text, start);

    while (keeps && end < text.len && is_blank(text.ptr[end]))
        end++;
    while (end > start && text.ptr[end - 1] == ' ')
        end--;
    if (keeps)
        return line_stop(text, end > start ? end - 1 : end);
    while (end > start && is_blank(text.ptr[end - 1]))
        end--;
    return line_stop(text, end);
}

/* The end of the last line of the entry or item. */
static size_t
last_line_of(const struct xc_example_editing *editing, const struct xc_node *node)
{
    const struct xc_str text = editing->text;
    char c;

    while (!in_brackets(editing, node) && node->first != NULL)
        node = last_child(node);
    c = first_char(editing, node);
    return node->quoted && (c == '|' || c == '>')
               ? last_line_of_block(text, node->at.off_bytes, end_of(node))
               : line_stop(text, end_of(node));
}

/* Adds items behind the last one in brackets, which stands on a line of its own: on lines
 * like that, and the comment behind it stays beside it. */
static bool
add_on_lines(struct xc_example_editing *editing, struct xc_span last,
             const struct xc_str_vec_of_kind *items)
{
    const struct xc_str text = editing->text;
    size_t end = last.off_bytes + last.len_bytes;
    size_t stop = line_stop(text, end);
    struct xc_str rest = xc_str_trim(xc_str_sub(text, end, stop - end));
    const bool has_comma = xc_str_starts(rest, ",");
    const size_t start = line_start(text, last.off_bytes);
    const struct xc_str comma = XC_STR(",");
    size_t i;

    if (!has_comma && !put(editing, end, &comma, 1))
        return false;
    for (i = 0; i < items->n; i++) {
        if (!put_line(editing, stop, last.off_bytes - start, "", items->items[i]) ||
            ((has_comma || i + 1 < items->n) && !put(editing, stop, &comma, 1)))
            return false;
    }
    return true;
}

/* Whether nothing but the item stands on its line; a comma and a comment may. */
static bool
has_line(struct xc_str text, struct xc_span item)
{
    size_t start = line_start(text, item.off_bytes);
    size_t end = item.off_bytes + item.len_bytes;
    struct xc_str before = xc_str_sub(text, start, item.off_bytes - start);
    struct xc_str rest = xc_str_trim(xc_str_sub(text, end, line_stop(text, end) - end));

    if (xc_str_starts(rest, ","))
        rest = xc_str_trim(xc_str_sub(rest, 1, rest.len - 1));
    return xc_str_trim(before).len == 0 && (rest.len == 0 || xc_str_starts(rest, "#"));
}

/* Adds items to a list or map in brackets; in a map they are whole entries. */
static bool
add_in_brackets(struct xc_example_editing *editing, const struct xc_node *node,
                const struct xc_str_vec_of_kind *items)
{
    const struct xc_node *last = last_child(node);
    const bool is_map = node->kind == XC_NODE_MAP;
    struct xc_span span = {node->at.off_bytes + 1, 0};
    size_t indent = node->at.off_bytes - line_start(editing->text, span.off_bytes) + 1;
    size_t width;
    size_t i;

    if (last != NULL) {
        span.off_bytes = is_map ? last->key_at.off_bytes : last->at.off_bytes;
        span.len_bytes = end_of(last) - span.off_bytes;
    }
    if (last != NULL && has_line(editing->text, span))
        return add_on_lines(editing, span, items);
    span.off_bytes += span.len_bytes;
    width = span.off_bytes - line_start(editing->text, span.off_bytes);
    for (i = 0; i < items->n; i++) {
        const bool first = last == NULL && i == 0;
        const bool fits = width + items->items[i].len < most_columns;
        const struct xc_str pieces[] = {first  ? XC_STR("")
                                        : fits ? XC_STR(", ")
                                               : XC_STR(",")};

        if (!put(editing, span.off_bytes, pieces, 1))
            return false;
        width = first || fits ? width + 2 : indent;
        if (!(first || fits
                  ? put(editing, span.off_bytes, &items->items[i], 1)
                  : put_line(editing, span.off_bytes, indent, "", items->items[i])))
            return false;
        width += items->items[i].len;
    }
    return true;
}

/* Adds items below the last of a list that has a dash for each. */
static bool
add_behind_dashes(struct xc_example_editing *editing, const struct xc_node *list,
                  const struct xc_str_vec_of_kind *items)
{
    const struct xc_node *last = last_child(list);
    const struct xc_str text = editing->text;
    const size_t start = line_start(text, last->at.off_bytes);
    const size_t dash = xc_str_find(text, start, '-');
    const size_t stop = last_line_of(editing, last);
    size_t i;

    if (dash >= last->at.off_bytes ||
        xc_str_trim(xc_str_sub(text, start, dash - start)).len > 0) {
        editing->odd = last;
        return true;
    }
    for (i = 0; i < items->n; i++) {
        if (!put_line(editing, stop, dash - start, "- ", items->items[i]))
            return false;
    }
    return true;
}

/* Makes a list of the one text that stands where a list may. */
static bool
add_to_text(struct xc_example_editing *editing, const struct xc_node *node,
            const struct xc_str_vec_of_kind *items)
{
    const char c = first_char(editing, node);
    const struct xc_str open = XC_STR("[");
    const struct xc_str made = join(editing->arena, ',', items, ']');
    const struct xc_str more[] = {XC_STR(", "),
                                  {made.ptr + 1, made.len > 0 ? made.len - 1 : 0}};

    if (made.ptr == NULL)
        return false;
    if (c != '"' && c != '\'') {
        editing->odd = node;
        return true;
    }
    return put(editing, node->at.off_bytes, &open, 1) &&
           put(editing, end_of(node), more, XC_COUNT(more));
}

static bool
add_to_kind(struct xc_example_editing *editing, const struct xc_node *node,
            const struct xc_str_vec_of_kind *items)
{
    if (node->kind != XC_NODE_LIST)
        return add_to_text(editing, node, items);
    return in_brackets(editing, node) ? add_in_brackets(editing, node, items)
                                      : add_behind_dashes(editing, node, items);
}

/* Adds "asserts: [a, b]" for each kind that map, which may be NULL, has no key for. */
static bool
make_entries(const struct xc_example_editing *editing,
             const struct xc_example_addition *addition, const struct xc_node *map,
             struct xc_str_vec_of_kind *out)
{
    size_t k;

    for (k = 0; k < XC_N_EXAMPLE_KINDS; k++) {
        const char *key = xc_keys_of_examples[k];
        struct xc_str *slot;
        struct xc_str list;

        if (addition->written[k].n == 0 || xc_node_get(map, key) != NULL)
            continue;
        list = join(editing->arena, '[', &addition->written[k], ']');
        slot = XC_VEC_ADD(out, editing->arena);
        if (list.ptr == NULL || slot == NULL)
            return false;
        *slot =
            xc_arena_printf(editing->arena, "%s: %.*s", key, (int)list.len, list.ptr);
        if (slot->ptr == NULL)
            return false;
    }
    return true;
}

/* New kinds on lines below off: lists with dashes, or in brackets. */
static bool
add_kinds_below(struct xc_example_editing *editing,
                const struct xc_example_addition *addition, const struct xc_node *map,
                size_t off, size_t indent)
{
    const struct xc_node *last = map == NULL ? NULL : last_child(map);
    const bool flat = last != NULL && in_brackets(editing, last);
    struct xc_str_vec_of_kind entries = {NULL, 0, 0};
    size_t k;
    size_t i;

    if (flat && !make_entries(editing, addition, map, &entries))
        return false;
    for (i = 0; i < entries.n; i++) {
        if (!put_line(editing, off, indent, "", entries.items[i]))
            return false;
    }
    for (k = 0; k < XC_N_EXAMPLE_KINDS && !flat; k++) {
        const struct xc_str_vec_of_kind *items = &addition->written[k];

        if (items->n == 0 || xc_node_get(map, xc_keys_of_examples[k]) != NULL)
            continue;
        if (!put_line(editing, off, indent, xc_keys_of_examples[k], XC_STR(":")))
            return false;
        for (i = 0; i < items->n; i++) {
            if (!put_line(editing, off, indent + 2, "- ", items->items[i]))
                return false;
        }
    }
    return true;
}

/* The claim has no `examples` yet. */
static bool
add_key(struct xc_example_editing *editing, const struct xc_example_addition *addition)
{
    const struct xc_node *claim = addition->claim;
    const struct xc_node *last = last_child(claim);
    struct xc_str_vec_of_kind entries = {NULL, 0, 0};
    struct xc_str_vec_of_kind whole = {NULL, 0, 0};
    struct xc_str map;
    struct xc_str *slot;
    size_t stop;

    if (!in_brackets(editing, claim)) {
        stop = last_line_of(editing, last);
        return put_line(editing, stop, last->key_column - 1, "examples:", XC_STR("")) &&
               add_kinds_below(editing, addition, NULL, stop, last->key_column + 1);
    }
    if (!make_entries(editing, addition, NULL, &entries))
        return false;
    map = join(editing->arena, '{', &entries, '}');
    slot = XC_VEC_ADD(&whole, editing->arena);
    if (map.ptr == NULL || slot == NULL)
        return false;
    *slot = xc_arena_printf(editing->arena, "examples: %.*s", (int)map.len, map.ptr);
    return slot->ptr != NULL && add_in_brackets(editing, claim, &whole);
}

bool
xc_example_edit_claim(struct xc_example_editing *editing,
                      const struct xc_example_addition *addition)
{
    const struct xc_node *map = xc_node_get(addition->claim, "examples");
    struct xc_str_vec_of_kind entries = {NULL, 0, 0};
    const struct xc_node *last;
    size_t k;

    if (map == NULL)
        return add_key(editing, addition);
    for (k = 0; k < XC_N_EXAMPLE_KINDS; k++) {
        const struct xc_node *node = xc_node_get(map, xc_keys_of_examples[k]);

        if (addition->written[k].n > 0 && node != NULL &&
            !add_to_kind(editing, node, &addition->written[k]))
            return false;
    }
    if (!in_brackets(editing, map)) {
        last = last_child(map);
        return add_kinds_below(editing, addition, map, last_line_of(editing, last),
                               last->key_column - 1);
    }
    return make_entries(editing, addition, map, &entries) &&
           (entries.n == 0 || add_in_brackets(editing, map, &entries));
}
