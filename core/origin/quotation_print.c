/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/quotation_print.h"

#include <stdint.h>
#include <string.h>

#include "base/vec.h"
#include "origin/masked.h"

enum {
    MIN_UNIT_WORDS = 4,       /* content words; fewer are no evidence on their own */
    MAX_BRACKET_BYTES = 60,   /* a longer bracket is read as ordinary words */
    MAX_PARENTHESIS_WORDS = 2 /* "(laughs)" is dropped, "(as I said before)" is not */
};

struct scanner {
    const struct xc_origin_rules *rules;
    struct xc_arena *arena;
    struct xc_quotation_print *print;
    size_t raw;
    size_t part;
    bool gap;
    bool after_you;
    bool failed;
};

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

static bool
is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether only closing marks stand between here and white space or the end. */
static bool
ends_word(struct xc_str text, size_t at)
{
    while (at < text.len && (text.ptr[at] == '"' || text.ptr[at] == '\'' ||
                             text.ptr[at] == ')' || text.ptr[at] == ']'))
        at++;
    return at >= text.len || is_space(text.ptr[at]);
}

static void
add_word(struct scanner *scanner, struct xc_str key, enum xc_origin_word class,
         struct xc_span span)
{
    struct xc_quotation_word *word;

    if (scanner->print->words.n >= XC_MAX_QUOTATION_WORDS)
        return;
    word = XC_VEC_ADD(&scanner->print->words, scanner->arena);
    if (word == NULL) {
        scanner->failed = true;
        return;
    }
    *word = (struct xc_quotation_word){key,          span,         class,
                                       scanner->raw, scanner->gap, scanner->part};
    scanner->gap = false;
}

/* "3,000" is 3000. */
static struct xc_str
without_commas(struct scanner *scanner, struct xc_str digits)
{
    char *copy;
    size_t n = 0;
    size_t i;

    if (xc_str_find(digits, 0, ',') == digits.len)
        return digits;
    copy = xc_arena_alloc(scanner->arena, digits.len);
    if (copy == NULL) {
        scanner->failed = true;
        return digits;
    }
    for (i = 0; i < digits.len; i++) {
        if (digits.ptr[i] != ',')
            copy[n++] = digits.ptr[i];
    }
    return (struct xc_str){copy, n};
}

/* The word up to its clitic: he's -> he, but o'clock and d'or stay whole. */
static struct xc_str
without_clitic(struct xc_str word)
{
    size_t at = xc_str_find(word, 0, '\'');

    if (at == word.len || (at == 1 && word.len - at > 3))
        return word;
    return xc_str_sub(word, 0, at);
}

/* Makes the number before this word, next to it, one number with it; false when they are
 * two words. */
static bool
join_number(struct scanner *scanner, struct xc_str word, struct xc_span span)
{
    struct xc_quotation_word_vec *words = &scanner->print->words;
    struct xc_quotation_word *last;
    struct xc_str key;
    size_t end;

    if (words->n == 0 || scanner->gap)
        return false;
    last = &words->items[words->n - 1];
    end = last->span.off_bytes + last->span.len_bytes;
    if (last->class != XC_ORIGIN_WORD_NUMBER || end + 1 != span.off_bytes ||
        (scanner->print->text.ptr[end] != ' ' && scanner->print->text.ptr[end] != '-'))
        return false;
    if (!xc_origin_joined_number(scanner->rules, last->key, word, scanner->arena, &key))
        return false;
    if (key.ptr == NULL) {
        scanner->failed = true;
        return false;
    }
    last->key = key;
    last->span.len_bytes = span.off_bytes + span.len_bytes - last->span.off_bytes;
    return true;
}

/* One word without hyphens; offset is where it stands in the text. */
static void
take_word(struct scanner *scanner, struct xc_str word, size_t offset)
{
    const struct xc_origin_rules *rules = scanner->rules;
    bool after_you = scanner->after_you;
    enum xc_origin_word class;
    struct xc_span span;
    size_t number;
    size_t end;

    while (word.len > 0 && !is_letter(word.ptr[0]) && !is_digit(word.ptr[0])) {
        word = xc_str_sub(word, 1, word.len - 1);
        offset++;
    }
    while (word.len > 0 && !is_letter(word.ptr[word.len - 1]) &&
           !is_digit(word.ptr[word.len - 1]))
        word.len--;
    if (word.len == 0)
        return;
    scanner->raw++;
    scanner->after_you = xc_str_is(word, "you");
    span = (struct xc_span){offset, word.len};
    end = offset + word.len;
    if (xc_str_ends(word, "n't") || xc_str_is(word, "cannot")) {
        /* Don't and do not, can't and cannot are the same negator. */
        add_word(scanner, XC_STR("not"), XC_ORIGIN_WORD_NEGATOR, span);
        return;
    }
    word = without_clitic(word);
    if (xc_table_get(&rules->swears, word, NULL))
        return;
    if (is_digit(word.ptr[0]))
        word = without_commas(scanner, word);
    else if (xc_table_get(&rules->numbers, word, &number))
        word = rules->number_keys.items[number];
    class = xc_origin_word_of(rules, word);
    if (xc_table_get(&rules->calendar, word, NULL))
        class = XC_ORIGIN_WORD_NUMBER;
    if (class == XC_ORIGIN_WORD_STOP ||
        (class == XC_ORIGIN_WORD_NUMBER && join_number(scanner, word, span)))
        return;
    /* The filler of "it was, you know, tight". */
    if (after_you && xc_str_is(word, "know") && end < scanner->print->text.len &&
        scanner->print->text.ptr[end] == ',')
        return;
    add_word(scanner, word, class, span);
}

/* A run of bytes without space: masked words are dropped, hyphens separate the rest. */
static void
take_chunk(struct scanner *scanner, struct xc_str chunk, size_t offset)
{
    size_t at = 0;
    size_t end;

    while (at < chunk.len) {
        struct xc_str rest = xc_str_sub(chunk, at, chunk.len - at);
        size_t masked = xc_masked_swear(scanner->rules, rest);

        if (masked > 0) {
            scanner->raw++;
            scanner->after_you = false;
            at += masked;
            continue;
        }
        end = xc_str_find(chunk, at, '-');
        take_word(scanner, xc_str_sub(chunk, at, end - at), offset + at);
        at = end + 1;
    }
}

/* Where the chunk that begins at `at` ends. */
static size_t
chunk_end(struct xc_str text, size_t at)
{
    for (; at < text.len; at++) {
        char c = text.ptr[at];

        if (is_space(c) || c == '[' || c == ']' || c == '(' || c == ')' || c == '"' ||
            c == ';' || c == ':' || c == '?' || c == '/')
            break;
        if (c == ',' && (at + 1 >= text.len || !is_digit(text.ptr[at + 1])))
            break;
        if (c == '.' && (ends_word(text, at + 1) || text.ptr[at + 1] == '.'))
            break;
        if (c == '!' && ends_word(text, at + 1))
            break;
    }
    return at;
}

/* Full stops and other marks: sets gap for an ellipsis ("...", ". . ."), counts a
 * sentence end; returns where reading goes on. */
static size_t
take_mark(struct scanner *scanner, size_t at)
{
    struct xc_str text = scanner->print->text;
    size_t end = at;
    size_t n_dots = 0;

    while (end < text.len && text.ptr[end] == '.') {
        n_dots++;
        end++;
        if (end + 1 < text.len && text.ptr[end] == ' ' && text.ptr[end + 1] == '.')
            end++;
    }
    if (n_dots >= 2) {
        scanner->gap = true;
        return end;
    }
    if ((text.ptr[at] == '.' || text.ptr[at] == '!' || text.ptr[at] == '?') &&
        ends_word(text, at + 1))
        scanner->part++;
    return at + 1;
}

static bool
is_dots(struct xc_str text)
{
    size_t i;

    for (i = 0; i < text.len; i++) {
        if (text.ptr[i] != '.' && text.ptr[i] != ' ')
            return false;
    }
    return true;
}

/* An editor's bracket: its words are not the speaker's and are dropped, but a negator
 * in it changes what is said. */
static void
drop_bracket(struct scanner *scanner, struct xc_str inner, size_t offset)
{
    struct xc_str rest = inner;
    struct xc_str piece;

    if (is_dots(inner)) {
        scanner->gap = true;
        return;
    }
    while (xc_str_split(&rest, ' ', &piece)) {
        if (xc_table_get(&scanner->rules->negators, piece, NULL))
            take_word(scanner, piece, offset + (size_t)(piece.ptr - inner.ptr));
    }
}

static size_t
count_words(struct xc_str text)
{
    struct xc_str piece;
    size_t n = 0;

    while (xc_str_split(&text, ' ', &piece))
        n += piece.len > 0;
    return n;
}

/* "[t]hree" is the word three with its case changed. */
static size_t
take_changed_case(struct scanner *scanner, size_t at)
{
    struct xc_str text = scanner->print->text;
    size_t end = chunk_end(text, at + 3);
    size_t len = end - at - 2;
    char *word = xc_arena_alloc(scanner->arena, len);
    size_t i;

    if (word == NULL) {
        scanner->failed = true;
        return end;
    }
    word[0] = text.ptr[at + 1];
    for (i = 1; i < len; i++)
        word[i] = text.ptr[at + 2 + i];
    take_chunk(scanner, (struct xc_str){word, len}, at + 2);
    return end;
}

/* A bracket or parenthesis that begins at `at`; returns where reading goes on. */
static size_t
take_bracket(struct scanner *scanner, size_t at)
{
    struct xc_str text = scanner->print->text;
    bool square = text.ptr[at] == '[';
    size_t end = xc_str_find(text, at, square ? ']' : ')');
    struct xc_str inner;

    if (end == text.len || end - at > MAX_BRACKET_BYTES)
        return at + 1;
    inner = xc_str_sub(text, at + 1, end - at - 1);
    if (square && inner.len == 1 && is_letter(inner.ptr[0]) && end + 1 < text.len &&
        is_letter(text.ptr[end + 1]))
        return take_changed_case(scanner, at);
    if (!square && count_words(inner) > MAX_PARENTHESIS_WORDS)
        return at + 1;
    drop_bracket(scanner, inner, at + 1);
    return end + 1;
}

static void
scan(struct scanner *scanner)
{
    struct xc_str text = scanner->print->text;
    size_t at = 0;

    while (at < text.len && !scanner->failed) {
        char c = text.ptr[at];

        if (c == '[' || c == '(') {
            at = take_bracket(scanner, at);
        } else if (is_letter(c) || is_digit(c) || xc_is_mask(c) || c == '-' ||
                   c == '\'') {
            size_t end = chunk_end(text, at);

            if (end == at) {
                at = take_mark(scanner, at);
                continue;
            }
            take_chunk(scanner, xc_str_sub(text, at, end - at), at);
            at = end;
        } else if (is_space(c)) {
            at++;
        } else {
            at = take_mark(scanner, at);
        }
    }
}

/* Adds words [first, end) as a unit when they say enough and are not there yet. */
static void
add_unit(struct xc_quotation_print *print, size_t first, size_t end)
{
    size_t n_content = 0;
    size_t i;

    for (i = first; i < end; i++)
        n_content += print->words.items[i].class != XC_ORIGIN_WORD_NEGATOR;
    if (n_content < MIN_UNIT_WORDS || print->n_units >= XC_MAX_QUOTATION_UNITS)
        return;
    for (i = 0; i < print->n_units; i++) {
        if (print->units[i].first == first && print->units[i].end == end)
            return;
    }
    print->units[print->n_units++] = (struct xc_range){first, end};
}

/* The whole, then its sentences, then the pieces between ellipses: a copy may have kept
 * any of them. */
static void
make_units(struct xc_quotation_print *print)
{
    const struct xc_quotation_word *words = print->words.items;
    size_t n = print->words.n;
    size_t first = 0;
    size_t i;

    add_unit(print, 0, n);
    for (i = 1; i <= n; i++) {
        if (i == n || words[i].part != words[i - 1].part) {
            add_unit(print, first, i);
            first = i;
        }
    }
    first = 0;
    for (i = 1; i <= n; i++) {
        if (i == n || words[i].gap || words[i].part != words[i - 1].part) {
            add_unit(print, first, i);
            first = i;
        }
    }
}

enum xc_status
xc_quotation_print_make(const struct xc_origin_rules *rules, struct xc_str text,
                        struct xc_arena *arena, struct xc_quotation_print *out)
{
    struct xc_quotation_print print = {text, {NULL, 0, 0}, {{0, 0}}, 0};
    struct scanner scanner = {rules, arena, &print, 0, 0, false, false, false};

    scan(&scanner);
    if (scanner.failed)
        return XC_NO_MEMORY;
    if (print.words.n > 0)
        make_units(&print);
    *out = print;
    return XC_OK;
}
