/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the words of a partition are; for partition.c and restriction.c.
 */
#ifndef XC_MATCH_PARTITION_WORDS_H
#define XC_MATCH_PARTITION_WORDS_H

#include <stdint.h>

#include "match/partition.h"

/* No word. */
#define XC_PART_NOWHERE SIZE_MAX

#define XC_PART_ANY_COMMA                                                              \
    (XC_SYNTAX_COMMA | XC_SYNTAX_STOP | XC_SYNTAX_DASH | XC_SYNTAX_OPEN |              \
     XC_SYNTAX_CLOSE)

static inline bool
xc_part_has_class(const struct xc_partition *partition, size_t word, unsigned classes)
{
    return word >= partition->syntax->first &&
           xc_syntax_is(partition->syntax, word - partition->syntax->first, classes);
}

static inline bool
xc_part_gap_has(const struct xc_partition *partition, size_t word, unsigned gap)
{
    return xc_syntax_gap_has(partition->syntax, word - partition->syntax->first, gap);
}

static inline struct xc_str
xc_part_key_of(const struct xc_partition *partition, size_t word)
{
    return partition->text->words.items[word].key;
}

static inline bool
xc_part_key_is(const struct xc_partition *partition, size_t word, const char *key)
{
    return word >= partition->syntax->first &&
           word < partition->syntax->first + partition->syntax->n &&
           xc_str_is(xc_part_key_of(partition, word), key);
}

static inline bool
xc_part_is_literal(const struct xc_partition *partition, size_t word)
{
    return partition->literal[word - partition->syntax->first];
}

static inline size_t
xc_part_sentence_end(const struct xc_partition *partition)
{
    return partition->syntax->first + partition->syntax->n;
}

/* "only", "slightly", "still" */
static inline bool
xc_part_is_adverb(const struct xc_partition *partition, size_t word)
{
    return xc_part_has_class(partition, word, XC_SYNTAX_ADVERB | XC_SYNTAX_FOCUS) ||
           (word < xc_part_sentence_end(partition) &&
            xc_part_key_of(partition, word).len > 4 &&
            xc_str_ends(xc_part_key_of(partition, word), "ly"));
}

/* What may stand between a verb's subject and the verb: "were not even", "have been". */
static inline bool
xc_part_is_in_verb_group(const struct xc_partition *partition, size_t word)
{
    return xc_part_is_adverb(partition, word) ||
           xc_part_has_class(partition, word,
                             XC_SYNTAX_AUXILIARY | XC_SYNTAX_PERFECT | XC_SYNTAX_NOT);
}

/* Whether words [first, end) hold one of the classes. */
static inline bool
xc_part_holds(const struct xc_partition *partition, size_t first, size_t end,
              unsigned classes)
{
    for (; first < end; first++) {
        if (xc_part_has_class(partition, first, classes))
            return true;
    }
    return false;
}

#endif
