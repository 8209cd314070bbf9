/* SPDX-License-Identifier: Apache-2.0 */
/* The charset of a page or feed: found, and its bytes converted by it. */
#include "config.h"

#include "invariant.h"
#include "io/charset.h"

static void
convert(const struct xc_charset *charset, struct xc_str bytes)
{
    struct xc_problems problems;
    struct xc_arena arena;
    struct xc_str text;
    enum xc_status status;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    invariant_utf8(xc_str_of(charset->name));
    invariant_utf8(xc_str_of(charset->label));
    invariant_str(charset->unknown);
    status =
        xc_charset_convert(charset, XC_STR("a.html"), bytes, &arena, &text, &problems);
    assert(status == XC_OK || (status == XC_BAD_INPUT && problems.n > 0));
    if (status == XC_OK) {
        invariant_utf8(text);
        assert(text.len == 0 || memchr(text.ptr, '\0', text.len) == NULL);
    }
    invariant_problems(&problems);
    xc_arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_str text = harness_input(bytes, n_bytes);
    struct xc_charset charset = xc_charset_html(text);

    convert(&charset, text);
    charset = xc_charset_xml(text);
    convert(&charset, text);
    (void)xc_charset_wide(text);
    /* The first line may be a label, to reach every charset that has a name. */
    if (xc_charset_named(xc_str_sub(text, 0, xc_str_find(text, 0, '\n')), &charset))
        convert(&charset, text);
    return 0;
}
