/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/date.h"

#include "base/vec.h"
#include "suite.h"

START_TEST(date_day_counts_from_1970)
{
    static const struct {
        struct xc_date date;
        int32_t day;
        int weekday;
    } rows[] = {
        {{1970, 1, 1}, 0, 4},      {{1969, 12, 31}, -1, 3},
        {{2000, 2, 29}, 11016, 2}, {{2019, 5, 6}, 18022, 1},
        {{2024, 5, 6}, 19849, 1},  {{1900, 3, 1}, -25508, 4},
        {{1, 1, 1}, -719162, 1},   {{9999, 12, 31}, 2932896, 5},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_int_eq(xc_date_day(rows[i].date), rows[i].day);
        ck_assert_int_eq(xc_date_weekday(rows[i].day), rows[i].weekday);
    }
}
END_TEST

START_TEST(date_of_day_undoes_day)
{
    struct xc_date before = xc_date_of_day(-719163);
    int32_t day;

    for (day = -719162; day <= 2932896; day++) {
        struct xc_date date = xc_date_of_day(day);
        bool follows = date.day == before.day + 1 && date.month == before.month;
        bool begins =
            date.day == 1 &&
            (date.month == before.month + 1 ||
             (date.month == 1 && before.month == 12 && date.year == before.year + 1));

        if (xc_date_day(date) != day || !xc_date_is_valid(date) ||
            (!follows && !begins))
            ck_abort_msg("day %d gives %d-%d-%d", (int)day, date.year, date.month,
                         date.day);
        before = date;
    }
}
END_TEST

START_TEST(date_parse_iso_reads_full_and_partial)
{
    static const struct {
        const char *text;
        const char *expected; /* NULL: refused */
    } rows[] = {
        {"2019-05-06", "2019-05-06"},
        {"2019-05", "2019-05"},
        {"2019", "2019"},
        {" 2019-05-06 ", "2019-05-06"},
        {"2019-05-06T10:30:00Z", "2019-05-06"},
        {"2019-05-06 10:30", "2019-05-06"},
        {"2024-02-29", "2024-02-29"},
        {"2023-02-29", NULL},
        {"1900-02-29", NULL},
        {"2000-02-29", "2000-02-29"},
        {"2019-13-01", NULL},
        {"2019-04-31", NULL},
        {"2019-00", NULL},
        {"2019-05-00", NULL},
        {"2019-5-6", NULL},
        {"2019-", NULL},
        {"2019x", NULL},
        {"2019 T", NULL},
        {"2019-05-06x", NULL},
        {"20190506", NULL},
        {"0000", NULL},
        {"19", NULL},
        {"", NULL},
    };
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_date date = {7, 7, 7};
        bool ok = xc_date_parse_iso(xc_str_of(rows[i].text), &date);

        ck_assert_msg(ok == (rows[i].expected != NULL), "%s", rows[i].text);
        if (ok)
            ck_assert_msg(xc_str_is(xc_date_text(date, &arena), rows[i].expected), "%s",
                          rows[i].text);
        else
            ck_assert_int_eq(date.year, 7);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(date_days_of_partial_spans_all)
{
    static const struct {
        struct xc_date date;
        struct xc_date first;
        struct xc_date last;
    } rows[] = {
        {{2019, 0, 0}, {2019, 1, 1}, {2019, 12, 31}},
        {{2024, 2, 0}, {2024, 2, 1}, {2024, 2, 29}},
        {{2019, 5, 6}, {2019, 5, 6}, {2019, 5, 6}},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        int32_t first;
        int32_t last;

        xc_date_days(rows[i].date, &first, &last);
        ck_assert_int_eq(first, xc_date_day(rows[i].first));
        ck_assert_int_eq(last, xc_date_day(rows[i].last));
    }
}
END_TEST

START_TEST(date_impossible_is_not_valid)
{
    ck_assert(xc_date_is_valid((struct xc_date){2019, 0, 0}));
    ck_assert(!xc_date_is_valid((struct xc_date){2019, 0, 6}));
    ck_assert(!xc_date_is_valid((struct xc_date){0, 5, 6}));
    ck_assert(!xc_date_is_valid((struct xc_date){2019, 5, 32}));
    ck_assert(!xc_date_is_valid((struct xc_date){10000, 1, 1}));
}
END_TEST

START_TEST(date_iso_week_begins_on_monday)
{
    static const struct {
        struct xc_date date;
        int year;
        int week;
        int weekday;
    } rows[] = {
        {{2019, 5, 6}, 2019, 19, 1},   {{2019, 5, 12}, 2019, 19, 7},
        {{2018, 12, 31}, 2019, 1, 1},  {{2018, 12, 30}, 2018, 52, 7},
        {{2021, 1, 3}, 2020, 53, 7},   {{2021, 1, 4}, 2021, 1, 1},
        {{2016, 1, 1}, 2015, 53, 5},   {{2000, 2, 29}, 2000, 9, 2},
        {{1899, 12, 31}, 1899, 52, 7},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        int32_t day = xc_date_day(rows[i].date);
        int year;
        int week;

        xc_date_iso_week(day, &year, &week);
        ck_assert_msg(year == rows[i].year && week == rows[i].week &&
                          xc_date_iso_weekday(day) == rows[i].weekday,
                      "%d-%d-%d: %d-W%d-%d", rows[i].date.year, rows[i].date.month,
                      rows[i].date.day, year, week, xc_date_iso_weekday(day));
    }
}
END_TEST

START_TEST(date_add_months_keeps_day_or_takes_last)
{
    static const struct {
        struct xc_date date;
        int64_t n;
        struct xc_date expected;
    } rows[] = {
        {{2019, 1, 31}, 1, {2019, 2, 28}},  {{2020, 1, 31}, 1, {2020, 2, 29}},
        {{2019, 5, 8}, -5, {2018, 12, 8}},  {{2019, 5, 8}, 120, {2029, 5, 8}},
        {{2019, 12, 8}, 1, {2020, 1, 8}},   {{2020, 2, 29}, 12, {2021, 2, 28}},
        {{1, 1, 1}, -1, {0, 0, 0}},         {{9999, 12, 1}, 1, {0, 0, 0}},
        {{2019, 5, 8}, -999999, {0, 0, 0}},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_date got = xc_date_add_months(rows[i].date, rows[i].n);

        ck_assert_msg(got.year == rows[i].expected.year &&
                          got.month == rows[i].expected.month &&
                          got.day == rows[i].expected.day,
                      "row %zu: %d-%d-%d", i, got.year, got.month, got.day);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        date_day_counts_from_1970,
        date_of_day_undoes_day,
        date_parse_iso_reads_full_and_partial,
        date_days_of_partial_spans_all,
        date_impossible_is_not_valid,
        date_iso_week_begins_on_monday,
        date_add_months_keeps_day_or_takes_last,
        NULL,
    };

    return suite_run("date", tests);
}
