/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/uri_emit.h"

/* Unreserved in RFC 3986, section 2.3.  A ":" is not: before the first slash it would end
 * a scheme. */
static bool
stands_for_itself(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
}

void
xc_uri_put(struct xc_sink *sink, struct xc_str path)
{
    size_t i;

    path = xc_str_plain_path(path);
    if (path.len > 0 && path.ptr[0] == '/')
        xc_sink_text(sink, "file://");
    for (i = 0; i < path.len; i++) {
        if (stands_for_itself(path.ptr[i]))
            xc_sink_char(sink, path.ptr[i]);
        else
            xc_sink_printf(sink, "%%%02X", (unsigned)(unsigned char)path.ptr[i]);
    }
}
