/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/loader.h"

#include <stdlib.h>

#include "base/vec.h"
#include "data/yaml.h"
#include "rule/claim.h"
#include "rule/event.h"
#include "rule/keys.h"
#include "rule/term.h"

static enum xc_status
check_version(struct xc_loading *loading, const struct xc_node *root)
{
    const struct xc_node *node = xc_node_get(root, "xclaim");

    if (node == NULL)
        return xc_field_tell(loading, root, false, XC_CODE_MISSING_KEY,
                             "begin the file with xclaim: 1",
                             "a rule file needs the key 'xclaim'");
    if (node->kind == XC_NODE_NUMBER && xc_str_is(node->text, "1"))
        return XC_OK;
    return xc_field_tell(loading, node, false, XC_CODE_UNKNOWN_VERSION,
                         "write xclaim: 1",
                         "this version of the rule language is not known");
}

static enum xc_status
load_names(struct xc_loading *loading, const struct xc_node *root, struct xc_topic *out)
{
    const struct xc_node *node = xc_node_get(root, "topic");
    enum xc_status status;

    status = xc_field_text(loading, root, "topic", "a rule file", &out->id);
    if (status == XC_OK && out->id.ptr != NULL) {
        out->line = node->line;
        out->column = node->column;
        out->excerpt = xc_field_place(loading, node, false).excerpt;
        status = xc_field_check_id(loading, node);
    }
    out->title = out->id;
    if (status == XC_OK)
        status = xc_field_text(loading, root, "title", NULL, &out->title);
    return status;
}

static enum xc_status
load_about(struct xc_loading *loading, const struct xc_node *root, struct xc_topic *out)
{
    struct xc_pattern_list patterns = {NULL, 0};
    struct xc_declared none = {NULL, 0};
    enum xc_status status;
    size_t i;

    status = xc_field_patterns(loading, root, "about", none, &patterns);
    for (i = 0; i < patterns.n && status == XC_OK; i++) {
        struct xc_node place = *root;

        if (patterns.items[i]->n_slots == 0)
            continue;
        place.line = patterns.items[i]->line;
        place.column = patterns.items[i]->column;
        status = xc_field_tell(loading, &place, false, XC_CODE_SLOT_IN_ABOUT,
                               "write the words only", "a slot has no use in 'about'");
    }
    out->about = patterns.items;
    out->n_about = patterns.n;
    return status;
}

/* Tells an id that an earlier claim has. */
static enum xc_status
check_claim_id(struct xc_loading *loading, const struct xc_node *node,
               const struct xc_claim *claims, size_t n, struct xc_table *ids)
{
    const struct xc_claim *claim = &claims[n];
    size_t first = n;

    if (claim->id.len == 0)
        return XC_OK;
    if (!xc_table_add(ids, claim->id, n, loading->arena, &first))
        return XC_NO_MEMORY;
    if (first == n)
        return XC_OK;
    return xc_field_tell(loading, xc_node_get(node, "id"), false, XC_CODE_DUPLICATE_ID,
                         "give it another id",
                         "claim id '%.*s' is used twice; the first is on line %zu",
                         (int)claim->id.len, claim->id.ptr, claims[first].line);
}

static enum xc_status
load_claims(struct xc_loading *loading, const struct xc_node *root,
            struct xc_topic *out)
{
    const struct xc_node *list = xc_node_get(root, "claims");
    struct xc_table ids = {NULL, 0, 0};
    const struct xc_node *node;
    struct xc_claim *claims;
    enum xc_status status = XC_OK;
    size_t n = 0;

    if (list == NULL)
        return xc_field_tell(loading, root, false, XC_CODE_MISSING_KEY, NULL,
                             "a rule file needs the key 'claims'");
    if (list->kind != XC_NODE_LIST || list->n_children == 0)
        return xc_field_tell(loading, list, false, XC_CODE_WRONG_TYPE,
                             "begin each claim with a dash, as in - id: tied",
                             "'claims' is a list of at least one claim");
    claims = xc_arena_array(loading->arena, list->n_children, sizeof *claims);
    if (claims == NULL)
        return XC_NO_MEMORY;
    for (node = list->first; node != NULL && status == XC_OK; node = node->next) {
        status = xc_claim_load(loading, node, &claims[n]);
        if (status == XC_OK)
            status = check_claim_id(loading, node, claims, n, &ids);
        n++;
    }
    out->claims = claims;
    out->n_claims = n;
    return status;
}

static enum xc_status
load_topic(struct xc_loading *loading, const struct xc_node *root, struct xc_topic *out)
{
    enum xc_status status;
    size_t n_faults;
    bool ok;

    status = xc_field_keys(loading, root, "a rule file", xc_keys_of_file, &ok);
    if (status != XC_OK || !ok)
        return status;
    status = check_version(loading, root);
    if (status == XC_OK)
        status = load_names(loading, root, out);
    if (status == XC_OK)
        status = xc_event_load(loading, root, &out->event);
    n_faults = loading->n_faults;
    if (status == XC_OK)
        status = xc_term_load(loading, root);
    loading->bad_terms = loading->n_faults > n_faults;
    n_faults = loading->n_faults;
    if (status == XC_OK)
        status = load_about(loading, root, out);
    if (status == XC_OK)
        status = load_claims(loading, root, out);
    loading->bad_patterns = loading->n_faults > n_faults;
    return status;
}

static enum xc_status
append_topic(const struct xc_topic *made, struct xc_arena *arena,
             struct xc_topic_vec *topics)
{
    struct xc_topic *topic = XC_VEC_ADD(topics, arena);
    size_t i;

    if (topic == NULL)
        return XC_NO_MEMORY;
    *topic = *made;
    for (i = 0; i < topic->n_claims; i++)
        topic->claims[i].topic = topics->n - 1;
    return XC_OK;
}

enum xc_status
xc_rule_read(const struct xc_lexicon *lexicon, struct xc_str path, struct xc_str text,
             struct xc_arena *arena, struct xc_rule_file *out,
             struct xc_problems *problems)
{
    struct xc_rule_file file = {
        .loading = {.lexicon = lexicon, .arena = arena, .problems = problems}};
    size_t n_problems = problems->n;
    enum xc_status status;

    status = xc_yaml_parse(text, path, 1, XC_PROBLEM_RULE, arena, &file.root, problems);
    if (status != XC_OK)
        return status;
    if (!xc_arena_str(arena, path, &file.loading.path) ||
        !xc_arena_str(arena, text, &file.loading.text))
        return XC_NO_MEMORY;
    file.topic.file = file.loading.path;
    status = xc_field_index_lines(&file.loading);
    if (status == XC_OK)
        status = load_topic(&file.loading, file.root, &file.topic);
    xc_problems_sort(problems, n_problems);
    file.n_faults = file.loading.n_faults;
    if (status == XC_OK)
        *out = file;
    else
        xc_rule_file_release(&file);
    return status;
}

void
xc_rule_file_release(struct xc_rule_file *file)
{
    size_t i;

    for (i = 0; i < file->loading.made.n; i++)
        xc_pattern_release(file->loading.made.items[i].pattern);
    file->loading.made.n = 0;
}

enum xc_status
xc_rule_load(const struct xc_lexicon *lexicon, struct xc_str path, struct xc_str text,
             struct xc_arena *arena, struct xc_topic_vec *topics,
             struct xc_problems *problems)
{
    struct xc_rule_file file;
    enum xc_status status = xc_rule_read(lexicon, path, text, arena, &file, problems);

    if (status != XC_OK)
        return status;
    status = file.n_faults > 0 ? XC_BAD_RULE : append_topic(&file.topic, arena, topics);
    if (status != XC_OK)
        xc_rule_file_release(&file);
    return status;
}

static int
compare_topics(const void *a, const void *b)
{
    const struct xc_topic *left = a;
    const struct xc_topic *right = b;
    int order = xc_str_compare(left->id, right->id);

    return order != 0 ? order : xc_str_compare(left->file, right->file);
}

void
xc_topics_sort(struct xc_topic_vec *topics)
{
    size_t t;
    size_t c;

    if (topics->n > 1)
        qsort(topics->items, topics->n, sizeof *topics->items, compare_topics);
    for (t = 0; t < topics->n; t++) {
        for (c = 0; c < topics->items[t].n_claims; c++)
            topics->items[t].claims[c].topic = t;
    }
}

enum xc_status
xc_rule_check_set(const struct xc_topic_vec *topics, struct xc_problems *problems)
{
    struct xc_table ids = {NULL, 0, 0};
    enum xc_status status = XC_OK;
    size_t first = 0;
    size_t i;

    for (i = 0; i < topics->n; i++) {
        const struct xc_topic *topic = &topics->items[i];
        struct xc_place place = {.path = topic->file,
                                 .line = topic->line,
                                 .column = topic->column,
                                 .excerpt = topic->excerpt};

        if (!xc_table_add(&ids, topic->id, i, problems->arena, &first))
            return XC_NO_MEMORY;
        if (first == i)
            continue;
        status = XC_BAD_RULE;
        if (!xc_problems_tell(problems, XC_PROBLEM_RULE, XC_CODE_DUPLICATE_ID, &place,
                              "give one of them another id",
                              "topic id '%.*s' is used twice; the first is in %.*s",
                              (int)topic->id.len, topic->id.ptr,
                              (int)topics->items[first].file.len,
                              topics->items[first].file.ptr))
            return XC_NO_MEMORY;
    }
    return status;
}

static void
release_patterns(struct xc_pattern **patterns, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        xc_pattern_release(patterns[i]);
}

void
xc_topics_release(struct xc_topic_vec *topics)
{
    size_t t;
    size_t c;

    for (t = 0; t < topics->n; t++) {
        struct xc_topic *topic = &topics->items[t];

        release_patterns(topic->about, topic->n_about);
        for (c = 0; c < topic->n_claims; c++) {
            release_patterns(topic->claims[c].match, topic->claims[c].n_match);
            release_patterns(topic->claims[c].unless, topic->claims[c].n_unless);
        }
    }
    *topics = (struct xc_topic_vec){NULL, 0, 0};
}
