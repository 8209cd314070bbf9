/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The end of a run: mentions gathered by claim, traced to origins and judged.
 */
#include "config.h"

#include "engine/judge.h"

#include <stdint.h>
#include <string.h>

#include "base/vec.h"
#include "engine/boilerplate.h"
#include "engine/decide.h"
#include "engine/order.h"
#include "origin/undated.h"

/* Mentions sorted by claim, keeping the order in which they came (counting sort). */
struct by_claim {
    struct xc_kept **mentions;
    size_t *first; /* per claim over all topics, and one more */
    size_t n_claims;
};

static enum xc_status
gather(struct xc_run *run, struct by_claim *out)
{
    const struct xc_topic_vec *topics = run->topics;
    size_t *topic_first = xc_arena_array(&run->arena, topics->n + 1, sizeof(size_t));
    size_t *next;
    size_t i;

    if (topic_first == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < topics->n; i++)
        topic_first[i + 1] = topic_first[i] + topics->items[i].n_claims;
    out->n_claims = topic_first[topics->n];
    out->mentions =
        xc_arena_array(&run->arena, run->mentions.n, sizeof(struct xc_kept *));
    out->first = xc_arena_array(&run->arena, out->n_claims + 1, sizeof *out->first);
    next = xc_arena_array(&run->arena, out->n_claims + 1, sizeof *next);
    if (out->mentions == NULL || out->first == NULL || next == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < run->mentions.n; i++) {
        const struct xc_kept *kept = &run->mentions.items[i];
        out->first[topic_first[kept->topic] + kept->claim + 1]++;
    }
    for (i = 0; i < out->n_claims; i++)
        out->first[i + 1] += out->first[i];
    memcpy(next, out->first, (out->n_claims + 1) * sizeof *next);
    for (i = 0; i < run->mentions.n; i++) {
        struct xc_kept *kept = &run->mentions.items[i];
        out->mentions[next[topic_first[kept->topic] + kept->claim]++] = kept;
    }
    return XC_OK;
}

/* What tracing and judging want to know of all sources, and placing in *out_dated. */
static enum xc_status
gather_facts(struct xc_run *run, struct xc_undated_source **out_dated)
{
    size_t n = run->sources.n;
    size_t i;

    run->publishers = xc_arena_array(&run->arena, n, sizeof *run->publishers);
    run->published_day = xc_arena_array(&run->arena, n, sizeof *run->published_day);
    *out_dated = xc_arena_array(&run->arena, n, sizeof **out_dated);
    if (run->publishers == NULL || run->published_day == NULL || *out_dated == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        const struct xc_run_source *source = &run->sources.items[i];

        if (xc_fold_short(source->publisher, true, &run->arena,
                          &run->publishers[i].publisher) != XC_OK)
            return XC_NO_MEMORY;
        (*out_dated)[i] = (struct xc_undated_source){source->has_published, source->id};
        run->published_day[i] =
            source->has_published ? xc_date_day(source->published) : INT32_MIN;
    }
    return XC_OK;
}

static enum xc_status
mark_boilerplate(struct xc_run *run)
{
    struct xc_boilerplate_source *sources =
        xc_arena_array(&run->arena, run->sources.n, sizeof *sources);
    size_t i;

    if (sources == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < run->sources.n; i++)
        sources[i] = (struct xc_boilerplate_source){run->publishers[i].publisher,
                                                    run->published_day[i]};
    return xc_boilerplate_mark(run, sources);
}

/* Places what an undated copy leaves open, and judges the claim over mentions[0..n). */
static enum xc_status
place_and_judge(struct xc_run *run, const struct xc_topic *topic,
                const struct xc_claim *claim, const struct xc_undated_source *dated,
                struct xc_kept **mentions, size_t n)
{
    enum xc_status status = XC_OK;

    if (topic->event.present)
        status =
            xc_undated_place(&run->engine->origins, mentions, n, dated, &run->arena);
    if (status != XC_OK)
        return status;
    return xc_run_judge(run, claim, mentions, n, &run->arena,
                        &run->claims[run->n_claims]);
}

enum xc_status
xc_run_judge(const struct xc_run *run, const struct xc_claim *claim,
             struct xc_kept **mentions, size_t n, struct xc_arena *arena,
             struct xc_claim_result *out)
{
    return xc_verdict_judge(&run->engine->origins, &run->topics->items[claim->topic],
                            claim, mentions, n, run->publishers, run->published_day,
                            arena, out);
}

static bool
is_listed(const struct xc_run_filter *filter, const struct xc_topic *topic,
          const struct xc_claim *claim)
{
    return (filter->topic.len == 0 || xc_str_equal(filter->topic, topic->id)) &&
           (filter->claim.len == 0 || xc_str_equal(filter->claim, claim->id));
}

static bool
has_listed_verdict(const struct xc_run_filter *filter, enum xc_verdict verdict)
{
    size_t i;

    for (i = 0; i < filter->n_verdicts; i++) {
        if (filter->verdicts[i] == verdict)
            return true;
    }
    return filter->n_verdicts == 0;
}

static size_t
count_flagged(const struct xc_claim_result *result)
{
    size_t n = 0;
    size_t m;

    for (m = 0; m < result->n_mentions; m++)
        n += result->mentions[m]->n_hidden > 0;
    return n;
}

enum xc_status
xc_run_finish(struct xc_run *run, const struct xc_run_filter *filter)
{
    struct by_claim by_claim = {0};
    struct xc_undated_source *dated;
    enum xc_status status;
    size_t number = 0;
    size_t t;
    size_t c;

    status = xc_run_order(run);
    if (status == XC_OK)
        status = xc_decide(run);
    if (status == XC_OK)
        status = gather(run, &by_claim);
    if (status == XC_OK)
        status = gather_facts(run, &dated);
    if (status == XC_OK)
        status = mark_boilerplate(run);
    if (status != XC_OK)
        return status;
    run->claims = xc_arena_array(&run->arena, by_claim.n_claims, sizeof *run->claims);
    if (run->claims == NULL)
        return XC_NO_MEMORY;
    for (t = 0; t < run->topics->n; t++) {
        const struct xc_topic *topic = &run->topics->items[t];

        for (c = 0; c < topic->n_claims; c++, number++) {
            struct xc_claim_result *result = &run->claims[run->n_claims];
            size_t first = by_claim.first[number];

            if (!is_listed(filter, topic, &topic->claims[c]))
                continue;
            status = place_and_judge(run, topic, &topic->claims[c], dated,
                                     by_claim.mentions + first,
                                     by_claim.first[number + 1] - first);
            if (status != XC_OK)
                return status;
            if (!has_listed_verdict(filter, result->verdict))
                continue;
            run->summary.verdicts[result->verdict]++;
            run->summary.flagged += count_flagged(result);
            run->n_claims++;
        }
    }
    return XC_OK;
}
