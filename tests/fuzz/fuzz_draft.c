/* SPDX-License-Identifier: Apache-2.0 */
/* Statements, one a line, drafted: what is printed loads, and has every statement word for
 * word. */
#include "config.h"

#include "author/draft.h"
#include "report/draft.h"
#include "running.h"

/* Statements of one input; more only take longer. */
enum { MOST_STATEMENTS = 8 };

/* Draws up the rule file, loads it, and holds the claims to their drafts. */
static void
check(const struct xc_draft_vec *drafts)
{
    struct xc_draft_style style = {XC_STR("t"), XC_STR("t"), true};
    struct harness_buffer buffer;
    struct xc_sink sink = harness_sink(&buffer);
    struct running_rules rules;
    size_t i;

    xc_report_drafts(drafts, &style, &sink);
    invariant_utf8(harness_written(&buffer));
    assert(running_load(&rules, XC_STR("a.yaml"), harness_written(&buffer)));
    assert(rules.topics.n == 1 && rules.topics.items[0].n_claims == drafts->n);
    for (i = 0; i < drafts->n; i++) {
        const struct xc_claim *claim = &rules.topics.items[0].claims[i];

        assert(xc_str_equal(claim->id, drafts->items[i].id));
        assert(xc_str_equal(claim->statement, drafts->items[i].statement));
        assert(claim->n_examples == 1 &&
               xc_str_equal(claim->examples[0].text, claim->statement));
    }
    running_release(&rules);
    harness_buffer_free(&buffer);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str rest = harness_input(bytes, n_bytes);
    struct xc_place place = {.path = XC_STR("a.txt")};
    struct xc_draft_vec drafts = {NULL, 0, 0};
    struct xc_drafting drafting;
    struct xc_problems problems;
    struct xc_arena arena;
    struct xc_str line;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    assert(xc_drafting_init(harness_lexicon(), &arena, &problems, &drafting) == XC_OK);
    while (drafts.n < MOST_STATEMENTS && xc_str_split(&rest, '\n', &line)) {
        enum xc_status status = xc_draft_add(&drafting, line, &place, &drafts);

        assert(status == XC_OK || status == XC_BAD_RULE);
    }
    if (drafts.n > 0)
        check(&drafts);
    invariant_problems(&problems);
    xc_arena_release(&arena);
    return 0;
}
