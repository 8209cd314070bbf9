/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/charset.h"

#include "base/limits.h"
#include "base/vec.h"
#include "suite.h"

START_TEST(charset_label_is_read_as_browsers_read_it)
{
    static const struct {
        const char *label;
        const char *name; /* NULL: unknown */
    } rows[] = {
        {"utf-8", "UTF-8"},
        {" UTF8\t", "UTF-8"},
        {"utf-16", "UTF-8"}, /* written in ASCII, it can't be true */
        {"iso-8859-1", "CP1252"},
        {"Latin1", "CP1252"},
        {"us-ascii", "CP1252"},
        {"iso-8859-9", "CP1254"},
        {"ISO-8859-15", "ISO-8859-15"},
        {"gb2312", "GB18030"},
        {"shift_jis", "CP932"},
        {"euc-kr", "CP949"},
        {"klingon", NULL},
        {"", NULL},
        {" ", NULL},
        {"utf", NULL},    /* the start of a label … */
        {"8859-1", NULL}, /* … or its end */
        {"utf-8 utf8", NULL},
        {"utf-8//IGNORE", NULL},
        {"UTF-8//TRANSLIT", NULL},
        {"utf-7", NULL},
        {"iso-2022-kr", NULL},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_charset charset = {.name = "untouched"};
        const bool known = xc_charset_named(xc_str_of(rows[i].label), &charset);

        ck_assert_msg(known == (rows[i].name != NULL), "'%s'", rows[i].label);
        ck_assert_msg(strcmp(charset.name, known ? rows[i].name : "untouched") == 0,
                      "'%s': %s", rows[i].label, charset.name);
    }
}
END_TEST

struct row {
    const char *text;
    const char *name;
    const char *unknown; /* NULL: none */
};

static void
check_rows(const struct row *rows, size_t n, bool html)
{
    size_t i;

    for (i = 0; i < n; i++) {
        const struct xc_str text = xc_str_of(rows[i].text);
        const struct xc_charset charset =
            html ? xc_charset_html(text) : xc_charset_xml(text);

        ck_assert_msg(strcmp(charset.name, rows[i].name) == 0, "%s: %s", rows[i].text,
                      charset.name);
        ck_assert_msg(
            xc_str_is(charset.unknown, rows[i].unknown == NULL ? "" : rows[i].unknown),
            "%s: unknown '%.*s'", rows[i].text, (int)charset.unknown.len,
            charset.unknown.ptr);
    }
}

START_TEST(charset_of_html_is_found)
{
    static const struct row rows[] = {
        {"<meta charset=koi8-r>", "KOI8-R", NULL},
        {"<META CharSet = 'KOI8-R' >", "KOI8-R", NULL},
        {"<meta name=x\ncharset=\"koi8-r\"/>", "KOI8-R", NULL},
        {"<meta/charset=koi8-r>", "KOI8-R", NULL},
        {"<html><head><title>A</title><meta charset=koi8-r>", "KOI8-R", NULL},
        {"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "KOI8-R",
         NULL},
        {"<meta content=\"text/html;charset='koi8-r'\" http-equiv=content-type>",
         "KOI8-R", NULL},
        {"<meta http-equiv=content-type content='charset charset = koi8-r;x'>",
         "KOI8-R", NULL},
        {"\xEF\xBB\xBF<meta charset=koi8-r>", "UTF-8", NULL},
        {"<?xml version='1.0' encoding='koi8-r'?><html>", "KOI8-R", NULL},
        {"<?xml version='1.0' encoding='koi8-r'?><meta charset=cp1251>", "CP1251",
         NULL},
        {"<meta charset=klingon><meta charset=koi8-r>", "KOI8-R", NULL},
        {"<meta charset=klingon>", "UTF-8", "klingon"},
        {"<meta charset=' klingon '>\xE9", "CP1252", "klingon"},
        {"<p title='<meta charset=koi8-r>'>", "UTF-8", NULL},
        {"<!-- <meta charset=koi8-r> -->", "UTF-8", NULL},
        {"<!--><meta charset=koi8-r>", "KOI8-R", NULL},
        {"<!-- x --><meta charset=koi8-r>", "KOI8-R", NULL},
        {"</p <meta charset=koi8-r>>", "UTF-8", NULL},
        {"<!doctype html><meta charset=koi8-r>", "KOI8-R", NULL},
        {"<metacharset=koi8-r>", "UTF-8", NULL},
        {"<meta name=charset content=koi8-r>", "UTF-8", NULL},
        {"<meta content='text/html; charset=koi8-r'>", "UTF-8", NULL},
        {"<meta http-equiv=refresh content='0; charset=koi8-r'>", "UTF-8", NULL},
        {"<meta charset=cp1251 charset=koi8-r>", "CP1251", NULL},
        {"<meta charset=", "UTF-8", NULL},
        {"<meta charset='koi8-r", "KOI8-R", NULL},
        {"<meta =", "UTF-8", NULL},
        {"<meta = = charset=koi8-r>", "KOI8-R", NULL},
        {"<", "UTF-8", NULL},
        {"<!--", "UTF-8", NULL},
        {"", "UTF-8", NULL},
        {"The café", "UTF-8", NULL},
        {"The caf\xE9", "CP1252", NULL},
        {"“The café” — caf\xE9", "UTF-8", NULL},
        /* Declared is declared, also where the bytes would be good UTF-8. */
        {"<meta charset=iso-8859-1>café", "CP1252", NULL},
    };

    check_rows(rows, XC_COUNT(rows), true);
}
END_TEST

START_TEST(charset_of_xml_is_found)
{
    static const struct row rows[] = {
        {"<?xml version=\"1.0\" encoding=\"koi8-r\"?>", "KOI8-R", NULL},
        {"<?xml version='1.0' encoding = 'KOI8-R' standalone='yes'?>", "KOI8-R", NULL},
        {"\xEF\xBB\xBF<?xml version='1.0' encoding='koi8-r'?>", "UTF-8", NULL},
        {"<?xml version='1.0'?><p encoding='koi8-r'>", "UTF-8", NULL},
        {"<?xml version='1.0' xencoding='koi8-r'?>", "UTF-8", NULL},
        {"<?xml version='1.0' encoding=koi8-r?>", "UTF-8", NULL},
        {"<?xml version='1.0' encoding='koi8-r?>", "UTF-8", NULL},
        {"<?xml version='1.0' encoding='klingon'?>", "UTF-8", "klingon"},
        {"<?xml version='1.0' encoding", "UTF-8", NULL},
        {" <?xml version='1.0' encoding='koi8-r'?>", "UTF-8", NULL},
        {"<meta charset=koi8-r>", "UTF-8", NULL},
        {"<rss>caf\xE9</rss>", "CP1252", NULL},
    };

    check_rows(rows, XC_COUNT(rows), false);
}
END_TEST

START_TEST(charset_is_looked_for_near_the_start)
{
    const char meta[] = "<meta charset=koi8-r>";
    const size_t before = XC_MAX_CHARSET_SCAN_BYTES - strlen(meta);
    char *page = malloc(XC_MAX_CHARSET_SCAN_BYTES + 100);

    ck_assert_ptr_nonnull(page);
    memset(page, 'x', XC_MAX_CHARSET_SCAN_BYTES + 100);
    memcpy(page + before, meta, strlen(meta));
    ck_assert_str_eq(
        xc_charset_html((struct xc_str){page, XC_MAX_CHARSET_SCAN_BYTES + 100}).name,
        "KOI8-R");
    memcpy(page + before, "xxxxxxxxxx", 10);
    memcpy(page + before + 15, meta, strlen(meta));
    ck_assert_str_eq(
        xc_charset_html((struct xc_str){page, XC_MAX_CHARSET_SCAN_BYTES + 100}).name,
        "UTF-8");
    free(page);
}
END_TEST

START_TEST(charset_of_two_bytes_a_character_is_seen)
{
    static const struct {
        struct xc_str bytes;
        const char *name;
    } rows[] = {
        {{"\xFF\xFEx\0", 4}, "UTF-16"},  {{"\0\0\xFE\xFF", 4}, "UTF-32"},
        {{"T\0h\0e\0 \0", 8}, "UTF-16"}, {{"\0T\0h\0e\0 ", 8}, "UTF-16"},
        {{"The \0\0\0\0", 8}, NULL},     {{"T\0he p", 6}, NULL},
        {{"The harbour", 11}, NULL},     {{"", 0}, NULL},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        const char *name = xc_charset_wide(rows[i].bytes);

        ck_assert_msg((name == NULL) == (rows[i].name == NULL), "row %zu", i);
        if (name != NULL)
            ck_assert_str_eq(name, rows[i].name);
    }
}
END_TEST

/* The bytes of label's charset in UTF-8. */
static enum xc_status
convert(const char *label, struct xc_str bytes, struct xc_arena *arena,
        struct xc_str *out, struct xc_problems *problems)
{
    struct xc_charset charset;

    ck_assert(xc_charset_named(xc_str_of(label), &charset));
    xc_problems_init(problems, arena);
    return xc_charset_convert(&charset, XC_STR("a.html"), bytes, arena, out, problems);
}

START_TEST(charset_is_converted)
{
    static const struct {
        const char *label;
        struct xc_str bytes;
        const char *text;
        const char *message; /* NULL: none */
        size_t line;
    } rows[] = {
        {"windows-1252", XC_STR("caf\xE9 \x93x\x94 \x80"), "café “x” €", NULL, 0},
        {"iso-8859-15", XC_STR("\xA4"), "€", NULL, 0},
        {"koi8-r", XC_STR("\xC1\xC2"), "аб", NULL, 0},
        {"shift_jis", XC_STR("\x83\x41x"), "アx", NULL, 0},
        {"euc-jp", XC_STR("\xA5\xA2x"), "アx", NULL, 0},
        {"gb2312", XC_STR("\xC4\xE3"), "你", NULL, 0},
        {"big5", XC_STR("\xA7\x41"), "你", NULL, 0},
        {"euc-kr", XC_STR("\xB0\xA1"), "가", NULL, 0},
        {"iso-2022-jp", XC_STR("\x1B$B%\"\x1B(Bx"), "アx", NULL, 0},
        /* Held back by the library until it is known that no mark follows. */
        {"windows-1258", XC_STR("xa"), "xa", NULL, 0},
        {"macintosh", XC_STR("\x8E"), "é", NULL, 0},
        {"x-mac-cyrillic", XC_STR("\x80"), "А", NULL, 0},
        {"utf-8", XC_STR("café"), "café", NULL, 0},
        {"utf-8",
         XC_STR("\xEF\xBB\xBF"
                "café"),
         "café", NULL, 0},
        {"utf-8", XC_STR(""), "", NULL, 0},
        {"koi8-r", XC_STR(""), "", NULL, 0},
        {"utf-8", XC_STR("x\ncaf\xE9!"), "x\ncaf\uFFFD!",
         "byte 0xE9 is not UTF-8 (1 bad byte in all)", 2},
        {"utf-8", XC_STR("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD",
         "byte 0xF4 is not UTF-8 (4 bad bytes in all)", 1},
        {"utf-8",
         {"x\0y", 3},
         "xy",
         "a NUL byte, 0x00, in UTF-8 (1 bad byte in all)",
         1},
        {"windows-1252",
         {"x\n\0y\0", 5},
         "x\ny",
         "a NUL byte, 0x00, in windows-1252 (2 bad bytes in all)",
         2},
        {"windows-1252", XC_STR("x\n\n\x81y"), "x\n\n\uFFFDy",
         "byte 0x81 is not windows-1252 (1 bad byte in all)", 3},
        {"euc-jp", XC_STR("x\xFFy\xA5"), "x\uFFFDy\uFFFD",
         "byte 0xFF is not euc-jp (2 bad bytes in all)", 1},
        {"shift_jis", XC_STR("\x83"), "\uFFFD",
         "byte 0x83 is not shift_jis (1 bad byte in all)", 1},
    };
    struct xc_problems problems;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str out;

        ck_assert(convert(rows[i].label, rows[i].bytes, &arena, &out, &problems) ==
                  XC_OK);
        ck_assert_msg(xc_str_is(out, rows[i].text), "row %zu: '%s'", i, out.ptr);
        ck_assert_msg(problems.n == (rows[i].message != NULL), "row %zu", i);
        if (rows[i].message == NULL)
            continue;
        ck_assert(problems.items[0].kind == XC_PROBLEM_ENCODING);
        ck_assert_str_eq(problems.items[0].message.ptr, rows[i].message);
        ck_assert_uint_eq(problems.items[0].line, rows[i].line);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(charset_is_converted_across_pieces)
{
    /* Katakana of two bytes behind 0 to 3 single ones: whatever is converted at once, it
     * ends inside a character in one of them. */
    const size_t n_pairs = 20000;
    struct xc_problems problems;
    struct xc_arena arena;
    size_t shift;
    size_t i;

    xc_arena_init(&arena);
    for (shift = 0; shift < 4; shift++) {
        char *bytes = xc_arena_alloc(&arena, shift + 2 * n_pairs);
        struct xc_str out;

        memset(bytes, 'x', shift);
        for (i = 0; i < n_pairs; i++)
            memcpy(bytes + shift + 2 * i, "\x83\x41", 2);
        ck_assert(convert("shift_jis", (struct xc_str){bytes, shift + 2 * n_pairs},
                          &arena, &out, &problems) == XC_OK);
        ck_assert_uint_eq(problems.n, 0);
        ck_assert_uint_eq(out.len, shift + 3 * n_pairs);
        for (i = 0; i < n_pairs; i++)
            ck_assert_int_eq(memcmp(out.ptr + shift + 3 * i, "ア", 3), 0);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(charset_every_one_that_is_known_can_be_converted)
{
    /* One label of each. */
    static const char *const labels[] = {
        "utf-8",        "windows-1252", "iso-8859-2",   "iso-8859-3",    "iso-8859-4",
        "iso-8859-5",   "iso-8859-6",   "iso-8859-7",   "iso-8859-8",    "iso-8859-10",
        "iso-8859-13",  "iso-8859-14",  "iso-8859-15",  "iso-8859-16",   "koi8-r",
        "koi8-u",       "macintosh",    "ibm866",       "windows-874",   "windows-1250",
        "windows-1251", "windows-1253", "windows-1254", "windows-1255",  "windows-1256",
        "windows-1257", "windows-1258", "gb18030",      "big5",          "euc-jp",
        "iso-2022-jp",  "shift_jis",    "euc-kr",       "x-mac-cyrillic"};
    struct xc_problems problems;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(labels); i++) {
        struct xc_str out = XC_STR("");
        const enum xc_status status =
            convert(labels[i], XC_STR("<p>The harbour, 1.5 km off.</p>"), &arena, &out,
                    &problems);

        ck_assert_msg(status == XC_OK && problems.n == 0, "%s", labels[i]);
        ck_assert_msg(xc_str_is(out, "<p>The harbour, 1.5 km off.</p>"), "%s: %s",
                      labels[i], out.ptr);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(charset_that_is_assumed_is_told)
{
    static const struct {
        struct xc_str page;
        const char *message; /* NULL: none */
    } rows[] = {
        {XC_STR("The harbour"), NULL},
        {XC_STR("<meta charset=latin1>caf\xE9"), NULL},
        {XC_STR("caf\xE9"),
         "declares no charset and is not UTF-8; read as windows-1252"},
        {XC_STR("<meta charset=klingon>"),
         "declares an unknown charset 'klingon'; read as UTF-8"},
        {XC_STR("<meta charset=klingon>caf\xE9"),
         "declares an unknown charset 'klingon'; read as windows-1252"},
    };
    struct xc_problems problems;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        const struct xc_charset charset = xc_charset_html(rows[i].page);
        struct xc_str out;

        xc_problems_init(&problems, &arena);
        ck_assert(xc_charset_convert(&charset, XC_STR("a.html"), rows[i].page, &arena,
                                     &out, &problems) == XC_OK);
        ck_assert_msg(problems.n == (rows[i].message != NULL), "row %zu", i);
        if (rows[i].message != NULL)
            ck_assert_str_eq(problems.items[0].message.ptr, rows[i].message);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(charset_limits_are_kept)
{
    static const struct {
        const char *name;
        const char *label;
        char byte;
        size_t n;
        const char *message; /* NULL: none */
    } rows[] = {
        {"most bad bytes", "utf-8", '\xFF', XC_MAX_BAD_BYTES, NULL},
        {"too many bad bytes", "utf-8", '\xFF', XC_MAX_BAD_BYTES + 1, "bad bytes"},
        {"too many for iconv", "euc-jp", '\xFF', XC_MAX_ARTICLE_BYTES, "bad bytes"},
        {"NUL bytes", "windows-1252", '\0', XC_MAX_ARTICLE_BYTES, "bad bytes"},
        {"grows to the limit", "windows-1252", '\xE9', XC_MAX_ARTICLE_BYTES / 2, NULL},
        {"grows beyond it", "windows-1252", '\xE9', XC_MAX_ARTICLE_BYTES / 2 + 1,
         "in UTF-8"},
    };
    struct xc_problems problems;
    struct xc_arena arena;
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str out = XC_STR("untouched");
        enum xc_status status;
        char *bytes;

        xc_arena_init(&arena);
        bytes = xc_arena_alloc(&arena, rows[i].n);
        memset(bytes, rows[i].byte, rows[i].n);
        status = convert(rows[i].label, (struct xc_str){bytes, rows[i].n}, &arena, &out,
                         &problems);
        ck_assert_msg(status == (rows[i].message == NULL ? XC_OK : XC_BAD_INPUT), "%s",
                      rows[i].name);
        ck_assert_msg(xc_str_is(out, "untouched") == (rows[i].message != NULL), "%s",
                      rows[i].name);
        if (rows[i].message != NULL)
            ck_assert_msg(strstr(problems.items[0].message.ptr, rows[i].message) !=
                              NULL,
                          "%s: %s", rows[i].name, problems.items[0].message.ptr);
        xc_arena_release(&arena);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        charset_label_is_read_as_browsers_read_it,
        charset_of_html_is_found,
        charset_of_xml_is_found,
        charset_is_looked_for_near_the_start,
        charset_of_two_bytes_a_character_is_seen,
        charset_is_converted,
        charset_is_converted_across_pieces,
        charset_every_one_that_is_known_can_be_converted,
        charset_that_is_assumed_is_told,
        charset_limits_are_kept,
        NULL,
    };

    return suite_run("charset", tests);
}
