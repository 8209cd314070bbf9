/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_dateline.h"

#include "base/vec.h"
#include "source/line.h"
#include "web/html_name.h"

/* How far from the headline a dateline stands, in bytes of text. */
static const size_t most_before_bytes = 300;
static const size_t most_after_bytes = 2500;
/* A longer line is a paragraph. */
static const size_t most_line_bytes = 240;
/* No class that says something is longer. */
static const size_t most_class_bytes = 256;
/* Dates of one page that are weighed, each once. */
static const size_t most_dates = 512;

struct finder {
    const struct xc_html_facts *facts;
    const struct xc_html_date_rules *rules;
    size_t headline; /* index of its line; the number of lines when unknown */
    size_t n_weighed;
    struct xc_html_dateline best;
};

static bool
is_inside(const struct xc_page *page, uint32_t element, uint32_t of)
{
    return element >= of && element < page->elements[of].end;
}

/*
 * The line that has the headline: in a heading when one says it, else anywhere.  Lines
 * are compared without their punctuation.
 */
static enum xc_status
find_headline(struct finder *f, struct xc_str title)
{
    const struct xc_html_facts *facts = f->facts;
    struct xc_html_name name;
    enum xc_status status = xc_html_name_new(title, facts->arena, &name);
    size_t heading = 0;
    size_t i;

    f->headline = facts->lines.n;
    for (i = 0; i < facts->lines.n && status == XC_OK && name.key.len > 0; i++) {
        const struct xc_html_line *line = &facts->lines.items[i];
        struct xc_html_name said;
        bool in_heading;

        /* A heading may hold more than the headline, in lines of their own. */
        while (heading < facts->headings.n &&
               facts->page->elements[facts->headings.items[heading]].end <=
                   line->element)
            heading++;
        if (line->text.len < name.key.len || line->text.len > 2 * title.len + 16)
            continue;
        in_heading =
            heading < facts->headings.n &&
            is_inside(facts->page, line->element, facts->headings.items[heading]);
        if (f->headline < facts->lines.n && !in_heading)
            continue;
        status = xc_html_name_new(line->text, facts->arena, &said);
        if (status != XC_OK || !xc_html_name_same(&name, &said))
            continue;
        f->headline = i;
        if (in_heading)
            break;
    }
    return status;
}

/* Where a line stands: before or after the headline, near or not. */
static bool
is_near(const struct finder *f, const struct xc_html_line *line, bool *out_before)
{
    const struct xc_html_line *headline;

    *out_before = false;
    if (f->headline == f->facts->lines.n)
        return true;
    headline = &f->facts->lines.items[f->headline];
    *out_before = line->off_bytes < headline->off_bytes;
    return *out_before ? headline->off_bytes - line->off_bytes <= most_before_bytes
                       : line->off_bytes - headline->off_bytes <= most_after_bytes;
}

/* Whether the element or one around it holds a picture's text. */
static bool
is_caption(const struct finder *f, uint32_t element)
{
    static const char *const words[] = {"caption", "credit", "photo"};
    const size_t most_levels = 3;
    const struct xc_page *page = f->facts->page;
    size_t level;
    size_t i;

    for (level = 0; level < most_levels && element != XC_PAGE_NO_PARENT; level++) {
        const struct xc_element *here = &page->elements[element];
        struct xc_str class = xc_element_attribute(here, "class");

        if (class.len > most_class_bytes)
            class.len = most_class_bytes;
        if (xc_str_is(here->name, "figure") || xc_str_is(here->name, "figcaption"))
            return true;
        for (i = 0; i < XC_COUNT(words); i++) {
            if (xc_html_facts_holds(class, words[i]))
                return true;
        }
        element = here->parent;
    }
    return false;
}

/* Whether the element's names hold one of the NULL-ended words. */
static bool
is_named(const struct xc_element *element, const char *const *words)
{
    static const char *const attributes[] = {"class", "id", "itemprop", "property"};
    size_t i;
    size_t j;

    for (i = 0; i < XC_COUNT(attributes); i++) {
        struct xc_str value = xc_element_attribute(element, attributes[i]);

        if (value.len > most_class_bytes)
            value.len = most_class_bytes;
        for (j = 0; words[j] != NULL && value.len > 0; j++) {
            if (xc_html_facts_holds(value, words[j]))
                return true;
        }
    }
    return false;
}

/* What the names given to the element and those around it, up to its block, make of a
 * date in it. */
static enum xc_html_date_mark
mark_of_element(const struct finder *f, const struct xc_html_line *line,
                uint32_t element, bool *out_dated)
{
    static const char *const first[] = {"publish", "posted", "pubdate", "entry-date",
                                        NULL};
    static const char *const changed[] = {"updated", "modified", NULL};
    static const char *const dated[] = {"date",  "time",   "byline",
                                        "stamp", "posted", NULL};
    const size_t most_levels = 4;
    const struct xc_page *page = f->facts->page;
    uint32_t at = element;
    size_t level;

    *out_dated = false;
    for (level = 0; level < most_levels && at != XC_PAGE_NO_PARENT; level++) {
        const struct xc_element *here = &page->elements[at];

        *out_dated =
            *out_dated || xc_str_is(here->name, "time") || is_named(here, dated);
        /* "entry-date published updated" is the first. */
        if (is_named(here, first))
            return XC_HTML_DATE_FIRST;
        if (is_named(here, changed))
            return XC_HTML_DATE_CHANGED;
        if (at == line->block)
            break;
        at = here->parent;
    }
    return XC_HTML_DATE_BARE;
}

/* Takes the date when it is better than the best so far; of equals the first stays. */
static void
offer(struct finder *f, enum xc_html_dateline_rank rank,
      const struct xc_html_date *date)
{
    if (rank > f->best.rank)
        f->best = (struct xc_html_dateline){rank, *date};
}

/* Whether the line ends as a sentence does, and not in "a.m.". */
static bool
is_sentence(struct xc_str line)
{
    return xc_line_ends_in(line, ".!?") &&
           !(line.len > 1 && xc_line_lower(line.ptr[line.len - 2]) == 'm');
}

/* The rank of a date in the line, whose other words are n_rest bytes. */
static enum xc_html_dateline_rank
rank_of(const struct finder *f, const struct xc_html_line *line,
        const struct xc_html_date *date, size_t n_rest)
{
    const size_t most_clock = 40; /* "Wednesday … at 9:45 pm CST" */
    const size_t most_names = 90; /* "By Jane Doe, Staff Writer, … 3 min read" */
    enum xc_html_date_mark mark = date->mark;
    enum xc_html_dateline_rank rank = XC_HTML_DATELINE_NONE;
    bool before;
    bool dated;
    const bool near = is_near(f, line, &before);

    if (is_caption(f, line->element))
        return XC_HTML_DATELINE_NONE;
    if (!near)
        return mark == XC_HTML_DATE_FIRST && !before ? XC_HTML_DATELINE_FAR : rank;
    if (mark == XC_HTML_DATE_BARE)
        mark = mark_of_element(f, line, line->element, &dated);
    else
        dated = true;
    if (mark == XC_HTML_DATE_CHANGED)
        return XC_HTML_DATELINE_CHANGED;
    if (mark != XC_HTML_DATE_FIRST && !dated && is_sentence(line->text))
        return XC_HTML_DATELINE_NONE;
    if (mark == XC_HTML_DATE_FIRST || dated || n_rest <= most_clock)
        rank = XC_HTML_DATELINE_OWN;
    else if (n_rest <= most_names)
        rank = XC_HTML_DATELINE_NEAR;
    /* Above the headline may stand the day on which the page was saved. */
    if (before && rank == XC_HTML_DATELINE_OWN)
        rank = XC_HTML_DATELINE_NEAR;
    else if (before && rank == XC_HTML_DATELINE_NEAR)
        rank = XC_HTML_DATELINE_NONE;
    return rank;
}

/* Offers the dates of text, which is the line's or begins there. */
static void
read_text(struct finder *f, const struct xc_html_line *line, struct xc_str text)
{
    const size_t most_here = 4; /* "Posted … | Updated …" */
    struct xc_html_date date;
    size_t from = 0;
    size_t n;

    for (n = 0; n < most_here && f->n_weighed < most_dates &&
                xc_html_date_find(f->rules, text, from, &date);
         n++) {
        offer(f, rank_of(f, line, &date, text.len - date.len_bytes), &date);
        from = date.off_bytes + date.len_bytes;
        f->n_weighed++;
    }
}

/* A date in boxes of their own, as on a tear-off calendar: "Nov", "20", "2017".  The
 * element around them is read when its name says that it is a date. */
static enum xc_status
read_boxes(struct finder *f, size_t index)
{
    static const char *const dates[] = {"date", "calendar", "time", NULL};
    const size_t most_bytes = 60;
    const struct xc_page *page = f->facts->page;
    const struct xc_html_line *line = &f->facts->lines.items[index];
    const uint32_t block = line->block;
    const uint32_t parent =
        block == XC_PAGE_NO_PARENT ? block : page->elements[block].parent;
    struct xc_str text;
    bool before;

    if (line->text.len > most_bytes || parent == XC_PAGE_NO_PARENT ||
        (index > 0 && line[-1].last_piece >= page->elements[parent].first_piece) ||
        !is_near(f, line, &before) || !is_named(&page->elements[parent], dates))
        return XC_OK;
    text = xc_html_facts_text(f->facts, parent);
    if (text.ptr == NULL)
        return XC_NO_MEMORY;
    if (text.len <= most_bytes)
        read_text(f, line, text);
    return XC_OK;
}

/* The line in which, or before which, the element's text begins. */
static const struct xc_html_line *
line_of(const struct xc_html_facts *facts, const struct xc_element *element)
{
    size_t low = 0;
    size_t high = facts->lines.n;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (facts->lines.items[middle].last_piece < element->first_piece)
            low = middle + 1;
        else
            high = middle;
    }
    return low < facts->lines.n ? &facts->lines.items[low] : NULL;
}

/* "<time datetime="2017-11-19T10:36:00Z">1 day ago</time>" */
static void
read_time(struct finder *f, uint32_t index)
{
    const struct xc_element *element = &f->facts->page->elements[index];
    const struct xc_html_line *line = line_of(f->facts, element);
    const struct xc_str stamp = xc_element_attribute(element, "datetime");
    enum xc_html_dateline_rank rank;
    enum xc_html_date_mark mark;
    struct xc_html_date date;
    bool before;
    bool dated;

    if (line == NULL || stamp.len > most_line_bytes || !is_near(f, line, &before) ||
        !xc_html_date_find(f->rules, stamp, 0, &date))
        return;
    mark = mark_of_element(f, line, index, &dated);
    if (xc_element_attribute(element, "pubdate").ptr != NULL)
        mark = XC_HTML_DATE_FIRST;
    rank = mark == XC_HTML_DATE_CHANGED ? XC_HTML_DATELINE_CHANGED
           : before                     ? XC_HTML_DATELINE_NEAR
                                        : XC_HTML_DATELINE_OWN;
    offer(f, rank, &date);
}

enum xc_status
xc_html_dateline_find(const struct xc_html_facts *facts,
                      const struct xc_html_date_rules *rules, struct xc_str title,
                      struct xc_html_dateline *out)
{
    struct finder f = {.facts = facts, .rules = rules};
    enum xc_status status = find_headline(&f, title);
    size_t i;

    for (i = 0; i < facts->lines.n && status == XC_OK; i++) {
        const struct xc_html_line *line = &facts->lines.items[i];
        const size_t n_weighed = f.n_weighed;

        if (line->text.len <= most_line_bytes)
            read_text(&f, line, line->text);
        if (f.n_weighed == n_weighed && n_weighed < most_dates)
            status = read_boxes(&f, i);
    }
    for (i = 0; i < facts->times.n; i++)
        read_time(&f, facts->times.items[i]);
    if (status == XC_OK)
        *out = f.best;
    return status;
}
