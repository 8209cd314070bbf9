/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of sites and titles of pages: what is the same, and what is only a part.
 *
 *     "Headline - News | The Harbour Post"   three parts
 *     harbourpost.example                    agrees with "The Harbour Post"
 */
#ifndef XC_WEB_HTML_NAME_H
#define XC_WEB_HTML_NAME_H

#include "base/status.h"

/* Words of a title that are compared; a longer one is compared by these. */
#define XC_HTML_NAME_WORDS ((size_t)48)

/* A name or title in the forms in which it is compared. */
struct xc_html_name {
    struct xc_str text;
    struct xc_str key; /* letters and digits only, folded, without accents */
    struct xc_str words[XC_HTML_NAME_WORDS]; /* folded */
    size_t n_words;
};

/* Makes the name of text (valid UTF-8, borrowed).  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status
xc_html_name_new(struct xc_str text, struct xc_arena *arena, struct xc_html_name *out);

/* Whether both say the same, but for case, accents and punctuation; never when empty. */
bool xc_html_name_same(const struct xc_html_name *a, const struct xc_html_name *b);

/* Shared words in a hundred of all the words of both. */
size_t xc_html_name_shared(const struct xc_html_name *a, const struct xc_html_name *b);

/*
 * Where the next mark that parts a title stands at or after from: " - ", " | ", " :: "
 * and the like, with its length in *out_len; text.len when there is none.  With colons,
 * ": " too.
 */
size_t xc_html_name_find_mark(struct xc_str text, size_t from, bool colons,
                              size_t *out_len);

/* Where a page is: the host in lower case without "www." and the like, and the label
 * that was registered ("harbourpost" of "news.harbourpost.co.uk"). */
struct xc_html_host {
    struct xc_str name;
    struct xc_str label;
};

/* The host of url; both "" when it has none.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_html_host_of(struct xc_str url, struct xc_arena *arena,
                                             struct xc_html_host *out);

/*
 * Whether name may be what the host stands for: its letters ("the" aside) are those of
 * the label, or hold them, or are held by them, or the label is made of the beginnings
 * of its words.
 */
bool xc_html_host_agrees(const struct xc_html_host *host,
                         const struct xc_html_name *name);

/* Whether name is the very label, or the host: "Harbour Post", "harbourpost.co.uk". */
bool xc_html_host_is(const struct xc_html_host *host, const struct xc_html_name *name);

#endif
