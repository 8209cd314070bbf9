/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/chained.h"

/* The words of the article from the first to the last of the sequence whose places begin at
 * *i; moves *i behind them. */
static struct xc_range
next_part(const struct xc_confirm *confirm, const struct xc_candidate *candidate,
          size_t *i)
{
    const struct xc_index *index = confirm->index;
    const struct xc_step *steps = index->steps + index->order[candidate->pattern].first;
    const uint16_t *places = confirm->chain->places;
    size_t first_word = confirm->text->sentences[candidate->sentence].words.first;
    struct xc_range part = {first_word + places[*i], 0};

    do
        (*i)++;
    while (*i < confirm->chain->n_places && !steps[*i].begins);
    part.end = first_word + places[*i - 1] + 1;
    return part;
}

bool
xc_chained_next(const struct xc_confirm *confirm, const struct xc_candidate *candidate,
                size_t from, struct xc_found *out)
{
    struct xc_range range = confirm->text->sentences[candidate->sentence].words;
    struct xc_chain_words numbered = {candidate->words, range.end - range.first};
    struct xc_chain *chain = confirm->chain;
    size_t i = 0;

    if (!xc_chain_next(confirm->index, chain, (uint32_t)candidate->pattern, numbered,
                       from))
        return false;
    out->words = next_part(confirm, candidate, &i);
    out->next = out->words.end - range.first;
    while (i < chain->n_places) {
        struct xc_range part = next_part(confirm, candidate, &i);

        if (part.first < out->words.first)
            out->words.first = part.first;
        if (part.end > out->words.end)
            out->words.end = part.end;
    }
    return true;
}

bool
xc_chained_mention(const struct xc_confirm *confirm,
                   const struct xc_candidate *candidate, const struct xc_found *found,
                   struct xc_mention *out)
{
    const struct xc_pattern_entry *entry = &confirm->entries[candidate->pattern];
    struct xc_range range = confirm->text->sentences[candidate->sentence].words;
    const struct xc_chain *chain = confirm->chain;
    struct xc_mention mention = {
        .topic = entry->topic,
        .claim = entry->claim,
        .pattern = entry->pattern,
        .sentence = candidate->sentence,
        .words = found->words,
        .matched = found->words,
        .n_parts = entry->pattern->n_sequences,
    };
    size_t i = 0;
    size_t p;

    mention.parts =
        xc_arena_array(confirm->arena, mention.n_parts, sizeof *mention.parts);
    mention.literal = xc_arena_array(confirm->arena, range.end - range.first,
                                     sizeof *mention.literal);
    if (mention.parts == NULL || mention.literal == NULL)
        return false;
    for (p = 0; p < mention.n_parts; p++)
        mention.parts[p] = next_part(confirm, candidate, &i);
    for (i = 0; i < chain->n_places; i++)
        mention.literal[chain->places[i]] = true;
    *out = mention;
    return true;
}
