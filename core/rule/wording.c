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

enum xc_status
xc_wording_add(const struct xc_lexicon *lexicon, struct xc_str written, bool exact,
               size_t off_bytes, struct xc_arena *arena,
               struct xc_element_vec *elements)
{
    struct xc_span run = {0, written.len};
    struct xc_block block = {
        .kind = XC_BLOCK_PARAGRAPH, .runs = &run, .n_runs = 1, .line = 1};
    struct xc_word_vec words = {NULL, 0, 0};
    struct xc_fold fold;
    enum xc_status status;
    size_t i;

    status = xc_fold_blocks(written, &block, 1, arena, &fold);
    if (status == XC_OK)
        status = xc_words_split(lexicon->text.words, &fold, written, fold.blocks[0],
                                arena, &words);
    for (i = 0; i < words.n && status == XC_OK; i++) {
        struct xc_element *element = XC_VEC_ADD(elements, arena);
        struct xc_str_vec forms = {NULL, 0, 0};

        if (element == NULL)
            return XC_NO_MEMORY;
        *element = (struct xc_element){.kind = XC_ELEMENT_WORD, .off_bytes = off_bytes};
        status = word_forms(lexicon, &words.items[i], exact, arena, &forms);
        element->forms = forms.items;
        element->n_forms = forms.n;
    }
    return status;
}
