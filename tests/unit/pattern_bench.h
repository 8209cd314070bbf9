/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the tests of rule/ work with: the words of the lexicon, a pattern in a file of
 * its own, a sentence as the subject that patterns see.
 */
#ifndef XC_TESTS_PATTERN_BENCH_H
#define XC_TESTS_PATTERN_BENCH_H

#include <check.h>
#include <string.h>

#include "lexicon/lexicon.h"
#include "rule/pattern.h"

struct bench {
    struct xc_arena arena;
    struct xc_lexicon lexicon; /* words, inflection and common words only */
    struct xc_problems problems;
    struct xc_regex_scratch *scratch;
    struct xc_term terms[3];
};

static inline void
bench_common_words(struct bench *bench)
{
    struct xc_str rest = xc_lexicon_file("common-words");
    struct xc_str line;
    size_t value;

    while (xc_str_split(&rest, '\n', &line)) {
        if (line.len > 0 && line.ptr[0] != '#')
            ck_assert(xc_table_add(&bench->lexicon.common_words, line, 0, &bench->arena,
                                   &value));
    }
}

static inline void
bench_init(struct bench *bench)
{
    static struct xc_str ties[] = {{"tie", 3}, {"lace", 4}, {"do up", 5}};
    static struct xc_str corsets[] = {{"corset", 6}, {"bodice", 6}};
    static struct xc_str clubs[] = {{"Rolls-Royce", 11}, {"=AC Milan", 9}};

    *bench = (struct bench){.scratch = xc_regex_scratch_new()};
    ck_assert_ptr_nonnull(bench->scratch);
    xc_arena_init(&bench->arena);
    xc_problems_init(&bench->problems, &bench->arena);
    ck_assert_int_eq(xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                                       xc_lexicon_file("number-words"), &bench->arena,
                                       &bench->lexicon.text.words),
                     XC_OK);
    ck_assert_int_eq(xc_inflection_new(xc_lexicon_file("irregular"),
                                       xc_lexicon_file("inflection-fixed"),
                                       &bench->arena, &bench->lexicon.inflection),
                     XC_OK);
    bench_common_words(bench);
    bench->terms[0] = (struct xc_term){XC_STR("tie"), ties, 3, NULL, 3, 3, false};
    bench->terms[1] = (struct xc_term){XC_STR("corset"), corsets, 2, NULL, 4, 3, false};
    bench->terms[2] = (struct xc_term){XC_STR("club"), clubs, 2, NULL, 5, 3, false};
}

static inline void
bench_release(struct bench *bench)
{
    xc_regex_scratch_free(bench->scratch);
    xc_arena_release(&bench->arena);
}

/* A pattern that stands alone in line 7 of its file, after "match: "; compiled even when
 * it is of words. */
static inline enum xc_status
bench_pattern(struct bench *bench, const char *text, const struct xc_slot *declared,
              size_t n_declared, struct xc_pattern **out)
{
    struct xc_str excerpt = xc_arena_printf(&bench->arena, "match: %s", text);
    struct xc_pattern_context context = {
        .lexicon = &bench->lexicon,
        .terms = bench->terms,
        .n_terms = 3,
        .declared = declared,
        .n_declared = n_declared,
        .place = {XC_STR("rules/gala.yaml"), 7, 8, excerpt}};

    enum xc_status status;

    status =
        xc_pattern_new(&context, xc_str_of(text), &bench->arena, out, &bench->problems);
    return status == XC_OK ? xc_pattern_compile(*out, &bench->arena) : status;
}

/* The word keys of a sentence, joined by single spaces. */
static inline struct xc_str
bench_subject(struct bench *bench, const char *sentence)
{
    struct xc_str subject = XC_STR("");
    struct xc_str *keys = NULL;
    size_t n = 0;
    size_t i;

    ck_assert_int_eq(xc_words_of_text(bench->lexicon.text.words, xc_str_of(sentence),
                                      &bench->arena, &keys, &n),
                     XC_OK);
    for (i = 0; i < n; i++)
        subject =
            xc_arena_printf(&bench->arena, "%.*s%s%.*s", (int)subject.len, subject.ptr,
                            i == 0 ? "" : " ", (int)keys[i].len, keys[i].ptr);
    return subject;
}

/* n times text, after before and with after behind it. */
static inline const char *
bench_repeat(struct bench *bench, const char *before, const char *text, size_t n,
             const char *after)
{
    size_t len = strlen(before) + strlen(text) * n + strlen(after);
    char *made = xc_arena_alloc(&bench->arena, len + 1);
    char *at = made;
    size_t i;

    ck_assert_ptr_nonnull(made);
    memcpy(at, before, strlen(before));
    at += strlen(before);
    for (i = 0; i < n; i++, at += strlen(text))
        memcpy(at, text, strlen(text));
    memcpy(at, after, strlen(after) + 1);
    return made;
}

#endif
