/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/other_value.h"

#include "value/value.h"

/* "Not one passenger" and "not a single one" deny every number. */
static bool
is_one(const struct xc_value *value)
{
    return value->kind == XC_VALUE_COUNT && value->has_stated &&
           xc_decimal_compare(value->stated, xc_decimal_make(1, 0)) == 0;
}

/* The first value that excludes the one of the statement, or NULL. */
static const struct xc_value *
find_other(const struct xc_mention *mention)
{
    size_t i;

    for (i = 0; i < mention->n_captures; i++) {
        const struct xc_value *value = &mention->captures[i].value;
        const struct xc_claim_slot *slot =
            &mention->claim->slots[mention->captures[i].slot];

        if (slot->has_value && !is_one(value) &&
            xc_value_compare(value, &slot->value) == XC_VALUES_CONFLICT)
            return value;
    }
    return NULL;
}

enum xc_status
xc_other_value_settle(const struct xc_mention *mention, struct xc_arena *arena,
                      struct xc_stance_reading *reading)
{
    const struct xc_value *other;

    if (reading->stance != XC_STANCE_DENIED)
        return XC_OK;
    other = find_other(mention);
    if (other == NULL)
        return XC_OK;
    reading->stance = XC_STANCE_UNRESOLVED;
    reading->trace = xc_arena_printf(
        arena,
        "%.*swhat is denied is '%.*s', and the statement says another value: %s\n",
        (int)reading->trace.len, reading->trace.ptr == NULL ? "" : reading->trace.ptr,
        (int)other->text.len, other->text.ptr, xc_stance_name(reading->stance));
    return reading->trace.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}
