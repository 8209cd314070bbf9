/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Hyperscan as a baseline: it finds the words of all patterns as literals, an article at
 * once; a pattern that has a word of each of its groups in a sentence is run by PCRE2.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "matching.h"

#ifdef XC_BENCH_HYPERSCAN

#include <hs.h>

/* A word stands in a group of a pattern. */
struct member {
    uint32_t pattern;
    uint32_t group; /* a bit */
};

struct member_vec {
    struct member *items;
    size_t n;
    size_t cap;
};

struct literal {
    struct xc_str key;
    struct member_vec members;
};

struct literal_vec {
    struct literal *items;
    size_t n;
    size_t cap;
};

/* How many groups of a pattern the sentence has. */
struct seen {
    uint32_t sentence;
    uint32_t groups;
};

struct scan {
    struct literal_vec literals;
    uint32_t *all; /* per pattern: the bits of all its groups */
    struct seen *seen;
    struct xc_str text; /* the article's sentences, a line each */
    const size_t *ends; /* of the lines */
    size_t line;
    uint32_t serial; /* of the sentence, over all articles */
    uint32_t *hits;  /* patterns that have all their groups, with their line */
    uint32_t *hit_lines;
    size_t n_hits;
    size_t cap_hits;
};

static void
add_words(struct scan *scan, struct bench *bench)
{
    struct xc_table numbers = {NULL, 0, 0};
    const struct xc_claim *claim;

    for (size_t p = 0; p < xc_matcher_n_patterns(bench->matcher); p++) {
        const struct xc_pattern *pattern =
            xc_matcher_pattern(bench->matcher, p, &claim);

        for (size_t g = 0; g < pattern->n_required && g < 32; g++) {
            scan->all[p] |= UINT32_C(1) << g;
            for (size_t k = 0; k < pattern->required[g].n_keys; k++) {
                struct xc_str key = pattern->required[g].keys[k];
                struct member *member;
                size_t number;

                if (!xc_table_add(&numbers, key, scan->literals.n, &bench->arena,
                                  &number))
                    bench_die("out of memory");
                if (number == scan->literals.n)
                    XC_VEC_ADD(&scan->literals, &bench->arena)->key = key;
                member =
                    XC_VEC_ADD(&scan->literals.items[number].members, &bench->arena);
                *member = (struct member){(uint32_t)p, UINT32_C(1) << g};
            }
        }
    }
}

static hs_database_t *
compile(const struct scan *scan, struct xc_arena *arena)
{
    size_t n = scan->literals.n;
    const char **texts = xc_arena_array(arena, n, sizeof(const char *));
    unsigned *flags = xc_arena_array(arena, n, sizeof *flags);
    unsigned *ids = xc_arena_array(arena, n, sizeof *ids);
    size_t *lens = xc_arena_array(arena, n, sizeof *lens);
    hs_database_t *database = NULL;
    hs_compile_error_t *error = NULL;

    for (size_t i = 0; i < n; i++) {
        texts[i] = scan->literals.items[i].key.ptr;
        lens[i] = scan->literals.items[i].key.len;
        ids[i] = (unsigned)i;
    }
    if (hs_compile_lit_multi(texts, flags, ids, lens, (unsigned)n, HS_MODE_BLOCK, NULL,
                             &database, &error) != HS_SUCCESS)
        bench_die("Hyperscan does not compile the words");
    return database;
}

static void
add_hit(struct scan *scan, uint32_t pattern)
{
    if (scan->n_hits == scan->cap_hits)
        bench_die("too many candidates in one article");
    scan->hits[scan->n_hits] = pattern;
    scan->hit_lines[scan->n_hits++] = (uint32_t)scan->line;
}

static int
found(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
      void *context)
{
    struct scan *scan = context;
    const struct literal *literal = &scan->literals.items[id];
    size_t end = (size_t)to;
    size_t first = end - literal->key.len;

    (void)from;
    (void)flags;
    /* Keys are joined by single spaces; lines end with a newline. */
    if ((first > 0 && scan->text.ptr[first - 1] > ' ') || scan->text.ptr[end] > ' ')
        return 0;
    while (end > scan->ends[scan->line]) {
        scan->line++;
        scan->serial++;
    }
    for (size_t i = 0; i < literal->members.n; i++) {
        const struct member *member = &literal->members.items[i];
        struct seen *seen = &scan->seen[member->pattern];

        if (seen->sentence != scan->serial)
            *seen = (struct seen){scan->serial, 0};
        if ((seen->groups & member->group) != 0)
            continue;
        seen->groups |= member->group;
        if (seen->groups == scan->all[member->pattern])
            add_hit(scan, member->pattern);
    }
    return 0;
}

/* The sentences as one text, and where each ends. */
static void
join(struct bench *bench, struct scan *scan, const struct xc_str *sentences, size_t n)
{
    size_t len = 0;
    size_t *ends = xc_arena_array(&bench->article, n + 1, sizeof *ends);
    char *text;

    for (size_t s = 0; s < n; s++)
        len += sentences[s].len + 1;
    text = xc_arena_alloc(&bench->article, len + 1);
    scan->text = (struct xc_str){text, len};
    for (size_t s = 0; s < n; s++) {
        memcpy(text, sentences[s].ptr, sentences[s].len);
        text += sentences[s].len;
        ends[s] = (size_t)(text - scan->text.ptr);
        *text++ = '\n';
    }
    *text = '\n';
    scan->ends = ends;
}

double
bench_hyperscan(struct bench *bench)
{
    size_t n_patterns = xc_matcher_n_patterns(bench->matcher);
    struct scan scan = {.cap_hits = 1 << 20};
    double begin = bench_cpu_s();
    struct bench_loop *loop = bench_loop_new(bench);
    hs_scratch_t *scratch = NULL;
    hs_database_t *database;
    struct xc_str *sentences;
    double total = 0;
    size_t n;

    scan.all = xc_arena_array(&bench->arena, n_patterns, sizeof *scan.all);
    scan.seen = xc_arena_array(&bench->arena, n_patterns, sizeof *scan.seen);
    scan.hits = xc_arena_array(&bench->arena, scan.cap_hits, sizeof *scan.hits);
    scan.hit_lines = xc_arena_array(&bench->arena, scan.cap_hits, sizeof *scan.hits);
    add_words(&scan, bench);
    database = compile(&scan, &bench->arena);
    if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS)
        bench_die("Hyperscan has no scratch");
    bench->compile_s = bench_cpu_s() - begin;
    while (bench_sentences(bench, &sentences, &n)) {
        double from;

        join(bench, &scan, sentences, n);
        scan.line = 0;
        scan.serial++;
        scan.n_hits = 0;
        from = bench_cpu_s();
        if (hs_scan(database, scan.text.ptr, (unsigned)scan.text.len, 0, scratch, found,
                    &scan) != HS_SUCCESS)
            bench_die("Hyperscan does not scan");
        for (size_t i = 0; i < scan.n_hits; i++)
            bench->n_found +=
                bench_loop_match(loop, scan.hits[i], sentences[scan.hit_lines[i]]);
        total += bench_cpu_s() - from;
        bench->n_candidates += scan.n_hits;
    }
    (void)hs_free_scratch(scratch);
    (void)hs_free_database(database);
    return total;
}

#else

double
bench_hyperscan(struct bench *bench)
{
    (void)bench;
    return -1;
}

#endif
