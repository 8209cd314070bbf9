/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/fields.h"

#include <assert.h>

const char *const xc_fields_known[] = {"publisher", "title", "author",
                                       "published", "url",   "language",
                                       "licence",   "note",  NULL};

void
xc_fields_clear(struct xc_source *source)
{
    const struct xc_str none = XC_STR("");

    *source = (struct xc_source){.id = none,
                                 .path = none,
                                 .publisher = none,
                                 .title = none,
                                 .author = none,
                                 .url = none,
                                 .language = none,
                                 .text = none};
}

enum xc_status
xc_fields_published(struct xc_str text, const struct xc_place *place,
                    struct xc_source *source, struct xc_problems *problems)
{
    const size_t most_shown = 40;
    struct xc_date date;

    if (xc_date_parse_iso(text, &date) && date.day != 0) {
        source->has_published = true;
        source->published = date;
        return XC_OK;
    }
    if (text.len > most_shown)
        text.len = most_shown;
    return xc_problems_add(problems, XC_PROBLEM_METADATA, place,
                           "write the day as YYYY-MM-DD", "'%.*s' is not a date",
                           (int)text.len, text.ptr)
               ? XC_OK
               : XC_NO_MEMORY;
}

/* Where the text of key goes, or NULL. */
static struct xc_str *
text_field(struct xc_source *source, struct xc_str key)
{
    if (xc_str_is(key, "publisher"))
        return &source->publisher;
    if (xc_str_is(key, "title"))
        return &source->title;
    if (xc_str_is(key, "author"))
        return &source->author;
    if (xc_str_is(key, "url"))
        return &source->url;
    if (xc_str_is(key, "language"))
        return &source->language;
    return NULL;
}

/* "A, B" from the list [A, B]; ptr NULL when memory is short. */
static struct xc_str
join(const struct xc_node *list, struct xc_arena *arena)
{
    struct xc_str joined = XC_STR("");
    const struct xc_node *item;

    for (item = list->first; item != NULL && joined.ptr != NULL; item = item->next)
        joined = xc_arena_printf(arena, "%.*s%s%.*s", (int)joined.len, joined.ptr,
                                 joined.len == 0 ? "" : ", ", (int)item->text.len,
                                 item->text.len == 0 ? "" : item->text.ptr);
    return joined;
}

static bool
is_list_of_words(const struct xc_node *node)
{
    const size_t most = 64; /* joining is quadratic */
    const struct xc_node *item;

    if (node->kind != XC_NODE_LIST || node->n_children > most)
        return false;
    for (item = node->first; item != NULL; item = item->next) {
        if (!xc_node_is_scalar(item))
            return false;
    }
    return true;
}

enum xc_status
xc_fields_apply(const struct xc_node *map, struct xc_str path, struct xc_str text,
                struct xc_arena *arena, struct xc_source *source,
                struct xc_problems *problems)
{
    const struct xc_node *node;
    enum xc_status status = XC_OK;

    assert(source != NULL);
    for (node = map->first; node != NULL && status == XC_OK; node = node->next) {
        const struct xc_place place = xc_node_place(node, false, path, text);
        /* "date" is what front matter usually calls it; "published" wins. */
        const bool date =
            xc_str_is(node->key, "published") ||
            (xc_str_is(node->key, "date") && xc_node_get(map, "published") == NULL);
        const bool author = xc_str_is(node->key, "author");
        struct xc_str *field = text_field(source, node->key);

        if ((field == NULL && !date) || node->kind == XC_NODE_NULL)
            continue;
        if (xc_node_is_scalar(node) && date) {
            status = xc_fields_published(node->text, &place, source, problems);
        } else if (field != NULL && xc_node_is_scalar(node)) {
            *field = xc_str_trim(node->text);
        } else if (field != NULL && author && is_list_of_words(node)) {
            *field = join(node, arena);
            if (field->ptr == NULL)
                status = XC_NO_MEMORY;
        } else if (!xc_problems_add(problems, XC_PROBLEM_METADATA, &place, NULL,
                                    "%s must be plain text",
                                    date ? "published" : "this field")) {
            status = XC_NO_MEMORY;
        }
    }
    return status;
}
