/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/vec.h"
#include "value_rows.h"

static struct value_bench bench;
/* A Wednesday. */
static const struct xc_date published = {2019, 5, 8};

#define CHECK(rows)                                                                    \
    value_bench_check(&bench, rows, XC_COUNT(rows), XC_VALUE_DATE, &published)

START_TEST(timex_of_dates)
{
    static const struct value_row rows[] = {
        {"It was on 6 May 2018.", "6 May 2018 = 2018-05-06"},
        {"It was on the 6th of May 2018.", "the 6th of May 2018 = 2018-05-06"},
        {"It was on 6 May.", "6 May = XXXX-05-06"},
        {"It was on 06th May 2018.", "06th May 2018 = 2018-05-06"},
        {"It was on May twenty-six.", "May twenty-six = XXXX-05-26"},
        {"It was on May the 26th.", "May the 26th = XXXX-05-26"},
        {"It was on June/26.", "June/26 = XXXX-06-26"},
        {"It was on June26, 2018.", "June26, 2018 = 2018-06-26"},
        {"It was on 26 June of 87.", "26 June of 87 = 1987-06-26"},
        {"It was on 26 June in 2018.", "26 June in 2018 = 2018-06-26"},
        {"She was born on 6 May nineteen eighty-seven.",
         "6 May nineteen eighty-seven = 1987-05-06"},
        {"It was on 2018-Jun-26.", "2018-Jun-26 = 2018-06-26"},
        {"It was on 26/Jun/2018.", "26/Jun/2018 = 2018-06-26"},
        {"It was on 26/06.", "26/06 = XXXX-06-26"},
        {"It lost 26/06 to them.", ""},
        {"It was in 06/2018.", "06/2018 = 2018-06"},
        {"It was on 05/06/2018.", "05/06/2018 = 2018-05-06"},
        {"It was on Sat 26 June.", "Sat 26 June = XXXX-06-26"},
        {"He sat 26 June tests.", "26 June = XXXX-06-26"},
        {"It cost $12 June 26 last.", "June 26 = XXXX-06-26"},
        {"It was on Christmas Day.", "Christmas Day = XXXX-12-25"},
        {"It was on New Year's Day 2018.", "New Year's Day 2018 = 2018-01-01"},
        {"It was on 31 June.", ""},
    };

    CHECK(rows);
}
END_TEST

START_TEST(timex_of_months_and_years)
{
    static const struct value_row rows[] = {
        {"It was in June 2018.", "June 2018 = 2018-06"},
        {"It was in June.", "June = XXXX-06"},
        {"It was in 2018.", "2018 = 2018"},
        {"It was in the year 2018.", "year 2018 = 2018"},
        {"It was in nineteen eighty-seven.", "nineteen eighty-seven = 1987"},
        {"It was in two thousand and seven.", "two thousand and seven = 2007"},
        {"It came in two thousand and seven boxes.", ""},
        {"It was in two thousand.", ""},
        {"In the 1980s it ran.", "1980s = (1980-01-01,1990-01-01,P10Y)"},
        {"In the '80s it ran.", "80s = (XX80-01-01,XX90-01-01,P10Y)"},
        {"In the 20th century it ran.", "20th century = (1900-01-01,2000-01-01,P100Y)"},
        {"In summer 2018 it ran.", "summer 2018 = 2018-SU"},
        {"At the end of 2018 it ran.", "end of 2018 = 2018"},
        {"In mid-2018 it ran.", "mid-2018 = 2018"},
        {"Around 1990 it ran.", "1990 = 1990"},
    };

    CHECK(rows);
}
END_TEST

START_TEST(timex_of_ranges)
{
    static const struct value_row rows[] = {
        {"It ran from 6 May to 3 June.",
         "from 6 May to 3 June = (XXXX-05-06,XXXX-06-03,P28D)"},
        {"It ran between 3 and 12 May 2018.",
         "between 3 and 12 May 2018 = (2018-05-03,2018-05-12,P9D)"},
        {"It ran May 6-8, 2018.", "May 6-8, 2018 = (2018-05-06,2018-05-08,P2D)"},
        {"It ran from 2011 to 2014.",
         "from 2011 to 2014 = (2011-01-01,2014-01-01,P3Y)"},
        {"It ran in 2011 through 2014.",
         "in 2011 through 2014 = (2011-01-01,2014-01-01,P3Y)"},
        {"It ran from 2011 to May 2014.",
         "from 2011 to May 2014 = (2011-01-01,2014-05-01,P40M)"},
        {"It ran 2011-2014 here.", "2011-2014 = (2011-01-01,2014-01-01,P3Y)"},
        {"It ran Nov-Feb 2017.", "Nov-Feb 2017 = (2016-11-01,2017-02-01,P3M)"},
        {"It ran from June to October 2018.",
         "from June to October 2018 = (2018-06-01,2018-10-01,P4M)"},
        {"It ran June to March.", "June to March = (XXXX-06-01,XXXX-03-01,P9M)"},
        {"It ran from June until the end of July.",
         "from June until the end of July = (XXXX-06-01,XXXX-08-01,P2M)"},
        {"It ran from June 27 to the third.",
         "from June 27 to the third = (XXXX-06-27,XXXX-07-03,P6D)"},
        {"It ran from June 2 through the ninth.",
         "from June 2 through the ninth = (XXXX-06-02,XXXX-06-09,P7D)"},
        {"It runs between now and 15 June.",
         "between now and 15 June = (2019-05-08,XXXX-06-15,P38D)"},
        {"It ran from 4/30/2018 to 5/1/2018.",
         "from 4/30/2018 to 5/1/2018 = (2018-04-30,2018-05-01,P1D)"},
        {"It ran from Monday to Friday.",
         "from Monday to Friday = (XXXX-WXX-1,XXXX-WXX-5,P4D)"},
        {"It runs from next Monday to Friday.",
         "from next Monday to Friday = (2019-05-13,2019-05-17,P4D)"},
        {"It rose from 2011 to 2014.", "2011 = 2011; 2014 = 2014"},
        {"It ran from 2014 to 2011.", "2014 = 2014; 2011 = 2011"},
    };

    CHECK(rows);
}
END_TEST

START_TEST(timex_of_bounds)
{
    static const struct value_row rows[] = {
        {"It ran since May 2018.", "since May 2018 = 2018-05"},
        {"It ran before 2018.", "before 2018 = 2018"},
        {"It ran after the year 2018.", "after the year 2018 = 2018"},
        {"It ran until the end of June 2018.", "until the end of June 2018 = 2018-06"},
        {"It ends no later than June 6, 2018.",
         "no later than June 6, 2018 = 2018-06-06"},
        {"It runs in 2018 or later.", "2018 or later = 2018"},
        {"It ran 1/1/2018 and after the ball was over.", "1/1/2018 = 2018-01-01"},
    };

    CHECK(rows);
}
END_TEST

START_TEST(timex_of_weeks_and_quarters)
{
    static const struct value_row rows[] = {
        {"It ran this week.", "this week = 2019-W19"},
        {"It ran last week.", "last week = 2019-W18"},
        {"It runs next weekend.", "next weekend = 2019-W20-WE"},
        {"It runs next week on Tuesday.", "next week on Tuesday = 2019-05-14"},
        {"It runs on Tuesday of next week.", "Tuesday of next week = 2019-05-14"},
        {"It ran the week of April 10.", "the week of April 10 = XXXX-04-10"},
        {"It ran in the first week of 2018.", "the first week of 2018 = 2018-W01"},
        {"It ran in the last week of 2020.", "the last week of 2020 = 2020-W53"},
        {"It ran in the third week of June 2018.",
         "the third week of June 2018 = 2018-06-W03"},
        {"It ran in the third quarter of 2018.",
         "third quarter of 2018 = (2018-07-01,2018-10-01,P3M)"},
        {"It ran in Q3 2018.", "Q3 2018 = (2018-07-01,2018-10-01,P3M)"},
        {"It ran in 2018 Q3.", "2018 Q3 = (2018-07-01,2018-10-01,P3M)"},
        {"It ran in the first half of 2018.",
         "first half of 2018 = (2018-01-01,2018-07-01,P6M)"},
        {"It ran last quarter.", "last quarter = (2019-01-01,2019-04-01,P3M)"},
        {"He scored in the last quarter.", ""},
    };

    CHECK(rows);
}
END_TEST

START_TEST(timex_of_relative_dates)
{
    static const struct value_row rows[] = {
        {"She left yesterday.", "yesterday = 2019-05-07"},
        {"She left on Friday.", "Friday = XXXX-WXX-5"},
        {"she left on friday.", "friday = XXXX-WXX-5"},
        {"She leaves on Mon 13th.", "Mon 13th = XXXX-WXX-1"},
        {"She leaves next Friday.", "next Friday = 2019-05-17"},
        {"She left last Friday.", "last Friday = 2019-05-03"},
        {"She leaves this coming Friday.", "this coming Friday = 2019-05-10"},
        {"She left last month.", "last month = 2019-04"},
        {"She left last year.", "last year = 2018"},
        {"She left this summer.", "this summer = 2019-SU"},
        {"She left two months ago.", "two months ago = 2019-03-08"},
        {"She left about two years ago.", "two years ago = 2017-05-08"},
        {"She leaves two weeks from now.", "two weeks from now = 2019-05-22"},
        {"She leaves 3 days after May 13.", "3 days after May 13 = 2018-05-16"},
        {"She left 2 weeks before 13 May 2018.",
         "2 weeks before 13 May 2018 = 2018-04-29"},
        {"She will leave in two weeks.", "in two weeks = 2019-05-22"},
        {"It was her first in two weeks.", ""},
        {"She left in the last 3 months.",
         "last 3 months = (2019-02-08,2019-05-08,P3M)"},
        {"She leaves in the next two days.",
         "next two days = (2019-05-09,2019-05-11,P2D)"},
        {"She left several years ago.", "several years ago = "},
        {"The next day she left.", ""},
        {"In the last year she left.", ""},
    };

    CHECK(rows);
}
END_TEST

START_TEST(timex_without_published_date_keeps_what_is_said)
{
    static const struct value_row rows[] = {
        {"She left on Friday.", "Friday = XXXX-WXX-5"},
        {"She left on 6 May.", "6 May = XXXX-05-06"},
        {"She left yesterday.", "yesterday = "},
        {"She left two years ago.", "two years ago = "},
        {"She left last week.", "last week = "},
        {"It ran from 6 May to 3 June.",
         "from 6 May to 3 June = (XXXX-05-06,XXXX-06-03,P28D)"},
    };

    value_bench_check(&bench, rows, XC_COUNT(rows), XC_VALUE_DATE, NULL);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        timex_of_dates,
        timex_of_months_and_years,
        timex_of_ranges,
        timex_of_bounds,
        timex_of_weeks_and_quarters,
        timex_of_relative_dates,
        timex_without_published_date_keeps_what_is_said,
        NULL,
    };
    int result;

    if (!value_bench_load(&bench))
        return EXIT_FAILURE;
    result = suite_run("timex", tests);
    value_bench_release(&bench);
    return result;
}
