/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/former.h"

#include "value/amount.h"

static const size_t longest_contrast = 6; /* atoms from a number to its "but" */
static const size_t longest_inset = 8;    /* atoms from its comma to the number */
static const size_t longest_rest = 32;    /* atoms from it to the number that is said */
static const unsigned ends_phrase = XC_GAP_COMMA | XC_GAP_POINT | XC_GAP_COLON |
                                    XC_GAP_OPEN | XC_GAP_CLOSE | XC_GAP_DASH |
                                    XC_GAP_OTHER | XC_GAP_EDGE;

/* Whether a number begins at atom i, behind words that may come before one. */
static bool
number_at(const struct xc_atoms *atoms, size_t i)
{
    const uint64_t numbers = XC_CLASS(XC_FORM_CARDINAL);

    return i < atoms->n &&
           (atoms->items[i].kind == XC_ATOM_NUMBER || xc_atoms_has(atoms, i, numbers));
}

/* "from" before the number, after a verb of change: "up from 12", "rose sharply from 12 to
 * 20"; but "went home from 12 meetings". */
static bool
is_left(const struct xc_atoms *atoms, size_t i, size_t end)
{
    const struct xc_form *opener =
        i > 0 && xc_atoms_joined(atoms, i)
            ? xc_atoms_form(atoms, i - 1, XC_FORM_OPENER, NULL)
            : NULL;

    if (opener == NULL || opener->code != XC_FROM ||
        !xc_amount_follows_change(atoms, i - 1))
        return false;
    return xc_atoms_is(atoms, end, "to") ||
           (i > 1 && xc_atoms_form(atoms, i - 2, XC_FORM_CHANGE, NULL) != NULL);
}

/* "Rose by two to 12": the step, where the sentence says what it leads to. */
static bool
is_step(const struct xc_atoms *atoms, size_t i, size_t end)
{
    return i > 1 && xc_atoms_is(atoms, i - 1, "by") &&
           xc_amount_follows_change(atoms, i - 1) && xc_atoms_joined(atoms, end) &&
           xc_atoms_is(atoms, end, "to") && number_at(atoms, end + 1);
}

/* "Not 15 but 12", "not 15, as feared, but 12", "12, not 15, boats" */
static bool
is_ruled_out(const struct xc_atoms *atoms, size_t i, size_t end)
{
    size_t at;

    if (i == 0 || !xc_atoms_is(atoms, i - 1, "not"))
        return false;
    if (i > 1 && (xc_atoms_gap(atoms, i - 1) & XC_GAP_COMMA) != 0 &&
        number_at(atoms, i - 2))
        return true;
    for (at = end; at + 1 < atoms->n && at < end + longest_contrast; at++) {
        if (xc_atoms_is(atoms, at, "but"))
            return number_at(atoms, at + 1);
    }
    return false;
}

/* "The toll, first given as 15, is 12", "the toll, which had stood at 15 on Sunday, is now
 * 12": of an inset that tells how it was. */
static bool
is_outdated(const struct xc_atoms *atoms, size_t i, size_t end)
{
    bool former = false;
    size_t at = i;
    size_t next = end;

    while (at > 0 && i - at < longest_inset &&
           (xc_atoms_gap(atoms, at) & ends_phrase) == 0) {
        at--;
        former = former || xc_atoms_has(atoms, at, XC_CLASS(XC_FORM_FORMERLY));
    }
    if (!former || at == 0 || (xc_atoms_gap(atoms, at) & ends_phrase) == 0)
        return false;
    while (next < atoms->n && next < end + longest_rest &&
           (xc_atoms_gap(atoms, next) & ends_phrase) == 0)
        next++;
    for (at = next; at < atoms->n && at < end + longest_rest; at++) {
        if (number_at(atoms, at))
            return true;
    }
    return false;
}

/* "The toll had stood at 15 but was cut to 12" */
static bool
is_replaced(const struct xc_atoms *atoms, size_t i, size_t end)
{
    bool former = false;
    bool turned = false;
    size_t at = i;

    if (i == 0 ||
        (!xc_atoms_is(atoms, i - 1, "at") && !xc_atoms_is(atoms, i - 1, "as") &&
         !xc_atoms_is(atoms, i - 1, "to")))
        return false;
    while (at > 0 && i - at < longest_contrast && !former)
        former = xc_atoms_has(atoms, --at, XC_CLASS(XC_FORM_FORMERLY));
    for (at = end; former && at + 1 < atoms->n && at < end + longest_rest; at++) {
        turned =
            turned || xc_atoms_is(atoms, at, "but") || xc_atoms_is(atoms, at, "before");
        if (turned && (xc_atoms_is(atoms, at, "to") || xc_atoms_is(atoms, at, "at")) &&
            number_at(atoms, at + 1))
            return true;
    }
    return false;
}

bool
xc_former_is(const struct xc_atoms *atoms, size_t i, size_t end)
{
    return is_left(atoms, i, end) || is_step(atoms, i, end) ||
           is_ruled_out(atoms, i, end) || is_outdated(atoms, i, end) ||
           is_replaced(atoms, i, end);
}
