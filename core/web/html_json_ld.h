/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a page's JSON-LD says of its article.
 *
 * A page may hold objects for its article, its site, its breadcrumbs, its videos, and
 * for other articles that it links to.  The article's is the one of a type such as
 * NewsArticle whose address or headline is the page's own; an article's object that has
 * another address and another headline is another article's.
 */
#ifndef XC_WEB_HTML_JSON_LD_H
#define XC_WEB_HTML_JSON_LD_H

#include "web/html_facts.h"

/* Each "" when not said. */
struct xc_html_json_ld {
    struct xc_str headline;
    struct xc_str published;      /* of the article, as written */
    struct xc_str page_published; /* of the web page's object */
    struct xc_str made;           /* when created, or a video uploaded */
    struct xc_str publisher;
    struct xc_str site;         /* name of the WebSite object */
    struct xc_str organization; /* name of an Organization object */
    struct xc_str author;       /* several joined by ", " */
    struct xc_str url;
    struct xc_str language;
};

/*
 * Reads the page's JSON-LD into *out; titles and urls are what else the page calls
 * itself.  What can't be parsed is passed over.  Strings live in the facts' arena.
 * XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status
xc_html_json_ld_read(const struct xc_html_facts *facts, const struct xc_str *titles,
                     size_t n_titles, const struct xc_str *urls, size_t n_urls,
                     struct xc_html_json_ld *out);

#endif
