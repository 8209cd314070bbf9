/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/discourse.h"

#include "base/limits.h"

/* Points for a year that a sentence inherits from the one before it in its paragraph,
 * and for the year of headline and lead. */
static const int inherited_year_points = 5;
static const int lead_year_points = 5;
/* The lead's year when other years are named further down, and a year that is named
 * only there. */
static const int distant_year_points = 3;
/* A date of the paragraph or the lead: often the day on which somebody spoke. */
static const int distant_date_points = 3;
/* The published date inside an instance's window, and outside the one that the rule
 * itself names. */
static const int published_points = 3;
static const int not_published_points = 2;

/* What is known once the paragraph was read. */
struct context {
    const struct xc_sign *year; /* the year that holds; NULL: none */
    const struct xc_sign *date;
    const char *undecided; /* why neither year nor published date decide; or NULL */
};

enum xc_year_use
xc_discourse_year_use(const struct xc_score *score, const struct xc_sign *sign)
{
    if (sign->contrast)
        return XC_YEAR_UNUSED;
    if (sign->phrase != NULL)
        return xc_instance_owns(sign->phrase, score->topic) ? XC_YEAR_EXPLICIT
                                                            : XC_YEAR_UNUSED;
    if (xc_score_knows_year(score, sign->year))
        return XC_YEAR_KNOWN;
    /* "In 1974, he founded the house" says when; the year in "the house he founded in
     * 1974 made it" or "her 1974 coat" says nothing of the making. */
    return sign->is_frame && sign->at_edge ? XC_YEAR_FOREIGN : XC_YEAR_STRAY;
}

void
xc_discourse_add_mark(struct xc_mark_list *marks, const struct xc_sign *sign)
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
xc_discourse_marks_one(const struct xc_score *score, const struct xc_mark_list *marks,
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
xc_discourse_marks_any(const struct xc_score *score, const struct xc_mark_list *marks)
{
    size_t c;

    for (c = 0; c + 1 < score->n; c++) {
        if (xc_discourse_marks_one(score, marks, c))
            return true;
    }
    return false;
}

static void
note_year(int *year, struct xc_range *words, const struct xc_sign *sign)
{
    if (*year == 0) {
        *year = sign->year;
        *words = sign->words;
    } else if (*year != sign->year) {
        *year = -1;
    }
}

static void
outline_year(const struct xc_score *score, const struct xc_sign *sign, bool in_lead,
             struct xc_outline *outline)
{
    enum xc_year_use use = xc_discourse_year_use(score, sign);

    /* A year without the event's name counts in the lead, where nothing else does;
     * further down, "in 2031 she …" is only a look back. */
    if (use == XC_YEAR_EXPLICIT && in_lead)
        note_year(&outline->lead_year, &outline->lead_words, sign);
    else if (use == XC_YEAR_EXPLICIT)
        note_year(&outline->later_year, &outline->later_words, sign);
    else if (use == XC_YEAR_KNOWN && in_lead)
        note_year(&outline->framed_year, &outline->framed_words, sign);
}

const struct xc_outline *
xc_discourse_outline(struct xc_event_article *article, const struct xc_score *score)
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
        bool in_lead = sign->sentence < article->lead_end;
        switch (sign->form) {
        case XC_SIGN_NAME:
            outline->named |= xc_instance_owns(sign->phrase, score->topic);
            break;
        case XC_SIGN_MARK:
            if (xc_score_mark(score, 0, sign->phrase) != XC_POINTS_NOWHERE)
                xc_discourse_add_mark(&outline->marks, sign);
            break;
        case XC_SIGN_YEAR:
            outline_year(score, sign, in_lead, outline);
            /* "Last year's gala" names the event, even by its last word only. */
            if (xc_discourse_year_use(score, sign) == XC_YEAR_EXPLICIT)
                outline->named = true;
            break;
        case XC_SIGN_DATE:
            if (in_lead && outline->lead_date == NULL &&
                xc_score_date_speaks(score, sign))
                outline->lead_date = sign;
            break;
        case XC_SIGN_EARLIER:
        case XC_SIGN_LATER:
            break;
        }
    }
    if (outline->lead_year == 0) {
        outline->lead_year = outline->framed_year;
        outline->lead_words = outline->framed_words;
    }
    *slot = outline;
    return outline;
}

/*
 * The last year (and, on the way to it, the last date) before the sentence in its
 * paragraph.
 */
static void
look_back(const struct xc_event_article *article, const struct xc_surroundings *around,
          const struct xc_score *score, struct context *context)
{
    size_t block = article->text->sentences[around->sentence].block;
    size_t i = article->signs.first[around->sentence];
    size_t n_looked = 0;

    for (; i > 0 && n_looked < XC_MAX_EVENT_SIGNS; i--, n_looked++) {
        const struct xc_sign *sign = &article->signs.all.items[i - 1];
        enum xc_year_use use;
        if (article->text->sentences[sign->sentence].block != block)
            return;
        if (sign->form == XC_SIGN_DATE && context->date == NULL &&
            xc_score_date_speaks(score, sign))
            context->date = sign;
        if (sign->form != XC_SIGN_YEAR)
            continue;
        use = xc_discourse_year_use(score, sign);
        if (use == XC_YEAR_UNUSED || use == XC_YEAR_STRAY)
            continue;
        if (use == XC_YEAR_FOREIGN) {
            /* Whoever names the event again is back from the history lesson. */
            if (!around->named_in_sentence)
                context->undecided = "a year of no known instance goes before";
            return;
        }
        if (sign->many)
            context->undecided = "several years go before";
        else
            context->year = sign;
        return;
    }
}

/* Whether different years follow in the paragraph: then it is about both. */
static bool
has_years_after(const struct xc_event_article *article,
                const struct xc_surroundings *around, const struct xc_score *score)
{
    size_t block = article->text->sentences[around->sentence].block;
    size_t i = article->signs.first[around->sentence + 1];
    size_t n_looked = 0;
    int year = 0;

    for (; i < article->signs.all.n && n_looked < XC_MAX_EVENT_SIGNS; i++, n_looked++) {
        const struct xc_sign *sign = &article->signs.all.items[i];
        enum xc_year_use use;
        if (article->text->sentences[sign->sentence].block != block)
            break;
        if (sign->form != XC_SIGN_YEAR)
            continue;
        use = xc_discourse_year_use(score, sign);
        if (use != XC_YEAR_KNOWN && use != XC_YEAR_EXPLICIT)
            continue;
        if (year != 0 && year != sign->year)
            return true;
        year = sign->year;
    }
    return false;
}

/* Whether the marks speak for an instance, and that is not the one of this year. */
static bool
marks_contradict_year(const struct xc_score *score, const struct xc_mark_list *marks,
                      int year)
{
    size_t c;

    if (!xc_discourse_marks_any(score, marks))
        return false;
    for (c = 0; c + 1 < score->n; c++) {
        if (xc_score_year(score, c, year) == XC_POINTS_HERE &&
            xc_discourse_marks_one(score, marks, c))
            return false;
    }
    return true;
}

/* Whether candidate c has a window that the article was published in (outside of). */
static bool
is_published_in(const struct xc_event_article *article, const struct xc_score *score,
                size_t c)
{
    const struct xc_instance *instance = xc_score_instance(score, c);

    return instance != NULL && article->has_published && instance->has_window &&
           article->published_day >= instance->window_first &&
           article->published_day <= instance->window_last;
}

static bool
is_published_elsewhere(const struct xc_event_article *article,
                       const struct xc_score *score, size_t c)
{
    const struct xc_instance *instance = xc_score_instance(score, c);

    return instance != NULL && article->has_published && instance->window_said &&
           !is_published_in(article, score, c);
}

/* Whether the article was published in the window of an instance of another year. */
static bool
published_contradicts_year(const struct xc_event_article *article,
                           const struct xc_score *score, int year)
{
    size_t c;

    for (c = 0; c + 1 < score->n; c++) {
        if (is_published_in(article, score, c) &&
            xc_score_year(score, c, year) == XC_POINTS_AWAY)
            return true;
    }
    return false;
}

/* The last year named before the sentence's paragraph, 0 when there is none. */
static int
year_before_paragraph(const struct xc_event_article *article,
                      const struct xc_score *score, size_t sentence)
{
    const struct xc_text *text = article->text;
    size_t first = text->blocks[text->sentences[sentence].block].sentences.first;
    size_t i = article->signs.first[first];
    size_t n_looked = 0;

    for (; i > 0 && n_looked < XC_MAX_EVENT_SIGNS; i--, n_looked++) {
        const struct xc_sign *sign = &article->signs.all.items[i - 1];
        enum xc_year_use use;
        if (sign->form != XC_SIGN_YEAR)
            continue;
        use = xc_discourse_year_use(score, sign);
        if (use == XC_YEAR_KNOWN || use == XC_YEAR_EXPLICIT)
            return sign->many ? -1 : sign->year;
    }
    return 0;
}

/* The article's year for a paragraph that names none.  *out_year is it (0: none) and
 * *out_points its worth; returns why nothing can be said, or NULL. */
static const char *
article_year(const struct xc_event_article *article, const struct xc_outline *outline,
             const struct xc_score *score, size_t sentence, int *out_points)
{
    int lead = outline->lead_year;
    int later = outline->later_year;
    int before;

    *out_points = 0;
    if (lead < 0)
        return "the lead names several years";
    if (lead > 0) {
        *out_points = lead_year_points;
        if (later == 0 || later == lead)
            return NULL;
        *out_points = distant_year_points;
        before = year_before_paragraph(article, score, sentence);
        return before == 0 || before == lead ? NULL : "the article names several years";
    }
    if (later < 0)
        return "the article names several years";
    if (later > 0) {
        *out_points = distant_year_points;
        if (published_contradicts_year(article, score, later))
            return "the article names one year and is of another";
    }
    return NULL;
}

/* Gives the article's year and the lead's date; returns the year that was given. */
static int
weigh_article(const struct xc_event_article *article, const struct xc_outline *outline,
              const struct xc_surroundings *around, struct xc_score *score,
              struct context *context)
{
    bool in_lead = outline->lead_year > 0;
    int year = in_lead ? outline->lead_year : outline->later_year;
    int points;

    context->undecided =
        article_year(article, outline, score, around->sentence, &points);
    if (context->undecided != NULL)
        return 0;
    if (context->date == NULL && outline->lead_date != NULL && year == 0)
        xc_score_give_date(score, outline->lead_date, distant_date_points,
                           "in the lead");
    if (year == 0)
        return 0;
    /* A mark of another instance makes the paragraph doubtful, not the article. */
    if (points > distant_year_points &&
        marks_contradict_year(score, &around->in_paragraph, year))
        points = distant_year_points;
    xc_score_give_year(score, year, points,
                       in_lead ? outline->lead_words : outline->later_words,
                       in_lead ? "in the lead" : "in the article");
    return year;
}

/* The published date supports an instance unless a year or a mark speaks against it. */
static void
weigh_published(const struct xc_event_article *article,
                const struct xc_surroundings *around, int year, struct xc_score *score)
{
    bool marked = xc_discourse_marks_any(score, &around->in_paragraph);
    struct xc_str date;
    size_t c;

    if (!article->has_published)
        return;
    date = xc_date_text(article->published, score->arena);
    if (date.ptr == NULL) {
        score->failed = true;
        return;
    }
    for (c = 0; c + 1 < score->n; c++) {
        int points = 0;
        if (is_published_in(article, score, c) &&
            (year == 0 || xc_score_year(score, c, year) != XC_POINTS_AWAY) &&
            (!marked || xc_discourse_marks_one(score, &around->in_paragraph, c)))
            points = published_points;
        else if (is_published_elsewhere(article, score, c))
            points = -not_published_points;
        xc_score_add(score, c, points);
        if (points != 0)
            xc_score_note(score, "%+d%s published %.*s", points,
                          c == 0 ? "" : " for another:", (int)date.len, date.ptr);
    }
}

void
xc_discourse_weigh(const struct xc_event_article *article,
                   const struct xc_outline *outline,
                   const struct xc_surroundings *around, struct xc_score *score)
{
    struct context context = {NULL, NULL, NULL};
    int year = 0;

    look_back(article, around, score, &context);
    if (context.undecided == NULL && context.year == NULL &&
        has_years_after(article, around, score))
        context.undecided = "the paragraph names several years";
    if (context.undecided == NULL && context.year != NULL) {
        year = context.year->year;
        if (marks_contradict_year(score, &around->in_sentence, year))
            context.undecided = "the sentence has a mark of another instance than the "
                                "year before it";
        else
            xc_score_give_year(score, year, inherited_year_points, context.year->words,
                               "before it in the paragraph");
    } else if (context.undecided == NULL) {
        if (context.date != NULL)
            xc_score_give_date(score, context.date, distant_date_points,
                               "before it in the paragraph");
        year = weigh_article(article, outline, around, score, &context);
    }
    if (context.undecided != NULL)
        xc_score_note(score, "+0 %s", context.undecided);
    else
        weigh_published(article, around, year, score);
}
