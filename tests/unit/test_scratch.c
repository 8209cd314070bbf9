/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/scratch.h"

#include <stdlib.h>

#include "base/vec.h"

#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;

enum { STREAMS = 3, PIECE = 1000, PIECES = 100 };

/* What stands at byte i of a stream. */
static char
byte_at(size_t stream, size_t i)
{
    return (char)(i * 31 + i / 251 + stream);
}

START_TEST(scratch_gives_back_what_it_took)
{
    struct xc_scratch_files *files;
    const struct xc_scratch *scratch;
    char piece[PIECE];
    char *all = xc_arena_alloc(&arena, (size_t)PIECE * PIECES);
    size_t stream;
    size_t p;
    size_t i;

    ck_assert_ptr_nonnull(all);
    ck_assert_int_eq(xc_scratch_open(STREAMS, &files, &problems), XC_OK);
    scratch = xc_scratch_of(files);
    /* Stream 1 stays empty, and nothing asks for it. */
    for (p = 0; p < PIECES; p++) {
        for (stream = 0; stream < STREAMS; stream += 2) {
            for (i = 0; i < PIECE; i++)
                piece[i] = byte_at(stream, p * PIECE + i);
            ck_assert_int_eq(scratch->append(scratch->context, stream, piece, PIECE),
                             XC_OK);
        }
        /* In the middle of writing, across what is in the file and what is not. */
        ck_assert_int_eq(scratch->read(scratch->context, 2, 0, all, (p + 1) * PIECE),
                         XC_OK);
        for (i = 0; i < (p + 1) * PIECE; i++)
            ck_assert_int_eq(all[i], byte_at(2, i));
    }
    ck_assert_int_eq(scratch->read(scratch->context, 0, 33333, all, 4444), XC_OK);
    for (i = 0; i < 4444; i++)
        ck_assert_int_eq(all[i], byte_at(0, 33333 + i));
    ck_assert_uint_eq(problems.n, 0);
    xc_scratch_close(files);
    xc_scratch_close(NULL);
}
END_TEST

START_TEST(scratch_without_a_folder_is_told)
{
    struct xc_scratch_files *files;
    const struct xc_scratch *scratch;
    char piece[PIECE] = {0};
    enum xc_status status = XC_OK;
    size_t p;

    ck_assert_int_eq(setenv("TMPDIR", "/nonexistent/folder", 1), 0);
    ck_assert_int_eq(xc_scratch_open(1, &files, &problems), XC_OK);
    scratch = xc_scratch_of(files);
    for (p = 0; p < PIECES && status == XC_OK; p++)
        status = scratch->append(scratch->context, 0, piece, PIECE);
    ck_assert_int_eq(status, XC_IO_FAILED);
    ck_assert_uint_eq(problems.n, 1);
    xc_scratch_close(files);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        scratch_gives_back_what_it_took,
        scratch_without_a_folder_is_told,
        NULL,
    };
    int code;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    code = suite_run("scratch", tests);
    xc_arena_release(&arena);
    return code;
}
