/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "report/xml_emit.h"
#include "suite.h"

static char written[4096];
static size_t n_written;

static bool
keep(void *context, const char *bytes, size_t len)
{
    (void)context;
    ck_assert_uint_lt(n_written + len, sizeof written);
    memcpy(written + n_written, bytes, len);
    n_written += len;
    written[n_written] = '\0';
    return true;
}

static const char *
put(struct xc_str text)
{
    struct xc_sink sink = {keep, NULL, false};

    n_written = 0;
    written[0] = '\0';
    xc_xml_put(&sink, text);
    return written;
}

static const struct {
    const char *name;
    const char *text;
    const char *wanted;
} rows[] = {
    {"plain", "four men", "four men"},
    {"markup", "a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; 'e'"},
    {"end of a section", "]]>", "]]&gt;"},
    {"line break", "a\nb\tc", "a&#10;b&#9;c"},
    {"carriage return", "a\rb", "a\\x0db"},
    {"escape sequence", "\x1b[31m", "\\x1b[31m"},
    {"turned round", "\xE2\x80\xAE", "&lt;U+202E&gt;"},
    {"no character", "\xEF\xBF\xBF", "&lt;U+FFFF&gt;"},
    {"no character in a high plane", "\xF0\x9F\xBF\xBE", "&lt;U+1FFFE&gt;"},
    {"other script", "\xD0\x96", "\xD0\x96"},
    {"not UTF-8",
     "a\xFF"
     "b",
     "a\xEF\xBF\xBD"
     "b"},
};

START_TEST(xml_emit_text_is_inert)
{
    size_t i;

    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *got = put(xc_str_of(rows[i].text));

        ck_assert_msg(strcmp(got, rows[i].wanted) == 0, "%s: %s", rows[i].name, got);
    }
}
END_TEST

START_TEST(xml_emit_no_control_comes_out)
{
    unsigned code;

    for (code = 0; code < 0x20; code++) {
        char byte = (char)code;
        size_t i;

        (void)put((struct xc_str){&byte, 1});
        ck_assert_uint_gt(n_written, 0);
        for (i = 0; i < n_written; i++)
            ck_assert_int_ge((unsigned char)written[i], 0x20);
    }
}
END_TEST

START_TEST(xml_emit_attribute_is_quoted)
{
    struct xc_sink sink = {keep, NULL, false};

    n_written = 0;
    xc_xml_attribute(&sink, "name", XC_STR("a\" b=\"c"));
    ck_assert_str_eq(written, " name=\"a&quot; b=&quot;c\"");
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        xml_emit_text_is_inert,
        xml_emit_no_control_comes_out,
        xml_emit_attribute_is_quoted,
        NULL,
    };

    return suite_run("xml_emit", tests);
}
