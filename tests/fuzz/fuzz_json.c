/* SPDX-License-Identifier: Apache-2.0 */
/* JSON into nodes; and what the emitter makes of the bytes, read back. */
#include "config.h"

#include "data/json.h"
#include "data/utf8.h"
#include "invariant.h"
#include "report/json_emit.h"

static void
read_json(struct xc_str text)
{
    struct xc_problems problems;
    struct xc_node *root;
    struct xc_arena arena;
    enum xc_status status;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = xc_json_parse(text, XC_STR("a.jsonl"), 7, &arena, &root, &problems);
    assert(status == XC_OK ? problems.n == 0
                           : status == XC_BAD_INPUT && problems.n == 1);
    if (status == XC_OK)
        invariant_node(root);
    invariant_problems(&problems);
    xc_arena_release(&arena);
}

/* Written as a string, any text is read back as it was, but for what was not UTF-8. */
static void
write_and_read(struct xc_str text)
{
    struct harness_buffer buffer;
    struct xc_sink sink = harness_sink(&buffer);
    struct xc_json_emit emit;
    struct xc_problems problems;
    const struct xc_node *node;
    struct xc_node *root;
    struct xc_arena arena;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    xc_json_emit_init(&emit, &sink);
    xc_json_emit_open(&emit, NULL, '{');
    xc_json_emit_str(&emit, "text", text);
    xc_json_emit_close(&emit);
    assert(!sink.failed);
    invariant_inert(harness_written(&buffer), false);
    assert(xc_json_parse(harness_written(&buffer), XC_STR("a.json"), 1, &arena, &root,
                         &problems) == XC_OK);
    node = xc_node_get(root, "text");
    assert(node != NULL && node->kind == XC_NODE_STRING);
    if (xc_utf8_first_bad(text, 0) == text.len)
        assert(xc_str_equal(node->text, text));
    harness_buffer_free(&buffer);
    xc_arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str text = harness_input(bytes, n_bytes);

    read_json(text);
    write_and_read(text);
    return 0;
}
