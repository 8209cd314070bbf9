/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/near_miss.h"

#include <stdint.h>

#include "base/limits.h"
#include "base/vec.h"
#include "match/found.h"
#include "rule/part.h"

/* A sentence with all required words. */
struct attempt {
    size_t sentence;
    struct xc_view *view;
    size_t n_reached; /* elements of the first sequence that is not whole … */
    size_t sequence;  /* … and which one that is; n_sequences when all are whole */
    struct xc_range words; /* that they matched */
};

struct search {
    const struct xc_confirm *confirm;
    const struct xc_pattern *pattern;
    struct attempt attempts[XC_MAX_NEAR_MISSES];
    size_t n;
};

bool
xc_required_stands(const struct xc_text *text, struct xc_range range,
                   const struct xc_required *group)
{
    size_t i;
    size_t k;

    for (i = range.first; i < range.end; i++) {
        for (k = 0; k < group->n_keys; k++) {
            if (xc_str_equal(text->words.items[i].key, group->keys[k]))
                return true;
        }
    }
    return false;
}

static bool
has_all(const struct xc_text *text, size_t s, const struct xc_pattern *pattern)
{
    size_t i;

    for (i = 0; i < pattern->n_required; i++) {
        if (!xc_required_stands(text, text->sentences[s].words, &pattern->required[i]))
            return false;
    }
    return pattern->n_required > 0;
}

static enum xc_status
collect(struct search *search)
{
    const struct xc_text *text = search->confirm->text;
    size_t s;

    for (s = 0; s < text->n_sentences && search->n < XC_MAX_NEAR_MISSES; s++) {
        struct attempt *made = &search->attempts[search->n];

        if (!has_all(text, s, search->pattern))
            continue;
        *made =
            (struct attempt){.sentence = s, .view = xc_view_new(search->confirm, s)};
        if (made->view == NULL)
            return XC_NO_MEMORY;
        search->n++;
    }
    return XC_OK;
}

/* Runs the first n elements of a sequence on every sentence that got so far. */
static enum xc_status
try_part(struct search *search, size_t sequence, size_t n)
{
    const struct xc_sequence *whole = &search->pattern->sequences[sequence];
    struct xc_pattern *part;
    enum xc_status status;
    size_t i;

    status = xc_pattern_part(search->pattern, sequence, (struct xc_range){0, n},
                             search->confirm->arena, &part);
    if (status != XC_OK)
        return status;
    for (i = 0; i < search->n; i++) {
        struct attempt *attempt = &search->attempts[i];
        struct xc_found found = {0};

        if (attempt->sequence != sequence ||
            xc_found_next(search->confirm, part, attempt->view, 0, &found) !=
                XC_REGEX_MATCH)
            continue;
        attempt->n_reached = n;
        attempt->words = found.words;
        if (n == whole->n) {
            attempt->sequence++;
            attempt->n_reached = 0;
            attempt->words = (struct xc_range){0, 0};
        }
    }
    xc_pattern_release(part);
    return XC_OK;
}

static enum xc_status
try_all(struct search *search)
{
    enum xc_status status = XC_OK;
    size_t q;
    size_t n;

    for (q = 0; q < search->pattern->n_sequences; q++) {
        const struct xc_sequence *whole = &search->pattern->sequences[q];

        for (n = 1; n <= whole->n && status == XC_OK; n++) {
            if (whole->items[n - 1].kind != XC_ELEMENT_GAP)
                status = try_part(search, q, n);
        }
    }
    return status;
}

static const struct attempt *
best_of(const struct search *search)
{
    const struct attempt *best = &search->attempts[0];
    size_t i;

    for (i = 1; i < search->n; i++) {
        const struct attempt *other = &search->attempts[i];

        if (other->sequence > best->sequence ||
            (other->sequence == best->sequence && other->n_reached > best->n_reached))
            best = other;
    }
    return best;
}

/* Looks for the wanted element by itself, and says where it stands. */
static enum xc_status
place_wanted(const struct search *search, const struct attempt *attempt, size_t wanted,
             struct xc_near_miss *out)
{
    struct xc_pattern *part;
    struct xc_found found = {0};
    enum xc_status status;
    size_t from = 0;

    status = xc_pattern_part(search->pattern, attempt->sequence,
                             (struct xc_range){wanted, wanted + 1},
                             search->confirm->arena, &part);
    if (status != XC_OK)
        return status;
    out->kind = XC_MISS_ABSENT;
    /* What may stand in any order is looked for from the start alone. */
    while (out->kind != XC_MISS_TOO_FAR &&
           xc_found_next(search->confirm, part, attempt->view, found.next, &found) ==
               XC_REGEX_MATCH &&
           found.next > from) {
        from = found.next;
        out->kind = XC_MISS_BEFORE;
        if (found.words.first < attempt->words.end)
            continue;
        out->kind = XC_MISS_TOO_FAR;
        out->distance = found.words.first - attempt->words.end;
    }
    xc_pattern_release(part);
    return XC_OK;
}

/* The sequence that stopped: what was reached, and what should have come next. */
static enum xc_status
tell_stop(const struct search *search, const struct attempt *attempt,
          struct xc_near_miss *out)
{
    const struct xc_sequence *whole = &search->pattern->sequences[attempt->sequence];
    size_t wanted = attempt->n_reached;

    while (wanted + 1 < whole->n && whole->items[wanted].kind == XC_ELEMENT_GAP)
        out->gap += whole->items[wanted++].number;
    if (attempt->n_reached > 0) {
        out->reached = xc_pattern_part_text(search->pattern, attempt->sequence,
                                            (struct xc_range){0, attempt->n_reached});
        out->matched = xc_text_original(search->confirm->text, attempt->words);
    }
    out->wanted = xc_pattern_part_text(search->pattern, attempt->sequence,
                                       (struct xc_range){wanted, wanted + 1});
    return place_wanted(search, attempt, wanted, out);
}

/* The claim's `unless` that matches the sentence, too. */
static enum xc_status
tell_unless(const struct search *search, const struct xc_claim *claim,
            const struct attempt *attempt, struct xc_near_miss *out)
{
    size_t i;

    for (i = 0; i < claim->n_unless; i++) {
        struct xc_pattern unless = *claim->unless[i];
        struct xc_found found = {0};
        enum xc_regex_result result;

        if (xc_pattern_compile(&unless, search->confirm->arena) != XC_OK)
            return XC_NO_MEMORY;
        result = xc_found_next(search->confirm, &unless, attempt->view, 0, &found);
        if (claim->unless[i]->regex == NULL)
            xc_pattern_release(&unless);
        if (result != XC_REGEX_MATCH)
            continue;
        out->kind = XC_MISS_UNLESS;
        out->reached = claim->unless[i]->text;
        out->matched = xc_text_original(search->confirm->text, found.words);
        return XC_OK;
    }
    return XC_OK;
}

static enum xc_status
search_pattern(struct search *search, const struct xc_claim *claim,
               struct xc_near_miss *out)
{
    const struct attempt *best;
    enum xc_status status = collect(search);

    *out = (struct xc_near_miss){.sentence = SIZE_MAX};
    if (status != XC_OK || search->n == 0)
        return status;
    if (!search->pattern->is_regex)
        status = try_all(search);
    if (status != XC_OK)
        return status;
    best = best_of(search);
    out->sentence = best->sentence;
    if (search->pattern->is_regex || best->sequence == search->pattern->n_sequences)
        status = tell_unless(search, claim, best, out);
    else
        status = tell_stop(search, best, out);
    return status;
}

enum xc_status
xc_near_miss_find(const struct xc_engine *engine, const struct xc_article *article,
                  const struct xc_claim *claim, const struct xc_pattern *pattern,
                  struct xc_arena *arena, struct xc_near_miss *out)
{
    const struct xc_source *source = article->source;
    struct xc_confirm confirm = {
        .topics = engine->topics,
        .values = engine->lexicon->values,
        .regex = xc_regex_scratch_new(),
        .text = &article->text,
        .published = source->has_published ? &source->published : NULL,
        .arena = arena,
    };
    struct search *search = xc_arena_array(arena, 1, sizeof *search);
    enum xc_status status = XC_NO_MEMORY;

    if (search != NULL && confirm.regex != NULL) {
        search->confirm = &confirm;
        search->pattern = pattern;
        status = search_pattern(search, claim, out);
    }
    xc_regex_scratch_free(confirm.regex);
    return status;
}
