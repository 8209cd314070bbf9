/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/line.h"

#include <string.h>

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

struct xc_str
xc_line_trim(struct xc_str text)
{
    uint32_t c;
    size_t len;

    /* A byte over ' ' is of ASCII (it is signed) and no white space. */
    while (text.len > 0 && (signed char)text.ptr[0] <= ' ' &&
           (len = xc_utf8_decode(text, 0, &c)) > 0 && xc_utf8_is_space(c))
        text = xc_str_sub(text, len, text.len - len);
    while (text.len > 0 && (signed char)text.ptr[text.len - 1] <= ' ') {
        size_t at = text.len - 1;

        while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
            at--;
        len = xc_utf8_decode(text, at, &c);
        if (len != text.len - at || !xc_utf8_is_space(c))
            break;
        text.len = at;
    }
    return text;
}

bool
xc_line_next_word(struct xc_str *rest, struct xc_str *out_word)
{
    size_t end = 0;
    uint32_t c;

    *rest = xc_line_trim(*rest);
    while (end < rest->len) {
        size_t len;

        if ((signed char)rest->ptr[end] > ' ') {
            end++;
            continue;
        }
        len = xc_utf8_decode(*rest, end, &c);
        if (len > 0 && xc_utf8_is_space(c))
            break;
        end += len == 0 ? 1 : len;
    }
    *out_word = xc_str_sub(*rest, 0, end);
    *rest = xc_str_sub(*rest, end, rest->len - end);
    return end > 0;
}

size_t
xc_line_count_words(struct xc_str line, size_t most)
{
    struct xc_str word;
    size_t n = 0;

    while (n <= most && xc_line_next_word(&line, &word))
        n++;
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
