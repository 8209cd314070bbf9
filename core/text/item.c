/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/item.h"

#include <string.h>

#include "text/character.h"

static char
byte_at(struct xc_str text, size_t at)
{
    return (char)(at < text.len ? text.ptr[at] : '\0');
}

size_t
xc_item_bullet_len(struct xc_str text, size_t at)
{
    uint32_t code;
    size_t len;

    if (at >= text.len || (unsigned char)text.ptr[at] != 0xE2)
        return 0;
    len = xc_character_decode(text, at, &code);
    switch (code) {
    case 0x2022: /* bullet */
    case 0x2023: /* triangular bullet */
    case 0x2043: /* hyphen bullet */
    case 0x25A0: /* squares and circles used as one */
    case 0x25AA:
    case 0x25AB:
    case 0x25CF:
    case 0x25E6:
        return len;
    default:
        return 0;
    }
}

/* Reads up to three digits or one letter at *at into *item. */
static void
read_value(struct xc_str text, size_t *at, struct xc_item *item)
{
    size_t first = *at;
    char c = byte_at(text, first);

    if (c >= 'a' && c <= 'z') {
        item->kind = XC_ITEM_LETTER;
        item->value = (unsigned)(c - 'a') + 1;
        ++*at;
        return;
    }
    while (*at - first < 3 && (c = byte_at(text, *at)) >= '0' && c <= '9') {
        item->kind = XC_ITEM_NUMBER;
        item->value = item->value * 10 + (unsigned)(c - '0');
        ++*at;
    }
}

struct xc_item
xc_item_at(struct xc_str text, size_t at)
{
    struct xc_item none = {.kind = XC_ITEM_NONE, .end = at};
    struct xc_item item = none;
    size_t n = 0;

    none.end += xc_item_bullet_len(text, at);
    at = none.end;
    if (at > item.end && byte_at(text, at) == ' ')
        at++;
    item.bracketed = byte_at(text, at) == '(';
    at += item.bracketed;
    read_value(text, &at, &item);
    if (byte_at(text, at) == '.')
        item.closing[n++] = '.';
    if (byte_at(text, at + n) == ')')
        item.closing[n++] = ')';
    if (item.kind == XC_ITEM_NONE || n == 0 || byte_at(text, at + n) != ' ')
        return none;
    item.end = at + n;
    return item;
}

bool
xc_item_follows(const struct xc_item *item, const struct xc_item *before)
{
    return item->kind != XC_ITEM_NONE && item->kind == before->kind &&
           item->value == before->value + 1 && item->bracketed == before->bracketed &&
           memcmp(item->closing, before->closing, sizeof item->closing) == 0;
}

static bool
is_before_capital(const struct xc_fold *fold, struct xc_str article,
                  const struct xc_item *item)
{
    return item->kind == XC_ITEM_NUMBER &&
           xc_fold_is_upper(fold, article, item->end + 1);
}

bool
xc_item_opens_list(const struct xc_fold *fold, struct xc_str article,
                   struct xc_str text, size_t at)
{
    struct xc_item first = xc_item_at(text, at);
    size_t space;

    /* "No. 1. Smith" counts no items. */
    if (first.value != 1 || byte_at(text, at - 2) == '.' ||
        !is_before_capital(fold, article, &first))
        return false;
    space = xc_str_find(text, first.end + 1, ' ');
    while (space < text.len) {
        struct xc_item next = xc_item_at(text, space + 1);
        struct xc_str before = xc_str_sub(text, 0, space);

        if (xc_item_follows(&next, &first) && !xc_str_ends(before, " no.") &&
            is_before_capital(fold, article, &next))
            return true;
        space = xc_str_find(text, space + 1, ' ');
    }
    return false;
}

bool
xc_item_line_ends(const struct xc_fold *fold, struct xc_str article, size_t at)
{
    size_t from = xc_fold_to_article(fold, (struct xc_span){at, 0}).off_bytes;
    size_t to = xc_fold_to_article(fold, (struct xc_span){at + 1, 0}).off_bytes;

    return to > from && to <= article.len &&
           memchr(article.ptr + from, '\n', to - from) != NULL;
}

bool
xc_item_are_lines(const struct xc_fold *fold, struct xc_str article,
                  struct xc_span block)
{
    struct xc_span span = xc_fold_to_article(fold, block);
    size_t end = block.off_bytes + block.len_bytes;
    size_t n_lines = 1;
    size_t n_spaces = 0;
    size_t at;

    if (memchr(article.ptr + span.off_bytes, '\n', span.len_bytes) == NULL)
        return false;
    for (at = block.off_bytes; at < end; at++) {
        if (fold->text.ptr[at] != ' ')
            continue;
        if (xc_item_line_ends(fold, article, at)) {
            n_lines++;
            n_spaces = 0;
        } else if (++n_spaces > 5) {
            return false;
        }
    }
    return n_lines >= 3;
}

size_t
xc_item_next_place(const struct xc_byte_map *maps, size_t at, size_t end, bool in_list)
{
    while (at < end) {
        const struct xc_byte_map *map = &maps[at / XC_SIMD_BYTES];
        unsigned bit = at % XC_SIMD_BYTES;
        /* What follows the last byte of what is mapped is not looked up. */
        uint64_t items = map->item >> 1 | UINT64_C(1) << (XC_SIMD_BYTES - 1);
        uint64_t spaces = in_list ? map->space : map->space & items;
        uint64_t places = (map->stop | spaces) >> bit;

        if (places != 0)
            return at + xc_lowest_bit(places);
        at += XC_SIMD_BYTES - bit;
    }
    return end;
}
