/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Allocations that fail when a test says so, also those of libraries.
 *
 * The program's own malloc stands before the C library's.  AddressSanitizer has one, too,
 * so under it nothing fails and short_memory_works says so.  Included by one file of a
 * program.
 */
#ifndef XC_TESTS_SHORT_MEMORY_H
#define XC_TESTS_SHORT_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define SHORT_MEMORY_WORKS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SHORT_MEMORY_WORKS 0
#endif
#endif
#if !defined(SHORT_MEMORY_WORKS) && defined(__GLIBC__)
#define SHORT_MEMORY_WORKS 1
#elif !defined(SHORT_MEMORY_WORKS)
#define SHORT_MEMORY_WORKS 0
#endif

/* Allocations until one fails; 0: none will. */
static size_t short_memory_countdown;

static inline bool
short_memory_works(void)
{
    return SHORT_MEMORY_WORKS != 0;
}

#if SHORT_MEMORY_WORKS
void *__libc_malloc(size_t n_bytes); /* NOLINT(bugprone-reserved-identifier) */
void *__libc_calloc(size_t n,
                    size_t n_bytes); /* NOLINT(bugprone-reserved-identifier) */
void *__libc_realloc(void *old,
                     size_t n_bytes); /* NOLINT(bugprone-reserved-identifier) */

static bool
short_memory_fails(void)
{
    return short_memory_countdown > 0 && --short_memory_countdown == 0;
}

void *
malloc(size_t n_bytes)
{
    return short_memory_fails() ? NULL : __libc_malloc(n_bytes);
}

void *
calloc(size_t n, size_t n_bytes)
{
    return short_memory_fails() ? NULL : __libc_calloc(n, n_bytes);
}

void *
realloc(void *old, size_t n_bytes)
{
    return short_memory_fails() ? NULL : __libc_realloc(old, n_bytes);
}
#endif

#endif
