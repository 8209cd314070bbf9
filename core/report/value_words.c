/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/value_words.h"

static const char separator[] = " · ";

const char *
xc_relation_word(enum xc_value_relation relation, const struct xc_value *value,
                 const struct xc_value *other)
{
    if (relation == XC_VALUES_REFINES && !xc_value_is_narrower(value, other))
        return "refined-by";
    return xc_value_relation_name(relation);
}

const char *
xc_stated_word(const struct xc_claim_result *result,
               const struct xc_stated_value *stated)
{
    const struct xc_stated_value *first = &result->values[stated->first];

    if (stated == first)
        return NULL;
    switch (stated->update) {
    case XC_UPDATES:
        return "updates";
    case XC_UPDATED:
        return "updated-by";
    case XC_UPDATE_NONE:
        break;
    }
    return xc_relation_word(stated->to_first, &stated->value, &first->value);
}

/* The words before the other value; a statement is no source, so that nothing conflicts
 * with it. */
static const char *
relation_phrase(enum xc_value_relation relation, bool narrower, bool of_statement)
{
    switch (relation) {
    case XC_VALUES_EQUAL:
        return "equal to ";
    case XC_VALUES_COMPATIBLE:
        return "compatible with ";
    case XC_VALUES_REFINES:
        return narrower ? "refines " : "refined by ";
    case XC_VALUES_CONFLICT:
        return of_statement ? "differs from " : "conflicts with ";
    case XC_VALUES_INCOMPARABLE:
        return "not comparable with ";
    }
    return "";
}

static bool
same_letters(struct xc_str a, struct xc_str b)
{
    size_t i;

    if (a.ptr == NULL || b.ptr == NULL || a.len != b.len)
        return false;
    for (i = 0; i < a.len; i++) {
        if (((unsigned char)a.ptr[i] | 0x20) != ((unsigned char)b.ptr[i] | 0x20))
            return false;
    }
    return true;
}

static bool
has_figure(struct xc_str text)
{
    size_t i;

    for (i = 0; i < text.len; i++) {
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            return true;
    }
    return false;
}

/* What the words mean, where they don't say it themselves: "two decades" is "20 years",
 * "nearly 300" is "from 255 to under 300"; ptr NULL where they do. */
static struct xc_str
meaning_of(const struct xc_telling *telling, const struct xc_value *value,
           struct xc_str said)
{
    const struct xc_str none = {NULL, 0};
    bool plain = value->approximation != XC_VALUE_APPROXIMATE;
    struct xc_str meaning;

    switch (value->kind) {
    case XC_VALUE_MONEY: /* "$5,000" says more than a number of unknown currency */
    case XC_VALUE_NAME:
    case XC_VALUE_TEXT:
        return none;
    case XC_VALUE_COUNT:
    case XC_VALUE_ORDINAL:
    case XC_VALUE_AGE:
    case XC_VALUE_MEASURE:
        if (plain)
            return none;
        break;
    case XC_VALUE_PERCENT:
    case XC_VALUE_DATE:
        /* "20 percent" and "6 May 2019" are plain, "half" and "last Monday" are not. */
        if (plain && has_figure(said))
            return none;
        break;
    case XC_VALUE_DURATION:
    case XC_VALUE_COLOUR:
        break;
    }
    meaning = xc_value_display(value, telling->arena);
    if (meaning.ptr == NULL)
        telling->pen->failed = true;
    return same_letters(meaning, said) ? none : meaning;
}

static void
put_slot(const struct xc_telling *telling, size_t slot)
{
    xc_sink_put(telling->pen, telling->result->claim->slots[slot].name);
    xc_sink_char(telling->pen, ' ');
}

/* Whether no number says as much as the words did. */
static bool
is_said(const struct xc_value *value)
{
    return value->text.len > 0 && (value->kind == XC_VALUE_MONEY ||
                                   value->approximation == XC_VALUE_APPROXIMATE);
}

/* A value that a source gave; what sources agree on may be said by none of them. */
static struct xc_str
short_words(const struct xc_telling *telling, const struct xc_value *value)
{
    return is_said(value) || value->approximation == XC_VALUE_BOUND
               ? xc_value_said(value, telling->arena)
               : xc_value_display(value, telling->arena);
}

/* What was said, and "(from 255 to 345)", which it is taken to mean. */
static void
put_words(const struct xc_telling *telling, const struct xc_value *value,
          struct xc_str words)
{
    struct xc_str meaning = {NULL, 0};

    if (is_said(value))
        meaning = meaning_of(telling, value, words);
    xc_telling_made(telling, words);
    if (meaning.ptr == NULL)
        return;
    xc_sink_text(telling->pen, " (");
    xc_sink_put(telling->pen, meaning);
    xc_sink_char(telling->pen, ')');
}

void
xc_telling_value(const struct xc_telling *telling, size_t slot,
                 const struct xc_value *value)
{
    put_slot(telling, slot);
    put_words(telling, value,
              is_said(value) ? xc_value_said(value, telling->arena)
                             : xc_value_display(value, telling->arena));
}

void
xc_telling_stated(const struct xc_telling *telling, size_t slot,
                  const struct xc_value *value)
{
    const struct xc_claim_slot *known = &telling->result->claim->slots[slot];
    struct xc_str said = xc_value_said(value, telling->arena);
    struct xc_str meaning = meaning_of(telling, value, said);
    enum xc_value_relation relation = XC_VALUES_INCOMPARABLE;
    struct xc_str other = {NULL, 0};

    put_slot(telling, slot);
    xc_telling_made(telling, said);
    if (known->has_value) {
        relation = xc_value_compare(value, &known->value);
        other = xc_value_said(&known->value, telling->arena);
        if (other.ptr == NULL)
            telling->pen->failed = true;
        /* Nobody needs to hear that 20 years are 20 years. */
        if (relation == XC_VALUES_EQUAL && same_letters(said, other))
            return;
        if (relation == XC_VALUES_EQUAL)
            meaning.ptr = NULL;
    }
    if (meaning.ptr == NULL && other.ptr == NULL)
        return;
    xc_sink_text(telling->pen, " (");
    if (meaning.ptr != NULL)
        xc_sink_put(telling->pen, meaning);
    if (other.ptr != NULL) {
        xc_sink_text(telling->pen, meaning.ptr != NULL ? "; " : "");
        xc_sink_text(telling->pen,
                     relation_phrase(relation,
                                     xc_value_is_narrower(value, &known->value), true));
        xc_sink_put(telling->pen, other);
    }
    xc_sink_char(telling->pen, ')');
}

bool
xc_telling_has_values(const struct xc_telling *telling)
{
    const struct xc_claim_result *result = telling->result;

    return result->n_values > 1 ||
           (result->n_values == 1 && result->values[0].differs_from_statement);
}

/* Whether the first value is the statement's, so that one word is enough for both; but a
 * statement is no source, and what differs from it need not conflict with anybody. */
static bool
is_told_by_statement(const struct xc_telling *telling,
                     const struct xc_stated_value *stated,
                     const struct xc_stated_value *first)
{
    return telling->result->claim->slots[stated->slot].has_value &&
           first->to_statement == XC_VALUES_EQUAL && stated->update == XC_UPDATE_NONE &&
           stated->to_statement == stated->to_first &&
           stated->to_first != XC_VALUES_CONFLICT;
}

/* "conflicts with pink", "updates 12": how it stands to the first value of its slot. */
static void
put_to_first(const struct xc_telling *telling, const struct xc_stated_value *stated)
{
    const struct xc_stated_value *first = &telling->result->values[stated->first];

    if (stated == first || is_told_by_statement(telling, stated, first))
        return;
    xc_sink_text(telling->pen, ", ");
    switch (stated->update) {
    case XC_UPDATES:
        xc_sink_text(telling->pen, "updates ");
        break;
    case XC_UPDATED:
        xc_sink_text(telling->pen, "updated by ");
        break;
    case XC_UPDATE_NONE:
        xc_sink_text(telling->pen,
                     relation_phrase(
                         stated->to_first,
                         xc_value_is_narrower(&stated->value, &first->value), false));
        break;
    }
    xc_telling_made(telling, short_words(telling, &first->value));
}

/* "differs from the statement", "refined by the statement"; that it says the same goes
 * without saying. */
static void
put_to_statement(const struct xc_telling *telling, const struct xc_stated_value *stated)
{
    const struct xc_claim_slot *slot = &telling->result->claim->slots[stated->slot];

    if (!slot->has_value || stated->to_statement == XC_VALUES_EQUAL)
        return;
    xc_sink_text(telling->pen, ", ");
    xc_sink_text(telling->pen,
                 relation_phrase(stated->to_statement,
                                 xc_value_is_narrower(&stated->value, &slot->value),
                                 true));
    xc_sink_text(telling->pen, "the statement");
}

void
xc_telling_values(const struct xc_telling *telling)
{
    const struct xc_claim_result *result = telling->result;
    size_t i;

    for (i = 0; i < result->n_values; i++) {
        const struct xc_stated_value *stated = &result->values[i];

        if (i > 0)
            xc_sink_text(telling->pen, separator);
        put_slot(telling, stated->slot);
        put_words(telling, &stated->value, short_words(telling, &stated->value));
        xc_sink_text(telling->pen, " in ");
        xc_telling_count(telling->pen, stated->n_sources, "source");
        put_to_statement(telling, stated);
        put_to_first(telling, stated);
    }
}
