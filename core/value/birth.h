/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Births: who is 35 on one day and 36 a year later is of one age.
 *
 *     "35 years old" told on 2019-05-08  ->  born from 1983-05-09 to 1984-05-08
 */
#ifndef XC_VALUE_BIRTH_H
#define XC_VALUE_BIRTH_H

#include "value/value.h"

/* The days on which one may have been born who is of that age on the day: a DATE.  False
 * for an age in other units than years and months, or one too great for the calendar. */
bool xc_birth_of_age(const struct xc_value *age, int32_t day, struct xc_value *out);

#endif
