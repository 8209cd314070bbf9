/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed_making.h"

#include "base/vec.h"
#include "source/line.h"
#include "web/feed_url.h"

struct xc_str
xc_feed_attribute(const struct xc_attribute *attributes, size_t n_attributes,
                  const char *name)
{
    size_t i;

    for (i = 0; i < n_attributes; i++) {
        if (xc_feed_name_is(attributes[i].name, name))
            return xc_line_trim(attributes[i].value);
    }
    return XC_STR("");
}

static void
clear_text(struct xc_feed_text *text)
{
    *text = (struct xc_feed_text){.html = XC_STR(""), .language = XC_STR("")};
}

static void
clear_part(struct xc_feed_part *part)
{
    *part = (struct xc_feed_part){
        .language = XC_STR(""), .link = XC_STR(""), .alternate = XC_STR("")};
    clear_text(&part->title);
}

static void
clear_item(struct xc_feed_making *making, size_t line)
{
    size_t i;

    clear_part(&making->part);
    making->item =
        (struct xc_feed_item){.line = line, .name = XC_STR(""), .url = XC_STR("")};
    clear_text(&making->item.title);
    clear_text(&making->item.body);
    clear_text(&making->item.publisher);
    clear_text(&making->content);
    for (i = 0; i < XC_FEED_N_DATES; i++)
        making->item.dates[i] = XC_STR("");
    making->id = XC_STR("");
    making->id_is_address = true;
}

void
xc_feed_making_init(struct xc_feed_making *making, struct xc_arena *arena)
{
    *making = (struct xc_feed_making){.arena = arena};
    clear_part(&making->channel);
    clear_item(making, 0);
}

bool
xc_feed_making_begin(struct xc_feed_making *making, struct xc_str about,
                     const struct xc_feed_place *place)
{
    clear_item(making, place->line);
    making->in_item = true;
    return xc_arena_str(making->arena, about, &making->id) &&
           xc_arena_str(making->arena, place->language, &making->part.language);
}

void
xc_feed_making_no_address(struct xc_feed_making *making)
{
    making->id_is_address = false;
}

static bool
take_text(struct xc_feed_making *making, struct xc_feed_capture *capture,
          const struct xc_feed_place *place, struct xc_feed_text *out)
{
    return out->html.len > 0 ||
           (xc_feed_capture_end(capture, out) &&
            xc_arena_str(making->arena, place->language, &out->language));
}

static bool
take_str(struct xc_feed_making *making, const struct xc_feed_capture *capture,
         struct xc_str *out)
{
    const struct xc_str text = xc_feed_capture_str(capture);

    return out->len > 0 || text.len == 0 || xc_arena_str(making->arena, text, out);
}

static bool
take_author(struct xc_feed_making *making, bool name, struct xc_feed_capture *capture,
            struct xc_feed_part *part)
{
    struct xc_feed_text author;
    struct xc_feed_text *added;

    clear_text(&author);
    if (xc_feed_capture_str(capture).len == 0 || (part->has_creators && !name))
        return true;
    if (!xc_feed_capture_end(capture, &author))
        return false;
    /* "desk@example.org (Jane Doe)" says less than "Jane Doe", which then follows. */
    if (name && !part->has_creators)
        part->authors = (struct xc_feed_text_vec){NULL, 0, 0};
    part->has_creators = name;
    added = XC_VEC_ADD(&part->authors, making->arena);
    if (added == NULL)
        return false;
    *added = author;
    return true;
}

static bool
take_date(struct xc_feed_making *making, enum xc_feed_date_kind kind,
          const struct xc_feed_capture *capture, const struct xc_feed_place *place)
{
    if (making->item.dates[kind].len > 0)
        return true;
    making->item.date_lines[kind] = place->line;
    return take_str(making, capture, &making->item.dates[kind]);
}

static bool
take_link(struct xc_feed_making *making, const struct xc_feed_capture *capture,
          const struct xc_feed_place *place, struct xc_feed_part *part)
{
    return take_str(making, capture, &part->link) &&
           xc_feed_url_resolve(place->base, part->link, making->arena, &part->link);
}

bool
xc_feed_making_take(struct xc_feed_making *making, enum xc_feed_field field,
                    struct xc_feed_capture *capture, const struct xc_feed_place *place)
{
    struct xc_feed_part *part = making->in_item ? &making->part : &making->channel;
    /* What a channel has of these is dropped when the first item begins. */
    struct xc_feed_item *item = &making->item;

    switch (field) {
    case XC_FEED_FIELD_TITLE:
    case XC_FEED_FIELD_ATOM_TITLE:
        return take_text(making, capture, place, &part->title);
    case XC_FEED_FIELD_LINK:
        return take_link(making, capture, place, part);
    case XC_FEED_FIELD_ID:
        return take_str(making, capture, &making->id);
    case XC_FEED_FIELD_PUBLISHED:
        return take_date(making, XC_FEED_PUBLISHED, capture, place);
    case XC_FEED_FIELD_DC_DATE:
        return take_date(making, XC_FEED_DC_DATE, capture, place);
    case XC_FEED_FIELD_UPDATED:
        return take_date(making, XC_FEED_UPDATED, capture, place);
    case XC_FEED_FIELD_AUTHOR:
        return take_author(making, false, capture, part);
    case XC_FEED_FIELD_CREATOR:
    case XC_FEED_FIELD_NAME:
        return take_author(making, true, capture, part);
    case XC_FEED_FIELD_SUMMARY:
    case XC_FEED_FIELD_ATOM_SUMMARY:
        return take_text(making, capture, place, &item->body);
    case XC_FEED_FIELD_CONTENT:
    case XC_FEED_FIELD_INLINE:
    case XC_FEED_FIELD_ATOM_CONTENT:
        return take_text(making, capture, place, &making->content);
    case XC_FEED_FIELD_SOURCE:
    case XC_FEED_FIELD_ATOM_SOURCE:
        return take_text(making, capture, place, &item->publisher);
    case XC_FEED_FIELD_LANGUAGE:
        return take_str(making, capture, &part->language);
    case XC_FEED_FIELD_NONE:
    case XC_FEED_FIELD_CHANNEL:
    case XC_FEED_FIELD_ITEM:
    case XC_FEED_FIELD_PERSON:
        break;
    }
    return true;
}

bool
xc_feed_making_link(struct xc_feed_making *making,
                    const struct xc_attribute *attributes, size_t n_attributes,
                    const struct xc_feed_place *place)
{
    const struct xc_str address = xc_feed_attribute(attributes, n_attributes, "href");
    const struct xc_str rel = xc_feed_attribute(attributes, n_attributes, "rel");
    const struct xc_str type = xc_feed_attribute(attributes, n_attributes, "type");
    const bool page = type.len == 0 || xc_feed_name_is(type, "text/html") ||
                      xc_feed_name_is(type, "application/xhtml+xml");
    struct xc_feed_part *part = making->in_item ? &making->part : &making->channel;

    if (address.len == 0 || (rel.len > 0 && !xc_feed_name_is(rel, "alternate")))
        return true;
    if (part->alternate.len > 0 && (part->alternate_is_page || !page))
        return true;
    part->alternate_is_page = page;
    return xc_arena_str(making->arena, address, &part->alternate) &&
           xc_feed_url_resolve(place->base, part->alternate, making->arena,
                               &part->alternate);
}

/* The number of bytes of html outside of tags and white space. */
static size_t
visible_bytes(struct xc_str html)
{
    bool in_tag = false;
    size_t n = 0;
    size_t i;

    for (i = 0; i < html.len; i++) {
        if (html.ptr[i] == '<')
            in_tag = true;
        n += !in_tag && (unsigned char)html.ptr[i] > ' ';
        if (html.ptr[i] == '>')
            in_tag = false;
    }
    return n;
}

/* An address that only the feed's own id gives is better than none. */
static struct xc_str
choose_url(const struct xc_feed_making *making)
{
    const struct xc_feed_part *part = &making->part;

    if (part->link.len > 0)
        return part->link;
    if (part->alternate.len > 0)
        return part->alternate;
    if (making->id_is_address && xc_feed_url_is_web(making->id))
        return making->id;
    return XC_STR("");
}

/* The item's name: the first with a name has it, others get "#2", "#3", … */
static bool
make_name(struct xc_feed_making *making, struct xc_feed_item *item)
{
    const size_t number = making->counts.n;
    struct xc_str first = making->id.len > 0 ? making->id : item->url;
    size_t *count = XC_VEC_ADD(&making->counts, making->arena);
    size_t place;

    if (first.len == 0)
        first = xc_arena_printf(making->arena, "item %zu", making->items.n);
    item->name = first;
    if (count == NULL || first.ptr == NULL ||
        !xc_table_add(&making->names, first, number, making->arena, &place))
        return false;
    *count = 1;
    while (place != number) {
        const size_t n = ++making->counts.items[place];
        size_t taken;

        item->name =
            xc_arena_printf(making->arena, "%.*s#%zu", (int)first.len, first.ptr, n);
        if (item->name.ptr == NULL ||
            !xc_table_add(&making->names, item->name, number, making->arena, &taken))
            return false;
        if (taken == number)
            return true;
    }
    return true;
}

bool
xc_feed_making_end(struct xc_feed_making *making)
{
    struct xc_feed_item *made;
    struct xc_feed_item **slot;

    making->in_item = false;
    if (making->items.n == XC_MAX_FEED_ITEMS) {
        making->n_left_out++;
        return true;
    }
    made = xc_arena_array(making->arena, 1, sizeof *made);
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): the elements are pointers */
    slot = XC_VEC_ADD(&making->items, making->arena);
    if (made == NULL || slot == NULL)
        return false;
    *slot = made;
    *made = making->item;
    made->title = making->part.title;
    made->language = making->part.language;
    made->authors = making->part.authors.items;
    made->n_authors = making->part.authors.n;
    if (visible_bytes(making->content.html) > visible_bytes(made->body.html))
        made->body = making->content;
    made->url = choose_url(making);
    return make_name(making, made);
}

void
xc_feed_making_finish(const struct xc_feed_making *making, struct xc_feed *out)
{
    const struct xc_feed_part *channel = &making->channel;

    *out = (struct xc_feed){.title = channel->title,
                            .authors = channel->authors.items,
                            .n_authors = channel->authors.n,
                            .link = channel->link.len > 0 ? channel->link
                                                          : channel->alternate,
                            .language = channel->language,
                            .items = making->items.items,
                            .n_items = making->items.n};
}
