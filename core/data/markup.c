/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "data/html_scan.h"
#include "data/markup_memory.h"
#include "data/node.h"
#include "data/xml_scan.h"

/* One document on its way through the library. */
struct reading {
    struct xc_markup_out clean; /* what the library reads */
    struct xc_markup_cursor cursor;
    const struct xc_markup_handlers *handlers;
    void *context;
    xmlParserCtxt *parser;
    size_t text_off;  /* where text would begin: behind what was read last */
    bool in_script;   /* '&' is a character there */
    size_t depth;     /* of the open elements, the outermost of HTML counted */
    bool is_html;     /* names have XC_HTML_PREFIX, and one element is ours */
    size_t fault_off; /* XML: where it is not well formed … */
    char fault[160];  /* … and what the library says of it; "" when it is */
    struct xc_attribute attributes[XC_MAX_TAG_ATTRIBUTES];
};

static struct xc_str
str_of(const xmlChar *text)
{
    return text == NULL ? XC_STR("") : xc_str_of((const char *)text);
}

/* How far the library has read. */
static size_t
here(const struct reading *reading)
{
    const xmlParserInput *input = reading->parser->input;
    const size_t off = (size_t)input->consumed + (size_t)(input->cur - input->base);

    /* It counts otherwise once it has met what is no UTF-8. */
    return off < reading->clean.len ? off : reading->clean.len;
}

/* The element's own name. */
static struct xc_str
name_of(const struct reading *reading, const xmlChar *told)
{
    const size_t n = sizeof XC_HTML_PREFIX - 1;
    const struct xc_str name = str_of(told);

    return reading->is_html && xc_str_starts(name, XC_HTML_PREFIX)
               ? xc_str_sub(name, n, name.len - n)
               : name;
}

static void
take_open(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct reading *reading = context;
    const char *clean = reading->clean.ptr;
    const size_t end = here(reading); /* of the tag, but for its '>' or "/>" */
    size_t start = end;
    size_t n = 0;

    reading->text_off = end + (clean[end] == '/' ? 2 : 1);
    if (reading->depth++ == 0 && reading->is_html)
        return;
    reading->in_script = reading->is_html && (xc_str_is(str_of(name), "script") ||
                                              xc_str_is(str_of(name), "style"));
    while (attributes != NULL && n < XC_MAX_TAG_ATTRIBUTES &&
           attributes[2 * n] != NULL) {
        reading->attributes[n].name = str_of(attributes[2 * n]);
        reading->attributes[n].value = str_of(attributes[2 * n + 1]);
        n++;
    }
    /* No '<' stands in a value. */
    while (start > 0 && clean[start] != '<')
        start--;
    if (!reading->handlers->open(reading->context, name_of(reading, name),
                                 reading->attributes, n,
                                 xc_markup_cursor_line(&reading->cursor, start)))
        xc_markup_memory_leave(XC_NO_MEMORY);
}

static void
take_close(void *context, const xmlChar *name)
{
    struct reading *reading = context;

    reading->text_off = here(reading);
    reading->in_script = false;
    if (--reading->depth == 0 && reading->is_html)
        return;
    if (!reading->handlers->close(reading->context, name_of(reading, name)))
        xc_markup_memory_leave(XC_NO_MEMORY);
}

/* Whether text stands in the cleaned markup at off, as it is. */
static bool
stands_at(const struct reading *reading, struct xc_str text, size_t off)
{
    return off <= reading->clean.len && reading->clean.len - off >= text.len &&
           memcmp(reading->clean.ptr + off, text.ptr, text.len) == 0;
}

/*
 * The library may be a little further on than the text that it gives; but cleaned markup
 * has nothing between two events, so the text begins where the last one ended.
 */
static void
take_text(void *context, const xmlChar *bytes, int len)
{
    struct reading *reading = context;
    const struct xc_str text = {(const char *)bytes, len < 0 ? 0 : (size_t)len};
    const size_t len_all = reading->clean.len;
    const size_t start = reading->text_off < len_all ? reading->text_off : len_all;
    const bool is_reference = !reading->in_script && reading->clean.ptr[start] == '&';

    if (text.len == 0)
        return;
    if (!is_reference && stands_at(reading, text, start))
        reading->text_off = start + text.len;
    else
        reading->text_off = here(reading);
    if (!reading->handlers->text(reading->context, text,
                                 xc_markup_cursor_line(&reading->cursor, start)))
        xc_markup_memory_leave(XC_NO_MEMORY);
}

/* A CDATA section of XML, or the content of a script, which has no marks around it. */
static void
take_section(void *context, const xmlChar *bytes, int len)
{
    struct reading *reading = context;
    const bool has_marks = stands_at(reading, XC_STR("<![CDATA["), reading->text_off);

    if (has_marks && !reading->in_script) {
        reading->text_off += strlen("<![CDATA[");
        reading->in_script = true;
        take_text(context, bytes, len);
        reading->in_script = false;
        reading->text_off += strlen("]]>");
    } else {
        take_text(context, bytes, len);
    }
}

/* Remembers the first fault that makes a document not well formed. */
static void
take_fault(void *context, xmlErrorPtr error)
{
    struct reading *reading = context;
    struct xc_str message;

    if (error->level != XML_ERR_FATAL || reading->fault[0] != '\0')
        return;
    reading->fault_off = here(reading);
    if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 != NULL &&
        error->str2 != NULL) {
        (void)snprintf(reading->fault, sizeof reading->fault,
                       "</%s> where </%s> belongs", error->str2, error->str1);
        return;
    }
    message = xc_str_trim(xc_str_of(error->message == NULL ? "?" : error->message));
    if (message.len >= sizeof reading->fault)
        message.len = sizeof reading->fault - 1;
    memcpy(reading->fault, message.ptr, message.len);
    reading->fault[message.len] = '\0';
}

/* Events to us, not into a tree.  Version 1 of the interface: names with prefixes. */
static void
set_handlers(struct reading *reading, xmlParserCtxt *parser)
{
    xmlSAXHandler *sax = parser->sax;

    memset(sax, 0, sizeof *sax);
    sax->startElement = take_open;
    sax->endElement = take_close;
    sax->characters = take_text;
    sax->ignorableWhitespace = take_text;
    sax->cdataBlock = take_section;
    parser->userData = reading;
    /* Else the library guesses at the first byte over 0x7F. */
    parser->charset = XML_CHAR_ENCODING_UTF8;
    reading->parser = parser;
}

static void
parse_html(void *context)
{
    struct reading *reading = context;
    xmlParserCtxt *parser =
        htmlCreateMemoryParserCtxt(reading->clean.ptr, (int)reading->clean.len);

    if (parser == NULL)
        xc_markup_memory_leave(XC_NO_MEMORY);
    else
        set_handlers(reading, parser);
    /* Recovery, because else a script ends at any end tag in it. */
    (void)htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET |
                                         HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD |
                                         HTML_PARSE_IGNORE_ENC);
    (void)htmlParseDocument(parser);
}

static void
parse_xml(void *context)
{
    struct reading *reading = context;
    xmlParserCtxt *parser =
        xmlCreateMemoryParserCtxt(reading->clean.ptr, (int)reading->clean.len);

    if (parser == NULL)
        xc_markup_memory_leave(XC_NO_MEMORY);
    else
        set_handlers(reading, parser);
    /* A handler of the parser's own would bring version 2 of the interface with it. */
    xmlSetStructuredErrorFunc(reading, take_fault);
    /* Huge, because its own caps are lower than ours in part, and entities, which they are
     * against, there are none but XML's own: those are to be resolved in values, too. */
    (void)xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT);
    (void)xmlParseDocument(parser);
}

/* The character that HTML calls name. */
static uint32_t
html_entity(struct xc_str name)
{
    char text[40];
    const htmlEntityDesc *entity;

    if (name.len >= sizeof text)
        return 0;
    memcpy(text, name.ptr, name.len);
    text[name.len] = '\0';
    entity = htmlEntityLookup((const xmlChar *)text);
    return entity == NULL ? 0 : entity->value;
}

static void
forget_errors(void)
{
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlResetLastError();
}

void
xc_markup_prepare(void)
{
    /* The hooks come first: libxml2 doesn't look at what it is given when it starts. */
    (void)xmlMemSetup(xc_markup_memory_give, xc_markup_memory_take,
                      xc_markup_memory_grow, xc_markup_memory_copy);
    xmlInitParser();
}

enum xc_status
xc_markup_html(struct xc_str bytes, struct xc_str path,
               const struct xc_markup_handlers *handlers, void *context,
               struct xc_problems *problems)
{
    struct reading reading = {
        .handlers = handlers, .context = context, .is_html = true};
    struct xc_arena arena;
    enum xc_status status = XC_NO_MEMORY;

    xc_arena_init(&arena);
    reading.cursor.out = &reading.clean;
    if (xc_markup_out_init(&reading.clean, bytes, &arena))
        status = xc_html_scan(bytes, path, &reading.clean, problems);
    if (status == XC_OK)
        status = xc_markup_memory_run(parse_html, &reading, forget_errors);
    xc_arena_release(&arena);
    return status;
}

/* Tells what the library found wrong. */
static enum xc_status
tell_fault(struct reading *reading, struct xc_str bytes, struct xc_str path,
           struct xc_problems *problems)
{
    struct xc_place place;

    xc_place_of_offset((struct xc_str){reading->clean.ptr, reading->clean.len},
                       reading->fault_off, &place);
    place.line = xc_markup_cursor_line(&reading->cursor, reading->fault_off);
    place.path = path;
    place.excerpt = xc_node_excerpt(bytes, place.line);
    return xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, NULL,
                           "not well-formed XML: %s", reading->fault)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

enum xc_status
xc_markup_xml(struct xc_str bytes, struct xc_str path,
              const struct xc_markup_handlers *handlers, void *context,
              struct xc_problems *problems)
{
    struct reading reading = {.handlers = handlers, .context = context};
    struct xc_arena arena;
    enum xc_status scanned = XC_NO_MEMORY;
    enum xc_status status;

    xc_arena_init(&arena);
    reading.cursor.out = &reading.clean;
    if (xc_markup_out_init(&reading.clean, bytes, &arena))
        scanned = xc_xml_scan(bytes, path, html_entity, &reading.clean, problems);
    status = scanned;
    /* The library makes no parser for nothing.  What stands before a place that was
     * refused is read all the same. */
    if (scanned == XC_OK && reading.clean.len == 0)
        memcpy(reading.fault, "empty", sizeof "empty");
    else if (scanned != XC_NO_MEMORY && reading.clean.len > 0)
        status = xc_markup_memory_run(parse_xml, &reading, forget_errors);
    if (status == XC_OK && scanned != XC_OK)
        status = scanned;
    else if (status == XC_OK && reading.fault[0] != '\0')
        status = tell_fault(&reading, bytes, path, problems);
    xc_arena_release(&arena);
    return status;
}
