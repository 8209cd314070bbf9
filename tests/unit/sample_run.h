/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A hand-built run for the tests of report/: two topics about an invented gala and an
 * invented bridge, seven claims with every verdict, three sources, two problems.
 */
#ifndef XC_TESTS_SAMPLE_RUN_H
#define XC_TESTS_SAMPLE_RUN_H

#include "base/sink.h"
#include "engine/run.h"

/*
 * The run, in arena.  Every text that comes from outside (ids, titles, quotes, names,
 * messages) is followed by poison; "" gives the plain run.
 */
struct xc_run *sample_run_new(struct xc_arena *arena, struct xc_str poison);

/* A run of nothing: no topics, claims, sources or problems. */
struct xc_run *sample_run_empty(struct xc_arena *arena);

/* Collects what a writer sends. */
struct sample_output {
    struct xc_sink sink;
    char *bytes; /* NUL-ended */
    size_t len;
    size_t cap;
    size_t most; /* bytes taken before the sink fails */
};

void sample_output_init(struct sample_output *output);
void sample_output_release(struct sample_output *output);

/* What is worth testing as poison: everything that HTML, Markdown, JSON, a terminal or
 * a decoder of UTF-8 could act on. */
extern const struct xc_str sample_poisons[];
extern const size_t sample_n_poisons;

#endif
