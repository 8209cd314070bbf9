/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/check.h"

#include <string.h>

#include "engine/judge.h"
#include "engine/run_findings.h"

/* The mentions of the record alone, into kept (room for all); how many of all are new. */
static size_t
keep_record(const struct xc_check_source *sources, const struct xc_claim_result *result,
            struct xc_kept **kept, size_t *out_n)
{
    size_t n_new = 0;
    size_t m;

    *out_n = 0;
    for (m = 0; m < result->n_mentions; m++) {
        if (sources[result->mentions[m]->source].is_checked)
            n_new++;
        else
            kept[(*out_n)++] = result->mentions[m];
    }
    return n_new;
}

/* One claim; scratch is reset for each. */
static enum xc_status
check_claim(const struct xc_run *run, struct xc_checking *checking,
            const struct xc_claim_result *result, struct xc_arena *scratch)
{
    struct xc_kept **record;
    struct xc_claim_result before;
    enum xc_status status;
    size_t n;

    xc_arena_reset(scratch);
    record = xc_arena_array(scratch, result->n_mentions, sizeof(struct xc_kept *));
    if (record == NULL)
        return XC_NO_MEMORY;
    if (keep_record(checking->sources, result, record, &n) == 0)
        return XC_OK;
    status = xc_run_judge(run, result->claim, record, n, scratch, &before);
    return status == XC_OK ? xc_check_claim(checking, result, before.verdict) : status;
}

static void
count_sources(const struct xc_run *run, struct xc_finding_summary *summary)
{
    size_t i;

    for (i = 0; i < run->sources.n; i++) {
        if (run->sources.items[i].is_checked)
            summary->articles++;
        else
            summary->record++;
    }
    summary->unread = run->summary.unread;
}

enum xc_status
xc_run_check(struct xc_run *run, const enum xc_severity *severities,
             struct xc_findings *findings)
{
    struct xc_checking checking = {
        .published_day = run->published_day,
        .arena = &run->arena,
        .findings = findings,
    };
    struct xc_arena scratch;
    enum xc_status status;
    size_t i;

    *findings = (struct xc_findings){.problems = &run->problems};
    memcpy(checking.severities, severities, sizeof checking.severities);
    count_sources(run, &findings->summary);
    status = xc_run_name_articles(run, true, findings);
    checking.sources = xc_run_list_sources(run);
    if (checking.sources == NULL)
        return XC_NO_MEMORY;
    xc_arena_init(&scratch);
    for (i = 0; status == XC_OK && i < run->n_claims; i++)
        status = check_claim(run, &checking, &run->claims[i], &scratch);
    xc_arena_release(&scratch);
    return status;
}
