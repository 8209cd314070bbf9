/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_rules.h"

#include "web/html_hint.h"

enum xc_status
xc_html_rules_load(struct xc_arena *arena, struct xc_html_rules *out)
{
    struct xc_html_rules made;
    enum xc_status status = xc_page_rules_new(arena, &made.lines);

    if (status == XC_OK)
        status = xc_html_hints_new(arena, &made.hints);
    if (status == XC_OK)
        *out = made;
    return status;
}
