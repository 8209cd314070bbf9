/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Metadata of sources: front matter, and the sources.yaml beside the files.
 *
 * sources.yaml is a map from a file's name (or name#id for JSON Lines) to a map of
 * publisher, title, author, published, url, language, licence, note.  What it says
 * overrides the file.
 */
#ifndef XC_SOURCE_METADATA_H
#define XC_SOURCE_METADATA_H

#include "data/node.h"
#include "source/source.h"

struct xc_metadata; /* one sources.yaml, read-only */

/*
 * Reads a sources.yaml (path, whole text); *out lives in arena.
 * XC_BAD_RULE: every fault is told as a XC_PROBLEM_METADATA problem; *out untouched.
 */
XC_MUST_CHECK enum xc_status xc_metadata_parse(struct xc_str path, struct xc_str text,
                                               struct xc_arena *arena,
                                               const struct xc_metadata **out,
                                               struct xc_problems *problems);

/* Overrides source's fields with the entry for name (file name, or name#id), if any.
 * A bad date is told and left out.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_metadata_apply(const struct xc_metadata *metadata,
                                               struct xc_str name,
                                               struct xc_arena *arena,
                                               struct xc_source *source,
                                               struct xc_problems *problems);

/* The name of the i-th entry (from 0) and its place in the file, both borrowed; false
 * when there are not so many. */
bool xc_metadata_entry(const struct xc_metadata *metadata, size_t i,
                       struct xc_str *out_name, struct xc_place *out_place);

#endif
