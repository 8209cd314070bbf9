/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stdint.h>

#include "author/lint_check.h"
#include "author/lint_cover.h"
#include "base/limits.h"
#include "base/vec.h"

/* A pattern that waits for a word, as the index of required words has it. */
struct waiting {
    size_t pattern;
    size_t next; /* that waits for the same word, or SIZE_MAX */
};

struct waiting_vec {
    struct waiting *items;
    size_t n;
    size_t cap;
};

struct overlaps {
    const struct xc_rule_file *file;
    const struct xc_lint_pattern *patterns;
    size_t n;
    struct xc_arena *arena;
    struct xc_table texts; /* list and text → the first pattern so */
    struct xc_table words; /* required word → the first of waiting */
    struct waiting_vec waiting;
    size_t *compared; /* for each pattern, with which it was compared last, plus 1 */
    unsigned *told;   /* of each pattern, so that each thing is told once */
};

enum told { TOLD_DUPLICATE = 1, TOLD_REDUNDANT = 2, TOLD_UNLESS = 4, TOLD_CLAIM = 8 };

static bool
wait_for(struct overlaps *overlaps, struct xc_str word, size_t pattern)
{
    size_t index = overlaps->waiting.n;
    struct waiting *slot = XC_VEC_ADD(&overlaps->waiting, overlaps->arena);
    size_t first;

    if (slot == NULL ||
        !xc_table_add(&overlaps->words, word, index, overlaps->arena, &first))
        return false;
    *slot = (struct waiting){pattern, SIZE_MAX};
    if (first != index) {
        slot->next = overlaps->waiting.items[first].next;
        overlaps->waiting.items[first].next = index;
    }
    return true;
}

/* Lists the pattern under the words of its smallest group: one that it covers has one
 * of them. */
static bool
index_pattern(struct overlaps *overlaps, size_t index)
{
    const struct xc_pattern *pattern = overlaps->patterns[index].pattern;
    const struct xc_required *least = NULL;
    size_t i;

    for (i = 0; i < pattern->n_required; i++) {
        if (least == NULL || pattern->required[i].n_keys < least->n_keys)
            least = &pattern->required[i];
    }
    for (i = 0; least != NULL && i < least->n_keys; i++) {
        if (!wait_for(overlaps, least->keys[i], index))
            return false;
    }
    return true;
}

static const struct xc_str *
id_of(const struct xc_lint_pattern *pattern)
{
    return &pattern->claim->id;
}

/* The first pattern with this text in the claim or, for `match`, in the whole file. */
static bool
find_text(struct overlaps *overlaps, size_t index, bool in_claim, size_t *out_first)
{
    const struct xc_lint_pattern *mine = &overlaps->patterns[index];
    struct xc_str text = xc_str_trim(mine->pattern->text);
    size_t list = in_claim && mine->claim != NULL ? mine->claim->line : 0;
    const char *kind = mine->is_unless ? "unless" : "match";
    struct xc_str key;

    if (mine->claim == NULL)
        kind = "about";
    key = xc_arena_printf(overlaps->arena, "%zu %s %.*s", list, kind, (int)text.len,
                          text.ptr);

    return key.ptr != NULL &&
           xc_table_add(&overlaps->texts, key, index, overlaps->arena, out_first);
}

/* The same text again, in this claim or in another one of the topic. */
static enum xc_status
check_text(struct overlaps *overlaps, size_t index)
{
    const struct xc_lint_pattern *mine = &overlaps->patterns[index];
    const struct xc_pattern *pattern = mine->pattern;
    const struct xc_lint_pattern *other;
    size_t first;

    if (!find_text(overlaps, index, true, &first))
        return XC_NO_MEMORY;
    overlaps->told[index] |= first != index ? TOLD_DUPLICATE : 0;
    if (mine->claim == NULL)
        return XC_OK; /* told as an entry that is listed twice */
    if (first != index)
        return xc_lint_tell(overlaps->file, pattern, XC_CODE_DUPLICATE_PATTERN,
                            "take one of them out", "the same pattern is on line %zu",
                            overlaps->patterns[first].pattern->line);
    if (mine->is_unless)
        return XC_OK;
    if (!find_text(overlaps, index, false, &first))
        return XC_NO_MEMORY;
    other = &overlaps->patterns[first];
    if (first == index)
        return XC_OK;
    overlaps->told[index] |= TOLD_CLAIM;
    return xc_lint_tell(overlaps->file, pattern, XC_CODE_SHARED_PATTERN,
                        "say in one of them what sets it apart",
                        "claim '%.*s' has the same pattern, on line %zu",
                        (int)id_of(other)->len, id_of(other)->ptr,
                        other->pattern->line);
}

/* Whether wide fills every slot that narrow does. */
static bool
fills_slots(const struct xc_pattern *wide, const struct xc_pattern *narrow)
{
    size_t i;
    size_t j;

    for (i = 0; i < narrow->n_slots; i++) {
        for (j = 0; j < wide->n_slots &&
                    !xc_str_equal(wide->slots[j].name, narrow->slots[i].name);
             j++)
            continue;
        if (j == wide->n_slots)
            return false;
    }
    return true;
}

/* Whether the narrow pattern could as well be left out.  Stance is read around what the
 * first of its sequences found, and what it spells is no cue there: a pattern that asks
 * for more, or for the same in other sequences, may be read otherwise. */
static bool
is_replaced(const struct xc_pattern *wide, const struct xc_pattern *narrow)
{
    return fills_slots(wide, narrow) && wide->n_sequences == narrow->n_sequences &&
           xc_lint_solid(narrow) <= xc_lint_solid(wide);
}

/* Whether a sentence with a match of the pattern is none for the claim. */
static bool
is_excluded(const struct xc_claim *claim, const struct xc_pattern *pattern,
            size_t *steps)
{
    size_t i;

    for (i = 0; i < claim->n_unless; i++) {
        if (xc_lint_covers(claim->unless[i], pattern, steps))
            return true;
    }
    return false;
}

/* What it means that one pattern covers another. */
static enum told
meaning_of(const struct xc_lint_pattern *wide, const struct xc_lint_pattern *narrow)
{
    size_t steps = XC_MAX_LINT_STEPS;

    if (wide->claim == narrow->claim && wide->is_unless == narrow->is_unless)
        return is_replaced(wide->pattern, narrow->pattern) ? TOLD_REDUNDANT : 0;
    if (narrow->is_unless || narrow->claim == NULL || wide->claim == NULL)
        return 0;
    if (wide->claim == narrow->claim)
        return TOLD_UNLESS;
    return wide->is_unless || is_excluded(wide->claim, narrow->pattern, &steps)
               ? 0
               : TOLD_CLAIM;
}

static enum xc_status
tell_claim(struct overlaps *overlaps, const struct xc_lint_pattern *wide,
           const struct xc_lint_pattern *narrow, bool both_ways)
{
    const struct xc_str *id = id_of(wide);

    if (both_ways)
        return xc_lint_tell(overlaps->file, narrow->pattern, XC_CODE_SHARED_PATTERN,
                            "say in one of them what sets it apart",
                            "claim '%.*s' finds the same by its pattern on line %zu",
                            (int)id->len, id->ptr, wide->pattern->line);
    return xc_lint_tell(
        overlaps->file, narrow->pattern, XC_CODE_OVERLAPPING_CLAIMS,
        "fine when the one says the other as well; else add an 'unless' "
        "there",
        "whatever this finds is a mention of claim '%.*s', too, by its "
        "pattern on line %zu",
        (int)id->len, id->ptr, wide->pattern->line);
}

/* Tells once of each pattern that wide covers narrow; both_ways: each the other. */
static enum xc_status
tell_cover(struct overlaps *overlaps, size_t wide, size_t narrow, bool both_ways)
{
    const struct xc_lint_pattern *a = &overlaps->patterns[wide];
    const struct xc_lint_pattern *b = &overlaps->patterns[narrow];
    enum told meaning = meaning_of(a, b);

    if (meaning == 0 || (overlaps->told[narrow] & meaning) != 0)
        return XC_OK;
    overlaps->told[narrow] |= meaning;
    if (meaning == TOLD_CLAIM)
        return tell_claim(overlaps, a, b, both_ways);
    if (meaning == TOLD_REDUNDANT)
        return xc_lint_tell(
            overlaps->file, b->pattern, XC_CODE_REDUNDANT_PATTERN, "take it out",
            "the pattern on line %zu finds all that this does", a->pattern->line);
    return xc_lint_tell(overlaps->file, b->pattern, XC_CODE_UNLESS_COVERS_MATCH,
                        "narrow the one under 'unless', or take this one out",
                        "never gives a mention: 'unless' on line %zu matches wherever "
                        "this does",
                        a->pattern->line);
}

static enum xc_status
compare(struct overlaps *overlaps, size_t wide, size_t narrow, size_t *steps)
{
    const struct xc_lint_pattern *a = &overlaps->patterns[wide];
    const struct xc_lint_pattern *b = &overlaps->patterns[narrow];
    bool both_ways;

    if (((overlaps->told[wide] | overlaps->told[narrow]) & TOLD_DUPLICATE) != 0 ||
        !xc_lint_covers(a->pattern, b->pattern, steps))
        return XC_OK;
    both_ways = xc_lint_covers(b->pattern, a->pattern, steps);
    /* Of two that find the same the later one is told. */
    if (both_ways && a->is_unless == b->is_unless && wide > narrow)
        return XC_OK;
    return tell_cover(overlaps, wide, narrow, both_ways);
}

/* Compares the pattern with those that wait for this word of it. */
static enum xc_status
compare_by_word(struct overlaps *overlaps, size_t index, struct xc_str word,
                size_t *n_compared, size_t *steps)
{
    enum xc_status status = XC_OK;
    size_t at;

    if (!xc_table_get(&overlaps->words, word, &at))
        return XC_OK;
    for (; at != SIZE_MAX && status == XC_OK && *n_compared < XC_MAX_LINT_COMPARED;
         at = overlaps->waiting.items[at].next) {
        size_t other = overlaps->waiting.items[at].pattern;

        if (other == index || overlaps->compared[other] == index + 1)
            continue;
        overlaps->compared[other] = index + 1;
        (*n_compared)++;
        status = compare(overlaps, other, index, steps);
    }
    return status;
}

/* Compares with all that may cover the pattern: their word is in one of its elements, and
 * of a choice then in its first branch, too. */
static enum xc_status
compare_with_all(struct overlaps *overlaps, size_t index)
{
    const struct xc_pattern *pattern = overlaps->patterns[index].pattern;
    size_t steps = XC_MAX_LINT_STEPS;
    size_t n_compared = 0;
    enum xc_status status = XC_OK;
    size_t s;
    size_t i;
    size_t w;

    for (s = 0; s < pattern->n_sequences; s++) {
        for (i = 0; i < pattern->sequences[s].n; i++) {
            const struct xc_element *element = &pattern->sequences[s].items[i];
            struct xc_sequence words = {&pattern->sequences[s].items[i], 1};

            if (element->kind == XC_ELEMENT_CHOICE)
                words = element->branches[0];
            for (w = 0; w < words.n && status == XC_OK; w++) {
                if (words.items[w].kind == XC_ELEMENT_WORD)
                    status = compare_by_word(overlaps, index, words.items[w].forms[0],
                                             &n_compared, &steps);
            }
        }
    }
    return status;
}

enum xc_status
xc_lint_overlaps(const struct xc_rule_file *file,
                 const struct xc_lint_pattern_vec *patterns)
{
    struct overlaps overlaps = {.file = file,
                                .patterns = patterns->items,
                                .n = patterns->n,
                                .arena = file->loading.arena};
    enum xc_status status = XC_OK;
    size_t i;

    overlaps.compared =
        xc_arena_array(overlaps.arena, patterns->n, sizeof *overlaps.compared);
    overlaps.told = xc_arena_array(overlaps.arena, patterns->n, sizeof *overlaps.told);
    if (overlaps.compared == NULL || overlaps.told == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < patterns->n && status == XC_OK; i++) {
        status = check_text(&overlaps, i);
        if (status == XC_OK && !index_pattern(&overlaps, i))
            status = XC_NO_MEMORY;
    }
    for (i = 0; i < patterns->n && status == XC_OK; i++)
        status = compare_with_all(&overlaps, i);
    return status;
}
