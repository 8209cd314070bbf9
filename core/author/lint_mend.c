/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/lint_mend.h"

#include "author/lint_edit.h"
#include "base/limits.h"

/* A text, read and judged alone. */
struct judged {
    struct xc_problems problems;
    struct xc_lint lint;
    size_t counts[XC_N_LEVELS];
};

static enum xc_status
judge(const struct xc_lexicon *lexicon, struct xc_str path, struct xc_str text,
      struct xc_arena *arena, struct judged *out)
{
    enum xc_status status;

    xc_problems_init(&out->problems, arena);
    xc_lint_init(&out->lint, lexicon, arena, &out->problems);
    status = xc_lint_add(&out->lint, path, text);
    xc_lint_count(&out->problems, out->counts);
    return status;
}

/* A key that is right now may show warnings that were not known before; but errors must
 * not be more, and of the same number of them nothing else may be. */
static bool
is_no_worse(const struct judged *after, const struct judged *before)
{
    if (after->counts[XC_LEVEL_ERROR] != before->counts[XC_LEVEL_ERROR])
        return after->counts[XC_LEVEL_ERROR] < before->counts[XC_LEVEL_ERROR];
    return after->counts[XC_LEVEL_WARNING] <= before->counts[XC_LEVEL_WARNING];
}

/* Makes the edits and looks at what came of them. */
static enum xc_status
edit(const struct judged *before, struct xc_str path, struct xc_lint_editing *editing,
     struct xc_arena *arena, struct xc_mended *out)
{
    struct judged after;
    struct xc_str text;
    enum xc_status status = xc_lint_edit_apply(editing, &text);
    bool same = false;

    if (status != XC_OK)
        return status;
    status = judge(before->lint.lexicon, path, text, arena, &after);
    if (status == XC_OK && after.lint.files.n == 1)
        status = xc_lint_edit_compare(editing, before->lint.files.items[0].root,
                                      after.lint.files.items[0].root, &same);
    out->refused = !same || !is_no_worse(&after, before);
    if (status == XC_OK && !out->refused) {
        out->text = text;
        out->n = xc_lint_edit_count(editing);
    }
    xc_lint_release(&after.lint);
    return status;
}

static enum xc_status
mend_once(const struct xc_lexicon *lexicon, struct xc_str path, struct xc_str text,
          bool keys, struct xc_arena *arena, struct xc_mended *out)
{
    struct xc_lint_editing *editing;
    struct judged before;
    enum xc_status status = judge(lexicon, path, text, arena, &before);

    *out = (struct xc_mended){.text = text};
    if (status != XC_OK || before.lint.files.n == 0 ||
        before.lint.files.items[0].root->kind != XC_NODE_MAP)
        goto out;
    status = xc_lint_edit_new(text, before.lint.files.items[0].root, &before.problems,
                              keys, arena, &editing);
    if (status != XC_OK)
        goto out;
    out->n_left = xc_lint_edit_left(editing);
    if (xc_lint_edit_count(editing) > 0)
        status = edit(&before, path, editing, arena, out);
out:
    xc_lint_release(&before.lint);
    return status;
}

enum xc_status
xc_lint_mend(const struct xc_lexicon *lexicon, struct xc_str path, struct xc_str text,
             struct xc_arena *arena, struct xc_mended *out)
{
    struct xc_mended made = {.text = text};
    struct xc_mended round = {.n = 1};
    bool keys = true;
    size_t n_rounds;

    /* Only when its keys are right is it known which terms of a file have no use; when
     * what stands under them is wrong as well, the rest is mended without them. */
    for (n_rounds = 0; n_rounds < XC_MAX_MEND_ROUNDS && (round.n > 0 || round.refused);
         n_rounds++) {
        enum xc_status status;

        keys = keys && !round.refused;
        status = mend_once(lexicon, path, made.text, keys, arena, &round);

        if (status != XC_OK)
            return status;
        made.text = round.text;
        made.n += round.n;
        made.n_left = round.n_left;
        made.refused |= round.refused;
    }
    *out = made;
    return XC_OK;
}
