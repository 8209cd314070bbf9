/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tags of a document that were over a cap, told once for each cap.
 */
#ifndef XC_DATA_MARKUP_CAPS_H
#define XC_DATA_MARKUP_CAPS_H

#include "base/status.h"
#include "base/table.h"

struct xc_markup_caps {
    struct xc_str text; /* the document as given, its path, and where it is told */
    struct xc_str path;
    struct xc_problems *problems;
    size_t n_long; /* over XC_MAX_TAG_BYTES; where the first begins: */
    size_t long_off;
    size_t n_full; /* over XC_MAX_TAG_ATTRIBUTES */
    size_t full_off;
    struct xc_table names; /* in arena */
    struct xc_arena *arena;
};

/* Counts the tag at off when it is over a cap. */
void xc_markup_caps_note(struct xc_markup_caps *caps, size_t off, size_t n_bytes,
                         size_t n_attributes);

/*
 * Counts a name of the text, which is borrowed, in the tag at off.  XC_BAD_INPUT: there
 * are over XC_MAX_MARKUP_NAMES different ones, told; the library's own table of names
 * doesn't grow with them.
 */
XC_MUST_CHECK enum xc_status xc_markup_caps_name(struct xc_markup_caps *caps,
                                                 size_t off, struct xc_str name);

/* Tells what was counted.  False when memory is short, as below. */
bool xc_markup_caps_tell(const struct xc_markup_caps *caps);

/* Tells that the DOCTYPE at off declares entities of its own. */
bool xc_markup_caps_declares(const struct xc_markup_caps *caps, size_t off);

/* Tells, as malformed, what stands at off: printf's message.  XC_BAD_INPUT when it was
 * told, else XC_NO_MEMORY. */
enum xc_status xc_markup_caps_fault(const struct xc_markup_caps *caps, size_t off,
                                    const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
