/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Answers: what a person types, or a pipe holds, line by line on standard input.
 *
 * Nothing is read before it is asked for, so that a prompt never waits for the answer to
 * the next one.
 */
#ifndef XC_IO_ANSWERS_H
#define XC_IO_ANSWERS_H

#include "base/limits.h"
#include "base/status.h"

struct xc_answers {
    char piece[4096]; /* read, and used up to start */
    size_t start;
    size_t end;
    bool at_end;
    char line[XC_MAX_ANSWER_BYTES];
};

/*
 * The next line without its end and the white space around it, into *out (borrowed until
 * the next call); of a long one only its beginning.  *out_found is false at the end of
 * input.  XC_IO_FAILED: told.
 */
XC_MUST_CHECK enum xc_status xc_answers_next(struct xc_answers *answers,
                                             struct xc_str *out, bool *out_found,
                                             struct xc_problems *problems);

#endif
