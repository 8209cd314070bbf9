/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates in figures only: "2019-05-06", "6/5/2019", "12/2015", and "on 22/04".
 *
 * "05/06/2019" is 5 June or May 6: its stamp has the days from the one to the other, and
 * says the American reading.
 */
#ifndef XC_VALUE_FIGURES_H
#define XC_VALUE_FIGURES_H

#include "value/stamp.h"

/* The date in figures that begins at atom i.  Two of them ("22/04") are one only after a
 * word such as "on", or where bare says that a date is expected. */
bool xc_figures_read(const struct xc_calendar *calendar, size_t i, bool bare,
                     struct xc_stamp *out);

#endif
