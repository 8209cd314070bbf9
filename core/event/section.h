/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sections: which blocks of an article stand under a year that heads them.
 *
 *     ## 2031                   2031 for all blocks until the next heading
 *     Her corset was tight.
 *     2033: Her cape was loose. 2033 for this block
 *
 * A line of plain text that is only a year heads what follows when there are others
 * like it; how far the last one reaches nothing says, so it is given one block.
 */
#ifndef XC_EVENT_SECTION_H
#define XC_EVENT_SECTION_H

#include "event/sign.h"

struct xc_section {
    const struct xc_sign *label; /* NULL: none */
    bool unsure; /* after a section, and nothing says whether it goes on */
};

/* The section of each block of text, in arena; NULL when memory is short. */
const struct xc_section *xc_sections_find(const struct xc_text *text,
                                          const struct xc_signs *signs,
                                          struct xc_arena *arena);

#endif
