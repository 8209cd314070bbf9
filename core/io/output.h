/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Output that appears whole or not at all.
 *
 * A regular file (or a new one) is written beside its place and renamed at the end;
 * anything else (a pipe, a device, "-" for standard output) is written in place.
 */
#ifndef XC_IO_OUTPUT_H
#define XC_IO_OUTPUT_H

#include "base/sink.h"
#include "base/status.h"

struct xc_output;

/* Opens path ("-": standard output) for writing; a handle, ended by xc_output_commit or
 * xc_output_abandon.  XC_IO_FAILED: told. */
XC_MUST_CHECK enum xc_status xc_output_open(struct xc_str path, struct xc_output **out,
                                            struct xc_problems *problems);

/* The sink that writes to it, buffered; borrowed. */
struct xc_sink *xc_output_sink(struct xc_output *output);

/* Flushes, checks that everything was taken, and puts the file in its place; frees
 * output.  XC_IO_FAILED: told, and nothing is left behind. */
XC_MUST_CHECK enum xc_status xc_output_commit(struct xc_output *output,
                                              struct xc_problems *problems);

/* Drops what was written and frees output; accepts NULL. */
void xc_output_abandon(struct xc_output *output);

#endif
