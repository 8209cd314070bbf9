/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory for libxml2, which doesn't look at every allocation.
 *
 * While xc_markup_memory_run runs, the hooks keep count of all that they hand out, and
 * running short leaves the library by a jump, before it could lose a name in silence;
 * afterwards all of it is given back, whatever the library has forgotten to free.
 */
#ifndef XC_DATA_MARKUP_MEMORY_H
#define XC_DATA_MARKUP_MEMORY_H

#include "base/status.h"

/*
 * Calls work(context), whose allocations must go through the hooks below, and then
 * done(), for which they still work and which must not allocate.  The status that work
 * was left with, XC_OK when it returned.  What it has made through the hooks is gone;
 * what it has put into other arenas is whole.  Not to be nested.
 */
XC_MUST_CHECK enum xc_status xc_markup_memory_run(void (*work)(void *context),
                                                  void *context, void (*done)(void));

/* Leaves the work in the middle, from inside a callback of the library. */
_Noreturn void xc_markup_memory_leave(enum xc_status status);

/* As malloc, realloc, free and strdup; before the first run what is taken is for good. */
void *xc_markup_memory_take(size_t n_bytes);
void *xc_markup_memory_grow(void *old, size_t n_bytes);
void xc_markup_memory_give(void *at);
char *xc_markup_memory_copy(const char *text);

#endif
