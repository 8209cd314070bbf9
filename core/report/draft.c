/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/draft.h"

#include <stdint.h>

#include "report/required.h"
#include "report/yaml_emit.h"
#include "text/evidence.h"

static void
put_words(struct xc_sink *sink, const struct xc_str_vec *words)
{
    size_t i;

    for (i = 0; i < words->n; i++) {
        xc_sink_text(sink, i == 0 ? "" : ", ");
        xc_sink_put(sink, words->items[i]);
    }
}

/* The unit's words as the statement has them, in quotation marks. */
static void
put_unit(struct xc_sink *sink, const struct xc_draft *draft,
         const struct xc_draft_unit *unit)
{
    xc_yaml_quoted(sink, xc_text_original(&draft->units.text, unit->words));
}

/* "# weighs 3: …": why the patterns are as they are. */
static void
put_weights(struct xc_sink *sink, const struct xc_draft *draft)
{
    const struct xc_draft_unit_vec *units = &draft->units.units;
    unsigned weight;
    size_t i;

    for (weight = XC_DRAFT_RARE; weight >= XC_DRAFT_COMMON; weight--) {
        size_t n = 0;

        for (i = 0; i < units->n; i++) {
            if (units->items[i].weight != weight)
                continue;
            if (n++ == 0)
                xc_sink_printf(sink, "    # %s: ",
                               weight == XC_DRAFT_RARE      ? "rare"
                               : weight == XC_DRAFT_TELLING ? "telling"
                                                            : "common");
            else
                xc_sink_text(sink, ", ");
            put_unit(sink, draft, &units->items[i]);
        }
        if (n > 0)
            xc_sink_char(sink, '\n');
    }
}

/* What a person may want to add, by the unit that it belongs to. */
static void
put_offers(struct xc_sink *sink, const struct xc_draft *draft)
{
    const struct xc_draft_unit_vec *units = &draft->units.units;
    size_t i;

    for (i = 0; i < units->n; i++) {
        if (units->items[i].offered.n == 0)
            continue;
        xc_sink_text(sink, "    # common words that may stand for ");
        put_unit(sink, draft, &units->items[i]);
        xc_sink_text(sink, ": ");
        put_words(sink, &units->items[i].offered);
        xc_sink_char(sink, '\n');
    }
    for (i = 0; i < units->n; i++) {
        if (units->items[i].contraries.n == 0)
            continue;
        xc_sink_text(sink, "    # ");
        put_unit(sink, draft, &units->items[i]);
        xc_sink_text(sink, " is denied without a negator by: ");
        put_words(sink, &units->items[i].contraries);
        xc_sink_text(sink, " (write a claim of its own)\n");
    }
    if (draft->units.negated)
        xc_sink_text(sink,
                     "    # the statement is negated, so a sentence must be, too\n");
}

static void
put_values(struct xc_sink *sink, const struct xc_draft *draft)
{
    const struct xc_draft_unit_vec *units = &draft->units.units;
    size_t n = 0;
    size_t i;

    for (i = 0; i < units->n; i++) {
        const struct xc_draft_unit *unit = &units->items[i];

        if (unit->slot.ptr == NULL || !unit->slot_used)
            continue;
        xc_sink_text(sink, n++ == 0 ? "    value: {" : ", ");
        xc_sink_put(sink, unit->slot);
        xc_sink_text(sink, ": ");
        xc_yaml_quoted(sink, unit->value);
    }
    if (n > 0)
        xc_sink_text(sink, "}\n");
}

static void
put_examples(struct xc_sink *sink, const struct xc_draft *draft, bool asserts)
{
    xc_sink_text(sink, asserts ? "    examples:\n      asserts:\n        - "
                               : "    # examples:\n    #   asserts: [\"…\"]\n");
    if (asserts) {
        xc_yaml_quoted(sink, draft->statement);
        xc_sink_char(sink, '\n');
    }
    xc_sink_text(sink, asserts ? "      # denies: [\"…\"]\n"
                                 "      # discusses: [\"…\"]\n"
                                 "      # ignores: [\"…\"]\n"
                               : "    #   denies: [\"…\"]\n"
                                 "    #   discusses: [\"…\"]\n"
                                 "    #   ignores: [\"…\"]\n");
}

static void
put_claim(struct xc_sink *sink, const struct xc_draft *draft, bool asserts)
{
    size_t i;

    xc_sink_text(sink, "  - id: ");
    xc_yaml_quoted(sink, draft->id);
    xc_sink_text(sink, "\n    statement: ");
    xc_yaml_quoted(sink, draft->statement);
    xc_sink_char(sink, '\n');
    put_weights(sink, draft);
    xc_sink_text(sink, "    match:\n");
    for (i = 0; i < draft->patterns.n; i++) {
        xc_sink_text(sink, "      - ");
        xc_yaml_quoted(sink, draft->patterns.items[i]);
        xc_sink_char(sink, '\n');
    }
    put_values(sink, draft);
    put_offers(sink, draft);
    put_examples(sink, draft, asserts);
}

void
xc_report_drafts(const struct xc_draft_vec *drafts, const struct xc_draft_style *style,
                 struct xc_sink *sink)
{
    size_t i;

    if (style->topic.ptr != NULL) {
        xc_sink_text(sink, "xclaim: 1\ntopic: ");
        xc_yaml_quoted(sink, style->topic);
        xc_sink_text(sink, "\ntitle: ");
        xc_yaml_quoted(sink, style->title);
        xc_sink_text(sink, "\n# about: [\"…\"]  # words one of which every source has\n"
                           "claims:\n");
    }
    for (i = 0; i < drafts->n; i++) {
        if (i > 0)
            xc_sink_char(sink, '\n');
        put_claim(sink, &drafts->items[i],
                  style->all_examples || drafts->items[i].reads_asserted);
    }
}

/* "# corpus/a.md:12: asserted: "…"", as a comment. */
static void
put_sentence(struct xc_sink *sink, const struct xc_explanation *explanation, size_t s,
             const char *what)
{
    const struct xc_text *text = &explanation->article->text;
    const struct xc_source *source = explanation->article->source;
    struct xc_span span = xc_evidence_span(&text->fold, text->sentences[s].folded);
    size_t line;
    size_t column;

    xc_source_place(source, span.off_bytes, &line, &column);
    xc_sink_text(sink, "# ");
    if (explanation->topic->n_claims > 1) {
        xc_sink_put(sink, explanation->claim->id);
        xc_sink_text(sink, " in ");
    }
    xc_yaml_quoted(sink, source->id);
    xc_sink_printf(sink, " line %zu: %s: ", line, what);
    xc_yaml_quoted_line(sink, xc_str_at(text->article, span));
    xc_sink_char(sink, '\n');
}

/* Whether the first mention of the claim in sentence s is mention m: one line each. */
static bool
is_first(const struct xc_article *article, const struct xc_claim *claim, size_t m)
{
    size_t i = m;

    while (i > 0 && (article->mentions.items[i - 1].claim != claim ||
                     article->mentions.items[i - 1].sentence !=
                         article->mentions.items[m].sentence))
        i--;
    return i == 0;
}

/* The pattern that came nearest, when all but one of the words that it must have are there.
 * Of several claims one such word in common with a source tells nothing. */
static const struct xc_explained_pattern *
find_nearest(const struct xc_explanation *explanation)
{
    const size_t least = explanation->topic->n_claims > 1 ? 2 : 1;
    const struct xc_explained_pattern *nearest = NULL;
    size_t i;

    for (i = 0; i < explanation->n_patterns; i++) {
        const struct xc_explained_pattern *explained = &explanation->patterns[i];

        if (explained->nearest != SIZE_MAX && explained->n_missing <= 1 &&
            explained->n_found >= least &&
            (nearest == NULL || explained->n_found > nearest->n_found))
            nearest = explained;
    }
    return nearest;
}

bool
xc_report_draft_against(const struct xc_explanation *explanation, struct xc_sink *sink)
{
    const struct xc_article *article = explanation->article;
    const struct xc_explained_pattern *nearest;
    bool told = false;
    size_t i;

    for (i = 0; i < article->mentions.n; i++) {
        const struct xc_mention *mention = &article->mentions.items[i];

        if (mention->claim != explanation->claim ||
            !is_first(article, explanation->claim, i))
            continue;
        put_sentence(sink, explanation, mention->sentence,
                     xc_stance_name(article->readings[i].stance.stance));
        told = true;
    }
    nearest = told ? NULL : find_nearest(explanation);
    if (nearest == NULL)
        return told;
    put_sentence(sink, explanation, nearest->nearest, "nearly");
    xc_sink_text(sink, "#   ");
    xc_yaml_quoted(sink, nearest->pattern->text);
    xc_sink_text(sink, ": ");
    if (nearest->n_missing == 0)
        xc_sink_text(sink, "too few of its words in one sentence");
    else
        xc_required_tell(sink, nearest);
    xc_sink_char(sink, '\n');
    return true;
}
