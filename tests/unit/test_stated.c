/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/vec.h"
#include "value_rows.h"

static struct value_bench bench;

#define CHECK(rows, kind) value_bench_check(&bench, rows, XC_COUNT(rows), kind, NULL)

START_TEST(stated_leaves_out_what_approximates)
{
    static const struct value_row rows[] = {
        {"It drew about 300 men.", "300 = 300"},
        {"It drew nearly 300 men.", "300 = 300"},
        {"It drew 300 men or so, at least 40 of them tall.", "300 = 300; 40 = 40"},
        {"It drew 40-plus men.", "40 = 40"},
        {"It drew between 20 and 30 men.", "between 20 and 30 = "},
        {"It drew dozens of men.", "dozens of = "},
        {"It drew several men.", "several = "},
        {"It drew exactly 40 men.", "40 = 40"},
    };

    CHECK(rows, XC_VALUE_COUNT);
}
END_TEST

START_TEST(stated_numbers)
{
    static const struct value_row rows[] = {
        {"It is 1.5 million.", "1.5 million = 1500000"},
        {"It is 45 hundred.", "45 hundred = 4500"},
        {"It is 450 hundred.", "450 hundred = 45000"},
        {"It is a dozen.", "a dozen = 12"},
        {"It is 0.0001.", "0.0001 = 0.0001"},
        {"It is 0.00001.", "0.00001 = 1E-05"},
        {"It is 25 millionths.", "25 millionths = 2.5E-05 share"},
        {"It is 7 hundred and 45.", "7 hundred and 45 = 745"},
        {"It is 7 hundred and 4.5 hundred.", "7 hundred = 700; 4.5 hundred = 450"},
        {"It is two lakh crore.", "two lakh crore = 2000000000000"},
        {"It is minus 5.", "minus 5 = -5"},
        {"It is 4.5k.", "4.5k = 4500"},
        {"It is 4.5 k.", "4.5 k = 4500"},
        {"It is 4.5 k runners.", "4.5 = 4.5"},
        {"It is 2 345 678 men.", "2 = 2; 345 = 345; 678 = 678"},
        {"It is 2\xe2\x80\xaf"
         "345\xe2\x80\xaf"
         "678.5 men.",
         "2\xe2\x80\xaf"
         "345\xe2\x80\xaf"
         "678.5 = 2345678.5"},
        {"It is 2\xc2\xa0"
         "345 men.",
         "2\xc2\xa0"
         "345 = 2345"},
        {"It is 2019\xc2\xa0"
         "345 men.",
         "345 = 345"},
        {"It is 4,5 of them.", "4,5 = 4.5"},
        {"It is 4,5,6 of them.", "4 = 4; 5 = 5; 6 = 6"},
        {"It is 4,500 men.", "4,500 = 4500"},
        {"It is 3e6.", "3e6 = 3000000"},
        {"It is 2^10.", "2^10 = 1024"},
        {"It is 4^-1.", "4^-1 = 0.25"},
        {"It is 4.5x10^-3.", "4.5x10^-3 = 0.0045"},
        {"It is nought point one two.", "nought point one two = 0.12"},
        {"It is nought point twelve.", "nought point twelve = 0.12"},
        {"It is a billion and a half million.",
         "a billion and a half million = 1000500000"},
        {"It is two and a half million.", "two and a half million = 2500000"},
        {"It is two million and a half.", "two million and a half = 2500000"},
    };

    CHECK(rows, XC_VALUE_COUNT);
}
END_TEST

START_TEST(stated_parts)
{
    static const struct value_row rows[] = {
        {"It is two thirds.", "two thirds = 0.666666666666667 share"},
        {"It is 3/4.", "3/4 = 0.75 share"},
        {"It is forty-seven fifths.", "forty-seven fifths = 9.4"},
        {"It is two twenty-fifths.", "two twenty-fifths = 0.08 share"},
        {"It is two hundred forty fifths.",
         "two hundred forty fifths = 4.44444444444444"},
        {"It is two hundred and forty fifths.", "two hundred and forty fifths = 48"},
        {"It is forty-five hundred fifths.", "forty-five hundred fifths = 900"},
        {"It is two one hundred fifths.",
         "two one hundred fifths = 0.019047619047619 share"},
        {"It is two hundred and seven thousandths.",
         "two hundred and seven thousandths = 200.007"},
        {"It is five and two thirds.", "five and two thirds = 5.66666666666667"},
        {"It is two over five.", "two over five = 0.4 share"},
        {"They won two over five years.", "two = 2; five = 5"},
        {"It is one in eight.", "one in eight = 0.125 share"},
        {"It is two in eight cities.", "two = 2"},
        {"It is two out of eight.", "two out of eight = 0.25 share"},
        {"It is half a million.", "half a million = 500000"},
        {"It is a quarter million.", "a quarter million = 250000"},
        {"It is quarter million.", "quarter million = 250000"},
        {"The first quarter million was lost.", ""},
        {"It is a hundred thousandths.", "a hundred thousandths = 0.1 share"},
        {"A third man left.", ""},
    };

    CHECK(rows, XC_VALUE_COUNT);
}
END_TEST

START_TEST(stated_ordinals)
{
    static const struct value_row rows[] = {
        {"She was third.", "third = 3"},
        {"It is her two hundredth.", "two hundredth = 200"},
        {"It is her one hundred thirty-first.", "one hundred thirty-first = 131"},
        {"She came last.", "last = end+0 end"},
        {"She came second to last.", "second to last = end-1 end"},
        {"It was the penultimate one.", "penultimate = end-1 end"},
        {"Take the next one.", "next = current+1 current"},
        {"Take the previous one.", "previous = current-1 current"},
        {"She left last week.", ""},
        {"It is 1/3.", ""},
    };

    CHECK(rows, XC_VALUE_ORDINAL);
}
END_TEST

START_TEST(stated_percentages_and_ages)
{
    static const struct value_row percents[] = {
        {"Some 20% left.", "20% = 20"},
        {"More than 20 per cent left.", "20 per cent = 20"},
        {"A fifth of them left.", "A fifth = 20"},
    };
    static const struct value_row ages[] = {
        {"He is about 35 years old.", "35 years old = 35 year"},
        {"A man aged 35 left.", "aged 35 = 35 year"},
        {"A man of age 35 left.", "age 35 = 35 year"},
        {"The 35 yo left.", "35 yo = 35 year"},
        {"The 35yo left.", "35yo = 35 year"},
        {"It is ten weeks old.", "ten weeks old = 10 week"},
        {"The 35 men left, yo.", ""},
    };

    CHECK(percents, XC_VALUE_PERCENT);
    CHECK(ages, XC_VALUE_AGE);
}
END_TEST

START_TEST(stated_money)
{
    static const struct value_row rows[] = {
        {"It cost about \xc2\xa3"
         "3.5 million.",
         "\xc2\xa3"
         "3.5 million = 3500000 GBP"},
        {"It cost $5.", "$5 = 5"},
        {"It cost US$5.", "US$5 = 5 USD"},
        {"It cost 5 US dollars.", "5 US dollars = 5 USD"},
        {"It cost 5 dollars.", "5 dollars = 5"},
        {"It cost five dollars and ten cents.", "five dollars and ten cents = 5.1"},
        {"It cost five dollars ten.", "five dollars ten = 5.1"},
        {"It cost 5 dollars and 50.", "5 dollars and 50 = 5.5"},
        {"It cost 5 dollars and 50 men left.", "5 dollars = 5"},
        {"It cost between 5 dollars and 50.", "5 dollars = 5"},
        {"It cost rmb 10 usd 20.", "rmb 10 = 10 CNY; usd 20 = 20 USD"},
        {"It cost EUR5.5 then.", "EUR5.5 = 5.5 EUR"},
        {"It cost 7 MEUR then.", "7 MEUR = 7000000 EUR"},
        {"It cost 7 Egyptian pounds.", "7 Egyptian pounds = 7 EGP"},
        {"It cost 7 million Czech crowns.", "7 million Czech crowns = 7000000 CZK"},
        {"It cost 700 yen.", "700 yen = 700 JPY"},
        {"It cost 700\xe2\x82\xba.", "700\xe2\x82\xba = 700 TRY"},
        {"All 5 left, and 7 pens.", ""},
    };

    CHECK(rows, XC_VALUE_MONEY);
}
END_TEST

START_TEST(stated_measures)
{
    static const struct value_row rows[] = {
        {"It is nearly 12 km away.", "12 km = 12 km"},
        {"It is 5 ft 2 in tall.", "5 ft 2 in = 62 in"},
        {"It is about 5 ft 2 in tall.", "5 ft 2 in = 62 in"},
        {"It is 5 ft 2 in London.", "5 ft = 5 ft"},
        {"It is 7 dm wide.", "7 dm = 7 dm"},
        {"It weighs 7 micrograms.", "7 micrograms = 7 ug"},
        {"It covers 7 square kilometres.", "7 square kilometres = 7 km2"},
        {"It holds 7 hectolitres.", "7 hectolitres = 7 hl"},
        {"It did 7 metres per second.", "7 metres per second = 7 m/s"},
        {"It has 7 GB.", "7 GB = 7 GB"},
        {"It has 7 mebibytes.", "7 mebibytes = 7 MiB"},
        {"It makes 7 megawatt hours.", "7 megawatt hours = 7 MWh"},
        {"It is 7 hectopascals.", "7 hectopascals = 7 hPa"},
        {"Of 650 MPs one left.", ""},
    };

    CHECK(rows, XC_VALUE_MEASURE);
}
END_TEST

START_TEST(stated_durations)
{
    static const struct value_row rows[] = {
        {"It took about two weeks.", "two weeks = P2W week"},
        {"It took 3 hours.", "3 hours = PT3H hour"},
        {"It took 12.5 seconds.", "12.5 seconds = PT12.5S second"},
        {"It took 20 minutes.", "20 minutes = PT20M minute"},
        {"It took 20 months.", "20 months = P20M month"},
        {"It took two decades.", "two decades = P20Y year"},
        {"It took an hour and 20 minutes.", "an hour and 20 minutes = PT1H20M minute"},
        {"It took two years and three months.",
         "two years and three months = P2Y3M month"},
        {"It took a day and two hours.", "a day and two hours = P1DT2H hour"},
        {"It took half an hour.", "half an hour = PT0.5H hour"},
        {"It took 3 to 5 days.", "3 to 5 days =  day"},
        {"It took a few days.", "a few days =  day"},
        {"She came of a second wave.", ""},
        {"She came twenty second.", ""},
        {"It is a ten-second clip.", "ten-second = PT10S second"},
    };

    CHECK(rows, XC_VALUE_DURATION);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        stated_leaves_out_what_approximates,
        stated_numbers,
        stated_parts,
        stated_ordinals,
        stated_percentages_and_ages,
        stated_money,
        stated_measures,
        stated_durations,
        NULL,
    };
    int result;

    if (!value_bench_load(&bench))
        return EXIT_FAILURE;
    result = suite_run("stated", tests);
    value_bench_release(&bench);
    return result;
}
