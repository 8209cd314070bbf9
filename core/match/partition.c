/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/partition.h"

#include <stdint.h>

static const size_t nowhere = SIZE_MAX;
static const size_t longest_group =
    12; /* words: "of them were not even slightly hurt" */
static const size_t longest_clause = 24; /* words from a relative clause's verb on */
static const size_t longest_owner = 4;   /* words: "of the village's last 120 houses" */

static const unsigned any_comma = XC_SYNTAX_COMMA | XC_SYNTAX_STOP | XC_SYNTAX_DASH |
                                  XC_SYNTAX_OPEN | XC_SYNTAX_CLOSE;

static bool
has_class(const struct xc_partition *partition, size_t word, unsigned classes)
{
    return word >= partition->syntax->first &&
           xc_syntax_is(partition->syntax, word - partition->syntax->first, classes);
}

static bool
gap_has(const struct xc_partition *partition, size_t word, unsigned gap)
{
    return xc_syntax_gap_has(partition->syntax, word - partition->syntax->first, gap);
}

static struct xc_str
key_of(const struct xc_partition *partition, size_t word)
{
    return partition->text->words.items[word].key;
}

static bool
key_is(const struct xc_partition *partition, size_t word, const char *key)
{
    return word >= partition->syntax->first &&
           word < partition->syntax->first + partition->syntax->n &&
           xc_str_is(key_of(partition, word), key);
}

static bool
is_literal(const struct xc_partition *partition, size_t word)
{
    return partition->literal[word - partition->syntax->first];
}

static size_t
sentence_end(const struct xc_partition *partition)
{
    return partition->syntax->first + partition->syntax->n;
}

/* "only", "slightly", "still" */
static bool
is_adverb(const struct xc_partition *partition, size_t word)
{
    return has_class(partition, word, XC_SYNTAX_ADVERB | XC_SYNTAX_FOCUS) ||
           (word < sentence_end(partition) && key_of(partition, word).len > 4 &&
            xc_str_ends(key_of(partition, word), "ly"));
}

/* What may stand between a verb's subject and the verb: "were not even", "have been". */
static bool
is_in_verb_group(const struct xc_partition *partition, size_t word)
{
    return is_adverb(partition, word) ||
           has_class(partition, word,
                     XC_SYNTAX_AUXILIARY | XC_SYNTAX_PERFECT | XC_SYNTAX_NOT);
}

/* The match's last own word behind the number; SIZE_MAX when it has none. */
static size_t
head_of(const struct xc_partition *partition, const struct xc_value_hit *caught)
{
    size_t word = partition->match.end;

    while (word > caught->words.end) {
        word--;
        if (is_literal(partition, word))
            return word;
    }
    return nowhere;
}

/* Whether the word is one that the match has counted already: "30 boats burned; 12 [boats]
 * sank". */
static bool
is_counted_again(const struct xc_partition *partition, size_t word)
{
    size_t i;

    for (i = partition->match.first; i < word; i++) {
        if (is_literal(partition, i) &&
            xc_str_equal(key_of(partition, i), key_of(partition, word)))
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
        if (gap_has(partition, word, any_comma))
            return false;
        if (key_is(partition, word, "of") &&
            (key_is(partition, word + 1, "them") ||
             has_class(partition, word + 1, XC_SYNTAX_RELATIVE | XC_SYNTAX_PRONOUN)))
            word++;
        else if (!is_literal(partition, word) && !is_in_verb_group(partition, word) &&
                 !is_counted_again(partition, word) &&
                 !has_class(partition, word, XC_SYNTAX_PLURAL) &&
                 !key_is(partition, word, "others") && !key_is(partition, word, "more"))
            return false;
    }
    return !gap_has(partition, head, any_comma);
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

    while (word > partition->syntax->first && !gap_has(partition, word, any_comma) &&
           is_adverb(partition, word - 1))
        word--;
    return gap_has(partition, word, any_comma) ||
           has_class(partition, word - 1,
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
           !gap_has(partition, word, any_comma) &&
           !has_class(partition, word - 1, XC_SYNTAX_PREPOSITION) &&
           !is_in_verb_group(partition, word - 1))
        word--;
    if (word == partition->syntax->first || gap_has(partition, word, any_comma) ||
        (!key_is(partition, word - 1, "of") && !key_is(partition, word - 1, "among") &&
         !key_is(partition, word - 1, "amongst")))
        return nowhere;
    return word - 1;
}

/* Whether the "of" opens its clause: "Police said [that] of 300 boats twelve sank"; but "a
 * total of 300 boats sank". */
static bool
opens_clause(const struct xc_partition *partition, size_t of)
{
    size_t first = partition->syntax->first;

    if (of > first && key_is(partition, of - 1, "out"))
        of--;
    return of == first || gap_has(partition, of, any_comma) ||
           has_class(partition, of - 1,
                     XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE | XC_SYNTAX_THAT |
                         XC_SYNTAX_SPEECH);
}

/* A whole that parts are told of: "of [the] 300 boats …" at the head of a clause. */
static bool
is_whole(const struct xc_partition *partition, const struct xc_value_hit *hit)
{
    size_t of = partitive_of(partition, hit);

    return of != nowhere && opens_clause(partition, of);
}

/* "Most of the 300 boats", "the crews of the 300 boats": nobody says how many; but "all of
 * the 300". */
static bool
is_whole_of_others(const struct xc_partition *partition, const struct xc_value_hit *hit)
{
    size_t of = partitive_of(partition, hit);

    return of != nowhere && of > partition->syntax->first &&
           !gap_has(partition, of, any_comma) && !opens_clause(partition, of) &&
           !key_is(partition, of - 1, "all") && of + 1 < hit->words.first;
}

/* "Nine of the ship's 14 crew": the number before "of", or NULL. */
static const struct xc_value_hit *
number_of_part(const struct xc_partition *partition,
               const struct xc_value_hit_vec *hits, const struct xc_value_hit *caught)
{
    size_t of = partitive_of(partition, caught);
    size_t i;

    for (i = 0; i < hits->n && of != nowhere; i++) {
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
        (!has_class(partition, caught->words.first - 1, XC_SYNTAX_PAST) &&
         !key_is(partition, caught->words.first - 1, "had") &&
         !xc_syntax_is_either(partition->syntax, before) &&
         !xc_str_ends(key_of(partition, caught->words.first - 1), "s")) ||
        has_class(partition, caught->words.first - 1, XC_SYNTAX_DEFINITE) ||
        has_class(partition, head - 1, XC_SYNTAX_AUXILIARY | XC_SYNTAX_PERFECT))
        return NULL;
    while (is_adverb(partition, word))
        word++;
    for (i = 0; i < hits->n; i++) {
        size_t end = hits->items[i].words.end;

        if (hits->items[i].value.kind == XC_VALUE_COUNT &&
            hits->items[i].words.first == word && is_plain(hits, i))
            return end >= sentence_end(partition) ||
                           gap_has(partition, end, any_comma) ||
                           key_is(partition, end, "of") ||
                           has_class(partition, end,
                                     XC_SYNTAX_COORDINATOR | XC_SYNTAX_PREPOSITION)
                       ? &hits->items[i]
                       : NULL;
    }
    return NULL;
}

/* Whether words [first, end) hold one of the classes. */
static bool
holds(const struct xc_partition *partition, size_t first, size_t end, unsigned classes)
{
    for (; first < end; first++) {
        if (has_class(partition, first, classes))
            return true;
    }
    return false;
}

/* "Two were badly and ten slightly damaged": both numbers share the last verb, since the
 * first has nothing but its auxiliary and how it was. */
static bool
shares_head(const struct xc_partition *partition, const struct xc_value_hit *hit,
            size_t head)
{
    size_t word = hit->words.first;

    if (holds(partition, hit->words.end, head, XC_SYNTAX_AUXILIARY))
        return false;
    if (has_class(partition, word - 1, XC_SYNTAX_COORDINATOR))
        word--;
    return word >= partition->syntax->first + 2 && is_adverb(partition, word - 1) &&
           has_class(partition, word - 2, XC_SYNTAX_AUXILIARY);
}

/* "Two were badly damaged and ten slightly": a second part behind the head. */
static bool
goes_on(const struct xc_partition *partition, const struct xc_value_hit_vec *hits,
        const struct xc_value_hit *caught, size_t head)
{
    size_t word = head + 1;
    bool joined;
    size_t i;

    if (!is_adverb(partition, head - 1) || head - 1 < caught->words.end ||
        word >= sentence_end(partition))
        return false;
    joined = has_class(partition, word, XC_SYNTAX_COORDINATOR);
    if (joined)
        word++;
    else if (!gap_has(partition, word, XC_SYNTAX_COMMA | XC_SYNTAX_STOP))
        return false;
    for (i = 0; i < hits->n; i++) {
        const struct xc_value_hit *hit = &hits->items[i];

        if (hit->value.kind != XC_VALUE_COUNT || hit->words.first != word ||
            !is_plain(hits, i) || !is_adverb(partition, hit->words.end))
            continue;
        /* "Twelve were reportedly hurt, two badly": those are among the twelve. */
        return (joined ||
                xc_decimal_compare(hit->value.low.at, caught->value.high.at) > 0) &&
               (hit->words.end + 1 >= sentence_end(partition) ||
                gap_has(partition, hit->words.end + 1, any_comma) ||
                has_class(partition, hit->words.end + 1, XC_SYNTAX_COORDINATOR));
    }
    return false;
}

/* The word that opens a relative clause of the counted whose verb the head is: the "who"
 * of "12 men who were hurt", not of "12 men who left were hurt"; SIZE_MAX for none. */
static size_t
relative_before(const struct xc_partition *partition, const struct xc_value_hit *caught,
                size_t head)
{
    size_t word = head;

    while (word > caught->words.end) {
        word--;
        if (has_class(partition, word, XC_SYNTAX_RELATIVE | XC_SYNTAX_THAT))
            return gap_has(partition, word, any_comma) ? nowhere : word;
        if (!is_in_verb_group(partition, word))
            return nowhere;
    }
    return nowhere;
}

/* "Two men hurt in the crash": the head is a participle right behind what is counted. */
static bool
is_reduced(const struct xc_partition *partition, const struct xc_value_hit *caught,
           size_t head)
{
    unsigned verb = XC_SYNTAX_AUXILIARY | XC_SYNTAX_PERFECT | XC_SYNTAX_PAST |
                    XC_SYNTAX_RELATIVE | XC_SYNTAX_THAT | XC_SYNTAX_COORDINATOR;
    size_t word;

    for (word = caught->words.end; word <= head; word++) {
        if (gap_has(partition, word, any_comma))
            return false;
    }
    return !holds(partition, caught->words.end, head, verb) &&
           !has_class(partition, head, XC_SYNTAX_PAST) &&
           has_class(partition, head + 1,
                     XC_SYNTAX_PREPOSITION | XC_SYNTAX_AUXILIARY) &&
           !has_class(partition, head + 1, XC_SYNTAX_SUBORDINATOR);
}

static size_t
clause_of(const struct xc_partition *partition, size_t word)
{
    const struct xc_clause_vec *clauses = partition->clauses;
    size_t i;

    for (i = 0; i < clauses->n; i++) {
        if (word >= clauses->items[i].words.first && word < clauses->items[i].words.end)
            return clauses->items[i].resumes ? clauses->items[i].parent : i;
    }
    return nowhere;
}

/* Whether a verb follows the head that the counted are the subject of, so that the head's
 * clause only says which of them: "two men hurt in the crash [were] sent home". */
static bool
verb_follows(const struct xc_partition *partition, size_t head, bool relative)
{
    unsigned verbs = XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST;
    unsigned stops = XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_RELATIVE | XC_SYNTAX_THAT |
                     XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE | XC_SYNTAX_SUBJECT;
    size_t clause = clause_of(partition, head);
    size_t word;

    for (word = head + 1;
         word < sentence_end(partition) && word < head + longest_clause; word++) {
        if (gap_has(partition, word, any_comma) ||
            clause_of(partition, word) != clause || has_class(partition, word, stops))
            return false;
        if (has_class(partition, word, verbs))
            return true;
        if (relative &&
            !has_class(partition, word - 1,
                       XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE |
                           XC_SYNTAX_PREPOSITION) &&
            xc_syntax_is_either(partition->syntax, word - partition->syntax->first))
            return true;
    }
    return false;
}

/* "The five boats that sank", "all five", "there were five": all of them. */
static bool
is_all_of_them(const struct xc_partition *partition, const struct xc_value_hit *caught)
{
    size_t word = caught->words.first;

    if (word == partition->syntax->first)
        return false;
    word--;
    return has_class(partition, word, XC_SYNTAX_DEFINITE | XC_SYNTAX_AUXILIARY) ||
           key_is(partition, word, "all") ||
           (partition->text->words.items[word].flags & XC_WORD_POSSESSIVE) != 0;
}

/* Whether the head belongs to another clause with a subject of its own: "40 men were aboard,
 * and the driver was hurt". */
static bool
has_other_subject(const struct xc_partition *partition,
                  const struct xc_value_hit *caught, size_t head)
{
    size_t clause = clause_of(partition, head);
    size_t word = head;
    size_t first;

    if (clause == nowhere || clause == clause_of(partition, caught->words.first))
        return false;
    first = partition->clauses->items[clause].words.first;
    switch (partition->clauses->items[clause].kind) {
    case XC_CLAUSE_MAIN:
    case XC_CLAUSE_CONTRAST:
    case XC_CLAUSE_PUNCTUATED:
        break;
    case XC_CLAUSE_SUBORDINATE:
        /* "All 40 boats built since 2031 were raised" */
        if (has_class(partition, first, XC_SYNTAX_PREPOSITION))
            return false;
        break;
    case XC_CLAUSE_RELATIVE:
    case XC_CLAUSE_PARTICIPLE:
    case XC_CLAUSE_ATTRIBUTION:
        return false;
    }
    while (word > first &&
           (is_literal(partition, word) || is_in_verb_group(partition, word)))
        word--;
    /* "… aged between 20 and 40 were hurt": no clause after all. */
    return !is_literal(partition, word) && !is_in_verb_group(partition, word) &&
           (partition->text->words.items[word].flags & XC_WORD_NUMBER) == 0 &&
           !has_class(partition, word,
                      XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE |
                          XC_SYNTAX_CONCESSIVE | XC_SYNTAX_CONNECTIVE |
                          XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_SUBJECT);
}

/* "Of the 300 boats, none sank": the head is no part of what names the whole. */
static bool
is_left_behind(const struct xc_partition *partition, const struct xc_value_hit *caught,
               size_t head)
{
    size_t word;

    for (word = caught->words.end; word <= head; word++) {
        if (gap_has(partition, word, any_comma))
            return true;
    }
    return holds(partition, caught->words.end, head, XC_SYNTAX_AUXILIARY);
}

/* What the clause of the head does to a number that stands before it. */
static enum xc_partition_choice
choose_before_head(const struct xc_partition *partition,
                   const struct xc_value_hit_vec *hits,
                   const struct xc_value_hit *caught, size_t head)
{
    size_t relative = relative_before(partition, caught, head);

    if (relative != nowhere || is_reduced(partition, caught, head))
        return !is_all_of_them(partition, caught) &&
                       verb_follows(partition, head, relative != nowhere)
                   ? XC_PARTITION_LEAST
                   : XC_PARTITION_KEPT;
    if (goes_on(partition, hits, caught, head))
        return XC_PARTITION_LEAST;
    if (has_other_subject(partition, caught, head) ||
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

    if (head == nowhere)
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
