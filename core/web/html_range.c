/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_range.h"

/* Beside the core, what is built like it must have at least one word for so many words
 * of it to be the rest of a text that was cut up; less is a box of the same make. */
static const size_t alike_share = 8;
/* What is built otherwise must be prose, and one word for so many. */
static const size_t prose_share = 4;
static const size_t prose_percent = 70;
/* Levels above the core at which the rest of the text is looked for. */
static const size_t most_climbs = 8;

/* Where something stands beside the core, or beside what holds it. */
enum place { NEAR, FAR, BEYOND_WALL };

/* Whether one of the blocks [first, end) is a heading. */
static bool
has_heading(const struct xc_html_search *s, size_t first, size_t end)
{
    for (; first < end; first++) {
        const uint32_t element = s->blocks->items[first].element;

        if ((s->blocks->bits[element] & XC_HTML_HEADING) != 0)
            return true;
    }
    return false;
}

/* Whether element's subtree is another article: it has an "h1", or a heading that is a
 * link before its first sentence; if it is called an article, any heading there. */
static bool
is_other_article(const struct xc_html_search *s, size_t element)
{
    const struct xc_range range = xc_html_blocks_of(s->blocks, element);
    size_t first = range.first;

    while (first < range.end && s->weight[first + 1] == s->weight[first])
        first++;
    return xc_html_search_has_h1(s, element) ||
           s->titles[first] > s->titles[range.first] ||
           (xc_str_is(s->page->elements[element].name, "article") &&
            has_heading(s, range.first, first));
}

static void
widen(struct xc_range *range, struct xc_range more)
{
    if (more.first < range->first)
        range->first = more.first;
    if (more.end > range->end)
        range->end = more.end;
}

/* Whether the element is of the text's markup, by its name, and no other column. */
static bool
is_bare(const struct xc_html_search *s, size_t element)
{
    return (s->blocks->bits[element] &
            (XC_HTML_CONTENT | XC_HTML_SERIES | XC_HTML_CELL)) == XC_HTML_CONTENT;
}

/* Whether element's subtree is hardly anything but sentences. */
static bool
is_prose(const struct xc_html_search *s, size_t element)
{
    const struct xc_range range = xc_html_blocks_of(s->blocks, element);
    const size_t n_words = s->words[range.end] - s->words[range.first];

    return xc_html_search_weight(s, element) * 100 >= n_words * prose_percent;
}

/*
 * Widens range, which is the core's or what it has become below the element above, by
 * what stands beside child: containers built like child with a fair share of the text; if there is no
 * wall between by others that are all prose; and right beside the core by bare
 * paragraphs.
 */
static void
take_beside(const struct xc_html_search *s, uint32_t above, uint32_t child,
            enum place place, struct xc_range *range)
{
    const struct xc_page *page = s->page;
    const size_t before = s->weight[range->end] - s->weight[range->first];
    struct xc_range alike = *range;
    struct xc_range bare = *range;
    struct xc_range prose = *range;
    size_t more_alike = 0;
    size_t more_prose = 0;
    size_t i;

    for (i = above + 1; i < page->elements[above].end; i = page->elements[i].end) {
        const size_t weight = xc_html_search_weight(s, i);

        if (i == child || weight == 0 || is_other_article(s, i))
            continue;
        if (is_bare(s, i)) {
            widen(&bare, xc_html_blocks_of(s->blocks, i));
            continue;
        }
        if (xc_html_search_is_alike(s, i, child)) {
            widen(&alike, xc_html_blocks_of(s->blocks, i));
            more_alike += weight;
        }
        if (is_prose(s, i)) {
            widen(&prose, xc_html_blocks_of(s->blocks, i));
            more_prose += weight;
        }
    }
    if (more_alike * alike_share >= before)
        widen(range, alike);
    if (more_prose * prose_share >= before && place != BEYOND_WALL)
        widen(range, prose);
    if (place == NEAR)
        widen(range, bare);
}

struct xc_range
xc_html_range_find(const struct xc_html_search *s, uint32_t core)
{
    struct xc_range range = xc_html_blocks_of(s->blocks, core);
    uint32_t at = core;
    size_t climb;

    for (climb = 0; climb < most_climbs; climb++) {
        const uint32_t above = s->page->elements[at].parent;
        const bool wall = xc_html_search_is_wall(s, at);

        if (above == XC_PAGE_NO_PARENT || (s->blocks->bits[at] & XC_HTML_PAGE) != 0)
            break;
        take_beside(s, above, at, wall ? BEYOND_WALL : climb == 0 ? NEAR : FAR, &range);
        if (wall)
            break;
        at = above;
    }
    return range;
}
