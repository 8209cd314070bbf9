/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where bytes go: a callback with a sticky failure.
 *
 * The pure rooms write to a sink; io/ or a test says what it does.  After the first
 * failure everything else is dropped, so a writer checks once, at the end.
 */
#ifndef XC_BASE_SINK_H
#define XC_BASE_SINK_H

#include "base/span.h"

struct xc_sink {
    /* Takes len bytes; false: they could not be taken, and nothing more is sent. */
    bool (*write)(void *context, const char *bytes, size_t len);
    void *context;
    bool failed;
};

/* Sends bytes on, unless the sink has failed. */
void xc_sink_put(struct xc_sink *sink, struct xc_str bytes);
void xc_sink_text(struct xc_sink *sink, const char *text);
void xc_sink_char(struct xc_sink *sink, char c);

/* As printf; a single call makes at most XC_MAX_FORMATTED_BYTES (asserted), so it is
 * for numbers and fixed words; text of the input goes through xc_sink_put. */
void xc_sink_printf(struct xc_sink *sink, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* n times the character c. */
void xc_sink_repeat(struct xc_sink *sink, char c, size_t n);

#endif
