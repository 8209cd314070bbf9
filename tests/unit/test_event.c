/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/event.h"

#include "match_bench.h"
#include "suite.h"

/* The invented events: a gala held in two years, with a rule file each; a fair that has
 * nothing to do with it; a closure with a date and no name; a topic without event. */
enum {
    GALA_2031,
    GALA_2033,
    FAIR_2031,
    CLOSURE,
    NO_EVENT,
    GALA_2031_AGAIN, /* another rule file about the same gala */
};

struct setting {
    struct match_bench bench;
    const struct xc_events *events;
};

static struct xc_str gala_names[] = {{"Harbour Gala", 12}, {"Quayside Benefit", 16}};
static struct xc_str gala_marks_2031[] = {{"glass staircase", 15}, {"Tidewater", 9}};
static struct xc_str gala_marks_2033[] = {{"paper boats", 11}};
static struct xc_str fair_names[] = {{"Spring Fair", 11}};

static void
add_event(struct setting *setting, struct xc_event event)
{
    struct xc_topic *topic = bench_topic(&setting->bench);

    event.until = event.date;
    event.present = event.n_names > 0 || event.has_date;
    topic->event = event;
}

static void
setting_init(struct setting *setting)
{
    const struct xc_date from_2031 = {2031, 4, 28};
    const struct xc_date to_2032 = {2032, 4, 20};
    const struct xc_date from_2033 = {2033, 4, 25};
    const struct xc_date to_2034 = {2034, 4, 20};

    bench_init(&setting->bench);
    add_event(setting, (struct xc_event){.names = gala_names,
                                         .n_names = 2,
                                         .has_date = true,
                                         .date = {2031, 5, 5},
                                         .has_published = true,
                                         .published_first_day = xc_date_day(from_2031),
                                         .published_last_day = xc_date_day(to_2032),
                                         .marks = gala_marks_2031,
                                         .n_marks = 2});
    add_event(setting, (struct xc_event){.names = gala_names,
                                         .n_names = 1,
                                         .has_date = true,
                                         .date = {2033, 5, 2},
                                         .has_published = true,
                                         .published_first_day = xc_date_day(from_2033),
                                         .published_last_day = xc_date_day(to_2034),
                                         .marks = gala_marks_2033,
                                         .n_marks = 1});
    add_event(setting, (struct xc_event){.names = fair_names,
                                         .n_names = 1,
                                         .has_date = true,
                                         .date = {2031, 3, 20}});
    add_event(setting, (struct xc_event){.has_date = true, .date = {2031, 9, 12}});
    add_event(setting, (struct xc_event){.n_names = 0});
    add_event(setting, (struct xc_event){.names = &gala_names[1],
                                         .n_names = 1,
                                         .has_date = true,
                                         .date = {2031, 5, 5}});
    ck_assert_int_eq(xc_events_new(&setting->bench.topics, &setting->bench.lexicon,
                                   &setting->bench.rules, &setting->events),
                     XC_OK);
}

/* Takes the brackets out of marked and gives the span they stood around. */
static struct xc_span
take_brackets(struct setting *setting, const char *marked, char *out)
{
    struct xc_span span = {0, 0};
    size_t n = 0;

    (void)setting;
    for (; *marked != '\0'; marked++) {
        if (*marked == '[')
            span.off_bytes = n;
        else if (*marked == ']')
            span.len_bytes = n - span.off_bytes;
        else
            out[n++] = *marked;
    }
    out[n] = '\0';
    ck_assert_uint_gt(span.len_bytes, 0);
    return span;
}

/* Places the bracketed mention for topic; the topic without an event goes first, and what
 * it was told leaves the article to be read for the others. */
static struct xc_event_reading
place(struct setting *setting, size_t topic, const char *marked, const char *published)
{
    static char article[4096];
    struct xc_event_article *read;
    struct xc_event_reading reading;
    struct xc_text text;
    struct xc_range words;
    struct xc_span span;
    struct xc_date date;
    size_t i;

    ck_assert_uint_lt(strlen(marked), sizeof article);
    span = take_brackets(setting, marked, article);
    bench_text(&setting->bench, article, &text);
    words = (struct xc_range){text.words.n, 0};
    for (i = 0; i < text.words.n; i++) {
        struct xc_span word = xc_text_span(&text, (struct xc_range){i, i + 1});
        if (!xc_span_overlaps(word, span))
            continue;
        words.first = i < words.first ? i : words.first;
        words.end = i + 1;
    }
    if (published != NULL)
        ck_assert(xc_date_parse_iso(xc_str_of(published), &date));
    ck_assert_int_eq(xc_event_read(setting->events, &text,
                                   published == NULL ? NULL : &date,
                                   &setting->bench.article, &read),
                     XC_OK);
    ck_assert_int_eq(xc_event_place(read, NO_EVENT,
                                    xc_text_sentence_of(&text, words.first), words,
                                    &reading),
                     XC_OK);
    ck_assert_int_eq(reading.place, XC_EVENT_THIS);
    ck_assert_int_eq(xc_event_place(read, topic,
                                    xc_text_sentence_of(&text, words.first), words,
                                    &reading),
                     XC_OK);
    return reading;
}

struct row {
    const char *name;
    const char *article; /* the mention in brackets; "# " begins a headline */
    const char *published;
    const char *expected; /* for the gala of 2031, for that of 2033 */
};

static void
check_rows(const struct row *rows, size_t n)
{
    static const char *const letters[] = {"this", "other", "undetermined"};
    struct setting setting;
    size_t i;
    size_t t;

    setting_init(&setting);
    for (i = 0; i < n; i++) {
        for (t = 0; t < 2; t++) {
            struct xc_event_reading reading =
                place(&setting, t, rows[i].article, rows[i].published);
            char letter = rows[i].expected[t];
            const char *expected = letters[letter == 'T' ? 0 : (letter == 'O' ? 1 : 2)];
            ck_assert_msg(strcmp(xc_event_place_name(reading.place), expected) == 0,
                          "%s, gala of %d: %s, expected %s\n%.*s", rows[i].name,
                          t == 0 ? 2031 : 2033, xc_event_place_name(reading.place),
                          expected, (int)reading.trace.len, reading.trace.ptr);
        }
    }
    bench_release(&setting.bench);
}

/* Minimal pairs: the same article, one year changed. */
static const struct row year_rows[] = {
    {"year before the name", "At the 2031 Harbour Gala, [three men tied the corset].",
     NULL, "TO"},
    {"year before the name", "At the 2033 Harbour Gala, [three men tied the corset].",
     NULL, "OT"},
    {"year before the name, of no rule file",
     "At the 2029 Harbour Gala, [three men tied the corset].", NULL, "OO"},
    {"year after the name", "At Harbour Gala 2031 [three men tied the corset].", NULL,
     "TO"},
    {"year after the name", "At Harbour Gala 2033 [three men tied the corset].", NULL,
     "OT"},
    {"in year after the name",
     "[Three men tied the corset] at the Harbour Gala in 2031.", NULL, "TO"},
    {"in year after the name",
     "[Three men tied the corset] at the Harbour Gala in 2033.", NULL, "OT"},
    {"possessive year and the name's last word",
     "For 2031's gala [three men tied the corset].", NULL, "TO"},
    {"possessive year and the name's last word",
     "For 2029's gala [three men tied the corset].", NULL, "OO"},
    {"second name of the event",
     "At the 2031 Quayside Benefit, [three men tied the corset].", NULL, "TO"},
    {"hashtag", "[Three men tied the corset] #harbourgala2031", NULL, "TO"},
    {"hashtag", "[Three men tied the corset] #harbourgala2033", NULL, "OT"},
    {"hashtag", "[Three men tied the corset] #harbourgala2029", NULL, "OO"},
    {"hashtag of something else", "[Three men tied the corset] #springgala2031", NULL,
     "UU"},
    {"last year's", "At last year's gala [three men tied the corset].", "2032-06-01",
     "TO"},
    {"last year's", "At last year's gala [three men tied the corset].", "2034-06-01",
     "OT"},
    {"this year's", "At this year's gala [three men tied the corset].", "2033-05-03",
     "OT"},
    {"this year's", "At this year's gala [three men tied the corset].", "2031-05-06",
     "TO"},
    {"this year's, undated", "At this year's gala [three men tied the corset].", NULL,
     "UU"},
    {"years ago", "Two years ago, [three men tied the corset] at the Harbour Gala.",
     "2033-05-03", "TO"},
    {"years ago", "Four years ago, [three men tied the corset] at the Harbour Gala.",
     "2033-05-03", "OO"},
    {"number that is no year",
     "At the Harbour Gala 2,031 guests saw [three men tie the "
     "corset].",
     NULL, "UU"},
    {"two years in one breath",
     "At the 2031 and 2033 Harbour Galas [three men tied the corset].", NULL, "UU"},
    {"range of years",
     "Every look of the Harbour Gala 2031-2033, and [three men tied the corset].", NULL,
     "UU"},
    {"a year of another event beside its name",
     "After the 2033 Spring Fair, at the 2031 Harbour Gala, [three men tied it].", NULL,
     "TO"},
    {"since a year says nothing of when",
     "[Three men tied the corset] of the star, on stage since 2033, at the 2031 "
     "Harbour "
     "Gala.",
     NULL, "TO"},
};

START_TEST(event_year_in_sentence_decides)
{
    check_rows(year_rows, XC_COUNT(year_rows));
}
END_TEST

static const struct row frame_rows[] = {
    {"frame opens the sentence", "# Harbour Gala 2033\nIn 2031, [three men tied it].",
     "2033-05-03", "TO"},
    {"frame opens the sentence", "# Harbour Gala 2033\nIn 2033, [three men tied it].",
     "2033-05-03", "OT"},
    {"frame of a foreign year", "# Harbour Gala 2033\nIn 2027, [three men tied it].",
     "2033-05-03", "OO"},
    {"frame ends the sentence", "# Harbour Gala 2033\n[Three men tied it] in 2031.",
     "2033-05-03", "TO"},
    {"each half its own year",
     "# Harbour Gala 2033\nIn 2031 [three men tied it], and in 2033 only one man did.",
     "2033-05-03", "TO"},
    {"each half its own year",
     "# Harbour Gala 2033\nIn 2031 three men tied it, and in 2033 [only one man did].",
     "2033-05-03", "OT"},
    {"a frame ends with its sentence",
     "# Harbour Gala 2033\nIn 2031 she wore blue.\n[Three men tied it] at the Harbour "
     "Gala.",
     "2033-05-03", "OT"},
    {"unlike another year", "# Harbour Gala 2033\nUnlike in 2031, [three men tied it].",
     "2033-05-03", "OT"},
    {"unlike this very year",
     "Unlike in 2031, [three men tied it] at the Harbour Gala.", "2031-05-07", "UU"},
    {"a stray year", "[Three men tied the belt of her 1974 coat] at the Harbour Gala.",
     "2031-05-07", "UU"},
    {"last time closes no scope",
     "# Harbour Gala 2031\n[Three men tied it]; last time only one man did.",
     "2031-05-06", "TO"},
    {"last time in an article on the gala",
     "# Harbour Gala 2033\nLast time, [three men tied it].", "2033-05-03", "UO"},
    {"last time in an article on the gala",
     "# Harbour Gala 2031\nLast time, [three men tied it].", "2031-05-06", "OU"},
    {"the previous gala",
     "# Harbour Gala 2031\nAt the previous Harbour Gala, [three men tied it].",
     "2031-05-06", "OU"},
    {"previously said is about the saying",
     "# Harbour Gala 2031\nThe star previously said that [three men tied it].",
     "2031-05-06", "TO"},
    {"a birth year is none of the event's",
     "# Harbour Gala 2031\nThe star, born in 2001, said [three men tied it].",
     "2031-05-06", "TO"},
    {"a year earlier counts from the year before it",
     "The 2033 Harbour Gala was calm. Two years earlier, [three men tied it].", NULL,
     "TO"},
    {"a year earlier counts from the year before it",
     "The 2035 Harbour Gala was calm. Two years earlier, [three men tied it].", NULL,
     "OT"},
    {"next year, undated", "# Harbour Gala 2031\n[Three men will tie it] next year.",
     NULL, "OU"},
};

START_TEST(event_frame_opens_scope)
{
    check_rows(frame_rows, XC_COUNT(frame_rows));
}
END_TEST

static const struct row scope_rows[] = {
    {"a year in an aside",
     "The star, whose 2031 gala was loud, said [three men tied it].", "2033-05-03",
     "UU"},
    {"a year in an aside, the event named",
     "The star, whose 2031 gala was loud, said [three men tied it] at the Harbour "
     "Gala.",
     "2033-05-03", "OT"},
    {"a year in the aside of the mention",
     "The star, who came when [three men tied it] in 2031, loved the Harbour Gala.",
     "2033-05-03", "TO"},
    {"a year in a quotation",
     "[Three men tied it] at the Harbour Gala, and \"the 2031 gala was calm\", she "
     "said.",
     "2033-05-03", "OT"},
    {"a year in the mention's quotation",
     "\"The 2031 Harbour Gala was mad. [Three men tied it],\" she said.", "2033-05-03",
     "TO"},
    {"a clause about the year that all is set against",
     "Unlike the 2031 gala, where [three men tied it], it was calm.", "2033-05-03",
     "TO"},
    {"a year that all comes after",
     "After her big night in 2031, [three men tied it] at the Harbour Gala.",
     "2033-05-03", "OT"},
    {"a year without a break before it, of no rule file",
     "In 2031 one man tied it but in 2027 [three men did].", NULL, "OO"},
    {"years after a year", "Two years after the 2031 gala, [three men tied it].", NULL,
     "OT"},
    {"years before a year", "Two years before the 2033 gala, [three men tied it].",
     NULL, "TO"},
    {"what the years count from, where it happened",
     "Two years after the 2031 gala, where [three men tied it], she left.", NULL, "TO"},
    {"more than two years ago is no contrast",
     "More than two years ago, [three men tied it] at the Harbour Gala.", "2033-05-03",
     "TO"},
    {"give or take", "About three years ago, [three men tied it] at the Harbour Gala.",
     "2032-05-03", "UU"},
    {"a range", "From 2029 to 2033, [three men tied it] at the Harbour Gala.",
     "2033-05-03", "UU"},
    {"a year of another noun",
     "The star of the 2031 film said [three men tied it] at the Harbour Gala.",
     "2033-05-03", "UU"},
    {"a year later, of nothing that was told",
     "# Harbour Gala 2031\nTwo years later, [three men tied it].", "2033-05-03", "UU"},
    {"several years without a year",
     "Every year [three men tie it] at the Harbour Gala.", "2033-05-03", "UU"},
    {"several times without a year",
     "Three years in a row [three men tied it] at the Harbour Gala.", "2033-05-03",
     "UU"},
    {"this time, after a look back",
     "She made her Harbour Gala debut in 2031. This time, [three men tied it].",
     "2033-05-03", "OT"},
    {"that time, after a look back",
     "She made her Harbour Gala debut in 2031. That time, [three men tied it].",
     "2031-09-03", "TO"},
    {"a year without the event, before its name",
     "The house was sold in 2031. At the Harbour Gala [three men tied it].",
     "2033-05-03", "UU"},
    {"a year that a clause is like",
     "[Three men tied it] at the Harbour Gala, as it was in 2031.", "2033-05-03", "OT"},
    {"a year that a thing is a nod to",
     "[Three men tied it] at the Harbour Gala, a nod to the 2031 gala.", "2033-05-03",
     "OT"},
    {"the year of the saying",
     "Speaking in 2031, she said [three men tied it] at the Harbour Gala.",
     "2033-01-03", "UU"},
    {"the following gala",
     "At the 2031 Harbour Gala one man did. At the following gala, [three men tied "
     "it].",
     "2033-05-03", "OU"},
    {"two halves joined by a comma",
     "In 2031 [three men tied it], and in 2033 one man did.", NULL, "TO"},
    {"a half counted from the other",
     "One man tied it in 2031, and two years later [three men did].", NULL, "OT"},
    {"a year in brackets with the event", "[Three men tied it] (Harbour Gala, 2031).",
     "2033-05-03", "TO"},
    {"last year's winner is a winner",
     "Last year's winner said [three men tied it] at the Harbour Gala.", "2032-05-20",
     "UU"},
    {"last year's gala is a gala",
     "Last year's gala was mad: [three men tied it] at the Harbour Gala.", "2032-05-20",
     "TO"},
    {"a class of a year",
     "The class of 2031 saw [three men tie it] at the Harbour Gala.", "2033-05-03",
     "UU"},
    {"an amount", "Some 2031 guests saw [three men tie it] at the Harbour Gala.",
     "2033-05-03", "UU"},
    {"money", "For $2031 [three men tied it] at the Harbour Gala.", "2033-05-03", "OT"},
    {"a headline about several years",
     "# Harbour Gala looks from 2029 to 2033\nShe shone.\nIt rained.\n[Three men tied "
     "it].",
     "2033-05-03", "UU"},
    {"this time, under a lead about another",
     "She was last seen at the Harbour Gala in 2031. [Three men tied it] this time.",
     "2033-05-03", "OT"},
    {"the year of what comes next",
     "At the Harbour Gala [three men tied it], and at the 2031 gala one man will.",
     "2033-05-08", "OT"},
    {"the year of both",
     "At the Harbour Gala [three men tied it], to the joy of all, at the 2031 edition.",
     "2033-05-08", "TO"},
    {"the date of another paragraph",
     "On 5 May 2031 the hall was full.\nOn 2 May 2033 [three men tied it] at the "
     "Harbour Gala.",
     NULL, "OT"},
    {"a day without a year, of no rule file",
     "On 4 May [three men tied it] at the Harbour Gala.", "2029-05-09", "OO"},
};

START_TEST(event_sign_holds_in_its_scope)
{
    check_rows(scope_rows, XC_COUNT(scope_rows));
}
END_TEST

static const struct row section_rows[] = {
    {"a label", "Harbour Gala looks\n2031: [Three men tied it].", "2033-05-03", "TO"},
    {"a label of no rule file", "Harbour Gala looks\n2029: [Three men tied it].",
     "2033-05-03", "OO"},
    {"further on in its block",
     "Harbour Gala looks\n2029: She came. [Three men tied it].", "2033-05-03", "OO"},
    {"a label ends with its block",
     "Harbour Gala looks\n2029: She came.\n2031: She left.\n[Three men tied it].",
     "2033-05-03", "UU"},
    {"lines that are years",
     "Harbour Gala looks\n2029\nShe came.\n2031\n[Three men tied it].", "2033-05-03",
     "TO"},
    {"how far the last line reaches",
     "Harbour Gala looks\n2029\nShe came.\n2031\nShe left.\n[Three men tied it].",
     "2033-05-03", "UU"},
    {"one line alone heads nothing",
     "# Harbour Gala looks\nShe came.\n2031\n[Three men tied it].", "2033-05-03", "OT"},
    {"a heading", "# Harbour Gala looks\n# In 2031\nShe left.\n[Three men tied it].",
     "2033-05-03", "TO"},
    {"after the next heading",
     "# Harbour Gala looks\n# In 2031\nShe left.\n# Now\n[Three men tied it].",
     "2033-05-03", "UU"},
};

START_TEST(event_section_heads_what_stands_under_it)
{
    check_rows(section_rows, XC_COUNT(section_rows));
}
END_TEST

static const struct row discourse_rows[] = {
    {"retrospective: its own year",
     "In 2031 one man tied it. In 2033 [three men tied it] at the Harbour Gala.", NULL,
     "OT"},
    {"retrospective: inherits the last year",
     "The 2031 Harbour Gala was loud. The 2033 Harbour Gala was calm. [Three men tied "
     "the corset].",
     NULL, "OT"},
    {"retrospective: inherits the last year",
     "The 2033 Harbour Gala was calm. The 2031 Harbour Gala was loud. [Three men tied "
     "the corset].",
     NULL, "TO"},
    {"retrospective: before both years",
     "[Three men tied the corset]. The 2031 Harbour Gala was loud. The 2033 Harbour "
     "Gala was calm.",
     "2033-06-01", "UU"},
    {"headline's year reaches down",
     "# The 2031 Harbour Gala\nShe was late.\nIt rained.\n[Three men tied it].", NULL,
     "TO"},
    {"headline's year reaches down",
     "# The 2033 Harbour Gala\nShe was late.\nIt rained.\n[Three men tied it].", NULL,
     "OT"},
    {"headline's year against the published date",
     "# The 2031 Harbour Gala\nShe was late.\nIt rained.\n[Three men tied it].",
     "2033-06-01", "TO"},
    {"one year far down, undated",
     "# A corset\nShe was late.\nIt rained.\n[Three men tied it].\nIt was the 2031 "
     "Harbour Gala.",
     NULL, "TO"},
    {"one year far down, of another time",
     "# A corset\nShe was late.\nIt rained.\n[Three men tied it].\nNot so the 2031 "
     "Harbour Gala.",
     "2033-05-03", "UU"},
    {"one year far down, of no rule file",
     "# A corset\nShe was late.\nIt rained.\n[Three men tied it].\nNot so the 2029 "
     "Harbour Gala.",
     "2031-05-07", "UU"},
    {"one year far down, of no rule file, undated",
     "# A corset\nShe was late.\nIt rained.\n[Three men tied it].\nNot so the 2029 "
     "Harbour Gala.",
     NULL, "OO"},
    {"a paragraph about both years, under one headline",
     "# Harbour Gala 2033\nShe was late.\nIt rained.\n[Three men tied it]. In 2031, "
     "she "
     "wore blue. In 2033, she wore red.",
     NULL, "UU"},
    {"a paragraph about one year, under one headline",
     "# Harbour Gala 2033\nShe was late.\nIt rained.\n[Three men tied it]. In 2033, "
     "she "
     "wore red.",
     NULL, "OT"},
    {"a history lesson before",
     "# Harbour Gala 2031\nIn 1974, he opened a shop. [Three men tied it].",
     "2031-05-06", "UU"},
    {"a history lesson before, and back at the gala",
     "# Harbour Gala 2031\nIn 1974, he opened a shop. [Three men tied it] at the "
     "Harbour Gala.",
     "2031-05-06", "TO"},
    {"date of the event",
     "On 5 May 2031 [three men tied the corset] at the Harbour Gala.", NULL, "TO"},
    {"date of the event",
     "On 2 May 2033 [three men tied the corset] at the Harbour Gala.", NULL, "OT"},
    {"date of the event in a year of no rule file",
     "On 3 May 2029 [three men tied the corset] at the Harbour Gala.", NULL, "OO"},
    {"date in figures",
     "On 2031-05-05 [three men tied the corset] at the Harbour Gala.", NULL, "TO"},
    {"date two weeks after the event",
     "On 19 May 2031 she said [three men tied the corset] at the Harbour Gala.", NULL,
     "TO"},
    {"date that has nothing to do with it",
     "On 9 November 2029 she said [three men tied it] at the Harbour Gala.", NULL,
     "UU"},
};

START_TEST(event_paragraph_and_article_speak)
{
    check_rows(discourse_rows, XC_COUNT(discourse_rows));
}
END_TEST

static const struct row mark_rows[] = {
    {"published two days later, named, no year",
     "[Three men tied the corset] at the Harbour Gala.", "2031-05-07", "TO"},
    {"published two days later, named, no year",
     "[Three men tied the corset] at the Harbour Gala.", "2033-05-04", "OT"},
    {"published between, named, no year",
     "[Three men tied the corset] at the Harbour Gala.", "2032-11-04", "UU"},
    {"published does not decide alone", "[Three men tied the corset].", "2031-05-07",
     "UU"},
    {"undated, only the name", "[Three men tied the corset] at the Harbour Gala.", NULL,
     "UU"},
    {"undated, a mark", "[Three men tied it] on the glass staircase.", NULL, "TO"},
    {"undated, a mark", "[Three men tied it] by the paper boats.", NULL, "OT"},
    {"undated, a mark elsewhere",
     "[Three men tied it] at the Harbour Gala.\nShe loved the glass staircase.", NULL,
     "TO"},
    {"undated, a mark elsewhere",
     "[Three men tied it] at the Harbour Gala.\nShe loved the paper boats.", NULL,
     "OT"},
    {"marks of both",
     "[Three men tied it] by the paper boats, not on the glass staircase.", NULL, "UU"},
    {"a mark against the published date",
     "[Three men tied it] on the glass staircase of the Harbour Gala.", "2033-05-04",
     "UU"},
    {"a mark against the year before it",
     "The 2033 Harbour Gala was calm. [Three men tied it] on the glass staircase.",
     NULL, "TO"},
    {"a mark against the headline's year",
     "# Harbour Gala 2033\nShe was late.\nIt rained.\n[Three men tied it]. She loved "
     "the "
     "glass staircase.",
     "2033-05-03", "UU"},
    {"a mark for the headline's year",
     "# Harbour Gala 2033\nShe was late.\nIt rained.\n[Three men tied it]. She loved "
     "the "
     "paper boats.",
     "2033-05-03", "OT"},
    {"a mark does not outweigh a year in the sentence",
     "At the 2033 Harbour Gala [three men tied it] as on the glass staircase.", NULL,
     "OT"},
    {"a stamp is not the event's date",
     "Updated 3 May 2033. [Three men tied it] at the Harbour Gala.", "2031-05-07",
     "TO"},
    {"about something else", "[Three men tied the rope].", NULL, "UU"},
    {"about something else, with a year", "In 2027, [three men tied the rope].", NULL,
     "OO"},
};

START_TEST(event_marks_and_published_support)
{
    check_rows(mark_rows, XC_COUNT(mark_rows));
}
END_TEST

/* Events that stand alone. */
static const struct {
    size_t topic;
    const char *article;
    const char *published;
    enum xc_event_place place;
} lone_rows[] = {
    {NO_EVENT, "In 2031 [three men tied it].", NULL, XC_EVENT_THIS},
    {FAIR_2031, "[Three men tied it] at the Spring Fair.", "2031-03-22", XC_EVENT_THIS},
    {FAIR_2031, "[Three men tied it] at the Harbour Gala.", "2031-05-22",
     XC_EVENT_UNDETERMINED},
    {FAIR_2031, "[Three men tied it] at the 2030 Spring Fair.", "2031-03-22",
     XC_EVENT_OTHER},
    /* The year of the gala's rule file is no year of the fair. */
    {FAIR_2031, "[Three men tied it] at the 2033 Harbour Gala.", NULL,
     XC_EVENT_UNDETERMINED},
    {CLOSURE, "On 12 September 2031 [three men closed the bridge].", NULL,
     XC_EVENT_THIS},
    {CLOSURE, "On 12 September 2029 [three men closed the bridge].", NULL,
     XC_EVENT_OTHER},
    {CLOSURE, "[Three men closed the bridge].", NULL, XC_EVENT_UNDETERMINED},
    /* Two rule files about one instance do not compete. */
    {GALA_2031_AGAIN, "[Three men tied it] at the 2031 Harbour Gala.", NULL,
     XC_EVENT_THIS},
    {GALA_2031_AGAIN, "[Three men tied it] at the 2033 Quayside Benefit.", NULL,
     XC_EVENT_OTHER},
    {GALA_2031_AGAIN, "[Three men tied it] on the glass staircase.", NULL,
     XC_EVENT_THIS},
    {GALA_2031, "[Three men tied it] at the Quayside Benefit.", "2031-05-06",
     XC_EVENT_THIS},
};

START_TEST(event_instances_compete_by_name_and_date)
{
    struct setting setting;
    size_t i;

    setting_init(&setting);
    for (i = 0; i < XC_COUNT(lone_rows); i++) {
        struct xc_event_reading reading = place(
            &setting, lone_rows[i].topic, lone_rows[i].article, lone_rows[i].published);
        ck_assert_msg(reading.place == lone_rows[i].place, "'%s' (topic %zu): %s\n%.*s",
                      lone_rows[i].article, lone_rows[i].topic,
                      xc_event_place_name(reading.place), (int)reading.trace.len,
                      reading.trace.ptr);
    }
    bench_release(&setting.bench);
}
END_TEST

START_TEST(event_trace_gives_reason_for_every_point)
{
    struct setting setting;
    struct xc_event_reading reading;

    setting_init(&setting);
    reading = place(&setting, GALA_2031,
                    "At the 2031\tHarbour Gala, [three men tied it].", NULL);
    ck_assert_msg(xc_str_is(reading.trace, "+6 '2031 Harbour Gala' in the sentence\n"
                                           "+2 the article names the event\n"
                                           "this: this 8, other -4\n"),
                  "%.*s", (int)reading.trace.len, reading.trace.ptr);
    ck_assert_int_eq(reading.score_this, 8);
    ck_assert_int_eq(reading.score_other, -4);
    reading = place(&setting, GALA_2033, "[Three men tied it] at the Harbour Gala.",
                    "2031-05-07");
    ck_assert_msg(xc_str_is(reading.trace, "+2 the article names the event\n"
                                           "-2 published 2031-05-07\n"
                                           "+3 for another: published 2031-05-07\n"
                                           "other: this 0, other 5\n"),
                  "%.*s", (int)reading.trace.len, reading.trace.ptr);
    bench_release(&setting.bench);
}
END_TEST

/* A paragraph of any length costs the same for each of its mentions. */
START_TEST(event_many_signs_are_bounded)
{
    static char article[4096];
    struct setting setting;
    struct xc_event_reading reading;
    size_t i;
    size_t len = 0;

    setting_init(&setting);
    for (i = 0; i < 100; i++) {
        memcpy(article + len, "The glass staircase shone. ", 27);
        len += 27;
    }
    memcpy(article + len, "[Three men tied it].", 21);
    reading = place(&setting, GALA_2031, article, NULL);
    ck_assert_int_eq(reading.place, XC_EVENT_THIS);
    ck_assert_uint_lt(reading.trace.len, 500);
    bench_release(&setting.bench);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        event_year_in_sentence_decides,
        event_frame_opens_scope,
        event_sign_holds_in_its_scope,
        event_section_heads_what_stands_under_it,
        event_paragraph_and_article_speak,
        event_marks_and_published_support,
        event_instances_compete_by_name_and_date,
        event_trace_gives_reason_for_every_point,
        event_many_signs_are_bounded,
        NULL,
    };

    return suite_run("event", tests);
}
