/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/line.h"

#include <string.h>

#include "base/bytes.h"
#include "base/vec.h"
#include "data/utf8.h"

int
xc_line_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

bool
xc_line_is_letter(char c)
{
    return (xc_line_lower(c) >= 'a' && xc_line_lower(c) <= 'z') ||
           (unsigned char)c >= 0x80;
}

bool
xc_line_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool
xc_line_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The length of the white space that begins at byte at of text, 0 when none does.  Only
 * the first byte of a longer character can begin one. */
static size_t
space_len(struct xc_str text, size_t at)
{
    uint32_t c = (unsigned char)text.ptr[at];
    size_t len = 1;

    if (c >= 0x80)
        len = xc_utf8_decode(text, at, &c);
    return len > 0 && xc_utf8_is_space(c) ? len : 0;
}

/* The first place at or behind `at` where white space begins (ends). */
static size_t
find_space(struct xc_str text, size_t at)
{
    /* A byte over ' ' is of ASCII (it is signed) and no white space. */
    while (at < text.len &&
           ((signed char)text.ptr[at] > ' ' || space_len(text, at) == 0))
        at++;
    return at;
}

static size_t
skip_space(struct xc_str text, size_t at)
{
    size_t len;

    while (at < text.len && (signed char)text.ptr[at] <= ' ' &&
           (len = space_len(text, at)) > 0)
        at += len;
    return at;
}

struct xc_str
xc_line_trim(struct xc_str text)
{
    const size_t start = skip_space(text, 0);

    text = xc_str_sub(text, start, text.len - start);
    while (text.len > 0 && (signed char)text.ptr[text.len - 1] <= ' ') {
        size_t at = text.len - 1;

        while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
            at--;
        if (space_len(text, at) != text.len - at)
            break;
        text.len = at;
    }
    return text;
}

bool
xc_line_next_word(struct xc_str *rest, struct xc_str *out_word)
{
    size_t end;

    *rest = xc_line_trim(*rest);
    end = find_space(*rest, 0);
    *out_word = xc_str_sub(*rest, 0, end);
    *rest = xc_str_sub(*rest, end, rest->len - end);
    return end > 0;
}

/* Words that surely end in line: a character of ASCII with a ' ' right behind it.  Most
 * lines have more of them than anybody asks for, and need not be read by the character. */
static size_t
count_sure_ends(struct xc_str line, size_t most)
{
    const uint64_t up_to_space = XC_BYTES_ONES * (0x7F - ' ');
    size_t n = 0;
    size_t i;

    for (i = 0; n <= most && i + XC_BYTES_AT_ONCE < line.len; i += XC_BYTES_AT_ONCE) {
        const uint64_t word = xc_bytes_load(line.ptr + i);
        const uint64_t shown = ~word & ((word & ~XC_BYTES_HIGH) + up_to_space);

        n += xc_bytes_count(shown &
                            xc_bytes_equal(xc_bytes_load(line.ptr + i + 1), ' '));
    }
    return n;
}

size_t
xc_line_count_words(struct xc_str line, size_t most)
{
    size_t at = skip_space(line, 0);
    size_t n = 0;

    if (count_sure_ends(line, most) > most)
        return most + 1;
    for (; n <= most && at < line.len; n++)
        at = skip_space(line, find_space(line, at));
    return n;
}

bool
xc_line_says_the_same(struct xc_str a, struct xc_str b)
{
    size_t i = 0;
    size_t j = 0;

    for (;;) {
        while (i < a.len && !xc_line_is_letter(a.ptr[i]) && !xc_line_is_digit(a.ptr[i]))
            i++;
        while (j < b.len && !xc_line_is_letter(b.ptr[j]) && !xc_line_is_digit(b.ptr[j]))
            j++;
        if (i == a.len || j == b.len)
            return i == a.len && j == b.len;
        if (xc_line_lower(a.ptr[i++]) != xc_line_lower(b.ptr[j++]))
            return false;
    }
}

bool
xc_line_ends_in(struct xc_str line, const char *marks)
{
    static const char *const closing[] = {"\"",           "'",           ")", "]",
                                          "\xE2\x80\x9D", "\xE2\x80\x99"};
    size_t i = 0;

    while (i < XC_COUNT(closing)) {
        if (xc_str_ends(line, closing[i])) {
            line.len -= strlen(closing[i]);
            i = 0;
        } else {
            i++;
        }
    }
    return line.len > 0 && line.ptr[line.len - 1] != '\0' &&
           strchr(marks, line.ptr[line.len - 1]) != NULL;
}

bool
xc_line_ends_sentence(struct xc_str line)
{
    return xc_line_ends_in(line, ".!?:;") || xc_str_ends(line, "\xE2\x80\xA6");
}
