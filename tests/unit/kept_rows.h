/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Mentions by hand: rows of a table of facts become struct xc_kept.
 *
 * Words are split at spaces; '|' parts the sentence before, the evidence and the one
 * after: "it was late | three men tied the corset | she smiled".
 */
#ifndef XC_TESTS_KEPT_ROWS_H
#define XC_TESTS_KEPT_ROWS_H

#include <check.h>
#include <string.h>

#include "base/hash.h"
#include "origin/origin.h"

struct row {
    size_t source;
    enum xc_stance stance;
    const char *speaker; /* NULL: own voice; "": unknown; else the name as written */
    const char *window;
    const char *quotation; /* NULL: none */
    const char *citation;  /* NULL: none */
    const char *block;     /* NULL: no block hash */
};

static inline uint64_t
rows_hash(struct xc_str *words, size_t n)
{
    uint64_t hash = 1;
    size_t i;

    for (i = 0; i < n; i++)
        hash = xc_hash_join(hash, xc_hash_bytes(words[i]));
    return hash;
}

/* The key of a name: lower case, without "the " and "Mayor ". */
static inline struct xc_str
rows_key(struct xc_arena *arena, struct xc_str name)
{
    char *key;
    size_t i;

    if (xc_str_starts(name, "the "))
        name = xc_str_sub(name, 4, name.len - 4);
    if (xc_str_starts(name, "Mayor "))
        name = xc_str_sub(name, 6, name.len - 6);
    key = xc_arena_copy(arena, name.ptr, name.len);
    ck_assert_ptr_nonnull(key);
    for (i = 0; i < name.len; i++) {
        if (key[i] >= 'A' && key[i] <= 'Z')
            key[i] = (char)(key[i] + 'a' - 'A');
    }
    return (struct xc_str){key, name.len};
}

static inline void
rows_window(struct xc_arena *arena, const char *text, struct xc_kept *kept)
{
    struct xc_str rest = xc_str_of(text);
    struct xc_str word;
    size_t n_bars = 0;
    size_t max = rest.len + 1;

    kept->window = xc_arena_array(arena, max, sizeof *kept->window);
    ck_assert_ptr_nonnull(kept->window);
    while (xc_str_split(&rest, ' ', &word)) {
        if (xc_str_is(word, "|")) {
            if (n_bars++ == 0)
                kept->evidence.first = kept->n_window;
            else
                kept->evidence.end = kept->n_window;
        } else if (word.len > 0) {
            kept->window[kept->n_window++] = word;
        }
    }
    if (n_bars == 0)
        kept->evidence = (struct xc_range){0, kept->n_window};
}

static inline struct xc_kept
rows_make(struct xc_arena *arena, const struct row *row)
{
    struct xc_kept kept;
    size_t n;

    memset(&kept, 0, sizeof kept);
    kept.source = row->source;
    kept.stance = row->stance;
    kept.event.place = XC_EVENT_THIS;
    kept.voice.kind = XC_VOICE_OWN;
    if (row->speaker != NULL) {
        kept.voice.kind = row->speaker[0] == '\0' ? XC_VOICE_UNNAMED : XC_VOICE_SPEAKER;
        kept.voice.name = xc_str_of(row->speaker);
        kept.voice.key = rows_key(arena, kept.voice.name);
        kept.voice.commitment = XC_COMMITMENT_NEUTRAL;
    }
    rows_window(arena, row->window, &kept);
    n = kept.evidence.end - kept.evidence.first;
    if (n >= 4)
        kept.sentence_hash = rows_hash(&kept.window[kept.evidence.first], n);
    kept.before = XC_STR("");
    kept.after = XC_STR("");
    kept.quote = xc_str_of(row->window);
    if (row->quotation != NULL) {
        kept.quotation = xc_str_of(row->quotation);
        kept.voice.quoted = true;
    }
    if (row->citation != NULL) {
        kept.citations = xc_arena_array(arena, 1, sizeof *kept.citations);
        ck_assert_ptr_nonnull(kept.citations);
        kept.citations[0] = xc_str_of(row->citation);
        kept.n_citations = 1;
    }
    if (row->block != NULL)
        kept.block_hash = xc_hash_bytes(xc_str_of(row->block));
    return kept;
}

#endif
