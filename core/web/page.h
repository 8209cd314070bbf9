/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A web page as read: its elements in document order, flat, and its text in pieces.
 *
 * What the readers of HTML decide from: web/html_metadata.c the metadata,
 * web/html_article.c what of the page is the article.  Elements know their parent
 * and where their subtree ends, both as indices, so that nothing here recurses.
 *
 *     <p>A <b>bold</b> word</p>
 *         elements   0 "p" [end 2], 1 "b" [parent 0, end 2]
 *         pieces     "A " of 0, "bold" of 1, " word" of 0
 */
#ifndef XC_WEB_PAGE_H
#define XC_WEB_PAGE_H

#include <stdint.h>

#include "data/markup.h"

#define XC_PAGE_NO_PARENT UINT32_MAX

struct xc_element {
    struct xc_str name; /* lower case */
    struct xc_attribute *attributes;
    size_t n_attributes;
    uint32_t parent;      /* index, or XC_PAGE_NO_PARENT */
    uint32_t end;         /* the first element after its subtree */
    uint32_t first_piece; /* its text, that of its subtree included, is */
    uint32_t end_piece;   /* pieces [first_piece, end_piece) */
    uint32_t depth;
    uint32_t line;
};

/* Text between two tags; white space as written. */
struct xc_piece {
    struct xc_str text;
    uint32_t element; /* the innermost that holds it */
    uint32_t line;    /* where text begins */
};

/* Scripts other than JSON-LD, styles and templates have no pieces.  Nothing is added to
 * what the page has, but for a "body" when there is text in no element. */
struct xc_page {
    struct xc_element *elements;
    size_t n_elements;
    struct xc_piece *pieces;
    size_t n_pieces;
};

/*
 * Reads an HTML document or fragment (valid UTF-8, borrowed) into *out, which lives in
 * arena and borrows nothing.  XC_BAD_INPUT: told, as by xc_markup_html, and when there
 * are more than XC_MAX_PAGE_ELEMENTS.
 */
XC_MUST_CHECK enum xc_status xc_page_read(struct xc_str html, struct xc_str path,
                                          struct xc_arena *arena, struct xc_page *out,
                                          struct xc_problems *problems);

/* The value of the attribute, or "" (ptr NULL when there is no such attribute). */
struct xc_str xc_element_attribute(const struct xc_element *element, const char *name);

/* Whether the element's name is one of the NULL-ended names. */
bool xc_element_is(const struct xc_element *element, const char *const *names);

/* The text of element's subtree, white space runs made one space and its ends trimmed;
 * a space where a block element or "br" parts words.  ptr NULL when memory is short. */
struct xc_str xc_page_text(const struct xc_page *page, size_t element,
                           struct xc_arena *arena);

#endif
