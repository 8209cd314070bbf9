/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/compile.h"

#include <stdint.h>

#include "base/limits.h"
#include "rule/emit.h"

/* Where in the subject an element begins. */
enum border {
    AT_WORD_START, /* nothing of the sequence matched yet */
    AT_WORD_END,   /* behind a word: a space comes first */
    AT_EITHER,     /* only optional elements went before */
};

/* One sequence that is being written, and the group that it is a branch of. */
struct frame {
    const struct xc_element *owner; /* NULL: a whole sequence */
    const struct xc_sequence *sequence;
    size_t next; /* element of the sequence */
    size_t branch;
    size_t round; /* of an N_OF: how many branches stand before */
    enum border start;
    enum border border;
    size_t *markers; /* of an N_OF: a group that is set once branch b took round r */
};

struct compiler {
    const struct xc_parsed *parsed;
    struct xc_emitter *emitter;
    struct frame frames[XC_MAX_PATTERN_DEPTH + 2]; /* brackets, a term, the sequence */
    size_t depth;
    bool at_end; /* nothing follows the element in its whole sequence */
};

static void
emit_border(struct compiler *compiler, enum border border)
{
    if (border == AT_WORD_END)
        xc_emit_text(compiler->emitter, " ");
    else if (border == AT_EITHER)
        xc_emit_text(compiler->emitter, " ?+");
}

static void
emit_word(struct compiler *compiler, const struct xc_element *element)
{
    size_t i;

    if (element->n_forms > 1)
        xc_emit_text(compiler->emitter, "(?:");
    for (i = 0; i < element->n_forms; i++) {
        if (i > 0)
            xc_emit_text(compiler->emitter, "|");
        xc_emit_literal(compiler->emitter, element->forms[i]);
    }
    xc_emit_text(compiler->emitter, element->n_forms > 1 ? ")(?![^ ])" : "(?![^ ])");
}

/* As few words as will do; no words at all leave the capture unset. */
static void
emit_gap(struct compiler *compiler, size_t most_words)
{
    if (most_words == 0)
        return;
    xc_emit_text(compiler->emitter, "(?:| ");
    xc_emit_capture(compiler->emitter, (struct xc_capture_use){.is_gap = true});
    xc_emit_format(compiler->emitter, "[^ ]++(?: [^ ]++){0,%zu}?))", most_words - 1);
}

/* A typed slot tries ever more words until the callout takes them; text has no callout
 * and takes as few words as will do, at the end of its sequence as many as it may. */
static void
emit_slot(struct compiler *compiler, const struct xc_element *element)
{
    size_t slot = element->number;
    bool is_text = compiler->parsed->slots[slot].kind == XC_VALUE_TEXT;
    size_t most = is_text ? XC_MAX_TEXT_SLOT_WORDS : XC_MAX_SLOT_WORDS;
    const char *lazy = is_text && compiler->at_end ? "" : "?";

    xc_emit_capture(compiler->emitter,
                    (struct xc_capture_use){.is_slot = true, .slot = slot});
    xc_emit_format(compiler->emitter, "[^ ]++(?: [^ ]++){0,%zu}%s)", most - 1, lazy);
    if (!is_text)
        xc_emit_format(compiler->emitter, "(?C%zu)", slot + 1);
}

/* A branch may take a round only when it took none before. */
static void
emit_unless_taken(struct compiler *compiler, const struct frame *frame)
{
    size_t r;

    if (frame->markers == NULL)
        return;
    for (r = 0; r < frame->round; r++)
        xc_emit_format(compiler->emitter, "(?(%zu)(*F))",
                       frame->markers[r * frame->owner->n_branches + frame->branch]);
}

static void
begin_branch(struct compiler *compiler, struct frame *frame)
{
    frame->sequence = &frame->owner->branches[frame->branch];
    frame->next = 0;
    frame->border = frame->round == 0 ? frame->start : AT_WORD_END;
    emit_unless_taken(compiler, frame);
}

static void
begin_group(struct compiler *compiler, const struct xc_element *element)
{
    enum border start = compiler->frames[compiler->depth].border;
    struct frame *frame = &compiler->frames[++compiler->depth];

    *frame = (struct frame){.owner = element, .start = start};
    if (element->kind == XC_ELEMENT_N_OF && element->number > 1)
        frame->markers =
            xc_emit_numbers(compiler->emitter, element->number * element->n_branches);
    xc_emit_text(compiler->emitter, "(?:");
    begin_branch(compiler, frame);
}

/* The branches of an "n of" inside a sequence stand next to each other: every round
 * writes them all once more, behind a gap. */
static bool
begin_round(struct compiler *compiler, struct frame *frame)
{
    if (frame->owner->kind != XC_ELEMENT_N_OF ||
        frame->round + 1 >= frame->owner->number)
        return false;
    frame->round++;
    frame->branch = 0;
    xc_emit_text(compiler->emitter, ")");
    emit_gap(compiler, XC_DEFAULT_GAP_WORDS);
    xc_emit_text(compiler->emitter, "(?:");
    begin_branch(compiler, frame);
    return true;
}

/* Ends the branch that was written; true when its group is complete. */
static bool
end_branch(struct compiler *compiler)
{
    struct frame *frame = &compiler->frames[compiler->depth];
    const struct xc_element *owner = frame->owner;
    struct frame *outer = frame - 1;

    if (frame->markers != NULL && frame->round + 1 < owner->number)
        frame->markers[frame->round * owner->n_branches + frame->branch] =
            xc_emit_marker(compiler->emitter);
    if (++frame->branch < owner->n_branches) {
        xc_emit_text(compiler->emitter, "|");
        begin_branch(compiler, frame);
        return false;
    }
    if (begin_round(compiler, frame))
        return false;
    xc_emit_text(compiler->emitter, owner->kind == XC_ELEMENT_OPTIONAL ? ")?" : ")");
    if (owner->kind != XC_ELEMENT_OPTIONAL)
        outer->border = AT_WORD_END;
    else if (outer->border == AT_WORD_START)
        outer->border = AT_EITHER;
    return true;
}

static void
emit_element(struct compiler *compiler, const struct xc_element *element)
{
    struct frame *frame = &compiler->frames[compiler->depth];

    switch (element->kind) {
    case XC_ELEMENT_WORD:
        emit_border(compiler, frame->border);
        emit_word(compiler, element);
        frame->border = AT_WORD_END;
        break;
    case XC_ELEMENT_SLOT:
        emit_border(compiler, frame->border);
        emit_slot(compiler, element);
        frame->border = AT_WORD_END;
        break;
    case XC_ELEMENT_GAP:
        emit_gap(compiler, element->number);
        break;
    case XC_ELEMENT_CHOICE:
    case XC_ELEMENT_OPTIONAL:
    case XC_ELEMENT_N_OF:
        begin_group(compiler, element);
        break;
    }
}

/* Writes the elements of a sequence, from the edge of a word on. */
static void
emit_sequence(struct compiler *compiler, const struct xc_sequence *sequence)
{
    compiler->depth = 0;
    compiler->frames[0] = (struct frame){.sequence = sequence, .start = AT_WORD_START};
    while (xc_emit_ok(compiler->emitter)) {
        struct frame *frame = &compiler->frames[compiler->depth];

        if (frame->next < frame->sequence->n) {
            const struct xc_element *element = &frame->sequence->items[frame->next++];

            compiler->at_end =
                compiler->depth == 0 && frame->next == frame->sequence->n;
            emit_element(compiler, element);
        } else if (compiler->depth == 0) {
            return;
        } else if (end_branch(compiler)) {
            compiler->depth--;
        }
    }
}

static bool
stands_alone(const struct xc_sequence *sequence)
{
    return sequence->n == 1 && sequence->items[0].kind == XC_ELEMENT_N_OF;
}

/*
 * Counts the branches found: state (b, n) holds when at least n of branches b, b+1 …
 * were found.  Each is a subroutine that asks one or two others, so that the size
 * grows with branches times number and not with the number of their combinations.
 */
static void
emit_count(struct compiler *compiler, const struct xc_element *element,
           const size_t *found)
{
    struct xc_emitter *emitter = compiler->emitter;
    size_t n_branches = element->n_branches;
    size_t wanted = element->number;
    size_t first = xc_emit_next_group(emitter);
    size_t b;
    size_t n;

    xc_emit_text(emitter, "(?(DEFINE)");
    for (b = 0; b < n_branches && xc_emit_ok(emitter); b++) {
        for (n = 1; n <= wanted; n++) {
            size_t below = first + (b + 1) * wanted; /* state (b + 1, 1) */

            (void)xc_emit_group(emitter);
            if (n > n_branches - b) {
                xc_emit_text(emitter, "(*F))");
                continue;
            }
            xc_emit_format(emitter, "(?(%zu)", found[b]);
            if (n > 1)
                xc_emit_format(emitter, "(?%zu)", below + n - 2);
            xc_emit_text(emitter, "|");
            if (n < n_branches - b)
                xc_emit_format(emitter, "(?%zu)))", below + n - 1);
            else
                xc_emit_text(emitter, "(*F)))");
        }
    }
    xc_emit_format(emitter, ")(?%zu)", first + wanted - 1);
}

/*
 * "n of (…)" anywhere in the sentence: looks for each branch once, never again
 * (atomic), counts those found, and makes the first one the sequence's capture.
 */
static void
emit_n_of_anywhere(struct compiler *compiler, const struct xc_element *element)
{
    struct xc_emitter *emitter = compiler->emitter;
    size_t *found = xc_emit_numbers(emitter, element->n_branches);
    size_t b;

    if (found == NULL)
        return;
    for (b = 0; b < element->n_branches; b++) {
        xc_emit_text(emitter, "(?>(?=(?:[^ ]++ )*?");
        found[b] = xc_emit_capture(emitter, (struct xc_capture_use){.is_part = true});
        emit_sequence(compiler, &element->branches[b]);
        xc_emit_text(emitter, "))|)");
    }
    emit_count(compiler, element, found);
    xc_emit_text(emitter, "(?=(?:[^ ]++ )*?");
    (void)xc_emit_capture(emitter, (struct xc_capture_use){.is_sequence = true});
    for (b = 0; b < element->n_branches; b++)
        xc_emit_format(emitter, "%s(?%zu)", b == 0 ? "" : "|", found[b]);
    xc_emit_text(emitter, "))");
}

static void
emit_pattern(struct compiler *compiler)
{
    const struct xc_parsed *parsed = compiler->parsed;
    struct xc_emitter *emitter = compiler->emitter;
    bool in_any_order = parsed->n_sequences > 1 || stands_alone(&parsed->sequences[0]);
    size_t i;

    /* Keys are folded on both sides, so their case need not be looked at again. */
    xc_emit_text(emitter, in_any_order ? "(?-i)^" : "(?-i)(?<![^ ])");
    for (i = 0; i < parsed->n_sequences; i++) {
        const struct xc_sequence *sequence = &parsed->sequences[i];

        emitter->sequence = i;
        if (stands_alone(sequence)) {
            emit_n_of_anywhere(compiler, &sequence->items[0]);
            continue;
        }
        if (in_any_order)
            xc_emit_text(emitter, "(?=(?:[^ ]++ )*?");
        (void)xc_emit_capture(emitter, (struct xc_capture_use){.is_sequence = true});
        emit_sequence(compiler, sequence);
        xc_emit_text(emitter, in_any_order ? "))" : ")");
    }
    /* An empty match is none: something must be consumed. */
    if (in_any_order)
        xc_emit_text(emitter, "[^ ]");
}

/* Sorts what the expression's groups are for into the captures of a pattern: the
 * sequences first, then the others as they stand; markers and counters drop out. */
static enum xc_status
list_captures(const struct xc_emitter *emitter, size_t n_sequences,
              struct xc_arena *arena, struct xc_compiled *out)
{
    const struct xc_capture_use *uses = emitter->captures.items;
    size_t n = emitter->captures.n + 1;
    size_t next = n_sequences + 1;
    size_t i;

    out->n_captures = n;
    out->groups = xc_arena_array(arena, n, sizeof(size_t));
    out->capture_slot = xc_arena_array(arena, n, sizeof(size_t));
    out->capture_part = xc_arena_array(arena, n, sizeof(size_t));
    out->capture_sequence = xc_arena_array(arena, n, sizeof(size_t));
    out->capture_is_gap = xc_arena_array(arena, n, sizeof(bool));
    if (out->groups == NULL || out->capture_slot == NULL || out->capture_part == NULL ||
        out->capture_sequence == NULL || out->capture_is_gap == NULL)
        return XC_NO_MEMORY;
    out->capture_slot[0] = SIZE_MAX;
    out->capture_part[0] = SIZE_MAX;
    out->capture_sequence[0] = SIZE_MAX;
    for (i = 0; i + 1 < n; i++) {
        size_t capture = uses[i].is_sequence ? uses[i].sequence + 1 : next++;

        out->groups[capture] = uses[i].group;
        out->capture_slot[capture] = uses[i].is_slot ? uses[i].slot : SIZE_MAX;
        out->capture_part[capture] = uses[i].is_part ? uses[i].sequence : SIZE_MAX;
        out->capture_sequence[capture] = uses[i].sequence;
        out->capture_is_gap[capture] = uses[i].is_gap;
    }
    return XC_OK;
}

/* What the emitter wrote, into arena, which outlasts it. */
static enum xc_status
keep_emitted(const struct xc_emitter *emitter, size_t n_sequences,
             struct xc_arena *arena, struct xc_compiled *out)
{
    struct xc_compiled made = {.n_captures = 0};

    if (emitter->failed || list_captures(emitter, n_sequences, arena, &made) != XC_OK ||
        !xc_arena_str(arena, (struct xc_str){emitter->text, emitter->len},
                      &made.source))
        return XC_NO_MEMORY;
    *out = made;
    return XC_OK;
}

enum xc_status
xc_compile_parsed(const struct xc_parsed *parsed, struct xc_arena *arena,
                  struct xc_compiled *out, bool *out_too_large)
{
    struct xc_arena scratch; /* texts that grow leave smaller ones behind */
    struct xc_emitter emitter = {.arena = &scratch, .n_groups = 1};
    struct compiler compiler = {.parsed = parsed, .emitter = &emitter};
    enum xc_status status = XC_OK;

    xc_arena_init(&scratch);
    emit_pattern(&compiler);
    *out_too_large = emitter.too_large;
    if (!emitter.too_large)
        status = keep_emitted(&emitter, parsed->n_sequences, arena, out);
    xc_arena_release(&scratch);
    return status;
}
