/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/scene.h"

#include "base/vec.h"
#include "stance/sense.h"
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
        if (xc_sense_settle(scene, &scene->cues.items[i], arena) != XC_OK)
            return XC_NO_MEMORY;
        if (!xc_sense_is_cue(scene, &scene->cues.items[i]))
            continue;
        if (XC_VEC_ADD(&kept, arena) == NULL)
            return XC_NO_MEMORY;
        kept.items[kept.n - 1] = scene->cues.items[i];
    }
    scene->cues = kept;
    return XC_OK;
}

/* Whether quotation q of few words is what somebody says, and no phrase that is quoted for
 * its words alone: it ends with a mark of its own, as in «"It shut," he said» and «"The
 * bridge," he said, "shut."», and a reporting verb stands outside of it. */
static bool
is_said(const struct xc_scene *scene, size_t q)
{
    const struct xc_text *text = scene->text;
    const struct xc_quotation *quotation = &text->quotations.items[q];
    size_t end = quotation->folded.off_bytes + quotation->folded.len_bytes;
    const char *bytes = text->fold.text.ptr;
    size_t first = quotation->words.first;
    char last;
    size_t i;

    if (quotation->folded.len_bytes == 0)
        return false;
    last = bytes[end - 1];
    if (last != ',' && last != '?' && last != '!' &&
        (last != '.' || first == scene->sentence.first ||
         !xc_scene_gap_has(scene, first, ',')))
        return false;
    for (i = 0; i < scene->cues.n; i++) {
        if (scene->cues.items[i].cue->class == XC_CUE_REPORT &&
            xc_scene_quotation_of(text, scene->cues.items[i].words.first, 1) ==
                XC_NO_QUOTATION)
            return true;
    }
    return false;
}

/* A target counts as quoted when all of it stands in one quotation.  "She called it
 * 'the tightest' corset": a phrase that is quoted for its words alone is her source's
 * own sentence. */
static size_t
holding_quotation(const struct xc_scene *scene)
{
    const struct xc_text *text = scene->text;
    size_t q = xc_scene_quotation_of(text, scene->target->words.first, 1);

    if (q == XC_NO_QUOTATION ||
        text->quotations.items[q].words.end < scene->target->words.end ||
        (text->quotations.items[q].short_phrase && !is_said(scene, q)))
        return XC_NO_QUOTATION;
    return q;
}

bool
xc_scene_is_quoted(const struct xc_scene *scene)
{
    const struct xc_range words = scene->target->words;
    bool said = false;
    size_t i;

    if (scene->quotation != XC_NO_QUOTATION)
        return true;
    /* «"The bridge," he said, "closed."»: in pieces, and all that is the target's own. */
    for (i = words.first; i < words.end; i++) {
        size_t q = xc_scene_quotation_of(scene->text, i, 1);

        if (q == XC_NO_QUOTATION && (i == words.first || i + 1 == words.end))
            return false;
        said |= q != XC_NO_QUOTATION && is_said(scene, q);
    }
    return said;
}

struct xc_str
xc_scene_gap(const struct xc_scene *scene, size_t word)
{
    return xc_text_gap(scene->text, scene->block, word);
}

bool
xc_scene_gap_has(const struct xc_scene *scene, size_t word, char c)
{
    struct xc_str gap = xc_scene_gap(scene, word);
    size_t i = 0;

    while (i < gap.len && gap.ptr[i] != c)
        i++;
    return i < gap.len;
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

enum xc_status
xc_scene_open(const struct xc_lexicon *lexicon, const struct xc_text *text,
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
    made.block = text->sentences[target->sentence].block;
    made.quotation = XC_NO_QUOTATION;
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
    status = xc_scene_find_cues(&made, immune, arena);
    if (status != XC_OK)
        return status;
    made.quotation = holding_quotation(&made);
    *out = made;
    return XC_OK;
}

enum xc_status
xc_scene_set(const struct xc_lexicon *lexicon, const struct xc_text *text,
             const struct xc_target *target, struct xc_arena *arena,
             struct xc_scene *out)
{
    struct xc_scene made;
    enum xc_status status = xc_scene_open(lexicon, text, target, arena, &made);

    if (status == XC_OK)
        status = xc_clauses_split(lexicon->clauses, text, target->sentence, arena,
                                  &made.clauses);
    if (status == XC_OK)
        *out = made;
    return status;
}

enum xc_status
xc_scene_turn(const struct xc_scene *scene, const struct xc_target *target,
              struct xc_arena *arena, struct xc_scene *out)
{
    struct xc_scene made = *scene;

    if (target->literal == NULL || target->literal != scene->target->literal)
        return xc_scene_set(scene->lexicon, scene->text, target, arena, out);
    made.target = target;
    made.quotation = holding_quotation(&made);
    *out = made;
    return XC_OK;
}
