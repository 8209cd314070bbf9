/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/corpus_groups.h"

#include <stdio.h>

#include "lexicon/lexicon.h"

#include "memory_scratch.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_lexicon lexicon;
static struct xc_origin_rules rules;
static struct memory_scratch memory;

#define ROPES "Divers found heavy ropes near the old pillar and cut all of them loose. "
#define LANES                                                                          \
    "The harbour master closed both lanes of the bridge until dawn on Sunday. "
#define BREAD "Bakers in the market baked a bridge of bread with towers of dark rye. "
#define GOAT                                                                           \
    "A goat walked into the town hall and slept beneath an admiral's portrait. "
#define CHOIR                                                                          \
    "The choir found a new organist who used to repair old clocks for a living. "

/* Adds an article of one block for each line of bytes. */
static enum xc_status
add(struct xc_corpus *corpus, const char *bytes, uint32_t publisher)
{
    const struct xc_corpus_facts facts = {publisher, INT32_MIN};
    struct xc_str article = xc_str_of(bytes);
    struct xc_str rest = article;
    struct xc_span runs[8];
    struct xc_block blocks[8];
    struct xc_text text;
    struct xc_str line;
    size_t n = 0;

    while (article.len > 0 && xc_str_split(&rest, '\n', &line)) {
        ck_assert_uint_lt(n, XC_COUNT(blocks));
        runs[n] = (struct xc_span){(size_t)(line.ptr - article.ptr), line.len};
        blocks[n] = (struct xc_block){XC_BLOCK_PARAGRAPH, &runs[n], 1, n + 1};
        n++;
    }
    ck_assert_int_eq(xc_text_build(&lexicon.text, article, blocks, n, &arena, &text),
                     XC_OK);
    return xc_corpus_add(corpus, &facts, &text, &arena);
}

/* Groups articles[0..n), each of another publisher unless publishers says so; the
 * scratch space's n_left-th call fails. */
static enum xc_status
group(const char *const *articles, const uint32_t *publishers, size_t n, size_t n_left,
      struct xc_corpus_groups *out)
{
    const struct xc_scratch scratch = memory_scratch(&memory, &arena, n_left);
    struct xc_corpus corpus;
    enum xc_status status = XC_OK;
    size_t i;

    xc_corpus_init(&corpus, &rules, &scratch, &arena);
    for (i = 0; i < n && status == XC_OK; i++)
        status = add(&corpus, articles[i],
                     publishers == NULL ? (uint32_t)i + 1 : publishers[i]);
    if (status == XC_OK)
        status = xc_corpus_join(&corpus);
    if (status == XC_OK)
        status = xc_corpus_group(&corpus, &arena, out);
    return status;
}

/* The groups as their articles: "0 1 | 1 2". */
static struct xc_str
shown(const struct xc_corpus_groups *groups)
{
    struct xc_str all = XC_STR("");
    size_t g;
    size_t p;

    for (g = 0; g < groups->n; g++) {
        const struct xc_corpus_group *of = &groups->items[g];

        ck_assert_uint_eq(of->n_links, of->n_articles - 1);
        for (p = 0; p < of->n_places; p++) {
            if (p == 0 || of->places[p].article != of->places[p - 1].article)
                all = xc_arena_printf(&arena, "%.*s%s%u", (int)all.len, all.ptr,
                                      p > 0   ? " "
                                      : g > 0 ? " | "
                                              : "",
                                      (unsigned)of->places[p].article);
        }
    }
    return all;
}

START_TEST(corpus_articles_fall_into_groups)
{
    static const struct {
        const char *name;
        const char *articles[4];
        size_t n;
        const char *groups;
    } rows[] = {
        {"none", {NULL}, 0, ""},
        {"an empty one", {"", ""}, 2, ""},
        {"a reprint", {ROPES LANES, GOAT, ROPES LANES}, 3, "0 2"},
        {"nothing in common", {ROPES, GOAT, BREAD, CHOIR}, 4, ""},
        {"a chain is two groups", {ROPES, ROPES BREAD, BREAD}, 3, "0 1 | 1 2"},
        {"the same sentence twice in one article", {ROPES ROPES, GOAT}, 2, ""},
        {"a word changed",
         {"Divers found heavy ropes near the old pillar and then cut all of them "
          "loose.",
          ROPES},
         2,
         "0 1"},
        {"too few words",
         {"It was cold that night.", "It was cold that night."},
         2,
         ""},
        {"a quotation",
         {"\"We tied the ropes to the iron rail,\" she said.",
          "He wrote: \"[We] tied the ropes ... to the iron rail.\""},
         2,
         "0 1"},
        {"another number",
         {"Divers found 30 ropes near the old wooden pillar and cut all of them loose.",
          "Divers found 40 ropes near the old wooden pillar and cut all of them "
          "loose."},
         2,
         ""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_corpus_groups groups;
        struct xc_str found;

        ck_assert_int_eq(group(rows[i].articles, NULL, rows[i].n, SIZE_MAX, &groups),
                         XC_OK);
        found = shown(&groups);
        ck_assert_msg(xc_str_is(found, rows[i].groups), "%s: %.*s", rows[i].name,
                      (int)found.len, found.ptr);
    }
}
END_TEST

/* The same line under three stories of one paper is its furniture; of three papers that
 * share one story it is not, nor when it always stands between the same blocks. */
START_TEST(corpus_boilerplate_joins_nothing)
{
    static const char *const apart[] = {GOAT "\n" ROPES, CHOIR "\n" ROPES,
                                        BREAD "\n" ROPES, ROPES};
    static const char *const alike[] = {GOAT "\n" ROPES, GOAT "\n" ROPES,
                                        GOAT "\n" ROPES, ROPES};
    static const uint32_t one[] = {1, 1, 1, 2};
    static const uint32_t several[] = {1, 2, 3, 4};
    static const uint32_t unknown[] = {0, 0, 0, 0};
    struct xc_corpus_groups groups;

    ck_assert_int_eq(group(apart, one, 4, SIZE_MAX, &groups), XC_OK);
    ck_assert(xc_str_is(shown(&groups), ""));
    ck_assert_int_eq(group(apart, several, 4, SIZE_MAX, &groups), XC_OK);
    ck_assert(xc_str_is(shown(&groups), "0 1 2 3"));
    ck_assert_int_eq(group(apart, unknown, 4, SIZE_MAX, &groups), XC_OK);
    ck_assert(xc_str_is(shown(&groups), "0 1 2 3"));
    ck_assert_int_eq(group(alike, one, 4, SIZE_MAX, &groups), XC_OK);
    ck_assert(xc_str_is(shown(&groups), "0 1 2 3 | 0 1 2"));
}
END_TEST

START_TEST(corpus_reprints_are_one_whatever_their_number)
{
    enum { TIMES = 500 };
    const char *articles[TIMES];
    struct xc_corpus_groups groups;
    size_t i;

    for (i = 0; i < TIMES; i++)
        articles[i] = ROPES LANES "\n" GOAT;
    ck_assert_int_eq(group(articles, NULL, TIMES, SIZE_MAX, &groups), XC_OK);
    ck_assert_uint_eq(groups.n, 1);
    ck_assert_uint_eq(groups.items[0].n_articles, TIMES);
    ck_assert_uint_eq(groups.items[0].n_sentences, 3);
    ck_assert_uint_eq(groups.n_grouped, TIMES);
}
END_TEST

/* Whichever call of the scratch space fails, the failure is what comes back. */
START_TEST(corpus_failure_of_scratch_space_is_told)
{
    static const char *const articles[] = {
        ROPES LANES, ROPES BREAD,
        "\"We tied the ropes to the iron rail,\" she said. It was over by noon that "
        "day.",
        "He wrote: \"[We] tied the ropes ... to the iron rail.\""};
    struct xc_corpus_groups groups;
    size_t n_left = 0;

    while (group(articles, NULL, XC_COUNT(articles), n_left, &groups) == XC_IO_FAILED)
        n_left++;
    ck_assert_uint_gt(n_left, 50);
    ck_assert_int_eq(group(articles, NULL, XC_COUNT(articles), n_left, &groups), XC_OK);
}
END_TEST

START_TEST(corpus_shards_are_sorted_and_stable)
{
    enum { N = 3000 };
    const struct xc_scratch scratch = memory_scratch(&memory, &arena, SIZE_MAX);
    struct xc_shards shards;
    size_t n_seen = 0;
    size_t shard;
    size_t i;

    xc_shards_init(&shards, &scratch, 0);
    for (i = 0; i < N; i++) {
        struct xc_entry entry = {0x9E3779B97F4A7C15u * (i % 700), (uint32_t)i, 0};

        ck_assert_int_eq(xc_shards_add(&shards, &entry), XC_OK);
    }
    for (shard = 0; shard < XC_N_SHARDS; shard++) {
        struct xc_entry *entries;
        size_t n;

        ck_assert_int_eq(xc_shards_load(&shards, shard, &arena, &entries, &n), XC_OK);
        for (i = 1; i < n; i++)
            ck_assert(entries[i - 1].key < entries[i].key ||
                      (entries[i - 1].key == entries[i].key &&
                       entries[i - 1].a < entries[i].a));
        n_seen += n;
    }
    ck_assert_uint_eq(n_seen, N);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        corpus_articles_fall_into_groups,
        corpus_boilerplate_joins_nothing,
        corpus_reprints_are_one_whatever_their_number,
        corpus_failure_of_scratch_space_is_told,
        corpus_shards_are_sorted_and_stable,
        NULL,
    };
    struct xc_problems problems;
    int code;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    if (xc_lexicon_load(&arena, &lexicon, &problems) != XC_OK ||
        xc_origin_rules_load(&arena, &rules) != XC_OK)
        return EXIT_FAILURE;
    code = suite_run("corpus", tests);
    xc_arena_release(&arena);
    return code;
}
