/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/trailing.h"

#include "base/vec.h"
#include "stance/name.h"
#include "stance/speaker.h"
#include "text/syntax.h"

static const size_t longest_attribution = 14; /* words before its verb */
static const size_t longest_headline_label = 4;
static const size_t longest_bare_label = 2;

/* Whether a quotation ends before word: a long one, or one with its own punctuation as
 * in «"No," he said», but not «the "mayor" said». */
static bool
is_behind_quotation(const struct xc_scene *scene, size_t word)
{
    return word > scene->sentence.first && xc_scene_gap_has(scene, word, '"') &&
           (xc_scene_gap_has(scene, word, ',') || xc_scene_gap_has(scene, word, '?') ||
            xc_scene_gap_has(scene, word, '!') ||
            xc_scene_quotation_of(scene->text, word - 1, 4) != XC_NO_QUOTATION);
}

static bool
is_set_off(const struct xc_scene *scene, size_t word)
{
    /* Between most words there is a space and nothing else. */
    if (xc_str_is(xc_scene_gap(scene, word), " "))
        return false;
    return xc_scene_gap_has(scene, word, ',') || is_behind_quotation(scene, word) ||
           xc_scene_gap_has(scene, word, '?') || xc_scene_gap_has(scene, word, '!') ||
           xc_scene_gap_has(scene, word, '(') || xc_scene_gap_has(scene, word, ')') ||
           (xc_scene_gap_has(scene, word, '-') && xc_scene_gap_has(scene, word, ' '));
}

/* The word after the nearest comma or quotation mark before the verb; the sentence's
 * first word when there is none. */
static size_t
segment_start(const struct xc_scene *scene, size_t verb)
{
    size_t i = verb;

    while (i > scene->sentence.first && !is_set_off(scene, i))
        i--;
    return i;
}

/* Whether a finite verb follows the noun phrase that begins at word: «said the bridge
 * closed», not «said the clerk of the bridge that closed»; of_speaker: a preposition ends
 * it too, because "said the clerk of the firm hit by floods" names who speaks. */
static bool
is_clause_after(const struct xc_scene *scene, size_t word, bool of_speaker)
{
    unsigned ends = XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_RELATIVE | XC_SYNTAX_COORDINATOR;
    size_t i;

    for (i = word; i < scene->sentence.end && !is_set_off(scene, i); i++) {
        struct xc_str key = scene->text->words.items[i].key;

        if (xc_scene_word_is(scene, i,
                             XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST | XC_SYNTAX_EITHER) ||
            (i > word && key.len > 4 && xc_str_ends(key, "ed")))
            return true;
        if (xc_scene_word_is(scene, i, ends) ||
            (of_speaker && xc_scene_word_is(scene, i, XC_SYNTAX_PREPOSITION)))
            return false;
    }
    return false;
}

/* Whether what follows the verb is its own complement, so that it attributes that
 * ("… said that Q") and not what stands before ("Q, the mayor told the Post"). */
static bool
has_complement(const struct xc_scene *scene, size_t after, bool inverted)
{
    if (after >= scene->sentence.end || inverted || is_set_off(scene, after))
        return false;
    if (xc_scene_word_is(scene, after,
                         XC_SYNTAX_THAT | XC_SYNTAX_SUBJECT | XC_SYNTAX_INTERROGATIVE))
        return true;
    return xc_scene_word_is(scene, after,
                            XC_SYNTAX_PRONOUN | XC_SYNTAX_DEFINITE |
                                XC_SYNTAX_INDEFINITE) &&
           is_clause_after(scene, after + 1, false);
}

/* «"The bridge," said the mayor, "closed."»: whether the attribution from start stands
 * between two pieces of a quotation that are both part of the target. */
static bool
parts_quotation(const struct xc_scene *scene, size_t start, size_t after)
{
    const struct xc_text *text = scene->text;
    struct xc_range target = scene->target->words;
    size_t end = after;

    while (end < scene->sentence.end && !is_set_off(scene, end) &&
           !xc_scene_gap_has(scene, end, '"'))
        end++;
    return start > target.first && end < target.end &&
           xc_scene_quotation_of(text, start - 1, 1) != XC_NO_QUOTATION &&
           xc_scene_quotation_of(text, start, 1) == XC_NO_QUOTATION &&
           xc_scene_quotation_of(text, end, 1) != XC_NO_QUOTATION;
}

/* "…, or so the mayor says": set off by "or", and yet no clause of its own. */
static bool
is_or_so(const struct xc_scene *scene, size_t start)
{
    const struct xc_word *words = scene->text->words.items;

    return start + 1 < scene->sentence.end && xc_str_is(words[start].key, "or") &&
           xc_str_is(words[start + 1].key, "so");
}

/* "…, contrary to what the mayor says": what he says is something else. */
static bool
says_something_else(const struct xc_scene *scene, size_t start, size_t verb)
{
    size_t i;

    for (i = start; i < verb; i++) {
        if (xc_str_is(scene->text->words.items[i].key, "what"))
            return true;
    }
    return false;
}

bool
xc_trailing_find(const struct xc_scene *scene, const struct xc_cue_match *match,
                 struct xc_trailing *out)
{
    size_t verb = match->words.first;
    size_t start = segment_start(scene, verb);
    struct xc_trailing made = {false, false};
    bool closes;
    bool says =
        match->cue->class == XC_CUE_REPORT ||
        /* "…, the mayor denied." */
        (match->cue->class == XC_CUE_DENIAL && match->n_matched == 1 &&
         match->words.end == scene->sentence.end) ||
        /* "…, the mayor joked": open, and said by somebody. */
        (match->cue->class == XC_CUE_OPEN &&
         (match->cue->options & (XC_CUE_WEAK | XC_CUE_SENTENCE)) == XC_CUE_WEAK);

    if (!says || verb - start > longest_attribution ||
        xc_name_holds(scene->text, verb) || says_something_else(scene, start, verb))
        return false;
    made.as = xc_str_is(scene->text->words.items[start].key, "as");
    /* "Oke left, saying Q": Q is what he says, and not what stands before. */
    if (start == verb && start > scene->sentence.first &&
        (match->cue->options & XC_CUE_NP) == 0 &&
        xc_str_ends(scene->text->words.items[verb].key, "ing") &&
        match->words.end < scene->sentence.end && !is_set_off(scene, match->words.end))
        return false;
    /* "…, and he said", "…, who said", "…, when he said": a clause of its own. */
    if (!made.as && !is_or_so(scene, start) &&
        xc_scene_word_is(scene, start,
                         XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE |
                             XC_SYNTAX_RELATIVE | XC_SYNTAX_SUBORDINATOR))
        return false;
    /* "According to the mayor, …": set off by the comma behind it. */
    if ((match->cue->options & XC_CUE_NP) != 0) {
        *out = made;
        return true;
    }
    made.inverted = start == verb && start > scene->sentence.first &&
                    match->words.end < scene->sentence.end &&
                    !is_set_off(scene, match->words.end) &&
                    !xc_scene_word_is(scene, match->words.end,
                                      XC_SYNTAX_THAT | XC_SYNTAX_PREPOSITION) &&
                    !xc_scene_word_is(scene, verb, XC_SYNTAX_TELL) &&
                    !is_clause_after(scene, match->words.end, true);
    if (start == scene->sentence.first && !made.as)
        return false; /* "The mayor said, …": an ordinary embedding verb */
    if (has_complement(scene, match->words.end, made.inverted))
        return false;
    /* Behind the target, or in commas of its own before it ends. */
    closes = match->words.first >= scene->target->words.end ||
             (match->words.end < scene->sentence.end &&
              (xc_scene_gap_has(scene, match->words.end, ',') ||
               xc_scene_gap_has(scene, match->words.end, ')')) &&
              !xc_scene_gap_has(scene, match->words.end, '"')) ||
             parts_quotation(scene, start, match->words.end);
    if (!closes && !made.as)
        return false;
    *out = made;
    return true;
}

bool
xc_trailing_has_complement(const struct xc_scene *scene,
                           const struct xc_cue_match *match)
{
    size_t last = match->words.end - 1;

    return xc_scene_word_is(scene, last, XC_SYNTAX_THAT | XC_SYNTAX_INTERROGATIVE) ||
           has_complement(scene, match->words.end, false);
}

bool
xc_trailing_closes_quotation(const struct xc_scene *scene,
                             const struct xc_cue_match *match)
{
    size_t verb = match->words.first;
    size_t start = segment_start(scene, verb);

    return start > scene->sentence.first && is_behind_quotation(scene, start) &&
           !has_complement(scene, match->words.end, start == verb);
}

/* Whether the article has the one named last in the label say something: "Doe said". */
static bool
speaks_elsewhere(const struct xc_scene *scene, struct xc_range label)
{
    const struct xc_word_vec *words = &scene->text->words;
    struct xc_str key = words->items[label.end - 1].key;
    size_t i;

    for (i = 0; i + 1 < words->n; i++) {
        if (xc_str_equal(words->items[i].key, key) &&
            xc_lexicon_word_is(scene->lexicon, words->items[i + 1].key,
                               XC_SYNTAX_SPEECH))
            return true;
    }
    return false;
}

static bool
is_headline(const struct xc_scene *scene)
{
    const struct xc_text *text = scene->text;

    return text->blocks[text->sentences[scene->target->sentence].block].kind ==
           XC_BLOCK_HEADLINE;
}

/* Whether a label's word tells who speaks.  In a headline a thing does, too ("Leaked memo:
 * …"); elsewhere only one that tells: "Report: …", not "Findings: …". */
static bool
tells_speaker(const struct xc_scene *scene, struct xc_range label, size_t i)
{
    const struct xc_word *words = scene->text->words.items;
    bool headline = is_headline(scene);
    bool ends =
        i + 1 == label.end || xc_scene_word_is(scene, i + 1, XC_SYNTAX_PREPOSITION);
    size_t class;

    if (!xc_table_get(&scene->lexicon->speakers, words[i].key, &class))
        return false;
    switch (class) {
    case XC_SPEAKER_TITLE:
        return headline;
    case XC_SPEAKER_UNNAMED:
    case XC_SPEAKER_INSTITUTION:
    case XC_SPEAKER_MOUTHPIECE:
        return ends;
    case XC_SPEAKER_THING:
        return ends &&
               (headline || xc_lexicon_stance_word_is(scene->lexicon, words[i].key,
                                                      XC_STANCE_WORD_NOTION));
    default:
        return false;
    }
}

/* Whether a label says who speaks ("Police: …", "Report: …") and not what the headline is
 * about ("Spring gala: …", "Police shooting: …") nor what comes with it ("Video: …"). */
static bool
is_speaker(const struct xc_scene *scene, struct xc_range label)
{
    const struct xc_word *words = scene->text->words.items;
    size_t i;

    if (xc_lexicon_stance_word_is(scene->lexicon, words[label.first].key,
                                  XC_STANCE_WORD_DRESSING))
        return false;
    for (i = label.first; i < label.end; i++) {
        if (tells_speaker(scene, label, i))
            return true;
    }
    return is_headline(scene) && speaks_elsewhere(scene, label);
}

/* "Three jets in the air: monitor": a word or two behind the last colon, which tell
 * nothing, say who tells. */
static bool
is_bare_label(const struct xc_scene *scene, struct xc_range label)
{
    unsigned tells = XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST | XC_SYNTAX_EITHER |
                     XC_SYNTAX_PARTICIPLE | XC_SYNTAX_PREPOSITION | XC_SYNTAX_NOT |
                     XC_SYNTAX_ADVERB | XC_SYNTAX_PRONOUN;
    size_t c;
    size_t i;

    if (label.end - label.first > longest_bare_label)
        return false;
    for (i = label.first; i < label.end; i++) {
        const struct xc_word *word = &scene->text->words.items[i];

        if (xc_scene_word_is(scene, i, tells) || (word->flags & XC_WORD_NUMBER) != 0 ||
            xc_str_ends(word->key, "ed") || xc_str_ends(word->key, "ing") ||
            xc_str_ends(word->key, "ly") ||
            xc_lexicon_stance_word_is(scene->lexicon, word->key,
                                      XC_STANCE_WORD_DRESSING))
            return false;
    }
    for (c = 0; c < scene->cues.n; c++) {
        if (scene->cues.items[c].words.end > label.first &&
            scene->cues.items[c].cue->class != XC_CUE_REPORT)
            return false;
    }
    return true;
}

/* The label of the sentence, before the target or, in a headline, also behind it; none
 * when there is none.  *out_bare when only its place behind a colon tells. */
static struct xc_range
find_label(const struct xc_scene *scene, bool *out_bare)
{
    struct xc_range label = {0, 0};
    bool headline = is_headline(scene);
    size_t i;

    *out_bare = false;
    for (i = scene->sentence.first + 1; i < scene->sentence.end; i++) {
        bool colon = xc_scene_gap_has(scene, i, ':');

        if (!colon && !(headline && xc_scene_gap_has(scene, i, '-') &&
                        xc_scene_gap_has(scene, i, ' ')))
            continue;
        /* "Police: three men …": only a colon sets off what stands before it. */
        if (colon && i <= scene->target->words.first &&
            i - scene->sentence.first <= longest_headline_label)
            label = (struct xc_range){scene->sentence.first, i};
        if (headline && i >= scene->target->words.end &&
            scene->sentence.end - i <= longest_headline_label)
            label = (struct xc_range){i, scene->sentence.end};
        *out_bare = colon && label.first == i && xc_scene_gap_has(scene, i, ' ');
    }
    return label;
}

enum xc_status
xc_trailing_label(const struct xc_scene *scene, struct xc_arena *arena,
                  struct xc_scope *scope)
{
    bool bare;
    struct xc_range label = find_label(scene, &bare);
    struct xc_scope_cue *made;

    if (label.end == label.first ||
        (!is_speaker(scene, label) && !(bare && is_bare_label(scene, label))))
        return XC_OK;
    made = XC_VEC_ADD(scope, arena);
    if (made == NULL)
        return XC_NO_MEMORY;
    *made = (struct xc_scope_cue){
        .level = XC_SCOPE_ATTRIBUTION,
        .class = XC_CUE_REPORT,
        .options = XC_CUE_NP,
        .words = label,
    };
    return XC_OK;
}
