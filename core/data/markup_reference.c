/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/markup_reference.h"

enum { REPLACEMENT = 0xFFFD };

/* HTML has no name as long as this. */
static const size_t longest_name = 32;

struct reference {
    size_t len;         /* in bytes, from '&' to ';'; 1 when it is none */
    bool ends;          /* with a ';' */
    uint32_t code;      /* when it is a number, else 0 */
    struct xc_str name; /* else */
};

static uint32_t
digit(char c)
{
    if (c >= '0' && c <= '9')
        return (uint32_t)(c - '0');
    if (c >= 'a' && c <= 'f')
        return (uint32_t)(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return (uint32_t)(c - 'A') + 10;
    return 16;
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The digits from at on; gives where they end. */
static size_t
read_number(struct xc_str bytes, size_t at, uint32_t base, uint32_t *out_code)
{
    uint32_t code = 0;

    for (; at < bytes.len && digit(bytes.ptr[at]) < base; at++) {
        if (code <= 0x10FFFF)
            code = code * base + digit(bytes.ptr[at]);
    }
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = REPLACEMENT;
    *out_code = code;
    return at;
}

static struct reference
read_reference(struct xc_str bytes, size_t off)
{
    struct reference reference = {.len = 1};
    size_t start = off + 1;
    size_t at;

    if (start < bytes.len && bytes.ptr[start] == '#') {
        const bool hex = start + 1 < bytes.len && (bytes.ptr[start + 1] | 0x20) == 'x';

        start += hex ? 2 : 1;
        at = read_number(bytes, start, hex ? 16 : 10, &reference.code);
    } else {
        at = start;
        if (at < bytes.len && is_letter(bytes.ptr[at])) {
            while (at < bytes.len && at - start <= longest_name &&
                   (is_letter(bytes.ptr[at]) || digit(bytes.ptr[at]) < 10))
                at++;
        }
        reference.name = xc_str_sub(bytes, start, at - start);
    }
    if (at == start || at - start > longest_name)
        return (struct reference){.len = 1};
    reference.ends = at < bytes.len && bytes.ptr[at] == ';';
    reference.len = at - off + reference.ends;
    return reference;
}

/* Writes a character so that it is read as text. */
static void
put_code(uint32_t c, struct xc_markup_out *out)
{
    switch (c) {
    case '\n': /* would be counted as a line end, which the document's lines don't have */
    case '\r':
        xc_markup_out_put(out, XC_STR(" "));
        return;
    case '&':
        xc_markup_out_put(out, XC_STR("&amp;"));
        return;
    case '<':
        xc_markup_out_put(out, XC_STR("&lt;"));
        return;
    case '>': /* "]]>" is an error in XML */
        xc_markup_out_put(out, XC_STR("&gt;"));
        return;
    case '"':
        xc_markup_out_put(out, XC_STR("&quot;"));
        return;
    default:
        if ((c >= ' ' || c == '\t') && c != 0xFFFE && c != 0xFFFF)
            xc_markup_out_code(out, c);
    }
}

/* What Windows-1252 has where ISO 8859-1 has control characters. */
static uint32_t
of_windows_1252(uint32_t c)
{
    static const uint16_t codes[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
        0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
    };

    return c >= 0x80 && c <= 0x9F && codes[c - 0x80] != 0 ? codes[c - 0x80] : c;
}

static bool
is_one_of(struct xc_str name, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (xc_str_is(name, *names))
            return true;
    }
    return false;
}

size_t
xc_markup_reference_html(struct xc_str bytes, size_t off, bool in_value,
                         struct xc_markup_out *out)
{
    /* Those that people forget the ';' of; browsers know them without it. */
    static const char *const bare[] = {"amp", "lt", "gt", "quot", "nbsp", NULL};
    const struct reference reference = read_reference(bytes, off);

    if (reference.code != 0) {
        put_code(of_windows_1252(reference.code), out);
        return reference.len;
    }
    if (reference.len > 1 &&
        (reference.ends || (!in_value && is_one_of(reference.name, bare)))) {
        xc_markup_out_char(out, '&');
        xc_markup_out_put(out, reference.name);
        xc_markup_out_char(out, ';');
        return reference.len;
    }
    xc_markup_out_put(out, XC_STR("&amp;"));
    return 1;
}

size_t
xc_markup_reference_xml(struct xc_str bytes, size_t off, xc_markup_entity entity,
                        struct xc_markup_out *out)
{
    static const char *const own[] = {"amp", "lt", "gt", "quot", "apos", NULL};
    const struct reference reference = read_reference(bytes, off);
    const bool is_own = is_one_of(reference.name, own);
    uint32_t code = reference.code;

    if (reference.ends && code == 0 && !is_own)
        code = entity(reference.name);
    if (!reference.ends || (code == 0 && !is_own)) {
        xc_markup_out_put(out, XC_STR("&amp;"));
        return 1;
    }
    if (is_own)
        xc_markup_out_put(out, xc_str_sub(bytes, off, reference.len));
    else
        put_code(code, out);
    return reference.len;
}
