/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/corpus.h"

#include "base/hash.h"
#include "base/limits.h"
#include "base/vec.h"
#include "origin/quotation_match.h"
#include "origin/quotation_pieces.h"
#include "origin/winnow.h"

enum {
    MIN_EQUAL = 8, /* words of a sentence that is evidence by itself … */
    MIN_CONTENT = 6,
    MIN_PLAIN = 3, /* … of which so many are content words and no names */
    MIN_BLOCK_WORDS = 3
};

void
xc_corpus_init(struct xc_corpus *corpus, const struct xc_origin_rules *rules,
               const struct xc_scratch *scratch, struct xc_arena *arena)
{
    *corpus = (struct xc_corpus){.rules = rules, .scratch = scratch, .arena = arena};
    xc_vocabulary_init(&corpus->vocabulary, rules, arena);
    xc_shards_init(&corpus->sentences, scratch, 0);
    xc_shards_init(&corpus->blocks, scratch, XC_N_SHARDS);
    xc_shards_init(&corpus->grams, scratch, 2 * (size_t)XC_N_SHARDS);
    xc_shards_init(&corpus->equal_pieces, scratch, 3 * (size_t)XC_N_SHARDS);
    xc_shards_init(&corpus->shingles, scratch, 4 * (size_t)XC_N_SHARDS);
    xc_shards_init(&corpus->pairs, scratch, 5 * (size_t)XC_N_SHARDS);
}

/* An article being added. */
struct adding {
    struct xc_corpus *corpus;
    const struct xc_text *text;
    struct xc_compared compared;
    struct xc_corpus_article article;
    struct xc_arena *arena;
};

static enum xc_status
append(struct adding *adding, size_t stream, const void *bytes, size_t n)
{
    const struct xc_scratch *scratch = adding->corpus->scratch;

    return scratch->append(scratch->context, stream, bytes, n);
}

/* The sentences, and behind them the words. */
static enum xc_status
write_article(struct adding *adding)
{
    const struct xc_compared *compared = &adding->compared;
    const struct xc_text *text = adding->text;
    struct xc_corpus_sentence *sentences =
        xc_arena_array(adding->arena, text->n_sentences, sizeof *sentences);
    uint32_t *words = xc_arena_array(adding->arena, compared->n_words, sizeof *words);
    size_t n_sentences = text->n_sentences * sizeof *sentences;
    size_t n_words = compared->n_words * sizeof *words;
    enum xc_status status;
    size_t w = 0;
    size_t s;

    if (sentences == NULL || words == NULL)
        return XC_NO_MEMORY;
    for (s = 0; s < text->n_sentences; s++) {
        struct xc_span span =
            xc_fold_to_article(&text->fold, text->sentences[s].folded);

        sentences[s] = (struct xc_corpus_sentence){
            (uint32_t)w, (uint32_t)text->blocks[text->sentences[s].block].line,
            (uint32_t)span.off_bytes, (uint32_t)span.len_bytes};
        for (; w < compared->n_words && compared->sentences[w] == s; w++)
            words[w] = (uint32_t)compared->words[w].id |
                       (compared->names[w] ? XC_CORPUS_CAPITAL : 0) |
                       (compared->stock[w] ? XC_CORPUS_STOCK : 0);
    }
    adding->article.off_bytes = adding->corpus->n_article_bytes;
    adding->corpus->n_article_bytes += n_sentences + n_words;
    status = append(adding, XC_CORPUS_ARTICLES, sentences, n_sentences);
    return status == XC_OK ? append(adding, XC_CORPUS_ARTICLES, words, n_words)
                           : status;
}

/* Whether words [range) say enough to be evidence by themselves. */
static bool
says_enough(const struct xc_compared *compared, struct xc_range range)
{
    size_t n_content = 0;
    size_t n_plain = 0;
    size_t w;

    for (w = range.first; w < range.end; w++) {
        enum xc_origin_word class = compared->words[w].class;

        n_content += class != XC_ORIGIN_WORD_STOP;
        n_plain += class == XC_ORIGIN_WORD_CONTENT && !compared->names[w];
    }
    return range.end - range.first >= MIN_EQUAL && n_content >= MIN_CONTENT &&
           n_plain >= MIN_PLAIN;
}

static uint64_t
hash_of(const struct xc_compared *compared, struct xc_range range)
{
    uint64_t hash = 1;
    size_t w;

    for (w = range.first; w < range.end; w++)
        hash = xc_hash_join(hash, compared->hashes[w]);
    return hash;
}

/* Each sentence's key, and the hash of each block's words into blocks[]. */
static enum xc_status
add_sentences(struct adding *adding, uint64_t *blocks)
{
    const struct xc_compared *compared = &adding->compared;
    struct xc_range range = {0, 0};
    enum xc_status status = XC_OK;
    size_t s;

    for (s = 0; s < adding->text->n_sentences && status == XC_OK; s++) {
        uint64_t *block = &blocks[adding->text->sentences[s].block];
        struct xc_entry entry = {0, adding->article.first_sentence + (uint32_t)s, 0};

        range.first = range.end;
        while (range.end < compared->n_words && compared->sentences[range.end] == s)
            range.end++;
        entry.key = hash_of(compared, range);
        if (range.end > range.first)
            *block = xc_hash_join(*block, entry.key);
        if (says_enough(compared, range))
            status = xc_shards_add(&adding->corpus->sentences, &entry);
    }
    return status;
}

/* Each block with its neighbours, for telling boilerplate. */
static enum xc_status
add_blocks(struct adding *adding, const uint64_t *blocks)
{
    const struct xc_text *text = adding->text;
    enum xc_status status = XC_OK;
    size_t b;

    for (b = 0; b < text->n_blocks && status == XC_OK; b++) {
        struct xc_range words = text->blocks[b].words;
        uint64_t neighbours = xc_hash_join(b > 0 ? blocks[b - 1] : 0,
                                           b + 1 < text->n_blocks ? blocks[b + 1] : 0);
        struct xc_entry entry = {blocks[b], (uint32_t)(neighbours >> 32),
                                 adding->article.first_sentence +
                                     (uint32_t)text->blocks[b].sentences.first};

        if (blocks[b] != 0 && words.end - words.first >= MIN_BLOCK_WORDS)
            status = xc_shards_add(&adding->corpus->blocks, &entry);
    }
    return status;
}

static enum xc_status
add_grams(struct adding *adding)
{
    size_t n_words = adding->compared.n_words;
    uint64_t *hashes = adding->compared.hashes; /* not needed as they are any more */
    size_t *places = xc_arena_alloc(adding->arena, n_words * sizeof *places);
    enum xc_status status = XC_OK;
    size_t n;
    size_t i;

    if (places == NULL)
        return XC_NO_MEMORY;
    n = xc_winnow(hashes, n_words, places);
    for (i = 0; i < n && status == XC_OK; i++) {
        struct xc_entry entry = {hashes[places[i]],
                                 (uint32_t)adding->corpus->articles.n,
                                 (uint32_t)places[i]};

        status = xc_shards_add(&adding->corpus->grams, &entry);
    }
    return status;
}

/* Keeps a piece of a quotation that may be evidence. */
static enum xc_status
add_piece(struct adding *adding, const struct xc_quotation_piece *piece,
          const struct xc_quotation_print *print)
{
    struct xc_corpus *corpus = adding->corpus;
    struct xc_entry entry = {xc_hash_bytes(print->text), (uint32_t)corpus->pieces.n, 0};
    struct xc_corpus_piece *kept = XC_VEC_ADD(&corpus->pieces, corpus->arena);
    uint64_t *shingles;
    enum xc_status status;
    size_t n;
    size_t i;

    if (kept == NULL || corpus->pieces.n > XC_MAX_CORPUS_SENTENCES)
        return XC_NO_MEMORY;
    *kept = (struct xc_corpus_piece){corpus->n_piece_bytes, (uint32_t)print->text.len,
                                     adding->article.first_sentence +
                                         (uint32_t)piece->sentence};
    corpus->n_piece_bytes += print->text.len;
    status = append(adding, XC_CORPUS_PIECES, print->text.ptr, print->text.len);
    if (status == XC_OK)
        status = xc_shards_add(&corpus->equal_pieces, &entry);
    if (status == XC_OK)
        status = xc_quotation_shingles(print, adding->arena, &shingles, &n);
    for (i = 0; status == XC_OK && i < n; i++) {
        entry.key = shingles[i];
        status = xc_shards_add(&corpus->shingles, &entry);
    }
    return status;
}

static enum xc_status
add_quotations(struct adding *adding)
{
    struct xc_quotation_piece_vec pieces = {NULL, 0, 0};
    enum xc_status status =
        xc_quotation_pieces_find(adding->text, adding->arena, &pieces);
    size_t i;

    for (i = 0; i < pieces.n && status == XC_OK; i++) {
        struct xc_str text = xc_str_at(adding->text->fold.text, pieces.items[i].folded);
        struct xc_quotation_print print;

        status =
            xc_quotation_print_make(adding->corpus->rules, text, adding->arena, &print);
        if (status == XC_OK && print.n_units > 0)
            status = add_piece(adding, &pieces.items[i], &print);
    }
    return status;
}

enum xc_status
xc_corpus_add(struct xc_corpus *corpus, const struct xc_corpus_facts *facts,
              const struct xc_text *text, struct xc_arena *article)
{
    struct adding adding = {.corpus = corpus, .text = text, .arena = article};
    struct xc_corpus_article *made;
    uint64_t *blocks = xc_arena_array(article, text->n_blocks, sizeof *blocks);
    enum xc_status status;

    if (blocks == NULL ||
        XC_MAX_CORPUS_SENTENCES - corpus->n_sentences < text->n_sentences)
        return XC_NO_MEMORY;
    status = xc_compared_make(&corpus->vocabulary, text, article, &adding.compared);
    if (status != XC_OK)
        return status;
    adding.article.first_sentence = (uint32_t)corpus->n_sentences;
    adding.article.n_sentences = (uint32_t)text->n_sentences;
    adding.article.n_words = (uint32_t)adding.compared.n_words;
    adding.article.facts = *facts;
    status = write_article(&adding);
    if (status == XC_OK)
        status = add_sentences(&adding, blocks);
    if (status == XC_OK)
        status = add_blocks(&adding, blocks);
    if (status == XC_OK)
        status = add_quotations(&adding);
    if (status == XC_OK)
        status = add_grams(&adding);
    if (status != XC_OK)
        return status;
    made = XC_VEC_ADD(&corpus->articles, corpus->arena);
    if (made == NULL)
        return XC_NO_MEMORY;
    *made = adding.article;
    corpus->n_sentences += text->n_sentences;
    return XC_OK;
}

size_t
xc_corpus_article_of(const struct xc_corpus *corpus, uint32_t s)
{
    size_t low = 0;
    size_t high = corpus->articles.n;

    /* The last article whose first sentence is not behind s and that has any. */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (corpus->articles.items[middle].first_sentence <= s)
            low = middle;
        else
            high = middle;
    }
    return low;
}

enum xc_status
xc_corpus_read_sentences(const struct xc_corpus *corpus, size_t article,
                         struct xc_arena *arena, struct xc_corpus_sentence **out)
{
    const struct xc_corpus_article *at = &corpus->articles.items[article];
    size_t n_bytes = at->n_sentences * sizeof **out;
    struct xc_corpus_sentence *sentences = xc_arena_alloc(arena, n_bytes);
    enum xc_status status;

    if (sentences == NULL)
        return XC_NO_MEMORY;
    status = corpus->scratch->read(corpus->scratch->context, XC_CORPUS_ARTICLES,
                                   at->off_bytes, sentences, n_bytes);
    if (status == XC_OK)
        *out = sentences;
    return status;
}

enum xc_status
xc_corpus_read_words(const struct xc_corpus *corpus, size_t article,
                     struct xc_range range, struct xc_arena *arena, uint32_t **out)
{
    const struct xc_corpus_article *at = &corpus->articles.items[article];
    uint64_t off = at->off_bytes + at->n_sentences * sizeof(struct xc_corpus_sentence) +
                   range.first * sizeof **out;
    size_t n_bytes = (range.end - range.first) * sizeof **out;
    uint32_t *words = xc_arena_alloc(arena, n_bytes);
    enum xc_status status;

    if (words == NULL)
        return XC_NO_MEMORY;
    status = corpus->scratch->read(corpus->scratch->context, XC_CORPUS_ARTICLES, off,
                                   words, n_bytes);
    if (status == XC_OK)
        *out = words;
    return status;
}
