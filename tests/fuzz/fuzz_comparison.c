/* SPDX-License-Identifier: Apache-2.0 */
/* Two reports, one before and one behind the byte 0x1D, read back, compared and told. */
#include "config.h"

#include "data/json.h"
#include "invariant.h"
#include "report/diff.h"

static void
tell(const struct xc_comparison *comparison)
{
    const struct xc_report_style style = {true, 60};
    struct harness_buffer buffer;
    struct xc_sink sink = harness_sink(&buffer);
    struct xc_problems problems;
    struct xc_node *root;
    struct xc_arena arena;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    xc_report_diff_text(comparison, &style, &sink);
    invariant_inert(harness_written(&buffer), true);
    harness_buffer_free(&buffer);
    sink = harness_sink(&buffer);
    xc_report_diff_markdown(comparison, &sink);
    invariant_inert(harness_written(&buffer), false);
    harness_buffer_free(&buffer);
    sink = harness_sink(&buffer);
    xc_report_diff_json(comparison, &sink);
    invariant_inert(harness_written(&buffer), false);
    assert(!sink.failed);
    assert(xc_json_parse_report(harness_written(&buffer), XC_STR("d.json"), &arena,
                                &root, &problems) == XC_OK);
    harness_buffer_free(&buffer);
    xc_arena_release(&arena);
}

static void
compare(const struct xc_told *before, const struct xc_told *after,
        struct xc_arena *arena)
{
    struct xc_comparison comparison;

    assert(xc_comparison_make(before, after, arena, &comparison) == XC_OK);
    assert(comparison.summary.turned + comparison.summary.changed +
               comparison.summary.came + comparison.summary.went ==
           comparison.n);
    assert(comparison.summary.unchanged + comparison.n - comparison.summary.went ==
           after->n_claims);
    tell(&comparison);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str rest = harness_input(bytes, n_bytes);
    struct xc_str first = harness_cut(&rest, '\x1D');
    struct xc_told told[2];
    struct xc_problems problems;
    struct xc_arena arena;
    enum xc_status status;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = xc_told_read(first, XC_STR("a.json"), &arena, &told[0], &problems);
    if (status == XC_OK)
        status = xc_told_read(rest, XC_STR("b.json"), &arena, &told[1], &problems);
    assert(status == XC_OK ? problems.n == 0
                           : status == XC_BAD_INPUT && problems.n == 1);
    if (status == XC_OK) {
        compare(&told[0], &told[1], &arena);
        compare(&told[1], &told[0], &arena);
    }
    invariant_problems(&problems);
    xc_arena_release(&arena);
    return 0;
}
