/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/worth.h"

#include "base/vec.h"
#include "stance/speech.h"

/* Shorter ones say too little, longer ones too much at once. */
static const size_t least_words = 5;
static const size_t most_words = 50;

static const unsigned number_score = 3;
static const unsigned denial_score = 3;
static const unsigned superlative_score = 2;
static const unsigned speaker_score = 2;
static const unsigned name_score = 1;

struct rating {
    const struct xc_engine *engine;
    const struct xc_table *words;
    const struct xc_article *article;
    struct xc_arena *arena;
    bool *mentioned; /* a flag a sentence */
    struct xc_speech_vec speeches;
    size_t speech; /* those before it end before the sentence at hand */
};

enum xc_status
xc_worth_words(struct xc_arena *arena, struct xc_table *out)
{
    struct xc_str rest = xc_lexicon_file("claim-signs");
    struct xc_str line;
    size_t value;

    while (xc_str_split(&rest, '\n', &line)) {
        line = xc_str_sub(line, 0, xc_str_find(line, 0, '\t'));
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        if (!xc_table_add(out, line, 0, arena, &value))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* Whether the value is a figure that two sources may give differently; "one man" is
 * hardly ever. */
static bool
is_figure(const struct xc_value_hit *hit)
{
    switch (hit->value.kind) {
    case XC_VALUE_COUNT:
        return !xc_str_is(hit->value.text, "one") && !xc_str_is(hit->value.text, "One");
    case XC_VALUE_PERCENT:
    case XC_VALUE_MONEY:
    case XC_VALUE_DURATION:
    case XC_VALUE_AGE:
    case XC_VALUE_MEASURE:
        return true;
    case XC_VALUE_ORDINAL:
    case XC_VALUE_DATE:
    case XC_VALUE_COLOUR:
    case XC_VALUE_NAME:
    case XC_VALUE_TEXT:
        return false;
    }
    return false;
}

static enum xc_status
rate_values(const struct rating *rating, struct xc_range words, struct xc_worth *worth)
{
    const struct xc_source *source = rating->article->source;
    struct xc_value_hit_vec hits = {0};
    bool named = false;
    enum xc_status status;
    size_t i;

    status = xc_values_find(rating->engine->lexicon->values, &rating->article->text,
                            words, source->has_published ? &source->published : NULL,
                            rating->arena, &hits);
    for (i = 0; i < hits.n; i++) {
        named |= hits.items[i].value.kind == XC_VALUE_NAME;
        /* "2 weeks" rather than "2". */
        if (is_figure(&hits.items[i]) &&
            hits.items[i].value.text.len > worth->number.len)
            worth->number = hits.items[i].value.text;
    }
    worth->score += worth->number.len > 0 ? number_score : 0;
    worth->score += named ? name_score : 0;
    return status;
}

static enum xc_status
rate_cues(const struct rating *rating, struct xc_range words, struct xc_worth *worth)
{
    const struct xc_text *text = &rating->article->text;
    struct xc_cue_place place = {text->fold.text, &text->words, words, NULL, false};
    struct xc_cue_match_vec cues = {0};
    enum xc_status status;
    bool cut;
    size_t i;

    status = xc_cues_find(&rating->engine->lexicon->cues, &place, rating->arena, &cues,
                          &cut);
    for (i = 0; i < cues.n && worth->denial.len == 0; i++) {
        if (cues.items[i].cue->class != XC_CUE_DENIAL)
            continue;
        worth->denial = xc_text_original(text, cues.items[i].words);
        worth->score += denial_score;
    }
    return status;
}

static void
rate_words(const struct rating *rating, struct xc_range words, struct xc_worth *worth)
{
    const struct xc_text *text = &rating->article->text;
    size_t i;

    for (i = words.first; i < words.end && worth->superlative.len == 0; i++) {
        if (!xc_table_get(rating->words, text->words.items[i].key, NULL))
            continue;
        worth->superlative = xc_text_original(text, (struct xc_range){i, i + 1});
        worth->score += superlative_score;
    }
}

/* Who says something in the sentence; sentences come in order, and so does speech. */
static void
rate_speech(struct rating *rating, struct xc_range words, struct xc_worth *worth)
{
    const struct xc_speech_vec *speeches = &rating->speeches;
    size_t i;

    while (rating->speech < speeches->n &&
           speeches->items[rating->speech].words.end <= words.first)
        rating->speech++;
    for (i = rating->speech; i < speeches->n && worth->speaker.len == 0; i++) {
        const struct xc_speech *speech = &speeches->items[i];

        if (speech->words.first >= words.end)
            return;
        if (speech->words.end <= words.first ||
            speech->voice.kind != XC_VOICE_SPEAKER || speech->voice.name.len == 0)
            continue;
        worth->speaker = speech->voice.name;
        worth->score += speaker_score;
    }
}

static bool
is_candidate(const struct rating *rating, size_t s)
{
    const struct xc_text *text = &rating->article->text;
    const struct xc_sentence *sentence = &text->sentences[s];
    size_t n = sentence->words.end - sentence->words.first;
    struct xc_str folded = xc_str_trim(xc_str_at(text->fold.text, sentence->folded));
    enum xc_block_kind kind = text->blocks[sentence->block].kind;

    if (rating->mentioned[s] || n < least_words || n > most_words)
        return false;
    if (kind != XC_BLOCK_PARAGRAPH && kind != XC_BLOCK_HEADLINE &&
        kind != XC_BLOCK_QUOTATION)
        return false;
    return xc_str_find(folded, 0, '?') == folded.len;
}

static enum xc_status
rate(struct rating *rating, size_t s, struct xc_worth *out)
{
    struct xc_range words = rating->article->text.sentences[s].words;
    enum xc_status status;

    *out = (struct xc_worth){.sentence = s};
    status = rate_values(rating, words, out);
    if (status == XC_OK)
        status = rate_cues(rating, words, out);
    rate_words(rating, words, out);
    rate_speech(rating, words, out);
    /* A name alone is in most sentences. */
    if (out->score <= name_score)
        out->score = 0;
    return status;
}

enum xc_status
xc_worth_find(const struct xc_engine *engine, const struct xc_table *words,
              const struct xc_article *article, struct xc_arena *arena,
              struct xc_worth_vec *out)
{
    struct rating rating = {engine, words, article, arena, NULL, {0}, 0};
    enum xc_status status;
    size_t s;
    size_t i;

    rating.mentioned = xc_arena_array(arena, article->text.n_sentences, sizeof(bool));
    if (rating.mentioned == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < article->mentions.n; i++)
        rating.mentioned[article->mentions.items[i].sentence] = true;
    status = xc_speeches_find(engine->lexicon, &article->text, arena, &rating.speeches);
    for (s = 0; s < article->text.n_sentences && status == XC_OK; s++) {
        struct xc_worth worth;

        if (!is_candidate(&rating, s))
            continue;
        status = rate(&rating, s, &worth);
        if (status != XC_OK || worth.score == 0)
            continue;
        if (XC_VEC_ADD(out, arena) == NULL)
            return XC_NO_MEMORY;
        out->items[out->n - 1] = worth;
    }
    return status;
}
