/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The end of a list of findings: fingerprints, order, counts.
 */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/table.h"
#include "text/fold.h"
#include "verdict/finding.h"

static int
compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* By place, then by what it is about: the order in which occurrences are counted. */
static int
compare_places(const void *left, const void *right)
{
    const struct xc_finding *a = left;
    const struct xc_finding *b = right;
    int order = xc_str_compare(a->path, b->path);

    if (order == 0)
        order = compare_sizes(a->line, b->line);
    if (order == 0)
        order = compare_sizes(a->column, b->column);
    if (order == 0)
        order = compare_sizes(a->span.off_bytes, b->span.off_bytes);
    if (order == 0)
        order = compare_sizes(a->kind, b->kind);
    if (order == 0)
        order = xc_str_compare(a->topic, b->topic);
    if (order == 0)
        order = xc_str_compare(a->claim, b->claim);
    if (order == 0)
        order = xc_str_compare(a->source, b->source);
    return order != 0 ? order : xc_str_compare(a->message, b->message);
}

static int
compare_findings(const void *left, const void *right)
{
    const struct xc_finding *a = left;
    const struct xc_finding *b = right;
    int order = compare_sizes(a->severity, b->severity);

    return order != 0 ? order : compare_places(left, right);
}

/* What makes a finding this finding, without its number; ptr NULL: memory is short. */
static struct xc_str
make_key(const struct xc_finding *finding, struct xc_arena *scratch)
{
    struct xc_str sentence = xc_arena_printf(
        scratch, "%.*s%.*s%.*s", (int)finding->before.len,
        finding->before.len == 0 ? "" : finding->before.ptr, (int)finding->quote.len,
        finding->quote.len == 0 ? "" : finding->quote.ptr, (int)finding->after.len,
        finding->after.len == 0 ? "" : finding->after.ptr);
    struct xc_str source = xc_str_plain_path(finding->source);
    struct xc_str folded;

    if (sentence.ptr == NULL ||
        xc_fold_short(sentence, true, scratch, &folded) != XC_OK)
        return (struct xc_str){NULL, 0};
    return xc_arena_printf(
        scratch, "%s\n%.*s\n%.*s\n%.*s\n%.*s", xc_finding_kind_name(finding->kind),
        (int)finding->topic.len, finding->topic.len == 0 ? "" : finding->topic.ptr,
        (int)finding->claim.len, finding->claim.len == 0 ? "" : finding->claim.ptr,
        (int)source.len, source.len == 0 ? "" : source.ptr, (int)folded.len,
        folded.len == 0 ? "" : folded.ptr);
}

/* 128 bits, so that a newsroom's whole archive of findings has no two alike by chance. */
static struct xc_str
print(struct xc_str key, size_t occurrence, struct xc_arena *arena,
      struct xc_arena *scratch)
{
    struct xc_str text =
        xc_arena_printf(scratch, "%zu\n%.*s", occurrence, (int)key.len, key.ptr);

    if (text.ptr == NULL)
        return text;
    return xc_arena_printf(arena, "%016" PRIx64 "%016" PRIx64, xc_hash_bytes(text),
                           xc_hash_bytes(xc_str_sub(text, 1, text.len - 1)));
}

/* The findings stand in the order of places. */
static enum xc_status
make_fingerprints(struct xc_findings *findings, struct xc_arena *arena,
                  struct xc_arena *scratch)
{
    size_t *occurrences = xc_arena_array(scratch, findings->n, sizeof *occurrences);
    struct xc_table seen = {NULL, 0, 0};
    size_t i;

    if (occurrences == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < findings->n; i++) {
        struct xc_finding *finding = &findings->items[i];
        struct xc_str key = make_key(finding, scratch);
        size_t first;

        if (key.ptr == NULL || !xc_table_add(&seen, key, i, scratch, &first))
            return XC_NO_MEMORY;
        finding->fingerprint = print(key, ++occurrences[first], arena, scratch);
        if (finding->fingerprint.ptr == NULL)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

static void
count(struct xc_findings *findings)
{
    struct xc_finding_summary *summary = &findings->summary;
    size_t i;

    summary->errors = 0;
    summary->warnings = 0;
    summary->notes = 0;
    summary->suppressed = 0;
    for (i = 0; i < findings->n; i++) {
        const struct xc_finding *finding = &findings->items[i];

        if (finding->is_suppressed)
            summary->suppressed++;
        else if (finding->severity == XC_SEVERITY_ERROR)
            summary->errors++;
        else if (finding->severity == XC_SEVERITY_WARNING)
            summary->warnings++;
        else
            summary->notes++;
    }
}

enum xc_status
xc_findings_print(struct xc_findings *findings, struct xc_arena *arena)
{
    struct xc_arena scratch;
    enum xc_status status;

    xc_arena_init(&scratch);
    if (findings->n > 0)
        qsort(findings->items, findings->n, sizeof *findings->items, compare_places);
    status = make_fingerprints(findings, arena, &scratch);
    xc_arena_release(&scratch);
    return status;
}

void
xc_findings_finish(struct xc_findings *findings)
{
    if (findings->n > 0)
        qsort(findings->items, findings->n, sizeof *findings->items, compare_findings);
    count(findings);
}
