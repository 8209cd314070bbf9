/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/sink.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/limits.h"

void
xc_sink_put(struct xc_sink *sink, struct xc_str bytes)
{
    if (!sink->failed && bytes.len > 0 &&
        !sink->write(sink->context, bytes.ptr, bytes.len))
        sink->failed = true;
}

void
xc_sink_text(struct xc_sink *sink, const char *text)
{
    xc_sink_put(sink, xc_str_of(text));
}

void
xc_sink_char(struct xc_sink *sink, char c)
{
    xc_sink_put(sink, (struct xc_str){&c, 1});
}

void
xc_sink_printf(struct xc_sink *sink, const char *format, ...)
{
    char text[XC_MAX_FORMATTED_BYTES];
    va_list args;
    int len;

    va_start(args, format);
    len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    assert(len >= 0 && (size_t)len < sizeof text);
    xc_sink_put(sink, (struct xc_str){text, (size_t)len});
}

void
xc_sink_repeat(struct xc_sink *sink, char c, size_t n)
{
    char piece[64];

    memset(piece, c, sizeof piece);
    while (n > sizeof piece) {
        xc_sink_put(sink, (struct xc_str){piece, sizeof piece});
        n -= sizeof piece;
    }
    xc_sink_put(sink, (struct xc_str){piece, n});
}
