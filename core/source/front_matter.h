/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Front matter: YAML between two lines "---" at the very start of a file.
 */
#ifndef XC_SOURCE_FRONT_MATTER_H
#define XC_SOURCE_FRONT_MATTER_H

#include "data/node.h"
#include "source/blocks.h"

struct xc_front_matter {
    size_t end;                /* offset of what comes after it; 0: there is none */
    const struct xc_node *map; /* its fields, NULL when it can't be read or is empty */
    struct xc_span inner;      /* the YAML */
};

/*
 * Finds and reads the front matter of text, the whole of the file path, into *out
 * (arena).  What is wrong with it is told as metadata problems.  XC_NO_MEMORY is the
 * only failure.
 */
XC_MUST_CHECK enum xc_status
xc_front_matter_read(struct xc_str path, struct xc_str text, struct xc_arena *arena,
                     struct xc_front_matter *out, struct xc_problems *problems);

/*
 * The bytes of the file that spell the title, without quotes, escapes and line ends, as
 * runs; none when they can't be told.  False when memory is short.
 */
bool xc_front_matter_title(const struct xc_front_matter *matter, struct xc_str text,
                           struct xc_arena *arena, struct xc_run_vec *out);

#endif
