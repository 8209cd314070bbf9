/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The formats of findings that other programs show, and what their hosts have no room for.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "report/findings.h"
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

static size_t
occurrences(const char *text, const char *part)
{
    size_t n = 0;

    for (text = strstr(text, part); text != NULL; text = strstr(text + 1, part))
        n++;
    return n;
}

START_TEST(findings_tell_every_part_in_their_hosts_words)
{
    static const struct {
        enum xc_findings_format format;
        const char *name;
        const char *part;
    } rows[] = {
        {XC_FINDINGS_SARIF, "rule",
         "              \"id\": \"contradicts-record\",\n"
         "              \"shortDescription\": {\n"},
        {XC_FINDINGS_SARIF, "region",
         "                \"region\": {\n"
         "                  \"startLine\": 10,\n"
         "                  \"startColumn\": 15\n"
         "                }\n"},
        {XC_FINDINGS_SARIF, "no column",
         "                \"region\": {\n"
         "                  \"startLine\": 20\n"
         "                }\n"},
        {XC_FINDINGS_SARIF, "path", "\"uri\": \"desk/a%20%231.txt\"\n"},
        {XC_FINDINGS_SARIF, "no region",
         "                  \"uri\": \"xclaim.yaml\"\n"
         "                }\n"
         "              }\n"},
        {XC_FINDINGS_SARIF, "suppression",
         "              \"kind\": \"external\",\n"
         "              \"justification\": \"the harbour office told us on the phone "
         "(until 2031-05-01)\",\n"},
        {XC_FINDINGS_SARIF, "lost input", "\"executionSuccessful\": false,\n"},
        {XC_FINDINGS_JUNIT, "figures",
         "<testsuites name=\"xclaim\" tests=\"9\" failures=\"4\" errors=\"1\" "
         "skipped=\"1\">\n"},
        {XC_FINDINGS_JUNIT, "clean article",
         "  <testsuite name=\"desk/good.txt\" tests=\"1\" failures=\"0\" "
         "errors=\"0\" skipped=\"0\">\n"
         "    <testcase classname=\"xclaim\" name=\"no finding\" time=\"0\"/>\n"},
        {XC_FINDINGS_JUNIT, "suppressed",
         "      <skipped message=\"the harbour office told us on the phone\"/>\n"},
        {XC_FINDINGS_JUNIT, "problem",
         "      <error type=\"unreadable\" message=\"no such file\"/>\n"},
        {XC_FINDINGS_GITHUB, "error",
         "::error file=desk/post.md,line=10,col=15,title=contradicts-record::2 sources "
         "of the record deny it%0AOn Monday the «bridge was shut», our reporter "
         "saw.%0A"},
        {XC_FINDINGS_GITHUB, "no place",
         "\n::warning file=xclaim.yaml,title=unused-suppression::it suppresses "
         "nothing: remove it\n"},
        {XC_FINDINGS_GITLAB, "suppressed",
         "    \"check_name\": \"uncorroborated\",\n"
         "    \"fingerprint\": \"5755c30b3fc5018390c9244fa1dffdba\",\n"
         "    \"severity\": \"info\",\n"
         "    \"location\": {\n"
         "      \"path\": \"desk/post.md\",\n"
         "      \"lines\": {\n"
         "        \"begin\": 30\n"},
        {XC_FINDINGS_CSV, "head", "\"type\",\"severity\",\"kind\",\"topic\","},
        {XC_FINDINGS_CSV, "row",
         "\r\n\"finding\",\"warning\",\"unused-suppression\",\"\",\"\",\"\",\"it "
         "suppresses nothing: remove it\",\"\",\"xclaim.yaml\",,,\"\","},
        {XC_FINDINGS_MARKDOWN, "finding",
         "\n- **error: contradicts-record** · desk/post.md:10:15 · 2 sources of the "
         "record deny it\n"
         "\n  > “On Monday the **bridge was shut**, our reporter saw.”\n"},
        {XC_FINDINGS_MARKDOWN, "the other side",
         "\n  <details><summary>compared with 2 sources</summary>\n\n"
         "  - **record/herald.txt**:3:5 · denies · origin 1: “The bridge was never "
         "shut, the harbour office said.”\n"},
    };
    struct xc_arena arena;
    const struct xc_findings *findings;
    size_t i;

    xc_arena_init(&arena);
    findings = sample_findings_new(&arena, (struct xc_str){"", 0});
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct sample_output output;

        write_findings(&output, findings, rows[i].format);
        ck_assert_msg(strstr(output.bytes, rows[i].part) != NULL, "no %s in:\n%s",
                      rows[i].name, output.bytes);
        sample_output_release(&output);
    }
    xc_arena_release(&arena);
}
END_TEST

/* The gravest come first, and what is left out is told. */
START_TEST(annotations_over_ten_of_a_level_are_counted)
{
    static const struct {
        size_t n;
        size_t n_errors;
        size_t errors_told;
        size_t notes_told;
        const char *rest;
    } rows[] = {
        {10, 10, 10, 0, NULL},
        {10, 0, 0, 10, NULL},
        {20, 10, 10, 10, NULL},
        {11, 11, 10, 0, "::and 1 more that GitHub would not show\n"},
        {21, 11, 10, 9, "::and 2 more that GitHub would not show\n"},
        {11, 0, 0, 9, "::and 2 more that GitHub would not show\n"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct sample_output output;
        struct xc_arena arena;

        xc_arena_init(&arena);
        write_findings(&output,
                       sample_findings_many(&arena, rows[i].n, rows[i].n_errors),
                       XC_FINDINGS_GITHUB);
        ck_assert_uint_eq(occurrences(output.bytes, "::error file="),
                          rows[i].errors_told);
        ck_assert_uint_eq(occurrences(output.bytes, "::notice file="),
                          rows[i].notes_told);
        ck_assert_uint_eq(occurrences(output.bytes, "\n::notice title=xclaim"),
                          rows[i].rest != NULL);
        ck_assert(rows[i].rest == NULL || strstr(output.bytes, rows[i].rest) != NULL);
        sample_output_release(&output);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(sarif_results_over_the_cap_are_counted)
{
    const size_t n_over = 2;
    struct sample_output output;
    struct xc_arena arena;

    xc_arena_init(&arena);
    write_findings(&output,
                   sample_findings_many(&arena, XC_MAX_SARIF_RESULTS + n_over, 1),
                   XC_FINDINGS_SARIF);
    ck_assert_uint_eq(occurrences(output.bytes, "\"ruleId\": "), XC_MAX_SARIF_RESULTS);
    /* The one error is the last of its article, and the first here. */
    ck_assert_uint_eq(occurrences(output.bytes, "\"ruleId\": \"contradiction\""), 1);
    ck_assert(strstr(output.bytes, "and 2 more that are not listed here") != NULL);
    sample_output_release(&output);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(comment_is_never_longer_than_its_host_takes)
{
    struct sample_output output;
    struct xc_arena arena;
    size_t n_told;
    char rest[100];

    xc_arena_init(&arena);
    write_findings(&output, sample_findings_many(&arena, 2000, 3),
                   XC_FINDINGS_MARKDOWN);
    ck_assert_uint_le(output.len, XC_MAX_COMMENT_CHARACTERS);
    ck_assert_uint_ge(output.len, XC_MAX_COMMENT_CHARACTERS - 6000);
    ck_assert_uint_eq(occurrences(output.bytes, "\n- **error: "), 3);
    n_told = occurrences(output.bytes, "\n- **");
    (void)snprintf(rest, sizeof rest,
                   "\nand %zu more for which a comment has no room\n", 2000 - n_told);
    ck_assert_msg(strstr(output.bytes, rest) != NULL, "no %s", rest);
    sample_output_release(&output);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(no_findings_are_a_whole_document)
{
    static const struct {
        enum xc_findings_format format;
        const char *expected;
    } rows[] = {
        {XC_FINDINGS_TEXT, "0 errors, 0 warnings, 0 notes · 0 articles\n"},
        {XC_FINDINGS_GITHUB, "0 errors, 0 warnings, 0 notes · 0 articles\n"},
        {XC_FINDINGS_GITLAB, "[]\n"},
        {XC_FINDINGS_MARKDOWN, "## xclaim: 0 findings\n\n0 errors, 0 warnings, 0 notes "
                               "· 0 articles\n"},
        {XC_FINDINGS_JUNIT,
         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<testsuites name=\"xclaim\" tests=\"0\" failures=\"0\" errors=\"0\" "
         "skipped=\"0\">\n"
         "  <testsuite name=\"xclaim\" tests=\"0\" failures=\"0\" errors=\"0\" "
         "skipped=\"0\">\n"
         "    <system-out>0 errors, 0 warnings, 0 notes · 0 articles"
         "</system-out>\n"
         "  </testsuite>\n"
         "</testsuites>\n"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct sample_output output;
        struct xc_arena arena;

        xc_arena_init(&arena);
        write_findings(&output, sample_findings_empty(&arena), rows[i].format);
        ck_assert_str_eq(output.bytes, rows[i].expected);
        sample_output_release(&output);
        xc_arena_release(&arena);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        findings_tell_every_part_in_their_hosts_words,
        annotations_over_ten_of_a_level_are_counted,
        sarif_results_over_the_cap_are_counted,
        comment_is_never_longer_than_its_host_takes,
        no_findings_are_a_whole_document,
        NULL,
    };

    return suite_run("findings_views", tests);
}
