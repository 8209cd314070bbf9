/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One fixed 64-bit hash for words, sentences and blocks.
 *
 * The seed is fixed, so that the same input gives the same bytes out on every
 * machine; whoever looks something up by hash compares the bytes afterwards.
 */
#ifndef XC_BASE_HASH_H
#define XC_BASE_HASH_H

#include <stdint.h>

#include "base/span.h"

/* The hash of the bytes: equal bytes, equal hash, on every machine. */
uint64_t xc_hash_bytes(struct xc_str bytes);

/* The hash of the pair (hash, next): order matters, for building up sequences. */
uint64_t xc_hash_join(uint64_t hash, uint64_t next);

#endif
