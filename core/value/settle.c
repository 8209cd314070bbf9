/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/settle.h"

#include <string.h>

/* The longest phrase, in bytes. */
#define MAX_PHRASE_BYTES ((size_t)64)

/* Notes the lexicon's phrases that begin at atom i. */
static void
find_phrases(const struct xc_value_words *words, struct xc_atoms *atoms, size_t i)
{
    struct xc_atom *atom = &atoms->items[i];
    size_t reach;
    char phrase[MAX_PHRASE_BYTES];
    size_t len = 0;
    size_t n;

    if (atom->kind == XC_ATOM_NUMBER)
        return;
    reach = xc_value_words_reach(words, atom->text);
    for (n = 0; n < reach && i + n < atoms->n; n++) {
        const struct xc_atom *part = &atoms->items[i + n];
        const unsigned inside = XC_GAP_SPACE | XC_GAP_HYPHEN | XC_GAP_SLASH;
        const unsigned marks = XC_GAP_POINT | XC_GAP_APOSTROPHE;
        const struct xc_form *forms;

        /* Abbreviations and possessives: "sq. ft", "New Year's Day". */
        if (n > 0 && (part->gap & ~(inside | marks)) != 0)
            return;
        /* "A$5" is Australian, "a $5 note" is not. */
        if (n > 0 && part->kind == XC_ATOM_SIGN && part->gap != 0 &&
            (part - 1)->text.len == 1)
            return;
        if (len + part->text.len + 1 > sizeof phrase ||
            atom->n_phrases == XC_ATOM_PHRASES)
            return;
        if (n > 0)
            phrase[len++] = ' ';
        memcpy(phrase + len, part->text.ptr, part->text.len);
        len += part->text.len;
        forms = xc_value_words_forms(words, (struct xc_str){phrase, len});
        if (forms == NULL)
            continue;
        atom->phrases[atom->n_phrases++] = (struct xc_atom_phrase){forms, i + n + 1};
        for (; forms != NULL; forms = forms->next)
            atom->classes |= XC_CLASS(forms->class);
    }
}

static bool
is_rank_ending(struct xc_str text)
{
    return xc_str_is(text, "st") || xc_str_is(text, "nd") || xc_str_is(text, "rd") ||
           xc_str_is(text, "th") || xc_str_is(text, "s") || xc_str_is(text, "ish");
}

/* A sign that can only follow a number belongs to that number's word, though the gap
 * was read with the word after it: "20 % of", "5 €, then". */
static void
settle_sign(struct xc_atoms *atoms, size_t i)
{
    struct xc_atom *atom = &atoms->items[i];
    bool before_next =
        i + 1 < atoms->n && (xc_atoms_gap(atoms, i + 1) & ~(unsigned)XC_GAP_SPACE) == 0;

    if (atom->kind != XC_ATOM_SIGN || i == 0)
        return;
    if (xc_atoms_form(atoms, i, XC_FORM_UNIT, NULL) != NULL || !before_next)
        atom->word = atoms->items[i - 1].word;
}

/* "24703L202" is a code; "5ft2in" and "6ft2" are not. */
static bool
is_inside_code(const struct xc_atoms *atoms, size_t i)
{
    const struct xc_atom *items = atoms->items;
    const struct xc_form *unit;

    if (i + 2 >= atoms->n || items[i + 1].kind != XC_ATOM_WORD ||
        items[i + 1].gap != 0 || items[i + 2].kind != XC_ATOM_NUMBER ||
        items[i + 2].gap != 0)
        return false;
    unit = xc_atoms_form(atoms, i + 1, XC_FORM_UNIT, NULL);
    return (unit == NULL || unit->then == NULL) &&
           !(i + 3 < atoms->n && items[i + 3].gap == 0 &&
             items[i + 3].kind == XC_ATOM_WORD);
}

/* What may be glued to a number, or joined to it by a hyphen, and leave it one. */
static const uint64_t before_number =
    XC_CLASS(XC_FORM_CARDINAL) | XC_CLASS(XC_FORM_SCALE) |
    XC_CLASS(XC_FORM_APPROXIMATOR) | XC_CLASS(XC_FORM_OPENER) |
    XC_CLASS(XC_FORM_DATED) | XC_CLASS(XC_FORM_MONTH) | XC_CLASS(XC_FORM_MONTH_WORD) |
    XC_CLASS(XC_FORM_PART_OF_DATE) | XC_CLASS(XC_FORM_CURRENCY_BEFORE);
static const uint64_t after_number =
    XC_CLASS(XC_FORM_UNIT) | XC_CLASS(XC_FORM_SCALE) | XC_CLASS(XC_FORM_SUFFIX) |
    XC_CLASS(XC_FORM_CURRENCY_AFTER) | XC_CLASS(XC_FORM_CLOCK) |
    XC_CLASS(XC_FORM_AFTERTHOUGHT) | XC_CLASS(XC_FORM_YEARS_OLD);

/* "5ft" and "20th" are numbers, "4x4" is none; "19-year" is one, "C-130" is none. */
static bool
is_part_of_word(const struct xc_atoms *atoms, size_t i)
{
    const struct xc_atom *atom = &atoms->items[i];
    const struct xc_atom *before = i > 0 ? atom - 1 : NULL;
    const struct xc_atom *after = i + 1 < atoms->n ? atom + 1 : NULL;

    if (after != NULL && after->kind == XC_ATOM_WORD && after->gap == 0 &&
        !xc_atoms_has(atoms, i + 1, after_number) && !is_rank_ending(after->text))
        return true;
    if (before == NULL || before->kind != XC_ATOM_WORD || is_rank_ending(before->text))
        return false;
    if (atom->gap == 0) /* "5ft2in" */
        return !xc_atoms_has(atoms, i - 1, before_number | XC_CLASS(XC_FORM_UNIT));
    return atom->gap == XC_GAP_HYPHEN && !xc_atoms_has(atoms, i - 1, before_number);
}

/* A number that is part of something else is none: "covid-19", "4x4", "10.30.2". */
static void
mark_odd(struct xc_atoms *atoms, size_t i)
{
    struct xc_atom *atom = &atoms->items[i];
    const struct xc_atom *before = i > 0 ? atom - 1 : NULL;
    const struct xc_atom *after = i + 1 < atoms->n ? atom + 1 : NULL;
    const unsigned address = XC_GAP_POINT | XC_GAP_OTHER;

    if (atom->kind != XC_ATOM_NUMBER)
        return;
    /* "75 -300" is a range or a list, nothing below zero. */
    if (before != NULL && before->kind == XC_ATOM_NUMBER)
        atom->gap &= ~(unsigned)XC_GAP_MINUS;
    if (is_inside_code(atoms, i) || is_part_of_word(atoms, i) ||
        (before != NULL && atom->gap != 0 && (atom->gap & ~address) == 0) ||
        (after != NULL && after->gap != 0 && (after->gap & ~address) == 0 &&
         after->kind == XC_ATOM_NUMBER))
        atom->flags |= XC_ATOM_ODD;
}

/* Whether figures stand in groups of three with thin spaces between, as in "1 234 567" of
 * many European hands; a plain space separates two numbers. */
static bool
is_group(const struct xc_atoms *atoms, size_t i)
{
    const struct xc_atom *atom = &atoms->items[i];
    const struct xc_atom *before = i > 0 ? atom - 1 : NULL;
    size_t figures = xc_str_find(atom->text, 0, '.');
    struct xc_span gap;
    struct xc_str between;

    if (before == NULL || before->kind != XC_ATOM_NUMBER ||
        atom->kind != XC_ATOM_NUMBER || atom->gap != XC_GAP_SPACE || figures != 3 ||
        before->number.exponent < 0 ||
        ((before->flags & XC_ATOM_GROUP) == 0 && before->text.len > 3))
        return false;
    gap.off_bytes = before->folded.off_bytes + before->folded.len_bytes;
    gap.len_bytes = atom->folded.off_bytes - gap.off_bytes;
    between =
        xc_str_at(atoms->text->article, xc_fold_to_article(&atoms->text->fold, gap));
    return xc_str_is(between, "\xe2\x80\xaf") || xc_str_is(between, "\xe2\x80\x89") ||
           xc_str_is(between, "\xc2\xa0");
}

/* Whether figures are the decimals of those before: "5,00" of a comma where English has a
 * point, and the 5 of "USD115.5", which the splitter leaves apart.  "22,24,26" is a list. */
static bool
is_decimals(const struct xc_atoms *atoms, size_t i)
{
    const struct xc_atom *atom = &atoms->items[i];
    const struct xc_atom *before = i > 0 ? atom - 1 : NULL;

    if (before == NULL || before->kind != XC_ATOM_NUMBER ||
        atom->kind != XC_ATOM_NUMBER || before->number.exponent < 0 ||
        (before->flags & XC_ATOM_GROUPED) != 0)
        return false;
    if (atom->gap == XC_GAP_POINT)
        return i > 1 && before->gap == 0 &&
               xc_atoms_has(atoms, i - 2, XC_CLASS(XC_FORM_CURRENCY_BEFORE));
    return atom->gap == XC_GAP_COMMA && atom->text.len < 3 &&
           (before->gap & XC_GAP_COMMA) == 0 &&
           (xc_atoms_gap(atoms, i + 1) & (XC_GAP_COMMA | XC_GAP_SLASH)) == 0;
}

_Static_assert(XC_N_FORM_CLASSES <= 64, "a set of classes is a 64-bit mask");

void
xc_atoms_settle(const struct xc_value_words *words, struct xc_atoms *atoms)
{
    size_t i;

    for (i = 0; i < atoms->n; i++)
        find_phrases(words, atoms, i);
    for (i = 0; i < atoms->n; i++) {
        settle_sign(atoms, i);
        mark_odd(atoms, i);
        if (is_group(atoms, i))
            atoms->items[i].flags |= XC_ATOM_GROUP;
    }
    for (i = 0; i < atoms->n; i++) {
        if (!is_decimals(atoms, i))
            continue;
        atoms->items[i].flags |= XC_ATOM_DECIMALS;
        atoms->items[i - 1].flags &= ~(unsigned)XC_ATOM_ODD;
    }
}
