/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A rule file to begin with: every key that a first topic needs, each with what it is for,
 * and one claim whose examples pass.
 */
#ifndef XC_REPORT_STARTER_H
#define XC_REPORT_STARTER_H

#include "base/sink.h"

/* Whether the text can be a topic's id: letters, digits, '-', '_' and '.'. */
bool xc_starter_takes(struct xc_str topic);

/* Sends the file; the topic is one that xc_starter_takes. */
void xc_report_starter(struct xc_str topic, struct xc_sink *sink);

#endif
