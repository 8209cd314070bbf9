/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory for a library that ends the program when its allocator refuses.
 *
 * While xc_allocation_run runs, the three hooks take memory from an arena of its own,
 * and running short leaves the library by a jump; afterwards all of it is given back.
 * Outside of it they take from a fixed piece of memory that lasts as long as the program,
 * for what the library registers with itself at the start.
 */
#ifndef XC_SOURCE_ALLOCATION_H
#define XC_SOURCE_ALLOCATION_H

#include "base/status.h"

/*
 * Calls work(context), whose allocations must go through the hooks below and may take
 * max_bytes in all.  XC_BAD_INPUT: it wanted more; XC_NO_MEMORY: memory is short.  It
 * was then left in the middle, and what it has made through the hooks is gone; what it
 * has put into other arenas is whole.  Not to be nested.
 */
XC_MUST_CHECK enum xc_status
xc_allocation_run(size_t max_bytes, void (*work)(void *context), void *context);

/* As calloc, realloc and free. */
void *xc_allocation_calloc(size_t n, size_t size);
void *xc_allocation_realloc(void *old, size_t n_bytes);
void xc_allocation_free(void *at);

#endif
