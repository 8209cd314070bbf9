/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A text that grows in an arena as a sink is written to.
 *
 *     struct xc_growing growing = {.arena = arena};
 *     struct xc_sink pen = xc_growing_pen(&growing);
 *     xc_sink_text(&pen, "the pier ");
 *     xc_sink_printf(&pen, "%d", 7);
 *     struct xc_str text = xc_growing_text(&growing, &pen);  ->  "the pier 7"
 */
#ifndef XC_BASE_GROWING_H
#define XC_BASE_GROWING_H

#include "base/arena.h"
#include "base/sink.h"

struct xc_growing {
    struct xc_arena *arena;
    char *bytes;
    size_t n;
    size_t cap;
};

/* The sink that writes to growing; it fails when memory is short. */
struct xc_sink xc_growing_pen(struct xc_growing *growing);

/* What was written, living in the arena; ptr NULL when memory was short. */
struct xc_str xc_growing_text(const struct xc_growing *growing,
                              const struct xc_sink *pen);

/* The same for who notes failures: "" then, and *failed is set. */
struct xc_str xc_growing_text_or(const struct xc_growing *growing,
                                 const struct xc_sink *pen, bool *failed);

#endif
