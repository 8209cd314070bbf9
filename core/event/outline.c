/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/outline.h"

enum xc_year_use
xc_outline_year_use(const struct xc_score *score, const struct xc_sign *sign)
{
    if (sign->contrast)
        return XC_YEAR_UNUSED;
    if (sign->year == 0)
        return XC_YEAR_FOREIGN; /* "every year" */
    if (sign->phrase != NULL && !xc_instance_owns(sign->phrase, score->topic))
        return XC_YEAR_UNUSED;
    if (sign->phrase != NULL && !sign->phrase->weak)
        return XC_YEAR_EXPLICIT;
    if (sign->owned)
        return XC_YEAR_STRAY;
    if (xc_score_knows_year(score, sign->year))
        return XC_YEAR_KNOWN;
    if (sign->label)
        return XC_YEAR_FOREIGN;
    /* "In 1974, he founded the house" says when; the year in "the house he founded in
     * 1974 made it" or "her 1974 coat" says nothing of the making. */
    return sign->is_frame && sign->at_edge ? XC_YEAR_FOREIGN : XC_YEAR_STRAY;
}

void
xc_outline_add_mark(struct xc_mark_list *marks, const struct xc_sign *sign)
{
    size_t i;

    for (i = 0; i < marks->n; i++) {
        if (marks->phrases[i] == sign->phrase)
            return;
    }
    if (marks->n == XC_MAX_EVENT_MARKS)
        return;
    marks->phrases[marks->n] = sign->phrase;
    marks->words[marks->n++] = sign->words;
}

bool
xc_outline_marks_one(const struct xc_score *score, const struct xc_mark_list *marks,
                     size_t c)
{
    size_t i;

    for (i = 0; i < marks->n; i++) {
        if (xc_score_mark(score, c, marks->phrases[i]) == XC_POINTS_HERE)
            return true;
    }
    return false;
}

bool
xc_outline_marks_any(const struct xc_score *score, const struct xc_mark_list *marks)
{
    size_t c;

    for (c = 0; c + 1 < score->n; c++) {
        if (xc_outline_marks_one(score, marks, c))
            return true;
    }
    return false;
}

static void
note_year(int *year, const struct xc_sign **first, const struct xc_sign *sign)
{
    if (*year == 0) {
        *year = sign->many ? -1 : sign->year;
        *first = sign;
    } else if (sign->many || *year != sign->year) {
        *year = -1;
    }
}

/* "I will never forget 2031" doesn't; a headline has no room for more. */
static bool
says_when(const struct xc_score *score, const struct xc_sign *sign)
{
    size_t block = score->text->sentences[sign->sentence].block;

    return !sign->about &&
           (sign->is_frame || score->text->blocks[block].kind == XC_BLOCK_HEADLINE);
}

/* Whether the sign stands in what somebody says, in an aside or in a caption: worth
 * something only where nothing else says when. */
static bool
is_memory(const struct xc_score *score, const struct xc_sign *sign)
{
    size_t block = score->text->sentences[sign->sentence].block;
    enum xc_block_kind kind = score->text->blocks[block].kind;

    return sign->inset || kind == XC_BLOCK_QUOTATION || kind == XC_BLOCK_CAPTION;
}

/* Whether the year is the lead's, although the event's name does not stand beside it: it
 * says when, and of an instance, or it is one of several. */
static bool
frames_lead(const struct xc_score *score, const struct xc_sign *sign,
            enum xc_year_use use)
{
    if (use == XC_YEAR_FOREIGN)
        return sign->many && sign->year != 0;
    return use == XC_YEAR_KNOWN && says_when(score, sign);
}

static void
outline_year(const struct xc_score *score, const struct xc_sign *sign, bool in_lead,
             bool is_dated, struct xc_outline *outline)
{
    enum xc_year_use use = xc_outline_year_use(score, sign);

    /* A year without the event's name counts in the lead, where nothing else does;
     * further down, "in 2031 she …" is only a look back. */
    if (use == XC_YEAR_EXPLICIT && in_lead)
        note_year(&outline->lead_year, &outline->lead, sign);
    else if (use == XC_YEAR_EXPLICIT && (!is_dated || !is_memory(score, sign)))
        note_year(&outline->later_year, &outline->later, sign);
    else if (in_lead && frames_lead(score, sign, use))
        note_year(&outline->framed_year, &outline->framed, sign);
}

/* Whether the sign speaks for the whole article: a caption is often of another year, and
 * so is what somebody says or what stands in a section of its own. */
static bool
is_of_lead(const struct xc_event_article *article, const struct xc_sign *sign)
{
    size_t block = article->text->sentences[sign->sentence].block;

    if (sign->sentence >= article->lead_end || sign->inset ||
        article->sections[block].label != NULL || article->sections[block].unsure)
        return false;
    switch (article->text->blocks[block].kind) {
    case XC_BLOCK_HEADLINE:
    case XC_BLOCK_PARAGRAPH:
        return true;
    case XC_BLOCK_QUOTATION:
    case XC_BLOCK_CAPTION:
    case XC_BLOCK_CREDIT:
        return false;
    }
    return false;
}

static void
note_name(const struct xc_sign *sign, struct xc_outline *outline)
{
    if (!sign->phrase->weak)
        outline->named = true;
    else if (outline->short_name == NULL)
        outline->short_name = sign;
}

static void
settle_lead(const struct xc_event_article *article, struct xc_outline *outline)
{
    const struct xc_sign *lead;

    if (outline->lead_year == 0) {
        outline->lead_year = outline->framed_year;
        outline->lead = outline->framed;
    }
    lead = outline->lead;
    outline->looks_back = lead != NULL && !lead->anchored &&
                          (lead->phrase == NULL ||
                           (lead->relative && lead->sentence >= article->title_end));
}

const struct xc_outline *
xc_outline_find(struct xc_event_article *article, const struct xc_score *score)
{
    struct xc_outline **slot = &article->outlines[score->topic];
    struct xc_outline *outline;
    size_t i;

    if (*slot != NULL)
        return *slot;
    outline = xc_arena_array(article->arena, 1, sizeof *outline);
    if (outline == NULL)
        return NULL;
    for (i = 0; i < article->signs.all.n; i++) {
        const struct xc_sign *sign = &article->signs.all.items[i];
        bool in_lead = is_of_lead(article, sign);
        switch (sign->form) {
        case XC_SIGN_NAME:
            if (xc_instance_owns(sign->phrase, score->topic))
                note_name(sign, outline);
            break;
        case XC_SIGN_MARK:
            if (xc_score_mark(score, 0, sign->phrase) != XC_POINTS_NOWHERE)
                xc_outline_add_mark(&outline->marks, sign);
            break;
        case XC_SIGN_YEAR:
            outline_year(score, sign, in_lead, article->has_published, outline);
            /* "Last year's gala" names the event, even by its last word only. */
            if (!sign->inset && xc_outline_year_use(score, sign) == XC_YEAR_EXPLICIT)
                outline->named = true;
            break;
        case XC_SIGN_DATE:
            if (in_lead && outline->lead_date == NULL &&
                xc_score_date_speaks(score, sign))
                outline->lead_date = sign;
            break;
        case XC_SIGN_EDITION:
        case XC_SIGN_NOW:
        case XC_SIGN_EARLIER:
        case XC_SIGN_LATER:
            break;
        }
    }
    settle_lead(article, outline);
    *slot = outline;
    return outline;
}
