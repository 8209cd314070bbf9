/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/partition.h"

#include "match/partition_words.h"
#include "match/restriction.h"

static const size_t longest_group =
    12; /* words: "of them were not even slightly hurt" */
static const size_t longest_owner = 4; /* words: "of the village's last 120 houses" */

/* The match's last own word behind the number; SIZE_MAX when it has none. */
static size_t
head_of(const struct xc_partition *partition, const struct xc_value_hit *caught)
{
    size_t word = partition->match.end;

    while (word > caught->words.end) {
        word--;
        if (xc_part_is_literal(partition, word))
            return word;
    }
    return XC_PART_NOWHERE;
}

/* Whether the word is one that the match has counted already: "30 boats burned; 12 [boats]
 * sank". */
static bool
is_counted_again(const struct xc_partition *partition, size_t word)
{
    size_t i;

    for (i = partition->match.first; i < word; i++) {
        if (xc_part_is_literal(partition, i) &&
            xc_str_equal(xc_part_key_of(partition, i), xc_part_key_of(partition, word)))
            return true;
    }
    return false;
}

/* Whether the number counts nothing but what the words before it name, and is the subject
 * of the head: "twelve [of them] [were slightly] hurt", not "12 crew were hurt". */
static bool
is_subject_of(const struct xc_partition *partition, const struct xc_value_hit *hit,
              size_t head)
{
    size_t word;

    if (head - hit->words.end > longest_group)
        return false;
    for (word = hit->words.end; word < head; word++) {
        if (xc_part_gap_has(partition, word, XC_PART_ANY_COMMA))
            return false;
        if (xc_part_key_is(partition, word, "of") &&
            (xc_part_key_is(partition, word + 1, "them") ||
             xc_part_has_class(partition, word + 1,
                               XC_SYNTAX_RELATIVE | XC_SYNTAX_PRONOUN)))
            word++;
        else if (!xc_part_is_literal(partition, word) &&
                 !xc_part_is_in_verb_group(partition, word) &&
                 !is_counted_again(partition, word) &&
                 !xc_part_has_class(partition, word, XC_SYNTAX_PLURAL) &&
                 !xc_part_key_is(partition, word, "others") &&
                 !xc_part_key_is(partition, word, "more"))
            return false;
    }
    return !xc_part_gap_has(partition, head, XC_PART_ANY_COMMA);
}

/* "Twelve", not "12", which may be the number of a flight. */
static bool
is_spelled(const struct xc_partition *partition, const struct xc_value_hit *hit)
{
    const struct xc_text *text = partition->text;
    char c = text->fold.text.ptr[text->words.items[hit->words.first].folded.off_bytes];

    return c < '0' || c > '9';
}

/* Whether a clause or a list goes on right before the number, so that it counts by itself:
 * ", twelve", "and only twelve", "when twelve". */
static bool
begins_afresh(const struct xc_partition *partition, const struct xc_value_hit *hit)
{
    size_t word = hit->words.first;

    while (word > partition->syntax->first &&
           !xc_part_gap_has(partition, word, XC_PART_ANY_COMMA) &&
           xc_part_is_adverb(partition, word - 1))
        word--;
    return xc_part_gap_has(partition, word, XC_PART_ANY_COMMA) ||
           xc_part_has_class(partition, word - 1,
                             XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE |
                                 XC_SYNTAX_CONCESSIVE | XC_SYNTAX_SUBORDINATOR |
                                 XC_SYNTAX_RELATIVE);
}

/* The "of" or "among" that the hit's noun phrase stands behind: "of [the village's last]
 * 120 houses"; SIZE_MAX for none. */
static size_t
partitive_of(const struct xc_partition *partition, const struct xc_value_hit *hit)
{
    size_t word = hit->words.first;

    while (word > partition->syntax->first && hit->words.first - word < longest_owner &&
           !xc_part_gap_has(partition, word, XC_PART_ANY_COMMA) &&
           !xc_part_has_class(partition, word - 1, XC_SYNTAX_PREPOSITION) &&
           !xc_part_is_in_verb_group(partition, word - 1))
        word--;
    if (word == partition->syntax->first ||
        xc_part_gap_has(partition, word, XC_PART_ANY_COMMA) ||
        (!xc_part_key_is(partition, word - 1, "of") &&
         !xc_part_key_is(partition, word - 1, "among") &&
         !xc_part_key_is(partition, word - 1, "amongst")))
        return XC_PART_NOWHERE;
    return word - 1;
}

/* Whether the "of" opens its clause: "Police said [that] of 300 boats twelve sank"; but "a
 * total of 300 boats sank". */
static bool
opens_clause(const struct xc_partition *partition, size_t of)
{
    size_t first = partition->syntax->first;

    if (of > first && xc_part_key_is(partition, of - 1, "out"))
        of--;
    return of == first || xc_part_gap_has(partition, of, XC_PART_ANY_COMMA) ||
           xc_part_has_class(partition, of - 1,
                             XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE |
                                 XC_SYNTAX_THAT | XC_SYNTAX_SPEECH);
}

/* A whole that parts are told of: "of [the] 300 boats …" at the head of a clause. */
static bool
is_whole(const struct xc_partition *partition, const struct xc_value_hit *hit)
{
    size_t of = partitive_of(partition, hit);

    return of != XC_PART_NOWHERE && opens_clause(partition, of);
}

/* "Most of the 300 boats", "the crews of the 300 boats": nobody says how many; but "all of
 * the 300". */
static bool
is_whole_of_others(const struct xc_partition *partition, const struct xc_value_hit *hit)
{
    size_t of = partitive_of(partition, hit);

    return of != XC_PART_NOWHERE && of > partition->syntax->first &&
           !xc_part_gap_has(partition, of, XC_PART_ANY_COMMA) &&
           !opens_clause(partition, of) && !xc_part_key_is(partition, of - 1, "all") &&
           of + 1 < hit->words.first;
}

/* "Nine of the ship's 14 crew": the number before "of", or NULL. */
static const struct xc_value_hit *
number_of_part(const struct xc_partition *partition,
               const struct xc_value_hit_vec *hits, const struct xc_value_hit *caught)
{
    size_t of = partitive_of(partition, caught);
    size_t i;

    for (i = 0; i < hits->n && of != XC_PART_NOWHERE; i++) {
        if (hits->items[i].value.kind == XC_VALUE_COUNT &&
            hits->items[i].words.end == of)
            return &hits->items[i];
    }
    return NULL;
}

/* Whether the hit is a plain number of its kind: not the two of "two hours". */
static bool
is_plain(const struct xc_value_hit_vec *hits, size_t i)
{
    struct xc_range words = hits->items[i].words;
    size_t k = i;

    while (k > 0 && hits->items[k - 1].words.first == words.first)
        k--;
    for (; k < hits->n && hits->items[k].words.first == words.first; k++) {
        if (hits->items[k].words.end > words.end ||
            (k != i && hits->items[k].words.end == words.end &&
             hits->items[k].value.kind == XC_VALUE_DATE))
            return false;
    }
    return true;
}

/* The number that the head has of its own, or NULL. */
static const struct xc_value_hit *
number_of_head(const struct xc_partition *partition,
               const struct xc_value_hit_vec *hits, const struct xc_value_hit *caught,
               size_t head)
{
    bool whole = is_whole(partition, caught);
    const struct xc_value_hit *found = NULL;
    size_t i;

    for (i = 0; i < hits->n && hits->items[i].words.first < head; i++) {
        const struct xc_value_hit *hit = &hits->items[i];

        if (hit->value.kind == XC_VALUE_COUNT && !hit->value.former &&
            hit->words.first >= caught->words.end && hit->words.end <= head &&
            is_plain(hits, i) && is_subject_of(partition, hit, head) &&
            (begins_afresh(partition, hit) || (whole && is_spelled(partition, hit))))
            found = hit;
    }
    return found;
}

/* "The yard, which owns 90 boats, sold twelve", "built 90 boats but sold only twelve": what
 * the head has as its object, where the first number is one, too; or NULL. */
static const struct xc_value_hit *
object_of_head(const struct xc_partition *partition,
               const struct xc_value_hit_vec *hits, const struct xc_value_hit *caught,
               size_t head)
{
    size_t before = caught->words.first - 1 - partition->syntax->first;
    size_t word = head + 1;
    size_t i;

    if (caught->words.first == partition->syntax->first ||
        (!xc_part_has_class(partition, caught->words.first - 1, XC_SYNTAX_PAST) &&
         !xc_part_key_is(partition, caught->words.first - 1, "had") &&
         !xc_syntax_is_either(partition->syntax, before) &&
         !xc_str_ends(xc_part_key_of(partition, caught->words.first - 1), "s")) ||
        xc_part_has_class(partition, caught->words.first - 1, XC_SYNTAX_DEFINITE) ||
        xc_part_has_class(partition, head - 1, XC_SYNTAX_AUXILIARY | XC_SYNTAX_PERFECT))
        return NULL;
    while (xc_part_is_adverb(partition, word))
        word++;
    for (i = 0; i < hits->n; i++) {
        size_t end = hits->items[i].words.end;

        if (hits->items[i].value.kind == XC_VALUE_COUNT &&
            hits->items[i].words.first == word && is_plain(hits, i))
            return end >= xc_part_sentence_end(partition) ||
                           xc_part_gap_has(partition, end, XC_PART_ANY_COMMA) ||
                           xc_part_key_is(partition, end, "of") ||
                           xc_part_has_class(partition, end,
                                             XC_SYNTAX_COORDINATOR |
                                                 XC_SYNTAX_PREPOSITION)
                       ? &hits->items[i]
                       : NULL;
    }
    return NULL;
}

/* "Two were badly and ten slightly damaged": both numbers share the last verb, since the
 * first has nothing but its auxiliary and how it was. */
static bool
shares_head(const struct xc_partition *partition, const struct xc_value_hit *hit,
            size_t head)
{
    size_t word = hit->words.first;

    if (xc_part_holds(partition, hit->words.end, head, XC_SYNTAX_AUXILIARY))
        return false;
    if (xc_part_has_class(partition, word - 1, XC_SYNTAX_COORDINATOR))
        word--;
    return word >= partition->syntax->first + 2 &&
           xc_part_is_adverb(partition, word - 1) &&
           xc_part_has_class(partition, word - 2, XC_SYNTAX_AUXILIARY);
}

/* "Two were badly damaged and ten slightly": a second part behind the head. */
static bool
goes_on(const struct xc_partition *partition, const struct xc_value_hit_vec *hits,
        const struct xc_value_hit *caught, size_t head)
{
    size_t word = head + 1;
    bool joined;
    size_t i;

    if (!xc_part_is_adverb(partition, head - 1) || head - 1 < caught->words.end ||
        word >= xc_part_sentence_end(partition))
        return false;
    joined = xc_part_has_class(partition, word, XC_SYNTAX_COORDINATOR);
    if (joined)
        word++;
    else if (!xc_part_gap_has(partition, word, XC_SYNTAX_COMMA | XC_SYNTAX_STOP))
        return false;
    for (i = 0; i < hits->n; i++) {
        const struct xc_value_hit *hit = &hits->items[i];

        if (hit->value.kind != XC_VALUE_COUNT || hit->words.first != word ||
            !is_plain(hits, i) || !xc_part_is_adverb(partition, hit->words.end))
            continue;
        /* "Twelve were reportedly hurt, two badly": those are among the twelve. */
        return (joined ||
                xc_decimal_compare(hit->value.low.at, caught->value.high.at) > 0) &&
               (hit->words.end + 1 >= xc_part_sentence_end(partition) ||
                xc_part_gap_has(partition, hit->words.end + 1, XC_PART_ANY_COMMA) ||
                xc_part_has_class(partition, hit->words.end + 1,
                                  XC_SYNTAX_COORDINATOR));
    }
    return false;
}

/* "Of the 300 boats, none sank": the head is no part of what names the whole. */
static bool
is_left_behind(const struct xc_partition *partition, const struct xc_value_hit *caught,
               size_t head)
{
    size_t word;

    for (word = caught->words.end; word <= head; word++) {
        if (xc_part_gap_has(partition, word, XC_PART_ANY_COMMA))
            return true;
    }
    return xc_part_holds(partition, caught->words.end, head, XC_SYNTAX_AUXILIARY);
}

/* What the clause of the head does to a number that stands before it. */
static enum xc_partition_choice
choose_before_head(const struct xc_partition *partition,
                   const struct xc_value_hit_vec *hits,
                   const struct xc_value_hit *caught, size_t head)
{
    enum xc_partition_choice restricted;

    if (xc_restriction_is(partition, caught, head, &restricted))
        return restricted;
    if (goes_on(partition, hits, caught, head))
        return XC_PARTITION_LEAST;
    if (xc_restriction_is_of_others(partition, caught, head) ||
        (is_whole(partition, caught) && is_left_behind(partition, caught, head)))
        return XC_PARTITION_UNKNOWN;
    return XC_PARTITION_KEPT;
}

enum xc_partition_choice
xc_partition_choose(const struct xc_partition *partition,
                    const struct xc_value_hit_vec *hits,
                    const struct xc_value_hit *caught, const struct xc_value_hit **out)
{
    size_t head = head_of(partition, caught);
    const struct xc_value_hit *other = NULL;

    if (head == XC_PART_NOWHERE)
        return XC_PARTITION_KEPT;
    if (!partition->alone || is_whole(partition, caught))
        other = number_of_head(partition, hits, caught, head);
    if (other != NULL && shares_head(partition, other, head))
        return XC_PARTITION_LEAST;
    if (other == NULL)
        other = number_of_part(partition, hits, caught);
    if (other == NULL && !partition->alone)
        other = object_of_head(partition, hits, caught, head);
    if (other == NULL && is_whole_of_others(partition, caught))
        return XC_PARTITION_UNKNOWN;
    if (other == NULL)
        return partition->alone ? XC_PARTITION_KEPT
                                : choose_before_head(partition, hits, caught, head);
    *out = other;
    return XC_PARTITION_OTHER;
}
