/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_article.h"

#include "base/vec.h"
#include "data/markup.h"
#include "html_rows.h"
#include "short_memory.h"

START_TEST(html_article_kinds_are_told_apart)
{
    static const struct row rows[] = {
        {"byline, picture, caption, credit",
         "<article><header>" H1 "<p class=standfirst>It has been shut since May.</p>"
         "<p class=byline>By Ada Marsh</p></header><figure><img><figcaption>The old "
         "bridge</figcaption><span>Photo: Ada Marsh/Reuters</span></figure><div>" P1 P2
         "<figure><figcaption>The river</figcaption></figure>" P3
         "<p>(Reporting by Ada "
         "Marsh)</p></div></article>",
         HEAD "paragraph|It has been shut since May.\ncredit|By Ada Marsh\n"
              "caption|The old bridge\ncredit|Photo: Ada Marsh/Reuters\n" SHOWN(ONE)
                  SHOWN(TWO) "caption|The river\n" SHOWN(
                      THREE) "credit|(Reporting by Ada Marsh)\n"},
        {"quotation and post",
         H1 "<div>" P1 "<blockquote>" P3
            "</blockquote><div class=\"social twitter-tweet\">"
            "<p>The bridge!</p>&mdash; A. (@a) <a href=/t>May 8, 2031</a></div>" P2
            "</div>",
         HEAD SHOWN(ONE) "quotation|" THREE "\nquotation|The bridge!\n"
                         "quotation|\xE2\x80\x94 A. (@a) May 8, 2031\n" SHOWN(TWO)},
        {"headline of another page is no headline",
         "<div class=header><h1>Ellery Post</h1></div><h2>Bridge to be "
         "repaired</h2><div>" P1 P2 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"no headline on the page", "<div>" P1 P2 "</div>",
         "headline|Bridge to be repaired - Ellery Post\n" SHOWN(ONE) SHOWN(TWO)},
        {"headings",
         H1 "<div>" P1 "<h2>The costs</h2>" P2 "<h2>Over nothing</h2></div>",
         HEAD SHOWN(ONE) "headline|The costs\n" SHOWN(TWO)},
        {"long heading below the headline",
         H1 "<h2>The old bridge has been shut since the spring</h2><div>" P1 P2
            "</div>",
         HEAD "paragraph|The old bridge has been shut since the spring\n" SHOWN(ONE)
             SHOWN(TWO)},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(html_article_text_begins_with_the_body)
{
    find("<h1>Title here</h1><p class=byline>By A. Marsh</p><div>" P1 P2 "</div>",
         "Title here");
    ck_assert_uint_eq(article.body_len_bytes, strlen(ONE "\n\n" TWO));
    ck_assert_str_eq(article.text.ptr, ONE "\n\n" TWO "\n\nTitle here\n\nBy A. Marsh");
    xc_arena_release(&arena);
}
END_TEST

START_TEST(html_article_text_is_clean)
{
    find("<div><p> A&nbsp;<b>bold</b><i>ly</i>\n said &amp; <span>meant</span>, one "
         "more\tword that he  wrote<br>down.</p>" P2 "</div>",
         "");
    ck_assert_str_eq(
        article.text.ptr,
        "A boldly said & meant, one more word that he wrote down.\n\n" TWO);
    xc_arena_release(&arena);
}
END_TEST

/* The line of the file for the first place of word in the text. */
static size_t
line_of(const char *word)
{
    const size_t off = (size_t)(strstr(article.text.ptr, word) - article.text.ptr);
    size_t line = 0;
    size_t i;

    for (i = 0; i < article.n_marks && article.marks[i].off_bytes <= off; i++)
        line = article.marks[i].line;
    return line;
}

START_TEST(html_article_marks_lead_to_the_lines)
{
    find(
        "<h1>\n\nTitle here</h1>\n<div>\n<p>\nThe council of Ellery met on Monday\nand "
        "voted to <b>repair\nthe old</b> bridge.</p>\n\n" P2 "</div>",
        "Title here");
    ck_assert_uint_eq(article.marks[0].off_bytes, 0);
    ck_assert_uint_eq(line_of("Title"), 3);
    ck_assert_uint_eq(line_of("The council"), 6);
    ck_assert_uint_eq(line_of("Monday"), 6);
    ck_assert_uint_eq(line_of("voted"), 7);
    ck_assert_uint_eq(line_of("the old"), 8);
    ck_assert_uint_eq(line_of("bridge"), 8);
    ck_assert_uint_eq(line_of("The mayor"), 10);
    ck_assert_uint_eq(article.blocks.items[0].line, 3);
    ck_assert_uint_eq(article.blocks.items[1].line, 6);
    xc_arena_release(&arena);
}
END_TEST

#define TOLD ONE " " TWO " " THREE " " FOUR " " ONE " " TWO " " THREE " " FOUR
#define DATA(text)                                                                     \
    "<script type=\"application/ld+json\">{\"@graph\": [{\"articleBody\": \"" text     \
    "\"}]}</script>"

START_TEST(html_article_data_help_where_the_page_has_too_little)
{
    static const struct row rows[] = {
        {"text that a script would have shown",
         DATA(TOLD "\\n" ONE) "<h1>Bridge to be repaired</h1><div><p>" FOUR
                              "</p></div>",
         HEAD SHOWN(TOLD) SHOWN(ONE)},
        {"text with markup in it", DATA("<p>" TOLD "<\\/p><p>A &amp; b.<\\/p>") H1,
         HEAD SHOWN(TOLD) SHOWN("A & b.")},
        {"text in a box that was passed over",
         DATA(TOLD) H1 "<div>" P3 P3 P3
                       "</div><div class=promo>" P1 P2 P3 P4 P1 P2 P3 P4 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(FOUR) SHOWN(ONE) SHOWN(TWO)
             SHOWN(THREE) SHOWN(FOUR)},
        {"a summary", DATA(ONE) H1 "<div>" P1 P2 "</div>", HEAD SHOWN(ONE) SHOWN(TWO)},
        {"data that can't be read", DATA("\" [") H1 "<div>" P1 P2 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(html_article_empty_page_has_no_blocks)
{
    static const char *const pages[] = {"",           " \n ",
                                        "<p></p>",    "<script>a</script>",
                                        "<!-- a -->", "<div hidden> </div>"};
    size_t i;

    for (i = 0; i < XC_COUNT(pages); i++) {
        find(pages[i], "");
        ck_assert_msg(article.blocks.n == 0, "%s", pages[i]);
        ck_assert_uint_eq(article.text.len, 0);
        ck_assert_uint_eq(article.n_marks, 1);
        ck_assert_uint_eq(article.marks[0].off_bytes, 0);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(html_article_whole_leaves_nothing_out)
{
    read_page(
        "<div class=share><p>Share.</p></div><h2>Costs</h2><figcaption>A river"
        "</figcaption><blockquote>No.</blockquote><ul><li><a href=/a>More</a></ul>"
        "<script>x</script><p>Photo: Ada Marsh</p>");
    ck_assert_int_eq(xc_html_article_whole(&page, &rules, &arena, &article), XC_OK);
    ck_assert_str_eq(shown(), "credit|Share.\nheadline|Costs\ncaption|A river\n"
                              "quotation|No.\ncredit|More\ncredit|Photo: Ada Marsh\n");
    ck_assert_uint_eq(article.body_len_bytes, article.text.len);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(html_article_short_memory_is_told)
{
    static const char html[] = DATA(TOLD) H1
        "<div>" P3 P3 "</div><div class=promo>" P1 P2 P3 P4 P1 P2 P3 P4 "</div>";
    size_t n;

    if (!short_memory_works())
        return;
    for (n = 1;; n++) {
        struct xc_arena own;
        enum xc_status status;

        read_page(html);
        xc_arena_init(&own);
        short_memory_countdown = n;
        status = xc_html_article_find(&page, XC_STR(""), &rules, &own, &article);
        xc_arena_release(&own);
        xc_arena_release(&arena);
        if (short_memory_countdown > 0) {
            short_memory_countdown = 0;
            ck_assert_int_eq(status, XC_OK);
            break;
        }
        ck_assert_int_eq(status, XC_NO_MEMORY);
        ck_assert_ptr_null(article.text.ptr);
    }
    ck_assert_uint_gt(n, 1);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        html_article_kinds_are_told_apart,
        html_article_text_begins_with_the_body,
        html_article_text_is_clean,
        html_article_marks_lead_to_the_lines,
        html_article_data_help_where_the_page_has_too_little,
        html_article_empty_page_has_no_blocks,
        html_article_whole_leaves_nothing_out,
        html_article_short_memory_is_told,
        NULL,
    };

    xc_markup_prepare();
    return suite_run("html_article", tests);
}
