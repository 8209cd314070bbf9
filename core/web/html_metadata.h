/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a web page says of itself: title, author, publisher, date, address, language.
 *
 * From JSON-LD, OpenGraph and other meta elements, link, time and title elements, each
 * field from the most trustworthy place that has it.
 */
#ifndef XC_WEB_HTML_METADATA_H
#define XC_WEB_HTML_METADATA_H

#include "source/source.h"
#include "web/page.h"

/*
 * Sets source's fields (title, author, publisher, published, url, language) to what page
 * says of them; what it doesn't say is left as it is.  Strings live in arena.  JSON-LD
 * that can't be parsed is passed over: pages are full of it, and no reader of articles
 * can mend it.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_html_metadata_read(const struct xc_page *page,
                                                   struct xc_arena *arena,
                                                   struct xc_source *source);

#endif
