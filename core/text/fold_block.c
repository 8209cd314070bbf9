/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/folder.h"

#include "text/accent.h"

static void
fold_run(struct xc_folder *f, struct xc_span run)
{
    size_t at = run.off_bytes;
    size_t end = run.off_bytes + run.len_bytes;
    size_t from;

    while (at < end && !f->out.failed) {
        from = at;
        at = xc_fold_writer_ascii(&f->out, f->article, at, end);
        if (at > from)
            f->previous = (unsigned char)f->article.ptr[at - 1];
        if (at < end)
            at = xc_folder_special(f, at, end);
    }
}

/* Whether the article has white space between two runs. */
static bool
has_space(struct xc_str article, size_t from, size_t to)
{
    for (; from < to; from++) {
        if (article.ptr[from] == ' ' ||
            (article.ptr[from] >= '\t' && article.ptr[from] <= '\r'))
            return true;
    }
    return false;
}

/* Folds the block without an ending, from where the output stands; returns its span in
 * the folded text. */
static struct xc_span
fold_runs(struct xc_folder *f, const struct xc_block *block)
{
    size_t end = 0;
    size_t i;

    f->out.block_at = f->out.n;
    f->previous = 0;
    f->may_disguise = false;
    for (i = 0; i < block->n_runs; i++) {
        if (i > 0 && has_space(f->article, end, block->runs[i].off_bytes))
            xc_fold_writer_space(&f->out, end);
        fold_run(f, block->runs[i]);
        end = block->runs[i].off_bytes + block->runs[i].len_bytes;
    }
    if (f->out.n > f->out.block_at && f->out.bytes[f->out.n - 1] == ' ')
        (void)xc_fold_writer_cut(&f->out, f->out.n - 1);
    /* What stood behind the space that is cut off stands at the block's end. */
    for (i = f->places.n; i > 0 && f->places.items[i - 1].folded > f->out.n; i--)
        f->places.items[i - 1].folded = (uint32_t)f->out.n;
    return (struct xc_span){f->out.block_at, f->out.n - f->out.block_at};
}

/*
 * Folds the block, and once more with the words in disguise seen through when there are
 * any: whether a word is one shows only when all of it, and its block, has been read.
 */
static struct xc_span
fold_block(struct xc_folder *f, const struct xc_block *block)
{
    const struct xc_folder before = *f;
    struct xc_span span = fold_runs(f, block);
    struct xc_fold view = {.text = {f->out.bytes, f->out.n},
                           .steps = f->out.steps,
                           .n_steps = f->out.n_steps};

    if (!f->may_disguise || f->out.failed)
        return span;
    if (xc_disguises_find(f->look_alikes, &view, f->article, span, f->out.arena,
                          &f->disguises) != XC_OK) {
        f->out.failed = true;
        return span;
    }
    if (f->disguises.n == 0)
        return span;
    if (f->out.n > f->out.block_at)
        (void)xc_fold_writer_cut(&f->out, f->out.block_at);
    f->n_invalid = before.n_invalid;
    f->n_hidden = before.n_hidden;
    f->places.n = before.places.n;
    f->places.n_unplaced = before.places.n_unplaced + f->disguises.n_dropped;
    f->next = 0;
    f->next_is_noted = false;
    span = fold_runs(f, block);
    f->disguises.n = 0;
    f->next = 0;
    return span;
}

/* A folder with room for n_bytes of article. */
static bool
folder_init(struct xc_folder *f, struct xc_str article, size_t n_bytes,
            struct xc_arena *arena)
{
    *f = (struct xc_folder){.article = article,
                            .out = {.arena = arena, .lower = xc_simd_best()->lower}};
    return xc_fold_writer_room(&f->out, n_bytes + n_bytes / 16 + 64);
}

enum xc_status
xc_fold_article(const struct xc_look_alikes *look_alikes, struct xc_str article,
                const struct xc_block *blocks, size_t n_blocks, struct xc_arena *arena,
                struct xc_fold *out)
{
    struct xc_span *spans = xc_arena_array(arena, n_blocks, sizeof *spans);
    struct xc_folder f;
    size_t n_bytes = n_blocks;
    size_t end;
    size_t i;
    size_t run;

    for (i = 0; i < n_blocks; i++) {
        for (run = 0; run < blocks[i].n_runs; run++)
            n_bytes += blocks[i].runs[run].len_bytes;
    }
    if (spans == NULL || !folder_init(&f, article, n_bytes, arena))
        return XC_NO_MEMORY;
    f.look_alikes = look_alikes;
    for (i = 0; i < n_blocks; i++) {
        spans[i] = fold_block(&f, &blocks[i]);
        end = 0;
        if (blocks[i].n_runs > 0)
            end = blocks[i].runs[blocks[i].n_runs - 1].off_bytes +
                  blocks[i].runs[blocks[i].n_runs - 1].len_bytes;
        xc_fold_writer_piece(&f.out, (struct xc_span){end, 0});
        xc_fold_writer_put(&f.out, XC_STR("\n"));
    }
    if (f.out.failed)
        return XC_NO_MEMORY;
    *out = (struct xc_fold){
        .text = {f.out.bytes, f.out.n},
        .maps = xc_byte_maps_new((struct xc_str){f.out.bytes, f.out.n}, arena),
        .steps = f.out.steps,
        .n_steps = f.out.n_steps,
        .blocks = spans,
        .n_blocks = n_blocks,
        .n_invalid = f.n_invalid,
        .n_hidden = f.n_hidden,
        .hidden = f.places,
    };
    return out->maps == NULL ? XC_NO_MEMORY : XC_OK;
}

enum xc_status
xc_fold_blocks(struct xc_str article, const struct xc_block *blocks, size_t n_blocks,
               struct xc_arena *arena, struct xc_fold *out)
{
    return xc_fold_article(NULL, article, blocks, n_blocks, arena, out);
}

enum xc_status
xc_fold_short(struct xc_str text, bool without_accents, struct xc_arena *arena,
              struct xc_str *out)
{
    struct xc_span run = {0, text.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_folder f;
    struct xc_str folded;
    char *plain;

    if (!folder_init(&f, text, text.len, arena))
        return XC_NO_MEMORY;
    (void)fold_block(&f, &block);
    if (f.out.failed)
        return XC_NO_MEMORY;
    folded = (struct xc_str){f.out.bytes, f.out.n};
    if (without_accents) {
        plain = xc_arena_alloc(arena, folded.len);
        if (plain == NULL)
            return XC_NO_MEMORY;
        folded = (struct xc_str){plain, xc_accent_drop(folded, plain)};
    }
    *out = folded;
    return XC_OK;
}
