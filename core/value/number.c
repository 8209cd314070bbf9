/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/number.h"

#include "value/part.h"

static const struct xc_decimal zero = {0, 0};
static const struct xc_decimal one = {1, 0};
static const struct xc_decimal ten = {1, 1};
static const struct xc_decimal hundred = {1, 2};
static const struct xc_decimal thousand = {1, 3};

/*
 * A number being read.  "two hundred and five thousand": current is 205 when "thousand"
 * multiplies it into total.
 */
struct tally {
    struct xc_decimal total;
    struct xc_decimal current;
    struct xc_decimal room;  /* the next number word must be below it to be added */
    struct xc_decimal limit; /* the next scale must be below it */
    struct xc_decimal scale; /* of the last word, if that was a scale; else 0 */
    bool has_current;
    bool has_limit;
    bool open; /* room: no number word read since the start or the last scale */
    size_t n_scales;
    size_t end;
};

static bool
below(struct xc_decimal a, struct xc_decimal b)
{
    return xc_decimal_compare(a, b) < 0;
}

static bool
is_whole(struct xc_decimal a)
{
    return a.exponent >= 0;
}

/* Takes a number word or figures: "twenty", "one" after it, "300". */
static bool
take_cardinal(struct tally *tally, struct xc_decimal number, bool figures)
{
    if (tally->open) {
        if (tally->has_limit && !below(number, tally->limit))
            return false;
        tally->current = number;
    } else {
        bool added = !figures || tally->scale.mantissa != 0;

        if (!added || number.mantissa == 0 || !below(number, tally->room) ||
            !xc_decimal_add(tally->current, number, &tally->current))
            return false;
    }
    /* Only a round number of tens leaves room for a unit: "twenty-one". */
    tally->room =
        !figures && !below(number, (struct xc_decimal){2, 1}) && below(number, hundred)
            ? ten
            : zero;
    tally->has_current = true;
    tally->open = false;
    tally->scale = zero;
    return true;
}

/* Takes "hundred", "dozen": they multiply what stands right before them. */
static bool
take_small_scale(struct tally *tally, struct xc_decimal scale)
{
    if (!tally->has_current || !below(tally->current, hundred) ||
        tally->scale.mantissa != 0 ||
        !xc_decimal_mul(tally->current, scale, &tally->current))
        return false;
    tally->room = xc_decimal_compare(scale, hundred) == 0 ? hundred : zero;
    tally->scale = scale;
    tally->n_scales++;
    return true;
}

/* Takes "thousand", "million": they close a group. */
static bool
take_large_scale(struct tally *tally, struct xc_decimal scale)
{
    struct xc_decimal group;

    if (!tally->has_current || (tally->has_limit && !below(scale, tally->limit)) ||
        !xc_decimal_mul(tally->current, scale, &group) ||
        !xc_decimal_add(tally->total, group, &tally->total))
        return false;
    tally->current = zero;
    tally->has_current = false;
    tally->open = true;
    tally->has_limit = true;
    tally->limit = scale;
    tally->scale = scale;
    tally->n_scales++;
    return true;
}

/* Takes the scale at atom i, if one stands there. */
static bool
take_scale(const struct xc_atoms *atoms, struct tally *tally, size_t i)
{
    size_t end;
    const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_SCALE, &end);

    if (form == NULL && atoms->items[i].gap == 0 && i > 0 &&
        atoms->items[i - 1].kind == XC_ATOM_NUMBER)
        form = xc_atoms_form(atoms, i, XC_FORM_SUFFIX, &end);
    if (form == NULL)
        return false;
    if (!(below(form->low, thousand) ? take_small_scale(tally, form->low)
                                     : take_large_scale(tally, form->low)))
        return false;
    tally->end = end;
    return true;
}

static bool
take_word(const struct xc_atoms *atoms, struct tally *tally, size_t i)
{
    size_t end;
    const struct xc_form *form;

    if (xc_atoms_is_figures(atoms, i)) {
        if (!take_cardinal(tally, atoms->items[i].number, true))
            return false;
        tally->end = i + 1;
        return true;
    }
    form = xc_atoms_form(atoms, i, XC_FORM_CARDINAL, &end);
    if (form == NULL || !take_cardinal(tally, form->low, false))
        return false;
    tally->end = end;
    return true;
}

/* "a hundred", "a dozen": the article is a one, but only before a scale. */
static bool
begin_with_article(const struct xc_atoms *atoms, struct tally *tally, size_t i)
{
    return xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) != NULL &&
           xc_atoms_joined(atoms, i + 1) &&
           xc_atoms_form(atoms, i + 1, XC_FORM_SCALE, NULL) != NULL &&
           take_cardinal(tally, one, true) && take_scale(atoms, tally, i + 1);
}

/* "one hundred and five", "two thousand and nineteen", not "a hundred and a half". */
static bool
take_after_and(const struct xc_atoms *atoms, struct tally *tally, size_t i)
{
    struct xc_decimal part;
    size_t end;

    /* "one hundred and three quarters" is 100.75. */
    return tally->scale.mantissa != 0 && xc_atoms_is(atoms, i, "and") &&
           xc_atoms_joined(atoms, i + 1) && !xc_part_read(atoms, i + 1, &part, &end) &&
           take_word(atoms, tally, i + 1);
}

static bool
read_tally(const struct xc_atoms *atoms, size_t i, struct tally *tally)
{
    *tally = (struct tally){.room = zero, .open = true, .end = i};
    if (!begin_with_article(atoms, tally, i) && !take_word(atoms, tally, i))
        return false;
    while (xc_atoms_joined(atoms, tally->end) &&
           (take_scale(atoms, tally, tally->end) ||
            take_word(atoms, tally, tally->end) ||
            take_after_and(atoms, tally, tally->end)))
        continue;
    return true;
}

/* "three point one four": the figures behind the point, one word each. */
static bool
take_point(const struct xc_atoms *atoms, size_t *end, struct xc_decimal *value)
{
    size_t i = *end + 1;
    int exponent = 0;

    if (!xc_atoms_joined(atoms, *end) || !xc_atoms_is(atoms, *end, "point") ||
        !is_whole(*value))
        return false;
    while (xc_atoms_joined(atoms, i) && exponent > -9) {
        const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_CARDINAL, NULL);
        struct xc_decimal figure;

        if (form == NULL || !below(form->low, ten))
            break;
        figure = xc_decimal_make(form->low.mantissa, --exponent);
        if (!xc_decimal_add(*value, figure, value))
            return false;
        i++;
    }
    if (exponent == 0)
        return false;
    *end = i;
    return true;
}

/* "half a million", "half a dozen", "a quarter of a million", "half a billion". */
static void
take_scale_of_part(const struct xc_atoms *atoms, struct xc_number *number)
{
    size_t i = number->end;
    const struct xc_form *form;
    size_t end;

    if (xc_atoms_joined(atoms, i) && xc_atoms_is(atoms, i, "of"))
        i++;
    if (!xc_atoms_joined(atoms, i))
        return;
    /* "half million" is said for "half a million", but not "half of million". */
    if (xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) != NULL)
        i++;
    else if (i != number->end)
        return;
    if (!xc_atoms_joined(atoms, i))
        return;
    form = xc_atoms_form(atoms, i, XC_FORM_SCALE, &end);
    if (form == NULL || !xc_decimal_mul(number->low, form->low, &number->low))
        return;
    number->head = number->low;
    number->high = number->low;
    number->fraction = false;
    number->end = end;
}

static bool
is_negative(const struct xc_atoms *atoms, size_t i)
{
    return i < atoms->n && atoms->items[i].kind == XC_ATOM_NUMBER &&
           (atoms->items[i].gap & XC_GAP_MINUS) != 0;
}

static bool
read_bare_part(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    struct xc_number number = {.fraction = true, .scale = one};

    if (!xc_part_read(atoms, i, &number.low, &number.end))
        return false;
    number.figures = atoms->items[i].kind == XC_ATOM_NUMBER;
    number.fraction = below(number.low, one);
    if (is_negative(atoms, i) && !xc_decimal_sub(zero, number.low, &number.low))
        return false;
    number.high = number.low;
    number.head = number.low;
    take_scale_of_part(atoms, &number);
    *out = number;
    return true;
}

/* "dozens of", "hundreds of thousands of": a hearer takes no exact number from it. */
static bool
read_many(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    struct xc_number number = {.vague = true, .open_high = true, .scale = one};
    const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_MANY, &number.end);
    size_t end;

    if (form == NULL)
        return false;
    number.low = form->low;
    number.high = form->high;
    while (xc_atoms_joined(atoms, number.end) && xc_atoms_is(atoms, number.end, "of") &&
           xc_atoms_joined(atoms, number.end + 1)) {
        form = xc_atoms_form(atoms, number.end + 1, XC_FORM_MANY, &end);
        if (form == NULL || !xc_decimal_mul(number.low, form->low, &number.low) ||
            !xc_decimal_mul(number.high, form->low, &number.high))
            break;
        number.end = end;
    }
    *out = number;
    return true;
}

/* "several", "a few hundred", "a couple of million", "a pair of". */
static bool
read_vague(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    struct xc_number number = {.scale = one};
    const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_VAGUE, &number.end);
    const struct xc_form *scale;
    size_t at;
    size_t end;

    if (form == NULL)
        return false;
    number.low = form->low;
    number.high = form->high;
    at = number.end;
    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "of"))
        at++;
    while (xc_atoms_joined(atoms, at)) {
        scale = xc_atoms_form(atoms, at, XC_FORM_SCALE, &end);
        if (scale == NULL || !xc_decimal_mul(number.low, scale->low, &number.low) ||
            !xc_decimal_mul(number.high, scale->low, &number.high))
            break;
        number.end = end;
        at = end;
    }
    number.vague = xc_decimal_compare(number.low, number.high) != 0;
    *out = number;
    return true;
}

/* "of" between a noun of number and what is counted is part of the number, so that
 * "dozens of men" has its men next to it. */
static void
take_of(const struct xc_atoms *atoms, struct xc_number *number)
{
    if (xc_atoms_joined(atoms, number->end) && xc_atoms_is(atoms, number->end, "of"))
        number->end++;
}

/* "two and a half", "a million and a half", "one hundred and three and two thirds". */
static void
take_part_after_and(const struct xc_atoms *atoms, struct tally *tally,
                    struct xc_decimal *value)
{
    struct xc_decimal part;
    struct xc_decimal scale = below(tally->scale, thousand) ? one : tally->scale;
    size_t end;
    struct xc_decimal sum;

    if (!xc_atoms_joined(atoms, tally->end) || !xc_atoms_is(atoms, tally->end, "and") ||
        !xc_atoms_joined(atoms, tally->end + 1) ||
        !xc_part_read(atoms, tally->end + 1, &part, &end) || !below(part, one))
        return;
    if (!xc_decimal_mul(part, scale, &part) || !xc_decimal_add(*value, part, &sum))
        return;
    *value = sum;
    tally->end = end;
}

/* "1 1/2" */
static void
take_part_after_whole(const struct xc_atoms *atoms, struct tally *tally,
                      struct xc_decimal *value)
{
    struct xc_decimal part;
    size_t end;

    if (!xc_atoms_joined(atoms, tally->end) || !is_whole(*value) ||
        !xc_part_read_figures(atoms, tally->end, &part, &end) || !below(part, one) ||
        !xc_decimal_add(*value, part, value))
        return;
    tally->end = end;
}

/* "two and a half million", "three point five billion". */
static void
take_scale_after_part(const struct xc_atoms *atoms, struct tally *tally,
                      struct xc_decimal *value)
{
    size_t end;
    const struct xc_form *form;
    struct xc_decimal product;

    if (!xc_atoms_joined(atoms, tally->end))
        return;
    form = xc_atoms_form(atoms, tally->end, XC_FORM_SCALE, &end);
    if (form == NULL || !xc_decimal_mul(*value, form->low, &product))
        return;
    *value = product;
    tally->scale = form->low;
    tally->n_scales = 1;
    tally->end = end;
}

static bool
read_exact(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    struct tally tally;
    struct xc_decimal value;
    size_t plain_end;

    if (!read_tally(atoms, i, &tally) ||
        !xc_decimal_add(tally.total, tally.current, &value))
        return false;
    plain_end = tally.end;
    take_part_after_whole(atoms, &tally, &value);
    if (tally.end == plain_end && !take_point(atoms, &tally.end, &value))
        take_part_after_and(atoms, &tally, &value);
    if (tally.end != plain_end)
        take_scale_after_part(atoms, &tally, &value);
    if (is_negative(atoms, i) && !xc_decimal_sub(zero, value, &value))
        return false;
    *out = (struct xc_number){.low = value, .high = value, .scale = one, .head = value};
    out->figures = atoms->items[i].kind == XC_ATOM_NUMBER;
    out->end = tally.end;
    if (tally.scale.mantissa != 0) {
        out->scaled = true;
        if (tally.n_scales == 1 && xc_decimal_div(value, tally.scale, &out->head))
            out->scale = tally.scale;
    }
    return true;
}

bool
xc_number_read(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    size_t negative;
    struct xc_number number;

    if (i >= atoms->n)
        return false;
    if (xc_atoms_form(atoms, i, XC_FORM_NEGATIVE, &negative) != NULL) {
        if (!xc_atoms_joined(atoms, negative))
            return false;
        if (!read_exact(atoms, negative, &number) ||
            !xc_decimal_sub(zero, number.low, &number.low))
            return false;
        number.high = number.low;
        number.head = number.low;
        *out = number;
        return true;
    }
    if (read_many(atoms, i, &number) || read_vague(atoms, i, &number)) {
        take_of(atoms, &number);
        *out = number;
        return true;
    }
    return read_bare_part(atoms, i, out) || read_exact(atoms, i, out);
}

static bool
is_rank_suffix(const struct xc_atoms *atoms, size_t i)
{
    return i < atoms->n && atoms->items[i].gap == 0 &&
           (xc_atoms_is(atoms, i, "st") || xc_atoms_is(atoms, i, "nd") ||
            xc_atoms_is(atoms, i, "rd") || xc_atoms_is(atoms, i, "th"));
}

/* "twenty-first", "one hundred and third", "two hundredth". */
static bool
read_long_rank(const struct xc_atoms *atoms, size_t i, struct xc_decimal *out,
               size_t *end)
{
    struct tally tally;
    const struct xc_form *form;
    struct xc_decimal value;
    size_t at;

    if (xc_atoms_form(atoms, i, XC_FORM_CARDINAL, NULL) == NULL ||
        !read_tally(atoms, i, &tally) ||
        !xc_decimal_add(tally.total, tally.current, &value))
        return false;
    at = tally.end;
    if (xc_atoms_is(atoms, at, "and") && tally.scale.mantissa != 0 &&
        xc_atoms_joined(atoms, at))
        at++;
    if (!xc_atoms_joined(atoms, at))
        return false;
    form = xc_atoms_form(atoms, at, XC_FORM_ORDINAL, end);
    if (form == NULL || form->low.mantissa == 0)
        return false;
    if (below(form->low, tally.room) ||
        (tally.open && tally.has_limit && below(form->low, tally.limit)))
        return xc_decimal_add(value, form->low, out);
    return !below(form->low, hundred) && xc_decimal_mul(value, form->low, out);
}

bool
xc_rank_read(const struct xc_atoms *atoms, size_t i, struct xc_decimal *out_rank,
             struct xc_str *out_name, size_t *out_end)
{
    const struct xc_form *form;
    size_t end;

    if (i >= atoms->n)
        return false;
    if (atoms->items[i].kind == XC_ATOM_NUMBER && is_rank_suffix(atoms, i + 1) &&
        is_whole(atoms->items[i].number)) {
        *out_rank = atoms->items[i].number;
        *out_name = XC_STR("");
        *out_end = i + 2;
        return true;
    }
    form = xc_atoms_form(atoms, i, XC_FORM_ORDINAL, &end);
    if (form != NULL) {
        *out_rank = form->low;
        *out_name = form->name;
        *out_end = end;
        return true;
    }
    if (!read_long_rank(atoms, i, out_rank, &end))
        return false;
    *out_name = XC_STR("");
    *out_end = end;
    return true;
}
