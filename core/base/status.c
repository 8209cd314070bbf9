/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/status.h"

#include "base/limits.h"
#include "base/vec.h"

const char *
xc_problem_kind_name(enum xc_problem_kind kind)
{
    switch (kind) {
    case XC_PROBLEM_OPTION:
        return "option";
    case XC_PROBLEM_RULE:
        return "rule";
    case XC_PROBLEM_UNREADABLE:
        return "unreadable";
    case XC_PROBLEM_MALFORMED:
        return "malformed";
    case XC_PROBLEM_ENCODING:
        return "encoding";
    case XC_PROBLEM_LANGUAGE:
        return "language";
    case XC_PROBLEM_DUPLICATE:
        return "duplicate";
    case XC_PROBLEM_METADATA:
        return "metadata";
    case XC_PROBLEM_LIMIT:
        return "limit";
    }
    return "";
}

bool
xc_problem_loses_input(enum xc_problem_kind kind)
{
    return kind == XC_PROBLEM_UNREADABLE || kind == XC_PROBLEM_MALFORMED ||
           kind == XC_PROBLEM_LIMIT;
}

void
xc_problems_init(struct xc_problems *problems, struct xc_arena *arena)
{
    *problems = (struct xc_problems){.arena = arena};
}

bool
xc_problems_add(struct xc_problems *problems, enum xc_problem_kind kind,
                const struct xc_place *place, const char *hint, const char *format, ...)
{
    struct xc_arena *arena = problems->arena;
    struct xc_problem made = {
        .kind = kind, .line = place->line, .column = place->column};
    struct xc_problem *slot;
    va_list args;

    if (problems->n >= XC_MAX_PROBLEMS) {
        problems->n_dropped++;
        return true;
    }
    va_start(args, format);
    made.message = xc_arena_vprintf(arena, format, args);
    va_end(args);
    if (made.message.ptr == NULL || !xc_arena_str(arena, place->path, &made.path) ||
        !xc_arena_str(arena, place->excerpt, &made.excerpt) ||
        !xc_arena_str(arena, xc_str_of(hint), &made.hint)) {
        problems->failed = true;
        return false;
    }
    slot = XC_VEC_ADD(problems, arena);
    if (slot == NULL) {
        problems->failed = true;
        return false;
    }
    *slot = made;
    return true;
}

void
xc_place_of_offset(struct xc_str text, size_t off_bytes, struct xc_place *out)
{
    size_t line = 1;
    size_t column = 1;
    size_t start = 0;
    size_t i;

    if (off_bytes > text.len)
        off_bytes = text.len;
    for (i = 0; i < off_bytes; i++) {
        if (text.ptr[i] == '\n') {
            line++;
            start = i + 1;
        }
    }
    for (i = start; i < off_bytes; i++)
        column += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    out->line = line;
    out->column = column;
    out->excerpt = xc_str_sub(text, start, xc_str_find(text, start, '\n') - start);
}
