/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/confirm.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "match/chained.h"

/* Bytes of a sentence that a problem about it quotes. */
static const size_t quoted_bytes = 60;

/* What is decided about a topic in this article. */
struct topic_state {
    bool wanted; /* one of its claims has a candidate */
    bool about;  /* one of its about patterns matched, or it has none */
};

struct run {
    const struct xc_confirm *confirm;
    struct xc_view **views; /* per sentence; made when PCRE2 first runs on it */
    struct topic_state *topics;
};

/* The mentions of one claim in one sentence. */
struct claim_mentions {
    struct xc_mention items[XC_MAX_SENTENCE_MENTIONS];
    size_t n;
    bool full; /* there was one more, and it was told */
};

/* The first bytes of the sentence, no character cut in two. */
static struct xc_str
sentence_beginning(const struct xc_text *text, size_t s)
{
    struct xc_str sentence = xc_str_at(text->fold.text, text->sentences[s].folded);
    size_t len = quoted_bytes;

    if (sentence.len <= len)
        return sentence;
    while (len > 0 && ((unsigned char)sentence.ptr[len] & 0xC0u) == 0x80u)
        len--;
    return xc_str_sub(sentence, 0, len);
}

static bool
tell_limit(const struct xc_confirm *confirm, const struct xc_pattern_entry *entry,
           size_t s, const char *what)
{
    struct xc_place place = {.path = entry->topic->file,
                             .line = entry->pattern->line,
                             .column = entry->pattern->column};
    struct xc_str beginning = sentence_beginning(confirm->text, s);

    return xc_problems_add(confirm->problems, XC_PROBLEM_LIMIT, &place, NULL,
                           "%s in the sentence that begins \"%.*s\"", what,
                           (int)beginning.len, beginning.ptr);
}

/* The next match of the candidate's pattern from `from` on: a byte of what PCRE2 sees, of a
 * pattern of words a place.  Reaching a limit is told and then counts as no match. */
static enum xc_status
find_next(const struct run *run, const struct xc_candidate *candidate, size_t from,
          struct xc_found *out, bool *out_any)
{
    const struct xc_confirm *confirm = run->confirm;
    const struct xc_pattern_entry *entry = &confirm->entries[candidate->pattern];
    struct xc_view **view = &run->views[candidate->sentence];

    *out_any = false;
    if (!candidate->in_order)
        return XC_OK;
    if (entry->pattern->is_words) {
        *out_any = xc_chained_next(confirm, candidate, from, out);
        return XC_OK;
    }
    if (*view == NULL)
        *view = xc_view_new(confirm, candidate->sentence);
    if (*view == NULL)
        return XC_NO_MEMORY;
    switch (xc_found_next(confirm, entry->pattern, *view, from, out)) {
    case XC_REGEX_NO_MATCH:
        return XC_OK;
    case XC_REGEX_MATCH:
        *out_any = true;
        return XC_OK;
    case XC_REGEX_LIMIT:
        return tell_limit(confirm, entry, candidate->sentence,
                          "the pattern reached its match limit")
                   ? XC_OK
                   : XC_NO_MEMORY;
    case XC_REGEX_NO_MEMORY:
        break;
    }
    return XC_NO_MEMORY;
}

/* Runs the about patterns of the topics that have something to confirm. */
static enum xc_status
decide_topics(struct run *run, const struct xc_candidate_vec *candidates)
{
    const struct xc_pattern_entry *entries = run->confirm->entries;
    const struct xc_topic_vec *topics = run->confirm->topics;
    struct xc_found found;
    size_t i;

    for (i = 0; i < topics->n; i++)
        run->topics[i].about = topics->items[i].n_about == 0;
    for (i = 0; i < candidates->n; i++) {
        const struct xc_pattern_entry *entry = &entries[candidates->items[i].pattern];
        if (entry->role == XC_ROLE_MATCH)
            run->topics[entry->topic_number].wanted = true;
        /* It is somewhere among those of ten thousand patterns. */
        __builtin_prefetch(entry->pattern);
    }
    for (i = 0; i < candidates->n; i++) {
        const struct xc_pattern_entry *entry = &entries[candidates->items[i].pattern];
        struct topic_state *topic = &run->topics[entry->topic_number];
        enum xc_status status;
        if (entry->role != XC_ROLE_ABOUT || !topic->wanted || topic->about)
            continue;
        status = find_next(run, &candidates->items[i], 0, &found, &topic->about);
        if (status != XC_OK)
            return status;
    }
    return XC_OK;
}

static bool
make_mention(const struct run *run, const struct xc_candidate *candidate,
             const struct xc_found *found, struct xc_mention *out)
{
    const struct xc_pattern_entry *entry = &run->confirm->entries[candidate->pattern];

    if (entry->pattern->is_words)
        return xc_chained_mention(run->confirm, candidate, found, out);
    return xc_found_mention(run->confirm, entry, run->views[candidate->sentence], found,
                            out);
}

static bool
overlaps_any(const struct claim_mentions *mentions, struct xc_range words)
{
    size_t i;

    for (i = 0; i < mentions->n; i++) {
        if (xc_range_overlaps(mentions->items[i].matched, words))
            return true;
    }
    return false;
}

/* Adds every match of one pattern that overlaps none found before it. */
static enum xc_status
collect(const struct run *run, const struct xc_candidate *candidate,
        struct claim_mentions *mentions)
{
    const struct xc_confirm *confirm = run->confirm;
    const struct xc_pattern_entry *entry = &confirm->entries[candidate->pattern];
    /* "a & b" is true of a sentence, not of a place in it: one match says all. */
    bool once = entry->pattern->n_sequences > 1;
    struct xc_found found = {0};
    size_t from = 0;
    bool any;
    enum xc_status status;

    for (;;) {
        status = find_next(run, candidate, from, &found, &any);
        if (status != XC_OK || !any)
            return status;
        from = found.next;
        if (found.words.first < found.words.end &&
            !overlaps_any(mentions, found.words)) {
            if (mentions->n == XC_MAX_SENTENCE_MENTIONS) {
                mentions->full = true;
                return tell_limit(confirm, entry, candidate->sentence,
                                  "the claim has more mentions than are kept")
                           ? XC_OK
                           : XC_NO_MEMORY;
            }
            if (!make_mention(run, candidate, &found, &mentions->items[mentions->n]))
                return XC_NO_MEMORY;
            mentions->n++;
        }
        if (once)
            return XC_OK;
    }
}

static void
sort_by_place(struct claim_mentions *mentions)
{
    size_t i;

    for (i = 1; i < mentions->n; i++) {
        struct xc_mention mention = mentions->items[i];
        size_t j = i;
        for (; j > 0 && mentions->items[j - 1].matched.first > mention.matched.first;
             j--)
            mentions->items[j] = mentions->items[j - 1];
        mentions->items[j] = mention;
    }
}

/* Confirms the candidates of one claim in one sentence: match patterns first, then
 * unless, as their numbers run. */
static enum xc_status
confirm_claim(const struct run *run, const struct xc_candidate *candidates, size_t n,
              struct xc_mention_vec *out)
{
    struct claim_mentions mentions; /* a kilobyte, of which mostly one item is used */
    struct xc_found found;
    enum xc_status status = XC_OK;
    size_t i;

    mentions.n = 0;
    mentions.full = false;
    for (i = 0; i < n && !mentions.full; i++) {
        if (run->confirm->entries[candidates[i].pattern].role != XC_ROLE_MATCH)
            continue;
        status = collect(run, &candidates[i], &mentions);
        if (status != XC_OK)
            return status;
    }
    for (i = 0; i < n && mentions.n > 0; i++) {
        bool excepted;
        if (run->confirm->entries[candidates[i].pattern].role != XC_ROLE_UNLESS)
            continue;
        status = find_next(run, &candidates[i], 0, &found, &excepted);
        if (status != XC_OK)
            return status;
        if (excepted)
            mentions.n = 0;
    }
    sort_by_place(&mentions);
    for (i = 0; i < mentions.n; i++) {
        struct xc_mention *mention = XC_VEC_ADD(out, run->confirm->arena);
        if (mention == NULL)
            return XC_NO_MEMORY;
        *mention = mentions.items[i];
    }
    return XC_OK;
}

/* The end of the run of candidates[i..] of one claim in one sentence. */
static size_t
end_of_claim(const struct xc_confirm *confirm,
             const struct xc_candidate_vec *candidates, size_t i)
{
    const struct xc_candidate *first = &candidates->items[i];
    const struct xc_claim *claim = confirm->entries[first->pattern].claim;

    for (i++; i < candidates->n; i++) {
        const struct xc_candidate *next = &candidates->items[i];
        if (next->sentence != first->sentence ||
            confirm->entries[next->pattern].claim != claim)
            break;
    }
    return i;
}

enum xc_status
xc_confirm_candidates(const struct xc_confirm *confirm,
                      const struct xc_candidate_vec *candidates,
                      struct xc_mention_vec *out)
{
    struct run run = {.confirm = confirm};
    struct xc_mention_vec made = *out;
    enum xc_status status;
    size_t end;
    size_t i;

    if (candidates->n == 0)
        return XC_OK;
    run.views = xc_arena_array(confirm->arena, confirm->text->n_sentences,
                               sizeof(struct xc_view *));
    run.topics = xc_arena_array(confirm->arena, confirm->topics->n, sizeof *run.topics);
    if (run.views == NULL || run.topics == NULL)
        return XC_NO_MEMORY;
    status = decide_topics(&run, candidates);
    for (i = 0; i < candidates->n && status == XC_OK; i = end) {
        const struct xc_candidate *first = &candidates->items[i];
        const struct xc_pattern_entry *entry = &confirm->entries[first->pattern];
        end = end_of_claim(confirm, candidates, i);
        if (entry->claim != NULL && run.topics[entry->topic_number].about)
            status = confirm_claim(&run, first, end - i, &made);
    }
    if (status == XC_OK)
        *out = made;
    return status;
}
