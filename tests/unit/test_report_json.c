/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/json_emit.h"

#include <stdint.h>
#include <stdio.h>
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

START_TEST(json_string_is_escaped)
{
    static const struct {
        const char *name;
        struct xc_str text;
        const char *expected;
    } rows[] = {
        {"plain", BYTES("a/b é"), "\"a/b é\""},
        {"empty", BYTES(""), "\"\""},
        {"quote and backslash", BYTES("\"\\"), "\"\\\"\\\\\""},
        {"controls", BYTES("\0\n\t\x1f"), "\"\\u0000\\n\\t\\u001f\""},
        {"delete", BYTES("\x7f"), "\"\\u007f\""},
        {"C1 in UTF-8", BYTES("\xc2\x85\xc2\x9b"), "\"\\u0085\\u009b\""},
        {"no-break space stays", BYTES("\xc2\xa0"), "\"\xc2\xa0\""},
        {"bidi", BYTES("\xe2\x80\xae\xe2\x80\xac\xe2\x81\xa9"),
         "\"\\u202e\\u202c\\u2069\""},
        {"line separator", BYTES("\xe2\x80\xa8"), "\"\\u2028\""},
        {"narrow no-break space stays", BYTES("\xe2\x80\xaf"), "\"\xe2\x80\xaf\""},
        {"tag character", BYTES("\xf3\xa0\x81\x81"), "\"\\udb40\\udc41\""},
        {"emoji stays", BYTES("\xf0\x9f\x8e\xad"), "\"\xf0\x9f\x8e\xad\""},
        {"lone byte",
         BYTES("a\xff"
               "b"),
         "\"a\xef\xbf\xbd"
         "b\""},
        {"raw C1", BYTES("\x9b"), "\"\xef\xbf\xbd\""},
        {"overlong", BYTES("\xc0\xaf"), "\"\xef\xbf\xbd\xef\xbf\xbd\""},
        {"surrogate", BYTES("\xed\xa0\x80"),
         "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
        {"cut at the end", BYTES("\xf0\x9f\x8e"), "\"\xef\xbf\xbd\""},
        {"cut before a letter", BYTES("\xe2\x80x"), "\"\xef\xbf\xbdx\""},
        {"over U+10FFFF", BYTES("\xf4\x90"), "\"\xef\xbf\xbd\xef\xbf\xbd\""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct sample_output output;
        struct xc_json_emit emit;

        sample_output_init(&output);
        xc_json_emit_init(&emit, &output.sink);
        xc_json_emit_str(&emit, NULL, rows[i].text);
        ck_assert_msg(strcmp(output.bytes, rows[i].expected) == 0, "%s: %s",
                      rows[i].name, output.bytes);
        sample_output_release(&output);
    }
}
END_TEST

/* text as a JSON string without its quotation marks. */
static void
escape(struct xc_str text, char out[64])
{
    struct sample_output output;
    struct xc_json_emit emit;

    sample_output_init(&output);
    xc_json_emit_init(&emit, &output.sink);
    xc_json_emit_str(&emit, NULL, text);
    ck_assert_uint_lt(output.len, 64);
    memcpy(out, output.bytes + 1, output.len - 2);
    out[output.len - 2] = '\0';
    sample_output_release(&output);
}

/* What a byte becomes does not depend on how many letters stand before and after it. */
START_TEST(json_string_escapes_in_every_place)
{
    unsigned byte;
    size_t at;

    for (byte = 0; byte < 256; byte++) {
        char alone[64];

        escape((struct xc_str){&(char){(char)byte}, 1}, alone);
        for (at = 0; at < 20; at++) {
            char text[] = "abcdefghijklmnopqrst";
            char expected[128];
            char found[64];

            (void)snprintf(expected, sizeof expected, "%.*s%s%s", (int)at, text, alone,
                           text + at + 1);
            text[at] = (char)byte;
            escape((struct xc_str){text, 20}, found);
            ck_assert_msg(strcmp(found, expected) == 0, "%u at %zu: %s", byte, at,
                          found);
        }
    }
}
END_TEST

START_TEST(json_number_is_whole)
{
    static const size_t numbers[] = {0, 7, 10, 4095, SIZE_MAX - 1, SIZE_MAX};
    size_t i;

    for (i = 0; i < XC_COUNT(numbers); i++) {
        struct sample_output output;
        struct xc_json_emit emit;
        char expected[32];

        sample_output_init(&output);
        xc_json_emit_init(&emit, &output.sink);
        xc_json_emit_number(&emit, NULL, numbers[i]);
        (void)snprintf(expected, sizeof expected, "%zu", numbers[i]);
        ck_assert_str_eq(output.bytes, expected);
        sample_output_release(&output);
    }
}
END_TEST

START_TEST(json_emit_indents_and_separates)
{
    struct sample_output output;
    struct xc_json_emit emit;

    sample_output_init(&output);
    xc_json_emit_init(&emit, &output.sink);
    xc_json_emit_open(&emit, NULL, '{');
    xc_json_emit_open(&emit, "none", '[');
    xc_json_emit_close(&emit);
    xc_json_emit_open(&emit, "some", '[');
    xc_json_emit_number(&emit, NULL, 1);
    xc_json_emit_open_named(&emit, (struct xc_str){NULL, 0}, '{');
    xc_json_emit_known_number(&emit, "zero", 0);
    xc_json_emit_known_str(&emit, "unknown", (struct xc_str){"", 0});
    xc_json_emit_close(&emit);
    xc_json_emit_close(&emit);
    xc_json_emit_open_named(&emit, XC_STR("a\"b"), '{');
    xc_json_emit_bool(&emit, "yes", true);
    xc_json_emit_close(&emit);
    xc_json_emit_close(&emit);
    ck_assert_str_eq(output.bytes, "{\n"
                                   "  \"none\": [],\n"
                                   "  \"some\": [\n"
                                   "    1,\n"
                                   "    {\n"
                                   "      \"zero\": null,\n"
                                   "      \"unknown\": null\n"
                                   "    }\n"
                                   "  ],\n"
                                   "  \"a\\\"b\": {\n"
                                   "    \"yes\": true\n"
                                   "  }\n"
                                   "}\n");
    sample_output_release(&output);
}
END_TEST

/* The report of the plain sample run, as JSON. */
static void
write_sample(struct sample_output *output, struct xc_str poison, size_t most)
{
    struct xc_arena arena;

    xc_arena_init(&arena);
    sample_output_init(output);
    output->most = most;
    xc_report_json(sample_run_new(&arena, poison), &output->sink);
    xc_arena_release(&arena);
}

static void
assert_holds(const struct sample_output *output, const char *what, const char *part)
{
    if (strstr(output->bytes, part) == NULL)
        fputs(output->bytes, stderr);
    ck_assert_msg(strstr(output->bytes, part) != NULL, "no %s", what);
}

START_TEST(json_report_tells_every_part)
{
    static const struct {
        const char *name;
        const char *part;
    } rows[] = {
        {"head", "{\n  \"xclaim\": \"" PACKAGE_VERSION "\",\n  \"format\": 1,\n"
                 "  \"topics\": [\n    {\n      \"topic\": \"harbour-gala\",\n"},
        {"claim in order", "      \"verdict\": \"single-source\",\n"
                           "      \"side\": \"denied\",\n"
                           "      \"value\": null,\n"
                           "      \"values\": [],\n"
                           "      \"origins\": 1,\n"
                           "      \"why\": \"one origin, echoed by 2 sources\",\n"
                           "      \"sources\": [\n"},
        {"mention", "              \"quote\": \"had ribs removed\",\n"
                    "              \"before\": \"Her trainer denied that she \",\n"
                    "              \"after\": \".\",\n"
                    "              \"line\": 7,\n"
                    "              \"column\": null,\n"
                    "              \"start\": 700,\n"
                    "              \"end\": 716,\n"
                    "              \"cues\": [\n"
                    "                {\n"
                    "                  \"text\": \"denied that\",\n"
                    "                  \"class\": \"denial\",\n"
                    "                  \"start\": 7,\n"
                    "                  \"end\": 18\n"
                    "                }\n"
                    "              ],\n"
                    "              \"origin\": 1,\n"
                    "              \"flags\": [],\n"
                    "              \"hidden\": [],\n"
                    "              \"decision\": null\n"},
        {"decision on a stance", "              \"decision\": {\n"
                                 "                \"decision\": \"hedged\",\n"
                                 "                \"by\": \"Ida Marlow\",\n"
                                 "                \"reason\": \"“may” is meant\",\n"
                                 "                \"date\": \"2031-06-01\",\n"
                                 "                \"was\": \"asserted\"\n"
                                 "              }\n"},
        {"decision that dismisses",
         "                \"decision\": \"not-about\",\n"
         "                \"by\": null,\n"
         "                \"reason\": \"her sister came late\",\n"},
        {"flags", "              \"flags\": [\n"
                  "                \"hidden-text\"\n"
                  "              ],\n"
                  "              \"hidden\": [\n"
                  "                {\n"
                  "                  \"kind\": \"zero-width\",\n"
                  "                  \"count\": 3,\n"
                  "                  \"word\": null,\n"
                  "                  \"read_as\": null,\n"
                  "                  \"scripts\": []\n"
                  "                },\n"
                  "                {\n"
                  "                  \"kind\": \"look-alike\",\n"
                  "                  \"count\": 1,\n"
                  "                  \"word\": \"c\xd0\xb0rpet\",\n"
                  "                  \"read_as\": \"carpet\",\n"
                  "                  \"scripts\": [\n"
                  "                    \"Latin\",\n"
                  "                    \"Cyrillic\"\n"
                  "                  ]\n"
                  "                }\n"
                  "              ],\n"},
        {"grouping", "      \"grouping\": [\n"
                     "        {\n"
                     "          \"origin\": 1,\n"
                     "          \"a\": {\n"
                     "            \"source\": \"herald.txt\",\n"
                     "            \"line\": 20\n"
                     "          },\n"
                     "          \"b\": {\n"
                     "            \"source\": \"wire.jsonl#7\",\n"
                     "            \"line\": 7\n"
                     "          },\n"
                     "          \"reason\": \"same speaker\",\n"
                     "          \"words\": \"her trainer\"\n"},
        {"slot", "                \"carpet\": {\n"
                 "                  \"text\": \"pink\",\n"},
        {"colour", "            \"kind\": \"colour\",\n"
                   "            \"unit\": null,\n"
                   "            \"low\": null,\n"
                   "            \"high\": null,\n"
                   "            \"approximate\": false,\n"
                   "            \"name\": \"red\",\n"
                   "            \"to_statement\": \"conflict\"\n"
                   "          },\n"
                   "          \"sources\": [\n"
                   "            \"wire.jsonl#7\"\n"
                   "          ],\n"
                   "          \"differs_from_statement\": true,\n"
                   "          \"to_first\": \"conflict\"\n"},
        {"no evidence", "          \"position\": null,\n"},
        {"voice", "                \"kind\": \"own\",\n"
                  "                \"name\": null,\n"
                  "                \"quoted\": false,\n"
                  "                \"commitment\": null\n"},
        {"silent", "      \"verdict\": \"silent\",\n"
                   "      \"side\": null,\n"
                   "      \"value\": null,\n"
                   "      \"values\": [],\n"
                   "      \"origins\": 0,\n"
                   "      \"why\": \"no source mentions it\",\n"
                   "      \"sources\": [],\n"
                   "      \"grouping\": []\n"},
        {"unknown metadata", "      \"source\": \"wire.jsonl#7\",\n"
                             "      \"path\": \"wire.jsonl\",\n"
                             "      \"publisher\": null,\n"
                             "      \"title\": null,\n"
                             "      \"published\": null,\n"
                             "      \"language\": null,\n"
                             "      \"words\": 96\n"},
        {"published", "      \"published\": \"2031-05-06\",\n"},
        {"problem", "      \"path\": \"gone.txt\",\n"
                    "      \"line\": null,\n"
                    "      \"column\": null,\n"
                    "      \"kind\": \"unreadable\",\n"
                    "      \"message\": \"no such file\"\n"},
        {"summary", "  \"summary\": {\n"
                    "    \"agreement\": 1,\n"
                    "    \"contradiction\": 1,\n"
                    "    \"single-source\": 1,\n"
                    "    \"unsettled\": 1,\n"
                    "    \"silent\": 3,\n"
                    "    \"sources\": 3,\n"
                    "    \"unread\": 1,\n"
                    "    \"flagged\": 2\n"
                    "  }\n}\n"},
    };
    struct sample_output output;
    size_t i;

    write_sample(&output, (struct xc_str){"", 0}, SIZE_MAX / 4);
    for (i = 0; i < XC_COUNT(rows); i++)
        assert_holds(&output, rows[i].name, rows[i].part);
    sample_output_release(&output);
}
END_TEST

START_TEST(json_empty_run_is_whole)
{
    struct sample_output output;
    struct xc_arena arena;

    xc_arena_init(&arena);
    sample_output_init(&output);
    xc_report_json(sample_run_empty(&arena), &output.sink);
    ck_assert_msg(strstr(output.bytes, "  \"topics\": [],\n"
                                       "  \"claims\": [],\n"
                                       "  \"sources\": [],\n"
                                       "  \"problems\": [],\n") != NULL,
                  "%s", output.bytes);
    sample_output_release(&output);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(json_poisoned_run_is_inert)
{
    size_t i;

    for (i = 0; i < sample_n_poisons; i++) {
        struct sample_output output;
        struct xc_str text;
        size_t off;

        write_sample(&output, sample_poisons[i], SIZE_MAX / 4);
        text = (struct xc_str){output.bytes, output.len};
        for (off = 0; off < text.len;) {
            struct xc_glyph c = xc_glyph_at(text, off);

            ck_assert_msg(!c.bad && (c.code == '\n' || !xc_glyph_is_hidden(c.code)),
                          "poison %zu: U+%04X at %zu", i, (unsigned)c.code, off);
            off += c.len_bytes;
        }
        sample_output_release(&output);
    }
}
END_TEST

START_TEST(json_dropped_problems_are_counted)
{
    struct sample_output output;
    struct xc_arena arena;
    struct xc_run *run;

    xc_arena_init(&arena);
    sample_output_init(&output);
    run = sample_run_empty(&arena);
    run->problems.n_dropped = 1;
    xc_report_json(run, &output.sink);
    assert_holds(&output, "dropped problem",
                 "      \"path\": null,\n"
                 "      \"line\": null,\n"
                 "      \"column\": null,\n"
                 "      \"kind\": \"limit\",\n"
                 "      \"message\": \"1 more problem is not listed\"\n");
    sample_output_release(&output);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(json_failing_sink_stops_writing)
{
    struct sample_output whole;
    size_t most;

    write_sample(&whole, (struct xc_str){"", 0}, SIZE_MAX / 4);
    ck_assert(!whole.sink.failed);
    for (most = 0; most < whole.len; most += 1 + whole.len / 40) {
        struct sample_output output;

        write_sample(&output, (struct xc_str){"", 0}, most);
        ck_assert(output.sink.failed);
        ck_assert_uint_le(output.len, most);
        ck_assert_int_eq(memcmp(output.bytes, whole.bytes, output.len), 0);
        sample_output_release(&output);
    }
    sample_output_release(&whole);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        json_string_is_escaped,
        json_string_escapes_in_every_place,
        json_number_is_whole,
        json_emit_indents_and_separates,
        json_report_tells_every_part,
        json_empty_run_is_whole,
        json_poisoned_run_is_inert,
        json_dropped_problems_are_counted,
        json_failing_sink_stops_writing,
        NULL,
    };

    return suite_run("report_json", tests);
}
