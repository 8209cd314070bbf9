/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/scene.h"

#include "base/vec.h"
#include "stance/phrase.h"
#include "text/syntax.h"

bool
xc_scene_is_literal(const struct xc_scene *scene, size_t word)
{
    const struct xc_target *target = scene->target;
    struct xc_range
        sentence; /* the scene's may be another: where a speaker is sought */

    if (target->literal == NULL)
        return word >= target->words.first && word < target->words.end;
    sentence = scene->text->sentences[target->sentence].words;
    return word >= sentence.first && word < sentence.end &&
           target->literal[word - sentence.first];
}

size_t
xc_scene_last_literal(const struct xc_scene *scene)
{
    size_t i = scene->target->words.end;

    while (i > scene->target->words.first && !xc_scene_is_literal(scene, i - 1))
        i--;
    return i > scene->target->words.first ? i - 1 : scene->target->words.end - 1;
}

size_t
xc_scene_clause_of(const struct xc_scene *scene, size_t word)
{
    size_t i;

    for (i = 0; i + 1 < scene->clauses.n; i++) {
        if (word < scene->clauses.items[i].words.end)
            return i;
    }
    return i;
}

bool
xc_scene_same_clause(const struct xc_scene *scene, size_t a, size_t b)
{
    const struct xc_clause *clauses = scene->clauses.items;
    size_t root_a = clauses[a].resumes ? clauses[a].parent : a;
    size_t root_b = clauses[b].resumes ? clauses[b].parent : b;

    return root_a == root_b;
}

size_t
xc_scene_quotation_of(const struct xc_text *text, size_t word, size_t min_words)
{
    const struct xc_quotation *quotations = text->quotations.items;
    size_t first = 0;
    size_t end = text->quotations.n;

    /* They ascend and do not overlap, so only the last that begins at or before the word
     * can hold it: found by halves, since this is asked for every cue. */
    while (first < end) {
        size_t middle = first + (end - first) / 2;

        if (quotations[middle].words.first <= word)
            first = middle + 1;
        else
            end = middle;
    }
    /* A mark without words begins where the next quotation does. */
    for (; first > 0; first--) {
        struct xc_range words = quotations[first - 1].words;

        if (word < words.end)
            return words.end - words.first >= min_words ? first - 1 : XC_NO_QUOTATION;
        if (words.end > words.first)
            break;
    }
    return XC_NO_QUOTATION;
}

/* A target counts as quoted when all of it stands in one quotation.  "She called it
 * 'the tightest' corset": a phrase that is quoted for its words alone is her source's
 * own sentence, so up to three words need a reporting verb to count (attribution.c). */
static size_t
holding_quotation(const struct xc_text *text, const struct xc_target *target)
{
    size_t q = xc_scene_quotation_of(text, target->words.first, 1);

    if (q == XC_NO_QUOTATION ||
        text->quotations.items[q].words.end < target->words.end ||
        text->quotations.items[q].short_phrase)
        return XC_NO_QUOTATION;
    return q;
}

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

    if (at == scene->sentence.first)
        return false;
    /* "to claim" is a verb, "contrary to claims" none. */
    if (xc_str_is(words[at - 1].key, "to"))
        return xc_str_ends(words[at].key, "s") && !xc_str_ends(words[at].key, "ss");
    return (words[at - 1].flags & XC_WORD_POSSESSIVE) != 0 ||
           xc_scene_word_is(scene, at - 1,
                            XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE |
                                XC_SYNTAX_PREPOSITION);
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
    return follows_noun_sign(scene, at);
}

bool
xc_scene_is_passive(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t verb = match->words.first;
    struct xc_str key = scene->text->words.items[verb].key;
    size_t i = verb;

    if (!xc_str_ends(key, "ed") && !xc_scene_word_is(scene, verb, XC_SYNTAX_EITHER))
        return false;
    while (i > scene->sentence.first &&
           xc_scene_word_is(scene, i - 1, XC_SYNTAX_ADVERB))
        i--;
    if (i == scene->sentence.first)
        return false;
    key = scene->text->words.items[i - 1].key;
    return xc_str_is(key, "be") || xc_str_is(key, "been") || xc_str_is(key, "being") ||
           xc_str_is(key, "is") || xc_str_is(key, "are") || xc_str_is(key, "was") ||
           xc_str_is(key, "were");
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
        (match->cue->options & XC_CUE_NOUN) == 0 ||
        match->words.end - match->words.first != 2 ||
        !xc_str_ends(text->words.items[at].key, "s") ||
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

enum xc_status
xc_scene_find_cues(struct xc_scene *scene, const bool *immune, struct xc_arena *arena)
{
    struct xc_cue_place place = {scene->text->fold.text, &scene->text->words,
                                 scene->sentence, immune, scene->headline};
    struct xc_cue_match_vec kept = {0};
    enum xc_status status;
    size_t i;

    scene->cues = kept;
    status =
        xc_cues_find(&scene->lexicon->cues, &place, arena, &scene->cues, &scene->cut);
    if (status != XC_OK)
        return status;

    for (i = 0; i < scene->cues.n; i++) {
        if (is_claiming(scene, &scene->cues.items[i]) &&
            read_as_verb(scene, arena, &scene->cues.items[i]) != XC_OK)
            return XC_NO_MEMORY;
        if (is_no_cue(scene, &scene->cues.items[i]))
            continue;
        if (XC_VEC_ADD(&kept, arena) == NULL)
            return XC_NO_MEMORY;
        kept.items[kept.n - 1] = scene->cues.items[i];
    }
    scene->cues = kept;
    return XC_OK;
}

enum xc_status
xc_scene_set(const struct xc_lexicon *lexicon, const struct xc_text *text,
             const struct xc_target *target, struct xc_arena *arena,
             struct xc_scene *out)
{
    struct xc_scene made = {.lexicon = lexicon, .text = text, .target = target};
    const bool *immune = target->literal;
    enum xc_status status;

    made.names =
        target->names != NULL ? target->names : xc_names_new(lexicon, text, arena);
    if (made.names == NULL)
        return XC_NO_MEMORY;
    made.sentence = text->sentences[target->sentence].words;
    made.quotation = holding_quotation(text, target);
    if (immune == NULL) {
        size_t n = made.sentence.end - made.sentence.first;
        bool *flags = xc_arena_array(arena, n, sizeof *flags);
        size_t i;

        if (flags == NULL)
            return XC_NO_MEMORY;
        for (i = target->words.first; i < target->words.end; i++)
            flags[i - made.sentence.first] = true;
        immune = flags;
    }
    status = xc_clauses_split(lexicon->clauses, text, target->sentence, arena,
                              &made.clauses);
    if (status != XC_OK)
        return status;
    status = xc_scene_find_cues(&made, immune, arena);
    if (status == XC_OK)
        *out = made;
    return status;
}

bool
xc_scene_gap_has(const struct xc_scene *scene, size_t word, char c)
{
    size_t block = scene->text->sentences[scene->target->sentence].block;
    struct xc_str gap = xc_text_gap(scene->text, block, word);

    return xc_str_find(gap, 0, c) < gap.len;
}

bool
xc_scene_word_is(const struct xc_scene *scene, size_t word, unsigned classes)
{
    return xc_lexicon_word_is(scene->lexicon, scene->text->words.items[word].key,
                              classes);
}

/* Whether [from, end) of the folded text, read backwards over marks, ends with "?". */
static bool
ends_with_question_mark(const struct xc_text *text, size_t from, size_t end)
{
    const char *bytes = text->fold.text.ptr;

    while (end > from) {
        char c = bytes[end - 1];

        if (c == '?')
            return true;
        if (c != '"' && c != '\'' && c != ')' && c != ']' && c != ' ' && c != '!')
            return false;
        end--;
    }
    return false;
}

bool
xc_scene_is_question(const struct xc_scene *scene)
{
    const struct xc_text *text = scene->text;
    struct xc_span sentence = text->sentences[scene->target->sentence].folded;
    size_t end = sentence.off_bytes + sentence.len_bytes;
    size_t last = scene->sentence.end - 1;
    size_t q;

    if (scene->quotation != XC_NO_QUOTATION) {
        struct xc_span quoted = text->quotations.items[scene->quotation].folded;
        size_t quote_end = quoted.off_bytes + quoted.len_bytes;

        if (quote_end < end)
            end = quote_end;
        return ends_with_question_mark(text, sentence.off_bytes, end);
    }
    /* «She asked: "Is it?"»: the mark belongs to the quotation, not to this target. */
    q = xc_scene_quotation_of(text, last, 4);
    if (q != XC_NO_QUOTATION)
        return false;
    return ends_with_question_mark(text, sentence.off_bytes, end);
}
