/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/sentence.h"

#include <string.h>

#include "base/vec.h"
#include "text/character.h"
#include "text/item.h"
#include "text/lettering.h"
#include "text/sentence_rules.h"
#include "text/simd.h"
#include "text/token.h"

/* How far a rule looks for a word's beginning, or over signs for the next word.  With
 * these the time is linear in the text whatever stands in it. */
#define LOOK_BACK_BYTES 24
#define LOOK_AHEAD_BYTES 32
#define ADDRESS_BYTES 48
/* A time put first has no more words than this: "At about 9 p.m. Ms. Lee left." */
#define FRONTED_WORDS 6

enum next_kind {
    NEXT_NOTHING, /* only signs, up to the end or further than we look */
    NEXT_LOWER,
    NEXT_UPPER,
    NEXT_DIGIT,
    NEXT_OTHER, /* a letter without case; a handle or tag, whose case says nothing */
};

struct splitter {
    const struct xc_sentence_rules *rules;
    const struct xc_fold *fold;
    struct xc_str article;
    struct xc_str text; /* the folded text up to where the block ends */
    struct xc_span block;
    struct xc_arena *arena;
    struct xc_span_vec *out;
    size_t first;        /* where the sentence begins */
    struct xc_item last; /* the mark of the list's last item */
    bool has_stop;       /* a terminator was seen */
    bool sought_list;    /* whether a list begins inside a sentence was looked up */
    struct xc_lettering lettering;
};

/* Terminators in a row, with what closes behind them and what comes next. */
struct stop {
    size_t first;
    size_t end;   /* after the terminators */
    size_t after; /* after closing quotation marks and brackets */
    size_t n_points;
    bool is_mark;   /* a "!" or "?" is among them */
    bool is_spaced; /* ". . ." */
    bool is_closed; /* something closes behind them */
    size_t next_at; /* the next letter or digit, when next is not NEXT_NOTHING */
    enum next_kind next;
    unsigned next_classes; /* of the next word */
};

static char
byte_at(const struct splitter *s, size_t at)
{
    return (char)(at < s->text.len ? s->text.ptr[at] : '\0');
}

static char
byte_before(const struct splitter *s, size_t at)
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
is_upper(const struct splitter *s, size_t at)
{
    return xc_fold_is_upper(s->fold, s->article, at);
}

/* The classes of the word that begins at `at`, apostrophes included. */
static unsigned
classes_at(const struct splitter *s, size_t at)
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
look_ahead(struct splitter *s, struct stop *stop)
{
    size_t at = stop->after;
    uint32_t code;

    stop->next = NEXT_NOTHING;
    while (at < s->text.len && at - stop->after < LOOK_AHEAD_BYTES &&
           !xc_token_begins(s->text, at))
        at += xc_character_decode(s->text, at, &code);
    if (at >= s->text.len || !xc_token_begins(s->text, at))
        return;
    stop->next_at = at;
    if (is_digit(s->text.ptr[at])) {
        stop->next = NEXT_DIGIT;
    } else if (is_upper(s, at)) {
        stop->next = NEXT_UPPER;
        stop->next_classes = classes_at(s, at);
    } else if (s->text.ptr[at - 1] == '@' || s->text.ptr[at - 1] == '#') {
        stop->next = NEXT_OTHER;
    } else {
        (void)xc_character_decode(s->text, at, &code);
        stop->next = xc_code_is_lower(code) ? NEXT_LOWER : NEXT_OTHER;
        if (stop->next == NEXT_LOWER && xc_lettering_is_caseless(&s->lettering)) {
            stop->next = NEXT_UPPER;
            stop->next_classes = classes_at(s, at);
        }
    }
}

/* Reads the terminators at `at` and what closes behind them. */
static struct stop
stop_at(struct splitter *s, size_t at)
{
    struct stop stop = {.first = at};
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
word_before(const struct splitter *s, size_t at)
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
is_fronted(const struct splitter *s, size_t end)
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
ends_after_abbreviation(struct splitter *s, const struct stop *stop, struct xc_str word,
                        unsigned classes)
{
    bool before_starter = stop->next == NEXT_UPPER &&
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
                          : stop->next == NEXT_UPPER || stop->next == NEXT_OTHER;
    if ((classes & XC_ABBREVIATION_TIME) != 0)
        return stop->next == NEXT_UPPER &&
               (stop->next_classes & XC_SENTENCE_ZONE) == 0 &&
               !is_fronted(s, stop->first);
    if (stop->next == NEXT_DIGIT &&
        ((classes & (XC_ABBREVIATION_NUMBER | XC_ABBREVIATION_ENDING)) != 0 ||
         ((classes & XC_ABBREVIATION_UNIT) != 0 && is_digit(before))))
        return false;
    return stop->next != NEXT_LOWER;
}

/* Whether one full stop, with white space behind it, ends the sentence. */
static bool
ends_at_point(struct splitter *s, const struct stop *stop)
{
    struct xc_str word = word_before(s, stop->first);
    unsigned classes;

    if (stop->next == NEXT_LOWER)
        return false;
    if (xc_str_ends(word, "\xC2\xB0") && stop->next == NEXT_DIGIT)
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
ends_at_ellipsis(const struct splitter *s, const struct stop *stop)
{
    bool is_i = stop->next == NEXT_UPPER && byte_at(s, stop->next_at) == 'i' &&
                !is_letter(byte_at(s, stop->next_at + 1));
    char before = byte_before(s, stop->first);

    if ((before == '[' || before == '(') && stop->is_closed)
        return false; /* "The mayor [...] left" */
    if (stop->next == NEXT_LOWER)
        return false;
    if (stop->n_points > 3)
        return true;
    /* "He met . . . Smith" leaves out words; "He left... She stayed" ends. */
    if (before == ' ')
        return stop->next == NEXT_UPPER && !is_i &&
               (stop->next_classes & XC_SENTENCE_STARTER) != 0;
    return !is_i && stop->next != NEXT_DIGIT;
}

/* Whether the signs around a place belong to an address: "ann.Lee@a.example". */
static bool
is_in_address(const struct splitter *s, size_t at)
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
ends_unspaced(const struct splitter *s, const struct stop *stop)
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

/* Whether the sentence ends at the stop; moves stop->after back when it ends within. */
static bool
ends_at(struct splitter *s, struct stop *stop)
{
    if (stop->after >= s->text.len)
        return true;
    if (s->text.ptr[stop->after] != ' ')
        return ends_unspaced(s, stop);
    look_ahead(s, stop);
    if (stop->next == NEXT_NOTHING)
        return false;
    if (stop->is_mark)
        return stop->next != NEXT_LOWER;
    if (stop->n_points == 1)
        return ends_at_point(s, stop);
    /* A full stop and an omission after it: "the bridge. . . . The rest". */
    if (stop->n_points == 4 && stop->is_spaced && byte_before(s, stop->first) != ' ' &&
        stop->next != NEXT_LOWER) {
        stop->after = stop->first + 1;
        return true;
    }
    return ends_at_ellipsis(s, stop);
}

/* Adds the sentence that ends at `end`, and begins the next one behind it. */
static bool
add_sentence(struct splitter *s, size_t end)
{
    size_t first = s->first;
    struct xc_span *span;

    s->first = end;
    while (byte_at(s, s->first) == ' ')
        s->first++;
    while (end > first && s->text.ptr[end - 1] == ' ')
        end--;
    if (end == first)
        return true;
    span = XC_VEC_ADD(s->out, s->arena);
    if (span == NULL)
        return false;
    *span = (struct xc_span){first, end - first};
    return true;
}

/*
 * The offset from which to look for the end of the sentence that begins at s->first:
 * behind the points of an omission (". . . The rest"), or behind the mark of a
 * list's item, which becomes the last one.
 */
static size_t
begin_sentence(struct splitter *s)
{
    size_t at = s->first;
    struct xc_item item = xc_item_at(s->text, s->first);
    bool opens = s->first == s->block.off_bytes || item.kind == XC_ITEM_NUMBER;

    while (byte_at(s, at) == '.' ||
           (byte_at(s, at) == ' ' && byte_at(s, at + 1) == '.'))
        at++;
    if (at > s->first)
        return at;
    /* "A. Smith" is a name: only small letters, or brackets, mark an item. */
    if (item.kind == XC_ITEM_LETTER && item.closing[1] == '\0' &&
        item.closing[0] == '.' && is_upper(s, item.end - 2))
        return s->first;
    if (item.kind != XC_ITEM_NONE && (opens || xc_item_follows(&item, &s->last)))
        s->last = item;
    else if (item.kind != XC_ITEM_NONE)
        return s->first;
    return item.end;
}

/* Whether a list's next item, or the first one, begins behind the space at `at`. */
static bool
item_begins(struct splitter *s, size_t at)
{
    struct xc_item item;
    char c = byte_at(s, at + 1);

    if (xc_item_bullet_len(s->text, at + 1) > 0)
        return true;
    if (s->last.kind == XC_ITEM_NONE) {
        /* Looks through the whole block, and so only once. */
        if (s->sought_list || (c != '1' && c != '(') ||
            xc_item_at(s->text, at + 1).value != 1)
            return false;
        s->sought_list = true;
        return xc_item_opens_list(s->fold, s->article, s->text, at + 1);
    }
    item = xc_item_at(s->text, at + 1);
    return xc_item_follows(&item, &s->last);
}

/* Cuts the block's only sentence at the ends of its lines. */
static bool
split_lines(struct splitter *s)
{
    size_t at;

    for (at = s->block.off_bytes; at < s->text.len; at++) {
        if (s->text.ptr[at] == ' ' && xc_item_line_ends(s->fold, s->article, at) &&
            !add_sentence(s, at))
            return false;
    }
    return true;
}

static bool
split_block(struct splitter *s)
{
    size_t at = begin_sentence(s);

    for (;;) {
        char c;
        bool ends = false;

        at = xc_item_next_place(s->fold->maps, at, s->text.len,
                                s->last.kind != XC_ITEM_NONE);
        if (at >= s->text.len)
            break;
        c = s->text.ptr[at];
        if (c == ' ') {
            ends = item_begins(s, at++);
            if (ends && !add_sentence(s, at))
                return false;
        } else {
            struct stop stop = stop_at(s, at);

            s->has_stop = true;
            ends = ends_at(s, &stop);
            at = stop.after;
            if (ends && !add_sentence(s, at))
                return false;
        }
        if (ends)
            at = begin_sentence(s);
    }
    if (!s->has_stop && s->first == s->block.off_bytes &&
        xc_item_are_lines(s->fold, s->article, s->block) && !split_lines(s))
        return false;
    return add_sentence(s, s->text.len);
}

enum xc_status
xc_sentences_split(const struct xc_sentence_rules *rules, const struct xc_fold *fold,
                   struct xc_str article, struct xc_span block, struct xc_arena *arena,
                   struct xc_span_vec *out)
{
    struct splitter s = {
        .rules = rules,
        .fold = fold,
        .article = article,
        .text = {fold->text.ptr, block.off_bytes + block.len_bytes},
        .block = block,
        .arena = arena,
        .out = out,
        .first = block.off_bytes,
    };

    while (byte_at(&s, s.first) == ' ')
        s.first++;
    s.block.len_bytes -= s.first - s.block.off_bytes;
    s.block.off_bytes = s.first;
    xc_lettering_init(&s.lettering, fold, article, s.block);
    return split_block(&s) ? XC_OK : XC_NO_MEMORY;
}
