/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/word_run.h"

#include "data/utf8.h"
#include "text/fold.h"

static bool
is_of_word(uint32_t code)
{
    return xc_code_is_letter(code) || xc_code_is_mark(code) || xc_code_is_digit(code);
}

enum xc_status
xc_word_run_of(struct xc_str text, struct xc_arena *arena, struct xc_str *out)
{
    struct xc_str folded;
    char *run;
    size_t len = 1;
    size_t off = 0;

    if (xc_fold_short(text, true, arena, &folded) != XC_OK)
        return XC_NO_MEMORY;
    /* No word is longer than what it was made of; one space before, one behind. */
    run = xc_arena_array(arena, folded.len + 2, 1);
    if (run == NULL)
        return XC_NO_MEMORY;
    run[0] = ' ';
    while (off < folded.len) {
        uint32_t code = 0;
        size_t n = xc_utf8_decode(folded, off, &code);

        if (n > 0 && is_of_word(code)) {
            memcpy(run + len, folded.ptr + off, n);
            len += n;
        } else if (run[len - 1] != ' ') {
            run[len++] = ' ';
        }
        off += n > 0 ? n : 1;
    }
    if (run[len - 1] != ' ')
        run[len++] = ' ';
    *out = len == 1 ? XC_STR("") : (struct xc_str){run, len};
    return XC_OK;
}
