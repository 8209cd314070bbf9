/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/sense.h"

#include "stance/phrase.h"
#include "text/syntax.h"

/* Whether match stands within the gap of another: the noun in "poured cold water on the
 * reports that", which that cue has read already. */
static bool
is_swallowed(const struct xc_cue_match_vec *cues, const struct xc_cue_match *match)
{
    size_t i;

    for (i = 0; i < cues->n; i++) {
        struct xc_range outer = cues->items[i].words;

        if (&cues->items[i] != match && outer.first < match->words.first &&
            match->words.end < outer.end)
            return true;
    }
    return false;
}

/* Whether a noun can't but stand at this word: "the report", "her claims", "in May". */
static bool
follows_noun_sign(const struct xc_scene *scene, size_t at)
{
    const struct xc_word *words = scene->text->words.items;

    /* "Bryn Oke (in red) said": the bracket parts them. */
    if (at == scene->sentence.first || xc_phrase_is_cut(scene->text, at))
        return false;
    /* "to claim" is a verb, "contrary to claims" none. */
    if (xc_str_is(words[at - 1].key, "to"))
        return xc_str_ends(words[at].key, "s") && !xc_str_ends(words[at].key, "ss");
    return (words[at - 1].flags & XC_WORD_POSSESSIVE) != 0 ||
           xc_scene_word_is(scene, at - 1,
                            XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE |
                                XC_SYNTAX_PREPOSITION);
}

/* "His early-morning tweets", "his harbour comment was": whether the word at `at`, one that
 * may be a noun, ends a phrase that a possessive or an article opens, with a compound
 * before it or a verb behind. */
static bool
heads_noun_phrase(const struct xc_scene *scene, size_t at)
{
    static const size_t longest = 3; /* words between */
    const struct xc_word *words = scene->text->words.items;
    bool is_subject = at + 1 < scene->sentence.end &&
                      !xc_phrase_is_cut(scene->text, at + 1) &&
                      xc_scene_word_is(scene, at + 1, XC_SYNTAX_AUXILIARY) &&
                      (at + 2 >= scene->sentence.end ||
                       !xc_scene_word_is(scene, at + 2, XC_SYNTAX_THAT));
    size_t i;

    if (xc_str_starts(words[at].key, "say") || xc_str_starts(words[at].key, "tell") ||
        (!is_subject && (words[at - 1].flags & XC_WORD_HYPHENED) == 0))
        return false;
    for (i = at; i > scene->sentence.first && at - i < longest; i--) {
        if (xc_phrase_is_cut(scene->text, i) ||
            xc_scene_word_is(scene, i - 1,
                             XC_SYNTAX_SUBJECT | XC_SYNTAX_RELATIVE |
                                 XC_SYNTAX_INTERROGATIVE | XC_SYNTAX_THAT))
            return false;
        if (xc_scene_word_is(scene, i - 1, XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE) ||
            (words[i - 1].flags & XC_WORD_POSSESSIVE) != 0)
            return true;
    }
    return false;
}

/* Whether a word that may be a reporting verb is a noun here: "the report", "Report: …",
 * but not "the mayor claims" nor "reported". */
static bool
is_noun(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t at = match->words.first;
    struct xc_str key = scene->text->words.items[at].key;

    if (match->n_matched != 1 || xc_str_ends(key, "ed"))
        return false;
    /* "put into writing", but not "after saying that …". */
    if (xc_str_ends(key, "ing") && at + 1 < scene->sentence.end &&
        xc_scene_word_is(scene, at + 1,
                         XC_SYNTAX_THAT | XC_SYNTAX_SUBJECT | XC_SYNTAX_PRONOUN |
                             XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE))
        return false;
    if (at == scene->sentence.first)
        return at + 1 < scene->sentence.end && xc_scene_gap_has(scene, at + 1, ':');
    return follows_noun_sign(scene, at) || heads_noun_phrase(scene, at);
}

/* "In May the fair opened", "on 6 May", "May 6": the month, no hedge; but "this may be". */
static bool
is_month(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    const struct xc_word *words = scene->text->words.items;
    size_t at = match->words.first;

    if (match->n_matched != 1 || !xc_str_is(words[at].key, "may") ||
        (words[at].flags & XC_WORD_CAPITAL) == 0)
        return false;
    return follows_noun_sign(scene, at) ||
           (at > scene->sentence.first &&
            (words[at - 1].flags & XC_WORD_NUMBER) != 0) ||
           (at + 1 < scene->sentence.end &&
            (words[at + 1].flags & XC_WORD_NUMBER) != 0);
}

/* "The pilots could hardly see": what they were able to, no guess. */
static bool
is_ability(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    return match->n_matched == 1 && match->words.end < scene->sentence.end &&
           xc_str_is(scene->text->words.items[match->words.first].key, "could") &&
           xc_scene_word_is(scene, match->words.end, XC_SYNTAX_NEGATIVE);
}

/* "No 4 on the list", "the No. 1 seed": a number, no negator. */
static bool
is_numero(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    const struct xc_text *text = scene->text;
    size_t at = match->words.first;
    size_t next = text->words.items[at].folded.off_bytes + 2;
    const char *bytes = text->fold.text.ptr;

    if (match->n_matched != 1 || !xc_str_is(text->words.items[at].key, "no"))
        return false;
    while (next < text->fold.text.len && (bytes[next] == '.' || bytes[next] == ' '))
        next++;
    return next < text->fold.text.len && bytes[next] >= '0' && bytes[next] <= '9';
}

/* "No bigger than a bird": a measure of what stands before it, no negator of what comes
 * later; unless the measure is what the target speaks about. */
static bool
is_measure(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    const struct xc_word *words = scene->text->words.items;
    size_t next = match->words.end;

    return match->n_matched == 1 && xc_str_is(words[match->words.first].key, "no") &&
           next + 1 < scene->sentence.end && !xc_scene_is_literal(scene, next) &&
           (xc_str_ends(words[next].key, "er") || xc_str_is(words[next].key, "more") ||
            xc_str_is(words[next].key, "worse")) &&
           !xc_str_is(words[next].key, "fewer") &&
           xc_str_is(words[next + 1].key, "than");
}

/* "She'd even had it removed", "he'd designed": had, not would. */
static bool
is_had(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    const struct xc_word *words = scene->text->words.items;
    size_t i = match->words.end;

    if (match->n_matched != 1 || !xc_str_is(words[match->words.first].key, "'d"))
        return false;
    while (i < scene->sentence.end && xc_scene_word_is(scene, i, XC_SYNTAX_ADVERB))
        i++;
    return i < scene->sentence.end &&
           (xc_str_ends(words[i].key, "ed") || xc_str_is(words[i].key, "had") ||
            xc_str_is(words[i].key, "been") ||
            xc_scene_word_is(scene, i, XC_SYNTAX_EITHER | XC_SYNTAX_PARTICIPLE));
}

/* "Correction: The well was not dry": how it is, and not how it was told; without a
 * negation that remains open, as it does behind "Retraction:". */
static bool
labels_correction(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    struct xc_str key = scene->text->words.items[match->words.first].key;
    bool negated = false;
    size_t i;

    for (i = 0; i < scene->cues.n; i++)
        negated |= scene->cues.items[i].cue->class == XC_CUE_NEGATION;
    return negated && match->words.first == scene->sentence.first &&
           match->words.end < scene->sentence.end &&
           xc_scene_gap_has(scene, match->words.end, ':') &&
           (xc_str_is(key, "correction") || xc_str_is(key, "corrections") ||
            xc_str_is(key, "clarification"));
}

/* Whether a match only looks like a cue. */
static bool
is_no_cue(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    switch (match->cue->class) {
    case XC_CUE_REPORT:
        return is_noun(scene, match) || is_swallowed(&scene->cues, match) ||
               ((match->cue->options & XC_CUE_STRONG) != 0 &&
                xc_scene_is_passive(scene, match));
    case XC_CUE_HEDGE:
        return is_month(scene, match) || is_ability(scene, match);
    case XC_CUE_RUMOUR:
        /* "Lost her hearing" hears nothing. */
        return is_swallowed(&scene->cues, match) ||
               (match->n_matched == 1 &&
                xc_str_ends(scene->text->words.items[match->words.first].key, "ing") &&
                follows_noun_sign(scene, match->words.first));
    case XC_CUE_WATCH:
        return is_swallowed(&scene->cues, match) || labels_correction(scene, match);
    case XC_CUE_CONDITION:
        return is_had(scene, match);
    case XC_CUE_NEGATION:
        return is_numero(scene, match) || is_measure(scene, match);
    case XC_CUE_PSEUDO:
    case XC_CUE_IMPLICATIVE:
    case XC_CUE_DENIAL:
    case XC_CUE_DEBUNK:
    case XC_CUE_OPEN:
    case XC_CUE_QUESTION:
        return false;
    }
    return false;
}

/* Whether the match is a word that may be a verb and "that": right behind it, or behind a
 * day.  "Claims that", "reported Monday that"; "reported that" is a cue of its own. */
static bool
has_verb_form(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t n = match->words.end - match->words.first;
    struct xc_str key = scene->text->words.items[match->words.first].key;

    if (match->n_matched != 2 ||
        !xc_str_is(scene->text->words.items[match->words.end - 1].key, "that"))
        return false;
    return xc_str_ends(key, "ed")
               ? n == 3 && xc_phrase_is_skipped(scene->lexicon, scene->text,
                                                match->words.first + 1)
               : n == 2 && xc_str_ends(key, "s");
}

/* Whether "claims" in "claims that" is what somebody does: "Alda Fenn claims that", "the
 * engineer also claims that"; not "new claims that", "denied abuse claims that". */
static bool
is_claiming(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    const struct xc_text *text = scene->text;
    size_t first = scene->sentence.first;
    size_t at = match->words.first;
    struct xc_range subject;

    if (match->cue->class != XC_CUE_RUMOUR ||
        (match->cue->options & XC_CUE_NOUN) == 0 || !has_verb_form(scene, match) ||
        !xc_lexicon_word_is(scene->lexicon, text->words.items[at].key,
                            XC_SYNTAX_SPEECH))
        return false;
    while (at > first && xc_phrase_is_skipped(scene->lexicon, text, at - 1) &&
           !xc_phrase_is_cut(text, at))
        at--;
    if (at == first || xc_phrase_is_cut(text, at) || follows_noun_sign(scene, at) ||
        xc_scene_word_is(scene, at - 1,
                         XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST | XC_SYNTAX_EITHER) ||
        xc_str_ends(text->words.items[at - 1].key, "ed"))
        return false;
    if (xc_scene_word_is(scene, at - 1, XC_SYNTAX_SUBJECT) ||
        xc_name_holds(text, at - 1))
        return true;
    subject = xc_phrase_ending(scene->lexicon, text, first, at - 1);
    /* A verb before it has it as its object: "denied the abuse claims that". */
    return (subject.first == first || xc_phrase_is_cut(text, subject.first) ||
            xc_scene_word_is(scene, subject.first - 1,
                             XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE |
                                 XC_SYNTAX_SUBORDINATOR)) &&
           (subject.end - subject.first > 1
                ? xc_phrase_is_determiner(scene->lexicon, text, subject.first)
                : (text->words.items[subject.first].flags & XC_WORD_CAPITAL) != 0 &&
                      xc_lexicon_speaker_is(scene->lexicon,
                                            text->words.items[subject.first].key,
                                            XC_SPEAKER_INSTITUTION));
}

/* Reads the first word of the match as the reporting verb that it is. */
static enum xc_status
read_as_verb(const struct xc_scene *scene, struct xc_arena *arena,
             struct xc_cue_match *match)
{
    struct xc_range verb = {match->words.first, match->words.first + 1};
    struct xc_cue_place place = {scene->text->fold.text, &scene->text->words, verb,
                                 NULL, false};
    struct xc_cue_match_vec found = {0};
    bool cut;
    enum xc_status status =
        xc_cues_find(&scene->lexicon->cues, &place, arena, &found, &cut);

    if (status == XC_OK && found.n == 1 && found.items[0].cue->class == XC_CUE_REPORT)
        *match = found.items[0];
    return status;
}

bool
xc_sense_is_cue(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    return !is_no_cue(scene, match);
}

enum xc_status
xc_sense_settle(const struct xc_scene *scene, struct xc_cue_match *match,
                struct xc_arena *arena)
{
    return is_claiming(scene, match) ? read_as_verb(scene, arena, match) : XC_OK;
}
