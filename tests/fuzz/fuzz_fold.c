/* SPDX-License-Identifier: Apache-2.0 */
/* Folding: article text in blocks and runs; a word of a rule; a key. */
#include "config.h"

#include "invariant.h"

static void
check_short(struct xc_str text, struct xc_arena *arena)
{
    struct xc_str folded;

    assert(xc_fold_short(text, false, arena, &folded) == XC_OK);
    invariant_utf8(folded);
    assert(xc_fold_short(text, true, arena, &folded) == XC_OK);
    invariant_utf8(folded);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str article = harness_input(bytes, n_bytes);
    struct xc_block *blocks;
    struct xc_fold fold;
    struct xc_arena arena;
    size_t n_blocks;
    size_t i;

    xc_arena_init(&arena);
    blocks = harness_blocks(article, &arena, &n_blocks);
    assert(xc_fold_blocks(article, blocks, n_blocks, &arena, &fold) == XC_OK);
    assert(fold.n_blocks == n_blocks);
    invariant_fold(article, blocks, &fold);
    for (i = 0; i < fold.text.len; i++)
        (void)xc_fold_is_upper(&fold, article, i);
    check_short(article, &arena);
    xc_arena_release(&arena);
    return 0;
}
