/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/json_plain.h"

#include <stdint.h>
#include <string.h>

#include "data/utf8.h"

enum {
    MOST_MEMBERS = 16,      /* each key is compared with those before it */
    MOST_DIGITS = 15,       /* a longer number may be none that the library takes */
    WORD = sizeof(uint64_t) /* bytes of a string that are copied at once */
};

struct reader {
    const char *at;
    const char *end;
    char *
        out; /* where the next string goes: as much room as is left to read, and a word */
};

static void
skip_space(struct reader *r)
{
    while (r->at < r->end &&
           (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r'))
        r->at++;
}

static bool
take(struct reader *r, char c)
{
    skip_space(r);
    if (r->at == r->end || *r->at != c)
        return false;
    r->at++;
    return true;
}

/* The high bit of each byte of word that is c; what borrows may set it above one that
 * is, never alone. */
static uint64_t
bytes_that_are(uint64_t word, unsigned char c)
{
    const uint64_t ones = UINT64_MAX / 0xFF;
    const uint64_t x = word ^ (ones * c);

    return (x - ones) & ~x & (ones << 7);
}

/* Copies what stands up to the next '"', '\\' or control character. */
static void
copy_ordinary(struct reader *r)
{
    const uint64_t ones = UINT64_MAX / 0xFF;
    uint64_t word;

    while ((size_t)(r->end - r->at) >= WORD) {
        memcpy(&word, r->at, WORD);
        if ((bytes_that_are(word, '"') | bytes_that_are(word, '\\') |
             ((word - ones * 0x20) & ~word & (ones << 7))) != 0)
            break;
        memcpy(r->out, &word, WORD);
        r->at += WORD;
        r->out += WORD;
    }
    while (r->at < r->end && *r->at != '"' && *r->at != '\\' &&
           (unsigned char)*r->at >= 0x20)
        *r->out++ = *r->at++;
}

/* The four hexadecimal digits that come next; false when they don't. */
static bool
take_hex(struct reader *r, uint32_t *out)
{
    uint32_t value = 0;
    size_t i;

    if (r->end - r->at < 4)
        return false;
    for (i = 0; i < 4; i++) {
        const char c = r->at[i];

        if (c >= '0' && c <= '9')
            value = value << 4 | (uint32_t)(c - '0');
        else if (c >= 'a' && c <= 'f')
            value = value << 4 | (uint32_t)(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            value = value << 4 | (uint32_t)(c - 'A' + 10);
        else
            return false;
    }
    r->at += 4;
    *out = value;
    return true;
}

/* Writes c as UTF-8, which is shorter than its escape. */
static void
put(struct reader *r, uint32_t c)
{
    if (c < 0x80) {
        *r->out++ = (char)c;
        return;
    }
    if (c < 0x800) {
        *r->out++ = (char)(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            *r->out++ = (char)(0xE0 | c >> 12);
        } else {
            *r->out++ = (char)(0xF0 | c >> 18);
            *r->out++ = (char)(0x80 | (c >> 12 & 0x3F));
        }
        *r->out++ = (char)(0x80 | (c >> 6 & 0x3F));
    }
    *r->out++ = (char)(0x80 | (c & 0x3F));
}

/* What follows "\u": a character, or the first half of a pair and its second. */
static bool
take_code(struct reader *r)
{
    uint32_t c;
    uint32_t low;

    if (!take_hex(r, &c) || c == 0 || (c >= 0xDC00 && c <= 0xDFFF))
        return false;
    if (c >= 0xD800 && c <= 0xDBFF) {
        if (r->end - r->at < 2 || r->at[0] != '\\' || r->at[1] != 'u')
            return false;
        r->at += 2;
        if (!take_hex(r, &low) || low < 0xDC00 || low > 0xDFFF)
            return false;
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    }
    put(r, c);
    return true;
}

static bool
take_escape(struct reader *r)
{
    static const char names[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    const char *name;

    r->at++;
    if (r->at == r->end || *r->at == '\0')
        return false;
    if (*r->at == 'u') {
        r->at++;
        return take_code(r);
    }
    name = strchr(names, *r->at);
    if (name == NULL)
        return false;
    r->at++;
    *r->out++ = meant[name - names];
    return true;
}

/* A string without its quotation marks, a NUL behind it. */
static bool
take_string(struct reader *r, struct xc_str *out)
{
    const char *start = r->out;

    if (!take(r, '"'))
        return false;
    for (;;) {
        copy_ordinary(r);
        if (r->at == r->end || (unsigned char)*r->at < 0x20)
            return false;
        if (*r->at == '"')
            break;
        if (!take_escape(r))
            return false;
    }
    r->at++;
    *out = (struct xc_str){start, (size_t)(r->out - start)};
    *r->out++ = '\0';
    return true;
}

/* "-12" or "2.5", in a few digits. */
static bool
take_number(struct reader *r, struct xc_str *out)
{
    const char *start = r->at;
    const char *digits;

    if (r->at < r->end && *r->at == '-')
        r->at++;
    digits = r->at;
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
        r->at++;
    if (r->at == digits || (*digits == '0' && r->at > digits + 1))
        return false;
    if (r->at < r->end && *r->at == '.') {
        digits = ++r->at;
        while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
            r->at++;
        if (r->at == digits)
            return false;
    }
    if (r->at - start > MOST_DIGITS ||
        (r->at < r->end && (*r->at == 'e' || *r->at == 'E')))
        return false;
    *out = (struct xc_str){r->out, (size_t)(r->at - start)};
    memcpy(r->out, start, out->len);
    r->out += out->len;
    *r->out++ = '\0';
    return true;
}

static bool
take_word(struct reader *r, struct xc_str word)
{
    if ((size_t)(r->end - r->at) < word.len || memcmp(r->at, word.ptr, word.len) != 0)
        return false;
    r->at += word.len;
    return true;
}

static bool
take_value(struct reader *r, struct xc_node *node)
{
    skip_space(r);
    if (r->at == r->end)
        return false;
    if (*r->at == '"') {
        node->kind = XC_NODE_STRING;
        node->quoted = true;
        return take_string(r, &node->text);
    }
    if (*r->at == 't' || *r->at == 'f') {
        node->kind = XC_NODE_BOOL;
        node->truth = *r->at == 't';
        node->text = node->truth ? XC_STR("true") : XC_STR("false");
        return take_word(r, node->text);
    }
    if (*r->at == 'n') {
        node->kind = XC_NODE_NULL;
        node->text = XC_STR("");
        return take_word(r, XC_STR("null"));
    }
    node->kind = XC_NODE_NUMBER;
    return take_number(r, &node->text);
}

/* The next member into node number n of nodes; false when it isn't plain, or its key was
 * met before. */
static bool
take_member(struct reader *r, struct xc_node *nodes, size_t n)
{
    struct xc_node *node = &nodes[n];
    size_t i;

    if (!take_string(r, &node->key) || !take(r, ':') || !take_value(r, node))
        return false;
    for (i = 0; i < n; i++) {
        if (xc_str_equal(nodes[i].key, node->key))
            return false;
    }
    return true;
}

/* Reads the whole text as one object into nodes, of which it needs *out_n. */
static bool
take_object(struct reader *r, struct xc_node *nodes, size_t *out_n)
{
    size_t n = 0;

    if (!take(r, '{'))
        return false;
    if (!take(r, '}')) {
        do {
            if (n == MOST_MEMBERS || !take_member(r, nodes, n))
                return false;
            n++;
        } while (take(r, ','));
        if (!take(r, '}'))
            return false;
    }
    skip_space(r);
    *out_n = n;
    return r->at == r->end;
}

enum xc_status
xc_json_plain(struct xc_str text, size_t line, struct xc_arena *arena,
              struct xc_node **out_root)
{
    struct reader r = {.out = NULL};
    struct xc_node *nodes;
    size_t n;
    size_t i;

    *out_root = NULL;
    if (text.len == 0)
        return XC_OK;
    r.at = text.ptr;
    r.end = text.ptr + text.len;
    skip_space(&r);
    if (r.at == r.end || *r.at != '{' || xc_utf8_first_bad(text, 0) < text.len)
        return XC_OK;
    /* A string is never longer than its escapes, and its NUL than a quotation mark; a
     * number's NUL takes the place of the ':' before it. */
    r.out = xc_arena_alloc(arena, text.len + WORD);
    nodes = xc_arena_array(arena, MOST_MEMBERS + 1, sizeof *nodes);
    if (r.out == NULL || nodes == NULL)
        return XC_NO_MEMORY;
    if (!take_object(&r, nodes + 1, &n))
        return XC_OK;
    *nodes = (struct xc_node){.kind = XC_NODE_MAP,
                              .text = XC_STR(""),
                              .line = line,
                              .first = n == 0 ? NULL : nodes + 1,
                              .n_children = n};
    for (i = 1; i <= n; i++) {
        nodes[i].line = line;
        nodes[i].key_line = line;
        nodes[i].next = i == n ? NULL : &nodes[i + 1];
    }
    *out_root = nodes;
    return XC_OK;
}
