/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_facts.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "data/utf8.h"
#include "source/line.h"

/* Elements that stand inside a line; all others begin and end one. */
static const char *const inline_names[] = {
    "a",      "abbr",   "acronym", "b",   "bdi",  "bdo",  "big",  "cite", "code",
    "data",   "del",    "dfn",     "em",  "font", "i",    "img",  "ins",  "kbd",
    "label",  "mark",   "nobr",    "q",   "s",    "samp", "span", "time", "small",
    "strike", "strong", "sub",     "sup", "tt",   "u",    "var",  "wbr",  NULL};

/* Elements whose text nobody sees. */
static const char *const unseen_names[] = {"script", "style",  "title",    "template",
                                           "svg",    "option", "textarea", NULL};

static struct xc_str
lower_case(struct xc_str text, struct xc_arena *arena)
{
    char *copy = xc_arena_copy(arena, text.len == 0 ? "" : text.ptr, text.len);
    size_t i;

    if (copy == NULL)
        return (struct xc_str){NULL, 0};
    for (i = 0; i < text.len; i++) {
        if (xc_line_is_upper(copy[i]))
            copy[i] = (char)xc_line_lower(copy[i]);
    }
    return (struct xc_str){copy, text.len};
}

bool
xc_html_facts_holds(struct xc_str text, const char *word)
{
    const size_t len = strlen(word);
    size_t off;

    for (off = 0; len <= text.len && off <= text.len - len; off++) {
        size_t i = 0;

        while (i < len && xc_line_lower(text.ptr[off + i]) == word[i])
            i++;
        if (i == len)
            return true;
    }
    return false;
}

/* Collects text with its white space runs made one space. */
struct collector {
    char *bytes; /* with room for all that comes */
    size_t n;
    bool parted; /* white space came last */
};

static void
collect(struct collector *to, struct xc_str text)
{
    size_t off = 0;

    while (off < text.len) {
        uint32_t code = 0;
        size_t len = xc_utf8_decode(text, off, &code);

        if (len == 0)
            len = 1;
        if (code < 0x20 || code == 0x7F || xc_utf8_is_space(code)) {
            to->parted = true;
        } else {
            if (to->parted && to->n > 0)
                to->bytes[to->n++] = ' ';
            to->parted = false;
            memcpy(to->bytes + to->n, text.ptr + off, len);
            to->n += len;
        }
        off += len;
    }
}

static bool
collect_event(void *context, struct xc_str text, size_t line)
{
    (void)line;
    collect(context, text);
    return true;
}

static bool
collect_open(void *context, struct xc_str name, const struct xc_attribute *attributes,
             size_t n_attributes, size_t line)
{
    (void)context;
    (void)name;
    (void)attributes;
    (void)n_attributes;
    (void)line;
    return true;
}

static bool
collect_close(void *context, struct xc_str name)
{
    (void)context;
    (void)name;
    return true;
}

/* Whether something in text is still written for a browser: "&amp;", "<i>". */
static bool
has_markup(struct xc_str text)
{
    size_t i;

    for (i = 0; i + 1 < text.len; i++) {
        const char next = text.ptr[i + 1];

        if ((text.ptr[i] == '&' && next != ' ') ||
            (text.ptr[i] == '<' && (next == '/' || xc_line_is_letter(next))))
            return true;
    }
    return false;
}

struct xc_str
xc_html_facts_plain(struct xc_str text, struct xc_arena *arena)
{
    static const struct xc_markup_handlers handlers = {collect_open, collect_close,
                                                       collect_event};
    /* A space may come before every character. */
    struct collector to = {.bytes = xc_arena_alloc(arena, 2 * text.len + 1)};
    enum xc_status status = XC_BAD_INPUT;

    if (to.bytes == NULL)
        return (struct xc_str){NULL, 0};
    if (has_markup(text)) {
        struct xc_problems unheard;

        xc_problems_init(&unheard, arena);
        status = xc_markup_html(text, XC_STR(""), &handlers, &to, &unheard);
        if (status == XC_NO_MEMORY)
            return (struct xc_str){NULL, 0};
    }
    if (status != XC_OK) {
        to.n = 0;
        to.parted = false;
        collect(&to, text);
    }
    return (struct xc_str){to.bytes, to.n};
}

static bool
add_element(struct xc_html_element_vec *vec, size_t element, struct xc_arena *arena)
{
    uint32_t *added;

    if (vec->n >= XC_MAX_PAGE_FACTS)
        return true;
    added = XC_VEC_ADD(vec, arena);
    if (added != NULL)
        *added = (uint32_t)element;
    return added != NULL;
}

static bool
add_meta(struct xc_html_facts *facts, const struct xc_element *element)
{
    static const char *const key_names[] = {"name", "property", "http-equiv"};
    struct xc_str value = xc_element_attribute(element, "content");
    size_t i;

    if (value.len == 0)
        value = xc_element_attribute(element, "value");
    for (i = 0; i < XC_COUNT(key_names) && value.len > 0; i++) {
        const struct xc_str key =
            xc_str_trim(xc_element_attribute(element, key_names[i]));
        struct xc_html_meta *meta;

        if (key.len == 0 || facts->metas.n >= XC_MAX_PAGE_FACTS)
            continue;
        meta = XC_VEC_ADD(&facts->metas, facts->arena);
        if (meta == NULL)
            return false;
        meta->key = lower_case(key, facts->arena);
        meta->value = xc_html_facts_plain(value, facts->arena);
        if (meta->key.ptr == NULL || meta->value.ptr == NULL)
            return false;
    }
    return true;
}

/* One prop for each word of the itemprop. */
static bool
add_props(struct xc_html_facts *facts, size_t element, uint32_t scope)
{
    struct xc_str rest =
        xc_element_attribute(&facts->page->elements[element], "itemprop");
    struct xc_str word;

    while (rest.len > 0 && xc_line_next_word(&rest, &word)) {
        struct xc_html_prop *prop;

        if (facts->props.n >= XC_MAX_PAGE_FACTS)
            return true;
        prop = XC_VEC_ADD(&facts->props, facts->arena);
        if (prop == NULL)
            return false;
        prop->name = lower_case(word, facts->arena);
        prop->element = (uint32_t)element;
        prop->scope = scope;
        if (prop->name.ptr == NULL)
            return false;
    }
    return true;
}

static bool
is_in_svg(const struct xc_page *page, size_t element)
{
    uint32_t at = page->elements[element].parent;

    while (at != XC_PAGE_NO_PARENT && !xc_str_is(page->elements[at].name, "svg"))
        at = page->elements[at].parent;
    return at != XC_PAGE_NO_PARENT;
}

/* Takes from element what is said once in a page; false when memory is short. */
static bool
take_element(struct xc_html_facts *facts, size_t i)
{
    const struct xc_element *element = &facts->page->elements[i];

    if (xc_str_is(element->name, "meta"))
        return add_meta(facts, element);
    if (xc_str_is(element->name, "h1"))
        return add_element(&facts->headings, i, facts->arena);
    if (xc_str_is(element->name, "time"))
        return add_element(&facts->times, i, facts->arena);
    if (xc_str_is(element->name, "img") && xc_element_attribute(element, "alt").len > 0)
        return add_element(&facts->images, i, facts->arena);
    if (xc_str_is(element->name, "a") &&
        xc_html_facts_holds(xc_element_attribute(element, "rel"), "author"))
        return add_element(&facts->author_links, i, facts->arena);
    if (xc_str_is(element->name, "script") &&
        xc_html_facts_holds(xc_element_attribute(element, "type"), "ld+json"))
        return add_element(&facts->scripts, i, facts->arena);
    if (xc_str_is(element->name, "html") && facts->language.len == 0) {
        facts->language = xc_str_trim(xc_element_attribute(element, "lang"));
        if (facts->language.len == 0)
            facts->language = xc_str_trim(xc_element_attribute(element, "xml:lang"));
    } else if (xc_str_is(element->name, "link") && facts->canonical.len == 0 &&
               xc_html_facts_holds(xc_element_attribute(element, "rel"), "canonical")) {
        facts->canonical = xc_str_trim(xc_element_attribute(element, "href"));
    } else if (xc_str_is(element->name, "title") && facts->title.len == 0 &&
               !is_in_svg(facts->page, i)) {
        facts->title = xc_html_facts_text(facts, i);
        return facts->title.ptr != NULL;
    }
    return true;
}

/* What the elements that hold an element make of it. */
struct surroundings {
    uint32_t scope; /* innermost itemscope, itself included */
    uint32_t block; /* innermost block, itself included */
    bool unseen;
};

/* The lines of the page.  Pieces of one block stand in one line unless a piece of
 * another block or a "br" comes between. */
static bool
make_lines(struct xc_html_facts *facts, const struct surroundings *around)
{
    const struct xc_page *page = facts->page;
    struct collector to = {NULL, 0, false};
    struct xc_html_line *line = NULL;
    size_t next_break = 0;
    size_t n_bytes = 0;
    size_t i;

    for (i = 0; i < page->n_pieces; i++)
        n_bytes += page->pieces[i].text.len;
    to.bytes = xc_arena_alloc(facts->arena, 2 * n_bytes + 1);
    if (to.bytes == NULL)
        return false;
    n_bytes = 0;
    for (i = 0; i < page->n_pieces; i++) {
        const struct xc_piece *piece = &page->pieces[i];
        const struct surroundings *here = &around[piece->element];
        bool broken = false;

        /* "br" elements between the piece before and this one. */
        while (next_break < page->n_elements &&
               page->elements[next_break].first_piece <= i) {
            if (xc_str_is(page->elements[next_break].name, "br"))
                broken = true;
            next_break++;
        }
        if (here->unseen)
            continue;
        if (line == NULL || broken || line->block != here->block) {
            n_bytes += to.n;
            to = (struct collector){to.bytes + to.n, 0, false};
            /* A line that stayed empty is used again. */
            if (line == NULL || line->text.len > 0)
                line = XC_VEC_ADD(&facts->lines, facts->arena);
            if (line == NULL)
                return false;
            *line = (struct xc_html_line){
                .element = piece->element, .block = here->block, .off_bytes = n_bytes};
        }
        collect(&to, piece->text);
        line->text = (struct xc_str){to.bytes, to.n};
        line->last_piece = (uint32_t)i;
    }
    return true;
}

enum xc_status
xc_html_facts_gather(const struct xc_page *page, struct xc_arena *arena,
                     struct xc_html_facts *out)
{
    struct surroundings *around =
        xc_arena_array(arena, page->n_elements + 1, sizeof *around);
    struct xc_html_facts facts = {.page = page,
                                  .arena = arena,
                                  .title = XC_STR(""),
                                  .canonical = XC_STR(""),
                                  .language = XC_STR("")};
    size_t i;

    if (around == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < page->n_elements; i++) {
        const struct xc_element *element = &page->elements[i];
        const struct surroundings outer =
            element->parent == XC_PAGE_NO_PARENT
                ? (struct surroundings){XC_PAGE_NO_PARENT, XC_PAGE_NO_PARENT, false}
                : around[element->parent];

        around[i] = outer;
        if (!xc_element_is(element, inline_names))
            around[i].block = (uint32_t)i;
        if (xc_element_is(element, unseen_names))
            around[i].unseen = true;
        if (xc_element_attribute(element, "itemscope").ptr != NULL)
            around[i].scope = (uint32_t)i;
        if (!take_element(&facts, i) || !add_props(&facts, i, outer.scope))
            return XC_NO_MEMORY;
    }
    if (!make_lines(&facts, around))
        return XC_NO_MEMORY;
    *out = facts;
    return XC_OK;
}

struct xc_str
xc_html_facts_meta(const struct xc_html_facts *facts, const char *key)
{
    size_t i;

    for (i = 0; i < facts->metas.n; i++) {
        if (facts->metas.items[i].value.len > 0 &&
            xc_str_is(facts->metas.items[i].key, key))
            return facts->metas.items[i].value;
    }
    return XC_STR("");
}

struct xc_str
xc_html_facts_first(const struct xc_html_facts *facts, const char *const *keys)
{
    struct xc_str value = XC_STR("");

    for (; *keys != NULL && value.len == 0; keys++)
        value = xc_html_facts_meta(facts, *keys);
    return value;
}

struct xc_str
xc_html_facts_text(const struct xc_html_facts *facts, size_t element)
{
    const struct xc_element *at = &facts->page->elements[element];
    size_t n_bytes = 0;
    struct xc_str text;
    uint32_t i;

    for (i = at->first_piece; i < at->end_piece; i++) {
        n_bytes += facts->page->pieces[i].text.len;
        if (n_bytes > XC_MAX_PAGE_FACT_BYTES)
            return XC_STR("");
    }
    text = xc_page_text(facts->page, element, facts->arena);
    return text.ptr == NULL ? text : xc_html_facts_plain(text, facts->arena);
}

struct xc_str
xc_html_facts_value(const struct xc_html_facts *facts, uint32_t element)
{
    static const char *const names[] = {"content", "datetime"};
    const struct xc_element *at = &facts->page->elements[element];
    struct xc_str text;
    size_t i;

    for (i = 0; i < XC_COUNT(names); i++) {
        text = xc_element_attribute(at, names[i]);
        if (text.len > 0)
            return xc_html_facts_plain(text, facts->arena);
    }
    return xc_html_facts_text(facts, element);
}

struct xc_str
xc_html_facts_type(const struct xc_html_facts *facts, uint32_t element)
{
    struct xc_str type = XC_STR("");
    size_t slash;

    if (element == XC_PAGE_NO_PARENT)
        return type;
    type =
        xc_str_trim(xc_element_attribute(&facts->page->elements[element], "itemtype"));
    while ((slash = xc_str_find(type, 0, '/')) < type.len)
        type = xc_str_sub(type, slash + 1, type.len - slash - 1);
    return type;
}
