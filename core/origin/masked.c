/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/masked.h"

#include <stdint.h>

enum { MAX_MASKED_BYTES = 48 /* a longer word is not taken for a masked one */ };

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

bool
xc_is_mask(char c)
{
    return c == '*' || c == '#' || c == '@' || c == '$' || c == '%' || c == '&' ||
           c == '!' || c == '_';
}

/* Whether form fits the mask, whose every '*' or '-' stands for one letter or more:
 * "f*ing" fits "fucking", not "fing". */
static bool
fits(struct xc_str mask, struct xc_str form)
{
    size_t m = 0;
    size_t f = 0;
    size_t star = SIZE_MAX; /* the mask after the last '*' … */
    size_t from = 0;        /* … and where in the form it was tried last */

    while (f < form.len) {
        if (m < mask.len && (mask.ptr[m] == '*' || mask.ptr[m] == '-')) {
            star = ++m;
            from = ++f;
        } else if (m < mask.len && mask.ptr[m] == form.ptr[f]) {
            m++;
            f++;
        } else if (star != SIZE_MAX) {
            m = star;
            f = ++from;
        } else {
            return false;
        }
    }
    return m == mask.len;
}

/* A mask begins with a letter that is shown, so "*" alone fits nothing here. */
static bool
is_masked_swear(const struct xc_origin_rules *rules, struct xc_str mask)
{
    size_t i;

    if (mask.len < 2 || !is_letter(mask.ptr[0]))
        return false;
    for (i = 0; i < rules->swear_list.n; i++) {
        if (fits(mask, rules->swear_list.items[i]))
            return true;
    }
    return false;
}

/* The chunk with every mask as one '*' and every run of hyphens as one '-', lower-case
 * letters otherwise; ends[] are the offsets in the chunk after each byte of it.  Empty
 * when the chunk has digits (no masked word) or is too long. */
static size_t
make_mask(struct xc_str chunk, char *mask, size_t *ends)
{
    size_t n = 0;
    size_t i;

    if (chunk.len > MAX_MASKED_BYTES)
        return 0;
    for (i = 0; i < chunk.len; i++) {
        char c = chunk.ptr[i];

        if (is_digit(c))
            return 0;
        /* A bullet, U+2022, masks like an asterisk. */
        if (i + 2 < chunk.len && c == '\xe2' && chunk.ptr[i + 1] == '\x80' &&
            chunk.ptr[i + 2] == '\xa2') {
            c = '*';
            i += 2;
        } else if (xc_is_mask(c)) {
            c = '*';
        }
        if (n > 0 && mask[n - 1] == c && (c == '*' || c == '-')) {
            ends[n - 1] = i + 1;
            continue;
        }
        mask[n] = c;
        ends[n] = i + 1;
        n++;
    }
    return n;
}

size_t
xc_masked_swear(const struct xc_origin_rules *rules, struct xc_str chunk)
{
    char mask[MAX_MASKED_BYTES];
    size_t ends[MAX_MASKED_BYTES];
    size_t n = make_mask(chunk, mask, ends);
    size_t len;
    size_t k;
    bool shown = false; /* has a mark that may hide letters */

    if (n == 1 && mask[0] == '*' && chunk.len > 2)
        return chunk.len; /* "****" or "#@$%" */
    for (k = 0; k < n; k++)
        shown = shown || mask[k] == '*' || mask[k] == '-';
    if (!shown)
        return 0;
    for (len = n; len > 1; len--) {
        struct xc_str piece = {mask, len};
        size_t masks = 0;

        if (len < n && mask[len] != '-')
            continue;
        /* One hyphen at the end is a broken-off word or a list ("pre- and post-"). */
        if (mask[len - 1] == '-' && ends[len - 1] - ends[len - 2] < 2)
            continue;
        for (k = 0; k < len; k++)
            masks += mask[k] == '*' || mask[k] == '-';
        if (masks > 0 && is_masked_swear(rules, piece))
            return ends[len - 1];
    }
    return 0;
}
