/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What matching costs by itself: raw article text in, confirmed mentions out.
 *
 *     matching match|split|loop|hyperscan|load|words TEXT RULES...
 *
 * TEXT holds articles between form feeds, paragraphs between empty lines.  `match` folds,
 * splits, scans and confirms; `split` folds and splits only; `loop` times the same compiled
 * expressions in a plain JIT loop over sentences that are split already, `hyperscan`
 * those whose words Hyperscan finds; `load` only
 * loads the rules; `words` prints each pattern as its words' forms, for other programs.
 * One line of name=value goes to standard output; times are CPU seconds of the process.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/vec.h"
#include "matching.h"

struct block_vec {
    struct xc_block *items;
    size_t n;
    size_t cap;
};

void
bench_die(const char *what)
{
    (void)fprintf(stderr, "matching: %s\n", what);
    exit(2);
}

double
bench_cpu_s(void)
{
    struct timespec now;

    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) != 0)
        bench_die("no clock");
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The most memory that the process had: Linux keeps what getrusage tells from before the
 * program was started, so that it would be that of whoever started it. */
static long
peak_kib(void)
{
    FILE *file = fopen("/proc/self/status", "r");
    struct rusage usage;
    char line[256];
    long kib = 0;

    while (file != NULL && kib == 0 && fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, "VmHWM:", 6) == 0)
            kib = strtol(line + 6, NULL, 10);
    }
    if (file != NULL)
        (void)fclose(file);
    if (kib == 0 && getrusage(RUSAGE_SELF, &usage) == 0)
        kib = usage.ru_maxrss;
    return kib;
}

static struct xc_str
read_file(const char *path, struct xc_arena *arena)
{
    FILE *file = fopen(path, "rb");
    char *bytes;
    long size;

    if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0 ||
        fseek(file, 0, SEEK_SET) != 0)
        bench_die(path);
    bytes = xc_arena_alloc(arena, (size_t)size + 1);
    if (bytes == NULL || fread(bytes, 1, (size_t)size, file) != (size_t)size)
        bench_die(path);
    (void)fclose(file);
    return (struct xc_str){bytes, (size_t)size};
}

static void
load(struct bench *bench, char **paths, int n)
{
    double from = bench_cpu_s();
    int i;

    if (xc_lexicon_load(&bench->arena, &bench->lexicon, &bench->problems) != XC_OK)
        bench_die("the lexicon does not load");
    for (i = 0; i < n; i++) {
        struct xc_str path = xc_str_of(paths[i]);
        struct xc_str text = read_file(paths[i], &bench->arena);

        if (xc_rule_load(&bench->lexicon, path, text, &bench->arena, &bench->topics,
                         &bench->problems) != XC_OK)
            bench_die(paths[i]);
    }
    xc_topics_sort(&bench->topics);
    if (xc_matcher_new(&bench->topics, &bench->lexicon, &bench->arena,
                       &bench->matcher) != XC_OK)
        bench_die("out of memory");
    bench->scratch = xc_matcher_scratch_new(bench->matcher);
    if (bench->scratch == NULL)
        bench_die("out of memory");
    bench->load_s = bench_cpu_s() - from;
}

/* The next article's paragraphs, as blocks; false after the last article. */
static bool
next_article(struct bench *bench, struct xc_str *out_article, struct block_vec *out)
{
    size_t at = 0;

    xc_arena_reset(&bench->article);
    *out = (struct block_vec){NULL, 0, 0};
    if (!xc_str_split(&bench->rest, '\f', out_article))
        return false;
    while (at < out_article->len) {
        size_t end = xc_str_find(*out_article, at, '\n');

        if (end > at) {
            struct xc_block *block = XC_VEC_ADD(out, &bench->article);
            struct xc_span *run = xc_arena_array(&bench->article, 1, sizeof *run);

            if (block == NULL || run == NULL)
                bench_die("out of memory");
            *run = (struct xc_span){at, end - at};
            *block = (struct xc_block){XC_BLOCK_PARAGRAPH, run, 1, 1};
        }
        at = end + 1;
    }
    return true;
}

static void
build(struct bench *bench, struct xc_str article, const struct block_vec *blocks,
      struct xc_text *out)
{
    if (xc_text_build(&bench->lexicon.text, article, blocks->items, blocks->n,
                      &bench->article, out) != XC_OK)
        bench_die("out of memory");
    bench->n_sentences += out->n_sentences;
    bench->n_words += out->words.n;
}

static void
match_article(struct bench *bench, const struct xc_text *text)
{
    struct xc_candidate_vec candidates = {NULL, 0, 0};
    struct xc_mention_vec mentions = {NULL, 0, 0};
    struct xc_matcher_input input = {.text = text, .candidates = &candidates};

    if (xc_matcher_scan(bench->matcher, bench->scratch, text, &bench->article,
                        &candidates) != XC_OK ||
        xc_matcher_confirm(bench->matcher, bench->scratch, &input, &bench->article,
                           &mentions, &bench->problems) != XC_OK)
        bench_die("out of memory");
    bench->n_candidates += candidates.n;
    for (size_t i = 0; i < candidates.n; i++)
        bench->n_in_order += candidates.items[i].in_order;
    bench->n_found += mentions.n;
}

static double
run_matching(struct bench *bench, bool scan)
{
    double from = bench_cpu_s();
    struct xc_str article;
    struct block_vec blocks;
    struct xc_text text;

    while (next_article(bench, &article, &blocks)) {
        build(bench, article, &blocks, &text);
        if (scan)
            match_article(bench, &text);
    }
    return bench_cpu_s() - from;
}

struct bench_loop {
    pcre2_code **codes;
    size_t n;
    pcre2_match_data *data;
};

struct bench_loop *
bench_loop_new(struct bench *bench)
{
    struct bench_loop *loop = xc_arena_array(&bench->arena, 1, sizeof *loop);
    const struct xc_claim *claim;
    PCRE2_SIZE offset;
    int error;

    if (loop == NULL)
        bench_die("out of memory");
    loop->n = xc_matcher_n_patterns(bench->matcher);
    loop->codes = xc_arena_array(&bench->arena, loop->n, sizeof(pcre2_code *));
    loop->data = pcre2_match_data_create(64, NULL);
    if (loop->codes == NULL || loop->data == NULL)
        bench_die("out of memory");
    for (size_t i = 0; i < loop->n; i++) {
        struct xc_str source = xc_matcher_pattern(bench->matcher, i, &claim)->source;

        loop->codes[i] = pcre2_compile((PCRE2_SPTR)source.ptr, source.len,
                                       PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS, &error,
                                       &offset, NULL);
        if (loop->codes[i] == NULL ||
            pcre2_jit_compile(loop->codes[i], PCRE2_JIT_COMPLETE) != 0)
            bench_die("an expression does not compile");
    }
    return loop;
}

bool
bench_loop_match(const struct bench_loop *loop, size_t p, struct xc_str sentence)
{
    return pcre2_jit_match(loop->codes[p], (PCRE2_SPTR)sentence.ptr, sentence.len, 0, 0,
                           loop->data, NULL) > 0;
}

bool
bench_sentences(struct bench *bench, struct xc_str **out, size_t *out_n)
{
    struct xc_str article;
    struct block_vec blocks;
    struct xc_text text;
    size_t s;

    if (!next_article(bench, &article, &blocks))
        return false;
    build(bench, article, &blocks, &text);
    *out = xc_arena_array(&bench->article, text.n_sentences, sizeof **out);
    if (*out == NULL)
        bench_die("out of memory");
    for (s = 0; s < text.n_sentences; s++) {
        if (xc_matcher_subject(&text, s, false, &bench->article, &(*out)[s]) != XC_OK)
            bench_die("out of memory");
    }
    *out_n = text.n_sentences;
    return true;
}

/* The baseline: every pattern on every sentence. */
static double
run_loop(struct bench *bench)
{
    double begin = bench_cpu_s();
    struct bench_loop *loop = bench_loop_new(bench);
    struct xc_str *sentences;
    double total = 0;
    size_t n;

    bench->compile_s = bench_cpu_s() - begin;
    while (bench_sentences(bench, &sentences, &n)) {
        double from = bench_cpu_s();

        for (size_t s = 0; s < n; s++) {
            for (size_t p = 0; p < loop->n; p++)
                bench->n_found += bench_loop_match(loop, p, sentences[s]);
        }
        total += bench_cpu_s() - from;
    }
    return total;
}

/* "a=form|form b ..8 & c": what each pattern asks for, a line each; patterns of plain
 * words and gaps only, as matching_rules.py makes them. */
static void
print_words(const struct bench *bench)
{
    const struct xc_claim *claim;

    for (size_t p = 0; p < xc_matcher_n_patterns(bench->matcher); p++) {
        const struct xc_pattern *pattern =
            xc_matcher_pattern(bench->matcher, p, &claim);

        for (size_t s = 0; s < pattern->n_sequences; s++) {
            const struct xc_sequence *sequence = &pattern->sequences[s];

            (void)fputs(s > 0 ? " &" : "", stdout);
            for (size_t i = 0; i < sequence->n; i++) {
                const struct xc_element *element = &sequence->items[i];

                if (element->kind == XC_ELEMENT_GAP)
                    (void)printf(" ..%zu", element->number);
                for (size_t f = 0; f < element->n_forms; f++)
                    (void)printf("%s%.*s", f > 0 ? "|" : " ",
                                 (int)element->forms[f].len, element->forms[f].ptr);
            }
        }
        (void)putchar('\n');
    }
}

int
main(int argc, char **argv)
{
    struct bench bench = {.load_s = 0};
    struct xc_arena texts;
    struct xc_str text;
    double seconds = 0;

    if (argc < 4)
        bench_die("matching match|split|loop|hyperscan|load|words TEXT RULES...");
    xc_arena_init(&bench.arena);
    xc_arena_init(&bench.article);
    xc_arena_init(&texts);
    xc_problems_init(&bench.problems, &bench.arena);
    load(&bench, argv + 3, argc - 3);
    if (strcmp(argv[1], "words") == 0) {
        print_words(&bench);
        return 0;
    }
    text = read_file(argv[2], &texts);
    bench.rest = text;
    if (strcmp(argv[1], "match") == 0)
        seconds = run_matching(&bench, true);
    else if (strcmp(argv[1], "split") == 0)
        seconds = run_matching(&bench, false);
    else if (strcmp(argv[1], "loop") == 0)
        seconds = run_loop(&bench);
    else if (strcmp(argv[1], "hyperscan") == 0)
        seconds = bench_hyperscan(&bench);
    (void)printf("seconds=%.6f bytes=%zu load_s=%.6f compile_s=%.6f patterns=%zu "
                 "sentences=%zu words=%zu "
                 "candidates=%zu in_order=%zu found=%zu peak_kib=%ld\n",
                 seconds, text.len, bench.load_s, bench.compile_s,
                 xc_matcher_n_patterns(bench.matcher), bench.n_sentences, bench.n_words,
                 bench.n_candidates, bench.n_in_order, bench.n_found, peak_kib());
    xc_matcher_scratch_free(bench.scratch);
    xc_topics_release(&bench.topics);
    xc_arena_release(&texts);
    xc_arena_release(&bench.article);
    xc_arena_release(&bench.arena);
    return 0;
}
