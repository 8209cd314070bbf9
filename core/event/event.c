/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/event.h"

#include "base/limits.h"
#include "event/discourse.h"
#include "event/scope.h"

/* Points of the sentence itself.  A year there decides, whatever stands around. */
static const int sentence_year_points = 6;
static const int sentence_date_points = 5;
/* "Unlike in 2031, three men …" is not about 2031. */
static const int contrast_points = 4;
/* "Her 1974 coat": too little to say when, enough to doubt. */
static const int stray_year_points = 3;

/* Each mark, and what all marks of sentence and paragraph can give together. */
static const int mark_points = 2;
static const int most_mark_points = 4;
/* Marks that stand elsewhere in the article, together; and what they take. */
static const int distant_mark_points = 2;
static const int distant_mark_loss = 1;

/* That the event is spoken of at all, and that only another one is. */
static const int name_points = 2;
static const int other_name_points = 5;

struct mention {
    struct xc_event_article *article;
    const struct xc_outline *outline;
    struct xc_standpoint at;
    struct xc_surroundings around;
};

const char *
xc_event_place_name(enum xc_event_place place)
{
    switch (place) {
    case XC_EVENT_THIS:
        return "this";
    case XC_EVENT_OTHER:
        return "other";
    case XC_EVENT_UNDETERMINED:
        return "undetermined";
    }
    return "";
}

/* Of two signs of the sentence, whether the first says more of when. */
static bool
stands_nearer(const struct mention *mention, const struct xc_sign *sign,
              const struct xc_sign *than)
{
    enum xc_standing standing = xc_standpoint_of(&mention->at, sign);
    enum xc_standing best = xc_standpoint_of(&mention->at, than);

    return standing != best ? standing < best
                            : xc_standpoint_distance(&mention->at, sign) <
                                  xc_standpoint_distance(&mention->at, than);
}

/*
 * The sign of the sentence that says when: the one that the mention's clause opens on,
 * else one in that clause, else the last one before it, else one after it; of several,
 * the nearest.
 *
 *     "In 2031 three men tied it, and in 2033 only one did."   2031 for the first half
 */
static const struct xc_sign *
find_governing(const struct mention *mention, const struct xc_score *score,
               bool (*may)(const struct xc_score *score, const struct xc_sign *sign))
{
    const struct xc_signs *signs = &mention->article->signs;
    const struct xc_sign *best = NULL;
    size_t i = signs->first[mention->around.sentence];

    for (; i < signs->first[mention->around.sentence + 1]; i++) {
        const struct xc_sign *sign = &signs->all.items[i];
        enum xc_standing standing = xc_standpoint_of(&mention->at, sign);
        struct xc_sign meant = *sign;
        /* "Her 2031 corset was tight" says when it was. */
        meant.owned &= sign->at.end != mention->at.words.first;
        /* "Unlike the 2031 gala, where three men tied it, …" */
        meant.contrast &= standing != XC_STANDS_OPENING;
        if (standing == XC_STANDS_APART || !may(score, &meant))
            continue;
        /* "Last time" and the like open a scope, and close none behind them. */
        if (standing == XC_STANDS_AFTER &&
            (sign->form == XC_SIGN_EARLIER || sign->form == XC_SIGN_LATER))
            continue;
        if (best == NULL || stands_nearer(mention, sign, best))
            best = sign;
    }
    return best;
}

static bool
may_govern(const struct xc_score *score, const struct xc_sign *sign)
{
    if (sign->form == XC_SIGN_EARLIER || sign->form == XC_SIGN_LATER)
        return !sign->contrast;
    if (sign->form == XC_SIGN_EDITION)
        return !sign->contrast && xc_score_knows_editions(score);
    return sign->form == XC_SIGN_YEAR &&
           xc_outline_year_use(score, sign) >= XC_YEAR_FOREIGN;
}

/* "Now her corset was tight", but not "what she now says". */
static bool
may_be_now(const struct xc_score *score, const struct xc_sign *sign)
{
    (void)score;
    return sign->form == XC_SIGN_NOW && sign->at_edge;
}

static bool
may_date(const struct xc_score *score, const struct xc_sign *sign)
{
    return sign->form == XC_SIGN_DATE && !sign->contrast &&
           xc_score_date_speaks(score, sign);
}

static void
note_name(struct mention *mention, const struct xc_score *score,
          const struct xc_sign *sign)
{
    if (!xc_instance_owns(sign->phrase, score->topic))
        return;
    mention->around.named_in_sentence = true;
    mention->around.named_in_clause |= xc_range_overlaps(sign->at, mention->at.near);
}

/* Marks and the event's name in the sentence, marks in its paragraph. */
static void
look_around(struct mention *mention, const struct xc_score *score)
{
    const struct xc_event_article *article = mention->article;
    struct xc_surroundings *around = &mention->around;
    size_t s = around->sentence;
    size_t block = article->text->sentences[s].block;
    size_t first = article->signs.first[s];
    size_t end = article->signs.first[s + 1];
    size_t from = first > XC_MAX_EVENT_SIGNS ? first - XC_MAX_EVENT_SIGNS : 0;
    size_t to = article->signs.all.n - end > XC_MAX_EVENT_SIGNS
                    ? end + XC_MAX_EVENT_SIGNS
                    : article->signs.all.n;
    size_t i;

    for (i = from; i < to; i++) {
        const struct xc_sign *sign = &article->signs.all.items[i];
        if (article->text->sentences[sign->sentence].block != block)
            continue;
        if (sign->form == XC_SIGN_NAME && sign->sentence == s)
            note_name(mention, score, sign);
        if (sign->form != XC_SIGN_MARK ||
            xc_score_mark(score, 0, sign->phrase) == XC_POINTS_NOWHERE)
            continue;
        xc_outline_add_mark(&around->in_paragraph, sign);
        if (sign->sentence == s)
            xc_outline_add_mark(&around->in_sentence, sign);
    }
}

/* Gives each candidate its marks, takes for those of others. */
static void
weigh_marks(struct xc_score *score, const struct xc_mark_list *marks, const char *where)
{
    size_t c;
    size_t i;

    for (c = 0; c < score->n; c++) {
        int gain = 0;
        int loss = 0;
        for (i = 0; i < marks->n; i++) {
            enum xc_pointing pointing = xc_score_mark(score, c, marks->phrases[i]);
            int points = pointing == XC_POINTS_NOWHERE ? 0 : mark_points;
            int *sum = pointing == XC_POINTS_HERE ? &gain : &loss;
            if (*sum + points > most_mark_points)
                points = 0;
            *sum += points;
            if (c == 0 && points != 0) {
                struct xc_str words = xc_score_words(score, marks->words[i]);
                xc_score_note(score, 0, pointing == XC_POINTS_HERE ? points : -points,
                              "mark '%.*s' %s", (int)words.len, words.ptr, where);
            }
        }
        xc_score_add(score, c, gain - loss);
    }
}

/* Marks that stand elsewhere in the article weigh less, and no more when they are
 * many: an article can be about two instances. */
static void
weigh_distant_marks(const struct mention *mention, struct xc_score *score)
{
    struct xc_mark_list marks = mention->around.in_paragraph;
    size_t n_near = marks.n;
    size_t c;
    size_t i;

    for (i = 0; i < mention->outline->marks.n; i++) {
        struct xc_sign sign = {.phrase = mention->outline->marks.phrases[i],
                               .words = mention->outline->marks.words[i]};
        xc_outline_add_mark(&marks, &sign);
    }
    for (c = 0; c < score->n; c++) {
        int gain = 0;
        int loss = 0;
        for (i = n_near; i < marks.n; i++) {
            enum xc_pointing pointing = xc_score_mark(score, c, marks.phrases[i]);
            if (pointing == XC_POINTS_HERE)
                gain = distant_mark_points;
            else if (pointing == XC_POINTS_AWAY)
                loss = distant_mark_loss;
        }
        xc_score_add(score, c, gain - loss);
        if (c == 0 && (gain != 0 || loss != 0)) {
            struct xc_str words = xc_score_words(score, marks.words[n_near]);
            xc_score_note(score, 0, gain - loss, "mark '%.*s' in the article",
                          (int)words.len, words.ptr);
        }
    }
}

/*
 * The mention's clause names another event of a rule file, and this one not: two events
 * of one day can be told apart by nothing else.
 *
 *     "Her corset was tight at the Spring Fair, and her cape was loose at the Harbour
 *      Gala."
 */
static void
weigh_other_name(const struct mention *mention, struct xc_score *score)
{
    const struct xc_signs *signs = &mention->article->signs;
    const struct xc_sign *other = NULL;
    size_t i = signs->first[mention->around.sentence];
    struct xc_str words;
    size_t c;

    for (; i < signs->first[mention->around.sentence + 1]; i++) {
        const struct xc_sign *sign = &signs->all.items[i];
        if (sign->form != XC_SIGN_NAME ||
            !xc_range_overlaps(sign->at, mention->at.near))
            continue;
        if (xc_instance_owns(sign->phrase, score->topic))
            return;
        if (!sign->phrase->weak)
            other = sign;
    }
    if (other == NULL)
        return;
    for (c = 0; c + 1 < score->n; c++)
        xc_score_add(score, c, -other_name_points);
    words = xc_score_words(score, other->words);
    xc_score_note(score, 0, -other_name_points, "another event, '%.*s', in its clause",
                  (int)words.len, words.ptr);
}

/* The event is spoken of: by its name, or by a mark that stands for it. */
static void
weigh_name(const struct mention *mention, struct xc_score *score)
{
    size_t c;

    weigh_other_name(mention, score);
    if (mention->outline->named) {
        for (c = 0; c < score->n; c++)
            xc_score_add(score, c, name_points);
        xc_score_note(score, 0, name_points, "the article names the event");
        return;
    }
    if (mention->outline->short_name != NULL) {
        struct xc_str words =
            xc_score_words(score, mention->outline->short_name->words);
        xc_score_note(score, 0, 0, "'%.*s' alone may name something else",
                      (int)words.len, words.ptr);
    }
    for (c = 0; c + 1 < score->n; c++) {
        if (!xc_outline_marks_one(score, &mention->outline->marks, c))
            continue;
        xc_score_add(score, c, name_points);
        if (c == 0)
            xc_score_note(score, 0, name_points, "a mark stands for the event's name");
    }
}

/* Takes points from the instance of a year that the sentence is set against. */
static void
take_contrast(struct xc_score *score, const struct xc_sign *sign)
{
    struct xc_str words = xc_score_words(score, sign->words);
    size_t c;

    for (c = 0; c + 1 < score->n; c++) {
        if (xc_score_year(score, c, sign->year) != XC_POINTS_HERE)
            continue;
        xc_score_add(score, c, -contrast_points);
        xc_score_note(score, c, -contrast_points, "set against '%.*s'", (int)words.len,
                      words.ptr);
    }
}

/* Years of the sentence that do not say when: those set against it, and stray ones. */
static void
weigh_idle_years(const struct mention *mention, struct xc_score *score)
{
    const struct xc_signs *signs = &mention->article->signs;
    size_t i = signs->first[mention->around.sentence];
    bool stray = false;
    size_t c;

    for (; i < signs->first[mention->around.sentence + 1]; i++) {
        const struct xc_sign *sign = &signs->all.items[i];
        struct xc_str words;
        if (sign->form != XC_SIGN_YEAR)
            continue;
        if (sign->contrast) {
            if (!sign->inset)
                take_contrast(score, sign);
            continue;
        }
        if (stray || xc_standpoint_of(&mention->at, sign) != XC_STANDS_IN ||
            xc_outline_year_use(score, sign) != XC_YEAR_STRAY)
            continue;
        stray = true;
        for (c = 0; c + 1 < score->n; c++)
            xc_score_add(score, c, -stray_year_points);
        words = xc_score_words(score, sign->words);
        xc_score_note(score, 0, -stray_year_points, "'%.*s' beside it", (int)words.len,
                      words.ptr);
    }
}

/* Everything but the years of the sentence. */
static void
weigh_around(struct mention *mention, struct xc_score *score)
{
    const struct xc_sign *date = find_governing(mention, score, may_date);

    mention->around.dated_in_sentence = date != NULL;
    if (date != NULL)
        xc_score_give_date(score, date, sentence_date_points, "in the sentence");
    weigh_idle_years(mention, score);
    weigh_marks(score, &mention->around.in_paragraph, "in the paragraph");
    weigh_distant_marks(mention, score);
    weigh_name(mention, score);
    xc_discourse_weigh(mention->article, mention->outline, &mention->around, score);
}

/*
 * "Last time, one man had tied it": another instance than the one that everything
 * around is about.  When that is this one, the answer is another; when it is another,
 * this one may be meant or yet another.  "Two years earlier" counts from that instance.
 */
static void
weigh_unsaid(struct mention *mention, const struct xc_sign *sign,
             struct xc_score *score)
{
    enum xc_event_place around;
    struct xc_str words = xc_score_words(score, sign->words);
    int year;

    weigh_around(mention, score);
    around = xc_score_place(score);
    year = xc_score_best_year(score);
    xc_score_remark(score, "%s: what stands around it, until",
                    xc_event_place_name(around));
    xc_score_clear(score);
    if (year != 0 && sign->years < 0) {
        xc_score_give_year(score, year + sign->years, 0, sentence_year_points,
                           sign->words, "in the sentence");
        return;
    }
    /* "Two years later" counts from something that was told before. */
    if (around == XC_EVENT_THIS && sign->years == 0) {
        xc_score_add(score, 0, -sentence_year_points);
        xc_score_add(score, score->n - 1, sentence_year_points);
    }
    xc_score_note(score, 0, score->points[0], "'%.*s' in the sentence", (int)words.len,
                  words.ptr);
}

static void
weigh_year(const struct mention *mention, const struct xc_sign *sign,
           struct xc_score *score)
{
    if (sign->many) {
        struct xc_str words = xc_score_words(score, sign->words);
        xc_score_note(score, 0, 0, "'%.*s' in the sentence speaks of several years",
                      (int)words.len, words.ptr);
        return;
    }
    xc_score_give_sign(score, sign, sentence_year_points, "in the sentence");
    weigh_marks(score, &mention->around.in_sentence, "in the sentence");
    weigh_name(mention, score);
}

static void
weigh_edition(struct mention *mention, const struct xc_sign *sign,
              struct xc_score *score)
{
    xc_score_give_edition(score, sign, sentence_year_points, "in the sentence");
    weigh_around(mention, score);
}

enum xc_status
xc_event_place(struct xc_event_article *article, size_t topic, size_t sentence,
               struct xc_range words, struct xc_event_reading *out)
{
    struct mention mention = {.article = article};
    const struct xc_sign *governing;
    struct xc_score score;

    if (!article->events->instances[topic].present) {
        *out = (struct xc_event_reading){.place = XC_EVENT_THIS,
                                         .reason = XC_STR("the topic has no event"),
                                         .trace = XC_STR("the topic has no event\n")};
        return XC_OK;
    }
    mention.around.sentence = sentence;
    mention.around.words = words;
    if (!xc_event_article_read(article))
        return XC_NO_MEMORY;
    if (!xc_score_init(&score, article->events, article->text, topic, article->arena))
        return XC_NO_MEMORY;
    mention.outline = xc_outline_find(article, &score);
    if (mention.outline == NULL ||
        !xc_standpoint_find(article->events, article->text, sentence, words,
                            article->arena, &mention.at))
        return XC_NO_MEMORY;
    look_around(&mention, &score);
    mention.around.is_now = find_governing(&mention, &score, may_be_now) != NULL;
    governing = find_governing(&mention, &score, may_govern);
    if (governing == NULL)
        weigh_around(&mention, &score);
    else if (governing->form == XC_SIGN_YEAR)
        weigh_year(&mention, governing, &score);
    else if (governing->form == XC_SIGN_EDITION)
        weigh_edition(&mention, governing, &score);
    else
        weigh_unsaid(&mention, governing, &score);
    return xc_score_decide(&score, out) ? XC_OK : XC_NO_MEMORY;
}
