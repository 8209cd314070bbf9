/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_trim.h"

#include "source/line.h"

/* Lists with a larger share of words in links lead to other pages; so does a list right
 * below a cue with half of that. */
static const size_t link_list_percent = 80;
static const size_t cued_list_percent = 40;
/* A paragraph with a larger share is a link that was set as one. */
static const size_t link_percent = 90;
/* So many lists of links, or headings that are links, in one text are what it is about:
 * offers, a day's reading. */
static const size_t fewest_own_lists = 5;
static const size_t fewest_own_titles = 5;
/* So are links that are paragraphs with more than one in so many of its words. */
static const size_t own_links_share = 2;
/* A box round another article's title and summary has at most so many words, and all of
 * them together one in so many of the text. */
static const size_t most_card_words = 80;
static const size_t cards_share = 5;
static const size_t most_label_words = 8;
static const size_t most_cue_words = 12;
/* Below a cue there is at most a tenth of the text; more, and it goes on there. */
static const size_t below_cue_share = 10;
static const size_t most_closer_words = 40;

/* Words of a list, of those blocks that are text so far. */
struct list {
    size_t n_words;
    size_t n_link_words;
};

struct trimming {
    struct xc_html_parts *parts;
    struct xc_range region;
    uint32_t *lists; /* of each element: the innermost that holds it, or NO_PARENT */
    struct list *counts; /* of each list, by its element */
    bool own_titles;     /* headings that are links are the article's own */
};

static const struct xc_html_block *
block_at(const struct trimming *t, size_t i)
{
    return xc_html_parts_block(t->parts, i);
}

static bool
is_text(const struct trimming *t, size_t i)
{
    return xc_html_parts_is_text(t->parts, i);
}

static bool
is_heading(const struct trimming *t, size_t i)
{
    return xc_html_parts_is_heading(t->parts, i);
}

static uint32_t
list_of(const struct trimming *t, size_t i)
{
    return t->lists[block_at(t, i)->element];
}

/* Words, and blocks with the weight of a sentence, before each block. */
struct measure {
    size_t *words;
    size_t *sentences;
};

static bool
measure_blocks(const struct trimming *t, struct xc_arena *arena, struct measure *out)
{
    const size_t n = t->parts->blocks->n;
    size_t i;

    out->words = xc_arena_array(arena, n + 1, sizeof *out->words);
    out->sentences = xc_arena_array(arena, n + 1, sizeof *out->sentences);
    if (out->words == NULL || out->sentences == NULL)
        return false;
    for (i = 0; i < n; i++) {
        const bool sentence = xc_html_block_weight(block_at(t, i)) > 0;

        out->words[i + 1] = out->words[i] + block_at(t, i)->n_words;
        out->sentences[i + 1] = out->sentences[i] + (sentence ? 1 : 0);
    }
    return true;
}

static size_t
count_in(const size_t *before, struct xc_range range)
{
    return before[range.end] - before[range.first];
}

/*
 * The blocks of the box round the title that is block i: the outermost element with few
 * words and at most one sentence, the other article's summary.  A box that has more
 * than the title has its summary, if any; a sentence beside it is the text's.
 */
static struct xc_range
card_of(const struct trimming *t, const struct measure *measure, size_t i)
{
    const struct xc_page *page = t->parts->blocks->page;
    const uint32_t core = t->parts->region->core;
    size_t card = block_at(t, i)->element;
    struct xc_range range = xc_html_blocks_of(t->parts->blocks, card);

    for (;;) {
        const uint32_t above = page->elements[card].parent;
        struct xc_range more;
        size_t n_sentences;

        if (above == XC_PAGE_NO_PARENT ||
            (above <= core && core < page->elements[above].end))
            return range;
        more = xc_html_blocks_of(t->parts->blocks, above);
        n_sentences = count_in(measure->sentences, more);
        if (count_in(measure->words, more) > most_card_words || n_sentences > 1 ||
            (range.end - range.first > 1 &&
             n_sentences > count_in(measure->sentences, range)))
            return range;
        card = above;
        range = more;
    }
}

/* Marks the boxes with another article's title as part, counting their sentences' words;
 * with part XC_HTML_IS_TEXT it only counts. */
static size_t
mark_cards(struct trimming *t, const struct measure *measure, enum xc_html_part part)
{
    size_t end = t->region.first; /* of the last box */
    size_t weight = 0;
    size_t i;

    for (i = t->region.first; i < t->region.end; i++) {
        struct xc_range card;

        if (i < end || !is_text(t, i) ||
            !xc_html_block_is_title(t->parts->blocks, block_at(t, i)))
            continue;
        card = card_of(t, measure, i);
        for (end = card.first; end < card.end; end++) {
            if (!is_text(t, end))
                continue;
            weight += xc_html_block_weight(block_at(t, end));
            t->parts->items[end] = part;
        }
    }
    return weight;
}

/* Leaves out boxes with another article's title, and what is in them, when they are few
 * and little beside the text. */
static bool
drop_cards(struct trimming *t, struct xc_arena *arena)
{
    struct measure measure;
    size_t total = 0;
    size_t n = 0;
    size_t i;

    if (!measure_blocks(t, arena, &measure))
        return false;
    for (i = t->region.first; i < t->region.end; i++) {
        if (!is_text(t, i))
            continue;
        total += xc_html_block_weight(block_at(t, i));
        n += xc_html_block_is_title(t->parts->blocks, block_at(t, i));
    }
    t->own_titles = n >= fewest_own_titles;
    if (!t->own_titles &&
        mark_cards(t, &measure, XC_HTML_IS_TEXT) * cards_share <= total)
        (void)mark_cards(t, &measure, XC_HTML_IS_CARD);
    return true;
}

/* Finds the innermost list of each element and counts the lists' words. */
static void
count_lists(struct trimming *t)
{
    const struct xc_page *page = t->parts->blocks->page;
    size_t i;

    for (i = 0; i < page->n_elements; i++) {
        const struct xc_element *element = &page->elements[i];
        const bool holds =
            i <= t->parts->region->core && t->parts->region->core < element->end;

        t->lists[i] = element->parent == XC_PAGE_NO_PARENT ? XC_PAGE_NO_PARENT
                                                           : t->lists[element->parent];
        if ((t->parts->blocks->bits[i] & XC_HTML_LIST) != 0 && !holds)
            t->lists[i] = (uint32_t)i;
    }
    for (i = t->region.first; i < t->region.end; i++) {
        const uint32_t list = list_of(t, i);

        if (list == XC_PAGE_NO_PARENT || !is_text(t, i))
            continue;
        t->counts[list].n_words += block_at(t, i)->n_words;
        t->counts[list].n_link_words += block_at(t, i)->n_link_words;
    }
}

static bool
is_link_list(const struct list *list, size_t percent)
{
    return list->n_link_words * 100 > list->n_words * percent;
}

/* Leaves out lists of links. */
static void
drop_link_lists(struct trimming *t)
{
    size_t n_lists = 0;
    uint32_t last = XC_PAGE_NO_PARENT;
    size_t i;

    for (i = t->region.first; i < t->region.end; i++) {
        const uint32_t list = list_of(t, i);

        if (list == last || !is_text(t, i) || list == XC_PAGE_NO_PARENT)
            continue;
        last = list;
        n_lists += is_link_list(&t->counts[list], link_list_percent);
    }
    if (n_lists >= fewest_own_lists)
        return;
    for (i = t->region.first; i < t->region.end; i++) {
        const uint32_t list = list_of(t, i);

        if (is_text(t, i) && list != XC_PAGE_NO_PARENT &&
            is_link_list(&t->counts[list], link_list_percent))
            t->parts->items[i] = XC_HTML_IS_LINK_LIST;
    }
}

/* Whether block i is a paragraph that is nothing but a link. */
static bool
is_link(const struct trimming *t, size_t i)
{
    const struct xc_html_block *block = block_at(t, i);

    return is_text(t, i) && list_of(t, i) == XC_PAGE_NO_PARENT &&
           block->n_link_words * 100 > block->n_words * link_percent &&
           !(t->own_titles && is_heading(t, i));
}

/* Leaves out paragraphs that are links, unless the text is made of them. */
static void
drop_links(struct trimming *t)
{
    size_t n_words = 0;
    size_t n_link_words = 0;
    size_t i;

    for (i = t->region.first; i < t->region.end; i++) {
        n_words += is_text(t, i) ? block_at(t, i)->n_words : 0;
        n_link_words += is_link(t, i) ? block_at(t, i)->n_words : 0;
    }
    if (n_link_words * own_links_share > n_words)
        return;
    for (i = t->region.first; i < t->region.end; i++) {
        if (is_link(t, i))
            t->parts->items[i] = XC_HTML_IS_LINK;
    }
}

static bool
is_quoted(const struct trimming *t, size_t i)
{
    return (xc_html_parts_bits(t->parts, i) & (XC_HTML_QUOTE | XC_HTML_POST)) != 0;
}

/* A short line right over what was left out is its label, but not a heading that has
 * text below that after all: an advertisement may come between the two. */
static void
drop_labels(struct trimming *t)
{
    bool over_text = false; /* the next text below is no heading */
    size_t i;

    for (i = t->region.end; i-- > t->region.first;) {
        const struct xc_html_block *block = block_at(t, i);
        enum xc_html_part next;

        if (!is_text(t, i))
            continue;
        next = i + 1 < t->region.end ? t->parts->items[i + 1] : XC_HTML_IS_TEXT;
        if (block->n_words <= most_label_words && !block->ends_sentence &&
            list_of(t, i) == XC_PAGE_NO_PARENT && !is_quoted(t, i) &&
            (next == XC_HTML_IS_LINK_LIST ||
             ((next == XC_HTML_IS_AROUND || next == XC_HTML_IS_LABEL) &&
              !(is_heading(t, i) && over_text))))
            t->parts->items[i] = XC_HTML_IS_LABEL;
        else
            over_text = !is_heading(t, i);
    }
}

static bool
is_cue(const struct trimming *t, size_t i)
{
    const struct xc_html_block *block = block_at(t, i);
    const struct xc_html_hints *hints = t->parts->blocks->hints;

    return block->n_words <= most_cue_words && !xc_line_ends_in(block->text, ".") &&
           (xc_html_hints_phrase(hints, XC_HTML_CUE, block->text) ||
            xc_html_hints_phrase(hints, XC_HTML_LABEL, block->text));
}

/* Leaves out the list that begins with block i when half of it is links. */
static void
drop_cued_list(struct trimming *t, size_t i)
{
    uint32_t list;

    if (i == t->region.end)
        return;
    list = list_of(t, i);
    if (list == XC_PAGE_NO_PARENT || !is_link_list(&t->counts[list], cued_list_percent))
        return;
    for (; i < t->region.end && list_of(t, i) == list; i++) {
        if (is_text(t, i))
            t->parts->items[i] = XC_HTML_IS_BELOW_CUE;
    }
}

/* From the end on: a cue, what is below it when that isn't the text again, and the list
 * right below. */
static void
drop_cues(struct trimming *t)
{
    size_t end = t->region.end; /* of what may still be text */
    size_t next = end;          /* the text right below */
    size_t total = 0;
    size_t below = 0;
    size_t i;
    size_t k;

    for (i = t->region.first; i < t->region.end; i++)
        total += is_text(t, i) ? xc_html_block_weight(block_at(t, i)) : 0;
    for (i = t->region.end; i-- > t->region.first;) {
        const bool text = is_text(t, i);
        const bool cue =
            (text || t->parts->items[i] == XC_HTML_IS_NOTICE) && is_cue(t, i);

        if (!text && !cue)
            continue;
        if (!cue) {
            if (list_of(t, i) == XC_PAGE_NO_PARENT)
                below += xc_html_block_weight(block_at(t, i));
            next = i;
            continue;
        }
        t->parts->items[i] = XC_HTML_IS_CUE;
        drop_cued_list(t, next);
        next = t->region.end;
        if (below * below_cue_share > total || i < t->parts->first_text)
            continue;
        for (k = i + 1; k < end; k++) {
            if (is_text(t, k))
                t->parts->items[k] = XC_HTML_IS_BELOW_CUE;
        }
        end = i;
    }
}

/* What ends a text and is none of it: headings over nothing, "Reporting by …". */
static void
drop_closers(struct trimming *t)
{
    const struct xc_html_hints *hints = t->parts->blocks->hints;
    size_t i;

    for (i = t->region.end; i-- > t->region.first;) {
        const struct xc_html_block *block = block_at(t, i);

        if (!is_text(t, i))
            continue;
        if (is_heading(t, i))
            t->parts->items[i] = XC_HTML_IS_LABEL;
        else if (block->n_words <= most_closer_words &&
                 (xc_html_hints_phrase(hints, XC_HTML_CLOSER, block->text) ||
                  xc_html_hints_phrase(hints, XC_HTML_WITHIN, block->text)))
            t->parts->items[i] = XC_HTML_IS_CLOSER;
        else
            return;
    }
}

enum xc_status
xc_html_trim(struct xc_html_parts *parts, struct xc_arena *arena)
{
    const size_t n = parts->blocks->page->n_elements;
    struct trimming t = {.parts = parts, .region = parts->region->blocks};

    t.lists = xc_arena_array(arena, n, sizeof *t.lists);
    t.counts = xc_arena_array(arena, n, sizeof *t.counts);
    if (t.lists == NULL || t.counts == NULL || !drop_cards(&t, arena))
        return XC_NO_MEMORY;
    count_lists(&t);
    drop_link_lists(&t);
    drop_links(&t);
    drop_labels(&t);
    drop_cues(&t);
    drop_closers(&t);
    return XC_OK;
}
