/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/expect.h"

static const char *const kind_words[] = {
    [XC_NODE_NULL] = "null",       [XC_NODE_BOOL] = "true or false",
    [XC_NODE_NUMBER] = "a number", [XC_NODE_STRING] = "a string",
    [XC_NODE_LIST] = "a list",     [XC_NODE_MAP] = "an object",
};

/* "claims[3].sources[0]." before key; a shape has few levels, so it is made from within
 * outwards.  ptr NULL: memory is short. */
static struct xc_str
way_to(const struct xc_trail *trail, const char *key, struct xc_arena *arena)
{
    struct xc_str way = xc_str_of(key == NULL ? "" : key);

    for (; trail != NULL && way.ptr != NULL; trail = trail->up) {
        const char *point = way.len > 0 ? "." : "";

        way = trail->item == SIZE_MAX
                  ? xc_arena_printf(arena, "%s%s%.*s", trail->key, point, (int)way.len,
                                    way.ptr)
                  : xc_arena_printf(arena, "%s[%zu]%s%.*s", trail->key, trail->item,
                                    point, (int)way.len, way.ptr);
    }
    return way;
}

void
xc_expect_tell(struct xc_expect *expect, const struct xc_trail *trail, const char *key,
               const char *format, ...)
{
    const struct xc_place place = {.path = expect->path};
    struct xc_arena arena;
    struct xc_str message;
    struct xc_str way;
    va_list args;

    if (expect->status != XC_OK)
        return;
    xc_arena_init(&arena);
    va_start(args, format);
    message = xc_arena_vprintf(&arena, format, args);
    va_end(args);
    way = way_to(trail, key, &arena);
    expect->status = XC_NO_MEMORY;
    if (message.ptr != NULL && way.ptr != NULL &&
        xc_problems_add(expect->problems, XC_PROBLEM_MALFORMED, &place, NULL,
                        "is no %s: %.*s %.*s", expect->what, (int)way.len,
                        way.len > 0 ? way.ptr : "", (int)message.len, message.ptr))
        expect->status = XC_BAD_INPUT;
    xc_arena_release(&arena);
}

bool
xc_expect_item(struct xc_expect *expect, const struct xc_trail *trail,
               const struct xc_node *node, enum xc_node_kind kind)
{
    if (node->kind == kind)
        return expect->status == XC_OK;
    xc_expect_tell(expect, trail, trail == NULL ? "it" : NULL, "must be %s, not %s",
                   kind_words[kind], kind_words[node->kind]);
    return false;
}

const struct xc_node *
xc_expect_member(struct xc_expect *expect, const struct xc_trail *trail,
                 const struct xc_node *map, const char *key, enum xc_node_kind kind)
{
    const struct xc_node *node = xc_node_get(map, key);

    if (node == NULL)
        xc_expect_tell(expect, trail, key, "is missing");
    else if (node->kind != kind)
        xc_expect_tell(expect, trail, key, "must be %s, not %s", kind_words[kind],
                       kind_words[node->kind]);
    return expect->status == XC_OK ? node : NULL;
}

const struct xc_node *
xc_expect_known(struct xc_expect *expect, const struct xc_trail *trail,
                const struct xc_node *map, const char *key, enum xc_node_kind kind)
{
    const struct xc_node *node = xc_node_get(map, key);

    if (node != NULL && node->kind == XC_NODE_NULL)
        return NULL;
    return xc_expect_member(expect, trail, map, key, kind);
}

static struct xc_str
text_of(const struct xc_node *node)
{
    return node == NULL ? XC_STR("") : node->text;
}

struct xc_str
xc_expect_str(struct xc_expect *expect, const struct xc_trail *trail,
              const struct xc_node *map, const char *key)
{
    return text_of(xc_expect_member(expect, trail, map, key, XC_NODE_STRING));
}

struct xc_str
xc_expect_known_str(struct xc_expect *expect, const struct xc_trail *trail,
                    const struct xc_node *map, const char *key)
{
    return text_of(xc_expect_known(expect, trail, map, key, XC_NODE_STRING));
}

size_t
xc_expect_number(struct xc_expect *expect, const struct xc_trail *trail,
                 const struct xc_node *map, const char *key)
{
    const struct xc_node *node =
        xc_expect_member(expect, trail, map, key, XC_NODE_NUMBER);
    size_t number = 0;
    size_t i;

    if (node == NULL)
        return 0;
    for (i = 0; i < node->text.len; i++) {
        const char c = node->text.ptr[i];

        if (c < '0' || c > '9' || number > (SIZE_MAX - 9) / 10) {
            xc_expect_tell(expect, trail, key, "must be a whole number, 0 or more");
            return 0;
        }
        number = number * 10 + (size_t)(c - '0');
    }
    return number;
}
