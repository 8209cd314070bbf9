/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/input.h"

#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "data/gzip.h"
#include "data/packing.h"
#include "data/wide.h"
#include "data/zstd.h"
#include "io/buffer.h"
#include "io/refusal.h"
#include "io/stream.h"

/* What is read, or unpacked, at once. */
static const size_t piece_bytes = (size_t)64 << 10;

/* Bytes that wait for the next stage. */
struct waiting {
    char *bytes; /* piece_bytes of them, once the stage is needed */
    struct xc_str rest;
    bool last; /* nothing comes after rest */
};

/*
 * Bytes pass through up to three stages: read (head first, then fd), unpack, convert.
 * A stage that is not needed costs nothing: its bytes go straight to the caller.
 */
struct xc_input {
    struct xc_arena arena; /* of this struct and all below */
    struct xc_str path;
    int fd;
    size_t size; /* as the system told it */
    bool begun;

    /* The first bytes, looked at before the others: as read, later as unpacked. */
    char head[XC_PACKING_HEAD_BYTES];
    struct xc_str head_rest;

    enum xc_packing packing;
    struct xc_gzip *gzip;
    struct xc_zstd *zstd;
    struct waiting packed;
    size_t n_packed; /* bytes that went into unpacking … */
    size_t n_plain;  /* … and came out */
    bool unpacked;   /* to the end */

    enum xc_wide wide;
    struct waiting units; /* of UTF-16 or UTF-32 */
    size_t n_bad;         /* characters replaced and not yet told */
};

enum xc_status
xc_input_open(struct xc_str path, struct xc_input **out, struct xc_problems *problems)
{
    struct xc_arena arena;
    struct xc_input *input;
    enum xc_status status = XC_OK;

    xc_arena_init(&arena);
    input = xc_arena_array(&arena, 1, sizeof *input);
    if (input == NULL || !xc_arena_str(&arena, path, &input->path)) {
        xc_arena_release(&arena);
        return XC_NO_MEMORY;
    }
    input->fd = STDIN_FILENO;
    if (!xc_str_is(path, "-"))
        status = xc_stream_open(path, XC_PROBLEM_UNREADABLE, &input->fd, &input->size,
                                problems);
    if (status != XC_OK) {
        xc_arena_release(&arena);
        return status;
    }
    input->arena = arena;
    *out = input;
    return XC_OK;
}

void
xc_input_close(struct xc_input *input)
{
    struct xc_arena arena;

    if (input == NULL)
        return;
    xc_gzip_free(input->gzip);
    xc_zstd_free(input->zstd);
    if (input->fd != STDIN_FILENO)
        (void)close(input->fd);
    arena = input->arena; /* input itself lives in it */
    xc_arena_release(&arena);
}

/* Tells, as malformed, what is wrong with packed data at line. */
static enum xc_status
tell_fault(const struct xc_input *input, size_t line, const char *message,
           const char *advice, struct xc_problems *problems)
{
    const struct xc_place place = {.path = input->path, .line = line};
    const struct xc_str hint =
        xc_arena_printf(problems->arena, "%s%s", advice,
                        line > 1 ? "; the lines before this one are read" : "");

    return hint.ptr != NULL && xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place,
                                               hint.ptr, "%s", message)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

/* Moves bytes of *rest into buffer; returns their number. */
static size_t
take_some(struct xc_str *rest, char *buffer, size_t size)
{
    const size_t n = rest->len < size ? rest->len : size;

    if (n > 0)
        memcpy(buffer, rest->ptr, n);
    *rest = xc_str_sub(*rest, n, rest->len - n);
    return n;
}

/* First stage: the file's own bytes.  XC_IO_FAILED: told. */
static enum xc_status
read_raw(struct xc_input *input, char *buffer, size_t size, size_t *out_n,
         struct xc_problems *problems)
{
    int errnum;

    *out_n = take_some(&input->head_rest, buffer, size);
    if (*out_n > 0)
        return XC_OK;
    errnum = xc_stream_read(input->fd, buffer, size, out_n);
    if (errnum == 0)
        return XC_OK;
    return xc_refusal_tell(problems, XC_PROBLEM_UNREADABLE, input->path,
                           "can't be read", errnum)
               ? XC_IO_FAILED
               : XC_NO_MEMORY;
}

/* Whether what came out is out of proportion with what went in. */
static bool
is_bomb(const struct xc_input *input)
{
    return input->n_plain > XC_MIN_RATIO_BYTES &&
           input->n_plain / XC_MAX_COMPRESSION_RATIO > input->n_packed;
}

/* One step of unpacking. */
static enum xc_status
unpack(struct xc_input *input, size_t line, struct xc_unpack *step,
       struct xc_problems *problems)
{
    const size_t n_before = step->in.len;
    const char *fault = NULL;
    enum xc_status status;

    status = input->packing == XC_PACKING_GZIP
                 ? xc_gzip_step(input->gzip, step, &fault)
                 : xc_zstd_step(input->zstd, step, &fault);
    if (status == XC_BAD_INPUT)
        return tell_fault(input, line, fault, "get it again, or pack it again",
                          problems);
    if (status != XC_OK)
        return status;
    input->packed.rest = step->in;
    input->n_packed += n_before - step->in.len;
    input->n_plain += step->n_out;
    input->unpacked = step->ended;
    if (is_bomb(input)) {
        const struct xc_str message =
            xc_arena_printf(problems->arena, "unpacks to more than %zu times its size",
                            XC_MAX_COMPRESSION_RATIO);

        return message.ptr == NULL
                   ? XC_NO_MEMORY
                   : tell_fault(input, line, message.ptr,
                                "unpack it yourself when that is right", problems);
    }
    return XC_OK;
}

/* Second stage: the bytes unpacked, when they are packed. */
static enum xc_status
read_plain(struct xc_input *input, size_t line, char *buffer, size_t size,
           size_t *out_n, struct xc_problems *problems)
{
    struct waiting *packed = &input->packed;
    enum xc_status status = XC_OK;
    size_t n;

    if (input->packing == XC_PACKING_NONE)
        return read_raw(input, buffer, size, out_n, problems);
    *out_n = 0;
    while (status == XC_OK && *out_n == 0 && !input->unpacked) {
        struct xc_unpack step = {.out = buffer, .room = size};

        if (packed->rest.len == 0 && !packed->last) {
            status = read_raw(input, packed->bytes, piece_bytes, &n, problems);
            if (status != XC_OK)
                break;
            packed->rest = (struct xc_str){packed->bytes, n};
            packed->last = n == 0;
        }
        step.in = packed->rest;
        step.last = packed->last;
        status = unpack(input, line, &step, problems);
        if (status == XC_OK)
            *out_n = step.n_out;
    }
    return status;
}

/* Tells, once, how many characters were replaced. */
static enum xc_status
tell_replaced(struct xc_input *input, struct xc_problems *problems)
{
    const struct xc_place place = {.path = input->path};
    const size_t n = input->n_bad;

    if (n == 0)
        return XC_OK;
    input->n_bad = 0;
    return xc_problems_add(problems, XC_PROBLEM_ENCODING, &place,
                           "save the file as UTF-8", "%zu bad %s character%s", n,
                           xc_wide_name(input->wide), n == 1 ? "" : "s")
               ? XC_OK
               : XC_NO_MEMORY;
}

/* Gets more units behind those that wait, which are less than one character. */
static enum xc_status
refill_units(struct xc_input *input, size_t line, struct xc_problems *problems)
{
    struct waiting *units = &input->units;
    const size_t held = units->rest.len;
    enum xc_status status;
    size_t n;

    if (held > 0)
        memmove(units->bytes, units->rest.ptr, held);
    units->rest = (struct xc_str){units->bytes, held};
    n = take_some(&input->head_rest, units->bytes + held, piece_bytes - held);
    status = XC_OK;
    if (n == 0)
        status = read_plain(input, line, units->bytes + held, piece_bytes - held, &n,
                            problems);
    if (status == XC_OK) {
        units->rest.len += n;
        units->last = n == 0;
    }
    return status;
}

/* Third stage: the bytes in UTF-8, when they are UTF-16 or UTF-32. */
static enum xc_status
read_converted(struct xc_input *input, size_t line, char *buffer, size_t size,
               size_t *out_n, struct xc_problems *problems)
{
    struct waiting *units = &input->units;
    enum xc_status status = XC_OK;

    for (;;) {
        *out_n = xc_wide_convert(input->wide, &units->rest, units->last, buffer, size,
                                 &input->n_bad);
        if (*out_n > 0)
            return XC_OK;
        if (units->last)
            return tell_replaced(input, problems);
        status = refill_units(input, line, problems);
        if (status != XC_OK)
            return status;
    }
}

/* Fills the head as far as there are bytes, from the first or the second stage. */
static enum xc_status
read_head(struct xc_input *input, size_t line, struct xc_problems *problems)
{
    enum xc_status status = XC_OK;
    size_t used = 0;
    size_t n = 1;

    input->head_rest = (struct xc_str){input->head, 0};
    while (status == XC_OK && n > 0 && used < XC_PACKING_HEAD_BYTES) {
        status = read_plain(input, line, input->head + used,
                            XC_PACKING_HEAD_BYTES - used, &n, problems);
        used += status == XC_OK ? n : 0;
    }
    input->head_rest.len = used;
    return status;
}

/* Sets up the second stage: the head goes through it, and is then of what comes out. */
static enum xc_status
begin_unpacking(struct xc_input *input, size_t line, struct xc_problems *problems)
{
    struct waiting *packed = &input->packed;
    enum xc_status status =
        xc_packing_check(input->path, input->packing, input->head_rest, problems);

    if (status != XC_OK)
        return status;
    packed->bytes = xc_arena_alloc(&input->arena, piece_bytes);
    if (packed->bytes == NULL)
        return XC_NO_MEMORY;
    packed->rest.ptr = packed->bytes;
    packed->rest.len = take_some(&input->head_rest, packed->bytes, piece_bytes);
    status = input->packing == XC_PACKING_GZIP
                 ? xc_gzip_new(&input->arena, &input->gzip)
                 : xc_zstd_new(&input->arena, &input->zstd);
    return status == XC_OK ? read_head(input, line, problems) : status;
}

/* Looks at the first bytes and sets up the stages that they need. */
static enum xc_status
begin(struct xc_input *input, size_t line, struct xc_problems *problems)
{
    enum xc_status status = read_head(input, line, problems);

    input->begun = true;
    if (status != XC_OK)
        return status;
    input->packing = xc_str_is(input->path, "-") ? xc_packing_seen(input->head_rest)
                                                 : xc_packing_named(input->path);
    if (input->packing != XC_PACKING_NONE)
        status = begin_unpacking(input, line, problems);
    if (status == XC_OK)
        status = xc_packing_check_text(input->path, input->packing, input->head_rest,
                                       problems);
    if (status != XC_OK)
        return status;
    input->wide = xc_wide_by_mark(input->head_rest);
    if (input->wide == XC_WIDE_NONE)
        return XC_OK;
    input->units.bytes = xc_arena_alloc(&input->arena, piece_bytes);
    return input->units.bytes == NULL ? XC_NO_MEMORY : XC_OK;
}

enum xc_status
xc_input_read(struct xc_input *input, size_t line, char *buffer, size_t size,
              size_t *out_n, struct xc_problems *problems)
{
    enum xc_status status = XC_OK;
    size_t n = 0;

    if (!input->begun)
        status = begin(input, line, problems);
    if (status == XC_OK && input->wide != XC_WIDE_NONE)
        status = read_converted(input, line, buffer, size, &n, problems);
    else if (status == XC_OK)
        n = take_some(&input->head_rest, buffer, size);
    if (status == XC_OK && input->wide == XC_WIDE_NONE && n == 0)
        status = read_plain(input, line, buffer, size, &n, problems);
    if (status == XC_OK)
        *out_n = n;
    return status;
}

static enum xc_status
tell_too_large(const struct xc_input *input, size_t max_bytes,
               struct xc_problems *problems)
{
    const struct xc_place place = {.path = input->path};
    const char *grows =
        input->packing == XC_PACKING_NONE ? "larger" : "unpacks to more";

    return xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, NULL,
                           "%s than %zu bytes", grows, max_bytes)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

/* Reads an input that was begun to its end into arena. */
static enum xc_status
read_whole(struct xc_input *input, size_t max_bytes, struct xc_arena *arena,
           struct xc_str *out, struct xc_problems *problems)
{
    const bool as_it_is =
        input->packing == XC_PACKING_NONE && input->wide == XC_WIDE_NONE;
    /* What one read needs at the least, and a NUL. */
    const size_t least = input->wide == XC_WIDE_NONE ? 2 : 5;
    size_t cap = 2 * piece_bytes;
    enum xc_status status = XC_OK;
    size_t used = 0;
    size_t n = 1;
    char *bytes;

    if (as_it_is && input->size > max_bytes)
        return tell_too_large(input, max_bytes, problems);
    /* The size is a hint only: the file may be written to, and under /proc it is 0. */
    if (as_it_is && input->size > 0)
        cap = input->size + 2;
    bytes = xc_arena_alloc(arena, cap);
    if (bytes == NULL)
        return XC_NO_MEMORY;
    while (status == XC_OK && n > 0 && used <= max_bytes) {
        if (cap - used < least) {
            cap *= 2;
            if (!xc_buffer_regrow(arena, (struct xc_str){bytes, used}, cap, &bytes))
                return XC_NO_MEMORY;
        }
        status = xc_input_read(input, 0, bytes + used, cap - used - 1, &n, problems);
        used += status == XC_OK ? n : 0;
    }
    if (status != XC_OK)
        return status;
    if (used > max_bytes)
        return tell_too_large(input, max_bytes, problems);
    bytes[used] = '\0';
    *out = (struct xc_str){bytes, used};
    return XC_OK;
}

enum xc_status
xc_input_whole(struct xc_str path, size_t max_bytes, struct xc_arena *arena,
               struct xc_str *out, struct xc_problems *problems)
{
    struct xc_input *input;
    enum xc_status status;

    xc_arena_reset(arena);
    status = xc_input_open(path, &input, problems);
    if (status != XC_OK)
        return status;
    status = begin(input, 0, problems);
    if (status == XC_OK)
        status = read_whole(input, max_bytes, arena, out, problems);
    xc_input_close(input);
    return status;
}
