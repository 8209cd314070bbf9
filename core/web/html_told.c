/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_told.h"

#include "base/limits.h"
#include "base/table.h"
#include "data/json.h"
#include "source/line.h"
#include "web/json_mend.h"

/* Letters of a block's beginning and of its end that are looked for: enough to be found
 * nowhere else, and a sentence's worth. */
static const size_t probe_len = 32;

/* The longest string called "articleBody" in the tree. */
static struct xc_str
longest_body(const struct xc_node *root)
{
    const struct xc_node *stack[XC_MAX_DATA_DEPTH + 1];
    struct xc_str longest = {NULL, 0};
    size_t n = 0;

    stack[n++] = root;
    while (n > 0) {
        const struct xc_node *node = stack[n - 1];

        if (node == NULL) {
            n--;
            continue;
        }
        stack[n - 1] = node->next;
        if (node->kind == XC_NODE_STRING && xc_str_is(node->key, "articleBody") &&
            node->text.len > longest.len)
            longest = node->text;
        if ((node->kind == XC_NODE_LIST || node->kind == XC_NODE_MAP) &&
            n <= XC_MAX_DATA_DEPTH)
            stack[n++] = node->first;
    }
    return longest;
}

/* Makes text that has markup in it plain: one line for each block. */
static enum xc_status
make_plain(struct xc_str text, const struct xc_html_hints *hints,
           struct xc_arena *arena, struct xc_str *out)
{
    struct xc_problems problems;
    struct xc_html_blocks blocks;
    struct xc_page page;
    char *bytes;
    size_t len = 0;
    size_t i;
    enum xc_status status;

    xc_problems_init(&problems, arena);
    status = xc_page_read(text, XC_STR(""), arena, &page, &problems);
    if (status == XC_BAD_INPUT) {
        *out = (struct xc_str){NULL, 0};
        return XC_OK;
    }
    if (status != XC_OK || xc_html_blocks_cut(&page, hints, arena, &blocks) != XC_OK)
        return XC_NO_MEMORY;
    for (i = 0; i < blocks.n; i++)
        len += blocks.items[i].text.len + 1;
    bytes = xc_arena_alloc(arena, len);
    if (bytes == NULL)
        return XC_NO_MEMORY;
    len = 0;
    for (i = 0; i < blocks.n; i++) {
        memcpy(bytes + len, blocks.items[i].text.ptr, blocks.items[i].text.len);
        len += blocks.items[i].text.len;
        bytes[len++] = '\n';
    }
    *out = (struct xc_str){bytes, len};
    return XC_OK;
}

static bool
has_markup(struct xc_str text)
{
    size_t at = 0;

    while ((at = xc_str_find(text, at, '<')) + 1 < text.len) {
        at++;
        if (text.ptr[at] == '/' || xc_line_is_letter(text.ptr[at]))
            return true;
    }
    return false;
}

/* Keeps the longest text that the script tells. */
static enum xc_status
read_script(const struct xc_piece *piece, struct xc_arena *arena,
            struct xc_html_told *told)
{
    struct xc_str rest = piece->text;
    struct xc_problems unheard;
    struct xc_node *root;
    struct xc_str value;

    xc_problems_init(&unheard, arena);
    for (;;) {
        enum xc_status status = xc_json_mend_next(&rest, arena, &value);
        struct xc_str body;

        if (status != XC_OK || value.ptr == NULL)
            return status;
        status = xc_json_parse(value, XC_STR(""), piece->line, arena, &root, &unheard);
        if (status == XC_BAD_INPUT)
            continue;
        if (status != XC_OK)
            return status;
        body = longest_body(root);
        if (body.len > told->text.len) {
            told->line = piece->line;
            told->text = body;
        }
    }
}

enum xc_status
xc_html_told_find(const struct xc_page *page, const struct xc_html_hints *hints,
                  struct xc_arena *arena, struct xc_html_told *out)
{
    struct xc_html_told told = {.text = {NULL, 0}};
    size_t i;

    for (i = 0; i < page->n_pieces; i++) {
        const struct xc_piece *piece = &page->pieces[i];
        enum xc_status status;

        if (!xc_str_is(page->elements[piece->element].name, "script"))
            continue;
        status = read_script(piece, arena, &told);
        if (status != XC_OK)
            return status;
    }
    if (has_markup(told.text) &&
        make_plain(told.text, hints, arena, &told.text) != XC_OK)
        return XC_NO_MEMORY;
    told.n_words = xc_html_count_words(told.text);
    *out = told;
    return XC_OK;
}

/* Sets *out to the ASCII letters and digits of text, in lower case. */
static bool
letters_of(struct xc_str text, struct xc_arena *arena, struct xc_str *out)
{
    char *bytes = xc_arena_alloc(arena, text.len + 1);
    size_t len = 0;
    size_t i;

    if (bytes == NULL)
        return false;
    for (i = 0; i < text.len; i++) {
        const int c = xc_line_lower(text.ptr[i]);

        if ((c >= 'a' && c <= 'z') || xc_line_is_digit(text.ptr[i]))
            bytes[len++] = (char)c;
    }
    *out = (struct xc_str){bytes, len};
    return true;
}

/* The beginnings and ends of blocks, and which of them the text has. */
struct probes {
    struct xc_table table; /* probe → its number */
    size_t *numbers;       /* two of each block; 0: the block is too short */
    bool *found;           /* by number */
    size_t n;
};

static bool
add_probe(struct probes *probes, struct xc_str probe, struct xc_arena *arena,
          size_t *out_number)
{
    if (!xc_table_add(&probes->table, probe, probes->n + 1, arena, out_number))
        return false;
    probes->n += *out_number == probes->n + 1;
    return true;
}

static bool
make_probes(const struct xc_html_blocks *blocks, struct xc_arena *arena,
            struct probes *probes)
{
    size_t i;

    probes->numbers = xc_arena_array(arena, 2 * blocks->n, sizeof *probes->numbers);
    probes->found = xc_arena_array(arena, 2 * blocks->n + 1, sizeof *probes->found);
    if (probes->numbers == NULL || probes->found == NULL)
        return false;
    for (i = 0; i < blocks->n; i++) {
        struct xc_str own;

        if (!letters_of(blocks->items[i].text, arena, &own))
            return false;
        if (own.len < probe_len)
            continue;
        if (!add_probe(probes, xc_str_sub(own, 0, probe_len), arena,
                       &probes->numbers[2 * i]) ||
            !add_probe(probes, xc_str_sub(own, own.len - probe_len, probe_len), arena,
                       &probes->numbers[2 * i + 1]))
            return false;
    }
    return true;
}

enum xc_status
xc_html_told_match(const struct xc_html_told *told, const struct xc_html_blocks *blocks,
                   struct xc_arena *arena, bool **out_told)
{
    bool *is_told = xc_arena_array(arena, blocks->n, sizeof *is_told);
    struct probes probes = {.n = 0};
    struct xc_str letters;
    size_t n_words = 0;
    size_t number;
    size_t i;

    if (is_told == NULL || !letters_of(told->text, arena, &letters) ||
        !make_probes(blocks, arena, &probes))
        return XC_NO_MEMORY;
    for (i = 0; i + probe_len <= letters.len; i++) {
        if (xc_table_get(&probes.table, xc_str_sub(letters, i, probe_len), &number))
            probes.found[number] = true;
    }
    for (i = 0; i < blocks->n; i++) {
        is_told[i] = probes.found[probes.numbers[2 * i]] &&
                     probes.found[probes.numbers[2 * i + 1]];
        n_words += is_told[i] ? blocks->items[i].n_words : 0;
    }
    *out_told = n_words * 2 >= told->n_words ? is_told : NULL;
    return XC_OK;
}
