/* SPDX-License-Identifier: Apache-2.0 */
/* A sources.yaml, and what it says applied to files and records by their names. */
#include "config.h"

#include "reading.h"
#include "source/fields.h"

static void
apply(const struct xc_metadata *metadata, struct xc_arena *arena,
      struct xc_problems *problems)
{
    static const char *const names[] = {"a.txt", "b.md", "c.jsonl#1", "", "a"};
    struct xc_source source;
    size_t i;

    for (i = 0; i < sizeof names / sizeof names[0]; i++) {
        xc_fields_clear(&source);
        source.id = xc_str_of(names[i]);
        source.path = source.id;
        source.text = XC_STR("");
        assert(xc_metadata_apply(metadata, source.id, arena, &source, problems) ==
               XC_OK);
        invariant_source(&source, 1);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    const struct xc_metadata *metadata;
    struct xc_problems problems;
    struct xc_arena arena;
    enum xc_status status;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = xc_metadata_parse(XC_STR("sources.yaml"), harness_input(bytes, n_bytes),
                               &arena, &metadata, &problems);
    assert(status == XC_OK || (status == XC_BAD_RULE && problems.n > 0));
    if (status == XC_OK)
        apply(metadata, &arena, &problems);
    invariant_problems(&problems);
    xc_arena_release(&arena);
    return 0;
}
