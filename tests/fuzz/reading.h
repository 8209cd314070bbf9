/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading bytes as an article file, for the harnesses of the readers.
 */
#ifndef XC_TESTS_FUZZ_READING_H
#define XC_TESTS_FUZZ_READING_H

#include "engine/reader.h"
#include "invariant.h"

/* The number of lines that bytes have: an empty file has one. */
size_t reading_lines(struct xc_str bytes);

/* Reads bytes as the file path, checks what comes out and splits it into words. */
void reading_check(enum xc_format format, struct xc_str path, struct xc_str bytes);

/* Checks a source made from n_lines lines and its problems, and splits its text. */
void reading_check_source(const struct xc_source *source, size_t n_lines,
                          struct xc_arena *arena);

#endif
