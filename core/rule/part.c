/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/part.h"

#include "rule/compile.h"

enum xc_status
xc_pattern_part(const struct xc_pattern *pattern, size_t sequence,
                struct xc_range range, struct xc_arena *arena, struct xc_pattern **out)
{
    struct xc_sequence *part = xc_arena_array(arena, 1, sizeof *part);
    struct xc_pattern *made = xc_arena_array(arena, 1, sizeof *made);
    struct xc_parsed parsed = {part, 1, pattern->slots, pattern->n_slots};
    struct xc_compiled compiled = {0};
    struct xc_str message;
    size_t fault_off = 0;
    bool too_large = false;
    enum xc_status status;

    if (part == NULL || made == NULL)
        return XC_NO_MEMORY;
    part->items = pattern->sequences[sequence].items + range.first;
    part->n = range.end - range.first;
    if (xc_compile_parsed(&parsed, arena, &compiled, &too_large) != XC_OK || too_large)
        return XC_NO_MEMORY;
    *made = (struct xc_pattern){
        .text = xc_pattern_part_text(pattern, sequence, range),
        .sequences = part,
        .n_sequences = 1,
        .slots = pattern->slots,
        .n_slots = pattern->n_slots,
        .source = compiled.source,
        .n_captures = compiled.n_captures,
        .capture_slot = compiled.capture_slot,
        .capture_is_gap = compiled.capture_is_gap,
        .capture_part = compiled.capture_part,
        .capture_sequence = compiled.capture_sequence,
        .line = pattern->line,
        .column = pattern->column,
    };
    status =
        xc_regex_new(made->source, true, arena, &made->regex, &fault_off, &message);
    if (status != XC_OK)
        return XC_NO_MEMORY;
    xc_regex_renumber(made->regex, compiled.groups, compiled.n_captures);
    *out = made;
    return XC_OK;
}

/* Where in the pattern's text the sequence ends: at the '&' behind it. */
static size_t
end_of_sequence(const struct xc_pattern *pattern, size_t sequence)
{
    size_t end;

    if (sequence + 1 == pattern->n_sequences)
        return pattern->text.len;
    end = pattern->sequences[sequence + 1].items[0].off_bytes;
    while (end > 0 && pattern->text.ptr[end - 1] != '&')
        end--;
    return end > 0 ? end - 1 : 0;
}

struct xc_str
xc_pattern_part_text(const struct xc_pattern *pattern, size_t sequence,
                     struct xc_range range)
{
    const struct xc_sequence *whole = &pattern->sequences[sequence];
    size_t first = whole->items[range.first].off_bytes;
    size_t end = range.end < whole->n ? whole->items[range.end].off_bytes
                                      : end_of_sequence(pattern, sequence);

    return xc_str_trim(xc_str_sub(pattern->text, first, end - first));
}
