/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "short_memory.h"

#include "data/markup.h"

#include "base/limits.h"
#include "base/vec.h"
#include "show_markup.h"
#include "suite.h"

START_TEST(markup_lines_of_long_text_are_counted)
{
    static const char *const pieces[] = {
        "words\n",
        "\xC3\xA9t\xC3\xA9\n",
        "\xE2\x80\x9C"
        "a\n"
        "\xE2\x80\x9D",
        "\xF0\x9F\x98\x80\n",
        "AT&amp;T\n",
        "a &\n",
        "a\xE2\x80\x99&eacute;&#233;\n",
        "\x1b\n",
    };
    static const read_markup readers[] = {xc_markup_html, xc_markup_xml};
    struct xc_arena own;
    size_t i;
    size_t k;

    xc_arena_init(&own);
    for (i = 0; i < XC_COUNT(pieces); i++) {
        for (k = 0; k < XC_COUNT(readers); k++) {
            const struct xc_str text =
                join(&own, XC_STR("<p>"),
                     join(&own, repeat(&own, pieces[i], 20000), XC_STR("</p>")));

            ck_assert_int_eq(show(readers[k], text), XC_OK);
            ck_assert_msg(shown.lines_agree, "piece %zu, reader %zu", i, k);
            ck_assert_uint_eq(shown.n_newlines, 20000);
        }
        xc_arena_reset(&own);
    }
    xc_arena_release(&own);
}
END_TEST

/* <p A>x</p> with so many bytes in its start tag. */
static struct xc_str
long_tag(struct xc_arena *into, size_t n_bytes)
{
    const struct xc_str filling = repeat(into, "y", n_bytes - strlen("<p a=''>"));

    return join(into, XC_STR("\n<p a='"), join(into, filling, XC_STR("'>x</p>")));
}

/* <p a0 a1 …>x</p> */
static struct xc_str
many_attributes(struct xc_arena *into, size_t n)
{
    struct xc_str text = XC_STR("\n<p");
    size_t i;

    for (i = 0; i < n; i++)
        text = join(into, text, xc_arena_printf(into, " a%zu='%zu'", i, i));
    return join(into, text, XC_STR(">x</p>"));
}

START_TEST(markup_tags_over_the_caps_are_told)
{
    static const read_markup readers[] = {xc_markup_html, xc_markup_xml};
    struct xc_arena own;
    size_t i;

    xc_arena_init(&own);
    for (i = 0; i < XC_COUNT(readers); i++) {
        ck_assert_int_eq(show(readers[i], long_tag(&own, XC_MAX_TAG_BYTES)), XC_OK);
        ck_assert_uint_eq(problems.n, 0);
        ck_assert_uint_gt(shown.bytes.n, XC_MAX_TAG_BYTES);

        ck_assert_int_eq(show(readers[i], long_tag(&own, XC_MAX_TAG_BYTES + 1)), XC_OK);
        ck_assert_uint_eq(problems.n, 1);
        ck_assert(problems.items[0].kind == XC_PROBLEM_METADATA);
        ck_assert_uint_eq(problems.items[0].line, 2);
        ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "64 KiB"));
        ck_assert_ptr_nonnull(strstr(shown.bytes.items, "2<p>2\"x\"</p>"));

        ck_assert_int_eq(show(readers[i], many_attributes(&own, XC_MAX_TAG_ATTRIBUTES)),
                         XC_OK);
        ck_assert_uint_eq(problems.n, 0);
        ck_assert_int_eq(
            show(readers[i], many_attributes(&own, XC_MAX_TAG_ATTRIBUTES + 2)), XC_OK);
        ck_assert_uint_eq(problems.n, 1);
        ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "256 attributes"));
        ck_assert_ptr_nonnull(strstr(shown.bytes.items, " a255=\"255\">2\"x\"</p>"));
        xc_arena_reset(&own);
    }
    xc_arena_release(&own);
}
END_TEST

/* <n0/> <n1/> … */
static struct xc_str
many_names(struct xc_arena *into, size_t n)
{
    char *text = xc_arena_alloc(into, n * 10 + 16);
    struct xc_str made;
    size_t len = 0;
    size_t i;

    ck_assert_ptr_nonnull(text);
    memcpy(text, "<x>", 3);
    for (i = 0, len = 3; i < n; i++) {
        made = xc_arena_printf(into, "<n%zu/>", i);
        memcpy(text + len, made.ptr, made.len);
        len += made.len;
    }
    memcpy(text + len, "</x>", 4);
    return (struct xc_str){text, len + 4};
}

START_TEST(markup_over_the_caps_is_refused)
{
    static const read_markup readers[] = {xc_markup_html, xc_markup_xml};
    struct xc_arena own;
    size_t i;

    xc_arena_init(&own);
    for (i = 0; i < XC_COUNT(readers); i++) {
        const struct xc_str open = repeat(&own, "<div>\n", XC_MAX_MARKUP_DEPTH);
        const struct xc_str close = repeat(&own, "</div>", XC_MAX_MARKUP_DEPTH);

        ck_assert_int_eq(show(readers[i], join(&own, open, close)), XC_OK);
        ck_assert_uint_eq(shown.n_open, XC_MAX_MARKUP_DEPTH);
        ck_assert_int_eq(
            show(readers[i], join(&own, open, join(&own, XC_STR("<i></i>"), close))),
            XC_BAD_INPUT);
        ck_assert_uint_eq(problems.n, 1);
        ck_assert(problems.items[0].kind == XC_PROBLEM_MALFORMED);
        ck_assert_uint_eq(problems.items[0].line, XC_MAX_MARKUP_DEPTH + 1);
        ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "deeper than 512"));

        ck_assert_int_eq(show(readers[i], many_names(&own, XC_MAX_MARKUP_NAMES - 1)),
                         XC_OK);
        ck_assert_int_eq(show(readers[i], many_names(&own, XC_MAX_MARKUP_NAMES)),
                         XC_BAD_INPUT);
        ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "different names"));
        xc_arena_reset(&own);
    }
    xc_arena_release(&own);
}
END_TEST

START_TEST(markup_of_hostile_bytes_ends)
{
    static const char *const pieces[] = {
        "<div>",
        "<b>",
        "<a",
        "<",
        "</",
        "<!",
        "<!--",
        "<!-->",
        "<?",
        "&",
        "&#",
        "&amp",
        "<a href='",
        "<p a a=1 ",
        "</x>",
        "<table>",
        "<table><tr><td>",
        "<script>",
        "</script",
        "<title>",
        "<svg><g>",
        "<x/>",
        "<a><div></a>",
        "-",
        "<select>",
        "\xC3\xA9",
        "\r",
        "\x01",
        "<p x='\n'>",
        "]]>",
    };
    struct xc_arena own;
    size_t i;
    size_t k;

    xc_arena_init(&own);
    for (i = 0; i < XC_COUNT(pieces); i++) {
        for (k = 0; k < XC_COUNT(pieces); k++) {
            const struct xc_str text =
                join(&own, xc_str_of(pieces[k]), repeat(&own, pieces[i], 3000));
            enum xc_status status = show(xc_markup_html, text);

            ck_assert_msg(status == XC_OK || status == XC_BAD_INPUT, "%s %s", pieces[k],
                          pieces[i]);
            status = show(xc_markup_xml, text);
            ck_assert_msg(status == XC_OK || status == XC_BAD_INPUT, "%s %s", pieces[k],
                          pieces[i]);
            xc_arena_reset(&own);
        }
    }
    xc_arena_release(&own);
}
END_TEST

START_TEST(markup_handler_that_fails_ends_the_reading)
{
    static const struct xc_str text = {"<a>b<c d=\"e\">f</c>&amp;</a>", 27};
    static const read_markup readers[] = {xc_markup_html, xc_markup_xml};
    size_t i;
    size_t n;

    for (i = 0; i < XC_COUNT(readers); i++) {
        for (n = 1; n <= 7; n++) {
            memset(&shown, 0, sizeof shown);
            xc_arena_release(&arena);
            xc_problems_init(&problems, &arena);
            shown.arena = &arena;
            shown.refuse_at = n;
            ck_assert_int_eq(
                readers[i](text, XC_STR("a"), &handlers, &shown, &problems),
                XC_NO_MEMORY);
            ck_assert_uint_eq(shown.n_events, n);
        }
        ck_assert_int_eq(show(readers[i], text), XC_OK);
        ck_assert_uint_eq(shown.n_events, 7);
    }
}
END_TEST

/* What fails is either told or changes nothing: no name or text is lost in silence. */
START_TEST(markup_short_memory_is_told)
{
    static const char *const texts[] = {
        "<html><p class=\"a\" id=b>c &eacute;<nosuch>d</nosuch><br><script>e</script>",
        "<a b=\"1\" c:d=\"&#233;&lt;\">e<f>g &nbsp;</f><![CDATA[h]]></a>",
        "<a><b></a>",
    };
    static const read_markup readers[] = {xc_markup_html, xc_markup_xml, xc_markup_xml};
    struct xc_arena own;
    size_t i;
    size_t n;

    if (!short_memory_works())
        return;
    xc_arena_init(&own);
    for (i = 0; i < XC_COUNT(texts); i++) {
        const struct xc_str text = xc_str_of(texts[i]);
        const enum xc_status expected_status = show(readers[i], text);
        struct xc_str expected;
        enum xc_status status = XC_NO_MEMORY;

        ck_assert(xc_arena_str(&own, xc_str_of(shown.bytes.items), &expected));
        for (n = 1; status == XC_NO_MEMORY; n++) {
            xc_arena_release(&arena);
            xc_problems_init(&problems, &arena);
            memset(&shown, 0, sizeof shown);
            shown.arena = &arena;
            short_memory_countdown = n;
            status = readers[i](text, XC_STR("a.html"), &handlers, &shown, &problems);
            ck_assert(short_memory_countdown == 0 || status != XC_NO_MEMORY);
            short_memory_countdown = 0;
        }
        ck_assert_int_eq(status, expected_status);
        ck_assert_uint_gt(n, 10);
        ck_assert(add(&shown, (struct xc_str){"", 1}));
        ck_assert_str_eq(shown.bytes.items, expected.ptr);
    }
    xc_arena_release(&own);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        markup_lines_of_long_text_are_counted,
        markup_tags_over_the_caps_are_told,
        markup_over_the_caps_is_refused,
        markup_of_hostile_bytes_ends,
        markup_handler_that_fails_ends_the_reading,
        markup_short_memory_is_told,
        NULL,
    };

    xc_markup_prepare();
    return suite_run("markup_caps", tests);
}
