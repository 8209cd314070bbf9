/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A run without rules: articles in one by one, and after the last one the groups of those
 * that share text.
 *
 *     xc_corpus_run_init(&run, &lexicon, &rules, scratch);
 *     for each source: xc_corpus_run_add(&run, &article_arena, &source);
 *     xc_corpus_run_finish(&run);
 *     xc_report_origins_text(&run, …);
 *     xc_corpus_run_release(&run);
 */
#ifndef XC_ENGINE_CORPUS_RUN_H
#define XC_ENGINE_CORPUS_RUN_H

#include "lexicon/lexicon.h"
#include "origin/corpus_groups.h"
#include "source/source.h"

/* The ids of the articles read: a table that holds but their numbers, since there may be
 * millions. */
struct xc_corpus_ids {
    struct xc_str_vec items; /* in the order read: of the corpus's articles */
    uint32_t *slots;         /* number from 1; 0 free */
    size_t cap;              /* a power of two */
};

struct xc_corpus_run {
    struct xc_arena arena;
    const struct xc_lexicon *lexicon;
    struct xc_corpus corpus;
    struct xc_corpus_ids ids;
    struct xc_table publishers; /* folded name -> number from 1 */
    struct xc_str_vec publisher_names;
    struct xc_corpus_groups groups; /* from xc_corpus_run_finish on */
    struct xc_problems problems;
    size_t n_lost;   /* inputs that could not be read: exit code 3 */
    size_t n_unread; /* named and not read: the same, and what is not English */
};

/* Makes an empty run; what is named is borrowed.  Released by xc_corpus_run_release. */
void xc_corpus_run_init(struct xc_corpus_run *run, const struct xc_lexicon *lexicon,
                        const struct xc_origin_rules *rules,
                        const struct xc_scratch *scratch);
void xc_corpus_run_release(struct xc_corpus_run *run);

/* What is known of an article beside its id: its publisher ("" unknown), and whether its
 * published date is known. */
struct xc_str xc_corpus_run_publisher(const struct xc_corpus_run *run, size_t article);
bool xc_corpus_run_published(const struct xc_corpus_run *run, size_t article,
                             struct xc_date *out);

/* Counts n inputs that could not be read. */
void xc_corpus_run_lost(struct xc_corpus_run *run, size_t n);

/* Reads one source (borrowed for the call); article is its memory, reset by the caller.
 * One that is not in English or was read before is passed over and told. */
XC_MUST_CHECK enum xc_status xc_corpus_run_add(struct xc_corpus_run *run,
                                               struct xc_arena *article,
                                               const struct xc_source *source);

/* Joins and groups all that was added. */
XC_MUST_CHECK enum xc_status xc_corpus_run_finish(struct xc_corpus_run *run);

#endif
