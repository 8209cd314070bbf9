/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/company.h"

static void
find_shared(const struct xc_camps *camps, struct xc_company_origin *origins)
{
    const struct xc_claim_result *result = camps->result;
    size_t m;

    for (m = 0; m < result->n_mentions; m++) {
        struct xc_company_origin *origin = &origins[result->origin_of[m]];

        if (camps->weights[m] == XC_WEIGHT_NONE)
            continue;
        if (origin->first == NULL)
            origin->first = result->mentions[m];
        origin->is_shared |= origin->first->source != result->mentions[m]->source;
    }
}

static void
find_edges(const struct xc_claim_result *result, size_t *edge_of)
{
    size_t i;

    for (i = 0; i < result->n_mentions; i++)
        edge_of[i] = SIZE_MAX;
    for (i = 0; i < result->n_edges; i++) {
        const struct xc_origin_edge *edge = &result->edges[i];

        if (result->mentions[edge->a]->source == result->mentions[edge->b]->source)
            continue;
        if (edge_of[edge->a] == SIZE_MAX)
            edge_of[edge->a] = i;
        if (edge_of[edge->b] == SIZE_MAX)
            edge_of[edge->b] = i;
    }
}

enum xc_status
xc_company_find(const struct xc_camps *camps, struct xc_arena *arena,
                struct xc_company *out)
{
    const struct xc_claim_result *result = camps->result;
    struct xc_company company = {.camps = camps};

    company.edge_of =
        xc_arena_array(arena, result->n_mentions, sizeof *company.edge_of);
    company.origins =
        xc_arena_array(arena, result->n_origins + 1, sizeof *company.origins);
    if (company.edge_of == NULL || company.origins == NULL)
        return XC_NO_MEMORY;
    find_edges(result, company.edge_of);
    find_shared(camps, company.origins);
    *out = company;
    return XC_OK;
}

size_t
xc_company_repeated(const struct xc_company *company,
                    const struct xc_claim_source *article, enum xc_stance stance)
{
    const struct xc_claim_result *result = company->camps->result;
    size_t n = 0;
    size_t m;

    for (m = article->mentions.first; m < article->mentions.end; m++) {
        struct xc_company_origin *origin = &company->origins[result->origin_of[m]];

        if (company->camps->weights[m] == XC_WEIGHT_NONE ||
            result->mentions[m]->stance != stance || origin->counted_for == article)
            continue;
        origin->counted_for = article;
        n += origin->is_shared;
    }
    return n;
}
