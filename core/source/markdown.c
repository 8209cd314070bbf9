/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/markdown.h"

#include <string.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "base/limits.h"
#include "source/align.h"
#include "source/allocation.h"
#include "source/line.h"

/* Where the walk over the tree stands. */
struct walk {
    const struct xc_markdown *input;
    struct xc_block_vec *blocks;
    struct xc_str title; /* ptr NULL until a heading of level 1 came */
    bool short_of_memory;

    size_t line; /* the parser's number of the line that begins at line_off */
    size_t line_off;
    size_t counted_off; /* '\n' before it were counted … */
    size_t counted;     /* … and make this line number of the file */

    size_t passed; /* what is before it belongs to earlier leaves */

    cmark_node *leaf; /* the block whose inlines are being read, or NULL */
    struct xc_align align;
    struct xc_run_vec runs;
    struct xc_run_vec caption;
    size_t quote_depth;
    size_t image_depth;
    size_t struck_depth;
};

static const cmark_mem hooks = {xc_allocation_calloc, xc_allocation_realloc,
                                xc_allocation_free};

void
xc_markdown_prepare(void)
{
    cmark_mem *usual = cmark_get_default_mem_allocator();
    const cmark_mem kept = *usual;

    /* The extensions are made with the library's own allocator, which ends the program
     * when memory is short. */
    *usual = hooks;
    cmark_gfm_core_extensions_ensure_registered();
    *usual = kept;
}

static bool
is_extension(cmark_node *node, const char *name)
{
    return strcmp(cmark_node_get_type_string(node), name) == 0;
}

/* The offset after the line end that stands at or after off, by the parser's notion of
 * a line end: "\n", "\r\n" or "\r". */
static size_t
after_line(const struct walk *w, size_t off)
{
    const struct xc_str text = w->input->text;

    while (off < text.len && text.ptr[off] != '\n' && text.ptr[off] != '\r')
        off++;
    if (off < text.len && text.ptr[off] == '\r')
        off += off + 1 < text.len && text.ptr[off + 1] == '\n' ? 2 : 1;
    else if (off < text.len)
        off++;
    return off;
}

/* The offset where the parser's line begins; blocks come in ascending order. */
static size_t
line_start(struct walk *w, size_t line)
{
    if (line < w->line) {
        w->line = 1;
        w->line_off = w->input->body.off_bytes;
    }
    for (; w->line < line; w->line++)
        w->line_off = after_line(w, w->line_off);
    return w->line_off;
}

/* The file's line number of an offset, '\n' alone ending lines. */
static size_t
file_line(struct walk *w, size_t off)
{
    if (off < w->counted_off) {
        w->counted = 1;
        w->counted_off = 0;
    }
    for (; w->counted_off < off; w->counted_off++)
        w->counted += w->input->text.ptr[w->counted_off] == '\n';
    return w->counted;
}

/* Whether node is a cell in the head of a table that cut a paragraph off in front of
 * itself, as in "Text\na|b\n-|-": the parser gives the head the paragraph's place, and the
 * paragraph none. */
static bool
is_cut_head(cmark_node *node)
{
    cmark_node *row = is_extension(node, "table_cell") ? cmark_node_parent(node) : NULL;
    cmark_node *before;

    if (row == NULL || cmark_node_previous(row) != NULL)
        return false;
    before = cmark_node_previous(cmark_node_parent(row));
    return before != NULL && cmark_node_get_start_line(before) == 0;
}

/* The node that has the place of a leaf: of a cell the row, of a paragraph that was cut
 * off the table behind it. */
static cmark_node *
placed_by(cmark_node *node)
{
    if (is_extension(node, "table_cell"))
        return cmark_node_parent(node);
    if (cmark_node_get_start_line(node) == 0 && cmark_node_next(node) != NULL)
        return cmark_node_next(node);
    return node;
}

/* Puts the cursor on the source of a leaf block. */
static void
find_leaf(struct walk *w, cmark_node *node)
{
    const size_t body_end = w->input->body.off_bytes + w->input->body.len_bytes;
    cmark_node *placed = placed_by(node);
    const size_t first = (size_t)cmark_node_get_start_line(placed);
    const size_t last = (size_t)cmark_node_get_end_line(placed);
    const size_t column = (size_t)cmark_node_get_start_column(placed);
    /* Rows below a table's head have the head's column, which may not be theirs. */
    const bool lower_row = is_extension(node, "table_cell") &&
                           cmark_node_previous(cmark_node_parent(node)) != NULL;
    size_t off = line_start(w, first);
    size_t end = off;
    size_t line;

    for (line = first; line <= last; line++)
        end = after_line(w, end);
    off += lower_row || column == 0 ? 0 : column - 1;
    if (off < w->passed)
        off = w->passed;
    if (is_cut_head(node)) {
        off = cmark_node_previous(node) == NULL ? after_line(w, w->passed) : w->passed;
        end = after_line(w, off);
    }
    end = end < body_end ? end : body_end;
    w->align = (struct xc_align){.text = w->input->text,
                                 .at = off < end ? off : end,
                                 .end = end,
                                 .arena = w->input->arena};
    if (lower_row && cmark_node_previous(node) == NULL)
        xc_align_margin(&w->align, w->quote_depth);
}

static void
enter_leaf(struct walk *w, cmark_node *node)
{
    w->leaf = node;
    find_leaf(w, node);
    w->runs = (struct xc_run_vec){NULL, 0, 0};
    w->caption = (struct xc_run_vec){NULL, 0, 0};
    if (is_extension(node, "table_cell"))
        xc_align_pass(&w->align, " \t|", w->align.end);
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
        xc_align_pass(&w->align, " \t", w->align.end);
        xc_align_pass(&w->align, "#", 6);
    }
    xc_align_pass(&w->align, " \t", w->align.end);
}

/* A paragraph that is only a credit or a notice is one here as in plain text. */
static enum xc_block_kind
kind_of(const struct walk *w, struct xc_str text)
{
    const bool heading = cmark_node_get_type(w->leaf) == CMARK_NODE_HEADING;
    const enum xc_page_line line =
        xc_page_line_classify(w->input->rules, xc_line_trim(text));

    if (heading && line != XC_PAGE_NOTICE)
        return XC_BLOCK_HEADLINE;
    switch (line) {
    case XC_PAGE_PHOTO:
    case XC_PAGE_NOTICE:
    case XC_PAGE_BYLINE:
        return XC_BLOCK_CREDIT;
    case XC_PAGE_POST:
        return XC_BLOCK_QUOTATION;
    case XC_PAGE_TEXT:
        break;
    }
    return w->quote_depth > 0 ? XC_BLOCK_QUOTATION : XC_BLOCK_PARAGRAPH;
}

static bool
leave_leaf(struct walk *w, cmark_node *node)
{
    struct xc_arena *arena = w->input->arena;
    struct xc_str text;
    size_t off;

    w->image_depth = 0;
    w->struck_depth = 0;
    w->passed = w->align.at;
    if (w->runs.n > 0) {
        text = xc_runs_text(w->runs.items, w->runs.n, w->input->text, arena);
        off = w->runs.items[0].off_bytes;
        if (text.ptr == NULL || !xc_blocks_add(w->blocks, kind_of(w, text), &w->runs,
                                               file_line(w, off), arena))
            return false;
        if (w->title.ptr == NULL && cmark_node_get_type(node) == CMARK_NODE_HEADING &&
            cmark_node_get_heading_level(node) == 1)
            w->title = text;
    }
    w->leaf = NULL;
    return w->caption.n == 0 ||
           xc_blocks_add(w->blocks, XC_BLOCK_CAPTION, &w->caption,
                         file_line(w, w->caption.items[0].off_bytes), arena);
}

static struct xc_str
literal_of(cmark_node *node)
{
    return xc_str_of(cmark_node_get_literal(node));
}

/* Where the text at the cursor goes. */
static struct xc_run_vec *
target(struct walk *w)
{
    if (w->struck_depth > 0)
        return NULL;
    return w->image_depth > 0 ? &w->caption : &w->runs;
}

/* The most bytes that the source of an address and a title can take: an entity of 33
 * bytes may stand for 3. */
static size_t
most_tail(cmark_node *node)
{
    const struct xc_str url = xc_str_of(cmark_node_get_url(node));
    const struct xc_str title = xc_str_of(cmark_node_get_title(node));

    return 12 * (url.len + title.len) + 256;
}

static bool
on_extension(struct walk *w, cmark_node *node, bool enter)
{
    if (is_extension(node, "strikethrough")) {
        xc_align_pass(&w->align, "~", 2);
        w->struck_depth += enter;
        w->struck_depth -= !enter && w->struck_depth > 0;
    }
    return true;
}

/* One event inside a leaf block. */
static bool
on_inline(struct walk *w, cmark_node *node, bool enter)
{
    struct xc_align *align = &w->align;

    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        return xc_align_text(align, literal_of(node), target(w));
    case CMARK_NODE_CODE:
        return xc_align_code(align, target(w));
    case CMARK_NODE_HTML_INLINE:
        return xc_align_html(align, literal_of(node), target(w));
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        xc_align_break(align, w->quote_depth);
        return true;
    case CMARK_NODE_EMPH:
        xc_align_pass(align, "*_", 1);
        return true;
    case CMARK_NODE_STRONG:
        xc_align_pass(align, "*_", 2);
        return true;
    case CMARK_NODE_LINK:
        if (enter)
            xc_align_pass(align, "[<", 1);
        else
            xc_align_link_end(align, most_tail(node));
        return true;
    case CMARK_NODE_IMAGE:
        if (enter) {
            xc_align_pass(align, "!", 1);
            xc_align_pass(align, "[", 1);
        } else {
            xc_align_link_end(align, most_tail(node));
        }
        w->image_depth += enter;
        w->image_depth -= !enter && w->image_depth > 0;
        return true;
    default: /* the extensions' types are numbers made at run time */
        return on_extension(w, node, enter);
    }
}

static bool
is_leaf(cmark_node *node)
{
    const cmark_node_type type = cmark_node_get_type(node);

    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING ||
           is_extension(node, "table_cell");
}

static bool
on_event(struct walk *w, cmark_node *node, bool enter)
{
    if (is_leaf(node)) {
        if (!enter)
            return leave_leaf(w, node);
        enter_leaf(w, node);
        return true;
    }
    if (w->leaf != NULL)
        return on_inline(w, node, enter);
    if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE) {
        w->quote_depth += enter;
        w->quote_depth -= !enter;
    }
    return true;
}

/* Parses the body and walks over its tree. */
static void
parse(void *context)
{
    struct walk *w = context;
    const struct xc_str body = xc_str_at(w->input->text, w->input->body);
    cmark_mem memory = hooks; /* the parser takes no const one */
    cmark_parser *parser =
        cmark_parser_new_with_mem(CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS, &memory);
    cmark_event_type event;
    cmark_iter *iter;

    (void)cmark_parser_attach_syntax_extension(parser,
                                               cmark_find_syntax_extension("table"));
    (void)cmark_parser_attach_syntax_extension(
        parser, cmark_find_syntax_extension("strikethrough"));
    cmark_parser_feed(parser, body.ptr, body.len);
    iter = cmark_iter_new(cmark_parser_finish(parser));
    while (!w->short_of_memory && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
        w->short_of_memory =
            !on_event(w, cmark_iter_get_node(iter), event == CMARK_EVENT_ENTER);
}

enum xc_status
xc_markdown_read(const struct xc_markdown *input, struct xc_block_vec *blocks,
                 struct xc_str *out_title, struct xc_problems *problems)
{
    const struct xc_place place = {.path = input->path};
    struct walk walk = {.input = input,
                        .blocks = blocks,
                        .line = 1,
                        .line_off = input->body.off_bytes,
                        .counted = 1};
    enum xc_status status;

    status = xc_allocation_run(XC_MAX_MARKDOWN_BYTES, parse, &walk);
    if (walk.short_of_memory)
        return XC_NO_MEMORY;
    if (status == XC_BAD_INPUT &&
        !xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, NULL,
                         "its Markdown takes more than %zu bytes of memory",
                         XC_MAX_MARKDOWN_BYTES))
        return XC_NO_MEMORY;
    if (status == XC_OK && walk.title.ptr != NULL)
        *out_title = walk.title;
    return status;
}
