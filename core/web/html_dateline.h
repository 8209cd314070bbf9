/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The line near a page's headline that tells its readers when it was published.
 *
 *     "By Jane Doe - Nov 19, 2017, 9:45 pm CST"
 *
 * A date in a caption or a paragraph is none: it stands in a longer line.
 */
#ifndef XC_WEB_HTML_DATELINE_H
#define XC_WEB_HTML_DATELINE_H

#include "web/html_date.h"
#include "web/html_facts.h"

/* How sure it is that a date is the page's own. */
enum xc_html_dateline_rank {
    XC_HTML_DATELINE_NONE,
    XC_HTML_DATELINE_CHANGED, /* says when the page was changed */
    XC_HTML_DATELINE_FAR,     /* "First published …", far from the headline */
    XC_HTML_DATELINE_NEAR,    /* beside the headline, among other words */
    XC_HTML_DATELINE_OWN, /* below it: alone, "Published …", or marked up as one */
};

struct xc_html_dateline {
    enum xc_html_dateline_rank rank;
    struct xc_html_date date;
};

/*
 * The best dateline of the page whose headline is title ("": unknown, then all lines are
 * near); rank NONE when there is none.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status
xc_html_dateline_find(const struct xc_html_facts *facts,
                      const struct xc_html_date_rules *rules, struct xc_str title,
                      struct xc_html_dateline *out);

#endif
