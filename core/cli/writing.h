/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writing what a command has found to where it was asked for.
 */
#ifndef XC_CLI_WRITING_H
#define XC_CLI_WRITING_H

#include "report/report.h"

/* Sends the result to sink; a failure stands there. */
typedef void (*xc_cli_writer)(const void *context, const struct xc_report_style *style,
                              struct xc_sink *sink);

/*
 * Has writer write to path ("-": standard output), whole or not at all.  A terminal gets
 * its width and colours, anything else neither.  XC_IO_FAILED: told.
 */
XC_MUST_CHECK enum xc_status xc_cli_write(const char *path, xc_cli_writer writer,
                                          const void *context,
                                          struct xc_problems *problems);

#endif
