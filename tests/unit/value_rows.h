/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of sentences and of what their values state: "£3.5 million = 3500000 GBP".
 */
#ifndef XC_TEST_VALUE_ROWS_H
#define XC_TEST_VALUE_ROWS_H

#include "lexicon/lexicon.h"
#include "suite.h"
#include "value/recognise.h"
#include "value/timex.h"

struct value_row {
    const char *sentence;
    const char *expected;
};

struct value_bench {
    struct xc_arena program;
    struct xc_arena article;
    struct xc_text_rules rules;
    const struct xc_value_words *words;
};

static bool
value_bench_load(struct value_bench *bench)
{
    const struct xc_value_files files = {
        .numbers = xc_lexicon_file("numbers"),
        .units = xc_lexicon_file("units"),
        .currencies = xc_lexicon_file("currencies"),
        .approximators = xc_lexicon_file("approximators"),
        .calendar = xc_lexicon_file("calendar"),
        .colours = xc_lexicon_file("colours"),
        .names = xc_lexicon_file("names"),
    };

    xc_arena_init(&bench->program);
    xc_arena_init(&bench->article);
    return xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                             xc_lexicon_file("number-words"), &bench->program,
                             &bench->rules.words) == XC_OK &&
           xc_sentence_rules_new(xc_lexicon_file("abbreviations"), &bench->program,
                                 &bench->rules.sentences) == XC_OK &&
           xc_value_words_new(&files, bench->rules.words, &bench->program,
                              &bench->words) == XC_OK;
}

static void
value_bench_release(struct value_bench *bench)
{
    xc_arena_release(&bench->program);
    xc_arena_release(&bench->article);
}

/* "text = value unit" of every hit of kind, "; " between. */
static inline struct xc_str
value_bench_tell(struct value_bench *bench, struct xc_str bytes,
                 enum xc_value_kind kind, const struct xc_date *published)
{
    struct xc_span run = {0, bytes.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_value_hit_vec hits = {NULL, 0, 0};
    struct xc_str all = XC_STR("");
    struct xc_text text;
    size_t i;

    ck_assert_int_eq(
        xc_text_build(&bench->rules, bytes, &block, 1, &bench->article, &text), XC_OK);
    for (i = 0; i < text.n_sentences; i++)
        ck_assert_int_eq(xc_values_find(bench->words, &text, text.sentences[i].words,
                                        published, &bench->article, &hits),
                         XC_OK);
    for (i = 0; i < hits.n; i++) {
        const struct xc_value *value = &hits.items[i].value;
        struct xc_str said = xc_str_at(bytes, value->stated_at);
        struct xc_str stated = xc_value_stated(value, &bench->article);

        if (value->kind != kind)
            continue;
        ck_assert(stated.ptr != NULL);
        all =
            xc_arena_printf(&bench->article, "%.*s%s%.*s = %.*s%s%.*s", (int)all.len,
                            all.ptr, all.len > 0 ? "; " : "", (int)said.len, said.ptr,
                            (int)stated.len, stated.ptr, value->unit.len > 0 ? " " : "",
                            (int)value->unit.len, value->unit.ptr);
    }
    return all;
}

static inline void
value_bench_check(struct value_bench *bench, const struct value_row *rows, size_t n,
                  enum xc_value_kind kind, const struct xc_date *published)
{
    size_t i;

    for (i = 0; i < n; i++) {
        struct xc_str got =
            value_bench_tell(bench, xc_str_of(rows[i].sentence), kind, published);

        ck_assert_msg(xc_str_is(got, rows[i].expected), "%s\n  got  %.*s\n  want %s",
                      rows[i].sentence, (int)got.len, got.ptr, rows[i].expected);
        xc_arena_reset(&bench->article);
    }
}

#endif
