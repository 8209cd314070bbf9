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
    size_t first;            /* the atom where it begins, "between" included … */
    size_t at;               /* … and where its first number or sign does */
    struct xc_bound low;     /* what is stated, until it is settled */
    struct xc_bound high;
    enum xc_approximation approximation;
    bool is_range;
    const struct xc_form *about;  /* what approximates it, or NULL */
    const struct xc_form *sign;   /* a currency before it, or NULL */
    const struct xc_form *unit;   /* "20% to 30%": the unit that both have; else NULL */
    const struct xc_unit *larger; /* of "an hour and 20 minutes": the hour … */
    struct xc_decimal n_larger;   /* … and how many, as part of all; else NULL */
    size_t end;
    size_t stated_end; /* the atom before the afterthought that ends it; else 0 */
};

/*
 * The longest amount that begins at atom i (with its approximator).  with_units also
 * reads a range whose two numbers both carry the unit.
 */
bool xc_amount_read(const struct xc_atoms *atoms, size_t i, bool with_units,
                    struct xc_amount *out);

/* Whether it states one number, however that is approximated. */
bool xc_amount_is_point(const struct xc_amount *amount);

/* Makes the amount's interval the one of what approximates it; false when that is too
 * large for decimals. */
bool xc_amount_settle(struct xc_amount *amount);

/* Takes "or more", "plus", "or so" at the amount's end into it. */
void xc_amount_take_afterthought(const struct xc_atoms *atoms,
                                 struct xc_amount *amount);

/* "between" or "from" at atom i, where a range may follow it; NULL else. */
const struct xc_form *xc_amount_opener(const struct xc_atoms *atoms, size_t i,
                                       size_t *out_end);

/* Whether a change is told just before atom i: in "rose from 3 to 5" there is no range. */
bool xc_amount_follows_change(const struct xc_atoms *atoms, size_t i);

#endif
