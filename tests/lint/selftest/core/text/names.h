/* SPDX-License-Identifier: Apache-2.0 */
#ifndef XC_TEXT_NAMES_H
#define XC_TEXT_NAMES_H

#include <utf8proc.h>

struct names {
    int unused;
};

typedef struct hidden xc_hidden;

int names_count(void);

#endif
