/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/recognise.h"

#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "suite.h"

static struct xc_arena program;
static struct xc_arena article;
static struct xc_text_rules rules;
static const struct xc_value_words *words;
/* A Wednesday. */
static const struct xc_date published = {2019, 5, 8};

static struct xc_value_files
files(void)
{
    return (struct xc_value_files){
        .numbers = xc_lexicon_file("numbers"),
        .units = xc_lexicon_file("units"),
        .currencies = xc_lexicon_file("currencies"),
        .approximators = xc_lexicon_file("approximators"),
        .calendar = xc_lexicon_file("calendar"),
        .colours = xc_lexicon_file("colours"),
        .names = xc_lexicon_file("names"),
    };
}

static bool
load(void)
{
    const struct xc_value_files lexicon = files();

    xc_arena_init(&program);
    xc_arena_init(&article);
    return xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                             xc_lexicon_file("number-words"), &program,
                             &rules.words) == XC_OK &&
           xc_sentence_rules_new(xc_lexicon_file("abbreviations"), &program,
                                 &rules.sentences) == XC_OK &&
           xc_value_words_new(&lexicon, rules.words, &program, &words) == XC_OK;
}

static struct xc_text
split(struct xc_str bytes, enum xc_block_kind kind)
{
    struct xc_span run = {0, bytes.len};
    struct xc_block block = {kind, &run, 1, 1};
    struct xc_text text;

    ck_assert_int_eq(xc_text_build(&rules, bytes, &block, 1, &article, &text), XC_OK);
    return text;
}

/* "about 20 = 17..23" for every hit of kind, "; " between; "(" and ")" where a bound is
 * excluded; the unit after it. */
static struct xc_str
describe(const struct xc_value_hit_vec *hits, enum xc_value_kind kind)
{
    struct xc_str all = XC_STR("");
    bool failed = false;
    size_t i;

    for (i = 0; i < hits->n; i++) {
        const struct xc_value *value = &hits->items[i].value;
        struct xc_str low = xc_value_low_text(value, &article, &failed);
        struct xc_str high = xc_value_high_text(value, &article, &failed);
        bool point = low.ptr != NULL && high.ptr != NULL && xc_str_equal(low, high);

        if (value->kind != kind)
            continue;
        if (value->name.len > 0) {
            low = value->name;
            point = true;
        }
        all = xc_arena_printf(
            &article, "%.*s%s%.*s = %s%.*s%s%.*s%s%s%.*s", (int)all.len, all.ptr,
            all.len > 0 ? "; " : "", (int)value->text.len, value->text.ptr,
            value->low.open ? "(" : "", (int)low.len, low.ptr == NULL ? "" : low.ptr,
            point ? "" : "..", point || high.ptr == NULL ? 0 : (int)high.len,
            high.ptr == NULL ? "" : high.ptr, value->high.open ? ")" : "",
            value->unit.len > 0 ? " " : "", (int)value->unit.len, value->unit.ptr);
    }
    return all;
}

/* Dates alone are those among all values. */
static void
check_dates(const struct xc_text *text, const struct xc_date *date,
            const struct xc_value_hit_vec *all)
{
    struct xc_value_hit_vec dates = {NULL, 0, 0};
    struct xc_str expected = describe(all, XC_VALUE_DATE);
    size_t n = 0;
    size_t i;

    for (i = 0; i < text->n_sentences; i++)
        ck_assert_int_eq(xc_values_find_dates(words, text, text->sentences[i].words,
                                              date, &article, &dates),
                         XC_OK);
    for (i = 0; i < all->n; i++) {
        if (all->items[i].value.kind != XC_VALUE_DATE)
            continue;
        ck_assert_uint_lt(n, dates.n);
        ck_assert_uint_eq(all->items[i].words.first, dates.items[n++].words.first);
    }
    ck_assert_uint_eq(n, dates.n);
    ck_assert_msg(xc_str_equal(describe(&dates, XC_VALUE_DATE), expected), "not '%.*s'",
                  (int)expected.len, expected.ptr);
}

static struct xc_value_hit_vec
find(const struct xc_text *text, const struct xc_date *date)
{
    struct xc_value_hit_vec hits = {NULL, 0, 0};
    size_t s;

    for (s = 0; s < text->n_sentences; s++)
        ck_assert_int_eq(xc_values_find(words, text, text->sentences[s].words, date,
                                        &article, &hits),
                         XC_OK);
    check_dates(text, date, &hits);
    return hits;
}

struct row {
    const char *sentence;
    const char *expected;
};

static void
check_rows(const struct row *rows, size_t n, enum xc_value_kind kind)
{
    size_t i;

    for (i = 0; i < n; i++) {
        struct xc_text text = split(xc_str_of(rows[i].sentence), XC_BLOCK_PARAGRAPH);
        struct xc_value_hit_vec hits = find(&text, &published);
        struct xc_str got = describe(&hits, kind);

        ck_assert_msg(xc_str_is(got, rows[i].expected), "%s\n  got  %.*s\n  want %s",
                      rows[i].sentence, (int)got.len, got.ptr, rows[i].expected);
        xc_arena_reset(&article);
    }
}

START_TEST(recognise_counts)
{
    static const struct row rows[] = {
        {"It took three men to tie it.", "three = 3"},
        {"Some 300 people came.", "Some 300 = 255..345"},
        {"It drew about 20 guests.", "about 20 = 17..23"},
        {"It drew about 312 guests.", "about 312 = 296.4..327.6"},
        {"It drew nearly 300 guests.", "nearly 300 = 255..300)"},
        {"It drew just over 300 guests.", "just over 300 = (300..345"},
        {"It drew at least 40 guests.", "at least 40 = 40.."},
        {"It drew no fewer than 40 guests.", "no fewer than 40 = 40.."},
        {"It drew more than 40 guests.", "more than 40 = (40.."},
        {"It drew no more than 40 guests.", "no more than 40 = ..40"},
        {"It drew up to 40 guests.", "up to 40 = ..40"},
        {"It drew fewer than 40 guests.", "fewer than 40 = ..40)"},
        {"It drew 40 or more guests.", "40 or more = 40.."},
        {"It drew 40-plus guests.", "40-plus = 40.."},
        {"It drew 40+ guests.", "40+ = 40.."},
        {"It drew 40-odd guests.", "40-odd = 35..45"},
        {"It drew exactly 40 guests.", "exactly 40 = 40"},
        {"It drew between 20 and 30 guests.", "between 20 and 30 = 20..30"},
        {"It drew 20 to 30 guests.", "20 to 30 = 20..30"},
        {"It drew 20\xe2\x80\x93"
         "30 guests.",
         "20\xe2\x80\x93"
         "30 = 20..30"},
        {"Half of the 20 guests left.", "Half of the 20 = 10"},
        {"Two of the three guests left.", "Two of the three = 2"},
        {"It rained on 5 of the 20 days.", "5 = 5; 20 = 20"},
        {"It drew two or three hundred guests.", "two or three hundred = 200..300"},
        {"It drew 3 to 5 million guests.", "3 to 5 million = 3000000..5000000"},
        {"It drew from 300 to 5 million guests.",
         "from 300 to 5 million = 300..5000000"},
        {"It drew two or three guests.", "two or three = 2..3"},
        {"It rose from 3 to 5 guests.", "3 = 3; 5 = 5"},
        {"Dozens of men came.", "Dozens of = 24..120)"},
        {"Hundreds of thousands of men came.",
         "Hundreds of thousands of = 100000..1000000)"},
        {"A couple of men came.", "A couple of = 2"},
        {"A few hundred men came.", "A few hundred = 300..500"},
        {"Several men came.", "Several = 3..9"},
        {"A handful of men came.", "A handful of = 3..7"},
        {"Half a dozen men came.", "Half a dozen = 6"},
        {"Half a million men came.", "Half a million = 500000"},
        {"Two dozen men came.", "Two dozen = 24"},
        {"About two dozen men came.", "About two dozen = 20.4..27.6"},
        {"Two-thirds of them came.", "Two-thirds = 0.666666666666667 share"},
        {"Twenty-one thousand three hundred and five men came.",
         "Twenty-one thousand three hundred and five = 21305"},
        {"A hundred and one men came.", "A hundred and one = 101"},
        {"Two and a half million men came.", "Two and a half million = 2500000"},
        {"A million and a half men came.", "A million and a half = 1500000"},
        {"1.5 million men came.", "1.5 million = 1500000"},
        {"A crowd of 12,345 came.", "12,345 = 12345"},
        {"A crowd of 12,34,567 came.", "12,34,567 = 1234567"},
        {"Two lakh men came.", "Two lakh = 200000"},
        {"Three point one four is close.", "Three point one four = 3.14"},
        {"It fell by 2\xc2\xbd points.", "2\xc2\xbd = 2.5"},
        {"It fell to -5 that night.", "-5 = -5"},
        {"Nil was the score.", "Nil = 0"},
        {"Three men and two women came.", "Three = 3; two = 2"},
        {"Five, six and seven came.", "Five = 5; six = 6; seven = 7"},
        {"One of the men came.", "One = 1"},
        {"No one came.", ""},
        {"He is the one who came.", ""},
        {"They love one another.", ""},
        {"The covid-19 ward and the A380 jet.", ""},
        {"It began at 10:30 pm.", ""},
        {"It began at 8 pm.", ""},
        {"It cost $14 and 20%.", ""},
        {"He is 5ft tall.", ""},
        {"It is open 24/7.", ""},
        {"See example.com/2018/05/06 for more.", ""},
        {"He arrived on May 6 with two men.", "two = 2"},
        {"A third man came.", ""},
        {"It flew a C-130 over the 9/11 site.", ""},
        {"It came in 1974 and 2019.", ""},
        {"A crowd of 2000 came.", "2000 = 2000"},
        {"2. Three men came.", "Three = 3"},
        {"They won 3-2.", "3 = 3; 2 = 2"},
    };

    check_rows(rows, XC_COUNT(rows), XC_VALUE_COUNT);
}
END_TEST

START_TEST(recognise_ordinals)
{
    static const struct row rows[] = {
        {"She was first and he was 21st.", "first = 1; 21st = 21"},
        {"It is her twenty-first gown.", "twenty-first = 21"},
        {"It is her one hundred and third gown.", "one hundred and third = 103"},
        {"She was the runner-up.", "runner-up = 2"},
        {"She came last.", "last = last end"},
        {"A third of them left, a third man stayed.", "third = 3"},
        {"Two-thirds left on May 6th.", ""},
        {"Last year she came.", ""},
    };

    check_rows(rows, XC_COUNT(rows), XC_VALUE_ORDINAL);
}
END_TEST

START_TEST(recognise_percentages)
{
    static const struct row rows[] = {
        {"Some 20% left.", "Some 20% = 17..23"},
        {"It was 20 percent, then 30 per cent.", "20 percent = 20; 30 per cent = 30"},
        {"It fell three percentage points.", "three percentage points = 3 point"},
        {"One in five left.", "One in five = 20"},
        {"Nine out of 10 left.", "Nine out of 10 = 90"},
        {"Two in 2019 left.", ""},
        {"Half of them left.", "Half = 50"},
        {"Three quarters of them left.", "Three quarters = 75"},
        {"Between 20% and 30% left.", "Between 20% and 30% = 20..30"},
        {"Prices rose from 3% to 5%.", "3% = 3; 5% = 5"},
        {"It took half an hour.", "half = 50"},
        {"More than half a million left.", ""},
        {"A half-naked man left in the second half.", ""},
        {"Between 15 to 18 percent left.", "Between 15 to 18 percent = 15..18"},
    };

    check_rows(rows, XC_COUNT(rows), XC_VALUE_PERCENT);
}
END_TEST

START_TEST(recognise_money)
{
    static const struct row rows[] = {
        {"It cost $3.5m.", "$3.5m = 3500000"},
        {"It cost \xc2\xa3"
         "20,000.",
         "\xc2\xa3"
         "20,000 = 20000 GBP"},
        {"It cost three million pounds.", "three million pounds = 3000000 GBP"},
        {"It cost \xe2\x82\xac"
         "2bn.",
         "\xe2\x82\xac"
         "2bn = 2000000000 EUR"},
        {"It cost US$5 and C$6.", "US$5 = 5 USD; C$6 = 6 CAD"},
        {"It was a $5 note.", "$5 = 5"},
        {"It cost $3 to $5 million.", "$3 to $5 million = 3000000..5000000"},
        {"It cost from $3 to $5 million.", "from $3 to $5 million = 3000000..5000000"},
        {"It rose from $3 to $5 million.", "$3 = 3; $5 million = 5000000"},
        {"It cost 50p or 20 quid.", "50p = 0.5 GBP; 20 quid = 20 GBP"},
        {"It cost more than $1 million.", "more than $1 million = (1000000.."},
        {"It was a million-dollar gown.", "a million-dollar = 1000000"},
        {"He earns $40,000 a year.", "$40,000 = 40000"},
        {"It cost $ 14 million , he said .", "$ 14 million = 14000000"},
        {"It cost 10 \xe2\x82\xac", "10 \xe2\x82\xac = 10 EUR"},
        {"He is 50 people ahead.", ""},
    };

    check_rows(rows, XC_COUNT(rows), XC_VALUE_MONEY);
}
END_TEST

START_TEST(recognise_durations)
{
    static const struct row rows[] = {
        {"His first in 20 years.", "20 years = 20 year"},
        {"His first in two decades.", "two decades = 20 year"},
        {"His first in about two decades.", "about two decades = 17..23 year"},
        {"It was a two-year wait.", "two-year = 2 year"},
        {"She trains six days a week.", "six days = 6 day"},
        {"She waited for a week.", "a week = 1 week"},
        {"She waited a year and a half.", "a year and a half = 1.5 year"},
        {"She waited two and a half years.", "two and a half years = 2.5 year"},
        {"She waited half an hour.", "half an hour = 0.5 hour"},
        {"She waited an hour and 20 minutes.", "an hour and 20 minutes = 80 minute"},
        {"She sings an hour a day.", ""},
        {"She waited two hours and 20 minutes.",
         "two hours and 20 minutes = 140 minute"},
        {"She waited two years and three months.",
         "two years and three months = 27 month"},
        {"She waited 20 years or more.", "20 years or more = 20.. year"},
        {"She waited 20 or more years.", "20 or more years = 20.. year"},
        {"She waited over 12 months.", "over 12 months = 12.. month"},
        {"She waited more than 12 months.", "more than 12 months = (12.. month"},
        {"She waited 3-5 days.", "3-5 days = 3..5 day"},
        {"She waited two days to three days.", "two days to three days = 2..3 day"},
        {"The 43-year-old waited.", ""},
        {"She left twice a week.", ""},
        {"The second man left.", ""},
    };

    check_rows(rows, XC_COUNT(rows), XC_VALUE_DURATION);
}
END_TEST

START_TEST(recognise_ages)
{
    static const struct row rows[] = {
        {"The 35-year-old left.", "35-year-old = 35 year"},
        {"He is 35 years old.", "35 years old = 35 year"},
        {"A man aged 35 left.", "35 = 35 year"},
        {"He left at the age of 35.", "35 = 35 year"},
        {"John Doe, 43, left.", "43 = 43 year"},
        {"John Doe (43) left.", "43 = 43 year"},
        {"In May, 43, 44 and 45 left.", ""},
        {"On the list, 43, left.", ""},
        {"The baby is ten months old.", "ten months old = 10 month"},
        {"He is in his 40s.", "40s = 40..49 year"},
        {"He grew up in the 80s.", ""},
        {"He is in his mid-20s.", "20s = 20..29 year"},
        {"He waited 35 years.", ""},
        {"He turned 43 on Monday.", ""},
        {"He turned 43.", "43 = 43 year"},
        {"He turned 43 people away.", ""},
    };

    check_rows(rows, XC_COUNT(rows), XC_VALUE_AGE);
}
END_TEST

START_TEST(recognise_measures)
{
    static const struct row rows[] = {
        {"It weighs 40 lb.", "40 lb = 40 lb"},
        {"It weighs about 40 pounds.", "about 40 pounds = 35..45 lb"},
        {"He is six feet two.", "six feet two = 74 in"},
        {"He is 5ft 2in tall.", "5ft 2in = 62 in"},
        {"He is 5ft2in tall.", "5ft2in = 62 in"},
        {"He is 6'2\" tall.", "6'2 = 74 in"},
        {"He has six feet two times over.", "six feet = 6 ft"},
        {"It is 12 km away.", "12 km = 12 km"},
        {"It is a 3m wall.", "3m = 3 m"},
        {"It is 20 degrees Celsius.", "20 degrees Celsius = 20 C"},
        {"It is -5\xc2\xb0"
         "C.",
         "-5\xc2\xb0"
         "C = -5 C"},
        {"It did 90 mph.", "90 mph = 90 mph"},
        {"It covers 300 square miles.", "300 square miles = 300 sq mi"},
        {"It covers 300m2.", "300m2 = 300 m2"},
        {"It is half a mile long.", "half a mile = 0.5 mi"},
        {"He saw 20 in London.", ""},
        {"He lost $3m.", ""},
        {"Part 24703L202 broke.", ""},
    };

    check_rows(rows, XC_COUNT(rows), XC_VALUE_MEASURE);
}
END_TEST

START_TEST(recognise_dates)
{
    static const struct row rows[] = {
        {"It was on 2019-05-06.", "2019-05-06 = 2019-05-06"},
        {"It was on May 6, 2019, then.", "May 6, 2019 = 2019-05-06"},
        {"It was on Monday, May 6, 2019.", "Monday, May 6, 2019 = 2019-05-06"},
        {"It was on the 6th of May 2018.", "6th of May 2018 = 2018-05-06"},
        {"It was on 6 May.", "6 May = 2019-05-06"},
        {"It was on 6 June.", "6 June = 2018-06-06"},
        {"It will be on 6 June.", "6 June = 2019-06-06"},
        {"It was on May 6-8, 2018.", "May 6-8, 2018 = 2018-05-06..2018-05-08"},
        {"On May 6, 2000 people came.", "May 6 = 2019-05-06"},
        {"It was in May.", "May = 2019-05-01..2019-05-31"},
        {"It was in December.", "December = 2018-12-01..2018-12-31"},
        {"It was in February 2016.", "February 2016 = 2016-02-01..2016-02-29"},
        {"May was right, and it may be.", ""},
        {"Theresa May left.", ""},
        {"The march went on in March.", "March = 2019-03-01..2019-03-31"},
        {"It may 20 years later.", ""},
        {"It was on 25/12/2018.", "25/12/2018 = 2018-12-25"},
        {"It was on 12/25/2018.", "12/25/2018 = 2018-12-25"},
        {"It was on 05/06/2018.", "05/06/2018 = 2018-05-06..2018-06-05"},
        {"It was on 31/06/2018.", ""},
        {"It was on June 31.", ""},
        {"In 2011 she came.", "2011 = 2011-01-01..2011-12-31"},
        {"The 2019 gala was fine.", "2019 = 2019-01-01..2019-12-31"},
        {"Some 2000 people came.", ""},
        {"About 2019 guests came.", ""},
        {"The year 2000 metres ago.", ""},
        {"It cost $2019.", ""},
        {"It has 2,019 pages.", ""},
        {"See example.com/2018 for more.", ""},
        {"Call 555-2019 now.", ""},
        {"In 1066 they came, in 1492 too.", "1492 = 1492-01-01..1492-12-31"},
        {"He ate 1492 of them.", ""},
        {"From 2011 to 2014 it ran.", "From 2011 to 2014 = 2011-01-01..2014-12-31"},
        {"The 2018-19 season ran.", "2018-19 = 2018-01-01..2019-12-31"},
        {"The 1990s were fine.", "1990s = 1990-01-01..1999-12-31"},
        {"The early '90s were fine.", "90s = 1990-01-01..1999-12-31"},
        {"He is in his mid-20s.", ""},
        {"It was on Sept. 11, 2001, then.", "Sept. 11, 2001 = 2001-09-11"},
        {"It was on Monday Oct. 13, 2014.", "Monday Oct. 13, 2014 = 2014-10-13"},
        {"In the 19th century it ran.", "19th century = 1801-01-01..1900-12-31"},
        {"She left on Monday.", "Monday = 2019-05-06"},
        {"She left on Wednesday.", "Wednesday = 2019-05-08"},
        {"She will leave on Monday.", "Monday = 2019-05-13"},
        {"He will go, he said on Monday.", "Monday = 2019-05-06"},
        {"She left last Wednesday.", "last Wednesday = 2019-05-01"},
        {"She leaves next Monday.", "next Monday = 2019-05-13"},
        {"She left yesterday.", "yesterday = 2019-05-07"},
        {"She left last year.", "last year = 2018-01-01..2018-12-31"},
        {"She left last month.", "last month = 2019-04-01..2019-04-30"},
        {"She left last week.", "last week = 2019-04-29..2019-05-05"},
        {"In the last year she left.", ""},
        {"She left last May.", "last May = 2018-05-01..2018-05-31"},
        {"She left two years ago.", "two years ago = 2017-01-01..2017-12-31"},
        {"She left three days ago.", "three days ago = 2019-05-05"},
        {"She left a month ago.", "a month ago = 2019-04-01..2019-04-30"},
        {"She left several years ago.", "several years ago = 2010-01-01..2016-12-31"},
        {"She was born around 1990.", "around 1990 = 1989-01-01..1991-12-31"},
        {"She left in early 2018.", "early 2018 = 2018-01-01..2018-12-31"},
    };

    check_rows(rows, XC_COUNT(rows), XC_VALUE_DATE);
}
END_TEST

START_TEST(recognise_date_without_published_keeps_what_is_sure)
{
    static const struct {
        const char *sentence;
        bool bounded;
        bool has_date;
        struct xc_date date;
    } rows[] = {
        {"It was on 6 May.", false, true, {0, 5, 6}},
        {"It was in May.", false, true, {0, 5, 0}},
        {"It was on Monday.", false, false, {0, 0, 0}},
        {"It was two years ago.", false, false, {0, 0, 0}},
        {"It was last year.", false, false, {0, 0, 0}},
        {"It was in 2018.", true, true, {2018, 0, 0}},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_text text = split(xc_str_of(rows[i].sentence), XC_BLOCK_PARAGRAPH);
        struct xc_value_hit_vec hits = find(&text, NULL);
        const struct xc_value *value = NULL;
        size_t k;

        for (k = 0; k < hits.n; k++)
            value = hits.items[k].value.kind == XC_VALUE_DATE ? &hits.items[k].value
                                                              : value;
        ck_assert_msg(value != NULL, "%s", rows[i].sentence);
        ck_assert_msg(value->low.finite == rows[i].bounded &&
                          value->high.finite == rows[i].bounded &&
                          value->has_date == rows[i].has_date &&
                          value->date.year == rows[i].date.year &&
                          value->date.month == rows[i].date.month &&
                          value->date.day == rows[i].date.day,
                      "%s", rows[i].sentence);
    }
}
END_TEST

START_TEST(recognise_colours)
{
    static const struct row rows[] = {
        {"A pinkish carpet.", "pinkish = pink"},
        {"A dark blue gown.", "dark blue = blue"},
        {"A bright crimson gown.", "bright crimson = red"},
        {"Red carpets are dull.", "Red = red"},
        {"They met at the White House.", ""},
        {"She met Gordon Brown.", ""},
        {"It was dark.", ""},
        {"A red, white and blue flag.", "red = red; white = white; blue = blue"},
    };

    check_rows(rows, XC_COUNT(rows), XC_VALUE_COLOUR);
}
END_TEST

START_TEST(recognise_names)
{
    static const struct row rows[] = {
        {"He met Jane Doe there.", "Jane Doe = jane doe"},
        {"He met Ursula von der Leyen there.",
         "Ursula von der Leyen = ursula von der leyen"},
        {"The Museum of Modern Art closed.",
         "Museum of Modern Art = museum of modern art"},
        {"But Jane Doe left.", "Jane Doe = jane doe"},
        {"Jane Doe left.", "Jane Doe = jane doe"},
        {"Police left.", ""},
        {"Doe left. He met Doe there.", "Doe = doe; Doe = doe"},
        {"Police left. He met the police there.", ""},
        {"He met Jane, Doe and Roe.", "Jane = jane; Doe = doe; Roe = roe"},
        {"He met John F. Kennedy there.", "John F. Kennedy = john f kennedy"},
        {"I think I left on Monday in May.", ""},
        {"He liked Jane's Gala.", "Jane = jane; Gala = gala"},
    };

    check_rows(rows, XC_COUNT(rows), XC_VALUE_NAME);
}
END_TEST

START_TEST(recognise_title_case_headline_has_no_names)
{
    struct xc_text text = split(XC_STR("Three Men Tied Star Into Pink Corset At Gala"),
                                XC_BLOCK_HEADLINE);
    struct xc_value_hit_vec hits = find(&text, NULL);

    ck_assert(xc_str_is(describe(&hits, XC_VALUE_NAME), ""));
    ck_assert(xc_str_is(describe(&hits, XC_VALUE_COLOUR), "Pink = pink"));
    ck_assert(xc_str_is(describe(&hits, XC_VALUE_COUNT), "Three = 3"));
}
END_TEST

START_TEST(recognise_hits_are_sorted_and_cover_words)
{
    struct xc_text text = split(
        XC_STR(
            "On 6 May about 20 men, aged 43, paid $3.5m or 20% for 3m of red cloth in "
            "two years, half an hour and 5ft 2in at the third go."),
        XC_BLOCK_PARAGRAPH);
    struct xc_value_hit_vec hits = find(&text, &published);
    size_t i;

    ck_assert_uint_gt(hits.n, 12);
    for (i = 0; i < hits.n; i++) {
        const struct xc_value_hit *hit = &hits.items[i];

        ck_assert_uint_lt(hit->words.first, hit->words.end);
        ck_assert_uint_le(hit->words.end, text.words.n);
        ck_assert(hit->value.text.len > 0);
        ck_assert(hit->value.unit.ptr != NULL && hit->value.name.ptr != NULL);
        if (i > 0)
            ck_assert(hit[-1].words.first < hit->words.first ||
                      (hit[-1].words.first == hit->words.first &&
                       hit[-1].value.kind < hit->value.kind));
    }
}
END_TEST

START_TEST(recognise_part_of_sentence_stays_inside)
{
    struct xc_text text =
        split(XC_STR("It drew about 20 men and $5 million."), XC_BLOCK_PARAGRAPH);
    struct xc_value_hit_vec hits = {NULL, 0, 0};
    struct xc_range part = {3, 6};

    ck_assert_int_eq(xc_values_find(words, &text, part, NULL, &article, &hits), XC_OK);
    ck_assert(xc_str_is(describe(&hits, XC_VALUE_COUNT), "20 = 20"));
    ck_assert(xc_str_is(describe(&hits, XC_VALUE_MONEY), ""));
    hits.n = 0;
    part = (struct xc_range){6, 8};
    ck_assert_int_eq(xc_values_find(words, &text, part, NULL, &article, &hits), XC_OK);
    ck_assert(xc_str_is(describe(&hits, XC_VALUE_MONEY), "$5 million = 5000000"));
    part = (struct xc_range){4, 4};
    hits.n = 0;
    ck_assert_int_eq(xc_values_find(words, &text, part, NULL, &article, &hits), XC_OK);
    ck_assert_uint_eq(hits.n, 0);
}
END_TEST

static const char *const pieces[] = {
    "$",
    "20",
    "%",
    " ",
    "-",
    "and",
    "million",
    "\xc2\xbd",
    "\xff",
    "May",
    "ago",
    "a",
    "half",
    "of",
    "hundreds",
    "'",
    "\"",
    "(",
    "s",
    "1990",
    ".",
    ",",
    "/",
    "to",
    "from",
    "year",
    "9223372036854775807",
    "99999999999999999999999999999999999999999",
    "st",
    "old",
    "\xe2\x82\xac",
    "Monday",
    "last",
    "feet",
    "two",
    "point",
    "third",
    "minus",
    "in",
    "five",
    "\n",
    "between",
    "trillion",
    "or more",
    "^",
    "x10",
    "1e9",
    "~",
    "\xe2\x80\xaf",
    "234",
    "since",
    "until",
    "the",
    "week",
    "weekend",
    "quarter",
    "Q3",
    "now",
    "next",
    "Friday",
    "day",
    "fifths",
    "over",
    "nineteen",
    "2/29",
    "after",
    "end of",
    "week of",
    "or later",
    "Christmas Day",
    "nought",
    "dollars",
    "yo",
    "Dec31",
};
/* n pieces chosen by *state, with and without spaces; returns the bytes used. */
static size_t
shuffle(unsigned *state, size_t n, char *bytes, size_t size)
{
    size_t len = 0;

    while (n-- > 0 && len + 64 < size) {
        const char *piece;

        *state = *state * 1103515245u + 12345u;
        for (piece = pieces[(*state >> 16) % XC_COUNT(pieces)]; *piece != '\0'; piece++)
            bytes[len++] = *piece;
        if ((*state >> 10) % 3 != 0)
            bytes[len++] = ' ';
    }
    return len;
}

static void
check_hit(const struct xc_text *text, const struct xc_value_hit *hit)
{
    struct xc_value copy;

    ck_assert_uint_le(hit->words.end, text->words.n);
    ck_assert(xc_value_display(&hit->value, &article).ptr != NULL);
    ck_assert(xc_value_stated(&hit->value, &article).ptr != NULL);
    ck_assert_uint_gt(hit->value.stated_at.len_bytes, 0);
    ck_assert_uint_le(hit->value.stated_at.off_bytes + hit->value.stated_at.len_bytes,
                      text->article.len);
    ck_assert_int_ne(xc_value_compare(&hit->value, &hit->value), XC_VALUES_CONFLICT);
    ck_assert(xc_value_convert(&hit->value, hit->value.unit, &copy));
}

/* Bytes of every kind, in pieces that meet each other at random: nothing may be read
 * outside, and every hit must lie inside. */
START_TEST(recognise_any_bytes_is_safe)
{
    unsigned state = 12345;
    size_t round;

    for (round = 0; round < 8000; round++) {
        char bytes[512];
        struct xc_str piece = {bytes,
                               shuffle(&state, 1 + round % 24, bytes, sizeof bytes)};
        struct xc_text text = split(piece, XC_BLOCK_PARAGRAPH);
        struct xc_value_hit_vec hits = find(&text, round % 2 == 0 ? &published : NULL);
        size_t i;

        for (i = 0; i < hits.n; i++)
            check_hit(&text, &hits.items[i]);
        xc_arena_reset(&article);
    }
}
END_TEST

START_TEST(recognise_malformed_lexicon_is_refused)
{
    static const char *const bad[] = {
        "three\tcardinal\n",
        "three\tcardinal\tx\n",
        "three\tnumeral\t3\n",
        "\tcardinal\t3\n",
        "three\n",
        "a b c d e f g\tcardinal\t1\n",
        "1\t2\t3\t4\t5\t6\t7\t8\t9\n",
    };
    const struct xc_value_words *out = NULL;
    size_t i;

    for (i = 0; i < XC_COUNT(bad); i++) {
        struct xc_value_files lexicon = files();

        lexicon.numbers = xc_str_of(bad[i]);
        ck_assert_msg(xc_value_words_new(&lexicon, rules.words, &article, &out) ==
                          XC_BAD_RULE,
                      "%s", bad[i]);
        ck_assert(out == NULL);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        recognise_counts,
        recognise_ordinals,
        recognise_percentages,
        recognise_money,
        recognise_durations,
        recognise_ages,
        recognise_measures,
        recognise_dates,
        recognise_date_without_published_keeps_what_is_sure,
        recognise_colours,
        recognise_names,
        recognise_title_case_headline_has_no_names,
        recognise_hits_are_sorted_and_cover_words,
        recognise_part_of_sentence_stays_inside,
        recognise_any_bytes_is_safe,
        recognise_malformed_lexicon_is_refused,
        NULL,
    };
    int result;

    if (!load())
        return EXIT_FAILURE;
    result = suite_run("recognise", tests);
    xc_arena_release(&program);
    xc_arena_release(&article);
    return result;
}
