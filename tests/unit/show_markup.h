/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The events of markup as a line of text, for comparing with what a test expects.
 *
 *     <p a=b>c</p>  ->  1<p a="b">1"c"</p>: the line before what has one
 *
 * Pieces of text that touch are one.  Included by one file of a program.
 */
#ifndef XC_TESTS_SHOW_MARKUP_H
#define XC_TESTS_SHOW_MARKUP_H

#include <string.h>

#include "base/vec.h"
#include "data/markup.h"
#include "suite.h"

struct shown {
    struct xc_arena *arena;
    struct {
        char *items;
        size_t n;
        size_t cap;
    } bytes;
    bool in_text;
    size_t n_open;    /* events */
    size_t depth;     /* of what is open */
    size_t n_events;  /* until refuse_at they are taken */
    size_t refuse_at; /* 0: all are */
    size_t n_newlines;
    bool lines_agree; /* with the line ends of all text before: no tags between */
    size_t last_line;
};

static struct xc_arena arena;
static struct xc_problems problems;

static inline bool
add(struct shown *shown, struct xc_str text)
{
    size_t i;

    for (i = 0; i < text.len; i++) {
        char *c = XC_VEC_ADD(&shown->bytes, shown->arena);

        if (c == NULL)
            return false;
        *c = text.ptr[i];
    }
    return true;
}

static inline bool
add_number(struct shown *shown, size_t number)
{
    const struct xc_str text = xc_arena_printf(shown->arena, "%zu", number);

    return text.ptr != NULL && add(shown, text);
}

static inline bool
end_text(struct shown *shown)
{
    const bool was = shown->in_text;

    shown->in_text = false;
    return !was || add(shown, XC_STR("\""));
}

static inline bool
refuses(struct shown *shown)
{
    return ++shown->n_events == shown->refuse_at;
}

static inline bool
show_open(void *context, struct xc_str name, const struct xc_attribute *attributes,
          size_t n_attributes, size_t line)
{
    struct shown *shown = context;
    bool fits = end_text(shown) && add_number(shown, line) && add(shown, XC_STR("<")) &&
                add(shown, name);
    size_t i;

    for (i = 0; fits && i < n_attributes; i++)
        fits = add(shown, XC_STR(" ")) && add(shown, attributes[i].name) &&
               add(shown, XC_STR("=\"")) && add(shown, attributes[i].value) &&
               add(shown, XC_STR("\""));
    shown->n_open++;
    shown->depth++;
    shown->last_line = line;
    return fits && add(shown, XC_STR(">")) && !refuses(shown);
}

static inline bool
show_close(void *context, struct xc_str name)
{
    struct shown *shown = context;

    ck_assert_uint_gt(shown->depth, 0);
    shown->depth--;
    return end_text(shown) && add(shown, XC_STR("</")) && add(shown, name) &&
           add(shown, XC_STR(">")) && !refuses(shown);
}

static inline bool
show_text(void *context, struct xc_str text, size_t line)
{
    struct shown *shown = context;
    size_t off;

    ck_assert_uint_gt(text.len, 0);
    if (!shown->in_text && (!add_number(shown, line) || !add(shown, XC_STR("\""))))
        return false;
    if (line != 1 + shown->n_newlines)
        shown->lines_agree = false;
    for (off = xc_str_find(text, 0, '\n'); off < text.len;
         off = xc_str_find(text, off + 1, '\n'))
        shown->n_newlines++;
    shown->in_text = true;
    shown->last_line = line;
    return add(shown, text) && !refuses(shown);
}

static const struct xc_markup_handlers handlers = {show_open, show_close, show_text};

typedef enum xc_status (*read_markup)(struct xc_str bytes, struct xc_str path,
                                      const struct xc_markup_handlers *handlers,
                                      void *context, struct xc_problems *problems);

static struct shown shown;

/* Reads bytes from the beginning; what came is in shown. */
static inline enum xc_status
show(read_markup read, struct xc_str bytes)
{
    enum xc_status status;

    xc_arena_release(&arena);
    xc_problems_init(&problems, &arena);
    memset(&shown, 0, sizeof shown);
    shown.arena = &arena;
    shown.lines_agree = true;
    status = read(bytes, XC_STR("a.html"), &handlers, &shown, &problems);
    if (status == XC_OK) {
        ck_assert_uint_eq(shown.depth, 0);
        ck_assert(end_text(&shown));
    }
    ck_assert(add(&shown, (struct xc_str){"", 1}));
    return status;
}

struct row {
    const char *name;
    const char *markup;
    const char *events;
};

static inline void
check_rows(read_markup read, const struct row *rows, size_t n_rows)
{
    size_t i;

    for (i = 0; i < n_rows; i++) {
        ck_assert_msg(show(read, xc_str_of(rows[i].markup)) == XC_OK, "%s",
                      rows[i].name);
        ck_assert_msg(strcmp(shown.bytes.items, rows[i].events) == 0, "%s:\n%s",
                      rows[i].name, shown.bytes.items);
        ck_assert_msg(problems.n == 0, "%s", rows[i].name);
    }
}

static inline struct xc_str
repeat(struct xc_arena *into, const char *piece, size_t n)
{
    const size_t len = strlen(piece);
    char *text = xc_arena_alloc(into, n * len + 1);
    size_t i;

    ck_assert_ptr_nonnull(text);
    for (i = 0; i < n; i++)
        memcpy(text + i * len, piece, len);
    return (struct xc_str){text, n * len};
}

static inline struct xc_str
join(struct xc_arena *into, struct xc_str a, struct xc_str b)
{
    char *text = xc_arena_alloc(into, a.len + b.len + 1);

    ck_assert_ptr_nonnull(text);
    memcpy(text, a.ptr, a.len);
    memcpy(text + a.len, b.ptr, b.len);
    return (struct xc_str){text, a.len + b.len};
}

#endif
