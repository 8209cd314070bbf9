/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/recognise.h"

#include <string.h>

#include "base/vec.h"
#include "value/calendar.h"
#include "value/former.h"
#include "value/name.h"
#include "value/quantity.h"

/* What a number or a date may begin with, and what a colour may. */
static const uint64_t openers =
    XC_CLASS(XC_FORM_CARDINAL) | XC_CLASS(XC_FORM_ORDINAL) | XC_CLASS(XC_FORM_PART) |
    XC_CLASS(XC_FORM_VAGUE) | XC_CLASS(XC_FORM_MANY) | XC_CLASS(XC_FORM_ARTICLE) |
    XC_CLASS(XC_FORM_NEGATIVE) | XC_CLASS(XC_FORM_APPROXIMATOR) |
    XC_CLASS(XC_FORM_OPENER) | XC_CLASS(XC_FORM_CURRENCY_BEFORE) |
    XC_CLASS(XC_FORM_MONTH) | XC_CLASS(XC_FORM_MONTH_WORD) | XC_CLASS(XC_FORM_WEEKDAY) |
    XC_CLASS(XC_FORM_DAY) | XC_CLASS(XC_FORM_WHICH) | XC_CLASS(XC_FORM_PART_OF_DATE) |
    XC_CLASS(XC_FORM_DECADE) | XC_CLASS(XC_FORM_SEASON) |
    XC_CLASS(XC_FORM_WEEKDAY_WORD) | XC_CLASS(XC_FORM_WEEK_OF) |
    XC_CLASS(XC_FORM_SHIFT) | XC_CLASS(XC_FORM_QUARTER) | XC_CLASS(XC_FORM_HOLIDAY);
static const uint64_t colours = XC_CLASS(XC_FORM_COLOUR) | XC_CLASS(XC_FORM_SHADE);

/* Words that begin a value only together with what follows them: "a", "some", "in". */
static const uint64_t leaders = XC_CLASS(XC_FORM_ARTICLE) |
                                XC_CLASS(XC_FORM_APPROXIMATOR) |
                                XC_CLASS(XC_FORM_OPENER) | XC_CLASS(XC_FORM_SHIFT);
/* … and what that may be, beside all of the above: "a mile", "a year ago", "a dozen". */
static const uint64_t followers = XC_CLASS(XC_FORM_UNIT) | XC_CLASS(XC_FORM_PERIOD) |
                                  XC_CLASS(XC_FORM_SCALE) | XC_CLASS(XC_FORM_PARTS);

/* One call's state; a kind's next hit begins at or after the end of its last. */
struct finder {
    const struct xc_value_words *words;
    const struct xc_date *published;
    struct xc_arena *arena;
    struct xc_atoms atoms;
    bool title_case;
    size_t free_from[XC_N_VALUE_KINDS];
    struct xc_value_hit_vec *out;
    size_t n_before; /* hits of earlier calls */
};

static bool
is_title(const struct xc_value_words *words, struct xc_str key)
{
    const struct xc_form *form = xc_value_words_forms(words, key);

    while (form != NULL && form->class != XC_FORM_TITLE)
        form = form->next;
    return form != NULL;
}

/* The keys of the words, joined by spaces; with a lexicon "Mr. Doe" without the title, which
 * says nothing of who it is.  ptr NULL when memory is short. */
static struct xc_str
name_of(const struct xc_value_words *lexicon, const struct xc_word_vec *words,
        struct xc_range range, struct xc_arena *arena)
{
    size_t len = 0;
    size_t at = 0;
    size_t i;
    char *joined;

    for (i = range.first; i < range.end; i++)
        len += words->items[i].key.len + 1;
    joined = xc_arena_alloc(arena, len);
    if (joined == NULL)
        return (struct xc_str){NULL, 0};
    for (i = range.first; i < range.end; i++) {
        struct xc_str key = words->items[i].key;
        bool alone = at == 0 && i + 1 == range.end;

        if (lexicon != NULL && !alone && is_title(lexicon, key))
            continue;
        if (at > 0)
            joined[at++] = ' ';
        memcpy(joined + at, key.ptr, key.len);
        at += key.len;
    }
    return (struct xc_str){joined, at};
}

static struct xc_range
words_of(const struct xc_atoms *atoms, size_t first, size_t end)
{
    struct xc_range range = {atoms->items[first].word, atoms->items[end - 1].word + 1};

    return range;
}

/* Where the atoms stand in the article, signs such as $ and % included. */
static struct xc_span
span_of(const struct xc_atoms *atoms, size_t first, size_t end)
{
    bool minus = (atoms->items[first].gap & XC_GAP_MINUS) != 0;
    size_t off = atoms->items[first].folded.off_bytes - (minus ? 1 : 0);
    struct xc_span last = atoms->items[end - 1].folded;
    struct xc_span folded = {off, last.off_bytes + last.len_bytes - off};

    return xc_fold_to_article(&atoms->text->fold, folded);
}

/* An expression's atoms, and those of it that say it without what approximates it. */
struct extent {
    size_t first;
    size_t end;
    size_t said_first;
    size_t said_end;
};

/* Adds a hit, in the order of kinds within its first word. */
static enum xc_status
add_hit(struct finder *finder, const struct extent *extent,
        const struct xc_value *value)
{
    struct xc_value_hit_vec *out = finder->out;
    struct xc_value_hit hit;
    size_t at;

    if (extent->first < finder->free_from[value->kind])
        return XC_OK;
    hit.words = words_of(&finder->atoms, extent->first, extent->end);
    hit.value = *value;
    hit.value.text = xc_str_at(finder->atoms.text->article,
                               span_of(&finder->atoms, extent->first, extent->end));
    hit.value.stated_at = span_of(&finder->atoms, extent->said_first, extent->said_end);
    if (value->unit.ptr == NULL)
        hit.value.unit = XC_STR("");
    if (value->name.ptr == NULL)
        hit.value.name = XC_STR("");
    finder->free_from[value->kind] = extent->end;
    for (at = out->n; at > finder->n_before; at--) {
        const struct xc_value_hit *before = &out->items[at - 1];

        if (before->words.first != hit.words.first || before->value.kind < value->kind)
            break;
        if (before->value.kind == value->kind)
            return XC_OK;
    }
    if (XC_VEC_ADD(out, finder->arena) == NULL)
        return XC_NO_MEMORY;
    memmove(&out->items[at + 1], &out->items[at],
            (out->n - 1 - at) * sizeof out->items[0]);
    out->items[at] = hit;
    return XC_OK;
}

static struct xc_value
empty_value(enum xc_value_kind kind)
{
    struct xc_value value;

    memset(&value, 0, sizeof value);
    value.kind = kind;
    value.unit = XC_STR("");
    value.name = XC_STR("");
    value.text = XC_STR("");
    return value;
}

static void
keep_free(struct finder *finder, enum xc_value_kind kind, size_t end)
{
    if (finder->free_from[kind] < end)
        finder->free_from[kind] = end;
}

static enum xc_status
find_date(struct finder *finder, size_t i)
{
    struct xc_value value = empty_value(XC_VALUE_DATE);
    struct extent extent;
    struct xc_stamp stamp;

    if (!xc_calendar_read(&finder->atoms, finder->published, i, &stamp))
        return XC_OK;
    value.timex = stamp.said;
    value.low.finite = stamp.bounded && !stamp.no_first;
    value.high.finite = stamp.bounded && !stamp.no_last;
    if (stamp.bounded) {
        value.low.at = xc_decimal_make(stamp.first, 0);
        value.high.at = xc_decimal_make(stamp.last, 0);
    }
    value.has_date = stamp.has_date;
    if (stamp.has_date)
        value.date = stamp.date;
    value.approximation = stamp.no_first || stamp.no_last ? XC_VALUE_BOUND
                          : stamp.approximate             ? XC_VALUE_APPROXIMATE
                                                          : XC_VALUE_EXACT;
    if (stamp.absorbs && i >= finder->free_from[XC_VALUE_DATE]) {
        keep_free(finder, XC_VALUE_COUNT, stamp.end);
        keep_free(finder, XC_VALUE_ORDINAL, stamp.end);
        keep_free(finder, XC_VALUE_AGE, stamp.end);
        keep_free(finder, XC_VALUE_PERCENT, stamp.end);
        keep_free(finder, XC_VALUE_NAME, stamp.end);
    }
    extent = (struct extent){i, stamp.end, stamp.said_first, stamp.end};
    return add_hit(finder, &extent, &value);
}

static enum xc_status
find_quantities(struct finder *finder, size_t i)
{
    struct xc_quantity found[XC_N_VALUE_KINDS];
    enum xc_status status = XC_OK;
    size_t end = 0;
    size_t k;

    memset(found, 0, sizeof found);
    xc_quantities_read(finder->words, &finder->atoms, i, found);
    for (k = 0; k < XC_N_VALUE_KINDS; k++) {
        if (i < finder->free_from[k])
            found[k].end = 0;
    }
    /* The "twenty" of "twenty-first" counts nothing. */
    if (found[XC_VALUE_ORDINAL].end > found[XC_VALUE_COUNT].end)
        found[XC_VALUE_COUNT].end = 0;
    for (k = 0; k < XC_N_VALUE_KINDS && status == XC_OK; k++) {
        struct extent extent = {i, found[k].end, found[k].first, found[k].stated_end};

        if (found[k].end == 0)
            continue;
        found[k].value.text = XC_STR("");
        found[k].value.former = xc_former_is(&finder->atoms, i, found[k].end);
        if (found[k].figure_end != 0)
            found[k].value.figure_at =
                span_of(&finder->atoms, found[k].figure_first, found[k].figure_end);
        status = add_hit(finder, &extent, &found[k].value);
    }
    /* What lies within begins nothing by itself: the 14 of "$14 million", the "two" of
     * "six feet two", the US of "US$5". */
    for (k = 0; k < XC_N_VALUE_KINDS; k++)
        end = found[k].end > end ? found[k].end : end;
    for (k = 0; k < XC_N_VALUE_KINDS; k++) {
        if (end > i + 1 && k != XC_VALUE_DATE && k != XC_VALUE_COLOUR)
            keep_free(finder, (enum xc_value_kind)k, end);
    }
    return status;
}

static enum xc_status
find_named(struct finder *finder, size_t i)
{
    struct xc_value value = empty_value(XC_VALUE_COLOUR);
    enum xc_status status = XC_OK;
    struct extent extent;
    size_t end;

    value.name = xc_colour_read(&finder->atoms, i, &end);
    extent = (struct extent){i, end, i, end};
    if (value.name.ptr != NULL)
        status = add_hit(finder, &extent, &value);
    if (status != XC_OK || finder->title_case || i < finder->free_from[XC_VALUE_NAME] ||
        !xc_name_read(&finder->atoms, i, &end))
        return status;
    value.kind = XC_VALUE_NAME;
    value.name = name_of(finder->words, &finder->atoms.text->words,
                         words_of(&finder->atoms, i, end), finder->arena);
    if (value.name.ptr == NULL)
        return XC_NO_MEMORY;
    extent = (struct extent){i, end, i, end};
    return add_hit(finder, &extent, &value);
}

/* Whether a value may go on at atom i. */
static bool
goes_on(const struct xc_atoms *atoms, size_t i)
{
    if (xc_atoms_is(atoms, i, "the"))
        i++;
    return i < atoms->n && (atoms->items[i].kind != XC_ATOM_WORD ||
                            (atoms->items[i].classes & (openers | followers)) != 0 ||
                            xc_atoms_is(atoms, i, "now"));
}

/* Whether a value may begin at atom i.  Most of the words that could are articles and
 * prepositions before anything else, and reading on from them costs more than a look. */
static bool
may_begin(const struct xc_atoms *atoms, size_t i)
{
    const struct xc_atom *atom = &atoms->items[i];
    size_t k;

    if (atom->kind == XC_ATOM_NUMBER || (atom->classes & openers & ~leaders) != 0)
        return true;
    for (k = 0; k < atom->n_phrases && (atom->classes & leaders) != 0; k++) {
        if (goes_on(atoms, atom->phrases[k].end))
            return true;
    }
    return false;
}

/* Reads the atoms of words for a finder that adds to *out. */
static enum xc_status
read_finder(const struct xc_value_words *lexicon, const struct xc_text *text,
            struct xc_range words, struct xc_value_hit_vec *out, struct xc_arena *arena,
            struct finder *finder)
{
    *finder = (struct finder){
        .words = lexicon, .arena = arena, .out = out, .n_before = out->n};
    return xc_atoms_read(lexicon, text, words, arena, &finder->atoms);
}

/* A date is read where it may begin, whatever else is found beside it. */
enum xc_status
xc_values_find_dates(const struct xc_value_words *lexicon, const struct xc_text *text,
                     struct xc_range words, const struct xc_date *published,
                     struct xc_arena *arena, struct xc_value_hit_vec *out)
{
    struct xc_value_hit_vec hits = *out;
    struct finder finder;
    enum xc_status status = read_finder(lexicon, text, words, &hits, arena, &finder);
    size_t i;

    finder.published = published;
    for (i = 0; i < finder.atoms.n && status == XC_OK; i++) {
        if (may_begin(&finder.atoms, i))
            status = find_date(&finder, i);
    }
    if (status == XC_OK)
        *out = hits;
    return status;
}

enum xc_status
xc_values_find(const struct xc_value_words *lexicon, const struct xc_text *text,
               struct xc_range words, const struct xc_date *published,
               struct xc_arena *arena, struct xc_value_hit_vec *out)
{
    struct xc_value_hit_vec hits = *out;
    struct finder finder;
    enum xc_status status = read_finder(lexicon, text, words, &hits, arena, &finder);
    size_t i;

    finder.published = published;
    finder.title_case = status == XC_OK && xc_name_is_title_case(&finder.atoms);
    for (i = 0; i < finder.atoms.n && status == XC_OK; i++) {
        const struct xc_atom *atom = &finder.atoms.items[i];

        if (may_begin(&finder.atoms, i)) {
            status = find_date(&finder, i);
            if (status == XC_OK)
                status = find_quantities(&finder, i);
        }
        if (status == XC_OK &&
            ((atom->classes & colours) != 0 || (atom->flags & XC_ATOM_CAPITAL) != 0))
            status = find_named(&finder, i);
    }
    if (status == XC_OK)
        *out = hits;
    return status;
}

/* A bare number where the kind says what it counts: an age of 35, a price of 3.5m. */
static bool
retype_count(const struct xc_value_words *lexicon, enum xc_value_kind kind,
             struct xc_value *value)
{
    const struct xc_unit *year = xc_value_words_unit(lexicon, XC_STR("year"));

    if (value->kind != XC_VALUE_COUNT || value->unit.len > 0)
        return false;
    switch (kind) {
    case XC_VALUE_AGE:
        if (year == NULL)
            return false;
        value->unit = year->name;
        value->rate = year;
        break;
    case XC_VALUE_ORDINAL:
        if (value->approximation != XC_VALUE_EXACT || value->low.at.exponent < 0)
            return false;
        break;
    case XC_VALUE_PERCENT:
    case XC_VALUE_MONEY:
        break;
    case XC_VALUE_COUNT:
    case XC_VALUE_DURATION:
    case XC_VALUE_DATE:
    case XC_VALUE_MEASURE:
    case XC_VALUE_COLOUR:
    case XC_VALUE_NAME:
    case XC_VALUE_TEXT:
        return false;
    }
    value->kind = kind;
    value->rounding = (struct xc_decimal){0, 0};
    return true;
}

/* The hit over all of the words that is, or can be taken for, one of kind. */
static bool
choose_whole(const struct xc_value_words *lexicon, enum xc_value_kind kind,
             const struct xc_value_hit_vec *hits, size_t n_words, struct xc_value *out)
{
    size_t i;

    for (i = 0; i < hits->n; i++) {
        const struct xc_value_hit *hit = &hits->items[i];

        if (hit->words.first == 0 && hit->words.end == n_words &&
            hit->value.kind == kind) {
            *out = hit->value;
            return true;
        }
    }
    for (i = 0; i < hits->n; i++) {
        struct xc_value value = hits->items[i].value;

        if (hits->items[i].words.first == 0 && hits->items[i].words.end == n_words &&
            retype_count(lexicon, kind, &value)) {
            *out = value;
            return true;
        }
    }
    return false;
}

enum xc_status /* NOLINTNEXTLINE(readability-function-size): the contract has seven */
xc_value_parse(const struct xc_value_words *lexicon, const struct xc_text_rules *rules,
               enum xc_value_kind kind, struct xc_str text, struct xc_arena *arena,
               struct xc_value *out, bool *out_ok)
{
    struct xc_str copy;
    struct xc_span run = {0, 0};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_value value = empty_value(kind);
    struct xc_value_hit_vec hits = {NULL, 0, 0};
    struct xc_range all = {0, 0};
    struct xc_text built;
    enum xc_status status;

    if (!xc_arena_str(arena, xc_str_trim(text), &copy))
        return XC_NO_MEMORY;
    run.len_bytes = copy.len;
    status = xc_text_build(rules, copy, &block, 1, arena, &built);
    if (status != XC_OK)
        return status;
    all.end = built.words.n;
    if (all.end == 0 || built.n_sentences != 1) {
        *out_ok = false;
        return XC_OK;
    }
    if (kind == XC_VALUE_NAME || kind == XC_VALUE_TEXT) {
        value.name =
            name_of(kind == XC_VALUE_NAME ? lexicon : NULL, &built.words, all, arena);
        if (value.name.ptr == NULL)
            return XC_NO_MEMORY;
    } else {
        status = xc_values_find(lexicon, &built, all, NULL, arena, &hits);
        if (status != XC_OK)
            return status;
        if (!choose_whole(lexicon, kind, &hits, all.end, &value)) {
            *out_ok = false;
            return XC_OK;
        }
    }
    value.text = copy;
    *out = value;
    *out_ok = true;
    return XC_OK;
}
