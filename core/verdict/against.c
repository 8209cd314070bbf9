/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/against.h"

#include "base/growing.h"
#include "base/limits.h"
#include "base/vec.h"

/* The source's part in the claim; it has one. */
static const struct xc_claim_source *
find_source(const struct xc_claim_result *result, size_t source)
{
    size_t low = 0;
    size_t high = result->n_sources;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (result->sources[middle].source < source)
            low = middle + 1;
        else
            high = middle;
    }
    return &result->sources[low];
}

static struct xc_str
sentence_of(const struct xc_kept *mention, struct xc_arena *arena)
{
    const struct xc_str parts[] = {mention->before, mention->quote, mention->after};
    struct xc_growing growing = {.arena = arena};
    struct xc_sink pen = xc_growing_pen(&growing);
    size_t i;

    for (i = 0; i < XC_COUNT(parts); i++)
        xc_sink_put(&pen, parts[i]);
    return xc_growing_text(&growing, &pen);
}

enum xc_status
xc_against_add(const struct xc_camps *camps, const struct xc_check_source *sources,
               size_t m, const struct xc_value *value, struct xc_arena *arena,
               struct xc_against *out)
{
    const struct xc_kept *mention = camps->result->mentions[m];
    struct xc_finding_against *against;

    if (out->n == XC_MAX_AGAINST)
        return XC_OK;
    if (value == NULL && mention->n_values > 0)
        value = &mention->values[0].value;
    against = XC_VEC_ADD(out, arena);
    if (against == NULL)
        return XC_NO_MEMORY;
    against->source = sources[mention->source].id;
    against->path = sources[mention->source].path;
    against->position = find_source(camps->result, mention->source)->position;
    against->value = value == NULL ? XC_STR("") : value->text;
    against->origin = camps->result->origin_of[m];
    against->line = mention->line;
    against->column = mention->column;
    against->quote = sentence_of(mention, arena);
    return against->quote.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

enum xc_status
xc_against_add_camp(const struct xc_camps *camps, const struct xc_check_source *sources,
                    size_t source, const struct xc_camp *camp, struct xc_arena *arena,
                    struct xc_against *out)
{
    size_t n = xc_camp_others(camps, camp, source);
    enum xc_status status = XC_OK;
    size_t i;

    out->n_origins += n;
    out->on_record |= n > 0 && camp->on_record;
    if (n > 0 && out->other == NULL)
        out->other = camp->value;
    for (i = 0; status == XC_OK && i < camp->origins.n; i++) {
        const struct xc_camp_origin *origin = &camp->origins.items[i];
        size_t voice = xc_camp_voice(camps, origin, source);

        if (voice == SIZE_MAX)
            continue;
        out->has_full |= origin->has_full;
        if (out->n == XC_MAX_AGAINST && out->has_full)
            break;
        status = xc_against_add(camps, sources, voice, camp->value, arena, out);
    }
    return status;
}
