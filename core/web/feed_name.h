/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of a feed's elements: which of them say something that is read.
 *
 *     "dc:creator", or "author" in RSS   -> XC_FEED_FIELD_AUTHOR
 *     "media:title"                      -> XC_FEED_FIELD_NONE
 *
 * A prefix means what xmlns binds it to; one that is not bound, what it usually means.
 * Letter case is ignored: "pubdate" is common.
 */
#ifndef XC_WEB_FEED_NAME_H
#define XC_WEB_FEED_NAME_H

#include "base/limits.h"
#include "data/markup.h"

enum xc_feed_field {
    XC_FEED_FIELD_NONE,
    XC_FEED_FIELD_CHANNEL,
    XC_FEED_FIELD_ITEM,
    XC_FEED_FIELD_TITLE,
    XC_FEED_FIELD_LINK,
    XC_FEED_FIELD_ID,
    XC_FEED_FIELD_PUBLISHED,
    XC_FEED_FIELD_DC_DATE,
    XC_FEED_FIELD_UPDATED,
    XC_FEED_FIELD_AUTHOR,       /* RSS: "jane@example.org (Jane Doe)" */
    XC_FEED_FIELD_CREATOR,      /* a name */
    XC_FEED_FIELD_PERSON,       /* Atom: holds a name */
    XC_FEED_FIELD_NAME,         /* of a person */
    XC_FEED_FIELD_SUMMARY,      /* HTML, as the next two */
    XC_FEED_FIELD_CONTENT,      /* text in CDATA or escaped, as a rule */
    XC_FEED_FIELD_INLINE,       /* XHTML as elements of the feed itself */
    XC_FEED_FIELD_ATOM_SUMMARY, /* Atom's summary: what its type says */
    XC_FEED_FIELD_ATOM_CONTENT, /* Atom's content: the same */
    XC_FEED_FIELD_ATOM_TITLE,   /* Atom's title: the same */
    XC_FEED_FIELD_SOURCE,       /* RSS: the name of the feed that it was taken from */
    XC_FEED_FIELD_ATOM_SOURCE,  /* Atom: holds the title of that feed */
    XC_FEED_FIELD_LANGUAGE,
};

struct xc_feed_binding {
    struct xc_str prefix; /* "" for the default namespace */
    unsigned vocabulary;
    size_t level; /* of the element that binds it */
};

/* Zeroed to begin. */
struct xc_feed_names {
    struct xc_feed_binding bindings[XC_MAX_FEED_BINDINGS];
    size_t n;
    unsigned core; /* the vocabulary of what has no prefix */
};

/*
 * Takes the xmlns attributes of an element that opens at level.  Prefixes live in arena;
 * bindings over XC_MAX_FEED_BINDINGS are passed over.  False when memory is short.
 */
bool xc_feed_names_open(struct xc_feed_names *names,
                        const struct xc_attribute *attributes, size_t n_attributes,
                        size_t level, struct xc_arena *arena);

/* Forgets what the elements at level and below have bound. */
void xc_feed_names_close(struct xc_feed_names *names, size_t level);

/*
 * Whether the outermost element is that of a feed ("rss", "feed", "rdf:RDF"), after its
 * xmlns attributes were taken; whatever namespace it has is from then on RSS or Atom.
 * For RDF a channel or an item has yet to come.
 */
bool xc_feed_names_root(struct xc_feed_names *names, struct xc_str name, bool *out_rdf);

/* Which field the element name is. */
enum xc_feed_field xc_feed_names_field(const struct xc_feed_names *names,
                                       struct xc_str name);

/* name without its prefix; *out_prefix (may be NULL) is the prefix, or "". */
struct xc_str xc_feed_name_local(struct xc_str name, struct xc_str *out_prefix);

/* Whether a is the NUL-ended name in any letter case. */
bool xc_feed_name_is(struct xc_str a, const char *name);

#endif
