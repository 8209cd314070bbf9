/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates as feeds write them: RFC 822's, RFC 3339's, and what is made of them.
 *
 *     "Mon, 06 May 2019 21:30:00 GMT"   "6 May 19"   "Mon May  6 21:30:00 PDT 2019"
 *     "2019-05-06T21:30:00+02:00"       "2019/5/6"   "20190506"
 *
 * The day is the one that is written, in the zone in which it is written: "on Monday"
 * in an article counts from the newsroom's own day.  A weekday that contradicts the
 * date is passed over.  "05/06/2019" is two days and therefore none.
 */
#ifndef XC_WEB_FEED_DATE_H
#define XC_WEB_FEED_DATE_H

#include "value/date.h"

/* Reads the day out of text; false when it names none or one that doesn't exist. */
bool xc_feed_date_parse(struct xc_str text, struct xc_date *out);

#endif
