/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/scene.h"

#include "text/syntax.h"

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
    size_t i;

    for (i = 0; i < text->quotations.n; i++) {
        const struct xc_quotation *quotation = &text->quotations.items[i];

        if (quotation->words.first > word)
            break;
        if (word < quotation->words.end &&
            quotation->words.end - quotation->words.first >= min_words)
            return i;
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

/* Whether a word that may be a reporting verb is a noun here: "the report", "her claims",
 * "a post", but not "the mayor claims" nor "reported". */
static bool
is_noun(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    const struct xc_word *words = scene->text->words.items;
    size_t at = match->words.first;

    if (match->n_matched != 1 || at == scene->sentence.first ||
        xc_str_ends(words[at].key, "ed") || xc_str_ends(words[at].key, "ing"))
        return false;
    return (words[at - 1].flags & XC_WORD_POSSESSIVE) != 0 ||
           xc_lexicon_word_is(scene->lexicon, words[at - 1].key,
                              XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE |
                                  XC_SYNTAX_PREPOSITION);
}

/* Takes out the matches that only look like speech. */
static void
drop_nouns(struct xc_scene *scene)
{
    struct xc_cue_match_vec *cues = &scene->cues;
    size_t kept = 0;
    size_t i;

    for (i = 0; i < cues->n; i++) {
        enum xc_cue_class class = cues->items[i].cue->class;
        bool speech = class == XC_CUE_REPORT || class == XC_CUE_RUMOUR;

        if (speech && is_swallowed(cues, &cues->items[i]))
            continue;
        if (class == XC_CUE_REPORT && is_noun(scene, &cues->items[i]))
            continue;
        cues->items[kept++] = cues->items[i];
    }
    cues->n = kept;
}

enum xc_status
xc_scene_set(const struct xc_lexicon *lexicon, const struct xc_text *text,
             const struct xc_target *target, struct xc_arena *arena,
             struct xc_scene *out)
{
    struct xc_scene made = {.lexicon = lexicon, .text = text, .target = target};
    const bool *immune = target->literal;
    enum xc_status status;

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
    status = xc_cues_find(&lexicon->cues, text->fold.text, &text->words, made.sentence,
                          immune, arena, &made.cues, &made.cut);
    if (status != XC_OK)
        return status;
    drop_nouns(&made);
    *out = made;
    return XC_OK;
}

bool
xc_scene_gap_has(const struct xc_scene *scene, size_t word, char c)
{
    size_t block = scene->text->sentences[scene->target->sentence].block;
    struct xc_str gap = xc_text_gap(scene->text, block, word);

    return xc_str_find(gap, 0, c) < gap.len;
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
