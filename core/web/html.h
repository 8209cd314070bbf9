/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One article of HTML: page, then its metadata, then the article in it.
 */
#ifndef XC_WEB_HTML_H
#define XC_WEB_HTML_H

#include "source/source.h"
#include "web/html_rules.h"

/*
 * Reads the page whose bytes are html into source, whose path is set and whose fields are
 * clear.  Bytes that are not UTF-8, and NUL, are read as U+FFFD; telling them is the
 * caller's.  source's text is then the article's, which lives in arena as all else, and
 * its marks lead back to the lines of html.  A page that breaks off in the middle of its
 * markup, or has but a headline and captions, is told as malformed, and source is_cut.
 *
 * XC_BAD_INPUT, told as malformed: nested too deep, too many elements or names, over
 * XC_MAX_BAD_BYTES of no UTF-8, or bytes but no text of an article in them.
 */
XC_MUST_CHECK enum xc_status xc_html_read(struct xc_str html,
                                          const struct xc_html_rules *rules,
                                          struct xc_arena *arena,
                                          struct xc_source *source,
                                          struct xc_problems *problems);

#endif
