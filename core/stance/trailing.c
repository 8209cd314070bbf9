/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/trailing.h"

#include "base/vec.h"

static const size_t longest_attribution = 14; /* words before its verb */
static const size_t longest_headline_label = 4;

static bool
is_set_off(const struct xc_scene *scene, size_t word)
{
    return xc_scene_gap_has(scene, word, ',') || xc_scene_gap_has(scene, word, '"') ||
           xc_scene_gap_has(scene, word, '?') || xc_scene_gap_has(scene, word, '!') ||
           (xc_scene_gap_has(scene, word, '-') &&
            xc_scene_gap_has(scene, word, ' '));
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

static bool
word_is_one_of(const struct xc_scene *scene, size_t word, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (xc_str_is(scene->text->words.items[word].key, *list))
            return true;
    }
    return false;
}

/* Whether what follows the verb at `after` says only when, where or how, so that the verb
 * has no complement of its own behind it: "…, the mayor said on Monday". */
static bool
is_closed(const struct xc_scene *scene, size_t after)
{
    static const char *const closers[] = {
        "in",    "on",    "at",     "during", "after",   "before", "to",   "via",
        "by",    "from",  "last",   "later",  "earlier", "when",   "while", "as",
        "with",  "through", "of",   "and",    "yesterday", "today", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", NULL};

    return after >= scene->sentence.end || is_set_off(scene, after) ||
           word_is_one_of(scene, after, closers);
}

/* Whether the verb attributes what follows it ("… said that Q") and not what stands
 * before.  "told the Post" has an addressee, which is no complement. */
static bool
has_complement(const struct xc_scene *scene, const struct xc_cue_match *match,
               bool inverted)
{
    static const size_t longest_addressee = 5;
    size_t after = match->words.end;
    size_t last = after;

    if (inverted)
        return false;
    if ((match->cue->options & XC_CUE_OBJECT) != 0)
        last += longest_addressee;
    for (; after <= last; after++) {
        if (is_closed(scene, after))
            return false;
    }
    return true;
}

bool
xc_trailing_find(const struct xc_scene *scene, const struct xc_cue_match *match,
                 struct xc_trailing *out)
{
    static const char *const joiners[] = {"and", "but",  "who",   "which", "or",
                                          "so",  "when", "after", "before", "because",
                                          "if",  "while", NULL};
    size_t verb = match->words.first;
    size_t start = segment_start(scene, verb);
    bool named_after = (match->cue->options & XC_CUE_NP) != 0;
    struct xc_trailing made = {false, false};
    bool closes;

    if (match->cue->class != XC_CUE_REPORT || verb - start > longest_attribution ||
        word_is_one_of(scene, start, joiners))
        return false;
    /* "According to the mayor, …": set off by the comma behind it. */
    if (named_after)
        return true;
    made.as = xc_str_is(scene->text->words.items[start].key, "as");
    made.inverted = start == verb && start > scene->sentence.first;
    if (start == scene->sentence.first && !made.as)
        return false; /* "The mayor said, …": an ordinary embedding verb */
    if (has_complement(scene, match, made.inverted))
        return false;
    /* Behind the target, or in commas of its own before it ends. */
    closes = match->words.first >= scene->target->words.end ||
             (match->words.end < scene->sentence.end &&
              xc_scene_gap_has(scene, match->words.end, ',') &&
              !xc_scene_gap_has(scene, match->words.end, '"'));
    if (!closes && !made.as)
        return false;
    *out = made;
    return true;
}

/* Whether words [words) are "Report", "Source", "Rumor": nobody in particular. */
static bool
names_nobody(const struct xc_scene *scene, struct xc_range words)
{
    static const char *const labels[] = {"report", "reports", "rumor",  "rumour",
                                         "rumors", "rumours", "source", "sources",
                                         "claim",  "claims",  NULL};
    size_t i;

    for (i = words.first; i < words.end; i++) {
        if (word_is_one_of(scene, i, labels))
            return true;
    }
    return false;
}

enum xc_status
xc_trailing_headline(const struct xc_scene *scene, struct xc_arena *arena,
                     struct xc_scope *scope)
{
    const struct xc_text *text = scene->text;
    size_t block = text->sentences[scene->target->sentence].block;
    struct xc_range label = {0, 0};
    struct xc_scope_cue *made;
    size_t i;

    if (text->blocks[block].kind != XC_BLOCK_HEADLINE)
        return XC_OK;
    for (i = scene->sentence.first + 1; i < scene->sentence.end; i++) {
        bool colon = xc_scene_gap_has(scene, i, ':');

        if (!colon && !(xc_scene_gap_has(scene, i, '-') &&
                        xc_scene_gap_has(scene, i, ' ')))
            continue;
        /* "Police: three men …": only a colon sets off what stands before it. */
        if (colon && i <= scene->target->words.first &&
            i - scene->sentence.first <= longest_headline_label)
            label = (struct xc_range){scene->sentence.first, i};
        if (i >= scene->target->words.end &&
            scene->sentence.end - i <= longest_headline_label)
            label = (struct xc_range){i, scene->sentence.end};
    }
    if (label.end == label.first)
        return XC_OK;
    made = XC_VEC_ADD(scope, arena);
    if (made == NULL)
        return XC_NO_MEMORY;
    *made = (struct xc_scope_cue){
        .level = XC_SCOPE_ATTRIBUTION,
        .class = names_nobody(scene, label) ? XC_CUE_RUMOUR : XC_CUE_REPORT,
        .options = XC_CUE_NP,
        .words = label,
    };
    return XC_OK;
}
