/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling which of a pattern's required words stand in a text.
 */
#ifndef XC_REPORT_REQUIRED_H
#define XC_REPORT_REQUIRED_H

#include "author/explain.h"
#include "base/sink.h"

/* "found 1 of its 2 required words; missing: tie or ties or tied (3 more)", or where the
 * pattern broke off, of one that did not match. */
void xc_required_tell(struct xc_sink *pen,
                      const struct xc_explained_pattern *explained);

/* "required words: three; man or men; tie or tied or …" of a pattern. */
void xc_required_words(struct xc_sink *pen, const struct xc_pattern *pattern);

#endif
