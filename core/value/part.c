/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/part.h"

#include "value/tally.h"

/* More words than any number of parts has. */
static const size_t most_words = 12;

static const struct xc_decimal zero = {0, 0};
static const struct xc_decimal one = {1, 0};
static const struct xc_decimal ten = {1, 1};
static const struct xc_decimal hundred = {1, 2};

static bool
below(struct xc_decimal a, struct xc_decimal b)
{
    return xc_decimal_compare(a, b) < 0;
}

/* The n-th parts that are written with a stroke; others are dates more often. */
static bool
is_denominator(struct xc_decimal number)
{
    return !below(ten, number) || xc_decimal_compare(number, hundred) == 0 ||
           xc_decimal_compare(number, (struct xc_decimal){16, 0}) == 0;
}

/* "1/2", "3/4" and the one-character "½", whose whole number stands glued before it
 * once it is folded ("2½" is 21⁄2). */
bool
xc_part_read_figures(const struct xc_atoms *atoms, size_t i, struct xc_part *out)
{
    const struct xc_atom *top = &atoms->items[i];
    const struct xc_atom *bottom = i + 1 < atoms->n ? top + 1 : NULL;
    struct xc_decimal whole = zero;
    struct xc_decimal part = top->number;
    bool vulgar;

    if (bottom == NULL || top->kind != XC_ATOM_NUMBER || bottom->kind != XC_ATOM_NUMBER)
        return false;
    vulgar = bottom->gap == XC_GAP_VULGAR;
    if (!vulgar && bottom->gap != XC_GAP_SLASH)
        return false;
    if (vulgar && top->text.len > 1) {
        struct xc_str figures = xc_str_sub(top->text, 0, top->text.len - 1);

        if (!xc_decimal_parse(figures, &whole))
            return false;
        part = xc_decimal_make(top->text.ptr[top->text.len - 1] - '0', 0);
    }
    /* 24/7 is no fraction, 01/02 a date, 9/11 a day. */
    if (part.mantissa <= 0 || !below(part, bottom->number) || top->text.ptr[0] == '0' ||
        bottom->text.ptr[0] == '0' || !is_denominator(bottom->number) ||
        (xc_atoms_gap(atoms, i + 2) & (XC_GAP_SLASH | XC_GAP_VULGAR)) != 0)
        return false;
    *out = (struct xc_part){whole, part, bottom->number, i + 2};
    return true;
}

/* "a third" is a part only where nothing else is counted: "a third of", not "a third
 * man". */
static bool
stands_alone(const struct xc_atoms *atoms, size_t end)
{
    return !xc_atoms_joined(atoms, end) || atoms->items[end].kind != XC_ATOM_WORD ||
           xc_atoms_form(atoms, end, XC_FORM_AFTER_PART, NULL) != NULL;
}

/* "half" is a part in "half of", "half a mile", "half-hour", not in "half-naked" or
 * "the second half". */
static bool
is_half_of_it(const struct xc_atoms *atoms, size_t i)
{
    const uint64_t measured = XC_CLASS(XC_FORM_UNIT) | XC_CLASS(XC_FORM_SCALE) |
                              XC_CLASS(XC_FORM_CURRENCY_AFTER);

    if (i > 0 && xc_atoms_joined(atoms, i) &&
        xc_atoms_has(atoms, i - 1, XC_CLASS(XC_FORM_ORDINAL)))
        return false;
    return xc_atoms_gap(atoms, i + 1) != XC_GAP_HYPHEN ||
           xc_atoms_has(atoms, i + 1, measured);
}

/* A denominator at atom i: "thirds", "thirty-fifths", "twenty firsts". */
static bool
denominator_at(const struct xc_atoms *atoms, size_t i, bool single,
               struct xc_decimal *out, size_t *end)
{
    enum xc_form_class class = single ? XC_FORM_PART : XC_FORM_PARTS;
    struct xc_tally tally;
    const struct xc_form *form = xc_atoms_form(atoms, i, class, end);

    if (form != NULL && below(one, form->low)) {
        *out = form->low;
        return true;
    }
    /* "ninety-five hundred fifths" are no parts of five hundred and five, nor are "one
     * hundred and thirty fifths" of thirty-five. */
    if (xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) != NULL ||
        atoms->items[i].kind == XC_ATOM_NUMBER || xc_atoms_is(atoms, i - 1, "and") ||
        atoms->items[i].gap != XC_GAP_SPACE ||
        !xc_tally_read(atoms, i, atoms->n, &tally) ||
        !xc_atoms_joined(atoms, tally.end))
        return false;
    form = xc_atoms_form(atoms, tally.end, class, end);
    return form != NULL && xc_tally_add_rank(&tally, form->low, out);
}

static bool
is_single(const struct xc_atoms *atoms, size_t i, size_t end)
{
    return end == i + 1 && (xc_atoms_is(atoms, i, "one") ||
                            xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) != NULL ||
                            xc_decimal_compare(atoms->items[i].number, one) == 0);
}

/* Whether the words of a number may go on to atom i, behind its predecessor. */
static bool
goes_on(const struct xc_atoms *atoms, size_t i)
{
    const uint64_t numbers = XC_CLASS(XC_FORM_CARDINAL) | XC_CLASS(XC_FORM_SCALE) |
                             XC_CLASS(XC_FORM_ARTICLE);

    return xc_atoms_joined(atoms, i) &&
           (xc_atoms_is_figures(atoms, i - 1) || xc_atoms_has(atoms, i - 1, numbers) ||
            xc_atoms_is(atoms, i - 1, "and"));
}

/* The number of parts at atom i, up to atom `end`. */
static bool
top_at(const struct xc_atoms *atoms, size_t i, size_t end, struct xc_decimal *out)
{
    struct xc_tally tally;

    if (end == i + 1 && xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) != NULL) {
        *out = one;
        return true;
    }
    return xc_tally_read(atoms, i, end, &tally) && tally.end == end &&
           xc_tally_sum(&tally, out) && out->exponent >= 0 && out->mantissa > 0;
}

/* "a third man" is a man. */
static bool
article_fits(const struct xc_atoms *atoms, size_t i, const struct xc_part *part)
{
    return xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) == NULL ||
           !below((struct xc_decimal){2, 0}, part->bottom) ||
           xc_decimal_compare(part->bottom, (struct xc_decimal){4, 0}) == 0 ||
           stands_alone(atoms, part->end);
}

/* "two thirds", "three twenty-firsts": of all places where the number of parts may end, the
 * first leaves the longest denominator, which is how such words are heard. */
static bool
read_words(const struct xc_atoms *atoms, size_t i, struct xc_part *out)
{
    size_t at;

    for (at = i + 1; at < i + most_words && goes_on(atoms, at); at++) {
        struct xc_part part = {.whole = zero};
        bool single = is_single(atoms, i, at);

        if (!denominator_at(atoms, at, single, &part.bottom, &part.end) ||
            !top_at(atoms, i, at, &part.top))
            continue;
        if ((xc_atoms_is(atoms, at, "half") && !is_half_of_it(atoms, at)) ||
            !article_fits(atoms, i, &part))
            return false;
        *out = part;
        return true;
    }
    return false;
}

/* "one over three", where nothing is counted: not "he won 15 over 20 years". */
static bool
read_over(const struct xc_atoms *atoms, size_t i, struct xc_part *out)
{
    struct xc_part part = {.whole = zero};
    struct xc_tally top;
    struct xc_tally bottom;

    if (!xc_tally_read(atoms, i, atoms->n, &top) || !xc_atoms_joined(atoms, top.end) ||
        !xc_atoms_is(atoms, top.end, "over") || !xc_atoms_joined(atoms, top.end + 1) ||
        !xc_tally_read(atoms, top.end + 1, atoms->n, &bottom) ||
        xc_atoms_joined(atoms, bottom.end) || xc_atoms_gap(atoms, bottom.end) == 0 ||
        !xc_tally_sum(&top, &part.top) || !xc_tally_sum(&bottom, &part.bottom) ||
        part.bottom.mantissa <= 0)
        return false;
    part.end = bottom.end;
    *out = part;
    return true;
}

/* "quarter million", "quarter of a million" */
static bool
is_quarter_of_many(const struct xc_atoms *atoms, size_t i)
{
    const struct xc_form *scale;

    if (!xc_atoms_is(atoms, i, "quarter") || !xc_atoms_joined(atoms, i + 1) ||
        (i > 0 && xc_atoms_has(atoms, i - 1,
                               XC_CLASS(XC_FORM_ORDINAL) | XC_CLASS(XC_FORM_ARTICLE))))
        return false;
    scale = xc_atoms_form(atoms, i + 1, XC_FORM_SCALE, NULL);
    return scale != NULL && below(hundred, scale->low);
}

bool
xc_part_read(const struct xc_atoms *atoms, size_t i, struct xc_part *out)
{
    const struct xc_form *half;
    struct xc_part part = {.whole = zero, .top = one};

    if (i >= atoms->n)
        return false;
    if (xc_part_read_figures(atoms, i, out))
        return true;
    if (is_quarter_of_many(atoms, i)) {
        *out = (struct xc_part){zero, one, (struct xc_decimal){4, 0}, i + 1};
        return true;
    }
    if (!xc_atoms_is(atoms, i, "half"))
        return read_words(atoms, i, out) || read_over(atoms, i, out);
    half = xc_atoms_form(atoms, i, XC_FORM_PART, &part.end);
    if (half == NULL || !is_half_of_it(atoms, i))
        return false;
    part.bottom = half->low;
    *out = part;
    return true;
}

bool
xc_part_add(struct xc_decimal whole, const struct xc_part *part,
            struct xc_decimal scale, struct xc_decimal *out)
{
    struct xc_decimal sum;
    struct xc_decimal scaled;

    /* Over the one denominator, so that only the last step rounds. */
    return xc_decimal_mul(part->whole, part->bottom, &sum) &&
           xc_decimal_add(sum, part->top, &sum) && xc_decimal_mul(sum, scale, &sum) &&
           xc_decimal_mul(whole, part->bottom, &scaled) &&
           xc_decimal_add(sum, scaled, &sum) && xc_decimal_div(sum, part->bottom, out);
}
