/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/findings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "report/glyph.h"
#include "sample_findings.h"
#include "sample_run.h"
#include "suite.h"

static void
write_findings(struct sample_output *output, const struct xc_findings *findings,
               enum xc_findings_format format)
{
    const struct xc_report_style style = {false, 80};

    sample_output_init(output);
    xc_report_findings(findings, format, &style, &output->sink);
    ck_assert(!output->sink.failed);
}

static void
write_sample(struct sample_output *output, struct xc_str poison,
             enum xc_findings_format format)
{
    struct xc_arena arena;

    xc_arena_init(&arena);
    write_findings(output, sample_findings_new(&arena, poison), format);
    xc_arena_release(&arena);
}

static size_t
n_formats(void)
{
    const char *const *names = xc_findings_format_names();
    size_t n = 0;

    while (names[n] != NULL)
        n++;
    return n;
}

struct row {
    const char *name;
    const char *part;
};

static void
assert_tells(enum xc_findings_format format, const struct row *rows, size_t n)
{
    struct sample_output output;
    size_t i;

    write_sample(&output, (struct xc_str){"", 0}, format);
    for (i = 0; i < n; i++)
        ck_assert_msg(strstr(output.bytes, rows[i].part) != NULL, "no %s in:\n%s",
                      rows[i].name, output.bytes);
    sample_output_release(&output);
}

START_TEST(findings_as_text_tell_every_part)
{
    static const struct row rows[] = {
        {"place, kind, sentence, claim",
         "desk/post.md:10:15: error: contradicts-record: 2 sources of the record deny "
         "it\n"
         "    On Monday the «bridge was shut», our reporter saw.\n"
         "    claim: The bridge was shut. (bridge/bridge-shut)\n"},
        {"the other side",
         "    compared with: record/herald.txt:3:5 · denies · origin 1\n"
         "      The bridge was never shut, the harbour office said.\n"
         "    compared with: record/wire.jsonl#7:7 · conflicts with itself · “two "
         "days” ·\n"
         "      origin 2\n"
         "      It stayed open but for two days.\n\n"},
        {"no column", "desk/feed.jsonl:20: error: contradicts-itself: "},
        {"suppression",
         "    suppressed until 2031-05-01: the harbour office told us on the phone\n"
         "      (xclaim.yaml:12)\n\n"},
        {"decision",
         "    decided by an editor: read again by the night desk: it stands\n"},
        {"untouched", "    on a line that the change does not touch\n"},
        {"settings", "\n\nxclaim.yaml: warning: unused-suppression: it suppresses "
                     "nothing: remove it\n\n"},
        {"problems", "2 problems\n  desk/gone.md: no such file\n"
                     "  desk/odd.md:2:3: wrong front matter\n\n"},
        {"summary",
         "\n2 errors, 2 warnings, 1 note · 1 suppressed · 2 in the baseline · 4 "
         "articles\nagainst 14 sources of the record, 1 unread\n"},
    };

    assert_tells(XC_FINDINGS_TEXT, rows, XC_COUNT(rows));
}
END_TEST

START_TEST(findings_as_json_tell_every_part)
{
    static const struct row rows[] = {
        {"head", "{\n  \"xclaim\": \"" PACKAGE_VERSION "\",\n  \"format\": 1,\n"
                 "  \"findings\": [\n    {\n"
                 "      \"kind\": \"contradicts-itself\",\n"
                 "      \"severity\": \"error\",\n"
                 "      \"topic\": \"bridge\",\n"
                 "      \"claim\": \"bridge-shut\",\n"
                 "      \"statement\": \"The bridge was shut.\",\n"},
        {"no column", "      \"source\": \"desk/feed.jsonl#a\",\n"
                      "      \"path\": \"desk/feed.jsonl\",\n"
                      "      \"line\": 20,\n"
                      "      \"column\": null,\n"
                      "      \"start\": 2000,\n"
                      "      \"end\": 2015,\n"
                      "      \"quote\": \"bridge was shut\",\n"
                      "      \"before\": \"The \",\n"
                      "      \"after\": \".\",\n"
                      "      \"against\": [],\n"},
        {"the other side", "          \"source\": \"record/wire.jsonl#7\",\n"
                           "          \"position\": \"conflicts\",\n"
                           "          \"value\": \"two days\",\n"
                           "          \"origin\": 2,\n"
                           "          \"path\": \"record/wire.jsonl\",\n"
                           "          \"line\": 7,\n"
                           "          \"column\": null,\n"},
        {"suppression", "      \"suppressed\": {\n"
                        "        \"reason\": \"the harbour office told us on the "
                        "phone\",\n"
                        "        \"until\": \"2031-05-01\",\n"
                        "        \"path\": \"xclaim.yaml\",\n"
                        "        \"line\": 12\n"
                        "      }\n"},
        {"settings", "      \"source\": null,\n"
                     "      \"path\": \"xclaim.yaml\",\n"
                     "      \"line\": null,\n"
                     "      \"column\": null,\n"
                     "      \"start\": null,\n"
                     "      \"end\": null,\n"
                     "      \"quote\": \"\",\n"},
        {"untouched", "      \"untouched\": true,\n"},
        {"summary", "  \"summary\": {\n"
                    "    \"articles\": 4,\n"
                    "    \"record\": 14,\n"
                    "    \"unread\": 1,\n"
                    "    \"errors\": 2,\n"
                    "    \"warnings\": 2,\n"
                    "    \"notes\": 1,\n"
                    "    \"suppressed\": 1,\n"
                    "    \"baseline\": 2\n"
                    "  }\n}\n"},
    };

    assert_tells(XC_FINDINGS_JSON, rows, XC_COUNT(rows));
}
END_TEST

START_TEST(findings_as_ndjson_are_a_line_each)
{
    static const struct row rows[] = {
        {"finding", "\n{\"type\": \"finding\", \"kind\": \"contradicts-record\", "},
        {"problem", "\n{\"type\": \"problem\", \"path\": \"desk/gone.md\", "},
        {"summary", "\n{\"type\": \"summary\", \"xclaim\": \"" PACKAGE_VERSION "\", "},
    };

    assert_tells(XC_FINDINGS_NDJSON, rows, XC_COUNT(rows));
}
END_TEST

/* Nothing of an article, rule or name reaches a reader as a control, a bidirectional or
 * another invisible character, or as bytes that are not UTF-8. */
START_TEST(findings_are_inert_in_every_format)
{
    size_t format;
    size_t poison;

    for (format = 0; format < n_formats(); format++) {
        for (poison = 0; poison < sample_n_poisons; poison++) {
            struct sample_output output;
            size_t off = 0;

            write_sample(&output, sample_poisons[poison],
                         (enum xc_findings_format)format);
            while (off < output.len) {
                struct xc_glyph c =
                    xc_glyph_at((struct xc_str){output.bytes, output.len}, off);
                bool line_end =
                    c.code == '\n' || (c.code == '\r' && output.bytes[off + 1] == '\n');

                ck_assert_msg(!c.bad && (line_end || !xc_glyph_is_hidden(c.code)),
                              "%s, poison %zu: U+%04X at %zu",
                              xc_findings_format_names()[format], poison,
                              (unsigned)c.code, off);
                off += c.len_bytes;
            }
            sample_output_release(&output);
        }
    }
}
END_TEST

START_TEST(findings_stop_when_the_sink_fails)
{
    const struct xc_report_style style = {true, 80};
    struct xc_arena arena;
    const struct xc_findings *findings;
    size_t format;
    size_t most;

    xc_arena_init(&arena);
    findings = sample_findings_new(&arena, (struct xc_str){"", 0});
    for (format = 0; format < n_formats(); format++) {
        for (most = 0; most < 400; most += 57) {
            struct sample_output output;

            sample_output_init(&output);
            output.most = most;
            xc_report_findings(findings, (enum xc_findings_format)format, &style,
                               &output.sink);
            ck_assert_msg(output.sink.failed, "%s after %zu bytes",
                          xc_findings_format_names()[format], most);
            sample_output_release(&output);
        }
    }
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        findings_as_text_tell_every_part,   findings_as_json_tell_every_part,
        findings_as_ndjson_are_a_line_each, findings_are_inert_in_every_format,
        findings_stop_when_the_sink_fails,  NULL,
    };

    return suite_run("findings", tests);
}
