/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/quotation.h"

#include <string.h>

#include "base/vec.h"
#include "text/simd.h"

/* Words of a quotation that may be scare quotes only: a "royal" gown. */
#define SHORT_PHRASE_WORDS 3

enum side {
    SIDE_OPENS,
    SIDE_CLOSES,
    SIDE_EITHER, /* white space on both sides, or on neither: as it comes */
};

struct mark {
    size_t off;
    size_t len_bytes; /* 2: a double mark that is set as two single ones */
    char sign;        /* '"' or '\'' */
    enum side side;
    bool weak;    /* a closing ' that may be a possessive plural: the stars' gowns */
    long balance; /* of the " so far in the block: opening less closing ones */
    long lowest;  /* the least balance of any later " of the block */
};

struct mark_vec {
    struct mark *items;
    size_t n;
    size_t cap;
};

struct finder {
    struct xc_str text;
    const struct xc_fold *fold;
    const struct xc_word_vec *words;
    struct xc_arena *arena;
    struct xc_quotation_vec *out;
    struct mark_vec marks; /* of the block at hand */
    size_t next_word;      /* words before it lie before every later quotation */
    char unclosed;         /* the sign that the block before left open; NUL: none */
};

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_in(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

/* The byte at off of the block; white space beyond its edges. */
static char
byte_at(const struct finder *finder, struct xc_span block, size_t off)
{
    if (off < block.off_bytes || off >= block.off_bytes + block.len_bytes)
        return ' ';
    return finder->text.ptr[off];
}

static char
byte_before(const struct finder *finder, struct xc_span block, size_t off)
{
    if (off <= block.off_bytes)
        return ' ';
    return finder->text.ptr[off - 1];
}

/* Whether what follows off cannot stand at the beginning of a quotation.  Dots can:
 * "...and then she left." */
static bool
closes_before(const struct finder *finder, struct xc_span block, size_t off)
{
    char c = byte_at(finder, block, off + 1);

    if (c == '.' && byte_at(finder, block, off + 2) == '.')
        return false;
    return is_in(c, " .,;:!?)]}\"");
}

/* A mark of inches: 6'2" tall, 3"x4". */
static bool
is_inch(const struct finder *finder, struct xc_span block, size_t off)
{
    size_t at = off;
    char after = byte_at(finder, block, off + 1);

    if (!is_digit(byte_before(finder, block, off)))
        return false;
    if (is_letter(after) || is_digit(after))
        return true;
    while (is_digit(byte_before(finder, block, at)))
        at--;
    return byte_before(finder, block, at) == '\'' &&
           is_digit(byte_before(finder, block, at - 1));
}

/* Whether a " stands at off that is set as two single marks, as some archives of
 * newspapers do; three are one of each. */
static bool
is_pair(const struct finder *finder, struct xc_span block, size_t off)
{
    return byte_at(finder, block, off) == '\'' &&
           byte_at(finder, block, off + 1) == '\'' &&
           byte_at(finder, block, off + 2) != '\'' &&
           !is_digit(byte_before(finder, block, off)) &&
           byte_before(finder, block, off) != '\'';
}

/* The side of the " that takes len_bytes at off. */
static enum side
side_of_double(const struct finder *finder, struct xc_span block, size_t off,
               size_t len_bytes)
{
    char before = byte_before(finder, block, off);
    bool may_open = is_in(before, " ([{-'");
    bool may_close = closes_before(finder, block, off + len_bytes - 1);

    if (may_open && may_close)
        return before == ' ' ? SIDE_EITHER : SIDE_CLOSES; /* --" she said */
    if (may_open)
        return SIDE_OPENS;
    return may_close ? SIDE_CLOSES : SIDE_EITHER;
}

/* The ' of '90s, and of 'n' alone, are apostrophes. */
static bool
is_contraction(const struct finder *finder, struct xc_span block, size_t off)
{
    char first = byte_at(finder, block, off + 1);
    char second = byte_at(finder, block, off + 2);
    char third = byte_at(finder, block, off + 3);

    if (second == '\'')
        return true;
    return is_digit(first) && is_digit(second) && (third == 's' || !is_digit(third));
}

/* Fills side and weak of a ' that may be a mark; false: it is an apostrophe. */
static bool
classify_single(const struct finder *finder, struct xc_span block, struct mark *mark)
{
    char before = byte_before(finder, block, mark->off);
    char after = byte_at(finder, block, mark->off + 1);
    char beyond = byte_at(finder, block, mark->off + 2);

    if (is_in(before, " ([{-\"") && (is_letter(after) || is_digit(after) ||
                                     (after == '.' && beyond == '.') || after == '"')) {
        mark->side = SIDE_OPENS;
        return !is_contraction(finder, block, mark->off);
    }
    if (before == ' ' || (after != '-' && !closes_before(finder, block, mark->off)))
        return false;
    mark->side = SIDE_CLOSES;
    /* the stars' gowns, nothin' new: more often than not an apostrophe */
    if (after == ' ' && is_letter(beyond)) {
        char earlier = byte_before(finder, block, mark->off - 1);

        mark->weak = before == 's' || (before == 'n' && earlier == 'i');
    }
    return true;
}

/* The offset of the first ' or " from off on; end when there is none before it. */
static size_t
next_sign(struct finder *finder, size_t off, size_t end)
{
    while (off < end) {
        unsigned bit = off % XC_SIMD_BYTES;
        uint64_t signs = finder->fold->maps[off / XC_SIMD_BYTES].quote >> bit;

        if (signs != 0)
            return off + xc_lowest_bit(signs);
        off += XC_SIMD_BYTES - bit;
    }
    return end;
}

static enum xc_status
collect_marks(struct finder *finder, struct xc_span block)
{
    size_t end = block.off_bytes + block.len_bytes;
    size_t off;

    finder->marks.n = 0;
    for (off = next_sign(finder, block.off_bytes, end); off < end;
         off = next_sign(finder, off + 1, end)) {
        struct mark mark = {off, 1, finder->text.ptr[off], SIDE_EITHER, false, 0, 0};
        struct mark *slot;

        if (is_pair(finder, block, off)) {
            mark.sign = '"';
            mark.len_bytes = 2;
            mark.side = side_of_double(finder, block, off, 2);
            off++;
        } else if (mark.sign == '"') {
            if (is_inch(finder, block, off))
                continue;
            mark.side = side_of_double(finder, block, off, 1);
        } else if (mark.sign != '\'' || !classify_single(finder, block, &mark)) {
            continue;
        }
        slot = XC_VEC_ADD(&finder->marks, finder->arena);
        if (slot == NULL)
            return XC_NO_MEMORY;
        *slot = mark;
    }
    return XC_OK;
}

/* Fills balance and lowest of every ", for is_nested. */
static void
balance_marks(struct mark_vec *marks)
{
    long balance = 0;
    long lowest;
    size_t i;

    for (i = 0; i < marks->n; i++) {
        struct mark *mark = &marks->items[i];

        if (mark->sign == '"' && mark->side != SIDE_EITHER)
            balance += mark->side == SIDE_OPENS ? 1 : -1;
        mark->balance = balance;
    }
    lowest = balance;
    for (i = marks->n; i > 0; i--) {
        struct mark *mark = &marks->items[i - 1];

        mark->lowest = lowest;
        if (mark->balance < lowest)
            lowest = mark->balance;
    }
}

/*
 * Whether an opening " within an open quotation is nested in it, because enough closing
 * marks follow for both; else the first was never closed.
 *
 *     "He said "never" and left," she said.
 */
static bool
is_nested(const struct mark *mark, long depth)
{
    return mark->lowest <= mark->balance - depth - 1;
}

/* Whether the block begins with an opening mark of this sign. */
static bool
block_begins_with(const struct finder *finder, size_t i_block, char sign)
{
    struct xc_span block;
    struct mark mark = {0, 1, sign, SIDE_EITHER, false, 0, 0};

    if (i_block >= finder->fold->n_blocks)
        return false;
    block = finder->fold->blocks[i_block];
    mark.off = block.off_bytes;
    while (byte_at(finder, block, mark.off) == ' ' &&
           mark.off < block.off_bytes + block.len_bytes)
        mark.off++;
    if (sign == '"' && is_pair(finder, block, mark.off))
        return side_of_double(finder, block, mark.off, 2) != SIDE_CLOSES;
    if (byte_at(finder, block, mark.off) != sign)
        return false;
    if (sign == '"')
        return side_of_double(finder, block, mark.off, 1) != SIDE_CLOSES;
    return classify_single(finder, block, &mark) && mark.side == SIDE_OPENS;
}

/* Adds what stands between the offsets begin and end, unless there is no word in it. */
static enum xc_status
add_quotation(struct finder *finder, size_t i_block, size_t begin, size_t end,
              bool closed)
{
    const struct xc_word *words = finder->words->items;
    size_t n_words = finder->words->n;
    struct xc_quotation *quotation;
    struct xc_range range;

    while (finder->next_word < n_words &&
           words[finder->next_word].folded.off_bytes < begin)
        finder->next_word++;
    range.first = finder->next_word;
    range.end = range.first;
    while (range.end < n_words &&
           words[range.end].folded.off_bytes + words[range.end].folded.len_bytes <= end)
        range.end++;
    finder->next_word = range.end;
    if (range.first == range.end)
        return XC_OK;
    quotation = XC_VEC_ADD(finder->out, finder->arena);
    if (quotation == NULL)
        return XC_NO_MEMORY;
    quotation->folded = (struct xc_span){begin, end - begin};
    quotation->words = range;
    quotation->block = i_block;
    quotation->closed = closed;
    quotation->short_phrase = range.end - range.first <= SHORT_PHRASE_WORDS;
    return XC_OK;
}

/* Adds what stands from begin to the end of the block, whose next may go on with it. */
static enum xc_status
add_unclosed(struct finder *finder, size_t i_block, size_t begin, char sign)
{
    struct xc_span block = finder->fold->blocks[i_block];
    size_t n = finder->out->n;
    enum xc_status status =
        add_quotation(finder, i_block, begin, block.off_bytes + block.len_bytes, false);

    if (finder->out->n > n)
        finder->unclosed = sign;
    return status;
}

/*
 * The mark that closes the single one at i, or i when there is none: then that was an
 * apostrophe.  A possessive plural closes only if nothing better follows before the next
 * opening; pairs of " inside are skipped.
 */
static size_t
find_single_close(const struct mark_vec *marks, size_t i)
{
    size_t weak = i;
    bool inside_double = false;
    size_t k;

    for (k = i + 1; k < marks->n; k++) {
        const struct mark *mark = &marks->items[k];

        if (mark->sign == '"') {
            inside_double = !inside_double;
        } else if (!inside_double) {
            if (mark->side == SIDE_OPENS)
                break;
            if (!mark->weak)
                return k;
            if (weak == i)
                weak = k;
        }
    }
    return weak;
}

/*
 * The double quotation that mark i opens: moves *i past its closing mark, or to the
 * mark that opens the next one, or to the end.
 */
static enum xc_status
take_double(struct finder *finder, size_t i_block, size_t *i)
{
    const struct mark_vec *marks = &finder->marks;
    size_t begin = marks->items[*i].off + marks->items[*i].len_bytes;
    long depth = 1;
    size_t k;

    for (k = *i + 1; k < marks->n; k++) {
        const struct mark *mark = &marks->items[k];

        if (mark->sign != '"')
            continue;
        if (mark->side == SIDE_OPENS) {
            if (is_nested(mark, depth)) {
                depth++;
                continue;
            }
            *i = k;
            return add_quotation(finder, i_block, begin, mark->off, false);
        }
        if (--depth == 0) {
            *i = k + 1;
            return add_quotation(finder, i_block, begin, mark->off, true);
        }
    }
    *i = marks->n;
    return add_unclosed(finder, i_block, begin, '"');
}

/* The same for a single quotation; an apostrophe is passed over. */
static enum xc_status
take_single(struct finder *finder, size_t i_block, size_t *i)
{
    const struct mark *mark = &finder->marks.items[*i];
    size_t close = find_single_close(&finder->marks, *i);

    if (close != *i) {
        size_t end = finder->marks.items[close].off;

        *i = close + 1;
        return add_quotation(finder, i_block, mark->off + 1, end, true);
    }
    *i += 1;
    /* Without a closing mark only two paragraphs that both begin with one tell a
     * quotation: 'I came late. / 'I left early,' she said. */
    if (*i != 1 || !block_begins_with(finder, i_block, '\'') ||
        !block_begins_with(finder, i_block + 1, '\''))
        return XC_OK;
    *i = finder->marks.n;
    return add_unclosed(finder, i_block, mark->off + 1, '\'');
}

static enum xc_status
find_in_block(struct finder *finder, size_t i_block)
{
    struct xc_span block = finder->fold->blocks[i_block];
    char carried = finder->unclosed;
    size_t n_before = finder->out->n;
    enum xc_status status = collect_marks(finder, block);
    size_t i = 0;

    if (status != XC_OK)
        return status;
    balance_marks(&finder->marks);
    finder->unclosed = '\0';
    while (i < finder->marks.n && status == XC_OK) {
        const struct mark *mark = &finder->marks.items[i];

        if (mark->side == SIDE_CLOSES)
            i++;
        else if (mark->sign == '"')
            status = take_double(finder, i_block, &i);
        else
            status = take_single(finder, i_block, &i);
    }
    if (carried != '\0' && status == XC_OK && finder->out->n > n_before)
        finder->out->items[n_before].continues =
            block_begins_with(finder, i_block, carried);
    return status;
}

enum xc_status
xc_quotations_find(const struct xc_fold *fold, const struct xc_word_vec *words,
                   struct xc_arena *arena, struct xc_quotation_vec *out)
{
    struct finder finder = {
        .text = fold->text, .fold = fold, .words = words, .arena = arena, .out = out};
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < fold->n_blocks && status == XC_OK; i++)
        status = find_in_block(&finder, i);
    return status;
}
