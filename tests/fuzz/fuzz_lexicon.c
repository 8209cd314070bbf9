/* SPDX-License-Identifier: Apache-2.0 */
/* A file of a user's own lexicon, loaded beside the embedded one; the first byte says which.
 * When it is right, its cues are held to their sentences. */
#include "config.h"

#include "author/cues.h"
#include "harness.h"
#include "invariant.h"

/* Sentences are slow to read, and many cues show no more than a few. */
#define MOST_CUES 8

static void
check(const struct xc_lexicon *lexicon, struct xc_arena *arena)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < lexicon->cues.n && n < MOST_CUES; i++) {
        struct xc_cue_checked checked;

        if (!lexicon->cues.items[i].is_added)
            continue;
        n++;
        assert(xc_cue_check(lexicon, &lexicon->cues.items[i], arena, &checked) ==
               XC_OK);
        assert(checked.fault == XC_CUE_RIGHT || checked.example.len > 0);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    const char *const *names = xc_lexicon_takes_names();
    struct xc_str input = harness_input(bytes, n_bytes);
    struct xc_lexicon_file file = {.path = XC_STR("own.tsv")};
    struct xc_lexicon_files files = {&file, 1, 1};
    struct xc_problems problems;
    struct xc_lexicon lexicon;
    struct xc_arena arena;
    enum xc_status status;
    size_t n_names = 0;

    if (input.len == 0)
        return 0;
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    while (names[n_names] != NULL)
        n_names++;
    file.name = xc_str_of(names[(unsigned char)input.ptr[0] % n_names]);
    file.text = harness_utf8(xc_str_sub(input, 1, input.len - 1), &arena);
    status = xc_lexicon_load_with(&files, &arena, &lexicon, &problems);
    assert(status == XC_OK || status == XC_BAD_RULE);
    assert((status == XC_BAD_RULE) == (problems.n > 0));
    invariant_problems(&problems);
    if (status == XC_OK)
        check(&lexicon, &arena);
    xc_arena_release(&arena);
    return 0;
}
