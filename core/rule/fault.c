/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/fault.h"

static bool
is_character_start(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* The byte offset of character column (from 1); text.len when it lies beyond. */
static size_t
offset_of_column(struct xc_str text, size_t column)
{
    size_t i;

    for (i = 0; i < text.len; i++) {
        if (is_character_start(text.ptr[i]) && --column == 0)
            return i;
    }
    return text.len;
}

bool
xc_fault_is_exact(struct xc_str excerpt, size_t column, struct xc_str text)
{
    size_t off;

    if (column == 0)
        return false;
    off = offset_of_column(excerpt, column);
    return excerpt.len - off >= text.len &&
           xc_str_equal(xc_str_sub(excerpt, off, text.len), text);
}

enum xc_status
xc_fault_tell(struct xc_faults *faults, size_t off_bytes, enum xc_code code,
              const char *hint, const char *format, ...)
{
    struct xc_place place = faults->place;
    struct xc_str message;
    va_list args;
    size_t i;

    va_start(args, format);
    message = xc_arena_vprintf(faults->problems->arena, format, args);
    va_end(args);
    if (message.ptr == NULL)
        return XC_NO_MEMORY;
    if (xc_fault_is_exact(place.excerpt, place.column, faults->text)) {
        for (i = 0; i < off_bytes && i < faults->text.len; i++)
            place.column += is_character_start(faults->text.ptr[i]);
    }
    faults->n++;
    return xc_problems_tell(faults->problems, XC_PROBLEM_RULE, code, &place, hint, "%s",
                            message.ptr)
               ? XC_OK
               : XC_NO_MEMORY;
}
