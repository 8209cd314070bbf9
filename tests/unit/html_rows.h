/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Web pages and the blocks that the article in them must give, as rows.
 *
 *     {"line break", H1 "<p>" ONE "<br>" TWO, HEAD SHOWN(ONE " " TWO)}
 *
 * Included by one file of a program.
 */
#ifndef XC_TESTS_HTML_ROWS_H
#define XC_TESTS_HTML_ROWS_H

#include <string.h>

#include "show_blocks.h"
#include "suite.h"
#include "web/html_article.h"

/* Sentences of a town that there isn't. */
#define ONE "The council of Ellery met on Monday and voted to repair the old bridge."
#define TWO "The mayor said that the work would begin in the spring and last a year."
#define THREE "Three shops beside the river have closed since the bridge was shut."
#define FOUR "Engineers found cracks in two of the pillars when they looked in May."
#define P1 "<p>" ONE "</p>"
#define P2 "<p>" TWO "</p>"
#define P3 "<p>" THREE "</p>"
#define P4 "<p>" FOUR "</p>"
#define SHOWN(text) "paragraph|" text "\n"
#define H1 "<h1>Bridge to be repaired</h1>"
#define HEAD "headline|Bridge to be repaired\n"

static struct xc_arena arena;
static struct xc_problems problems;
static struct xc_html_rules rules;
static struct xc_html_article article;
static struct xc_page page;

static inline void
read_page(const char *html)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    memset(&article, 0, sizeof article);
    ck_assert_int_eq(xc_html_rules_load(&arena, &rules), XC_OK);
    ck_assert_int_eq(
        xc_page_read(xc_str_of(html), XC_STR("a.html"), &arena, &page, &problems),
        XC_OK);
}

static inline void
find(const char *html, const char *title)
{
    read_page(html);
    ck_assert_int_eq(
        xc_html_article_find(&page, xc_str_of(title), &rules, &arena, &article), XC_OK);
}

static inline const char *
shown(void)
{
    const struct xc_source source = {.text = article.text,
                                     .blocks = article.blocks.items,
                                     .n_blocks = article.blocks.n};

    return show_blocks(&source, &arena).ptr;
}

struct row {
    const char *name;
    const char *html;
    const char *blocks;
};

static inline void
check_rows(const struct row *rows, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        find(rows[i].html, "Bridge to be repaired - Ellery Post");
        ck_assert_msg(strcmp(shown(), rows[i].blocks) == 0, "%s:\n%s", rows[i].name,
                      shown());
        xc_arena_release(&arena);
    }
}

#endif
