/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_score.h"

#include "base/vec.h"
#include "data/markup.h"
#include "html_rows.h"

START_TEST(html_region_page_around_it_is_left_out)
{
    static const struct row rows[] = {
        {"menu and footer",
         "<nav><ul><li><a href=/a>News</a><li><a href=/b>Sport</a></ul></nav>" H1
         "<div class=body>" P1 P2 P3 "</div><footer><p>" FOUR "</p></footer>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"sidebar",
         "<main>" H1 "<div>" P1 P2 "</div><div id=rightSidebar>" P3 "</div></main>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"comments, more than the article",
         "<article>" H1 "<div class=story>" P1 P2 "</div><section class=comment-list>"
         "<ol><li>" P3 P4 "<li>" P3 P4 "<li>" P3 P4 "<li>" P3 P4 "<li>" P3 P4
         "</ol></section></article>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"cookie notice first",
         "<div class=cookie-notice>" P3 P4 "</div>" H1 "<div>" P1 P2 P4 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(FOUR)},
        {"newsletter box among the paragraphs",
         H1 "<div>" P1 P2 "<div class=newsletterSignup>" P3 "</div>" P4 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(FOUR)},
        {"an element of the page's own making",
         H1 "<div>" P1 P2 "<ellery-promo>" P3 "</ellery-promo>" P4 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(FOUR)},
        {"notice",
         H1 "<div>" P1 "<p>Advertisement</p>" P2 "<p>Share this article</p></div>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"paywall around the text", H1 "<div class=paywall-content>" P1 P2 P3 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"everything in a form and a box that has comments",
         "<form><div class=page-with-comments>" H1 "<div>" P1 P2 "</div></div></form>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"popup at a word",
         H1 "<div><p>The council of <span class=rollover>Ellery<span class=rollover-"
            "block>A town by the river, says our list of towns.</span></span> met on "
            "Monday and voted to repair the old bridge.</p>" P2 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"for screen readers only",
         H1 "<div>" P1 "<p><span class=visually-hidden>Opens in a new window. "
            "</span>" TWO "</p></div>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"a box named for comments, and a notice outside of it",
         "<div class=page-with-comments>" H1 "<div>" P1 P2
         "</div></div><div class=notice>" P3 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"a little of the text in what perhaps is around it",
         H1 "<div>" P1 P2 P4 P1 "<div class=gallery>" P3 "</div></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(FOUR) SHOWN(ONE)},
        {"most of the text in a box named as if it were not the article",
         "<div class=promo>" H1 P1 P2 P3 P4 "</div><div>" P1 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(FOUR)},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(html_region_other_articles_are_left_out)
{
    static const struct row rows[] = {
        {"list of links under a label",
         H1 "<div>" P1 P2 "<h3>Related</h3><ul><li><a href=/1>Bridge shut for good "
            "after storm</a><li><a href=/2>Town looks for money</a></ul>" P3 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"teaser with a title",
         H1 "<div>" P1 P2 P4 P1 P2
            "<div class=x7f3><h4><a href=/1>Storm shuts the bridge</a></h4>"
            "<div>Winds tore planks off the bridge on Friday night, police said.</div>"
            "</div>" P3 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(FOUR) SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"cue with half-linked list below the text",
         H1 "<div>" P1 P2 P3 P4 P1 P2 P3 P4
            "<p>More from the Ellery Post</p><ul><li>The "
            "river <a href=/1>rises again this week</a><li>A baker <a href=/2>wins a "
            "prize in Ostley</a></ul></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(FOUR) SHOWN(ONE) SHOWN(TWO)
             SHOWN(THREE) SHOWN(FOUR)},
        {"a paragraph that is a link",
         H1 "<div>" P1 "<p><strong><a href=/1>STORM SHUTS BRIDGE</a></strong></p>" P2
            "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"articles loaded behind the first",
         H1 "<div class=story>" P1 P2 P3 P4 P1 P2 P3 "</div><h1>Another</h1>"
            "<div class=story>" P3 P4 P3 P4 P3 P4 P3 P4 P3 P4 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(FOUR) SHOWN(ONE) SHOWN(TWO)
             SHOWN(THREE)},
        {"summary in a container of the same make",
         H1 "<div><div class=field>" P1 P2
            "</div></div><div><div class=field>" P3 P4 P3 P4 P3 "</div></div>",
         HEAD SHOWN(THREE) SHOWN(FOUR) SHOWN(THREE) SHOWN(FOUR) SHOWN(THREE)},
        {"a cue in the middle takes its list only",
         H1 "<div>" P1 "<p>Read more: a storm</p>" P2 P3 P4 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(FOUR)},
        {"list of links under a line that is no cue",
         H1 "<div>" P1 "<p>What went before</p><ul><li><a href=/1>Bridge shut for good "
            "after storm</a></ul>" P2 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"box of the same make with another title",
         H1 "<div class=box>" P1 P2 P3 "</div><div class=box><h3><a href=/1>A storm</a>"
            "</h3>" P4 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"links of the author's",
         H1 "<p class=author>Ada Marsh</p><div class=author><a href=/1>Storm shuts the "
            "old bridge</a></div><div>" P1 P2 "</div>",
         HEAD "credit|Ada Marsh\n" SHOWN(ONE) SHOWN(TWO)},
        {"large box of the same make with another title",
         H1 "<div><div class=box>" P1 P2 P3 P4 P1 P2 P3 P4
            "</div><div class=box><h3><a href=/1>A storm</a></h3>" P1 P1 P1 P1 P1 P1 P1
            "</div></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(FOUR) SHOWN(ONE) SHOWN(TWO)
             SHOWN(THREE) SHOWN(FOUR)},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(html_region_what_looks_alike_is_kept)
{
    static const struct row rows[] = {
        {"links inside of sentences",
         H1 "<div><p>The council of <a href=/e>Ellery</a> met on Monday and voted to "
            "repair the old bridge.</p>" P2 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO)},
        {"list of sentences with links",
         H1 "<div>" P1
            "<ul><li>Two <a href=/p>pillars</a> are cracked</li><li>The road "
            "is shut</li></ul>" P2 "</div>",
         HEAD SHOWN(ONE) SHOWN("Two pillars are cracked") SHOWN("The road is shut")
             SHOWN(TWO)},
        {"lists of links that the text is about",
         H1 "<div>" P1 "<ul><li><a href=/1>Get it at Marsh</a></ul>" P2
            "<ul><li><a href=/2>Get it at Ostley</a></ul>" P3
            "<ul><li><a href=/3>Get it at Dell</a></ul>" P4
            "<ul><li><a href=/4>Get it at Ford</a></ul>" P1
            "<ul><li><a href=/5>Get it at Hill</a></ul></div>",
         HEAD SHOWN(ONE) SHOWN("Get it at Marsh") SHOWN(TWO) SHOWN("Get it at Ostley")
             SHOWN(THREE) SHOWN("Get it at Dell") SHOWN(FOUR) SHOWN("Get it at Ford")
                 SHOWN(ONE) SHOWN("Get it at Hill")},
        {"heading with an advertisement below",
         H1 "<div>" P1 "<h2>The costs</h2><div class=ad>Buy a boat</div>" P2 "</div>",
         HEAD SHOWN(ONE) "headline|The costs\n" SHOWN(TWO)},
        {"heading with an anchor",
         H1 "<div>" P1 "<h2><a href=#costs>The costs</a></h2>" P2 "</div>",
         HEAD SHOWN(ONE) "headline|The costs\n" SHOWN(TWO)},
        {"cells",
         H1 "<div>" P1 P2
            "<table><tr><th>Bridge<th>Length<tr><td><a href=/o>Old</a><td>"
            "90 metres</table></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN("Bridge") SHOWN("Length") SHOWN("Old")
             SHOWN("90 metres")},
        {"rows called after what they list",
         H1 "<div>" P1 P2
            "<table><tr class=rating><td class=poll>Four stars</table></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN("Four stars")},
        {"paragraphs that are links, in a text of links",
         H1
         "<div>" P1 "<p><a href=/1>Bridge shut by a storm of the kind that comes once "
         "in a hundred years</a></p><p><a href=/2>A wet week on the coast, and more to "
         "come</a></p></div>",
         HEAD SHOWN(ONE) SHOWN(
             "Bridge shut by a storm of the kind that comes once in a hundred years")
             SHOWN("A wet week on the coast, and more to come")},
        {"more than half is hidden, as by a notice over it",
         H1 "<div aria-hidden=true>" P1 P2 P3 "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"footer of a quotation",
         H1 "<div>" P1 P2
            "<blockquote><p>We shall build it.</p><footer>The mayor</footer>"
            "</blockquote></div>",
         HEAD SHOWN(ONE)
             SHOWN(TWO) "quotation|We shall build it.\nquotation|The mayor\n"},
        {"much of the text in what perhaps is around it",
         H1 "<div>" P1 P2 "<div class=gallery>" P3 P4 "</div></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(FOUR)},
        {"sentence that begins like a notice",
         H1 "<div>" P1
            "<p>Sign up for the night at the town hall.</p><p>Sign up for our "
            "letters</p>" P2 "</div>",
         HEAD SHOWN(ONE) SHOWN("Sign up for the night at the town hall.") SHOWN(TWO)},
        {"who is quoted",
         H1 "<div>" P1 P2
            "<blockquote><p>We shall build it.</p><p class=author>A. Marsh"
            "</p></blockquote>" P3 "</div>",
         HEAD SHOWN(ONE) SHOWN(
             TWO) "quotation|We shall build it.\nquotation|A. Marsh\n" SHOWN(THREE)},
        {"all of the text in captions",
         H1 "<div>" P1 "<div class=caption>" P2 P3 "</div><div class=caption>" P4 P2
            "</div><div class=caption>" P3 P4 "</div></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(FOUR) SHOWN(TWO) SHOWN(THREE)
             SHOWN(FOUR)},
        {"box called after the author, with much text",
         H1 "<div>" P4 P4 P4 P4 P4 P4 P4 P4 P4 P4
            "<div class=author>" P1 P2 P3 P1 P2 P3 P1 "</div></div>",
         HEAD SHOWN(FOUR) SHOWN(FOUR) SHOWN(FOUR) SHOWN(FOUR) SHOWN(FOUR) SHOWN(FOUR)
             SHOWN(FOUR) SHOWN(FOUR) SHOWN(FOUR) SHOWN(FOUR) SHOWN(ONE) SHOWN(TWO)
                 SHOWN(THREE) SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(ONE)},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

/* "The bridge opens on Monday." in Japanese. */
#define BRIDGE_OPENS                                                                   \
    "\xE6\xA9\x8B\xE3\x81\xAF\xE6\x9C\x88\xE6\x9B\x9C\xE6\x97\xA5\xE3\x81\xAB"         \
    "\xE9\x96\x8B\xE3\x81\x8F\xE3\x80\x82"

START_TEST(html_region_containers_of_any_make)
{
    static const struct row rows[] = {
        {"line breaks",
         H1 "<div class=post>" ONE "<br><br>\n" TWO "<br>\n<br/>" THREE "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"one line break", H1 "<div><p>" ONE "<br>" TWO "</p>" P3 "</div>",
         HEAD SHOWN(ONE " " TWO) SHOWN(THREE)},
        {"boxes for paragraphs",
         H1 "<div><div>" ONE "</div><div>" TWO "</div><div>" THREE "</div></div>"
            "<div class=footer><div>" FOUR "</div></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"each paragraph in boxes of its own",
         H1 "<div><div><div>" P1 "</div></div><div><div>" P2 "</div></div><div><div>" P3
            "</div></div></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"cut up for advertisements",
         H1 "<div><div class=chunk>" P1 P2 "</div><div class=ad>Buy a boat</div>"
            "<div class=chunk>" P3 "</div></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"first paragraph outside of the container",
         H1 "<section>" P1 "<div class=rest>" P2 P3 P4 "</div></section>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(FOUR)},
        {"a page laid out as a table",
         "<table><tr><td>" P3 "<td>" H1 P1 P2 P4 P1 P2 P4 P1 P2 P4 "</table>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(FOUR) SHOWN(ONE) SHOWN(TWO) SHOWN(FOUR)
             SHOWN(ONE) SHOWN(TWO) SHOWN(FOUR)},
        {"live blog",
         "<div itemtype=\"https://schema.org/LiveBlogPosting\">" H1 "<div><article>" P1
         "</article><article>" P2 "</article><article>" P3 "</article></div></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"no sentence", H1 "<p>Bridge open</p>", HEAD SHOWN("Bridge open")},
        {"boxes of different names for paragraphs",
         H1 "<div><div class=a>" ONE "</div><div class=b>" TWO
            "</div><div class=c>" THREE "</div></div><div class=d><div>" FOUR
            "</div></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"boxes of different names around paragraphs",
         H1 "<div><div class=a>" P1 "</div><div class=b>" P2 "</div><div class=c>" P3
            "</div></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"boxes of which one has a sentence",
         H1 "<section><div class=a>It is done.</div><div class=b>" ONE
            "</div><div class=c>They left.</div></section>",
         HEAD SHOWN("It is done.") SHOWN(ONE) SHOWN("They left.")},
        {"each paragraph in boxes with classes of their own",
         H1 "<div><div class=\"el el-1\"><div><div class=i1>" P1
            "</div></div></div><div class=\"el el-2\"><div><div class=i2>" P2
            "</div></div></div><div class=\"el el-3\"><div><div class=i3>" P3
            "</div></div></div></div><div class=x><div>" P4 "</div><p>Ellery</p></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"cut up into boxes in boxes of different classes",
         H1 "<main><div class=a><div><div><div>" P1 P2 P3
            "</div></div></div></div><div class=b><div><div><div>" P4 P1 "</div></div>"
            "</div></div><div class=c><ul><li><a href=/1>Other</a></ul></div></main>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN(FOUR) SHOWN(ONE)},
        {"cut up into parts that are called articles",
         H1 "<div><article class=part>" P1 P2 "</article><article class=part>" P3
            "</article><article class=teaser><h2>Storm</h2>" P4 "</article></div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE)},
        {"a language without spaces",
         H1 "<div class=x><p>" BRIDGE_OPENS BRIDGE_OPENS "</p><p>" BRIDGE_OPENS
            "</p></div><p>Ellery Post</p>",
         HEAD SHOWN(BRIDGE_OPENS BRIDGE_OPENS) SHOWN(BRIDGE_OPENS)},
        {"containers with half of their classes in common",
         H1
         "<div><div class=\"part part-1\">" P1 P2 "</div><div class=\"part part-2\">" P3
         "<ul><li>oak<li>larch<li>stone from Ostley<li>forty piles<li>a rail</ul></div>"
         "</div>",
         HEAD SHOWN(ONE) SHOWN(TWO) SHOWN(THREE) SHOWN("oak") SHOWN("larch")
             SHOWN("stone from Ostley") SHOWN("forty piles") SHOWN("a rail")},
        {"long summary in a container of the same make",
         H1 "<div><div class=field>" P1 P1 P1 P1 P1 P1
            "</div></div><div><div class=field>" P3 P4 P3 P4 P3 P4 P3 P4
            "</div><ul><li><a href=/1>Other</a></ul></div>",
         HEAD SHOWN(THREE) SHOWN(FOUR) SHOWN(THREE) SHOWN(FOUR) SHOWN(THREE) SHOWN(FOUR)
             SHOWN(THREE) SHOWN(FOUR)},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        html_region_page_around_it_is_left_out,
        html_region_other_articles_are_left_out,
        html_region_what_looks_alike_is_kept,
        html_region_containers_of_any_make,
        NULL,
    };

    xc_markup_prepare();
    return suite_run("html_region", tests);
}
