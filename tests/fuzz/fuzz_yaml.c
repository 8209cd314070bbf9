/* SPDX-License-Identifier: Apache-2.0 */
/* YAML into nodes, with a place for each. */
#include "config.h"

#include "data/yaml.h"
#include "invariant.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str text = harness_input(bytes, n_bytes);
    struct xc_problems problems;
    struct xc_node *root;
    struct xc_arena arena;
    enum xc_status status;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = xc_yaml_parse(text, XC_STR("a.yaml"), 1, XC_PROBLEM_RULE, &arena, &root,
                           &problems);
    assert(status == XC_OK ? problems.n == 0 : status == XC_BAD_RULE && problems.n > 0);
    if (status == XC_OK)
        invariant_node(root);
    invariant_problems(&problems);
    xc_arena_release(&arena);
    return 0;
}
