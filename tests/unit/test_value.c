/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/recognise.h"

#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "suite.h"
#include "value/birth.h"

static struct xc_arena arena;
static struct xc_text_rules rules;
static const struct xc_value_words *words;

static bool
load(void)
{
    struct xc_value_files files = {
        .numbers = xc_lexicon_file("numbers"),
        .units = xc_lexicon_file("units"),
        .currencies = xc_lexicon_file("currencies"),
        .approximators = xc_lexicon_file("approximators"),
        .calendar = xc_lexicon_file("calendar"),
        .colours = xc_lexicon_file("colours"),
        .names = xc_lexicon_file("names"),
    };

    xc_arena_init(&arena);
    return xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                             xc_lexicon_file("number-words"), &arena,
                             &rules.words) == XC_OK &&
           xc_sentence_rules_new(xc_lexicon_file("abbreviations"), &arena,
                                 &rules.sentences) == XC_OK &&
           xc_value_words_new(&files, rules.words, &arena, &words) == XC_OK;
}

static struct xc_value
read(enum xc_value_kind kind, const char *text)
{
    struct xc_value value;
    bool ok = false;

    ck_assert_int_eq(
        xc_value_parse(words, &rules, kind, xc_str_of(text), &arena, &value, &ok),
        XC_OK);
    ck_assert_msg(ok, "no %s: %s", xc_value_kind_name(kind), text);
    return value;
}

static void
check_text(struct xc_str got, const char *expected, const char *row)
{
    ck_assert_msg(expected == NULL ? got.ptr == NULL : xc_str_is(got, expected),
                  "%s: \"%.*s\", not \"%s\"", row, (int)got.len,
                  got.ptr == NULL ? "" : got.ptr, expected == NULL ? "" : expected);
}

START_TEST(value_parse_gives_interval_and_unit)
{
    static const struct {
        enum xc_value_kind kind;
        const char *text;
        const char *low;
        const char *high;
        const char *unit;
    } rows[] = {
        {XC_VALUE_COUNT, "3", "3", "3", ""},
        {XC_VALUE_COUNT, "three", "3", "3", ""},
        {XC_VALUE_COUNT, "at least 40", "40", NULL, ""},
        {XC_VALUE_DURATION, "20 years", "20", "20", "year"},
        {XC_VALUE_DURATION, "two decades", "20", "20", "year"},
        {XC_VALUE_DURATION, "a fortnight ago", NULL, NULL, NULL},
        {XC_VALUE_DURATION, "six days", "6", "6", "day"},
        {XC_VALUE_DURATION, "3", NULL, NULL, NULL},
        {XC_VALUE_MEASURE, "40", NULL, NULL, NULL},
        {XC_VALUE_MEASURE, "40 lb", "40", "40", "lb"},
        {XC_VALUE_MONEY, "$1.5m", "1500000", "1500000", ""},
        {XC_VALUE_MONEY, "3.5", "3.5", "3.5", ""},
        {XC_VALUE_MONEY, "£20,000", "20000", "20000", "GBP"},
        {XC_VALUE_PERCENT, "20", "20", "20", ""},
        {XC_VALUE_PERCENT, "20%", "20", "20", ""},
        {XC_VALUE_PERCENT, "3 percentage points", "3", "3", "point"},
        {XC_VALUE_AGE, "35", "35", "35", "year"},
        {XC_VALUE_AGE, "35 years old", "35", "35", "year"},
        {XC_VALUE_ORDINAL, "21st", "21", "21", ""},
        {XC_VALUE_ORDINAL, "2", "2", "2", ""},
        {XC_VALUE_DATE, "2019-05-06", "2019-05-06", "2019-05-06", ""},
        {XC_VALUE_DATE, "6 May 2019", "2019-05-06", "2019-05-06", ""},
        {XC_VALUE_DATE, "2019", "2019-01-01", "2019-12-31", ""},
        {XC_VALUE_DATE, "6 May", NULL, NULL, ""},
        {XC_VALUE_COLOUR, "pinkish", NULL, NULL, ""},
        {XC_VALUE_COLOUR, "tasty", NULL, NULL, NULL},
        {XC_VALUE_COUNT, "three men", NULL, NULL, NULL},
        {XC_VALUE_COUNT, "20%", NULL, NULL, NULL},
        {XC_VALUE_COUNT, "", NULL, NULL, NULL},
        {XC_VALUE_NAME, "", NULL, NULL, NULL},
        {XC_VALUE_COUNT, "3. 4", NULL, NULL, NULL},
        {XC_VALUE_COUNT, "\xff", NULL, NULL, NULL},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_value value;
        bool ok = true;
        bool failed = false;

        ck_assert_int_eq(xc_value_parse(words, &rules, rows[i].kind,
                                        xc_str_of(rows[i].text), &arena, &value, &ok),
                         XC_OK);
        ck_assert_msg(ok == (rows[i].unit != NULL), "%s", rows[i].text);
        if (!ok)
            continue;
        check_text(xc_value_low_text(&value, &arena, &failed), rows[i].low,
                   rows[i].text);
        check_text(xc_value_high_text(&value, &arena, &failed), rows[i].high,
                   rows[i].text);
        check_text(value.unit, rows[i].unit, rows[i].text);
        check_text(value.text, rows[i].text, rows[i].text);
        ck_assert(!failed);
    }
}
END_TEST

START_TEST(value_compare_decides_by_interval)
{
    static const struct {
        enum xc_value_kind kind;
        enum xc_value_relation relation;
        const char *a;
        const char *b;
    } rows[] = {
        {XC_VALUE_DURATION, XC_VALUES_EQUAL, "two decades", "20 years"},
        {XC_VALUE_DURATION, XC_VALUES_COMPATIBLE, "two decades", "21 years"},
        {XC_VALUE_DURATION, XC_VALUES_EQUAL, "18 months", "a year and a half"},
        {XC_VALUE_DURATION, XC_VALUES_EQUAL, "two weeks", "14 days"},
        {XC_VALUE_DURATION, XC_VALUES_INCOMPARABLE, "one month", "30 days"},
        {XC_VALUE_DURATION, XC_VALUES_EQUAL, "90 minutes", "1.5 hours"},
        {XC_VALUE_COUNT, XC_VALUES_CONFLICT, "nearly 300", "300"},
        {XC_VALUE_COUNT, XC_VALUES_REFINES, "nearly 300", "290"},
        {XC_VALUE_COUNT, XC_VALUES_REFINES, "about 300", "300"},
        {XC_VALUE_COUNT, XC_VALUES_CONFLICT, "more than 40", "40"},
        {XC_VALUE_COUNT, XC_VALUES_REFINES, "at least 40", "40"},
        {XC_VALUE_COUNT, XC_VALUES_CONFLICT, "up to 40", "at least 41"},
        {XC_VALUE_COUNT, XC_VALUES_REFINES, "up to 40", "fewer than 30"},
        {XC_VALUE_COUNT, XC_VALUES_REFINES, "dozens", "30"},
        {XC_VALUE_COUNT, XC_VALUES_INCOMPARABLE, "half", "20"},
        {XC_VALUE_COUNT, XC_VALUES_EQUAL, "three", "3"},
        {XC_VALUE_MONEY, XC_VALUES_EQUAL, "$5 million", "5m dollars"},
        {XC_VALUE_MONEY, XC_VALUES_INCOMPARABLE, "$5 million", "£5 million"},
        {XC_VALUE_MONEY, XC_VALUES_EQUAL, "50p", "£0.50"},
        {XC_VALUE_PERCENT, XC_VALUES_EQUAL, "one in five", "20 per cent"},
        {XC_VALUE_PERCENT, XC_VALUES_INCOMPARABLE, "two percentage points", "2%"},
        {XC_VALUE_MEASURE, XC_VALUES_COMPATIBLE, "40 lb", "18 kg"},
        {XC_VALUE_MEASURE, XC_VALUES_CONFLICT, "40 lb", "28 kg"},
        {XC_VALUE_MEASURE, XC_VALUES_COMPATIBLE, "5,000 feet", "1,524 metres"},
        {XC_VALUE_MEASURE, XC_VALUES_EQUAL, "1.5 km", "1,500 metres"},
        {XC_VALUE_MEASURE, XC_VALUES_EQUAL, "six feet two", "74 inches"},
        {XC_VALUE_MEASURE, XC_VALUES_COMPATIBLE, "100 degrees celsius",
         "212 degrees fahrenheit"},
        {XC_VALUE_MEASURE, XC_VALUES_CONFLICT, "20 degrees celsius",
         "20 degrees fahrenheit"},
        {XC_VALUE_MEASURE, XC_VALUES_INCOMPARABLE, "40 lb", "40 miles"},
        {XC_VALUE_DATE, XC_VALUES_REFINES, "6 May 2019", "May 2019"},
        {XC_VALUE_DATE, XC_VALUES_EQUAL, "6 May 2019", "May 6, 2019"},
        {XC_VALUE_DATE, XC_VALUES_CONFLICT, "6 May 2019", "2024"},
        {XC_VALUE_DATE, XC_VALUES_REFINES, "6 May", "6 May 2019"},
        {XC_VALUE_DATE, XC_VALUES_CONFLICT, "7 May", "6 May 2019"},
        {XC_VALUE_DATE, XC_VALUES_EQUAL, "6 May", "6 May"},
        {XC_VALUE_DATE, XC_VALUES_REFINES, "05/06/2019", "5 June 2019"},
        {XC_VALUE_DATE, XC_VALUES_CONFLICT, "05/06/2019", "7 July 2019"},
        {XC_VALUE_DATE, XC_VALUES_COMPATIBLE, "Monday", "Friday"},
        {XC_VALUE_DATE, XC_VALUES_REFINES, "2018 or later", "6 May 2019"},
        {XC_VALUE_DATE, XC_VALUES_CONFLICT, "2018 or later", "6 May 2017"},
        {XC_VALUE_DATE, XC_VALUES_COMPATIBLE, "2018 or later", "2018 or earlier"},
        {XC_VALUE_DATE, XC_VALUES_COMPATIBLE, "6 May", "May 2019"},
        {XC_VALUE_DATE, XC_VALUES_COMPATIBLE, "from May to June 2019",
         "from June to July 2019"},
        {XC_VALUE_DATE, XC_VALUES_REFINES, "Q2 2019", "6 May 2019"},
        {XC_VALUE_COUNT, XC_VALUES_COMPATIBLE, "20 to 30", "25 to 35"},
        {XC_VALUE_COUNT, XC_VALUES_REFINES, "20 to 30", "25 to 30"},
        {XC_VALUE_COUNT, XC_VALUES_COMPATIBLE, "at least 40", "up to 50"},
        {XC_VALUE_MEASURE, XC_VALUES_REFINES, "two-thirds of a mile", "up to 1 mile"},
        {XC_VALUE_AGE, XC_VALUES_EQUAL, "35 years old", "35"},
        {XC_VALUE_AGE, XC_VALUES_CONFLICT, "18 months old", "2 years old"},
        {XC_VALUE_ORDINAL, XC_VALUES_EQUAL, "runner-up", "second"},
        {XC_VALUE_ORDINAL, XC_VALUES_INCOMPARABLE, "last", "second"},
        {XC_VALUE_ORDINAL, XC_VALUES_EQUAL, "last", "last"},
        {XC_VALUE_COLOUR, XC_VALUES_EQUAL, "pink", "pinkish"},
        {XC_VALUE_COLOUR, XC_VALUES_EQUAL, "crimson", "red"},
        {XC_VALUE_COLOUR, XC_VALUES_EQUAL, "dark blue", "navy"},
        {XC_VALUE_COLOUR, XC_VALUES_CONFLICT, "pink", "red"},
        {XC_VALUE_NAME, XC_VALUES_REFINES, "Jane Doe", "Doe"},
        {XC_VALUE_NAME, XC_VALUES_EQUAL, "Jane Doe", "jane doe"},
        {XC_VALUE_NAME, XC_VALUES_CONFLICT, "Jane Doe", "Jane Roe"},
        {XC_VALUE_TEXT, XC_VALUES_INCOMPARABLE, "a fire", "a flood"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_value a = read(rows[i].kind, rows[i].a);
        struct xc_value b = read(rows[i].kind, rows[i].b);
        struct xc_value both;
        bool meets = rows[i].relation == XC_VALUES_EQUAL ||
                     rows[i].relation == XC_VALUES_COMPATIBLE ||
                     rows[i].relation == XC_VALUES_REFINES;

        ck_assert_msg(xc_value_compare(&a, &b) == rows[i].relation, "%s / %s: %d",
                      rows[i].a, rows[i].b, (int)xc_value_compare(&a, &b));
        ck_assert_msg(xc_value_compare(&b, &a) == rows[i].relation, "%s / %s",
                      rows[i].b, rows[i].a);
        ck_assert_msg(xc_value_intersect(&a, &b, &both) == meets, "%s & %s", rows[i].a,
                      rows[i].b);
        ck_assert_msg(xc_value_intersect(&b, &a, &both) == meets, "%s & %s", rows[i].b,
                      rows[i].a);
    }
}
END_TEST

START_TEST(value_birth_is_a_year_long_for_whole_years)
{
    static const struct {
        const char *age;
        const char *low; /* "": no birth */
        const char *high;
    } rows[] = {
        {"35 years old", "1983-05-09", "1984-05-08"},
        {"18 months old", "2017-10-09", "2017-11-08"},
        {"at least 35 years old", NULL, "1984-05-08"},
        {"under 35 years old", "1984-05-09", NULL},
        {"ten weeks old", "", ""},
        {"9000 years old", "", ""},
    };
    int32_t day = xc_date_day((struct xc_date){2019, 5, 8});
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_value age = read(XC_VALUE_AGE, rows[i].age);
        struct xc_value birth;
        bool failed = false;
        bool ok = xc_birth_of_age(&age, day, &birth);

        ck_assert_msg(ok == (rows[i].low == NULL || rows[i].low[0] != '\0'), "%s",
                      rows[i].age);
        if (!ok)
            continue;
        check_text(xc_value_low_text(&birth, &arena, &failed), rows[i].low,
                   rows[i].age);
        check_text(xc_value_high_text(&birth, &arena, &failed), rows[i].high,
                   rows[i].age);
    }
}
END_TEST

START_TEST(value_relation_name_is_a_word_each)
{
    static const char *const names[XC_N_VALUE_RELATIONS] = {
        [XC_VALUES_EQUAL] = "equal",
        [XC_VALUES_COMPATIBLE] = "compatible",
        [XC_VALUES_REFINES] = "refines",
        [XC_VALUES_CONFLICT] = "conflict",
        [XC_VALUES_INCOMPARABLE] = "incomparable",
    };
    size_t i;

    for (i = 0; i < XC_COUNT(names); i++)
        ck_assert_str_eq(xc_value_relation_name((enum xc_value_relation)i), names[i]);
}
END_TEST

START_TEST(value_compare_other_kind_is_incomparable)
{
    struct xc_value count = read(XC_VALUE_COUNT, "20");
    struct xc_value percent = read(XC_VALUE_PERCENT, "20");

    ck_assert_int_eq(xc_value_compare(&count, &percent), XC_VALUES_INCOMPARABLE);
}
END_TEST

START_TEST(value_convert_is_exact_or_refused)
{
    static const struct {
        enum xc_value_kind kind;
        const char *text;
        const char *unit;
        const char *low; /* NULL: refused */
        const char *high;
    } rows[] = {
        {XC_VALUE_DURATION, "two decades", "year", "20", "20"},
        {XC_VALUE_DURATION, "two decades", "month", "240", "240"},
        {XC_VALUE_DURATION, "18 months", "year", "1.5", "1.5"},
        {XC_VALUE_DURATION, "5 months", "year", "0.416666666666667",
         "0.416666666666667"},
        {XC_VALUE_DURATION, "two weeks", "day", "14", "14"},
        {XC_VALUE_DURATION, "two months", "day", NULL, NULL},
        {XC_VALUE_DURATION, "two months", "parsec", NULL, NULL},
        {XC_VALUE_DURATION, "two months", "kg", NULL, NULL},
        {XC_VALUE_MEASURE, "2 km", "m", "2000", "2000"},
        {XC_VALUE_MEASURE, "18 kg", "lb", "38.5808958823536", "40.7855185042024"},
        {XC_VALUE_MONEY, "£5", "USD", NULL, NULL},
        {XC_VALUE_COUNT, "5", "", "5", "5"},
        {XC_VALUE_MEASURE, "123456789.123456 km", "m", "123456789123.456",
         "123456789123.456"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_value value = read(rows[i].kind, rows[i].text);
        struct xc_value out = read(XC_VALUE_COUNT, "77");
        bool failed = false;
        bool ok = xc_value_convert(&value, xc_str_of(rows[i].unit), &out);

        ck_assert_msg(ok == (rows[i].low != NULL), "%s", rows[i].text);
        check_text(xc_value_low_text(&out, &arena, &failed), ok ? rows[i].low : "77",
                   rows[i].text);
        check_text(xc_value_high_text(&out, &arena, &failed), ok ? rows[i].high : "77",
                   rows[i].text);
    }
}
END_TEST

START_TEST(value_intersect_keeps_what_both_admit)
{
    static const struct {
        enum xc_value_kind kind;
        enum xc_approximation approximation;
        const char *a;
        const char *b;
        const char *display;
    } rows[] = {
        {XC_VALUE_DURATION, XC_VALUE_EXACT, "two decades", "20 years", "20 years"},
        {XC_VALUE_DURATION, XC_VALUE_EXACT, "one year", "at least 6 months", "1 year"},
        {XC_VALUE_COUNT, XC_VALUE_BOUND, "at least 40", "up to 50", "from 40 to 50"},
        {XC_VALUE_COUNT, XC_VALUE_EXACT, "about 300", "280", "280"},
        {XC_VALUE_COUNT, XC_VALUE_BOUND, "more than 100", "at least 200",
         "at least 200"},
        {XC_VALUE_DATE, XC_VALUE_EXACT, "2019", "6 May 2019", "2019-05-06"},
        {XC_VALUE_DATE, XC_VALUE_EXACT, "6 May", "2019-05-06", "2019-05-06"},
        {XC_VALUE_NAME, XC_VALUE_EXACT, "Doe", "Jane Doe", "Jane Doe"},
        {XC_VALUE_COLOUR, XC_VALUE_EXACT, "scarlet", "red", "red"},
        {XC_VALUE_MEASURE, XC_VALUE_EXACT, "40 lb", "18 kg", "40 lb"},
        {XC_VALUE_ORDINAL, XC_VALUE_EXACT, "last", "last", "last"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_value a = read(rows[i].kind, rows[i].a);
        struct xc_value b = read(rows[i].kind, rows[i].b);
        struct xc_value both;

        ck_assert_msg(xc_value_intersect(&a, &b, &both), "%s & %s", rows[i].a,
                      rows[i].b);
        check_text(xc_value_display(&both, &arena), rows[i].display, rows[i].a);
        ck_assert_msg(both.approximation == rows[i].approximation, "%s", rows[i].a);
    }
}
END_TEST

START_TEST(value_display_reads_well)
{
    static const struct {
        enum xc_value_kind kind;
        const char *text;
        const char *display;
    } rows[] = {
        {XC_VALUE_DURATION, "two decades", "20 years"},
        {XC_VALUE_DURATION, "one week", "1 week"},
        {XC_VALUE_COUNT, "at least 40", "at least 40"},
        {XC_VALUE_COUNT, "over 40", "more than 40"},
        {XC_VALUE_COUNT, "up to 40", "up to 40"},
        {XC_VALUE_COUNT, "fewer than 40", "under 40"},
        {XC_VALUE_COUNT, "nearly 300", "from 255 to under 300"},
        {XC_VALUE_COUNT, "just over 300", "from over 300 to 345"},
        {XC_VALUE_COUNT, "1400", "1400"},
        {XC_VALUE_COUNT, "35000", "35,000"},
        {XC_VALUE_COUNT, "-1234567.25", "-1,234,567.25"},
        {XC_VALUE_MONEY, "£20,000", "GBP 20,000"},
        {XC_VALUE_MONEY, "£3 to £5", "from GBP 3 to GBP 5"},
        {XC_VALUE_PERCENT, "20 per cent", "20%"},
        {XC_VALUE_PERCENT, "one percentage point", "1 percentage point"},
        {XC_VALUE_MEASURE, "40 pounds", "40 lb"},
        {XC_VALUE_ORDINAL, "first", "1st"},
        {XC_VALUE_ORDINAL, "twelfth", "12th"},
        {XC_VALUE_ORDINAL, "22nd", "22nd"},
        {XC_VALUE_ORDINAL, "113th", "113th"},
        {XC_VALUE_ORDINAL, "last", "last"},
        {XC_VALUE_DATE, "May 6, 2019", "2019-05-06"},
        {XC_VALUE_DATE, "May 2019", "2019-05"},
        {XC_VALUE_DATE, "1990s", "from 1990-01-01 to 1999-12-31"},
        {XC_VALUE_DATE, "yesterday", "yesterday"},
        {XC_VALUE_COLOUR, "hot pink", "pink"},
        {XC_VALUE_PERCENT, "a third", "33.3%"},
        {XC_VALUE_PERCENT, "two-thirds", "66.7%"},
        {XC_VALUE_NAME, "Jane Doe", "Jane Doe"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_value value = read(rows[i].kind, rows[i].text);

        check_text(xc_value_display(&value, &arena), rows[i].display, rows[i].text);
    }
}
END_TEST

START_TEST(value_said_stands_inside_a_sentence)
{
    static const struct {
        enum xc_value_kind kind;
        const char *text;
        const char *said;
    } rows[] = {
        {XC_VALUE_COUNT, "Nearly 300", "nearly 300"},
        {XC_VALUE_COUNT, "nearly 300", "nearly 300"},
        {XC_VALUE_COUNT, "Dozens of", "dozens"},
        {XC_VALUE_MONEY, "US$5", "US$5"},
        {XC_VALUE_DATE, "May 2019", "May 2019"},
        {XC_VALUE_DATE, "2018 or later", "since 2018-01-01"},
        {XC_VALUE_NAME, "Jane Doe", "Jane Doe"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_value value = read(rows[i].kind, rows[i].text);

        check_text(xc_value_said(&value, &arena), rows[i].said, rows[i].text);
    }
}
END_TEST

START_TEST(value_kind_names_lead_back)
{
    enum xc_value_kind kind;
    size_t i;

    for (i = 0; i < XC_N_VALUE_KINDS; i++) {
        const char *name = xc_value_kind_name((enum xc_value_kind)i);

        ck_assert(xc_value_kind_parse(xc_str_of(name), &kind));
        ck_assert_uint_eq((size_t)kind, i);
    }
    ck_assert(!xc_value_kind_parse(XC_STR("color"), &kind));
    ck_assert(!xc_value_kind_parse(XC_STR(""), &kind));
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        value_parse_gives_interval_and_unit,
        value_compare_decides_by_interval,
        value_compare_other_kind_is_incomparable,
        value_convert_is_exact_or_refused,
        value_intersect_keeps_what_both_admit,
        value_display_reads_well,
        value_said_stands_inside_a_sentence,
        value_kind_names_lead_back,
        value_birth_is_a_year_long_for_whole_years,
        value_relation_name_is_a_word_each,
        NULL,
    };
    int result;

    if (!load())
        return EXIT_FAILURE;
    result = suite_run("value", tests);
    xc_arena_release(&arena);
    return result;
}
