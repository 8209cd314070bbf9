/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <check.h>

#include "base/growing.h"
#include "suite.h"

START_TEST(growing_nothing_written_is_empty)
{
    struct xc_arena arena;
    struct xc_growing growing = {.arena = &arena};
    struct xc_sink pen = xc_growing_pen(&growing);

    xc_arena_init(&arena);
    ck_assert_ptr_nonnull(xc_growing_text(&growing, &pen).ptr);
    ck_assert_uint_eq(xc_growing_text(&growing, &pen).len, 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(growing_many_pieces_stand_in_order)
{
    struct xc_arena arena;
    struct xc_growing growing = {.arena = &arena};
    struct xc_sink pen = xc_growing_pen(&growing);
    struct xc_str text;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < 1000; i++)
        xc_sink_printf(&pen, "%03zu,", i);
    text = xc_growing_text(&growing, &pen);
    ck_assert_uint_eq(text.len, 4000);
    for (i = 0; i < 1000; i++)
        ck_assert_int_eq(text.ptr[4 * i + 2], '0' + (char)(i % 10));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(growing_failed_pen_gives_no_text)
{
    struct xc_arena arena;
    struct xc_growing growing = {.arena = &arena};
    struct xc_sink pen = xc_growing_pen(&growing);

    xc_arena_init(&arena);
    xc_sink_text(&pen, "half");
    pen.failed = true;
    ck_assert_ptr_null(xc_growing_text(&growing, &pen).ptr);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        growing_nothing_written_is_empty,
        growing_many_pieces_stand_in_order,
        growing_failed_pen_gives_no_text,
        NULL,
    };

    return suite_run("growing", tests);
}
