/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/explain.h"

#include <stdint.h>

#include "base/table.h"
#include "text/evidence.h"

static size_t
count_found(const struct xc_text *text, struct xc_range range,
            const struct xc_pattern *pattern)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < pattern->n_required; i++)
        n += xc_required_stands(text, range, &pattern->required[i]);
    return n;
}

/* The sentence with most of the pattern's required words, and what it lacks. */
static enum xc_status
find_lacking(const struct xc_text *text, struct xc_arena *arena,
             struct xc_explained_pattern *explained)
{
    const struct xc_pattern *pattern = explained->pattern;
    size_t s;
    size_t i;

    explained->nearest = SIZE_MAX;
    for (s = 0; s < text->n_sentences; s++) {
        size_t n = count_found(text, text->sentences[s].words, pattern);

        if (n > explained->n_found) {
            explained->n_found = n;
            explained->nearest = s;
        }
    }
    explained->missing =
        xc_arena_array(arena, pattern->n_required, sizeof(struct xc_required *));
    if (explained->missing == NULL)
        return XC_NO_MEMORY;
    for (i = 0; explained->nearest != SIZE_MAX && i < pattern->n_required; i++) {
        if (!xc_required_stands(text, text->sentences[explained->nearest].words,
                                &pattern->required[i]))
            explained->missing[explained->n_missing++] = &pattern->required[i];
    }
    return XC_OK;
}

static enum xc_status
find_nearest(const struct xc_explanation *explanation, const struct xc_engine *engine,
             struct xc_arena *arena, struct xc_explained_pattern *explained)
{
    enum xc_status status = find_lacking(&explanation->article->text, arena, explained);

    if (status == XC_OK && explained->nearest != SIZE_MAX && explained->n_missing == 0)
        status = xc_near_miss_find(engine, explanation->article, explanation->claim,
                                   explained->pattern, arena, &explained->miss);
    if (status == XC_OK && explained->n_missing == 0 && explained->nearest != SIZE_MAX)
        explained->nearest = explained->miss.sentence;
    return status;
}

/* Whether an `about` pattern of the topic is among the candidates: the same question
 * that confirming asks, from the required words alone. */
static bool
is_about(const struct xc_engine *engine, const struct xc_article *article,
         const struct xc_topic *topic)
{
    size_t a;
    size_t c;

    for (a = 0; a < topic->n_about; a++) {
        for (c = 0; c < article->candidates.n; c++) {
            const struct xc_claim *claim;

            if (xc_matcher_pattern(engine->matcher,
                                   article->candidates.items[c].pattern,
                                   &claim) == topic->about[a])
                return true;
        }
    }
    return topic->n_about == 0;
}

static void
count_matches(const struct xc_engine *engine, const struct xc_article *article,
              struct xc_explained_pattern *explained)
{
    size_t i;

    for (i = 0; i < article->candidates.n; i++) {
        const struct xc_claim *claim;

        explained->n_candidates +=
            xc_matcher_pattern(engine->matcher, article->candidates.items[i].pattern,
                               &claim) == explained->pattern;
    }
    for (i = 0; i < article->mentions.n; i++)
        explained->n_mentions +=
            article->mentions.items[i].pattern == explained->pattern;
}

/* What each of the article's mentions holds that a reader does not see. */
static enum xc_status
find_hidden(const struct xc_article *article, struct xc_arena *arena,
            struct xc_hidden_vec **out)
{
    const struct xc_text *text = &article->text;
    struct xc_hidden_vec *made =
        xc_arena_array(arena, article->mentions.n, sizeof *made);
    enum xc_status status = made == NULL ? XC_NO_MEMORY : XC_OK;
    size_t i;

    for (i = 0; status == XC_OK && i < article->mentions.n; i++) {
        size_t sentence = article->mentions.items[i].sentence;

        status = xc_evidence_hidden(&text->fold, text->article,
                                    text->sentences[sentence].folded, arena, &made[i]);
    }
    if (status == XC_OK)
        *out = made;
    return status;
}

enum xc_status
xc_explain(const struct xc_engine *engine, const struct xc_article *article,
           const struct xc_claim *claim, struct xc_arena *arena,
           struct xc_explanation *out)
{
    const struct xc_topic *topic = &engine->topics->items[claim->topic];
    struct xc_explanation made = {.topic = topic, .claim = claim, .article = article};
    enum xc_status status = find_hidden(article, arena, &made.hidden);
    size_t i;

    if (status != XC_OK)
        return status;
    made.decisions =
        xc_arena_array(arena, article->mentions.n, sizeof(const struct xc_decision *));
    if (made.decisions == NULL)
        return XC_NO_MEMORY;
    made.about = is_about(engine, article, topic);
    made.n_patterns = claim->n_match;
    made.patterns = xc_arena_array(arena, claim->n_match, sizeof *made.patterns);
    if (made.patterns == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < claim->n_match; i++) {
        made.patterns[i].pattern = claim->match[i];
        count_matches(engine, article, &made.patterns[i]);
        if (made.patterns[i].n_mentions == 0 &&
            find_nearest(&made, engine, arena, &made.patterns[i]) != XC_OK)
            return XC_NO_MEMORY;
    }
    *out = made;
    return XC_OK;
}

/* The mention as a decision is compared with it. */
static struct xc_selected
selected(const struct xc_explanation *explanation, const struct xc_mention *mention)
{
    const struct xc_article *article = explanation->article;
    const struct xc_text *text = &article->text;
    struct xc_span sentence =
        xc_evidence_span(&text->fold, text->sentences[mention->sentence].folded);

    return (struct xc_selected){.topic = explanation->topic->id,
                                .claim = explanation->claim->id,
                                .source = article->source->id,
                                .path = article->source->path,
                                .before = XC_STR(""),
                                .quote = xc_str_at(text->article, sentence),
                                .after = XC_STR("")};
}

enum xc_status
xc_explain_decisions(const struct xc_decider *decider, struct xc_arena *arena,
                     struct xc_explanation *explanation)
{
    const struct xc_article *article = explanation->article;
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; status == XC_OK && i < article->mentions.n; i++) {
        const struct xc_mention *mention = &article->mentions.items[i];
        struct xc_selected compared;

        if (mention->claim != explanation->claim)
            continue;
        compared = selected(explanation, mention);
        status = xc_decider_find(decider, &compared, arena, NULL,
                                 &explanation->decisions[i]);
    }
    return status;
}
