/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/clitic.h"

#include "text/word_rules.h"

/* The key of the clitic tail (what follows the apostrophe) after host; empty: none. */
static struct xc_str
clitic_key(const struct xc_word_rules *rules, struct xc_str host, struct xc_str tail)
{
    if (xc_str_is(tail, "s"))
        return xc_word_rules_is_host(rules, host) ? XC_STR("'s") : XC_STR("");
    if (xc_str_is(tail, "t") && xc_str_ends(host, "n") && host.len > 1)
        return XC_STR("not");
    if (xc_str_is(tail, "ll"))
        return XC_STR("will");
    if (xc_str_is(tail, "ve"))
        return XC_STR("have");
    if (xc_str_is(tail, "re"))
        return XC_STR("are");
    if (xc_str_is(tail, "d"))
        return XC_STR("'d");
    if (xc_str_is(tail, "m") && xc_str_is(host, "i"))
        return XC_STR("am");
    return XC_STR("");
}

/* The whole word that stands before n't where it is cut short, else an empty str. */
static struct xc_str
host_before_not(struct xc_str host)
{
    if (xc_str_is(host, "wo"))
        return XC_STR("will");
    if (xc_str_is(host, "sha"))
        return XC_STR("shall");
    if (xc_str_is(host, "ai"))
        return XC_STR("be");
    return XC_STR("");
}

/* The offset of the last apostrophe of the first len bytes of token; len when none. */
static size_t
last_apostrophe(struct xc_str token, size_t len)
{
    size_t at = len;

    while (at > 0 && token.ptr[at - 1] != '\'')
        at--;
    return at > 0 ? at - 1 : len;
}

static void
reverse(struct xc_clitics *clitics)
{
    size_t i;

    for (i = 0; i < clitics->n / 2; i++) {
        struct xc_clitic first = clitics->items[i];

        clitics->items[i] = clitics->items[clitics->n - 1 - i];
        clitics->items[clitics->n - 1 - i] = first;
    }
}

void
xc_clitics_split(const struct xc_word_rules *rules, struct xc_str token,
                 struct xc_clitics *out)
{
    size_t len = token.len;

    out->n = 0;
    out->host_key = XC_STR("");
    out->is_possessive = false;
    while (out->n < XC_CLITICS_OF_A_WORD) {
        size_t mark = last_apostrophe(token, len);
        size_t end = len;
        struct xc_str host = xc_str_sub(token, 0, mark);
        struct xc_str tail;
        struct xc_str key;

        if (mark == len)
            break;
        tail = xc_str_sub(token, mark + 1, len - mark - 1);
        key = clitic_key(rules, host, tail);
        len = mark;
        if (key.len > 0) {
            /* can't is can + 't, every other is do + n't. */
            if (xc_str_is(key, "not") && !xc_str_is(host, "can"))
                len--;
            out->items[out->n++] = (struct xc_clitic){{len, end - len}, key};
        } else if (out->n == 0 && !out->is_possessive && xc_str_is(tail, "s")) {
            out->is_possessive = true;
        } else {
            len = end;
            break;
        }
    }
    out->host_len = len;
    if (out->n > 0 && xc_str_is(out->items[out->n - 1].key, "not"))
        out->host_key = host_before_not(xc_str_sub(token, 0, len));
    reverse(out);
}

bool
xc_clitic_makes_decade(struct xc_str digits)
{
    size_t i;

    for (i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
            return false;
    }
    return (digits.len == 2 || (digits.len == 4 && digits.ptr[0] == '1')) &&
           digits.ptr[digits.len - 1] == '0';
}
