/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/plain_emit.h"

#include "base/growing.h"
#include "base/vec.h"
#include "report/github_emit.h"
#include "report/uri_emit.h"
#include "suite.h"

#define BYTES(literal)                                                                 \
    {                                                                                  \
        (literal), sizeof(literal) - 1                                                 \
    }

struct row {
    struct xc_str text;
    const char *expected;
};

/* Writes each row's text with put and compares. */
static void
assert_written(const struct row *rows, size_t n,
               void (*put)(struct xc_sink *, struct xc_str))
{
    size_t i;

    for (i = 0; i < n; i++) {
        struct xc_arena arena;
        struct xc_growing growing = {.arena = &arena};
        struct xc_sink sink = xc_growing_pen(&growing);

        xc_arena_init(&arena);
        put(&sink, rows[i].text);
        ck_assert_msg(xc_str_is(xc_growing_text(&growing, &sink), rows[i].expected),
                      "%s: not %.*s", rows[i].expected, (int)growing.n,
                      growing.n == 0 ? "" : growing.bytes);
        xc_arena_release(&arena);
    }
}

START_TEST(plain_prose_is_visible_and_in_one_line)
{
    static const struct row rows[] = {
        {BYTES("The pier was closed."), "The pier was closed."},
        {BYTES("a\n b\t\tc\r\nd"), "a b c d"},
        {BYTES("\x1b[2J\0\x7f"), "\\x1b[2J\\x00\\x7f"},
        {BYTES("a\rb"), "a\\x0db"},
        {BYTES("\xe2\x80\xae\xe2\x80\xac"
               "b\xe2\x80\xa8"),
         "<U+202E><U+202C>b<U+2028>"},
        {BYTES("a\xff\xed\xa0\x80"),
         "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
        {BYTES("Zo\xc3\xab"), "Zo\xc3\xab"},
    };

    assert_written(rows, XC_COUNT(rows), xc_plain_put);
}
END_TEST

START_TEST(plain_name_shows_its_line_ends)
{
    static const struct row rows[] = {
        {BYTES("a  b.md"), "a  b.md"},
        {BYTES("a\nb\tc\r\n.md"), "a\\x0ab\\x09c\\x0d\\x0a.md"},
    };

    assert_written(rows, XC_COUNT(rows), xc_plain_name);
}
END_TEST

START_TEST(uri_of_a_path_is_percent_encoded)
{
    static const struct row rows[] = {
        {BYTES("desk/post.md"), "desk/post.md"},
        {BYTES("./desk/post.md"), "desk/post.md"},
        {BYTES("././a.md"), "a.md"},
        {BYTES("../a.md"), "../a.md"},
        {BYTES("/srv/a.md"), "file:///srv/a.md"},
        {BYTES("a b#1?.md"), "a%20b%231%3F.md"},
        {BYTES("a\\b%20.md"), "a%5Cb%2520.md"},
        {BYTES("javascript:alert(1)"), "javascript%3Aalert%281%29"},
        {BYTES("Zo\xc3\xab.md"), "Zo%C3%AB.md"},
        {BYTES("a\n\xff"), "a%0A%FF"},
    };

    assert_written(rows, XC_COUNT(rows), xc_uri_put);
}
END_TEST

static void
put_message(struct xc_sink *sink, struct xc_str text)
{
    struct xc_sink pen = xc_github_message_pen(sink);

    xc_sink_put(&pen, text);
}

static void
put_property(struct xc_sink *sink, struct xc_str text)
{
    struct xc_sink pen = xc_github_property_pen(sink);

    xc_sink_put(&pen, text);
}

START_TEST(github_text_ends_no_command)
{
    static const struct row messages[] = {
        {BYTES("100 %"), "100 %25"},
        {BYTES("a\r\n::error::b"), "a%0D%0A::error::b"},
        {BYTES("%0A"), "%250A"},
    };
    static const struct row properties[] = {
        {BYTES("a,title=b::c"), "a%2Ctitle=b%3A%3Ac"},
        {BYTES("\n%2C"), "%0A%252C"},
        {BYTES("plain.md"), "plain.md"},
    };

    assert_written(messages, XC_COUNT(messages), put_message);
    assert_written(properties, XC_COUNT(properties), put_property);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        plain_prose_is_visible_and_in_one_line,
        plain_name_shows_its_line_ends,
        uri_of_a_path_is_percent_encoded,
        github_text_ends_no_command,
        NULL,
    };

    return suite_run("plain_emit", tests);
}
