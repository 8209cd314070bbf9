/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/align.h"

#include <string.h>

#include "data/utf8.h"

/* How far a literal is looked for where it does not stand at once. */
static const size_t most_skipped = 4096;

static bool
is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_punct(char c)
{
    return c > ' ' && c < 0x7F && !is_alnum(c);
}

static bool
is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The byte at off, '\0' behind the block. */
static char
peek(const struct xc_align *a, size_t off)
{
    if (off >= a->end)
        return '\0';
    return a->text.ptr[off];
}

static bool
add(struct xc_align *a, size_t off, size_t end, struct xc_run_vec *runs)
{
    return runs == NULL || xc_runs_add(runs, off, end, a->arena);
}

/* The length of the entity "&name;" or "&#8212;" at off, 0 when there is none. */
static size_t
entity_len(const struct xc_align *a, size_t off)
{
    const size_t longest = 34;
    size_t at = off + 1;

    at += peek(a, at) == '#';
    while (is_alnum(peek(a, at)) && at - off < longest)
        at++;
    return at > off + 1 && peek(a, at) == ';' ? at + 1 - off : 0;
}

static bool
is_ampersand(struct xc_str entity)
{
    return xc_str_is(entity, "&amp;") || xc_str_is(entity, "&AMP;") ||
           xc_str_is(entity, "&#38;") || xc_str_is(entity, "&#x26;") ||
           xc_str_is(entity, "&#X26;");
}

/* Whether c stands between words rather than in one. */
static bool
parts_words(uint32_t c)
{
    if (c < 0x80)
        return !is_alnum((char)c);
    return c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2C00) ||
           c == 0x3000;
}

/*
 * Passes an entity at the cursor if the literal has the character it stands for.
 * Returns the bytes of the literal that it took, 0 when it is plain text there.
 */
static size_t
pass_entity(struct xc_align *a, struct xc_str rest, struct xc_run_vec *runs, bool *ok)
{
    const size_t len = entity_len(a, a->at);
    const size_t off = a->at;
    uint32_t c = 0;
    size_t taken;

    if (len == 0)
        return 0;
    if (is_ampersand(xc_str_sub(a->text, off, len))) {
        *ok = add(a, off, off + 1, runs);
        a->at += len;
        return 1;
    }
    if (rest.ptr[0] == '&')
        return 0;
    taken = xc_utf8_decode(rest, 0, &c);
    if (taken == 0)
        return 0;
    if (parts_words(c))
        *ok = add(a, off, off + 1, runs);
    a->at += len;
    return taken;
}

/* Moves the cursor to the next place of the needle's bytes, if that is near. */
static bool
find_needle(struct xc_align *a, struct xc_str needle)
{
    const size_t far = a->end - a->at < most_skipped ? a->end - a->at : most_skipped;
    const char *found = memmem(a->text.ptr + a->at, far, needle.ptr, needle.len);

    if (found == NULL)
        return false;
    a->at = (size_t)(found - a->text.ptr);
    return true;
}

/* Moves the cursor to where the literal goes on.  Returns how many of its bytes are
 * lost, all of them when it is nowhere near. */
static size_t
find_again(struct xc_align *a, struct xc_str rest)
{
    const size_t most_tries = 4;
    size_t lost = 0;
    size_t tries;

    for (tries = 0; tries < most_tries && lost < rest.len; tries++) {
        const size_t left = rest.len - lost;
        struct xc_str needle = xc_str_sub(rest, lost, left < 8 ? left : 8);
        uint32_t c;
        size_t len;

        if (find_needle(a, needle))
            return lost;
        /* Perhaps the source has a backslash or an entity among those bytes. */
        for (len = 1; len < needle.len && !is_punct(needle.ptr[len]); len++)
            ;
        needle.len = len;
        if (find_needle(a, needle))
            return lost;
        len = xc_utf8_decode(xc_str_sub(rest, lost, left), 0, &c);
        lost += len == 0 ? 1 : len;
    }
    return rest.len;
}

/* Matches the bytes that are the same in source and literal and no markup. */
static size_t
match_plain(struct xc_align *a, struct xc_str rest, struct xc_run_vec *runs, bool *ok)
{
    size_t n = 0;

    while (n < rest.len && a->at + n < a->end) {
        const char c = a->text.ptr[a->at + n];

        if (c != rest.ptr[n] || (n > 0 && (c == '&' || c == '\\')))
            break;
        n++;
    }
    *ok = add(a, a->at, a->at + n, runs);
    a->at += n;
    return n;
}

bool
xc_align_text(struct xc_align *a, struct xc_str literal, struct xc_run_vec *runs)
{
    size_t i = 0;
    bool ok = true;

    while (ok && i < literal.len && a->at < a->end) {
        const struct xc_str rest = xc_str_sub(literal, i, literal.len - i);
        const char c = peek(a, a->at);
        size_t taken = 0;

        if (c == '&')
            taken = pass_entity(a, rest, runs, &ok);
        else if (c == '\\' && is_punct(peek(a, a->at + 1)) &&
                 peek(a, a->at + 1) == rest.ptr[0])
            a->at++;
        if (taken == 0)
            taken = match_plain(a, rest, runs, &ok);
        if (taken == 0 && c == '\0' && xc_str_starts(rest, "\xEF\xBF\xBD")) {
            /* The parser puts U+FFFD for a NUL byte. */
            ok = add(a, a->at, a->at + 1, runs);
            a->at++;
            taken = 3;
        }
        if (taken == 0)
            taken = find_again(a, rest);
        i += taken;
    }
    return ok;
}

/* The offset of the byte c at or after off, the end when it is not near. */
static size_t
find_near(const struct xc_align *a, size_t off, char c)
{
    const size_t far = a->end - off < most_skipped ? a->end - off : most_skipped;
    const char *found = memchr(a->text.ptr + off, c, far);

    return found == NULL ? a->end : (size_t)(found - a->text.ptr);
}

bool
xc_align_code(struct xc_align *a, struct xc_run_vec *runs)
{
    size_t start = find_near(a, a->at, '`');
    size_t n_ticks = 0;
    size_t stop;
    size_t n;

    while (peek(a, start) == '`') {
        start++;
        n_ticks++;
    }
    if (n_ticks == 0)
        return true;
    for (stop = start; stop < a->end; stop += n == 0 ? 1 : n) {
        for (n = 0; peek(a, stop + n) == '`'; n++)
            ;
        if (n == n_ticks)
            break;
    }
    a->at = stop < a->end ? stop + n_ticks : a->end;
    while (start < stop && is_space(a->text.ptr[start]))
        start++;
    while (start < stop && is_space(a->text.ptr[stop - 1]))
        stop--;
    return add(a, start, stop, runs);
}

static bool
is_block_tag(struct xc_str tag)
{
    static const char *const names[] = {"br", "p", "div", "hr", "td", "li", "tr"};
    size_t start = tag.len > 1 && tag.ptr[1] == '/' ? 2 : 1;
    size_t end = start;
    size_t i;

    while (end < tag.len && is_alnum(tag.ptr[end]))
        end++;
    for (i = 0; start < end && i < sizeof names / sizeof names[0]; i++) {
        size_t k = 0;

        while (start + k < end && (tag.ptr[start + k] | 0x20) == names[i][k])
            k++;
        if (start + k == end && names[i][k] == '\0')
            return true;
    }
    return false;
}

bool
xc_align_html(struct xc_align *a, struct xc_str literal, struct xc_run_vec *runs)
{
    const size_t tail = literal.len < 8 ? literal.len : 8;
    const struct xc_str rest = xc_str_sub(a->text, a->at, a->end - a->at);
    /* A tag of several lines lacks the indentation between them. */
    size_t far = literal.len + most_skipped;
    const char *found;

    if (!xc_str_starts(rest, "<"))
        return true;
    if (is_block_tag(literal) && !add(a, a->at, a->at + 1, runs))
        return false;
    if (literal.len <= rest.len && memcmp(rest.ptr, literal.ptr, literal.len) == 0) {
        a->at += literal.len;
        return true;
    }
    if (far > rest.len)
        far = rest.len;
    found = memmem(rest.ptr, far, literal.ptr + literal.len - tail, tail);
    a->at += found == NULL ? 1 : (size_t)(found - rest.ptr) + tail;
    return true;
}

void
xc_align_pass(struct xc_align *a, const char *marks, size_t n)
{
    while (n > 0 && a->at < a->end && peek(a, a->at) != '\0' &&
           strchr(marks, peek(a, a->at)) != NULL) {
        a->at++;
        n--;
    }
}

void
xc_align_margin(struct xc_align *a, size_t n_quotes)
{
    xc_align_pass(a, " \t", a->end);
    for (; n_quotes > 0 && peek(a, a->at) == '>'; n_quotes--) {
        a->at++;
        xc_align_pass(a, " \t", a->end);
    }
}

void
xc_align_break(struct xc_align *a, size_t n_quotes)
{
    while (a->at < a->end && peek(a, a->at) != '\n' && peek(a, a->at) != '\r')
        a->at++;
    if (peek(a, a->at) == '\r')
        a->at++;
    if (peek(a, a->at) == '\n')
        a->at++;
    xc_align_margin(a, n_quotes);
}

static size_t
pass_space(const struct xc_align *a, size_t off)
{
    while (off < a->end && is_space(a->text.ptr[off]))
        off++;
    return off;
}

/* The offset after the byte closing, which no backslash precedes, from off on; 0 when
 * it does not stand before end. */
static size_t
pass_to(const struct xc_align *a, size_t off, size_t end, char closing)
{
    for (; off < end; off++) {
        if (a->text.ptr[off] == closing)
            return off + 1;
        if (a->text.ptr[off] == '\\')
            off++;
    }
    return 0;
}

/* The offset after an address that is not in angle brackets. */
static size_t
pass_address(const struct xc_align *a, size_t off, size_t end)
{
    size_t depth = 0;

    for (; off < end && !is_space(a->text.ptr[off]); off++) {
        const char c = a->text.ptr[off];

        if (c == ')' && depth == 0)
            break;
        if (c == '\\')
            off++;
        depth += c == '(';
        depth -= c == ')';
    }
    return off < end ? off : end;
}

/* The offset after "(address "title")" that begins at off, 0 when it is none. */
static size_t
pass_inline_tail(const struct xc_align *a, size_t off, size_t end)
{
    char quote;

    off = pass_space(a, off + 1);
    off =
        peek(a, off) == '<' ? pass_to(a, off + 1, end, '>') : pass_address(a, off, end);
    if (off == 0)
        return 0;
    off = pass_space(a, off);
    quote = peek(a, off);
    if (quote == '"' || quote == '\'' || quote == '(') {
        if (quote == '(')
            quote = ')';
        off = pass_to(a, off + 1, end, quote);
        if (off == 0)
            return 0;
        off = pass_space(a, off);
    }
    return peek(a, off) == ')' ? off + 1 : 0;
}

void
xc_align_link_end(struct xc_align *a, size_t n)
{
    size_t off = a->at;
    size_t after = 0;
    size_t end;

    if (peek(a, off) == '>') {
        a->at++;
        return;
    }
    off = find_near(a, off, ']');
    if (off == a->end)
        return;
    off++;
    end = a->end - off < n ? a->end : off + n;
    if (peek(a, off) == '(')
        after = pass_inline_tail(a, off, end);
    else if (peek(a, off) == '[')
        after = pass_to(a, off + 1, end, ']');
    a->at = after == 0 ? off : after;
}
