/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/source.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "reader_bench.h"
#include "show_blocks.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;
static struct xc_source source;

static void
read_text(struct xc_str text)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    ck_assert_int_eq(xc_reader_read(reader,
                                    &(struct xc_document){.format = XC_FORMAT_TEXT,
                                                          .path = XC_STR("a.txt"),
                                                          .bytes = text},
                                    &arena, &source, &problems),
                     XC_OK);
}

struct row {
    const char *name;
    const char *text;
    const char *blocks;
};

static void
check_rows(const struct row *rows, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        struct xc_str shown;

        read_text(xc_str_of(rows[i].text));
        shown = show_blocks(&source, &arena);
        ck_assert_msg(xc_str_is(shown, rows[i].blocks), "%s:\n%s", rows[i].name,
                      shown.ptr);
        ck_assert_msg(problems.n == 0, "%s", rows[i].name);
        xc_arena_release(&arena);
    }
}

START_TEST(text_paragraphs_are_parted)
{
    static const struct row rows[] = {
        {"empty", "", ""},
        {"white space only", " \n\t\r\n \xC2\xA0 \n", ""},
        {"byte order mark only", "\xEF\xBB\xBF\n", ""},
        {"one line", "The gala was held.", "paragraph|The gala was held.\n"},
        {"blank line of white space", "It opened.\n \t\xC2\xA0\nIt closed.\n",
         "paragraph|It opened.\nparagraph|It closed.\n"},
        {"indentation is left out", "    It opened.  \n\n  It closed.",
         "paragraph|It opened.\nparagraph|It closed.\n"},
        {"cr lf", "It opened.\r\n\r\nIt closed.\r\n",
         "paragraph|It opened.\nparagraph|It closed.\n"},
        {"a rule parts", "It opened.\n* * *\nIt closed.\n-----\nIt reopened.",
         "paragraph|It opened.\nparagraph|It closed.\nparagraph|It reopened.\n"},
        {"a lone quotation mark is no rule", "\"It opened.\n\"\n",
         "paragraph|\"It opened.\nparagraph|\"\n"},
        {"bullets",
         "  \xE2\x80\xA2 It opened.\n  \xE2\x80\xA2 It closed.\n- It burned.\n* It "
         "stands.\n\xE2\x80\xA3 So they say.",
         "paragraph|It opened.\nparagraph|It closed.\nparagraph|It burned.\n"
         "paragraph|It stands.\nparagraph|So they say.\n"},
        {"a hyphen at a word is no bullet", "-5 degrees it was.\n\n*that* it was.",
         "paragraph|-5 degrees it was.\nparagraph|*that* it was.\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(text_wrapped_lines_join)
{
    static const struct row rows[] = {
        {"wrapped",
         "The mayor said on Monday that the bridge over the river will stay\n"
         "closed for three weeks, and that the detour through the old town\n"
         "will cost the bus company dearly.\n",
         "paragraph|The mayor said on Monday that the bridge over the river will stay\n"
         "closed for three weeks, and that the detour through the old town\n"
         "will cost the bus company dearly.\n"},
        {"wrapped before a capital",
         "The mayor said on Monday that she had spoken with the engineer, Mr\n"
         "Stone, and with the owner.",
         "paragraph|The mayor said on Monday that she had spoken with the engineer, "
         "Mr\n"
         "Stone, and with the owner.\n"},
        {"short lines stand alone", "The bridge is closed.\nThe mayor resigned.\n",
         "paragraph|The bridge is closed.\nparagraph|The mayor resigned.\n"},
        {"lower case goes on", "The bridge is\nclosed for now.\n",
         "paragraph|The bridge is\nclosed for now.\n"},
        {"lower case after a full stop does not",
         "The bridge is closed.\nwww.example.org\n",
         "paragraph|The bridge is closed.\nparagraph|www.example.org\n"},
        {"a bullet ends the line above",
         "The mayor said on Monday that the bridge over the river will stay\n"
         "- closed for three weeks\n",
         "paragraph|The mayor said on Monday that the bridge over the river will stay\n"
         "paragraph|closed for three weeks\n"},
        {"a line that had room did not go on",
         "The mayor said on Monday that the bridge over the river will stay closed.\n"
         "The council meets again on Thursday of next week.\n"
         "Nobody on the council would say who had ordered the works at the bridge.\n",
         "paragraph|The mayor said on Monday that the bridge over the river will stay "
         "closed.\n"
         "paragraph|The council meets again on Thursday of next week.\n"
         "paragraph|Nobody on the council would say who had ordered the works at the "
         "bridge.\n"},
        {"lines of a saved page",
         "The mayor said on Monday that the bridge over the river will stay closed for "
         "three weeks, and that the detour through the old town will cost money.\n"
         "Nobody on the council would say who had ordered the works, or when the works "
         "would begin, or whether the old town would be asked at all.\n",
         "paragraph|The mayor said on Monday that the bridge over the river will stay "
         "closed for three weeks, and that the detour through the old town will cost "
         "money.\n"
         "paragraph|Nobody on the council would say who had ordered the works, or when "
         "the works would begin, or whether the old town would be asked at all.\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(text_headline_is_told_from_a_paragraph)
{
    static const struct row rows[] = {
        {"headline", "Bridge To Stay Closed\n\nThe mayor said so.\n",
         "headline|Bridge To Stay Closed\nparagraph|The mayor said so.\n"},
        {"question", "Is the bridge closed?\n\nThe mayor said so.\n",
         "headline|Is the bridge closed?\nparagraph|The mayor said so.\n"},
        {"full stop", "The bridge stays closed.\n\nThe mayor said so.\n",
         "paragraph|The bridge stays closed.\nparagraph|The mayor said so.\n"},
        {"quoted full stop", "\"The bridge stays closed.\"\n\nThe mayor said so.\n",
         "paragraph|\"The bridge stays closed.\"\nparagraph|The mayor said so.\n"},
        {"nothing follows", "Bridge to stay closed\n\n \n",
         "paragraph|Bridge to stay closed\n"},
        {"no blank line", "Bridge to stay closed\nThe mayor said so.\n",
         "paragraph|Bridge to stay closed\nparagraph|The mayor said so.\n"},
        {"byline below", "Bridge to stay closed\nBy Jane Doe\n\nThe mayor said so.\n",
         "headline|Bridge to stay closed\ncredit|By Jane Doe\n"
         "paragraph|The mayor said so.\n"},
        {"only the first", "It opened.\n\nBridge to stay closed\n\nSo she said.\n",
         "paragraph|It opened.\nparagraph|Bridge to stay closed\n"
         "paragraph|So she said.\n"},
        {"credits before it", "By Jane Doe\n\nBridge to stay closed\n\nSo she said.\n",
         "credit|By Jane Doe\nheadline|Bridge to stay closed\n"
         "paragraph|So she said.\n"},
        {"26 words",
         "a b c d e f g h i j k l m n o p q r s t u v w x y z\n\nSo she said.\n",
         "paragraph|a b c d e f g h i j k l m n o p q r s t u v w x y z\n"
         "paragraph|So she said.\n"},
        {"25 words", "a b c d e f g h i j k l m n o p q r s t u v w x y\n\nSo.\n",
         "headline|a b c d e f g h i j k l m n o p q r s t u v w x y\n"
         "paragraph|So.\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

/* Each line stands alone below a paragraph. */
START_TEST(text_page_lines_are_credits)
{
    static const struct {
        const char *line;
        const char *kind;
    } rows[] = {
        {"Jane Doe/Getty Images", "credit"},
        {"Jane Doe / Reuters", "credit"},
        {"Jane Doe/Some Studio/Getty Images for The Town Museum/Courier", "credit"},
        {"Getty Images", "credit"},
        {"getty images are sold worldwide", "paragraph"},
        {"Photo: Jane Doe", "credit"},
        {"Photograph: Jane Doe/The Courier", "credit"},
        {"Image: The bridge was closed by three men.", "paragraph"},
        {"(AP Photo/Jane Doe, File)", "credit"},
        {"(Photo by Jane Doe)", "credit"},
        {"(The bridge was closed.)", "paragraph"},
        {"\xC2\xA9 2019 The Courier", "credit"},
        {"Jane Doe via Reuters", "credit"},
        {"He heard of it via Reuters", "paragraph"},
        {"Police told AP/Reuters nothing", "paragraph"},
        {"The and/or clause was struck", "paragraph"},
        {"By Jane Doe", "credit"},
        {"By JANE DOE and JOHN ROE, Arts Reporters", "credit"},
        {"By Monday it was over", "paragraph"},
        {"By Monday", "paragraph"},
        {"By no means", "paragraph"},
        {"Town Desk Staff Jun 11 2031, 4.20 pm Jun 11 2031, 4.20 pm", "credit"},
        {"Published 8:15 p.m. EDT, May 8, 2019", "credit"},
        {"Updated: 8 May 2019", "credit"},
        {"8 May 2019", "credit"},
        {"2019-05-08", "credit"},
        {"The bridge closed on 8 May 2019 at 6.55 pm", "paragraph"},
        {"Three men came on May 8", "paragraph"},
        {"Published May 8 2019 6.55 pm, updated May 8 2019 7.55 pm, updated May 8 2019 "
         "8.55 pm 9.55 pm",
         "credit"},
        {"Published May 8 2019 6.55 pm, updated May 8 2019 7.55 pm, updated May 8 2019 "
         "8.55 pm, updated 9.55 pm",
         "paragraph"},
        {"1998", "paragraph"},
        {"Advertisement", "credit"},
        {"ADVERTISEMENT:", "credit"},
        {"Advertisement . . . . . . . . . . . . . . . . . . . . . . . . .", "credit"},
        {"Advertisement spending fell", "paragraph"},
        {"Read more", "credit"},
        {"Read more: The bridge that never opened", "credit"},
        {"Sign up for our newsletter", "credit"},
        {"Related", "credit"},
        {"Related men tied it", "paragraph"},
        {"Share this article", "credit"},
        {"View this post on Instagram so tight! A post shared by X (@x) on May 8, 2019",
         "quotation"},
        {"The corset was tight. \xE2\x80\x94 Jane Doe (@jane) May 8, 2019",
         "quotation"},
        {"The mayor (@mayor) wrote that it was closed.", "paragraph"},
        {"The mayor (@mayor) will speak", "paragraph"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        const struct xc_block *block;
        char text[256];

        (void)snprintf(text, sizeof text, "It opened.\n\n%s\n", rows[i].line);
        read_text(xc_str_of(text));
        ck_assert_msg(source.n_blocks == 2, "%s", rows[i].line);
        block = &source.blocks[1];
        ck_assert_msg(strcmp(xc_block_kind_name(block->kind), rows[i].kind) == 0,
                      "%s: %s", rows[i].line, xc_block_kind_name(block->kind));
        ck_assert_msg(xc_str_is(xc_str_at(source.text, block->runs[0]), rows[i].line),
                      "%s", rows[i].line);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(text_caption_stands_above_its_credit)
{
    static const struct row rows[] = {
        {"caption", "It opened.\n\n  Jane Doe, John Roe\n  Ann Lee/Getty Images\n",
         "paragraph|It opened.\ncaption|Jane Doe, John Roe\n"
         "credit|Ann Lee/Getty Images\n"},
        {"not across a blank line", "It opened.\n\nJane Doe\n\nAnn Lee/Getty Images\n",
         "paragraph|It opened.\nparagraph|Jane Doe\ncredit|Ann Lee/Getty Images\n"},
        {"a sentence is none", "It opened.\n\nJane Doe spoke.\nAnn Lee/Getty Images\n",
         "paragraph|It opened.\nparagraph|Jane Doe spoke.\n"
         "credit|Ann Lee/Getty Images\n"},
        {"nor above a notice", "It opened.\n\nJane Doe\nAdvertisement\n",
         "paragraph|It opened.\nparagraph|Jane Doe\ncredit|Advertisement\n"},
        {"post above its signature",
         "It opened.\n\nSo tight!\n\n\xE2\x80\x94 Jane Doe (@jane) May 8, 2019\n",
         "paragraph|It opened.\nquotation|So tight!\n"
         "quotation|\xE2\x80\x94 Jane Doe (@jane) May 8, 2019\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(text_leading_date_is_published_date)
{
    static const struct {
        const char *text;
        int day; /* 0: none */
        const char *blocks;
        size_t line;
    } rows[] = {
        {" date 2019-05-08 The bridge opened.\n", 8, "paragraph|The bridge opened.\n",
         1},
        {"\xEF\xBB\xBF\n date 2019-05-08\nThe bridge opened.\n", 8,
         "paragraph|The bridge opened.\n", 3},
        {"date 2019-05-08", 8, "", 0},
        {"Date: 2019-05-08\n\nBridge opens\n\nAt last.", 8,
         "headline|Bridge opens\nparagraph|At last.\n", 3},
        {"date 2019-05-081 is none", 0, "paragraph|date 2019-05-081 is none\n", 1},
        {"dated 2019-05-08.", 0, "paragraph|dated 2019-05-08.\n", 1},
        {"The date 2019-05-08 is set.", 0, "paragraph|The date 2019-05-08 is set.\n",
         1},
        {"date 2019-05", 0, "paragraph|date 2019-05\n", 1},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        read_text(xc_str_of(rows[i].text));
        ck_assert_msg(source.has_published == (rows[i].day != 0), "%s", rows[i].text);
        ck_assert_msg(source.published.day == rows[i].day, "%s", rows[i].text);
        ck_assert_msg(xc_str_is(show_blocks(&source, &arena), rows[i].blocks), "%s: %s",
                      rows[i].text, show_blocks(&source, &arena).ptr);
        if (source.n_blocks > 0)
            ck_assert_msg(source.blocks[0].line == rows[i].line, "%s", rows[i].text);
        ck_assert_msg(problems.n == 0, "%s", rows[i].text);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(text_impossible_date_is_told)
{
    read_text(XC_STR("date 2019-13-45 The bridge opened."));
    ck_assert(!source.has_published);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert(problems.items[0].kind == XC_PROBLEM_METADATA);
    ck_assert_uint_eq(problems.items[0].line, 1);
    ck_assert_uint_eq(source.n_blocks, 1);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(text_title_is_the_headline)
{
    read_text(XC_STR("Bridge opens\n\nAt last.\n"));
    ck_assert(xc_str_is(source.title, "Bridge opens"));
    xc_arena_release(&arena);
    read_text(XC_STR("The bridge opens.\n\nAt last.\n"));
    ck_assert(xc_str_is(source.title, ""));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(source_place_counts_lines_and_characters)
{
    static const struct {
        size_t off;
        size_t line;
        size_t column;
    } rows[] = {{0, 1, 1}, {2, 1, 2}, {3, 1, 3}, {4, 2, 1}, {6, 2, 3}, {99, 2, 4}};
    size_t line;
    size_t column;
    size_t i;

    read_text(XC_STR("\xC3\xA9"
                     "a\nxyz"));
    for (i = 0; i < XC_COUNT(rows); i++) {
        xc_source_place(&source, rows[i].off, &line, &column);
        ck_assert_msg(line == rows[i].line && column == rows[i].column, "%zu: %zu:%zu",
                      rows[i].off, line, column);
    }
    source.record_line = 7;
    xc_source_place(&source, 4, &line, &column);
    ck_assert_uint_eq(line, 7);
    ck_assert_uint_eq(column, 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(source_language_may_be_english)
{
    static const struct {
        const char *language;
        bool english;
    } rows[] = {
        {"", true},        {"en", true},        {"EN", true},      {"en-GB", true},
        {"en_US", true},   {"eng", true},       {"English", true}, {" en ", true},
        {"de", false},     {"enm", false},      {"es-EN", false},  {"e", false},
        {"englis", false}, {"english2", false},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        const struct xc_source one = {.language = xc_str_of(rows[i].language)};

        ck_assert_msg(xc_source_may_be_english(&one) == rows[i].english, "%s",
                      rows[i].language);
    }
}
END_TEST

START_TEST(text_runs_never_end_in_carriage_return)
{
    size_t i;
    size_t k;

    read_text(XC_STR("Bridge opens\r\n\r\nThe bridge\r\nopens at last.\r\n\r\n- one\r\n"
                     "Ann Lee/Getty Images\r\n"));
    ck_assert_uint_eq(source.n_blocks, 4);
    for (i = 0; i < source.n_blocks; i++) {
        for (k = 0; k < source.blocks[i].n_runs; k++)
            ck_assert(
                !xc_str_ends(xc_str_at(source.text, source.blocks[i].runs[k]), "\r"));
    }
    ck_assert(source.blocks[3].kind == XC_BLOCK_CREDIT);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        text_paragraphs_are_parted,
        text_wrapped_lines_join,
        text_headline_is_told_from_a_paragraph,
        text_page_lines_are_credits,
        text_caption_stands_above_its_credit,
        text_leading_date_is_published_date,
        text_impossible_date_is_told,
        text_title_is_the_headline,
        text_runs_never_end_in_carriage_return,
        source_place_counts_lines_and_characters,
        source_language_may_be_english,
        NULL,
    };

    reader_open();
    return reader_close(suite_run("source", tests));
}
