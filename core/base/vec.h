/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Growing arrays in an arena.
 *
 * A vector is any struct with the members `items`, `n` and `cap`, zeroed to begin:
 *
 *     struct xc_word_vec { struct xc_word *items; size_t n, cap; };
 *     struct xc_word *word = XC_VEC_ADD(&words, arena);
 *     if (word == NULL)
 *         return XC_NO_MEMORY;
 *
 * Growing copies, so a pointer into `items` holds until the next add.  These are
 * the only function-like macros beside XC_STR; neither hides control flow.
 */
#ifndef XC_BASE_VEC_H
#define XC_BASE_VEC_H

#include <string.h>

#include "base/arena.h"

/* Pointer to a new zeroed last element of *vec, or NULL when memory is short. */
#define XC_VEC_ADD(vec, arena)                                                         \
    (xc_vec_room(&(vec)->items, (vec)->n, &(vec)->cap, sizeof *(vec)->items, (arena))  \
         ? &(vec)->items[(vec)->n++]                                                   \
         : NULL)

/* The number of elements of a true array. */
#define XC_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Makes room for an n-th element: an array of twice the size, in its place or by copying
 * within the arena.  False when memory is short; the array is then untouched. */
bool xc_vec_grow(void *items_field, size_t n, size_t *cap, size_t size,
                 struct xc_arena *arena);

/*
 * Makes room for an n-th element in the array that *items_field (a T **) points to
 * and zeroes it.  False when memory is short.
 */
static inline bool
xc_vec_room(void *items_field, size_t n, size_t *cap, size_t size,
            struct xc_arena *arena)
{
    void *items;

    if (n == *cap && !xc_vec_grow(items_field, n, cap, size, arena))
        return false;
    /* items_field is a T **; memcpy reads it without breaking aliasing. */
    memcpy(&items, items_field, sizeof items);
    memset((unsigned char *)items + n * size, 0, size);
    return true;
}

#endif
