/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/command_watch.h"

#include "report/glyph.h"

/* The white space that the runner passes over before "::" and that is not shown in
 * another way; that of prose separates words already. */
static bool
is_blank(uint32_t code)
{
    return code == ' ' || code == 0xA0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F ||
           code == 0x3000;
}

bool
xc_command_watch_sees(const struct xc_command_watch *watch, uint32_t code)
{
    return (code == ':' && watch->opening == XC_COMMAND_COLON) ||
           (code == '[' && watch->n_hashes >= 2);
}

void
xc_command_watch_pass(struct xc_command_watch *watch, uint32_t code)
{
    /* Of no width, such as a variation selector: the runner compares without them. */
    if (xc_glyph_width(code) == 0)
        return;
    watch->n_hashes = code == '#' ? watch->n_hashes + 1 : 0;
    if (code == ':' && watch->opening == XC_COMMAND_NOTHING)
        watch->opening = XC_COMMAND_COLON;
    else if (!is_blank(code) || watch->opening == XC_COMMAND_COLON)
        watch->opening = XC_COMMAND_OTHER;
}

void
xc_command_watch_break(struct xc_command_watch *watch)
{
    watch->opening = XC_COMMAND_NOTHING;
}
