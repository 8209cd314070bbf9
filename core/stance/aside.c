/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/aside.h"

#include "stance/verb.h"
#include "text/syntax.h"

static struct xc_str
key_of(const struct xc_scene *scene, size_t word)
{
    return scene->text->words.items[word].key;
}

/* Whether a comma sets the cue off: ", not the mate", ", but not the mate". */
static bool
opens_aside(const struct xc_scene *scene, size_t cue)
{
    return xc_scene_gap_has(scene, cue, ',') ||
           (cue > scene->sentence.first && xc_str_is(key_of(scene, cue - 1), "but") &&
            xc_scene_gap_has(scene, cue - 1, ','));
}

/* Whether words [first, end) hold the target's first word. */
static bool
names_target(const struct xc_scene *scene, size_t first, size_t end)
{
    for (; first < end; first++) {
        if (xc_str_equal(key_of(scene, first),
                         key_of(scene, scene->target->words.first)))
            return true;
    }
    return false;
}

/* "A drone, not a kite, hit the tent": set off by commas, within the target. */
static enum xc_reach
reach_within(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t last = xc_scene_last_literal(scene);
    size_t c;
    size_t i;

    if (scene->target->words.first >= match->words.first ||
        !opens_aside(scene, match->words.first))
        return XC_REACHES;
    for (i = match->words.end + 1; i <= last; i++) {
        if (!xc_scene_gap_has(scene, i, ','))
            continue;
        /* "A drone's owner, but not the drone, was seen": of what the target names. */
        if (names_target(scene, match->words.end, i))
            return XC_REACHES;
        /* "A drone, nobody says, hit …": over the target, not in an aside. */
        for (c = 0; c < scene->cues.n; c++) {
            if (scene->cues.items[c].cue->class == XC_CUE_REPORT &&
                scene->cues.items[c].words.first >= match->words.end &&
                scene->cues.items[c].words.end <= i)
                return XC_REACHES;
        }
        return XC_REACHES_NOT;
    }
    return XC_REACHES;
}

/* Whether the cue may stand in an aside and speak of that alone: "not the mate", "no
 * longer young", "hardly awake", "allegedly drunk"; but "no mate" and "hardly a soul" are
 * subjects. */
static bool
is_of_aside(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    struct xc_str key = key_of(scene, match->words.first);
    struct xc_str next;

    if (match->n_matched != 1 || match->words.end >= scene->sentence.end)
        return false;
    next = key_of(scene, match->words.end);
    if (match->cue->class == XC_CUE_RUMOUR)
        return xc_str_ends(key, "ly");
    if (xc_str_is(key, "no"))
        return xc_str_ends(next, "er");
    if ((match->cue->options & XC_CUE_NEAR) != 0)
        return !xc_verb_is_determiner(scene, match->words.end) &&
               !xc_str_starts(next, "any");
    return xc_str_is(key, "not") || xc_str_is(key, "never");
}

/* "The keeper, not the mate, went", "Not being well, the keeper went": a cue of what
 * stands between commas before the target.  "Nobody, not even the mate, went" has its
 * subject negated, and "never, ever, did he go" its verb. */
static enum xc_reach
reach_before(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t cue = match->words.first;
    bool fronted = cue == scene->sentence.first &&
                   match->words.end < scene->sentence.end &&
                   xc_str_ends(key_of(scene, match->words.end), "ing");
    size_t i;

    if (!is_of_aside(scene, match) || (!fronted && !xc_scene_gap_has(scene, cue, ',')))
        return XC_REACHES;
    for (i = match->words.end + 1; i <= scene->target->words.first; i++) {
        if (xc_scene_gap_has(scene, i, ','))
            return xc_scene_word_is(scene, i, XC_SYNTAX_AUXILIARY) &&
                           i < scene->target->words.first
                       ? XC_REACHES
                       : XC_REACHES_NOT;
    }
    return XC_REACHES;
}

enum xc_reach
xc_aside_reach(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    enum xc_reach reach = XC_REACHES;

    if (match->cue->class == XC_CUE_NEGATION || is_of_aside(scene, match))
        reach = reach_within(scene, match);
    return reach == XC_REACHES ? reach_before(scene, match) : reach;
}
