/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/reader.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "reader_bench.h"
#include "show_blocks.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;
static struct xc_source source;

static void
setup(void)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    memset(&source, 0, sizeof source);
}

static enum xc_status
read_file(enum xc_format format, struct xc_str text)
{
    setup();
    return xc_reader_read(reader,
                          &(struct xc_document){.format = format,
                                                .path = XC_STR("in/a.md"),
                                                .bytes = text},
                          &arena, &source, &problems);
}

static enum xc_status
read_record(const char *record)
{
    setup();
    return xc_reader_read(reader,
                          &(struct xc_document){.format = XC_FORMAT_JSON_LINES,
                                                .path = XC_STR("in/a.jsonl"),
                                                .bytes = xc_str_of(record),
                                                .line = 7},
                          &arena, &source, &problems);
}

/* n times piece, in memory of its own. */
static struct xc_str
repeat(struct xc_arena *into, struct xc_str piece, size_t n)
{
    char *text = xc_arena_alloc(into, n * piece.len + 1);
    size_t i;

    ck_assert_ptr_nonnull(text);
    for (i = 0; i < n; i++)
        memcpy(text + i * piece.len, piece.ptr, piece.len);
    return (struct xc_str){text, n * piece.len};
}

START_TEST(reader_format_comes_from_the_ending)
{
    static const struct {
        const char *path;
        enum xc_format format;
    } rows[] = {
        {"a/b.txt", XC_FORMAT_TEXT},       {"B.TXT", XC_FORMAT_TEXT},
        {"b.md", XC_FORMAT_MARKDOWN},      {"b.Markdown", XC_FORMAT_MARKDOWN},
        {"b.jsonl", XC_FORMAT_JSON_LINES}, {"sources.yaml", XC_FORMAT_UNKNOWN},
        {"txt", XC_FORMAT_UNKNOWN},        {"a.txt/b", XC_FORMAT_UNKNOWN},
        {"", XC_FORMAT_UNKNOWN},           {"a.json", XC_FORMAT_UNKNOWN},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++)
        ck_assert_msg(xc_reader_format(xc_str_of(rows[i].path)) == rows[i].format, "%s",
                      rows[i].path);
}
END_TEST

static const struct {
    const char *name;
    const char *text;
    const char *blocks;
} markdown_rows[] = {
    {"empty", "", ""},
    {"paragraphs", "One\ntwo.\n\nThree.", "paragraph|One~two.\nparagraph|Three.\n"},
    {"headings", "# One\n\nTwo\n===\n\n## Three ##\nfour",
     "headline|One\nheadline|Two\nheadline|Three\nparagraph|four\n"},
    {"emphasis", "a *b* __c__ ***d* e** f*g", "paragraph|a ~b~ ~c~ ~d~ e~ f*g\n"},
    {"emphasis inside a word", "un*bel*ievable", "paragraph|un~bel~ievable\n"},
    {"link", "a [b c](http://x.org/d_(e) \"t (f\") g", "paragraph|a ~b c~ g\n"},
    {"address that repeats the text", "[b](b) b [c](<c c>)c", "paragraph|b~ b ~c~c\n"},
    {"reference", "a [b][r] [r] [r][] [no][x] c\n\n[r]: http://r \"b\"",
     "paragraph|a ~b~ ~r~ ~r~ [no][x] c\n"},
    {"definition above the text", "[r]: http://r\nThe text [r].",
     "paragraph|The text ~r~.\n"},
    {"automatic link", "see <http://a.b> now", "paragraph|see ~http://a.b~ now\n"},
    {"escapes", "\\*a\\* 5\\\\6 b\\c", "paragraph|*a~* 5~\\6 b\\c\n"},
    {"entity of an ampersand", "A&amp;B &#38; C & D &none; E",
     "paragraph|A&~B &~ C & D &none; E\n"},
    {"entity that parts words", "three&nbsp;men&mdash;or four",
     "paragraph|three&~men&~or four\n"},
    {"entity of a letter", "caf&eacute; open", "paragraph|caf~ open\n"},
    {"amp twice", "a &amp;amp; b", "paragraph|a &~amp; b\n"},
    {"code span", "a `b * c` ``d ` e`` f", "paragraph|a ~b * c~ ~d ` e~ f\n"},
    {"inline html", "a <b>c</b> d<br/>e", "paragraph|a ~c~ d<~e\n"},
    {"struck through", "three ~~four~~ men", "paragraph|three ~ men\n"},
    {"hard break", "a  \nb\\\nc", "paragraph|a~b~c\n"},
    {"quotation", "> a\n> b\nc\n\nd", "quotation|a~b~c\nparagraph|d\n"},
    {"nested quotation", "> > a\n> > b", "quotation|a~b\n"},
    {"list", "- a\n  b\n- c\n\n  d\n\n1. e",
     "paragraph|a~b\nparagraph|c\nparagraph|d\nparagraph|e\n"},
    {"quotation in a list", "- > a\n  > b\n", "quotation|a~b\n"},
    {"code and html blocks",
     "a\n\n    b\n\n```\nc\n```\n\n<div>\nd\n</div>\n\n---\n\ne",
     "paragraph|a\nparagraph|e\n"},
    {"picture", "a ![b *c*](d.png) e", "paragraph|a ~ e\ncaption|b ~c\n"},
    {"picture in a link", "[![a](b)](c)", "caption|a\n"},
    {"table", "|a|b|\n|-|-|\n| c \\| d | **e** |\n",
     "paragraph|a\nparagraph|b\nparagraph|c ~| d\nparagraph|e\n"},
    {"table below a paragraph", "text\n\na | b\n-|-\nc | d\n",
     "paragraph|text\nparagraph|a\nparagraph|b\nparagraph|c\nparagraph|d\n"},
    {"table that ends a paragraph", "a b\na | b\n-|-\nc | d\n",
     "paragraph|a b\nparagraph|a\nparagraph|b\nparagraph|c\nparagraph|d\n"},
    {"credits", "Jane Doe/Getty Images\n\nAdvertisement\n\nBy Jane Doe\n\nText.",
     "credit|Jane Doe/Getty Images\ncredit|Advertisement\ncredit|By Jane Doe\n"
     "paragraph|Text.\n"},
    {"heading that is a notice", "## Related\n\n## Related men",
     "credit|Related\nheadline|Related men\n"},
    {"cr lf", "a *b*\r\nc\r\n\r\n> d\r\n> e\r\n", "paragraph|a ~b~c\nquotation|d~e\n"},
    {"byte order mark", "\xEF\xBB\xBF# a\n\nb", "headline|a\nparagraph|b\n"},
    {"rule at the start", "---\n\na", "paragraph|a\n"},
    {"dashes and words are kept",
     "a -- b \xE2\x80\x9C"
     "c\xE2\x80\x9D",
     "paragraph|a -- b \xE2\x80\x9C"
     "c\xE2\x80\x9D\n"},
};

START_TEST(markdown_becomes_blocks)
{
    size_t i;

    for (i = 0; i < XC_COUNT(markdown_rows); i++) {
        struct xc_str shown;

        ck_assert_int_eq(
            read_file(XC_FORMAT_MARKDOWN, xc_str_of(markdown_rows[i].text)), XC_OK);
        shown = show_blocks(&source, &arena);
        ck_assert_msg(xc_str_is(shown, markdown_rows[i].blocks), "%s:\n%s",
                      markdown_rows[i].name, shown.ptr);
        ck_assert_msg(problems.n == 0, "%s", markdown_rows[i].name);
        xc_arena_release(&arena);
    }
}
END_TEST

/* Pieces of Markdown thrown together; whatever comes out must be spans of the file. */
static size_t
throw_together(uint64_t *seed, char *bytes, size_t cap)
{
    static const char *const pieces[] = {
        "a",    "b ",   "\n",   "\n\n",     "*",       "**",     "_",     "`",
        "[",    "]",    "(u)",  "![",       "<",       ">",      "> ",    "- ",
        "1. ",  "# ",   "\\",   "&",        "~~",      "|",      "\t",    "    ",
        "\r\n", "<b>",  "[r]",  "=\n",      "\xC3",    "\xA9",   "!",     "---",
        "<br>", "&lt;", "\xFF", "[r]: u\n", "\n|-|\n", "&nbsp;", "```\n",
    };
    size_t n = 0;
    size_t i;

    for (i = 0; i < 60; i++) {
        struct xc_str piece;

        *seed = *seed * 6364136223846793005u + 1442695040888963407u;
        piece = xc_str_of(pieces[(*seed >> 33) % XC_COUNT(pieces)]);
        if (n + piece.len > cap)
            break;
        memcpy(bytes + n, piece.ptr, piece.len);
        n += piece.len;
    }
    return n;
}

START_TEST(markdown_runs_lie_in_the_file_in_order)
{
    uint64_t seed = 1;
    char bytes[512];
    size_t round;
    size_t i;
    size_t k;

    for (round = 0; round < 3000; round++) {
        const size_t n = throw_together(&seed, bytes, sizeof bytes);

        ck_assert_int_eq(read_file(XC_FORMAT_MARKDOWN, (struct xc_str){bytes, n}),
                         XC_OK);
        for (i = 0; i < source.n_blocks; i++) {
            const struct xc_block *block = &source.blocks[i];
            size_t end = 0;

            ck_assert_uint_ge(block->n_runs, 1);
            for (k = 0; k < block->n_runs; k++) {
                ck_assert_uint_ge(block->runs[k].off_bytes, end);
                ck_assert_uint_ge(block->runs[k].len_bytes, 1);
                end = block->runs[k].off_bytes + block->runs[k].len_bytes;
                ck_assert_uint_le(end, n);
            }
        }
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(markdown_front_matter_gives_fields)
{
    ck_assert_int_eq(
        read_file(XC_FORMAT_MARKDOWN,
                  XC_STR("---\npublisher: The Courier\ntitle: \"Three men\"\n"
                         "author: [Jane Doe, John Roe]\npublished: 2019-05-08T10:00Z\n"
                         "url: https://x.org/1\nlanguage: en\ntags: [a]\n---\n"
                         "The text.\n")),
        XC_OK);
    ck_assert_uint_eq(problems.n, 0);
    ck_assert(xc_str_is(source.publisher, "The Courier"));
    ck_assert(xc_str_is(source.title, "Three men"));
    ck_assert(xc_str_is(source.author, "Jane Doe, John Roe"));
    ck_assert(xc_str_is(source.url, "https://x.org/1"));
    ck_assert(xc_str_is(source.language, "en"));
    ck_assert(source.has_published && source.published.day == 8);
    ck_assert(xc_str_is(source.id, "in/a.md"));
    ck_assert_str_eq(show_blocks(&source, &arena).ptr,
                     "headline|Three men\nparagraph|The text.\n");
    ck_assert_uint_eq(source.blocks[0].line, 3);
    ck_assert_uint_eq(source.blocks[1].line, 10);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(markdown_title_is_scanned_once)
{
    static const struct {
        const char *name;
        const char *text;
        const char *title;
        const char *blocks;
    } rows[] = {
        {"heading only", "# Three *men*\n\na", "Three men",
         "headline|Three ~men\nparagraph|a\n"},
        {"both the same", "---\ntitle: Three men!\n---\n# three men\n", "Three men!",
         "headline|three men\n"},
        {"both different", "---\ntitle: Three men\n---\n# Four men\n", "Three men",
         "headline|Three men\nheadline|Four men\n"},
        {"quotes doubled", "---\ntitle: 'It''s \"so\"'\n---\n", "It's \"so\"",
         "headline|It'~s \"so\"\n"},
        {"folded", "---\ntitle: >\n  Three\n  men\n---\n", "Three men",
         "headline|Three~men\n"},
        {"escape that can't be told", "---\ntitle: \"Caf\\u00e9 open\"\n---\n",
         "Caf\xC3\xA9 open", ""},
        {"second level is no title", "## Three men\n", "Three men",
         "headline|Three men\n"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_int_eq(read_file(XC_FORMAT_MARKDOWN, xc_str_of(rows[i].text)), XC_OK);
        ck_assert_msg(xc_str_is(source.title, rows[i].title), "%s: %s", rows[i].name,
                      source.title.ptr);
        ck_assert_msg(xc_str_is(show_blocks(&source, &arena), rows[i].blocks),
                      "%s:\n%s", rows[i].name, show_blocks(&source, &arena).ptr);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(markdown_bad_front_matter_is_told_and_text_read)
{
    static const struct {
        const char *name;
        const char *text;
        size_t line;
        const char *message;
        const char *blocks;
    } rows[] = {
        {"syntax", "---\na: b: c\n---\nText.", 2, "wrong place", "paragraph|Text.\n"},
        {"bad date", "---\ntitle: 3\npublished: May 2019\n---\nText.", 3, "'May 2019'",
         "paragraph|Text.\n"},
        {"no day", "---\npublished: 2019-05\n---\nText.", 2, "'2019-05'",
         "paragraph|Text.\n"},
        {"list for publisher", "---\npublisher: [a]\n---\nText.", 2, "plain text",
         "paragraph|Text.\n"},
        {"no map", "---\n- a\n---\nText.", 2, "no map", "paragraph|Text.\n"},
        {"alias", "---\npublisher: *x\n---\nText.", 2, "alias", "paragraph|Text.\n"},
        {"never ends", "---\ntitle: a\n\nText.", 2, "never ends",
         "paragraph|title: a\nparagraph|Text.\n"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_int_eq(read_file(XC_FORMAT_MARKDOWN, xc_str_of(rows[i].text)), XC_OK);
        ck_assert_msg(problems.n == 1, "%s: %zu", rows[i].name, problems.n);
        ck_assert_msg(problems.items[0].kind == XC_PROBLEM_METADATA &&
                          problems.items[0].line == rows[i].line,
                      "%s: %zu", rows[i].name, problems.items[0].line);
        ck_assert_msg(strstr(problems.items[0].message.ptr, rows[i].message) != NULL,
                      "%s: %s", rows[i].name, problems.items[0].message.ptr);
        ck_assert_msg(xc_str_is(show_blocks(&source, &arena), rows[i].blocks),
                      "%s:\n%s", rows[i].name, show_blocks(&source, &arena).ptr);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(markdown_hostile_text_is_bounded)
{
    static const char *const pieces[] = {"[",         "*a _b ", "> ",    "- ",
                                         "`a``b```c", "[a](",   "a\n\n", "|a|\n|-|\n"};
    struct xc_arena own;
    size_t i;

    xc_arena_init(&own);
    for (i = 0; i < XC_COUNT(pieces); i++) {
        const struct xc_str piece = xc_str_of(pieces[i]);
        enum xc_status status =
            read_file(XC_FORMAT_MARKDOWN, repeat(&own, piece, 1000000 / piece.len));

        ck_assert_msg(status == XC_OK || status == XC_BAD_INPUT, "%s", pieces[i]);
        xc_arena_release(&arena);
        xc_arena_reset(&own);
    }
    /* So many paragraphs need more memory than one article may have. */
    ck_assert_int_eq(
        read_file(XC_FORMAT_MARKDOWN, repeat(&own, XC_STR("a\n\n"), 3000000)),
        XC_BAD_INPUT);
    ck_assert(problems.items[0].kind == XC_PROBLEM_MALFORMED);
    xc_arena_release(&arena);
    xc_arena_release(&own);
}
END_TEST

START_TEST(reader_bad_bytes_are_told_once)
{
    static const struct {
        const char *name;
        struct xc_str text;
        size_t line;
        size_t column;
        const char *message;
    } rows[] = {
        {"latin-1", {"It\nopens at the caf\xE9 and t\xE9.", 28}, 2, 17, "0xE9"},
        {"NUL", {"It\0opens.", 9}, 1, 3, "NUL"},
        {"cut character", {"It opens \xC3", 10}, 1, 10, "0xC3"},
        {"surrogate", {"It \xED\xA0\x80 opens", 12}, 1, 4, "0xED"},
    };
    static const enum xc_format formats[] = {XC_FORMAT_TEXT, XC_FORMAT_MARKDOWN};
    size_t i;
    size_t k;

    for (i = 0; i < XC_COUNT(rows) * XC_COUNT(formats); i++) {
        k = i / XC_COUNT(formats);
        ck_assert_int_eq(read_file(formats[i % XC_COUNT(formats)], rows[k].text),
                         XC_OK);
        ck_assert_msg(problems.n == 1 && problems.items[0].kind == XC_PROBLEM_ENCODING,
                      "%s", rows[k].name);
        ck_assert_msg(problems.items[0].line == rows[k].line &&
                          problems.items[0].column == rows[k].column,
                      "%s: %zu:%zu", rows[k].name, problems.items[0].line,
                      problems.items[0].column);
        ck_assert_msg(strstr(problems.items[0].message.ptr, rows[k].message) != NULL,
                      "%s: %s", rows[k].name, problems.items[0].message.ptr);
        ck_assert_msg(source.n_blocks == 1, "%s", rows[k].name);
        ck_assert_msg(source.text.ptr == rows[k].text.ptr, "%s", rows[k].name);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(reader_wide_text_is_refused)
{
    static const struct xc_str rows[] = {
        {"\xFF\xFEI\0t\0", 6},
        {"\xFE\xFF\0I\0t", 6},
        {"\xFF\xFE\0\0I\0\0\0", 8},
        {"I\0t\0 \0o\0p\0e\0n\0s\0", 16},
        {"\0I\0t\0 \0o\0p\0e\0n\0s", 16},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_int_eq(read_file(XC_FORMAT_TEXT, rows[i]), XC_BAD_INPUT);
        ck_assert_uint_eq(problems.n, 1);
        ck_assert(problems.items[0].kind == XC_PROBLEM_MALFORMED);
        ck_assert_ptr_nonnull(
            strstr(problems.items[0].message.ptr, "save it as UTF-8"));
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(reader_article_size_is_bounded)
{
    struct xc_arena own;
    struct xc_str text;

    xc_arena_init(&own);
    text = repeat(&own, XC_STR("words and "), XC_MAX_ARTICLE_BYTES / 10 + 1);
    ck_assert_int_eq(read_file(XC_FORMAT_TEXT, text), XC_BAD_INPUT);
    ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "larger"));
    xc_arena_release(&arena);
    /* 50 MB on one line are an article like any other. */
    text.len = 50000000;
    ck_assert_int_eq(read_file(XC_FORMAT_TEXT, text), XC_OK);
    ck_assert_uint_eq(source.n_blocks, 1);
    ck_assert_uint_eq(source.blocks[0].runs[0].len_bytes, 49999999);
    xc_arena_release(&arena);
    xc_arena_release(&own);
}
END_TEST

START_TEST(record_gives_text_then_title)
{
    ck_assert_int_eq(
        read_record("{\"id\": \"x/1\", \"publisher\": \"The Courier\", \"title\": "
                    "\"Three men\", \"published\": \"2019-05-08T07:00:00Z\", \"url\": "
                    "\"u\", \"language\": \"en\", \"author\": \"Jane\", \"more\": [1], "
                    "\"text\": \"One.\\n\\nTwo.\"}"),
        XC_OK);
    ck_assert_uint_eq(problems.n, 0);
    ck_assert(xc_str_is(source.id, "in/a.jsonl#x/1"));
    ck_assert(xc_str_is(source.path, "in/a.jsonl"));
    ck_assert(xc_str_is(source.text, "One.\n\nTwo.\n\nThree men"));
    ck_assert(xc_str_is(source.title, "Three men"));
    ck_assert(source.has_published && source.published.day == 8);
    ck_assert_uint_eq(source.record_line, 7);
    ck_assert_uint_eq(source.blocks[1].line, 7);
    ck_assert_str_eq(show_blocks(&source, &arena).ptr,
                     "headline|Three men\nparagraph|One.\nparagraph|Two.\n");
    xc_arena_release(&arena);
}
END_TEST

START_TEST(record_without_title_or_id)
{
    static const struct {
        const char *name;
        const char *record;
        const char *id;
        const char *title;
        const char *blocks;
    } rows[] = {
        {"headline in the text", "{\"text\": \"Three men\\n\\nOne.\"}",
         "in/a.jsonl#line 7", "Three men", "headline|Three men\nparagraph|One.\n"},
        {"title: no second headline",
         "{\"title\": \"T\", \"id\": 12, \"text\": \"Three men\\n\\nOne.\"}",
         "in/a.jsonl#12", "T", "headline|T\nparagraph|Three men\nparagraph|One.\n"},
        {"empty text", "{\"id\": \"\", \"text\": \"\"}", "in/a.jsonl#line 7", "", ""},
        {"null title", "{\"id\": \"a\", \"title\": null, \"text\": \"One.\"}",
         "in/a.jsonl#a", "", "paragraph|One.\n"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(read_record(rows[i].record) == XC_OK, "%s", rows[i].name);
        ck_assert_msg(xc_str_is(source.id, rows[i].id), "%s: %s", rows[i].name,
                      source.id.ptr);
        ck_assert_msg(xc_str_is(source.title, rows[i].title), "%s", rows[i].name);
        ck_assert_msg(xc_str_is(show_blocks(&source, &arena), rows[i].blocks),
                      "%s:\n%s", rows[i].name, show_blocks(&source, &arena).ptr);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(record_published_overrides_leading_date)
{
    ck_assert_int_eq(read_record("{\"text\": \"date 2019-05-08 It opened.\"}"), XC_OK);
    ck_assert(source.has_published && source.published.day == 8);
    ck_assert_str_eq(show_blocks(&source, &arena).ptr, "paragraph|It opened.\n");
    xc_arena_release(&arena);
    ck_assert_int_eq(read_record("{\"published\": \"2019-05-09\", "
                                 "\"text\": \"date 2019-05-08 It opened.\"}"),
                     XC_OK);
    ck_assert_int_eq(source.published.day, 9);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(record_fault_is_told_with_line)
{
    static const struct {
        const char *record;
        const char *message;
    } rows[] = {
        {"{\"text\": ", "not JSON"},
        {"[1]", "an object"},
        {"\"text\"", "an object"},
        {"{\"id\": \"a\"}", "no \"text\""},
        {"{\"text\": 3}", "a string"},
        {"{\"text\": null}", "a string"},
        {"{\"text\": [\"a\"]}", "a string"},
        {"{\"text\": \"a\", \"text\": \"b\"}", "duplicate"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(read_record(rows[i].record) == XC_BAD_INPUT, "%s",
                      rows[i].record);
        ck_assert_msg(problems.n == 1 && problems.items[0].line == 7 &&
                          problems.items[0].kind == XC_PROBLEM_MALFORMED,
                      "%s", rows[i].record);
        ck_assert_msg(xc_str_is(problems.items[0].path, "in/a.jsonl"), "%s",
                      rows[i].record);
        ck_assert_msg(strstr(problems.items[0].message.ptr, rows[i].message) != NULL,
                      "%s: %s", rows[i].record, problems.items[0].message.ptr);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(record_of_first_line_may_have_byte_order_mark)
{
    setup();
    ck_assert_int_eq(
        xc_reader_read(
            reader,
            &(struct xc_document){.format = XC_FORMAT_JSON_LINES,
                                  .path = XC_STR("-"),
                                  .bytes = XC_STR("\xEF\xBB\xBF{\"text\": \"a\"}"),
                                  .line = 1},
            &arena, &source, &problems),
        XC_OK);
    ck_assert(xc_str_is(source.id, "-#line 1"));
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        reader_format_comes_from_the_ending,
        markdown_becomes_blocks,
        markdown_runs_lie_in_the_file_in_order,
        markdown_front_matter_gives_fields,
        markdown_title_is_scanned_once,
        markdown_bad_front_matter_is_told_and_text_read,
        markdown_hostile_text_is_bounded,
        reader_bad_bytes_are_told_once,
        reader_wide_text_is_refused,
        reader_article_size_is_bounded,
        record_gives_text_then_title,
        record_without_title_or_id,
        record_published_overrides_leading_date,
        record_fault_is_told_with_line,
        record_of_first_line_may_have_byte_order_mark,
        NULL,
    };

    reader_open();
    return reader_close(suite_run("reader", tests));
}
