/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/front_matter.h"

#include "data/yaml.h"

/* The end of the line that begins at off, after its '\n'. */
static size_t
next_line(struct xc_str text, size_t off)
{
    size_t stop = xc_str_find(text, off, '\n');

    return stop < text.len ? stop + 1 : text.len;
}

/* Whether the line at off holds only mark. */
static bool
is_mark(struct xc_str text, size_t off, const char *mark)
{
    struct xc_str line = xc_str_sub(text, off, next_line(text, off) - off);

    return xc_str_starts(line, mark) && xc_str_is(xc_str_trim(line), mark);
}

/* Finds the YAML; false when there is none. */
static bool
find(struct xc_str text, struct xc_span *out_inner, size_t *out_end)
{
    size_t off = xc_str_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
    size_t start;

    if (!is_mark(text, off, "---"))
        return false;
    start = next_line(text, off);
    for (off = start; off < text.len; off = next_line(text, off)) {
        if (is_mark(text, off, "---") || is_mark(text, off, "...")) {
            *out_inner = (struct xc_span){start, off - start};
            *out_end = next_line(text, off);
            return true;
        }
    }
    return false;
}

/* "---" above "publisher: …" was meant to be front matter; above anything else it is a
 * rule across the page. */
static bool
is_unclosed(struct xc_str text)
{
    const size_t start = next_line(text, 0);
    const struct xc_str line = xc_str_sub(text, start, next_line(text, start) - start);

    return is_mark(text, 0, "---") && xc_str_find(line, 0, ':') < line.len;
}

enum xc_status
xc_front_matter_read(struct xc_str path, struct xc_str text, struct xc_arena *arena,
                     struct xc_front_matter *out, struct xc_problems *problems)
{
    struct xc_front_matter matter = {.end = 0};
    struct xc_node *root = NULL;
    struct xc_place place = {.path = path, .line = 2, .column = 1};
    enum xc_status status;

    if (!find(text, &matter.inner, &matter.end)) {
        if (is_unclosed(text) &&
            !xc_problems_add(problems, XC_PROBLEM_METADATA, &place,
                             "end it with a line '---'", "the front matter never ends"))
            return XC_NO_MEMORY;
        *out = matter;
        return XC_OK;
    }
    status = xc_yaml_parse(xc_str_at(text, matter.inner), path, 2, XC_PROBLEM_METADATA,
                           arena, &root, problems);
    if (status == XC_NO_MEMORY)
        return status;
    if (status == XC_OK && root->kind == XC_NODE_MAP)
        matter.map = root;
    else if (status == XC_OK && root->kind != XC_NODE_NULL &&
             !xc_problems_add(problems, XC_PROBLEM_METADATA, &place,
                              "write 'title: …' and the like, one a line",
                              "the front matter is no map of fields"))
        return XC_NO_MEMORY;
    *out = matter;
    return XC_OK;
}

/* The offset of line and column (in characters) in text. */
static size_t
offset_of(struct xc_str text, size_t line, size_t column)
{
    size_t off = 0;

    while (line > 1 && off < text.len) {
        off = next_line(text, off);
        line--;
    }
    while (column > 1 && off < text.len) {
        off++;
        while (off < text.len && ((unsigned char)text.ptr[off] & 0xC0) == 0x80)
            off++;
        column--;
    }
    return off;
}

/* What a YAML scalar may hold beside the text it stands for. */
static bool
is_markup(char c)
{
    return c == '\'' || c == '"' || c == '\\' || c == ' ' || c == '\n' || c == '\r' ||
           c == '\t' || c == '|' || c == '>' || c == '-' || c == '+';
}

bool
xc_front_matter_title(const struct xc_front_matter *matter, struct xc_str text,
                      struct xc_arena *arena, struct xc_run_vec *out)
{
    const struct xc_node *title = xc_node_get(matter->map, "title");
    const size_t end = matter->inner.off_bytes + matter->inner.len_bytes;
    struct xc_run_vec runs = {NULL, 0, 0};
    struct xc_str wanted;
    size_t off;
    size_t at = 0;

    if (title == NULL || title->kind != XC_NODE_STRING)
        return true;
    wanted = xc_str_trim(title->text);
    off = offset_of(text, title->line, title->column);
    /* The opening quote is markup even where the title begins with one. */
    if (title->quoted && off < end)
        off++;
    while (at < wanted.len && off < end) {
        const bool space = wanted.ptr[at] == ' ' || wanted.ptr[at] == '\n';

        if (text.ptr[off] == wanted.ptr[at]) {
            if (!xc_runs_add(&runs, off, off + 1, arena))
                return false;
            at++;
            off++;
        } else if (space && text.ptr[off] == '\n') {
            at++; /* a folded line end: the gap between two runs */
        } else if (is_markup(text.ptr[off])) {
            off++;
        } else {
            return true;
        }
    }
    if (at == wanted.len)
        *out = runs;
    return true;
}
