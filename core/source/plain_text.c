/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/plain_text.h"

#include <string.h>

#include "base/vec.h"
#include "data/utf8.h"
#include "source/line.h"

/* Editors wrap at 60 to 120 columns; where the longest line of a group is outside of
 * that, nobody wrapped it. */
static const size_t least_wrapped = 60;
static const size_t most_wrapped = 120;
/* A wrapped line may end so many columns before it had to. */
static const size_t slack = 12;
static const size_t most_headline_words = 25;
static const size_t most_caption_words = 8;

/* One line without white space and bullet at its ends. */
struct line {
    struct xc_span span;
    size_t
        n_chars; /* where lines may have been wrapped (wrap_width), else not counted */
    size_t number;
    bool bullet;
    enum xc_page_line kind;
};

struct line_vec {
    struct line *items;
    size_t n;
    size_t cap;
};

struct reader {
    const struct xc_plain_text *input;
    struct xc_block_vec *blocks;
    struct line_vec group; /* lines without a blank one between them */
    bool seen_text;        /* a block that is no credit was made */
    bool more_follows;     /* something stands after this group */
};

static struct xc_str
bytes_of(const struct reader *r, const struct line *line)
{
    return xc_str_at(r->input->text, line->span);
}

size_t
xc_plain_text_stamp(struct xc_str body, struct xc_str *out_date)
{
    static const char word[] = "date";
    struct xc_str rest = xc_line_trim(body);
    const char *start = rest.ptr;
    size_t i;

    if (rest.len < sizeof word - 1 || (start[0] != 'd' && start[0] != 'D') ||
        memcmp(start + 1, word + 1, sizeof word - 2) != 0)
        return 0;
    rest = xc_str_sub(rest, sizeof word - 1, rest.len - (sizeof word - 1));
    if (xc_str_starts(rest, ":"))
        rest = xc_str_sub(rest, 1, rest.len - 1);
    if (rest.len < 11 || (rest.ptr[0] != ' ' && rest.ptr[0] != '\t'))
        return 0;
    while (rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == '\t'))
        rest = xc_str_sub(rest, 1, rest.len - 1);
    for (i = 0; i < 10; i++) {
        if (rest.len <= i ||
            (i == 4 || i == 7 ? rest.ptr[i] != '-'
                              : rest.ptr[i] < '0' || rest.ptr[i] > '9'))
            return 0;
    }
    if (rest.len > 10 && xc_str_trim(xc_str_sub(rest, 10, 1)).len > 0)
        return 0;
    *out_date = xc_str_sub(rest, 0, 10);
    return (size_t)(rest.ptr + 10 - body.ptr);
}

/* The length of a bullet and the white space after it at the start of text, or 0. */
static size_t
bullet_len(struct xc_str text)
{
    static const char *const bullets[] = {
        "-",
        "*",
        "\xE2\x80\xA2",
        "\xE2\x97\xA6",
        "\xE2\x80\xA3",
        "\xE2\x96\xAA",
        "\xE2\x97\x8F",
        "\xE2\x88\x99",
    };
    size_t i;

    if (text.len == 0 || strchr("-*\xE2", text.ptr[0]) == NULL)
        return 0;
    for (i = 0; i < XC_COUNT(bullets); i++) {
        const size_t len = strlen(bullets[i]);
        struct xc_str rest;
        struct xc_str trimmed;

        if (!xc_str_starts(text, bullets[i]))
            continue;
        rest = xc_str_sub(text, len, text.len - len);
        trimmed = xc_line_trim(rest);
        return rest.len > 0 && trimmed.len == rest.len ? 0 : text.len - trimmed.len;
    }
    return 0;
}

/* Whether text is only a rule ("* * *", "-----"), which parts paragraphs. */
static bool
is_rule(struct xc_str text)
{
    size_t i;

    for (i = 0; i < text.len; i++) {
        if (strchr("*-_=~#. \t", text.ptr[i]) == NULL || text.ptr[i] == '\0')
            return false;
    }
    return true;
}

/* Reads the line [off, end) of the text; blank when nothing is left of it. */
static struct line
read_line(const struct reader *r, size_t off, size_t end, size_t number)
{
    const struct xc_str whole = xc_str_sub(r->input->text, off, end - off);
    struct xc_str text = xc_line_trim(whole);
    struct line line = {.number = number};
    size_t len;

    if (!is_rule(text)) {
        while ((len = bullet_len(text)) > 0) {
            line.bullet = true;
            text = xc_str_sub(text, len, text.len - len);
        }
        line.span = (struct xc_span){(size_t)(text.ptr - r->input->text.ptr), text.len};
        line.kind = xc_page_line_classify(r->input->rules, text);
    }
    return line;
}

/* Whether a sentence goes on over a line end of the group. */
static bool
is_broken(const struct reader *r)
{
    const struct line *lines = r->group.items;
    size_t i;

    for (i = 0; i + 1 < r->group.n; i++) {
        if (lines[i].kind == XC_PAGE_TEXT &&
            !xc_line_ends_sentence(bytes_of(r, &lines[i])))
            return true;
    }
    return false;
}

/* The width that the group was wrapped at, 0 when it was not: then every line is a
 * sentence, or one is longer than any editor makes it. */
static size_t
wrap_width(const struct reader *r)
{
    struct line *lines = r->group.items;
    size_t width = 0;
    size_t i;

    if (!is_broken(r))
        return 0;
    for (i = 0; i < r->group.n; i++) {
        lines[i].n_chars = xc_utf8_count(bytes_of(r, &lines[i]));
        if (lines[i].n_chars > width)
            width = lines[i].n_chars;
    }
    return width >= least_wrapped && width <= most_wrapped ? width : 0;
}

/*
 * Whether the line goes on in the next one.  It does when it could not have taken the
 * next one's first word, or when that begins in lower case in the middle of a sentence:
 *
 *     The men who tied the corset said that they had never seen one
 *     as tight.
 */
static bool
goes_on(const struct reader *r, const struct line *line, const struct line *next,
        size_t width)
{
    struct xc_str rest = bytes_of(r, next);
    struct xc_str word;
    char first;

    if (line->kind != XC_PAGE_TEXT || next->kind != XC_PAGE_TEXT || next->bullet ||
        !xc_line_next_word(&rest, &word))
        return false;
    first = word.ptr[0];
    if (first >= 'a' && first <= 'z' && !xc_line_ends_sentence(bytes_of(r, line)))
        return true;
    return width > 0 && line->n_chars + slack >= least_wrapped &&
           line->n_chars + 1 + xc_utf8_count(word) + slack > width;
}

/* Whether lines [first, end) of the group are the article's headline. */
static bool
is_headline(const struct reader *r, size_t first, size_t end)
{
    const struct line *line = &r->group.items[first];
    const struct xc_str text = bytes_of(r, line);

    if (!r->input->guess_headline || r->seen_text || end - first != 1 || line->bullet ||
        line->kind != XC_PAGE_TEXT)
        return false;
    if (xc_line_count_words(text, most_headline_words) > most_headline_words ||
        xc_line_count_words(text, 2) < 2 || xc_line_ends_in(text, ".:;,"))
        return false;
    if (end < r->group.n)
        return r->group.items[end].kind == XC_PAGE_BYLINE;
    return r->more_follows;
}

/* Whether the line names who is in the picture whose credit is the next line. */
static bool
is_caption(const struct reader *r, size_t first, size_t end)
{
    const struct xc_str text = bytes_of(r, &r->group.items[first]);

    return end - first == 1 && end < r->group.n &&
           r->group.items[end].kind == XC_PAGE_PHOTO &&
           r->group.items[first].kind == XC_PAGE_TEXT &&
           xc_line_count_words(text, most_caption_words) <= most_caption_words &&
           !xc_line_ends_sentence(text);
}

static enum xc_block_kind
kind_of(const struct reader *r, size_t first, size_t end)
{
    switch (r->group.items[first].kind) {
    case XC_PAGE_PHOTO:
    case XC_PAGE_NOTICE:
    case XC_PAGE_BYLINE:
        return XC_BLOCK_CREDIT;
    case XC_PAGE_POST:
        return XC_BLOCK_QUOTATION;
    case XC_PAGE_TEXT:
        break;
    }
    if (is_caption(r, first, end))
        return XC_BLOCK_CAPTION;
    return is_headline(r, first, end) ? XC_BLOCK_HEADLINE : XC_BLOCK_PARAGRAPH;
}

/* "— Name (@name) May 8, 2019" stands below the post that it ends. */
static void
quote_post_above(struct reader *r, const struct line *line)
{
    struct xc_block *above =
        r->blocks->n == 0 ? NULL : &r->blocks->items[r->blocks->n - 1];

    if (above != NULL && above->kind == XC_BLOCK_PARAGRAPH &&
        line->kind == XC_PAGE_POST && xc_str_starts(bytes_of(r, line), "\xE2\x80\x94"))
        above->kind = XC_BLOCK_QUOTATION;
}

/* Makes the blocks of the group and empties it. */
static bool
end_group(struct reader *r)
{
    const struct line *lines = r->group.items;
    const size_t width = wrap_width(r);
    size_t first = 0;

    while (first < r->group.n) {
        size_t end = first + 1;
        struct xc_run_vec runs = {NULL, 0, 0};
        enum xc_block_kind kind;
        const struct line *last;

        while (end < r->group.n && goes_on(r, &lines[end - 1], &lines[end], width))
            end++;
        kind = kind_of(r, first, end);
        last = &lines[end - 1];
        quote_post_above(r, &lines[first]);
        /* One run for the whole paragraph: line ends and indentation inside of it are
         * white space like any other. */
        if (!xc_runs_add(&runs, lines[first].span.off_bytes,
                         last->span.off_bytes + last->span.len_bytes,
                         r->input->arena) ||
            !xc_blocks_add(r->blocks, kind, &runs,
                           r->input->line == 0 ? r->input->only_line
                                               : lines[first].number,
                           r->input->arena))
            return false;
        r->seen_text = r->seen_text || kind != XC_BLOCK_CREDIT;
        first = end;
    }
    r->group.n = 0;
    return true;
}

enum xc_status
xc_plain_text_read(const struct xc_plain_text *input, struct xc_block_vec *blocks)
{
    struct reader r = {.input = input, .blocks = blocks};
    const size_t end = input->body.off_bytes + input->body.len_bytes;
    const struct xc_str text = xc_str_sub(input->text, 0, end);
    size_t number = input->line == 0 ? 1 : input->line;
    size_t off = input->body.off_bytes;
    bool ended = false; /* a blank line stood after the group */

    for (; off < end; number++) {
        const size_t stop = xc_str_find(text, off, '\n');
        const struct line line = read_line(&r, off, stop, number);
        struct line *added;

        off = stop + 1;
        if (line.span.len_bytes == 0) {
            ended = true;
            continue;
        }
        r.more_follows = true;
        if (ended && !end_group(&r))
            return XC_NO_MEMORY;
        ended = false;
        added = XC_VEC_ADD(&r.group, input->arena);
        if (added == NULL)
            return XC_NO_MEMORY;
        *added = line;
    }
    r.more_follows = false;
    return end_group(&r) ? XC_OK : XC_NO_MEMORY;
}
