/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/decisions.h"

#include "base/limits.h"
#include "io/file.h"

enum xc_status
xc_cli_decisions(const struct xc_str_list *paths, struct xc_arena *arena,
                 struct xc_decisions *out, struct xc_problems *problems)
{
    struct xc_decisions made = {NULL, 0, 0};
    enum xc_status result = XC_OK;
    size_t i;

    for (i = 0; i < paths->n; i++) {
        struct xc_str text;
        enum xc_status status = xc_file_read(paths->items[i], XC_MAX_BESIDE_BYTES,
                                             XC_PROBLEM_RULE, arena, &text, problems);

        if (status == XC_OK)
            status = xc_decisions_load(paths->items[i], text, arena, &made, problems);
        if (status == XC_BAD_RULE || status == XC_BAD_INPUT)
            result = XC_BAD_RULE;
        else if (status != XC_OK)
            return status;
    }
    if (result != XC_OK)
        return result;
    xc_decisions_sort(&made);
    *out = made;
    return XC_OK;
}
