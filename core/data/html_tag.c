/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/html_tag.h"

#include "data/markup_reference.h"

static bool
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A character of a name, such that libxml2 takes it for one. */
static char
clean(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    if (is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':')
        return c;
    return '_';
}

bool
xc_html_tag_begins(struct xc_str html, size_t off)
{
    size_t at = off + 1;

    if (at < html.len && html.ptr[at] == '/')
        at++;
    return at < html.len && is_letter(html.ptr[at]);
}

static size_t
skip_space(struct xc_str html, size_t at)
{
    while (at < html.len && is_space(html.ptr[at]))
        at++;
    return at;
}

/* Reads the value behind a '='; gives where it ends, html.len when it doesn't. */
static size_t
read_value(struct xc_str html, size_t at, struct xc_str *out)
{
    size_t start = skip_space(html, at);
    size_t end;

    if (start < html.len && (html.ptr[start] == '"' || html.ptr[start] == '\'')) {
        end = xc_str_find(html, start + 1, html.ptr[start]);
        start++;
        *out = xc_str_sub(html, start, end - start);
        return end < html.len ? end + 1 : end;
    }
    end = start;
    while (end < html.len && html.ptr[end] != '>' && !is_space(html.ptr[end]))
        end++;
    *out = xc_str_sub(html, start, end - start);
    return end;
}

/* Reads the attribute at at, where neither white space nor '/' nor '>' stands. */
static size_t
read_attribute(struct xc_str html, size_t at, struct xc_html_attribute *out)
{
    const size_t start = at;
    size_t behind;

    /* A '=' at the beginning is part of the name. */
    for (at++; at < html.len && !is_space(html.ptr[at]) && html.ptr[at] != '/' &&
               html.ptr[at] != '>' && html.ptr[at] != '=';)
        at++;
    out->name = xc_str_sub(html, start, at - start);
    out->value = XC_STR("");
    behind = skip_space(html, at);
    if (behind < html.len && html.ptr[behind] == '=')
        at = read_value(html, behind + 1, &out->value);
    return at;
}

static size_t
read_name(struct xc_str html, size_t at, struct xc_html_tag *tag)
{
    for (; at < html.len && !is_space(html.ptr[at]) && html.ptr[at] != '/' &&
           html.ptr[at] != '>';
         at++) {
        if (tag->name_len < sizeof tag->name)
            tag->name[tag->name_len++] = clean(html.ptr[at]);
    }
    return at;
}

void
xc_html_tag_read(struct xc_str html, size_t off, struct xc_html_tag *out)
{
    struct xc_html_attribute attribute;
    size_t at = off + 1;

    out->name_len = 0;
    out->n_attributes = 0;
    out->n_found = 0;
    out->is_empty = false;
    out->is_end = html.ptr[at] == '/';
    at += out->is_end;
    out->full_name = xc_str_sub(html, at, read_name(html, at, out) - at);
    at += out->full_name.len;
    for (;;) {
        at = skip_space(html, at);
        if (at >= html.len || html.ptr[at] == '>')
            break;
        out->is_empty = html.ptr[at] == '/';
        if (out->is_empty) {
            at++;
            continue;
        }
        at = read_attribute(html, at, &attribute);
        if (out->n_found++ < XC_MAX_TAG_ATTRIBUTES)
            out->attributes[out->n_attributes++] = attribute;
    }
    out->is_empty = out->is_empty && at > 0 && html.ptr[at - 1] == '/';
    out->never_ends = at >= html.len;
    if (!out->never_ends)
        at++;
    out->bytes = xc_str_sub(html, off, at - off);
}

struct xc_str
xc_html_tag_name(const struct xc_html_tag *tag)
{
    return (struct xc_str){tag->name, tag->name_len};
}

static void
write_attribute_name(struct xc_str name, struct xc_markup_out *out)
{
    size_t i;

    if (!is_letter(name.ptr[0]))
        xc_markup_out_char(out, '_');
    for (i = is_letter(name.ptr[0]) ? 0 : 1;
         i < name.len && i < XC_MAX_MARKUP_NAME_BYTES; i++)
        xc_markup_out_char(out, clean(name.ptr[i]));
}

static void
write_value(struct xc_str value, struct xc_markup_out *out)
{
    size_t start = 0;
    size_t at = 0;

    while (at < value.len) {
        const char c = value.ptr[at];

        if (c != '&' && c != '<' && c != '"') {
            at++;
            continue;
        }
        xc_markup_out_text(out, xc_str_sub(value, start, at - start));
        if (c == '&') {
            at += xc_markup_reference_html(value, at, true, out);
        } else {
            xc_markup_out_put(out, c == '<' ? XC_STR("&lt;") : XC_STR("&quot;"));
            at++;
        }
        start = at;
    }
    xc_markup_out_text(out, xc_str_sub(value, start, at - start));
}

void
xc_html_tag_write(const struct xc_html_tag *tag, struct xc_str name, bool is_empty,
                  struct xc_markup_out *out)
{
    const struct xc_str bytes = tag->bytes;
    const bool is_long = bytes.len > XC_MAX_TAG_BYTES;
    size_t behind = 0; /* what of the tag was written or noted */
    size_t i;

    xc_markup_out_char(out, '<');
    xc_markup_out_put(out, name);
    for (i = 0; !is_long && i < tag->n_attributes; i++) {
        const struct xc_html_attribute *attribute = &tag->attributes[i];
        const size_t value_off = (size_t)(attribute->value.ptr - bytes.ptr);

        xc_markup_out_char(out, ' ');
        write_attribute_name(attribute->name, out);
        if (attribute->value.len == 0)
            continue;
        xc_markup_out_put(out, XC_STR("=\""));
        xc_markup_out_lose(out, xc_str_sub(bytes, behind, value_off - behind));
        write_value(attribute->value, out);
        behind = value_off + attribute->value.len;
        xc_markup_out_char(out, '"');
    }
    xc_markup_out_put(out, is_empty ? XC_STR("/>") : XC_STR(">"));
    xc_markup_out_lose(out, xc_str_sub(bytes, behind, bytes.len - behind));
}
