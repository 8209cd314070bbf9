/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Amounts: numbers with what is said around them, still without a unit.
 *
 * Approximators before ("nearly 300") and after ("20 or more"), ranges ("between 20 and
 * 30", "$3 to $5 million", "three or four"), a currency sign.  The intervals are those
 * of METHODS: about x is x +- d, nearly x is [x - d, x), just over x is (x, x + d],
 * where d is half the last significant unit of x, held between 5 % and 15 % of x.
 */
#ifndef XC_VALUE_AMOUNT_H
#define XC_VALUE_AMOUNT_H

#include "value/number.h"

struct xc_amount {
    struct xc_number number; /* the first (of a range), as written */
    size_t at;               /* the atom where it begins */
    struct xc_bound low;
    struct xc_bound high;
    enum xc_approximation approximation;
    bool is_range;
    bool is_over;               /* "over 12 months": perhaps all of them */
    bool is_plain;              /* an afterthought may still follow */
    const struct xc_form *sign; /* a currency before it, or NULL */
    const struct xc_form *unit; /* "20% to 30%": the unit that both have; else NULL */
    size_t end;
};

/*
 * The longest amount that begins at atom i (with its approximator).  with_units also
 * reads a range whose two numbers both carry the unit.
 */
bool xc_amount_read(const struct xc_atoms *atoms, size_t i, bool with_units,
                    struct xc_amount *out);

/* Makes the amount's interval the one of the approximator over what it has; false when
 * that is too large for decimals. */
bool xc_amount_approximate(struct xc_amount *amount, enum xc_approximator approximator);

/* Takes "or more", "plus", "or so" at *end into the amount, and moves *end past it. */
void xc_amount_take_afterthought(const struct xc_atoms *atoms, struct xc_amount *amount,
                                 size_t *end);

/* Whether a change is told just before atom i: in "rose from 3 to 5" there is no range. */
bool xc_amount_follows_change(const struct xc_atoms *atoms, size_t i);

#endif
