/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the fuzz harnesses share: the lexicon, an input cut into blocks, a sink in memory.
 *
 * A harness is one function from bytes to nothing: it must end, leave no memory behind
 * and find every assertion true, whatever the bytes.  The same function is linked with
 * replay.c, which feeds it files, and with clang's libFuzzer, which invents them.
 */
#ifndef XC_TESTS_FUZZ_HARNESS_H
#define XC_TESTS_FUZZ_HARNESS_H

#undef NDEBUG
#include <assert.h>
#include <stdint.h>

#include "base/sink.h"
#include "engine/reader.h"
#include "lexicon/lexicon.h"
#include "origin/rules.h"

/* The harness itself, under the name that libFuzzer calls. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes);

/* The bytes as a str; "" when there are none. */
struct xc_str harness_input(const uint8_t *bytes, size_t n_bytes);

/* The embedded lexicon, loaded at the first call and kept. */
const struct xc_lexicon *harness_lexicon(void);

/* The embedded word data of origins, likewise. */
const struct xc_origin_rules *harness_origins(void);

/* A reader, likewise. */
const struct xc_reader *harness_reader(void);

/* Cuts *rest at its first byte c and gives what stands before it; all of it, and *rest
 * becomes "", when there is none. */
struct xc_str harness_cut(struct xc_str *rest, char c);

/*
 * The input as prose: as it is, but when it begins with '~', each further byte stands for
 * a word or sign of English, so that a mutation gives another sentence and not noise.
 */
struct xc_str harness_prose(struct xc_str input, struct xc_arena *arena);

/*
 * Cuts the article into blocks at each byte 0x1E, whose next byte says the kind, and the
 * blocks into runs at each 0x1F.  All of them lie in arena.
 */
struct xc_block *harness_blocks(struct xc_str article, struct xc_arena *arena,
                                size_t *out_n);

/* A copy of text in which each byte that is not of UTF-8, or NUL, is '?'. */
struct xc_str harness_utf8(struct xc_str text, struct xc_arena *arena);

/* The article as one paragraph, folded and split. */
void harness_text(struct xc_str article, struct xc_arena *arena, struct xc_text *out);

/* A sink that keeps what it gets. */
struct harness_buffer {
    char *bytes;
    size_t n;
    size_t cap;
};

/* A sink into *buffer, which is emptied; its memory is given back by
 * harness_buffer_free. */
struct xc_sink harness_sink(struct harness_buffer *buffer);
struct xc_str harness_written(const struct harness_buffer *buffer);
void harness_buffer_free(struct harness_buffer *buffer);

#endif
