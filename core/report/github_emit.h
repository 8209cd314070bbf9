/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one place that escapes for GitHub's workflow commands ("::error file=a.md::text"),
 * which end with their line: no text can end one or begin another.
 *
 *     100%,\n::error  ->  100%25%2C%0A%3A%3Aerror    (a property)
 */
#ifndef XC_REPORT_GITHUB_EMIT_H
#define XC_REPORT_GITHUB_EMIT_H

#include "base/sink.h"

/* A sink that escapes what it gets as the message of a command … */
struct xc_sink xc_github_message_pen(struct xc_sink *sink);

/* … and as the value of one of its properties. */
struct xc_sink xc_github_property_pen(struct xc_sink *sink);

#endif
