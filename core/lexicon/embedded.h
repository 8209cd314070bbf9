/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lexicon's files as the build put them into the binary (tools/embed.sh).
 */
#ifndef XC_LEXICON_EMBEDDED_H
#define XC_LEXICON_EMBEDDED_H

#include <stddef.h>

struct xc_embedded {
    const char *name; /* file name without folder and ".tsv" */
    const unsigned char *bytes;
    size_t len;
};

extern const struct xc_embedded xc_embedded_files[];
extern const size_t xc_embedded_n_files;

#endif
