/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/claim.h"

#include <stdint.h>

#include "base/vec.h"
#include "rule/keys.h"
#include "rule/suggest.h"

struct slot_vec {
    struct xc_slot *items;
    size_t n;
    size_t cap;
};

struct claim_slot_vec {
    struct xc_claim_slot *items;
    size_t n;
    size_t cap;
};

struct example_vec {
    struct xc_example *items;
    size_t n;
    size_t cap;
};

/* Reads "slots: {age: count}". */
static enum xc_status
load_declared(struct xc_loading *loading, const struct xc_node *map,
              struct slot_vec *out)
{
    const struct xc_node *node = xc_node_get(map, "slots");
    const struct xc_node *child;
    struct xc_slot *slot;
    struct xc_str hint;
    enum xc_value_kind kind;
    enum xc_status status = XC_OK;

    if (node == NULL)
        return XC_OK;
    if (node->kind != XC_NODE_MAP)
        return xc_field_tell(loading, node, false, XC_CODE_WRONG_TYPE,
                             "as in slots: {age: count}",
                             "'slots' gives each named group its kind");
    for (child = node->first; child != NULL && status == XC_OK; child = child->next) {
        struct xc_str word = xc_node_is_scalar(child) ? child->text : XC_STR("");

        if (!xc_value_kind_parse(word, &kind)) {
            hint = xc_suggest_kind(word, loading->arena);
            if (hint.ptr == NULL)
                return XC_NO_MEMORY;
            status =
                xc_field_tell(loading, child, false, XC_CODE_UNKNOWN_KIND, hint.ptr,
                              "unknown kind '%.*s'", (int)word.len, word.ptr);
            continue;
        }
        slot = XC_VEC_ADD(out, loading->arena);
        if (slot == NULL)
            return XC_NO_MEMORY;
        *slot = (struct xc_slot){child->key, kind};
    }
    return status;
}

static const struct xc_slot *
find_slot(const struct xc_slot *slots, size_t n, struct xc_str name)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (xc_str_equal(slots[i].name, name))
            return &slots[i];
    }
    return NULL;
}

/* Adds the slots of one pattern to those of the claim; a name has one kind. */
static enum xc_status
join_slots(struct xc_loading *loading, const struct xc_node *map,
           const struct xc_pattern *pattern, struct slot_vec *slots)
{
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < pattern->n_slots && status == XC_OK; i++) {
        const struct xc_slot *mine = &pattern->slots[i];
        const struct xc_slot *known = find_slot(slots->items, slots->n, mine->name);
        struct xc_node place = *map;
        struct xc_slot *slot;

        if (known == NULL) {
            slot = XC_VEC_ADD(slots, loading->arena);
            if (slot == NULL)
                return XC_NO_MEMORY;
            *slot = *mine;
        } else if (known->kind != mine->kind) {
            place.line = pattern->line;
            place.column = pattern->column;
            status = xc_field_tell(loading, &place, false, XC_CODE_SLOT_OF_TWO_KINDS,
                                   "give it one kind in all patterns of the claim",
                                   "slot '%.*s' is of kind %s here and %s elsewhere",
                                   (int)mine->name.len, mine->name.ptr,
                                   xc_value_kind_name(mine->kind),
                                   xc_value_kind_name(known->kind));
        }
    }
    return status;
}

/* Tells the declared kinds that no pattern has a use for. */
static enum xc_status
check_declared(struct xc_loading *loading, const struct xc_node *map,
               const struct slot_vec *used)
{
    const struct xc_node *node = xc_node_get(map, "slots");
    const struct xc_node *child;
    enum xc_status status = XC_OK;

    if (node == NULL)
        return XC_OK;
    for (child = node->first; child != NULL && status == XC_OK; child = child->next) {
        if (find_slot(used->items, used->n, child->key) == NULL)
            status = xc_field_tell(loading, child, true, XC_CODE_UNUSED_SLOT,
                                   "name a group of a /…/ pattern so, as in "
                                   "/(?<age>\\d+) years/, or take it out",
                                   "no pattern has the slot '%.*s'",
                                   (int)child->key.len, child->key.ptr);
    }
    return status;
}

/* Loads match and unless, and collects the claim's slots, those of match. */
static enum xc_status
load_patterns(struct xc_loading *loading, const struct xc_node *map,
              struct xc_claim *out)
{
    size_t n_faults = loading->n_faults;
    struct xc_pattern_list match = {NULL, 0};
    struct xc_pattern_list unless = {NULL, 0};
    struct slot_vec declared = {NULL, 0, 0};
    struct slot_vec slots = {NULL, 0, 0};
    struct xc_declared kinds;
    enum xc_status status = load_declared(loading, map, &declared);
    size_t i;

    kinds = (struct xc_declared){declared.items, declared.n};
    if (status == XC_OK)
        status = xc_field_patterns(loading, map, "match", kinds, &match);
    if (status == XC_OK)
        status = xc_field_patterns(loading, map, "unless", kinds, &unless);
    if (status == XC_OK && xc_node_get(map, "match") == NULL)
        status = xc_field_tell(loading, map, false, XC_CODE_MISSING_KEY,
                               "as in match: [\"(man|guy) .. <tie> & <corset>\"]",
                               "a claim needs the key 'match'");
    for (i = 0; i < match.n && status == XC_OK; i++)
        status = join_slots(loading, map, match.items[i], &slots);
    out->slots = xc_arena_array(loading->arena, slots.n, sizeof *out->slots);
    if (out->slots == NULL)
        return XC_NO_MEMORY;
    out->n_slots = slots.n;
    for (i = 0; i < slots.n; i++)
        out->slots[i] = (struct xc_claim_slot){.name = slots.items[i].name,
                                               .kind = slots.items[i].kind};
    for (i = 0; i < unless.n && status == XC_OK; i++)
        status = join_slots(loading, map, unless.items[i], &slots);
    if (status == XC_OK && loading->n_faults == n_faults)
        status = check_declared(loading, map, &slots);
    out->match = match.items;
    out->n_match = match.n;
    out->unless = unless.items;
    out->n_unless = unless.n;
    return status;
}

/* How a value of the kind is written in a rule. */
static const char *
example_of_kind(enum xc_value_kind kind)
{
    switch (kind) {
    case XC_VALUE_COUNT:
        return "write a number, as in 3 or at least 40";
    case XC_VALUE_ORDINAL:
        return "write a rank, as in first or 2nd";
    case XC_VALUE_PERCENT:
        return "write a share, as in 40%";
    case XC_VALUE_MONEY:
        return "write an amount, as in $1.5m or 300 euros";
    case XC_VALUE_DURATION:
        return "write a time with its unit, as in 20 years";
    case XC_VALUE_DATE:
        return "write a date, as in 6 May 2019";
    case XC_VALUE_AGE:
        return "write an age, as in 38 years old";
    case XC_VALUE_MEASURE:
        return "write a number with its unit, as in 13 kg";
    case XC_VALUE_COLOUR:
        return "write a colour, as in pink";
    case XC_VALUE_NAME:
        return "write a name, as in Thierry Mugler";
    case XC_VALUE_TEXT:
        return "write the words";
    }
    return NULL;
}

static enum xc_status
tell_unknown_slot(struct xc_loading *loading, const struct xc_node *child,
                  const struct xc_claim *claim)
{
    struct xc_str *names =
        xc_arena_array(loading->arena, claim->n_slots, sizeof *names);
    struct xc_str hint;
    size_t i;

    if (names == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < claim->n_slots; i++)
        names[i] = claim->slots[i].name;
    hint = xc_suggest_hint(child->key, names, claim->n_slots, "slots", loading->arena);
    if (hint.ptr == NULL)
        return XC_NO_MEMORY;
    return xc_field_tell(loading, child, true, XC_CODE_UNKNOWN_SLOT, hint.ptr,
                         "unknown slot '%.*s'", (int)child->key.len, child->key.ptr);
}

static enum xc_status
load_value(struct xc_loading *loading, const struct xc_node *child,
           struct xc_claim *claim)
{
    struct xc_str text = xc_node_is_scalar(child) ? child->text : XC_STR("");
    struct xc_claim_slot *slot = NULL;
    enum xc_status status;
    bool ok = false;
    size_t i;

    for (i = 0; i < claim->n_slots && slot == NULL; i++) {
        if (xc_str_equal(claim->slots[i].name, child->key))
            slot = &claim->slots[i];
    }
    if (slot == NULL)
        return tell_unknown_slot(loading, child, claim);
    status = xc_value_parse(loading->lexicon->values, &loading->lexicon->text,
                            slot->kind, text, loading->arena, &slot->value, &ok);
    slot->has_value = ok;
    if (status != XC_OK || ok)
        return status;
    return xc_field_tell(loading, child, false, XC_CODE_BAD_VALUE,
                         example_of_kind(slot->kind), "'%.*s' can't be read as %s",
                         (int)text.len, text.ptr, xc_value_kind_name(slot->kind));
}

static enum xc_status
load_values(struct xc_loading *loading, const struct xc_node *map,
            struct xc_claim *claim)
{
    const struct xc_node *node = xc_node_get(map, "value");
    const struct xc_node *child;
    enum xc_status status = XC_OK;

    if (node == NULL)
        return XC_OK;
    if (node->kind != XC_NODE_MAP)
        return xc_field_tell(loading, node, false, XC_CODE_WRONG_TYPE,
                             "as in value: {men: 3}",
                             "'value' gives slots their values");
    for (child = node->first; child != NULL && status == XC_OK; child = child->next)
        status = load_value(loading, child, claim);
    return status;
}

static enum xc_status
load_small_fields(struct xc_loading *loading, const struct xc_node *map,
                  struct xc_claim *out)
{
    size_t change = SIZE_MAX;
    size_t severity = SIZE_MAX;
    enum xc_status status =
        xc_field_choice(loading, map, "changes", xc_words_of_changes, &change);

    if (status == XC_OK)
        status =
            xc_field_choice(loading, map, "severity", xc_words_of_severity, &severity);
    if (status == XC_OK)
        status = xc_field_texts(loading, map, "tags", &out->tags, &out->n_tags);
    if (status == XC_OK)
        status = xc_field_text(loading, map, "note", NULL, &out->note);
    out->changes_over_time = change == 0;
    if (severity != SIZE_MAX) /* the words stand in the order of the enum */
        out->severity = (enum xc_severity)(XC_SEVERITY_ERROR + severity);
    return status;
}

static enum xc_status
load_examples(struct xc_loading *loading, const struct xc_node *map,
              struct xc_claim *out)
{
    const struct xc_node *node = xc_node_get(map, "examples");
    struct example_vec examples = {NULL, 0, 0};
    enum xc_status status;
    size_t kind;
    size_t i;
    bool ok;

    if (node == NULL)
        return XC_OK;
    status =
        xc_field_keys(loading, node, "a claim's examples", xc_keys_of_examples, &ok);
    for (kind = 0; xc_keys_of_examples[kind] != NULL && ok && status == XC_OK; kind++) {
        struct xc_node_list texts = {NULL, 0};

        status = xc_field_list(loading, xc_node_get(node, xc_keys_of_examples[kind]),
                               xc_keys_of_examples[kind], &texts);
        for (i = 0; i < texts.n; i++) {
            struct xc_example *example = XC_VEC_ADD(&examples, loading->arena);

            if (example == NULL)
                return XC_NO_MEMORY;
            /* The keys stand in the order of the enum. */
            *example = (struct xc_example){.kind = (enum xc_example_kind)kind,
                                           .text = texts.items[i]->text,
                                           .line = texts.items[i]->line,
                                           .column = texts.items[i]->column};
        }
    }
    out->examples = examples.items;
    out->n_examples = examples.n;
    return status;
}

enum xc_status
xc_claim_foretells(const struct xc_lexicon *lexicon, struct xc_str statement,
                   struct xc_arena *arena, bool *out)
{
    struct xc_str *keys;
    size_t n;
    size_t i;

    if (xc_words_of_text(lexicon->text.words, statement, arena, &keys, &n) != XC_OK)
        return XC_NO_MEMORY;
    *out = false;
    for (i = 0; i < n; i++)
        *out |= xc_lexicon_stance_word_is(lexicon, keys[i], XC_STANCE_WORD_FUTURE);
    return XC_OK;
}

enum xc_status
xc_claim_load(struct xc_loading *loading, const struct xc_node *node,
              struct xc_claim *out)
{
    size_t n_faults;
    enum xc_status status;
    bool ok;

    out->line = node->line;
    out->column = node->column;
    status = xc_field_keys(loading, node, "a claim", xc_keys_of_claim, &ok);
    if (status != XC_OK || !ok)
        return status;
    status = xc_field_text(loading, node, "id", "a claim", &out->id);
    if (status == XC_OK && out->id.ptr != NULL)
        status = xc_field_check_id(loading, xc_node_get(node, "id"));
    if (status == XC_OK)
        status = xc_field_text(loading, node, "statement", "a claim", &out->statement);
    if (status == XC_OK)
        status = xc_claim_foretells(loading->lexicon, out->statement, loading->arena,
                                    &out->foretells);
    n_faults = loading->n_faults;
    if (status == XC_OK)
        status = load_patterns(loading, node, out);
    /* Which slots there are is known only when all patterns could be read. */
    if (status == XC_OK && loading->n_faults == n_faults)
        status = load_values(loading, node, out);
    if (status == XC_OK)
        status = load_small_fields(loading, node, out);
    return status == XC_OK ? load_examples(loading, node, out) : status;
}
