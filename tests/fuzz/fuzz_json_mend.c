/* SPDX-License-Identifier: Apache-2.0 */
/* JSON as pages write it, mended and parsed; what was JSON before still is the same. */
#include "config.h"

#include "data/json.h"
#include "invariant.h"
#include "web/json_mend.h"

static enum xc_status
parse(struct xc_str text, struct xc_arena *arena, struct xc_node **out)
{
    struct xc_problems problems;

    xc_problems_init(&problems, arena);
    return xc_json_parse(text, XC_STR("a.html"), 1, arena, out, &problems);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_arena arena;
    struct xc_str rest;
    struct xc_node *before;
    struct xc_node *after;
    bool is_json;
    size_t n = 0;

    xc_arena_init(&arena);
    rest = harness_utf8(harness_input(bytes, n_bytes), &arena);
    is_json = parse(rest, &arena, &before) == XC_OK &&
              (before->kind == XC_NODE_LIST || before->kind == XC_NODE_MAP);
    for (;;) {
        const char *end = rest.ptr + rest.len;
        size_t left = rest.len;
        struct xc_str value;
        enum xc_status status;

        assert(xc_json_mend_next(&rest, &arena, &value) == XC_OK);
        if (value.ptr == NULL)
            break;
        assert(rest.len < left && rest.ptr + rest.len == end);
        invariant_utf8(value);
        status = parse(value, &arena, &after);
        if (status == XC_OK)
            invariant_node(after);
        if (is_json && n == 0)
            assert(status == XC_OK && after->kind == before->kind &&
                   after->n_children == before->n_children);
        n++;
    }
    assert(!is_json || n > 0);
    xc_arena_release(&arena);
    return 0;
}
