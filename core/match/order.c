/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/order.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"

/* How many words something takes; most is never over FAR. */
struct width {
    size_t least;
    size_t most;
};

/* As far apart as words can stand in a sentence. */
#define FAR XC_MAX_SENTENCE_WORDS

/* A sequence that is being measured, and the element that it is a branch of. */
struct frame {
    const struct xc_element *owner; /* NULL: the element that was asked for */
    size_t branch;
    size_t next;
    struct width so_far; /* of this branch */
    struct width best;   /* of the branches before */
};

static struct width
add(struct width a, struct width b)
{
    struct width sum = {a.least + b.least, a.most + b.most};

    if (sum.least > FAR)
        sum.least = FAR;
    if (sum.most > FAR)
        sum.most = FAR;
    return sum;
}

/* Of an element without branches. */
static struct width
plain_width(const struct xc_pattern *pattern, const struct xc_element *element)
{
    bool is_text;

    switch (element->kind) {
    case XC_ELEMENT_GAP:
        return (struct width){0, element->number};
    case XC_ELEMENT_SLOT:
        is_text = pattern->slots[element->number].kind == XC_VALUE_TEXT;
        return (struct width){1, is_text ? XC_MAX_TEXT_SLOT_WORDS : XC_MAX_SLOT_WORDS};
    case XC_ELEMENT_WORD:
    case XC_ELEMENT_CHOICE:
    case XC_ELEMENT_OPTIONAL:
    case XC_ELEMENT_N_OF:
        break;
    }
    return (struct width){1, 1};
}

/* Of the element whose branches take best: an "n of" takes n of them, with gaps. */
static struct width
branched_width(const struct xc_element *element, struct width best)
{
    struct width one = best;
    size_t i;

    if (element->kind == XC_ELEMENT_OPTIONAL)
        best.least = 0;
    if (element->kind != XC_ELEMENT_N_OF)
        return best;
    one.most += XC_DEFAULT_GAP_WORDS;
    for (i = 1; i < element->number && best.most < FAR; i++)
        best = add(best, one);
    return best;
}

/* Takes the branch that was measured into the element's width; true when all are. */
static bool
end_branch(struct frame *frame)
{
    if (frame->branch == 0 || frame->so_far.least < frame->best.least)
        frame->best.least = frame->so_far.least;
    if (frame->so_far.most > frame->best.most)
        frame->best.most = frame->so_far.most;
    frame->so_far = (struct width){0, 0};
    frame->next = 0;
    return ++frame->branch == frame->owner->n_branches;
}

static struct width
element_width(const struct xc_pattern *pattern, const struct xc_element *element)
{
    struct frame frames[XC_MAX_PATTERN_DEPTH + 2];
    size_t depth = 0;

    if (element->n_branches == 0)
        return plain_width(pattern, element);
    frames[0] = (struct frame){.owner = element};
    for (;;) {
        struct frame *frame = &frames[depth];
        const struct xc_sequence *branch = &frame->owner->branches[frame->branch];
        struct width width;

        if (frame->next < branch->n) {
            const struct xc_element *inner = &branch->items[frame->next++];

            if (inner->n_branches > 0)
                frames[++depth] = (struct frame){.owner = inner};
            else
                frame->so_far = add(frame->so_far, plain_width(pattern, inner));
            continue;
        }
        if (!end_branch(frame))
            continue;
        width = branched_width(frame->owner, frame->best);
        if (depth == 0)
            return width;
        depth--;
        frames[depth].so_far = add(frames[depth].so_far, width);
    }
}

/* The words of an element that is always exactly one word.  False when memory is short. */
static bool
single_words(const struct xc_element *element, struct xc_arena *arena,
             struct xc_required *out)
{
    struct xc_str *keys;
    size_t n = 0;
    size_t b;

    if (element->kind == XC_ELEMENT_WORD) {
        *out = (struct xc_required){.keys = element->forms, .n_keys = element->n_forms};
        return true;
    }
    for (b = 0; b < element->n_branches; b++)
        n += element->branches[b].items[0].n_forms;
    keys = xc_arena_array(arena, n, sizeof *keys);
    if (keys == NULL)
        return false;
    *out = (struct xc_required){.keys = keys, .n_keys = n};
    for (b = 0; b < element->n_branches; b++) {
        const struct xc_element *word = &element->branches[b].items[0];

        memcpy(keys, word->forms, word->n_forms * sizeof *keys);
        keys += word->n_forms;
    }
    return true;
}

static bool
sequence_anchors(const struct xc_pattern *pattern, const struct xc_sequence *sequence,
                 struct xc_arena *arena, struct xc_anchor_vec *out)
{
    struct width between = {0, 0};
    size_t n_before = out->n;
    size_t i;

    for (i = 0; i < sequence->n; i++) {
        const struct xc_element *element = &sequence->items[i];
        struct xc_required words;
        struct xc_anchor *anchor;

        if (!xc_element_is_one_word(element)) {
            between = add(between, element_width(pattern, element));
            continue;
        }
        if (!single_words(element, arena, &words))
            return false;
        anchor = XC_VEC_ADD(out, arena);
        if (anchor == NULL)
            return false;
        *anchor = (struct xc_anchor){.words = words,
                                     .step = {.least = (uint16_t)between.least,
                                              .most = (uint16_t)between.most,
                                              .begins = out->n == n_before + 1}};
        between = (struct width){0, 0};
    }
    if (out->n == n_before + 1)
        out->items[n_before].step.alone = true;
    return true;
}

bool
xc_order_anchors(const struct xc_pattern *pattern, struct xc_arena *arena,
                 struct xc_anchor_vec *out)
{
    size_t i;

    for (i = 0; i < pattern->n_sequences; i++) {
        if (!sequence_anchors(pattern, &pattern->sequences[i], arena, out))
            return false;
    }
    return true;
}
