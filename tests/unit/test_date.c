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

int
main(void)
{
    const TTest *const tests[] = {
        date_day_counts_from_1970,
        date_of_day_undoes_day,
        date_parse_iso_reads_full_and_partial,
        date_days_of_partial_spans_all,
        date_impossible_is_not_valid,
        NULL,
    };

    return suite_run("date", tests);
}
