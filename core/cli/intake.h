/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Articles on their way through a crew: documents are put together in batches, read and
 * worked on by whichever thread is free, and what came of them is taken in the order in
 * which they came.  So the number of threads leaves no trace.
 */
#ifndef XC_CLI_INTAKE_H
#define XC_CLI_INTAKE_H

#include "cli/inputs.h"

struct xc_intake;

/*
 * A handle, freed by xc_intake_close.  What inputs->work says is done; problems and lost
 * inputs go to inputs.  All three are borrowed.
 */
XC_MUST_CHECK enum xc_status xc_intake_open(struct xc_source_inputs *inputs,
                                            const struct xc_reader *reader,
                                            struct xc_intake **out);

/* The list for problems that are met between documents: they are told in their place. */
struct xc_problems *xc_intake_problems(struct xc_intake *intake);

/*
 * Adds a document whose bytes live in arena, which becomes empty; or, where arena is NULL,
 * are borrowed for the call.  Its path is borrowed for the call; its feed and its metadata
 * are until the next xc_intake_settle.  Fails as what inputs->work names.
 */
XC_MUST_CHECK enum xc_status xc_intake_add(struct xc_intake *intake,
                                           const struct xc_document *document,
                                           struct xc_arena *arena);

/* Has all documents that were added read, worked on and taken, and all problems told. */
XC_MUST_CHECK enum xc_status xc_intake_settle(struct xc_intake *intake);

/* Accepts NULL.  What was not settled is dropped. */
void xc_intake_close(struct xc_intake *intake);

#endif
