/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/decisions.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/table.h"
#include "base/vec.h"
#include "data/yaml.h"
#include "rule/keys.h"

static const char a_decision[] = "a decision";

const char *
xc_decision_name(enum xc_decision_kind kind)
{
    return xc_words_of_decision[kind];
}

static enum xc_status
check_version(struct xc_loading *loading, const struct xc_node *root)
{
    const struct xc_node *node = xc_node_get(root, "xclaim");

    if (node == NULL)
        return xc_field_tell(loading, root, false, XC_CODE_MISSING_KEY,
                             "begin the file with xclaim: 1",
                             "a decisions file needs the key 'xclaim'");
    if (node->kind == XC_NODE_NUMBER && xc_str_is(node->text, "1"))
        return XC_OK;
    return xc_field_tell(loading, node, false, XC_CODE_UNKNOWN_VERSION,
                         "write xclaim: 1",
                         "this version of decisions files is not known");
}

static enum xc_status
load_kind(struct xc_loading *loading, const struct xc_node *map,
          struct xc_decision *out)
{
    size_t kind = 0;

    if (xc_node_get(map, "decision") == NULL)
        return xc_field_tell(loading, map, false, XC_CODE_MISSING_KEY,
                             "as in decision: not-about, or the stance that it has",
                             "a decision needs the key 'decision'");
    if (xc_field_choice(loading, map, "decision", xc_words_of_decision, &kind) != XC_OK)
        return XC_NO_MEMORY;
    out->kind = (enum xc_decision_kind)kind; /* the words stand in the enum's order */
    return XC_OK;
}

static enum xc_status
load_decision(struct xc_loading *loading, const struct xc_node *map,
              struct xc_decision *out)
{
    enum xc_status status;
    bool ok;

    *out = (struct xc_decision){.by = XC_STR("")};
    status = xc_field_keys(loading, map, a_decision, xc_keys_of_decision, &ok);
    if (status != XC_OK || !ok)
        return status;
    status = xc_selection_load(loading, map, a_decision, &out->on);
    if (status == XC_OK)
        status = load_kind(loading, map, out);
    if (status == XC_OK)
        status = xc_selection_text(loading, map, "by", NULL, &out->by);
    if (status == XC_OK)
        status = xc_selection_text(loading, map, "reason", a_decision, &out->reason);
    if (status == XC_OK)
        status = xc_selection_day(loading, map, "date", a_decision, &out->date);
    return status;
}

/* Tells a decision that decides another way than one of the same day and the same words:
 * which of them is the last word, nobody could know. */
static enum xc_status
check_twice(struct xc_loading *loading, const struct xc_node *map,
            const struct xc_decisions *decisions, struct xc_table *seen)
{
    const struct xc_decision *made = &decisions->items[decisions->n - 1];
    const struct xc_selection *on = &made->on;
    const struct xc_decision *other;
    size_t first = decisions->n - 1;
    struct xc_str key = xc_arena_printf(
        loading->arena, "%d\n%.*s/%.*s\n%.*s\n%.*s", (int)xc_date_day(made->date),
        (int)on->topic.len, on->topic.ptr, (int)on->claim.len, on->claim.ptr,
        (int)on->words.len, on->words.ptr, (int)on->source.len, on->source.ptr);

    if (key.ptr == NULL ||
        !xc_table_add(seen, key, decisions->n - 1, loading->arena, &first))
        return XC_NO_MEMORY;
    other = &decisions->items[first];
    if (other->kind == made->kind)
        return XC_OK;
    return xc_field_tell(loading, map, false, XC_CODE_NONE,
                         "keep one of them, or give the later one its date",
                         "decided twice on one day; the quote on line %zu was %s",
                         other->on.line, xc_decision_name(other->kind));
}

static enum xc_status
load_list(struct xc_loading *loading, const struct xc_node *root,
          struct xc_decisions *out)
{
    const struct xc_node *list = xc_node_get(root, "decisions");
    struct xc_table seen = {NULL, 0, 0};
    enum xc_status status = XC_OK;
    const struct xc_node *node;

    if (list == NULL)
        return xc_field_tell(loading, root, false, XC_CODE_MISSING_KEY, NULL,
                             "a decisions file needs the key 'decisions'");
    if (list->kind == XC_NODE_NULL)
        return XC_OK; /* the key, and nothing below it yet */
    if (list->kind != XC_NODE_LIST)
        return xc_field_tell(loading, list, false, XC_CODE_WRONG_TYPE,
                             "begin each decision with a dash, as in - claim: tied",
                             "'decisions' is a list of decisions");
    if (list->n_children > XC_MAX_DECISIONS)
        return xc_field_tell(loading, list, false, XC_CODE_FILE_TOO_LARGE,
                             "make several files of it", "more than %zu decisions",
                             XC_MAX_DECISIONS);
    for (node = list->first; node != NULL && status == XC_OK; node = node->next) {
        struct xc_decision *decision = XC_VEC_ADD(out, loading->arena);
        size_t n_faults = loading->n_faults;

        if (decision == NULL)
            return XC_NO_MEMORY;
        status = load_decision(loading, node, decision);
        if (status == XC_OK && loading->n_faults == n_faults)
            status = check_twice(loading, node, out, &seen);
    }
    return status;
}

enum xc_status
xc_decisions_load(struct xc_str path, struct xc_str text, struct xc_arena *arena,
                  struct xc_decisions *decisions, struct xc_problems *problems)
{
    struct xc_loading loading = {
        .path = path, .text = text, .arena = arena, .problems = problems};
    size_t n_problems = problems->n;
    struct xc_decisions made = {NULL, 0, 0};
    struct xc_node *root = NULL;
    enum xc_status status;
    bool ok = false;
    size_t i;

    status = xc_yaml_parse(text, path, 1, XC_PROBLEM_RULE, arena, &root, problems);
    if (status != XC_OK)
        return status;
    status = xc_field_index_lines(&loading);
    if (status == XC_OK)
        status = xc_field_keys(&loading, root, "a decisions file", xc_keys_of_decisions,
                               &ok);
    if (status == XC_OK && ok)
        status = check_version(&loading, root);
    if (status == XC_OK && ok)
        status = load_list(&loading, root, &made);
    xc_problems_sort(problems, n_problems);
    if (status == XC_OK && loading.n_faults > 0)
        status = XC_BAD_RULE;
    for (i = 0; status == XC_OK && i < made.n; i++) {
        struct xc_decision *decision = XC_VEC_ADD(decisions, arena);

        if (decision == NULL)
            return XC_NO_MEMORY;
        *decision = made.items[i];
    }
    return status;
}

static int
compare(const void *left, const void *right)
{
    const struct xc_decision *a = left;
    const struct xc_decision *b = right;
    int32_t a_day = xc_date_day(a->date);
    int32_t b_day = xc_date_day(b->date);

    if (a_day != b_day)
        return a_day < b_day ? -1 : 1;
    return xc_selection_compare(&a->on, &b->on);
}

void
xc_decisions_sort(struct xc_decisions *decisions)
{
    if (decisions->n > 1)
        qsort(decisions->items, decisions->n, sizeof *decisions->items, compare);
}
