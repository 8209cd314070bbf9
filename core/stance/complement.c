/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/complement.h"

#include "text/syntax.h"

/* Whether a verb of saying behind the predicate is what the headline ends with: "…, mayor
 * says", "…, says mayor"; not "soldier dead, suspect held". */
static bool
attributes(const struct xc_scene *scene, const struct xc_predicate *predicate,
           const struct xc_cue_match *match)
{
    size_t first = match->words.first;

    return match->words.end >= predicate->range.end ||
           xc_scene_gap_has(scene, match->words.end, ',') ||
           (match->cue->options & XC_CUE_NP) != 0 ||
           (xc_scene_gap_has(scene, first, ',') &&
            xc_scene_word_is(scene, first, XC_SYNTAX_SPEECH));
}

/* "Alleged", "suspected", "potential": about a noun, not about what is told. */
static bool
is_of_noun(const struct xc_predicate *predicate, const struct xc_cue_match *match)
{
    return (match->cue->class == XC_CUE_RUMOUR ||
            (match->cue->class == XC_CUE_HEDGE &&
             match->words.first != predicate->range.first)) &&
           (match->cue->options & XC_CUE_NEAR) != 0;
}

/* Negators that turn a headline round stand by its verb ("did not", "never") or open it
 * ("no shark in harbour").  "Nearly drowned", "ends without a deal" tell what did
 * happen, and "don't panic" tells nothing. */
static bool
is_weak_negator(const struct xc_scene *scene, const struct xc_predicate *predicate,
                const struct xc_cue_match *match)
{
    size_t first = match->words.first;

    if (match->cue->class != XC_CUE_NEGATION)
        return false;
    if ((match->cue->options & (XC_CUE_NEAR | XC_CUE_PHRASE)) != 0)
        return true;
    if (first == predicate->range.first + 1 &&
        xc_str_is(scene->text->words.items[first - 1].key, "do"))
        return true;
    return false;
}

/* Cues behind the predicate are about its complement, unless they speak about all that
 * was said: "…, mayor says", "reportedly", "was a hoax". */
static bool
is_beside(const struct xc_scene *scene, const struct xc_predicate *predicate,
          const struct xc_cue_match *match)
{
    if (match->cue->class == XC_CUE_WATCH || is_of_noun(predicate, match) ||
        ((match->cue->options & XC_CUE_LABEL) != 0 &&
         match->words.first != scene->sentence.first) ||
        is_weak_negator(scene, predicate, match) ||
        (match->words.first >= predicate->aside.first &&
         match->words.first < predicate->aside.end))
        return true;
    if (match->words.first <= predicate->word)
        return match->cue->class == XC_CUE_REPORT &&
               xc_predicate_follows(scene, predicate->range, match);
    switch (match->cue->class) {
    case XC_CUE_PSEUDO:
    case XC_CUE_NEGATION:
    case XC_CUE_IMPLICATIVE:
    case XC_CUE_CONDITION:
    case XC_CUE_WATCH:
        return true;
    case XC_CUE_REPORT:
        return !attributes(scene, predicate, match);
    case XC_CUE_DENIAL:
    case XC_CUE_DEBUNK:
    case XC_CUE_RUMOUR:
    case XC_CUE_HEDGE:
    case XC_CUE_OPEN:
    case XC_CUE_QUESTION:
        return (match->cue->options & XC_CUE_BACKWARD) == 0 ||
               (match->cue->options & XC_CUE_NEAR) != 0;
    }
    return false;
}

static void
flag(const struct xc_scene *scene, const struct xc_cue_match *match, bool *literal)
{
    size_t k;

    for (k = 0; k < match->n_matched; k++)
        literal[match->matched[k] - scene->sentence.first] = true;
}

void
xc_complement_flag(const struct xc_scene *scene, const struct xc_predicate *predicate,
                   bool *literal)
{
    size_t i;

    literal[predicate->word - scene->sentence.first] = true;
    if (predicate->own != NULL)
        flag(scene, predicate->own, literal);
    for (i = 0; i < scene->cues.n; i++) {
        const struct xc_cue_match *match = &scene->cues.items[i];

        if (is_beside(scene, predicate, match))
            flag(scene, match, literal);
    }
}
