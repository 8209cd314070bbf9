/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/text.h"

#include "base/limits.h"
#include "base/vec.h"
#include "text/clause.h"

struct sentence_vec {
    struct xc_sentence *items;
    size_t n;
    size_t cap;
};

/* What building needs at every step. */
struct builder {
    const struct xc_text_rules *rules;
    struct xc_arena *arena;
    struct xc_text *text;
    struct sentence_vec sentences;
    struct xc_span_vec spans; /* of the sentences of one block; used again */
};

static size_t
span_end(struct xc_span span)
{
    return span.off_bytes + span.len_bytes;
}

/* Room for about as many words as the folded text has, so that the list is not copied
 * again and again as it grows: a word of English and its space have six bytes. */
static bool
reserve_words(struct builder *b)
{
    struct xc_word_vec *words = &b->text->words;

    words->cap = b->text->fold.text.len / 5 + 16;
    words->items = xc_arena_alloc(b->arena, words->cap * sizeof *words->items);
    return words->items != NULL;
}

/* Adds a sentence; one of too many words in pieces, cut where a word ends. */
static bool
add_sentence(struct builder *b, struct xc_sentence rest)
{
    const struct xc_word *words = b->text->words.items;
    struct xc_sentence *piece;
    size_t cut;

    for (;;) {
        piece = XC_VEC_ADD(&b->sentences, b->arena);
        if (piece == NULL)
            return false;
        *piece = rest;
        if (rest.words.end - rest.words.first <= XC_MAX_SENTENCE_WORDS)
            return true;
        cut = rest.words.first + XC_MAX_SENTENCE_WORDS;
        piece->words.end = cut;
        piece->folded.len_bytes =
            span_end(words[cut - 1].folded) - rest.folded.off_bytes;
        rest.folded.len_bytes = span_end(rest.folded) - words[cut].folded.off_bytes;
        rest.folded.off_bytes = words[cut].folded.off_bytes;
        rest.words.first = cut;
    }
}

/* Gives the block's words to its sentences.  Where a word goes on behind a sentence's
 * end (a "?Name" deep inside a long address), the next sentence is joined to it. */
static bool
add_sentences(struct builder *b, size_t block_index)
{
    const struct xc_text_block *block = &b->text->blocks[block_index];
    const struct xc_word *words = b->text->words.items;
    size_t word = block->words.first;
    size_t i = 0;

    while (i < b->spans.n) {
        struct xc_sentence sentence = {b->spans.items[i], {word, word}, block_index};
        size_t end = span_end(sentence.folded);

        for (i++; word < block->words.end && words[word].folded.off_bytes < end;
             word++) {
            while (span_end(words[word].folded) > end && i < b->spans.n)
                end = span_end(b->spans.items[i++]);
        }
        sentence.folded.len_bytes = end - sentence.folded.off_bytes;
        sentence.words.end = word;
        if (!add_sentence(b, sentence))
            return false;
    }
    return true;
}

static enum xc_status
build_block(struct builder *b, const struct xc_block *block, size_t index)
{
    struct xc_text *text = b->text;
    struct xc_text_block *out = &text->blocks[index];
    enum xc_status status;

    out->kind = block->kind;
    out->line = block->line;
    out->folded = text->fold.blocks[index];
    out->words.first = text->words.n;
    out->sentences.first = b->sentences.n;
    status = xc_words_split(b->rules->words, &text->fold, text->article, out->folded,
                            b->arena, &text->words);
    out->words.end = text->words.n;
    if (status == XC_OK && block->kind != XC_BLOCK_CREDIT) {
        b->spans.n = 0;
        status = xc_sentences_split(b->rules->sentences, &text->fold, text->article,
                                    out->folded, b->arena, &b->spans);
        if (status == XC_OK && !add_sentences(b, index))
            status = XC_NO_MEMORY;
    }
    out->sentences.end = b->sentences.n;
    return status;
}

enum xc_status
xc_text_build(const struct xc_text_rules *rules, struct xc_str article,
              const struct xc_block *blocks, size_t n_blocks, struct xc_arena *arena,
              struct xc_text *out)
{
    struct xc_text text = {.article = article, .n_blocks = n_blocks};
    struct builder b = {.rules = rules, .arena = arena, .text = &text};
    enum xc_status status;
    size_t i;

    status = xc_fold_article(rules->look_alikes, article, blocks, n_blocks, arena,
                             &text.fold);
    if (status != XC_OK)
        return status;
    text.blocks = xc_arena_array(arena, n_blocks, sizeof *text.blocks);
    text.clauses = xc_arena_array(arena, 1, sizeof *text.clauses);
    if (text.blocks == NULL || text.clauses == NULL || !reserve_words(&b))
        return XC_NO_MEMORY;
    text.clauses->arena = arena;
    for (i = 0; i < n_blocks; i++) {
        status = build_block(&b, &blocks[i], i);
        if (status != XC_OK)
            return status;
    }
    text.sentences = b.sentences.items;
    text.n_sentences = b.sentences.n;
    status = xc_quotations_find(&text.fold, &text.words, arena, &text.quotations);
    if (status == XC_OK)
        *out = text;
    return status;
}

struct xc_span
xc_text_span(const struct xc_text *text, struct xc_range words)
{
    size_t first = text->words.items[words.first].folded.off_bytes;
    size_t end = span_end(text->words.items[words.end - 1].folded);

    return xc_fold_to_article(&text->fold, (struct xc_span){first, end - first});
}

struct xc_str
xc_text_original(const struct xc_text *text, struct xc_range words)
{
    return xc_str_at(text->article, xc_text_span(text, words));
}

/* The offset behind word i and its dropped 's ("Jr.'s" drops it behind the point). */
static size_t
end_with_possessive(const struct xc_text *text, size_t i)
{
    const struct xc_word *word = &text->words.items[i];
    size_t end = span_end(word->folded);
    struct xc_str rest;

    if ((word->flags & XC_WORD_POSSESSIVE) == 0)
        return end;
    rest = xc_str_sub(text->fold.text, end, text->fold.text.len - end);
    if (xc_str_starts(rest, "'s"))
        return end + 2;
    if (xc_str_starts(rest, ".'s"))
        return end + 3;
    return xc_str_starts(rest, "'") ? end + 1 : end;
}

struct xc_str
xc_text_gap(const struct xc_text *text, size_t block, size_t i)
{
    const struct xc_text_block *in = &text->blocks[block];
    size_t from = in->folded.off_bytes;
    size_t to = span_end(in->folded);

    if (i > in->words.first)
        from = end_with_possessive(text, i - 1);
    if (i < in->words.end)
        to = text->words.items[i].folded.off_bytes;
    return xc_str_sub(text->fold.text, from, to - from);
}

size_t
xc_text_sentence_of(const struct xc_text *text, size_t word)
{
    size_t low = 0;
    size_t high = text->n_sentences;

    /* The last sentence that begins at or before the word; one without words, which
     * begins where the next does, stands before it. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (text->sentences[middle].words.first <= word)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && word < text->sentences[low - 1].words.end ? low - 1
                                                                : text->n_sentences;
}
