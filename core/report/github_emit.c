/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/github_emit.h"

#include <stddef.h>

static const char *
escape_of(char c, bool property)
{
    switch (c) {
    case '%':
        return "%25";
    case '\r':
        return "%0D";
    case '\n':
        return "%0A";
    case ':':
        return property ? "%3A" : NULL;
    case ',':
        return property ? "%2C" : NULL;
    default:
        return NULL;
    }
}

static void
put(struct xc_sink *sink, struct xc_str text, bool property)
{
    size_t plain = 0; /* where the bytes begin that go out as they stand */
    size_t i;

    for (i = 0; i < text.len; i++) {
        const char *escape = escape_of(text.ptr[i], property);

        if (escape == NULL)
            continue;
        xc_sink_put(sink, xc_str_sub(text, plain, i - plain));
        xc_sink_text(sink, escape);
        plain = i + 1;
    }
    xc_sink_put(sink, xc_str_sub(text, plain, text.len - plain));
}

static bool
write_message(void *context, const char *bytes, size_t len)
{
    struct xc_sink *sink = context;

    put(sink, (struct xc_str){bytes, len}, false);
    return !sink->failed;
}

static bool
write_property(void *context, const char *bytes, size_t len)
{
    struct xc_sink *sink = context;

    put(sink, (struct xc_str){bytes, len}, true);
    return !sink->failed;
}

struct xc_sink
xc_github_message_pen(struct xc_sink *sink)
{
    return (struct xc_sink){.write = write_message, .context = sink};
}

struct xc_sink
xc_github_property_pen(struct xc_sink *sink)
{
    return (struct xc_sink){.write = write_property, .context = sink};
}
