/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/suppression.h"

#include <stdint.h>

#include "base/limits.h"
#include "base/vec.h"
#include "rule/keys.h"

static const char a_suppression[] = "a suppression";

static enum xc_status
load_kind(struct xc_loading *loading, const struct xc_node *map, struct xc_str *out)
{
    size_t kind = SIZE_MAX;
    enum xc_status status =
        xc_field_choice(loading, map, "kind", xc_words_of_suppressed, &kind);

    *out = kind == SIZE_MAX ? XC_STR("") : xc_str_of(xc_words_of_suppressed[kind]);
    return status;
}

static enum xc_status
load_suppression(struct xc_loading *loading, const struct xc_node *map,
                 struct xc_suppression *out)
{
    enum xc_status status;
    bool ok;

    *out = (struct xc_suppression){.article = XC_STR("")};
    status = xc_field_keys(loading, map, a_suppression, xc_keys_of_suppression, &ok);
    if (status != XC_OK || !ok)
        return status;
    status = xc_selection_load(loading, map, a_suppression, &out->on);
    if (status == XC_OK)
        status = load_kind(loading, map, &out->kind);
    if (status == XC_OK)
        status = xc_selection_text(loading, map, "reason", a_suppression, &out->reason);
    if (status == XC_OK)
        status = xc_selection_day(loading, map, "until", a_suppression, &out->until);
    return status;
}

enum xc_status
xc_suppressions_load(struct xc_loading *loading, const struct xc_node *list,
                     struct xc_suppression_vec *out)
{
    enum xc_status status = XC_OK;
    const struct xc_node *node;

    if (list->kind == XC_NODE_NULL)
        return XC_OK; /* the key, and nothing below it yet */
    if (list->kind != XC_NODE_LIST)
        return xc_field_tell(loading, list, false, XC_CODE_WRONG_TYPE,
                             "begin each suppression with a dash, as in - claim: tied",
                             "'suppressions' is a list of suppressions");
    if (list->n_children > XC_MAX_DECISIONS)
        return xc_field_tell(loading, list, false, XC_CODE_FILE_TOO_LARGE,
                             "take out what is not needed any more",
                             "more than %zu suppressions", XC_MAX_DECISIONS);
    for (node = list->first; node != NULL && status == XC_OK; node = node->next) {
        struct xc_suppression made;
        struct xc_suppression *slot;
        size_t n_faults = loading->n_faults;

        status = load_suppression(loading, node, &made);
        if (status != XC_OK || loading->n_faults > n_faults)
            continue;
        slot = XC_VEC_ADD(out, loading->arena);
        if (slot == NULL)
            return XC_NO_MEMORY;
        *slot = made;
    }
    return status;
}
