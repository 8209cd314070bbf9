/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The day on which a page says it was first published.
 *
 * Stamps for machines come first, then the line beside the headline, then a day in the
 * address.  The day is the one that readers were shown: a stamp in UTC says the next day
 * where it was still evening, and then the line beside the headline, or the address, has
 * the right one.
 */
#ifndef XC_WEB_HTML_PUBLISHED_H
#define XC_WEB_HTML_PUBLISHED_H

#include "value/date.h"
#include "web/html_facts.h"
#include "web/html_json_ld.h"

/* What the day is looked for with; each str may be "". */
struct xc_html_published {
    const struct xc_html_facts *facts;
    const struct xc_html_json_ld *json_ld;
    struct xc_str title;
    struct xc_str url;
    struct xc_str language;
};

/*
 * The full date in *out and true in *out_found; *out is untouched when there is none.
 * XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_html_published_find(const struct xc_html_published *in,
                                                    struct xc_date *out,
                                                    bool *out_found);

#endif
