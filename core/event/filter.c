/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/filter.h"

#include "base/hash.h"

/* What stands for a word: its length, first, middle and last letter.  Figures are all the
 * same, because a phrase may ask for any year. */
static const uint32_t figures = 1;
/* In the place of a second word: the sentence or phrase ends, and whatever stands there. */
static const uint32_t nothing = 0;
static const uint32_t anything = 2;

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static uint32_t
print_of(struct xc_str key)
{
    unsigned char first;
    unsigned char middle;
    unsigned char last;

    if (key.len == 0)
        return nothing;
    first = (unsigned char)key.ptr[0];
    middle = (unsigned char)key.ptr[key.len / 2];
    last = (unsigned char)key.ptr[key.len - 1];
    if (is_digit((char)first) || is_digit((char)last))
        return figures;
    return (uint32_t)(key.len & 0xff) | (uint32_t)first << 8 | (uint32_t)middle << 16 |
           (uint32_t)last << 24;
}

static size_t
bit_of(uint32_t first, uint32_t second)
{
    uint64_t both = (uint64_t)first << 32 | second;

    return (size_t)((both ^ both >> 29) * XC_HASH_GOLDEN >> (64 - XC_FILTER_BITS));
}

static bool
has_bit(const struct xc_filter *filter, size_t bit)
{
    return (filter->bits[bit / 64] >> bit % 64 & 1) != 0;
}

static void
set_bit(struct xc_filter *filter, size_t bit)
{
    filter->bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static uint32_t
print_of_key(struct xc_str key)
{
    return xc_str_is(key, "YEAR") || xc_str_is(key, "N") ? figures : print_of(key);
}

void
xc_filter_add(struct xc_filter *filter, const struct xc_str *keys, size_t n)
{
    uint32_t first = print_of_key(keys[0]);

    set_bit(filter, bit_of(first, anything));
    set_bit(filter, bit_of(first, n > 1 ? print_of_key(keys[1]) : nothing));
}

bool
xc_filter_may_begin(const struct xc_filter *filter, const struct xc_word *words,
                    size_t n)
{
    uint32_t first = print_of(words[0].key);

    if (first == figures)
        return true;
    if (!has_bit(filter, bit_of(first, anything)))
        return false;
    return has_bit(filter, bit_of(first, nothing)) ||
           (n > 1 && has_bit(filter, bit_of(first, print_of(words[1].key))));
}
