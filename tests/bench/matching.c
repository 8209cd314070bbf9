/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What matching costs by itself: raw article text in, confirmed mentions out.
 *
 *     matching match|split|loop|load|words TEXT RULES... 
 *
 * TEXT holds articles between form feeds, paragraphs between empty lines.  `match` folds,
 * splits, scans and confirms; `split` folds and splits only; `loop` times the same compiled
 * expressions in a plain JIT loop over sentences that are split already; `load` only
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
#include "engine/engine.h"
#include "rule/loader.h"

struct bench {
    struct xc_arena arena;   /* lexicon, rules, index */
    struct xc_arena article; /* reset between articles */
    struct xc_problems problems;
    struct xc_lexicon lexicon;
    struct xc_topic_vec topics;
    const struct xc_matcher *matcher;
    struct xc_matcher_scratch *scratch;
    struct xc_str rest; /* of the text */
    double load_s;
    size_t n_sentences;
    size_t n_words;
    size_t n_candidates;
    size_t n_found; /* mentions; matches of the loop */
};

struct block_vec {
    struct xc_block *items;
    size_t n;
    size_t cap;
};

static void
die(const char *what)
{
    (void)fprintf(stderr, "matching: %s\n", what);
    exit(2);
}

static double
cpu_s(void)
{
    struct timespec now;

    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) != 0)
        die("no clock");
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static long
peak_kib(void)
{
    struct rusage usage;

    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0;
}

static struct xc_str
read_file(const char *path, struct xc_arena *arena)
{
    FILE *file = fopen(path, "rb");
    char *bytes;
    long size;

    if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0 ||
        fseek(file, 0, SEEK_SET) != 0)
        die(path);
    bytes = xc_arena_alloc(arena, (size_t)size + 1);
    if (bytes == NULL || fread(bytes, 1, (size_t)size, file) != (size_t)size)
        die(path);
    (void)fclose(file);
    return (struct xc_str){bytes, (size_t)size};
}

static void
load(struct bench *bench, char **paths, int n)
{
    double from = cpu_s();
    int i;

    if (xc_lexicon_load(&bench->arena, &bench->lexicon, &bench->problems) != XC_OK)
        die("the lexicon does not load");
    for (i = 0; i < n; i++) {
        struct xc_str path = xc_str_of(paths[i]);
        struct xc_str text = read_file(paths[i], &bench->arena);

        if (xc_rule_load(&bench->lexicon, path, text, &bench->arena, &bench->topics,
                         &bench->problems) != XC_OK)
            die(paths[i]);
    }
    xc_topics_sort(&bench->topics);
    if (xc_matcher_new(&bench->topics, &bench->lexicon, &bench->arena,
                       &bench->matcher) != XC_OK)
        die("out of memory");
    bench->scratch = xc_matcher_scratch_new(bench->matcher);
    if (bench->scratch == NULL)
        die("out of memory");
    bench->load_s = cpu_s() - from;
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
                die("out of memory");
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
        die("out of memory");
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
        die("out of memory");
    bench->n_candidates += candidates.n;
    bench->n_found += mentions.n;
}

static double
run_matching(struct bench *bench, bool scan)
{
    double from = cpu_s();
    struct xc_str article;
    struct block_vec blocks;
    struct xc_text text;

    while (next_article(bench, &article, &blocks)) {
        build(bench, article, &blocks, &text);
        if (scan)
            match_article(bench, &text);
    }
    return cpu_s() - from;
}

/* The baseline: each expression compiled as the engine does, with PCRE2's fastest entry. */
struct loop {
    pcre2_code **codes;
    size_t n;
    pcre2_match_data *data;
};

static void
loop_compile(struct loop *loop, struct bench *bench)
{
    const struct xc_claim *claim;
    PCRE2_SIZE offset;
    int error;

    loop->n = xc_matcher_n_patterns(bench->matcher);
    loop->codes = xc_arena_array(&bench->arena, loop->n, sizeof(pcre2_code *));
    loop->data = pcre2_match_data_create(64, NULL);
    if (loop->codes == NULL || loop->data == NULL)
        die("out of memory");
    for (size_t i = 0; i < loop->n; i++) {
        struct xc_str source = xc_matcher_pattern(bench->matcher, i, &claim)->source;

        loop->codes[i] = pcre2_compile((PCRE2_SPTR)source.ptr, source.len,
                                       PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS, &error,
                                       &offset, NULL);
        if (loop->codes[i] == NULL ||
            pcre2_jit_compile(loop->codes[i], PCRE2_JIT_COMPLETE) != 0)
            die("an expression does not compile");
    }
}

static double
run_loop(struct bench *bench)
{
    struct loop loop;
    struct xc_str article;
    struct block_vec blocks;
    struct xc_text text;
    double total = 0;

    loop_compile(&loop, bench);
    while (next_article(bench, &article, &blocks)) {
        struct xc_str *subjects;
        double from;
        size_t s;
        size_t i;

        build(bench, article, &blocks, &text);
        subjects = xc_arena_array(&bench->article, text.n_sentences, sizeof *subjects);
        if (subjects == NULL)
            die("out of memory");
        for (s = 0; s < text.n_sentences; s++) {
            if (xc_matcher_subject(&text, s, false, &bench->article, &subjects[s]) !=
                XC_OK)
                die("out of memory");
        }
        from = cpu_s();
        for (s = 0; s < text.n_sentences; s++) {
            for (i = 0; i < loop.n; i++)
                bench->n_found +=
                    pcre2_jit_match(loop.codes[i], (PCRE2_SPTR)subjects[s].ptr,
                                    subjects[s].len, 0, 0, loop.data, NULL) > 0;
        }
        total += cpu_s() - from;
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
        die("matching match|split|loop|load|words TEXT RULES...");
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
    (void)printf(
        "seconds=%.6f bytes=%zu load_s=%.6f patterns=%zu sentences=%zu words=%zu "
        "candidates=%zu found=%zu peak_kib=%ld\n",
        seconds, text.len, bench.load_s, xc_matcher_n_patterns(bench.matcher),
        bench.n_sentences, bench.n_words, bench.n_candidates, bench.n_found,
        peak_kib());
    xc_matcher_scratch_free(bench.scratch);
    xc_topics_release(&bench.topics);
    xc_arena_release(&texts);
    xc_arena_release(&bench.article);
    xc_arena_release(&bench.arena);
    return 0;
}
