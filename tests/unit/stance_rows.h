/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of the tests of stance and voice: a small article with a [[target]] in it, and
 * what must be read there.
 *
 * An article's blocks stand on lines of their own: "# " begins a headline, "> " a block
 * quotation, anything else is a paragraph.
 */
#ifndef XC_TESTS_STANCE_ROWS_H
#define XC_TESTS_STANCE_ROWS_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "stance/retraction.h"
#include "suite.h"

struct stance_row {
    const char *name;
    const char *article;
    const char *stance;     /* NULL: not looked at */
    const char *voice;      /* "own", "speaker", "unnamed"; NULL: not looked at */
    const char *speaker;    /* name as written; "" none; NULL: not looked at */
    const char *commitment; /* NULL: not looked at */
    int quoted;             /* 1, 0; -1: not looked at */
};

/* The rest of a row that looks at the stance alone. */
#define STANCE_ONLY NULL, NULL, NULL, -1

enum { STANCE_ROW_BYTES = 1024, STANCE_ROW_BLOCKS = 8 };

struct stance_article {
    char bytes[STANCE_ROW_BYTES];
    size_t len;
    struct xc_span target;
    struct xc_span runs[STANCE_ROW_BLOCKS];
    struct xc_block blocks[STANCE_ROW_BLOCKS];
    size_t n_blocks;
};

/* Takes the brackets out and cuts the lines. */
static inline void
stance_article_set(const char *from, struct stance_article *out)
{
    const char *open = strstr(from, "[[");
    const char *close = strstr(from, "]]");
    size_t start = 0;

    ck_assert_msg(open != NULL && close != NULL && strlen(from) < sizeof out->bytes,
                  "no target in: %s", from);
    out->len = (size_t)snprintf(out->bytes, sizeof out->bytes, "%.*s%.*s%s",
                                (int)(open - from), from, (int)(close - open - 2),
                                open + 2, close + 2);
    out->target = (struct xc_span){(size_t)(open - from), (size_t)(close - open - 2)};
    out->n_blocks = 0;
    while (start < out->len) {
        const char *end = memchr(out->bytes + start, '\n', out->len - start);
        size_t stop = end == NULL ? out->len : (size_t)(end - out->bytes);
        struct xc_block *block = &out->blocks[out->n_blocks];
        enum xc_block_kind kind = XC_BLOCK_PARAGRAPH;

        ck_assert_uint_lt(out->n_blocks, STANCE_ROW_BLOCKS);
        if (out->bytes[start] == '#')
            kind = XC_BLOCK_HEADLINE;
        if (out->bytes[start] == '>')
            kind = XC_BLOCK_QUOTATION;
        if (kind != XC_BLOCK_PARAGRAPH)
            start += 2;
        out->runs[out->n_blocks] = (struct xc_span){start, stop - start};
        *block =
            (struct xc_block){kind, &out->runs[out->n_blocks], 1, out->n_blocks + 1};
        out->n_blocks++;
        start = stop + 1;
    }
}

/* The reading of the article's target; borrows from arena and article. */
static inline struct xc_stance_reading
stance_article_read(const struct xc_lexicon *lexicon,
                    const struct stance_article *article, struct xc_arena *arena)
{
    struct xc_str bytes = {article->bytes, article->len};
    struct xc_retractions *retractions;
    struct xc_stance_reading reading;
    struct xc_target target = {0};
    struct xc_text text;
    size_t i;

    ck_assert_int_eq(xc_text_build(&lexicon->text, bytes, article->blocks,
                                   article->n_blocks, arena, &text),
                     XC_OK);
    target.words.first = SIZE_MAX;
    for (i = 0; i < text.words.n; i++) {
        struct xc_span span = xc_text_span(&text, (struct xc_range){i, i + 1});

        if (!xc_span_overlaps(span, article->target))
            continue;
        if (target.words.first == SIZE_MAX)
            target.words.first = i;
        target.words.end = i + 1;
    }
    ck_assert_msg(target.words.first != SIZE_MAX, "no word in: %s", article->bytes);
    target.sentence = xc_text_sentence_of(&text, target.words.first);
    ck_assert_int_eq(xc_retractions_new(lexicon, &text, arena, &retractions), XC_OK);
    ck_assert_int_eq(xc_retractions_weigh(retractions, &target, arena, &reading),
                     XC_OK);
    return reading;
}

/* Whether the row holds; prints what came otherwise. */
static inline bool
stance_row_holds(const struct xc_lexicon *lexicon, const struct stance_row *row)
{
    struct stance_article article;
    struct xc_stance_reading reading;
    struct xc_arena arena;
    const char *commitment;
    bool ok;

    xc_arena_init(&arena);
    stance_article_set(row->article, &article);
    reading = stance_article_read(lexicon, &article, &arena);
    commitment = xc_commitment_name(reading.voice.commitment);
    if (commitment == NULL)
        commitment = "none";
    ok = (row->stance == NULL ||
          strcmp(row->stance, xc_stance_name(reading.stance)) == 0) &&
         (row->voice == NULL ||
          strcmp(row->voice, xc_voice_kind_name(reading.voice.kind)) == 0) &&
         (row->speaker == NULL || xc_str_is(reading.voice.name, row->speaker)) &&
         (row->commitment == NULL || strcmp(row->commitment, commitment) == 0) &&
         (row->quoted < 0 || (row->quoted == 1) == reading.voice.quoted);
    if (!ok)
        fprintf(stderr, "%s: %s\n  got %s, %s '%.*s', %s, %s; steps:\n%.*s", row->name,
                article.bytes, xc_stance_name(reading.stance),
                xc_voice_kind_name(reading.voice.kind), (int)reading.voice.name.len,
                reading.voice.name.len == 0 ? "" : reading.voice.name.ptr, commitment,
                reading.voice.quoted ? "quoted" : "not quoted", (int)reading.trace.len,
                reading.trace.ptr);
    xc_arena_release(&arena);
    return ok;
}

/* Runs all rows; fails when one of them does not hold. */
static inline void
stance_rows_run(const struct stance_row *rows, size_t n)
{
    struct xc_arena program;
    struct xc_lexicon lexicon;
    struct xc_problems problems;
    size_t n_failed = 0;
    size_t i;

    xc_arena_init(&program);
    xc_problems_init(&problems, &program);
    ck_assert_int_eq(xc_lexicon_load(&program, &lexicon, &problems), XC_OK);
    for (i = 0; i < n; i++)
        n_failed += !stance_row_holds(&lexicon, &rows[i]);
    ck_assert_msg(n_failed == 0, "%zu of %zu rows failed", n_failed, n);
    xc_arena_release(&program);
}

#endif
