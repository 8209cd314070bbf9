/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stdint.h>

#include "base/table.h"
#include "base/vec.h"
#include "lexicon/cue_path.h"

/* How far behind the first word of a path the second may stand. */
enum reach { REACH_NEXT, REACH_NEAR, REACH_SENTENCE };
#define N_REACHES 3

/* A gap ".." and the word behind it. */
static const size_t near_words = 5;

/* One path that begins with some word; postings of a word are chained.  Most stand in no
 * sentence, for want of their second word: a bit for each of its forms tells so before
 * anything is compared. */
struct posting {
    const struct xc_cue *cue;
    const struct xc_cue_path *path;
    const uint64_t *looks; /* one a step: bits of key_bit of its forms */
    uint64_t second;       /* those of the second step; all for a path of one word */
    enum reach reach;
    const struct posting *next;
};

struct posting_list {
    const struct posting *head;
};

struct posting_vec {
    struct posting_list *items;
    size_t n;
    size_t cap;
};

struct xc_cue_index {
    struct xc_table words;    /* key → number in lists */
    struct posting_vec lists; /* head of each word's chain */
};

/* One of 64 bits for a word: the same word, the same bit. */
static uint64_t
key_bit(struct xc_str key)
{
    size_t look = key.len;

    if (key.len > 0)
        look += (unsigned char)key.ptr[0] * (size_t)7 +
                (unsigned char)key.ptr[key.len - 1] * (size_t)11;
    return (uint64_t)1 << (look % 64);
}

/* The bits of the forms of each of the path's steps (arena); NULL when memory is short. */
static const uint64_t *
looks_of(const struct xc_cue_path *path, struct xc_arena *arena)
{
    uint64_t *looks = xc_arena_array(arena, path->n, sizeof *looks);
    size_t s;
    size_t f;

    for (s = 0; looks != NULL && s < path->n; s++) {
        for (f = 0; f < path->steps[s].n_forms; f++)
            looks[s] |= key_bit(path->steps[s].forms[f]);
    }
    return looks;
}

static enum reach
reach_of(const struct xc_cue_path *path)
{
    if (path->n < 2 || path->steps[1].gap >= near_words)
        return REACH_SENTENCE;
    return path->steps[1].gap == 0 ? REACH_NEXT : REACH_NEAR;
}

/* Adds a posting, which is copied, under the word key. */
static enum xc_status
add_posting(struct xc_cue_index *index, struct xc_str key,
            const struct posting *posting, struct xc_arena *arena)
{
    struct posting *made = xc_arena_array(arena, 1, sizeof *made);
    size_t list;

    if (made == NULL || !xc_table_add(&index->words, key, index->lists.n, arena, &list))
        return XC_NO_MEMORY;
    if (list == index->lists.n && XC_VEC_ADD(&index->lists, arena) == NULL)
        return XC_NO_MEMORY;
    *made = *posting;
    made->next = index->lists.items[list].head;
    index->lists.items[list].head = made;
    return XC_OK;
}

/* Adds the path under every form of its first word. */
static enum xc_status
add_path(struct xc_cue_index *index, const struct xc_cue *cue,
         const struct xc_cue_path *path, struct xc_arena *arena)
{
    struct posting posting = {.cue = cue,
                              .path = path,
                              .looks = looks_of(path, arena),
                              .reach = reach_of(path)};
    enum xc_status status = XC_OK;
    size_t f;

    if (posting.looks == NULL)
        return XC_NO_MEMORY;
    posting.second = path->n < 2 ? UINT64_MAX : posting.looks[1];
    for (f = 0; status == XC_OK && f < path->steps[0].n_forms; f++)
        status = add_posting(index, path->steps[0].forms[f], &posting, arena);
    return status;
}

enum xc_status
xc_cue_index_new(const struct xc_cue *cues, const struct xc_cue_paths *paths, size_t n,
                 struct xc_arena *arena, const struct xc_cue_index **out)
{
    struct xc_cue_index *index = xc_arena_array(arena, 1, sizeof *index);
    enum xc_status status = XC_OK;
    size_t i;
    size_t p;

    if (index == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        for (p = 0; status == XC_OK && p < paths[i].n; p++)
            status = add_path(index, &cues[i], &paths[i].items[p], arena);
    }
    if (status == XC_OK)
        *out = index;
    return status;
}

/* The words that cues are looked for in, with a bit of key_bit each. */
struct search {
    const struct xc_cue_place *place;
    const uint64_t *bits; /* of the words of place's range */
    size_t n;
};

/* Whether the punctuation before word i lets a cue run on: none at all between
 * neighbours, at most a comma in a gap ("denied, through a lawyer, reports that"). */
static bool
runs_on(const struct xc_cue_place *place, size_t i, bool in_gap)
{
    const struct xc_word *before = &place->words->items[i - 1];
    size_t at = before->folded.off_bytes + before->folded.len_bytes;

    for (; at < place->words->items[i].folded.off_bytes; at++) {
        switch (place->folded.ptr[at]) {
        case ',':
            if (!in_gap)
                return false;
            break;
        case ';':
        case ':':
        case '"':
        case '(':
        case ')':
        case '.':
        case '?':
        case '!':
        case '\n':
            return false;
        default:
            break;
        }
    }
    return true;
}

static bool
step_takes(const struct xc_cue_place *place, const struct xc_cue_step *step, size_t i)
{
    size_t f;

    if (place->immune != NULL && place->immune[i - place->range.first])
        return false;
    for (f = 0; f < step->n_forms; f++) {
        if (xc_str_equal(step->forms[f], place->words->items[i].key))
            return true;
    }
    return false;
}

/* The first word at or after from that takes step s of the posting's path, within its
 * gap; SIZE_MAX when there is none. */
static size_t
next_taken(const struct search *search, const struct posting *posting, size_t s,
           size_t prev, size_t from)
{
    const struct xc_cue_place *place = search->place;
    const struct xc_cue_step *step = &posting->path->steps[s];
    size_t i;

    for (i = prev + 1; i < place->range.end && i <= prev + 1 + step->gap; i++) {
        bool may = (posting->looks[s] & search->bits[i - place->range.first]) != 0;

        if ((!may && step->gap == 0) || !runs_on(place, i, step->gap > 0))
            return (size_t)-1;
        if (may && i >= from && step_takes(place, step, i))
            return i;
    }
    return (size_t)-1;
}

/*
 * Whether the posting's path stands at word first; fills match.  Backtracks over the gaps
 * with the matched words as its own stack: step s is tried again from just after its last
 * place.
 */
static bool
path_stands(const struct search *search, const struct posting *posting, size_t first,
            struct xc_cue_match *match)
{
    size_t n = posting->path->n;
    size_t s = 1;
    size_t from = 0;

    match->matched[0] = first;
    while (s < n) {
        size_t at = next_taken(search, posting, s, match->matched[s - 1], from);

        if (at != (size_t)-1) {
            match->matched[s++] = at;
            from = 0;
        } else if (--s == 0) {
            return false;
        } else {
            from = match->matched[s] + 1;
        }
    }
    match->n_matched = n;
    match->words = (struct xc_range){first, match->matched[n - 1] + 1};
    return true;
}

static bool
is_looked_for(const struct xc_cues *cues, const struct xc_cue *cue,
              const struct xc_cue_place *place)
{
    if (cue == cues->without)
        return false;
    if ((cue->options & XC_CUE_HEADLINE) != 0)
        return place->headline;
    return !place->headline || cue->class == XC_CUE_PSEUDO;
}

/* Looks at the words of place for what tells most cues off (arena). */
static bool
look(const struct xc_cue_place *place, struct xc_arena *arena, struct search *out)
{
    size_t n = place->range.end - place->range.first;
    uint64_t *bits = xc_arena_alloc(arena, n * sizeof *bits);
    size_t i;

    for (i = 0; bits != NULL && i < n; i++)
        bits[i] = key_bit(place->words->items[place->range.first + i].key);
    *out = (struct search){place, bits, n};
    return bits != NULL;
}

/* The bits of all words that stand in each reach of word i of the range. */
static void
read_reaches(const struct search *search, size_t i, uint64_t reaches[N_REACHES])
{
    size_t k;

    reaches[REACH_NEXT] = i + 1 < search->n ? search->bits[i + 1] : 0;
    reaches[REACH_NEAR] = 0;
    for (k = i + 1; k < search->n && k <= i + near_words; k++)
        reaches[REACH_NEAR] |= search->bits[k];
}

/* Whether all words of the match are immune. */
static bool
is_immune(const struct xc_cue_place *place, const struct xc_cue_match *match)
{
    size_t i;

    for (i = 0; i < match->n_matched; i++) {
        if (place->immune == NULL ||
            !place->immune[match->matched[i] - place->range.first])
            return false;
    }
    return true;
}

/* Whether the posting's path stands at word i; fills match. */
static bool
posting_stands(const struct search *search, const struct posting *posting, size_t i,
               struct xc_cue_match *match)
{
    const struct xc_cue_place *place = search->place;
    struct xc_cue_place open = *place;
    const struct search in_open = {&open, search->bits, search->n};

    *match = (struct xc_cue_match){.cue = posting->cue};
    if ((posting->cue->options & XC_CUE_IDIOM) == 0)
        return (place->immune == NULL || !place->immune[i - place->range.first]) &&
               path_stands(search, posting, i, match);
    open.immune = NULL;
    return path_stands(&in_open, posting, i, match) && !is_immune(place, match);
}

static enum xc_status
find_all(const struct xc_cues *cues, const struct xc_cue_place *place,
         struct xc_arena *arena, struct xc_cue_match_vec *out)
{
    uint64_t reaches[N_REACHES] = {0};
    struct search search;
    size_t i;

    if (!look(place, arena, &search))
        return XC_NO_MEMORY;
    for (i = 0; i < search.n; i++)
        reaches[REACH_SENTENCE] |= search.bits[i];
    for (i = 0; i < search.n; i++) {
        size_t word = place->range.first + i;
        const struct posting *posting;
        size_t list;

        if (!xc_table_get(&cues->index->words, place->words->items[word].key, &list))
            continue;
        read_reaches(&search, i, reaches);
        for (posting = cues->index->lists.items[list].head; posting != NULL;
             posting = posting->next) {
            struct xc_cue_match match;

            if ((posting->second & reaches[posting->reach]) == 0 ||
                !is_looked_for(cues, posting->cue, place))
                continue;
            if (!posting_stands(&search, posting, word, &match))
                continue;
            if (XC_VEC_ADD(out, arena) == NULL)
                return XC_NO_MEMORY;
            out->items[out->n - 1] = match;
        }
    }
    return XC_OK;
}

/* More words first, then the narrower ("effort to" before "made an effort to", read as
 * "made … to"), then leftmost, then those for headlines alone, then class, then the order
 * of the files. */
static bool
goes_before(const struct xc_cue_match *a, const struct xc_cue_match *b)
{
    size_t width_a = a->words.end - a->words.first;
    size_t width_b = b->words.end - b->words.first;

    if (a->n_matched != b->n_matched)
        return a->n_matched > b->n_matched;
    if (width_a != width_b)
        return width_a < width_b;
    if (a->words.first != b->words.first)
        return a->words.first < b->words.first;
    if (((a->cue->options ^ b->cue->options) & XC_CUE_HEADLINE) != 0)
        return (a->cue->options & XC_CUE_HEADLINE) != 0;
    if (a->cue->class != b->cue->class)
        return a->cue->class < b->cue->class;
    return a->cue < b->cue;
}

static bool
is_free(const struct xc_cue_match *match, const bool *taken, size_t first)
{
    size_t i;

    for (i = 0; i < match->n_matched; i++) {
        if (taken[match->matched[i] - first])
            return false;
    }
    return true;
}

/* Moves the best free match of all[] into *out until none is left. */
static enum xc_status
consume(const struct xc_cue_match_vec *all, bool *taken, size_t first,
        struct xc_arena *arena, struct xc_cue_match_vec *out)
{
    for (;;) {
        const struct xc_cue_match *best = NULL;
        size_t i;

        for (i = 0; i < all->n; i++) {
            if (is_free(&all->items[i], taken, first) &&
                (best == NULL || goes_before(&all->items[i], best)))
                best = &all->items[i];
        }
        if (best == NULL)
            return XC_OK;
        if (XC_VEC_ADD(out, arena) == NULL)
            return XC_NO_MEMORY;
        out->items[out->n - 1] = *best;
        for (i = 0; i < best->n_matched; i++)
            taken[best->matched[i] - first] = true;
    }
}

/* Insertion sort by first word: a sentence has a handful of cues. */
static void
sort_by_place(struct xc_cue_match_vec *matches)
{
    size_t i;
    size_t at;

    for (i = 1; i < matches->n; i++) {
        struct xc_cue_match moved = matches->items[i];

        for (at = i; at > 0 && moved.words.first < matches->items[at - 1].words.first;
             at--)
            matches->items[at] = matches->items[at - 1];
        matches->items[at] = moved;
    }
}

enum xc_status
xc_cues_find(const struct xc_cues *cues, const struct xc_cue_place *place,
             struct xc_arena *arena, struct xc_cue_match_vec *out, bool *out_cut)
{
    struct xc_range range = place->range;
    struct xc_cue_match_vec all = {0};
    struct xc_cue_match_vec chosen = {0};
    bool *taken;
    enum xc_status status;

    *out_cut = false;
    if (range.first >= range.end)
        return XC_OK;
    status = find_all(cues, place, arena, &all);
    if (status != XC_OK)
        return status;
    /* Choosing is quadratic, so a sentence stuffed with cues is cut and said to be. */
    if (all.n > 4 * XC_MAX_SENTENCE_CUES) {
        all.n = 4 * XC_MAX_SENTENCE_CUES;
        *out_cut = true;
    }
    taken = xc_arena_array(arena, range.end - range.first, sizeof *taken);
    if (taken == NULL)
        return XC_NO_MEMORY;
    status = consume(&all, taken, range.first, arena, &chosen);
    if (status != XC_OK)
        return status;
    if (chosen.n > XC_MAX_SENTENCE_CUES) {
        chosen.n = XC_MAX_SENTENCE_CUES;
        *out_cut = true;
    }
    sort_by_place(&chosen);
    *out = chosen;
    return XC_OK;
}
