/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/cues.h"

#include <stdint.h>

#include "base/vec.h"
#include "stance/headline.h"

/* An example taken apart: "denied: The star failed to [attend]." */
struct example {
    struct xc_str stance;
    struct xc_str text;
    bool is_headline;      /* without a target */
    struct xc_span target; /* in text */
};

static enum xc_status
take_apart(struct xc_str from, struct xc_arena *arena, struct example *out)
{
    size_t colon = xc_str_find(from, 0, ':');
    struct xc_str text = xc_str_trim(xc_str_sub(from, colon + 1, from.len - colon - 1));
    size_t open = xc_str_find(text, 0, '[');
    size_t close = xc_str_find(text, 0, ']');

    *out = (struct example){.stance = xc_str_sub(from, 0, colon), .text = text};
    out->is_headline = open == text.len;
    if (out->is_headline)
        return XC_OK;
    out->target = (struct xc_span){open, close - open - 1};
    out->text = xc_arena_printf(arena, "%.*s%.*s%.*s", (int)open, text.ptr,
                                (int)(close - open - 1), text.ptr + open + 1,
                                (int)(text.len - close - 1), text.ptr + close + 1);
    return out->text.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

/* The target is set to the words of the text that the example's brackets held. */
static bool
find_target(const struct xc_text *text, const struct example *example,
            struct xc_target *out)
{
    struct xc_target target = {.words = {SIZE_MAX, 0}};
    size_t i;

    for (i = 0; i < text->words.n; i++) {
        struct xc_span span = xc_text_span(text, (struct xc_range){i, i + 1});

        if (!xc_span_overlaps(span, example->target))
            continue;
        if (target.words.first == SIZE_MAX)
            target.words.first = i;
        target.words.end = i + 1;
    }
    if (target.words.first == SIZE_MAX)
        return false;
    target.sentence = xc_text_sentence_of(text, target.words.first);
    *out = target;
    return true;
}

/* Reads the example as an article of one block; out_found is false without a target. */
static enum xc_status
read_stance(const struct xc_lexicon *lexicon, const struct example *example,
            struct xc_arena *arena, struct xc_stance_reading *out, bool *out_found)
{
    struct xc_span run = {0, example->text.len};
    struct xc_block block = {
        example->is_headline ? XC_BLOCK_HEADLINE : XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_target target;
    struct xc_text text;
    enum xc_status status;

    status = xc_text_build(&lexicon->text, example->text, &block, 1, arena, &text);
    if (status != XC_OK)
        return status;
    if (example->is_headline)
        return xc_headline_read(lexicon, &text, arena, &target, out, out_found);
    *out_found = find_target(&text, example, &target);
    return *out_found ? xc_stance_weigh(lexicon, &text, &target, arena, out) : XC_OK;
}

/* Whether the text before the colon is the name of a stance. */
static bool
is_stance(struct xc_str name)
{
    enum xc_stance stance;

    for (stance = XC_STANCE_ASSERTED; stance <= XC_STANCE_UNRESOLVED; stance++) {
        if (xc_str_is(name, xc_stance_name(stance)))
            return true;
    }
    return false;
}

/* Reads one example; *out_holds when it gets its stance, else out says what came. */
static enum xc_status
check_example(const struct xc_lexicon *lexicon, struct xc_str from,
              struct xc_arena *arena, struct xc_cue_checked *out, bool *out_holds)
{
    struct xc_stance_reading reading;
    struct example example;
    enum xc_status status;
    bool found;

    *out_holds = false;
    *out = (struct xc_cue_checked){.example = from};
    status = take_apart(from, arena, &example);
    if (status != XC_OK)
        return status;
    if (!is_stance(example.stance)) {
        out->fault = XC_CUE_NO_STANCE;
        return XC_OK;
    }
    status = read_stance(lexicon, &example, arena, &reading, &found);
    if (status != XC_OK)
        return status;
    if (!found) {
        out->fault = XC_CUE_NO_TARGET;
        return XC_OK;
    }
    out->read_as = xc_str_of(xc_stance_name(reading.stance));
    out->trace = reading.trace;
    *out_holds = xc_str_equal(example.stance, out->read_as);
    return XC_OK;
}

static enum xc_status
words_of(const struct xc_lexicon *lexicon, struct xc_str from, struct xc_arena *arena,
         struct xc_str **out, size_t *out_n)
{
    struct example example;

    if (take_apart(from, arena, &example) != XC_OK)
        return XC_NO_MEMORY;
    return xc_words_of_text(lexicon->text.words, example.text, arena, out, out_n);
}

/* How many words of the two sentences differ, counted from both ends. */
static enum xc_status
count_differing(const struct xc_lexicon *lexicon, const struct xc_cue *cue,
                struct xc_arena *arena, size_t *out)
{
    struct xc_str *a;
    struct xc_str *b;
    size_t n_a;
    size_t n_b;
    size_t head = 0;
    size_t tail = 0;

    if (words_of(lexicon, cue->changed, arena, &a, &n_a) != XC_OK ||
        words_of(lexicon, cue->other, arena, &b, &n_b) != XC_OK)
        return XC_NO_MEMORY;
    while (head < n_a && head < n_b && xc_str_equal(a[head], b[head]))
        head++;
    while (tail + head < n_a && tail + head < n_b &&
           xc_str_equal(a[n_a - 1 - tail], b[n_b - 1 - tail]))
        tail++;
    *out = (n_a > n_b ? n_a : n_b) - head - tail;
    return XC_OK;
}

/* Whether the first example still holds when the cue is looked over, and whether the
 * two are a pair. */
static enum xc_status
check_pair(const struct xc_lexicon *lexicon, const struct xc_cue *cue,
           struct xc_arena *arena, struct xc_cue_checked *out)
{
    struct xc_lexicon without = *lexicon;
    enum xc_status status;
    size_t n_differing;
    bool holds;

    without.cues.without = cue;
    status = check_example(&without, cue->changed, arena, out, &holds);
    if (status == XC_OK)
        status = count_differing(lexicon, cue, arena, &n_differing);
    if (status != XC_OK)
        return status;
    out->fault = XC_CUE_RIGHT;
    if (holds)
        out->fault = XC_CUE_NOT_NEEDED;
    else if (n_differing > 2)
        out->fault = XC_CUE_NOT_A_PAIR;
    return XC_OK;
}

enum xc_status
xc_cue_check(const struct xc_lexicon *lexicon, const struct xc_cue *cue,
             struct xc_arena *arena, struct xc_cue_checked *out)
{
    const struct {
        struct xc_str example;
        enum xc_cue_fault fault;
    } rows[] = {
        {cue->changed, XC_CUE_CHANGED_DIFFERS},
        {cue->other, XC_CUE_OTHER_DIFFERS},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        enum xc_status status;
        bool holds;

        status = check_example(lexicon, rows[i].example, arena, out, &holds);
        if (status != XC_OK || out->fault != XC_CUE_RIGHT)
            return status;
        if (!holds) {
            out->fault = rows[i].fault;
            return XC_OK;
        }
    }
    return check_pair(lexicon, cue, arena, out);
}

/* What a fault is called, and what to do about it. */
static const struct {
    const char *what;
    const char *hint;
} faults[] = {
    [XC_CUE_RIGHT] = {"", ""},
    [XC_CUE_CHANGED_DIFFERS] = {"this sentence is not read as it says", NULL},
    [XC_CUE_OTHER_DIFFERS] = {"this sentence is not read as it says", NULL},
    [XC_CUE_NOT_NEEDED] = {"this sentence is read so without the cue, too",
                           "leave the cue out, or give a sentence that it changes"},
    [XC_CUE_NOT_A_PAIR] = {"the two sentences differ in more than two words",
                           "change only what makes the difference"},
    [XC_CUE_NO_TARGET] = {"there is no word between the brackets",
                          "put [ ] around the words that get the stance"},
    [XC_CUE_NO_STANCE] = {"no stance stands before the colon",
                          "the stances are asserted, denied, hedged, questioned, "
                          "hypothetical, unresolved"},
};

/* "it was read so: hedge 'may' acts; hedged", the trace on one line; ptr NULL when memory is
 * short. */
static struct xc_str
hint_of(const struct xc_cue_checked *checked, struct xc_arena *arena)
{
    struct xc_str made = xc_arena_printf(arena, "it was read so");
    struct xc_str trace = checked->trace;
    const char *between = ": ";
    struct xc_str step;

    while (made.ptr != NULL && xc_str_split(&trace, '\n', &step)) {
        if (step.len == 0)
            continue;
        made = xc_arena_printf(arena, "%.*s%s%.*s", (int)made.len, made.ptr, between,
                               (int)step.len, step.ptr);
        between = "; ";
    }
    return made;
}

static enum xc_status
tell(const struct xc_cue *cue, const struct xc_cue_checked *checked,
     struct xc_problems *problems)
{
    struct xc_place place = {cue->path, cue->line, 0, cue->line_text};
    struct xc_place within;
    const char *hint = faults[checked->fault].hint;
    struct xc_str read_so;
    bool told;

    xc_place_of_offset(cue->line_text,
                       (size_t)(checked->example.ptr - cue->line_text.ptr), &within);
    place.column = within.column;
    if (hint == NULL) {
        read_so = hint_of(checked, problems->arena);
        if (read_so.ptr == NULL)
            return XC_NO_MEMORY;
        hint = read_so.ptr;
    }
    if (!cue->is_added)
        hint = "an entry of the lexicon that you added takes its words; make that one "
               "longer, or give this cue in your lexicon, too";
    if (checked->fault == XC_CUE_CHANGED_DIFFERS ||
        checked->fault == XC_CUE_OTHER_DIFFERS)
        told = xc_problems_add(problems, XC_PROBLEM_RULE, &place, hint,
                               "%s, but as %.*s", faults[checked->fault].what,
                               (int)checked->read_as.len, checked->read_as.ptr);
    else
        told = xc_problems_add(problems, XC_PROBLEM_RULE, &place, hint, "%s",
                               faults[checked->fault].what);
    return told ? XC_BAD_RULE : XC_NO_MEMORY;
}

/* Beside an added cue one of ours may be needed no more; and one that stands instead of
 * ours is measured against nothing, where ours was measured before. */
static bool
is_fault(const struct xc_cue *cue, enum xc_cue_fault fault)
{
    if (cue->is_added)
        return fault != XC_CUE_RIGHT &&
               !(fault == XC_CUE_NOT_NEEDED && cue->is_instead);
    return fault == XC_CUE_CHANGED_DIFFERS || fault == XC_CUE_OTHER_DIFFERS;
}

enum xc_status
xc_cues_check(const struct xc_lexicon *lexicon, struct xc_problems *problems)
{
    enum xc_status result = XC_OK;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < lexicon->cues.n && result != XC_NO_MEMORY; i++) {
        const struct xc_cue *cue = &lexicon->cues.items[i];
        struct xc_cue_checked checked;
        enum xc_status status;

        xc_arena_reset(&arena);
        status = xc_cue_check(lexicon, cue, &arena, &checked);
        if (status == XC_OK && is_fault(cue, checked.fault))
            status = tell(cue, &checked, problems);
        if (status != XC_OK)
            result = status;
    }
    xc_arena_release(&arena);
    return result;
}
