/* SPDX-License-Identifier: Apache-2.0 */
/* Splitting: words, sentences, quotations and clauses of an article in blocks and runs. */
#include "config.h"

#include "invariant.h"

static void
check_clauses(const struct xc_text *text, struct xc_arena *arena)
{
    size_t s;
    size_t i;

    for (s = 0; s < text->n_sentences; s++) {
        struct xc_range words = text->sentences[s].words;
        struct xc_clause_vec clauses = {NULL, 0, 0};
        size_t word = words.first;

        assert(xc_clauses_split(harness_lexicon()->clauses, text, s, arena, &clauses) ==
               XC_OK);
        for (i = 0; i < clauses.n; i++) {
            const struct xc_clause *clause = &clauses.items[i];

            assert(clause->words.first == word && clause->words.end > word);
            assert(clause->parent <= i);
            assert(!clause->resumes || clause->parent < i);
            word = clause->words.end;
        }
        assert(word == words.end);
    }
}

/* A word is found by its key in a rule, so the key must mean itself. */
static void
check_key(struct xc_str key, struct xc_arena *arena)
{
    const struct xc_lexicon *lexicon = harness_lexicon();
    struct xc_str_vec forms = {NULL, 0, 0};
    struct xc_str_vec bases = {NULL, 0, 0};
    struct xc_str *keys;
    size_t n;
    size_t i;

    assert(xc_words_of_text(lexicon->text.words, key, arena, &keys, &n) == XC_OK);
    assert(n == 1 && xc_str_equal(keys[0], key));
    assert(xc_inflection_forms(lexicon->inflection, key, false, arena, &forms) ==
           XC_OK);
    assert(xc_inflection_forms(lexicon->inflection, key, true, arena, &forms) == XC_OK);
    assert(xc_inflection_bases(lexicon->inflection, key, arena, &bases) == XC_OK);
    assert(forms.n > 0 && xc_str_equal(forms.items[0], key));
    assert(bases.n > 0 && xc_str_equal(bases.items[0], key));
    for (i = 0; i < forms.n; i++)
        invariant_utf8(forms.items[i]);
    for (i = 0; i < bases.n; i++)
        invariant_utf8(bases.items[i]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str article;
    struct xc_block *blocks;
    struct xc_arena arena;
    struct xc_text text;
    size_t n_blocks;
    size_t i;

    xc_arena_init(&arena);
    article = harness_prose(harness_input(bytes, n_bytes), &arena);
    blocks = harness_blocks(article, &arena, &n_blocks);
    assert(xc_text_build(&harness_lexicon()->text, article, blocks, n_blocks, &arena,
                         &text) == XC_OK);
    assert(text.n_blocks == n_blocks);
    invariant_fold(article, blocks, &text.fold);
    invariant_text(&text);
    check_clauses(&text, &arena);
    for (i = 0; i < text.words.n; i++)
        check_key(text.words.items[i].key, &arena);
    (void)xc_lexicon_is_english(harness_lexicon(), &text.words);
    xc_arena_release(&arena);
    return 0;
}
