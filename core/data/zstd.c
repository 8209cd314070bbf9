/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/zstd.h"

#include <zstd.h>
#include <zstd_errors.h>

#include "base/limits.h"

struct xc_zstd {
    ZSTD_DCtx *library;
    bool started;      /* a frame was begun */
    bool in_frame;     /* … and has not ended */
    const char *fault; /* NULL: none so far */
};

static const char trailing[] = "holds something else after the end of its zstd data";

/* Whether a frame can begin with this byte. */
static bool
begins_frame(char c)
{
    return c == '\x28' || (c & 0xF0) == 0x50;
}

bool
xc_zstd_begins(struct xc_str bytes)
{
    /* 0xFD2FB528, little-endian, or one of 0x184D2A50 to 0x184D2A5F. */
    return xc_str_starts(bytes, "\x28\xB5\x2F\xFD") ||
           (bytes.len >= 4 && begins_frame(bytes.ptr[0]) &&
            memcmp(bytes.ptr + 1, "\x2A\x4D\x18", 3) == 0);
}

enum xc_status
xc_zstd_new(struct xc_arena *arena, struct xc_zstd **out)
{
    struct xc_zstd *zstd = xc_arena_array(arena, 1, sizeof *zstd);

    if (zstd == NULL)
        return XC_NO_MEMORY;
    zstd->library = ZSTD_createDCtx();
    if (zstd->library == NULL)
        return XC_NO_MEMORY;
    /* Fails only on a window that the library never allows. */
    (void)ZSTD_DCtx_setParameter(zstd->library, ZSTD_d_windowLogMax,
                                 XC_MAX_ZSTD_WINDOW_LOG);
    *out = zstd;
    return XC_OK;
}

void
xc_zstd_free(struct xc_zstd *zstd)
{
    if (zstd != NULL)
        (void)ZSTD_freeDCtx(zstd->library);
}

/* The words for the library's refusal; NULL: memory was short. */
static const char *
fault_of(const struct xc_zstd *zstd, size_t result)
{
    const ZSTD_ErrorCode code = ZSTD_getErrorCode(result);

    if (code == ZSTD_error_memory_allocation)
        return NULL;
    if (code == ZSTD_error_prefix_unknown && zstd->started && !zstd->in_frame)
        return trailing;
    if (code == ZSTD_error_frameParameter_windowTooLarge)
        return "was packed with a larger zstd window than is read (zstd --long)";
    if (code == ZSTD_error_dictionary_wrong)
        return "was packed with a zstd dictionary, which is not read";
    return "is damaged: its zstd data are wrong";
}

/* Unpacks as much as there is input and room for. */
static enum xc_status
read_frame(struct xc_zstd *zstd, struct xc_unpack *step)
{
    ZSTD_inBuffer in = {step->in.ptr, step->in.len, 0};
    ZSTD_outBuffer out = {step->out, step->room, 0};
    const size_t result = ZSTD_decompressStream(zstd->library, &out, &in);

    step->in = xc_str_sub(step->in, in.pos, step->in.len - in.pos);
    step->n_out = out.pos;
    if (ZSTD_isError(result)) {
        zstd->fault = fault_of(zstd, result);
        return zstd->fault == NULL ? XC_NO_MEMORY : XC_OK;
    }
    zstd->in_frame = result != 0;
    zstd->started = true;
    return XC_OK;
}

enum xc_status
xc_zstd_step(struct xc_zstd *zstd, struct xc_unpack *step, const char **out_fault)
{
    enum xc_status status = XC_OK;
    bool waits = false; /* for input that the caller has to give */

    step->n_out = 0;
    step->ended = false;
    while (status == XC_OK && step->n_out == 0 && zstd->fault == NULL && !step->ended &&
           !waits) {
        const bool had_input = step->in.len > 0;

        /* Between two frames the library must not be asked without input: it would wait
         * for the next one. */
        if (had_input && zstd->started && !zstd->in_frame &&
            !begins_frame(step->in.ptr[0]))
            zstd->fault = trailing;
        else if (had_input || zstd->in_frame)
            status = read_frame(zstd, step);
        if (status != XC_OK || step->n_out > 0 || zstd->fault != NULL)
            continue;
        waits = step->in.len == 0 && !step->last;
        step->ended = step->in.len == 0 && step->last && !zstd->in_frame;
        if (step->last && !had_input && zstd->in_frame)
            zstd->fault = "is cut off: its zstd data have no end";
    }
    if (status == XC_OK && step->n_out == 0 && zstd->fault != NULL) {
        *out_fault = zstd->fault;
        return XC_BAD_INPUT;
    }
    return status;
}
