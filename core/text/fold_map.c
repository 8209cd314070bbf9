/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/fold_map.h"

#include <string.h>

#include "base/vec.h"
#include "text/character.h"

bool
xc_fold_writer_room(struct xc_fold_writer *writer, size_t n_bytes)
{
    size_t wanted = writer->cap * 2;
    char *grown;

    if (writer->failed)
        return false;
    if (writer->cap - writer->n >= n_bytes)
        return true;
    if (wanted < writer->n + n_bytes)
        wanted = writer->n + n_bytes;
    grown = xc_arena_alloc(writer->arena, wanted);
    if (grown == NULL || wanted > UINT32_MAX) {
        writer->failed = true;
        return false;
    }
    if (writer->n > 0)
        memcpy(grown, writer->bytes, writer->n);
    writer->bytes = grown;
    writer->cap = wanted;
    return true;
}

static void
add_step(struct xc_fold_writer *writer, struct xc_span piece, bool linear)
{
    struct xc_fold_step *step;

    if (writer->failed)
        return;
    /* A step that no byte followed leads nowhere. */
    if (writer->n_steps > 0 && writer->steps[writer->n_steps - 1].folded == writer->n)
        writer->n_steps--;
    if (!xc_vec_room(&writer->steps, writer->n_steps, &writer->cap_steps,
                     sizeof *writer->steps, writer->arena)) {
        writer->failed = true;
        return;
    }
    step = &writer->steps[writer->n_steps++];
    step->folded = (uint32_t)writer->n;
    step->original = (uint32_t)piece.off_bytes;
    step->original_len = (uint32_t)piece.len_bytes;
    step->linear = linear;
}

void
xc_fold_writer_linear(struct xc_fold_writer *writer, size_t original)
{
    const struct xc_fold_step *last;

    if (writer->n_steps > 0) {
        last = &writer->steps[writer->n_steps - 1];
        if (last->linear && last->original + (writer->n - last->folded) == original)
            return;
    }
    add_step(writer, (struct xc_span){original, 0}, true);
}

void
xc_fold_writer_piece(struct xc_fold_writer *writer, struct xc_span piece)
{
    add_step(writer, piece, false);
}

void
xc_fold_writer_put(struct xc_fold_writer *writer, struct xc_str bytes)
{
    if (!xc_fold_writer_room(writer, bytes.len))
        return;
    memcpy(writer->bytes + writer->n, bytes.ptr, bytes.len);
    writer->n += bytes.len;
}

size_t
xc_fold_writer_cut(struct xc_fold_writer *writer, size_t n)
{
    const struct xc_fold_step *step;
    size_t original;

    /* Without a step, as after a failed allocation, nobody will look at the map. */
    if (writer->n_steps == 0) {
        writer->n = n;
        return 0;
    }
    step = &writer->steps[writer->n_steps - 1];
    while (step->folded > n)
        step--;
    original = step->original + (step->linear ? n - step->folded : 0);
    writer->n_steps = (size_t)(step - writer->steps) + (step->folded < n ? 1 : 0);
    writer->n = n;
    return original;
}

size_t
xc_fold_step_at(const struct xc_fold *fold, size_t off, size_t hint)
{
    const struct xc_fold_step *steps = fold->steps;
    size_t low = 0;
    size_t high = fold->n_steps;
    size_t tries;

    if (hint < high && steps[hint].folded <= off) {
        low = hint;
        for (tries = 0; tries < 4; tries++) {
            if (low + 1 == high || steps[low + 1].folded > off)
                return low;
            low++;
        }
    }
    /* steps[low].folded <= off < steps[high].folded throughout. */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (steps[middle].folded <= off)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static bool
is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

struct xc_span
xc_fold_to_article(const struct xc_fold *fold, struct xc_span folded)
{
    size_t first = folded.off_bytes;
    size_t end = folded.off_bytes + folded.len_bytes;
    const struct xc_fold_step *step;
    size_t from;
    size_t to;

    if (fold->n_steps == 0)
        return (struct xc_span){0, 0};
    while (first > 0 && first < fold->text.len &&
           is_continuation(fold->text.ptr[first]))
        first--;
    while (end < fold->text.len && is_continuation(fold->text.ptr[end]))
        end++;
    step = &fold->steps[xc_fold_step_at(fold, first, 0)];
    from = step->original + (step->linear ? first - step->folded : 0);
    if (folded.len_bytes == 0)
        return (struct xc_span){from, 0};
    step = &fold->steps[xc_fold_step_at(fold, end - 1, 0)];
    to = step->original + (step->linear ? end - step->folded : step->original_len);
    return (struct xc_span){from, to > from ? to - from : 0};
}

/* The code at offset at of the article, 0 beyond its end. */
static uint32_t
article_code(struct xc_str article, size_t at)
{
    uint32_t code = 0;

    if (at < article.len)
        (void)xc_character_decode(article, at, &code);
    return code;
}

bool
xc_fold_is_upper(const struct xc_fold *fold, struct xc_str article, size_t off)
{
    const struct xc_fold_step *step;
    uint32_t code;

    if (fold->n_steps == 0)
        return false;
    step = &fold->steps[xc_fold_step_at(fold, off, 0)];
    code =
        article_code(article, step->original + (step->linear ? off - step->folded : 0));
    return code < 0x80 ? code >= 'A' && code <= 'Z' : xc_code_is_upper(code);
}
