/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_name.h"

#include <string.h>

#include "base/vec.h"
#include "source/line.h"
#include "text/fold.h"

/* Whether byte c of folded text belongs to a word: a letter, a digit, a byte of a longer
 * character.  Folding has made quotation marks and dashes plain. */
static bool
is_word_byte(char c)
{
    return xc_line_is_letter(c) || xc_line_is_digit(c);
}

enum xc_status
xc_html_name_new(struct xc_str text, struct xc_arena *arena, struct xc_html_name *out)
{
    struct xc_str folded;
    struct xc_str key;
    enum xc_status status = xc_fold_short(text, true, arena, &folded);
    char *bytes;
    size_t i = 0;

    if (status != XC_OK)
        return status;
    bytes = xc_arena_alloc(arena, folded.len + 1);
    if (bytes == NULL)
        return XC_NO_MEMORY;
    *out = (struct xc_html_name){.text = text};
    key = (struct xc_str){bytes, 0};
    while (i < folded.len) {
        const size_t start = key.len;

        while (i < folded.len && !is_word_byte(folded.ptr[i]))
            i++;
        /* "Mayor's" is one word. */
        while (i < folded.len &&
               (is_word_byte(folded.ptr[i]) || folded.ptr[i] == '\'')) {
            if (folded.ptr[i] != '\'')
                bytes[key.len++] = folded.ptr[i];
            i++;
        }
        if (key.len > start && out->n_words < XC_HTML_NAME_WORDS)
            out->words[out->n_words++] =
                (struct xc_str){bytes + start, key.len - start};
    }
    out->key = key;
    return XC_OK;
}

bool
xc_html_name_same(const struct xc_html_name *a, const struct xc_html_name *b)
{
    return a->key.len > 0 && xc_str_equal(a->key, b->key);
}

size_t
xc_html_name_shared(const struct xc_html_name *a, const struct xc_html_name *b)
{
    bool taken[XC_HTML_NAME_WORDS] = {false};
    size_t n_shared = 0;
    size_t i;

    for (i = 0; i < a->n_words; i++) {
        size_t j = 0;

        while (j < b->n_words && (taken[j] || !xc_str_equal(a->words[i], b->words[j])))
            j++;
        if (j < b->n_words) {
            taken[j] = true;
            n_shared++;
        }
    }
    return n_shared == 0 ? 0 : n_shared * 100 / (a->n_words + b->n_words - n_shared);
}

size_t
xc_html_name_find_mark(struct xc_str text, size_t from, bool colons, size_t *out_len)
{
    /* Hyphen, bars, dashes, bullets and angles, each between spaces. */
    static const char *const marks[] = {
        " - ",
        " | ",
        " -- ",
        " :: ",
        " \xE2\x80\x93 ",
        " \xE2\x80\x94 ",
        " \xC2\xB7 ",
        " \xE2\x80\xA2 ",
        " \xC2\xBB ",
        " \xC2\xAB ",
        " \xE2\x80\xBA ",
        " / ",
        " ~ ",
        " < ",
        " > ",
    };
    size_t at;
    size_t i;

    for (at = from; at < text.len; at++) {
        const struct xc_str rest = xc_str_sub(text, at, text.len - at);

        if (colons && xc_str_starts(rest, ": ")) {
            *out_len = 2;
            return at;
        }
        for (i = 0; rest.ptr[0] == ' ' && i < XC_COUNT(marks); i++) {
            if (xc_str_starts(rest, marks[i])) {
                *out_len = strlen(marks[i]);
                return at;
            }
        }
    }
    return text.len;
}

/* Whether text is one of the words. */
static bool
is_one_of(struct xc_str text, const char *const *words, size_t n)
{
    size_t i = 0;

    while (i < n && !xc_str_is(text, words[i]))
        i++;
    return i < n;
}

/* The part of name behind its last dot, and what stands before it. */
static struct xc_str
cut_label(struct xc_str *name)
{
    size_t dot = name->len;
    struct xc_str label;

    while (dot > 0 && name->ptr[dot - 1] != '.')
        dot--;
    label = xc_str_sub(*name, dot, name->len - dot);
    name->len = dot > 0 ? dot - 1 : 0;
    return label;
}

enum xc_status
xc_html_host_of(struct xc_str url, struct xc_arena *arena, struct xc_html_host *out)
{
    /* Second labels under which others are registered, as in "co.uk". */
    static const char *const shared[] = {"co", "com", "org", "net", "gov",
                                         "ac", "edu", "gob", "or",  "ne"};
    /* The site itself, in another dress. */
    static const char *const dresses[] = {"www.", "m.", "mobile.", "amp.", "www2."};
    struct xc_str name = xc_str_trim(url);
    struct xc_str rest;
    struct xc_str top;
    char *lower;
    size_t at;
    size_t i;

    *out = (struct xc_html_host){XC_STR(""), XC_STR("")};
    at = xc_str_find(name, 0, '/');
    if (at + 1 >= name.len || name.ptr[at + 1] != '/')
        return XC_OK;
    name = xc_str_sub(name, at + 2, name.len - at - 2);
    for (at = 0; at < name.len && strchr("/?#:", name.ptr[at]) == NULL; at++)
        ;
    lower = xc_arena_copy(arena, name.ptr, at);
    if (lower == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < at; i++)
        lower[i] = (char)xc_line_lower(lower[i]);
    name = (struct xc_str){lower, at};
    for (i = 0; i < XC_COUNT(dresses); i++) {
        if (xc_str_starts(name, dresses[i]))
            name = xc_str_sub(name, strlen(dresses[i]), name.len - strlen(dresses[i]));
    }
    out->name = name;
    rest = name;
    top = cut_label(&rest);
    out->label = cut_label(&rest);
    if (top.len == 2 && rest.len > 0 && is_one_of(out->label, shared, XC_COUNT(shared)))
        out->label = cut_label(&rest);
    if (out->label.len == 0)
        out->label = top;
    return XC_OK;
}

/* Whether part is in whole. */
static bool
holds(struct xc_str whole, struct xc_str part)
{
    size_t off;

    for (off = 0; part.len <= whole.len && off <= whole.len - part.len; off++) {
        if (memcmp(whole.ptr + off, part.ptr, part.len) == 0)
            return true;
    }
    return false;
}

/* The letters and digits of a label: "daily-post" is "dailypost". */
static struct xc_str
label_key(struct xc_str label, char *room, size_t size)
{
    struct xc_str key = {room, 0};
    size_t i;

    for (i = 0; i < label.len && key.len < size; i++) {
        if (is_word_byte(label.ptr[i]))
            room[key.len++] = label.ptr[i];
    }
    return key;
}

/* No label is longer (RFC 1035). */
#define MOST_LABEL_BYTES ((size_t)64)

/* The name's letters without "the" before them. */
static struct xc_str
bare_key(const struct xc_html_name *name)
{
    if (name->n_words > 1 && xc_str_is(name->words[0], "the"))
        return xc_str_sub(name->key, 3, name->key.len - 3);
    return name->key;
}

/*
 * Whether label is made of the beginnings of name's words, one of each in their order:
 * "hdp" or "hdpost" of "The Harbour Daily Post".
 */
static bool
is_abbreviation(struct xc_str label, const struct xc_html_name *name)
{
    const size_t first = name->n_words > 1 && xc_str_is(name->words[0], "the") ? 1 : 0;
    bool ends[MOST_LABEL_BYTES + 1] = {true}; /* where a word's beginning may end */
    size_t i;

    if (name->n_words - first < 2)
        return false;
    for (i = first; i < name->n_words; i++) {
        const struct xc_str word = name->words[i];
        bool next[MOST_LABEL_BYTES + 1] = {false};
        size_t at;

        for (at = 0; at < label.len; at++) {
            size_t n = 0;

            while (ends[at] && n < word.len && at + n < label.len &&
                   word.ptr[n] == label.ptr[at + n])
                next[at + ++n] = true;
        }
        memcpy(ends, next, sizeof ends);
    }
    return label.len > 1 && ends[label.len];
}

bool
xc_html_host_agrees(const struct xc_html_host *host, const struct xc_html_name *name)
{
    const size_t least = 4; /* fewer letters agree by chance */
    char room[MOST_LABEL_BYTES];
    const struct xc_str label = label_key(host->label, room, sizeof room);
    const struct xc_str key = bare_key(name);

    if (key.len == 0 || label.len == 0)
        return false;
    if (xc_html_host_is(host, name) || is_abbreviation(label, name))
        return true;
    if (label.len >= least && holds(key, label))
        return true;
    return key.len >= least && holds(label, key);
}

bool
xc_html_host_is(const struct xc_html_host *host, const struct xc_html_name *name)
{
    char room[MOST_LABEL_BYTES];
    char whole_room[4 * MOST_LABEL_BYTES];
    const struct xc_str label = label_key(host->label, room, sizeof room);
    const struct xc_str whole = label_key(host->name, whole_room, sizeof whole_room);

    return name->key.len > 0 &&
           (xc_str_equal(bare_key(name), label) || xc_str_equal(name->key, label) ||
            xc_str_equal(name->key, whole));
}
