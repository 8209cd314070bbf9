/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/baseline.h"

#include <stdlib.h>

#include "report/json_emit.h"
#include "verdict/baseline.h"

static int
compare(const void *left, const void *right)
{
    const struct xc_finding *const *a = left;
    const struct xc_finding *const *b = right;

    return xc_str_compare((*a)->fingerprint, (*b)->fingerprint);
}

static void
put_entry(struct xc_json_emit *emit, const struct xc_finding *finding)
{
    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "fingerprint", finding->fingerprint);
    xc_json_emit_str(emit, "kind", xc_str_of(xc_finding_kind_name(finding->kind)));
    xc_json_emit_known_str(emit, "topic", finding->topic);
    xc_json_emit_known_str(emit, "claim", finding->claim);
    xc_json_emit_known_str(emit, "source", finding->source);
    xc_json_emit_known_str(emit, "quote", finding->quote);
    xc_json_emit_close(emit);
}

void
xc_report_baseline(const struct xc_findings *findings, struct xc_sink *sink)
{
    const struct xc_finding **sorted;
    struct xc_json_emit emit;
    struct xc_arena arena;
    size_t n = 0;
    size_t i;

    xc_arena_init(&arena);
    sorted = xc_arena_array(&arena, findings->n, sizeof(const struct xc_finding *));
    if (sorted == NULL) {
        sink->failed = true;
        goto out;
    }
    for (i = 0; i < findings->n; i++) {
        if (!findings->items[i].is_suppressed)
            sorted[n++] = &findings->items[i];
    }
    if (n > 0)
        qsort(sorted, n, sizeof(const struct xc_finding *), compare);
    xc_json_emit_init(&emit, sink);
    xc_json_emit_open(&emit, NULL, '{');
    xc_json_emit_number(&emit, "xclaim", XC_BASELINE_FORMAT);
    xc_json_emit_open(&emit, "baseline", '[');
    for (i = 0; i < n; i++)
        put_entry(&emit, sorted[i]);
    xc_json_emit_close(&emit);
    xc_json_emit_close(&emit);
out:
    xc_arena_release(&arena);
}
