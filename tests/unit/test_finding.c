/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <check.h>
#include <string.h>

#include "base/vec.h"
#include "suite.h"
#include "verdict/finding.h"

static struct xc_arena arena;

static struct xc_finding
made(enum xc_finding_kind kind, const char *path, size_t line, const char *quote)
{
    return (struct xc_finding){.kind = kind,
                               .severity = xc_finding_kind_severity(kind),
                               .topic = XC_STR("pier"),
                               .claim = XC_STR("pier-closed"),
                               .source = xc_str_of(path),
                               .path = xc_str_of(path),
                               .line = line,
                               .quote = xc_str_of(quote)};
}

static struct xc_str
print_of(struct xc_finding finding)
{
    struct xc_findings findings = {.items = &finding, .n = 1, .cap = 1};

    ck_assert_int_eq(xc_findings_print(&findings, &arena), XC_OK);
    return finding.fingerprint;
}

START_TEST(finding_kind_name_parses_back)
{
    enum xc_finding_kind parsed;
    int i;

    for (i = 0; i < XC_N_FINDING_KINDS; i++) {
        enum xc_finding_kind kind = (enum xc_finding_kind)i;

        ck_assert(
            xc_finding_kind_parse(xc_str_of(xc_finding_kind_name(kind)), &parsed));
        ck_assert_int_eq(parsed, kind);
        ck_assert_ptr_nonnull(xc_severity_name(xc_finding_kind_severity(kind)));
        ck_assert_uint_gt(strlen(xc_finding_kind_meaning(kind)), 20);
    }
    ck_assert(!xc_finding_kind_parse(XC_STR("contradicts"), &parsed));
}
END_TEST

START_TEST(finding_order_is_severity_then_place)
{
    struct xc_finding items[] = {
        made(XC_FINDING_CORROBORATES, "a.md", 1, "a"),
        made(XC_FINDING_CONTRADICTS_RECORD, "b.md", 9, "b"),
        made(XC_FINDING_UNCORROBORATED, "a.md", 2, "c"),
        made(XC_FINDING_CONTRADICTS_RECORD, "b.md", 7, "d"),
        made(XC_FINDING_CONTRADICTS_ITSELF, "a.md", 30, "e"),
    };
    struct xc_findings findings = {.items = items, .n = XC_COUNT(items)};
    char order[XC_COUNT(items) + 1] = {0};
    size_t i;

    items[0].is_suppressed = true;
    xc_findings_finish(&findings);
    for (i = 0; i < findings.n; i++)
        order[i] = findings.items[i].quote.ptr[0];
    ck_assert_str_eq(order, "edbca");
    ck_assert_uint_eq(findings.summary.errors, 3);
    ck_assert_uint_eq(findings.summary.warnings, 1);
    ck_assert_uint_eq(findings.summary.notes, 0);
    ck_assert_uint_eq(findings.summary.suppressed, 1);
}
END_TEST

START_TEST(finding_fingerprint_outlives_lines_and_case)
{
    struct xc_finding before =
        made(XC_FINDING_UNCORROBORATED, "a.md", 4, "The pier closed");
    struct xc_finding moved =
        made(XC_FINDING_UNCORROBORATED, "./a.md", 90, "the  PIER closed");
    struct xc_finding other =
        made(XC_FINDING_UNCORROBORATED, "a.md", 4, "The pier closes");
    struct xc_finding elsewhere =
        made(XC_FINDING_UNCORROBORATED, "b.md", 4, "The pier closed");
    struct xc_finding kind =
        made(XC_FINDING_SINGLE_ORIGIN, "a.md", 4, "The pier closed");

    ck_assert_uint_eq(print_of(before).len, 32);
    ck_assert(xc_str_equal(print_of(before), print_of(moved)));
    ck_assert(!xc_str_equal(print_of(before), print_of(other)));
    ck_assert(!xc_str_equal(print_of(before), print_of(elsewhere)));
    ck_assert(!xc_str_equal(print_of(before), print_of(kind)));
}
END_TEST

START_TEST(finding_fingerprint_of_same_sentence_twice_differs)
{
    struct xc_finding items[] = {
        made(XC_FINDING_UNCORROBORATED, "a.md", 9, "The pier closed"),
        made(XC_FINDING_UNCORROBORATED, "a.md", 4, "The pier closed"),
    };
    struct xc_findings findings = {.items = items, .n = XC_COUNT(items)};

    ck_assert_int_eq(xc_findings_print(&findings, &arena), XC_OK);
    ck_assert_uint_eq(items[0].line, 4);
    ck_assert(!xc_str_equal(items[0].fingerprint, items[1].fingerprint));
    ck_assert(xc_str_equal(
        items[0].fingerprint,
        print_of(made(XC_FINDING_UNCORROBORATED, "a.md", 40, "The pier closed"))));
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        finding_kind_name_parses_back,
        finding_order_is_severity_then_place,
        finding_fingerprint_outlives_lines_and_case,
        finding_fingerprint_of_same_sentence_twice_differs,
        NULL,
    };
    int code;

    xc_arena_init(&arena);
    code = suite_run("finding", tests);
    xc_arena_release(&arena);
    return code;
}
