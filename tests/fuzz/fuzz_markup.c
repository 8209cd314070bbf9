/* SPDX-License-Identifier: Apache-2.0 */
/* HTML and XML into events: balanced, no deeper than is told, each with its line. */
#include "config.h"

#include "base/limits.h"
#include "data/markup.h"
#include "reading.h"

enum { NAME_BYTES = 32 };

/* What is open. */
struct events {
    struct {
        char name[NAME_BYTES]; /* its beginning */
        size_t len;
    } open[XC_MAX_MARKUP_DEPTH + 1];
    size_t depth;
    size_t line; /* of the last tag */
    size_t n_lines;
    bool is_html;
};

static void
check_line(struct events *events, size_t line)
{
    assert(line >= 1 && line <= events->n_lines);
}

static bool
open_element(void *context, struct xc_str name, const struct xc_attribute *attributes,
             size_t n_attributes, size_t line)
{
    struct events *events = context;
    size_t kept = name.len < NAME_BYTES ? name.len : NAME_BYTES;
    size_t i;

    invariant_utf8(name);
    assert(name.len > 0 && n_attributes <= XC_MAX_TAG_ATTRIBUTES);
    for (i = 0; i < name.len && events->is_html; i++)
        assert(name.ptr[i] < 'A' || name.ptr[i] > 'Z');
    for (i = 0; i < n_attributes; i++) {
        invariant_utf8(attributes[i].name);
        invariant_utf8(attributes[i].value);
    }
    check_line(events, line);
    assert(events->depth <= XC_MAX_MARKUP_DEPTH);
    memcpy(events->open[events->depth].name, name.ptr, kept);
    events->open[events->depth++].len = name.len;
    return true;
}

static bool
close_element(void *context, struct xc_str name)
{
    struct events *events = context;
    size_t kept = name.len < NAME_BYTES ? name.len : NAME_BYTES;

    assert(events->depth > 0);
    events->depth--;
    assert(events->open[events->depth].len == name.len);
    assert(memcmp(events->open[events->depth].name, name.ptr, kept) == 0);
    return true;
}

static bool
take_text(void *context, struct xc_str text, size_t line)
{
    struct events *events = context;

    invariant_utf8(text);
    assert(text.len > 0);
    check_line(events, line);
    return true;
}

static void
read_markup(struct xc_str text, bool is_html, struct xc_arena *arena)
{
    static const struct xc_markup_handlers handlers = {open_element, close_element,
                                                       take_text};
    struct events events = {
        .depth = 0, .n_lines = reading_lines(text), .is_html = is_html};
    struct xc_problems problems;
    enum xc_status status;

    xc_problems_init(&problems, arena);
    status = is_html
                 ? xc_markup_html(text, XC_STR("a.html"), &handlers, &events, &problems)
                 : xc_markup_xml(text, XC_STR("a.xml"), &handlers, &events, &problems);
    assert(status == XC_OK || (status == XC_BAD_INPUT && problems.n > 0));
    assert(status != XC_OK || events.depth == 0);
    invariant_problems(&problems);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_arena arena;
    struct xc_str text;

    xc_markup_prepare();
    xc_arena_init(&arena);
    text = harness_utf8(harness_input(bytes, n_bytes), &arena);
    read_markup(text, true, &arena);
    read_markup(text, false, &arena);
    xc_arena_release(&arena);
    return 0;
}
