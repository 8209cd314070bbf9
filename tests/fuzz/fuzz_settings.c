/* SPDX-License-Identifier: Apache-2.0 */
/* An xclaim.yaml: read, linted, and its houses joined to those of the lexicon. */
#include "config.h"

#include "author/lint.h"
#include "invariant.h"

static void
check_paths(const struct xc_settings_paths *paths)
{
    size_t i;

    for (i = 0; i < paths->n; i++) {
        invariant_str(paths->items[i].path);
        assert(paths->items[i].path.len > 0 && paths->items[i].node != NULL);
        assert(paths->items[i].path.ptr[0] == '/' ||
               xc_str_starts(paths->items[i].path, "desk/"));
    }
}

static void
check_settings(const struct xc_settings *settings)
{
    size_t i;
    size_t j;

    check_paths(&settings->rules);
    check_paths(&settings->record);
    check_paths(&settings->lexicon);
    check_paths(&settings->decisions);
    invariant_str(settings->baseline.path);
    for (i = 0; i < settings->n_outlets; i++) {
        assert(settings->outlets[i].n > 0);
        for (j = 0; j < settings->outlets[i].n; j++)
            invariant_str(settings->outlets[i].names[j]);
    }
    for (i = 0; i < settings->suppressions.n; i++) {
        invariant_str(settings->suppressions.items[i].on.quote);
        assert(settings->suppressions.items[i].reason.len > 0);
    }
}

/* The houses have names, whatever they were joined with. */
static void
check_houses(const struct xc_settings *settings, struct xc_arena *arena)
{
    struct xc_origin_rules rules;
    size_t i;

    assert(xc_origin_rules_load(arena, &rules) == XC_OK);
    assert(xc_origin_rules_join(&rules, settings->outlets, settings->n_outlets,
                                arena) == XC_OK);
    for (i = 0; i < rules.house_list.n; i++) {
        invariant_str(rules.house_list.items[i]);
        assert(rules.house_list.items[i].ptr != NULL);
    }
}

/* Lint tells the very faults that reading does. */
static void
check_lint(struct xc_str text, const struct xc_problems *told, struct xc_arena *arena)
{
    struct xc_settings settings;
    struct xc_problems problems;
    struct xc_lint lint;

    xc_problems_init(&problems, arena);
    xc_lint_init(&lint, harness_lexicon(), arena, &problems);
    assert(xc_lint_add_settings(&lint, XC_STR("desk/xclaim.yaml"), text, &settings) ==
           XC_OK);
    assert(xc_lint_finish(&lint) == XC_OK);
    assert(problems.n == told->n && problems.n_dropped == told->n_dropped);
    xc_lint_release(&lint);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    const struct xc_str text = harness_input(bytes, n_bytes);
    struct xc_settings settings;
    struct xc_problems problems;
    struct xc_arena arena;
    enum xc_status status;
    size_t i;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = xc_settings_read(XC_STR("desk/xclaim.yaml"), text, &arena, &settings,
                              &problems);
    assert(status == XC_OK || (status == XC_BAD_RULE && problems.n > 0));
    invariant_problems(&problems);
    for (i = 0; i < problems.n; i++)
        assert(problems.items[i].code != XC_CODE_NONE);
    check_lint(text, &problems, &arena);
    if (status == XC_OK) {
        assert(settings.loading.n_faults == problems.n + problems.n_dropped);
        check_settings(&settings);
        if (settings.n_outlets > 0)
            check_houses(&settings, &arena);
    }
    xc_arena_release(&arena);
    return 0;
}
