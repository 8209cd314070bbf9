/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who publishes a page, by the name that it gives itself.
 *
 *     og:site_name "The Harbour Post | News from the coast"   The Harbour Post
 *     nothing but the address https://www.harbourpost.example  Harbour Post, if it says so
 *                                                              anywhere, else the host
 *
 * The site's own name comes before the publisher of its JSON-LD, which for an agency's
 * article is often the agency.
 */
#ifndef XC_WEB_HTML_PUBLISHER_H
#define XC_WEB_HTML_PUBLISHER_H

#include "web/html_facts.h"
#include "web/html_json_ld.h"
#include "web/html_title.h"

/* Fills sites (of XC_HTML_MOST_SITES) with the names that the page gives its site, the
 * first the most trustworthy.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_html_publisher_sites(
    const struct xc_html_facts *facts, const struct xc_html_json_ld *json_ld,
    const struct xc_html_host *host, struct xc_str *sites, size_t *out_n);

/* Chooses the publisher's name among the sites, the title's suffix and the host into
 * *out ("" when nothing is known).  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status
xc_html_publisher_choose(const struct xc_html_facts *facts, const struct xc_str *sites,
                         size_t n_sites, const struct xc_html_title *title,
                         const struct xc_html_host *host, struct xc_str *out);

#endif
