/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Addresses in feeds.
 */
#ifndef XC_WEB_FEED_URL_H
#define XC_WEB_FEED_URL_H

#include "base/arena.h"

/* Whether text is an address of the web: "http://…" or "https://…" without spaces. */
bool xc_feed_url_is_web(struct xc_str text);

/*
 * The address that reference names in a document at base, in *out (arena, or borrowed
 * from reference): "a.html" at "http://x.org/b/c" is "http://x.org/b/a.html".  Leading
 * "./" and "../" are taken away, those further inside are left.  Where base is no full
 * address, or the result would be over XC_MAX_FEED_URL_BYTES, it is the reference as it
 * stands.  False when memory is short.
 */
bool xc_feed_url_resolve(struct xc_str base, struct xc_str reference,
                         struct xc_arena *arena, struct xc_str *out);

#endif
