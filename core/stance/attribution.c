/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/attribution.h"

#include "base/limits.h"
#include "stance/speaker.h"
#include "text/syntax.h"

static const size_t longest_label = 6; /* words before the colon of a quotation */

static enum xc_commitment
commitment_of(unsigned options)
{
    if ((options & XC_CUE_STRONG) != 0)
        return XC_COMMITMENT_STRONG;
    if ((options & XC_CUE_WEAK) != 0)
        return XC_COMMITMENT_WEAK;
    return XC_COMMITMENT_NEUTRAL;
}

/* Where a verb speaks and who stands on which side of it. */
struct speech {
    struct xc_range verb;
    struct xc_range sentence; /* words to stay inside */
    unsigned options;
    bool inverted;
    bool passive;
};

/* "was denied by the mayor": the word after "by", or 0. */
static size_t
after_by(const struct xc_text *text, const struct speech *speech)
{
    if (speech->verb.end < speech->sentence.end &&
        xc_str_is(text->words.items[speech->verb.end].key, "by"))
        return speech->verb.end + 1;
    return 0;
}

static enum xc_status
speaker_of(struct xc_names *names, const struct speech *speech, struct xc_arena *arena,
           struct xc_voice *voice)
{
    size_t by = after_by(names->text, speech);

    voice->commitment = commitment_of(speech->options);
    if ((speech->options & XC_CUE_UNNAMED) != 0) {
        voice->kind = XC_VOICE_UNNAMED;
        return XC_OK;
    }
    if (by != 0)
        return xc_speaker_after(names, by, speech->sentence.end, arena, voice);
    /* "The mayor was told that …": by somebody who is not named. */
    if (speech->passive) {
        voice->kind = XC_VOICE_UNNAMED;
        return XC_OK;
    }
    if ((speech->options & XC_CUE_NP) != 0 || speech->inverted)
        return xc_speaker_after(names, speech->verb.end, speech->sentence.end, arena,
                                voice);
    return xc_speaker_before(names, speech->sentence.first, speech->verb.first, arena,
                             voice);
}

static bool
is_speech(const struct xc_cue_match *match)
{
    return match->cue->class == XC_CUE_REPORT || match->cue->class == XC_CUE_DENIAL;
}

/* "Police confirmed the deal, adding that …", "told the Brinmouth Post that …": the verb
 * before says who adds, and who told; the cue itself when it is no participle behind a
 * comma and no part of a name, or none comes before. */
static struct xc_range
finite_verb(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    struct xc_range found = cue->words;
    size_t i;

    if (!xc_name_holds(scene->text, cue->words.first) &&
        (!xc_str_ends(scene->text->words.items[cue->words.first].key, "ing") ||
         !xc_scene_gap_has(scene, cue->words.first, ',')))
        return found;
    for (i = 0; i < scene->cues.n; i++) {
        const struct xc_cue_match *match = &scene->cues.items[i];

        if (match->words.first >= cue->words.first)
            break;
        if (is_speech(match))
            found = match->words;
    }
    return found;
}

/* Words of sentence s that a speech verb may be looked for in: none in a quotation. */
static bool
is_quoted(const struct xc_text *text, size_t word)
{
    return xc_scene_quotation_of(text, word, 4) != XC_NO_QUOTATION;
}

/* «"…," said the mayor»: nothing but the closing mark of a quotation stands before the
 * verb, so whoever says it follows; not so in «the "mayor" said». */
static bool
is_inverted(const struct xc_text *text, size_t s, size_t verb)
{
    struct xc_str gap;

    if (verb == text->sentences[s].words.first)
        return true;
    gap = xc_text_gap(text, text->sentences[s].block, verb);
    return (xc_str_find(gap, 0, '"') < gap.len ||
            xc_str_find(gap, 0, '\'') < gap.len) &&
           (is_quoted(text, verb - 1) || xc_str_find(gap, 0, ',') < gap.len ||
            xc_str_find(gap, 0, '?') < gap.len || xc_str_find(gap, 0, '!') < gap.len);
}

enum xc_status
xc_attribution_of_cue(const struct xc_scene *scene, const struct xc_scope_cue *cue,
                      struct xc_arena *arena, struct xc_voice *voice)
{
    struct speech speech = {finite_verb(scene, cue), scene->sentence, cue->options,
                            cue->inverted, cue->passive};

    /* «"The bridge," said the mayor, "closed."»: from the second piece, too. */
    speech.inverted |=
        speech.verb.first > scene->sentence.first &&
        is_inverted(scene->text, scene->target->sentence, speech.verb.first);

    /* "…, which the mayor denies": the cue ends with its verb and holds who denies. */
    if (cue->class == XC_CUE_OPEN && (cue->options & XC_CUE_SENTENCE) != 0) {
        speech.sentence.first = cue->words.first;
        speech.verb = (struct xc_range){cue->words.end - 1, cue->words.end};
    }
    /* A headline's label, "Police: …", is the description itself. */
    if (cue->cue == NULL) {
        enum xc_status status = xc_speaker_before(scene->names, cue->words.first,
                                                  cue->words.end, arena, voice);

        voice->commitment = voice->kind == XC_VOICE_UNNAMED ? XC_COMMITMENT_WEAK
                                                            : XC_COMMITMENT_NEUTRAL;
        return status;
    }
    return speaker_of(scene->names, &speech, arena, voice);
}

static size_t
distance(size_t word, struct xc_range quoted)
{
    if (word < quoted.first)
        return quoted.first - word;
    return word < quoted.end ? 0 : word - quoted.end + 1;
}

/*
 * The reporting verb of sentence s outside quotations that is nearest to the quoted
 * words; *out_found says whether there is one.
 */
static enum xc_status
speech_in(const struct xc_scene *scene, size_t s, struct xc_range quoted,
          struct xc_arena *arena, struct speech *out, bool *out_found)
{
    const struct xc_text *text = scene->text;
    struct xc_scene other = *scene;
    size_t best = (size_t)-1;
    size_t i;

    *out_found = false;
    other.sentence = text->sentences[s].words;
    other.block = text->sentences[s].block;
    if (xc_scene_find_cues(&other, NULL, arena) != XC_OK)
        return XC_NO_MEMORY;
    for (i = 0; i < other.cues.n; i++) {
        const struct xc_cue_match *match = &other.cues.items[i];

        if (!is_speech(match) || xc_name_holds(text, match->words.first) ||
            (match->cue->options & XC_CUE_NOUN) != 0 ||
            is_quoted(text, match->words.first) ||
            distance(match->words.first, quoted) >= best)
            continue;
        best = distance(match->words.first, quoted);
        *out = (struct speech){match->words, text->sentences[s].words,
                               match->cue->options, false, false};
        out->inverted = match->words.first == quoted.end ||
                        is_inverted(text, s, match->words.first);
        *out_found = true;
    }
    return XC_OK;
}

/* «"…?" he asked»: a verb that embeds no statement, and yet says a quotation.  The nearest
 * outside of quotations that stands in sentence s behind one; false when there is none. */
static bool
asked_in(const struct xc_scene *scene, size_t s, struct xc_range quoted,
         struct speech *out)
{
    static const size_t farthest = 12; /* words from the quotation */
    const struct xc_text *text = scene->text;
    struct xc_range words = text->sentences[s].words;
    size_t i;

    if (quoted.end < words.first || quoted.end >= words.end)
        return false;
    for (i = quoted.end; i < words.end && i - quoted.end < farthest; i++) {
        if (is_quoted(text, i))
            return false;
        if (!xc_scene_word_is(scene, i, XC_SYNTAX_SPEECH))
            continue;
        *out = (struct speech){{i, i + 1}, {quoted.end, words.end}, 0, false, false};
        out->inverted = i == quoted.end;
        return true;
    }
    return false;
}

/* Whether sentence s leads to what follows: it ends with a colon. */
static bool
leads_on(const struct xc_text *text, size_t s)
{
    struct xc_str folded = xc_str_at(text->fold.text, text->sentences[s].folded);

    return xc_str_ends(folded, ":") || xc_str_ends(folded, ": \"");
}

struct order {
    size_t sentences[8];
    size_t n;
};

static void
put(struct order *order, size_t s)
{
    size_t i;

    for (i = 0; i < order->n; i++) {
        if (order->sentences[i] == s)
            return;
    }
    if (order->n < sizeof order->sentences / sizeof order->sentences[0])
        order->sentences[order->n++] = s;
}

/* The sentences in which the speaker of the quoted words is looked for, in order. */
static struct order
where_to_look(const struct xc_text *text, struct xc_range quoted,
              size_t target_sentence)
{
    size_t first = xc_text_sentence_of(text, quoted.first);
    size_t last = xc_text_sentence_of(text, quoted.end - 1);
    size_t block = text->sentences[target_sentence].block;
    struct xc_range all = text->blocks[block].sentences;
    struct order order = {{0}, 0};

    put(&order, target_sentence);
    if (first < text->n_sentences)
        put(&order, first);
    if (last < text->n_sentences)
        put(&order, last);
    if (first > 0 && first < text->n_sentences && leads_on(text, first - 1))
        put(&order, first - 1);
    if (first < text->n_sentences && first > all.first)
        put(&order, first - 1);
    if (last + 1 < all.end)
        put(&order, last + 1);
    if (first < text->n_sentences && first > all.first + 1)
        put(&order, first - 2);
    return order;
}

/* The words before a colon that say nothing and so name who does, right before the quoted
 * words: «The ferryman: "…"», not «The ferryman was brief: "…"»; empty when there are
 * none. */
static struct xc_range
label_before(const struct xc_scene *scene, struct xc_range quoted)
{
    const struct xc_text *text = scene->text;
    size_t s = xc_text_sentence_of(text, quoted.first);
    struct xc_range label = {0, 0};
    struct xc_str gap;
    size_t i;

    if (s == text->n_sentences)
        return label;
    gap = xc_text_gap(text, text->sentences[s].block, quoted.first);
    if (xc_str_find(gap, 0, ':') == gap.len)
        return label;
    label = (struct xc_range){text->sentences[s].words.first, quoted.first};
    if (label.first == label.end && s > 0 && leads_on(text, s - 1))
        label = text->sentences[s - 1].words;
    if (label.end - label.first > longest_label)
        label.first = label.end;
    for (i = label.first; i < label.end; i++) {
        struct xc_str key = text->words.items[i].key;

        if (xc_lexicon_word_is(scene->lexicon, key,
                               XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST | XC_SYNTAX_EITHER |
                                   XC_SYNTAX_SPEECH) ||
            xc_str_ends(key, "ed") || xc_str_ends(key, "ing") ||
            xc_lexicon_speaker_is(scene->lexicon, key, XC_SPEAKER_BORDER) ||
            xc_lexicon_speaker_is(scene->lexicon, key, XC_SPEAKER_MATTER))
            label.first = label.end;
    }
    return label;
}

static enum xc_status
look_around(const struct xc_scene *scene, struct xc_range quoted, size_t sentence,
            struct xc_arena *arena, struct xc_voice *voice, bool *out_found)
{
    struct order order = where_to_look(scene->text, quoted, sentence);
    struct xc_range label = label_before(scene, quoted);
    size_t i;

    *out_found = label.end > label.first;
    if (*out_found)
        return xc_speaker_before(scene->names, label.first, label.end, arena, voice);
    for (i = 0; i < order.n && !*out_found; i++) {
        struct speech speech;
        enum xc_status status =
            speech_in(scene, order.sentences[i], quoted, arena, &speech, out_found);

        if (!*out_found)
            *out_found = asked_in(scene, order.sentences[i], quoted, &speech);

        if (status == XC_OK && *out_found)
            status = speaker_of(scene->names, &speech, arena, voice);
        if (status != XC_OK)
            return status;
    }
    return XC_OK;
}

/*
 * Who says the quotation that q goes on from, for each of those before it in turn that
 * goes on itself: «"The bridge," she said, "is shut.» and in the next paragraph «"It stays
 * so."».  A speech over many paragraphs has a claim in each, so what is found is kept.
 */
static enum xc_status
earlier_speaker(const struct xc_scene *scene, size_t q, struct xc_voice *voice,
                bool *out_found)
{
    const struct xc_text *text = scene->text;
    struct xc_names *names = scene->names;
    struct xc_quoted result = {
        .known = true,
        .voice = {.kind = XC_VOICE_UNNAMED, .commitment = XC_COMMITMENT_NEUTRAL}};
    enum xc_status status = XC_OK;
    size_t first = q;

    if (names->quoted == NULL)
        names->quoted =
            xc_arena_array(names->arena, text->quotations.n, sizeof *names->quoted);
    if (names->quoted == NULL)
        return XC_NO_MEMORY;
    while (text->quotations.items[first].continues && first > 0 && !result.found) {
        struct xc_range quoted = text->quotations.items[--first].words;

        if (names->quoted[first].known) {
            result = names->quoted[first];
            break;
        }
        if (quoted.end > quoted.first &&
            xc_text_sentence_of(text, quoted.end - 1) < text->n_sentences)
            status =
                look_around(scene, quoted, xc_text_sentence_of(text, quoted.end - 1),
                            names->arena, &result.voice, &result.found);
        if (status != XC_OK)
            return status;
    }
    for (; first < q; first++)
        names->quoted[first] = result;
    *out_found = result.found;
    if (result.found)
        *voice = result.voice;
    return XC_OK;
}

/* The same for those that go on from it: «"The inn was shut.» and in the next paragraph
 * «"Nobody came," she said»; not far, so that a long speech takes no longer. */
static enum xc_status
later_speaker(const struct xc_scene *scene, size_t q, struct xc_arena *arena,
              struct xc_voice *voice, bool *out_found)
{
    const struct xc_quotation_vec *quotations = &scene->text->quotations;
    size_t last = q + XC_MAX_QUOTATION_PIECES;
    enum xc_status status = XC_OK;

    *out_found = false;
    for (q++; q < quotations->n && q <= last && quotations->items[q].continues &&
              !*out_found && status == XC_OK;
         q++) {
        struct xc_range quoted = quotations->items[q].words;
        size_t sentence = xc_text_sentence_of(scene->text, quoted.end - 1);

        if (sentence < scene->text->n_sentences)
            status = look_around(scene, quoted, sentence, arena, voice, out_found);
    }
    return status;
}

enum xc_status
xc_attribution_of_quotation(const struct xc_scene *scene, size_t q,
                            struct xc_arena *arena, struct xc_voice *voice,
                            bool *out_found)
{
    const struct xc_text *text = scene->text;
    size_t sentence = scene->target->sentence;
    size_t block = text->sentences[sentence].block;
    enum xc_status status;
    struct xc_range quoted;

    *out_found = false;
    if (q == XC_NO_QUOTATION) {
        /* A block quotation is introduced by the sentence that stands before it. */
        quoted = text->blocks[block].words;
        sentence = text->blocks[block].sentences.first;
        if (sentence == 0)
            return XC_OK;
        return look_around(scene, quoted, sentence - 1, arena, voice, out_found);
    }
    quoted = text->quotations.items[q].words;
    status = look_around(scene, quoted, sentence, arena, voice, out_found);
    if (status != XC_OK || *out_found)
        return status;
    status = earlier_speaker(scene, q, voice, out_found);
    return status == XC_OK && !*out_found
               ? later_speaker(scene, q, arena, voice, out_found)
               : status;
}
