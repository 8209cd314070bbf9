/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/settings.h"

#include <stdint.h>
#include <string.h>

#include "base/vec.h"
#include "data/yaml.h"
#include "rule/keys.h"

const char *const xc_keys_of_settings[] = {
    "xclaim",  "rules",     "record",   "lexicon",      "severities", "fail-on",
    "outlets", "decisions", "baseline", "suppressions", NULL};

/* A report's findings are its verdicts: what they weigh is the claim's own severity. */
const char *const xc_keys_of_severities[] = {"contradicts-record",
                                             "contradicts-itself",
                                             "uncorroborated",
                                             "single-origin",
                                             "corroborates",
                                             "changes-record",
                                             "hidden-text",
                                             "unused-suppression",
                                             "expired-suppression",
                                             "unused-decision",
                                             NULL};

const char *const xc_words_of_fail_on[] = {"error", "warning", "note", "never", NULL};

void
xc_settings_init(struct xc_settings *out)
{
    *out = (struct xc_settings){.path = {"", 0}};
}

static enum xc_status
check_version(struct xc_loading *loading, const struct xc_node *root)
{
    static const char *const hint = "begin the file with xclaim: 1";
    const struct xc_node *node = xc_node_get(root, "xclaim");

    if (node == NULL)
        return xc_field_tell(loading, root, false, XC_CODE_MISSING_KEY, hint,
                             "settings need the key 'xclaim'");
    if (node->kind == XC_NODE_NUMBER && xc_str_is(node->text, "1"))
        return XC_OK;
    return xc_field_tell(loading, node, false, XC_CODE_UNKNOWN_VERSION,
                         "write xclaim: 1", "this version of settings is not known");
}

/* "desk/xclaim.yaml" → "desk/". */
static struct xc_str
folder_of(struct xc_str path)
{
    size_t slash = path.len;

    while (slash > 0 && path.ptr[slash - 1] != '/')
        slash--;
    return xc_str_sub(path, 0, slash);
}

/* The path that node names, as seen from where the file was opened. */
static enum xc_status
make_path(const struct xc_loading *loading, const struct xc_node *node,
          struct xc_settings_path *out)
{
    const struct xc_str text = node->text;
    struct xc_str folder = folder_of(loading->path);
    char *path;

    if (text.ptr[0] == '/')
        folder.len = 0;
    else if (folder.len == 0 && xc_str_is(text, "-"))
        folder = XC_STR("./"); /* a file of that name, not standard input */
    path = xc_arena_alloc(loading->arena, folder.len + text.len);
    if (path == NULL)
        return XC_NO_MEMORY;
    memcpy(path, folder.ptr, folder.len);
    memcpy(path + folder.len, text.ptr, text.len);
    *out = (struct xc_settings_path){{path, folder.len + text.len}, node};
    return XC_OK;
}

static enum xc_status
load_paths(struct xc_loading *loading, const struct xc_node *root, const char *key,
           struct xc_settings_paths *out)
{
    struct xc_node_list nodes = {NULL, 0};
    enum xc_status status = xc_field_list(loading, xc_node_get(root, key), key, &nodes);
    size_t i;

    if (status != XC_OK || nodes.n == 0)
        return status;
    out->items = xc_arena_array(loading->arena, nodes.n, sizeof *out->items);
    if (out->items == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < nodes.n && status == XC_OK; i++)
        status = make_path(loading, nodes.items[i], &out->items[i]);
    out->n = i;
    return status;
}

static enum xc_status
load_path(struct xc_loading *loading, const struct xc_node *root, const char *key,
          struct xc_settings_path *out)
{
    struct xc_str text = {NULL, 0};
    enum xc_status status = xc_field_text(loading, root, key, NULL, &text);

    if (status != XC_OK || text.ptr == NULL)
        return status;
    return make_path(loading, xc_node_get(root, key), out);
}

static enum xc_status
load_severities(struct xc_loading *loading, const struct xc_node *root,
                enum xc_severity *severities)
{
    const struct xc_node *map = xc_node_get(root, "severities");
    enum xc_status status;
    size_t i;
    bool ok;

    if (map == NULL)
        return XC_OK;
    if (map->kind != XC_NODE_MAP)
        return xc_field_tell(loading, map, false, XC_CODE_WRONG_TYPE,
                             "as in severities: {uncorroborated: note}",
                             "'severities' gives kinds of findings their severity");
    status = xc_field_keys(loading, map, "'severities'", xc_keys_of_severities, &ok);
    for (i = 0; xc_keys_of_severities[i] != NULL && status == XC_OK; i++) {
        enum xc_finding_kind kind;
        size_t severity = SIZE_MAX;

        status = xc_field_choice(loading, map, xc_keys_of_severities[i],
                                 xc_words_of_severity, &severity);
        /* The words stand in the order of the enum. */
        if (severity != SIZE_MAX &&
            xc_finding_kind_parse(xc_str_of(xc_keys_of_severities[i]), &kind))
            severities[kind] = (enum xc_severity)(XC_SEVERITY_ERROR + severity);
    }
    return status;
}

static enum xc_status
load_fail_on(struct xc_loading *loading, const struct xc_node *root,
             enum xc_fail_on *out)
{
    size_t word = SIZE_MAX;
    enum xc_status status =
        xc_field_choice(loading, root, "fail-on", xc_words_of_fail_on, &word);

    if (word != SIZE_MAX)
        *out = (enum xc_fail_on)(XC_FAIL_ON_ERROR + word);
    return status;
}

static enum xc_status
tell_outlets(struct xc_loading *loading, const struct xc_node *node)
{
    return xc_field_tell(loading, node, false, XC_CODE_WRONG_TYPE,
                         "as in - [Harbour Mirror, Mirror on Sunday]",
                         "'outlets' is a list of lists of at least two publishers");
}

static enum xc_status
load_house(struct xc_loading *loading, const struct xc_node *node, struct xc_house *out)
{
    struct xc_node_list names = {NULL, 0};
    enum xc_status status;
    size_t i;

    if (node->kind != XC_NODE_LIST || node->n_children < 2)
        return tell_outlets(loading, node);
    status = xc_field_list(loading, node, "outlets", &names);
    if (status != XC_OK)
        return status;
    out->names = xc_arena_array(loading->arena, names.n, sizeof *out->names);
    if (out->names == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < names.n; i++)
        out->names[i] = names.items[i]->text;
    out->n = names.n;
    return XC_OK;
}

static enum xc_status
load_outlets(struct xc_loading *loading, const struct xc_node *root,
             struct xc_settings *out)
{
    const struct xc_node *list = xc_node_get(root, "outlets");
    const struct xc_node *node;
    enum xc_status status = XC_OK;

    if (list == NULL)
        return XC_OK;
    if (list->kind != XC_NODE_LIST || list->n_children == 0)
        return tell_outlets(loading, list);
    out->outlets =
        xc_arena_array(loading->arena, list->n_children, sizeof *out->outlets);
    if (out->outlets == NULL)
        return XC_NO_MEMORY;
    for (node = list->first; node != NULL && status == XC_OK; node = node->next) {
        struct xc_house *house = &out->outlets[out->n_outlets];

        status = load_house(loading, node, house);
        out->n_outlets += house->n > 0;
    }
    return status;
}

static enum xc_status
load_settings(const struct xc_node *root, struct xc_settings *out)
{
    struct xc_loading *loading = &out->loading;
    enum xc_status status;
    bool ok;

    if (root->kind != XC_NODE_MAP)
        return xc_field_tell(loading, root, false, XC_CODE_WRONG_TYPE,
                             "write keys and values, as in rules: [rules]",
                             "settings are expected here");
    status = xc_field_keys(loading, root, "settings", xc_keys_of_settings, &ok);
    if (status == XC_OK)
        status = check_version(loading, root);
    if (status == XC_OK)
        status = load_paths(loading, root, "rules", &out->rules);
    out->names_rules = xc_node_get(root, "rules") != NULL;
    if (status == XC_OK)
        status = load_paths(loading, root, "record", &out->record);
    if (status == XC_OK)
        status = load_paths(loading, root, "lexicon", &out->lexicon);
    if (status == XC_OK)
        status = load_paths(loading, root, "decisions", &out->decisions);
    if (status == XC_OK)
        status = load_path(loading, root, "baseline", &out->baseline);
    if (status == XC_OK)
        status = load_severities(loading, root, out->severities);
    if (status == XC_OK)
        status = load_fail_on(loading, root, &out->fail_on);
    if (status == XC_OK)
        status = load_outlets(loading, root, out);
    if (status == XC_OK && xc_node_get(root, "suppressions") != NULL)
        status = xc_suppressions_load(loading, xc_node_get(root, "suppressions"),
                                      &out->suppressions);
    return status;
}

enum xc_status
xc_settings_read(struct xc_str path, struct xc_str text, struct xc_arena *arena,
                 struct xc_settings *out, struct xc_problems *problems)
{
    struct xc_settings made = {.loading = {.arena = arena, .problems = problems}};
    size_t n_problems = problems->n;
    struct xc_node *root;
    enum xc_status status;

    status = xc_yaml_parse(text, path, 1, XC_PROBLEM_RULE, arena, &root, problems);
    if (status != XC_OK)
        return status;
    if (!xc_arena_str(arena, path, &made.path) ||
        !xc_arena_str(arena, text, &made.loading.text))
        return XC_NO_MEMORY;
    made.loading.path = made.path;
    status = xc_field_index_lines(&made.loading);
    if (status == XC_OK)
        status = load_settings(root, &made);
    xc_problems_sort(problems, n_problems);
    if (status == XC_OK)
        *out = made;
    return status;
}

enum xc_status
xc_settings_load(struct xc_str path, struct xc_str text, struct xc_arena *arena,
                 struct xc_settings *out, struct xc_problems *problems)
{
    struct xc_settings made;
    enum xc_status status = xc_settings_read(path, text, arena, &made, problems);

    if (status == XC_OK && made.loading.n_faults > 0)
        status = XC_BAD_RULE;
    if (status == XC_OK)
        *out = made;
    return status;
}
