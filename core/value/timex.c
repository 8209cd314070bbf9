/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/timex.h"

#include "value/value.h"

/* 0.0001 is written out, 0.00001 is not. */
static const int smallest_plain = -4;

static const char *const seasons[] = {"", "SP", "SU", "FA", "WI"};

static struct xc_str
year_text(const struct xc_timex_point *point, struct xc_arena *arena)
{
    if (point->no_century)
        return xc_arena_printf(arena, "XX%02d", point->year);
    if (point->year == 0)
        return xc_arena_printf(arena, "XXXX");
    return xc_arena_printf(arena, "%04d", point->year);
}

/* The part after the year. */
static struct xc_str
rest_text(const struct xc_timex_point *point, struct xc_arena *arena)
{
    const char *weekend = point->weekend ? "-WE" : "";

    if (point->week != 0 && point->month != 0)
        return xc_arena_printf(arena, "-%02d-W%02d%s", point->month, point->week,
                               weekend);
    if (point->week != 0)
        return xc_arena_printf(arena, "-W%02d%s", point->week, weekend);
    if (point->weekday != 0)
        return xc_arena_printf(arena, "-WXX-%d", point->weekday);
    if (point->day != 0 && point->month != 0)
        return xc_arena_printf(arena, "-%02d-%02d", point->month, point->day);
    if (point->day != 0)
        return xc_arena_printf(arena, "-XX-%02d", point->day);
    if (point->month != 0)
        return xc_arena_printf(arena, "-%02d", point->month);
    return xc_arena_printf(arena, "%s", "");
}

static struct xc_str
point_text(const struct xc_timex_point *point, struct xc_arena *arena)
{
    const char *season = seasons[point->season];
    struct xc_str year = year_text(point, arena);
    struct xc_str rest = rest_text(point, arena);

    if (year.ptr == NULL || rest.ptr == NULL)
        return (struct xc_str){NULL, 0};
    if (point->season == XC_NO_SEASON)
        return xc_arena_printf(arena, "%s%s", year.ptr, rest.ptr);
    return point->year == 0 ? xc_arena_printf(arena, "%s", season)
                            : xc_arena_printf(arena, "%s-%s", year.ptr, season);
}

static struct xc_str
timex_text(const struct xc_timex *timex, struct xc_arena *arena)
{
    struct xc_str from;
    struct xc_str to;

    if (timex->form == XC_TIMEX_NONE)
        return XC_STR("");
    from = point_text(&timex->from, arena);
    if (timex->form == XC_TIMEX_POINT || from.ptr == NULL)
        return from;
    to = point_text(&timex->to, arena);
    if (to.ptr == NULL)
        return to;
    return xc_arena_printf(arena, "(%s,%s,P%d%c)", from.ptr, to.ptr, (int)timex->length,
                           timex->unit);
}

struct unit_letter {
    const char *unit;
    bool of_day; /* stands after the T */
    char letter;
};

/* Minutes and months share a letter, and T tells them apart. */
static const struct unit_letter letters[] = {
    {"second", true, 'S'}, {"minute", true, 'M'}, {"hour", true, 'H'},
    {"day", false, 'D'},   {"week", false, 'W'},  {"month", false, 'M'},
    {"year", false, 'Y'},
};

static const struct unit_letter *
letter_of(struct xc_str unit)
{
    size_t i;

    for (i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        if (xc_str_is(unit, letters[i].unit))
            return &letters[i];
    }
    return NULL;
}

/* The larger unit of a sum, and what is left of the stated number beside it. */
static const struct unit_letter *
split_sum(const struct xc_value *value, struct xc_decimal *rest)
{
    const struct xc_unit *unit = value->rate != NULL ? value->rate->family : NULL;
    struct xc_decimal factor;

    while (unit != NULL && unit->name.ptr[0] != value->timex.unit)
        unit = unit->next;
    if (value->timex.form != XC_TIMEX_SUM || unit == NULL ||
        !xc_decimal_div(unit->factor, value->rate->factor, &factor) ||
        !xc_decimal_mul(factor, xc_decimal_make(value->timex.length, 0), &factor) ||
        !xc_decimal_sub(value->stated, factor, rest))
        return NULL;
    return letter_of(unit->name);
}

/* "P2W", "PT1.5H", "P1Y6M" */
static struct xc_str
duration_text(const struct xc_value *value, struct xc_arena *arena)
{
    const struct unit_letter *letter = letter_of(value->unit);
    struct xc_decimal rest = value->stated;
    const struct unit_letter *larger = split_sum(value, &rest);
    struct xc_str number;

    if (letter == NULL)
        return XC_STR("");
    number = xc_decimal_text(rest, arena);
    if (number.ptr == NULL)
        return number;
    if (larger == NULL)
        return xc_arena_printf(arena, "P%s%.*s%c", letter->of_day ? "T" : "",
                               (int)number.len, number.ptr, letter->letter);
    return xc_arena_printf(arena, "P%s%d%c%s%.*s%c", larger->of_day ? "T" : "",
                           (int)value->timex.length, larger->letter,
                           letter->of_day && !larger->of_day ? "T" : "",
                           (int)number.len, number.ptr, letter->letter);
}

/* "end-1", "current+1": a rank that is not counted from the first. */
static struct xc_str
place_text(const struct xc_value *value, struct xc_arena *arena)
{
    struct xc_str number = xc_decimal_text(value->stated, arena);

    if (number.ptr == NULL)
        return number;
    return xc_arena_printf(arena, "%.*s%s%.*s", (int)value->unit.len, value->unit.ptr,
                           value->stated.mantissa < 0 ? "" : "+", (int)number.len,
                           number.ptr);
}

/* A number as it is written: what is smaller than any that people write out has an
 * exponent, "1.5E-07". */
static struct xc_str
number_text(struct xc_decimal number, struct xc_arena *arena)
{
    struct xc_decimal head = number;
    int64_t rest;
    struct xc_str digits;

    head.exponent = 0;
    for (rest = number.mantissa / 10; rest != 0; rest /= 10)
        head.exponent--;
    /* The place of the first digit: 0 of 1, -5 of 0.00001. */
    if (number.mantissa == 0 || number.exponent - head.exponent >= smallest_plain)
        return xc_decimal_text(number, arena);
    digits = xc_decimal_text(head, arena);
    if (digits.ptr == NULL)
        return digits;
    return xc_arena_printf(arena, "%.*sE-%02d", (int)digits.len, digits.ptr,
                           head.exponent - number.exponent);
}

struct xc_str
xc_value_stated(const struct xc_value *value, struct xc_arena *arena)
{
    if (value->kind == XC_VALUE_DATE)
        return timex_text(&value->timex, arena);
    if (!value->has_stated)
        return XC_STR("");
    if (value->kind == XC_VALUE_ORDINAL && value->unit.len > 0)
        return place_text(value, arena);
    if (value->kind == XC_VALUE_DURATION)
        return duration_text(value, arena);
    return number_text(value->stated, arena);
}
