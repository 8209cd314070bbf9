/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling which of a pattern's required words stand in a text.
 */
#ifndef XC_REPORT_REQUIRED_H
#define XC_REPORT_REQUIRED_H

#include "author/explain.h"
#include "base/sink.h"

/* "found 1 of its 2 required words; missing: tie or ties or tied (3 more)", of a pattern
 * that did not match. */
void xc_required_tell(struct xc_sink *pen,
                      const struct xc_explained_pattern *explained);

#endif
