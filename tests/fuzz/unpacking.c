/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "unpacking.h"

/* More than this is not unpacked: how much may come out is the caller's to watch. */
enum { MOST_BYTES = 1 << 18, WHOLE_ROOM = 1 << 16, SMALL_ROOM = 61, SMALL_PIECE = 7 };

struct unpacked {
    struct harness_buffer bytes;
    enum xc_status status;
};

/* One step of it; false when there is no further one. */
static bool
unpack_on(const struct unpacking_format *format, void *handle, struct xc_unpack *step,
          struct xc_sink *sink, struct unpacked *out)
{
    const char *end = step->in.ptr + step->in.len;
    const char *fault = NULL;

    step->n_out = 0;
    out->status = format->step(handle, step, &fault);
    assert(out->status == XC_OK || out->status == XC_BAD_INPUT);
    assert(step->in.ptr + step->in.len == end && step->n_out <= step->room);
    xc_sink_put(sink, (struct xc_str){step->out, step->n_out});
    if (out->status == XC_BAD_INPUT) {
        assert(fault != NULL && *fault != '\0');
        assert(format->step(handle, step, &fault) == XC_BAD_INPUT);
        return false;
    }
    assert(step->n_out > 0 || step->in.len == 0 || step->ended);
    /* What is cut off says so: it is never waited for. */
    assert(step->n_out > 0 || !step->last || step->ended);
    return !step->ended && out->bytes.n < MOST_BYTES;
}

/* Unpacks with so much room in each step, of pieces of so many bytes. */
static void
unpack(const struct unpacking_format *format, struct xc_str packed, size_t piece,
       size_t room, struct unpacked *out)
{
    static char bytes[WHOLE_ROOM];
    struct xc_sink sink = harness_sink(&out->bytes);
    struct xc_unpack step = {.in = {packed.ptr, 0}, .out = bytes, .room = room};
    struct xc_arena arena;
    size_t at = 0;
    void *handle;

    xc_arena_init(&arena);
    handle = format->make(&arena);
    do {
        if (step.in.len == 0) {
            size_t n = packed.len - at < piece ? packed.len - at : piece;

            step.in = xc_str_sub(packed, at, n);
            at += n;
            step.last = at == packed.len;
        }
    } while (unpack_on(format, handle, &step, &sink, out));
    format->free(handle);
    xc_arena_release(&arena);
}

void
unpacking_check(const struct unpacking_format *format, struct xc_str packed)
{
    struct unpacked whole;
    struct unpacked pieces;
    struct xc_str a;
    struct xc_str b;
    size_t n;

    unpack(format, packed, packed.len, WHOLE_ROOM, &whole);
    unpack(format, packed, SMALL_PIECE, SMALL_ROOM, &pieces);
    a = harness_written(&whole.bytes);
    b = harness_written(&pieces.bytes);
    n = a.len < b.len ? a.len : b.len;
    assert(xc_str_equal(xc_str_sub(a, 0, n), xc_str_sub(b, 0, n)));
    if (a.len < MOST_BYTES && b.len < MOST_BYTES) {
        if (format->is_exact)
            assert(whole.status == pieces.status && a.len == b.len);
        else if (whole.status == XC_OK)
            assert(pieces.status == XC_OK && a.len == b.len);
    }
    harness_buffer_free(&whole.bytes);
    harness_buffer_free(&pieces.bytes);
}
