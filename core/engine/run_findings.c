/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/run_findings.h"

#include "base/limits.h"
#include "verdict/against.h"
#include "verdict/values.h"

/* One claim of the run. */
struct telling {
    struct xc_run *run;
    const struct xc_check_source *sources;
    const struct xc_claim_result *result;
    struct xc_camps camps; /* of a contradiction */
    struct xc_findings *findings;
};

/* The kind of a claim's findings; false for a silent one, which has none. */
static bool
kind_of(enum xc_verdict verdict, enum xc_finding_kind *out)
{
    switch (verdict) {
    case XC_VERDICT_CONTRADICTION:
        *out = XC_FINDING_CONTRADICTION;
        return true;
    case XC_VERDICT_SINGLE_SOURCE:
        *out = XC_FINDING_SINGLE_SOURCE;
        return true;
    case XC_VERDICT_AGREEMENT:
        *out = XC_FINDING_AGREEMENT;
        return true;
    case XC_VERDICT_UNSETTLED:
        *out = XC_FINDING_UNSETTLED;
        return true;
    case XC_VERDICT_SILENT:
        break;
    }
    return false;
}

/* Adds the camps whose values exclude one of the mention's. */
static enum xc_status
add_values(const struct telling *telling, const struct xc_kept *mention,
           struct xc_against *against)
{
    const struct xc_camp_vec *camps = &telling->camps.list;
    int32_t day = telling->run->published_day[mention->source];
    enum xc_status status = XC_OK;
    size_t c;
    size_t v;

    for (v = 0; status == XC_OK && v < mention->n_values; v++) {
        const struct xc_kept_value *value = &mention->values[v];

        /* A full list ends the search, or time would grow with the square of the values
         * that a claim is told with. */
        for (c = 2; status == XC_OK && c < camps->n && against->n < XC_MAX_AGAINST;
             c++) {
            const struct xc_camp *camp = &camps->items[c];

            if (camp->slot == value->slot &&
                xc_claim_values_exclude(telling->result->claim, &value->value, day,
                                        camp->value, camp->day))
                status = xc_against_add_camp(&telling->camps, telling->sources,
                                             mention->source, camp,
                                             &telling->run->arena, against);
        }
    }
    return status;
}

/* The origins that say otherwise than the mention, in other sources. */
static enum xc_status
add_against(const struct telling *telling, const struct xc_kept *mention,
            struct xc_finding *finding)
{
    bool denied = mention->stance == XC_STANCE_DENIED;
    const struct xc_camp *other = &telling->camps.list.items[denied ? 0 : 1];
    struct xc_against against = {0};
    enum xc_status status =
        xc_against_add_camp(&telling->camps, telling->sources, mention->source, other,
                            &telling->run->arena, &against);

    if (status == XC_OK && !denied)
        status = add_values(telling, mention, &against);
    finding->against = against.items;
    finding->n_against = against.n;
    return status;
}

static enum xc_status
add_finding(const struct telling *telling, enum xc_finding_kind kind, size_t m)
{
    const struct xc_claim_result *result = telling->result;
    const struct xc_kept *mention = result->mentions[m];
    struct xc_finding *finding =
        xc_findings_add(telling->findings, kind, xc_finding_kind_severity(kind), result,
                        m, &telling->run->arena);

    if (finding == NULL)
        return XC_NO_MEMORY;
    finding->message = result->why;
    finding->source = telling->sources[mention->source].id;
    finding->path = telling->sources[mention->source].path;
    if (kind != XC_FINDING_CONTRADICTION)
        return XC_OK;
    return add_against(telling, mention, finding);
}

/* scratch is reset for each claim. */
static enum xc_status
tell_claim(struct telling *telling, struct xc_arena *scratch)
{
    const struct xc_claim_result *result = telling->result;
    enum xc_status status = XC_OK;
    enum xc_finding_kind kind;
    size_t m;

    if (!kind_of(result->verdict, &kind))
        return XC_OK;
    xc_arena_reset(scratch);
    if (kind == XC_FINDING_CONTRADICTION)
        status = xc_camps_gather(result, telling->sources, telling->run->published_day,
                                 scratch, &telling->camps);
    for (m = 0; status == XC_OK && m < result->n_mentions; m++) {
        bool speaks = kind == XC_FINDING_UNSETTLED ? xc_kept_counts(result->mentions[m])
                                                   : result->origin_of[m] > 0;

        if (speaks)
            status = add_finding(telling, kind, m);
    }
    return status;
}

struct xc_check_source *
xc_run_list_sources(struct xc_run *run)
{
    struct xc_check_source *sources =
        xc_arena_array(&run->arena, run->sources.n, sizeof *sources);
    size_t i;

    for (i = 0; sources != NULL && i < run->sources.n; i++)
        sources[i] = (struct xc_check_source){run->sources.items[i].id,
                                              run->sources.items[i].path,
                                              run->sources.items[i].is_checked};
    return sources;
}

enum xc_status
xc_run_name_articles(struct xc_run *run, bool checked, struct xc_findings *findings)
{
    size_t i;

    findings->n_articles = 0;
    findings->articles =
        xc_arena_array(&run->arena, run->sources.n, sizeof *findings->articles);
    if (findings->articles == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < run->sources.n; i++) {
        if (!checked || run->sources.items[i].is_checked)
            findings->articles[findings->n_articles++] = run->sources.items[i].id;
    }
    return XC_OK;
}

enum xc_status
xc_run_findings(struct xc_run *run, struct xc_findings *findings)
{
    struct telling telling = {.run = run, .findings = findings};
    struct xc_arena scratch;
    enum xc_status status;
    size_t i;

    *findings = (struct xc_findings){.problems = &run->problems};
    findings->summary.articles = run->summary.sources;
    findings->summary.unread = run->summary.unread;
    status = xc_run_name_articles(run, false, findings);
    telling.sources = xc_run_list_sources(run);
    if (telling.sources == NULL)
        return XC_NO_MEMORY;
    xc_arena_init(&scratch);
    for (i = 0; status == XC_OK && i < run->n_claims; i++) {
        telling.result = &run->claims[i];
        status = tell_claim(&telling, &scratch);
    }
    xc_arena_release(&scratch);
    if (status == XC_OK)
        status = xc_findings_print(findings, &run->arena);
    if (status == XC_OK)
        xc_findings_finish(findings);
    return status;
}
