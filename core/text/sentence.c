/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/sentence.h"

#include "base/vec.h"
#include "text/item.h"
#include "text/stop.h"

struct splitter {
    struct xc_stopping in;
    struct xc_arena *arena;
    struct xc_span_vec *out;
    struct xc_item last; /* the mark of the list's last item */
    bool has_stop;       /* a terminator was seen */
    bool sought_list;    /* whether a list begins inside a sentence was looked up */
};

static char
byte_at(const struct splitter *s, size_t at)
{
    return (char)(at < s->in.text.len ? s->in.text.ptr[at] : '\0');
}

/* Adds the sentence that ends at `end`, and begins the next one behind it. */
static bool
add_sentence(struct splitter *s, size_t end)
{
    size_t first = s->in.first;
    struct xc_span *span;

    s->in.first = end;
    while (byte_at(s, s->in.first) == ' ')
        s->in.first++;
    while (end > first && s->in.text.ptr[end - 1] == ' ')
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
 * The offset from which to look for the end of the sentence that begins at s->in.first:
 * behind the points of an omission (". . . The rest"), or behind the mark of a
 * list's item, which becomes the last one.
 */
static size_t
begin_sentence(struct splitter *s)
{
    size_t at = s->in.first;
    struct xc_item item = xc_item_at(s->in.text, s->in.first);
    bool opens = s->in.first == s->in.block.off_bytes || item.kind == XC_ITEM_NUMBER;

    while (byte_at(s, at) == '.' ||
           (byte_at(s, at) == ' ' && byte_at(s, at + 1) == '.'))
        at++;
    if (at > s->in.first)
        return at;
    /* "A. Smith" is a name: only small letters, or brackets, mark an item. */
    if (item.kind == XC_ITEM_LETTER && item.closing[1] == '\0' &&
        item.closing[0] == '.' &&
        xc_fold_is_upper(s->in.fold, s->in.article, item.end - 2))
        return s->in.first;
    if (item.kind != XC_ITEM_NONE && (opens || xc_item_follows(&item, &s->last)))
        s->last = item;
    else if (item.kind != XC_ITEM_NONE)
        return s->in.first;
    return item.end;
}

/* Whether a list's next item, or the first one, begins behind the space at `at`. */
static bool
item_begins(struct splitter *s, size_t at)
{
    struct xc_item item;
    char c = byte_at(s, at + 1);

    if (xc_item_bullet_len(s->in.text, at + 1) > 0)
        return true;
    if (s->last.kind == XC_ITEM_NONE) {
        /* Looks through the whole block, and so only once. */
        if (s->sought_list || (c != '1' && c != '(') ||
            xc_item_at(s->in.text, at + 1).value != 1)
            return false;
        s->sought_list = true;
        return xc_item_opens_list(s->in.fold, s->in.article, s->in.text, at + 1);
    }
    item = xc_item_at(s->in.text, at + 1);
    return xc_item_follows(&item, &s->last);
}

/* Cuts the block's only sentence at the ends of its lines. */
static bool
split_lines(struct splitter *s)
{
    size_t at;

    for (at = s->in.block.off_bytes; at < s->in.text.len; at++) {
        if (s->in.text.ptr[at] == ' ' &&
            xc_item_line_ends(s->in.fold, s->in.article, at) && !add_sentence(s, at))
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

        at = xc_item_next_place(s->in.fold->maps, at, s->in.text.len,
                                s->last.kind != XC_ITEM_NONE);
        if (at >= s->in.text.len)
            break;
        c = s->in.text.ptr[at];
        if (c == ' ') {
            ends = item_begins(s, at++);
            if (ends && !add_sentence(s, at))
                return false;
        } else {
            struct xc_stop stop = xc_stop_at(&s->in, at);

            s->has_stop = true;
            ends = xc_stop_ends(&s->in, &stop);
            at = stop.after;
            if (ends && !add_sentence(s, at))
                return false;
        }
        if (ends)
            at = begin_sentence(s);
    }
    if (!s->has_stop && s->in.first == s->in.block.off_bytes &&
        xc_item_are_lines(s->in.fold, s->in.article, s->in.block) && !split_lines(s))
        return false;
    return add_sentence(s, s->in.text.len);
}

enum xc_status
xc_sentences_split(const struct xc_sentence_rules *rules, const struct xc_fold *fold,
                   struct xc_str article, struct xc_span block, struct xc_arena *arena,
                   struct xc_span_vec *out)
{
    struct splitter s = {
        .in = {.rules = rules,
               .fold = fold,
               .article = article,
               .text = {fold->text.ptr, block.off_bytes + block.len_bytes},
               .block = block,
               .first = block.off_bytes},
        .arena = arena,
        .out = out,
    };

    while (byte_at(&s, s.in.first) == ' ')
        s.in.first++;
    s.in.block.len_bytes -= s.in.first - s.in.block.off_bytes;
    s.in.block.off_bytes = s.in.first;
    xc_lettering_init(&s.in.lettering, fold, article, s.in.block);
    return split_block(&s) ? XC_OK : XC_NO_MEMORY;
}
