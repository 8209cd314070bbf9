/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/xml_scan.h"

#include "base/limits.h"
#include "data/markup_caps.h"

struct scan {
    struct xc_str xml;
    struct xc_markup_out *out;
    struct xc_markup_caps caps;
    xc_markup_entity entity;
    size_t at; /* what is before it was read */
    size_t depth;
    bool declares; /* the DOCTYPE has declarations of its own */
    size_t doctype_off;
    enum xc_status status;
};

static void
refuse_unended(struct scan *scan, const char *what)
{
    scan->status = xc_markup_caps_fault(&scan->caps, scan->at,
                                        "the %s that begins here never ends", what);
}

static void
lose(struct scan *scan, size_t end)
{
    xc_markup_out_lose(scan->out, xc_str_sub(scan->xml, scan->at, end - scan->at));
    scan->at = end;
}

/* The offset behind the NUL-ended mark, looked for from at on; 0 when there is none. */
static size_t
behind(struct xc_str xml, size_t at, const char *mark)
{
    const struct xc_str sought = xc_str_of(mark);

    for (at = xc_str_find(xml, at, mark[0]); at < xml.len;
         at = xc_str_find(xml, at + 1, mark[0])) {
        if (xc_str_starts(xc_str_sub(xml, at, xml.len - at), mark))
            return at + sought.len;
    }
    return 0;
}

static void
write_text(struct scan *scan, size_t end)
{
    const struct xc_str xml = xc_str_sub(scan->xml, 0, end);

    while (scan->at < end) {
        const size_t mark = xc_str_find(xml, scan->at, '&');

        xc_markup_out_text(scan->out, xc_str_sub(xml, scan->at, mark - scan->at));
        scan->at = mark;
        if (mark < end)
            scan->at += xc_markup_reference_xml(xml, mark, scan->entity, scan->out);
    }
}

/* Passes what ends with the mark, looked for skip bytes further on. */
static void
pass(struct scan *scan, size_t skip, const char *mark, const char *what)
{
    const size_t end = behind(scan->xml, scan->at + skip, mark);

    if (end == 0)
        refuse_unended(scan, what);
    else
        lose(scan, end);
}

static void
read_section(struct scan *scan)
{
    const size_t end = behind(scan->xml, scan->at, "]]>");

    if (end == 0) {
        refuse_unended(scan, "CDATA section");
        return;
    }
    xc_markup_out_text(scan->out, xc_str_sub(scan->xml, scan->at, end - scan->at));
    scan->at = end;
}

/*
 * Passes the DOCTYPE: up to a '>' that is neither in quotes nor in a comment nor between
 * its brackets.
 */
static void
read_doctype(struct scan *scan)
{
    const struct xc_str xml = scan->xml;
    bool inside = false;
    size_t at = scan->at + 2;

    scan->doctype_off = scan->at;
    while (at != 0 && at < xml.len && (inside || xml.ptr[at] != '>')) {
        const struct xc_str rest = xc_str_sub(xml, at, xml.len - at);

        if (xc_str_starts(rest, "<!--")) {
            at = behind(xml, at + 4, "-->");
        } else if (rest.ptr[0] == '"' || rest.ptr[0] == '\'') {
            at += xc_str_find(rest, 1, rest.ptr[0]) + 1;
        } else {
            inside = rest.ptr[0] == '[' || (inside && rest.ptr[0] != ']');
            scan->declares = scan->declares || inside;
            at++;
        }
    }
    if (at == 0 || at >= xml.len)
        refuse_unended(scan, "DOCTYPE");
    else
        lose(scan, at + 1);
}

/* A tag's extent and its attributes, counted by their '='. */
struct tag {
    size_t end;     /* behind its '>' */
    size_t cut;     /* where the first attribute over the cap begins, or end */
    size_t n_found; /* attributes */
    bool never_ends;
};

static bool
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The name from at on. */
static struct xc_str
name_at(struct xc_str xml, size_t at)
{
    size_t end = at;

    while (end < xml.len && !is_space(xml.ptr[end]) &&
           strchr("=/>", xml.ptr[end]) == NULL)
        end++;
    return xc_str_sub(xml, at, end - at);
}

/* Reads the tag at scan->at and counts its names. */
static enum xc_status
measure(struct scan *scan, struct tag *out)
{
    const struct xc_str xml = scan->xml;
    const struct xc_str name = name_at(xml, scan->at + 1); /* "" of an end tag */
    enum xc_status status = XC_OK;
    size_t start; /* of what may be an attribute */
    size_t at = scan->at + 1 + name.len;

    memset(out, 0, sizeof *out);
    if (name.len > 0)
        status = xc_markup_caps_name(&scan->caps, scan->at, name);
    for (start = at; at < xml.len && xml.ptr[at] != '>'; at++) {
        const char c = xml.ptr[at];

        if (c == '=' && ++out->n_found == XC_MAX_TAG_ATTRIBUTES + 1)
            out->cut = start;
        if (c == '=' && out->cut == 0 && status == XC_OK) {
            while (is_space(xml.ptr[start]))
                start++;
            status = xc_markup_caps_name(&scan->caps, scan->at, name_at(xml, start));
        }
        if (c == '"' || c == '\'') {
            at = xc_str_find(xml, at + 1, c);
            start = at + 1;
        }
    }
    out->never_ends = at >= xml.len;
    out->end = at + 1;
    if (out->cut == 0)
        out->cut = out->end;
    return status;
}

/* Writes the tag up to end, its references resolved as in text. */
static void
write_tag(struct scan *scan, const struct tag *tag)
{
    const struct xc_str xml = scan->xml;
    const bool is_empty = xml.ptr[tag->end - 2] == '/';
    size_t end = tag->cut;
    size_t i;

    xc_markup_caps_note(&scan->caps, scan->at, tag->end - scan->at, tag->n_found);
    if (tag->end - scan->at > XC_MAX_TAG_BYTES) {
        for (i = scan->at + 1; i < tag->end && xml.ptr[i] != '>' && xml.ptr[i] != '/' &&
                               (unsigned char)xml.ptr[i] > ' ' &&
                               i - scan->at <= XC_MAX_MARKUP_NAME_BYTES;)
            i++;
        end = i;
    }
    write_text(scan, end);
    if (end < tag->end) {
        xc_markup_out_put(scan->out, is_empty ? XC_STR("/>") : XC_STR(">"));
        lose(scan, tag->end);
    }
}

static void
read_tag(struct scan *scan)
{
    const size_t off = scan->at;
    const bool is_end = off + 1 < scan->xml.len && scan->xml.ptr[off + 1] == '/';
    struct tag tag;

    scan->status = measure(scan, &tag);
    if (scan->status != XC_OK)
        return;
    if (tag.never_ends) {
        refuse_unended(scan, "tag");
        return;
    }
    if (is_end)
        scan->depth -= scan->depth > 0;
    else if (scan->xml.ptr[tag.end - 2] != '/')
        scan->depth++;
    if (scan->depth > XC_MAX_MARKUP_DEPTH)
        scan->status = xc_markup_caps_fault(
            &scan->caps, off, "nested deeper than %zu elements", XC_MAX_MARKUP_DEPTH);
    else
        write_tag(scan, &tag);
}

static void
read_document(struct scan *scan)
{
    const struct xc_str mark = XC_STR("\xEF\xBB\xBF");

    if (xc_str_starts(scan->xml, mark.ptr))
        scan->at = mark.len;
    while (scan->at < scan->xml.len && scan->status == XC_OK && !scan->out->failed) {
        struct xc_str rest;

        write_text(scan, xc_str_find(scan->xml, scan->at, '<'));
        rest = xc_str_sub(scan->xml, scan->at, scan->xml.len - scan->at);
        if (rest.len == 0)
            break;
        if (xc_str_starts(rest, "<!--"))
            pass(scan, 4, "-->", "comment");
        else if (xc_str_starts(rest, "<?"))
            pass(scan, 2, "?>", "processing instruction");
        else if (xc_str_starts(rest, "<![CDATA["))
            read_section(scan);
        else if (xc_str_starts(rest, "<!"))
            read_doctype(scan);
        else
            read_tag(scan);
    }
}

enum xc_status
xc_xml_scan(struct xc_str xml, struct xc_str path, xc_markup_entity entity,
            struct xc_markup_out *out, struct xc_problems *problems)
{
    struct scan scan = {
        .xml = xml,
        .out = out,
        .entity = entity,
        .caps = {.text = xml, .path = path, .problems = problems, .arena = out->arena}};

    read_document(&scan);
    if (scan.declares && !xc_markup_caps_declares(&scan.caps, scan.doctype_off))
        return XC_NO_MEMORY;
    if (out->failed || !xc_markup_caps_tell(&scan.caps))
        return XC_NO_MEMORY;
    return scan.status;
}
