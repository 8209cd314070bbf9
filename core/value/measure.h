/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Amounts with a unit of measure or of time: "20 years", "5ft 2in", "a year and a half",
 * "6 to 8 weeks", "3m", 6'2", and the ages among them ("43-year-old").
 */
#ifndef XC_VALUE_MEASURE_H
#define XC_VALUE_MEASURE_H

#include "value/quantity.h"

/* Stores the amount as a measure, duration or age in out (see quantity.h). */
void xc_measure_read(const struct xc_atoms *atoms, const struct xc_amount *amount,
                     struct xc_quantity *out);

/* The same for what begins with an article or has no word for its unit: "for a week",
 * 6'2". */
void xc_measure_read_unnumbered(const struct xc_value_words *words,
                                const struct xc_atoms *atoms, size_t i,
                                struct xc_quantity *out);

#endif
