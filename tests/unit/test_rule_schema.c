/* SPDX-License-Identifier: Apache-2.0 */
/* The schemas of what people write name the keys and words that the loaders know, and no
 * others. */
#include "config.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/vec.h"
#include "data/json.h"
#include "io/file.h"
#include "rule/keys.h"
#include "suite.h"
#include "value/value.h"

static struct xc_arena arena;
static struct xc_problems problems;
static const struct xc_node *schema;

static void
setup(const char *name)
{
    const char *source = getenv("SOURCE");
    struct xc_node *root = NULL;
    struct xc_str path;
    struct xc_str text;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    path = xc_arena_printf(&arena, "%s/docs/%s", source == NULL ? "." : source, name);
    ck_assert(xc_file_read(path, XC_MAX_RULE_BYTES, XC_PROBLEM_UNREADABLE, &arena,
                           &text, &problems) == XC_OK);
    ck_assert(xc_json_parse(text, path, 1, &arena, &root, &problems) == XC_OK);
    schema = root;
}

/* The node under a path of NULL-ended keys. */
static const struct xc_node *
under(const char *const *keys)
{
    const struct xc_node *node = schema;

    for (; *keys != NULL; keys++)
        node = xc_node_get(node, *keys);
    ck_assert_ptr_nonnull(node);
    return node;
}

static bool
is_listed(struct xc_str word, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (xc_str_is(word, *words))
            return true;
    }
    return false;
}

/* The keys of a map (the items of a list) are the words, each once. */
static void
check_words(const struct xc_node *node, const char *const *words)
{
    const struct xc_node *child;
    size_t n = 0;

    while (words[n] != NULL)
        n++;
    for (child = node->first; child != NULL; child = child->next) {
        struct xc_str word = node->kind == XC_NODE_MAP ? child->key : child->text;

        ck_assert_msg(is_listed(word, words), "only the schema knows '%.*s'",
                      (int)word.len, word.ptr);
    }
    ck_assert_msg(node->n_children == n,
                  "the schema knows %zu words from '%s' on, not %zu", node->n_children,
                  words[0], n);
}

START_TEST(rule_schema_has_the_loaders_words)
{
    static const struct {
        const char *path[6];
        const char *const *words;
    } rows[] = {
        {{"properties", NULL}, xc_keys_of_file},
        {{"$defs", "event", "properties", NULL}, xc_keys_of_event},
        {{"$defs", "claim", "properties", NULL}, xc_keys_of_claim},
        {{"$defs", "examples", "properties", NULL}, xc_keys_of_examples},
        {{"$defs", "claim", "properties", "changes", "enum", NULL},
         xc_words_of_changes},
        {{"$defs", "claim", "properties", "severity", "enum", NULL},
         xc_words_of_severity},
    };
    const char *kinds[XC_N_VALUE_KINDS + 1] = {NULL};
    const char *const to_kinds[] = {"$defs", "kind", "enum", NULL};
    size_t i;

    setup("rules.schema.json");
    for (i = 0; i < XC_COUNT(rows); i++)
        check_words(under(rows[i].path), rows[i].words);
    for (i = 0; i < XC_N_VALUE_KINDS; i++)
        kinds[i] = xc_value_kind_name((enum xc_value_kind)i);
    check_words(under(to_kinds), kinds);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(decisions_schema_has_the_loaders_words)
{
    static const struct {
        const char *file;
        const char *path[6];
        const char *const *words;
    } rows[] = {
        {"decisions.schema.json", {"properties", NULL}, xc_keys_of_decisions},
        {"decisions.schema.json",
         {"$defs", "decision", "properties", NULL},
         xc_keys_of_decision},
        {"decisions.schema.json",
         {"$defs", "decision", "properties", "decision", "enum", NULL},
         xc_words_of_decision},
        {"settings.schema.json",
         {"$defs", "suppression", "properties", NULL},
         xc_keys_of_suppression},
        {"settings.schema.json",
         {"$defs", "suppression", "properties", "kind", "enum", NULL},
         xc_words_of_suppressed},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        setup(rows[i].file);
        check_words(under(rows[i].path), rows[i].words);
        xc_arena_release(&arena);
    }
}
END_TEST

/* Every map refuses other keys, and every key tells what it is for. */
START_TEST(schemas_are_closed_and_tell)
{
    static const struct {
        const char *file;
        const char *path[4];
    } rows[] = {
        {"rules.schema.json", {NULL}},
        {"rules.schema.json", {"$defs", "event", NULL}},
        {"rules.schema.json", {"$defs", "claim", NULL}},
        {"rules.schema.json", {"$defs", "examples", NULL}},
        {"decisions.schema.json", {NULL}},
        {"decisions.schema.json", {"$defs", "decision", NULL}},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        const struct xc_node *map;
        const struct xc_node *closed;
        const struct xc_node *key;

        setup(rows[i].file);
        map = under(rows[i].path);
        closed = xc_node_get(map, "additionalProperties");
        ck_assert(closed != NULL && closed->kind == XC_NODE_BOOL && !closed->truth);
        for (key = xc_node_get(map, "properties")->first; key != NULL; key = key->next)
            ck_assert_msg(xc_node_get(key, "description") != NULL, "%.*s",
                          (int)key->key.len, key->key.ptr);
        xc_arena_release(&arena);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        rule_schema_has_the_loaders_words,
        decisions_schema_has_the_loaders_words,
        schemas_are_closed_and_tell,
        NULL,
    };

    return suite_run("rule_schema", tests);
}
