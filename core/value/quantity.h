/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quantities: amounts with what they are amounts of.
 *
 * Counts ("about 20", "one in five" is none), ranks, percentages, money, durations,
 * ages and measures.  One expression may be several of them: "20 years" is a duration
 * and, without its unit, a count; "3m" is a count and a length.
 */
#ifndef XC_VALUE_QUANTITY_H
#define XC_VALUE_QUANTITY_H

#include "value/amount.h"

/* What an expression is as one kind: its value but for the text, and where it stands. */
struct xc_quantity {
    size_t first;        /* the atom after what approximates it … */
    size_t stated_end;   /* … and the atom after what is stated */
    size_t end;          /* the atom after all of it; 0: it is none of this kind */
    size_t figure_first; /* the number of money behind its sign … */
    size_t figure_end;   /* … 0: there is no sign */
    struct xc_value value;
};

/*
 * Reads the longest quantity of every kind that begins at atom i into out, which has
 * XC_N_VALUE_KINDS places, by kind; those that it does not read are left alone.
 */
void xc_quantities_read(const struct xc_value_words *words,
                        const struct xc_atoms *atoms, size_t i,
                        struct xc_quantity *out);

/*
 * Stores the amount, times factor / divisor, among the quantities as the one of its kind;
 * false when a longer one is there already, or when it is too large for a decimal.
 */
bool xc_quantity_store(struct xc_quantity *out, enum xc_value_kind kind,
                       const struct xc_amount *amount, struct xc_decimal factor,
                       struct xc_decimal divisor);

/* The same for an amount with a unit, whose form may be a multiple of it ("decade"). */
bool xc_quantity_store_unit(struct xc_quantity *out, enum xc_value_kind kind,
                            const struct xc_amount *amount, const struct xc_form *form);

/* The unit of that kind at atom i, *end the atom after it; the shortest forms count
 * only when glued to figures. */
const struct xc_form *xc_quantity_unit_at(const struct xc_atoms *atoms, size_t i,
                                          enum xc_value_kind kind, size_t *end);

#endif
