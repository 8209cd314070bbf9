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
    case XC_PROBLEM_DECISION:
        return "decision";
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

/* Adds made, with the place, the hint and the message copied into the list's arena. */
static bool
add(struct xc_problems *problems, struct xc_problem made, const struct xc_place *place,
    const char *hint, struct xc_str message)
{
    struct xc_arena *arena = problems->arena;
    struct xc_problem *slot;

    made.line = place->line;
    made.column = place->column;
    made.message = message;
    made.meant = XC_STR("");
    slot = message.ptr != NULL && xc_arena_str(arena, place->path, &made.path) &&
                   xc_arena_str(arena, place->excerpt, &made.excerpt) &&
                   xc_arena_str(arena, xc_str_of(hint), &made.hint)
               ? XC_VEC_ADD(problems, arena)
               : NULL;
    if (slot == NULL) {
        problems->failed = true;
        return false;
    }
    *slot = made;
    return true;
}

/* Whether the list is full; then one more is counted. */
static bool
is_full(struct xc_problems *problems)
{
    if (problems->n < XC_MAX_PROBLEMS)
        return false;
    problems->n_dropped++;
    return true;
}

bool
xc_problems_add(struct xc_problems *problems, enum xc_problem_kind kind,
                const struct xc_place *place, const char *hint, const char *format, ...)
{
    struct xc_problem made = {.kind = kind};
    struct xc_str message;
    va_list args;

    if (is_full(problems))
        return true;
    va_start(args, format);
    message = xc_arena_vprintf(problems->arena, format, args);
    va_end(args);
    return add(problems, made, place, hint, message);
}

bool
xc_problems_tell(struct xc_problems *problems, enum xc_problem_kind kind,
                 enum xc_code code, const struct xc_place *place, const char *hint,
                 const char *format, ...)
{
    struct xc_problem made = {.kind = kind, .code = code};
    struct xc_str message;
    va_list args;

    if (is_full(problems))
        return true;
    va_start(args, format);
    message = xc_arena_vprintf(problems->arena, format, args);
    va_end(args);
    return add(problems, made, place, hint, message);
}

bool
xc_problems_append(struct xc_problems *problems, const struct xc_problems *from)
{
    size_t i;

    for (i = 0; i < from->n; i++) {
        const struct xc_problem *item = &from->items[i];
        const struct xc_place place = {item->path, item->line, item->column,
                                       item->excerpt};
        struct xc_problem made = {.kind = item->kind, .code = item->code};
        struct xc_str message;
        struct xc_str meant;

        if (is_full(problems))
            continue;
        if (!xc_arena_str(problems->arena, item->message, &message) ||
            !xc_arena_str(problems->arena, item->meant, &meant) ||
            !add(problems, made, &place, item->hint.ptr, message)) {
            problems->failed = true;
            return false;
        }
        problems->items[problems->n - 1].meant = meant;
    }
    problems->n_dropped += from->n_dropped;
    return true;
}

static bool
stands_after(const struct xc_problem *a, const struct xc_problem *b)
{
    return a->line != b->line ? a->line > b->line : a->column > b->column;
}

void
xc_problems_sort(struct xc_problems *problems, size_t first)
{
    size_t i;
    size_t k;

    /* They mostly are in order already. */
    for (i = first + 1; i < problems->n; i++) {
        struct xc_problem moving = problems->items[i];

        for (k = i; k > first && stands_after(&problems->items[k - 1], &moving); k--)
            problems->items[k] = problems->items[k - 1];
        problems->items[k] = moving;
    }
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
