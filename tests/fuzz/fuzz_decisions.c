/* SPDX-License-Identifier: Apache-2.0 */
/* A decisions file, and the suppressions that the same file may list: each one that is
 * taken fits a sentence that is its own quote. */
#include "config.h"

#include "base/vec.h"
#include "data/yaml.h"
#include "engine/decide.h"
#include "invariant.h"
#include "text/word_run.h"
#include "verdict/suppress.h"

/* Words of words are the same words. */
static void
check_selection(const struct xc_selection *on, struct xc_arena *arena)
{
    struct xc_str again;

    assert(on->claim.len > 0 && on->words.len > 2 && on->line > 0);
    assert(xc_word_run_of(on->words, arena, &again) == XC_OK);
    assert(xc_str_equal(again, on->words));
}

/* A mention (or finding) in that source whose sentence is the quote. */
static struct xc_selected
meant_by(const struct xc_selection *on)
{
    return (struct xc_selected){.topic = on->topic,
                                .claim = on->claim,
                                .source = on->source,
                                .path = on->source,
                                .before = XC_STR("On Monday, "),
                                .quote = on->quote,
                                .after = XC_STR(" again.")};
}

static void
check_decisions(struct xc_str text, struct xc_arena *arena,
                struct xc_problems *problems)
{
    struct xc_decisions decisions = {NULL, 0, 0};
    enum xc_status status =
        xc_decisions_load(XC_STR("d.yaml"), text, arena, &decisions, problems);
    struct xc_decider decider;
    size_t *n_fitting;
    size_t i;

    assert(status == XC_OK || (status == XC_BAD_RULE && problems->n > 0));
    assert(status == XC_OK || decisions.n == 0);
    xc_decisions_sort(&decisions);
    assert(xc_decider_new(&decisions, arena, &decider) == XC_OK);
    n_fitting = xc_arena_array(arena, decisions.n, sizeof *n_fitting);
    assert(n_fitting != NULL);
    for (i = 0; i < decisions.n; i++) {
        const struct xc_decision *decision = &decisions.items[i];
        const struct xc_selected mention = meant_by(&decision->on);
        const struct xc_decision *found = NULL;

        check_selection(&decision->on, arena);
        assert(decision->reason.len > 0 && xc_date_is_valid(decision->date));
        assert(xc_decider_find(&decider, &mention, arena, n_fitting, &found) == XC_OK);
        assert(found != NULL && n_fitting[i] > 0);
        assert(xc_date_day(found->date) >= xc_date_day(decision->date));
    }
}

/* Each suppresses the finding that it means, on its last day, and none is left over. */
static void
check_applied(const struct xc_suppression_vec *suppressions, struct xc_arena *arena)
{
    const struct xc_date first_day = {1, 1, 1};
    const struct xc_date last_day = {9999, 12, 31};
    struct xc_findings findings = {.items = NULL};
    size_t i;

    for (i = 0; i < suppressions->n; i++) {
        const struct xc_suppression *suppression = &suppressions->items[i];
        const struct xc_selected meant = meant_by(&suppression->on);
        struct xc_finding *finding = XC_VEC_ADD(&findings, arena);

        assert(finding != NULL);
        check_selection(&suppression->on, arena);
        finding->topic = meant.topic;
        finding->claim = meant.claim;
        finding->source = meant.source;
        finding->path = meant.path;
        finding->before = meant.before;
        finding->quote = meant.quote;
        finding->after = meant.after;
        assert(suppression->kind.len == 0 ||
               xc_finding_kind_parse(suppression->kind, &finding->kind));
    }
    assert(xc_suppressions_apply(&findings, suppressions, first_day, arena) == XC_OK);
    assert(findings.n == suppressions->n);
    for (i = 0; i < findings.n; i++) {
        assert(findings.items[i].is_suppressed);
        findings.items[i].is_suppressed = false;
    }
    assert(xc_suppressions_apply(&findings, suppressions, last_day, arena) == XC_OK);
    assert(findings.n >= suppressions->n);
    assert(xc_findings_print(&findings, arena) == XC_OK);
}

static void
check_suppressions(struct xc_str text, struct xc_arena *arena,
                   struct xc_problems *problems)
{
    struct xc_suppression_vec suppressions = {NULL, 0, 0};
    struct xc_loading loading = {.path = XC_STR("xclaim.yaml"),
                                 .text = text,
                                 .arena = arena,
                                 .problems = problems};
    const struct xc_node *list;
    struct xc_node *root = NULL;

    if (xc_yaml_parse(text, loading.path, 1, XC_PROBLEM_RULE, arena, &root, problems) !=
        XC_OK)
        return;
    list = xc_node_get(root, "suppressions");
    if (list == NULL)
        return;
    assert(xc_field_index_lines(&loading) == XC_OK);
    assert(xc_suppressions_load(&loading, list, &suppressions) == XC_OK);
    check_applied(&suppressions, arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str text = harness_input(bytes, n_bytes);
    struct xc_problems problems;
    struct xc_arena arena;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    check_decisions(text, &arena, &problems);
    check_suppressions(text, &arena, &problems);
    invariant_problems(&problems);
    xc_arena_release(&arena);
    return 0;
}
