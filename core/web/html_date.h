/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates as web pages write them, for machines and for people, in a few languages.
 *
 *     "2017-11-19T07:14:35+00:00"       20171119, 7 o'clock, floating
 *     "Mon Nov 20 2017 09:28:00 GMT-5"  20171120, 9 o'clock
 *     "publiziert am 28. Juli 2015"     20150728, marked as the first day
 *
 * A page's "November 2017" dates no article.
 */
#ifndef XC_WEB_HTML_DATE_H
#define XC_WEB_HTML_DATE_H

#include "base/status.h"
#include "value/date.h"

/* What "5/6/2017" means; with no order only what can be read one way is read. */
enum xc_html_date_order {
    XC_HTML_DATE_NO_ORDER,
    XC_HTML_DATE_DAY_FIRST,
    XC_HTML_DATE_MONTH_FIRST,
};

/* What the words before a date call it. */
enum xc_html_date_mark {
    XC_HTML_DATE_BARE,
    XC_HTML_DATE_FIRST,   /* "Published", "First published on" */
    XC_HTML_DATE_CHANGED, /* "Updated", "Last modified on" */
};

struct xc_html_date {
    struct xc_date date; /* the day as written, whatever the zone */
    int hour;            /* 0..23; -1: none is written */
    bool floating;       /* UTC or no zone: the writer's day may be the one beside it */
    enum xc_html_date_mark mark;
    size_t off_bytes; /* where it stands in the text, hour not included */
    size_t len_bytes;
};

struct xc_html_date_words; /* lexicon "page-dates", read-only */

/* Builds the words from the embedded lexicon; *out lives in arena. */
XC_MUST_CHECK enum xc_status
xc_html_date_words_new(struct xc_arena *arena, const struct xc_html_date_words **out);

/* The order that pages of this language ("en-US", "de") write; none for plain "en". */
enum xc_html_date_order xc_html_date_order_of(struct xc_str language);

/* How dates are read. */
struct xc_html_date_rules {
    const struct xc_html_date_words *words;
    enum xc_html_date_order order;
    int year; /* of a date without one; 0: such a date is none */
};

/*
 * The first full date of text at or after byte from, in *out; false when there is none.
 * No years but 1600 to 2199, no first of January 1970, which stands for none.
 */
bool xc_html_date_find(const struct xc_html_date_rules *rules, struct xc_str text,
                       size_t from, struct xc_html_date *out);

#endif
