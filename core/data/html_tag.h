/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One tag of HTML as browsers read it, and written again so that libxml2 reads the same.
 *
 *     <IMG Src=a.png @load='x="1"'>  ->  <x-img src="a.png" _load="x=&quot;1&quot;"/>
 */
#ifndef XC_DATA_HTML_TAG_H
#define XC_DATA_HTML_TAG_H

#include "base/limits.h"
#include "data/markup_out.h"

struct xc_html_attribute {
    struct xc_str name; /* as written */
    struct xc_str value;
};

struct xc_html_tag {
    char name[XC_MAX_MARKUP_NAME_BYTES]; /* clean: lower case, [a-z0-9._:-] */
    size_t name_len;
    struct xc_str full_name; /* as written, to the end */
    bool is_end;
    bool is_empty; /* "<br/>" */
    bool never_ends;
    struct xc_str bytes; /* all of it */
    struct xc_html_attribute attributes[XC_MAX_TAG_ATTRIBUTES];
    size_t n_attributes; /* of those kept */
    size_t n_found;
};

/* Whether a tag begins at off: '<', perhaps '/', and a letter. */
bool xc_html_tag_begins(struct xc_str html, size_t off);

/* Reads the tag that begins at off; when it never ends, its bytes are the rest. */
void xc_html_tag_read(struct xc_str html, size_t off, struct xc_html_tag *out);

/* The tag's name, borrowed from it. */
struct xc_str xc_html_tag_name(const struct xc_html_tag *tag);

/*
 * Writes a start tag under the given name with its attributes, of one that is over
 * XC_MAX_TAG_BYTES without; is_empty: it has no content.  The lines that its bytes have
 * and what is written has not are noted as lost.
 */
void xc_html_tag_write(const struct xc_html_tag *tag, struct xc_str name, bool is_empty,
                       struct xc_markup_out *out);

#endif
