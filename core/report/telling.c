/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/telling.h"

#include "base/limits.h"
#include "report/value_words.h"

static const char separator[] = " · ";

bool
xc_telling_turn(struct xc_telling *telling, const struct xc_claim_result *result)
{
    size_t m;
    size_t e;

    xc_arena_reset(telling->arena);
    telling->result = result;
    telling->edges =
        xc_arena_array(telling->arena, result->n_edges, sizeof *telling->edges);
    telling->edge_first = xc_arena_array(telling->arena, result->n_mentions + 2,
                                         sizeof *telling->edge_first);
    if (telling->edges == NULL || telling->edge_first == NULL) {
        telling->pen->failed = true;
        return false;
    }
    /* A counting sort by b: linear, and stable, so edges of one b stay ordered by a.
     * Counts stand two places up, starts one, so that filling leaves them in place. */
    for (e = 0; e < result->n_edges; e++)
        telling->edge_first[result->edges[e].b + 2]++;
    for (m = 2; m < result->n_mentions + 2; m++)
        telling->edge_first[m] += telling->edge_first[m - 1];
    for (e = 0; e < result->n_edges; e++)
        telling->edges[telling->edge_first[result->edges[e].b + 1]++] = e;
    return true;
}

void
xc_telling_count(struct xc_sink *pen, size_t n, const char *noun)
{
    xc_sink_printf(pen, "%zu %s%s", n, noun, n == 1 ? "" : "s");
}

const char *
xc_telling_position(enum xc_position position)
{
    switch (position) {
    case XC_POSITION_NONE:
        return "no position";
    case XC_POSITION_CONFLICTS:
        return "conflicts with itself";
    case XC_POSITION_ASSERTS:
    case XC_POSITION_DENIES:
    case XC_POSITION_DISCUSSES:
        return xc_position_name(position);
    }
    return "";
}

void
xc_telling_made(const struct xc_telling *telling, struct xc_str text)
{
    if (text.ptr == NULL)
        telling->pen->failed = true;
    xc_sink_put(telling->pen, text);
}

void
xc_telling_source(const struct xc_telling *telling, const struct xc_run_source *source)
{
    if (source->publisher.len > 0) {
        xc_sink_put(telling->pen, source->publisher);
        xc_sink_text(telling->pen, ", ");
    }
    if (source->has_published)
        xc_telling_made(telling, xc_date_text(source->published, telling->arena));
    else
        xc_sink_text(telling->pen, "undated");
}

static void
put_origins(const struct xc_telling *telling)
{
    const struct xc_claim_result *result = telling->result;

    if (result->n_origins == 0)
        return;
    xc_sink_text(telling->pen, "at most ");
    xc_telling_count(telling->pen, result->n_origins, "origin");
    xc_sink_text(telling->pen, separator);
}

void
xc_telling_claim(const struct xc_telling *telling)
{
    const struct xc_claim_result *result = telling->result;
    bool first = true;
    size_t i;

    put_origins(telling);
    for (i = 0; i < result->claim->n_slots; i++) {
        if (!result->has_agreed[i])
            continue;
        xc_sink_text(telling->pen, first ? "agreed: " : ", ");
        xc_telling_value(telling, i, &result->agreed[i]);
        first = false;
    }
    if (!first)
        xc_sink_text(telling->pen, separator);
    xc_sink_put(telling->pen, result->claim->id);
}

static const char *
verb_of(enum xc_commitment commitment)
{
    switch (commitment) {
    case XC_COMMITMENT_STRONG:
        return "confirmed by ";
    case XC_COMMITMENT_WEAK:
        return "claimed by ";
    case XC_COMMITMENT_NONE:
    case XC_COMMITMENT_NEUTRAL:
        return "says ";
    }
    return "";
}

static void
put_voice(struct xc_sink *pen, const struct xc_voice *voice)
{
    switch (voice->kind) {
    case XC_VOICE_OWN:
        xc_sink_text(pen, "in its own voice");
        break;
    case XC_VOICE_SPEAKER:
        xc_sink_text(pen, verb_of(voice->commitment));
        if (voice->name.len > 0)
            xc_sink_put(pen, voice->name);
        else
            xc_sink_text(pen, "a speaker");
        break;
    case XC_VOICE_UNNAMED:
        xc_sink_text(pen, verb_of(voice->commitment));
        xc_sink_text(pen, "an unnamed source");
        if (voice->name.len > 0) {
            xc_sink_text(pen, " (“");
            xc_sink_put(pen, voice->name);
            xc_sink_text(pen, "”)");
        }
        break;
    }
    if (voice->quoted)
        xc_sink_text(pen, ", quoted");
}

/* The stance and the words that made it so: 'denied (“no truth to”)'. */
static void
put_stance(struct xc_sink *pen, const struct xc_kept *kept)
{
    bool first = true;
    size_t i;

    if (kept->stance == XC_STANCE_ASSERTED || xc_kept_is_dismissed(kept))
        return;
    xc_sink_text(pen, xc_stance_name(kept->stance));
    /* An editor decided against what the cues made of it. */
    for (i = 0; kept->decision == NULL && i < kept->n_cues; i++) {
        if (kept->cues[i].text.len == 0)
            continue;
        xc_sink_text(pen, first ? " (“" : ", “");
        xc_sink_put(pen, kept->cues[i].text);
        xc_sink_text(pen, "”");
        first = false;
    }
    xc_sink_text(pen, first ? "" : ")");
    xc_sink_text(pen, separator);
}

static void
put_event(struct xc_sink *pen, const char *place, const struct xc_kept *kept)
{
    xc_sink_text(pen, place);
    xc_sink_put(pen, kept->event.reason);
    xc_sink_text(pen, ")");
}

void
xc_telling_details(const struct xc_telling *telling, size_t mention)
{
    const struct xc_kept *kept = telling->result->mentions[mention];
    size_t i;

    put_stance(telling->pen, kept);
    put_voice(telling->pen, &kept->voice);
    switch (kept->event.place) {
    case XC_EVENT_THIS:
        break;
    case XC_EVENT_OTHER:
        put_event(telling->pen, " · about another event (", kept);
        break;
    case XC_EVENT_UNDETERMINED:
        put_event(telling->pen, " · event undetermined (", kept);
        break;
    }
    for (i = 0; i < kept->n_values; i++) {
        xc_sink_text(telling->pen, separator);
        xc_telling_stated(telling, kept->values[i].slot, &kept->values[i].value);
    }
}

void
xc_telling_decision(const struct xc_telling *telling, const struct xc_kept *kept)
{
    const struct xc_decision *decision = kept->decision;
    struct xc_sink *pen = telling->pen;

    xc_sink_text(pen, "decided ");
    if (decision->by.len > 0) {
        xc_sink_text(pen, "by ");
        xc_sink_put(pen, decision->by);
        xc_sink_text(pen, ", ");
    }
    xc_telling_made(telling, xc_date_text(decision->date, telling->arena));
    xc_sink_text(pen, ": ");
    xc_sink_text(pen, xc_kept_is_dismissed(kept) ? "not about the claim"
                                                 : xc_stance_name(kept->stance));
    xc_sink_text(pen, " (read as ");
    xc_sink_text(pen, xc_stance_name(kept->read_as));
    xc_sink_text(pen, ")");
    xc_sink_text(pen, separator);
    xc_sink_put(pen, decision->reason);
}

/* "Latin and Cyrillic", of bits of enum xc_script. */
static void
put_scripts(struct xc_sink *pen, unsigned scripts)
{
    bool first = true;
    unsigned i;

    for (i = 0; i < XC_N_SCRIPTS; i++) {
        if ((scripts >> i & 1) == 0)
            continue;
        if (!first)
            xc_sink_text(pen, scripts >> i == 1 ? " and " : ", ");
        xc_sink_text(pen, xc_script_name((enum xc_script)i));
        first = false;
    }
}

static void
put_hidden_word(struct xc_sink *pen, const struct xc_hidden *hidden)
{
    bool mixed = (hidden->scripts & (hidden->scripts - 1)) != 0;

    xc_sink_text(pen, "“");
    xc_sink_put(pen, hidden->word);
    xc_sink_text(pen, mixed ? "” mixes " : "” is written in ");
    put_scripts(pen, hidden->scripts);
    xc_sink_text(pen, " letters");
}

void
xc_telling_hidden(struct xc_sink *pen, const struct xc_hidden *hidden, size_t n)
{
    size_t n_words = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        if (hidden[i].kind == XC_HIDDEN_LOOK_ALIKE) {
            n_words += hidden[i].word.len > 0 ? 1 : hidden[i].n;
            if (n_words > XC_SHOWN_HIDDEN_WORDS)
                continue;
        }
        xc_sink_text(pen, i == 0 ? "hidden text: " : ", ");
        if (hidden[i].kind == XC_HIDDEN_LOOK_ALIKE) {
            put_hidden_word(pen, &hidden[i]);
            continue;
        }
        xc_sink_printf(pen, "%zu ", hidden[i].n);
        xc_sink_text(pen, xc_hidden_kind_name(hidden[i].kind));
        xc_sink_text(pen, hidden[i].n == 1 ? " character" : " characters");
    }
    if (n_words > XC_SHOWN_HIDDEN_WORDS) {
        xc_sink_text(pen, " and ");
        xc_telling_count(pen, n_words - XC_SHOWN_HIDDEN_WORDS, "more word");
    }
}

/* The first words of what two mentions share: the evidence stands just above, and JSON
 * has all of it. */
static void
put_first_words(struct xc_sink *pen, struct xc_str text)
{
    size_t n_words = 0;
    size_t off = 0;

    text = xc_str_trim(text);
    while (off < text.len && n_words < XC_SHOWN_SHARED_WORDS) {
        off = xc_str_find(text, off, ' ');
        n_words++;
        while (off < text.len && text.ptr[off] == ' ')
            off++;
    }
    xc_sink_put(pen, xc_str_trim(xc_str_sub(text, 0, off)));
    if (off < text.len)
        xc_sink_text(pen, "…");
}

void
xc_telling_reason(struct xc_sink *pen, enum xc_origin_reason reason,
                  struct xc_str shared)
{
    xc_sink_text(pen, xc_origin_reason_name(reason));
    if (shared.len == 0)
        return;
    switch (reason) {
    case XC_ORIGIN_SAME_SENTENCE:
    case XC_ORIGIN_SAME_BLOCK:
        break;
    case XC_ORIGIN_SHARED_PASSAGE:
    case XC_ORIGIN_SAME_QUOTATION:
        xc_sink_text(pen, " “");
        put_first_words(pen, shared);
        xc_sink_text(pen, "”");
        break;
    case XC_ORIGIN_SAME_SPEAKER:
    case XC_ORIGIN_SAME_CITATION:
    case XC_ORIGIN_CIRCULAR:
    case XC_ORIGIN_SAME_OUTLET:
        xc_sink_text(pen, ", ");
        put_first_words(pen, shared);
        break;
    case XC_ORIGIN_UNKNOWN_SPEAKER:
        xc_sink_text(pen, ", perhaps ");
        put_first_words(pen, shared);
        break;
    }
}

void
xc_telling_edge(const struct xc_telling *telling, size_t edge)
{
    const struct xc_origin_edge *joined = &telling->result->edges[edge];
    const struct xc_kept *other = telling->result->mentions[joined->a];

    xc_sink_text(telling->pen, "same origin as ");
    xc_sink_put(telling->pen, telling->run->sources.items[other->source].id);
    xc_sink_printf(telling->pen, " line %zu: ", other->line);
    xc_telling_reason(telling->pen, joined->reason, joined->shared);
}

void
xc_telling_sentence(struct xc_sink *pen, struct xc_str sentence)
{
    static const char *const marks[] = {"\"", "“", "”"};
    bool has_marks = false;
    size_t i;

    for (i = 0; i < sizeof marks / sizeof marks[0]; i++)
        has_marks = has_marks || xc_str_starts(sentence, marks[i]) ||
                    xc_str_ends(sentence, marks[i]);
    xc_sink_text(pen, has_marks ? "" : "“");
    xc_sink_put(pen, sentence);
    xc_sink_text(pen, has_marks ? "" : "”");
}

void
xc_telling_problem(struct xc_sink *pen, const struct xc_problem *problem)
{
    bool placed = problem->path.len > 0;

    xc_sink_put(pen, problem->path);
    if (problem->line > 0) {
        xc_sink_printf(pen, placed ? ":%zu" : "%zu", problem->line);
        if (problem->column > 0)
            xc_sink_printf(pen, ":%zu", problem->column);
        placed = true;
    }
    xc_sink_text(pen, placed ? ": " : "");
    xc_sink_put(pen, problem->message);
}

struct xc_str
xc_telling_dropped(const struct xc_problems *problems, struct xc_arena *arena)
{
    return xc_arena_printf(arena, "%zu more problem%s not listed", problems->n_dropped,
                           problems->n_dropped == 1 ? " is" : "s are");
}

void
xc_telling_summary(struct xc_sink *pen, const struct xc_summary *summary)
{
    size_t n_claims = 0;
    int verdict;

    for (verdict = 0; verdict < XC_N_VERDICTS; verdict++)
        n_claims += summary->verdicts[verdict];
    xc_telling_count(pen, n_claims, "claim");
    for (verdict = 0; verdict < XC_N_VERDICTS; verdict++) {
        xc_sink_printf(pen, "%s%zu ", verdict == 0 ? ": " : ", ",
                       summary->verdicts[verdict]);
        xc_sink_text(pen, xc_verdict_name((enum xc_verdict)verdict));
    }
    xc_sink_text(pen, separator);
    xc_telling_count(pen, summary->sources, "source");
    xc_sink_printf(pen, ", %zu unread", summary->unread);
    if (summary->flagged > 0) {
        xc_sink_text(pen, separator);
        xc_telling_count(pen, summary->flagged, "mention");
        xc_sink_text(pen, " with hidden text");
    }
}

bool
xc_telling_is_unmentioned(const struct xc_claim_result *result)
{
    return result->verdict == XC_VERDICT_SILENT && result->n_mentions == 0;
}

struct xc_telling_topic
xc_telling_topic_at(const struct xc_run *run, size_t first)
{
    struct xc_telling_topic topic = {run->claims[first].topic, {first, first}, 0};

    while (topic.claims.end < run->n_claims &&
           run->claims[topic.claims.end].topic == topic.topic) {
        if (xc_telling_is_unmentioned(&run->claims[topic.claims.end]))
            topic.n_unmentioned++;
        topic.claims.end++;
    }
    return topic;
}

bool
xc_telling_topic_is_silent(const struct xc_telling_topic *topic)
{
    return topic->n_unmentioned == topic->topic->n_claims;
}
