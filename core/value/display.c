/* SPDX-License-Identifier: Apache-2.0 */
/* How a value is written: for the report's fields, and for people. */
#include "config.h"

#include "value/value.h"

/* From this many figures on, thousands are set apart: 1400 but 35,000. */
static const size_t min_grouped_figures = 5;

/* Numbers with more decimals than so many are shown with three figures. */
static const int most_decimals = 4;
static const int64_t figures_limit = 1000;

static const struct xc_str no_text = {NULL, 0};

static struct xc_str
bound_text(const struct xc_value *value, const struct xc_bound *bound,
           struct xc_arena *arena, bool *out_failed)
{
    struct xc_str text;

    if (!bound->finite)
        return no_text;
    if (value->kind == XC_VALUE_DATE)
        text = xc_date_text(xc_date_of_day((int32_t)bound->at.mantissa), arena);
    else
        text = xc_decimal_text(bound->at, arena);
    if (text.ptr == NULL)
        *out_failed = true;
    return text;
}

/* The day number of a DATE's bound; its decimal may have lost trailing zeros. */
static struct xc_bound
whole_days(const struct xc_value *value, const struct xc_bound *bound)
{
    struct xc_bound whole = *bound;

    if (value->kind != XC_VALUE_DATE)
        return whole;
    for (; whole.at.exponent > 0 && whole.at.mantissa < INT32_MAX / 10 &&
           whole.at.mantissa > INT32_MIN / 10;
         whole.at.exponent--)
        whole.at.mantissa *= 10;
    return whole;
}

struct xc_str
xc_value_low_text(const struct xc_value *value, struct xc_arena *arena,
                  bool *out_failed)
{
    struct xc_bound low = whole_days(value, &value->low);

    return bound_text(value, &low, arena, out_failed);
}

struct xc_str
xc_value_high_text(const struct xc_value *value, struct xc_arena *arena,
                   bool *out_failed)
{
    struct xc_bound high = whole_days(value, &value->high);

    return bound_text(value, &high, arena, out_failed);
}

/* "3500000.5" with its thousands set apart: "3,500,000.5". */
static struct xc_str
grouped(struct xc_str number, struct xc_arena *arena)
{
    size_t first = number.len > 0 && number.ptr[0] == '-' ? 1 : 0;
    size_t point = xc_str_find(number, 0, '.');
    size_t n_figures = point - first;
    size_t n_commas = (n_figures - 1) / 3;
    size_t at = 0;
    size_t i;
    char *text;

    if (n_figures < min_grouped_figures)
        return number;
    text = xc_arena_alloc(arena, number.len + n_commas);
    if (text == NULL)
        return no_text;
    for (i = 0; i < number.len; i++) {
        if (i > first && i < point && (point - i) % 3 == 0)
            text[at++] = ',';
        text[at++] = number.ptr[i];
    }
    return (struct xc_str){text, at};
}

static const char *
ordinal_suffix(struct xc_str number)
{
    char last = number.ptr[number.len - 1];
    bool teen = number.len > 1 && number.ptr[number.len - 2] == '1';

    if (teen)
        return "th";
    return last == '1' ? "st" : last == '2' ? "nd" : last == '3' ? "rd" : "th";
}

/* Nobody reads 9.63125347967868 miles: what has more decimals than people write has
 * three figures. */
static struct xc_bound
shortened(const struct xc_value *value, struct xc_bound bound)
{
    int64_t number = bound.at.mantissa;

    if (value->kind == XC_VALUE_DATE || bound.at.exponent >= -most_decimals)
        return bound;
    for (; number >= figures_limit || number <= -figures_limit; bound.at.exponent++)
        number = number / 10 + (number % 10 >= 5) - (number % 10 <= -5);
    bound.at = xc_decimal_make(number, bound.at.exponent);
    return bound;
}

/* One bound with the unit, as a person would write it: "20 years", "21st", "35%". */
static struct xc_str
quantity_text(const struct xc_value *value, const struct xc_bound *bound,
              bool with_unit, struct xc_arena *arena)
{
    bool failed = false;
    struct xc_bound whole = shortened(value, whole_days(value, bound));
    struct xc_str number = bound_text(value, &whole, arena, &failed);
    bool one = xc_str_is(number, "1");
    int len;

    if (number.ptr == NULL || value->kind == XC_VALUE_DATE)
        return number;
    number = grouped(number, arena);
    if (number.ptr == NULL)
        return no_text;
    len = (int)number.len;
    if (value->kind == XC_VALUE_ORDINAL)
        return xc_arena_printf(arena, "%.*s%s", len, number.ptr,
                               ordinal_suffix(number));
    if (!with_unit)
        return number;
    if (value->kind == XC_VALUE_PERCENT && value->unit.len == 0)
        return xc_arena_printf(arena, "%.*s%%", len, number.ptr);
    if (value->kind == XC_VALUE_PERCENT)
        return xc_arena_printf(arena, "%.*s percentage point%s", len, number.ptr,
                               one ? "" : "s");
    if (value->unit.len == 0 || value->kind == XC_VALUE_COUNT)
        return number;
    if (value->kind == XC_VALUE_MONEY)
        return xc_arena_printf(arena, "%.*s %.*s", (int)value->unit.len,
                               value->unit.ptr, len, number.ptr);
    return xc_arena_printf(arena, "%.*s %.*s%s", len, number.ptr, (int)value->unit.len,
                           value->unit.ptr,
                           value->kind == XC_VALUE_MEASURE || one ? "" : "s");
}

static struct xc_str
one_sided_text(const struct xc_value *value, struct xc_arena *arena)
{
    const struct xc_bound *bound = value->low.finite ? &value->low : &value->high;
    struct xc_str text = quantity_text(value, bound, true, arena);
    const char *word;

    if (text.ptr == NULL)
        return no_text;
    if (value->kind == XC_VALUE_DATE)
        word = value->low.finite ? "since" : "until";
    else if (value->low.finite)
        word = bound->open ? "more than" : "at least";
    else
        word = bound->open ? "under" : "up to";
    return xc_arena_printf(arena, "%s %.*s", word, (int)text.len, text.ptr);
}

static struct xc_str
interval_text(const struct xc_value *value, struct xc_arena *arena)
{
    /* The unit stands once, after the second number; before it only for money. */
    bool unit_first = value->kind == XC_VALUE_MONEY;
    struct xc_str low = quantity_text(value, &value->low, unit_first, arena);
    struct xc_str high = quantity_text(value, &value->high, true, arena);

    if (low.ptr == NULL || high.ptr == NULL)
        return no_text;
    if (xc_decimal_compare(value->low.at, value->high.at) == 0)
        return high;
    return xc_arena_printf(arena, "from %s%.*s to %s%.*s",
                           value->low.open ? "over " : "", (int)low.len, low.ptr,
                           value->high.open ? "under " : "", (int)high.len, high.ptr);
}

/* Whether the interval is just what its calendar date spans. */
static bool
is_plain_date(const struct xc_value *value)
{
    int32_t first;
    int32_t last;
    struct xc_bound low = whole_days(value, &value->low);
    struct xc_bound high = whole_days(value, &value->high);

    if (!value->has_date || value->date.year == 0 || !low.finite || !high.finite)
        return false;
    xc_date_days(value->date, &first, &last);
    return low.at.mantissa == first && high.at.mantissa == last;
}

struct xc_str
xc_value_display(const struct xc_value *value, struct xc_arena *arena)
{
    struct xc_str copy;

    /* A colour or a rank has its name in the lexicon, a person writes it with capitals. */
    if (value->name.len > 0 && (value->kind != XC_VALUE_NAME || value->text.len == 0))
        return xc_arena_str(arena, value->name, &copy) ? copy : no_text;
    if (value->kind == XC_VALUE_NAME)
        return xc_arena_str(arena, value->text, &copy) ? copy : no_text;
    if (!value->low.finite && !value->high.finite)
        return xc_arena_str(arena, value->text, &copy) ? copy : no_text;
    if (is_plain_date(value))
        return xc_date_text(value->date, arena);
    if (!value->low.finite || !value->high.finite)
        return one_sided_text(value, arena);
    return interval_text(value, arena);
}

struct xc_str
xc_value_said(const struct xc_value *value, struct xc_arena *arena)
{
    struct xc_str text = xc_str_trim(value->text);
    bool proper = value->kind == XC_VALUE_NAME || value->kind == XC_VALUE_TEXT ||
                  value->kind == XC_VALUE_DATE || value->kind == XC_VALUE_MONEY;
    struct xc_str copy;

    /* "before 2031": the words of the date alone would say something else. */
    if (text.len == 0 ||
        (value->kind == XC_VALUE_DATE && value->approximation == XC_VALUE_BOUND))
        return xc_value_display(value, arena);
    /* "dozens of" men are dozens. */
    if (value->kind == XC_VALUE_COUNT && xc_str_ends(text, " of"))
        text.len -= sizeof " of" - 1;
    if (proper || text.ptr[0] < 'A' || text.ptr[0] > 'Z' || text.len < 2 ||
        (text.ptr[1] >= 'A' && text.ptr[1] <= 'Z'))
        return xc_arena_str(arena, text, &copy) ? copy : no_text;
    return xc_arena_printf(arena, "%c%.*s", text.ptr[0] - 'A' + 'a',
                           (int)(text.len - 1), text.ptr + 1);
}
