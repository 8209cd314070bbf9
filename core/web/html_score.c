/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_score.h"

#include "web/html_range.h"
#include "web/html_search.h"

/* A block of fewer words is a sentence only in passing: "Read more about it here." */
static const size_t fewest_sentence_words = 10;
/* One of so many counts half all the same: some texts have no longer ones. */
static const size_t fewest_short_words = 5;
/* A block of so many words is text even without a full stop at its end. */
static const size_t fewest_line_words = 25;

/* A block's words count for its host and for four above it, halved each time: paragraphs
 * are boxed in boxes, and the more there are, the more of the page they hold. */
enum { N_LEVELS = 5 };

/* A core that is called something else than an article must have so many times the
 * words of one that isn't. */
static const size_t called_otherwise = 2;

/* Several texts one after the other in containers of one make are several articles, each
 * loaded behind the last; the page's own comes first.  A first one of fewer than one in so
 * many of the core's words, or of few at all, is a summary. */
static const size_t smallest_first = 3;
static const size_t fewest_first_words = 60;

/* Of an element that perhaps is not the article's, that it has more than one in so many
 * of the core's words proves that it is. */
static const size_t perhaps_share = 3;

/* What is called a byline or a summary and has more words of sentences is none; nor is
 * such a caption. */
static const size_t most_aside_words = 80;
static const size_t most_caption_words = 160;

size_t
xc_html_block_weight(const struct xc_html_block *block)
{
    const size_t words = block->n_words - block->n_link_words;

    if (block->n_link_words * 2 > block->n_words)
        return 0;
    if ((words >= fewest_sentence_words && block->ends_sentence) ||
        words >= fewest_line_words)
        return words;
    return words >= fewest_short_words && block->ends_sentence ? words / 2 : 0;
}

/*
 * Sets under to each element's own and inherited bits.  Comments are never the article,
 * but a page whose classes say that it has some may say so on an element with
 * everything inside, headline included.
 */
static void
inherit_bits(struct xc_html_search *s)
{
    const struct xc_page *page = s->page;
    size_t i;

    for (i = 0; i < page->n_elements; i++) {
        const uint32_t parent = page->elements[i].parent;

        s->under[i] = s->blocks->bits[i];
        if (xc_html_search_has_h1(s, i) ||
            s->n_bodies[page->elements[i].end] > s->n_bodies[i])
            s->under[i] &= ~(unsigned)XC_HTML_COMMENT;
        if (parent != XC_PAGE_NO_PARENT)
            s->under[i] |= s->under[parent];
    }
}

static void
count_points(struct xc_html_search *s, bool with_comments)
{
    size_t i;

    for (i = 0; i < s->blocks->n; i++) {
        const struct xc_html_block *block = &s->blocks->items[i];
        const unsigned bits = s->under[block->inner];
        const bool otherwise = (bits & (XC_HTML_AROUND | XC_HTML_PERHAPS)) != 0;
        size_t points = (s->weight[i + 1] - s->weight[i]) * XC_HTML_POINTS_PER_WORD;
        uint32_t at = s->outer[s->blocks->hosts[block->element]];
        size_t level;

        if ((bits & XC_HTML_COMMENT) != 0 && !with_comments)
            continue;
        for (level = 0; level < N_LEVELS && at != XC_PAGE_NO_PARENT; level++) {
            s->points[otherwise][at] += points;
            if (xc_html_search_is_wall(s, at))
                break;
            points /= 2;
            at = s->page->elements[at].parent;
            if (at != XC_PAGE_NO_PARENT)
                at = s->outer[at];
        }
    }
}

/* The first element with most points of the kind. */
static size_t
best_of(const struct xc_html_search *s, size_t kind)
{
    size_t best = 0;
    size_t i;

    for (i = 1; i < s->page->n_elements; i++) {
        if (s->points[kind][i] > s->points[kind][best])
            best = i;
    }
    return best;
}

/* The first element that ends before best begins, is built like it, has a fair share of
 * its points, and another article's "h1" behind it; best when there is none. */
static size_t
first_of_series(const struct xc_html_search *s, size_t kind, size_t best)
{
    size_t i;

    for (i = 0; i < best; i++) {
        const size_t end = s->page->elements[i].end;

        if (s->points[kind][i] * smallest_first >= s->points[kind][best] &&
            s->points[kind][i] >= fewest_first_words * XC_HTML_POINTS_PER_WORD &&
            end <= best && s->n_h1[best] > s->n_h1[end] &&
            xc_html_search_is_alike(s, i, best))
            return i;
    }
    return best;
}

/* Finds the element that the text is in; false when no block is text.  Of blocks that
 * are known to be the text, names can't tell otherwise. */
static bool
find_core(const struct xc_html_search *s, uint32_t *out)
{
    const size_t plain = best_of(s, 0);
    const size_t other = best_of(s, 1);
    const size_t factor = s->only == NULL ? called_otherwise : 1;
    const size_t kind = s->points[1][other] > factor * s->points[0][plain];
    const size_t best = kind == 1 ? other : plain;

    if (s->points[kind][best] == 0)
        return false;
    *out = (uint32_t)first_of_series(s, kind, best);
    return true;
}

/* The bits that element has below one with those above it. */
static unsigned
clear_own(const struct xc_html_search *s, size_t i, unsigned above, size_t least)
{
    unsigned own = s->blocks->bits[i];

    /* In a quotation's footer stands who is quoted. */
    if ((above & XC_HTML_QUOTE) != 0)
        own &= ~(unsigned)XC_HTML_AROUND;
    if ((own & XC_HTML_PERHAPS) != 0 && xc_html_search_weight(s, i) > least)
        own |= XC_HTML_PROVEN;
    if (((own | above) & XC_HTML_PROVEN) != 0)
        own &= ~(unsigned)XC_HTML_PERHAPS;
    if (xc_html_search_weight(s, i) > most_aside_words)
        own &= ~(unsigned)(XC_HTML_CREDIT | XC_HTML_DEK);
    if (xc_html_search_weight(s, i) > most_caption_words)
        own &= ~(unsigned)XC_HTML_CAPTION;
    if ((own & XC_HTML_POST) != 0)
        above &= ~(unsigned)(XC_HTML_AROUND | XC_HTML_PERHAPS);
    return own | above;
}

/* Sets under anew: the core and what holds it are the article's, whatever their names
 * say; so is what perhaps isn't when much of the text is inside. */
static void
clear_bits(struct xc_html_search *s, uint32_t core)
{
    const struct xc_page *page = s->page;
    const size_t least = xc_html_search_weight(s, core) / perhaps_share;
    size_t i;

    for (i = 0; i < page->n_elements; i++) {
        const struct xc_element *element = &page->elements[i];
        const unsigned above =
            element->parent == XC_PAGE_NO_PARENT ? 0 : s->under[element->parent];

        if (i <= core && core < element->end)
            s->under[i] = s->blocks->bits[i] & ~(unsigned)XC_HTML_BY_CLASS;
        else
            s->under[i] = clear_own(s, i, above, least);
    }
}

/* Leaves out of the weights what is not the article's. */
static void
weigh(struct xc_html_search *s, bool all)
{
    size_t i;

    for (i = 0; i < s->blocks->n; i++) {
        const struct xc_html_block *block = &s->blocks->items[i];
        const unsigned bits = s->under[block->inner];
        const bool around =
            (bits & (XC_HTML_AROUND | XC_HTML_PERHAPS | XC_HTML_COMMENT)) != 0;
        const bool out = (around && !all) || (s->only != NULL && !s->only[i]);

        s->weight[i + 1] = s->weight[i] + (out ? 0 : xc_html_block_weight(block));
    }
}

enum xc_status
xc_html_region_find(const struct xc_html_blocks *blocks, const bool *only,
                    struct xc_arena *arena, struct xc_html_region *out)
{
    struct xc_html_search s;
    uint32_t core = 0;

    if (xc_html_search_init(blocks, only, arena, &s) != XC_OK)
        return XC_NO_MEMORY;
    inherit_bits(&s);
    weigh(&s, true);
    count_points(&s, false);
    if (!find_core(&s, &core)) {
        count_points(&s, true);
        if (!find_core(&s, &core)) {
            /* No sentence anywhere: whatever text there is. */
            *out = (struct xc_html_region){{0, blocks->n}, 0, s.under};
            return XC_OK;
        }
    }
    clear_bits(&s, core);
    weigh(&s, false);
    *out = (struct xc_html_region){xc_html_range_find(&s, core), core, s.under};
    return XC_OK;
}
