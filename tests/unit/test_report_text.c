/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/terminal.h"

#include <stdint.h>
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

START_TEST(terminal_prose_is_wrapped_and_escaped)
{
    static const struct {
        const char *name;
        size_t width;
        size_t indent;
        struct xc_str text;
        const char *expected;
    } rows[] = {
        {"fits exactly", 20, 0, BYTES("12345678901234567890"),
         "12345678901234567890\n"},
        {"breaks between words", 20, 2, BYTES("one two three four five"),
         "  one two three four\n  five\n"},
        {"one column too long", 20, 0, BYTES("1234567890 1234567890"),
         "1234567890\n1234567890\n"},
        {"white space folds", 20, 0, BYTES("  a \t\r\n\n b  "), "a b\n"},
        {"long word is broken", 20, 0, BYTES("x 123456789012345678901234"),
         "x\n12345678901234567890\n1234\n"},
        {"wide characters count two", 20, 0, BYTES("東京東京東京東京東京京"),
         "東京東京東京東京東京\n京\n"},
        {"combining marks count none", 20, 0,
         BYTES("e\xcc\x81"
               "e\xcc\x81"
               "345678901234567890 x"),
         "e\xcc\x81"
         "e\xcc\x81"
         "345678901234567890\nx\n"},
        {"not wrapped", 0, 0, BYTES("one two three four five six seven"),
         "one two three four five six seven\n"},
        {"empty", 20, 4, BYTES(""), "\n"},
        {"escape sequence", 40, 0, BYTES("\x1b[2J"), "\\x1b[2J\n"},
        {"lone return", 40, 0, BYTES("a\rb\r"), "a\\x0db\\x0d\n"},
        {"NUL and delete", 40, 0, BYTES("\0\x7f"), "\\x00\\x7f\n"},
        {"C1", 40, 0,
         BYTES("\xc2\x9b"
               "31m"),
         "<U+009B>31m\n"},
        {"raw C1", 40, 0,
         BYTES("\x9b"
               "31m"),
         "\\x9b31m\n"},
        {"bidi", 40, 0,
         BYTES("\xe2\x80\xae\xe2\x80\xac"
               "abc"),
         "<U+202E><U+202C>abc\n"},
        {"zero width", 40, 0,
         BYTES("a\xe2\x80\x8b"
               "b\xef\xbb\xbf"),
         "a<U+200B>b<U+FEFF>\n"},
        {"tag", 40, 0, BYTES("\xf3\xa0\x81\x81"), "<U+E0041>\n"},
        {"no-break space does not break", 20, 0,
         BYTES("1234567890 12345\xc2\xa0"
               "6789"),
         "1234567890\n12345\xc2\xa0"
         "6789\n"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct sample_output output;
        struct xc_terminal terminal;

        sample_output_init(&output);
        xc_terminal_init(&terminal, &output.sink, false, rows[i].width);
        xc_terminal_indent(&terminal, rows[i].indent);
        xc_terminal_prose(&terminal, XC_TERMINAL_STRONG, rows[i].text);
        xc_terminal_end(&terminal);
        ck_assert_msg(strcmp(output.bytes, rows[i].expected) == 0, "%s: '%s'",
                      rows[i].name, output.bytes);
        sample_output_release(&output);
    }
}
END_TEST

/* The runner of a workflow acts on "::" at the start of a line and on "##[" anywhere. */
START_TEST(terminal_words_are_no_commands_of_a_runner)
{
    static const struct {
        const char *name;
        struct xc_str text;
        const char *expected;
    } rows[] = {
        {"first word", BYTES("::error::no"), ":\\x3aerror::no\n"},
        {"first word of a wrapped line", BYTES("1234567890123456 ::error::no"),
         "1234567890123456\n:\\x3aerror::no\n"},
        {"middle of a broken word", BYTES("12345678901234567890::error"),
         "12345678901234567890\n:\\x3aerror\n"},
        {"colons on both sides of a break", BYTES("1234567890123456789::error"),
         "1234567890123456789:\n:error\n"},
        {"middle of a word", BYTES("std::error"), "std::error\n"},
        {"one colon", BYTES(":error: :"), ":error: :\n"},
        {"behind a no-break space",
         BYTES("\xc2\xa0"
               "::error"),
         "\xc2\xa0:\\x3aerror\n"},
        {"behind a selector without a shape",
         BYTES("\xef\xb8\x8f"
               "::error"),
         "\xef\xb8\x8f:\\x3aerror\n"},
        {"behind spaces", BYTES("  ::error"), ":\\x3aerror\n"},
        {"bracket", BYTES("a##[error]no"), "a##\\x5berror]no\n"},
        {"bracket behind more", BYTES("###[error]no"), "###\\x5berror]no\n"},
        {"bracket behind a break", BYTES("123456789012345678##[error]"),
         "123456789012345678##\n\\x5berror]\n"},
        {"bracket behind a space", BYTES("## [error]"), "## [error]\n"},
        {"bracket behind one", BYTES("#[error]"), "#[error]\n"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct sample_output output;
        struct xc_terminal terminal;

        sample_output_init(&output);
        xc_terminal_init(&terminal, &output.sink, false, 20);
        xc_terminal_prose(&terminal, XC_TERMINAL_PLAIN, rows[i].text);
        xc_terminal_end(&terminal);
        ck_assert_msg(strcmp(output.bytes, rows[i].expected) == 0, "%s: '%s'",
                      rows[i].name, output.bytes);
        sample_output_release(&output);
    }
}
END_TEST

START_TEST(terminal_name_is_no_command_of_a_runner)
{
    struct sample_output output;
    struct xc_terminal terminal;

    sample_output_init(&output);
    xc_terminal_init(&terminal, &output.sink, true, 0);
    xc_terminal_name(&terminal, XC_TERMINAL_PLAIN, XC_STR("  ::error ::a"));
    xc_terminal_end(&terminal);
    ck_assert_str_eq(output.bytes, "  :\\x3aerror ::a\n");
    sample_output_release(&output);
}
END_TEST

START_TEST(terminal_measures_what_it_shows)
{
    ck_assert_uint_eq(xc_terminal_measure(XC_STR("a ::b ##[c")),
                      strlen("a :\\x3ab ##\\x5bc"));
}
END_TEST

START_TEST(terminal_word_longer_than_its_buffer_is_whole)
{
    struct sample_output output;
    struct xc_terminal terminal;
    char word[3 * XC_TERMINAL_WORD_BYTES];

    memset(word, 'x', sizeof word);
    sample_output_init(&output);
    xc_terminal_init(&terminal, &output.sink, true, 0);
    xc_terminal_prose(&terminal, XC_TERMINAL_PLAIN, (struct xc_str){word, sizeof word});
    xc_terminal_end(&terminal);
    ck_assert_uint_eq(output.len, sizeof word + 1);
    ck_assert_int_eq(memcmp(output.bytes, word, sizeof word), 0);
    sample_output_release(&output);
}
END_TEST

START_TEST(terminal_colour_closes_with_every_word)
{
    struct sample_output output;
    struct xc_terminal terminal;

    sample_output_init(&output);
    xc_terminal_init(&terminal, &output.sink, true, 40);
    xc_terminal_prose(&terminal, XC_TERMINAL_PLAIN, XC_STR("a \xc2\xab"));
    xc_terminal_prose(&terminal, XC_TERMINAL_MATCH, XC_STR("b c"));
    xc_terminal_prose(&terminal, XC_TERMINAL_PLAIN, XC_STR("."));
    xc_terminal_end(&terminal);
    ck_assert_str_eq(output.bytes, "a \xc2\xab\x1b[1mb\x1b[0m \x1b[1mc\x1b[0m.\n");
    sample_output_release(&output);
}
END_TEST

static void
write_sample(struct sample_output *output, struct xc_str poison, bool colour,
             size_t width)
{
    const struct xc_report_style style = {colour, width};
    struct xc_arena arena;

    xc_arena_init(&arena);
    sample_output_init(output);
    xc_report_text(sample_run_new(&arena, poison), &style, &output->sink);
    xc_arena_release(&arena);
}

static void
assert_holds(const struct sample_output *output, const char *what, const char *part)
{
    ck_assert_msg(strstr(output->bytes, part) != NULL, "no %s in:\n%s", what,
                  output->bytes);
}

START_TEST(text_report_tells_every_part)
{
    static const struct {
        const char *name;
        const char *part;
    } rows[] = {
        {"agreement", "The star at the Harbour Gala (harbour-gala)\n"
                      "───────────────────────────────────────────\n"
                      "\n"
                      "AGREEMENT      Three men tied the corset.\n"
                      "               two origins assert it and none denies it\n"
                      "               at most 2 origins · agreed: men 3 · "
                      "men-tying-corset\n"},
        {"evidence",
         "\n"
         "  herald.txt · Harbour Herald, 2031-05-06 · asserts\n"
         "    line 12  It took “«three men to lace her into the corset»”, the stylist\n"
         "             said, and another two to carry the train up the stairs.\n"
         "             says the stylist, quoted · men three (equal to 3)\n"
         "  wire.jsonl#7 · undated · asserts\n"
         "    line 7   «Three men tied the corset».\n"
         "             in its own voice · men three (equal to 3)\n"
         "\n"},
        {"contradiction",
         "CONTRADICTION  The carpet was pink.\n"
         "               values conflict: pink and red\n"
         "               carpet pink in 1 source · carpet red in 1 source, differs "
         "from\n"
         "               the statement, conflicts with pink\n"
         "               at most 2 origins · carpet-colour\n"},
        {"unnamed", "             says an unnamed source (“a guest”), quoted · carpet "
                    "red (differs\n             from pink)\n"},
        {"hidden text",
         "             in its own voice · carpet pink\n"
         "             hidden text: 3 zero-width characters, “c\xd0\xb0rpet” mixes "
         "Latin and\n"
         "             Cyrillic letters\n"},
        {"more hidden words than are named",
         "             Cyrillic letters and 2 more words\n"},
        {"one origin", "               at most 1 origin · ribs-removed\n"},
        {"cue", "             denied (“no truth to”) · says her trainer, quoted\n"},
        {"grouping",
         "             denied (“denied that”) · confirmed by Her trainer\n"
         "             same origin as herald.txt line 20: same speaker, her trainer\n"},
        {"another event",
         "             in its own voice · about another event ('Last year' in the"},
        {"no position", "  wire.jsonl#7 · undated · no position\n"},
        {"silent, with a mention about another event",
         "SILENT         She wore a black gown.\n"
         "               no mention of this event\n"
         "               black-gown\n"
         "\n"
         "  herald.txt · Harbour Herald, 2031-05-06 · no position\n"
         "    line 40  Two years ago her «gown was black».\n"
         "             in its own voice · event undetermined (too little says "
         "which)\n"},
        {"silent claim and topic",
         "\nSILENT         1 claim that no source mentions: second-dress\n"
         "\n"
         "The bridge (bridge) · silent: 1 claim, no mention\n"
         "\n"
         "2 problems\n"
         "  broken.jsonl:3:9: unexpected end of the object\n"
         "  gone.txt: no such file\n"
         "\n"
         "7 claims: 1 agreement, 1 contradiction, 1 single-source, 1 unsettled, 3 "
         "silent ·\n"
         "3 sources, 1 unread · 2 mentions with hidden text\n"},
    };
    struct sample_output output;
    size_t i;

    write_sample(&output, (struct xc_str){"", 0}, false, 80);
    for (i = 0; i < XC_COUNT(rows); i++)
        assert_holds(&output, rows[i].name, rows[i].part);
    sample_output_release(&output);
}
END_TEST

START_TEST(text_edge_shares_only_its_first_words)
{
    const struct xc_report_style style = {false, 200};
    struct sample_output output;
    struct xc_arena arena;
    struct xc_run *run;

    xc_arena_init(&arena);
    sample_output_init(&output);
    run = sample_run_new(&arena, (struct xc_str){"", 0});
    run->claims[2].edges[0].reason = XC_ORIGIN_SAME_QUOTATION;
    run->claims[2].edges[0].shared = XC_STR("a b c d e f g h i j k l m n");
    xc_report_text(run, &style, &output.sink);
    assert_holds(&output, "shortened words",
                 "line 20: same quotation “a b c d e f g h i j k l…”\n");
    sample_output_release(&output);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(text_empty_run_is_one_line)
{
    const struct xc_report_style style = {false, 200};
    struct sample_output output;
    struct xc_arena arena;

    xc_arena_init(&arena);
    sample_output_init(&output);
    xc_report_text(sample_run_empty(&arena), &style, &output.sink);
    ck_assert_str_eq(output.bytes,
                     "0 claims: 0 agreement, 0 contradiction, 0 single-source, 0 "
                     "unsettled, 0 silent · 0 sources, 0 unread\n");
    sample_output_release(&output);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(text_filtered_topic_is_not_called_silent)
{
    const struct xc_report_style style = {false, 80};
    struct sample_output output;
    struct xc_arena arena;
    struct xc_run *run;

    xc_arena_init(&arena);
    sample_output_init(&output);
    run = sample_run_new(&arena, (struct xc_str){"", 0});
    /* As --verdict silent leaves it: two of the six claims of the first topic. */
    run->claims += 4;
    run->n_claims = 3;
    xc_report_text(run, &style, &output.sink);
    assert_holds(&output, "heading and silent claim",
                 "The star at the Harbour Gala (harbour-gala)\n"
                 "───────────────────────────────────────────\n"
                 "\n"
                 "SILENT         She wore a black gown.\n");
    assert_holds(&output, "claim without a mention",
                 "SILENT         1 claim that no source mentions: second-dress\n");
    sample_output_release(&output);
    xc_arena_release(&arena);
}
END_TEST

/* Every line at most width columns, no space at its end, nothing hidden. */
static void
check_lines(const struct sample_output *output, size_t width, size_t poison)
{
    struct xc_str rest = {output->bytes, output->len};
    struct xc_str line;

    while (xc_str_split(&rest, '\n', &line)) {
        size_t columns = 0;
        size_t off = 0;

        while (off < line.len) {
            struct xc_glyph c = xc_glyph_at(line, off);

            ck_assert_msg(!c.bad && !xc_glyph_is_hidden(c.code),
                          "poison %zu: U+%04X in '%.*s'", poison, (unsigned)c.code,
                          (int)line.len, line.ptr);
            columns += xc_glyph_width(c.code);
            off += c.len_bytes;
        }
        ck_assert_msg(columns <= width, "poison %zu: %zu columns in '%.*s'", poison,
                      columns, (int)line.len, line.ptr);
        ck_assert_msg(line.len == 0 || line.ptr[line.len - 1] != ' ',
                      "poison %zu: space after '%.*s'", poison, (int)line.len,
                      line.ptr);
    }
}

START_TEST(text_poisoned_run_is_inert_at_any_width)
{
    static const size_t widths[] = {40, 61, 80, 200};
    size_t w;
    size_t i;

    for (w = 0; w < XC_COUNT(widths); w++) {
        for (i = 0; i < sample_n_poisons; i++) {
            struct sample_output output;

            write_sample(&output, sample_poisons[i], false, widths[w]);
            check_lines(&output, widths[w], i);
            sample_output_release(&output);
        }
    }
}
END_TEST

/* The bytes of text without its colours; each line must leave its last colour. */
static size_t
without_colours(const struct sample_output *text, char *out)
{
    bool open = false;
    size_t len = 0;
    size_t i = 0;

    while (i < text->len) {
        if (text->bytes[i] == '\x1b') {
            size_t n = strspn(text->bytes + i + 2, "0123456789;");

            ck_assert_int_eq(text->bytes[i + 1], '[');
            ck_assert_int_eq(text->bytes[i + 2 + n], 'm');
            open = strncmp(text->bytes + i, "\x1b[0m", 4) != 0;
            i += n + 3;
            continue;
        }
        ck_assert_msg(!open || (text->bytes[i] != '\n' && text->bytes[i] != ' '),
                      "colour left open at %zu", i);
        out[len++] = text->bytes[i++];
    }
    ck_assert(!open);
    return len;
}

static void
check_colours(struct xc_str poison)
{
    struct sample_output plain;
    struct sample_output colour;
    char *bare;

    write_sample(&plain, poison, false, 72);
    write_sample(&colour, poison, true, 72);
    ck_assert_uint_gt(colour.len, plain.len);
    bare = malloc(colour.len);
    ck_assert_ptr_nonnull(bare);
    ck_assert_uint_eq(without_colours(&colour, bare), plain.len);
    ck_assert_int_eq(memcmp(bare, plain.bytes, plain.len), 0);
    free(bare);
    sample_output_release(&colour);
    sample_output_release(&plain);
}

START_TEST(text_colour_adds_nothing_but_colour)
{
    size_t i;

    check_colours((struct xc_str){"", 0});
    for (i = 0; i < sample_n_poisons; i++) {
        /* The spaces of an id stand in its colour, which without_colours refuses. */
        if (memchr(sample_poisons[i].ptr, ' ', sample_poisons[i].len) == NULL)
            check_colours(sample_poisons[i]);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        terminal_prose_is_wrapped_and_escaped,
        terminal_words_are_no_commands_of_a_runner,
        terminal_name_is_no_command_of_a_runner,
        terminal_measures_what_it_shows,
        terminal_word_longer_than_its_buffer_is_whole,
        terminal_colour_closes_with_every_word,
        text_report_tells_every_part,
        text_edge_shares_only_its_first_words,
        text_empty_run_is_one_line,
        text_filtered_topic_is_not_called_silent,
        text_poisoned_run_is_inert_at_any_width,
        text_colour_adds_nothing_but_colour,
        NULL,
    };

    return suite_run("report_text", tests);
}
