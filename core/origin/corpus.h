/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A corpus: which sentences of many articles trace back to one another, without any rule.
 *
 *     xc_corpus_init(&corpus, &rules, scratch, &arena);
 *     for each article: xc_corpus_add(&corpus, &facts, &text, &article_arena);
 *     xc_corpus_join(&corpus);                  origin/corpus_join.h
 *     xc_corpus_group(&corpus, …);              origin/corpus_groups.h
 *
 * Sentences are what is joined, not articles: two reports that quote the same sentence
 * share that and nothing else.  Of an article only a few bytes stay in memory; the rest
 * goes to scratch space.  Nothing is compared with everything: entries are sorted, and
 * what has the same key is looked at.
 */
#ifndef XC_ORIGIN_CORPUS_H
#define XC_ORIGIN_CORPUS_H

#include "origin/compared.h"
#include "origin/origin.h"
#include "origin/shards.h"

/* The streams of scratch space that a corpus needs: six sets of shards, and three. */
#define XC_CORPUS_ARTICLES ((size_t)6 * XC_N_SHARDS)
#define XC_CORPUS_PIECES (XC_CORPUS_ARTICLES + 1)
#define XC_CORPUS_EDGES (XC_CORPUS_ARTICLES + 2)
#define XC_CORPUS_STREAMS (XC_CORPUS_ARTICLES + 3)

/* What is known of an article beside its text. */
struct xc_corpus_facts {
    uint32_t publisher; /* a number for each; 0 unknown, which equals nothing */
    int32_t day;        /* published; INT32_MIN unknown */
};

/* An article: where it stands in scratch space, and its sentences among all. */
struct xc_corpus_article {
    uint64_t off_bytes;
    uint32_t n_words;
    uint32_t n_sentences;
    uint32_t first_sentence;
    struct xc_corpus_facts facts;
};

struct xc_corpus_article_vec {
    struct xc_corpus_article *items;
    size_t n;
    size_t cap;
};

/* A sentence as it stands in scratch space. */
struct xc_corpus_sentence {
    uint32_t first_word; /* among the article's words that are compared */
    uint32_t line;       /* of its block */
    uint32_t off_bytes;  /* in the article's text */
    uint32_t len_bytes;
};

/* A piece of a quotation: its folded text in scratch space. */
struct xc_corpus_piece {
    uint64_t off_bytes;
    uint32_t len_bytes;
    uint32_t sentence; /* among all */
};

struct xc_corpus_piece_vec {
    struct xc_corpus_piece *items;
    size_t n;
    size_t cap;
};

/* Two sentences that were joined, and why. */
struct xc_corpus_edge {
    uint32_t a; /* a < b, among all sentences */
    uint32_t b;
    uint32_t first_word; /* of a's article: what both share */
    uint16_t n_words;
    uint16_t reason; /* enum xc_origin_reason */
};

struct xc_corpus {
    const struct xc_origin_rules *rules;
    const struct xc_scratch *scratch;
    struct xc_arena *arena;
    struct xc_vocabulary vocabulary;
    struct xc_corpus_article_vec articles;
    struct xc_corpus_piece_vec pieces;
    uint64_t n_article_bytes;
    uint64_t n_piece_bytes;
    size_t n_sentences;
    /* Keys with what has them: sentences (a sentence), blocks (b sentence, a their
     * neighbours), grams (article, word), pieces and shingles (piece), and pairs of
     * articles (key) with the words where they share a gram. */
    struct xc_shards sentences;
    struct xc_shards blocks;
    struct xc_shards grams;
    struct xc_shards equal_pieces;
    struct xc_shards shingles;
    struct xc_shards pairs;
    /* From joining on: */
    uint32_t *parent;     /* of each sentence */
    unsigned char *inert; /* a bit for each: boilerplate */
    size_t n_edges;       /* in scratch space: those that joined two groups */
};

/* Makes an empty corpus; rules, scratch (with XC_CORPUS_STREAMS streams) and arena are
 * borrowed. */
void xc_corpus_init(struct xc_corpus *corpus, const struct xc_origin_rules *rules,
                    const struct xc_scratch *scratch, struct xc_arena *arena);

/*
 * Adds an article.  scratch memory comes from article.  XC_IO_FAILED: scratch space,
 * told.  XC_NO_MEMORY also when there are more than XC_MAX_CORPUS_SENTENCES.
 */
XC_MUST_CHECK enum xc_status xc_corpus_add(struct xc_corpus *corpus,
                                           const struct xc_corpus_facts *facts,
                                           const struct xc_text *text,
                                           struct xc_arena *article);

/* The article that sentence number s belongs to. */
size_t xc_corpus_article_of(const struct xc_corpus *corpus, uint32_t s);

/* Reads the sentences of an article back into *out (arena). */
XC_MUST_CHECK enum xc_status xc_corpus_read_sentences(const struct xc_corpus *corpus,
                                                      size_t article,
                                                      struct xc_arena *arena,
                                                      struct xc_corpus_sentence **out);

/* Reads words [range) of an article back as vocabulary numbers into *out (arena); what
 * begins with a capital has the bit XC_CORPUS_CAPITAL, what stands in a stock phrase
 * XC_CORPUS_STOCK. */
#define XC_CORPUS_CAPITAL ((uint32_t)1 << 31)
#define XC_CORPUS_STOCK ((uint32_t)1 << 30)
#define XC_CORPUS_NUMBER (XC_CORPUS_STOCK - 1)
XC_MUST_CHECK enum xc_status xc_corpus_read_words(const struct xc_corpus *corpus,
                                                  size_t article, struct xc_range range,
                                                  struct xc_arena *arena,
                                                  uint32_t **out);

#endif
