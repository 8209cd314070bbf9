/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed_name.h"

#include "base/vec.h"
#include "source/line.h"

enum {
    RSS = 1,
    ATOM = 2,
    DC = 4,
    CONTENT = 8,
    XHTML = 16,
    RDF = 32,
};

/* Where a namespace's address stands without its scheme and what ends it. */
static const struct {
    const char *address;
    unsigned vocabulary;
} addresses[] = {
    {"www.w3.org/2005/atom", ATOM},
    {"purl.org/atom/ns", ATOM},
    {"purl.org/rss/1.0", RSS},
    {"my.netscape.com/rdf/simple/0.9", RSS},
    {"channel.netscape.com/rdf/simple/0.9", RSS},
    {"backend.userland.com/rss2", RSS},
    {"blogs.law.harvard.edu/tech/rss", RSS},
    {"purl.org/dc/elements/1.1", DC},
    {"purl.org/dc/elements/1.0", DC},
    {"purl.org/dc/terms", DC},
    {"purl.org/rss/1.0/modules/content", CONTENT},
    {"www.w3.org/1999/xhtml", XHTML},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", RDF},
};

static const struct {
    const char *prefix;
    unsigned vocabulary;
} prefixes[] = {
    {"atom", ATOM},       {"a10", ATOM},    {"dc", DC},   {"dcterms", DC}, {"dct", DC},
    {"content", CONTENT}, {"xhtml", XHTML}, {"rdf", RDF}, {"rss", RSS},
};

/* A name may be a field of several vocabularies: those without a prefix of their own
 * are met in RSS where a generator forgot it. */
static const struct {
    const char *name;
    unsigned vocabularies;
    enum xc_feed_field field;
} fields[] = {
    {"channel", RSS, XC_FEED_FIELD_CHANNEL},
    {"item", RSS, XC_FEED_FIELD_ITEM},
    {"entry", ATOM, XC_FEED_FIELD_ITEM},
    {"title", RSS | DC, XC_FEED_FIELD_TITLE},
    {"title", ATOM, XC_FEED_FIELD_ATOM_TITLE},
    {"link", RSS | ATOM, XC_FEED_FIELD_LINK},
    {"guid", RSS, XC_FEED_FIELD_ID},
    {"id", ATOM, XC_FEED_FIELD_ID},
    {"pubdate", RSS, XC_FEED_FIELD_PUBLISHED},
    {"published", RSS | ATOM, XC_FEED_FIELD_PUBLISHED},
    {"issued", ATOM, XC_FEED_FIELD_PUBLISHED},
    {"date", RSS | DC, XC_FEED_FIELD_DC_DATE},
    {"issued", DC, XC_FEED_FIELD_DC_DATE},
    {"created", ATOM | DC, XC_FEED_FIELD_DC_DATE},
    {"updated", RSS | ATOM, XC_FEED_FIELD_UPDATED},
    {"modified", ATOM | DC, XC_FEED_FIELD_UPDATED},
    {"author", RSS, XC_FEED_FIELD_AUTHOR},
    {"author", ATOM, XC_FEED_FIELD_PERSON},
    {"creator", RSS | DC, XC_FEED_FIELD_CREATOR},
    {"name", ATOM, XC_FEED_FIELD_NAME},
    {"description", RSS | DC, XC_FEED_FIELD_SUMMARY},
    {"summary", RSS, XC_FEED_FIELD_SUMMARY},
    {"summary", ATOM, XC_FEED_FIELD_ATOM_SUMMARY},
    {"encoded", RSS | CONTENT, XC_FEED_FIELD_CONTENT},
    {"content", ATOM, XC_FEED_FIELD_ATOM_CONTENT},
    {"body", XHTML, XC_FEED_FIELD_INLINE},
    {"div", XHTML, XC_FEED_FIELD_INLINE},
    {"source", RSS, XC_FEED_FIELD_SOURCE},
    {"source", ATOM, XC_FEED_FIELD_ATOM_SOURCE},
    {"language", RSS | DC, XC_FEED_FIELD_LANGUAGE},
};

bool
xc_feed_name_is(struct xc_str a, const char *name)
{
    const struct xc_str b = xc_str_of(name);
    size_t i;

    if (a.len != b.len)
        return false;
    for (i = 0; i < a.len; i++) {
        if (xc_line_lower(a.ptr[i]) != xc_line_lower(b.ptr[i]))
            return false;
    }
    return true;
}

struct xc_str
xc_feed_name_local(struct xc_str name, struct xc_str *out_prefix)
{
    const size_t colon = xc_str_find(name, 0, ':');
    const size_t skipped = colon == name.len ? 0 : colon + 1;

    if (out_prefix != NULL)
        *out_prefix = skipped == 0 ? XC_STR("") : xc_str_sub(name, 0, colon);
    return xc_str_sub(name, skipped, name.len - skipped);
}

/* The vocabulary at the address, 0 when it is none of ours.  "https" for "http" and a
 * missing '/' or '#' at the end are common. */
static unsigned
vocabulary_at(struct xc_str address)
{
    static const char *const schemes[] = {"http://", "https://"};
    size_t i;

    address = xc_str_trim(address);
    for (i = 0; i < XC_COUNT(schemes); i++) {
        const size_t len = xc_str_of(schemes[i]).len;

        if (xc_str_starts(address, schemes[i]))
            address = xc_str_sub(address, len, address.len - len);
    }
    while (xc_str_ends(address, "/") || xc_str_ends(address, "#"))
        address.len--;
    for (i = 0; i < XC_COUNT(addresses); i++) {
        if (xc_feed_name_is(address, addresses[i].address))
            return addresses[i].vocabulary;
    }
    return 0;
}

static bool
find_binding(const struct xc_feed_names *names, struct xc_str prefix, size_t *out)
{
    size_t i;

    for (i = names->n; i > 0; i--) {
        if (xc_str_equal(names->bindings[i - 1].prefix, prefix)) {
            *out = i - 1;
            return true;
        }
    }
    return false;
}

/* Binds prefix; false when memory is short. */
static bool
bind(struct xc_feed_names *names, struct xc_str prefix, unsigned vocabulary,
     size_t level, struct xc_arena *arena)
{
    struct xc_feed_binding *added;
    size_t known;

    /* Items that repeat what the root has bound need no place. */
    if (find_binding(names, prefix, &known) &&
        names->bindings[known].vocabulary == vocabulary)
        return true;
    if (names->n == XC_MAX_FEED_BINDINGS)
        return true;
    added = &names->bindings[names->n];
    if (!xc_arena_str(arena, prefix, &added->prefix))
        return false;
    added->vocabulary = vocabulary;
    added->level = level;
    names->n++;
    return true;
}

bool
xc_feed_names_open(struct xc_feed_names *names, const struct xc_attribute *attributes,
                   size_t n_attributes, size_t level, struct xc_arena *arena)
{
    size_t i;

    for (i = 0; i < n_attributes; i++) {
        const struct xc_str name = attributes[i].name;
        const unsigned vocabulary = vocabulary_at(attributes[i].value);
        struct xc_str prefix = XC_STR("");

        if (xc_str_starts(name, "xmlns:"))
            prefix = xc_str_sub(name, 6, name.len - 6);
        else if (!xc_str_is(name, "xmlns"))
            continue;
        if (!bind(names, prefix, vocabulary, level, arena))
            return false;
    }
    return true;
}

void
xc_feed_names_close(struct xc_feed_names *names, size_t level)
{
    while (names->n > 0 && names->bindings[names->n - 1].level >= level)
        names->n--;
}

static unsigned
vocabulary_of(const struct xc_feed_names *names, struct xc_str prefix)
{
    size_t i;

    if (find_binding(names, prefix, &i))
        return names->bindings[i].vocabulary;
    if (prefix.len == 0)
        return names->core;
    for (i = 0; i < XC_COUNT(prefixes); i++) {
        if (xc_str_is(prefix, prefixes[i].prefix))
            return prefixes[i].vocabulary;
    }
    return 0;
}

bool
xc_feed_names_root(struct xc_feed_names *names, struct xc_str name, bool *out_rdf)
{
    struct xc_str prefix;
    const struct xc_str local = xc_feed_name_local(name, &prefix);
    size_t bound;

    *out_rdf = xc_feed_name_is(local, "rdf");
    names->core = xc_feed_name_is(local, "feed") ? ATOM : RSS;
    if (*out_rdf)
        return true;
    /* <rss xmlns="http://www.w3.org/2005/Atom"> is RSS all the same. */
    if (find_binding(names, prefix, &bound))
        names->bindings[bound].vocabulary = names->core;
    return names->core == ATOM || xc_feed_name_is(local, "rss");
}

enum xc_feed_field
xc_feed_names_field(const struct xc_feed_names *names, struct xc_str name)
{
    struct xc_str prefix;
    const struct xc_str local = xc_feed_name_local(name, &prefix);
    const unsigned vocabulary = vocabulary_of(names, prefix);
    size_t i;

    for (i = 0; i < XC_COUNT(fields) && vocabulary != 0; i++) {
        if ((fields[i].vocabularies & vocabulary) != 0 &&
            xc_feed_name_is(local, fields[i].name))
            return fields[i].field;
    }
    return XC_FEED_FIELD_NONE;
}
