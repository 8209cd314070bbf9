/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one place that writes CSV (RFC 4180: UTF-8, CRLF), inert in spreadsheets: a cell
 * that one would take for a formula begins with an apostrophe, which shows it as text.
 *
 *     =1+1  ->  "'=1+1"
 *
 * Every text stands in quotes, so that a program that splits at semicolons or tabs finds
 * no cell within a cell.
 */
#ifndef XC_REPORT_CSV_EMIT_H
#define XC_REPORT_CSV_EMIT_H

#include "base/sink.h"

struct xc_csv_emit {
    struct xc_sink *sink;
    bool begun; /* a cell stands in the row */
};

/* One cell; text is plain already (plain_emit.h). */
void xc_csv_cell(struct xc_csv_emit *csv, struct xc_str text);

/* A number; an empty cell for 0, which means unknown. */
void xc_csv_number(struct xc_csv_emit *csv, size_t number);

void xc_csv_end_row(struct xc_csv_emit *csv);

#endif
