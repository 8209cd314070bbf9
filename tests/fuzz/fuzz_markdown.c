/* SPDX-License-Identifier: Apache-2.0 */
/* The reader of Markdown, front matter included. */
#include "config.h"

#include "reading.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    reading_check(XC_FORMAT_MARKDOWN, XC_STR("a.md"), harness_input(bytes, n_bytes));
    return 0;
}
