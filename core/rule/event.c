/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/event.h"

#include "text/word.h"

static const char *const event_keys[] = {"name", "date", "published", "marks", NULL};

/* Reads "A..B", a first and a last date; false when it is not that. */
static bool
parse_interval(struct xc_str text, struct xc_date *out_from, struct xc_date *out_to)
{
    size_t dots = 0;

    while (dots + 1 < text.len && !xc_str_starts(xc_str_sub(text, dots, 2), ".."))
        dots++;
    return dots + 1 < text.len &&
           xc_date_parse_iso(xc_str_trim(xc_str_sub(text, 0, dots)), out_from) &&
           xc_date_parse_iso(
               xc_str_trim(xc_str_sub(text, dots + 2, text.len - dots - 2)), out_to);
}

/* "2019-05-06", or "2019-12-29..2020-01-02" for what goes on over days. */
static enum xc_status
load_date(struct xc_loading *loading, const struct xc_node *map, struct xc_event *out)
{
    const struct xc_node *node = xc_node_get(map, "date");
    struct xc_str text = {NULL, 0};
    enum xc_status status = xc_field_text(loading, map, "date", NULL, &text);
    struct xc_date from;
    struct xc_date until;
    int32_t first;
    int32_t last;
    int32_t unused;

    if (status != XC_OK || text.ptr == NULL)
        return status;
    if (xc_date_parse_iso(text, &from))
        until = from;
    else if (!parse_interval(text, &from, &until))
        return xc_field_tell(loading, node, false,
                             "write 2019-05-06, 2019-05, 2019 or "
                             "2019-12-29..2020-01-02",
                             "'%.*s' is no date", (int)text.len, text.ptr);
    xc_date_days(from, &first, &unused);
    xc_date_days(until, &unused, &last);
    if (last < first)
        return xc_field_tell(loading, node, false, "put the earlier date first",
                             "'date' ends before it begins");
    out->has_date = true;
    out->date = from;
    out->until = until;
    return XC_OK;
}

/* Reads "2019-04-29..2020-04-30", the first and the last day, both included; a date
 * that lacks its day stands for the whole month. */
static bool
parse_published(struct xc_str text, struct xc_event *out)
{
    struct xc_date from;
    struct xc_date to;
    int32_t unused;

    if (!parse_interval(text, &from, &to))
        return false;
    xc_date_days(from, &out->published_first_day, &unused);
    xc_date_days(to, &unused, &out->published_last_day);
    return true;
}

static enum xc_status
load_published(struct xc_loading *loading, const struct xc_node *map,
               struct xc_event *out)
{
    const struct xc_node *node = xc_node_get(map, "published");
    struct xc_str text = {NULL, 0};
    enum xc_status status = xc_field_text(loading, map, "published", NULL, &text);

    if (status != XC_OK || text.ptr == NULL)
        return status;
    if (!parse_published(text, out))
        return xc_field_tell(loading, node, false, "as in 2019-04-29..2020-04-30",
                             "'%.*s' is no interval of dates", (int)text.len, text.ptr);
    if (out->published_last_day < out->published_first_day)
        return xc_field_tell(loading, node, false, "put the earlier date first",
                             "'published' ends before it begins");
    out->has_published = true;
    return XC_OK;
}

/* The names under key; one that holds no word could never be found. */
static enum xc_status
load_names(struct xc_loading *loading, const struct xc_node *map, const char *key,
           struct xc_str **out, size_t *out_n)
{
    struct xc_node_list nodes = {NULL, 0};
    enum xc_status status = xc_field_list(loading, xc_node_get(map, key), key, &nodes);
    struct xc_str *names;
    struct xc_str *keys;
    size_t n_keys = 0;
    size_t i;

    if (status != XC_OK)
        return status;
    names = xc_arena_array(loading->arena, nodes.n, sizeof *names);
    if (names == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < nodes.n && status == XC_OK; i++) {
        names[i] = nodes.items[i]->text;
        status = xc_words_of_text(loading->lexicon->text.words, names[i],
                                  loading->arena, &keys, &n_keys);
        if (status == XC_OK && n_keys == 0)
            status =
                xc_field_tell(loading, nodes.items[i], false, NULL,
                              "'%.*s' holds no word", (int)names[i].len, names[i].ptr);
    }
    *out = names;
    *out_n = nodes.n;
    return status;
}

enum xc_status
xc_event_load(struct xc_loading *loading, const struct xc_node *root,
              struct xc_event *out)
{
    const struct xc_node *map = xc_node_get(root, "event");
    enum xc_status status;
    bool ok;

    if (map == NULL)
        return XC_OK;
    status = xc_field_keys(loading, map, "an event", event_keys, &ok);
    if (status != XC_OK || !ok)
        return status;
    out->present = true;
    if (xc_node_get(map, "name") == NULL)
        status = xc_field_tell(loading, map, false, "as in name: [Met Gala]",
                               "an event needs the key 'name'");
    if (status == XC_OK)
        status = load_names(loading, map, "name", &out->names, &out->n_names);
    if (status == XC_OK)
        status = load_names(loading, map, "marks", &out->marks, &out->n_marks);
    if (status == XC_OK)
        status = load_date(loading, map, out);
    return status == XC_OK ? load_published(loading, map, out) : status;
}
