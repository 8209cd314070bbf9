/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/lint_cover.h"

#include <stdint.h>

#include "base/limits.h"
#include "base/vec.h"

static bool
is_solid(const struct xc_element *element)
{
    return element->kind != XC_ELEMENT_OPTIONAL && element->kind != XC_ELEMENT_GAP;
}

/* Takes n steps; false when there are not so many left. */
static bool
spend(size_t *steps, size_t n)
{
    if (*steps <= n) {
        *steps = 0;
        return false;
    }
    *steps -= n;
    return true;
}

static bool
has_form(const struct xc_element *word, struct xc_str key, size_t *steps)
{
    size_t i;

    if (word->kind != XC_ELEMENT_WORD || !spend(steps, word->n_forms))
        return false;
    for (i = 0; i < word->n_forms; i++) {
        if (xc_str_equal(word->forms[i], key))
            return true;
    }
    return false;
}

/* Whether the word under this form is all that wide (a word or a choice) asks for. */
static bool
takes_form(const struct xc_element *wide, struct xc_str key, size_t *steps)
{
    size_t i;

    if (wide->kind == XC_ELEMENT_WORD)
        return has_form(wide, key, steps);
    for (i = 0; i < wide->n_branches; i++) {
        if (wide->branches[i].n == 1 &&
            has_form(&wide->branches[i].items[0], key, steps))
            return true;
    }
    return false;
}

static bool
takes_word(const struct xc_element *wide, const struct xc_element *word, size_t *steps)
{
    size_t i;

    if (word->kind != XC_ELEMENT_WORD)
        return false;
    for (i = 0; i < word->n_forms; i++) {
        if (!takes_form(wide, word->forms[i], steps))
            return false;
    }
    return word->n_forms > 0;
}

/* Whether one branch of the choice is made of words that have all forms of narrow's. */
static bool
takes_phrase(const struct xc_element *wide, const struct xc_sequence *narrow,
             size_t *steps)
{
    size_t b;
    size_t i;

    for (b = 0; b < wide->n_branches; b++) {
        const struct xc_sequence *branch = &wide->branches[b];

        if (branch->n != narrow->n)
            continue;
        for (i = 0; i < branch->n && branch->items[i].kind == XC_ELEMENT_WORD &&
                    takes_word(&branch->items[i], &narrow->items[i], steps);
             i++)
            continue;
        if (i == branch->n)
            return true;
    }
    return false;
}

static bool
takes_choice(const struct xc_element *wide, const struct xc_element *narrow,
             size_t *steps)
{
    size_t i;

    if (narrow->n_branches > 0 && wide->branches == narrow->branches)
        return true; /* the same term */
    for (i = 0; i < narrow->n_branches; i++) {
        const struct xc_sequence *branch = &narrow->branches[i];
        bool taken = branch->n == 1 ? takes_word(wide, &branch->items[0], steps)
                                    : takes_phrase(wide, branch, steps);

        if (!taken)
            return false;
    }
    return true;
}

/* Whether whatever narrow finds is found by wide. */
static bool
takes(const struct xc_pattern *of_wide, const struct xc_element *wide,
      const struct xc_pattern *of_narrow, const struct xc_element *narrow,
      size_t *steps)
{
    if (!spend(steps, 1))
        return false;
    if (wide->kind == XC_ELEMENT_SLOT)
        return narrow->kind == XC_ELEMENT_SLOT &&
               of_wide->slots[wide->number].kind ==
                   of_narrow->slots[narrow->number].kind;
    if (wide->kind != XC_ELEMENT_WORD && wide->kind != XC_ELEMENT_CHOICE)
        return false;
    return narrow->kind == XC_ELEMENT_CHOICE ? takes_choice(wide, narrow, steps)
                                             : takes_word(wide, narrow, steps);
}

/* The most words that an element can take; SIZE_MAX when that is not so easy. */
static size_t
most_words(const struct xc_element *element)
{
    size_t most = 0;
    size_t i;
    size_t j;

    switch (element->kind) {
    case XC_ELEMENT_WORD:
        return 1;
    case XC_ELEMENT_GAP:
        return element->number;
    case XC_ELEMENT_SLOT:
        return XC_MAX_SLOT_WORDS;
    case XC_ELEMENT_N_OF:
        return SIZE_MAX;
    case XC_ELEMENT_CHOICE:
    case XC_ELEMENT_OPTIONAL:
        for (i = 0; i < element->n_branches; i++) {
            const struct xc_sequence *branch = &element->branches[i];

            for (j = 0; j < branch->n; j++) {
                if (branch->items[j].kind != XC_ELEMENT_WORD)
                    return SIZE_MAX;
            }
            most = branch->n > most ? branch->n : most;
        }
        return most;
    }
    return SIZE_MAX;
}

/* What must be found of a sequence, in order, and how many words may lie between. */
struct solid {
    const struct xc_element *items[XC_MAX_PATTERN_ELEMENTS];
    size_t gap_before[XC_MAX_PATTERN_ELEMENTS];
    size_t n;
};

/* Optional elements are left out: with them it would find more still. */
static bool
make_solid(const struct xc_sequence *sequence, struct solid *out)
{
    size_t gap = 0;
    size_t i;

    out->n = 0;
    for (i = 0; i < sequence->n; i++) {
        const struct xc_element *element = &sequence->items[i];

        if (element->kind == XC_ELEMENT_GAP)
            gap += element->number;
        if (!is_solid(element))
            continue;
        if (out->n == XC_MAX_PATTERN_ELEMENTS)
            return false;
        out->items[out->n] = element;
        out->gap_before[out->n++] = gap;
        gap = 0;
    }
    return out->n > 0;
}

/* The words up to element j of the sequence, at most. */
static size_t
add_words(size_t sum, size_t more)
{
    return sum > SIZE_MAX / 2 || more > SIZE_MAX / 2 ? SIZE_MAX : sum + more;
}

/*
 * Whether the solid elements are found, in order and near enough, among those of narrow.
 * For each, the last place where it can stand is kept: from there the next is nearest.
 */
static bool
is_in_sequence(const struct xc_pattern *of_wide, const struct solid *wide,
               const struct xc_pattern *of_narrow, const struct xc_sequence *narrow,
               size_t *steps)
{
    size_t since[XC_MAX_PATTERN_ELEMENTS]; /* words behind its last place */
    bool placed[XC_MAX_PATTERN_ELEMENTS];
    size_t i;
    size_t j;

    memset(since, 0, wide->n * sizeof *since);
    memset(placed, 0, wide->n * sizeof *placed);
    for (j = 0; j < narrow->n; j++) {
        const struct xc_element *element = &narrow->items[j];
        size_t words = most_words(element);

        for (i = wide->n; i > 0; i--) {
            size_t at = i - 1;
            bool may =
                is_solid(element) &&
                (at == 0 || (placed[at - 1] && since[at - 1] <= wide->gap_before[at]));

            if (may && takes(of_wide, wide->items[at], of_narrow, element, steps)) {
                placed[at] = true;
                since[at] = 0;
            } else if (placed[at]) {
                since[at] = add_words(since[at], words);
            }
        }
    }
    return placed[wide->n - 1];
}

bool
xc_lint_covers(const struct xc_pattern *wide, const struct xc_pattern *narrow,
               size_t *steps)
{
    struct solid solid;
    size_t i;
    size_t j;

    for (i = 0; i < wide->n_sequences; i++) {
        if (!make_solid(&wide->sequences[i], &solid))
            return false;
        for (j = 0; j < narrow->n_sequences; j++) {
            if (is_in_sequence(wide, &solid, narrow, &narrow->sequences[j], steps))
                break;
        }
        if (j == narrow->n_sequences)
            return false;
    }
    return wide->n_sequences > 0;
}

size_t
xc_lint_solid(const struct xc_pattern *pattern)
{
    size_t n = 0;
    size_t i;
    size_t j;

    for (i = 0; i < pattern->n_sequences; i++) {
        for (j = 0; j < pattern->sequences[i].n; j++)
            n += is_solid(&pattern->sequences[i].items[j]);
    }
    return n;
}
