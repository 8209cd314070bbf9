/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that a log would act on.  GitHub's runner reads every line that a step prints:
 * one that begins with "::error::", whatever white space stands before, and one with
 * "##[error]" anywhere in it are commands.  Where a line is broken depends on its width,
 * so that any word of an article may come to begin one.
 *
 *     if (xc_command_watch_sees(&watch, code))
 *         escape the character; "::" becomes ":\x3a", "##[" becomes "##\x5b"
 *     xc_command_watch_pass(&watch, code);
 */
#ifndef XC_REPORT_COMMAND_WATCH_H
#define XC_REPORT_COMMAND_WATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum xc_command_opening {
    XC_COMMAND_NOTHING, /* nothing visible yet of what may begin a line */
    XC_COMMAND_COLON,   /* one colon and no more */
    XC_COMMAND_OTHER,
};

/* Starts as {0}, before each word. */
struct xc_command_watch {
    enum xc_command_opening opening;
    size_t n_hashes; /* just passed, in a row */
};

/* Whether code would complete "::" or "##[" here. */
bool xc_command_watch_sees(const struct xc_command_watch *watch, uint32_t code);

void xc_command_watch_pass(struct xc_command_watch *watch, uint32_t code);

/* What follows may begin a line. */
void xc_command_watch_break(struct xc_command_watch *watch);

#endif
