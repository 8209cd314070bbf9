/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stance and voice of targets in sentences: the first word, the last, the middle one, and
 * two parts at both ends, as a pattern with & gives them; and what later sentences do.
 */
#include "config.h"

#include "invariant.h"
#include "stance/name.h"
#include "stance/retraction.h"

/* Sentences that are weighed; a longer article only takes longer. */
enum { MOST_SENTENCES = 16 };

/* What is remembered of the article's names from one target to the next changes nothing. */
static void
check_memory(const struct xc_text *text, const struct xc_target *target,
             const struct xc_stance_reading *before, struct xc_arena *arena)
{
    struct xc_target again = *target;
    struct xc_stance_reading reading;
    size_t i;

    again.names = xc_names_new(harness_lexicon(), text, arena);
    assert(again.names != NULL);
    for (i = 0; i < 2; i++) {
        assert(xc_stance_weigh(harness_lexicon(), text, &again, arena, &reading) ==
               XC_OK);
        assert(reading.stance == before->stance &&
               reading.voice.kind == before->voice.kind &&
               xc_str_equal(reading.voice.key, before->voice.key));
    }
}

static void
weigh(const struct xc_text *text, const struct xc_target *target,
      struct xc_arena *arena)
{
    struct xc_range words = text->sentences[target->sentence].words;
    struct xc_stance_reading reading;
    size_t i;

    assert(xc_stance_weigh(harness_lexicon(), text, target, arena, &reading) == XC_OK);
    assert(xc_stance_name(reading.stance) != NULL);
    assert(xc_voice_kind_name(reading.voice.kind) != NULL);
    invariant_str(reading.voice.name);
    invariant_utf8(reading.voice.key);
    invariant_str(reading.trace);
    if (reading.voice.kind == XC_VOICE_OWN)
        assert(reading.voice.name.len == 0);
    for (i = 0; i < reading.n_cues; i++) {
        invariant_range(reading.cues[i].words, (struct xc_range){0, text->words.n});
        assert(reading.cues[i].words.first < reading.cues[i].words.end);
        /* A cue may stand in the sentence before ("Not so.") but not further on. */
        assert(reading.cues[i].words.first < words.end);
    }
    check_memory(text, target, &reading, arena);
}

static void
weigh_sentence(const struct xc_text *text, size_t s, struct xc_arena *arena)
{
    struct xc_range words = text->sentences[s].words;
    size_t n = words.end - words.first;
    size_t middle = words.first + n / 2;
    struct xc_range ends[2] = {{words.first, words.first + 1},
                               {words.end - 1, words.end}};
    struct xc_target whole = {.sentence = s, .words = words};
    struct xc_target target = whole;
    bool *literal = xc_arena_array(arena, n, sizeof *literal);

    assert(literal != NULL);
    weigh(text, &whole, arena);
    target.words = ends[0];
    weigh(text, &target, arena);
    target.words = (struct xc_range){middle, middle + 1};
    weigh(text, &target, arena);
    target.words = ends[1];
    weigh(text, &target, arena);
    if (n < 2)
        return;
    literal[0] = true;
    literal[n - 1] = true;
    target.words = words;
    target.literal = literal;
    target.parts = ends;
    target.n_parts = 2;
    weigh(text, &target, arena);
    target.parts = NULL;
    target.n_parts = 0;
    weigh(text, &target, arena);
}

/* Later sentences deny or leave open; they never assert. */
static void
check_retraction(struct xc_retractions *retractions, const struct xc_text *text,
                 size_t s, struct xc_arena *arena)
{
    struct xc_target target = {.sentence = s, .words = text->sentences[s].words};
    struct xc_stance_reading before;
    struct xc_stance_reading after;

    assert(xc_stance_weigh(harness_lexicon(), text, &target, arena, &before) == XC_OK);
    assert(xc_retractions_weigh(retractions, &target, arena, &after) == XC_OK);
    assert((after.retold_in == 0) == (after.n_cues == before.n_cues));
    if (after.retold_in == 0)
        assert(after.stance == before.stance);
    else
        assert(
            after.retold_in > s && after.retold_in <= text->n_sentences &&
            (after.stance == XC_STANCE_DENIED || after.stance == XC_STANCE_UNRESOLVED));
    if (after.voice.kind == XC_VOICE_OWN)
        assert(after.voice.name.len == 0);
    invariant_str(after.trace);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_arena arena;
    struct xc_str article;
    struct xc_retractions *retractions;
    struct xc_block *blocks;
    struct xc_text text;
    size_t n_blocks;
    size_t s;

    xc_arena_init(&arena);
    article = harness_prose(harness_input(bytes, n_bytes), &arena);
    blocks = harness_blocks(article, &arena, &n_blocks);
    assert(xc_text_build(&harness_lexicon()->text, article, blocks, n_blocks, &arena,
                         &text) == XC_OK);
    assert(xc_retractions_new(harness_lexicon(), &text, &arena, &retractions) == XC_OK);
    for (s = 0; s < text.n_sentences && s < MOST_SENTENCES; s++) {
        if (text.sentences[s].words.first == text.sentences[s].words.end)
            continue;
        weigh_sentence(&text, s, &arena);
        check_retraction(retractions, &text, s, &arena);
    }
    xc_arena_release(&arena);
    return 0;
}
