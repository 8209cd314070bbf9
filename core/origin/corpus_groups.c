/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/corpus_groups.h"

#include <stdlib.h>

#include "base/vec.h"
#include "origin/corpus_links.h"

/* Puts the sentences that share a root next to each other: a counting sort, so that they
 * stay in their order. */
static enum xc_status
find_members(struct xc_corpus_gathering *gathering)
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
                (struct xc_corpus_member){root, s, (uint32_t)article};
    }
    gathering->n_members = n;
    return XC_OK;
}

/* The articles of members [first, end) as a key, each once. */
static struct xc_str
article_key(struct xc_corpus_gathering *gathering, size_t first, size_t end)
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
find_components(struct xc_corpus_gathering *gathering)
{
    const struct xc_corpus_member *members = gathering->members;
    struct xc_table groups = {NULL, 0, 0};
    size_t first;
    size_t end;

    for (first = 0; first < gathering->n_members; first = end) {
        struct xc_corpus_component *component;
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
        *component = (struct xc_corpus_component){(uint32_t)first, (uint32_t)end,
                                                  (uint32_t)group};
    }
    gathering->out.n = groups.n;
    return XC_OK;
}

/* The components in the order of their groups. */
static enum xc_status
order_components(struct xc_corpus_gathering *gathering)
{
    const struct xc_corpus_component_vec *components = &gathering->components;
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
    const struct xc_corpus_member *a = left;
    const struct xc_corpus_member *b = right;

    return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

/* Turns sentences of one article, ascending, into places: neighbours are one. */
static enum xc_status
add_places(struct xc_corpus_gathering *gathering,
           const struct xc_corpus_member *members, size_t n,
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
make_group(struct xc_corpus_gathering *gathering, size_t first, size_t end,
           struct xc_corpus_group *group)
{
    struct xc_corpus_member *all;
    enum xc_status status = XC_OK;
    size_t n = 0;
    size_t i;
    size_t k;

    for (i = first; i < end; i++) {
        const struct xc_corpus_component *component =
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
        const struct xc_corpus_component *component =
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
count_grouped(struct xc_corpus_gathering *gathering)
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

/* There are no more links than edges. */
static enum xc_status
make_room_for_links(struct xc_corpus_gathering *gathering, size_t n_edges)
{
    gathering->out.links =
        xc_arena_alloc(gathering->arena, n_edges * sizeof *gathering->out.links);
    return gathering->out.links == NULL ? XC_NO_MEMORY : XC_OK;
}

static enum xc_status
make_groups(struct xc_corpus_gathering *gathering)
{
    const struct xc_corpus_component_vec *components = &gathering->components;
    struct xc_corpus_groups *out = &gathering->out;
    struct xc_corpus_rooted_edge_vec rooted = {NULL, 0, 0};
    enum xc_status status = xc_corpus_root_edges(gathering, &rooted);
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
            status = xc_corpus_make_links(gathering, &rooted,
                                          &components->items[gathering->order[first]],
                                          &out->items[g]);
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
    struct xc_corpus_gathering gathering = {.corpus = corpus, .arena = arena};
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
