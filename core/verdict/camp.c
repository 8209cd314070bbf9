/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/camp.h"

#include "base/vec.h"

/* Gathering the camps of one claim. */
struct gathering {
    const struct xc_check_source *sources;
    const int32_t *published_day;
    struct xc_arena *arena;
    struct xc_arena *scratch;
    struct xc_table camps;   /* slot, day and text of a value -> camp */
    struct xc_table origins; /* camp and origin -> place in the camp */
    struct xc_camps *out;
};

static enum xc_weight
weigh(const struct xc_kept *mention, enum xc_position position)
{
    switch (position) {
    case XC_POSITION_NONE:
        return XC_WEIGHT_NONE;
    case XC_POSITION_ASSERTS:
        return mention->stance == XC_STANCE_ASSERTED ? XC_WEIGHT_FULL : XC_WEIGHT_NONE;
    case XC_POSITION_DENIES:
        return mention->stance == XC_STANCE_DENIED ? XC_WEIGHT_FULL : XC_WEIGHT_NONE;
    case XC_POSITION_DISCUSSES:
        return XC_WEIGHT_WEAK;
    case XC_POSITION_CONFLICTS:
        return mention->voice.kind == XC_VOICE_OWN ? XC_WEIGHT_FULL : XC_WEIGHT_WEAK;
    }
    return XC_WEIGHT_NONE;
}

static enum xc_status
weigh_all(struct gathering *all)
{
    const struct xc_claim_result *result = all->out->result;
    size_t s;
    size_t m;

    all->out->weights =
        xc_arena_array(all->arena, result->n_mentions, sizeof(enum xc_weight));
    if (all->out->weights == NULL)
        return XC_NO_MEMORY;
    for (s = 0; s < result->n_sources; s++) {
        const struct xc_claim_source *source = &result->sources[s];

        for (m = source->mentions.first; m < source->mentions.end; m++) {
            if (result->origin_of[m] > 0)
                all->out->weights[m] = weigh(result->mentions[m], source->position);
        }
    }
    return XC_OK;
}

/* Puts mention m into the camp. */
static enum xc_status
join(struct gathering *all, size_t camp, size_t m)
{
    const struct xc_claim_result *result = all->out->result;
    struct xc_camp *joined = &all->out->list.items[camp];
    struct xc_camp_origin_vec *origins = &joined->origins;
    bool on_record = !all->sources[result->mentions[m]->source].is_checked;
    struct xc_camp_origin *origin;
    struct xc_str key =
        xc_arena_printf(all->scratch, "%zu %zu", camp, result->origin_of[m]);
    size_t place;

    if (key.ptr == NULL ||
        !xc_table_add(&all->origins, key, origins->n, all->scratch, &place))
        return XC_NO_MEMORY;
    if (place == origins->n) {
        origin = XC_VEC_ADD(origins, all->arena);
        if (origin == NULL)
            return XC_NO_MEMORY;
        *origin =
            (struct xc_camp_origin){result->origin_of[m], m, SIZE_MAX, SIZE_MAX, false};
    }
    origin = &origins->items[place];
    if (origin->elsewhere == SIZE_MAX &&
        result->mentions[m]->source != result->mentions[origin->first]->source)
        origin->elsewhere = m;
    if (origin->on_record == SIZE_MAX && on_record)
        origin->on_record = m;
    origin->has_full |= all->out->weights[m] == XC_WEIGHT_FULL;
    joined->on_record |= on_record;
    joined->is_backed |= on_record && all->out->weights[m] == XC_WEIGHT_FULL;
    return XC_OK;
}

/* The camp of those who give this value (on that day, where days matter). */
static enum xc_status
find_value_camp(struct gathering *all, const struct xc_kept *mention,
                const struct xc_kept_value *value, size_t *out)
{
    int32_t day = all->published_day[mention->source];
    struct xc_camp *camp;
    struct xc_str key;

    if (!all->out->result->claim->changes_over_time &&
        value->value.kind != XC_VALUE_AGE)
        day = INT32_MIN;
    key = xc_arena_printf(all->scratch, "%zu %d %.*s", value->slot, (int)day,
                          (int)value->value.text.len,
                          value->value.text.len == 0 ? "" : value->value.text.ptr);
    if (key.ptr == NULL ||
        !xc_table_add(&all->camps, key, all->out->list.n, all->scratch, out))
        return XC_NO_MEMORY;
    if (*out < all->out->list.n)
        return XC_OK;
    camp = XC_VEC_ADD(&all->out->list, all->arena);
    if (camp == NULL)
        return XC_NO_MEMORY;
    camp->stance = XC_STANCE_ASSERTED;
    camp->value = &value->value;
    camp->slot = value->slot;
    camp->day = day;
    return XC_OK;
}

static enum xc_status
join_values(struct gathering *all, size_t m)
{
    const struct xc_kept *mention = all->out->result->mentions[m];
    enum xc_status status = XC_OK;
    size_t camp;
    size_t v;

    for (v = 0; status == XC_OK && v < mention->n_values; v++) {
        status = find_value_camp(all, mention, &mention->values[v], &camp);
        if (status == XC_OK)
            status = join(all, camp, m);
    }
    return status;
}

static enum xc_status
gather(struct gathering *all)
{
    static const enum xc_stance sides[] = {XC_STANCE_ASSERTED, XC_STANCE_DENIED};
    const struct xc_claim_result *result = all->out->result;
    enum xc_status status = weigh_all(all);
    size_t i;

    for (i = 0; status == XC_OK && i < XC_COUNT(sides); i++) {
        struct xc_camp *camp = XC_VEC_ADD(&all->out->list, all->arena);

        if (camp == NULL)
            return XC_NO_MEMORY;
        camp->stance = sides[i];
        camp->day = INT32_MIN;
    }
    for (i = 0; status == XC_OK && i < result->n_mentions; i++) {
        bool asserts = result->mentions[i]->stance == XC_STANCE_ASSERTED;

        if (all->out->weights[i] == XC_WEIGHT_NONE)
            continue;
        status = join(all, asserts ? 0 : 1, i);
        if (status == XC_OK && asserts)
            status = join_values(all, i);
    }
    return status;
}

enum xc_status
xc_camps_gather(const struct xc_claim_result *result,
                const struct xc_check_source *sources, const int32_t *published_day,
                struct xc_arena *arena, struct xc_camps *out)
{
    struct xc_camps camps = {.result = result};
    struct xc_arena scratch;
    struct gathering all = {
        .sources = sources,
        .published_day = published_day,
        .arena = arena,
        .scratch = &scratch,
        .out = &camps,
    };
    enum xc_status status;

    xc_arena_init(&scratch);
    status = gather(&all);
    xc_arena_release(&scratch);
    if (status == XC_OK)
        *out = camps;
    return status;
}

size_t
xc_camp_voice(const struct xc_camps *camps, const struct xc_camp_origin *origin,
              size_t source)
{
    if (origin->on_record != SIZE_MAX)
        return origin->on_record;
    return camps->result->mentions[origin->first]->source == source ? origin->elsewhere
                                                                    : origin->first;
}

size_t
xc_camp_others(const struct xc_camps *camps, const struct xc_camp *camp, size_t source)
{
    const struct xc_camp_origin_vec *origins = &camp->origins;
    struct xc_kept *const *mentions = camps->result->mentions;
    size_t low = 0;
    size_t high = origins->n;
    size_t n_alone = 0;

    /* They stand in the order of their first mentions, and those in that of sources. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (mentions[origins->items[middle].first]->source < source)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < origins->n && mentions[origins->items[low].first]->source == source;
         low++)
        n_alone += origins->items[low].elsewhere == SIZE_MAX;
    return origins->n - n_alone;
}
