/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/pattern.h"

#include <stdint.h>

#include "base/limits.h"
#include "rule/compile.h"
#include "rule/parse.h"
#include "rule/required.h"

/* Work on one pattern. */
struct making {
    struct xc_pattern_context *context;
    struct xc_faults *faults;
    struct xc_arena *arena;
    struct xc_pattern *pattern;
};

bool
xc_element_is_one_word(const struct xc_element *element)
{
    size_t b;

    if (element->kind == XC_ELEMENT_WORD)
        return element->n_forms > 0;
    if (element->kind != XC_ELEMENT_CHOICE)
        return false;
    for (b = 0; b < element->n_branches; b++) {
        const struct xc_sequence *branch = &element->branches[b];

        if (branch->n != 1 || branch->items[0].kind != XC_ELEMENT_WORD ||
            branch->items[0].n_forms == 0)
            return false;
    }
    return element->n_branches > 0;
}

/* Whether the sequences are made of single words and gaps, and are not too long. */
static bool
is_of_words(const struct xc_sequence *sequences, size_t n)
{
    size_t n_words = 0;
    size_t s;
    size_t i;

    for (s = 0; s < n; s++) {
        for (i = 0; i < sequences[s].n; i++) {
            const struct xc_element *element = &sequences[s].items[i];

            if (element->kind == XC_ELEMENT_GAP)
                continue;
            if (!xc_element_is_one_word(element))
                return false;
            n_words++;
        }
    }
    return n_words <= XC_MAX_CHAIN_WORDS;
}

/* PCRE2 tells a pattern that is too large by its code, whose offsets have two bytes. */
#define SAFE_CODE_BYTES ((size_t)1 << 16)
/* What of an expression becomes the most code: of one byte an opening bracket that captures
 * (five bytes), of a gap's words, which are written out, each a group (17 bytes). */
#define MOST_CODE_OF_BYTE ((size_t)5)
#define MOST_CODE_OF_GAP_WORD ((size_t)32)

/* Whether PCRE2 surely takes a pattern of words: nearly every one, and then nobody need
 * ask it. */
static bool
surely_fits(const struct xc_pattern *pattern)
{
    size_t n_bytes = pattern->source.len * MOST_CODE_OF_BYTE;
    size_t s;
    size_t i;

    for (s = 0; s < pattern->n_sequences; s++) {
        const struct xc_sequence *sequence = &pattern->sequences[s];

        for (i = 0; i < sequence->n; i++) {
            if (sequence->items[i].kind == XC_ELEMENT_GAP)
                n_bytes += sequence->items[i].number * MOST_CODE_OF_GAP_WORD;
        }
    }
    return n_bytes <= SAFE_CODE_BYTES;
}

/* Compiles the source, whose first byte is at off_bytes of the pattern's text when the
 * user wrote it (is_regex), and tells what PCRE2 has against it. */
static enum xc_status
compile_source(struct making *making, size_t off_bytes)
{
    struct xc_pattern *pattern = making->pattern;
    size_t fault_off = 0;
    struct xc_str message;
    enum xc_status status;

    status = xc_regex_new(pattern->source, !pattern->is_words, making->arena,
                          &pattern->regex, &fault_off, &message);
    if (status != XC_BAD_RULE)
        return status;
    if (pattern->is_regex)
        status =
            xc_fault_tell(making->faults, off_bytes + fault_off, XC_CODE_BAD_EXPRESSION,
                          "this is PCRE2; see its syntax, or use the pattern language",
                          "%s (at byte %zu of the expression)", message.ptr, fault_off);
    else
        status = xc_fault_tell(making->faults, 0, XC_CODE_PATTERN_TOO_LARGE,
                               "use fewer words in its terms and choices",
                               "the pattern is too large: %s", message.ptr);
    return status == XC_OK ? XC_BAD_RULE : status;
}

static enum xc_status
make_structured(struct making *making)
{
    struct xc_pattern *pattern = making->pattern;
    bool too_large = false;
    struct xc_compiled compiled;
    struct xc_parsed parsed;
    enum xc_status status;

    status = xc_parse_pattern(making->context, making->faults, making->arena, &parsed);
    if (status != XC_OK)
        return status;
    status = xc_compile_parsed(&parsed, making->arena, &compiled, &too_large);
    if (status != XC_OK)
        return status;
    if (too_large) {
        status =
            xc_fault_tell(making->faults, 0, XC_CODE_PATTERN_TOO_LARGE,
                          "use fewer words in its terms and choices",
                          "the pattern is too large when its words are written out");
        return status == XC_OK ? XC_BAD_RULE : status;
    }
    pattern->sequences = parsed.sequences;
    pattern->n_sequences = parsed.n_sequences;
    pattern->is_words = is_of_words(parsed.sequences, parsed.n_sequences);
    pattern->source = compiled.source;
    if (!pattern->is_words || !surely_fits(pattern))
        status = compile_source(making, 0);
    if (status != XC_OK)
        return status;
    if (pattern->is_words)
        xc_pattern_release(pattern);
    else
        xc_regex_renumber(pattern->regex, compiled.groups, compiled.n_captures);
    pattern->slots = parsed.slots;
    pattern->n_slots = parsed.n_slots;
    pattern->n_captures = compiled.n_captures;
    pattern->capture_slot = compiled.capture_slot;
    pattern->capture_is_gap = compiled.capture_is_gap;
    pattern->capture_part = compiled.capture_part;
    pattern->capture_sequence = compiled.capture_sequence;
    return xc_required_of(making->context->lexicon, parsed.sequences,
                          parsed.n_sequences, making->arena, &pattern->required,
                          &pattern->n_required);
}

static bool
is_blank(struct xc_str text)
{
    return xc_str_trim(text).len == 0;
}

/* The offset of the first '/' from `from` on that no backslash escapes. */
static size_t
find_slash(struct xc_str text, size_t from)
{
    while (from < text.len && text.ptr[from] != '/')
        from += text.ptr[from] == '\\' ? 2 : 1;
    return from < text.len ? from : text.len;
}

/* Finds the expression between the slashes of text, which begins with one at open. */
static enum xc_status
find_expression(struct xc_faults *faults, size_t open, struct xc_str *out)
{
    struct xc_str text = faults->text;
    size_t close = find_slash(text, open + 1);
    struct xc_str rest;
    enum xc_status status;

    if (close == text.len) {
        status = xc_fault_tell(faults, open, XC_CODE_BAD_EXPRESSION,
                               "end the expression with a '/'",
                               "'/' is never closed by '/'");
        return status == XC_OK ? XC_BAD_RULE : status;
    }
    rest = xc_str_sub(text, close + 1, text.len - close - 1);
    if (find_slash(rest, 0) < rest.len)
        status = xc_fault_tell(faults, close, XC_CODE_BAD_EXPRESSION,
                               "write \\/ for a slash", "'/' inside a /…/ pattern");
    else if (!is_blank(rest))
        status = xc_fault_tell(faults, close + 1, XC_CODE_BAD_EXPRESSION,
                               "take it out: matching is always caseless, and other "
                               "options stand inside, as in /(?x)…/",
                               "text after the closing '/'");
    else if (close == open + 1)
        status = xc_fault_tell(faults, open, XC_CODE_EMPTY_PATTERN,
                               "write what to find between the slashes",
                               "the pattern is empty");
    else {
        *out = xc_str_sub(text, open + 1, close - open - 1);
        return XC_OK;
    }
    return status == XC_OK ? XC_BAD_RULE : status;
}

/* Where a named group stands in the text: at its name, else the whole pattern. */
static size_t
offset_of_name(struct xc_str text, struct xc_str name)
{
    size_t i;

    for (i = 1; i + name.len < text.len; i++) {
        char before = text.ptr[i - 1];
        char after = text.ptr[i + name.len];

        if (((before == '<' && after == '>') || (before == '\'' && after == '\'')) &&
            xc_str_equal(xc_str_sub(text, i, name.len), name))
            return i;
    }
    return 0;
}

/* The slot that a named group fills; SIZE_MAX when a fault was told. */
static enum xc_status
slot_of_name(struct making *making, struct xc_str name, size_t *out)
{
    const struct xc_pattern_context *context = making->context;
    struct xc_pattern *pattern = making->pattern;
    size_t off = offset_of_name(pattern->text, name);
    size_t i;

    for (i = 0; i < pattern->n_slots; i++) {
        if (xc_str_equal(pattern->slots[i].name, name)) {
            *out = i;
            return XC_OK;
        }
    }
    *out = SIZE_MAX;
    if (pattern->n_slots >= XC_MAX_PATTERN_SLOTS)
        return xc_fault_tell(making->faults, off, XC_CODE_BAD_SLOT,
                             "use (?:…) for groups that are no slots",
                             "more than %zu slots", XC_MAX_PATTERN_SLOTS);
    for (i = 0; i < context->n_declared; i++) {
        if (!xc_str_equal(context->declared[i].name, name))
            continue;
        *out = pattern->n_slots;
        pattern->slots[pattern->n_slots++] = context->declared[i];
        return XC_OK;
    }
    return xc_fault_tell(making->faults, off, XC_CODE_SLOT_WITHOUT_KIND,
                         "name it under the claim's slots, as in slots: {age: count}",
                         "the group '%.*s' has no kind", (int)name.len, name.ptr);
}

/* Makes the expression's named groups slots. */
static enum xc_status
take_names(struct making *making)
{
    struct xc_pattern *pattern = making->pattern;
    size_t n = xc_regex_n_captures(pattern->regex);
    enum xc_status status = XC_OK;
    size_t i;

    pattern->n_captures = n;
    pattern->capture_is_gap = xc_arena_array(making->arena, n, sizeof(bool));
    pattern->capture_slot = xc_arena_array(making->arena, n, sizeof(size_t));
    pattern->capture_part = xc_arena_array(making->arena, n, sizeof(size_t));
    pattern->capture_sequence = xc_arena_array(making->arena, n, sizeof(size_t));
    pattern->slots =
        xc_arena_array(making->arena, XC_MAX_PATTERN_SLOTS, sizeof *pattern->slots);
    if (pattern->capture_is_gap == NULL || pattern->capture_slot == NULL ||
        pattern->capture_part == NULL || pattern->capture_sequence == NULL ||
        pattern->slots == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n && status == XC_OK; i++) {
        struct xc_str name = xc_regex_capture_name(pattern->regex, i);

        pattern->capture_slot[i] = SIZE_MAX;
        pattern->capture_part[i] = SIZE_MAX;
        pattern->capture_sequence[i] = SIZE_MAX;
        if (name.len > 0)
            status = slot_of_name(making, name, &pattern->capture_slot[i]);
    }
    return status;
}

static enum xc_status
make_regex(struct making *making, size_t open)
{
    struct xc_pattern *pattern = making->pattern;
    enum xc_status status;

    pattern->is_regex = true;
    status = find_expression(making->faults, open, &pattern->source);
    if (status == XC_OK)
        status = compile_source(making, open + 1);
    if (status != XC_OK)
        return status;
    if (xc_regex_has_callouts(pattern->regex))
        status =
            xc_fault_tell(making->faults, open, XC_CODE_BAD_EXPRESSION, "take it out",
                          "a callout, (?C), has no meaning in a rule");
    /* A mention quotes what was found, so there must be something. */
    if (status == XC_OK && xc_regex_may_be_empty(pattern->regex))
        status = xc_fault_tell(making->faults, open, XC_CODE_EMPTY_MATCH,
                               "let it take in at least one character, as in "
                               "/(?=.*corset).*tied/",
                               "the expression can match nothing at all");
    return status == XC_OK ? take_names(making) : status;
}

enum xc_status
xc_pattern_new(struct xc_pattern_context *context, struct xc_str text,
               struct xc_arena *arena, struct xc_pattern **out,
               struct xc_problems *problems)
{
    struct xc_faults faults = {.problems = problems, .place = context->place};
    struct xc_pattern *pattern = xc_arena_array(arena, 1, sizeof *pattern);
    struct making making = {context, &faults, arena, pattern};
    size_t open = 0;
    enum xc_status status;

    if (pattern == NULL || !xc_arena_str(arena, text, &pattern->text))
        return XC_NO_MEMORY;
    pattern->line = context->place.line;
    pattern->column = context->place.column;
    faults.text = pattern->text;
    while (open < text.len && is_blank(xc_str_sub(text, open, 1)))
        open++;
    if (text.len > XC_MAX_PATTERN_BYTES)
        status = xc_fault_tell(
            &faults, 0, XC_CODE_PATTERN_TOO_LARGE, "put its words in terms",
            "the pattern is longer than %zu bytes", XC_MAX_PATTERN_BYTES);
    else if (open < text.len && text.ptr[open] == '/')
        status = make_regex(&making, open);
    else
        status = make_structured(&making);
    if (status == XC_OK && faults.n > 0)
        status = XC_BAD_RULE;
    if (status == XC_OK)
        *out = pattern;
    else
        xc_pattern_release(pattern);
    return status;
}

enum xc_status
xc_pattern_compile(struct xc_pattern *pattern, struct xc_arena *arena)
{
    const struct xc_parsed parsed = {pattern->sequences, pattern->n_sequences,
                                     pattern->slots, pattern->n_slots};
    struct xc_compiled compiled = {0};
    struct xc_str message;
    size_t fault_off = 0;
    bool too_large = false;

    if (pattern->regex != NULL)
        return XC_OK;
    if (xc_compile_parsed(&parsed, arena, &compiled, &too_large) != XC_OK ||
        too_large ||
        xc_regex_new(compiled.source, true, arena, &pattern->regex, &fault_off,
                     &message) != XC_OK)
        return XC_NO_MEMORY;
    xc_regex_renumber(pattern->regex, compiled.groups, compiled.n_captures);
    return XC_OK;
}

void
xc_pattern_release(struct xc_pattern *pattern)
{
    if (pattern == NULL)
        return;
    xc_regex_free(pattern->regex);
    pattern->regex = NULL;
}
