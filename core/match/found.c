/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/found.h"

#include <stdint.h>
#include <string.h>

#include "match/meant.h"
#include "match/view.h"

/* What a callout needs to judge a slot. */
struct slot_check {
    const struct xc_pattern *pattern;
    const struct xc_view *view;
};

/* The value that a group of a /…/ pattern means by words: exactly those, else the
 * shortest that covers them, else the longest inside.  "/(?<n>\d+) people/" on "about
 * 40 people" catches "40" and means "about 40". */
static const struct xc_value_hit *
hit_near(const struct xc_value_hit_vec *hits, enum xc_value_kind kind,
         struct xc_range words)
{
    const struct xc_value_hit *covering = NULL;
    const struct xc_value_hit *inside = NULL;
    size_t i;

    for (i = 0; i < hits->n && hits->items[i].words.first < words.end; i++) {
        const struct xc_value_hit *hit = &hits->items[i];
        size_t n_words = hit->words.end - hit->words.first;
        if (hit->value.kind != kind)
            continue;
        if (hit->words.first <= words.first && hit->words.end >= words.end) {
            if (covering == NULL ||
                n_words < covering->words.end - covering->words.first)
                covering = hit;
        } else if (hit->words.first >= words.first && hit->words.end <= words.end) {
            if (inside == NULL || n_words > inside->words.end - inside->words.first)
                inside = hit;
        }
    }
    return covering != NULL ? covering : inside;
}

/* Whether the pattern has the word, as it is written. */
static bool
asks_for(const struct xc_pattern *pattern, struct xc_str word)
{
    size_t i;

    for (i = 0; i + word.len <= pattern->text.len; i++) {
        if (xc_str_equal(xc_str_sub(pattern->text, i, word.len), word))
            return true;
    }
    return false;
}

/* Whether the value is what a sentence says: in "the toll rose from 12 to 20" it is 20,
 * unless the pattern itself asks for what it rose from, or by how much. */
static bool
is_said_now(const struct xc_pattern *pattern, const struct xc_value_hit *hit)
{
    return !hit->value.former || asks_for(pattern, XC_STR("from")) ||
           asks_for(pattern, XC_STR(" by "));
}

/* Whether PCRE2 may close the slot's capture here.  Runs in the middle of a match, so
 * it only looks things up. */
static bool
slot_may_close(void *context, unsigned number, struct xc_span last)
{
    const struct slot_check *check = context;
    const struct xc_subject *keys = &check->view->keys;
    const struct xc_value_hit *hit;
    const struct xc_slot *slot;

    if (number == 0 || number > check->pattern->n_slots || last.off_bytes == SIZE_MAX ||
        !xc_subject_is_words(keys, last))
        return false;
    slot = &check->pattern->slots[number - 1];
    if (slot->kind == XC_VALUE_TEXT)
        return true;
    hit = xc_view_value_at(check->view, slot->kind, xc_subject_range(keys, last, true));
    return hit != NULL && is_said_now(check->pattern, hit);
}

/* From the first to the last word of sequence s (from 0). */
static struct xc_range
sequence_words(const struct xc_pattern *pattern, const struct xc_view *view,
               const struct xc_span *spans, size_t s)
{
    struct xc_range words = xc_subject_range(&view->keys, spans[s + 1], false);
    size_t i;

    for (i = pattern->n_sequences + 1; i < pattern->n_captures; i++) {
        if (pattern->capture_part[i] == s && spans[i].off_bytes != SIZE_MAX)
            xc_range_take_in(&words, xc_subject_range(&view->keys, spans[i], false));
    }
    return words;
}

/* From the first to the last word of all sequences. */
static struct xc_range
matched_words(const struct xc_pattern *pattern, const struct xc_view *view,
              const struct xc_span *spans)
{
    struct xc_range words;
    size_t i;

    if (pattern->is_regex)
        return xc_subject_range(&view->folded, spans[0], false);
    words = sequence_words(pattern, view, spans, 0);
    for (i = 1; i < pattern->n_sequences; i++)
        xc_range_take_in(&words, sequence_words(pattern, view, spans, i));
    return words;
}

enum xc_regex_result
xc_found_next(const struct xc_confirm *confirm, const struct xc_pattern *pattern,
              struct xc_view *view, size_t from, struct xc_found *out)
{
    struct slot_check check = {.pattern = pattern, .view = view};
    const struct xc_span *spans;
    enum xc_regex_result result;
    struct xc_str subject;
    bool has_callouts;

    if (!xc_view_prepare(confirm, pattern, view))
        return XC_REGEX_NO_MEMORY;
    subject = pattern->is_regex ? view->folded.text : view->keys.text;
    has_callouts = !pattern->is_regex && pattern->n_slots > 0;
    result = xc_regex_match(pattern->regex, confirm->regex, subject, from,
                            has_callouts ? slot_may_close : NULL, &check, &spans);
    if (result == XC_REGEX_MATCH) {
        out->words = matched_words(pattern, view, spans);
        out->spans = spans;
        out->next = spans[0].off_bytes + spans[0].len_bytes;
    }
    return result;
}

/* The value of words as a name or a text: the words themselves. */
static struct xc_value
words_value(const struct xc_text *text, enum xc_value_kind kind, struct xc_range words)
{
    const struct xc_word *items = text->words.items;
    struct xc_span folded = items[words.first].folded;
    const struct xc_span *last = &items[words.end - 1].folded;

    folded.len_bytes = last->off_bytes + last->len_bytes - folded.off_bytes;
    return (struct xc_value){
        .kind = kind,
        .name = xc_str_at(text->fold.text, folded),
        .text = xc_text_original(text, words),
    };
}

/* The value that slot caught in words; false when a /…/ pattern's group holds none. */
static bool
capture_value(const struct xc_confirm *confirm, const struct xc_pattern *pattern,
              const struct xc_view *view, enum xc_value_kind kind,
              struct xc_capture *capture)
{
    const struct xc_value_hit *hit;

    if (kind == XC_VALUE_TEXT || (pattern->is_regex && kind == XC_VALUE_NAME)) {
        capture->value = words_value(confirm->text, kind, capture->words);
        return true;
    }
    hit = pattern->is_regex ? hit_near(&view->hits, kind, capture->words)
                            : xc_view_value_at(view, kind, capture->words);
    if (hit == NULL)
        return false;
    capture->words = hit->words;
    capture->value = hit->value;
    return true;
}

static bool
add_captures(const struct xc_confirm *confirm, const struct xc_pattern_entry *entry,
             struct xc_view *view, const struct xc_span *spans,
             struct xc_mention *mention)
{
    const struct xc_pattern *pattern = entry->pattern;
    const struct xc_subject *subject = pattern->is_regex ? &view->folded : &view->keys;
    size_t i;

    if (pattern->n_slots == 0)
        return true;
    mention->captures =
        xc_arena_array(confirm->arena, pattern->n_captures, sizeof *mention->captures);
    if (mention->captures == NULL)
        return false;
    for (i = 1; i < pattern->n_captures; i++) {
        struct xc_capture *capture = &mention->captures[mention->n_captures];
        size_t slot = pattern->capture_slot[i];
        bool known;
        if (slot == SIZE_MAX || spans[i].off_bytes == SIZE_MAX)
            continue;
        capture->slot = entry->claim_slot[slot];
        capture->words = xc_subject_range(subject, spans[i], false);
        known =
            capture->words.first < capture->words.end &&
            capture_value(confirm, pattern, view, pattern->slots[slot].kind, capture);
        if (known && !xc_meant_settle(confirm, pattern, view, mention, i, &known))
            return false;
        mention->n_captures += known ? 1 : 0;
    }
    return true;
}

/* Marks words as literal or not. */
static void
mark(const struct xc_subject *subject, struct xc_range words, bool literal, bool *flags)
{
    size_t i;

    for (i = words.first; i < words.end; i++)
        flags[i - subject->first_word] = literal;
}

/*
 * The words of sequence s (from 0), its gaps and slots left out.  An "n of" that stands
 * alone is found in pieces, with no gap between them.
 */
static void
mark_sequence(const struct xc_pattern_entry *entry, const struct xc_subject *subject,
              const struct xc_span *spans, size_t s, bool *flags)
{
    const struct xc_pattern *pattern = entry->pattern;
    size_t first = s == 0 ? pattern->n_sequences + 1 : entry->captures_end[s - 1];
    size_t i;

    mark(subject, xc_subject_range(subject, spans[s + 1], false), true, flags);
    for (i = first; i < entry->captures_end[s]; i++) {
        if (spans[i].off_bytes != SIZE_MAX && pattern->capture_part[i] != SIZE_MAX)
            mark(subject, xc_subject_range(subject, spans[i], false), true, flags);
    }
    for (i = first; i < entry->captures_end[s]; i++) {
        if (spans[i].off_bytes != SIZE_MAX && pattern->capture_part[i] == SIZE_MAX)
            mark(subject, xc_subject_range(subject, spans[i], false), false, flags);
    }
}

/*
 * The words that the pattern itself names.  Sequence by sequence, because what is in
 * the gap of one may be the word of another: in "3 men .. <corset> & never <tie>" the
 * "never" of "three men never tied the corset" is no cue.
 */
static bool
add_literals(const struct xc_confirm *confirm, const struct xc_pattern_entry *entry,
             const struct xc_view *view, const struct xc_span *spans,
             struct xc_mention *mention)
{
    const struct xc_pattern *pattern = entry->pattern;
    const struct xc_subject *subject = pattern->is_regex ? &view->folded : &view->keys;
    bool *one = xc_arena_array(confirm->arena, subject->n_words, sizeof *one);
    bool *all = xc_arena_array(confirm->arena, subject->n_words, sizeof *all);
    size_t s;
    size_t i;

    if (one == NULL || all == NULL)
        return false;
    mention->literal = all;
    if (pattern->is_regex)
        mark(subject, xc_subject_range(subject, spans[0], true), true, all);
    for (s = 0; s < pattern->n_sequences; s++) {
        memset(one, 0, subject->n_words * sizeof *one);
        mark_sequence(entry, subject, spans, s, one);
        for (i = 0; i < subject->n_words; i++)
            all[i] = all[i] || one[i];
    }
    return true;
}

/* The words of each sequence, as written: the first one says what the claim is. */
static bool
add_parts(const struct xc_confirm *confirm, const struct xc_pattern *pattern,
          const struct xc_view *view, const struct xc_found *found,
          struct xc_mention *mention)
{
    size_t n_parts = pattern->is_regex ? 1 : pattern->n_sequences;
    size_t i;

    mention->parts = xc_arena_array(confirm->arena, n_parts, sizeof *mention->parts);
    if (mention->parts == NULL)
        return false;
    mention->n_parts = n_parts;
    mention->parts[0] = found->words;
    for (i = 0; i < n_parts && !pattern->is_regex; i++)
        mention->parts[i] = sequence_words(pattern, view, found->spans, i);
    return true;
}

bool
xc_found_mention(const struct xc_confirm *confirm, const struct xc_pattern_entry *entry,
                 struct xc_view *view, const struct xc_found *found,
                 struct xc_mention *out)
{
    struct xc_mention mention = {
        .topic = entry->topic,
        .claim = entry->claim,
        .pattern = entry->pattern,
        .sentence = view->sentence,
        .words = found->words,
        .matched = found->words,
    };

    if (!add_parts(confirm, entry->pattern, view, found, &mention) ||
        !add_literals(confirm, entry, view, found->spans, &mention) ||
        !add_captures(confirm, entry, view, found->spans, &mention))
        return false;
    *out = mention;
    return true;
}
