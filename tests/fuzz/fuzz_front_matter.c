/* SPDX-License-Identifier: Apache-2.0 */
/* Front matter alone: where it ends, what it says, where its title stands. */
#include "config.h"

#include "reading.h"
#include "source/front_matter.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str text = harness_input(bytes, n_bytes);
    struct xc_front_matter matter;
    struct xc_run_vec title = {NULL, 0, 0};
    struct xc_problems problems;
    struct xc_arena arena;
    size_t at = 0;
    size_t i;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    assert(xc_front_matter_read(XC_STR("a.md"), text, &arena, &matter, &problems) ==
           XC_OK);
    assert(matter.end <= text.len);
    if (matter.end > 0) {
        invariant_span(matter.inner, matter.end);
        assert(xc_str_starts(text, "---") || xc_str_starts(text, "\xEF\xBB\xBF---"));
    }
    if (matter.map != NULL)
        invariant_node(matter.map);
    assert(xc_front_matter_title(&matter, text, &arena, &title));
    for (i = 0; i < title.n; i++) {
        struct xc_span run = title.items[i];

        assert(run.off_bytes >= at && run.off_bytes >= matter.inner.off_bytes);
        at = run.off_bytes + run.len_bytes;
        assert(at <= matter.inner.off_bytes + matter.inner.len_bytes);
    }
    invariant_problems(&problems);
    xc_arena_release(&arena);
    return 0;
}
