/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed.h"

#include <assert.h>

#include "base/limits.h"
#include "web/charset.h"
#include "web/feed_making.h"
#include "web/feed_text.h"
#include "web/feed_url.h"

enum role {
    ROLE_NOTHING, /* passed over with all that is in it */
    ROLE_ROOT,    /* "rss", "rdf:RDF" */
    ROLE_CHANNEL, /* "channel", "feed" */
    ROLE_ITEM,
    ROLE_PERSON, /* Atom's author */
    ROLE_ORIGIN, /* Atom's source */
    ROLE_FIELD,  /* its content is captured */
};

struct level {
    enum role role;
    enum xc_feed_field field;
    struct xc_feed_place place;
};

/* root, channel, item, person, name; what is deeper is within a field or nothing */
#define MOST_LEVELS ((size_t)5)

struct reader {
    struct xc_arena *arena;
    struct xc_feed_names names;
    struct xc_feed_making making;
    struct xc_feed_capture capture;
    struct level levels[MOST_LEVELS];
    size_t n_levels;
    size_t n_inside;      /* elements open within the innermost level */
    size_t lines_skipped; /* before the bytes that are parsed */
    bool is_feed;
    bool is_other; /* the outermost element is that of something else */
};

/* What an element is by the one around it. */
static enum role
role_in(enum role around, enum xc_feed_field field)
{
    const bool person = field == XC_FEED_FIELD_PERSON;

    switch (around) {
    case ROLE_ROOT:
        /* RSS 1.0 has its items beside the channel. */
        if (field == XC_FEED_FIELD_CHANNEL)
            return ROLE_CHANNEL;
        return field == XC_FEED_FIELD_ITEM ? ROLE_ITEM : ROLE_NOTHING;
    case ROLE_CHANNEL:
        if (field == XC_FEED_FIELD_ITEM)
            return ROLE_ITEM;
        if (field == XC_FEED_FIELD_TITLE || field == XC_FEED_FIELD_ATOM_TITLE ||
            field == XC_FEED_FIELD_LINK || field == XC_FEED_FIELD_LANGUAGE)
            return ROLE_FIELD;
        return person ? ROLE_PERSON : ROLE_NOTHING;
    case ROLE_ITEM:
        if (field == XC_FEED_FIELD_ATOM_SOURCE)
            return ROLE_ORIGIN;
        if (field == XC_FEED_FIELD_NONE || field == XC_FEED_FIELD_CHANNEL ||
            field == XC_FEED_FIELD_ITEM || field == XC_FEED_FIELD_NAME)
            return ROLE_NOTHING;
        return person ? ROLE_PERSON : ROLE_FIELD;
    case ROLE_PERSON:
        return field == XC_FEED_FIELD_NAME ? ROLE_FIELD : ROLE_NOTHING;
    case ROLE_ORIGIN:
        return field == XC_FEED_FIELD_ATOM_TITLE ? ROLE_FIELD : ROLE_NOTHING;
    case ROLE_NOTHING:
    case ROLE_FIELD:
        break;
    }
    return ROLE_NOTHING;
}

/* How an Atom element's content is written. */
enum form { FORM_PLAIN, FORM_HTML, FORM_INLINE, FORM_OTHER };

static enum form
form_of(const struct xc_attribute *attributes, size_t n_attributes)
{
    const struct xc_str type = xc_feed_attribute(attributes, n_attributes, "type");
    const struct xc_str mode = xc_feed_attribute(attributes, n_attributes, "mode");
    const struct xc_str src = xc_feed_attribute(attributes, n_attributes, "src");

    if (src.len > 0 || xc_feed_name_is(mode, "base64"))
        return FORM_OTHER;
    if (type.len == 0 || xc_feed_name_is(type, "text") ||
        xc_feed_name_is(type, "text/plain"))
        return FORM_PLAIN;
    if (xc_feed_name_is(type, "html") || xc_feed_name_is(type, "text/html"))
        return FORM_HTML;
    if (xc_feed_name_is(type, "xhtml") ||
        xc_feed_name_is(type, "application/xhtml+xml"))
        return FORM_INLINE;
    return FORM_OTHER;
}

/* Begins to capture a field; false when its content is no text. */
static bool
begin_capture(struct reader *reader, enum xc_feed_field field,
              const struct xc_attribute *attributes, size_t n_attributes)
{
    bool escape = false;

    if (field == XC_FEED_FIELD_ATOM_TITLE || field == XC_FEED_FIELD_ATOM_SUMMARY ||
        field == XC_FEED_FIELD_ATOM_CONTENT) {
        const enum form form = form_of(attributes, n_attributes);

        if (form == FORM_OTHER)
            return false;
        escape = form != FORM_HTML;
    } else if (field == XC_FEED_FIELD_INLINE || field == XC_FEED_FIELD_NAME) {
        escape = true;
    }
    xc_feed_capture_begin(&reader->capture, escape);
    return true;
}

/* What the attributes of a field's element say. */
static bool
take_attributes(struct reader *reader, enum xc_feed_field field,
                const struct xc_attribute *attributes, size_t n_attributes,
                const struct xc_feed_place *place)
{
    const struct xc_str permanent =
        xc_feed_attribute(attributes, n_attributes, "isPermaLink");

    if (field == XC_FEED_FIELD_LINK)
        return xc_feed_making_link(&reader->making, attributes, n_attributes, place);
    if (field == XC_FEED_FIELD_ID && xc_feed_name_is(permanent, "false"))
        xc_feed_making_no_address(&reader->making);
    return true;
}

/* Where an element is, with what it inherits; strings live in the reader's arena. */
static bool
make_place(struct reader *reader, const struct xc_attribute *attributes,
           size_t n_attributes, size_t line, struct xc_feed_place *out)
{
    const struct xc_str base = xc_feed_attribute(attributes, n_attributes, "xml:base");
    const struct xc_str language =
        xc_feed_attribute(attributes, n_attributes, "xml:lang");
    struct xc_str copy;

    *out = (struct xc_feed_place){
        .line = line, .base = XC_STR(""), .language = XC_STR("")};
    if (reader->n_levels > 0)
        out->base = reader->levels[reader->n_levels - 1].place.base;
    if (language.len > 0 && !xc_arena_str(reader->arena, language, &out->language))
        return false;
    return base.len == 0 ||
           (xc_arena_str(reader->arena, base, &copy) &&
            xc_feed_url_resolve(out->base, copy, reader->arena, &out->base));
}

/* The outermost element; that of no feed has nothing in it. */
static void
open_root(struct reader *reader, struct xc_str name, struct level *level)
{
    bool rdf;

    if (!xc_feed_names_root(&reader->names, name, &rdf)) {
        reader->is_other = true;
        return;
    }
    level->role = xc_feed_name_is(xc_feed_name_local(name, NULL), "feed") ? ROLE_CHANNEL
                                                                          : ROLE_ROOT;
    /* Much else is RDF. */
    reader->is_feed = !rdf;
}

static bool
open_level(struct reader *reader, struct xc_str name,
           const struct xc_attribute *attributes, size_t n_attributes, size_t line)
{
    struct level level = {.role = ROLE_NOTHING};

    assert(reader->n_levels < MOST_LEVELS);
    if (!xc_feed_names_open(&reader->names, attributes, n_attributes, reader->n_levels,
                            reader->arena) ||
        !make_place(reader, attributes, n_attributes, line, &level.place))
        return false;
    if (reader->n_levels == 0) {
        open_root(reader, name, &level);
    } else {
        level.field = xc_feed_names_field(&reader->names, name);
        level.role = role_in(reader->levels[reader->n_levels - 1].role, level.field);
    }
    if (level.role == ROLE_FIELD &&
        !begin_capture(reader, level.field, attributes, n_attributes))
        level.role = ROLE_NOTHING;
    reader->levels[reader->n_levels++] = level;
    if (level.role == ROLE_FIELD)
        return take_attributes(reader, level.field, attributes, n_attributes,
                               &level.place);
    if (level.role == ROLE_CHANNEL || level.role == ROLE_ITEM)
        reader->is_feed = true;
    if ((level.role == ROLE_ROOT || level.role == ROLE_CHANNEL) &&
        level.place.language.len > 0)
        reader->making.channel.language = level.place.language;
    return level.role != ROLE_ITEM ||
           xc_feed_making_begin(
               &reader->making,
               xc_feed_attribute(attributes, n_attributes, "rdf:about"), &level.place);
}

static bool
take_open(void *context, struct xc_str name, const struct xc_attribute *attributes,
          size_t n_attributes, size_t line)
{
    struct reader *reader = context;
    const enum role role =
        reader->n_levels == 0 ? ROLE_ROOT : reader->levels[reader->n_levels - 1].role;

    line += reader->lines_skipped;
    if (role != ROLE_FIELD && role != ROLE_NOTHING)
        return open_level(reader, name, attributes, n_attributes, line);
    reader->n_inside++;
    return role == ROLE_NOTHING ||
           xc_feed_capture_open(&reader->capture, name, attributes, n_attributes, line);
}

static bool
close_level(struct reader *reader)
{
    const struct level *level = &reader->levels[--reader->n_levels];
    enum xc_feed_field field = level->field;

    xc_feed_names_close(&reader->names, reader->n_levels);
    if (level->role == ROLE_ITEM)
        return xc_feed_making_end(&reader->making);
    if (level->role != ROLE_FIELD)
        return true;
    if (reader->levels[reader->n_levels - 1].role == ROLE_ORIGIN)
        field = XC_FEED_FIELD_ATOM_SOURCE;
    return xc_feed_making_take(&reader->making, field, &reader->capture, &level->place);
}

static bool
take_close(void *context, struct xc_str name)
{
    struct reader *reader = context;

    if (reader->n_levels == 0)
        return true;
    if (reader->n_inside == 0)
        return close_level(reader);
    reader->n_inside--;
    return reader->levels[reader->n_levels - 1].role != ROLE_FIELD ||
           xc_feed_capture_close(&reader->capture, name);
}

static bool
take_text(void *context, struct xc_str text, size_t line)
{
    struct reader *reader = context;

    return reader->n_levels == 0 ||
           reader->levels[reader->n_levels - 1].role != ROLE_FIELD ||
           xc_feed_capture_text(&reader->capture, text, line + reader->lines_skipped);
}

/* White space before the XML declaration, which XML forbids and feeds have. */
static struct xc_str
skip_white_space(struct xc_str bytes, size_t *out_lines)
{
    size_t n = 0;
    size_t i;

    if (xc_str_starts(bytes, "\xEF\xBB\xBF"))
        bytes = xc_str_sub(bytes, 3, bytes.len - 3);
    for (i = 0; i < bytes.len && (bytes.ptr[i] == ' ' || bytes.ptr[i] == '\t' ||
                                  bytes.ptr[i] == '\r' || bytes.ptr[i] == '\n');
         i++)
        n += bytes.ptr[i] == '\n';
    *out_lines = n;
    return xc_str_sub(bytes, i, bytes.len - i);
}

/* Refuses what is no text in UTF-8.  XC_BAD_INPUT: told. */
static enum xc_status
check_bytes(struct xc_str path, struct xc_str bytes, struct xc_problems *problems)
{
    const struct xc_place place = {.path = path};
    const char *wide = xc_charset_wide(bytes);

    if (wide == NULL)
        return XC_OK;
    return xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, NULL,
                           "is %s; save it as UTF-8", wide)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

/* Tells what is wrong with a feed that was read to its end. */
static enum xc_status
judge(const struct reader *reader, struct xc_str path, struct xc_problems *problems)
{
    const struct xc_place place = {.path = path};
    const size_t n_left_out = reader->making.n_left_out;

    if (!reader->is_feed)
        return xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place,
                               "a feed begins with <rss>, <feed> or <rdf:RDF>",
                               "is XML, but neither RSS nor Atom")
                   ? XC_BAD_INPUT
                   : XC_NO_MEMORY;
    if (n_left_out > 0 &&
        !xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place,
                         "split the feed into several files",
                         "more than %zu items; the last %zu are not read",
                         XC_MAX_FEED_ITEMS, n_left_out))
        return XC_NO_MEMORY;
    return XC_OK;
}

enum xc_status
xc_feed_parse(struct xc_str path, struct xc_str bytes, struct xc_arena *arena,
              struct xc_feed *out, struct xc_problems *problems)
{
    static const struct xc_markup_handlers handlers = {take_open, take_close,
                                                       take_text};
    struct reader *reader = xc_arena_array(arena, 1, sizeof *reader);
    struct xc_html_rules rules;
    struct xc_problems met;
    enum xc_status status = check_bytes(path, bytes, problems);
    bool broken;

    if (status != XC_OK)
        return status;
    if (reader == NULL)
        return XC_NO_MEMORY;
    reader->arena = arena;
    reader->capture.arena = arena;
    xc_feed_making_init(&reader->making, arena);
    xc_problems_init(&met, arena);
    bytes = skip_white_space(bytes, &reader->lines_skipped);
    status = xc_markup_xml(bytes, path, &handlers, reader, &met);
    broken = status == XC_BAD_INPUT;
    /* Of a page or a map of a site it says nothing where its XML breaks. */
    if (!reader->is_other &&
        !xc_feed_relay(&met, reader->lines_skipped, NULL, problems))
        return XC_NO_MEMORY;
    if (broken && (reader->is_other || reader->making.items.n > 0))
        status = XC_OK;
    if (status == XC_OK)
        status = judge(reader, path, problems);
    if (status == XC_OK)
        status = xc_html_rules_load(arena, &rules);
    if (status != XC_OK)
        return status;
    xc_feed_making_finish(&reader->making, out);
    out->rules = rules;
    out->broken = broken || reader->making.n_left_out > 0;
    return XC_OK;
}
