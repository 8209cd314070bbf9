/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/beside.h"

/* Words like "of the" or "held in" that may stand between a year and a name. */
static const size_t most_links = 3;
/* Signs (the name's own, a mark in it) that may stand between a name and its year. */
static const size_t signs_between = 8;
/* How far before a date "updated" may stand. */
static const size_t stamp_words = 3;
/* How far before a year "after" may stand: "after her big night in 2031, …". */
static const size_t past_words = 5;

static const struct xc_word *
word_at(const struct xc_beside *beside, size_t i)
{
    return &beside->text->words.items[i];
}

static bool
word_is(const struct xc_beside *beside, size_t i, enum xc_frame_word class)
{
    return xc_phrases_word_is(&beside->events->phrases, word_at(beside, i)->key, class);
}

static void
phrases_at(const struct xc_beside *beside, size_t i, struct xc_phrase_hits *out)
{
    xc_phrases_at(&beside->events->phrases, word_at(beside, i), beside->words.end - i,
                  out);
}

/* "Updated 8 May 2033" dates the text. */
static bool
is_stamp(const struct xc_beside *beside, size_t first)
{
    size_t i;

    for (i = 1; i <= stamp_words && first >= beside->words.first + i; i++) {
        if (word_is(beside, first - i, XC_FRAME_STAMP))
            return true;
    }
    return false;
}

/* The name, or the last word of one, that begins at word i. */
static const struct xc_phrase *
name_from(const struct xc_beside *beside, size_t i)
{
    struct xc_phrase_hits hits;

    phrases_at(beside, i, &hits);
    return hits.of_kind[XC_PHRASE_NAME] != NULL ? hits.of_kind[XC_PHRASE_NAME]
                                                : hits.of_kind[XC_PHRASE_HEAD];
}

/* The name, or the last word of one, that ends right before word end; it stands before
 * the sign with this number.  *out_first is where it begins. */
static const struct xc_phrase *
name_until(const struct xc_beside *beside, size_t number, size_t end, size_t *out_first)
{
    struct xc_phrase_hits hits;
    size_t i;

    for (i = number; i > beside->first && number - i < signs_between; i--) {
        const struct xc_sign *sign = &beside->signs->items[i - 1];
        if (sign->form == XC_SIGN_NAME && sign->at.end == end) {
            *out_first = sign->at.first;
            return sign->phrase;
        }
    }
    phrases_at(beside, end - 1, &hits);
    *out_first = end - 1;
    return hits.of_kind[XC_PHRASE_HEAD];
}

/* Ties a year to the event's name after it: "the 2031 Harbour Gala". */
static bool
tie_to_next(const struct xc_beside *beside, struct xc_sign *sign)
{
    size_t links = 0;
    size_t i;

    for (i = sign->at.end; i < beside->words.end; i++) {
        const struct xc_phrase *name = name_from(beside, i);
        if (name != NULL) {
            sign->phrase = name;
            sign->words.end = i + name->n_keys;
            return true;
        }
        if (links++ == most_links || !word_is(beside, i, XC_FRAME_LINK))
            break;
    }
    return false;
}

/* And to the one before it: "the gala in 2031". */
static void
tie_to_last(const struct xc_beside *beside, size_t number)
{
    struct xc_sign *sign = &beside->signs->items[number];
    size_t links = 0;
    size_t first;
    size_t i;

    for (i = sign->at.first; i > beside->words.first; i--) {
        const struct xc_phrase *name = name_until(beside, number, i, &first);
        if (name != NULL) {
            sign->phrase = name;
            sign->words.first = first;
            return;
        }
        if (links++ == most_links || !word_is(beside, i - 1, XC_FRAME_LINK))
            break;
    }
}

/* Whether the sign is set against what is said: "unlike at the 2031 gala". */
static bool
is_contrast(const struct xc_beside *beside, const struct xc_sign *sign)
{
    size_t i = sign->words.first;
    size_t links;

    /* "More than two years ago" is give or take, and set against nothing. */
    if (sign->about && i > beside->words.first &&
        word_is(beside, i - 1, XC_FRAME_ABOUT))
        return false;
    for (links = 0; links <= most_links && i > beside->words.first; links++, i--) {
        if (word_is(beside, i - 1, XC_FRAME_CONTRAST))
            return true;
        if (!word_is(beside, i - 1, XC_FRAME_LINK))
            break;
    }
    return false;
}

static bool
has_mark(struct xc_str gap, struct xc_str marks)
{
    size_t i;

    for (i = 0; i < gap.len; i++) {
        if (xc_str_find(marks, 0, gap.ptr[i]) < marks.len)
            return true;
    }
    return false;
}

static bool
has_dash(struct xc_str gap)
{
    size_t i;

    for (i = 0; i + 1 < gap.len; i++) {
        if (gap.ptr[i] == '-' && gap.ptr[i + 1] == '-')
            return true;
    }
    return false;
}

static struct xc_str
gap_at(const struct xc_beside *beside, size_t i)
{
    size_t block = beside->text->sentences[beside->sentence].block;

    return xc_text_gap(beside->text, block, i);
}

static bool
has_edge(const struct xc_beside *beside, size_t i)
{
    struct xc_str gap = gap_at(beside, i);

    return has_mark(gap, XC_STR(",;:()")) || has_dash(gap);
}

static bool
is_at_edge(const struct xc_beside *beside, const struct xc_sign *sign)
{
    return sign->at.first == beside->words.first || sign->at.end == beside->words.end ||
           has_edge(beside, sign->at.first) || has_edge(beside, sign->at.end);
}

/* Whether the year is only what something comes after: "after her big night in 2031,
 * three men …".  A year with the event's name is the event itself. */
static bool
is_past(const struct xc_beside *beside, const struct xc_sign *sign)
{
    size_t n = 0;
    size_t i;

    if (sign->phrase != NULL || sign->relative)
        return false;
    for (i = sign->at.first; i > beside->words.first && n < past_words; i--, n++) {
        if (n > 0 && has_edge(beside, i))
            return false;
        if (word_is(beside, i - 1, XC_FRAME_PAST))
            return i - 1 == beside->words.first || has_edge(beside, i - 1);
    }
    return false;
}

/* Whether nothing else stands in the year's brackets: "(2031)", "(Harbour Gala, 2031)". */
static bool
is_bracketed(const struct xc_beside *beside, const struct xc_sign *sign)
{
    return sign->words.first > beside->words.first &&
           has_mark(gap_at(beside, sign->words.first), XC_STR("(")) &&
           has_mark(gap_at(beside, sign->at.end), XC_STR(")"));
}

/* Whether the year heads its block: "2031: her corset …", "2031 Lantern Gala", or it
 * stands there with nothing else, or runs into a sentence of its own. */
static bool
is_label(const struct xc_beside *beside, const struct xc_sign *sign)
{
    const struct xc_text *text = beside->text;
    const struct xc_text_block *block =
        &text->blocks[text->sentences[beside->sentence].block];
    size_t end = sign->words.end;

    if (sign->words.first != block->words.first || sign->relative)
        return false;
    if (end == block->words.end || end == beside->words.end ||
        has_mark(gap_at(beside, end), XC_STR(":|")) || has_dash(gap_at(beside, end)))
        return true;
    /* "2031 Her corset was tight": the year was set apart by its type. */
    return sign->phrase == NULL && sign->at.first == sign->words.first &&
           !sign->is_frame && (word_at(beside, end)->flags & XC_WORD_CAPITAL) != 0;
}

/* "A star of the 2031 film", "her spring 2031 coat".  Not so where a break or a small word
 * follows: "the 2031, …", "in her 2031 and". */
static bool
belongs_to_noun(const struct xc_beside *beside, const struct xc_sign *sign)
{
    size_t first = sign->at.first;
    size_t end = sign->at.end;

    return first > beside->words.first && end < beside->words.end &&
           !has_edge(beside, end) && word_is(beside, first - 1, XC_FRAME_OWNER) &&
           !word_is(beside, end, XC_FRAME_JOIN) && !word_is(beside, end, XC_FRAME_LINK);
}

/* "$2031" is no year. */
static bool
is_money(const struct xc_beside *beside, const struct xc_sign *sign)
{
    struct xc_str gap = gap_at(beside, sign->at.first);

    return gap.len > 0 && gap.ptr[gap.len - 1] == '$';
}

/* Whether the year only belongs to something that is not the event. */
static bool
is_owned(const struct xc_beside *beside, const struct xc_sign *sign)
{
    if (sign->phrase != NULL)
        return false;
    /* "Last year's winner", "2031's star". */
    if ((word_at(beside, sign->at.end - 1)->flags & XC_WORD_POSSESSIVE) != 0)
        return true;
    if (sign->is_frame)
        return false;
    /* "The class of 2031", "some 2031 guests". */
    if (sign->at.first > beside->words.first &&
        (xc_str_is(word_at(beside, sign->at.first - 1)->key, "of") ||
         word_is(beside, sign->at.first - 1, XC_FRAME_ABOUT)))
        return true;
    return belongs_to_noun(beside, sign);
}

/* Ties "five years ago today" to the event that its sentence names. */
static void
tie_to_named(const struct xc_beside *beside, struct xc_sign *sign)
{
    size_t i;

    for (i = beside->first; i < beside->signs->n && sign->phrase == NULL; i++) {
        if (beside->signs->items[i].form == XC_SIGN_NAME)
            sign->phrase = beside->signs->items[i].phrase;
    }
}

/* Whether two years that follow one another make a list or a range. */
static bool
are_joined(const struct xc_beside *beside, const struct xc_sign *a,
           const struct xc_sign *b)
{
    if (a->year == b->year || a->from_next)
        return false;
    /* "In 2031, and in 2033 only one man did": a clause of its own. */
    if (b->is_frame && has_edge(beside, a->at.end))
        return false;
    return a->at.end == b->at.first ||
           (a->at.end + 1 == b->at.first && word_is(beside, a->at.end, XC_FRAME_JOIN));
}

/* Marks the years that make a list or a range: "the galas of 2031 and 2033". */
static void
join_years(const struct xc_beside *beside)
{
    struct xc_sign *last = NULL;
    size_t i;

    for (i = beside->first; i < beside->signs->n; i++) {
        struct xc_sign *sign = &beside->signs->items[i];
        if (sign->form != XC_SIGN_YEAR)
            continue;
        if (last != NULL && are_joined(beside, last, sign)) {
            last->many = true;
            sign->many = true;
        }
        last = sign;
    }
}

/* Drops the years that only belong to a date or are none, and what dates the text
 * itself. */
static void
drop_idle(const struct xc_beside *beside)
{
    struct xc_sign *signs = beside->signs->items;
    size_t n = beside->first;
    size_t i;

    for (i = beside->first; i < beside->signs->n; i++) {
        bool is_bare = signs[i].form == XC_SIGN_YEAR && signs[i].phrase == NULL;
        if (is_bare && (signs[i].in_date || is_money(beside, &signs[i])))
            continue;
        if ((is_bare || signs[i].form == XC_SIGN_DATE) &&
            is_stamp(beside, signs[i].at.first))
            continue;
        signs[n++] = signs[i];
    }
    beside->signs->n = n;
}

static void
settle_year(const struct xc_beside *beside, size_t number)
{
    struct xc_sign *sign = &beside->signs->items[number];
    struct xc_sign *last = number > beside->first ? sign - 1 : NULL;

    sign->contrast |= is_past(beside, sign);
    sign->owned = is_owned(beside, sign);
    sign->bracketed = is_bracketed(beside, sign);
    sign->label = !sign->contrast && !sign->many && is_label(beside, sign);
    if (last != NULL && last->from_next) {
        /* "Two years after the 2031 gala": of the gala, but another one. */
        sign->contrast = true;
        last->phrase = sign->phrase;
        last->words.end = sign->words.end;
    }
}

void
xc_beside_settle(const struct xc_beside *beside)
{
    size_t i;

    join_years(beside);
    for (i = beside->first; i < beside->signs->n; i++) {
        struct xc_sign *sign = &beside->signs->items[i];
        if (sign->form == XC_SIGN_NAME || sign->form == XC_SIGN_MARK)
            continue;
        if (sign->form == XC_SIGN_YEAR && sign->phrase == NULL &&
            !tie_to_next(beside, sign))
            tie_to_last(beside, i);
        if (sign->anchored && sign->phrase == NULL)
            tie_to_named(beside, sign);
        sign->contrast = is_contrast(beside, sign);
        sign->at_edge = is_at_edge(beside, sign);
        if (sign->form == XC_SIGN_YEAR)
            settle_year(beside, i);
    }
    drop_idle(beside);
}
