/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers that name no number: "dozens of", "several", "a few hundred", "hundreds of
 * thousands"; and the exact ones said in the same way: "a couple of million", "a pair of".
 */
#ifndef XC_VALUE_VAGUE_H
#define XC_VALUE_VAGUE_H

#include "value/number.h"

/* The one that begins at atom i, its "of" included. */
bool xc_vague_read(const struct xc_atoms *atoms, size_t i, struct xc_number *out);

#endif
