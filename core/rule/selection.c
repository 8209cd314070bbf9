/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/selection.h"

#include "text/word_run.h"

/* Whether text is digits and dashes as a day is: then the calendar lacks it. */
static bool
looks_like_day(struct xc_str text)
{
    static const char shape[] = "0000-00-00";
    size_t i;

    if (text.len != sizeof shape - 1)
        return false;
    for (i = 0; i < text.len; i++) {
        bool is_digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';

        if (shape[i] == '0' ? !is_digit : text.ptr[i] != '-')
            return false;
    }
    return true;
}

enum xc_status
xc_selection_text(struct xc_loading *loading, const struct xc_node *map,
                  const char *key, const char *what, struct xc_str *out)
{
    struct xc_str text = {NULL, 0};
    enum xc_status status = xc_field_text(loading, map, key, what, &text);

    if (status != XC_OK || text.ptr == NULL)
        return status;
    return xc_arena_str(loading->arena, xc_str_trim(text), out) ? XC_OK : XC_NO_MEMORY;
}

enum xc_status
xc_selection_day(struct xc_loading *loading, const struct xc_node *map, const char *key,
                 const char *what, struct xc_date *out)
{
    const struct xc_node *node = xc_node_get(map, key);
    struct xc_str text = {NULL, 0};
    enum xc_status status = xc_field_text(loading, map, key, what, &text);

    if (status != XC_OK || text.ptr == NULL)
        return status;
    if (!looks_like_day(text))
        return xc_field_tell(loading, node, false, XC_CODE_BAD_DATE,
                             "write the day as YYYY-MM-DD", "'%.*s' is no day",
                             (int)text.len, text.ptr);
    if (!xc_date_parse_iso(text, out))
        return xc_field_tell(loading, node, false, XC_CODE_IMPOSSIBLE_DATE,
                             "the calendar has no such date", "there is no %.*s",
                             (int)text.len, text.ptr);
    return XC_OK;
}

/* "pier-closed" or "pier/pier-closed". */
static enum xc_status
load_claim(struct xc_loading *loading, const struct xc_node *map, const char *what,
           struct xc_selection *out)
{
    struct xc_node id = {.kind = XC_NODE_STRING};
    struct xc_str text = XC_STR("");
    enum xc_status status = xc_selection_text(loading, map, "claim", what, &text);
    size_t slash = xc_str_find(text, 0, '/');

    if (status != XC_OK || text.len == 0)
        return status;
    out->topic = XC_STR("");
    out->claim = text;
    if (slash < text.len) {
        out->topic = xc_str_sub(text, 0, slash);
        out->claim = xc_str_sub(text, slash + 1, text.len - slash - 1);
    }
    id = *xc_node_get(map, "claim");
    if (out->claim.len == 0 || (slash < text.len && slash == 0))
        return xc_field_tell(loading, &id, false, XC_CODE_BAD_ID,
                             "write a claim's id, or topic/claim", "'%.*s' is no claim",
                             (int)text.len, text.ptr);
    id.text = out->topic;
    status = xc_field_check_id(loading, &id);
    id.text = out->claim;
    return status == XC_OK ? xc_field_check_id(loading, &id) : status;
}

static enum xc_status
load_quote(struct xc_loading *loading, const struct xc_node *map, const char *what,
           struct xc_selection *out)
{
    const struct xc_node *node = xc_node_get(map, "quote");
    struct xc_place place;
    enum xc_status status;

    out->quote = XC_STR("");
    status = xc_selection_text(loading, map, "quote", what, &out->quote);
    if (status != XC_OK || out->quote.len == 0)
        return status;
    place = xc_field_text_place(loading, node);
    out->line = place.line;
    out->column = place.column;
    if (!xc_arena_str(loading->arena, place.excerpt, &out->excerpt) ||
        xc_word_run_of(out->quote, loading->arena, &out->words) != XC_OK)
        return XC_NO_MEMORY;
    if (out->words.len > 0)
        return XC_OK;
    return xc_field_tell(loading, node, false, XC_CODE_NO_WORD,
                         "copy some words of the sentence", "'%.*s' holds no word",
                         (int)out->quote.len, out->quote.ptr);
}

enum xc_status
xc_selection_load(struct xc_loading *loading, const struct xc_node *map,
                  const char *what, struct xc_selection *out)
{
    enum xc_status status = load_claim(loading, map, what, out);

    if (status == XC_OK)
        status = load_quote(loading, map, what, out);
    out->source = XC_STR("");
    if (status == XC_OK)
        status = xc_selection_text(loading, map, "source", NULL, &out->source);
    out->source = xc_str_plain_path(out->source);
    if (status == XC_OK && !xc_arena_str(loading->arena, loading->path, &out->path))
        status = XC_NO_MEMORY;
    return status;
}

bool
xc_selection_has_claim(const struct xc_selection *selection, struct xc_str topic,
                       struct xc_str claim)
{
    return xc_str_equal(selection->claim, claim) &&
           (selection->topic.len == 0 || xc_str_equal(selection->topic, topic));
}

/* Whether name is path, or its end from a folder on. */
static bool
ends_path(struct xc_str path, struct xc_str name)
{
    size_t rest;

    if (name.len > path.len)
        return false;
    rest = path.len - name.len;
    return xc_str_equal(xc_str_sub(path, rest, name.len), name) &&
           (rest == 0 || path.ptr[rest - 1] == '/');
}

bool
xc_selection_has_source(const struct xc_selection *selection, struct xc_str id,
                        struct xc_str path)
{
    return selection->source.len == 0 || ends_path(id, selection->source) ||
           ends_path(path, selection->source);
}

int
xc_selection_compare(const struct xc_selection *a, const struct xc_selection *b)
{
    int order = xc_str_compare(a->path, b->path);

    if (order == 0)
        order = (a->line > b->line) - (a->line < b->line);
    return order != 0 ? order : (a->column > b->column) - (a->column < b->column);
}
