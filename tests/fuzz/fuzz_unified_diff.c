/* SPDX-License-Identifier: Apache-2.0 */
/* A diff into files and ranges of lines: in order, apart, and found again. */
#include "config.h"

#include "base/limits.h"
#include "data/unified_diff.h"
#include "invariant.h"

static void
check_file(const struct xc_unified_diff_file *file)
{
    size_t i;

    invariant_str(file->path);
    assert(file->path.len > 0);
    for (i = 0; i < file->n_lines; i++) {
        const struct xc_range range = file->lines[i];

        assert(range.first > 0 && range.first < range.end);
        assert(xc_unified_diff_touches(file, range.first, range.first));
        assert(xc_unified_diff_touches(file, range.end - 1, range.end - 1));
    }
    assert(xc_unified_diff_touches(file, 1, SIZE_MAX) ==
           (file->is_whole || file->n_lines > 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_problems problems;
    struct xc_arena arena;
    struct xc_unified_diff diff;
    enum xc_status status;
    size_t i;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = xc_unified_diff_read(harness_input(bytes, n_bytes), XC_STR("git diff"),
                                  &arena, &diff, &problems);
    assert(status == XC_OK ? problems.n == 0
                           : status == XC_BAD_INPUT && problems.n == 1);
    for (i = 0; status == XC_OK && i < diff.n; i++) {
        check_file(&diff.items[i]);
        assert(i == 0 ||
               xc_str_compare(diff.items[i - 1].path, diff.items[i].path) <= 0);
        assert(xc_unified_diff_find(&diff, diff.items[i].path) != NULL);
    }
    invariant_problems(&problems);
    xc_arena_release(&arena);
    return 0;
}
