/* SPDX-License-Identifier: Apache-2.0 */
/* A rule file, linted and loaded; when it is right, run over a fixed article. */
#include "config.h"

#include "author/lint_mend.h"
#include "running.h"

static const char article[] = "Three men tied the corset\n"
                              "\n"
                              "It took \"three men to lace her into the corset\" at "
                              "the Harbour Gala on May 6, 2019, "
                              "her stylist said. The star never had ribs removed, and "
                              "the carpet was pink. Did the "
                              "bridge close? Reportedly, 300 drivers were stranded for "
                              "about two weeks, and the work "
                              "may cost $4 million. In 2018 she wore a red gown.\n";

/* Lint tells at most n_errors errors, all in order and with a code; gives how many. */
static size_t
check_lint(struct xc_str text, size_t n_errors)
{
    size_t counts[XC_N_LEVELS];
    struct xc_problems problems;
    struct xc_arena arena;
    struct xc_lint lint;
    size_t i;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    xc_lint_init(&lint, harness_lexicon(), &arena, &problems);
    assert(xc_lint_add(&lint, XC_STR("a.yaml"), text) == XC_OK);
    assert(xc_lint_finish(&lint) == XC_OK);
    xc_lint_count(&problems, counts);
    assert(counts[XC_LEVEL_ERROR] <= n_errors);
    for (i = 0; i < problems.n; i++) {
        assert(problems.items[i].code != XC_CODE_NONE);
        assert(i == 0 || problems.items[i - 1].line <= problems.items[i].line);
    }
    invariant_problems(&problems);
    xc_lint_release(&lint);
    xc_arena_release(&arena);
    return counts[XC_LEVEL_ERROR];
}

/* What is mended has no more errors than before. */
static void
check_mending(struct xc_str text, size_t n_errors)
{
    struct xc_mended mended;
    struct xc_arena arena;

    xc_arena_init(&arena);
    assert(xc_lint_mend(harness_lexicon(), XC_STR("a.yaml"), text, &arena, &mended) ==
           XC_OK);
    assert(mended.n > 0 || xc_str_equal(mended.text, text));
    if (mended.n > 0)
        assert(check_lint(mended.text, n_errors) <= n_errors);
    xc_arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct running_file file = {XC_STR("a.txt"), XC_STR(article)};
    struct running_rules rules;
    size_t n_errors;
    bool is_right;

    is_right = running_load(&rules, XC_STR("a.yaml"), harness_input(bytes, n_bytes));
    n_errors = check_lint(harness_input(bytes, n_bytes), is_right ? 0 : SIZE_MAX);
    assert(is_right || n_errors > 0);
    check_mending(harness_input(bytes, n_bytes), n_errors);
    if (is_right)
        running_check(&rules, &file, 1);
    invariant_problems(&rules.problems);
    running_release(&rules);
    return 0;
}
