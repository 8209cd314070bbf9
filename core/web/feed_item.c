/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed_item.h"

#include <string.h>

#include "base/vec.h"
#include "source/fields.h"
#include "source/line.h"
#include "web/feed_date.h"
#include "web/feed_text.h"
#include "web/feed_url.h"
#include "web/html_article.h"

struct mark_vec {
    struct xc_line_mark *items;
    size_t n;
    size_t cap;
};

/* What making one source needs. */
struct work {
    const struct xc_feed *feed;
    const struct xc_feed_item *item;
    struct xc_str path;
    struct xc_arena *arena;
    struct xc_problems *problems;
};

/* "desk@example.org (Jane Doe)", RSS's form, is Jane Doe. */
static struct xc_str
without_address(struct xc_str author)
{
    const size_t at = xc_str_find(author, 0, '@');
    const size_t bracket = xc_str_find(author, at, '(');
    struct xc_str name;

    if (bracket == author.len || !xc_str_ends(author, ")"))
        return author;
    name = xc_str_sub(author, bracket + 1, author.len - bracket - 2);
    name = xc_line_trim(name);
    return name.len == 0 ? author : name;
}

/* Whether one of the first authors is name: they are few, or no list of authors. */
static bool
is_among(const struct xc_str *names, size_t n, struct xc_str name)
{
    const size_t most_compared = 32;
    size_t i;

    for (i = 0; i < n && i < most_compared; i++) {
        if (xc_line_says_the_same(names[i], name))
            return true;
    }
    return false;
}

/* "A, B"; ptr NULL when memory is short. */
static struct xc_str
join(const struct xc_str *names, size_t n, struct xc_arena *arena)
{
    size_t len = 0;
    size_t i;
    char *bytes;

    for (i = 0; i < n; i++)
        len += names[i].len + 2;
    bytes = xc_arena_alloc(arena, len + 1);
    if (bytes == NULL)
        return (struct xc_str){NULL, 0};
    len = 0;
    for (i = 0; i < n; i++) {
        if (i > 0) {
            memcpy(bytes + len, ", ", 2);
            len += 2;
        }
        memcpy(bytes + len, names[i].ptr, names[i].len);
        len += names[i].len;
    }
    bytes[len] = '\0';
    return (struct xc_str){bytes, len};
}

static enum xc_status
take_authors(const struct work *work, struct xc_source *source)
{
    const bool own = work->item->n_authors > 0;
    const struct xc_feed_text *authors =
        own ? work->item->authors : work->feed->authors;
    const size_t n_authors = own ? work->item->n_authors : work->feed->n_authors;
    struct xc_str *names = xc_arena_array(work->arena, n_authors, sizeof *names);
    size_t n = 0;
    size_t i;

    if (names == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n_authors; i++) {
        enum xc_status status = xc_feed_text_words(&authors[i], work->arena, &names[n]);

        if (status != XC_OK)
            return status;
        names[n] = without_address(names[n]);
        n += names[n].len > 0 && !is_among(names, n, names[n]);
    }
    source->author = join(names, n, work->arena);
    return source->author.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

/* The published date is the first of the item's that can be read. */
static void
take_date(const struct xc_feed_item *item, struct xc_source *source)
{
    size_t i;

    for (i = 0; i < XC_FEED_N_DATES && !source->has_published; i++)
        source->has_published = xc_feed_date_parse(item->dates[i], &source->published);
}

static enum xc_status
take_fields(const struct work *work, struct xc_source *source)
{
    const struct xc_feed *feed = work->feed;
    const struct xc_feed_item *item = work->item;
    const struct xc_feed_text *publisher =
        item->publisher.html.len > 0 ? &item->publisher : &feed->title;
    enum xc_status status;

    source->language = item->body.language.len > 0 ? item->body.language
                       : item->language.len > 0    ? item->language
                                                   : feed->language;
    if (!xc_feed_url_resolve(feed->link, item->url, work->arena, &source->url))
        return XC_NO_MEMORY;
    status = xc_feed_text_words(publisher, work->arena, &source->publisher);
    if (status == XC_OK)
        status = xc_feed_text_words(&item->title, work->arena, &source->title);
    if (status == XC_OK)
        status = take_authors(work, source);
    take_date(item, source);
    return status;
}

/* The blocks of the item's content; offsets count in its text, lines in its HTML. */
static enum xc_status
read_body(const struct work *work, struct xc_html_article *out)
{
    const struct xc_feed_text *body = &work->item->body;
    const struct xc_str html = xc_feed_text_html(body, work->arena);
    struct xc_problems met;
    struct xc_page page;
    enum xc_status status;

    if (html.ptr == NULL)
        return XC_NO_MEMORY;
    xc_problems_init(&met, work->arena);
    status = xc_page_read(html, work->path, work->arena, &page, &met);
    if (!xc_feed_relay(&met, 0, body, work->problems))
        return XC_NO_MEMORY;
    if (status == XC_OK)
        status = xc_html_article_whole(&page, &work->feed->rules, work->arena, out);
    return status;
}

/* The text: the body's, then the title. */
static bool
make_text(struct xc_str body, struct xc_source *source, struct xc_arena *arena)
{
    const char *between = body.len > 0 && source->title.len > 0 ? "\n\n" : "";

    source->text = xc_arena_printf(arena, "%.*s%s%.*s", (int)body.len, body.ptr,
                                   between, (int)source->title.len, source->title.ptr);
    source->n_apart = source->text.len - body.len;
    return source->text.ptr != NULL;
}

/* The line of the file where the title's words begin. */
static size_t
title_line(const struct xc_feed_item *item)
{
    const struct xc_str html = item->title.html;
    size_t line = 1;
    size_t i;

    for (i = 0; i < html.len && (unsigned char)html.ptr[i] <= ' '; i++)
        line += html.ptr[i] == '\n';
    return xc_feed_file_line(&item->title, line, item->line);
}

/* Adds the line of the file for the text from off on. */
static bool
add_mark(struct mark_vec *marks, size_t off, size_t line, struct xc_arena *arena)
{
    struct xc_line_mark *added;

    /* Content without text has a mark all the same. */
    if (marks->n > 0 && marks->items[marks->n - 1].off_bytes == off)
        marks->n--;
    added = XC_VEC_ADD(marks, arena);
    if (added == NULL)
        return false;
    *added = (struct xc_line_mark){off, line};
    return true;
}

static bool
make_marks(const struct work *work, const struct xc_html_article *article,
           struct xc_source *source)
{
    const struct xc_feed_item *item = work->item;
    struct mark_vec marks = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < article->n_marks; i++) {
        const struct xc_line_mark *mark = &article->marks[i];

        if (!add_mark(&marks, mark->off_bytes,
                      xc_feed_file_line(&item->body, mark->line, item->line),
                      work->arena))
            return false;
    }
    if (source->title.len > 0 && !add_mark(&marks, source->text.len - source->title.len,
                                           title_line(item), work->arena))
        return false;
    source->marks = marks.items;
    source->n_marks = marks.n;
    return true;
}

/* Takes the words off the front of *text; false when they don't stand there. */
static bool
take_words(struct xc_str *text, struct xc_str words)
{
    if (text->len < words.len || !xc_str_equal(xc_str_sub(*text, 0, words.len), words))
        return false;
    *text = xc_str_sub(*text, words.len, text->len - words.len);
    return true;
}

/* What WordPress ends every item with: "The post <title> appeared first on <site>." */
static bool
is_imprint(struct xc_str block, struct xc_str title)
{
    return title.len > 0 && take_words(&block, XC_STR("The post ")) &&
           take_words(&block, title) &&
           take_words(&block, XC_STR(" appeared first on "));
}

static bool
make_blocks(const struct work *work, const struct xc_html_article *article,
            struct xc_source *source)
{
    const struct xc_feed_text *body = &work->item->body;
    const size_t title_off = source->text.len - source->title.len;
    struct xc_block_vec blocks = {NULL, 0, 0};
    struct xc_run_vec title = {NULL, 0, 0};
    size_t i;

    if (!xc_runs_add(&title, title_off, source->text.len, work->arena) ||
        !xc_blocks_add(&blocks, XC_BLOCK_HEADLINE, &title, title_line(work->item),
                       work->arena))
        return false;
    for (i = 0; i < article->blocks.n; i++) {
        const struct xc_block *block = &article->blocks.items[i];
        const struct xc_str text =
            xc_runs_text(block->runs, block->n_runs, source->text, work->arena);
        struct xc_block *added;

        if (text.ptr == NULL)
            return false;
        /* Content that begins with its own headline says it twice. */
        if (i == 0 && block->kind == XC_BLOCK_HEADLINE &&
            xc_line_says_the_same(source->title, text))
            continue;
        added = XC_VEC_ADD(&blocks, work->arena);
        if (added == NULL)
            return false;
        *added = *block;
        if (is_imprint(text, source->title))
            added->kind = XC_BLOCK_CREDIT;
        added->line = xc_feed_file_line(body, block->line, work->item->line);
    }
    source->blocks = blocks.items;
    source->n_blocks = blocks.n;
    return true;
}

static enum xc_status
tell_empty(const struct work *work)
{
    const struct xc_place place = {.path = work->path, .line = work->item->line};

    return xc_problems_add(work->problems, XC_PROBLEM_MALFORMED, &place, NULL,
                           "the item has neither title nor text")
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

enum xc_status
xc_feed_item_read(const struct xc_feed *feed, size_t i, struct xc_str path,
                  struct xc_arena *arena, struct xc_source *out,
                  struct xc_problems *problems)
{
    const struct work work = {feed, feed->items[i], path, arena, problems};
    struct xc_html_article article = {.text = XC_STR("")};
    struct xc_source source;
    enum xc_status status;

    xc_fields_clear(&source);
    source.record_line = work.item->line;
    status = take_fields(&work, &source);
    if (status == XC_OK && work.item->body.html.len > 0)
        status = read_body(&work, &article);
    if (status == XC_OK && article.blocks.n == 0 && source.title.len == 0)
        status = tell_empty(&work);
    if (status != XC_OK)
        return status;
    if (!make_text(article.text, &source, arena) ||
        !make_blocks(&work, &article, &source) || !make_marks(&work, &article, &source))
        return XC_NO_MEMORY;
    *out = source;
    return XC_OK;
}

enum xc_status
xc_feed_item_tell_date(const struct xc_feed *feed, size_t i, struct xc_str path,
                       struct xc_problems *problems)
{
    const size_t most_shown = 40;
    const struct xc_feed_item *item = feed->items[i];
    struct xc_place place = {.path = path};
    struct xc_str wrong;
    size_t kind = 0;

    while (kind < XC_FEED_N_DATES && item->dates[kind].len == 0)
        kind++;
    if (kind == XC_FEED_N_DATES)
        return XC_OK;
    wrong = item->dates[kind];
    place.line = item->date_lines[kind];
    if (wrong.len > most_shown)
        wrong.len = most_shown;
    return xc_problems_add(problems, XC_PROBLEM_METADATA, &place,
                           "give the day in a sources.yaml beside the feed",
                           "'%.*s' is not a date", (int)wrong.len, wrong.ptr)
               ? XC_OK
               : XC_NO_MEMORY;
}
