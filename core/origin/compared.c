/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/compared.h"

#include <string.h>

#include "base/hash.h"
#include "base/limits.h"
#include "base/vec.h"

enum { FIRST_SLOTS = 1024 };

void
xc_vocabulary_init(struct xc_vocabulary *vocabulary,
                   const struct xc_origin_rules *rules, struct xc_arena *arena)
{
    *vocabulary = (struct xc_vocabulary){.rules = rules, .arena = arena};
}

/* The slot where key stands or would stand; there is a free one. */
static struct xc_vocabulary_slot *
slot_of(const struct xc_vocabulary *vocabulary, struct xc_str key, uint64_t hash)
{
    const uint32_t mark = (uint32_t)(hash >> 32);
    size_t i = (size_t)hash & (vocabulary->n_slots - 1);

    for (;;) {
        struct xc_vocabulary_slot *slot = &vocabulary->slots[i];

        if (slot->number == 0 ||
            (slot->mark == mark &&
             xc_str_equal(vocabulary->words.items[slot->number - 1].key, key)))
            return slot;
        i = (i + 1) & (vocabulary->n_slots - 1);
    }
}

/* Twice the slots; a third of them are free at least. */
static bool
grow(struct xc_vocabulary *vocabulary)
{
    size_t i;

    vocabulary->n_slots =
        vocabulary->n_slots == 0 ? FIRST_SLOTS : 2 * vocabulary->n_slots;
    vocabulary->slots = xc_arena_array(vocabulary->arena, vocabulary->n_slots,
                                       sizeof *vocabulary->slots);
    if (vocabulary->slots == NULL)
        return false;
    for (i = 0; i < vocabulary->words.n; i++) {
        const struct xc_vocabulary_word *word = &vocabulary->words.items[i];

        *slot_of(vocabulary, word->key, word->hash) = (struct xc_vocabulary_slot){
            (uint32_t)(word->hash >> 32), (uint32_t)(i + 1)};
    }
    return true;
}

/* The number of key, which is added when it is new. */
static enum xc_status
number_of(struct xc_vocabulary *vocabulary, struct xc_str key, size_t *out)
{
    const uint64_t hash = xc_hash_bytes(key);
    struct xc_vocabulary_word *word;
    struct xc_vocabulary_slot *slot;

    if (3 * (vocabulary->words.n + 1) > 2 * vocabulary->n_slots && !grow(vocabulary))
        return XC_NO_MEMORY;
    slot = slot_of(vocabulary, key, hash);
    if (slot->number != 0) {
        *out = slot->number - 1;
        return XC_OK;
    }
    word = XC_VEC_ADD(&vocabulary->words, vocabulary->arena);
    if (word == NULL || !xc_arena_str(vocabulary->arena, key, &word->key))
        return XC_NO_MEMORY;
    word->hash = hash;
    word->class = xc_origin_word_of(vocabulary->rules, key);
    word->stock = xc_origin_stock_mask(vocabulary->rules, key);
    *slot = (struct xc_vocabulary_slot){(uint32_t)(hash >> 32),
                                        (uint32_t)vocabulary->words.n};
    *out = vocabulary->words.n - 1;
    return XC_OK;
}

struct xc_str
xc_vocabulary_key(const struct xc_vocabulary *vocabulary, size_t number)
{
    return vocabulary->words.items[number].key;
}

/* How many bytes before byte `at` of text are a currency sign: a dollar or one character
 * beyond ASCII that is glued to the number. */
static size_t
sign_before(struct xc_str text, size_t at)
{
    size_t n = 0;

    if (at > 0 && text.ptr[at - 1] == '$')
        return 1;
    while (n < 4 && n < at && ((unsigned char)text.ptr[at - 1 - n] & 0xC0u) == 0x80u)
        n++;
    if (n == 0 || n == at || ((unsigned char)text.ptr[at - 1 - n] & 0xC0u) != 0xC0u)
        return 0;
    return n + 1;
}

struct xc_str
xc_compared_key(const struct xc_text *text, size_t i, struct xc_arena *arena)
{
    const struct xc_word *word = &text->words.items[i];
    size_t n_sign;
    char *key;

    if ((word->flags & XC_WORD_NUMBER) == 0)
        return word->key;
    n_sign = sign_before(text->fold.text, word->folded.off_bytes);
    if (n_sign == 0)
        return word->key;
    key = xc_arena_alloc(arena, n_sign + word->key.len);
    if (key == NULL)
        return (struct xc_str){NULL, 0};
    memcpy(key, &text->fold.text.ptr[word->folded.off_bytes - n_sign], n_sign);
    memcpy(&key[n_sign], word->key.ptr, word->key.len);
    return (struct xc_str){key, n_sign + word->key.len};
}

static bool
is_compared(const struct xc_text_block *block)
{
    return block->kind != XC_BLOCK_CAPTION && block->kind != XC_BLOCK_CREDIT;
}

bool
xc_compared_goes_on(const struct xc_origin_rules *rules, const struct xc_text *text,
                    size_t i, struct xc_str last, struct xc_arena *arena,
                    struct xc_str *out)
{
    const struct xc_word *words = text->words.items;
    size_t end;

    if (i == 0)
        return false;
    end = words[i - 1].folded.off_bytes + words[i - 1].folded.len_bytes;
    if (end + 1 != words[i].folded.off_bytes ||
        (text->fold.text.ptr[end] != ' ' && text->fold.text.ptr[end] != '-'))
        return false;
    return xc_origin_joined_number(rules, last, words[i].key, arena, out);
}

/* Whether word i goes on the last word of compared, which is a number. */
static bool
goes_on(const struct xc_vocabulary *vocabulary, const struct xc_text *text,
        const struct xc_compared *compared, size_t i, struct xc_arena *arena,
        struct xc_str *out)
{
    size_t last = compared->n_words - 1;

    if (compared->n_words == 0 || compared->ends[last] != i ||
        compared->words[last].class != XC_ORIGIN_WORD_NUMBER)
        return false;
    return xc_compared_goes_on(vocabulary->rules, text, i,
                               xc_vocabulary_key(vocabulary, compared->words[last].id),
                               arena, out);
}

static enum xc_status
add_word(struct xc_vocabulary *vocabulary, const struct xc_text *text, size_t sentence,
         size_t i, struct xc_arena *arena, struct xc_compared *out)
{
    struct xc_str key;
    size_t n = out->n_words;
    size_t place = i;
    size_t number;

    if (goes_on(vocabulary, text, out, i, arena, &key)) {
        n--;
        place = out->places[n];
    } else if ((text->words.items[i].flags & XC_WORD_NUMBER) != 0) {
        key = xc_compared_key(text, i, arena);
    } else {
        key = text->words.items[i].key;
    }
    if (key.ptr == NULL || number_of(vocabulary, key, &number) != XC_OK)
        return XC_NO_MEMORY;
    out->words[n] =
        (struct xc_passage_word){number, vocabulary->words.items[number].class};
    out->hashes[n] = vocabulary->words.items[number].hash;
    out->sentences[n] = sentence;
    out->places[n] = place;
    out->ends[n] = i + 1;
    out->names[n] = (text->words.items[i].flags & XC_WORD_CAPITAL) != 0;
    out->n_words = n + 1;
    return XC_OK;
}

/* Whether a stock phrase may begin with word w. */
static bool
may_be_stock(const struct xc_vocabulary *vocabulary, const struct xc_compared *compared,
             size_t w)
{
    const struct xc_vocabulary_word *words = vocabulary->words.items;
    uint64_t first = words[compared->words[w].id].stock.places[0];

    return first != 0 && w + 2 < compared->n_words &&
           (first & words[compared->words[w + 1].id].stock.places[1] &
            words[compared->words[w + 2].id].stock.places[2]) != 0;
}

/* The content words of phrases that everybody writes count for as little as function
 * words do; numbers and negators in them must still agree. */
static void
mark_stock(const struct xc_vocabulary *vocabulary, struct xc_compared *compared)
{
    struct xc_str keys[XC_MAX_STOCK_WORDS];
    size_t end = 0; /* of the phrases found so far */
    size_t w;

    for (w = 0; w < compared->n_words; w++) {
        if (may_be_stock(vocabulary, compared, w)) {
            size_t n = 0;
            size_t len;

            for (; n < XC_MAX_STOCK_WORDS && w + n < compared->n_words; n++)
                keys[n] = xc_vocabulary_key(vocabulary, compared->words[w + n].id);
            len = xc_origin_stock_at(vocabulary->rules, keys, n);
            end = w + len > end ? w + len : end;
        }
        compared->stock[w] = w < end;
        if (w < end && compared->words[w].class == XC_ORIGIN_WORD_CONTENT)
            compared->words[w].class = XC_ORIGIN_WORD_STOP;
    }
}

enum xc_status
xc_compared_make(struct xc_vocabulary *vocabulary, const struct xc_text *text,
                 struct xc_arena *arena, struct xc_compared *out)
{
    size_t n = text->words.n;
    struct xc_compared made = {
        .words = xc_arena_alloc(arena, n * sizeof *made.words),
        .hashes = xc_arena_alloc(arena, n * sizeof *made.hashes),
        .sentences = xc_arena_alloc(arena, n * sizeof *made.sentences),
        .places = xc_arena_alloc(arena, n * sizeof *made.places),
        .ends = xc_arena_alloc(arena, n * sizeof *made.ends),
        .names = xc_arena_alloc(arena, n * sizeof *made.names),
        .stock = xc_arena_alloc(arena, n * sizeof *made.stock),
    };
    size_t s;
    size_t i;

    if (made.words == NULL || made.hashes == NULL || made.sentences == NULL ||
        made.places == NULL || made.ends == NULL || made.names == NULL ||
        made.stock == NULL)
        return XC_NO_MEMORY;
    for (s = 0; s < text->n_sentences; s++) {
        const struct xc_sentence *sentence = &text->sentences[s];

        if (!is_compared(&text->blocks[sentence->block]))
            continue;
        for (i = sentence->words.first; i < sentence->words.end; i++) {
            if (add_word(vocabulary, text, s, i, arena, &made) != XC_OK)
                return XC_NO_MEMORY;
        }
    }
    mark_stock(vocabulary, &made);
    *out = made;
    return XC_OK;
}
