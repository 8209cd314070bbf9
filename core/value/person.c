/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/person.h"

/* Longer names than any person's are compared by their first words. */
#define MAX_NAME_WORDS 16

struct name_words {
    struct xc_str items[MAX_NAME_WORDS];
    size_t n;
};

static struct name_words
split(struct xc_str name)
{
    struct name_words words = {.n = 0};

    while (words.n < MAX_NAME_WORDS && xc_str_split(&name, ' ', &words.items[words.n]))
        words.n++;
    return words;
}

/* The same word, or the initial of the other: "j" and "jane". */
static bool
agree(struct xc_str a, struct xc_str b)
{
    if (xc_str_equal(a, b))
        return true;
    return (a.len == 1 || b.len == 1) && a.len > 0 && b.len > 0 && a.ptr[0] == b.ptr[0];
}

/* Whether every word of part stands for one of whole's, in their order. */
static bool
is_part(const struct name_words *part, const struct name_words *whole)
{
    size_t at = 0;
    size_t i;

    for (i = 0; i < part->n; i++, at++) {
        while (at < whole->n && (!agree(part->items[i], whole->items[at]) ||
                                 part->items[i].len > whole->items[at].len))
            at++;
        if (at == whole->n)
            return false;
    }
    return true;
}

/* Every word of the one among the other's, in any order: "the Tate Modern", "Modern
 * Tate". */
static bool
holds(const struct name_words *whole, const struct name_words *part)
{
    size_t i;
    size_t k;

    for (i = 0; i < part->n; i++) {
        for (k = 0; k < whole->n; k++) {
            if (xc_str_equal(part->items[i], whole->items[k]))
                break;
        }
        if (k == whole->n)
            return false;
    }
    return true;
}

/*
 * Two that end alike and begin otherwise.  "J. Q. Doe" may be Jane Doe; of Kate Doe and
 * Katherine Doe nobody can tell; Jane Doe is not Mary Doe.
 */
static enum xc_value_relation
compare_first(const struct name_words *a, const struct name_words *b)
{
    if (agree(a->items[0], b->items[0]))
        return a->n == 2 || b->n == 2 ? XC_VALUES_COMPATIBLE : XC_VALUES_INCOMPARABLE;
    return a->items[0].ptr[0] == b->items[0].ptr[0] ? XC_VALUES_INCOMPARABLE
                                                    : XC_VALUES_CONFLICT;
}

enum xc_value_relation
xc_person_compare(struct xc_str a, struct xc_str b)
{
    struct name_words left = split(a);
    struct name_words right = split(b);

    if (xc_str_equal(a, b))
        return XC_VALUES_EQUAL;
    if (left.n == 0 || right.n == 0)
        return XC_VALUES_INCOMPARABLE;
    if (is_part(&left, &right) || is_part(&right, &left) || holds(&left, &right) ||
        holds(&right, &left))
        return XC_VALUES_REFINES;
    if (left.n > 1 && right.n > 1 &&
        xc_str_equal(left.items[left.n - 1], right.items[right.n - 1]))
        return compare_first(&left, &right);
    return XC_VALUES_CONFLICT;
}
