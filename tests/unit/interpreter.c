/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "interpreter.h"

#include <check.h>

#include "base/limits.h"

/* Sequences and branches of one pattern, those of its terms included. */
#define MOST_NODES ((size_t)512)
/* States of an "n of" after one round. */
#define MOST_TAKINGS ((size_t)2048)

/* Ends of matches, the preferred one first, each once. */
struct ends {
    size_t n;
    unsigned char at[INTERPRETER_MAX_WORDS + 1];
};

/* Where an "n of" stands: which branches were taken, and where the last one ended. */
struct taking {
    unsigned long taken;
    size_t end;
};

/* The sequences of a pattern, each before the ones inside it. */
struct node {
    const struct xc_sequence *sequence;
    size_t *inner;     /* per element: number of its first branch */
    struct ends *from; /* per word: where a match from there ends */
};

struct reading {
    const struct xc_pattern *pattern;
    const struct interpreter_sentence *sentence;
    struct xc_arena *arena;
    struct node *nodes;
    size_t n_nodes;
};

static void
add_end(struct ends *ends, size_t end)
{
    size_t i;

    for (i = 0; i < ends->n; i++) {
        if (ends->at[i] == end)
            return;
    }
    ends->at[ends->n++] = (unsigned char)end;
}

static void
add_nodes(struct reading *reading, const struct xc_sequence *sequences, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        struct node *node = &reading->nodes[reading->n_nodes++];
        node->sequence = &sequences[i];
        node->inner =
            xc_arena_array(reading->arena, sequences[i].n, sizeof *node->inner);
        node->from = xc_arena_array(reading->arena, reading->sentence->n + 1,
                                    sizeof *node->from);
        ck_assert(node->inner != NULL && node->from != NULL);
    }
}

/* Lists the pattern's sequences, breadth first. */
static void
list_nodes(struct reading *reading)
{
    size_t i;
    size_t e;

    reading->nodes = xc_arena_array(reading->arena, MOST_NODES, sizeof *reading->nodes);
    ck_assert_ptr_nonnull(reading->nodes);
    add_nodes(reading, reading->pattern->sequences, reading->pattern->n_sequences);
    for (i = 0; i < reading->n_nodes; i++) {
        const struct xc_sequence *sequence = reading->nodes[i].sequence;
        for (e = 0; e < sequence->n; e++) {
            const struct xc_element *element = &sequence->items[e];
            reading->nodes[i].inner[e] = reading->n_nodes;
            ck_assert_uint_le(reading->n_nodes + element->n_branches, MOST_NODES);
            add_nodes(reading, element->branches, element->n_branches);
        }
    }
}

static void
read_word(const struct reading *reading, const struct xc_element *element, size_t start,
          struct ends *out)
{
    size_t i;

    if (start >= reading->sentence->n)
        return;
    for (i = 0; i < element->n_forms; i++) {
        if (xc_str_equal(element->forms[i], reading->sentence->keys[start]))
            add_end(out, start + 1);
    }
}

static void
read_slot(const struct reading *reading, const struct xc_element *element, bool last,
          size_t start, struct ends *out)
{
    const struct interpreter_sentence *sentence = reading->sentence;
    enum xc_value_kind kind = reading->pattern->slots[element->number].kind;
    size_t left = sentence->n - start;
    size_t most = left < XC_MAX_TEXT_SLOT_WORDS ? left : XC_MAX_TEXT_SLOT_WORDS;
    size_t i;

    for (i = 1; kind == XC_VALUE_TEXT && i <= most; i++)
        add_end(out, start + (last ? most + 1 - i : i));
    for (i = 0; i < sentence->n_hits; i++) {
        if (sentence->hits[i].value.kind == kind &&
            sentence->hits[i].words.first == start)
            add_end(out, sentence->hits[i].words.end);
    }
}

static void
read_n_of(const struct reading *reading, const struct xc_element *element, size_t inner,
          size_t start, struct ends *out)
{
    struct taking now[MOST_TAKINGS];
    struct taking next[MOST_TAKINGS];
    size_t n_now = 1;
    size_t round;
    size_t i;

    now[0] = (struct taking){0, start};
    for (round = 0; round < element->number; round++) {
        size_t most_gap = round == 0 ? 0 : XC_DEFAULT_GAP_WORDS;
        size_t n_next = 0;
        for (i = 0; i < n_now; i++) {
            size_t g;
            for (g = 0; g <= most_gap && now[i].end + g <= reading->sentence->n; g++) {
                size_t b;
                for (b = 0; b < element->n_branches; b++) {
                    const struct ends *ends =
                        &reading->nodes[inner + b].from[now[i].end + g];
                    size_t e;
                    for (e = 0; e < ends->n && !(now[i].taken >> b & 1u); e++) {
                        struct taking taking = {now[i].taken | 1ul << b, ends->at[e]};
                        size_t k = 0;
                        while (k < n_next && (next[k].taken != taking.taken ||
                                              next[k].end != taking.end))
                            k++;
                        ck_assert_uint_lt(k, MOST_TAKINGS);
                        next[k] = taking;
                        n_next += k == n_next;
                    }
                }
            }
        }
        for (i = 0; i < n_next; i++)
            now[i] = next[i];
        n_now = n_next;
    }
    for (i = 0; i < n_now; i++)
        add_end(out, now[i].end);
}

/* Where the element may end that begins at word start. */
static void
read_element(const struct reading *reading, const struct node *node, size_t e,
             size_t start, struct ends *out)
{
    const struct xc_element *element = &node->sequence->items[e];
    bool last = e + 1 == node->sequence->n &&
                node < reading->nodes + reading->pattern->n_sequences;
    size_t b;
    size_t i;

    switch (element->kind) {
    case XC_ELEMENT_WORD:
        read_word(reading, element, start, out);
        break;
    case XC_ELEMENT_SLOT:
        read_slot(reading, element, last, start, out);
        break;
    case XC_ELEMENT_GAP:
        for (i = 0; i <= element->number && start + i <= reading->sentence->n; i++)
            add_end(out, start + i);
        break;
    case XC_ELEMENT_CHOICE:
    case XC_ELEMENT_OPTIONAL:
        for (b = 0; b < element->n_branches; b++) {
            const struct ends *ends = &reading->nodes[node->inner[e] + b].from[start];
            for (i = 0; i < ends->n; i++)
                add_end(out, ends->at[i]);
        }
        if (element->kind == XC_ELEMENT_OPTIONAL)
            add_end(out, start);
        break;
    case XC_ELEMENT_N_OF:
        read_n_of(reading, element, node->inner[e], start, out);
        break;
    }
}

static void
read_sequence(const struct reading *reading, struct node *node, size_t start)
{
    struct ends now = {.n = 1, .at = {(unsigned char)start}};
    size_t e;
    size_t i;
    size_t k;

    for (e = 0; e < node->sequence->n; e++) {
        struct ends next = {.n = 0};
        for (i = 0; i < now.n; i++) {
            struct ends after = {.n = 0};
            read_element(reading, node, e, now.at[i], &after);
            for (k = 0; k < after.n; k++)
                add_end(&next, after.at[k]);
        }
        now = next;
    }
    node->from[start] = now;
}

/* The leftmost match of the sequence, by its preferred end. */
static bool
first_match(const struct reading *reading, size_t number, size_t from,
            struct xc_range *out)
{
    const struct node *node = &reading->nodes[number];
    size_t start;

    for (start = from; start < reading->sentence->n; start++) {
        if (node->from[start].n > 0 && node->from[start].at[0] > start) {
            *out = (struct xc_range){start, node->from[start].at[0]};
            return true;
        }
    }
    return false;
}

static void
extend(struct xc_range *hull, struct xc_range words)
{
    if (words.first < hull->first)
        hull->first = words.first;
    if (words.end > hull->end)
        hull->end = words.end;
}

/* An "n of" that is a whole sequence: its branches stand anywhere. */
static bool
match_n_of(const struct reading *reading, size_t number, struct xc_range *hull)
{
    const struct xc_element *element = &reading->nodes[number].sequence->items[0];
    size_t inner = reading->nodes[number].inner[0];
    struct xc_range words;
    size_t n_found = 0;
    size_t b;

    for (b = 0; b < element->n_branches; b++) {
        if (first_match(reading, inner + b, 0, &words)) {
            extend(hull, words);
            n_found++;
        }
    }
    return n_found >= element->number;
}

bool
interpreter_match(const struct xc_pattern *pattern,
                  const struct interpreter_sentence *sentence, size_t from,
                  struct xc_arena *arena, struct xc_range *out)
{
    struct reading reading = {.pattern = pattern, .sentence = sentence, .arena = arena};
    struct xc_range hull = {sentence->n, 0};
    size_t i;
    size_t start;

    ck_assert_uint_le(sentence->n, INTERPRETER_MAX_WORDS);
    list_nodes(&reading);
    for (i = reading.n_nodes; i > 0; i--) {
        for (start = 0; start <= sentence->n; start++)
            read_sequence(&reading, &reading.nodes[i - 1], start);
    }
    for (i = 0; i < pattern->n_sequences; i++) {
        const struct xc_sequence *sequence = &pattern->sequences[i];
        bool anywhere = sequence->n == 1 && sequence->items[0].kind == XC_ELEMENT_N_OF;
        struct xc_range words;
        /* What is found in any order is found from the beginning, once. */
        if ((pattern->n_sequences > 1 || anywhere) && from > 0)
            return false;
        if (anywhere ? !match_n_of(&reading, i, &hull)
                     : !first_match(&reading, i, from, &words))
            return false;
        if (!anywhere)
            extend(&hull, words);
    }
    *out = hull;
    return true;
}
