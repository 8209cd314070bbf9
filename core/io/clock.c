/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/clock.h"

#include <time.h>

struct xc_date
xc_clock_today(void)
{
    const time_t seconds_a_day = 86400;

    return xc_date_of_day((int32_t)(time(NULL) / seconds_a_day));
}
