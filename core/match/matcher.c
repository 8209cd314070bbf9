/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/matcher.h"

#include <assert.h>
#include <stdint.h>

#include "base/limits.h"
#include "base/vec.h"
#include "match/confirm.h"
#include "match/scan.h"
#include "match/subject.h"

struct xc_matcher {
    const struct xc_topic_vec *topics;
    const struct xc_lexicon *lexicon;
    struct xc_pattern_entry *entries;
    size_t n_entries;
    struct xc_index index;
};

struct xc_matcher_scratch {
    struct xc_arena arena; /* holds this struct, too */
    struct xc_scan scan;
    struct xc_chain *chain;
    struct xc_regex_scratch *regex;
};

struct entry_vec {
    struct xc_pattern_entry *items;
    size_t n;
    size_t cap;
};

/* Where each slot of the pattern is in the claim's list; a slot that is in none of the
 * claim's slots is a fault of the loader. */
static bool
map_slots(struct xc_pattern_entry *entry, struct xc_arena *arena)
{
    const struct xc_pattern *pattern = entry->pattern;
    size_t i;
    size_t j;

    if (entry->claim == NULL || entry->role != XC_ROLE_MATCH)
        return true;
    entry->claim_slot =
        xc_arena_array(arena, pattern->n_slots, sizeof *entry->claim_slot);
    if (entry->claim_slot == NULL)
        return false;
    for (i = 0; i < pattern->n_slots; i++) {
        for (j = 0; j < entry->claim->n_slots; j++) {
            if (xc_str_equal(entry->claim->slots[j].name, pattern->slots[i].name))
                break;
        }
        assert(j < entry->claim->n_slots);
        entry->claim_slot[i] = j;
    }
    return true;
}

/* One sequence of elements on the way through a pattern. */
struct step {
    const struct xc_element *owner; /* NULL: a whole sequence */
    const struct xc_sequence *sequence;
    size_t next;
    size_t branch;
    size_t times; /* how often the compiler writes its elements */
};

/*
 * How many captures the gaps and slots of sequence have, and the pieces of an "n of"
 * that stands alone.  The compiler writes an "n of" inside a sequence n times over,
 * with gaps between.
 */
static size_t
count_captures(const struct xc_sequence *sequence)
{
    struct step steps[XC_MAX_PATTERN_DEPTH + 2];
    bool alone = sequence->n == 1 && sequence->items[0].kind == XC_ELEMENT_N_OF;
    size_t depth = 0;
    size_t n = alone ? sequence->items[0].n_branches : 0;

    steps[0] = (struct step){.sequence = sequence, .times = 1};
    for (;;) {
        struct step *step = &steps[depth];
        const struct xc_element *element;
        if (step->next == step->sequence->n) {
            if (depth == 0)
                return n;
            if (++step->branch < step->owner->n_branches) {
                step->sequence = &step->owner->branches[step->branch];
                step->next = 0;
            } else {
                depth--;
            }
            continue;
        }
        element = &step->sequence->items[step->next++];
        if (element->kind == XC_ELEMENT_SLOT ||
            (element->kind == XC_ELEMENT_GAP && element->number > 0))
            n += step->times;
        if (element->n_branches == 0)
            continue;
        assert(depth + 1 < XC_COUNT(steps));
        steps[depth + 1] = (struct step){
            .owner = element, .sequence = &element->branches[0], .times = step->times};
        if (element->kind == XC_ELEMENT_N_OF && !(alone && depth == 0)) {
            steps[depth + 1].times *= element->number;
            n += step->times * (element->number - 1);
        }
        depth++;
    }
}

/* Which captures are whose: they are numbered sequence by sequence. */
static bool
map_captures(struct xc_pattern_entry *entry, struct xc_arena *arena)
{
    const struct xc_pattern *pattern = entry->pattern;
    size_t end = pattern->n_sequences + 1;
    size_t i;

    if (pattern->is_regex)
        return true;
    entry->captures_end =
        xc_arena_array(arena, pattern->n_sequences, sizeof *entry->captures_end);
    if (entry->captures_end == NULL)
        return false;
    for (i = 0; i < pattern->n_sequences; i++) {
        end += count_captures(&pattern->sequences[i]);
        entry->captures_end[i] = end;
    }
    assert(end == pattern->n_captures);
    return true;
}

static bool
add_entries(struct entry_vec *entries, struct xc_pattern *const *patterns, size_t n,
            const struct xc_pattern_entry *like, struct xc_arena *arena)
{
    size_t i;

    for (i = 0; i < n; i++) {
        struct xc_pattern_entry *entry = XC_VEC_ADD(entries, arena);
        if (entry == NULL)
            return false;
        *entry = *like;
        entry->pattern = patterns[i];
        if (!map_slots(entry, arena) || !map_captures(entry, arena))
            return false;
    }
    return true;
}

/* Numbers every pattern: topic by topic its abouts, then claim by claim. */
static bool
number_patterns(const struct xc_topic_vec *topics, struct entry_vec *entries,
                struct xc_arena *arena)
{
    size_t t;
    size_t c;

    for (t = 0; t < topics->n; t++) {
        const struct xc_topic *topic = &topics->items[t];
        struct xc_pattern_entry like = {
            .topic = topic, .topic_number = t, .role = XC_ROLE_ABOUT};
        if (!add_entries(entries, topic->about, topic->n_about, &like, arena))
            return false;
        for (c = 0; c < topic->n_claims; c++) {
            const struct xc_claim *claim = &topic->claims[c];
            like.claim = claim;
            like.role = XC_ROLE_MATCH;
            if (!add_entries(entries, claim->match, claim->n_match, &like, arena))
                return false;
            like.role = XC_ROLE_UNLESS;
            if (!add_entries(entries, claim->unless, claim->n_unless, &like, arena))
                return false;
        }
    }
    return true;
}

enum xc_status
xc_matcher_new(const struct xc_topic_vec *topics, const struct xc_lexicon *lexicon,
               struct xc_arena *arena, const struct xc_matcher **out)
{
    struct xc_matcher *matcher = xc_arena_array(arena, 1, sizeof *matcher);
    struct entry_vec entries = {0};
    const struct xc_pattern **patterns;
    enum xc_status status;
    size_t i;

    if (matcher == NULL || !number_patterns(topics, &entries, arena))
        return XC_NO_MEMORY;
    patterns = xc_arena_array(arena, entries.n, sizeof(const struct xc_pattern *));
    if (patterns == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < entries.n; i++)
        patterns[i] = entries.items[i].pattern;
    status = xc_index_new(patterns, entries.n, &lexicon->common_words, arena,
                          &matcher->index);
    if (status != XC_OK)
        return status;
    matcher->topics = topics;
    matcher->lexicon = lexicon;
    matcher->entries = entries.items;
    matcher->n_entries = entries.n;
    *out = matcher;
    return XC_OK;
}

struct xc_matcher_scratch *
xc_matcher_scratch_new(const struct xc_matcher *matcher)
{
    struct xc_matcher_scratch *scratch;
    struct xc_arena arena;

    xc_arena_init(&arena);
    scratch = xc_arena_array(&arena, 1, sizeof *scratch);
    if (scratch == NULL || !xc_scan_init(&scratch->scan, &matcher->index, &arena)) {
        xc_arena_release(&arena);
        return NULL;
    }
    scratch->chain = xc_arena_array(&arena, 1, sizeof *scratch->chain);
    scratch->arena = arena;
    scratch->regex = xc_regex_scratch_new();
    if (scratch->chain == NULL || scratch->regex == NULL) {
        xc_regex_scratch_free(scratch->regex);
        xc_arena_release(&arena);
        return NULL;
    }
    return scratch;
}

void
xc_matcher_scratch_free(struct xc_matcher_scratch *scratch)
{
    struct xc_arena arena;

    if (scratch == NULL)
        return;
    xc_regex_scratch_free(scratch->regex);
    arena = scratch->arena; /* the struct lies in the memory that it frees */
    xc_arena_release(&arena);
}

enum xc_status
xc_matcher_scan(const struct xc_matcher *matcher, struct xc_matcher_scratch *scratch,
                const struct xc_text *text, struct xc_arena *arena,
                struct xc_candidate_vec *out)
{
    return xc_scan_text(&matcher->index, &scratch->scan, text, arena, out);
}

enum xc_status
xc_matcher_confirm(const struct xc_matcher *matcher, struct xc_matcher_scratch *scratch,
                   const struct xc_matcher_input *input, struct xc_arena *arena,
                   struct xc_mention_vec *out, struct xc_problems *problems)
{
    struct xc_confirm confirm = {
        .entries = matcher->entries,
        .topics = matcher->topics,
        .values = matcher->lexicon->values,
        .clauses = matcher->lexicon->clauses,
        .index = &matcher->index,
        .chain = scratch->chain,
        .regex = scratch->regex,
        .text = input->text,
        .published = input->published,
        .arena = arena,
        .problems = problems,
    };

    return xc_confirm_candidates(&confirm, input->candidates, out);
}

const struct xc_pattern *
xc_matcher_pattern(const struct xc_matcher *matcher, size_t i,
                   const struct xc_claim **out_claim)
{
    assert(i < matcher->n_entries);
    *out_claim = matcher->entries[i].claim;
    return matcher->entries[i].pattern;
}

size_t
xc_matcher_n_patterns(const struct xc_matcher *matcher)
{
    return matcher->n_entries;
}

enum xc_status
xc_matcher_subject(const struct xc_text *text, size_t s, bool for_regex,
                   struct xc_arena *arena, struct xc_str *out)
{
    struct xc_subject subject;

    if (!xc_subject_make(text, s, for_regex, arena, &subject))
        return XC_NO_MEMORY;
    *out = subject.text;
    return XC_OK;
}
