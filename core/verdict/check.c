/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/check.h"

#include "verdict/against.h"
#include "verdict/check_words.h"
#include "verdict/company.h"
#include "verdict/values.h"

static const size_t nobody = SIZE_MAX;

/* One claim, and one article of those that speak of it. */
struct check {
    const struct xc_checking *checking;
    const struct xc_claim_result *result;
    struct xc_camps camps;
    const struct xc_claim_source *source; /* the article's part */
    struct xc_company company; /* who says the same, and how it hangs together */
    size_t *first_of; /* per slot: the article's first own mention with it, or nobody */
    bool contradicts; /* something of the article was found to contradict */
};

/* Adds the origins of a camp, those left out that are the article's alone. */
static enum xc_status
add_camp(const struct check *check, const struct xc_camp *camp,
         struct xc_against *against)
{
    return xc_against_add_camp(&check->camps, check->checking->sources,
                               check->source->source, camp, check->checking->arena,
                               against);
}

/* A finding of that kind at mention m; NULL when memory is short. */
static struct xc_finding *
add_finding(const struct check *check, enum xc_finding_kind kind, size_t m)
{
    const struct xc_checking *checking = check->checking;
    const struct xc_kept *mention = check->result->mentions[m];
    enum xc_severity severity = checking->severities[kind];
    struct xc_finding *finding;

    if (severity == XC_SEVERITY_DEFAULT)
        severity = xc_finding_kind_severity(kind);
    finding = xc_findings_add(checking->findings, kind, severity, check->result, m,
                              checking->arena);
    if (finding == NULL)
        return NULL;
    finding->source = checking->sources[mention->source].id;
    finding->path = checking->sources[mention->source].path;
    return finding;
}

static void
soften(struct xc_finding *finding, enum xc_severity severity)
{
    if (finding->severity < severity)
        finding->severity = severity;
}

static struct xc_check_words
words_for(const struct check *check, size_t m, const struct xc_against *against)
{
    return (struct xc_check_words){
        .result = check->result,
        .mention = check->result->mentions[m],
        .against = against->items,
        .n_against = against->n,
        .n_origins = against->n_origins,
        .other = against->other,
    };
}

static enum xc_status
finish(struct xc_finding *finding, const struct xc_against *against,
       struct xc_str message)
{
    finding->against = against->items;
    finding->n_against = against->n;
    finding->message = message;
    return message.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

/* Whether the record says what mention m says: of its value, when one is given, else of
 * the claim. */
static bool
is_backed(const struct check *check, size_t m, const struct xc_kept_value *value)
{
    const struct xc_camp_vec *camps = &check->camps.list;
    bool denied = check->result->mentions[m]->stance == XC_STANCE_DENIED;
    size_t c;

    if (value == NULL)
        return camps->items[denied ? 1 : 0].is_backed;
    for (c = 2; c < camps->n; c++) {
        const struct xc_camp *camp = &camps->items[c];

        if (camp->is_backed && camp->slot == value->slot &&
            xc_value_compare(&value->value, camp->value) == XC_VALUES_EQUAL)
            return true;
    }
    return false;
}

/* Tells that mention m contradicts what stands against it; value: the article's, when it is
 * one that does. */
static enum xc_status
tell_contradiction(struct check *check, size_t m, const struct xc_against *against,
                   const struct xc_kept_value *value)
{
    struct xc_check_words words = words_for(check, m, against);
    struct xc_finding *finding = add_finding(check, XC_FINDING_CONTRADICTS_RECORD, m);

    if (finding == NULL)
        return XC_NO_MEMORY;
    check->contradicts = true;
    /* "The union says it was not, the council that it was": both sides were heard, and
     * the article takes none. */
    if (check->camps.weights[m] != XC_WEIGHT_FULL || !against->has_full)
        soften(finding, XC_SEVERITY_WARNING);
    /* It is the other new article that contradicts the record. */
    if (!against->on_record && is_backed(check, m, value))
        soften(finding, XC_SEVERITY_NOTE);
    if (value != NULL) {
        words.value = &value->value;
        words.slot = value->slot;
    }
    return finish(finding, against,
                  xc_check_words_contradiction(&words, check->checking->arena));
}

/* The camps whose values exclude a value of mention m. */
static enum xc_status
check_values(struct check *check, size_t m)
{
    const struct xc_kept *mention = check->result->mentions[m];
    int32_t day = check->checking->published_day[mention->source];
    enum xc_status status = XC_OK;
    size_t c;
    size_t v;

    for (v = 0; status == XC_OK && v < mention->n_values; v++) {
        const struct xc_kept_value *value = &mention->values[v];
        struct xc_against against = {0};

        for (c = 2; status == XC_OK && c < check->camps.list.n; c++) {
            const struct xc_camp *camp = &check->camps.list.items[c];

            if (camp->slot == value->slot &&
                xc_claim_values_exclude(check->result->claim, &value->value, day,
                                        camp->value, camp->day))
                status = add_camp(check, camp, &against);
        }
        if (status == XC_OK && against.n_origins > 0)
            status = tell_contradiction(check, m, &against, value);
    }
    return status;
}

/* Mention m against the other sources. */
static enum xc_status
check_mention(struct check *check, size_t m)
{
    bool denied = check->result->mentions[m]->stance == XC_STANCE_DENIED;
    struct xc_against against = {0};
    enum xc_status status =
        add_camp(check, &check->camps.list.items[denied ? 0 : 1], &against);

    if (status == XC_OK && against.n_origins > 0)
        status = tell_contradiction(check, m, &against, NULL);
    if (status == XC_OK && !denied)
        status = check_values(check, m);
    return status;
}

/* The value of slot that the mention gives; NULL when it gives none. */
static const struct xc_kept_value *
value_of(const struct xc_kept *mention, size_t slot)
{
    size_t v;

    for (v = 0; v < mention->n_values; v++) {
        if (mention->values[v].slot == slot)
            return &mention->values[v];
    }
    return NULL;
}

static enum xc_status
tell_itself(struct check *check, size_t m, size_t other, size_t slot)
{
    const struct xc_kept *mention = check->result->mentions[m];
    struct xc_against against = {.n_origins = 1};
    struct xc_finding *finding = add_finding(check, XC_FINDING_CONTRADICTS_ITSELF, m);
    struct xc_check_words words;

    if (finding == NULL ||
        xc_against_add(&check->camps, check->checking->sources, other, NULL,
                       check->checking->arena, &against) != XC_OK)
        return XC_NO_MEMORY;
    check->contradicts = true;
    words = words_for(check, m, &against);
    if (slot != nobody) {
        words.slot = slot;
        words.value = &value_of(mention, slot)->value;
        words.other = &value_of(check->result->mentions[other], slot)->value;
    }
    return finish(finding, &against,
                  xc_check_words_itself(&words, check->checking->arena));
}

/* Whether a value of mention m excludes the one that the article first gave in its own
 * voice for that slot; it is the first where there is none yet. */
static enum xc_status
check_own_values(struct check *check, size_t m)
{
    const struct xc_claim_result *result = check->result;
    const struct xc_kept *mention = result->mentions[m];
    int32_t day = check->checking->published_day[mention->source];
    enum xc_status status = XC_OK;
    size_t v;

    for (v = 0; status == XC_OK && v < mention->n_values; v++) {
        const struct xc_kept_value *value = &mention->values[v];
        size_t *first = &check->first_of[value->slot];

        if (*first == nobody)
            *first = m;
        else if (*first != m &&
                 xc_claim_values_exclude(
                     result->claim, &value->value, day,
                     &value_of(result->mentions[*first], value->slot)->value, day))
            status = tell_itself(check, m, *first, value->slot);
    }
    return status;
}

/* What the article says in its own voice against its first such sentence. */
static enum xc_status
check_itself(struct check *check)
{
    const struct xc_claim_result *result = check->result;
    size_t first = nobody;
    enum xc_status status = XC_OK;
    size_t m;

    for (m = 0; m < result->claim->n_slots; m++)
        check->first_of[m] = nobody;
    for (m = check->source->mentions.first;
         status == XC_OK && m < check->source->mentions.end; m++) {
        const struct xc_kept *mention = result->mentions[m];

        if (result->origin_of[m] == 0 || mention->voice.kind != XC_VOICE_OWN)
            continue;
        if (first == nobody)
            first = m;
        if (mention->stance != result->mentions[first]->stance)
            status = tell_itself(check, m, first, nobody);
        else if (mention->stance == XC_STANCE_ASSERTED)
            status = check_own_values(check, m);
    }
    return status;
}

static enum xc_status
tell_uncorroborated(const struct check *check, size_t m, const struct xc_camp *camp)
{
    struct xc_against against = {0};
    struct xc_check_words words = words_for(check, m, &against);
    struct xc_finding *finding = add_finding(check, XC_FINDING_UNCORROBORATED, m);
    size_t n_own = camp->origins.n; /* there are no others */

    if (finding == NULL)
        return XC_NO_MEMORY;
    /* Two people who said it are two origins already. */
    if (n_own > 1)
        soften(finding, XC_SEVERITY_NOTE);
    return finish(finding, &against,
                  xc_check_words_uncorroborated(&words, n_own, check->checking->arena));
}

static enum xc_status
tell_company(const struct check *check, size_t m, const struct xc_camp *camp)
{
    bool single = camp->origins.n == 1;
    struct xc_arena *arena = check->checking->arena;
    struct xc_against against = {0};
    struct xc_finding *finding = add_finding(
        check, single ? XC_FINDING_SINGLE_ORIGIN : XC_FINDING_CORROBORATES, m);
    const struct xc_origin_edge *edge = NULL;
    struct xc_check_words words;

    if (finding == NULL || add_camp(check, camp, &against) != XC_OK)
        return XC_NO_MEMORY;
    words = words_for(check, m, &against);
    words.n_repeated =
        xc_company_repeated(&check->company, check->source, camp->stance);
    if (!single)
        return finish(finding, &against, xc_check_words_corroborates(&words, arena));
    if (check->company.edge_of[m] != nobody)
        edge = &check->result->edges[check->company.edge_of[m]];
    return finish(finding, &against, xc_check_words_single_origin(&words, edge, arena));
}

/* Whether mention m gives a later (or earlier) figure of a running total than all others:
 * who says four today does not confirm who said three yesterday. */
static bool
is_update(const struct check *check, size_t m)
{
    const struct xc_kept *mention = check->result->mentions[m];
    bool differs = false;
    size_t c;

    if (!check->result->claim->changes_over_time || mention->n_values == 0)
        return false;
    for (c = 2; c < check->camps.list.n; c++) {
        const struct xc_camp *camp = &check->camps.list.items[c];
        const struct xc_kept_value *value = value_of(mention, camp->slot);

        if (value == NULL ||
            xc_camp_others(&check->camps, camp, check->source->source) == 0)
            continue;
        if (xc_value_compare(&value->value, camp->value) != XC_VALUES_CONFLICT)
            return false;
        differs = true;
    }
    return differs;
}

/* How the article's side is supported: told once, on its first evidence that counts. */
static enum xc_status
check_support(const struct check *check)
{
    size_t m = check->source->mentions.first;
    const struct xc_camp *camp;

    while (m < check->source->mentions.end && check->camps.weights[m] == XC_WEIGHT_NONE)
        m++;
    if (m == check->source->mentions.end)
        return XC_OK;
    camp = &check->camps.list
                .items[check->result->mentions[m]->stance == XC_STANCE_DENIED ? 1 : 0];
    if (is_update(check, m))
        return XC_OK;
    if (xc_camp_others(&check->camps, camp, check->source->source) == 0)
        return tell_uncorroborated(check, m, camp);
    return tell_company(check, m, camp);
}

static enum xc_status
check_hidden(const struct check *check)
{
    enum xc_status status = XC_OK;
    size_t m;

    for (m = check->source->mentions.first;
         status == XC_OK && m < check->source->mentions.end; m++) {
        const struct xc_kept *mention = check->result->mentions[m];
        const struct xc_against nothing = {0};
        struct xc_finding *finding;

        if (mention->n_hidden == 0)
            continue;
        finding = add_finding(check, XC_FINDING_HIDDEN_TEXT, m);
        if (finding == NULL)
            return XC_NO_MEMORY;
        status = finish(finding, &nothing,
                        xc_check_words_hidden(mention, check->checking->arena));
    }
    return status;
}

/* One finding a claim, on the first evidence of the first article that has some. */
static enum xc_status
check_verdict(const struct check *check, enum xc_verdict before)
{
    const struct xc_against nothing = {0};
    const struct xc_claim_result *result = check->result;
    size_t m;

    /* That nobody spoke of it before is what "uncorroborated" says. */
    if (before == result->verdict || before == XC_VERDICT_SILENT)
        return XC_OK;
    for (m = 0; m < result->n_mentions; m++) {
        const struct xc_kept *mention = result->mentions[m];
        struct xc_check_words words;
        struct xc_finding *finding;

        if (result->origin_of[m] == 0 ||
            !check->checking->sources[mention->source].is_checked)
            continue;
        finding = add_finding(check, XC_FINDING_CHANGES_RECORD, m);
        if (finding == NULL)
            return XC_NO_MEMORY;
        words = words_for(check, m, &nothing);
        return finish(finding, &nothing,
                      xc_check_words_changes(&words, before, check->checking->arena));
    }
    return XC_OK;
}

static enum xc_status
check_article(struct check *check, const struct xc_claim_source *source)
{
    enum xc_status status = XC_OK;
    size_t m;

    check->source = source;
    check->contradicts = false;
    for (m = source->mentions.first; status == XC_OK && m < source->mentions.end; m++) {
        if (check->camps.weights[m] != XC_WEIGHT_NONE)
            status = check_mention(check, m);
    }
    if (status == XC_OK)
        status = check_itself(check);
    if (status == XC_OK && !check->contradicts)
        status = check_support(check);
    return status == XC_OK ? check_hidden(check) : status;
}

enum xc_status
xc_check_claim(struct xc_checking *checking, const struct xc_claim_result *result,
               enum xc_verdict before)
{
    struct check check = {.checking = checking, .result = result};
    struct xc_arena scratch;
    enum xc_status status;
    size_t s;

    xc_arena_init(&scratch);
    status = xc_camps_gather(result, checking->sources, checking->published_day,
                             &scratch, &check.camps);
    if (status == XC_OK)
        status = xc_company_find(&check.camps, &scratch, &check.company);
    check.first_of = xc_arena_array(&scratch, result->claim->n_slots, sizeof(size_t));
    if (status == XC_OK && check.first_of == NULL)
        status = XC_NO_MEMORY;
    for (s = 0; status == XC_OK && s < result->n_sources; s++) {
        const struct xc_claim_source *source = &result->sources[s];

        if (checking->sources[source->source].is_checked)
            status = check_article(&check, source);
    }
    if (status == XC_OK)
        status = check_verdict(&check, before);
    xc_arena_release(&scratch);
    return status;
}
