/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <check.h>
#include <string.h>

#include "base/vec.h"
#include "report/baseline.h"
#include "suite.h"
#include "verdict/baseline.h"

static struct xc_arena arena;

static struct xc_finding
made(enum xc_finding_kind kind, const char *path, const char *quote)
{
    return (struct xc_finding){.kind = kind,
                               .severity = xc_finding_kind_severity(kind),
                               .topic = XC_STR("pier"),
                               .claim = XC_STR("pier-closed"),
                               .source = xc_str_of(path),
                               .path = xc_str_of(path),
                               .line = 3,
                               .quote = xc_str_of(quote)};
}

/* The findings of an article, as a run makes them: two of one line, one suppressed, one
 * about settings, which has no claim and no source. */
static struct xc_findings
sample(void)
{
    struct xc_finding *items = xc_arena_array(&arena, 4, sizeof *items);
    struct xc_findings findings = {.items = items, .n = 4, .cap = 4};

    ck_assert_ptr_nonnull(items);
    items[0] = made(XC_FINDING_CONTRADICTS_RECORD, "a.md", "The \"old\" pier\n closed");
    items[1] = made(XC_FINDING_UNCORROBORATED, "a.md", "The pier closed");
    items[2] = made(XC_FINDING_UNCORROBORATED, "b.md", "The pier shut");
    items[2].is_suppressed = true;
    items[3] = (struct xc_finding){.kind = XC_FINDING_UNUSED_SUPPRESSION,
                                   .severity = XC_SEVERITY_WARNING,
                                   .path = XC_STR("xclaim.yaml"),
                                   .line = 9};
    ck_assert_int_eq(xc_findings_print(&findings, &arena), XC_OK);
    return findings;
}

struct written {
    char bytes[4096];
    size_t n;
};

static bool
keep(void *context, const char *bytes, size_t len)
{
    struct written *written = context;

    if (len > sizeof written->bytes - written->n)
        return false;
    memcpy(written->bytes + written->n, bytes, len);
    written->n += len;
    return true;
}

static struct xc_str
write_baseline(const struct xc_findings *findings, struct written *written)
{
    struct xc_sink sink = {keep, written, false};

    written->n = 0;
    xc_report_baseline(findings, &sink);
    ck_assert(!sink.failed);
    return (struct xc_str){written->bytes, written->n};
}

static enum xc_status
read_text(struct xc_str text, struct xc_baseline *out, struct xc_problems *problems)
{
    xc_problems_init(problems, &arena);
    return xc_baseline_read(text, XC_STR("known.json"), &arena, out, problems);
}

static struct xc_baseline
read_back(struct xc_str text)
{
    struct xc_baseline baseline;
    struct xc_problems problems;

    ck_assert_int_eq(read_text(text, &baseline, &problems), XC_OK);
    ck_assert_uint_eq(problems.n, 0);
    return baseline;
}

START_TEST(baseline_of_findings_leaves_only_what_was_suppressed)
{
    struct written written;
    struct xc_findings findings = sample();
    struct xc_baseline baseline = read_back(write_baseline(&findings, &written));

    ck_assert_uint_eq(baseline.n, 3);
    ck_assert_uint_eq(xc_baseline_apply(&findings, &baseline), 0);
    xc_findings_finish(&findings);
    ck_assert_uint_eq(findings.n, 1);
    ck_assert(xc_str_is(findings.items[0].quote, "The pier shut"));
    ck_assert_uint_eq(findings.summary.baseline, 3);
    ck_assert_uint_eq(findings.summary.suppressed, 1);
    ck_assert_uint_eq(findings.summary.errors, 0);
    ck_assert_uint_eq(findings.summary.warnings, 0);
}
END_TEST

START_TEST(baseline_entries_are_sorted_and_read_back_whole)
{
    struct written written;
    struct xc_findings findings = sample();
    struct xc_baseline baseline = read_back(write_baseline(&findings, &written));
    bool met = false;
    size_t i;

    for (i = 0; i < baseline.n; i++) {
        const struct xc_baseline_entry *entry = &baseline.items[i];

        ck_assert(i == 0 || xc_str_compare(baseline.items[i - 1].fingerprint,
                                           entry->fingerprint) < 0);
        if (entry->kind != XC_FINDING_CONTRADICTS_RECORD)
            continue;
        met = true;
        ck_assert(xc_str_is(entry->topic, "pier"));
        ck_assert(xc_str_is(entry->claim, "pier-closed"));
        ck_assert(xc_str_is(entry->source, "a.md"));
        ck_assert(xc_str_is(entry->quote, "The \"old\" pier\n closed"));
    }
    ck_assert(met);
}
END_TEST

START_TEST(baseline_applied_to_suppressed_finding_drops_it)
{
    struct written written;
    struct xc_findings findings = sample();
    struct xc_baseline baseline;

    findings.items[2].is_suppressed = false;
    findings.items[1].is_suppressed = false;
    baseline = read_back(write_baseline(&findings, &written));
    findings.items[0].is_suppressed = true;
    ck_assert_uint_eq(xc_baseline_apply(&findings, &baseline), 0);
    ck_assert_uint_eq(findings.n, 0);
}
END_TEST

START_TEST(baseline_entry_without_finding_is_stale)
{
    struct written written;
    struct xc_findings findings = sample();
    struct xc_baseline baseline = read_back(write_baseline(&findings, &written));
    struct xc_findings changed = {.items = findings.items, .n = 1, .cap = 1};

    changed.items[0] = made(XC_FINDING_UNCORROBORATED, "a.md", "The pier is closing");
    ck_assert_int_eq(xc_findings_print(&changed, &arena), XC_OK);
    ck_assert_uint_eq(xc_baseline_apply(&changed, &baseline), 3);
    ck_assert_uint_eq(changed.n, 1);
    ck_assert_uint_eq(changed.summary.baseline, 0);
}
END_TEST

START_TEST(baseline_of_nothing_reads_back_as_nothing)
{
    struct written written;
    struct xc_findings none = {.n = 0};
    struct xc_baseline baseline = read_back(write_baseline(&none, &written));

    ck_assert_uint_eq(baseline.n, 0);
    ck_assert_uint_eq(xc_baseline_apply(&none, &baseline), 0);
}
END_TEST

#define PRINT "0123456789abcdef0123456789abcdef"
#define REST "\"topic\": null, \"claim\": null, \"source\": null, \"quote\": null"

START_TEST(baseline_entry_twice_counts_once)
{
    struct xc_baseline baseline = read_back(XC_STR(
        "{\"xclaim\": 1, \"baseline\": ["
        "{\"fingerprint\": \"" PRINT "\", \"kind\": \"uncorroborated\"," REST "},"
        "{\"fingerprint\": \"" PRINT "\", \"kind\": \"uncorroborated\"," REST "}]}"));
    struct xc_findings none = {.n = 0};

    ck_assert_uint_eq(baseline.n, 1);
    ck_assert_uint_eq(xc_baseline_apply(&none, &baseline), 1);
}
END_TEST

START_TEST(baseline_that_is_none_is_told_with_its_place)
{
    static const struct {
        const char *text;
        const char *message;
    } rows[] = {
        {"", "not JSON: unexpected token near end of file"},
        {"[]", "is no baseline of xclaim: it must be an object, not a list"},
        {"{\"baseline\": []}", "is no baseline of xclaim: xclaim is missing"},
        {"{\"xclaim\": \"0.1.0\", \"baseline\": []}",
         "is no baseline of xclaim: xclaim must be a number, not a string"},
        {"{\"xclaim\": 2, \"baseline\": []}",
         "is no baseline of xclaim: xclaim is 2, and this program knows only 1"},
        {"{\"xclaim\": -1, \"baseline\": []}",
         "is no baseline of xclaim: xclaim must be a whole number, 0 or more"},
        {"{\"xclaim\": 1, \"claims\": []}",
         "is no baseline of xclaim: baseline is missing"},
        {"{\"xclaim\": 1, \"baseline\": {}}",
         "is no baseline of xclaim: baseline must be a list, not an object"},
        {"{\"xclaim\": 1, \"baseline\": [3]}",
         "is no baseline of xclaim: baseline[0] must be an object, not a number"},
        {"{\"xclaim\": 1, \"baseline\": [{}]}",
         "is no baseline of xclaim: baseline[0].fingerprint is missing"},
        {"{\"xclaim\": 1, \"baseline\": [{\"fingerprint\": \"12\"}]}",
         "is no baseline of xclaim: baseline[0].fingerprint must be 32 digits of 0-9 "
         "and a-f"},
        {"{\"xclaim\": 1, \"baseline\": [{\"fingerprint\": \"" PRINT "\", \"kind\": "
         "\"agreemint\", " REST "}]}",
         "is no baseline of xclaim: baseline[0].kind is no kind of finding"},
        {"{\"xclaim\": 1, \"baseline\": [{\"fingerprint\": \"" PRINT "\", \"kind\": "
         "\"agreement\", " REST "}, {\"fingerprint\": null}]}",
         "is no baseline of xclaim: baseline[1].fingerprint must be a string, not "
         "null"},
        {"{\"xclaim\": 1,\n \"xclaim\": 1}", "not JSON: duplicate object key near "
                                             "'\"xclaim\"'"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_baseline baseline = {.n = 77};
        struct xc_problems problems;

        ck_assert_msg(read_text(xc_str_of(rows[i].text), &baseline, &problems) ==
                          XC_BAD_RULE,
                      "%s", rows[i].text);
        ck_assert_uint_eq(problems.n, 1);
        ck_assert_msg(xc_str_is(problems.items[0].message, rows[i].message), "%s: %s",
                      rows[i].text, problems.items[0].message.ptr);
        ck_assert(xc_str_is(problems.items[0].path, "known.json"));
        ck_assert_uint_eq(baseline.n, 77);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        baseline_of_findings_leaves_only_what_was_suppressed,
        baseline_entries_are_sorted_and_read_back_whole,
        baseline_applied_to_suppressed_finding_drops_it,
        baseline_entry_without_finding_is_stale,
        baseline_of_nothing_reads_back_as_nothing,
        baseline_entry_twice_counts_once,
        baseline_that_is_none_is_told_with_its_place,
        NULL,
    };
    int code;

    xc_arena_init(&arena);
    code = suite_run("baseline", tests);
    xc_arena_release(&arena);
    return code;
}
