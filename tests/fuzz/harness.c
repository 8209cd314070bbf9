/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "harness.h"

#include <stdlib.h>

#include "base/vec.h"
#include "data/utf8.h"

enum { BLOCK_MARK = 0x1E, RUN_MARK = 0x1F };

struct xc_str
harness_input(const uint8_t *bytes, size_t n_bytes)
{
    if (n_bytes == 0)
        return XC_STR("");
    return (struct xc_str){(const char *)bytes, n_bytes};
}

const struct xc_lexicon *
harness_lexicon(void)
{
    static struct xc_arena arena;
    static struct xc_lexicon lexicon;
    static bool loaded;
    struct xc_problems problems;

    if (!loaded) {
        xc_arena_init(&arena);
        xc_problems_init(&problems, &arena);
        if (xc_lexicon_load(&arena, &lexicon, &problems) != XC_OK)
            abort();
        loaded = true;
    }
    return &lexicon;
}

const struct xc_reader *
harness_reader(void)
{
    static struct xc_arena arena;
    static const struct xc_reader *reader;

    if (reader == NULL && xc_reader_new(&arena, &reader) != XC_OK)
        abort();
    return reader;
}

const struct xc_origin_rules *
harness_origins(void)
{
    static struct xc_arena arena;
    static struct xc_origin_rules rules;
    static bool loaded;

    if (!loaded) {
        xc_arena_init(&arena);
        if (xc_origin_rules_load(&arena, &rules) != XC_OK)
            abort();
        loaded = true;
    }
    return &rules;
}

struct xc_str
harness_cut(struct xc_str *rest, char c)
{
    size_t at = xc_str_find(*rest, 0, c);
    struct xc_str piece = xc_str_sub(*rest, 0, at);

    *rest =
        at == rest->len ? XC_STR("") : xc_str_sub(*rest, at + 1, rest->len - at - 1);
    return piece;
}

/* The runs of [at, end) of article. */
static void
add_runs(struct xc_str article, struct xc_range place, struct xc_arena *arena,
         struct xc_block *block)
{
    struct xc_span_vec runs = {NULL, 0, 0};
    size_t at = place.first;

    while (at < place.end) {
        size_t stop = xc_str_find(article, at, RUN_MARK);
        struct xc_span *run;

        if (stop > place.end)
            stop = place.end;
        if (stop > at) {
            run = XC_VEC_ADD(&runs, arena);
            assert(run != NULL);
            *run = (struct xc_span){at, stop - at};
        }
        at = stop + 1;
    }
    block->runs = runs.items;
    block->n_runs = runs.n;
}

struct xc_block *
harness_blocks(struct xc_str article, struct xc_arena *arena, size_t *out_n)
{
    struct {
        struct xc_block *items;
        size_t n;
        size_t cap;
    } blocks = {NULL, 0, 0};
    size_t at = 0;
    unsigned char kind = XC_BLOCK_PARAGRAPH;

    for (;;) {
        size_t end = xc_str_find(article, at, BLOCK_MARK);
        struct xc_block *block = XC_VEC_ADD(&blocks, arena);

        assert(block != NULL);
        block->kind = (enum xc_block_kind)(kind % (XC_BLOCK_CREDIT + 1));
        block->line = blocks.n;
        add_runs(article, (struct xc_range){at, end}, arena, block);
        if (article.len - end < 2)
            break;
        kind = (unsigned char)article.ptr[end + 1];
        at = end + 2;
    }
    *out_n = blocks.n;
    return blocks.items;
}

struct xc_str
harness_utf8(struct xc_str text, struct xc_arena *arena)
{
    char *copy = xc_arena_copy(arena, text.ptr, text.len);
    size_t at = xc_utf8_first_bad(text, 0);

    assert(copy != NULL);
    for (; at < text.len; at = xc_utf8_first_bad(text, at + 1))
        copy[at] = '?';
    return (struct xc_str){copy, text.len};
}

void
harness_text(struct xc_str article, struct xc_arena *arena, struct xc_text *out)
{
    struct xc_span run = {0, article.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    enum xc_status status =
        xc_text_build(&harness_lexicon()->text, article, &block, 1, arena, out);

    assert(status == XC_OK);
}

static bool
keep(void *context, const char *bytes, size_t len)
{
    struct harness_buffer *buffer = context;

    if (buffer->cap - buffer->n < len) {
        size_t cap = 2 * buffer->cap + len;
        char *grown = realloc(buffer->bytes, cap);

        assert(grown != NULL);
        buffer->bytes = grown;
        buffer->cap = cap;
    }
    if (len > 0)
        memcpy(buffer->bytes + buffer->n, bytes, len);
    buffer->n += len;
    return true;
}

struct xc_sink
harness_sink(struct harness_buffer *buffer)
{
    *buffer = (struct harness_buffer){NULL, 0, 0};
    return (struct xc_sink){keep, buffer, false};
}

struct xc_str
harness_written(const struct harness_buffer *buffer)
{
    if (buffer->n == 0)
        return XC_STR("");
    return (struct xc_str){buffer->bytes, buffer->n};
}

void
harness_buffer_free(struct harness_buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct harness_buffer){NULL, 0, 0};
}
