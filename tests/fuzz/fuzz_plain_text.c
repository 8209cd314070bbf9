/* SPDX-License-Identifier: Apache-2.0 */
/* The reader of plain text. */
#include "config.h"

#include "reading.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    reading_check(XC_FORMAT_TEXT, XC_STR("a.txt"), harness_input(bytes, n_bytes));
    return 0;
}
