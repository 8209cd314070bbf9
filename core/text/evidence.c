/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/evidence.h"

#include "base/limits.h"
#include "base/vec.h"
#include "text/character.h"

/* The places that lie in the folded span or at its ends, as a range of indices. */
static struct xc_range
places_in(const struct xc_fold *fold, struct xc_span folded)
{
    const struct xc_hidden_places *places = &fold->hidden;
    struct xc_range range;
    size_t low = 0;
    size_t high = places->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (places->items[middle].folded < folded.off_bytes)
            low = middle + 1;
        else
            high = middle;
    }
    range = (struct xc_range){low, low};
    while (range.end < places->n &&
           places->items[range.end].folded <= folded.off_bytes + folded.len_bytes)
        range.end++;
    return range;
}

struct xc_span
xc_evidence_span(const struct xc_fold *fold, struct xc_span folded)
{
    struct xc_span span = xc_fold_to_article(fold, folded);
    struct xc_range range = places_in(fold, folded);
    size_t end = span.off_bytes + span.len_bytes;
    const struct xc_hidden_place *place;

    if (range.first == range.end)
        return span;
    place = &fold->hidden.items[range.first];
    if (place->original < span.off_bytes)
        span.off_bytes = place->original;
    place = &fold->hidden.items[range.end - 1];
    if (place->original + place->original_len > end)
        end = place->original + place->original_len;
    span.len_bytes = end - span.off_bytes;
    return span;
}

static bool
is_word_code(struct xc_str text, size_t at)
{
    uint32_t code;

    (void)xc_character_decode(text, at, &code);
    return code == '\'' || xc_code_is_letter(code) || xc_code_is_mark(code);
}

/* The folded word around the folded byte at, without apostrophes at its ends. */
static struct xc_str
word_around(struct xc_str text, size_t at)
{
    size_t first = at;
    size_t end = at;
    uint32_t code;

    while (first > 0 && at - first < XC_MAX_WORD_BYTES) {
        size_t before = first - 1;

        while (before > 0 && ((unsigned char)text.ptr[before] & 0xC0) == 0x80)
            before--;
        if (!is_word_code(text, before))
            break;
        first = before;
    }
    while (end < text.len && end - at < XC_MAX_WORD_BYTES && is_word_code(text, end))
        end += xc_character_decode(text, end, &code);
    while (first < end && text.ptr[first] == '\'')
        first++;
    while (first < end && text.ptr[end - 1] == '\'')
        end--;
    return xc_str_sub(text, first, end - first);
}

/* The word as it stands in the article, whole characters of it. */
static struct xc_str
word_as_written(struct xc_str article, const struct xc_hidden_place *place)
{
    struct xc_str word = xc_str_sub(article, place->original, place->original_len);

    if (word.len <= XC_MAX_WORD_BYTES)
        return word;
    word.len = XC_MAX_WORD_BYTES;
    while (word.len > 0 && ((unsigned char)word.ptr[word.len] & 0xC0) == 0x80)
        word.len--;
    return word;
}

static bool
add_characters(const struct xc_fold *fold, struct xc_range range,
               enum xc_hidden_kind kind, struct xc_arena *arena,
               struct xc_hidden_vec *out)
{
    struct xc_hidden *made;
    size_t n = 0;
    size_t i;

    for (i = range.first; i < range.end; i++) {
        if (fold->hidden.items[i].kind == kind)
            n += fold->hidden.items[i].n;
    }
    if (n == 0)
        return true;
    made = XC_VEC_ADD(out, arena);
    if (made == NULL)
        return false;
    *made = (struct xc_hidden){
        .kind = kind, .n = n, .word = XC_STR(""), .read_as = XC_STR("")};
    return true;
}

enum xc_status
xc_evidence_hidden(const struct xc_fold *fold, struct xc_str article,
                   struct xc_span folded, struct xc_arena *arena,
                   struct xc_hidden_vec *out)
{
    struct xc_range range = places_in(fold, folded);
    struct xc_hidden_vec made = {NULL, 0, 0};
    struct xc_hidden *word = NULL;
    size_t n_words = 0;
    int kind;
    size_t i;

    for (kind = 0; kind < XC_HIDDEN_LOOK_ALIKE; kind++) {
        if (!add_characters(fold, range, (enum xc_hidden_kind)kind, arena, &made))
            return XC_NO_MEMORY;
    }
    for (i = range.first; i < range.end; i++) {
        const struct xc_hidden_place *place = &fold->hidden.items[i];

        if (place->kind != XC_HIDDEN_LOOK_ALIKE)
            continue;
        if (++n_words > XC_MAX_HIDDEN_WORDS + 1) {
            word->n++;
            word->scripts |= place->scripts;
            continue;
        }
        word = XC_VEC_ADD(&made, arena);
        if (word == NULL)
            return XC_NO_MEMORY;
        if (n_words > XC_MAX_HIDDEN_WORDS) {
            *word = (struct xc_hidden){.kind = XC_HIDDEN_LOOK_ALIKE,
                                       .n = 1,
                                       .word = XC_STR(""),
                                       .read_as = XC_STR(""),
                                       .scripts = place->scripts};
            continue;
        }
        *word = (struct xc_hidden){.kind = XC_HIDDEN_LOOK_ALIKE,
                                   .n = place->n,
                                   .word = word_as_written(article, place),
                                   .read_as = word_around(fold->text, place->folded),
                                   .scripts = place->scripts};
    }
    *out = made;
    return XC_OK;
}
