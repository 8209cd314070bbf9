/* SPDX-License-Identifier: Apache-2.0 */
#ifndef XC_IO_CLOCK_H
#define XC_IO_CLOCK_H

#include "value/date.h"

/* Today's date in UTC, so that a run gives the same wherever the machine stands. */
struct xc_date xc_clock_today(void);

#endif
