/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/counted.h"

#include <stdint.h>

#include "base/limits.h"
#include "text/syntax.h"

/* Words of a claim that are enough to assert it, however many more it has.  Measured, see
 * tests/bench/draft.py. */
static const size_t enough_units = 4;

bool
xc_counted_is(const struct xc_pattern *pattern)
{
    size_t i;

    for (i = 0; i < pattern->n_sequences; i++) {
        if (pattern->sequences[i].n == 1 &&
            pattern->sequences[i].items[0].kind == XC_ELEMENT_N_OF)
            return true;
    }
    return false;
}

/* A sequence that is being looked at. */
struct frame {
    const struct xc_element *owner; /* whose branch it is; NULL: of the unit itself */
    const struct xc_sequence *sequence;
    size_t next;
    size_t branch;
};

/* Adds the forms of one word to the unit; the first word of all says which one it is,
 * since patterns of one claim share theirs. */
static bool
add_word(struct xc_counted *counted, const struct xc_element *word, size_t *unit,
         struct xc_arena *arena)
{
    size_t value;
    size_t i;

    if (*unit == SIZE_MAX && !xc_table_get(&counted->units, word->forms[0], unit))
        *unit = counted->n_units++;
    for (i = 0; i < word->n_forms; i++) {
        if (!xc_table_add(&counted->units, word->forms[i], *unit, arena, &value))
            return false;
    }
    return true;
}

/* Adds all words of the sequence, in any of its choices, as one unit. */
static bool
add_unit(struct xc_counted *counted, const struct xc_sequence *sequence,
         struct xc_arena *arena)
{
    struct frame frames[XC_MAX_PATTERN_DEPTH + 2]; /* brackets, a term, the sequence */
    size_t unit = SIZE_MAX;
    size_t depth = 0;

    frames[0] = (struct frame){.sequence = sequence};
    for (;;) {
        struct frame *frame = &frames[depth];
        const struct xc_element *element;

        if (frame->next == frame->sequence->n) {
            if (frame->owner == NULL)
                return true;
            if (++frame->branch < frame->owner->n_branches) {
                frame->sequence = &frame->owner->branches[frame->branch];
                frame->next = 0;
            } else {
                depth--;
            }
            continue;
        }
        element = &frame->sequence->items[frame->next++];
        if (element->kind == XC_ELEMENT_WORD &&
            !add_word(counted, element, &unit, arena))
            return false;
        if (element->n_branches > 0)
            frames[++depth] =
                (struct frame){.owner = element, .sequence = &element->branches[0]};
    }
}

static bool
add_sequence(struct xc_counted *counted, const struct xc_sequence *sequence,
             struct xc_arena *arena)
{
    const struct xc_element *first = sequence->items;
    size_t i;

    if (sequence->n != 1 || first->kind != XC_ELEMENT_N_OF)
        return add_unit(counted, sequence, arena);
    for (i = 0; i < first->n_branches; i++) {
        if (!add_unit(counted, &first->branches[i], arena))
            return false;
    }
    return true;
}

enum xc_status
xc_counted_of(const struct xc_claim *claim, struct xc_arena *arena,
              struct xc_counted *out)
{
    struct xc_counted made = {.n_units = 0};
    bool counts = false;
    size_t p;
    size_t s;

    for (p = 0; p < claim->n_match; p++)
        counts = counts || xc_counted_is(claim->match[p]);
    for (p = 0; counts && p < claim->n_match; p++) {
        const struct xc_pattern *pattern = claim->match[p];

        for (s = 0; s < pattern->n_sequences; s++) {
            if (!add_sequence(&made, &pattern->sequences[s], arena))
                return XC_NO_MEMORY;
        }
    }
    *out = made;
    return XC_OK;
}

/* The innermost cue that turns what follows it round; NULL when there is none. */
static const struct xc_cue_hit *
find_negator(const struct xc_stance_reading *reading)
{
    size_t i;

    for (i = reading->n_cues; i-- > 0;) {
        const struct xc_cue_hit *hit = &reading->cues[i];

        if ((hit->class == XC_CUE_NEGATION || hit->class == XC_CUE_IMPLICATIVE) &&
            (hit->cue == NULL || (hit->cue->options & XC_CUE_BACKWARD) == 0))
            return hit;
    }
    return NULL;
}

/* Whether the word only leads on to what is negated: "has not yet been formally sold",
 * "none of the 28 boats", "nowhere has anybody sold it". */
static bool
is_passed_over(const struct xc_lexicon *lexicon, struct xc_str key)
{
    return (key.len > 0 && key.ptr[0] >= '0' && key.ptr[0] <= '9') ||
           xc_str_ends(key, "ly") ||
           xc_lexicon_word_is(lexicon, key, XC_SYNTAX_ADVERB | XC_SYNTAX_HOST) ||
           xc_table_get(&lexicon->function_words, key, NULL);
}

/* The word that the denial turns round when it is none of the claim's; else the
 * sentence's end. */
static size_t
find_turned(const struct xc_lexicon *lexicon, const struct xc_text *text,
            struct xc_range words, const struct xc_counted *counted,
            const struct xc_stance_reading *reading)
{
    const struct xc_cue_hit *cue = find_negator(reading);
    size_t i;

    if (cue == NULL || cue->words.first < words.first || cue->words.end > words.end)
        return words.end;
    for (i = cue->words.end; i < words.end; i++) {
        const struct xc_str key = text->words.items[i].key;

        if (xc_table_get(&counted->units, key, NULL))
            return words.end;
        if (!is_passed_over(lexicon, key))
            return i;
    }
    return words.end;
}

/* How many of the claim's units the sentence has; SIZE_MAX when memory is short. */
static size_t
count_units(const struct xc_text *text, struct xc_range words,
            const struct xc_counted *counted, struct xc_arena *arena)
{
    bool *seen = xc_arena_array(arena, counted->n_units, sizeof *seen);
    size_t n = 0;
    size_t i;

    if (seen == NULL)
        return SIZE_MAX;
    for (i = words.first; i < words.end; i++) {
        size_t unit;

        if (!xc_table_get(&counted->units, text->words.items[i].key, &unit))
            continue;
        n += !seen[unit];
        seen[unit] = true;
    }
    return n;
}

enum xc_status
xc_counted_settle(const struct xc_lexicon *lexicon, const struct xc_text *text,
                  size_t sentence, const struct xc_counted *counted,
                  struct xc_arena *arena, struct xc_stance_reading *reading)
{
    const struct xc_range words = text->sentences[sentence].words;
    struct xc_str why = XC_STR("");

    if (reading->stance == XC_STANCE_DENIED) {
        size_t i = find_turned(lexicon, text, words, counted, reading);

        if (i < words.end)
            why = xc_arena_printf(
                arena,
                "by counted words, and '%.*s', which is negated, is none of them",
                (int)text->words.items[i].key.len, text->words.items[i].key.ptr);
    } else if (reading->stance == XC_STANCE_ASSERTED) {
        size_t n = count_units(text, words, counted, arena);

        if (n == SIZE_MAX)
            return XC_NO_MEMORY;
        if (2 * n < counted->n_units && n < enough_units)
            why = xc_arena_printf(arena,
                                  "by counted words, %zu of the claim's %zu, which are "
                                  "too few to assert it",
                                  n, counted->n_units);
    }
    if (why.ptr == NULL)
        return XC_NO_MEMORY;
    if (why.len == 0)
        return XC_OK;
    reading->stance = XC_STANCE_UNRESOLVED;
    reading->trace =
        xc_arena_printf(arena, "%.*s%.*s: %s\n", (int)reading->trace.len,
                        reading->trace.ptr == NULL ? "" : reading->trace.ptr,
                        (int)why.len, why.ptr, xc_stance_name(reading->stance));
    return reading->trace.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}
