/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where a web page says things of itself, gathered in one walk: meta elements, its
 * title, its first-rank headings, microdata, times, and its text by lines.
 *
 * Decides nothing; what is true of the page the files beside this one decide.
 */
#ifndef XC_WEB_HTML_FACTS_H
#define XC_WEB_HTML_FACTS_H

#include "web/page.h"

/* <meta name="author" content="…">: key in lower case, value without markup. */
struct xc_html_meta {
    struct xc_str key;
    struct xc_str value;
};

struct xc_html_meta_vec {
    struct xc_html_meta *items;
    size_t n;
    size_t cap;
};

/* An element with one word of an itemprop; scope is the element of the thing that it
 * belongs to, or XC_PAGE_NO_PARENT. */
struct xc_html_prop {
    struct xc_str name; /* lower case */
    uint32_t element;
    uint32_t scope;
};

struct xc_html_prop_vec {
    struct xc_html_prop *items;
    size_t n;
    size_t cap;
};

struct xc_html_element_vec {
    uint32_t *items;
    size_t n;
    size_t cap;
};

/* Text up to where a block element or "br" parts it; white space runs are one space. */
struct xc_html_line {
    struct xc_str text;
    uint32_t element;    /* the innermost that holds its beginning */
    uint32_t block;      /* the innermost block element */
    uint32_t last_piece; /* of the page */
    size_t off_bytes;    /* how much text stands before it */
};

struct xc_html_line_vec {
    struct xc_html_line *items;
    size_t n;
    size_t cap;
};

struct xc_html_facts {
    const struct xc_page *page;
    struct xc_arena *arena;
    struct xc_html_meta_vec metas;
    struct xc_html_prop_vec props;
    struct xc_html_element_vec headings; /* h1 */
    struct xc_html_element_vec times;
    struct xc_html_element_vec scripts;      /* of JSON-LD */
    struct xc_html_element_vec images;       /* img with an alt */
    struct xc_html_element_vec author_links; /* a with rel=author */
    struct xc_html_line_vec lines;
    struct xc_str title; /* the title element's; "" when there is none, as all below */
    struct xc_str canonical; /* link rel=canonical */
    struct xc_str language;  /* of the html element */
};

/*
 * Gathers what page says into *out, which lives in arena and borrows from page.  Of each
 * kind at most XC_MAX_PAGE_FACTS are kept.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_html_facts_gather(const struct xc_page *page,
                                                  struct xc_arena *arena,
                                                  struct xc_html_facts *out);

/* The first value that is not empty of the meta elements with that key, or "". */
struct xc_str xc_html_facts_meta(const struct xc_html_facts *facts, const char *key);

/* The same for the first of the NULL-ended keys that has one. */
struct xc_str xc_html_facts_first(const struct xc_html_facts *facts,
                                  const char *const *keys);

/*
 * Text without the character references and tags that were left in it (of a page that
 * escapes twice), white space runs made one space, trimmed; control characters are
 * white space.  ptr NULL when memory is short.
 */
struct xc_str xc_html_facts_plain(struct xc_str text, struct xc_arena *arena);

/* The element's text; "" when it has more than XC_MAX_PAGE_FACT_BYTES, ptr NULL when
 * memory is short. */
struct xc_str xc_html_facts_text(const struct xc_html_facts *facts, size_t element);

/* What an element of microdata says: its content or datetime attribute, else its text,
 * as above. */
struct xc_str xc_html_facts_value(const struct xc_html_facts *facts, uint32_t element);

/* The last word of the element's itemtype ("http://schema.org/NewsArticle" gives
 * "NewsArticle"); "" when it has none or is XC_PAGE_NO_PARENT. */
struct xc_str xc_html_facts_type(const struct xc_html_facts *facts, uint32_t element);

/* Whether text holds word, which is in lower case; ASCII case is ignored. */
bool xc_html_facts_holds(struct xc_str text, const char *word);

#endif
