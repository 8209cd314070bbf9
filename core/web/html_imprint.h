/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who publishes a page, as its text and pictures say it: how it spells its address, the
 * copyright notice, the text of its logo.
 *
 *     harbourpost.example   "The Harbour Post" in an image's text
 *     hdp.example           "© 2019 The Harbour Daily Post. All rights reserved."
 */
#ifndef XC_WEB_HTML_IMPRINT_H
#define XC_WEB_HTML_IMPRINT_H

#include "web/html_facts.h"
#include "web/html_name.h"

/* Whether text is written as a name: with a capital or a space, and not as the host. */
bool xc_html_imprint_is_spelled(const struct xc_html_host *host, struct xc_str text);

/*
 * Takes the part of text that spells the host's label into *out, which is left alone when
 * there is none: "Harbour Post - Home" for harbourpost.example.
 */
XC_MUST_CHECK enum xc_status xc_html_imprint_try(const struct xc_html_facts *facts,
                                                 const struct xc_html_host *host,
                                                 struct xc_str text,
                                                 struct xc_str *out);

/*
 * The name that the page's pictures and short lines give its host, by spelling its label;
 * else a copyright notice's that agrees with it.  "" when there is none, or no host.
 * XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_html_imprint_of_host(const struct xc_html_facts *facts,
                                                     const struct xc_html_host *host,
                                                     struct xc_str *out);

/*
 * For a page that names no host: its last copyright notice's name, else its logo's.  ""
 * when there is neither.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status
xc_html_imprint_of_nobody(const struct xc_html_facts *facts, struct xc_str *out);

#endif
