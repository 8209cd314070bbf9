/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/draft_value.h"

const char *
xc_draft_value_name(enum xc_value_kind kind)
{
    switch (kind) {
    case XC_VALUE_PERCENT:
        return "share";
    case XC_VALUE_MONEY:
        return "amount";
    case XC_VALUE_DURATION:
        return "time";
    case XC_VALUE_DATE:
        return "date";
    case XC_VALUE_AGE:
        return "age";
    case XC_VALUE_MEASURE:
        return "size";
    case XC_VALUE_COUNT:
    case XC_VALUE_ORDINAL:
    case XC_VALUE_COLOUR:
    case XC_VALUE_NAME:
    case XC_VALUE_TEXT:
        break;
    }
    return "count";
}

/* Whether the value makes a slot: a number with its unit, or a count; a rank, a name, a
 * colour and a bare year are looked for as the words that they are. */
static bool
makes_slot(const struct xc_value *value)
{
    switch (value->kind) {
    case XC_VALUE_PERCENT:
    case XC_VALUE_MONEY:
    case XC_VALUE_DURATION:
    case XC_VALUE_AGE:
    case XC_VALUE_MEASURE:
    case XC_VALUE_COUNT:
        return true;
    case XC_VALUE_DATE:
        return value->has_date && value->date.month != 0 && value->date.day != 0;
    case XC_VALUE_ORDINAL:
    case XC_VALUE_COLOUR:
    case XC_VALUE_NAME:
    case XC_VALUE_TEXT:
        break;
    }
    return false;
}

enum xc_status
xc_draft_value_at(const struct xc_lexicon *lexicon, const struct xc_value_hit_vec *hits,
                  size_t word, struct xc_arena *arena, const struct xc_value_hit **out)
{
    const struct xc_value_hit *best = NULL;
    struct xc_value read;
    enum xc_status status;
    bool ok;
    size_t k;

    *out = NULL;
    for (k = 0; k < hits->n; k++) {
        const struct xc_value_hit *hit = &hits->items[k];

        if (hit->words.first != word || !makes_slot(&hit->value))
            continue;
        if (best == NULL || hit->words.end > best->words.end ||
            (hit->words.end == best->words.end && best->value.kind == XC_VALUE_COUNT))
            best = hit;
    }
    if (best == NULL)
        return XC_OK;
    status = xc_value_parse(lexicon->values, &lexicon->text, best->value.kind,
                            best->value.text, arena, &read, &ok);
    if (status == XC_OK && ok)
        *out = best;
    return status;
}
