/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/value.h"

#include "base/vec.h"

static const char *const kind_names[XC_N_VALUE_KINDS] = {
    "count", "ordinal", "percent", "money", "duration", "date",
    "age",   "measure", "colour",  "name",  "text",
};

const char *
xc_value_kind_name(enum xc_value_kind kind)
{
    return kind_names[kind];
}

bool
xc_value_kind_parse(struct xc_str word, enum xc_value_kind *out)
{
    size_t i;

    for (i = 0; i < XC_COUNT(kind_names); i++) {
        if (xc_str_is(word, kind_names[i])) {
            *out = (enum xc_value_kind)i;
            return true;
        }
    }
    return false;
}

static const char *const relation_names[XC_N_VALUE_RELATIONS] = {
    "equal", "compatible", "refines", "conflict", "incomparable",
};

const char *
xc_value_relation_name(enum xc_value_relation relation)
{
    return relation_names[relation];
}

bool
xc_value_kind_is_named(enum xc_value_kind kind)
{
    return kind == XC_VALUE_COLOUR || kind == XC_VALUE_NAME || kind == XC_VALUE_TEXT;
}
