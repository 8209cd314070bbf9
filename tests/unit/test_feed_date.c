/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed_date.h"

#include "base/vec.h"
#include "suite.h"
#include "web/feed_url.h"

START_TEST(date_of_any_form_gives_its_day)
{
    static const struct {
        const char *text;
        int year;
        int month;
        int day;
    } rows[] = {
        /* RFC 822 and RFC 2822 */
        {"Mon, 06 May 2019 21:30:00 GMT", 2019, 5, 6},
        {"06 May 2019 21:30:00 +0000", 2019, 5, 6},
        {"Mon, 6 May 2019", 2019, 5, 6},
        {"6 May 19 21:30 EST", 2019, 5, 6},
        {"6 May 99 21:30 EST", 1999, 5, 6},
        {"6 May 49 21:30 Z", 2049, 5, 6},
        {"6 May 50 21:30 Z", 1950, 5, 6},
        {"6 May 119 21:30 Z", 2019, 5, 6},
        {" \n Mon, 06 May 2019\n 21:30:00 GMT ", 2019, 5, 6},
        {"Mon, 06 May 2019 21:30:00.250 -0700", 2019, 5, 6},
        {"Mon, 06 May 2019 24:00:00 GMT", 2019, 5, 6},
        {"Mon, 06 May 2019 21:30:00 +0200 (CEST)", 2019, 5, 6},
        {"Mon,06 May 2019 21:30:00 GMT", 2019, 5, 6},
        /* the zone never moves the day that is written */
        {"Mon, 06 May 2019 23:59:59 -1200", 2019, 5, 6},
        {"Mon, 06 May 2019 00:00:01 +1400", 2019, 5, 6},
        /* a weekday that contradicts the date */
        {"Fri, 06 May 2019 21:30:00 GMT", 2019, 5, 6},
        /* written out, abbreviated, in other orders */
        {"Monday, 06 September 2019 21:30:00 GMT", 2019, 9, 6},
        {"Mon, 06 SEPT. 2019", 2019, 9, 6},
        {"6th May 2019", 2019, 5, 6},
        {"May 6, 2019", 2019, 5, 6},
        {"May 6, 2019 9:30 pm", 2019, 5, 6},
        {"06-May-2019 21:30:00", 2019, 5, 6},
        {"06-May-19 21:30:00 -0500", 2019, 5, 6},
        {"Mon May  6 21:30:00 2019", 2019, 5, 6},
        {"Mon May  6 21:30:00 PDT 2019", 2019, 5, 6},
        {"Mon May 06 21:30:00 +0000 2019", 2019, 5, 6},
        {"2019 May 6", 2019, 5, 6},
        /* RFC 3339 and its kin */
        {"2019-05-06T21:30:00Z", 2019, 5, 6},
        {"2019-05-06t23:59:60.5-07:00", 2019, 5, 6},
        {"2019-05-06 21:30:00", 2019, 5, 6},
        {"2019-05-06T21:30+02:00", 2019, 5, 6},
        {"2019-05-06", 2019, 5, 6},
        {"2019-5-6", 2019, 5, 6},
        {"2019/05/06 21:30", 2019, 5, 6},
        {"2019.05.06", 2019, 5, 6},
        {"20190506", 2019, 5, 6},
        {"20190506T213000Z", 2019, 5, 6},
        {"Sat, 29 Feb 2020 00:00:00 GMT", 2020, 2, 29},
        {"2020-02-29", 2020, 2, 29},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_date date = {0, 0, 0};
        const bool read = xc_feed_date_parse(xc_str_of(rows[i].text), &date);

        ck_assert_msg(read, "%s", rows[i].text);
        ck_assert_msg(date.year == rows[i].year && date.month == rows[i].month &&
                          date.day == rows[i].day,
                      "%s: %d-%d-%d", rows[i].text, date.year, date.month, date.day);
    }
}
END_TEST

START_TEST(date_in_doubt_is_none)
{
    static const char *const rows[] = {
        "",
        "today",
        "May 2019",
        "2019-05",
        "2019",
        "6 May",
        "Mon, 06 Mayo 2019",
        "Mon, 06 Ma 2019",
        "05/06/2019",
        "6.5.2019",
        "06-05-2019",
        "2019-05/06",
        "2019-13-06",
        "2019-02-30",
        "2019-00-06",
        "2019-05-00",
        "Mon, 31 Apr 2019 21:30:00 GMT",
        "Fri, 29 Feb 2019 00:00:00 GMT",
        "00 May 2019",
        "32 May 2019",
        "6 May 20190",
        "6 May 99999999999999999999",
        "20190506213000",
        "1557178200",
        "2019-05-06:30",
        /* what clocks say that were never set */
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "1970-01-01T00:00:00Z",
        "0001-01-01T00:00:00",
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_date date = {7, 7, 7};

        ck_assert_msg(!xc_feed_date_parse(xc_str_of(rows[i]), &date), "%s", rows[i]);
        ck_assert_msg(date.year == 7 && date.month == 7 && date.day == 7, "%s",
                      rows[i]);
    }
}
END_TEST

START_TEST(url_reference_is_resolved)
{
    static const struct {
        const char *base;
        const char *reference;
        const char *url;
    } rows[] = {
        {"http://x.org/a/b", "c.html", "http://x.org/a/c.html"},
        {"http://x.org/a/b", "/c.html", "http://x.org/c.html"},
        {"http://x.org/a/", "c.html", "http://x.org/a/c.html"},
        {"http://x.org", "c.html", "http://x.org/c.html"},
        {"http://x.org?q=/a", "c.html", "http://x.org/c.html"},
        {"http://x.org/a/b?q=1/2#f/g", "c", "http://x.org/a/c"},
        {"https://x.org/a", "//y.org/c", "https://y.org/c"},
        {"http://x.org/a/b/c", "./d", "http://x.org/a/b/d"},
        {"http://x.org/a/b/c", "../d", "http://x.org/a/d"},
        {"http://x.org/a/b/c", ".././../d", "http://x.org/d"},
        {"http://x.org/a", "../../../d", "http://x.org/d"},
        {"http://x.org/a/b?q#f", "?r", "http://x.org/a/b?r"},
        {"http://x.org/a/b?q#f", "#g", "http://x.org/a/b#g"},
        /* what needs no base, or has none */
        {"http://x.org/a", "http://y.org/c", "http://y.org/c"},
        {"http://x.org/a", "tag:y.org,2019:c", "tag:y.org,2019:c"},
        {"", "c.html", "c.html"},
        {"a/b", "c.html", "c.html"},
        {"mailto:a@x.org", "c.html", "c.html"},
        {"http://x.org/a", "", ""},
    };
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str url;

        ck_assert(xc_feed_url_resolve(xc_str_of(rows[i].base),
                                      xc_str_of(rows[i].reference), &arena, &url));
        ck_assert_msg(xc_str_is(url, rows[i].url), "%s + %s: %.*s", rows[i].base,
                      rows[i].reference, (int)url.len, url.ptr);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(url_of_the_web_is_known)
{
    ck_assert(xc_feed_url_is_web(XC_STR("http://x.org/a")));
    ck_assert(xc_feed_url_is_web(XC_STR("https://x.org")));
    ck_assert(!xc_feed_url_is_web(XC_STR("https://")));
    ck_assert(!xc_feed_url_is_web(XC_STR("http://x.org/a b")));
    ck_assert(!xc_feed_url_is_web(XC_STR("x.org/a")));
    ck_assert(!xc_feed_url_is_web(XC_STR("tag:x.org,2019:a")));
    ck_assert(!xc_feed_url_is_web(XC_STR("")));
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {date_of_any_form_gives_its_day, date_in_doubt_is_none,
                                  url_reference_is_resolved, url_of_the_web_is_known,
                                  NULL};

    return suite_run("feed_date", tests);
}
