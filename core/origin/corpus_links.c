/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/corpus_links.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/vec.h"
#include "origin/shown.h"

enum { EDGES_AT_ONCE = 1024 };

/* The words that the edge shows. */
static enum xc_status
edge_words(struct xc_corpus_gathering *gathering, const struct xc_corpus_edge *edge,
           size_t article, struct xc_str *out)
{
    struct xc_corpus *corpus = gathering->corpus;
    const struct xc_corpus_article *at = &corpus->articles.items[article];
    struct xc_range range = {edge->first_word, edge->first_word + edge->n_words};
    struct xc_str keys[XC_MAX_SHOWN_WORDS + 1];
    struct xc_corpus_sentence *sentences;
    enum xc_status status = XC_OK;
    uint32_t *words;
    size_t i;

    xc_arena_reset(&gathering->room);
    if (edge->n_words == 0) {
        size_t s = edge->a - at->first_sentence;

        status =
            xc_corpus_read_sentences(corpus, article, &gathering->room, &sentences);
        if (status != XC_OK)
            return status;
        range.first = sentences[s].first_word;
        range.end = s + 1 < at->n_sentences ? sentences[s + 1].first_word : at->n_words;
    }
    /* One more than is shown, so that the rest is hinted at. */
    if (range.end - range.first > XC_MAX_SHOWN_WORDS + 1)
        range.end = range.first + XC_MAX_SHOWN_WORDS + 1;
    status = xc_corpus_read_words(corpus, article, range, &gathering->room, &words);
    if (status != XC_OK)
        return status;
    for (i = 0; i < range.end - range.first; i++)
        keys[i] = xc_vocabulary_key(&corpus->vocabulary, words[i] & XC_CORPUS_NUMBER);
    *out = xc_shown_words(keys, range.end - range.first, gathering->arena);
    return out->ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

static int
compare_rooted(const void *left, const void *right)
{
    const struct xc_corpus_rooted_edge *a = left;
    const struct xc_corpus_rooted_edge *b = right;

    if (a->root != b->root)
        return a->root < b->root ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* A bit for the root of each group's first component. */
static unsigned char *
choose_roots(struct xc_corpus_gathering *gathering)
{
    const struct xc_corpus_component_vec *components = &gathering->components;
    unsigned char *chosen =
        xc_arena_array(&gathering->scratch, gathering->corpus->n_sentences / 8 + 1, 1);
    size_t i;

    for (i = 0; chosen != NULL && i < components->n; i++) {
        const struct xc_corpus_component *component =
            &components->items[gathering->order[i]];
        uint32_t root = gathering->members[component->first].root;

        if (i == 0 ||
            component->group != components->items[gathering->order[i - 1]].group)
            chosen[root / 8] |= (unsigned char)(1u << (root % 8));
    }
    return chosen;
}

enum xc_status
xc_corpus_root_edges(struct xc_corpus_gathering *gathering,
                     struct xc_corpus_rooted_edge_vec *out)
{
    struct xc_corpus *corpus = gathering->corpus;
    const unsigned char *chosen = choose_roots(gathering);
    enum xc_status status = chosen == NULL ? XC_NO_MEMORY : XC_OK;
    struct xc_corpus_edge edges[EDGES_AT_ONCE];
    size_t n_read = 0;
    size_t i;

    while (n_read < corpus->n_edges && status == XC_OK) {
        size_t n = corpus->n_edges - n_read;

        n = n < EDGES_AT_ONCE ? n : EDGES_AT_ONCE;
        status = corpus->scratch->read(corpus->scratch->context, XC_CORPUS_EDGES,
                                       (uint64_t)n_read * sizeof *edges, edges,
                                       n * sizeof *edges);
        for (i = 0; i < n && status == XC_OK; i++) {
            uint32_t root = xc_corpus_root(corpus, edges[i].a);
            struct xc_corpus_rooted_edge *rooted;

            if (((unsigned)chosen[root / 8] >> (root % 8) & 1u) == 0)
                continue;
            rooted = XC_VEC_ADD(out, &gathering->scratch);
            if (rooted == NULL)
                return XC_NO_MEMORY;
            *rooted =
                (struct xc_corpus_rooted_edge){edges[i], root, (uint32_t)(n_read + i)};
        }
        n_read += n;
    }
    if (out->n > 0)
        qsort(out->items, out->n, sizeof *out->items, compare_rooted);
    return status;
}

static size_t
first_of_root(const struct xc_corpus_rooted_edge_vec *rooted, uint32_t root)
{
    size_t low = 0;
    size_t high = rooted->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (rooted->items[middle].root < root)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Articles of a group while they are linked: each has the number of its set. */
struct linking {
    struct xc_table numbers; /* article -> index in sets */
    uint32_t *articles;
    size_t *sets;
};

static size_t
set_of(struct linking *linking, size_t number)
{
    while (linking->sets[number] != number)
        number = linking->sets[number];
    return number;
}

/* The number of an article in the linking; false when memory is short. */
static bool
number_article(struct linking *linking, size_t article, struct xc_arena *arena,
               size_t *out)
{
    size_t n = linking->numbers.n;
    struct xc_str key = {(const char *)&linking->articles[n], sizeof(uint32_t)};

    linking->articles[n] = (uint32_t)article;
    if (!xc_table_add(&linking->numbers, key, n, arena, out))
        return false;
    if (*out == n)
        linking->sets[n] = n;
    return true;
}

/* Adds the edge as a link when it joins two articles that hang together by none yet. */
static enum xc_status
add_link(struct xc_corpus_gathering *gathering, struct linking *linking,
         const struct xc_corpus_edge *edge, struct xc_corpus_group *group)
{
    size_t a = xc_corpus_article_of(gathering->corpus, edge->a);
    size_t b = xc_corpus_article_of(gathering->corpus, edge->b);
    struct xc_corpus_link *link;
    size_t set_a;
    size_t set_b;

    if (!number_article(linking, a, &gathering->of_group, &set_a) ||
        !number_article(linking, b, &gathering->of_group, &set_b))
        return XC_NO_MEMORY;
    set_a = set_of(linking, set_a);
    set_b = set_of(linking, set_b);
    if (set_a == set_b)
        return XC_OK;
    linking->sets[set_a > set_b ? set_a : set_b] = set_a > set_b ? set_b : set_a;
    link = &gathering->out.links[gathering->out.n_links++];
    *link = (struct xc_corpus_link){
        (uint32_t)a, (uint32_t)b, (enum xc_origin_reason)edge->reason, {"", 0}};
    group->n_links++;
    return edge_words(gathering, edge, a, &link->shared);
}

enum xc_status
xc_corpus_make_links(struct xc_corpus_gathering *gathering,
                     const struct xc_corpus_rooted_edge_vec *rooted,
                     const struct xc_corpus_component *component,
                     struct xc_corpus_group *group)
{
    uint32_t root = gathering->members[component->first].root;
    size_t n_members = component->end - component->first;
    size_t i = first_of_root(rooted, root);
    struct linking linking = {{NULL, 0, 0}, NULL, NULL};
    enum xc_status status = XC_OK;

    linking.articles = xc_arena_alloc(&gathering->of_group,
                                      (n_members + 1) * sizeof *linking.articles);
    linking.sets =
        xc_arena_alloc(&gathering->of_group, n_members * sizeof *linking.sets);
    if (linking.articles == NULL || linking.sets == NULL)
        return XC_NO_MEMORY;
    group->first_link = gathering->out.n_links;
    for (; i < rooted->n && rooted->items[i].root == root && status == XC_OK; i++)
        status = add_link(gathering, &linking, &rooted->items[i].edge, group);
    return status;
}
