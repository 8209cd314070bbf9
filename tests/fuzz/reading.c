/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "reading.h"

size_t
reading_lines(struct xc_str bytes)
{
    size_t n = 1;
    size_t i;

    for (i = 0; i < bytes.len; i++)
        n += bytes.ptr[i] == '\n' ||
             (bytes.ptr[i] == '\r' && (i + 1 == bytes.len || bytes.ptr[i + 1] != '\n'));
    return n;
}

void
reading_check_source(const struct xc_source *source, size_t n_lines,
                     struct xc_arena *arena)
{
    struct xc_text text;

    invariant_source(source, n_lines);
    assert(xc_text_build(&harness_lexicon()->text, source->text, source->blocks,
                         source->n_blocks, arena, &text) == XC_OK);
    invariant_fold(source->text, source->blocks, &text.fold);
    invariant_text(&text);
    (void)xc_source_may_be_english(source);
}

void
reading_check(enum xc_format format, struct xc_str path, struct xc_str bytes)
{
    struct xc_arena arena;
    struct xc_problems problems;
    struct xc_source source;
    enum xc_status status;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = xc_reader_read(
        harness_reader(),
        &(struct xc_document){.format = format, .path = path, .bytes = bytes}, &arena,
        &source, &problems);
    assert(status == XC_OK || (status == XC_BAD_INPUT && problems.n > 0));
    if (status == XC_OK) {
        assert(xc_str_equal(source.path, path) && xc_str_equal(source.id, path));
        reading_check_source(&source, reading_lines(bytes), &arena);
    }
    invariant_problems(&problems);
    xc_arena_release(&arena);
}
