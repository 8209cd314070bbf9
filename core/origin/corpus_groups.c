/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/corpus_groups.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/vec.h"
#include "origin/shown.h"

enum { EDGES_AT_ONCE = 1024 };

/* A sentence under its root. */
struct member {
    uint32_t root;
    uint32_t sentence;
    uint32_t article;
};

/* The members of one root, in more than one article. */
struct component {
    uint32_t first; /* among all members */
    uint32_t end;
    uint32_t group;
};

struct component_vec {
    struct component *items;
    size_t n;
    size_t cap;
};

struct gathering {
    struct xc_corpus *corpus;
    struct xc_arena *arena;   /* of the result */
    struct xc_arena scratch;  /* of the rest */
    struct xc_arena of_group; /* reset for each */
    struct xc_arena room;
    struct member *members;
    size_t n_members;
    struct component_vec components;
    size_t *order; /* of the components: by group, then as they are */
    struct xc_corpus_groups out;
};

/* Puts the sentences that share a root next to each other: a counting sort, so that they
 * stay in their order. */
static enum xc_status
find_members(struct gathering *gathering)
{
    struct xc_corpus *corpus = gathering->corpus;
    uint32_t *size =
        xc_arena_array(&gathering->scratch, corpus->n_sentences + 1, sizeof *size);
    size_t n = 0;
    size_t article = 0;
    uint32_t s;

    if (size == NULL)
        return XC_NO_MEMORY;
    for (s = 0; s < corpus->n_sentences; s++)
        size[xc_corpus_root(corpus, s)]++;
    /* From sizes to places; a root that stands alone gets none. */
    for (s = 0; s < corpus->n_sentences; s++) {
        uint32_t here = size[s];

        size[s] = here > 1 ? (uint32_t)n : UINT32_MAX;
        n += here > 1 ? here : 0;
    }
    gathering->members =
        xc_arena_alloc(&gathering->scratch, n * sizeof *gathering->members);
    if (gathering->members == NULL)
        return XC_NO_MEMORY;
    for (s = 0; s < corpus->n_sentences; s++) {
        uint32_t root = corpus->parent[s];

        while (s >= corpus->articles.items[article].first_sentence +
                        corpus->articles.items[article].n_sentences)
            article++;
        root = xc_corpus_root(corpus, root);
        if (size[root] != UINT32_MAX)
            gathering->members[size[root]++] =
                (struct member){root, s, (uint32_t)article};
    }
    gathering->n_members = n;
    return XC_OK;
}

/* The articles of members [first, end) as a key, each once. */
static struct xc_str
article_key(struct gathering *gathering, size_t first, size_t end)
{
    uint32_t *articles =
        xc_arena_alloc(&gathering->scratch, (end - first) * sizeof *articles);
    size_t n = 0;
    size_t i;

    if (articles == NULL)
        return (struct xc_str){NULL, 0};
    for (i = first; i < end; i++) {
        if (n == 0 || articles[n - 1] != gathering->members[i].article)
            articles[n++] = gathering->members[i].article;
    }
    return (struct xc_str){(const char *)articles, n * sizeof *articles};
}

/* Cuts the members into components and gives those with the very same articles one
 * group. */
static enum xc_status
find_components(struct gathering *gathering)
{
    const struct member *members = gathering->members;
    struct xc_table groups = {NULL, 0, 0};
    size_t first;
    size_t end;

    for (first = 0; first < gathering->n_members; first = end) {
        struct component *component;
        struct xc_str key;
        size_t group;

        end = first + 1;
        while (end < gathering->n_members && members[end].root == members[first].root)
            end++;
        if (members[first].article == members[end - 1].article)
            continue;
        key = article_key(gathering, first, end);
        component = XC_VEC_ADD(&gathering->components, &gathering->scratch);
        if (key.ptr == NULL || component == NULL)
            return XC_NO_MEMORY;
        if (!xc_table_add(&groups, key, groups.n, &gathering->scratch, &group))
            return XC_NO_MEMORY;
        *component =
            (struct component){(uint32_t)first, (uint32_t)end, (uint32_t)group};
    }
    gathering->out.n = groups.n;
    return XC_OK;
}

/* The components in the order of their groups. */
static enum xc_status
order_components(struct gathering *gathering)
{
    const struct component_vec *components = &gathering->components;
    size_t *first =
        xc_arena_array(&gathering->scratch, gathering->out.n + 1, sizeof *first);
    size_t i;

    gathering->order =
        xc_arena_array(&gathering->scratch, components->n, sizeof *gathering->order);
    if (first == NULL || gathering->order == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < components->n; i++)
        first[components->items[i].group + 1]++;
    for (i = 0; i < gathering->out.n; i++)
        first[i + 1] += first[i];
    for (i = 0; i < components->n; i++)
        gathering->order[first[components->items[i].group]++] = i;
    return XC_OK;
}

static int
compare_members(const void *left, const void *right)
{
    const struct member *a = left;
    const struct member *b = right;

    return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

/* Turns sentences of one article, ascending, into places: neighbours are one. */
static enum xc_status
add_places(struct gathering *gathering, const struct member *members, size_t n,
           struct xc_corpus_group *group)
{
    struct xc_corpus *corpus = gathering->corpus;
    uint32_t article = members[0].article;
    struct xc_corpus_sentence *sentences;
    struct xc_corpus_place *place = NULL;
    enum xc_status status;
    size_t i;

    xc_arena_reset(&gathering->room);
    status = xc_corpus_read_sentences(corpus, article, &gathering->room, &sentences);
    for (i = 0; status == XC_OK && i < n; i++) {
        const struct xc_corpus_sentence *sentence =
            &sentences[members[i].sentence -
                       corpus->articles.items[article].first_sentence];
        uint32_t end = sentence->off_bytes + sentence->len_bytes;

        if (i > 0 && members[i].sentence == members[i - 1].sentence + 1 &&
            end > place->off_bytes) {
            place->len_bytes = end - place->off_bytes;
            continue;
        }
        place = &group->places[group->n_places++];
        *place = (struct xc_corpus_place){article, sentence->line, sentence->off_bytes,
                                          sentence->len_bytes};
    }
    return status;
}

/* Makes a group of components order[first..end). */
static enum xc_status
make_group(struct gathering *gathering, size_t first, size_t end,
           struct xc_corpus_group *group)
{
    struct member *all;
    enum xc_status status = XC_OK;
    size_t n = 0;
    size_t i;
    size_t k;

    for (i = first; i < end; i++) {
        const struct component *component =
            &gathering->components.items[gathering->order[i]];

        n += component->end - component->first;
    }
    xc_arena_reset(&gathering->of_group);
    all = xc_arena_alloc(&gathering->of_group, n * sizeof *all);
    group->places = xc_arena_alloc(&gathering->of_group, n * sizeof *group->places);
    if (all == NULL || group->places == NULL)
        return XC_NO_MEMORY;
    n = 0;
    for (i = first; i < end; i++) {
        const struct component *component =
            &gathering->components.items[gathering->order[i]];

        for (k = component->first; k < component->end; k++)
            all[n++] = gathering->members[k];
    }
    qsort(all, n, sizeof *all, compare_members);
    group->n_sentences = end - first;
    for (i = 0; i < n && status == XC_OK; i = k) {
        k = i + 1;
        while (k < n && all[k].article == all[i].article)
            k++;
        status = add_places(gathering, &all[i], k - i, group);
        group->n_articles++;
    }
    if (status != XC_OK)
        return status;
    group->places = (struct xc_corpus_place *)xc_arena_copy(
        gathering->arena, (const char *)group->places,
        group->n_places * sizeof *group->places);
    return group->places == NULL ? XC_NO_MEMORY : XC_OK;
}

/* The words that the edge shows. */
static enum xc_status
edge_words(struct gathering *gathering, const struct xc_corpus_edge *edge,
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

/* An edge under the root of what it holds together, and when it was made: the surest
 * reasons come first. */
struct rooted_edge {
    struct xc_corpus_edge edge;
    uint32_t root;
    uint32_t number;
};

struct rooted_edge_vec {
    struct rooted_edge *items;
    size_t n;
    size_t cap;
};

static int
compare_rooted(const void *left, const void *right)
{
    const struct rooted_edge *a = left;
    const struct rooted_edge *b = right;

    if (a->root != b->root)
        return a->root < b->root ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* A bit for the root of each group's first component. */
static unsigned char *
choose_roots(struct gathering *gathering)
{
    const struct component_vec *components = &gathering->components;
    unsigned char *chosen =
        xc_arena_array(&gathering->scratch, gathering->corpus->n_sentences / 8 + 1, 1);
    size_t i;

    for (i = 0; chosen != NULL && i < components->n; i++) {
        const struct component *component = &components->items[gathering->order[i]];
        uint32_t root = gathering->members[component->first].root;

        if (i == 0 ||
            component->group != components->items[gathering->order[i - 1]].group)
            chosen[root / 8] |= (unsigned char)(1u << (root % 8));
    }
    return chosen;
}

/* The edges that hold the groups' first components together, by root. */
static enum xc_status
root_edges(struct gathering *gathering, struct rooted_edge_vec *out)
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
            struct rooted_edge *rooted;

            if ((chosen[root / 8] >> (root % 8) & 1u) == 0)
                continue;
            rooted = XC_VEC_ADD(out, &gathering->scratch);
            if (rooted == NULL)
                return XC_NO_MEMORY;
            *rooted = (struct rooted_edge){edges[i], root, (uint32_t)(n_read + i)};
        }
        n_read += n;
    }
    if (out->n > 0)
        qsort(out->items, out->n, sizeof *out->items, compare_rooted);
    return status;
}

static size_t
first_of_root(const struct rooted_edge_vec *rooted, uint32_t root)
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
add_link(struct gathering *gathering, struct linking *linking,
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

/* Links the articles of a group by the edges of one of its components, which holds all
 * of them. */
static enum xc_status
make_links(struct gathering *gathering, const struct rooted_edge_vec *rooted,
           const struct component *component, struct xc_corpus_group *group)
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

/* There are no more links than edges. */
static enum xc_status
make_room_for_links(struct gathering *gathering, size_t n_edges)
{
    gathering->out.links =
        xc_arena_alloc(gathering->arena, n_edges * sizeof *gathering->out.links);
    return gathering->out.links == NULL ? XC_NO_MEMORY : XC_OK;
}

/* Most articles first; of equally many that with the earliest article and place. */
static int
compare_groups(const void *left, const void *right)
{
    const struct xc_corpus_group *a = left;
    const struct xc_corpus_group *b = right;

    if (a->n_articles != b->n_articles)
        return a->n_articles > b->n_articles ? -1 : 1;
    if (a->n_sentences != b->n_sentences)
        return a->n_sentences > b->n_sentences ? -1 : 1;
    if (a->places[0].article != b->places[0].article)
        return a->places[0].article < b->places[0].article ? -1 : 1;
    return (a->places[0].off_bytes > b->places[0].off_bytes) -
           (a->places[0].off_bytes < b->places[0].off_bytes);
}

static enum xc_status
count_grouped(struct gathering *gathering)
{
    unsigned char *grouped =
        xc_arena_array(&gathering->scratch, gathering->corpus->articles.n, 1);
    struct xc_corpus_groups *out = &gathering->out;
    size_t g;
    size_t i;

    if (grouped == NULL)
        return XC_NO_MEMORY;
    for (g = 0; g < out->n; g++) {
        for (i = 0; i < out->items[g].n_places; i++)
            grouped[out->items[g].places[i].article] = 1;
    }
    for (i = 0; i < gathering->corpus->articles.n; i++)
        out->n_grouped += grouped[i];
    out->n_largest = out->n > 0 ? out->items[0].n_articles : 0;
    return XC_OK;
}

static enum xc_status
make_groups(struct gathering *gathering)
{
    const struct component_vec *components = &gathering->components;
    struct xc_corpus_groups *out = &gathering->out;
    struct rooted_edge_vec rooted = {NULL, 0, 0};
    enum xc_status status = root_edges(gathering, &rooted);
    size_t first = 0;
    size_t end;
    size_t g;

    out->items = xc_arena_array(gathering->arena, out->n, sizeof *out->items);
    if (status == XC_OK)
        status = make_room_for_links(gathering, rooted.n);
    if (out->items == NULL)
        status = XC_NO_MEMORY;
    for (g = 0; g < out->n && status == XC_OK; g++) {
        for (end = first; end < components->n &&
                          components->items[gathering->order[end]].group == g;)
            end++;
        status = make_group(gathering, first, end, &out->items[g]);
        if (status == XC_OK)
            status =
                make_links(gathering, &rooted,
                           &components->items[gathering->order[first]], &out->items[g]);
        first = end;
    }
    if (status == XC_OK && out->n > 0)
        qsort(out->items, out->n, sizeof *out->items, compare_groups);
    return status == XC_OK ? count_grouped(gathering) : status;
}

enum xc_status
xc_corpus_group(struct xc_corpus *corpus, struct xc_arena *arena,
                struct xc_corpus_groups *out)
{
    struct gathering gathering = {.corpus = corpus, .arena = arena};
    enum xc_status status;

    xc_arena_init(&gathering.scratch);
    xc_arena_init(&gathering.of_group);
    xc_arena_init(&gathering.room);
    status = find_members(&gathering);
    if (status == XC_OK)
        status = find_components(&gathering);
    if (status == XC_OK)
        status = order_components(&gathering);
    if (status == XC_OK)
        status = make_groups(&gathering);
    if (status == XC_OK)
        *out = gathering.out;
    xc_arena_release(&gathering.room);
    xc_arena_release(&gathering.of_group);
    xc_arena_release(&gathering.scratch);
    return status;
}
