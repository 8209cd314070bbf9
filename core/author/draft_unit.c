/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/draft_unit.h"

#include <stdint.h>

#include "author/draft_value.h"
#include "author/draft_wording.h"
#include "base/limits.h"
#include "base/vec.h"

/* Frequency classes below which a word is rare, or telling.  Those of names are lower: a
 * surname is rare in a dictionary and stands in every second article of its story. */
static const size_t rare_word_class = 8;
static const size_t telling_word_class = 12;
static const size_t rare_name_class = 5;
static const size_t telling_name_class = 10;
/* A last word below it does for the whole name. */
static const size_t rare_surname_class = 5;

/* Reading one statement. */
struct reading {
    const struct xc_lexicon *lexicon;
    const struct xc_word_data *data;
    struct xc_arena *arena;
    struct xc_draft_units *out;
    struct xc_value_hit_vec hits;
    struct xc_table seen;  /* texts of units */
    struct xc_table slots; /* names of slots */
    bool is_title_case;
    enum xc_status status;
};

static const struct xc_word *
word_at(const struct reading *reading, size_t i)
{
    return &reading->out->text.words.items[i];
}

static bool
has_content(const struct reading *reading, size_t i)
{
    const struct xc_word *word = word_at(reading, i);

    if ((word->flags & XC_WORD_CLITIC) != 0 || word->key.len > XC_MAX_DRAFT_WORD_BYTES)
        return false;
    if ((word->flags & XC_WORD_NUMBER) != 0)
        return !xc_str_is(word->key, "1");
    return word->key.len > 1 && !xc_table_get(&reading->data->stop, word->key, NULL) &&
           !xc_table_get(&reading->data->negators, word->key, NULL);
}

static bool
is_capital(const struct reading *reading, size_t i)
{
    return (word_at(reading, i)->flags & XC_WORD_CAPITAL) != 0;
}

static bool
begins_sentence(const struct reading *reading, size_t i)
{
    size_t s = xc_text_sentence_of(&reading->out->text, i);

    return s < reading->out->text.n_sentences &&
           reading->out->text.sentences[s].words.first == i;
}

/* Whether word i goes on the name that word i - 1 ends: "Ellery Vane-Holt". */
static bool
is_joined(const struct reading *reading, size_t i)
{
    struct xc_str gap;

    if ((word_at(reading, i - 1)->flags & XC_WORD_POSSESSIVE) != 0 ||
        begins_sentence(reading, i))
        return false;
    gap = xc_text_gap(&reading->out->text, 0, i);
    return xc_str_is(gap, " ") || xc_str_is(gap, "-");
}

/* The end of the name that begins at word i.  A short lower-case word without content of
 * its own stands inside: "Ada van der Holt". */
static size_t
name_end(const struct reading *reading, size_t i)
{
    static const size_t particle_bytes = 3;
    size_t n = reading->out->text.words.n;
    size_t end = i + 1;

    while (end < n && end - i < XC_MAX_DRAFT_NAME_WORDS && is_joined(reading, end)) {
        size_t next = end;

        while (next + 1 < n && next < end + 2 && !is_capital(reading, next) &&
               word_at(reading, next)->key.len <= particle_bytes &&
               has_content(reading, next) && is_joined(reading, next + 1))
            next++;
        if (!is_capital(reading, next) || !has_content(reading, next) ||
            next - i >= XC_MAX_DRAFT_NAME_WORDS)
            break;
        end = next + 1;
    }
    return end;
}

/* Capitals tell nothing where every longer word has one, or nothing else. */
static bool
is_title_case(const struct reading *reading)
{
    static const size_t small_word_bytes = 4;
    static const size_t too_few = 4;
    bool all_capitals = true;
    size_t n = 0;
    size_t i;

    for (i = 0; i < reading->out->text.words.n; i++) {
        if (word_at(reading, i)->key.len < small_word_bytes || !has_content(reading, i))
            continue;
        if (!is_capital(reading, i))
            return false;
        all_capitals =
            all_capitals && (word_at(reading, i)->flags & XC_WORD_ALL_CAPS) != 0;
        n++;
    }
    return n >= (all_capitals ? too_few / 2 : too_few);
}

static unsigned
weight_of(size_t class, bool is_name)
{
    if (class < (is_name ? rare_name_class : rare_word_class))
        return XC_DRAFT_RARE;
    return class < (is_name ? telling_name_class : telling_word_class)
               ? XC_DRAFT_TELLING
               : XC_DRAFT_COMMON;
}

static enum xc_status
class_at(const struct reading *reading, size_t i, size_t *out)
{
    return xc_word_data_class(reading->data, word_at(reading, i)->key, reading->arena,
                              out);
}

/* Adds the unit unless the statement has named it before. */
static enum xc_status
add(struct reading *reading, const struct xc_draft_unit *unit)
{
    struct xc_draft_unit *slot;
    size_t n = reading->out->units.n;
    size_t first;

    if (!xc_table_add(&reading->seen, unit->text, n, reading->arena, &first))
        return XC_NO_MEMORY;
    if (first != n)
        return XC_OK;
    slot = XC_VEC_ADD(&reading->out->units, reading->arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = *unit;
    return XC_OK;
}

/* A name of several words.  News says the full name once and then its last word, which
 * does for the whole when it is rare ("[Ellery] Vane"); "Lantern Gala" must be whole. */
static enum xc_status
read_name(const struct reading *reading, struct xc_draft_unit *unit)
{
    const struct xc_text *text = &reading->out->text;
    size_t class = 0;
    enum xc_status status = XC_OK;
    size_t i;

    unit->class = SIZE_MAX;
    for (i = unit->words.first; i < unit->words.end && status == XC_OK; i++) {
        status = class_at(reading, i, &class);
        if (class < unit->class)
            unit->class = class;
    }
    if (status != XC_OK)
        return status;
    unit->weight = weight_of(unit->class, true);
    return xc_draft_wording_name(text, unit->words, class < rare_surname_class,
                                 reading->arena, &unit->text);
}

/* A single word, with its synonyms.  A word that begins the statement has a capital
 * anyhow: it is a name only when no dictionary knows it. */
static enum xc_status
read_word(const struct reading *reading, struct xc_draft_unit *unit)
{
    size_t i = unit->words.first;
    struct xc_draft_wording wording = {
        .data = reading->data, .text = &reading->out->text, .word = i};
    bool is_name = is_capital(reading, i) && !reading->is_title_case;
    enum xc_status status = class_at(reading, i, &unit->class);

    if (status != XC_OK)
        return status;
    unit->weight = weight_of(unit->class, is_name);
    wording.as_name =
        is_capital(reading, i) &&
        ((is_name && !begins_sentence(reading, i)) ||
         (unit->class == 0 &&
          !xc_table_get(&reading->data->related, word_at(reading, i)->key, NULL)));
    status = xc_draft_wording_word(&wording, reading->arena, unit);
    if (status == XC_OK && !wording.as_name)
        status = xc_word_data_find(reading->data, &reading->data->contraries,
                                   word_at(reading, i)->key, reading->arena,
                                   &unit->contraries);
    return status;
}

/* The unit that begins at word i, without a count before it. */
static enum xc_status
read_unit(const struct reading *reading, size_t i, struct xc_draft_unit *out)
{
    *out = (struct xc_draft_unit){.words = {i, i + 1}};
    if ((word_at(reading, i)->flags & XC_WORD_NUMBER) != 0) {
        out->weight = XC_DRAFT_TELLING;
        return xc_draft_wording_plain(&reading->out->text, i, reading->arena,
                                      &out->text);
    }
    if (is_capital(reading, i) && !reading->is_title_case)
        out->words.end = name_end(reading, i);
    return out->words.end - i > 1 ? read_name(reading, out) : read_word(reading, out);
}

/* Gives the unit a slot for hit, named after the noun when there is one. */
static enum xc_status
give_slot(struct reading *reading, const struct xc_value_hit *hit, struct xc_str noun,
          struct xc_draft_unit *unit)
{
    struct xc_str base = xc_draft_wording_is_plain(noun)
                             ? noun
                             : xc_str_of(xc_draft_value_name(hit->value.kind));
    struct xc_str name = base;
    size_t number = 1;
    size_t value;

    while (xc_table_get(&reading->slots, name, &value)) {
        name = xc_arena_printf(reading->arena, "%.*s%zu", (int)base.len, base.ptr,
                               ++number);
        if (name.ptr == NULL)
            return XC_NO_MEMORY;
    }
    if (!xc_table_add(&reading->slots, name, 0, reading->arena, &value))
        return XC_NO_MEMORY;
    unit->slot = name;
    unit->kind = hit->value.kind;
    unit->value = hit->value.text;
    return XC_OK;
}

/* Whether word i, after a number, can name what is counted: the last word of its group, or
 * a form of another word, as a plural is.  In "two old men" the first word is neither. */
static enum xc_status
is_noun(const struct reading *reading, size_t i, bool *out)
{
    struct xc_str_vec bases = {NULL, 0, 0};
    size_t next = i + 1;
    enum xc_status status = xc_inflection_bases(
        reading->lexicon->inflection, word_at(reading, i)->key, reading->arena, &bases);

    *out = bases.n > 1 || next >= reading->out->text.words.n ||
           !has_content(reading, next) || !is_joined(reading, next);
    return status;
}

/* "Three men": the noun, with its count where the sentence has one. */
static enum xc_status
read_count(struct reading *reading, const struct xc_value_hit *hit, size_t *end)
{
    struct xc_draft_unit unit;
    enum xc_status status = read_unit(reading, hit->words.end, &unit);
    bool named = false;

    if (status == XC_OK)
        status = is_noun(reading, unit.words.end - 1, &named);
    if (status == XC_OK)
        status = give_slot(
            reading, hit,
            named ? word_at(reading, unit.words.end - 1)->key : XC_STR(""), &unit);
    if (status != XC_OK)
        return status;
    unit.slot_text =
        xc_arena_printf(reading->arena, "{%.*s:count} %.*s", (int)unit.slot.len,
                        unit.slot.ptr, (int)unit.text.len, unit.text.ptr);
    unit.text =
        xc_arena_printf(reading->arena, "[{%.*s:count}] %.*s", (int)unit.slot.len,
                        unit.slot.ptr, (int)unit.text.len, unit.text.ptr);
    *end = unit.words.end;
    return unit.text.ptr == NULL || unit.slot_text.ptr == NULL ? XC_NO_MEMORY
                                                               : add(reading, &unit);
}

/* A value with its own unit: "20 years". */
static enum xc_status
read_value(struct reading *reading, const struct xc_value_hit *hit, size_t *end)
{
    const char *kind = xc_value_kind_name(hit->value.kind);
    struct xc_draft_unit unit = {.words = hit->words,
                                 .weight = XC_DRAFT_COMMON,
                                 .class = SIZE_MAX,
                                 .is_figure = true};
    enum xc_status status = give_slot(reading, hit, XC_STR(""), &unit);

    if (status != XC_OK)
        return status;
    unit.text = xc_arena_printf(reading->arena, "{%.*s:%s}", (int)unit.slot.len,
                                unit.slot.ptr, kind);
    unit.slot_text = unit.text;
    *end = hit->words.end;
    return unit.text.ptr == NULL ? XC_NO_MEMORY : add(reading, &unit);
}

/* The stated number by itself, beside the slot that takes any: a source that has the very
 * number speaks of the statement sooner than one that has another.  Of a date, the year. */
static enum xc_status
read_figures(struct reading *reading, const struct xc_value_hit *hit)
{
    const size_t year_digits = 4;
    bool is_date = hit->value.kind == XC_VALUE_DATE;
    enum xc_status status = XC_OK;
    struct xc_draft_unit unit;
    size_t i;

    for (i = hit->words.first; i < hit->words.end && status == XC_OK; i++) {
        if ((word_at(reading, i)->flags & XC_WORD_NUMBER) == 0 ||
            !has_content(reading, i) ||
            (is_date && word_at(reading, i)->key.len != year_digits))
            continue;
        status = read_unit(reading, i, &unit);
        unit.is_figure = true;
        if (status == XC_OK)
            status = add(reading, &unit);
    }
    return status;
}

/* Whether the number at word i goes with the name before it: "Channel 4 apologised". */
static enum xc_status
ends_name(const struct reading *reading, size_t i, bool *out)
{
    size_t class = 1;
    enum xc_status status = XC_OK;

    *out = false;
    if (i == 0 || !is_joined(reading, i) || !has_content(reading, i - 1) ||
        reading->is_title_case)
        return XC_OK;
    if (!is_capital(reading, i - 1))
        status = class_at(reading, i - 1, &class);
    *out = is_capital(reading, i - 1) ||
           (class == 0 &&
            !xc_table_get(&reading->data->related, word_at(reading, i - 1)->key, NULL));
    return status;
}

/* Reads what begins at word i and moves *end behind it. */
static enum xc_status
read_at(struct reading *reading, size_t i, size_t *end)
{
    const struct xc_value_hit *hit;
    struct xc_draft_unit unit;
    enum xc_status status =
        xc_draft_value_at(reading->lexicon, &reading->hits, i, reading->arena, &hit);
    bool in_name = false;

    *end = i + 1;
    if (status == XC_OK && hit != NULL && hit->value.kind == XC_VALUE_COUNT)
        status = ends_name(reading, i, &in_name);
    if (in_name)
        hit = NULL;
    if (status == XC_OK && hit != NULL) {
        size_t after = hit->words.end;
        bool has_noun = after < reading->out->text.words.n &&
                        has_content(reading, after) && is_joined(reading, after) &&
                        (word_at(reading, after)->flags & XC_WORD_NUMBER) == 0;

        if (hit->value.kind != XC_VALUE_COUNT || has_noun) {
            status = read_figures(reading, hit);
            if (status != XC_OK)
                return status;
            return hit->value.kind == XC_VALUE_COUNT ? read_count(reading, hit, end)
                                                     : read_value(reading, hit, end);
        }
    }
    if (status != XC_OK || !has_content(reading, i))
        return status;
    status = read_unit(reading, i, &unit);
    *end = unit.words.end;
    return status == XC_OK ? add(reading, &unit) : status;
}

static enum xc_status
find_values(struct reading *reading)
{
    const struct xc_text *text = &reading->out->text;
    enum xc_status status = XC_OK;
    size_t s;

    for (s = 0; s < text->n_sentences && status == XC_OK; s++)
        status =
            xc_values_find(reading->lexicon->values, text, text->sentences[s].words,
                           NULL, reading->arena, &reading->hits);
    return status;
}

/* The unit that the first negator, word i, turns round: "closed" of "was not closed".  One
 * with a slot is passed over: a slot can stand in a pattern only once. */
static size_t
unit_behind(const struct xc_draft_unit_vec *units, size_t i)
{
    size_t u;

    for (u = 0; u < units->n; u++) {
        const struct xc_draft_unit *unit = &units->items[u];

        if (unit->words.first > i && !unit->is_figure && unit->slot.ptr == NULL)
            return u;
    }
    return SIZE_MAX;
}

enum xc_status
xc_draft_units_read(const struct xc_lexicon *lexicon, const struct xc_word_data *data,
                    struct xc_str statement, struct xc_arena *arena,
                    struct xc_draft_units *out)
{
    struct xc_draft_units made = {.denied = SIZE_MAX};
    size_t negator = SIZE_MAX;
    struct reading reading = {
        .lexicon = lexicon, .data = data, .arena = arena, .out = &made};
    struct xc_span *run = xc_arena_array(arena, 1, sizeof *run);
    struct xc_block block = {
        .kind = XC_BLOCK_PARAGRAPH, .runs = run, .n_runs = 1, .line = 1};
    enum xc_status status;
    size_t i = 0;

    if (run == NULL)
        return XC_NO_MEMORY;
    *run = (struct xc_span){0, statement.len};
    status = xc_text_build(&lexicon->text, statement, &block, 1, arena, &made.text);
    if (status == XC_OK)
        status = find_values(&reading);
    if (status == XC_OK)
        reading.is_title_case = is_title_case(&reading);
    while (status == XC_OK && i < made.text.words.n) {
        if (negator == SIZE_MAX &&
            xc_table_get(&data->negators, word_at(&reading, i)->key, NULL))
            negator = i;
        status = read_at(&reading, i, &i);
    }
    made.negated = negator != SIZE_MAX;
    if (made.negated)
        made.denied = unit_behind(&made.units, negator);
    if (status == XC_OK)
        *out = made;
    return status;
}
