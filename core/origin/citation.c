/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/citation.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"

enum {
    MAX_NAME_WORDS = 6, /* of an outlet's name */
    DATELINE_WORDS = 8  /* where "(AP)" may stand at a block's beginning */
};

/* What is being read: the words of one sentence. */
struct reader {
    const struct xc_origin_rules *rules;
    const struct xc_text *text;
    size_t block;
    struct xc_range words; /* of the sentence */
    struct xc_arena *arena;
};

static const struct xc_word *
word_at(const struct reader *reader, size_t i)
{
    return &reader->text->words.items[i];
}

/* Whether only a space or hyphen stands between word i - 1 and word i. */
static bool
is_joined(const struct reader *reader, size_t i)
{
    struct xc_str gap = xc_text_gap(reader->text, reader->block, i);

    return (word_at(reader, i)->flags & XC_WORD_CLITIC) == 0 &&
           (xc_str_is(gap, " ") || xc_str_is(gap, "-"));
}

/* The words' keys with a space between them; ptr NULL when memory is short. */
static struct xc_str
join_words(const struct reader *reader, struct xc_range words)
{
    size_t len = 0;
    char *name;
    size_t i;

    for (i = words.first; i < words.end; i++)
        len += word_at(reader, i)->key.len + 1;
    name = xc_arena_alloc(reader->arena, len);
    if (name == NULL)
        return (struct xc_str){NULL, 0};
    len = 0;
    for (i = words.first; i < words.end; i++) {
        if (i > words.first)
            name[len++] = ' ';
        memcpy(&name[len], word_at(reader, i)->key.ptr, word_at(reader, i)->key.len);
        len += word_at(reader, i)->key.len;
    }
    return (struct xc_str){name, len};
}

/* kind ":" name, in arena; ptr NULL when memory is short. */
static struct xc_str
key_of(struct xc_str kind, struct xc_str name, struct xc_arena *arena)
{
    size_t len = kind.len + 1 + name.len;
    char *key = xc_arena_alloc(arena, len);

    if (key == NULL)
        return (struct xc_str){NULL, 0};
    memcpy(key, kind.ptr, kind.len);
    key[kind.len] = ':';
    memcpy(&key[kind.len + 1], name.ptr, name.len);
    return (struct xc_str){key, len};
}

struct xc_str
xc_citation_of_outlet(const struct xc_origin_rules *rules, struct xc_str name,
                      struct xc_arena *arena)
{
    size_t number;

    name = xc_str_trim(name);
    if (xc_str_starts(name, "the ") && name.len > 4)
        name = xc_str_sub(name, 4, name.len - 4);
    if (name.len == 0)
        return (struct xc_str){"", 0};
    if (xc_table_get(&rules->agencies, name, &number))
        return rules->agency_list.items[number].key;
    return key_of(XC_STR("outlet"), name, arena);
}

struct xc_str
xc_citation_name(const struct xc_origin_rules *rules, struct xc_str key)
{
    size_t i;
    size_t colon;

    for (i = 0; i < rules->agency_list.n; i++) {
        if (xc_str_equal(rules->agency_list.items[i].key, key))
            return rules->agency_list.items[i].display;
    }
    colon = xc_str_find(key, 0, ':');
    return colon == key.len ? key : xc_str_sub(key, colon + 1, key.len - colon - 1);
}

static enum xc_status
add_key(struct xc_str key, struct xc_arena *arena, struct xc_str_vec *out)
{
    struct xc_str *entry;
    size_t i;

    if (key.ptr == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < out->n; i++) {
        if (xc_str_equal(out->items[i], key))
            return XC_OK;
    }
    entry = XC_VEC_ADD(out, arena);
    if (entry == NULL)
        return XC_NO_MEMORY;
    *entry = key;
    return XC_OK;
}

static bool
is_capital(const struct reader *reader, size_t i)
{
    return (word_at(reader, i)->flags & XC_WORD_CAPITAL) != 0;
}

static bool
is_stop_word(const struct reader *reader, size_t i)
{
    return xc_table_get(&reader->rules->stop_words, word_at(reader, i)->key, NULL);
}

/* "@star", whatever its case. */
static bool
is_handle(const struct reader *reader, size_t i)
{
    return i < reader->words.end &&
           xc_str_ends(xc_text_gap(reader->text, reader->block, i), "@");
}

/* The run of capitalised words from `first` on, "the" before it skipped; a small "of"
 * may stand inside ("Herald of Harbour City").  A possessive ends it. */
static struct xc_range
name_from(const struct reader *reader, size_t first)
{
    size_t end;

    if (first < reader->words.end && xc_str_is(word_at(reader, first)->key, "the"))
        first++;
    end = first;
    if (is_handle(reader, first))
        return (struct xc_range){first, first + 1};
    while (end < reader->words.end && end - first < MAX_NAME_WORDS) {
        if (end > first &&
            (!is_joined(reader, end) ||
             (word_at(reader, end - 1)->flags & XC_WORD_POSSESSIVE) != 0))
            break;
        if (!is_capital(reader, end) && !(end > first && end + 1 < reader->words.end &&
                                          is_capital(reader, end + 1) &&
                                          xc_str_is(word_at(reader, end)->key, "of")))
            break;
        end++;
    }
    return (struct xc_range){first, end};
}

/* The run of capitalised words that ends before `end`, function words at its beginning
 * dropped ("But the Herald reported"). */
static struct xc_range
name_before(const struct reader *reader, size_t end)
{
    size_t first = end;

    while (first > reader->words.first && end - first < MAX_NAME_WORDS &&
           is_capital(reader, first - 1) && (first == end || is_joined(reader, first)))
        first--;
    if (first < end && !is_joined(reader, end))
        first = end;
    while (first < end && is_stop_word(reader, first))
        first++;
    return (struct xc_range){first, end};
}

/* Cuts the name to its longest beginning (or, before a frame, end) that is an agency or
 * ends in an outlet word; false when there is none. */
static enum xc_status
known_part(const struct reader *reader, struct xc_range name, bool keep_first,
           struct xc_str *out, bool *out_found)
{
    while (name.first < name.end) {
        size_t last = name.end - 1;
        struct xc_str part = join_words(reader, name);

        if (part.ptr == NULL)
            return XC_NO_MEMORY;
        /* One outlet word alone ("Press", "Today") names nobody, save an agency. */
        if (xc_table_get(&reader->rules->agencies, part, NULL) ||
            (last > name.first && xc_table_get(&reader->rules->outlet_words,
                                               word_at(reader, last)->key, NULL))) {
            *out = part;
            *out_found = true;
            return XC_OK;
        }
        if (keep_first)
            name.end--;
        else
            name.first++;
    }
    *out_found = false;
    return XC_OK;
}

static enum xc_status
add_name(const struct reader *reader, struct xc_range name,
         const struct xc_citation_frame *frame, struct xc_str_vec *out)
{
    struct xc_str part;
    bool found;
    enum xc_status status;

    if (name.first == name.end)
        return XC_OK;
    status = known_part(reader, name, frame->place == XC_CITATION_NAME_FOLLOWS, &part,
                        &found);
    if (status != XC_OK || (!found && !frame->any_name))
        return status;
    if (!found)
        part = join_words(reader, name);
    if (part.ptr == NULL)
        return XC_NO_MEMORY;
    return add_key(xc_str_is(frame->kind, "outlet")
                       ? xc_citation_of_outlet(reader->rules, part, reader->arena)
                       : key_of(frame->kind, part, reader->arena),
                   reader->arena, out);
}

static bool
frame_stands_at(const struct reader *reader, const struct xc_citation_frame *frame,
                size_t at)
{
    size_t i;

    if (frame->n_words > reader->words.end - at)
        return false;
    for (i = 0; i < frame->n_words; i++) {
        if (!xc_str_equal(word_at(reader, at + i)->key, frame->words[i]) ||
            (i > 0 && !is_joined(reader, at + i)))
            return false;
    }
    return true;
}

/* "reported by" stands inside "first reported by" too: both give the same key. */
static enum xc_status
read_frames(const struct reader *reader, struct xc_str_vec *out)
{
    const struct xc_origin_rules *rules = reader->rules;
    enum xc_status status = XC_OK;
    size_t at;
    size_t i;

    for (at = reader->words.first; at < reader->words.end; at++) {
        if (!xc_table_get(&rules->first_frames, word_at(reader, at)->key, &i))
            continue;
        for (; i != 0 && status == XC_OK; i = rules->frames.items[i - 1].next) {
            const struct xc_citation_frame *frame = &rules->frames.items[i - 1];

            if (!frame_stands_at(reader, frame, at))
                continue;
            switch (frame->place) {
            case XC_CITATION_NAME_FOLLOWS:
                status = add_name(reader, name_from(reader, at + frame->n_words), frame,
                                  out);
                break;
            case XC_CITATION_NAME_BEFORE:
                status = add_name(reader, name_before(reader, at), frame, out);
                break;
            case XC_CITATION_NO_NAME:
                status = add_key(frame->kind, reader->arena, out);
                break;
            }
        }
    }
    return status;
}

/* "HARBOUR CITY (AP) - The bridge …" or "LONDON, May 6 (Reuters) - …". */
static enum xc_status
read_dateline(const struct reader *reader, struct xc_str_vec *out)
{
    struct xc_range words = reader->text->blocks[reader->block].words;
    struct reader block = *reader;
    size_t end;
    size_t i;
    size_t number;

    block.words = words;
    end = words.end - words.first < DATELINE_WORDS ? words.end
                                                   : words.first + DATELINE_WORDS;
    for (i = words.first; i < end; i++) {
        struct xc_str before = xc_text_gap(reader->text, reader->block, i);
        size_t last = i + 1;
        struct xc_str name;
        struct xc_str after;

        if (!xc_str_ends(before, "("))
            continue;
        while (last < words.end && last - i < MAX_NAME_WORDS && is_joined(&block, last))
            last++;
        after = xc_text_gap(reader->text, reader->block, last);
        name = join_words(&block, (struct xc_range){i, last});
        if (name.ptr == NULL)
            return XC_NO_MEMORY;
        if (xc_str_starts(after, ")") &&
            xc_table_get(&reader->rules->agencies, name, &number) &&
            add_key(reader->rules->agency_list.items[number].key, reader->arena, out) !=
                XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

enum xc_status
xc_citations_find(const struct xc_origin_rules *rules, const struct xc_text *text,
                  size_t s, struct xc_arena *arena, struct xc_str_vec *out)
{
    const struct xc_sentence *sentence = &text->sentences[s];
    const struct reader reader = {rules, text, sentence->block, sentence->words, arena};
    enum xc_status status = read_frames(&reader, out);

    if (status == XC_OK)
        status = read_dateline(&reader, out);
    return status;
}

/* The words of one piece of a byline that may be an agency's name: without "by" before
 * and "staff" behind. */
static struct xc_str
bare_name(struct xc_str piece)
{
    static const char *const ends[] = {" staff", " writer", " correspondent",
                                       " reporters", " reporter"};
    size_t i;

    piece = xc_str_trim(piece);
    if (xc_str_starts(piece, "by "))
        piece = xc_str_trim(xc_str_sub(piece, 3, piece.len - 3));
    if (xc_str_starts(piece, "the "))
        piece = xc_str_trim(xc_str_sub(piece, 4, piece.len - 4));
    for (i = 0; i < XC_COUNT(ends); i++) {
        if (xc_str_ends(piece, ends[i]))
            piece = xc_str_trim(xc_str_sub(piece, 0, piece.len - strlen(ends[i])));
    }
    return piece;
}

/* Where the piece of a byline that begins at `at` ends. */
static size_t
piece_end(struct xc_str line, size_t at)
{
    while (at < line.len && strchr(",;/|()-\n", line.ptr[at]) == NULL)
        at++;
    return at;
}

enum xc_status
xc_citations_of_byline(const struct xc_origin_rules *rules, struct xc_str author,
                       struct xc_arena *arena, struct xc_str_vec *out)
{
    struct xc_str line;
    size_t at;
    size_t end;

    if (author.len > XC_MAX_BYLINE_BYTES)
        author.len = XC_MAX_BYLINE_BYTES;
    if (xc_fold_short(author, true, arena, &line) != XC_OK)
        return XC_NO_MEMORY;
    for (at = 0; at < line.len; at = end + 1) {
        size_t number;

        end = piece_end(line, at);
        if (xc_table_get(&rules->agencies, bare_name(xc_str_sub(line, at, end - at)),
                         &number) &&
            xc_str_starts(rules->agency_list.items[number].key, "wire:") &&
            add_key(rules->agency_list.items[number].key, arena, out) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}
