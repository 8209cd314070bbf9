/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/html_scan.h"

#include "data/html_nesting.h"
#include "data/html_tag.h"
#include "data/markup_caps.h"
#include "data/markup_reference.h"

struct scan {
    struct xc_str html;
    struct xc_markup_out *out;
    struct xc_markup_caps caps;
    struct xc_html_nesting *nesting;
    struct xc_html_tag *tag; /* room for the one that is read */
    size_t at;               /* what is before it was read */
    bool is_xhtml;           /* "<script/>" is a whole script */
    enum xc_status status;
};

/* The name under which the library is told of an element. */
struct told_name {
    char bytes[sizeof XC_HTML_PREFIX + XC_MAX_MARKUP_NAME_BYTES];
    struct xc_str str;
};

static void
tell_name(struct xc_str name, struct told_name *out)
{
    size_t n = sizeof XC_HTML_PREFIX - 1;

    if (xc_str_is(name, "script") || xc_str_is(name, "style"))
        n = 0;
    memcpy(out->bytes, XC_HTML_PREFIX, n);
    memcpy(out->bytes + n, name.ptr, name.len);
    out->str = (struct xc_str){out->bytes, n + name.len};
}

static void
pop_to(struct scan *scan, size_t keep)
{
    while (xc_html_nesting_must_pop(scan->nesting, keep)) {
        struct told_name name;

        tell_name(xc_html_nesting_pop(scan->nesting), &name);
        xc_markup_out_put(scan->out, XC_STR("</"));
        xc_markup_out_put(scan->out, name.str);
        xc_markup_out_char(scan->out, '>');
    }
}

/* Tells that what begins at off never ends; the page is read no further. */
static void
leave_unended(struct scan *scan, size_t off, const char *what)
{
    if (xc_markup_caps_fault(
            &scan->caps, off,
            "the %s that begins here never ends; what follows is not read",
            what) == XC_NO_MEMORY)
        scan->status = XC_NO_MEMORY;
    scan->at = scan->html.len;
}

/* Whether a '<' of text may stand as it is, because of what is written behind it. */
static bool
stays_text(struct xc_str text, size_t at)
{
    return at + 1 < text.len && text.ptr[at + 1] != '\0' &&
           strchr(" \n<&>=-\"'.,;()$0123456789", text.ptr[at + 1]) != NULL;
}

/* Text up to end.  with_references: "&amp;" is one. */
static void
write_text(struct scan *scan, size_t end, bool with_references)
{
    const struct xc_str html = xc_str_sub(scan->html, 0, end);
    size_t start = scan->at;
    size_t at = start;

    while (at < end) {
        const char c = html.ptr[at];

        if (c != '&' && (c != '<' || stays_text(html, at))) {
            at++;
            continue;
        }
        xc_markup_out_text(scan->out, xc_str_sub(html, start, at - start));
        if (c == '&' && with_references) {
            at += xc_markup_reference_html(html, at, false, scan->out);
        } else {
            xc_markup_out_put(scan->out, c == '&' ? XC_STR("&amp;") : XC_STR("&lt;"));
            at++;
        }
        start = at;
    }
    xc_markup_out_text(scan->out, xc_str_sub(html, start, end - start));
    scan->at = end;
}

/* Passes everything up to end. */
static void
lose(struct scan *scan, size_t end)
{
    xc_markup_out_lose(scan->out, xc_str_sub(scan->html, scan->at, end - scan->at));
    scan->at = end;
}

/* Where the comment that begins at scan->at ends, 0 when it doesn't. */
static size_t
comment_end(const struct scan *scan)
{
    const struct xc_str html = scan->html;
    const size_t first = scan->at + 2; /* "<!-->" is a comment, too */
    size_t at;

    for (at = xc_str_find(html, first, '-'); at + 2 < html.len;
         at = xc_str_find(html, at + 1, '-')) {
        if (html.ptr[at + 1] != '-')
            continue;
        if (html.ptr[at + 2] == '>')
            return at + 3;
        if (at > first + 1 && html.ptr[at + 2] == '!' && at + 3 < html.len &&
            html.ptr[at + 3] == '>')
            return at + 4;
    }
    return 0;
}

/* "<!…", "<?…" and "</" without a name: none of it is text. */
static void
read_comment(struct scan *scan)
{
    const struct xc_str rest =
        xc_str_sub(scan->html, scan->at, scan->html.len - scan->at);
    size_t end;

    if (xc_str_starts(rest, "<!--")) {
        end = comment_end(scan);
        if (end == 0)
            leave_unended(scan, scan->at, "comment");
        else
            lose(scan, end);
        return;
    }
    end = xc_str_find(rest, 0, '>');
    if (end == rest.len)
        leave_unended(scan, scan->at, "tag");
    else
        lose(scan, scan->at + end + 1);
}

/* Whether the end tag of an element of that name stands at off. */
static bool
is_end_of(struct xc_str html, size_t off, struct xc_str name)
{
    size_t i;

    if (html.len - off < name.len + 2 || html.ptr[off + 1] != '/')
        return false;
    for (i = 0; i < name.len; i++) {
        const char c = html.ptr[off + 2 + i];

        if (c != name.ptr[i] && !(c >= 'A' && c <= 'Z' && c - 'A' + 'a' == name.ptr[i]))
            return false;
    }
    return true;
}

/* The content of a raw element that was opened by the tag at off. */
static void
read_raw(struct scan *scan, enum xc_html_content content, size_t off)
{
    const struct xc_str html = scan->html;
    const struct xc_str name = xc_html_tag_name(scan->tag);
    size_t end = xc_str_find(html, scan->at, '<');

    while (end < html.len && !is_end_of(html, end, name))
        end = xc_str_find(html, end + 1, '<');
    if (end == html.len) {
        leave_unended(scan, off, "element");
    } else if (content == XC_HTML_SCRIPT) {
        xc_markup_out_text(scan->out, xc_str_sub(html, scan->at, end - scan->at));
        scan->at = end;
    } else {
        write_text(scan, end, content == XC_HTML_TEXT);
    }
}

static void
read_start(struct scan *scan, const struct xc_html_name *name)
{
    const struct xc_html_tag *tag = scan->tag;
    const bool is_empty =
        tag->is_empty && (name->content == XC_HTML_MARKUP || scan->is_xhtml);
    const size_t off = scan->at;
    enum xc_html_place place;
    struct told_name told;
    size_t keep;

    place = xc_html_nesting_start(scan->nesting, name, is_empty, &keep);
    if (place == XC_HTML_NOWHERE) {
        lose(scan, off + tag->bytes.len);
        return;
    }
    if (place == XC_HTML_TOO_DEEP) {
        scan->status = xc_markup_caps_fault(
            &scan->caps, off, "nested deeper than %zu elements", XC_MAX_MARKUP_DEPTH);
        return;
    }
    pop_to(scan, keep);
    tell_name(name->str, &told);
    xc_html_tag_write(tag, told.str, place == XC_HTML_EMPTY, scan->out);
    scan->at += tag->bytes.len;
    if (place == XC_HTML_EMPTY)
        return;
    xc_html_nesting_push(scan->nesting, name);
    if (name->content != XC_HTML_MARKUP)
        read_raw(scan, name->content, off);
}

static void
read_end(struct scan *scan, const struct xc_html_name *name)
{
    pop_to(scan, xc_html_nesting_end(scan->nesting, name));
    /* "</br>" is what some write for "<br>", and browsers take it. */
    if (xc_str_is(name->str, "br"))
        xc_markup_out_put(scan->out, XC_STR("<" XC_HTML_PREFIX "br/>"));
    lose(scan, scan->at + scan->tag->bytes.len);
}

/* Counts the tag's names and size. */
static enum xc_status
count_tag(struct scan *scan)
{
    const struct xc_html_tag *tag = scan->tag;
    enum xc_status status = xc_markup_caps_name(&scan->caps, scan->at, tag->full_name);
    size_t i;

    for (i = 0; status == XC_OK && i < tag->n_attributes; i++)
        status = xc_markup_caps_name(&scan->caps, scan->at, tag->attributes[i].name);
    xc_markup_caps_note(&scan->caps, scan->at, tag->bytes.len, tag->n_found);
    return status;
}

static void
read_tag(struct scan *scan)
{
    struct xc_html_name name;

    xc_html_tag_read(scan->html, scan->at, scan->tag);
    name = xc_html_name_of(xc_html_tag_name(scan->tag));
    if (scan->tag->never_ends)
        leave_unended(scan, scan->at, "tag");
    else if (scan->tag->is_end)
        read_end(scan, &name);
    else
        scan->status = count_tag(scan);
    if (scan->status == XC_OK && !scan->tag->is_end && !scan->tag->never_ends)
        read_start(scan, &name);
}

/* Where markup begins next. */
static size_t
find_markup(const struct scan *scan)
{
    const struct xc_str html = scan->html;
    size_t at = xc_str_find(html, scan->at, '<');

    while (at < html.len && !xc_html_tag_begins(html, at) &&
           (at + 1 == html.len || strchr("!?/", html.ptr[at + 1]) == NULL ||
            html.ptr[at + 1] == '\0'))
        at = xc_str_find(html, at + 1, '<');
    return at;
}

static void
read_page(struct scan *scan)
{
    const struct xc_str mark = XC_STR("\xEF\xBB\xBF");

    if (xc_str_starts(scan->html, mark.ptr))
        scan->at = mark.len;
    scan->is_xhtml = xc_str_starts(
        xc_str_trim(xc_str_sub(scan->html, scan->at, scan->html.len - scan->at)),
        "<?xml");
    xc_markup_out_put(scan->out, XC_STR("<" XC_HTML_PREFIX ">"));
    while (scan->at < scan->html.len && scan->status == XC_OK && !scan->out->failed) {
        write_text(scan, find_markup(scan), true);
        if (scan->at == scan->html.len)
            break;
        if (xc_html_tag_begins(scan->html, scan->at))
            read_tag(scan);
        else
            read_comment(scan);
    }
    pop_to(scan, 0);
    xc_markup_out_put(scan->out, XC_STR("</" XC_HTML_PREFIX ">"));
}

enum xc_status
xc_html_scan(struct xc_str html, struct xc_str path, struct xc_markup_out *out,
             struct xc_problems *problems)
{
    struct scan scan = {
        .html = html,
        .out = out,
        .caps = {
            .text = html, .path = path, .problems = problems, .arena = out->arena}};

    scan.nesting = xc_arena_array(out->arena, 1, sizeof *scan.nesting);
    scan.tag = xc_arena_array(out->arena, 1, sizeof *scan.tag);
    if (scan.nesting == NULL || scan.tag == NULL)
        return XC_NO_MEMORY;
    read_page(&scan);
    if (out->failed || !xc_markup_caps_tell(&scan.caps))
        return XC_NO_MEMORY;
    return scan.status;
}
