/* SPDX-License-Identifier: Apache-2.0 */
/* A whole /…/ pattern: the first line is what stands between the slashes. */
#include "config.h"

#include "matching.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str rest = harness_input(bytes, n_bytes);
    struct xc_str line = harness_cut(&rest, '\n');
    struct xc_arena arena;
    char *pattern;

    xc_arena_init(&arena);
    pattern = xc_arena_alloc(&arena, line.len + 2);
    assert(pattern != NULL);
    pattern[0] = '/';
    memcpy(pattern + 1, line.ptr, line.len);
    pattern[line.len + 1] = '/';
    matching_run((struct xc_str){pattern, line.len + 2}, rest);
    xc_arena_release(&arena);
    return 0;
}
