/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/wording.h"

#include "base/vec.h"

/* The forms under which the word may stand in a sentence. */
static enum xc_status
word_forms(const struct xc_lexicon *lexicon, const struct xc_word *word, bool exact,
           struct xc_arena *arena, struct xc_str_vec *out)
{
    struct xc_str *form;
    bool is_name;

    if (!exact && (word->flags & XC_WORD_NUMBER) == 0) {
        is_name =
            (word->flags & XC_WORD_CAPITAL) != 0 && (word->flags & XC_WORD_CLITIC) == 0;
        return xc_inflection_forms(lexicon->inflection, word->key, is_name, arena, out);
    }
    form = XC_VEC_ADD(out, arena);
    if (form == NULL)
        return XC_NO_MEMORY;
    *form = word->key;
    return XC_OK;
}

/* Adds the element of one word; everything that it keeps is in arena. */
static enum xc_status
add_element(const struct xc_lexicon *lexicon, const struct xc_word *found, bool exact,
            struct xc_element element, struct xc_arena *arena,
            struct xc_element_vec *elements)
{
    struct xc_element *slot = XC_VEC_ADD(elements, arena);
    struct xc_str_vec forms = {NULL, 0, 0};
    struct xc_word word = *found;
    enum xc_status status;

    if (slot == NULL || !xc_arena_str(arena, found->key, &word.key))
        return XC_NO_MEMORY;
    status = word_forms(lexicon, &word, exact, arena, &forms);
    element.forms = forms.items;
    element.n_forms = forms.n;
    *slot = element;
    return status;
}

enum xc_status
xc_wording_add(const struct xc_lexicon *lexicon, struct xc_str written, bool exact,
               size_t off_bytes, struct xc_arena *arena,
               struct xc_element_vec *elements)
{
    struct xc_span run = {0, written.len};
    struct xc_block block = {
        .kind = XC_BLOCK_PARAGRAPH, .runs = &run, .n_runs = 1, .line = 1};
    struct xc_element element = {.kind = XC_ELEMENT_WORD, .off_bytes = off_bytes};
    struct xc_word_vec words = {NULL, 0, 0};
    struct xc_arena scratch; /* the fold of ten thousand patterns' words adds up */
    struct xc_fold fold;
    enum xc_status status;
    size_t i;

    xc_arena_init(&scratch);
    status = xc_fold_blocks(written, &block, 1, &scratch, &fold);
    if (status == XC_OK)
        status = xc_words_split(lexicon->text.words, &fold, written, fold.blocks[0],
                                &scratch, &words);
    for (i = 0; i < words.n && status == XC_OK; i++)
        status = add_element(lexicon, &words.items[i], exact, element, arena, elements);
    xc_arena_release(&scratch);
    return status;
}
