/* SPDX-License-Identifier: Apache-2.0 */
/* A baseline read; and, written again, it says the same. */
#include "config.h"

#include "invariant.h"
#include "report/baseline.h"
#include "verdict/baseline.h"

static void
write_and_read(const struct xc_baseline *baseline, struct xc_arena *arena)
{
    struct harness_buffer buffer;
    struct xc_sink sink = harness_sink(&buffer);
    struct xc_findings findings = {.n = baseline->n};
    struct xc_problems problems;
    struct xc_baseline again;
    size_t i;

    findings.items = xc_arena_array(arena, baseline->n, sizeof *findings.items);
    assert(findings.items != NULL);
    for (i = 0; i < baseline->n; i++) {
        const struct xc_baseline_entry *entry = &baseline->items[i];

        findings.items[i] = (struct xc_finding){.kind = entry->kind,
                                                .topic = entry->topic,
                                                .claim = entry->claim,
                                                .source = entry->source,
                                                .quote = entry->quote,
                                                .fingerprint = entry->fingerprint};
    }
    xc_report_baseline(&findings, &sink);
    assert(!sink.failed);
    invariant_inert(harness_written(&buffer), false);
    xc_problems_init(&problems, arena);
    assert(xc_baseline_read(harness_written(&buffer), XC_STR("b.json"), arena, &again,
                            &problems) == XC_OK);
    assert(again.n == baseline->n);
    assert(xc_baseline_apply(&findings, &again) == 0);
    assert(findings.n == 0 && findings.summary.baseline == baseline->n);
    harness_buffer_free(&buffer);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_baseline baseline;
    struct xc_problems problems;
    struct xc_arena arena;
    enum xc_status status;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = xc_baseline_read(harness_input(bytes, n_bytes), XC_STR("a.json"), &arena,
                              &baseline, &problems);
    assert(status == XC_OK ? problems.n == 0
                           : status == XC_BAD_RULE && problems.n == 1);
    if (status == XC_OK)
        write_and_read(&baseline, &arena);
    invariant_problems(&problems);
    xc_arena_release(&arena);
    return 0;
}
