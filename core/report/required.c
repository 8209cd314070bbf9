/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/required.h"

#include <stdint.h>

static const size_t shown_forms = 4; /* of a required group; the rest is counted */

static void
tell_group(struct xc_sink *pen, const struct xc_required *group)
{
    size_t i;

    for (i = 0; i < group->n_keys && i < shown_forms; i++) {
        if (i > 0)
            xc_sink_text(pen, " or ");
        xc_sink_put(pen, group->keys[i]);
    }
    if (group->n_keys > shown_forms)
        xc_sink_printf(pen, " (%zu more)", group->n_keys - shown_forms);
}

void
xc_required_tell(struct xc_sink *pen, const struct xc_explained_pattern *explained)
{
    size_t i;

    if (explained->nearest == SIZE_MAX) {
        xc_sink_text(pen, "none of its required words is there");
        return;
    }
    if (explained->n_missing == 0) {
        xc_sink_text(pen, "all its required words are there, but not in the order and "
                          "distance that it asks for, or an `unless` matched");
        return;
    }
    xc_sink_printf(pen,
                   "found %zu of its %zu required words; missing: ", explained->n_found,
                   explained->pattern->n_required);
    for (i = 0; i < explained->n_missing; i++) {
        if (i > 0)
            xc_sink_text(pen, "; ");
        tell_group(pen, explained->missing[i]);
    }
}
