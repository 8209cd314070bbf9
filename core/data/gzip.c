/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/gzip.h"

#include <limits.h>

#define ZLIB_CONST
#include <zlib.h>

enum place {
    IN_MEMBER,
    BETWEEN_MEMBERS,
    IN_PADDING,
};

struct xc_gzip {
    z_stream stream;
    enum place place;
    const char *fault; /* NULL: none so far */
};

/* The largest window there is, and 16 for "gzip and nothing else". */
static const int window_bits = 15 + 16;

bool
xc_gzip_begins(struct xc_str bytes)
{
    /* The two magic bytes, and deflate, the only method there is. */
    return xc_str_starts(bytes, "\x1F\x8B\x08");
}

enum xc_status
xc_gzip_new(struct xc_arena *arena, struct xc_gzip **out)
{
    struct xc_gzip *gzip = xc_arena_array(arena, 1, sizeof *gzip);

    /* Zeroed fields ask the library to allocate by itself. */
    if (gzip == NULL || inflateInit2(&gzip->stream, window_bits) != Z_OK)
        return XC_NO_MEMORY;
    *out = gzip;
    return XC_OK;
}

void
xc_gzip_free(struct xc_gzip *gzip)
{
    if (gzip != NULL)
        (void)inflateEnd(&gzip->stream);
}

static unsigned int
at_most_uint(size_t n)
{
    return n > UINT_MAX ? UINT_MAX : (unsigned int)n;
}

/* Unpacks as much of a member as there is input and room for. */
static enum xc_status
read_member(struct xc_gzip *gzip, struct xc_unpack *step)
{
    z_stream *stream = &gzip->stream;
    const unsigned int given = at_most_uint(step->in.len);
    const unsigned int room = at_most_uint(step->room);
    size_t n_taken;
    int result;

    stream->next_in = (const unsigned char *)step->in.ptr;
    stream->avail_in = given;
    stream->next_out = (unsigned char *)step->out;
    stream->avail_out = room;
    result = inflate(stream, Z_NO_FLUSH);
    n_taken = given - stream->avail_in;
    step->in = xc_str_sub(step->in, n_taken, step->in.len - n_taken);
    step->n_out = room - stream->avail_out;
    switch (result) {
    case Z_OK:
        return XC_OK;
    case Z_BUF_ERROR: /* it wants more input, of which there may be none */
        if (step->last && step->in.len == 0 && step->n_out == 0)
            gzip->fault = "is cut off: its gzip data have no end";
        return XC_OK;
    case Z_STREAM_END:
        gzip->place = BETWEEN_MEMBERS;
        return XC_OK;
    case Z_MEM_ERROR:
        return XC_NO_MEMORY;
    default:
        gzip->fault = "is damaged: its gzip data are wrong";
        return XC_OK;
    }
}

/* Looks at what follows a member: another one, padding, the end. */
static void
read_between(struct xc_gzip *gzip, struct xc_unpack *step)
{
    const char first_magic_byte = '\x1F';

    while (step->in.len > 0 && step->in.ptr[0] == '\0') {
        gzip->place = IN_PADDING;
        step->in = xc_str_sub(step->in, 1, step->in.len - 1);
    }
    if (step->in.len == 0) {
        step->ended = step->last;
    } else if (gzip->place == BETWEEN_MEMBERS && step->in.ptr[0] == first_magic_byte) {
        (void)inflateReset(&gzip->stream); /* fails only on a stream never begun */
        gzip->place = IN_MEMBER;
    } else {
        gzip->fault = "holds something else after the end of its gzip data";
    }
}

enum xc_status
xc_gzip_step(struct xc_gzip *gzip, struct xc_unpack *step, const char **out_fault)
{
    enum xc_status status = XC_OK;
    bool waits = false; /* for input that the caller has to give */

    step->n_out = 0;
    step->ended = false;
    while (status == XC_OK && step->n_out == 0 && gzip->fault == NULL && !step->ended &&
           !waits) {
        if (gzip->place == IN_MEMBER)
            status = read_member(gzip, step);
        else
            read_between(gzip, step);
        waits = step->in.len == 0 && !step->last;
    }
    if (status == XC_OK && step->n_out == 0 && gzip->fault != NULL) {
        *out_fault = gzip->fault;
        return XC_BAD_INPUT;
    }
    return status;
}
