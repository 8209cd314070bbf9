/* SPDX-License-Identifier: Apache-2.0 */
/* Requests to probe, one a line, put to every stage; each answer is one line of JSON. */
#include "config.h"

#include "data/json.h"
#include "invariant.h"
#include "report/probe.h"

static void
check_answer(struct xc_str answer)
{
    struct xc_problems problems;
    struct xc_arena arena;
    struct xc_node *root;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    assert(xc_str_find(answer, 0, '\n') == answer.len - 1);
    invariant_inert(answer, false);
    assert(xc_json_parse(answer, XC_STR("a.jsonl"), 1, &arena, &root, &problems) ==
           XC_OK);
    assert(root->kind == XC_NODE_MAP);
    invariant_node(root);
    xc_arena_release(&arena);
}

static void
put(struct xc_str line, enum xc_probe_stage stage)
{
    struct xc_place place = {XC_STR("a.jsonl"), 1, 0, XC_STR("")};
    const struct xc_prober prober = {harness_lexicon(), harness_origins(), stage};
    struct harness_buffer buffer;
    struct xc_sink sink = harness_sink(&buffer);
    struct xc_problems problems;
    struct xc_arena arena;
    struct xc_probe probe;
    enum xc_status status;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = xc_probe_run(&prober, line, &place, &arena, &probe, &problems);
    assert(status == XC_OK || (status == XC_BAD_INPUT && problems.n > 0));
    if (status == XC_OK)
        assert(xc_report_probe(&probe, &arena, &sink) == XC_OK);
    else
        xc_report_probe_error(&problems.items[0], &sink);
    assert(!sink.failed);
    check_answer(harness_written(&buffer));
    harness_buffer_free(&buffer);
    xc_arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    static const enum xc_probe_stage stages[] = {XC_PROBE_SENTENCES, XC_PROBE_STANCE,
                                                 XC_PROBE_VALUES, XC_PROBE_QUOTES,
                                                 XC_PROBE_REUSE};
    struct xc_str rest = harness_input(bytes, n_bytes);
    size_t i;

    while (rest.len > 0) {
        struct xc_str line = harness_cut(&rest, '\n');

        for (i = 0; i < sizeof stages / sizeof stages[0]; i++)
            put(line, stages[i]);
    }
    return 0;
}
