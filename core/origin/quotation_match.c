/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/quotation_match.h"

#include "base/hash.h"
#include "base/vec.h"

enum {
    MIN_UNIT_WORDS = 4, /* content words of the shorter one */
    SHINGLE_WORDS = 3,
    MIN_SLIP_LETTERS = 4, /* a shorter word must be the same letter by letter */
    MAX_WORD_LETTERS = 64,
    REACH_OF_NEGATOR = 4, /* words from a negator to the first word shared */
    MAX_SKIPPED = 3,      /* content words skipped between two that are shared */
    WORDS_PER_CHANGE = 8  /* content words for each that another one replaces */
};

/* A letter of UTF-8; the folded text is valid. */
static size_t
letters_of(struct xc_str word, unsigned *out)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < word.len && n < MAX_WORD_LETTERS; i++) {
        unsigned char c = (unsigned char)word.ptr[i];

        if ((c & 0xC0u) == 0x80u && n > 0)
            out[n - 1] = out[n - 1] << 8 | c;
        else
            out[n++] = c;
    }
    return n;
}

static size_t
common_prefix(const unsigned *a, size_t n_a, const unsigned *b, size_t n_b)
{
    size_t n = 0;

    while (n < n_a && n < n_b && a[n] == b[n])
        n++;
    return n;
}

/* Whether one letter added, dropped, changed, or swapped with its neighbour makes a
 * into b. */
static bool
one_slip(struct xc_str left, struct xc_str right)
{
    unsigned a[MAX_WORD_LETTERS];
    unsigned b[MAX_WORD_LETTERS];
    size_t n_a = letters_of(left, a);
    size_t n_b = letters_of(right, b);
    size_t at = common_prefix(a, n_a, b, n_b);

    if (n_a < MIN_SLIP_LETTERS || n_b < MIN_SLIP_LETTERS || n_a >= MAX_WORD_LETTERS ||
        n_b >= MAX_WORD_LETTERS || n_a > n_b + 1 || n_b > n_a + 1)
        return false;
    if (n_a > n_b)
        return at + common_prefix(&a[at + 1], n_a - at - 1, &b[at], n_b - at) == n_b;
    if (n_b > n_a)
        return at + common_prefix(&a[at], n_a - at, &b[at + 1], n_b - at - 1) == n_a;
    if (at == n_a)
        return true;
    if (at + 1 + common_prefix(&a[at + 1], n_a - at - 1, &b[at + 1], n_b - at - 1) ==
        n_a)
        return true;
    return at + 1 < n_a && a[at] == b[at + 1] && a[at + 1] == b[at] &&
           at + 2 + common_prefix(&a[at + 2], n_a - at - 2, &b[at + 2], n_b - at - 2) ==
               n_a;
}

/* A quick look that spares most pairs the closer one: words that differ in ASCII
 * letters only and in more than two of them are no slip. */
static bool
may_be_slip(struct xc_str a, struct xc_str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    size_t longer = a.len < b.len ? b.len : a.len;
    size_t head = 0;
    size_t tail = 0;

    if (shorter < MIN_SLIP_LETTERS)
        return false;
    while (head < shorter && a.ptr[head] == b.ptr[head])
        head++;
    while (tail < shorter - head && a.ptr[a.len - 1 - tail] == b.ptr[b.len - 1 - tail])
        tail++;
    if (head + tail == shorter)
        return true;
    return (((unsigned char)a.ptr[head] | (unsigned char)b.ptr[head] |
             (unsigned char)a.ptr[a.len - 1 - tail] |
             (unsigned char)b.ptr[b.len - 1 - tail]) &
            0x80u) != 0 ||
           head + tail + 2 >= longer;
}

static bool
same_word(const struct xc_quotation_word *a, const struct xc_quotation_word *b)
{
    if (a->class != b->class)
        return false;
    if (xc_str_equal(a->key, b->key))
        return true;
    return a->class == XC_ORIGIN_WORD_CONTENT && may_be_slip(a->key, b->key) &&
           one_slip(a->key, b->key);
}

static bool
must_agree(const struct xc_quotation_word *word)
{
    return word->class == XC_ORIGIN_WORD_NUMBER ||
           word->class == XC_ORIGIN_WORD_NEGATOR;
}

static bool
is_content(const struct xc_quotation_word *word)
{
    return word->class != XC_ORIGIN_WORD_NEGATOR;
}

/* Pairs of neighbouring content words, negators left out: what candidates share. */
static enum xc_status
add_shingles(const struct xc_quotation_print *print, size_t item,
             struct xc_arena *arena, struct xc_posting_vec *out)
{
    const struct xc_quotation_word *last = NULL;
    size_t i;

    if (print->n_units == 0)
        return XC_OK;
    for (i = 0; i < print->words.n; i++) {
        const struct xc_quotation_word *word = &print->words.items[i];
        struct xc_posting *posting;

        if (!is_content(word))
            continue;
        if (last != NULL && !word->gap) {
            posting = XC_VEC_ADD(out, arena);
            if (posting == NULL)
                return XC_NO_MEMORY;
            posting->hash =
                xc_hash_join(xc_hash_bytes(last->key), xc_hash_bytes(word->key));
            posting->item = item;
        }
        last = word;
    }
    return XC_OK;
}

enum xc_status
xc_quotation_shingles(const struct xc_quotation_print *print, struct xc_arena *arena,
                      uint64_t **out, size_t *out_n)
{
    uint64_t *hashes = xc_arena_array(arena, print->words.n, sizeof *hashes);
    size_t n_content = 0;
    size_t n = 0;
    size_t i;
    size_t k;

    if (hashes == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < print->words.n; i++) {
        if (is_content(&print->words.items[i]))
            hashes[n_content++] = xc_hash_bytes(print->words.items[i].key);
    }
    for (i = 0; i + SHINGLE_WORDS <= n_content; i++) {
        uint64_t hash = 0;

        for (k = 0; k < SHINGLE_WORDS; k++)
            hash = xc_hash_join(hash, hashes[i + k]);
        hashes[n++] = hash;
    }
    *out = hashes;
    *out_n = n;
    return XC_OK;
}

enum xc_status
xc_quotations_candidates(const struct xc_quotation_print *prints, size_t n,
                         struct xc_arena *arena, struct xc_candidate_vec *out)
{
    struct xc_posting_vec postings = {NULL, 0, 0};
    size_t i;

    /* Every position counts as 0, so that a pair is a candidate once. */
    for (i = 0; i < n; i++) {
        if (add_shingles(&prints[i], i, arena, &postings) != XC_OK)
            return XC_NO_MEMORY;
    }
    return xc_candidates_find(&postings, arena, out);
}

/* Words of two units and the table of their longest common subsequence: common[i][j] is
 * its length from word i of the shorter and word j of the longer on. */
struct comparison {
    const struct xc_quotation_word *shorter;
    size_t n_shorter;
    const struct xc_quotation_word *longer;
    size_t n_longer;
    unsigned short *common;
};

static unsigned short *
cell(const struct comparison *pair, size_t i, size_t j)
{
    return &pair->common[i * (pair->n_longer + 1) + j];
}

static void
fill_common(const struct comparison *pair)
{
    size_t i;
    size_t j;

    for (j = 0; j <= pair->n_longer; j++)
        *cell(pair, pair->n_shorter, j) = 0;
    for (i = pair->n_shorter; i-- > 0;) {
        *cell(pair, i, pair->n_longer) = 0;
        for (j = pair->n_longer; j-- > 0;) {
            unsigned short a = *cell(pair, i + 1, j);
            unsigned short b = *cell(pair, i, j + 1);

            if (same_word(&pair->shorter[i], &pair->longer[j]))
                *cell(pair, i, j) = (unsigned short)(*cell(pair, i + 1, j + 1) + 1);
            else
                *cell(pair, i, j) = a > b ? a : b;
        }
    }
}

/* What was seen since the last shared word. */
struct skipped {
    size_t n_shorter; /* content words of the shorter */
    size_t
        n_longer; /* content words of the longer, in one sentence with what is shared */
    bool must_agree; /* a number or negator of the longer was skipped */
    bool gap;        /* the shorter says by an ellipsis that words are missing */
};

/* What the walk along the common words found. */
struct shared_words {
    size_t n_content;
    size_t n_changed; /* content words of the shorter with others in their place */
    size_t first[2];  /* the first shared word, in the shorter and the longer */
    size_t last[2];
    bool any;
};

/* "[never] tied the corset": whether a negator just before word j of the longer, where
 * sharing begins, turns it round. */
static bool
is_turned(const struct comparison *pair, size_t j)
{
    const struct xc_quotation_word *words = pair->longer;
    size_t k;

    for (k = j; k-- > 0 && words[j].raw - words[k].raw <= REACH_OF_NEGATOR;) {
        if (words[k].part != words[j].part || words[k + 1].gap)
            return false;
        if (words[k].class == XC_ORIGIN_WORD_NEGATOR)
            return true;
    }
    return false;
}

/* Counts words of the shorter that were skipped where the longer has others: not left
 * out but changed, as "stays open" for "stays closed". */
static void
count_changed(const struct skipped *skipped, struct shared_words *shared)
{
    if (!skipped->gap && skipped->n_longer > 0)
        shared->n_changed += skipped->n_shorter;
}

/* Takes the shared words i and j; false when what lies before them forbids it. */
static bool
take_shared(const struct comparison *pair, size_t i, size_t j, struct skipped *skipped,
            struct shared_words *shared)
{
    skipped->gap = skipped->gap || pair->shorter[i].gap;
    if (!shared->any) {
        if (is_turned(pair, j))
            return false;
        skipped->n_longer = j > 0 && pair->longer[j - 1].part == pair->longer[j].part;
        shared->first[0] = i;
        shared->first[1] = j;
        shared->any = true;
    } else if (!skipped->gap &&
               (skipped->must_agree || skipped->n_longer > MAX_SKIPPED)) {
        return false;
    }
    count_changed(skipped, shared);
    shared->n_content += is_content(&pair->shorter[i]);
    shared->last[0] = i;
    shared->last[1] = j;
    *skipped = (struct skipped){0, 0, false, false};
    return true;
}

static bool
skip_shorter(const struct comparison *pair, size_t i, struct skipped *skipped)
{
    skipped->gap = skipped->gap || pair->shorter[i].gap;
    skipped->n_shorter += is_content(&pair->shorter[i]);
    return !must_agree(&pair->shorter[i]);
}

/* Walks the common words and judges what lies between them. */
static bool
walk(const struct comparison *pair, struct shared_words *shared)
{
    struct skipped skipped = {0, 0, false, false};
    size_t i = 0;
    size_t j = 0;

    while (i < pair->n_shorter && j < pair->n_longer) {
        if (same_word(&pair->shorter[i], &pair->longer[j])) {
            if (!take_shared(pair, i++, j++, &skipped, shared))
                return false;
        } else if (*cell(pair, i + 1, j) >= *cell(pair, i, j + 1)) {
            if (!skip_shorter(pair, i++, &skipped))
                return false;
        } else {
            skipped.must_agree = skipped.must_agree || must_agree(&pair->longer[j]);
            skipped.n_longer += is_content(&pair->longer[j++]);
        }
    }
    for (; i < pair->n_shorter; i++) {
        if (!skip_shorter(pair, i, &skipped))
            return false;
    }
    if (!shared->any)
        return false;
    /* After the last shared word only the rest of its sentence stands in its place. */
    j = shared->last[1] + 1;
    skipped.n_longer =
        j < pair->n_longer && pair->longer[j].part == pair->longer[j - 1].part;
    count_changed(&skipped, shared);
    return true;
}

static size_t
count_content(const struct xc_quotation_word *words, size_t n)
{
    size_t n_content = 0;
    size_t i;

    for (i = 0; i < n; i++)
        n_content += is_content(&words[i]);
    return n_content;
}

/* The text from the beginning of one word to the end of another, out to white space. */
static struct xc_span
shown_span(struct xc_str text, const struct xc_quotation_word *first,
           const struct xc_quotation_word *last)
{
    size_t begin = first->span.off_bytes;
    size_t end = last->span.off_bytes + last->span.len_bytes;

    while (begin > 0 && text.ptr[begin - 1] != ' ' && text.ptr[begin - 1] != '\n')
        begin--;
    while (end < text.len && text.ptr[end] != ' ' && text.ptr[end] != '\n')
        end++;
    return (struct xc_span){begin, end - begin};
}

static bool
units_match(const struct xc_quotation_print *a, struct xc_range unit_a,
            const struct xc_quotation_print *b, struct xc_range unit_b,
            struct comparison *pair, struct xc_span out_spans[2])
{
    const struct xc_quotation_word *words_a = &a->words.items[unit_a.first];
    const struct xc_quotation_word *words_b = &b->words.items[unit_b.first];
    size_t n_a = unit_a.end - unit_a.first;
    size_t n_b = unit_b.end - unit_b.first;
    size_t content_a = count_content(words_a, n_a);
    size_t content_b = count_content(words_b, n_b);
    bool a_shorter = content_a <= content_b;
    size_t n_least = a_shorter ? content_a : content_b;
    struct shared_words shared = {0};
    size_t side = a_shorter ? 0 : 1;

    pair->shorter = a_shorter ? words_a : words_b;
    pair->n_shorter = a_shorter ? n_a : n_b;
    pair->longer = a_shorter ? words_b : words_a;
    pair->n_longer = a_shorter ? n_b : n_a;
    fill_common(pair);
    if (n_least < MIN_UNIT_WORDS || !walk(pair, &shared) ||
        4 * shared.n_content < 3 * n_least ||
        shared.n_changed > n_least / WORDS_PER_CHANGE)
        return false;
    out_spans[0] =
        shown_span(a->text, &words_a[shared.first[side]], &words_a[shared.last[side]]);
    out_spans[1] = shown_span(b->text, &words_b[shared.first[1 - side]],
                              &words_b[shared.last[1 - side]]);
    return true;
}

enum xc_status
xc_quotation_match(const struct xc_quotation_print *a,
                   const struct xc_quotation_print *b, struct xc_arena *arena,
                   bool *out_same, struct xc_span out_spans[2])
{
    struct comparison pair = {NULL, 0, NULL, 0, NULL};
    size_t i;
    size_t j;

    if (a->n_units == 0 || b->n_units == 0) {
        *out_same = false;
        return XC_OK;
    }
    pair.common =
        xc_arena_array(arena, (a->words.n + 1) * (b->words.n + 1), sizeof *pair.common);
    if (pair.common == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < a->n_units; i++) {
        for (j = 0; j < b->n_units; j++) {
            if (units_match(a, a->units[i], b, b->units[j], &pair, out_spans)) {
                *out_same = true;
                return XC_OK;
            }
        }
    }
    *out_same = false;
    return XC_OK;
}
