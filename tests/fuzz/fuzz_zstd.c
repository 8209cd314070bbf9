/* SPDX-License-Identifier: Apache-2.0 */
/* Zstandard data, in one piece and in many. */
#include "config.h"

#include "data/zstd.h"
#include "unpacking.h"

static void *
make(struct xc_arena *arena)
{
    struct xc_zstd *handle;

    assert(xc_zstd_new(arena, &handle) == XC_OK);
    return handle;
}

static void
release(void *handle)
{
    xc_zstd_free(handle);
}

static enum xc_status
step(void *handle, struct xc_unpack *step, const char **out_fault)
{
    return xc_zstd_step(handle, step, out_fault);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    static const struct unpacking_format format = {make, release, step, false};
    struct xc_str packed = harness_input(bytes, n_bytes);

    (void)xc_zstd_begins(packed);
    unpacking_check(&format, packed);
    return 0;
}
