/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every entry of the cue lists, by its own two sentences: the changed one gets its
 * stance, the other keeps its own, and without the entry the first one fails.
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "stance/headline.h"
#include "suite.h"

/* An example taken apart: "denied: The star failed to [attend]." */
struct example {
    struct xc_str stance;
    char text[512];
    bool is_headline;      /* without a target */
    struct xc_span target; /* in text */
};

static void
parse(struct xc_str from, struct example *out)
{
    size_t colon = xc_str_find(from, 0, ':');
    size_t open = xc_str_find(from, 0, '[');
    size_t close = xc_str_find(from, 0, ']');
    struct xc_str text = xc_str_trim(xc_str_sub(from, colon + 1, from.len - colon - 1));
    size_t lead = (size_t)(from.ptr + open - text.ptr);

    out->stance = xc_str_sub(from, 0, colon);
    out->is_headline = open == from.len;
    ck_assert_uint_lt(from.len, sizeof out->text);
    if (out->is_headline) {
        (void)snprintf(out->text, sizeof out->text, "%.*s", (int)text.len, text.ptr);
        return;
    }
    out->target = (struct xc_span){lead, close - open - 1};
    (void)snprintf(out->text, sizeof out->text, "%.*s%.*s%.*s", (int)lead, text.ptr,
                   (int)(close - open - 1), from.ptr + open + 1,
                   (int)(from.len - close - 1), from.ptr + close + 1);
}

/* The target is set to the words of the text that the example's brackets hold. */
static struct xc_target
find_target(const struct xc_text *text, const struct example *example)
{
    struct xc_target target = {.words = {SIZE_MAX, 0}};
    size_t i;

    for (i = 0; i < text->words.n; i++) {
        struct xc_span span = xc_text_span(text, (struct xc_range){i, i + 1});

        if (!xc_span_overlaps(span, example->target))
            continue;
        if (target.words.first == SIZE_MAX)
            target.words.first = i;
        target.words.end = i + 1;
    }
    ck_assert_msg(target.words.first != SIZE_MAX, "no target in: %s", example->text);
    target.sentence = xc_text_sentence_of(text, target.words.first);
    return target;
}

static struct xc_stance_reading
read_stance(const struct xc_lexicon *lexicon, const struct example *example,
            struct xc_arena *arena)
{
    struct xc_str article = xc_str_of(example->text);
    struct xc_span run = {0, article.len};
    struct xc_block block = {
        example->is_headline ? XC_BLOCK_HEADLINE : XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_stance_reading reading;
    struct xc_target target;
    struct xc_text text;
    bool found;

    ck_assert_int_eq(xc_text_build(&lexicon->text, article, &block, 1, arena, &text),
                     XC_OK);
    if (example->is_headline) {
        ck_assert_int_eq(
            xc_headline_read(lexicon, &text, arena, &target, &reading, &found), XC_OK);
        ck_assert_msg(found, "nothing in: %s", example->text);
        return reading;
    }
    target = find_target(&text, example);
    ck_assert_int_eq(xc_stance_weigh(lexicon, &text, &target, arena, &reading), XC_OK);
    return reading;
}

/* Whether the example gets its stance; prints what came otherwise. */
static bool
holds(const struct xc_lexicon *lexicon, const struct xc_cue *cue, struct xc_str from,
      bool tell)
{
    struct xc_stance_reading reading;
    struct example example;
    struct xc_arena arena;
    bool ok;

    xc_arena_init(&arena);
    parse(from, &example);
    reading = read_stance(lexicon, &example, &arena);
    ok = xc_str_is(example.stance, xc_stance_name(reading.stance));
    if (!ok && tell)
        fprintf(stderr, "%s %zu '%.*s': %s\n  wanted %.*s; trace:\n%.*s",
                xc_cue_class_name(cue->class), cue->line, (int)cue->text.len,
                cue->text.ptr, example.text, (int)example.stance.len,
                example.stance.ptr, (int)reading.trace.len, reading.trace.ptr);
    xc_arena_release(&arena);
    return ok;
}

static struct xc_arena program;
static struct xc_lexicon lexicon;
static struct xc_problems problems;

static void
load(void)
{
    size_t i;

    xc_arena_init(&program);
    xc_problems_init(&problems, &program);
    if (xc_lexicon_load(&program, &lexicon, &problems) != XC_OK) {
        for (i = 0; i < problems.n; i++)
            fprintf(stderr, "%s:%zu: %s\n", problems.items[i].path.ptr,
                    problems.items[i].line, problems.items[i].message.ptr);
        ck_abort_msg("the embedded lexicon does not load");
    }
}

START_TEST(cue_examples_get_their_stance)
{
    size_t n_failed = 0;
    size_t i;

    load();
    for (i = 0; i < lexicon.cues.n; i++) {
        const struct xc_cue *cue = &lexicon.cues.items[i];

        n_failed += !holds(&lexicon, cue, cue->changed, true);
        n_failed += !holds(&lexicon, cue, cue->other, true);
    }
    ck_assert_msg(n_failed == 0, "%zu examples failed", n_failed);
    ck_assert_uint_ge(lexicon.cues.n, 350);
    xc_arena_release(&program);
}
END_TEST

/* How many words of the two sentences differ, by position from both ends. */
static size_t
differing_words(const struct xc_cue *cue)
{
    struct xc_str *a;
    struct xc_str *b;
    struct example changed;
    struct example other;
    size_t n_a;
    size_t n_b;
    size_t head = 0;
    size_t tail = 0;

    parse(cue->changed, &changed);
    parse(cue->other, &other);
    ck_assert_int_eq(xc_words_of_text(lexicon.text.words, xc_str_of(changed.text),
                                      &program, &a, &n_a),
                     XC_OK);
    ck_assert_int_eq(
        xc_words_of_text(lexicon.text.words, xc_str_of(other.text), &program, &b, &n_b),
        XC_OK);
    while (head < n_a && head < n_b && xc_str_equal(a[head], b[head]))
        head++;
    while (tail + head < n_a && tail + head < n_b &&
           xc_str_equal(a[n_a - 1 - tail], b[n_b - 1 - tail]))
        tail++;
    n_a -= head + tail;
    n_b -= head + tail;
    return n_a > n_b ? n_a : n_b;
}

START_TEST(cue_entry_taken_away_fails_its_example)
{
    struct xc_cue_file items[XC_N_CUE_CLASSES];
    struct xc_cue_files files = {items, XC_N_CUE_CLASSES, NULL, NULL, 0};
    size_t n_failed = 0;
    size_t i;

    load();
    ck_assert_int_eq(xc_lexicon_cue_files(&program, items), XC_OK);
    files.inflection = lexicon.inflection;
    files.words = lexicon.text.words;
    for (i = 0; i < lexicon.cues.n; i++) {
        struct xc_lexicon without = lexicon;
        struct xc_arena arena;

        xc_arena_init(&arena);
        files.without = i;
        ck_assert_int_eq(xc_cues_load(&files, &arena, &without.cues, &problems), XC_OK);
        if (holds(&without, &lexicon.cues.items[i], lexicon.cues.items[i].changed,
                  false)) {
            n_failed++;
            fprintf(stderr, "%s %zu '%.*s' is not needed for its own example\n",
                    xc_cue_class_name(lexicon.cues.items[i].class),
                    lexicon.cues.items[i].line, (int)lexicon.cues.items[i].text.len,
                    lexicon.cues.items[i].text.ptr);
        }
        xc_arena_release(&arena);
    }
    ck_assert_msg(n_failed == 0, "%zu entries are not needed", n_failed);
    xc_arena_release(&program);
}
END_TEST

START_TEST(cue_examples_are_minimal_pairs)
{
    size_t n_failed = 0;
    size_t i;

    load();
    for (i = 0; i < lexicon.cues.n; i++) {
        if (differing_words(&lexicon.cues.items[i]) > 2) {
            n_failed++;
            fprintf(stderr, "%s %zu '%.*s': the sentences differ too much\n",
                    xc_cue_class_name(lexicon.cues.items[i].class),
                    lexicon.cues.items[i].line, (int)lexicon.cues.items[i].text.len,
                    lexicon.cues.items[i].text.ptr);
        }
    }
    ck_assert_msg(n_failed == 0, "%zu pairs are not minimal", n_failed);
    xc_arena_release(&program);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        cue_examples_get_their_stance,
        cue_entry_taken_away_fails_its_example,
        cue_examples_are_minimal_pairs,
        NULL,
    };

    return suite_run("cues", tests);
}
