/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/markup.h"

#include "base/limits.h"
#include "base/vec.h"
#include "show_markup.h"
#include "suite.h"

static const struct row html_rows[] = {
    {"empty", "", ""},
    {"white space", " \n", "1\" \n\""},
    {"text only", "Three men", "1\"Three men\""},
    {"element", "<p>a</p>", "1<p>1\"a\"</p>"},
    {"case of names", "<P CLASS=A>a</P>", "1<p class=\"A\">1\"a\"</p>"},
    {"values", "<p a=\"1\" b='2' c=3 d e=\"\">x",
     "1<p a=\"1\" b=\"2\" c=\"3\" d=\"\" e=\"\">1\"x\"</p>"},
    {"quotes and marks in values", "<p a='\"' b=\"'<&>\" c=x/y?z=1&copy=2>",
     "1<p a=\"\"\" b=\"'<&>\" c=\"x/y?z=1&copy=2\"></p>"},
    {"references in values", "<p a=\"&lt;&#233;&eacute;&amp;amp;\">",
     "1<p a=\"<\xC3\xA9\xC3\xA9&amp;\"></p>"},
    {"white space in tags", "<p\n\ta = 1\n>x</p\n>y", "1<p a=\"1\">3\"x\"</p>4\"y\""},
    {"odd attributes", "<p @a=1 :b=2 [c]=3 1d=4 =e f/g a=5 A=6>",
     "1<p _a=\"1\" _b=\"2\" _c_=\"3\" _d=\"4\" _e=\"\" f=\"\" g=\"\" a=\"5\"></p>"},
    {"odd names", "<my-el><o:p>x</o:p></my-el><a$b>y",
     "1<my-el>1<o:p>1\"x\"</o:p></my-el>1<a_b>1\"y\"</a_b>"},
    {"void elements", "a<br>b<br/>c<img src=d>e<wbr></wbr>f",
     "1\"a\"1<br></br>1\"b\"1<br></br>1\"c\"1<img "
     "src=\"d\"></img>1\"e\"1<wbr></wbr>1\"f"
     "\""},
    {"end of a break", "a</br>b", "1\"a\"1<br></br>1\"b\""},
    {"empty element", "<span/>a<my-el/>b<a href=x/>c",
     "1<span></span>1\"a\"1<my-el></my-el>1\"b\"1<a href=\"x/\">1\"c\"</a>"},
    {"less than", "a < b <3 <- </ b> <= c", "1\"a < b <3 <-  <= c\""},
    {"less than before what is left out",
     "a<<!-- -->b <\x01i <\x1b/i> <\xEF\xBF\xBEi <<", "1\"a<b <i </i> <i <<\""},
    {"less than at the end", "a <", "1\"a <\""},
    {"comments", "a<!-- b -->c<!---->d<!-->e<!--->f<!-- -- > --!>g", "1\"acdefg\""},
    {"comment that is none", "a<!b>c<?d e?>f</>g</ h>i<![CDATA[j]]>k", "1\"acfgik\""},
    {"doctype and mark", "\xEF\xBB\xBF<!DOCTYPE html>\n<p>a", "1\"\n\"2<p>2\"a\"</p>"},
};

START_TEST(html_becomes_events)
{
    check_rows(xc_markup_html, html_rows, XC_COUNT(html_rows));
}
END_TEST

static const struct row reference_rows[] = {
    {"named", "&lt;b&gt; &amp;amp; &nbsp;&mdash;&euro;",
     "1\"<b> &amp; \xC2\xA0\xE2\x80\x94\xE2\x82\xAC\""},
    {"numbers", "&#233;&#xe9;&#XE9;&#0233;&#x1F600;",
     "1\"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xF0\x9F\x98\x80\""},
    {"Windows-1252 numbers", "don&#146;t &#x93;x&#148; &#129;.",
     "1\"don\xE2\x80\x99t \xE2\x80\x9Cx\xE2\x80\x9D \xC2\x81.\""},
    {"numbers of no character", "&#0;&#xD800;&#x110000;&#99999999999999999999;",
     "1\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
    {"numbers of control characters", "a&#27;b&#10;c&#xFFFF;d", "1\"ab cd\""},
    {"marks by number", "&#60;b&#62;&#38;lt;&#34;", "1\"<b>&lt;\"\""},
    {"without a semicolon", "R&ampD a&nbsp b &lt3 AT&T a&b &ltx &#65 &#x41g",
     "1\"R&ampD a\xC2\xA0 b &lt3 AT&T a&b &ltx A Ag\""},
    {"none at all", "a & b && &; &# &#; &#x; &1; &nosuch; &",
     "1\"a & b && &; &# &#; &#x; &1; &nosuch; &\""},
    {"a long name", "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;",
     "1\"&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;\""},
    {"control characters", "a\x1b[1m b\x01\x7F", "1\"a[1m b\x7F\""},
    {"no characters",
     "a\xEF\xBF\xBE"
     "b\xEF\xBF\xBF"
     "c\xEF\xBF\xBD",
     "1\"abc\xEF\xBF\xBD\""},
    {"line ends", "a\r\nb\rc\fd\n", "1\"a\nb c d\n\""},
};

START_TEST(html_references_become_characters)
{
    check_rows(xc_markup_html, reference_rows, XC_COUNT(reference_rows));
}
END_TEST

static const struct row nesting_rows[] = {
    {"paragraphs", "<p>a<p>b", "1<p>1\"a\"</p>1<p>1\"b\"</p>"},
    {"block ends a paragraph", "<p>a<div>b</div>c",
     "1<p>1\"a\"</p>1<div>1\"b\"</div>1\"c\""},
    {"figure ends a paragraph", "<p>a<figure>b</figure>",
     "1<p>1\"a\"</p>1<figure>1\"b\"</figure>"},
    {"button keeps a paragraph", "<p>a<button><p>b</button>c",
     "1<p>1\"a\"1<button>1<p>1\"b\"</p></button>1\"c\"</p>"},
    {"inline does not end one", "<p>a<span>b</span>c<ins>d",
     "1<p>1\"a\"1<span>1\"b\"</span>1\"c\"1<ins>1\"d\"</ins></p>"},
    {"formatting ends with its paragraph", "<p><b>a<p>b",
     "1<p>1<b>1\"a\"</b></p>1<p>1\"b\"</p>"},
    {"end of no paragraph", "a</p>b</div>c</nosuch>d", "1\"abcd\""},
    {"items", "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
     "1<ul>1<li>1\"a\"</li>1<li>1\"b\"1<ul>1<li>1\"c\"</li></ul></li>1<li>1\"d\"</"
     "li></ul>"},
    {"items with blocks", "<ol><li><div>a<li>b</ol>",
     "1<ol>1<li>1<div>1\"a\"</div></li>1<li>1\"b\"</li></ol>"},
    {"ul and ol", "<ul><ol><li>a</ol></ul>", "1<ul>1<ol>1<li>1\"a\"</li></ol></ul>"},
    {"terms", "<dl><dt>a<dd>b<dt>c</dl>",
     "1<dl>1<dt>1\"a\"</dt>1<dd>1\"b\"</dd>1<dt>1\"c\"</dt></dl>"},
    {"options", "<select><optgroup><option>a<option>b<optgroup><option>c</select>d",
     "1<select>1<optgroup>1<option>1\"a\"</option>1<option>1\"b\"</option></"
     "optgroup>1<optgroup>1<option>1\"c\"</option></optgroup></select>1\"d\""},
    {"cells", "<table><tr><td>a<td>b<tr><th>c</table>d",
     "1<table>1<tr>1<td>1\"a\"</td>1<td>1\"b\"</td></tr>1<tr>1<th>1\"c\"</th></tr></"
     "table>1\"d\""},
    {"rows and groups", "<table><thead><tr><td>a<tbody><tr><td>b<tfoot></table>",
     "1<table>1<thead>1<tr>1<td>1\"a\"</td></tr></thead>1<tbody>1<tr>1<td>1\"b\"</"
     "td></tr></tbody>1<tfoot></tfoot></table>"},
    {"table in a cell", "<table><tr><td><table><tr><td>a</table>b</table>",
     "1<table>1<tr>1<td>1<table>1<tr>1<td>1\"a\"</td></tr></table>1\"b\"</td></tr></"
     "table>"},
    {"table in no cell", "<table><table><tr><td>a</table>",
     "1<table></table>1<table>1<tr>1<td>1\"a\"</td></tr></table>"},
    {"end tag stays in its cell", "<div><table><tr><td>a</div>b</table></div>",
     "1<div>1<table>1<tr>1<td>1\"ab\"</td></tr></table></div>"},
    {"headings", "<h1>a<h2>b</h3>c", "1<h1>1\"a\"</h1>1<h2>1\"b\"</h2>1\"c\""},
    {"paragraph in a heading", "<h1><p>a</p></h1>", "1<h1>1<p>1\"a\"</p></h1>"},
    {"links", "<a href=1>a<a href=2>b</a>c",
     "1<a href=\"1\">1\"a\"</a>1<a href=\"2\">1\"b\"</a>1\"c\""},
    {"block in a link", "<a><div>a</div></a>b", "1<a>1<div>1\"a\"</div></a>1\"b\""},
    {"link that ends in a heading", "<a><h2>a</a>b</h2>c",
     "1<a>1<h2>1\"ab\"</h2></a>1\"c\""},
    {"formatting over a block", "<b><p>a</b>b</p>c", "1<b>1<p>1\"ab\"</p></b>1\"c\""},
    {"formatting that crosses", "<b>a<i>b</b>c</i>d",
     "1<b>1\"a\"1<i>1\"b\"</i></b>1\"cd\""},
    {"formatting again and again", "<b>a<b>b<b>c<b>d<b>e",
     "1<b>1\"a\"1<b>1\"b\"1<b>1\"cde\"</b></b></b>"},
    {"inline end in a block", "<span><div>a</span>b</div>",
     "1<span>1<div>1\"ab\"</div></span>"},
    {"form in a form", "<form>a<form>b</form>c", "1<form>1\"ab\"</form>1\"c\""},
    {"head and body", "<html a=1><head><title>a</title><body b=2>b</body></html>c",
     "1<html a=\"1\">1<head>1<title>1\"a\"</title></head>1<body "
     "b=\"2\">1\"bc\"</body></html>"},
    {"head that does not end", "<head><meta><p>a",
     "1<head>1<meta></meta></head>1<p>1\"a"
     "\"</p>"},
    {"a second one of each", "<html><head></head><body>a<html><head><body>b",
     "1<html>1<head></head>1<body>1\"ab\"</body></html>"},
    {"picture in noscript in head", "<head><noscript><img></noscript><meta></head>",
     "1<head>1<noscript></noscript></head>1<img></img>1<meta></meta>"},
    {"drawing", "<svg><path><path/><g>a</svg>b",
     "1<svg>1<path>1<path></path>1<g>1\"a\"</g></path></svg>1\"b\""},
    {"drawing that does not end", "<svg><path><p>a",
     "1<svg>1<path></path></svg>1<p>1\"a"
     "\"</p>"},
    {"HTML in a drawing", "<svg><foreignObject><p>a</p></foreignObject></svg>",
     "1<svg>1<foreignobject>1<p>1\"a\"</p></foreignobject></svg>"},
    {"ruby", "<ruby>a<rt>b<rp>c</ruby>d",
     "1<ruby>1\"a\"1<rt>1\"b\"</rt>1<rp>1\"c\"</rp></ruby>1\"d\""},
    {"template", "<template><tr><td>a</template>b",
     "1<template>1<tr>1<td>1\"a\"</td></tr></template>1\"b\""},
};

START_TEST(html_nests_as_in_browsers)
{
    check_rows(xc_markup_html, nesting_rows, XC_COUNT(nesting_rows));
}
END_TEST

static const struct row raw_rows[] = {
    {"script", "<script>if (a<b && c) \"</b>\" <!-- x --></script>d",
     "1<script>1\"if (a<b && c) \"</b>\" <!-- x -->\"</script>1\"d\""},
    {"empty script", "<script src=a></script><script/>b</script>c",
     "1<script src=\"a\"></script>1<script>1\"b\"</script>1\"c\""},
    {"case of its end", "<SCRIPT>a</sCript >b", "1<script>1\"a\"</script>1\"b\""},
    {"style", "<style>a > b { c: \"&lt;\" }</style>",
     "1<style>1\"a > b { c: \"&lt;\" }\"</style>"},
    {"title", "<title>A &amp; <b>B</b></title>c",
     "1<title>1\"A & <b>B</b>\"</title>1\"c\""},
    {"text field", "<textarea><p>&lt;</textarea>a",
     "1<textarea>1\"<p><\"</textarea>1\"a\""},
    {"frame", "<iframe><p>&lt;</iframe>a", "1<iframe>1\"<p>&lt;\"</iframe>1\"a\""},
    {"XHTML", "<?xml version=\"1.0\"?><script src=\"a\"/><title/><p>b</p>",
     "1<script src=\"a\"></script>1<title></title>1<p>1\"b\"</p>"},
};

START_TEST(html_raw_content_is_no_markup)
{
    check_rows(xc_markup_html, raw_rows, XC_COUNT(raw_rows));
}
END_TEST

static const struct row line_rows[] = {
    {"tags over lines", "\n<p\n a='1\n2'\n>a\nb<i>c</i>\n<b\n>d",
     "1\"\n\"2<p a=\"1\n2\">5\"a\nb\"6<i>6\"c\"</i>6\"\n\"7<b>8\"d\"</b></p>"},
    {"comments over lines", "a<!--\n\n-->b\n<!--\n--><p>c<!-- \n -->\nd<i>e",
     "1\"ab\n\"5<p>5\"c\nd\"7<i>7\"e\"</i></p>"},
    {"end tags over lines", "<p>a</p\n\n>b</q\n>c<br>",
     "1<p>1\"a\"</p>3\"bc\"4<br></br>"},
    {"CR LF", "a\r\n<p>\r\nb\r\n<i>c", "1\"a\n\"2<p>2\"\nb\n\"4<i>4\"c\"</i></p>"},
    {"references", "a\n&amp;\nb&#10;c<i>d", "1\"a\n&\nb c\"3<i>3\"d\"</i>"},
    {"script", "<script>\na\n</script>\n<p>b",
     "1<script>1\"\na\n\"</script>3\"\n\"4<p>4\"b\"</p>"},
    {"implied ends", "<p>a\n<p>b\n<div>c",
     "1<p>1\"a\n\"</p>2<p>2\"b\n\"</p>3<div>3\"c\"</"
     "div>"},
    {"markup left out", "<!DOCTYPE\nhtml\n><form>\n<form\n>a",
     "3<form>3\"\na\"</form>"},
};

START_TEST(html_lines_are_those_of_the_file)
{
    check_rows(xc_markup_html, line_rows, XC_COUNT(line_rows));
}
END_TEST

START_TEST(html_lines_over_65535_are_right)
{
    static const char *const pieces[] = {"\n", "<br>\n", "<!--\n-->", "<p\n>"};
    struct xc_arena own;
    size_t i;

    xc_arena_init(&own);
    for (i = 0; i < XC_COUNT(pieces); i++) {
        ck_assert_int_eq(
            show(xc_markup_html,
                 join(&own, repeat(&own, pieces[i], 100000), XC_STR("<i>"))),
            XC_OK);
        ck_assert_msg(shown.last_line == 100001, "%zu: %zu", i, shown.last_line);
        xc_arena_reset(&own);
    }
    xc_arena_release(&own);
}
END_TEST

START_TEST(html_that_never_ends_is_told)
{
    static const struct {
        const char *markup;
        size_t line;
        const char *message;
        const char *events;
    } rows[] = {
        {"<p>a\n<!-- b", 2, "comment", "1<p>1\"a\n\"</p>"},
        {"<p>a\n<!-- b -- >", 2, "comment", "1<p>1\"a\n\"</p>"},
        {"a\n\n<p class='b", 3, "tag", "1\"a\n\n\""},
        {"a</p", 1, "tag", "1\"a\""},
        {"a<!b", 1, "tag", "1\"a\""},
        {"a</ b", 1, "tag", "1\"a\""},
        {"a\n<script>b</ script>", 2, "element", "1\"a\n\"2<script></script>"},
        {"a<title>b<p>c", 1, "element", "1\"a\"1<title></title>"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(show(xc_markup_html, xc_str_of(rows[i].markup)) == XC_OK, "%s",
                      rows[i].markup);
        ck_assert_msg(problems.n == 1 &&
                          problems.items[0].kind == XC_PROBLEM_MALFORMED &&
                          problems.items[0].line == rows[i].line,
                      "%s", rows[i].markup);
        ck_assert_msg(strstr(problems.items[0].message.ptr, rows[i].message) != NULL,
                      "%s: %s", rows[i].markup, problems.items[0].message.ptr);
        ck_assert_msg(strcmp(shown.bytes.items, rows[i].events) == 0, "%s:\n%s",
                      rows[i].markup, shown.bytes.items);
    }
}
END_TEST

START_TEST(html_without_end_tags_is_not_deep)
{
    static const char *const pieces[] = {
        "<p>a",
        "<li>a",
        "<dt>a<dd>b",
        "<option>a",
        "<tr><td>a",
        "<p><font>a",
        "<li><b>a",
        "<a>b",
        "<b>a",
        "<td><span>a",
        "<form>a",
        "<h2>a",
        "<a><h2>b</a></h2>",
        "<svg><p>a",
        "<p><i><b><font>a",
        "<ul><li>a</ul>",
    };
    struct xc_arena own;
    size_t i;

    xc_arena_init(&own);
    for (i = 0; i < XC_COUNT(pieces); i++) {
        ck_assert_msg(show(xc_markup_html, repeat(&own, pieces[i], 3000)) == XC_OK,
                      "%s", pieces[i]);
        ck_assert_uint_eq(problems.n, 0);
        xc_arena_reset(&own);
    }
    xc_arena_release(&own);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        html_becomes_events,
        html_references_become_characters,
        html_nests_as_in_browsers,
        html_raw_content_is_no_markup,
        html_lines_are_those_of_the_file,
        html_lines_over_65535_are_right,
        html_that_never_ends_is_told,
        html_without_end_tags_is_not_deep,
        NULL,
    };

    xc_markup_prepare();
    return suite_run("markup", tests);
}
