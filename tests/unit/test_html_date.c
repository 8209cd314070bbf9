/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_date.h"

#include "base/vec.h"

#include "suite.h"

struct row {
    const char *text;
    enum xc_html_date_order order;
    const char *date; /* "" when there is none */
    int hour;
    bool floating;
    enum xc_html_date_mark mark;
};

#define NO XC_HTML_DATE_NO_ORDER
#define DAY XC_HTML_DATE_DAY_FIRST
#define MONTH XC_HTML_DATE_MONTH_FIRST
#define BARE XC_HTML_DATE_BARE
#define FIRST XC_HTML_DATE_FIRST
#define CHANGED XC_HTML_DATE_CHANGED

static const struct row rows[] = {
    /* Stamps. */
    {"2017-11-19T07:14:35+00:00", NO, "2017-11-19", 7, true, BARE},
    {"2017-11-19T07:14:35-00:30", NO, "2017-11-19", 7, false, BARE},
    {"2017-11-19T07:14:35.123Z", NO, "2017-11-19", 7, true, BARE},
    {"2017-11-19T07:14:35+0100", NO, "2017-11-19", 7, false, BARE},
    {"2017-11-19 07:14:35", NO, "2017-11-19", 7, true, BARE},
    {"2017-11-19", NO, "2017-11-19", -1, true, BARE},
    {"  20171119", NO, "2017-11-19", -1, true, BARE},
    {"20171119071435", NO, "2017-11-19", -1, true, BARE},
    {"id 20171119", NO, "", 0, true, BARE},
    {"Mon Nov 20 2017 09:28:00 GMT+0000 (UTC)", NO, "2017-11-20", 9, true, BARE},
    {"Mon Nov 20 2017 09:28:00 GMT-0500", NO, "2017-11-20", 9, false, BARE},
    {"Mon, 20 Nov 2017 23:28:00 EST", NO, "2017-11-20", 23, false, BARE},
    {"01:25:09 PM IST Nov 20, 2017", NO, "2017-11-20", -1, true, BARE},
    {"Mon Nov 20 09:28:00 GMT 2017", NO, "2017-11-20", 9, true, BARE},
    {"Mon Nov 20 09:28:00 2017", NO, "2017-11-20", 9, true, BARE},
    {"November 20 15:23 2017", NO, "2017-11-20", 15, true, BARE},
    {"November 20 15 2017", NO, "", 0, true, BARE},
    /* For people. */
    {"November 18, 2017 10:40 PM", NO, "2017-11-18", 22, true, BARE},
    {"November 18, 2017 12:10 AM", NO, "2017-11-18", 0, true, BARE},
    {"November 18, 2017, at 12:10 pm ET", NO, "2017-11-18", 12, false, BARE},
    {"Nov. 5th, 2017", NO, "2017-11-05", -1, true, BARE},
    {"November 18", NO, "", 0, true, BARE},
    {"November 2017", NO, "", 0, true, BARE},
    {"Novice 18, 2017", NO, "", 0, true, BARE},
    {"the 1st of May 2017", NO, "2017-05-01", -1, true, BARE},
    {"5-Nov-2017", NO, "2017-11-05", -1, true, BARE},
    {"quinta-feira, 21 de outubro de 2011", NO, "2011-10-21", -1, true, BARE},
    {"3 de de mayo de 2010", NO, "", 0, true, BARE},
    {"28. Juli 2015", NO, "2015-07-28", -1, true, BARE},
    {"3 октября 2015", NO, "2015-10-03", -1, true, BARE},
    {"1er août 2015", NO, "2015-08-01", -1, true, BARE},
    {"2017年11月20日 10:15", NO, "2017-11-20", 10, true, BARE},
    {"2017년 11월 20일", NO, "2017-11-20", -1, true, BARE},
    {"2017of11of20", NO, "", 0, true, BARE},
    /* In figures. */
    {"11/19/17 06:45 AM EST", NO, "2017-11-19", 6, false, BARE},
    {"19/11/2017", NO, "2017-11-19", -1, true, BARE},
    {"11/09/2017", NO, "", 0, true, BARE},
    {"11/09/2017", MONTH, "2017-11-09", -1, true, BARE},
    {"11/09/2017", DAY, "2017-09-11", -1, true, BARE},
    {"09/09/2017", NO, "2017-09-09", -1, true, BARE},
    {"09.11.2017", NO, "2017-11-09", -1, true, BARE},
    {"11.14.2017", NO, "2017-11-14", -1, true, BARE},
    {"2.26.10", NO, "", 0, true, BARE},
    {"26.02.10", NO, "2010-02-26", -1, true, BARE},
    {"1/2-2017", DAY, "", 0, true, BARE},
    {"12, 11, 2017", DAY, "", 0, true, BARE},
    /* Days that there are not. */
    {"2017-02-29", NO, "", 0, true, BARE},
    {"2020-02-29", NO, "2020-02-29", -1, true, BARE},
    {"0001-01-01T00:00:00Z", NO, "", 0, true, BARE},
    {"1970-01-01T00:00:00Z", NO, "", 0, true, BARE},
    {"1970-01-02T00:00:00Z", NO, "1970-01-02", 0, true, BARE},
    {"2017-11-190", NO, "", 0, true, BARE},
    /* What the words before call it. */
    {"Published Nov 18, 2017", NO, "2017-11-18", -1, true, FIRST},
    {"Updated Nov 18, 2017", NO, "2017-11-18", -1, true, CHANGED},
    {"First published on Nov 18, 2017", NO, "2017-11-18", -1, true, FIRST},
    {"Last updated on Nov 18, 2017", NO, "2017-11-18", -1, true, CHANGED},
    {"veröffentlicht am 28. Juli 2015", NO, "2015-07-28", -1, true, FIRST},
    {"", NO, "", 0, true, BARE},
    {"20", NO, "", 0, true, BARE},
    {"2017-", NO, "", 0, true, BARE},
    {"2017-11-", NO, "", 0, true, BARE},
    {"\xFF\xFE 2017-11-19", NO, "2017-11-19", -1, true, BARE},
};

START_TEST(html_date_rows_are_read)
{
    const struct xc_html_date_words *words;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    ck_assert_int_eq(xc_html_date_words_new(&arena, &words), XC_OK);
    for (i = 0; i < XC_COUNT(rows); i++) {
        const struct row *row = &rows[i];
        struct xc_html_date date;
        const struct xc_html_date_rules rules = {words, row->order, 0};
        const bool found = xc_html_date_find(&rules, xc_str_of(row->text), 0, &date);

        ck_assert_msg(found == (row->date[0] != '\0'), "%s: %d", row->text, found);
        if (!found)
            continue;
        ck_assert_msg(xc_str_is(xc_date_text(date.date, &arena), row->date),
                      "%s: %d-%d-%d", row->text, date.date.year, date.date.month,
                      date.date.day);
        ck_assert_msg(date.hour == row->hour, "%s: hour %d", row->text, date.hour);
        ck_assert_msg(date.floating == row->floating, "%s: floating %d", row->text,
                      date.floating);
        ck_assert_msg(date.mark == row->mark, "%s: mark %d", row->text, (int)date.mark);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(html_date_from_offset_finds_the_next)
{
    const struct xc_str text =
        XC_STR("Updated Nov. 19, 2017 8:20 am ET / Original Nov. 18, 2017");
    struct xc_html_date_rules rules = {NULL, NO, 0};
    struct xc_html_date date;
    struct xc_arena arena;

    xc_arena_init(&arena);
    ck_assert_int_eq(xc_html_date_words_new(&arena, &rules.words), XC_OK);
    ck_assert(xc_html_date_find(&rules, text, 0, &date));
    ck_assert_int_eq(date.mark, CHANGED);
    ck_assert_int_eq(date.date.day, 19);
    ck_assert_uint_eq(date.off_bytes, 8);
    ck_assert_uint_eq(date.len_bytes, 13);
    ck_assert(xc_html_date_find(&rules, text, date.off_bytes + date.len_bytes, &date));
    ck_assert_int_eq(date.mark, FIRST);
    ck_assert_int_eq(date.date.day, 18);
    ck_assert(!xc_html_date_find(&rules, text, date.off_bytes + date.len_bytes, &date));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(html_date_without_a_year_takes_the_one_given)
{
    static const struct {
        const char *text;
        int year;
        const char *date;
    } dates[] = {
        {"Posted Nov 18, 8:20 PM", 2017, "2017-11-18"},
        {"Posted Nov 18, 8:20 PM", 0, ""},
        {"18 November", 2017, "2017-11-18"},
        {"Nov 18 2015", 2017, "2015-11-18"},
        {"Nov 18 20157:05 AM", 2017, "2017-11-18"},
        {"Nov 31", 2017, ""},
        {"18/11", 2017, ""},
    };
    struct xc_html_date_rules rules = {NULL, NO, 0};
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    ck_assert_int_eq(xc_html_date_words_new(&arena, &rules.words), XC_OK);
    for (i = 0; i < XC_COUNT(dates); i++) {
        struct xc_html_date date;
        bool found;

        rules.year = dates[i].year;
        found = xc_html_date_find(&rules, xc_str_of(dates[i].text), 0, &date);
        ck_assert_msg(found == (dates[i].date[0] != '\0'), "%s", dates[i].text);
        ck_assert_msg(!found ||
                          xc_str_is(xc_date_text(date.date, &arena), dates[i].date),
                      "%s", dates[i].text);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(html_date_order_follows_language)
{
    static const struct {
        const char *language;
        enum xc_html_date_order order;
    } orders[] = {{"", NO},       {"en", NO},     {"en-US", MONTH}, {"EN_us", MONTH},
                  {"en-GB", DAY}, {"en-AU", DAY}, {"de", DAY},      {"pt-BR", DAY}};
    size_t i;

    for (i = 0; i < XC_COUNT(orders); i++)
        ck_assert_msg(xc_html_date_order_of(xc_str_of(orders[i].language)) ==
                          orders[i].order,
                      "%s", orders[i].language);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {html_date_rows_are_read,
                                  html_date_from_offset_finds_the_next,
                                  html_date_without_a_year_takes_the_one_given,
                                  html_date_order_follows_language, NULL};

    return suite_run("html_date", tests);
}
