/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The fields of a source out of a map of plain values: front matter, an entry of
 * sources.yaml, a record of JSON Lines.
 */
#ifndef XC_SOURCE_FIELDS_H
#define XC_SOURCE_FIELDS_H

#include "data/node.h"
#include "source/source.h"

/* The keys that xc_fields_apply knows, and with them licence and note; NULL-ended. */
extern const char *const xc_fields_known[];

/* Makes source one of which nothing is known: every field "" or false. */
void xc_fields_clear(struct xc_source *source);

/*
 * Sets source's publisher, title, author, published, url and language to what map says
 * of them; a list of authors is joined by commas.  What can't be used (a date without a
 * day, a list for a title) is told as a metadata problem of the file path, whose whole
 * text is text, and left out.  Other keys are passed over.  Strings borrow from map or
 * live in arena.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_fields_apply(const struct xc_node *map,
                                             struct xc_str path, struct xc_str text,
                                             struct xc_arena *arena,
                                             struct xc_source *source,
                                             struct xc_problems *problems);

/*
 * Sets the published date to the text of an ISO date with a day.  What it is not is
 * told at place.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_fields_published(struct xc_str text,
                                                 const struct xc_place *place,
                                                 struct xc_source *source,
                                                 struct xc_problems *problems);

#endif
