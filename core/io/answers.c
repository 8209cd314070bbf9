/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/answers.h"

#include <unistd.h>

#include "io/refusal.h"
#include "io/stream.h"

/* Reads another piece once the last one is used up. */
static enum xc_status
fill(struct xc_answers *answers, struct xc_problems *problems)
{
    int errnum;

    if (answers->start < answers->end || answers->at_end)
        return XC_OK;
    answers->start = 0;
    errnum = xc_stream_read(STDIN_FILENO, answers->piece, sizeof answers->piece,
                            &answers->end);
    if (errnum != 0)
        return xc_refusal_tell(problems, XC_PROBLEM_UNREADABLE,
                               XC_STR("standard input"), "can't be read", errnum)
                   ? XC_IO_FAILED
                   : XC_NO_MEMORY;
    answers->at_end = answers->end == 0;
    return XC_OK;
}

enum xc_status
xc_answers_next(struct xc_answers *answers, struct xc_str *out, bool *out_found,
                struct xc_problems *problems)
{
    size_t len = 0;
    bool any = false;

    for (;;) {
        enum xc_status status = fill(answers, problems);
        char c;

        if (status != XC_OK)
            return status;
        if (answers->at_end)
            break;
        any = true;
        c = answers->piece[answers->start++];
        if (c == '\n')
            break;
        if (len < sizeof answers->line)
            answers->line[len++] = c;
    }
    *out = xc_str_trim((struct xc_str){answers->line, len});
    *out_found = any;
    return XC_OK;
}
