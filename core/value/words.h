/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words that values are made of, from the lexicon's TSV files, by phrase.
 *
 * A phrase may have several readings: "second" is a rank and a unit, "pounds" a weight
 * and a currency, "m" a million, a metre.  Every reading is a form; who reads asks for
 * the class it can use.  Phrases are stored in normal form: words and signs with single
 * spaces between them ("us$" is "us $", "per-cent" is "per cent").
 */
#ifndef XC_VALUE_WORDS_H
#define XC_VALUE_WORDS_H

#include "base/table.h"
#include "value/recognise.h"

enum xc_form_class {
    XC_FORM_CARDINAL, /* low: its number */
    XC_FORM_SCALE,    /* low: hundred, thousand, dozen, lakh … */
    XC_FORM_SUFFIX,   /* low: a scale glued to digits, "5k" */
    XC_FORM_ORDINAL,  /* low: rank; with a name ("last") from code: xc_rank_from */
    XC_FORM_PART,     /* low: n of the n-th part: half 2, third 3 */
    XC_FORM_PARTS,    /* the same in the plural, after a number above one */
    XC_FORM_VAGUE,    /* low, high: a few, several; exact where equal: a pair of */
    XC_FORM_MANY,     /* low, high (excluded): dozens, hundreds */
    XC_FORM_ARTICLE,  /* a, an */
    XC_FORM_NEGATIVE, /* minus */
    XC_FORM_POWER,    /* ^ */
    XC_FORM_NO_ONE, /* words beside which "one" is a pronoun; code: see xc_side_of_one */
    XC_FORM_AFTER_PART,   /* words after which "a third" is a part: of, more */
    XC_FORM_AGED,         /* words after which a number is an age; low 1: always */
    XC_FORM_OWNER,        /* his, her: before "40s" */
    XC_FORM_OLD,          /* words that make a duration an age: old, of age */
    XC_FORM_YEARS_OLD,    /* words that make a number an age: yo */
    XC_FORM_APPROXIMATOR, /* code: xc_approximator; before the number */
    XC_FORM_AFTERTHOUGHT, /* code: xc_approximator; after the number */
    XC_FORM_OPENER,       /* code: xc_range_opener */
    XC_FORM_CHANGE,       /* rose, fell: "from 3 to 5" after it is no range */
    XC_FORM_FORMERLY,     /* previously: the number after it is no more */
    XC_FORM_STRETCH,      /* for, took: "a year" after it is a duration */
    XC_FORM_UNIT, /* unit, low: factor of this form to the unit's base; then; code 1:
                   * only glued to figures ("2in") */
    XC_FORM_CURRENCY_BEFORE, /* name: ISO code or "" */
    XC_FORM_CURRENCY_AFTER,  /* the same; low: factor (pence: 0.01); code */
    XC_FORM_MONTH,           /* code: 1..12 */
    XC_FORM_MONTH_WORD,      /* code: 1..12; also a word of another meaning: may */
    XC_FORM_WEEKDAY,         /* code: 0 Sunday .. 6 */
    XC_FORM_WEEKDAY_WORD,    /* the same; also a word of another meaning: sun */
    XC_FORM_DAY,             /* code: days from the published date */
    XC_FORM_WHICH,           /* code: -1 last, 0 this, 1 next, 2 the next there is */
    XC_FORM_PERIOD,          /* code: xc_period */
    XC_FORM_QUARTER,         /* code: 1..4, "Q3" */
    XC_FORM_WEEK_OF,         /* code 1: the week begins on the date after it */
    XC_FORM_AGO,             /* code: -1 ago, 1 from now */
    XC_FORM_BOUND,           /* code: xc_date_bound; before a date */
    XC_FORM_AFTER_BOUND,     /* the same, after it: or later */
    XC_FORM_SHIFT,           /* in: "in two weeks" */
    XC_FORM_HOLIDAY,         /* code: month * 100 + day */
    XC_FORM_FUTURE,          /* words after which a bare "on Monday" lies ahead */
    XC_FORM_PAST,            /* words after which it lies behind */
    XC_FORM_DATED,        /* prepositions after which a month or year is a date; code 1:
                     * after which May and March are months */
    XC_FORM_PART_OF_DATE, /* early, late: before a month or year; code 1: the end of */
    XC_FORM_DECADE,       /* code: 20 for "twenties" */
    XC_FORM_SEASON,       /* code: xc_season */
    XC_FORM_COUNTED,      /* plurals without -s, which a number before them counts */
    XC_FORM_CLOCK,        /* am, o'clock: the number before it is a time */
    XC_FORM_COLOUR,       /* name: canonical colour */
    XC_FORM_SHADE,        /* dark, light: belongs to the colour after it */
    XC_FORM_INSIDE_NAME,
    XC_FORM_NO_NAME,   /* never a name's first word at a sentence's start */
    XC_FORM_TITLE,     /* Mr, Jr: belongs to a name and tells nobody apart */
    XC_N_FORM_CLASSES, /* at most 64: a set of classes is a 64-bit mask */
};

enum xc_approximator {
    XC_ABOUT,
    XC_NEARLY,
    XC_JUST_OVER,
    XC_AT_LEAST,
    XC_MORE_THAN,
    XC_AT_MOST,
    XC_LESS_THAN,
    XC_OVER, /* more than, but "over 12 months" may be all of them */
    XC_EXACTLY,
};

enum xc_rank_from { XC_RANK_FROM_END, XC_RANK_FROM_CURRENT };

enum xc_range_opener { XC_BETWEEN, XC_FROM };

enum xc_side_of_one { XC_BEFORE_ONE, XC_AFTER_ONE };

enum xc_date_bound { XC_BOUND_BEFORE, XC_BOUND_UNTIL, XC_BOUND_AFTER, XC_BOUND_SINCE };

enum xc_period {
    XC_PERIOD_DAY,
    XC_PERIOD_WEEK,
    XC_PERIOD_WEEKEND,
    XC_PERIOD_FORTNIGHT,
    XC_PERIOD_MONTH,
    XC_PERIOD_QUARTER,
    XC_PERIOD_YEAR,
    XC_PERIOD_DECADE,
    XC_PERIOD_CENTURY,
};

struct xc_form {
    enum xc_form_class class;
    int code;
    struct xc_decimal low;
    struct xc_decimal high;
    struct xc_str name;
    const struct xc_unit *unit;
    const struct xc_unit *then; /* what a bare number after it counts: "six feet two" */
    const struct xc_form *next; /* another reading of the same phrase */
};

/* Every reading of the phrase (in normal form), or NULL. */
const struct xc_form *xc_value_words_forms(const struct xc_value_words *words,
                                           struct xc_str phrase);

/* How many words and signs the longest phrase has that begins with word; 0: none. */
size_t xc_value_words_reach(const struct xc_value_words *words, struct xc_str word);

/* The unit of that canonical name ("year", "point"); NULL when there is none. */
const struct xc_unit *xc_value_words_unit(const struct xc_value_words *words,
                                          struct xc_str name);

/* Whether money of that ISO code may be called dollars; "" is a bare $. */
bool xc_value_words_is_dollar(const struct xc_value_words *words, struct xc_str code);

#endif
