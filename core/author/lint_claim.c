/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/examples.h"
#include "author/lint_check.h"
#include "base/vec.h"
#include "rule/keys.h"

/* Reads the statement as an article that consists of it. */
static enum xc_status
read_statement(const struct xc_rule_file *file, struct xc_str statement,
               struct xc_value_hit_vec *out)
{
    const struct xc_lexicon *lexicon = file->loading.lexicon;
    struct xc_span run = {0, statement.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_text text;
    enum xc_status status =
        xc_text_build(&lexicon->text, statement, &block, 1, file->loading.arena, &text);
    size_t i;

    for (i = 0; status == XC_OK && i < text.n_sentences; i++)
        status = xc_values_find(lexicon->values, &text, text.sentences[i].words, NULL,
                                file->loading.arena, out);
    return status;
}

/* Names are nearly everywhere and texts are never found: a statement "has" neither. */
static bool
is_told_by_words(enum xc_value_kind kind)
{
    return kind != XC_VALUE_NAME && kind != XC_VALUE_TEXT;
}

/* "Three men tied it" with a slot {men:count} and no value: what it says stays unused. */
static enum xc_status
check_slot_without_value(struct xc_rule_file *file, const struct xc_node *node,
                         const struct xc_claim_slot *slot,
                         const struct xc_value_hit_vec *stated)
{
    const struct xc_value *only = NULL;
    struct xc_str hint;
    size_t i;

    for (i = 0; i < stated->n; i++) {
        if (stated->items[i].value.kind != slot->kind)
            continue;
        if (only != NULL)
            return XC_OK; /* which of them it is, nobody knows */
        only = &stated->items[i].value;
    }
    if (only == NULL)
        return XC_OK;
    hint = xc_arena_printf(file->loading.arena, "add value: {%.*s: %.*s}",
                           (int)slot->name.len, slot->name.ptr, (int)only->text.len,
                           only->text.ptr);
    if (hint.ptr == NULL)
        return XC_NO_MEMORY;
    return xc_field_tell(&file->loading, xc_node_get(node, "statement"), false,
                         XC_CODE_SLOT_WITHOUT_VALUE, hint.ptr,
                         "the statement says '%.*s', and slot '%.*s' has no value",
                         (int)only->text.len, only->text.ptr, (int)slot->name.len,
                         slot->name.ptr);
}

/* A statement that says three and a value that says four. */
static enum xc_status
check_value(struct xc_rule_file *file, const struct xc_node *node,
            const struct xc_claim_slot *slot, const struct xc_value_hit_vec *stated)
{
    const struct xc_node *values = xc_node_get(node, "value");
    const struct xc_node *mine = values == NULL ? NULL : values->first;
    const struct xc_value *other = NULL;
    size_t i;

    for (i = 0; i < stated->n; i++) {
        const struct xc_value *value = &stated->items[i].value;

        if (value->kind != slot->kind)
            continue;
        if (xc_value_compare(&slot->value, value) != XC_VALUES_CONFLICT)
            return XC_OK;
        other = value;
    }
    while (mine != NULL && !xc_str_equal(mine->key, slot->name))
        mine = mine->next;
    if (other == NULL || mine == NULL)
        return XC_OK;
    return xc_field_tell(&file->loading, mine, false, XC_CODE_VALUE_NOT_IN_STATEMENT,
                         "let the two say the same",
                         "the statement says '%.*s', not '%.*s'", (int)other->text.len,
                         other->text.ptr, (int)mine->text.len, mine->text.ptr);
}

static enum xc_status
check_values(struct xc_rule_file *file, const struct xc_node *node,
             const struct xc_claim *claim)
{
    struct xc_value_hit_vec stated = {NULL, 0, 0};
    enum xc_status status;
    size_t i;

    if (claim->n_slots == 0 || claim->statement.len == 0)
        return XC_OK;
    status = read_statement(file, claim->statement, &stated);
    for (i = 0; i < claim->n_slots && status == XC_OK; i++) {
        const struct xc_claim_slot *slot = &claim->slots[i];

        if (!is_told_by_words(slot->kind))
            continue;
        if (slot->has_value)
            status = check_value(file, node, slot, &stated);
        else if (!file->loading.bad_patterns) /* a value with a fault is not there */
            status = check_slot_without_value(file, node, slot, &stated);
    }
    return status;
}

/* Two claims with one statement; *statements maps it to the index of the first. */
static enum xc_status
check_statement(struct xc_rule_file *file, const struct xc_node *node, size_t index,
                struct xc_table *statements)
{
    const struct xc_claim *claim = &file->topic.claims[index];
    struct xc_str folded;
    size_t first;

    if (claim->statement.len == 0)
        return XC_OK;
    if (xc_fold_short(xc_str_trim(claim->statement), true, file->loading.arena,
                      &folded) != XC_OK ||
        !xc_table_add(statements, folded, index, file->loading.arena, &first))
        return XC_NO_MEMORY;
    if (first == index)
        return XC_OK;
    return xc_field_tell(&file->loading, xc_node_get(node, "statement"), false,
                         XC_CODE_DUPLICATE_STATEMENT, "make one claim of the two",
                         "the claim on line %zu has the same statement",
                         file->topic.claims[first].line);
}

static enum xc_status
check_examples(struct xc_rule_file *file, const struct xc_claim *claim)
{
    struct xc_table seen = {NULL, 0, 0};
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < claim->n_examples && status == XC_OK; i++) {
        const struct xc_example *example = &claim->examples[i];
        struct xc_node place = {.line = example->line, .column = example->column};
        const struct xc_example *other;
        size_t first;

        if (!xc_table_add(&seen, xc_str_trim(example->text), i, file->loading.arena,
                          &first))
            return XC_NO_MEMORY;
        other = &claim->examples[first];
        if (first != i && other->kind == example->kind)
            status = xc_field_tell(&file->loading, &place, false,
                                   XC_CODE_DUPLICATE_EXAMPLE, "take one of them out",
                                   "the same example is on line %zu", other->line);
        else if (first != i)
            status =
                xc_field_tell(&file->loading, &place, false,
                              XC_CODE_EXAMPLE_OF_TWO_KINDS, "only one of them can pass",
                              "the same example is under '%s' on line %zu",
                              xc_example_kind_name(other->kind), other->line);
    }
    return status;
}

/* A claim without examples; but a key that nobody knows may be meant to be theirs. */
static enum xc_status
check_has_examples(struct xc_rule_file *file, const struct xc_node *node)
{
    const struct xc_node *id = xc_node_get(node, "id");
    const struct xc_str name = id == NULL ? XC_STR("") : id->text;
    const struct xc_node *child;
    size_t i;

    for (child = node->first; child != NULL; child = child->next) {
        for (i = 0; xc_keys_of_claim[i] != NULL; i++) {
            if (xc_str_is(child->key, xc_keys_of_claim[i]))
                break;
        }
        if (xc_keys_of_claim[i] == NULL || xc_str_is(child->key, "examples"))
            return XC_OK;
    }
    return xc_field_tell(&file->loading, node, false, XC_CODE_NO_EXAMPLES,
                         "as in examples: {asserts: [\"Three men tied it.\"]}, for "
                         "xclaim test",
                         name.len == 0 ? "the claim%.*s has no examples"
                                       : "claim '%.*s' has no examples",
                         (int)name.len, name.len == 0 ? "" : name.ptr);
}

static enum xc_status
check_claim(struct xc_rule_file *file, const struct xc_node *node, size_t index,
            struct xc_table *statements)
{
    const struct xc_claim *claim = &file->topic.claims[index];
    enum xc_status status = check_statement(file, node, index, statements);

    if (status == XC_OK && claim->changes_over_time && claim->n_slots == 0 &&
        claim->n_match > 0 && !file->loading.bad_patterns)
        status = xc_field_tell(&file->loading, xc_node_get(node, "changes"), true,
                               XC_CODE_CHANGES_WITHOUT_SLOT,
                               "catch what changes by a slot, as in {dead:count}",
                               "no pattern of the claim catches a value that could "
                               "change");
    if (status == XC_OK)
        status = check_values(file, node, claim);
    if (status == XC_OK)
        status = check_examples(file, claim);
    return status == XC_OK ? check_has_examples(file, node) : status;
}

enum xc_status
xc_lint_claims(struct xc_rule_file *file)
{
    const struct xc_node *list = xc_node_get(file->root, "claims");
    const struct xc_node *node = list == NULL ? NULL : list->first;
    struct xc_table statements = {NULL, 0, 0};
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < file->topic.n_claims && node != NULL && status == XC_OK; i++) {
        if (node->kind == XC_NODE_MAP)
            status = check_claim(file, node, i, &statements);
        node = node->next;
    }
    return status;
}
