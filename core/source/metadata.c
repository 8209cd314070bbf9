/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/metadata.h"

#include "base/table.h"
#include "base/vec.h"
#include "data/yaml.h"
#include "source/fields.h"

struct entry {
    const struct xc_node *map;
};

struct entry_vec {
    struct entry *items;
    size_t n;
    size_t cap;
};

struct xc_metadata {
    struct xc_str path;
    struct xc_str text;
    struct entry_vec entries;
    struct xc_table by_name; /* file name, or name#id, to entry */
};

static bool
tell(const struct xc_metadata *metadata, const struct xc_node *node, bool key,
     const char *suggestion, struct xc_str message, struct xc_problems *problems)
{
    const struct xc_place place =
        xc_node_place(node, key, metadata->path, metadata->text);
    struct xc_str hint = XC_STR("");

    if (suggestion != NULL)
        hint = xc_arena_printf(problems->arena, "did you mean '%s'?", suggestion);
    return message.ptr != NULL && hint.ptr != NULL &&
           xc_problems_add(problems, XC_PROBLEM_METADATA, &place, hint.ptr, "%.*s",
                           (int)message.len, message.ptr);
}

static bool
is_known(struct xc_str key)
{
    const char *const *known;

    for (known = xc_fields_known; *known != NULL; known++) {
        if (xc_str_is(key, *known))
            return true;
    }
    return false;
}

/* Checks the keys of one entry; counts the faults.  False when memory is short. */
static bool
check_entry(const struct xc_metadata *metadata, const struct xc_node *entry,
            size_t *n_faults, struct xc_problems *problems)
{
    const size_t most_shown = 60;
    const struct xc_node *node;

    if (entry->kind != XC_NODE_MAP) {
        (*n_faults)++;
        return tell(metadata, entry, false, NULL,
                    XC_STR("an entry is a map: publisher, title, author, …"), problems);
    }
    for (node = entry->first; node != NULL; node = node->next) {
        const struct xc_str key = node->key;
        struct xc_str shown = key.len > most_shown ? XC_STR("…") : key;

        if (is_known(key))
            continue;
        (*n_faults)++;
        if (!tell(metadata, node, true, xc_node_suggest(key, xc_fields_known),
                  xc_arena_printf(problems->arena, "unknown key '%.*s'", (int)shown.len,
                                  shown.ptr),
                  problems))
            return false;
    }
    return true;
}

/* Takes the entries of root into metadata.  XC_BAD_RULE: faults were told. */
static enum xc_status
take_entries(struct xc_metadata *metadata, const struct xc_node *root,
             struct xc_arena *arena, struct xc_problems *problems)
{
    const struct xc_node *node;
    size_t n_faults = 0;

    if (root->kind == XC_NODE_NULL)
        return XC_OK;
    if (root->kind != XC_NODE_MAP)
        return tell(metadata, root, false, NULL,
                    XC_STR("a map of file names is expected here"), problems)
                   ? XC_BAD_RULE
                   : XC_NO_MEMORY;
    for (node = root->first; node != NULL; node = node->next) {
        struct entry *added = XC_VEC_ADD(&metadata->entries, arena);
        size_t unused;

        if (added == NULL || !xc_table_add(&metadata->by_name, node->key,
                                           metadata->entries.n - 1, arena, &unused))
            return XC_NO_MEMORY;
        added->map = node;
        if (!check_entry(metadata, node, &n_faults, problems))
            return XC_NO_MEMORY;
    }
    return n_faults == 0 ? XC_OK : XC_BAD_RULE;
}

enum xc_status
xc_metadata_parse(struct xc_str path, struct xc_str text, struct xc_arena *arena,
                  const struct xc_metadata **out, struct xc_problems *problems)
{
    struct xc_metadata *metadata = xc_arena_array(arena, 1, sizeof *metadata);
    struct xc_node *root;
    enum xc_status status;

    if (metadata == NULL || !xc_arena_str(arena, path, &metadata->path) ||
        !xc_arena_str(arena, text, &metadata->text))
        return XC_NO_MEMORY;
    status = xc_yaml_parse(text, path, 1, XC_PROBLEM_METADATA, arena, &root, problems);
    if (status == XC_OK)
        status = take_entries(metadata, root, arena, problems);
    if (status == XC_OK)
        *out = metadata;
    return status;
}

enum xc_status
xc_metadata_apply(const struct xc_metadata *metadata, struct xc_str name,
                  struct xc_arena *arena, struct xc_source *source,
                  struct xc_problems *problems)
{
    size_t entry;

    if (!xc_table_get(&metadata->by_name, name, &entry))
        return XC_OK;
    return xc_fields_apply(metadata->entries.items[entry].map, metadata->path,
                           metadata->text, arena, source, problems);
}

bool
xc_metadata_entry(const struct xc_metadata *metadata, size_t i, struct xc_str *out_name,
                  struct xc_place *out_place)
{
    const struct xc_node *node;

    if (i >= metadata->entries.n)
        return false;
    node = metadata->entries.items[i].map;
    *out_name = node->key;
    *out_place = xc_node_place(node, true, metadata->path, metadata->text);
    return true;
}
