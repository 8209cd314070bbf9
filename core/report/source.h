/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling a source: its metadata, text and blocks, as read.
 */
#ifndef XC_REPORT_SOURCE_H
#define XC_REPORT_SOURCE_H

#include "report/report.h"
#include "source/source.h"

/* Metadata, then each block with its kind and line; the caller looks at sink->failed. */
void xc_report_source_text(const struct xc_source *source,
                           const struct xc_report_style *style, struct xc_sink *sink);

/* {id, path, publisher, title, author, published, url, language, text, blocks: [{kind,
 * line, text}]}; unknown metadata is null. */
void xc_report_source_json(const struct xc_source *source, struct xc_sink *sink);

#endif
