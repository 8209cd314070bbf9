/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which elements of an HTML page are open, by the rules of HTML 5.
 *
 * libxml2 knows those of HTML 4, by which a <ul> ends before an <ol> and a <figure>
 * may stand in a paragraph; so nesting is settled here, and the library is told every
 * end.
 *
 *     <p>One <b>two <p>three    ->    <p>One <b>two </b></p><p>three</p>
 *
 * Simpler than browsers: nothing is moved to another place, and what an element that
 * was ended too early had formatted is not formatted anew.
 */
#ifndef XC_DATA_HTML_NESTING_H
#define XC_DATA_HTML_NESTING_H

#include <stdint.h>

#include "base/limits.h"
#include "base/span.h"

/* How the content of an element is read. */
enum xc_html_content {
    XC_HTML_MARKUP,
    XC_HTML_TEXT,   /* references are known, tags are not: "title" */
    XC_HTML_RAW,    /* nothing is known but its end tag: "iframe" */
    XC_HTML_SCRIPT, /* the same, and the library knows it, too */
};

/* A name of an element and what the rules say of it. */
struct xc_html_name {
    struct xc_str str; /* clean, borrowed */
    uint32_t id;       /* the same for the same name, and seldom for another */
    uint32_t is;       /* what it is for the rules of others */
    size_t kind;       /* its row of them, or that for names that HTML doesn't know */
    enum xc_html_content content;
};

/* The open elements: what is looked through for every tag stands close together. */
struct xc_html_nesting {
    size_t depth;
    size_t n_foreign; /* of the open ones "svg" and "math" */
    bool has_head;    /* "head" is open */
    bool had_html;
    bool had_head;
    bool had_body;
    uint32_t id[XC_MAX_MARKUP_DEPTH];
    uint32_t is[XC_MAX_MARKUP_DEPTH];
    unsigned char len[XC_MAX_MARKUP_DEPTH];
    char name[XC_MAX_MARKUP_DEPTH][XC_MAX_MARKUP_NAME_BYTES];
};

/* Looks up a clean name of at most XC_MAX_MARKUP_NAME_BYTES. */
struct xc_html_name xc_html_name_of(struct xc_str clean);

enum xc_html_place {
    XC_HTML_OPENS,   /* it is to be pushed */
    XC_HTML_EMPTY,   /* it can have no content */
    XC_HTML_NOWHERE, /* its tag is passed over, as that of a second "body" */
    XC_HTML_TOO_DEEP,
};

/* Where the element of a start tag of that name belongs: inside of the first *out_keep
 * open ones; those above them must end before.  is_empty: "<br/>". */
enum xc_html_place xc_html_nesting_start(const struct xc_html_nesting *nesting,
                                         const struct xc_html_name *name, bool is_empty,
                                         size_t *out_keep);

/* Opens an element for which there was a place. */
void xc_html_nesting_push(struct xc_html_nesting *nesting,
                          const struct xc_html_name *name);

/* How many of the open elements an end tag of that name leaves open. */
size_t xc_html_nesting_end(struct xc_html_nesting *nesting,
                           const struct xc_html_name *name);

/* Whether the innermost open element must end so that no more than keep are open. */
bool xc_html_nesting_must_pop(const struct xc_html_nesting *nesting, size_t keep);

/* Ends the innermost open element; its name is borrowed until the next push. */
struct xc_str xc_html_nesting_pop(struct xc_html_nesting *nesting);

#endif
