/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stdint.h>

#include "author/lint_check.h"
#include "base/limits.h"
#include "base/vec.h"

/* A branch of a choice that is one word, under one of its forms. */
struct posting {
    size_t branch;
    size_t next; /* of the same form, or SIZE_MAX */
};

struct posting_vec {
    struct posting *items;
    size_t n;
    size_t cap;
};

struct choice {
    const struct xc_sequence *branches;
    size_t n;
    struct xc_table phrases; /* branches of several words → the first one so */
    struct xc_table forms;   /* form → the first posting that has it */
    struct posting_vec postings;
    struct xc_arena *arena;
};

static const struct xc_element *
only_word(const struct xc_sequence *branch)
{
    return branch->n == 1 && branch->items[0].kind == XC_ELEMENT_WORD
               ? &branch->items[0]
               : NULL;
}

static bool
add_posting(struct choice *choice, struct xc_str form, size_t branch)
{
    size_t index = choice->postings.n;
    struct posting *slot = XC_VEC_ADD(&choice->postings, choice->arena);
    size_t first;

    if (slot == NULL ||
        !xc_table_add(&choice->forms, form, index, choice->arena, &first))
        return false;
    *slot = (struct posting){branch, SIZE_MAX};
    if (first != index) { /* behind the first one */
        slot->next = choice->postings.items[first].next;
        choice->postings.items[first].next = index;
    }
    return true;
}

static bool
index_words(struct choice *choice)
{
    size_t i;
    size_t f;

    for (i = 0; i < choice->n; i++) {
        const struct xc_element *word = only_word(&choice->branches[i]);

        for (f = 0; word != NULL && f < word->n_forms; f++) {
            if (!add_posting(choice, word->forms[f], i))
                return false;
        }
    }
    return true;
}

/* Whether every form of a is one of b. */
static bool
is_part_of(const struct xc_element *a, const struct xc_element *b)
{
    size_t i;
    size_t j;

    for (i = 0; i < a->n_forms; i++) {
        for (j = 0; j < b->n_forms && !xc_str_equal(a->forms[i], b->forms[j]); j++)
            continue;
        if (j == b->n_forms)
            return false;
    }
    return a->n_forms > 0;
}

/* The form of the word that is first in byte order: any of its forms gives the same. */
static struct xc_str
least_form(const struct xc_element *word)
{
    struct xc_str least = word->forms[0];
    size_t i;

    for (i = 1; i < word->n_forms; i++) {
        if (xc_str_compare(word->forms[i], least) < 0)
            least = word->forms[i];
    }
    return least;
}

/* The words of a branch as one key; "" when it is one word, or holds more than words.
 * ptr NULL when memory is short. */
static struct xc_str
phrase_key(const struct choice *choice, const struct xc_sequence *branch)
{
    struct xc_str key = XC_STR("");
    size_t i;

    if (branch->n < 2 || branch->n > XC_MAX_LINT_COMPARED)
        return key;
    for (i = 0; i < branch->n && key.ptr != NULL; i++) {
        const struct xc_element *word = &branch->items[i];
        struct xc_str form;

        if (word->kind != XC_ELEMENT_WORD)
            return XC_STR("");
        form = least_form(word);
        key = xc_arena_printf(choice->arena, "%.*s %.*s", (int)key.len, key.ptr,
                              (int)form.len, form.ptr);
    }
    return key;
}

/* Tells a branch of several words that an earlier one stands for: "took down" behind
 * "take down". */
static enum xc_status
check_phrase(struct choice *choice, struct xc_faults *faults, size_t i)
{
    const struct xc_sequence *branch = &choice->branches[i];
    struct xc_str key = phrase_key(choice, branch);
    const struct xc_sequence *other;
    size_t first;
    size_t w;

    if (key.ptr == NULL)
        return XC_NO_MEMORY;
    if (key.len == 0)
        return XC_OK;
    if (!xc_table_add(&choice->phrases, key, i, choice->arena, &first))
        return XC_NO_MEMORY;
    other = &choice->branches[first];
    for (w = 0; first != i && w < branch->n; w++) {
        if (!is_part_of(&branch->items[w], &other->items[w]))
            return XC_OK;
    }
    if (first == i)
        return XC_OK;
    return xc_fault_tell(faults, branch->items[0].off_bytes, XC_CODE_REDUNDANT_CHOICE,
                         "take it out: a word stands for all of its forms",
                         "these words are listed before, in this or another form");
}

/* The branch that finds all that branch i does, or SIZE_MAX; of two that find the same
 * the earlier one covers the later. */
static size_t
covering(const struct choice *choice, size_t i)
{
    const struct xc_element *word = only_word(&choice->branches[i]);
    size_t n_compared = 0;
    size_t at;

    if (word == NULL || word->n_forms == 0 ||
        !xc_table_get(&choice->forms, word->forms[0], &at))
        return SIZE_MAX;
    for (; at != SIZE_MAX && n_compared < XC_MAX_LINT_COMPARED; n_compared++) {
        size_t j = choice->postings.items[at].branch;
        const struct xc_element *other = only_word(&choice->branches[j]);

        if (j != i && other != NULL && is_part_of(word, other) &&
            (j < i || !is_part_of(other, word)))
            return j;
        at = choice->postings.items[at].next;
    }
    return SIZE_MAX;
}

static enum xc_status
tell(struct xc_faults *faults, const struct xc_element *word,
     const struct xc_element *by)
{
    const struct xc_str mine = word->forms[0];
    const struct xc_str other = by->forms[0];

    if (xc_str_equal(mine, other))
        return xc_fault_tell(faults, word->off_bytes, XC_CODE_REDUNDANT_CHOICE,
                             "take one of them out", "'%.*s' is listed twice",
                             (int)mine.len, mine.ptr);
    return xc_fault_tell(faults, word->off_bytes, XC_CODE_REDUNDANT_CHOICE,
                         "take it out: a word stands for all of its forms",
                         "'%.*s' is a form of '%.*s', which is listed, too",
                         (int)mine.len, mine.ptr, (int)other.len, other.ptr);
}

/* One choice of the pattern, or "n of". */
static enum xc_status
check_choice(const struct xc_rule_file *file, struct xc_faults *faults,
             const struct xc_element *element)
{
    struct choice choice = {.branches = element->branches,
                            .n = element->n_branches,
                            .arena = file->loading.arena};
    enum xc_status status = index_words(&choice) ? XC_OK : XC_NO_MEMORY;
    size_t by;
    size_t i;

    for (i = 0; i < choice.n && status == XC_OK; i++) {
        by = covering(&choice, i);
        if (by != SIZE_MAX)
            status = tell(faults, only_word(&choice.branches[i]),
                          only_word(&choice.branches[by]));
        if (status == XC_OK)
            status = check_phrase(&choice, faults, i);
    }
    return status;
}

enum xc_status
xc_lint_choices(const struct xc_rule_file *file, const struct xc_pattern *pattern)
{
    struct xc_faults faults = xc_lint_faults(file, pattern);
    const struct xc_element *element;
    enum xc_status status = XC_OK;
    struct xc_lint_walk walk;

    xc_lint_walk_init(&walk, pattern);
    while (status == XC_OK && (element = xc_lint_walk_next(&walk)) != NULL) {
        if (element->n_branches > 1 && pattern->text.ptr[element->off_bytes] != '<')
            status = check_choice(file, &faults, element);
    }
    return status;
}

/* Whether the entry stands, letter by letter, before. */
static bool
is_entry_again(struct xc_table *entries, const struct xc_term *term, size_t i,
               struct xc_arena *arena, bool *out)
{
    size_t first;

    if (!xc_table_add(entries, xc_str_trim(term->entries[i]), i, arena, &first))
        return false;
    *out = first != i;
    return true;
}

enum xc_status
xc_lint_entries(struct xc_rule_file *file, const struct xc_term *term,
                const struct xc_node *node)
{
    struct choice choice = {
        .branches = term->branches, .n = term->n_entries, .arena = file->loading.arena};
    const struct xc_node *item = node->kind == XC_NODE_LIST ? node->first : node;
    enum xc_status status = index_words(&choice) ? XC_OK : XC_NO_MEMORY;
    struct xc_table entries = {NULL, 0, 0};
    bool again;
    size_t by;
    size_t i;

    for (i = 0; i < choice.n && status == XC_OK; i++, item = item->next) {
        struct xc_faults faults = {.problems = file->loading.problems,
                                   .place = xc_field_text_place(&file->loading, item),
                                   .text = item->text};

        by = covering(&choice, i);
        /* The same word twice is told as an entry that stands twice. */
        if (by != SIZE_MAX && !xc_str_equal(term->entries[i], term->entries[by]))
            status = tell(&faults, only_word(&choice.branches[i]),
                          only_word(&choice.branches[by]));
        else if (!is_entry_again(&entries, term, i, choice.arena, &again))
            status = XC_NO_MEMORY;
        else if (!again)
            status = check_phrase(&choice, &faults, i);
    }
    return status;
}
