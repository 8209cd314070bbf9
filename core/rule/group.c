/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/group.h"

#include "base/vec.h"

static struct xc_group *
current_group(struct xc_groups *groups)
{
    return &groups->items[groups->depth];
}

/* "[a] .. b" would catch any words before b, "a .. [b]" never looks for b. */
static enum xc_status
check_gap(const struct xc_group *group, struct xc_faults *faults, size_t off)
{
    const struct xc_element_vec *current = &group->current;

    if (current->n > 0 && current->items[current->n - 1].kind == XC_ELEMENT_GAP)
        return xc_fault_tell(faults, off, XC_CODE_BAD_GAP,
                             "write one gap with a number, as in ..16",
                             "two gaps in a row");
    if (group->has_required)
        return XC_OK;
    return xc_fault_tell(faults, off, XC_CODE_BAD_GAP,
                         "put a word before it, or take it out: a pattern matches "
                         "anywhere in the sentence",
                         current->n == 0 ? "a gap can't begin a sequence"
                                         : "everything before this gap is optional");
}

/* Marks the slots of an element as filled where it stands; false: one is already. */
static bool
merge_fills(bool *into, const bool *from, bool may_share)
{
    bool ok = true;
    size_t i;

    for (i = 0; i < XC_MAX_PATTERN_SLOTS; i++) {
        ok = ok && (may_share || !into[i] || !from[i]);
        into[i] = into[i] || from[i];
    }
    return ok;
}

enum xc_status
xc_group_add(struct xc_groups *groups, struct xc_faults *faults, struct xc_arena *arena,
             struct xc_element element)
{
    struct xc_group *group = current_group(groups);
    enum xc_status status = XC_OK;
    struct xc_element *slot;

    if (element.kind == XC_ELEMENT_GAP) {
        status = check_gap(group, faults, element.off_bytes);
        group->gap_is_open = true;
        group->gap_off = element.off_bytes;
    } else if (element.kind != XC_ELEMENT_OPTIONAL) {
        group->has_required = true;
        group->gap_is_open = false;
    }
    if (element.kind == XC_ELEMENT_SLOT) {
        if (group->current_fills[element.number])
            status = xc_fault_tell(faults, element.off_bytes, XC_CODE_SLOT_TWICE,
                                   "give the second one another name",
                                   "the slot stands twice in one match");
        group->current_fills[element.number] = true;
    }
    slot = XC_VEC_ADD(&group->current, arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = element;
    return status;
}

/* n! / (n - number)!, or the limit and one when it is more than that. */
static size_t
count_orders(size_t number, size_t n)
{
    size_t orders = 1;
    size_t i;

    for (i = 0; i < number && orders <= XC_MAX_N_OF_ORDERS; i++)
        orders *= n - i;
    return orders <= XC_MAX_N_OF_ORDERS ? orders : XC_MAX_N_OF_ORDERS + 1;
}

static enum xc_status
check_n_of(const struct xc_element *element, bool alone, struct xc_faults *faults)
{
    size_t n = element->n_branches;

    if (element->number == 0)
        return xc_fault_tell(faults, element->off_bytes, XC_CODE_BAD_N_OF,
                             "ask for one or more", "'0 of' is always true");
    if (element->number > n)
        return xc_fault_tell(faults, element->off_bytes, XC_CODE_BAD_N_OF, NULL,
                             "only %zu of the %zu asked for are listed", n,
                             element->number);
    if (alone && element->number * n > XC_MAX_N_OF_STATES)
        return xc_fault_tell(
            faults, element->off_bytes, XC_CODE_BAD_N_OF, "list fewer branches",
            "'%zu of' %zu branches is more than can be counted", element->number, n);
    if (!alone && count_orders(element->number, n) > XC_MAX_N_OF_ORDERS)
        return xc_fault_tell(faults, element->off_bytes, XC_CODE_BAD_N_OF,
                             "put it behind & in a sequence of its own, where they may "
                             "stand anywhere in the sentence",
                             "'%zu of' %zu branches has more than %zu orders",
                             element->number, n, XC_MAX_N_OF_ORDERS);
    return XC_OK;
}

static enum xc_status
tell_empty(const struct xc_groups *groups, const struct xc_group *group,
           struct xc_faults *faults, size_t off)
{
    if (groups->depth == 0 && group->branches.n == 0 && off == faults->text.len)
        return xc_fault_tell(faults, off, XC_CODE_EMPTY_PATTERN,
                             "write the words to find", "the pattern is empty");
    if (groups->depth == 0)
        return xc_fault_tell(faults, off, XC_CODE_BAD_JOINT, NULL,
                             "'&' needs a sequence on both sides");
    if (group->start.kind == XC_ELEMENT_OPTIONAL)
        return xc_fault_tell(faults, off, XC_CODE_BAD_BRACKETS, NULL, "empty brackets");
    return xc_fault_tell(faults, off, XC_CODE_BAD_BRACKETS,
                         "to allow none of them, put square brackets around: [(a|b)]",
                         "an empty branch");
}

/* Tells what is wrong with the sequence that ends at off. */
static enum xc_status
check_sequence(const struct xc_groups *groups, struct xc_group *group,
               struct xc_faults *faults, size_t off)
{
    const struct xc_element_vec *current = &group->current;
    enum xc_status status = XC_OK;
    bool ends_with_gap;
    bool alone;
    size_t i;

    if (current->n == 0)
        return tell_empty(groups, group, faults, off);
    alone = groups->depth == 0 && current->n == 1;
    for (i = 0; i < current->n && status == XC_OK; i++) {
        if (current->items[i].kind == XC_ELEMENT_N_OF)
            status = check_n_of(&current->items[i], alone, faults);
    }
    if (status != XC_OK)
        return status;
    ends_with_gap = current->items[current->n - 1].kind == XC_ELEMENT_GAP;
    if (group->has_required && group->gap_is_open)
        return xc_fault_tell(faults, group->gap_off, XC_CODE_BAD_GAP,
                             "put a word after it, or take it out",
                             ends_with_gap ? "a gap can't end a sequence"
                                           : "everything after this gap is optional");
    if (!group->has_required && !group->gap_is_open &&
        (groups->depth == 0 || group->start.kind != XC_ELEMENT_OPTIONAL))
        return xc_fault_tell(faults, current->items[0].off_bytes, XC_CODE_ALL_OPTIONAL,
                             "take the square brackets away from one of its parts",
                             "everything in this sequence is optional");
    return XC_OK;
}

static enum xc_status
end_sequence(struct xc_groups *groups, struct xc_faults *faults, struct xc_arena *arena,
             size_t off)
{
    struct xc_group *group = current_group(groups);
    bool is_choice = groups->depth > 0 && group->start.kind == XC_ELEMENT_CHOICE;
    enum xc_status status = XC_OK;
    struct xc_sequence *sequence;

    if (!groups->abandoned)
        status = check_sequence(groups, group, faults, off);
    if (!merge_fills(group->fills, group->current_fills, is_choice) && status == XC_OK)
        status = xc_fault_tell(faults, group->current.items[0].off_bytes,
                               XC_CODE_SLOT_TWICE, "give one of the two another name",
                               "a slot of this sequence stands in another one, too");
    if (status != XC_OK)
        return status;
    sequence = XC_VEC_ADD(&group->branches, arena);
    if (sequence == NULL)
        return XC_NO_MEMORY;
    *sequence = (struct xc_sequence){group->current.items, group->current.n};
    group->current = (struct xc_element_vec){NULL, 0, 0};
    group->has_required = false;
    group->gap_is_open = false;
    for (off = 0; off < XC_MAX_PATTERN_SLOTS; off++)
        group->current_fills[off] = false;
    return XC_OK;
}

bool
xc_group_open(struct xc_groups *groups, struct xc_group_start start)
{
    if (groups->depth >= XC_MAX_PATTERN_DEPTH)
        return false;
    groups->depth++;
    *current_group(groups) = (struct xc_group){.start = start};
    return true;
}

enum xc_status
xc_group_branch(struct xc_groups *groups, struct xc_faults *faults,
                struct xc_arena *arena, size_t off)
{
    enum xc_element_kind kind = current_group(groups)->start.kind;
    bool is_bar = faults->text.ptr[off] == '|';

    if (is_bar && groups->depth == 0)
        return xc_fault_tell(faults, off, XC_CODE_BAD_BRACKETS,
                             "put brackets around the choice: (a|b)",
                             "'|' outside brackets");
    if (is_bar && kind == XC_ELEMENT_OPTIONAL)
        return xc_fault_tell(faults, off, XC_CODE_BAD_BRACKETS,
                             "write [(a|b)] for a choice or nothing",
                             "'|' in square brackets");
    return end_sequence(groups, faults, arena, off);
}

/* Ends the innermost group and adds it to the sequence that it stands in. */
static enum xc_status
pop(struct xc_groups *groups, struct xc_faults *faults, struct xc_arena *arena,
    size_t off)
{
    struct xc_group *group = current_group(groups);
    enum xc_status status = end_sequence(groups, faults, arena, off);
    struct xc_group *outer;

    if (status != XC_OK)
        return status;
    groups->depth--;
    outer = current_group(groups);
    status = xc_group_add(groups, faults, arena,
                          (struct xc_element){.kind = group->start.kind,
                                              .branches = group->branches.items,
                                              .n_branches = group->branches.n,
                                              .number = group->start.number,
                                              .off_bytes = group->start.off_bytes});
    if (status == XC_OK && !merge_fills(outer->current_fills, group->fills, false))
        status = xc_fault_tell(faults, group->start.off_bytes, XC_CODE_SLOT_TWICE,
                               "give one of the two another name",
                               "a slot in these brackets stands before them, too");
    return status;
}

enum xc_status
xc_group_close(struct xc_groups *groups, struct xc_faults *faults,
               struct xc_arena *arena, size_t off)
{
    char closing = faults->text.ptr[off];
    bool is_square = current_group(groups)->start.kind == XC_ELEMENT_OPTIONAL;
    enum xc_status status = XC_OK;

    if (groups->depth == 0)
        return xc_fault_tell(faults, off, XC_CODE_BAD_BRACKETS,
                             "to mean the character, write it with a backslash before "
                             "it",
                             "'%c' without '%c'", closing, closing == ')' ? '(' : '[');
    if (is_square != (closing == ']'))
        status = xc_fault_tell(faults, off, XC_CODE_BAD_BRACKETS, NULL,
                               "'%c' where '%c' is expected", closing,
                               is_square ? ']' : ')');
    return status == XC_OK ? pop(groups, faults, arena, off) : status;
}

enum xc_status
xc_group_finish(struct xc_groups *groups, struct xc_faults *faults,
                struct xc_arena *arena)
{
    enum xc_status status = XC_OK;
    size_t i;

    if (groups->abandoned)
        return XC_OK;
    if (groups->depth == 0)
        return end_sequence(groups, faults, arena, faults->text.len);
    /* Told for each; what such a group holds is not judged. */
    for (i = 1; i <= groups->depth && status == XC_OK; i++) {
        size_t bracket = groups->items[i].start.inside - 1;

        status = xc_fault_tell(faults, bracket, XC_CODE_BAD_BRACKETS, NULL,
                               "'%c' is never closed", faults->text.ptr[bracket]);
    }
    return status;
}
