/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/event.h"

#include "base/vec.h"
#include "rule/keys.h"
#include "text/word.h"

/* Whether the text is digits and dashes as those of a date: then it names a day (or a
 * month) that the calendar does not have. */
static bool
looks_like_date(struct xc_str text)
{
    static const char shape[] = "0000-00-00";
    size_t i;

    for (i = 0; i < text.len && i < sizeof shape - 1; i++) {
        bool is_digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';

        if (shape[i] == '0' ? !is_digit : text.ptr[i] != '-')
            return false;
    }
    return text.len == i && (i == 7 || i == 10);
}

static enum xc_status
tell_date(struct xc_loading *loading, const struct xc_node *node, struct xc_str text)
{
    static const char *const day_hint =
        "write 2019-05-06, 2019-05, 2019 or 2019-12-29..2020-01-02";
    static const char *const end_hint = "write 2019-05-06, 2019-05 or 2019";

    if (looks_like_date(text))
        return xc_field_tell(loading, node, false, XC_CODE_IMPOSSIBLE_DATE,
                             "the calendar has no such date", "there is no %.*s",
                             (int)text.len, text.ptr);
    return xc_field_tell(loading, node, false, XC_CODE_BAD_DATE,
                         xc_str_equal(text, node->text) ? day_hint : end_hint,
                         "'%.*s' is no date", (int)text.len, text.ptr);
}

/* Parts "2019-04-29..2020-04-30" at its dots; false when there are none. */
static bool
split_interval(struct xc_str text, struct xc_str *out_from, struct xc_str *out_to)
{
    size_t dots = 0;

    while (dots + 1 < text.len && !xc_str_starts(xc_str_sub(text, dots, 2), ".."))
        dots++;
    if (dots + 1 >= text.len)
        return false;
    *out_from = xc_str_trim(xc_str_sub(text, 0, dots));
    *out_to = xc_str_trim(xc_str_sub(text, dots + 2, text.len - dots - 2));
    return true;
}

/* Two dates in their order. */
struct interval {
    struct xc_date from;
    struct xc_date to;
    int32_t first_day; /* of from */
    int32_t last_day;  /* of to */
};

/* Reads the two ends of the interval at key, whose node it is; a date that lacks its day
 * stands for the whole month.  *out_ok is false when a fault was told. */
static enum xc_status
read_interval(struct xc_loading *loading, const struct xc_node *node,
              const struct xc_str ends[2], struct interval *out, bool *out_ok)
{
    int32_t unused;

    *out_ok = false;
    if (!xc_date_parse_iso(ends[0], &out->from))
        return tell_date(loading, node, ends[0]);
    if (!xc_date_parse_iso(ends[1], &out->to))
        return tell_date(loading, node, ends[1]);
    xc_date_days(out->from, &out->first_day, &unused);
    xc_date_days(out->to, &unused, &out->last_day);
    if (out->last_day < out->first_day)
        return xc_field_tell(loading, node, false, XC_CODE_INTERVAL_BACKWARDS,
                             "put the earlier date first",
                             "'%.*s' ends before it begins", (int)node->key.len,
                             node->key.ptr);
    *out_ok = true;
    return XC_OK;
}

/* "2019-05-06", or "2019-12-29..2020-01-02" for what goes on over days. */
static enum xc_status
load_date(struct xc_loading *loading, const struct xc_node *map, struct xc_event *out)
{
    const struct xc_node *node = xc_node_get(map, "date");
    struct xc_str text = {NULL, 0};
    enum xc_status status = xc_field_text(loading, map, "date", NULL, &text);
    struct xc_str ends[2];
    struct interval interval;
    bool ok;

    if (status != XC_OK || text.ptr == NULL)
        return status;
    if (!split_interval(text, &ends[0], &ends[1])) {
        ends[0] = text;
        ends[1] = text;
    }
    status = read_interval(loading, node, ends, &interval, &ok);
    if (status != XC_OK || !ok)
        return status;
    out->has_date = true;
    out->date = interval.from;
    out->until = interval.to;
    return XC_OK;
}

static enum xc_status
load_published(struct xc_loading *loading, const struct xc_node *map,
               struct xc_event *out)
{
    const struct xc_node *node = xc_node_get(map, "published");
    struct xc_str text = {NULL, 0};
    enum xc_status status = xc_field_text(loading, map, "published", NULL, &text);
    struct xc_str ends[2];
    struct interval interval;
    bool ok;

    if (status != XC_OK || text.ptr == NULL)
        return status;
    if (!split_interval(text, &ends[0], &ends[1]))
        return xc_field_tell(loading, node, false, XC_CODE_BAD_DATE,
                             "as in 2019-04-29..2020-04-30",
                             "'%.*s' is no interval of dates", (int)text.len, text.ptr);
    status = read_interval(loading, node, ends, &interval, &ok);
    if (status != XC_OK || !ok)
        return status;
    out->has_published = true;
    out->published_first_day = interval.first_day;
    out->published_last_day = interval.last_day;
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
                xc_field_tell(loading, nodes.items[i], false, XC_CODE_NO_WORD, NULL,
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
    status = xc_field_keys(loading, map, "an event", xc_keys_of_event, &ok);
    if (status != XC_OK || !ok)
        return status;
    out->present = true;
    if (xc_node_get(map, "name") == NULL)
        status =
            xc_field_tell(loading, map, false, XC_CODE_MISSING_KEY,
                          "as in name: [Met Gala]", "an event needs the key 'name'");
    if (status == XC_OK)
        status = load_names(loading, map, "name", &out->names, &out->n_names);
    if (status == XC_OK)
        status = load_names(loading, map, "marks", &out->marks, &out->n_marks);
    if (status == XC_OK)
        status = load_date(loading, map, out);
    return status == XC_OK ? load_published(loading, map, out) : status;
}
