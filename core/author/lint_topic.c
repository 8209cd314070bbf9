/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/lint_check.h"

/* Words of a text as one key: "Mr. Pearl" and "mr pearl" have the same; ptr NULL when
 * memory is short. */
static struct xc_str
words_as_key(const struct xc_rule_file *file, struct xc_str text)
{
    struct xc_arena *arena = file->loading.arena;
    struct xc_str *keys;
    char *joined;
    size_t len = 0;
    size_t n;
    size_t i;

    if (xc_words_of_text(file->loading.lexicon->text.words, text, arena, &keys, &n) !=
        XC_OK)
        return (struct xc_str){NULL, 0};
    for (i = 0; i < n; i++)
        len += keys[i].len + 1;
    joined = xc_arena_alloc(arena, len + 1);
    if (joined == NULL)
        return (struct xc_str){NULL, 0};
    len = 0;
    for (i = 0; i < n; i++) {
        memcpy(joined + len, keys[i].ptr, keys[i].len);
        len += keys[i].len;
        joined[len++] = ' ';
    }
    return (struct xc_str){joined, len};
}

/* Tells the texts of a list that stand in it twice: letter by letter (a pattern with a
 * capital is another one), or for names word by word. */
static enum xc_status
check_list(struct xc_rule_file *file, const struct xc_node *list, bool by_words)
{
    struct xc_table seen = {NULL, 0, 0};
    const struct xc_node *item;
    enum xc_status status = XC_OK;
    size_t n = 0;

    if (list == NULL || list->kind != XC_NODE_LIST)
        return XC_OK;
    for (item = list->first; item != NULL && status == XC_OK; item = item->next) {
        struct xc_str key = xc_str_trim(item->text);
        size_t first;

        if (!xc_node_is_scalar(item))
            continue;
        if (by_words)
            key = words_as_key(file, item->text);
        if (key.ptr == NULL ||
            !xc_table_add(&seen, key, n, file->loading.arena, &first))
            return XC_NO_MEMORY;
        if (first != n++)
            status = xc_field_tell(&file->loading, item, false, XC_CODE_DUPLICATE_ENTRY,
                                   "take one of them out", "'%.*s' is listed twice",
                                   (int)item->text.len, item->text.ptr);
    }
    return status;
}

static enum xc_status
check_terms(struct xc_rule_file *file)
{
    const struct xc_node *terms = xc_node_get(file->root, "terms");
    const struct xc_node *term;
    enum xc_status status = XC_OK;

    if (terms == NULL)
        return XC_OK;
    for (term = terms->first; term != NULL && status == XC_OK; term = term->next)
        status = check_list(file, term, false);
    return status;
}

/* An event whose own day lies outside of the dates that speak for it. */
static enum xc_status
check_dates(struct xc_rule_file *file)
{
    const struct xc_event *event = &file->topic.event;
    const struct xc_node *map = xc_node_get(file->root, "event");
    int32_t first;
    int32_t last;

    if (!event->has_date || !event->has_published)
        return XC_OK;
    xc_date_days(event->date, &first, &last);
    if (first <= event->published_last_day && last >= event->published_first_day)
        return XC_OK;
    return xc_field_tell(
        &file->loading, xc_node_get(map, "date"), false, XC_CODE_DATE_OUTSIDE_PUBLISHED,
        "'published' are the dates of articles about it, its own day among them",
        "the event's date lies outside of 'published'");
}

enum xc_status
xc_lint_topic(struct xc_rule_file *file)
{
    const struct xc_node *event = xc_node_get(file->root, "event");
    enum xc_status status = check_dates(file);

    if (status == XC_OK)
        status = check_list(file, xc_node_get(file->root, "about"), false);
    if (status == XC_OK)
        status = check_list(file, xc_node_get(event, "name"), true);
    if (status == XC_OK)
        status = check_list(file, xc_node_get(event, "marks"), true);
    return status == XC_OK ? check_terms(file) : status;
}

/* The marks of all files, each with the name of the event it is for. */
struct marks {
    struct xc_rule_file *files;
    struct xc_table seen; /* to the index of the file that has it first */
};

/* Finds the file that has the mark for an event of the same name, too; index when none
 * does. */
static bool
find_other(struct marks *marks, size_t index, const struct xc_node *mark, size_t *out)
{
    struct xc_rule_file *file = &marks->files[index];
    struct xc_arena *arena = file->loading.arena;
    struct xc_str mine = words_as_key(file, mark->text);
    size_t i;

    *out = index;
    for (i = 0; i < file->topic.event.n_names && *out == index; i++) {
        struct xc_str name = words_as_key(file, file->topic.event.names[i]);
        struct xc_str key;

        if (mine.ptr == NULL || name.ptr == NULL)
            return false;
        key = xc_arena_printf(arena, "%.*s\t%.*s", (int)name.len, name.ptr,
                              (int)mine.len, mine.ptr);
        if (key.ptr == NULL || !xc_table_add(&marks->seen, key, index, arena, out))
            return false;
    }
    return true;
}

static enum xc_status
check_mark(struct marks *marks, size_t index, const struct xc_node *mark)
{
    struct xc_str other;
    size_t first;

    if (!find_other(marks, index, mark, &first))
        return XC_NO_MEMORY;
    if (first == index)
        return XC_OK;
    other = marks->files[first].loading.path;
    return xc_field_tell(&marks->files[index].loading, mark, false, XC_CODE_SHARED_MARK,
                         "a mark is what only one instance has: take it out of both",
                         "'%.*s' is a mark of another instance, too, in %.*s",
                         (int)mark->text.len, mark->text.ptr, (int)other.len,
                         other.ptr);
}

static enum xc_status
check_marks(struct marks *marks, size_t index)
{
    const struct xc_node *event = xc_node_get(marks->files[index].root, "event");
    const struct xc_node *list = xc_node_get(event, "marks");
    const struct xc_node *mark;
    enum xc_status status = XC_OK;

    if (list == NULL)
        return XC_OK;
    if (list->kind != XC_NODE_LIST)
        return check_mark(marks, index, list);
    for (mark = list->first; mark != NULL && status == XC_OK; mark = mark->next)
        status = check_mark(marks, index, mark);
    return status;
}

enum xc_status
xc_lint_marks(struct xc_rule_file *files, size_t n)
{
    struct marks marks = {.files = files};
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < n && status == XC_OK; i++) {
        if (files[i].n_faults == 0)
            status = check_marks(&marks, i);
    }
    return status;
}
