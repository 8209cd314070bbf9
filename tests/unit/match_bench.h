/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the tests of match/ and event/ work with: the words of the lexicon, articles from
 * plain text, topics from patterns.
 */
#ifndef XC_TESTS_MATCH_BENCH_H
#define XC_TESTS_MATCH_BENCH_H

#include <check.h>
#include <string.h>

#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "match/matcher.h"

#define BENCH_MAX_BLOCKS 32

struct match_bench {
    struct xc_arena words;   /* lexicon */
    struct xc_arena rules;   /* topics */
    struct xc_arena article; /* reset by bench_text */
    struct xc_lexicon lexicon;
    struct xc_problems problems;
    struct xc_topic_vec topics;
};

static inline void
bench_words(struct match_bench *bench, const char *name, struct xc_table *out)
{
    struct xc_str rest = xc_lexicon_file(name);
    struct xc_str line;
    size_t value;

    while (xc_str_split(&rest, '\n', &line)) {
        if (line.len > 0 && line.ptr[0] != '#')
            ck_assert(xc_table_add(out, line, 0, &bench->words, &value));
    }
}

/* Only what these rooms use of the lexicon: no cues. */
static inline void
bench_lexicon(struct match_bench *bench)
{
    struct xc_lexicon *lexicon = &bench->lexicon;
    struct xc_arena *arena = &bench->words;
    struct xc_value_files files = {
        .numbers = xc_lexicon_file("numbers"),
        .units = xc_lexicon_file("units"),
        .currencies = xc_lexicon_file("currencies"),
        .approximators = xc_lexicon_file("approximators"),
        .calendar = xc_lexicon_file("calendar"),
        .colours = xc_lexicon_file("colours"),
    };

    ck_assert_int_eq(xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                                       xc_lexicon_file("number-words"), arena,
                                       &lexicon->text.words),
                     XC_OK);
    ck_assert_int_eq(xc_sentence_rules_new(xc_lexicon_file("abbreviations"), arena,
                                           &lexicon->text.sentences),
                     XC_OK);
    ck_assert_int_eq(
        xc_clause_rules_new(xc_lexicon_file("clause-words"), arena, &lexicon->clauses),
        XC_OK);
    ck_assert_int_eq(xc_inflection_new(xc_lexicon_file("irregular"),
                                       xc_lexicon_file("inflection-fixed"), arena,
                                       &lexicon->inflection),
                     XC_OK);
    ck_assert_int_eq(
        xc_value_words_new(&files, lexicon->text.words, arena, &lexicon->values),
        XC_OK);
    bench_words(bench, "common-words", &lexicon->common_words);
}

static inline void
bench_init(struct match_bench *bench)
{
    *bench = (struct match_bench){.topics = {NULL, 0, 0}};
    xc_arena_init(&bench->words);
    xc_arena_init(&bench->rules);
    xc_arena_init(&bench->article);
    xc_problems_init(&bench->problems, &bench->words);
    bench_lexicon(bench);
}

static inline void
bench_release_topics(struct match_bench *bench)
{
    size_t t;
    size_t c;
    size_t i;

    for (t = 0; t < bench->topics.n; t++) {
        struct xc_topic *topic = &bench->topics.items[t];
        for (i = 0; i < topic->n_about; i++)
            xc_pattern_release(topic->about[i]);
        for (c = 0; c < topic->n_claims; c++) {
            for (i = 0; i < topic->claims[c].n_match; i++)
                xc_pattern_release(topic->claims[c].match[i]);
            for (i = 0; i < topic->claims[c].n_unless; i++)
                xc_pattern_release(topic->claims[c].unless[i]);
        }
    }
    bench->topics = (struct xc_topic_vec){NULL, 0, 0};
}

/* Makes room for other topics; the lexicon stays. */
static inline void
bench_forget_topics(struct match_bench *bench)
{
    bench_release_topics(bench);
    xc_arena_reset(&bench->rules);
}

static inline void
bench_release(struct match_bench *bench)
{
    bench_release_topics(bench);
    xc_arena_release(&bench->article);
    xc_arena_release(&bench->rules);
    xc_arena_release(&bench->words);
}

/* Splits text into one block for each piece between newlines; a piece that begins with
 * "# " is a headline.  The article's memory is reset first. */
static inline void
bench_text(struct match_bench *bench, const char *article, struct xc_text *out)
{
    struct xc_str text = xc_str_of(article);
    struct xc_block *blocks;
    struct xc_span *runs;
    size_t n = 0;
    size_t at = 0;

    xc_arena_reset(&bench->article);
    blocks = xc_arena_array(&bench->article, BENCH_MAX_BLOCKS, sizeof *blocks);
    runs = xc_arena_array(&bench->article, BENCH_MAX_BLOCKS, sizeof *runs);
    ck_assert(blocks != NULL && runs != NULL);
    while (at < text.len) {
        size_t end = xc_str_find(text, at, '\n');
        bool headline = xc_str_starts(xc_str_sub(text, at, end - at), "# ");
        size_t from = headline ? at + 2 : at;
        ck_assert_uint_lt(n, BENCH_MAX_BLOCKS);
        runs[n] = (struct xc_span){from, end - from};
        blocks[n] =
            (struct xc_block){.kind = headline ? XC_BLOCK_HEADLINE : XC_BLOCK_PARAGRAPH,
                              .runs = &runs[n],
                              .n_runs = 1,
                              .line = n + 1};
        n++;
        at = end + 1;
    }
    ck_assert_int_eq(
        xc_text_build(&bench->lexicon.text, text, blocks, n, &bench->article, out),
        XC_OK);
}

/* A topic without claims at line 1 of "topic.yaml". */
static inline struct xc_topic *
bench_topic(struct match_bench *bench)
{
    struct xc_topic *topic = XC_VEC_ADD(&bench->topics, &bench->rules);

    ck_assert_ptr_nonnull(topic);
    topic->id = XC_STR("topic");
    topic->file = XC_STR("topic.yaml");
    return topic;
}

/* Appends the pattern, ready for PCRE2 even when it is of words, to a list of at most 4,
 * unless it is malformed. */
static inline bool
bench_pattern(struct match_bench *bench, struct xc_pattern_context *context,
              struct xc_str text, struct xc_pattern ***list, size_t *n)
{
    struct xc_pattern *pattern;
    enum xc_status status;

    context->lexicon = &bench->lexicon;
    context->place.path = XC_STR("topic.yaml");
    context->place.line = 7;
    context->place.column = 9;
    if (*list == NULL)
        *list = xc_arena_array(&bench->rules, 4, sizeof(struct xc_pattern *));
    ck_assert(*list != NULL && *n < 4);
    status = xc_pattern_new(context, text, &bench->rules, &pattern, &bench->problems);
    if (status != XC_OK)
        return false;
    ck_assert(xc_pattern_compile(pattern, &bench->rules) == XC_OK);
    (*list)[(*n)++] = pattern;
    return true;
}

/* Lists the slots of the claim's match patterns, as the loader does. */
static inline void
bench_slots(struct match_bench *bench, struct xc_claim *claim)
{
    size_t p;
    size_t i;
    size_t j;

    claim->slots = xc_arena_array(&bench->rules, 16, sizeof *claim->slots);
    ck_assert_ptr_nonnull(claim->slots);
    for (p = 0; p < claim->n_match; p++) {
        for (i = 0; i < claim->match[p]->n_slots; i++) {
            const struct xc_slot *slot = &claim->match[p]->slots[i];
            for (j = 0; j < claim->n_slots; j++) {
                if (xc_str_equal(claim->slots[j].name, slot->name))
                    break;
            }
            if (j < claim->n_slots)
                continue;
            ck_assert_uint_lt(claim->n_slots, 16);
            claim->slots[claim->n_slots++] =
                (struct xc_claim_slot){.name = slot->name, .kind = slot->kind};
        }
    }
}

#endif
