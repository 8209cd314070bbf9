/* SPDX-License-Identifier: Apache-2.0 */
/* gzip data, in one piece and in many. */
#include "config.h"

#include "data/gzip.h"
#include "unpacking.h"

static void *
make(struct xc_arena *arena)
{
    struct xc_gzip *handle;

    assert(xc_gzip_new(arena, &handle) == XC_OK);
    return handle;
}

static void
release(void *handle)
{
    xc_gzip_free(handle);
}

static enum xc_status
step(void *handle, struct xc_unpack *step, const char **out_fault)
{
    return xc_gzip_step(handle, step, out_fault);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    static const struct unpacking_format format = {make, release, step, true};
    struct xc_str packed = harness_input(bytes, n_bytes);

    (void)xc_gzip_begins(packed);
    unpacking_check(&format, packed);
    return 0;
}
