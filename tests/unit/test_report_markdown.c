/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/markdown_emit.h"

#include <string.h>

#include "base/vec.h"
#include "report/glyph.h"
#include "report/report.h"
#include "sample_run.h"
#include "suite.h"

#define BYTES(literal)                                                                 \
    {                                                                                  \
        (literal), sizeof(literal) - 1                                                 \
    }

START_TEST(markdown_text_is_escaped)
{
    static const struct {
        const char *name;
        struct xc_str text;
        const char *expected;
    } rows[] = {
        {"plain", BYTES("Two men (or 3), it's said: 4-5."),
         "Two men (or 3), it's said: 4-5."},
        {"emphasis", BYTES("*a* _b_ ~c~"), "\\*a\\* \\_b\\_ \\~c\\~"},
        {"code", BYTES("`x`"), "\\`x\\`"},
        {"link", BYTES("[a](u) ![b](u)"), "\\[a\\](u) \\!\\[b\\](u)"},
        {"html", BYTES("<b>&lt;"), "&lt;b&gt;&amp;lt;"},
        {"table", BYTES("a|b"), "a\\|b"},
        {"heading", BYTES("# a #"), "\\# a \\#"},
        {"math", BYTES("$5"), "\\$5"},
        {"backslash", BYTES("a\\*"), "a\\\\\\*"},
        {"list number", BYTES("12. men"), "12\\. men"},
        {"list number with bracket", BYTES("1) men"), "1\\) men"},
        {"number inside", BYTES("at 12. men"), "at 12. men"},
        {"too long for a list", BYTES("1234567890. men"), "1234567890. men"},
        {"list bullets", BYTES("- a"), "\\- a"},
        {"plus", BYTES("+ a"), "\\+ a"},
        {"underline of a heading", BYTES("==="), "\\==="},
        {"dash inside", BYTES("a - b"), "a - b"},
        {"address", BYTES("http://a.example"), "http\\://a.example"},
        {"address cut", BYTES("http:"), "http\\:"},
        {"www", BYTES("www.a.example"), "www\\.a.example"},
        {"WWW", BYTES("WWW.a"), "WWW\\.a"},
        {"www cut", BYTES(".a"), "\\.a"},
        {"mention", BYTES("@star"), "@<!-- -->star"},
        {"mail", BYTES("a@b.example"), "a@<!-- -->b.example"},
        {"line ends", BYTES("a\r\n\n  > b"), "a &gt; b"},
        {"spaces at the ends", BYTES(" a "), " a "},
        {"escape", BYTES("\x1b["), "\\\\x1b\\["},
        {"bidi", BYTES("\xe2\x80\xae\xe2\x80\xac"), "&lt;U+202E&gt;&lt;U+202C&gt;"},
        {"bad bytes", BYTES("\xff"), "\xef\xbf\xbd"},
        {"NUL", BYTES("a\0b"), "a\\\\x00b"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct sample_output output;

        sample_output_init(&output);
        xc_markdown_put(&output.sink, rows[i].text);
        ck_assert_msg(strcmp(output.bytes, rows[i].expected) == 0, "%s: '%s'",
                      rows[i].name, output.bytes);
        sample_output_release(&output);
    }
}
END_TEST

START_TEST(markdown_strong_holds_beside_punctuation)
{
    static const struct {
        const char *name;
        struct xc_str text;
        const char *expected;
    } rows[] = {
        {"words", BYTES("three men"), "**three men**"},
        {"begins with punctuation", BYTES("$5m"), "<strong>\\$5m</strong>"},
        {"ends with punctuation", BYTES("5%"), "<strong>5%</strong>"},
        {"begins with space", BYTES(" a"), "<strong> a</strong>"},
        {"accent at the end", BYTES("caf\xc3\xa9"), "<strong>caf\xc3\xa9</strong>"},
        {"nothing", BYTES(""), ""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct sample_output output;

        sample_output_init(&output);
        xc_markdown_strong(&output.sink, rows[i].text);
        ck_assert_msg(strcmp(output.bytes, rows[i].expected) == 0, "%s: '%s'",
                      rows[i].name, output.bytes);
        sample_output_release(&output);
    }
}
END_TEST

static void
write_sample(struct sample_output *output, struct xc_str poison)
{
    struct xc_arena arena;

    xc_arena_init(&arena);
    sample_output_init(output);
    xc_report_markdown(sample_run_new(&arena, poison), &output->sink);
    xc_arena_release(&arena);
}

START_TEST(markdown_report_tells_every_part)
{
    static const struct {
        const char *name;
        const char *part;
    } rows[] = {
        {"table", "# Consistency report\n"
                  "\n"
                  "| agreement | contradiction | single-source | unsettled | silent | "
                  "sources | unread |\n"
                  "|---:|---:|---:|---:|---:|---:|---:|\n"
                  "| 1 | 1 | 1 | 1 | 3 | 3 | 1 |\n"},
        {"claim",
         "\n## The star at the Harbour Gala (harbour-gala)\n"
         "\n"
         "### Three men tied the corset.\n"
         "\n"
         "**agreement**: two origins assert it and none denies it\n"
         "\n"
         "at most 2 origins · agreed: men 3 · men-tying-corset\n"
         "\n"
         "- **herald.txt** · Harbour Herald, 2031-05-06 · asserts\n"
         "\n"
         "  > line 12: It took “**three men to lace her into the corset**”, "
         "the stylist said, and another two to carry the train up the stairs.\n"
         "\n"
         "  says the stylist, quoted · men three (equal to 3)\n"
         "\n"
         "- **wire.jsonl\\#7** · undated · asserts\n"},
        {"values",
         "\nValues: carpet pink in 1 source · carpet red in 1 source, differs "
         "from the statement, conflicts with pink\n"},
        {"hidden text",
         "\n\n  in its own voice · carpet pink\n"
         "\n  hidden text: 3 zero-width characters, “c\xd0\xb0rpet” mixes Latin and "
         "Cyrillic letters\n"
         "\n- **wire"},
        {"grouping",
         "\n  same origin as herald.txt line 20: same speaker, her trainer\n"},
        {"other event", "\n### She wore a black gown.\n\n"
                        "**silent**: no mention of this event\n\nblack-gown\n"},
        {"silent", "\n**silent**: 1 claim that no source mentions: second-dress\n"},
        {"problems", "\n## Problems\n"
                     "\n"
                     "- malformed: broken.jsonl:3:9: unexpected end of the object\n"
                     "- unreadable: gone.txt: no such file\n"},
    };
    struct sample_output output;
    size_t i;

    write_sample(&output, (struct xc_str){"", 0});
    for (i = 0; i < XC_COUNT(rows); i++)
        ck_assert_msg(strstr(output.bytes, rows[i].part) != NULL, "no %s in:\n%s",
                      rows[i].name, output.bytes);
    sample_output_release(&output);
}
END_TEST

static size_t
count(const char *text, const char *what)
{
    size_t n = 0;

    for (text = strstr(text, what); text != NULL; text = strstr(text + 1, what))
        n++;
    return n;
}

/* Lines that begin a block, by their first characters. */
START_TEST(markdown_poisoned_run_has_the_same_blocks)
{
    static const char *const marks[] = {"\n", "\n#", "\n- ", "\n  > ", "\n|", "\n\n"};
    struct sample_output plain;
    size_t i;
    size_t m;

    write_sample(&plain, (struct xc_str){"", 0});
    for (i = 0; i < sample_n_poisons; i++) {
        struct sample_output output;
        struct xc_str text;
        size_t off;

        write_sample(&output, sample_poisons[i]);
        text = (struct xc_str){output.bytes, output.len};
        for (off = 0; off < text.len;) {
            struct xc_glyph c = xc_glyph_at(text, off);

            ck_assert_msg(!c.bad && (c.code == '\n' || !xc_glyph_is_hidden(c.code)),
                          "poison %zu: U+%04X at %zu", i, (unsigned)c.code, off);
            off += c.len_bytes;
        }
        for (m = 0; m < XC_COUNT(marks); m++)
            ck_assert_msg(count(output.bytes, marks[m]) == count(plain.bytes, marks[m]),
                          "poison %zu, mark %zu:\n%s", i, m, output.bytes);
        ck_assert_uint_eq(count(output.bytes, "://"), count(output.bytes, "\\://"));
        ck_assert_uint_eq(count(output.bytes, "<"),
                          count(output.bytes, "<strong>") +
                              count(output.bytes, "</strong>") +
                              count(output.bytes, "<!-- -->"));
        sample_output_release(&output);
    }
    sample_output_release(&plain);
}
END_TEST

START_TEST(markdown_failing_sink_is_seen)
{
    struct sample_output output;
    struct xc_arena arena;

    xc_arena_init(&arena);
    sample_output_init(&output);
    output.most = 700;
    xc_report_markdown(sample_run_new(&arena, (struct xc_str){"", 0}), &output.sink);
    ck_assert(output.sink.failed);
    ck_assert_uint_le(output.len, 700);
    sample_output_release(&output);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        markdown_text_is_escaped,         markdown_strong_holds_beside_punctuation,
        markdown_report_tells_every_part, markdown_poisoned_run_has_the_same_blocks,
        markdown_failing_sink_is_seen,    NULL,
    };

    return suite_run("report_markdown", tests);
}
