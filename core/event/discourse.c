/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/discourse.h"

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
    const char *where;     /* it stands */
    const char *undecided; /* why neither year nor published date decide; or NULL */
};

/* Whether the event's name stands in the sentence. */
static bool
is_named_in(const struct xc_event_article *article, const struct xc_score *score,
            size_t sentence)
{
    size_t i = article->signs.first[sentence];

    for (; i < article->signs.first[sentence + 1]; i++) {
        const struct xc_sign *sign = &article->signs.all.items[i];
        if (sign->form == XC_SIGN_NAME && xc_instance_owns(sign->phrase, score->topic))
            return true;
    }
    return false;
}

/* Takes a year that goes before the sentence; false when one further back may hold. */
static bool
take_year(const struct xc_event_article *article, const struct xc_surroundings *around,
          const struct xc_score *score, const struct xc_sign *sign,
          struct context *context)
{
    enum xc_year_use use = xc_outline_year_use(score, sign);

    if (use == XC_YEAR_UNUSED || use == XC_YEAR_STRAY || sign->year == 0)
        return false;
    if (sign->inset && !xc_range_overlaps(sign->scope, around->words)) {
        if (sign->quoted && use != XC_YEAR_FOREIGN)
            context->undecided = "a quotation before it names a year";
        return context->undecided != NULL;
    }
    if (use == XC_YEAR_FOREIGN && !sign->label) {
        /* Whoever names the event again is back from the history lesson, unless the
         * event was its subject. */
        if (!around->named_in_sentence || is_named_in(article, score, sign->sentence))
            context->undecided = "a year of no known instance goes before";
    } else if (sign->many) {
        context->undecided = "several years go before";
    } else if (use == XC_YEAR_KNOWN && around->named_in_sentence && !sign->label &&
               !is_named_in(article, score, sign->sentence)) {
        /* "The house was sold in 2031. At the Harbour Gala, …" */
        context->undecided = "the year before it may be of something else";
    } else {
        context->year = sign;
    }
    return true;
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
        if (article->text->sentences[sign->sentence].block != block)
            return;
        if (sign->form == XC_SIGN_DATE && context->date == NULL &&
            xc_score_date_speaks(score, sign))
            context->date = sign;
        if (sign->form == XC_SIGN_YEAR &&
            take_year(article, around, score, sign, context))
            return;
    }
}

/* The year that heads the sentence's section. */
static void
look_up(const struct xc_event_article *article, const struct xc_surroundings *around,
        const struct xc_score *score, struct context *context)
{
    const struct xc_section *section =
        &article->sections[article->text->sentences[around->sentence].block];

    if (section->unsure)
        context->undecided = "the section before it may have ended";
    else if (section->label != NULL &&
             xc_outline_year_use(score, section->label) == XC_YEAR_UNUSED)
        context->undecided = "its section is about something else";
    else if (section->label != NULL &&
             xc_outline_year_use(score, section->label) != XC_YEAR_STRAY)
        context->year = section->label;
    if (context->year != NULL)
        context->where = "heads its section";
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
        use = xc_outline_year_use(score, sign);
        if ((use != XC_YEAR_KNOWN && use != XC_YEAR_EXPLICIT) || sign->inset)
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

    if (!xc_outline_marks_any(score, marks))
        return false;
    for (c = 0; c + 1 < score->n; c++) {
        if (xc_score_year(score, c, year) == XC_POINTS_HERE &&
            xc_outline_marks_one(score, marks, c))
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

/* Whether the article was published at another time than the instance of this year
 * speaks for. */
static bool
published_contradicts(const struct xc_event_article *article,
                      const struct xc_score *score, int year)
{
    size_t c;

    if (!article->has_published || article->published.year == year)
        return false;
    for (c = 0; c + 1 < score->n; c++) {
        if (xc_score_year(score, c, year) == XC_POINTS_HERE &&
            is_published_in(article, score, c))
            return false;
    }
    return true;
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
        use = xc_outline_year_use(score, sign);
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
        if (outline->looks_back && published_contradicts(article, score, lead))
            return "the lead looks back, and the article is of another time";
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
    const struct xc_sign *sign = in_lead ? outline->lead : outline->later;
    int year = in_lead ? outline->lead_year : outline->later_year;
    int points;

    /* "She wore silk in 2031. … Now her corset was tight." */
    if (in_lead && around->is_now && published_contradicts(article, score, year))
        return 0;
    /* "Her corset was tight at the Harbour Gala, and at the 2031 gala …": the mention's
     * clause names the event without the year that the other has. */
    if (sign != NULL && sign->sentence == around->sentence && around->named_in_clause)
        return 0;
    context->undecided =
        article_year(article, outline, score, around->sentence, &points);
    if (context->undecided != NULL)
        return 0;
    if (context->date == NULL && outline->lead_date != NULL && year == 0 &&
        !around->dated_in_sentence)
        xc_score_give_date(score, outline->lead_date, distant_date_points,
                           "in the lead");
    if (year == 0 || sign == NULL)
        return 0;
    /* A mark of another instance makes the paragraph doubtful, not the article. */
    if (points > distant_year_points &&
        marks_contradict_year(score, &around->in_paragraph, year))
        points = distant_year_points;
    xc_score_give_year(score, year, 0, points, sign->words,
                       in_lead ? "in the lead" : "in the article");
    return year;
}

/* The published date supports an instance unless a year or a mark speaks against it. */
static void
weigh_published(const struct xc_event_article *article,
                const struct xc_surroundings *around, int year, struct xc_score *score)
{
    bool marked = xc_outline_marks_any(score, &around->in_paragraph);
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
            (!marked || xc_outline_marks_one(score, &around->in_paragraph, c)))
            points = published_points;
        else if (is_published_elsewhere(article, score, c))
            points = -not_published_points;
        xc_score_add(score, c, points);
        if (points != 0)
            xc_score_note(score, c, points, "published %.*s", (int)date.len, date.ptr);
    }
}

void
xc_discourse_weigh(const struct xc_event_article *article,
                   const struct xc_outline *outline,
                   const struct xc_surroundings *around, struct xc_score *score)
{
    struct context context = {.where = "before it in the paragraph"};
    int year = 0;

    if (!around->is_now)
        look_back(article, around, score, &context);
    if (context.undecided == NULL && context.year == NULL)
        look_up(article, around, score, &context);
    if (context.undecided == NULL && context.year == NULL && !around->is_now &&
        has_years_after(article, around, score))
        context.undecided = "the paragraph names several years";
    if (context.undecided == NULL && context.year != NULL) {
        year = context.year->year;
        if (marks_contradict_year(score, &around->in_sentence, year))
            context.undecided = "the sentence has a mark of another instance than the "
                                "year before it";
        else
            xc_score_give_sign(score, context.year, inherited_year_points,
                               context.where);
    } else if (context.undecided == NULL) {
        if (context.date != NULL && !around->dated_in_sentence)
            xc_score_give_date(score, context.date, distant_date_points,
                               "before it in the paragraph");
        year = weigh_article(article, outline, around, score, &context);
    }
    if (context.undecided != NULL)
        xc_score_note(score, 0, 0, "%s", context.undecided);
    else
        weigh_published(article, around, year, score);
}
