/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/house.h"

#include "base/vec.h"
#include "origin/citation.h"
#include "text/fold.h"

/* Joining: which house stands for which, while they become fewer. */
struct joining {
    struct xc_origin_rules *rules;
    struct xc_arena *arena;
    size_t *stands_for; /* of each house; itself: nothing was joined to another yet */
};

static size_t
find_root(const struct joining *joining, size_t house)
{
    size_t *stands_for = joining->stands_for;

    while (stands_for[house] != house) {
        stands_for[house] = stands_for[stands_for[house]];
        house = stands_for[house];
    }
    return house;
}

/* The name as xc_origin_house looks it up: folded, an agency by its key. */
static enum xc_status
make_key(const struct joining *joining, struct xc_str name, struct xc_str *out)
{
    struct xc_str folded;
    struct xc_str key;
    size_t colon;

    if (xc_fold_short(xc_str_trim(name), true, joining->arena, &folded) != XC_OK)
        return XC_NO_MEMORY;
    key = xc_citation_of_outlet(joining->rules, folded, joining->arena);
    if (key.ptr == NULL)
        return XC_NO_MEMORY;
    colon = xc_str_find(key, 0, ':');
    *out = colon == key.len ? key : xc_str_sub(key, colon + 1, key.len - colon - 1);
    return XC_OK;
}

/* The house of the keys that are in one already, all such houses made one; a new house,
 * called name, when there is none. */
static enum xc_status
choose_house(struct joining *joining, const struct xc_str *keys, size_t n,
             struct xc_str name, size_t *out)
{
    struct xc_origin_rules *rules = joining->rules;
    struct xc_str *entry;
    bool found = false;
    size_t house;
    size_t i;

    for (i = 0; i < n; i++) {
        if (!xc_table_get(&rules->houses, keys[i], &house))
            continue;
        house = find_root(joining, house);
        if (found)
            joining->stands_for[house] = *out;
        else
            *out = house;
        found = true;
    }
    if (found)
        return XC_OK;
    *out = rules->house_list.n;
    entry = XC_VEC_ADD(&rules->house_list, joining->arena);
    if (entry == NULL || !xc_arena_str(joining->arena, xc_str_trim(name), entry))
        return XC_NO_MEMORY;
    joining->stands_for[*out] = *out;
    return XC_OK;
}

static enum xc_status
join_house(struct joining *joining, const struct xc_house *group)
{
    struct xc_str *keys = xc_arena_array(joining->arena, group->n, sizeof *keys);
    enum xc_status status = keys == NULL ? XC_NO_MEMORY : XC_OK;
    size_t house = 0;
    size_t unused;
    size_t i;

    for (i = 0; i < group->n && status == XC_OK; i++)
        status = make_key(joining, group->names[i], &keys[i]);
    if (status == XC_OK && group->n > 0)
        status = choose_house(joining, keys, group->n, group->names[0], &house);
    for (i = 0; i < group->n && status == XC_OK; i++) {
        if (!xc_table_add(&joining->rules->houses, keys[i], house, joining->arena,
                          &unused))
            status = XC_NO_MEMORY;
    }
    return status;
}

enum xc_status
xc_origin_rules_join(struct xc_origin_rules *rules, const struct xc_house *houses,
                     size_t n, struct xc_arena *arena)
{
    struct joining joining = {rules, arena, NULL};
    enum xc_status status = XC_OK;
    size_t i;

    if (n == 0)
        return XC_OK;
    joining.stands_for =
        xc_arena_array(arena, rules->house_list.n + n, sizeof *joining.stands_for);
    if (joining.stands_for == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < rules->house_list.n; i++)
        joining.stands_for[i] = i;
    for (i = 0; i < n && status == XC_OK; i++)
        status = join_house(&joining, &houses[i]);
    /* Houses are compared by their names. */
    for (i = 0; i < rules->house_list.n && status == XC_OK; i++)
        rules->house_list.items[i] = rules->house_list.items[find_root(&joining, i)];
    return status;
}
