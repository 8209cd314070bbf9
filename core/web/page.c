/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/page.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "data/utf8.h"

/* Elements whose text is no text of the page. */
static const char *const mute[] = {"script", "style", "template", NULL};

/* Elements that part the word before them from the word behind them. */
static const char *const parting[] = {
    "address", "article", "aside",    "blockquote", "body",   "br",     "button",
    "caption", "center",  "dd",       "details",    "dialog", "dir",    "div",
    "dl",      "dt",      "fieldset", "figcaption", "figure", "footer", "form",
    "h1",      "h2",      "h3",       "h4",         "h5",     "h6",     "header",
    "hgroup",  "hr",      "html",     "iframe",     "legend", "li",     "main",
    "menu",    "nav",     "noscript", "ol",         "option", "p",      "pre",
    "section", "select",  "summary",  "table",      "tbody",  "td",     "textarea",
    "tfoot",   "th",      "thead",    "title",      "tr",     "ul",     "video",
    NULL,
};

/* A page while its events come in. */
struct building {
    struct xc_arena *arena;
    struct {
        struct xc_element *items;
        size_t n;
        size_t cap;
    } elements;
    struct {
        struct xc_piece *items;
        size_t n;
        size_t cap;
    } pieces;
    uint32_t open[XC_MAX_MARKUP_DEPTH + 1];
    uint32_t depth;
    uint32_t mute_depth; /* of the outermost mute element that is open, from 1 */
    bool goes_on;        /* no tag since the last piece */
    bool too_many;       /* elements; the line of the first that is: */
    size_t line;
    char *text; /* room for text, len_bytes of room_bytes taken */
    size_t len_bytes;
    size_t room_bytes;
};

static bool
copy_attributes(struct building *building, const struct xc_attribute *attributes,
                size_t n, struct xc_element *element)
{
    size_t i;

    if (n == 0)
        return true;
    element->attributes =
        xc_arena_array(building->arena, n, sizeof *element->attributes);
    if (element->attributes == NULL)
        return false;
    for (i = 0; i < n; i++) {
        if (!xc_arena_str(building->arena, attributes[i].name,
                          &element->attributes[i].name) ||
            !xc_arena_str(building->arena, attributes[i].value,
                          &element->attributes[i].value))
            return false;
    }
    element->n_attributes = n;
    return true;
}

/* Whether text begins with the lower-case word, whatever its own case. */
static bool
begins_with(struct xc_str text, const char *word)
{
    size_t i;

    for (i = 0; i < text.len && word[i] != '\0'; i++) {
        const char c = text.ptr[i];

        if (c != word[i] && !(c >= 'A' && c <= 'Z' && c - 'A' + 'a' == word[i]))
            return false;
    }
    return word[i] == '\0';
}

static bool
is_mute(const struct xc_element *element)
{
    const struct xc_str type = xc_str_trim(xc_element_attribute(element, "type"));

    if (!xc_element_is(element, mute))
        return false;
    return !xc_str_is(element->name, "script") ||
           !begins_with(type, "application/ld+json");
}

static bool
take_open(void *context, struct xc_str name, const struct xc_attribute *attributes,
          size_t n_attributes, size_t line)
{
    struct building *building = context;
    struct xc_element *element;

    if (building->elements.n >= XC_MAX_PAGE_ELEMENTS) {
        building->too_many = true;
        building->line = line;
        return false;
    }
    element = XC_VEC_ADD(&building->elements, building->arena);
    if (element == NULL || !xc_arena_str(building->arena, name, &element->name) ||
        !copy_attributes(building, attributes, n_attributes, element))
        return false;
    element->parent =
        building->depth == 0 ? XC_PAGE_NO_PARENT : building->open[building->depth - 1];
    element->first_piece = (uint32_t)building->pieces.n;
    element->depth = building->depth;
    element->line = (uint32_t)line;
    building->open[building->depth++] = (uint32_t)(building->elements.n - 1);
    if (building->mute_depth == 0 && is_mute(element))
        building->mute_depth = building->depth;
    building->goes_on = false;
    return true;
}

static bool
take_close(void *context, struct xc_str name)
{
    struct building *building = context;
    struct xc_element *element;

    (void)name; /* what is closed is what was opened last */
    if (building->mute_depth == building->depth)
        building->mute_depth = 0;
    element = &building->elements.items[building->open[--building->depth]];
    element->end = (uint32_t)building->elements.n;
    element->end_piece = (uint32_t)building->pieces.n;
    building->goes_on = false;
    return true;
}

/* Appends text to the room; a piece that goes on must stay in one part of it. */
static bool
add_text(struct building *building, struct xc_str text, struct xc_str *piece)
{
    if (building->room_bytes - building->len_bytes < text.len) {
        const size_t room = 2 * (piece->len + text.len) + 4096;
        char *at = xc_arena_alloc(building->arena, room);

        if (at == NULL)
            return false;
        if (piece->len > 0)
            memcpy(at, piece->ptr, piece->len);
        piece->ptr = at;
        building->text = at;
        building->len_bytes = piece->len;
        building->room_bytes = room;
    }
    if (piece->len == 0)
        piece->ptr = building->text + building->len_bytes;
    memcpy(building->text + building->len_bytes, text.ptr, text.len);
    building->len_bytes += text.len;
    piece->len += text.len;
    return true;
}

static bool
take_text(void *context, struct xc_str text, size_t line)
{
    struct building *building = context;
    struct xc_piece *piece;

    if (building->mute_depth > 0 ||
        (building->depth == 0 && xc_str_trim(text).len == 0))
        return true;
    /* Text in no element is the body's, and so is what follows. */
    if (building->depth == 0 && !take_open(context, XC_STR("body"), NULL, 0, line))
        return false;
    if (building->goes_on)
        return add_text(building, text,
                        &building->pieces.items[building->pieces.n - 1].text);
    piece = XC_VEC_ADD(&building->pieces, building->arena);
    if (piece == NULL || !add_text(building, text, &piece->text))
        return false;
    piece->element = building->open[building->depth - 1];
    piece->line = (uint32_t)line;
    building->goes_on = true;
    return true;
}

enum xc_status
xc_page_read(struct xc_str html, struct xc_str path, struct xc_arena *arena,
             struct xc_page *out, struct xc_problems *problems)
{
    static const struct xc_markup_handlers handlers = {take_open, take_close,
                                                       take_text};
    struct xc_place place = {.path = path};
    struct building building = {.arena = arena};
    enum xc_status status;

    /* References are longer than what they stand for, so this is nearly always enough
     * for all of the text. */
    building.room_bytes = html.len;
    building.text = xc_arena_alloc(arena, html.len);
    if (building.text == NULL)
        return XC_NO_MEMORY;
    status = xc_markup_html(html, path, &handlers, &building, problems);
    if (building.too_many) {
        place.line = building.line;
        return xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, NULL,
                               "more than %zu elements", XC_MAX_PAGE_ELEMENTS)
                   ? XC_BAD_INPUT
                   : XC_NO_MEMORY;
    }
    if (status != XC_OK)
        return status;
    if (building.depth > 0)
        (void)take_close(&building, XC_STR("body"));
    *out = (struct xc_page){.elements = building.elements.items,
                            .n_elements = building.elements.n,
                            .pieces = building.pieces.items,
                            .n_pieces = building.pieces.n};
    return XC_OK;
}

struct xc_str
xc_element_attribute(const struct xc_element *element, const char *name)
{
    size_t i;

    for (i = 0; i < element->n_attributes; i++) {
        if (xc_str_is(element->attributes[i].name, name))
            return element->attributes[i].value;
    }
    return (struct xc_str){NULL, 0};
}

bool
xc_element_is(const struct xc_element *element, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (xc_str_is(element->name, *names))
            return true;
    }
    return false;
}

/* A text with its white space made plain. */
struct plain {
    char *bytes;
    size_t len;
    bool space; /* before what comes next */
};

static void
add_plain(struct plain *plain, struct xc_str text)
{
    size_t off = 0;

    while (off < text.len) {
        uint32_t c = 0;
        size_t len = xc_utf8_decode(text, off, &c);

        if (len == 0)
            len = 1;
        if (xc_utf8_is_space(c)) {
            plain->space = true;
        } else {
            if (plain->space && plain->len > 0)
                plain->bytes[plain->len++] = ' ';
            plain->space = false;
            memcpy(plain->bytes + plain->len, text.ptr + off, len);
            plain->len += len;
        }
        off += len;
    }
}

/* Whether an element that parts words ends between the piece and the next one. */
static bool
parts_behind(const struct xc_page *page, size_t root, uint32_t piece)
{
    uint32_t at = page->pieces[piece].element;

    while (at != root && page->elements[at].end_piece <= piece + 1) {
        if (xc_element_is(&page->elements[at], parting))
            return true;
        at = page->elements[at].parent;
    }
    return false;
}

struct xc_str
xc_page_text(const struct xc_page *page, size_t element, struct xc_arena *arena)
{
    const struct xc_element *root = &page->elements[element];
    struct plain plain = {NULL, 0, false};
    size_t room = 1;
    size_t next = element + 1;
    uint32_t i;

    for (i = root->first_piece; i < root->end_piece; i++)
        room += page->pieces[i].text.len + 1;
    plain.bytes = xc_arena_alloc(arena, room);
    if (plain.bytes == NULL)
        return (struct xc_str){NULL, 0};
    for (i = root->first_piece; i < root->end_piece; i++) {
        for (; next < root->end && page->elements[next].first_piece <= i; next++) {
            if (xc_element_is(&page->elements[next], parting))
                plain.space = true;
        }
        add_plain(&plain, page->pieces[i].text);
        if (parts_behind(page, element, i))
            plain.space = true;
    }
    plain.bytes[plain.len] = '\0';
    return (struct xc_str){plain.bytes, plain.len};
}
