/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/markup_caps.h"

#include "base/limits.h"

void
xc_markup_caps_note(struct xc_markup_caps *caps, size_t off, size_t n_bytes,
                    size_t n_attributes)
{
    if (n_bytes > XC_MAX_TAG_BYTES && caps->n_long++ == 0)
        caps->long_off = off;
    else if (n_bytes <= XC_MAX_TAG_BYTES && n_attributes > XC_MAX_TAG_ATTRIBUTES &&
             caps->n_full++ == 0)
        caps->full_off = off;
}

static struct xc_place
place_of(const struct xc_markup_caps *caps, size_t off)
{
    struct xc_place place;

    xc_place_of_offset(caps->text, off, &place);
    place.path = caps->path;
    place.excerpt = XC_STR("");
    return place;
}

/* Tells n tags, the first of them at off. */
static bool
tell_tags(const struct xc_markup_caps *caps, size_t n, size_t off, struct xc_str what)
{
    const struct xc_place place = place_of(caps, off);

    if (n == 0)
        return true;
    return what.ptr != NULL &&
           xc_problems_add(caps->problems, XC_PROBLEM_METADATA, &place, NULL,
                           "%s (%zu such tag%s in all)", what.ptr, n,
                           n == 1 ? "" : "s");
}

bool
xc_markup_caps_tell(const struct xc_markup_caps *caps)
{
    struct xc_arena *arena = caps->arena;

    return tell_tags(caps, caps->n_long, caps->long_off,
                     xc_arena_printf(
                         arena, "a tag of over %zu KiB: its attributes are left out",
                         XC_MAX_TAG_BYTES >> 10)) &&
           tell_tags(caps, caps->n_full, caps->full_off,
                     xc_arena_printf(
                         arena,
                         "a tag with over %zu attributes: the rest of them is left out",
                         XC_MAX_TAG_ATTRIBUTES));
}

bool
xc_markup_caps_declares(const struct xc_markup_caps *caps, size_t off)
{
    const struct xc_place place = place_of(caps, off);

    return xc_problems_add(caps->problems, XC_PROBLEM_METADATA, &place, NULL,
                           "declarations of its own are not read, and no entity that "
                           "they name is expanded");
}

enum xc_status
xc_markup_caps_fault(const struct xc_markup_caps *caps, size_t off, const char *format,
                     ...)
{
    const struct xc_place place = place_of(caps, off);
    struct xc_str message;
    va_list args;

    va_start(args, format);
    message = xc_arena_vprintf(caps->problems->arena, format, args);
    va_end(args);
    return message.ptr != NULL && xc_problems_add(caps->problems, XC_PROBLEM_MALFORMED,
                                                  &place, NULL, "%s", message.ptr)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

enum xc_status
xc_markup_caps_name(struct xc_markup_caps *caps, size_t off, struct xc_str name)
{
    size_t value;

    if (!xc_table_add(&caps->names, name, 0, caps->arena, &value))
        return XC_NO_MEMORY;
    if (caps->names.n <= XC_MAX_MARKUP_NAMES)
        return XC_OK;
    return xc_markup_caps_fault(
        caps, off, "more than %zu different names of elements and attributes",
        XC_MAX_MARKUP_NAMES);
}
