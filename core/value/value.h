/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values: what a typed slot catches, as an interval with a unit.
 *
 * "two decades" is 20 years, "at least 40" is [40,..), "nearly 300" is below 300,
 * "pink" is the colour pink.  Two values conflict only when their intervals are
 * disjoint and of the same unit.
 */
#ifndef XC_VALUE_VALUE_H
#define XC_VALUE_VALUE_H

#include "base/status.h"
#include "value/date.h"
#include "value/decimal.h"
#include "value/timex.h"

enum xc_value_kind {
    XC_VALUE_COUNT,
    XC_VALUE_ORDINAL, /* rank: first = 1 */
    XC_VALUE_PERCENT,
    XC_VALUE_MONEY, /* unit: ISO code; "" for a bare $ */
    XC_VALUE_DURATION,
    XC_VALUE_DATE, /* low and high are day numbers since 1970-01-01 */
    XC_VALUE_AGE,  /* in years */
    XC_VALUE_MEASURE,
    XC_VALUE_COLOUR, /* name: canonical colour */
    XC_VALUE_NAME,   /* name: the words, folded */
    XC_VALUE_TEXT,   /* name: the words, folded */
};
#define XC_N_VALUE_KINDS 11

struct xc_bound {
    bool finite; /* false: unbounded on this side */
    bool open;   /* the bound itself is excluded */
    struct xc_decimal at;
};

enum xc_approximation {
    XC_VALUE_EXACT,
    XC_VALUE_APPROXIMATE, /* about, nearly, dozens of */
    XC_VALUE_BOUND,       /* at least, more than, up to */
};

/*
 * A unit with a fixed rate: n of it are n * factor + offset of the base that its family
 * shares (year: 12 months; Celsius and Fahrenheit: ninths and fifths of one step).
 */
struct xc_unit {
    struct xc_str name;   /* canonical: "year", "kg" */
    struct xc_str base;   /* "month", "g"; units of one kind and base convert */
    struct xc_str system; /* "imperial", or "" for metric and all others */
    enum xc_value_kind kind;
    struct xc_decimal factor;
    struct xc_decimal offset;
    const struct xc_unit *family; /* the first unit of the same kind and base */
    const struct xc_unit *next;   /* the next of the family; NULL after the last */
};

struct xc_value {
    enum xc_value_kind kind;
    enum xc_approximation approximation;
    struct xc_str unit;  /* canonical: "year", "day", "kg", "m", "USD"; "" for none;
                         * "share" for a COUNT that is part of one ("two-thirds"); "end" or
                         * "current" for an ORDINAL that is counted from there */
    struct xc_bound low; /* numbers and dates */
    struct xc_bound high;
    struct xc_str name; /* colour, name, text, "last"; else "" */
    struct xc_str text; /* as it stands in the source */
    struct xc_span
        stated_at; /* of the article: the text without what approximates it */
    struct xc_span figure_at; /* of money behind its sign: the number; else empty */
    struct xc_decimal stated; /* in unit, however the words approximate it; where … */
    struct xc_decimal
        rounding; /* in unit: so far an exact figure may be off because it is
                                 * told roundly ("300", "two decades"); 0: it is not */
    const struct xc_unit *rate; /* of unit, in the program's arena; NULL: has none */
    struct xc_timex timex;      /* what the words of a DATE say */
    struct xc_date date; /* year 0: unknown ("6 May"); then there are no bounds */
    bool has_stated;     /* … they state one number */
    bool former; /* named and not said: "from 12" of "rose from 12 to 20" (former.h) */
    bool converted; /* from a unit of the other system of measures */
    bool dollar;    /* MONEY in a currency called dollar; a bare $ is any of them */
    bool has_date;  /* DATE given as one calendar date, perhaps partial */
};

enum xc_value_relation {
    XC_VALUES_EQUAL,
    XC_VALUES_COMPATIBLE, /* the intervals share a number */
    XC_VALUES_REFINES, /* one lies inside the other: "290" in "nearly 300", "6 May 2019" in
                        * "May 2019"; or one name holds the other */
    XC_VALUES_CONFLICT,     /* disjoint */
    XC_VALUES_INCOMPARABLE, /* other kind, unit that can't be converted, no unit */
};
#define XC_N_VALUE_RELATIONS 5

/* "equal", "compatible", "refines", "conflict", "incomparable". */
const char *xc_value_relation_name(enum xc_value_relation relation);

/*
 * How a and b stand to one another; symmetric.  Units are converted where the rate is
 * fixed (week = 7 days, decade = 10 years; never months to days, never currencies).
 * An exact figure of the other system of measures counts as rounded to its last digit,
 * as newsrooms convert: "40 lb" is compatible with "18 kg".  Values that are not
 * bounded at all are compatible with every number; two texts never conflict.  A figure
 * that is told roundly is compatible with what it may be rounded from: "two decades" with
 * "21 years", "300" with "312", "a third" with "33 %".  A bare $ is compatible with any
 * dollar.  Of names, initials and surnames stand for the whole; two given names that
 * begin alike can't be told apart.
 */
enum xc_value_relation xc_value_compare(const struct xc_value *a,
                                        const struct xc_value *b);

/* Of two values of which one refines the other, whether a is that one: the narrower one,
 * or the one with the longer name. */
bool xc_value_is_narrower(const struct xc_value *a, const struct xc_value *b);

/*
 * The value in another unit of its kind, exactly, or to 12 significant digits where no
 * decimal says it (5 months in years); false (and *out untouched) when the rate is not
 * fixed or the unit unknown.  Across systems of measures an exact figure becomes
 * approximate: "18 kg" is 17.5 to 18.5 kg, in pounds.
 */
bool xc_value_convert(const struct xc_value *value, struct xc_str unit,
                      struct xc_value *out);

/* The numbers (or name) that both admit, in a's unit; false when they have none in
 * common.  For a claim's agreed value. */
bool xc_value_intersect(const struct xc_value *a, const struct xc_value *b,
                        struct xc_value *out);

/* "count", "ordinal", …; and back (false for an unknown word). */
const char *xc_value_kind_name(enum xc_value_kind kind);
bool xc_value_kind_parse(struct xc_str word, enum xc_value_kind *out);

/* Whether its values have a name and no numbers. */
bool xc_value_kind_is_named(enum xc_value_kind kind);

/* low (high) for the report: a decimal string, an ISO date for DATE, ptr NULL when
 * unbounded or not numeric. *out_failed is set when memory was short. */
struct xc_str xc_value_low_text(const struct xc_value *value, struct xc_arena *arena,
                                bool *out_failed);
struct xc_str xc_value_high_text(const struct xc_value *value, struct xc_arena *arena,
                                 bool *out_failed);

/* A short form for people: "20 years", "at least 40", "from 255 to under 300", "pink";
 * ptr NULL when memory is short. */
struct xc_str xc_value_display(const struct xc_value *value, struct xc_arena *arena);

/* The words of the source as they would stand inside a sentence: "nearly 300" of "Nearly 300
 * boats"; ptr NULL when memory is short. */
struct xc_str xc_value_said(const struct xc_value *value, struct xc_arena *arena);

#endif
