/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/explain.h"

#include <stdint.h>

#include "report/required.h"
#include "report/telling.h"
#include "report/terminal.h"
#include "text/evidence.h"

static const size_t label_columns = 10;

struct telling {
    const struct xc_explanation *explanation;
    struct xc_terminal terminal;
    struct xc_sink prose;
};

/* Begins the line of a stage: its name, then what it saw in a column of its own. */
static void
stage(struct telling *telling, const char *name)
{
    xc_terminal_indent(&telling->terminal, 0);
    xc_terminal_say(&telling->terminal, XC_TERMINAL_STRONG, name);
    xc_terminal_tab(&telling->terminal, label_columns);
}

static void
end(struct telling *telling)
{
    xc_terminal_end(&telling->terminal);
}

static void
sentence(struct telling *telling, size_t s)
{
    const struct xc_text *text = &telling->explanation->article->text;
    const struct xc_source *source = telling->explanation->article->source;
    struct xc_span span = xc_evidence_span(&text->fold, text->sentences[s].folded);
    size_t line;
    size_t column;

    xc_source_place(source, span.off_bytes, &line, &column);
    xc_sink_printf(&telling->prose, "line %zu: ", line);
    xc_terminal_prose(&telling->terminal, XC_TERMINAL_PLAIN,
                      xc_str_at(text->article, span));
}

static size_t
count_disguises(const struct xc_hidden_places *places)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < places->n; i++)
        n += places->items[i].kind == XC_HIDDEN_LOOK_ALIKE;
    return n;
}

static void
tell_reading(struct telling *telling)
{
    const struct xc_article *article = telling->explanation->article;
    const struct xc_source *source = article->source;
    size_t i;
    size_t n_mentions = 0;
    size_t n_words;

    stage(telling, "read");
    xc_sink_printf(&telling->prose, "%zu blocks, %zu bytes; publisher ",
                   source->n_blocks, source->text.len);
    xc_sink_put(&telling->prose,
                source->publisher.len > 0 ? source->publisher : XC_STR("unknown"));
    if (source->has_published)
        xc_sink_printf(&telling->prose, ", published %04d-%02d-%02d",
                       source->published.year, source->published.month,
                       source->published.day);
    else
        xc_sink_text(&telling->prose, ", undated");
    end(telling);
    stage(telling, "fold");
    xc_sink_printf(&telling->prose, "%zu bytes, %zu invalid, %zu hidden characters",
                   article->text.fold.text.len, article->text.fold.n_invalid,
                   article->text.fold.n_hidden);
    n_words = count_disguises(&article->text.fold.hidden);
    if (n_words > 0)
        xc_sink_printf(&telling->prose, ", %zu %s with look-alike letters", n_words,
                       n_words == 1 ? "word" : "words");
    end(telling);
    stage(telling, "split");
    xc_sink_printf(&telling->prose, "%zu sentences, %zu words, %zu quotations",
                   article->text.n_sentences, article->text.words.n,
                   article->text.quotations.n);
    end(telling);
    if (!article->is_english) {
        xc_sink_text(&telling->prose, "not in English, so no later stage ran");
        end(telling);
        return;
    }
    for (i = 0; i < article->mentions.n; i++)
        n_mentions += article->mentions.items[i].claim == telling->explanation->claim;
    stage(telling, "scan");
    xc_sink_printf(&telling->prose, "%zu candidates over all claims",
                   article->candidates.n);
    end(telling);
    stage(telling, "confirm");
    xc_sink_printf(&telling->prose, "%zu %s of this claim", n_mentions,
                   n_mentions == 1 ? "mention" : "mentions");
    if (!telling->explanation->about)
        xc_sink_text(&telling->prose, "; the source names nothing that the topic is "
                                      "`about`, so it is not looked at");
    end(telling);
}

static void
tell_nearest(struct telling *telling, const struct xc_explained_pattern *explained)
{
    xc_terminal_indent(&telling->terminal, 4);
    if (explained->nearest != SIZE_MAX) {
        xc_sink_text(&telling->prose, "came nearest in ");
        sentence(telling, explained->nearest);
        end(telling);
    }
    xc_required_tell(&telling->prose, explained);
    end(telling);
}

static void
tell_patterns(struct telling *telling)
{
    const struct xc_explanation *explanation = telling->explanation;
    size_t i;

    for (i = 0; i < explanation->n_patterns; i++) {
        const struct xc_explained_pattern *explained = &explanation->patterns[i];

        xc_terminal_indent(&telling->terminal, 0);
        end(telling);
        stage(telling, "pattern");
        xc_terminal_prose(&telling->terminal, XC_TERMINAL_PLAIN,
                          explained->pattern->text);
        end(telling);
        xc_terminal_indent(&telling->terminal, 4);
        xc_sink_printf(
            &telling->prose, "%zu candidate %s, %zu %s", explained->n_candidates,
            explained->n_candidates == 1 ? "sentence" : "sentences",
            explained->n_mentions, explained->n_mentions == 1 ? "mention" : "mentions");
        end(telling);
        xc_required_words(&telling->prose, explained->pattern);
        end(telling);
        xc_sink_text(&telling->prose, "as PCRE2: ");
        xc_terminal_prose(&telling->terminal, XC_TERMINAL_FAINT,
                          explained->pattern->source);
        end(telling);
        if (explained->n_mentions == 0)
            tell_nearest(telling, explained);
    }
}

/* Each line of a trace on a line of its own. */
static void
tell_trace(struct telling *telling, const char *name, const char *result,
           struct xc_str trace)
{
    struct xc_str line;

    xc_terminal_indent(&telling->terminal, 4);
    xc_sink_text(&telling->prose, name);
    xc_sink_text(&telling->prose, ": ");
    xc_terminal_say(&telling->terminal, XC_TERMINAL_STRONG, result);
    end(telling);
    xc_terminal_indent(&telling->terminal, 8);
    while (xc_str_split(&trace, '\n', &line)) {
        if (line.len == 0)
            continue;
        xc_terminal_prose(&telling->terminal, XC_TERMINAL_PLAIN, line);
        end(telling);
    }
}

static void
tell_voice(struct telling *telling, const struct xc_voice *voice)
{
    const char *commitment = xc_commitment_name(voice->commitment);

    xc_terminal_indent(&telling->terminal, 4);
    xc_sink_text(&telling->prose, "voice: ");
    xc_terminal_say(&telling->terminal, XC_TERMINAL_STRONG,
                    xc_voice_kind_name(voice->kind));
    if (voice->name.len > 0) {
        xc_sink_text(&telling->prose, ", ");
        xc_terminal_prose(&telling->terminal, XC_TERMINAL_PLAIN, voice->name);
    }
    if (voice->quoted)
        xc_sink_text(&telling->prose, ", quoted");
    if (commitment != NULL)
        xc_sink_printf(&telling->prose, ", %s", commitment);
    end(telling);
}

/* What an editor decided, and where it stands. */
static void
tell_decision(struct telling *telling, const struct xc_decision *decision)
{
    const struct xc_selection *on = &decision->on;
    struct xc_date date = decision->date;

    xc_terminal_indent(&telling->terminal, 4);
    xc_sink_text(&telling->prose, "decided: ");
    xc_terminal_say(&telling->terminal, XC_TERMINAL_STRONG,
                    xc_decision_name(decision->kind));
    xc_sink_printf(&telling->prose, ", %04d-%02d-%02d", date.year, date.month,
                   date.day);
    if (decision->by.len > 0) {
        xc_sink_text(&telling->prose, ", by ");
        xc_terminal_prose(&telling->terminal, XC_TERMINAL_PLAIN, decision->by);
    }
    end(telling);
    xc_terminal_indent(&telling->terminal, 8);
    xc_terminal_prose(&telling->terminal, XC_TERMINAL_PLAIN, decision->reason);
    end(telling);
    xc_terminal_name(&telling->terminal, XC_TERMINAL_FAINT, on->path);
    xc_sink_printf(&telling->prose, ":%zu", on->line);
    end(telling);
}

static void
tell_value(struct telling *telling, const struct xc_capture *capture)
{
    const struct xc_claim_slot *slot =
        &telling->explanation->claim->slots[capture->slot];

    xc_terminal_indent(&telling->terminal, 4);
    xc_sink_text(&telling->prose, "value: ");
    xc_terminal_prose(&telling->terminal, XC_TERMINAL_STRONG, slot->name);
    xc_sink_printf(&telling->prose, " (%s) from '", xc_value_kind_name(slot->kind));
    xc_sink_put(&telling->prose, capture->value.text);
    xc_sink_text(&telling->prose, "'");
    end(telling);
}

static void
tell_mentions(struct telling *telling)
{
    const struct xc_explanation *explanation = telling->explanation;
    const struct xc_article *article = explanation->article;
    size_t i;
    size_t c;

    for (i = 0; i < article->mentions.n; i++) {
        const struct xc_reading *reading = &article->readings[i];

        if (reading->mention->claim != explanation->claim)
            continue;
        xc_terminal_indent(&telling->terminal, 0);
        end(telling);
        stage(telling, "mention");
        sentence(telling, reading->mention->sentence);
        end(telling);
        xc_terminal_indent(&telling->terminal, 4);
        xc_sink_text(&telling->prose, "matched: ");
        xc_terminal_prose(&telling->terminal, XC_TERMINAL_MATCH,
                          xc_text_original(&article->text, reading->mention->words));
        end(telling);
        if (explanation->hidden[i].n > 0) {
            xc_telling_hidden(&telling->prose, explanation->hidden[i].items,
                              explanation->hidden[i].n);
            end(telling);
        }
        xc_sink_text(&telling->prose, "by the pattern: ");
        xc_terminal_prose(&telling->terminal, XC_TERMINAL_PLAIN,
                          reading->mention->pattern->text);
        end(telling);
        tell_trace(telling, "event", xc_event_place_name(reading->event.place),
                   reading->event.trace);
        tell_trace(telling, "stance", xc_stance_name(reading->stance.stance),
                   reading->stance.trace);
        tell_voice(telling, &reading->stance.voice);
        if (explanation->decisions[i] != NULL)
            tell_decision(telling, explanation->decisions[i]);
        for (c = 0; c < reading->mention->n_captures; c++)
            tell_value(telling, &reading->mention->captures[c]);
    }
}

void
xc_report_explain(const struct xc_explanation *explanation,
                  const struct xc_report_style *style, struct xc_sink *sink)
{
    struct telling telling = {.explanation = explanation};

    xc_terminal_init(&telling.terminal, sink, style->colour, style->width);
    telling.prose = xc_terminal_pen(&telling.terminal);
    xc_terminal_prose(&telling.terminal, XC_TERMINAL_STRONG,
                      explanation->claim->statement);
    end(&telling);
    xc_terminal_prose(&telling.terminal, XC_TERMINAL_FAINT, explanation->topic->id);
    xc_terminal_say(&telling.terminal, XC_TERMINAL_FAINT, " / ");
    xc_terminal_prose(&telling.terminal, XC_TERMINAL_FAINT, explanation->claim->id);
    xc_terminal_say(&telling.terminal, XC_TERMINAL_FAINT, " in ");
    xc_terminal_name(&telling.terminal, XC_TERMINAL_FAINT,
                     explanation->article->source->id);
    end(&telling);
    xc_terminal_indent(&telling.terminal, 0);
    end(&telling);
    tell_reading(&telling);
    if (!explanation->article->is_english)
        return;
    tell_mentions(&telling);
    tell_patterns(&telling);
}
