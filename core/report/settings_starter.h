/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An xclaim.yaml to begin with: every key with what it is for, most of them behind a #,
 * and what to do next.
 */
#ifndef XC_REPORT_SETTINGS_STARTER_H
#define XC_REPORT_SETTINGS_STARTER_H

#include "base/sink.h"

/* Sends the file. */
void xc_report_settings_starter(struct xc_sink *sink);

/* Tells, for a terminal, that path was written, and the steps from there. */
void xc_report_settings_steps(struct xc_str path, struct xc_sink *sink);

#endif
