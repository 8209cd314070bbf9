/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/name.h"

/* Longer words than this carry a capital in a title-case headline. */
static const size_t small_word_bytes = 4;
/* How many words to either side may show what a sentence's first word is; a bound, so that an article of any length takes linear time. */
static const size_t window_words = 500;
/* "van der", "of the": so many small words may stand inside a name. */
static const size_t max_inside = 2;

static bool
is_capital(const struct xc_atoms *atoms, size_t i)
{
    return i < atoms->n && atoms->items[i].kind == XC_ATOM_WORD &&
           (atoms->items[i].flags & XC_ATOM_CAPITAL) != 0;
}

static bool
begins_sentence(const struct xc_atoms *atoms, size_t i)
{
    const unsigned opening = XC_GAP_EDGE | XC_GAP_COLON | XC_GAP_OTHER | XC_GAP_DASH;

    return i == 0 || (atoms->items[i].gap & opening) != 0;
}

bool
xc_name_is_title_case(const struct xc_atoms *atoms)
{
    size_t n_capitals = 0;
    size_t i;

    for (i = 0; i < atoms->n; i++) {
        if (atoms->items[i].kind != XC_ATOM_WORD ||
            atoms->items[i].text.len < small_word_bytes ||
            xc_atoms_form(atoms, i, XC_FORM_NO_NAME, NULL) != NULL)
            continue;
        if (!is_capital(atoms, i) && atoms->items[i].gap != 0)
            return false;
        n_capitals++;
    }
    return n_capitals > 3;
}

/*
 * Whether the word of atom i, which begins a sentence, is a name by what stands nearby:
 * once with a capital inside a sentence, and never without one.
 */
static bool
is_known_name(const struct xc_atoms *atoms, size_t i)
{
    const struct xc_text *text = atoms->text;
    const struct xc_word_vec *words = &text->words;
    size_t at = atoms->items[i].word;
    size_t first = at > window_words ? at - window_words : 0;
    size_t end = words->n - at > window_words ? at + window_words : words->n;
    bool known = false;
    size_t k;

    for (k = first; k < end; k++) {
        size_t s;

        if (k == at || !xc_str_equal(words->items[k].key, words->items[at].key))
            continue;
        if ((words->items[k].flags & XC_WORD_CAPITAL) == 0)
            return false;
        s = xc_text_sentence_of(text, k);
        known = known || (s < text->n_sentences && text->sentences[s].words.first != k);
    }
    return known;
}

/* Whether atom i goes on the name before it; an initial or a title may have its point:
 * "John F. Kennedy", "Mr. Pearl". */
static bool
goes_on(const struct xc_atoms *atoms, size_t i)
{
    if (i >= atoms->n || (atoms->items[i].flags & XC_ATOM_CLITIC) != 0)
        return false;
    if (xc_atoms_joined(atoms, i))
        return true;
    return (atoms->items[i].gap & ~(unsigned)(XC_GAP_SPACE | XC_GAP_POINT)) == 0 &&
           atoms->items[i - 1].text.len <= 3;
}

static size_t
run_end(const struct xc_atoms *atoms, size_t i)
{
    size_t end = i + 1;

    for (;;) {
        size_t at = end;
        size_t n_inside = 0;

        while (goes_on(atoms, at) && !is_capital(atoms, at) && n_inside < max_inside &&
               xc_atoms_form(atoms, at, XC_FORM_INSIDE_NAME, NULL) != NULL) {
            at++;
            n_inside++;
        }
        if (!goes_on(atoms, at) || !is_capital(atoms, at))
            return end;
        end = at + 1;
    }
}

static bool
is_calendar_word(const struct xc_atoms *atoms, size_t i)
{
    return xc_atoms_form(atoms, i, XC_FORM_WEEKDAY, NULL) != NULL ||
           xc_atoms_form(atoms, i, XC_FORM_MONTH, NULL) != NULL;
}

bool
xc_name_read(const struct xc_atoms *atoms, size_t i, size_t *out_end)
{
    bool first = begins_sentence(atoms, i);
    size_t end;

    if (!is_capital(atoms, i) || (atoms->items[i].flags & XC_ATOM_CLITIC) != 0 ||
        xc_atoms_is(atoms, i, "i") || is_calendar_word(atoms, i))
        return false;
    if (first && xc_atoms_form(atoms, i, XC_FORM_NO_NAME, NULL) != NULL)
        return false;
    end = run_end(atoms, i);
    if (first && end == i + 1 && !is_known_name(atoms, i))
        return false;
    *out_end = end;
    return true;
}

struct xc_str
xc_colour_read(const struct xc_atoms *atoms, size_t i, size_t *out_end)
{
    const struct xc_str none = {NULL, 0};
    const struct xc_form *form;
    size_t at = i;
    size_t end;

    while (xc_atoms_form(atoms, at, XC_FORM_SHADE, &end) != NULL &&
           xc_atoms_joined(atoms, end))
        at = end;
    form = xc_atoms_form(atoms, at, XC_FORM_COLOUR, &end);
    if (form == NULL)
        return none;
    /* "the White House", "Gordon Brown", but "Red carpets" and a Title Case headline. */
    if (is_capital(atoms, at) && !atoms->headline &&
        (!begins_sentence(atoms, i) ||
         (xc_atoms_joined(atoms, end) && is_capital(atoms, end))))
        return none;
    *out_end = end;
    return form->name;
}
