/* SPDX-License-Identifier: Apache-2.0 */
/* A web page: its elements and their text, and what the reader makes of it. */
#include "config.h"

#include "base/limits.h"
#include "reading.h"
#include "source/fields.h"
#include "web/html_article.h"

/* Elements whose text is taken; it takes long for all of them. */
enum { MOST_TEXTS = 16 };

static void
check_element(const struct xc_page *page, size_t i, size_t n_lines)
{
    const struct xc_element *element = &page->elements[i];
    const struct xc_element *parent;

    invariant_utf8(element->name);
    assert(element->end > i && element->end <= page->n_elements);
    assert(element->first_piece <= element->end_piece);
    assert(element->end_piece <= page->n_pieces);
    assert(element->line >= 1 && element->line <= n_lines);
    assert(element->depth <= XC_MAX_MARKUP_DEPTH);
    assert(element->n_attributes <= XC_MAX_TAG_ATTRIBUTES);
    if (element->parent == XC_PAGE_NO_PARENT)
        return;
    assert(element->parent < i);
    parent = &page->elements[element->parent];
    assert(element->end <= parent->end);
    assert(element->first_piece >= parent->first_piece);
    assert(element->end_piece <= parent->end_piece);
}

static void
check_page(const struct xc_page *page, size_t n_lines, struct xc_arena *arena)
{
    size_t i;

    for (i = 0; i < page->n_elements; i++)
        check_element(page, i, n_lines);
    for (i = 0; i < page->n_elements && i < MOST_TEXTS; i++)
        invariant_utf8(xc_page_text(page, i, arena));
    for (i = 0; i < page->n_pieces; i++) {
        const struct xc_piece *piece = &page->pieces[i];

        invariant_utf8(piece->text);
        assert(piece->element < page->n_elements);
        assert(piece->line >= 1 && piece->line <= n_lines);
    }
}

/* The page as if all of it were article, as an item of a feed is. */
static void
check_whole(const struct xc_page *page, size_t n_lines, struct xc_arena *arena)
{
    struct xc_html_rules rules;
    struct xc_html_article article;
    struct xc_source source;

    assert(xc_html_rules_load(arena, &rules) == XC_OK);
    assert(xc_html_article_whole(page, &rules, arena, &article) == XC_OK);
    xc_fields_clear(&source);
    source.id = source.path = XC_STR("a.html");
    source.text = article.text;
    source.blocks = article.blocks.items;
    source.n_blocks = article.blocks.n;
    source.marks = article.marks;
    source.n_marks = article.n_marks;
    invariant_utf8(article.text);
    reading_check_source(&source, n_lines, arena);
}

static void
read_page(struct xc_str html, struct xc_arena *arena)
{
    size_t n_lines = reading_lines(html);
    struct xc_problems problems;
    struct xc_page page;
    enum xc_status status;

    xc_problems_init(&problems, arena);
    status = xc_page_read(html, XC_STR("a.html"), arena, &page, &problems);
    assert(status == XC_OK || (status == XC_BAD_INPUT && problems.n > 0));
    invariant_problems(&problems);
    if (status != XC_OK)
        return;
    check_page(&page, n_lines, arena);
    check_whole(&page, n_lines, arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_arena arena;
    struct xc_str html;

    (void)harness_reader(); /* readies the library */
    xc_arena_init(&arena);
    html = harness_utf8(harness_input(bytes, n_bytes), &arena);
    read_page(html, &arena);
    reading_check(XC_FORMAT_HTML, XC_STR("a.html"), html);
    xc_arena_release(&arena);
    return 0;
}
