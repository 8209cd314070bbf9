/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A feed while it is being read: fields come one by one, in any order, and an item is
 * made of what came between its begin and its end.
 */
#ifndef XC_WEB_FEED_MAKING_H
#define XC_WEB_FEED_MAKING_H

#include "base/table.h"
#include "web/feed_capture.h"
#include "web/feed_name.h"

struct xc_feed_text_vec {
    struct xc_feed_text *items;
    size_t n;
    size_t cap;
};

struct xc_feed_item_vec {
    struct xc_feed_item **items;
    size_t n;
    size_t cap;
};

struct xc_feed_count_vec {
    size_t *items;
    size_t n;
    size_t cap;
};

/* What channel and item have alike. */
struct xc_feed_part {
    struct xc_feed_text title;
    struct xc_feed_text_vec authors;
    bool has_creators; /* authors are names, not RSS's "address (name)" */
    struct xc_str language;
    struct xc_str link;      /* an element's text */
    struct xc_str alternate; /* an attribute of Atom's link */
    bool alternate_is_page;
};

struct xc_feed_making {
    struct xc_arena *arena;
    struct xc_feed_part channel;
    struct xc_feed_part part; /* of the item */
    struct xc_feed_item item; /* the rest of it */
    struct xc_feed_text content;
    struct xc_str id;
    bool id_is_address;
    bool in_item;
    struct xc_feed_item_vec items;
    struct xc_table names; /* an item's name to an index of counts */
    struct xc_feed_count_vec counts;
    size_t n_left_out; /* items over XC_MAX_FEED_ITEMS */
};

/* An element, as far as a field needs it; all is borrowed. */
struct xc_feed_place {
    size_t line;
    struct xc_str base;     /* xml:base that holds here */
    struct xc_str language; /* its own xml:lang */
};

/* Nothing has come yet; all that is made will live in arena. */
void xc_feed_making_init(struct xc_feed_making *making, struct xc_arena *arena);

/* An item begins; about is what rdf:about calls it. */
bool xc_feed_making_begin(struct xc_feed_making *making, struct xc_str about,
                          const struct xc_feed_place *place);

/*
 * The field, of the item or else of the channel, is what was captured.  The first of a
 * kind that isn't empty holds.  False when memory is short, as all of these.
 */
bool xc_feed_making_take(struct xc_feed_making *making, enum xc_feed_field field,
                         struct xc_feed_capture *capture,
                         const struct xc_feed_place *place);

/* A link in Atom's form: rel "alternate", an HTML page before other types. */
bool xc_feed_making_link(struct xc_feed_making *making,
                         const struct xc_attribute *attributes, size_t n_attributes,
                         const struct xc_feed_place *place);

/* The item's id is no address, whatever it looks like. */
void xc_feed_making_no_address(struct xc_feed_making *making);

/* The item is complete. */
bool xc_feed_making_end(struct xc_feed_making *making);

/* The feed of what has come so far. */
void xc_feed_making_finish(const struct xc_feed_making *making, struct xc_feed *out);

/* The value of the attribute of that name (prefix and all), or "". */
struct xc_str xc_feed_attribute(const struct xc_attribute *attributes,
                                size_t n_attributes, const char *name);

#endif
