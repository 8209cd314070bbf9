/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-16 and UTF-32 into UTF-8, as a whole and in pieces, by its mark or by the first byte
 * (the rest is then the text). */
#include "config.h"

#include "data/wide.h"
#include "invariant.h"

enum { PIECE = 5, SMALL_ROOM = 7 };

struct converted {
    struct harness_buffer bytes;
    size_t n_bad;
};

static void
convert(enum xc_wide wide, struct xc_str text, size_t piece, size_t room,
        struct converted *out)
{
    struct xc_sink sink = harness_sink(&out->bytes);
    char bytes[64];
    struct xc_str in = {text.ptr, 0};
    size_t at = 0;

    out->n_bad = 0;
    for (;;) {
        size_t more = text.len - at < piece ? text.len - at : piece;
        bool last;
        size_t left;
        size_t n;

        in.len += more;
        at += more;
        last = at == text.len;
        left = in.len;
        n = xc_wide_convert(wide, &in, last, bytes, room, &out->n_bad);
        assert(n <= room && in.len <= left && in.ptr + in.len == text.ptr + at);
        xc_sink_put(&sink, (struct xc_str){bytes, n});
        if (last && in.len == 0)
            break;
        assert(n > 0 || !last);
    }
}

static void
check(enum xc_wide wide, struct xc_str text)
{
    struct converted whole;
    struct converted pieces;

    convert(wide, text, text.len, 64, &whole);
    convert(wide, text, PIECE, SMALL_ROOM, &pieces);
    invariant_utf8(harness_written(&whole.bytes));
    assert(xc_str_equal(harness_written(&whole.bytes), harness_written(&pieces.bytes)));
    assert(whole.n_bad == pieces.n_bad);
    harness_buffer_free(&whole.bytes);
    harness_buffer_free(&pieces.bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str text = harness_input(bytes, n_bytes);
    enum xc_wide wide = xc_wide_by_mark(text);

    if (wide != XC_WIDE_NONE) {
        assert(xc_wide_name(wide) != NULL);
        check(wide, text);
    } else if (n_bytes > 0) {
        check((enum xc_wide)(XC_WIDE_UTF16_LE + bytes[0] % XC_WIDE_UTF32_BE),
              xc_str_sub(text, 1, n_bytes - 1));
    }
    return 0;
}
