/* SPDX-License-Identifier: Apache-2.0 */
/* The pattern language: the first line is a pattern, what follows an article. */
#include "config.h"

#include "matching.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str rest = harness_input(bytes, n_bytes);
    struct xc_str pattern = harness_cut(&rest, '\n');

    matching_run(pattern, rest);
    return 0;
}
