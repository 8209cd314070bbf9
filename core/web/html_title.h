/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page's headline, without the site's name.
 *
 *     <title>Ferry runs aground | Local | The Harbour Post</title>   Ferry runs aground
 */
#ifndef XC_WEB_HTML_TITLE_H
#define XC_WEB_HTML_TITLE_H

#include "web/html_facts.h"
#include "web/html_json_ld.h"
#include "web/html_name.h"

/* Titles that one page may give itself, and names that it may give its site. */
#define XC_HTML_MOST_TITLES ((size_t)24)
#define XC_HTML_MOST_SITES ((size_t)12)

/* What a page calls itself, in the order in which it is believed. */
struct xc_html_titles {
    struct xc_str items[XC_HTML_MOST_TITLES];
    size_t n;
};

/* Fills *out with the titles of the page's elements (not of its JSON-LD), as they stand
 * there. */
void xc_html_titles_gather(const struct xc_html_facts *facts,
                           struct xc_html_titles *out);

struct xc_html_title {
    struct xc_str headline; /* "" when the page has none */
    struct xc_str suffix;   /* what stands beside it in the title element, or "" */
};

/*
 * Chooses the headline: the first-rank heading that is like one of the titles; else the
 * first title, parted from the names of the site.  sites are names that the site goes by.
 * Strings live in the facts' arena.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status
xc_html_title_choose(const struct xc_html_facts *facts, struct xc_str json_ld_headline,
                     const struct xc_str *sites, size_t n_sites,
                     const struct xc_html_host *host, struct xc_html_title *out);

#endif
