/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/token.h"

#include "base/limits.h"
#include "text/character.h"
#include "text/fold.h"

/* Folded text has no ASCII capitals. */
static bool
is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The byte at `at`, '\0' beyond the end. */
static char
byte_at(struct xc_str text, size_t at)
{
    return (char)(at < text.len ? text.ptr[at] : '\0');
}

/* The length in bytes of the letter, digit or combining mark at `at` when it is not
 * ASCII, else 0. */
static size_t
wide_len(struct xc_str text, size_t at, uint32_t *out_code)
{
    uint32_t code = 0;
    size_t len = 0;

    if (at < text.len && (unsigned char)text.ptr[at] >= 0x80) {
        len = xc_character_decode(text, at, &code);
        if (!xc_code_is_letter(code) && !xc_code_is_digit(code) &&
            !xc_code_is_mark(code))
            len = 0;
    }
    *out_code = code;
    return len;
}

bool
xc_token_begins(struct xc_str text, size_t at)
{
    char c = byte_at(text, at);
    uint32_t code;

    return is_lower(c) || is_digit(c) ||
           (wide_len(text, at, &code) > 0 && !xc_code_is_mark(code));
}

bool
xc_token_goes_on(struct xc_str text, size_t at)
{
    char c = byte_at(text, at);
    uint32_t code;

    return is_lower(c) || is_digit(c) || wide_len(text, at, &code) > 0;
}

bool
xc_token_begins_with_point(struct xc_str text, size_t at)
{
    char before = (char)(at == 0 ? ' ' : text.ptr[at - 1]);

    return byte_at(text, at) == '.' && is_digit(byte_at(text, at + 1)) &&
           (unsigned char)before < 0x80 && !is_lower(before) && !is_digit(before) &&
           before != '.';
}

static size_t
digits_end(struct xc_str text, size_t at)
{
    while (is_digit(byte_at(text, at)))
        at++;
    return at;
}

/*
 * The end of the comma groups that go on the digits [first, at): "3,000,000", and in
 * the Indian way "12,34,567".  Anything else is a list ("1,2") and ends at `at`.
 */
static size_t
groups_end(struct xc_str text, size_t first, size_t at)
{
    size_t end = at;
    bool by_two = false;
    bool by_three = false;

    if (at - first > 3)
        return end;
    while (byte_at(text, at) == ',') {
        size_t len = digits_end(text, at + 1) - (at + 1);

        if (len == 3) {
            at += 4;
            end = at;
            if (by_two)
                break;
            by_three = true;
        } else if (len == 2 && !by_three) {
            at += 3;
            by_two = true;
        } else {
            break;
        }
    }
    return end;
}

/* The end of the number at `at`: "3,000.5", ".5", "1.2.3"; letters may follow it. */
static size_t
number_end(struct xc_str text, size_t at, bool *is_plain)
{
    size_t first = at;
    size_t end;

    if (text.ptr[at] == '.') {
        *is_plain = false;
        return digits_end(text, at + 1);
    }
    at = digits_end(text, at);
    end = groups_end(text, first, at);
    if (end > at) {
        *is_plain = false;
        if (byte_at(text, end) == '.' && is_digit(byte_at(text, end + 1)))
            end = digits_end(text, end + 1);
        return end;
    }
    while (byte_at(text, end) == '.' && is_digit(byte_at(text, end + 1)))
        end = digits_end(text, end + 1);
    return end;
}

/* The end of the single letters with points at `at`, or `at` when there are fewer than
 * two: "u.s.", "u.s" before a space, but not "e.smith". */
static size_t
acronym_end(struct xc_str text, size_t at)
{
    size_t end = at;
    size_t n = 0;

    while (is_lower(byte_at(text, end)) && byte_at(text, end + 1) == '.') {
        end += 2;
        n++;
    }
    if (n > 0 && is_lower(byte_at(text, end)) && !xc_token_goes_on(text, end + 1)) {
        end++;
        n++;
    }
    return n >= 2 ? end : at;
}

/*
 * The end of the mask at `at`, or `at` when there is none: n letters of a swear word
 * stand before it.  Between letters any star masks ("sh*t"); at the end a lone one is
 * a footnote or emphasis unless the word is masked already ("f*ck*").  Three hyphens
 * are no dash, which folds to two ("s---", "f---ing"), nor are two low lines.
 */
static size_t
mask_end(struct xc_str text, size_t at, size_t n, bool is_masked, bool stars_open)
{
    char mark = text.ptr[at];
    size_t end = at;
    size_t least;

    if (mark != '*' && mark != '-' && mark != '_')
        return at;
    while (byte_at(text, end) == mark)
        end++;
    if (mark == '*') {
        if (is_lower(byte_at(text, end)))
            return end;
        least = is_masked ? 1 : 2;
        return end - at >= least && !stars_open ? end : at;
    }
    least = mark == '-' ? 3 : 2;
    return end - at >= least && n <= 2 ? end : at;
}

/* Goes on over letters, digits and inner marks from `at`, where *token begins at
 * first; sets its end and what it is made of. */
static void
letters_scan(struct xc_str text, size_t first, size_t at, bool stars_open,
             struct xc_token *token)
{
    bool after_letter = false;
    bool is_masked = false;
    uint32_t code;
    size_t end;

    while (at < text.len) {
        char c = text.ptr[at];

        if (is_lower(c) || is_digit(c)) {
            after_letter = is_lower(c);
            at++;
        } else if ((unsigned char)c >= 0x80) {
            end = wide_len(text, at, &code);
            if (end == 0)
                break;
            token->is_plain = false;
            if (!xc_code_is_mark(code))
                after_letter = xc_code_is_letter(code);
            at += end;
        } else if (c == '\'' && after_letter && !is_digit(byte_at(text, at + 1)) &&
                   xc_token_begins(text, at + 1)) {
            token->has_apostrophe = true;
            at++;
        } else if (after_letter) {
            end = mask_end(text, at, at - first, is_masked, stars_open);
            if (end == at)
                break;
            token->is_plain = token->is_plain && c == '*';
            is_masked = true;
            /* A mask stands for letters: "f**k", "a**'s". */
            at = end;
        } else {
            break;
        }
    }
    token->end = at;
}

static bool
has_prefix(struct xc_str text, size_t at, const char *prefix)
{
    return xc_str_starts(xc_str_sub(text, at, text.len - at), prefix);
}

/* The end of the address at `at`, or `at` when there is none. */
static size_t
url_end(struct xc_str text, size_t at)
{
    size_t first;
    size_t end;

    if (has_prefix(text, at, "http://"))
        first = at + 7;
    else if (has_prefix(text, at, "https://"))
        first = at + 8;
    else if (has_prefix(text, at, "www."))
        first = at + 4;
    else
        return at;
    if (!xc_token_begins(text, first))
        return at;
    end = first;
    while (end < text.len && text.ptr[end] != ' ' && text.ptr[end] != '"' &&
           text.ptr[end] != '<' && text.ptr[end] != '>' && text.ptr[end] != '\n')
        end++;
    return end - xc_token_url_tail((struct xc_str){text.ptr + first, end - first});
}

size_t
xc_token_url_tail(struct xc_str url)
{
    size_t end = url.len;
    char c;

    while (end > 1) {
        c = url.ptr[end - 1];
        if (c != '.' && c != ',' && c != ';' && c != ':' && c != '!' && c != '?' &&
            c != '\'' && c != ')' && c != ']' && c != '*' && c != '-')
            break;
        end--;
    }
    return url.len - end;
}

/* The text up to the most that a word which begins at `at` may have. */
static struct xc_str
text_within(struct xc_str text, size_t at)
{
    size_t end = at + XC_MAX_WORD_BYTES;

    if (end < text.len) {
        while (((unsigned char)text.ptr[end] & 0xC0) == 0x80)
            end--;
        text.len = end;
    }
    return text;
}

void
xc_token_scan(struct xc_str text, size_t at, bool stars_open, struct xc_token *out)
{
    struct xc_str near = text_within(text, at);
    char c = text.ptr[at];
    size_t end = at;

    *out = (struct xc_token){.shape = XC_TOKEN_WORD, .is_plain = true};
    if (c == 'h' || c == 'w')
        out->end = url_end(text, at);
    if (out->end > at) {
        out->shape = XC_TOKEN_URL;
        return;
    }
    if (byte_at(near, at + 1) == '.')
        out->end = acronym_end(near, at);
    if (out->end > at) {
        out->shape = XC_TOKEN_ACRONYM;
        out->is_plain = false;
        return;
    }
    if (is_digit(c) || c == '.') {
        out->shape = XC_TOKEN_NUMBER;
        end = number_end(near, at, &out->is_plain);
    }
    letters_scan(near, at, end, stars_open, out);
}
