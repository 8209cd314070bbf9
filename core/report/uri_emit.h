/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one place that makes URIs of paths: every byte but letters, digits, "-._~" and the
 * slashes is percent-encoded, so that a path is one whatever bytes it has.
 *
 *     ./desk/a #1.md  ->  desk/a%20%231.md
 *     /srv/a.md       ->  file:///srv/a.md
 */
#ifndef XC_REPORT_URI_EMIT_H
#define XC_REPORT_URI_EMIT_H

#include "base/sink.h"

/* Writes the URI of path; a relative path gives a relative reference. */
void xc_uri_put(struct xc_sink *sink, struct xc_str path);

#endif
