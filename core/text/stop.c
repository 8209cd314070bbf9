/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/stop.h"

#include <string.h>

#include "text/character.h"
#include "text/token.h"

/* How far a rule looks for a word's beginning, or over signs for the next word.  With
 * these the time is linear in the text whatever stands in it. */
#define LOOK_BACK_BYTES 24
#define LOOK_AHEAD_BYTES 32
#define ADDRESS_BYTES 48
/* A time put first has no more words than this: "At about 9 p.m. Ms. Lee left." */
#define FRONTED_WORDS 6

static char
byte_at(const struct xc_stopping *s, size_t at)
{
    return (char)(at < s->text.len ? s->text.ptr[at] : '\0');
}

static char
byte_before(const struct xc_stopping *s, size_t at)
{
    return (char)(at > s->first ? s->text.ptr[at - 1] : ' ');
}

static bool
is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_upper(const struct xc_stopping *s, size_t at)
{
    return xc_fold_is_upper(s->fold, s->article, at);
}

/* The classes of the word that begins at `at`, apostrophes included. */
static unsigned
classes_at(const struct xc_stopping *s, size_t at)
{
    size_t end = at;

    while (end - at < LOOK_BACK_BYTES && is_letter(byte_at(s, end)))
        end++;
    if (byte_at(s, end) == '\'' && is_letter(byte_at(s, end + 1))) {
        end++;
        while (end - at < LOOK_BACK_BYTES && is_letter(byte_at(s, end)))
            end++;
    }
    return xc_sentence_rules_classes(s->rules, xc_str_sub(s->text, at, end - at));
}

/* Finds the next letter or digit and what it is. */
static void
look_ahead(struct xc_stopping *s, struct xc_stop *stop)
{
    size_t at = stop->after;
    uint32_t code;

    stop->next = XC_NEXT_NOTHING;
    while (at < s->text.len && at - stop->after < LOOK_AHEAD_BYTES &&
           !xc_token_begins(s->text, at))
        at += xc_character_decode(s->text, at, &code);
    if (at >= s->text.len || !xc_token_begins(s->text, at))
        return;
    stop->next_at = at;
    if (is_digit(s->text.ptr[at])) {
        stop->next = XC_NEXT_DIGIT;
    } else if (is_upper(s, at)) {
        stop->next = XC_NEXT_UPPER;
        stop->next_classes = classes_at(s, at);
    } else if (s->text.ptr[at - 1] == '@' || s->text.ptr[at - 1] == '#') {
        stop->next = XC_NEXT_OTHER;
    } else {
        (void)xc_character_decode(s->text, at, &code);
        stop->next = xc_code_is_lower(code) ? XC_NEXT_LOWER : XC_NEXT_OTHER;
        if (stop->next == XC_NEXT_LOWER && xc_lettering_is_caseless(&s->lettering)) {
            stop->next = XC_NEXT_UPPER;
            stop->next_classes = classes_at(s, at);
        }
    }
}

struct xc_stop
xc_stop_at(const struct xc_stopping *s, size_t at)
{
    struct xc_stop stop = {.first = at};
    char c;

    for (;;) {
        c = byte_at(s, at);
        if (c == ' ' && byte_at(s, at + 1) == '.' && byte_at(s, at - 1) == '.' &&
            !xc_token_begins(s->text, at + 2))
            stop.is_spaced = true;
        else if (c == '.')
            stop.n_points++;
        else if (c == '!' || c == '?')
            stop.is_mark = true;
        else
            break;
        at++;
    }
    stop.end = at;
    while ((c = byte_at(s, at)) == '"' || c == '\'' || c == ')' || c == ']' || c == '}')
        at++;
    stop.is_closed = at > stop.end;
    /* The number of a footnote: "left.[3] She". */
    if (c == '[' && is_digit(byte_at(s, at + 1))) {
        size_t end = at + 1;

        while (is_digit(byte_at(s, end)) && end - at < 5)
            end++;
        if (byte_at(s, end) == ']')
            at = end + 1;
    }
    stop.after = at;
    return stop;
}

/* The letters, digits and points right before `at`, of the last few bytes. */
static struct xc_str
word_before(const struct xc_stopping *s, size_t at)
{
    size_t first = at;

    while (first > s->first && at - first < LOOK_BACK_BYTES) {
        char c = s->text.ptr[first - 1];

        if (!is_letter(c) && !is_digit(c) && c != '.' && (unsigned char)c < 0x80)
            break;
        first--;
    }
    return xc_str_sub(s->text, first, at - first);
}

/* Whether word is single letters with points between them: "u.s". */
static bool
is_initialism(struct xc_str word)
{
    size_t i;

    for (i = 0; i < word.len; i++) {
        if (i % 2 == 0 ? !is_letter(word.ptr[i]) : word.ptr[i] != '.')
            return false;
    }
    return word.len >= 3 && word.len % 2 == 1;
}

/* Whether the sentence so far is a time put first: "At 9 p.m. Ms. Lee left". */
static bool
is_fronted(const struct xc_stopping *s, size_t end)
{
    size_t n_spaces = 0;
    size_t at;

    if ((classes_at(s, s->first) & XC_SENTENCE_FRONTING) == 0)
        return false;
    for (at = s->first; at < end && n_spaces < FRONTED_WORDS; at++)
        n_spaces += s->text.ptr[at] == ' ';
    return n_spaces < FRONTED_WORDS;
}

/* Whether the sentence ends at the one full stop behind an abbreviation of classes. */
static bool
ends_after_abbreviation(struct xc_stopping *s, const struct xc_stop *stop,
                        struct xc_str word, unsigned classes)
{
    bool before_starter = stop->next == XC_NEXT_UPPER &&
                          (stop->next_classes & XC_SENTENCE_STARTER) != 0 &&
                          !xc_lettering_is_titled(&s->lettering);
    size_t first = (size_t)(word.ptr - s->text.ptr);
    bool is_capital = is_upper(s, first) || xc_lettering_is_caseless(&s->lettering);
    char before = (char)(first > s->first ? byte_before(s, first - 1) : ' ');

    if (is_capital && (classes & XC_ABBREVIATION_TITLE) != 0)
        return false;
    if ((classes & XC_ABBREVIATION_LATIN) != 0)
        return false;
    if (is_capital && (classes & XC_ABBREVIATION_MONTH) != 0)
        return before_starter;
    if ((classes & XC_ABBREVIATION_NAME) != 0)
        return is_capital ? before_starter
                          : stop->next == XC_NEXT_UPPER || stop->next == XC_NEXT_OTHER;
    if ((classes & XC_ABBREVIATION_TIME) != 0)
        return stop->next == XC_NEXT_UPPER &&
               (stop->next_classes & XC_SENTENCE_ZONE) == 0 &&
               !is_fronted(s, stop->first);
    if (stop->next == XC_NEXT_DIGIT &&
        ((classes & (XC_ABBREVIATION_NUMBER | XC_ABBREVIATION_ENDING)) != 0 ||
         ((classes & XC_ABBREVIATION_UNIT) != 0 && is_digit(before))))
        return false;
    return stop->next != XC_NEXT_LOWER;
}

/* Whether one full stop, with white space behind it, ends the sentence. */
static bool
ends_at_point(struct xc_stopping *s, const struct xc_stop *stop)
{
    struct xc_str word = word_before(s, stop->first);
    unsigned classes;

    if (stop->next == XC_NEXT_LOWER)
        return false;
    if (xc_str_ends(word, "\xC2\xB0") && stop->next == XC_NEXT_DIGIT)
        return false; /* N°. 5 */
    classes = xc_sentence_rules_classes(s->rules, word) & XC_ABBREVIATION_ANY;
    if (classes == 0 && is_initialism(word))
        classes = XC_ABBREVIATION_NAME;
    /* An initial: "Ann I. Lee", but "you or I. Does it". */
    if (word.len == 1 && is_letter(word.ptr[0]) &&
        is_upper(s, (size_t)(word.ptr - s->text.ptr)))
        classes = XC_ABBREVIATION_NAME;
    return classes == 0 || ends_after_abbreviation(s, stop, word, classes);
}

/* Whether two or more points end the sentence.  "I" has its capital anywhere, so it
 * tells nothing: "But then . . . I left." */
static bool
ends_at_ellipsis(const struct xc_stopping *s, const struct xc_stop *stop)
{
    bool is_i = stop->next == XC_NEXT_UPPER && byte_at(s, stop->next_at) == 'i' &&
                !is_letter(byte_at(s, stop->next_at + 1));
    char before = byte_before(s, stop->first);

    if ((before == '[' || before == '(') && stop->is_closed)
        return false; /* "The mayor [...] left" */
    if (stop->next == XC_NEXT_LOWER)
        return false;
    if (stop->n_points > 3)
        return true;
    /* "He met . . . Smith" leaves out words; "He left... She stayed" ends. */
    if (before == ' ')
        return stop->next == XC_NEXT_UPPER && !is_i &&
               (stop->next_classes & XC_SENTENCE_STARTER) != 0;
    return !is_i && stop->next != XC_NEXT_DIGIT;
}

/* Whether the signs around a place belong to an address: "ann.Lee@a.example". */
static bool
is_in_address(const struct xc_stopping *s, size_t at)
{
    size_t first = at;
    size_t end = at;

    while (first > s->first && at - first < ADDRESS_BYTES &&
           s->text.ptr[first - 1] != ' ')
        first--;
    while (end < s->text.len && end - at < ADDRESS_BYTES && s->text.ptr[end] != ' ')
        end++;
    return memchr(s->text.ptr + first, '@', end - first) != NULL ||
           memchr(s->text.ptr + first, '/', end - first) != NULL ||
           xc_str_starts(xc_str_sub(s->text, first, end - first), "www.");
}

/* Whether the sentence ends though no white space follows: "The bridge closed.Nobody". */
static bool
ends_unspaced(const struct xc_stopping *s, const struct xc_stop *stop)
{
    struct xc_str word = word_before(s, stop->first);
    size_t next = stop->end;
    char last;

    if (stop->is_closed || stop->n_points > 1 || word.len == 0 ||
        !is_letter(byte_at(s, next)) || !is_upper(s, next))
        return false;
    last = word.ptr[word.len - 1];
    /* A capital that a small letter follows begins a word: not "Ph.D", "Node.JS". */
    if (is_letter(byte_at(s, next + 1)) ? is_upper(s, next + 1)
                                        : byte_at(s, next + 1) != ' ')
        return false;
    if (!is_digit(last) && (word.len < 2 || !is_letter(last) ||
                            is_upper(s, (size_t)(word.ptr - s->text.ptr) + 1)))
        return false;
    if (memchr(word.ptr, '.', word.len) != NULL && !is_digit(word.ptr[0]))
        return false;
    return (xc_sentence_rules_classes(s->rules, word) & XC_ABBREVIATION_ANY) == 0 &&
           (classes_at(s, next) & XC_SENTENCE_DOMAIN) == 0 && !is_in_address(s, next);
}

bool
xc_stop_ends(struct xc_stopping *s, struct xc_stop *stop)
{
    if (stop->after >= s->text.len)
        return true;
    if (s->text.ptr[stop->after] != ' ')
        return ends_unspaced(s, stop);
    look_ahead(s, stop);
    if (stop->next == XC_NEXT_NOTHING)
        return false;
    if (stop->is_mark)
        return stop->next != XC_NEXT_LOWER;
    if (stop->n_points == 1)
        return ends_at_point(s, stop);
    /* A full stop and an omission after it: "the bridge. . . . The rest". */
    if (stop->n_points == 4 && stop->is_spaced && byte_before(s, stop->first) != ' ' &&
        stop->next != XC_NEXT_LOWER) {
        stop->after = stop->first + 1;
        return true;
    }
    return ends_at_ellipsis(s, stop);
}
