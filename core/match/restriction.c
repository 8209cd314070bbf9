/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/restriction.h"

#include "match/partition_words.h"

static const size_t longest_clause = 24; /* words from a relative clause's verb on */

/* The word that opens a relative clause of the counted whose verb the head is: the "who"
 * of "12 men who were hurt", not of "12 men who left were hurt"; SIZE_MAX for none. */
static size_t
relative_before(const struct xc_partition *partition, const struct xc_value_hit *caught,
                size_t head)
{
    size_t word = head;

    while (word > caught->words.end) {
        word--;
        if (xc_part_has_class(partition, word, XC_SYNTAX_RELATIVE | XC_SYNTAX_THAT))
            return xc_part_gap_has(partition, word, XC_PART_ANY_COMMA) ? XC_PART_NOWHERE
                                                                       : word;
        if (!xc_part_is_in_verb_group(partition, word))
            return XC_PART_NOWHERE;
    }
    return XC_PART_NOWHERE;
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
        if (xc_part_gap_has(partition, word, XC_PART_ANY_COMMA))
            return false;
    }
    return !xc_part_holds(partition, caught->words.end, head, verb) &&
           !xc_part_has_class(partition, head, XC_SYNTAX_PAST) &&
           xc_part_has_class(partition, head + 1,
                             XC_SYNTAX_PREPOSITION | XC_SYNTAX_AUXILIARY) &&
           !xc_part_has_class(partition, head + 1, XC_SYNTAX_SUBORDINATOR);
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
    return XC_PART_NOWHERE;
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
         word < xc_part_sentence_end(partition) && word < head + longest_clause;
         word++) {
        if (xc_part_gap_has(partition, word, XC_PART_ANY_COMMA) ||
            clause_of(partition, word) != clause ||
            xc_part_has_class(partition, word, stops))
            return false;
        if (xc_part_has_class(partition, word, verbs))
            return true;
        if (relative &&
            !xc_part_has_class(partition, word - 1,
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
    return xc_part_has_class(partition, word,
                             XC_SYNTAX_DEFINITE | XC_SYNTAX_AUXILIARY) ||
           xc_part_key_is(partition, word, "all") ||
           (partition->text->words.items[word].flags & XC_WORD_POSSESSIVE) != 0;
}

bool
xc_restriction_is_of_others(const struct xc_partition *partition,
                            const struct xc_value_hit *caught, size_t head)
{
    size_t clause = clause_of(partition, head);
    size_t word = head;
    size_t first;

    if (clause == XC_PART_NOWHERE ||
        clause == clause_of(partition, caught->words.first))
        return false;
    first = partition->clauses->items[clause].words.first;
    switch (partition->clauses->items[clause].kind) {
    case XC_CLAUSE_MAIN:
    case XC_CLAUSE_CONTRAST:
    case XC_CLAUSE_PUNCTUATED:
        break;
    case XC_CLAUSE_SUBORDINATE:
        /* "All 40 boats built since 2031 were raised" */
        if (xc_part_has_class(partition, first, XC_SYNTAX_PREPOSITION))
            return false;
        break;
    case XC_CLAUSE_RELATIVE:
    case XC_CLAUSE_PARTICIPLE:
    case XC_CLAUSE_ATTRIBUTION:
        return false;
    }
    while (word > first && (xc_part_is_literal(partition, word) ||
                            xc_part_is_in_verb_group(partition, word)))
        word--;
    /* "… aged between 20 and 40 were hurt": no clause after all. */
    return !xc_part_is_literal(partition, word) &&
           !xc_part_is_in_verb_group(partition, word) &&
           (partition->text->words.items[word].flags & XC_WORD_NUMBER) == 0 &&
           !xc_part_has_class(partition, word,
                              XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE |
                                  XC_SYNTAX_CONCESSIVE | XC_SYNTAX_CONNECTIVE |
                                  XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_SUBJECT);
}

bool
xc_restriction_is(const struct xc_partition *partition,
                  const struct xc_value_hit *caught, size_t head,
                  enum xc_partition_choice *out)
{
    size_t relative = relative_before(partition, caught, head);

    if (relative == XC_PART_NOWHERE && !is_reduced(partition, caught, head))
        return false;
    *out = !is_all_of_them(partition, caught) &&
                   verb_follows(partition, head, relative != XC_PART_NOWHERE)
               ? XC_PARTITION_LEAST
               : XC_PARTITION_KEPT;
    return true;
}
