/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/probe_reuse.h"

#include <stdio.h>

#include "base/vec.h"
#include "lexicon/lexicon.h"

#include "suite.h"

static struct xc_arena arena;
static struct xc_lexicon lexicon;
static struct xc_origin_rules rules;

static struct xc_text
text_of(const char *bytes)
{
    struct xc_str article = xc_str_of(bytes);
    struct xc_span run = {0, article.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, article.len > 0, 1};
    struct xc_text text;

    ck_assert_int_eq(xc_text_build(&lexicon.text, article, &block, 1, &arena, &text),
                     XC_OK);
    return text;
}

static struct xc_probe_reuse
compare(const char *a, const char *b)
{
    struct xc_text text_a = text_of(a);
    struct xc_text text_b = text_of(b);
    struct xc_probe_reuse reuse;

    ck_assert_int_eq(xc_probe_reuse(&rules, &text_a, &text_b, &arena, &reuse), XC_OK);
    return reuse;
}

/* Pieces of text, "|" between them, that shared names in text. */
static struct xc_str
pieces(const struct xc_probe_shared_vec *shared, const char *text, bool second)
{
    struct xc_str all = XC_STR("");
    size_t i;

    for (i = 0; i < shared->n; i++) {
        struct xc_str piece = xc_str_at(xc_str_of(text), second ? shared->items[i].b
                                                                : shared->items[i].a);

        all = xc_arena_printf(&arena, "%.*s%s%.*s", (int)all.len, all.ptr,
                              i > 0 ? "|" : "", (int)piece.len, piece.ptr);
    }
    return all;
}

#define ROPES "divers found heavy ropes near the old pillar and cut them loose"

START_TEST(reuse_minimal_pairs_decide)
{
    static const struct {
        const char *name;
        const char *a;
        const char *b;
        const char *passages; /* in a */
    } rows[] = {
        {"copied", "That night " ROPES ".", "It was dark when " ROPES ".", ROPES},
        {"nothing in common", "The market hall is open again today.", ROPES ".", ""},
        {"a number in both", "That night 12 " ROPES ".", "Then 12 " ROPES ".",
         "12 " ROPES},
        {"another number", "That night 12 " ROPES ".", "Then 14 " ROPES ".", ""},
        {"a number and its word", "Twelve " ROPES ".", "Then 12 " ROPES ".",
         "Twelve " ROPES},
        {"a number of two words", "Three hundred " ROPES ".", "Then 300 " ROPES ".",
         "Three hundred " ROPES},
        {"another number of two words", "Three hundred " ROPES ".",
         "Nine hundred " ROPES ".", ""},
        {"a number of two words at the end", "By night " ROPES " in twenty-five hours.",
         "Then " ROPES " in 25 days.", ROPES " in twenty-five"},
        {"another currency",
         "Divers were paid $300 for the heavy ropes that they cut loose near the "
         "pillar.",
         "Divers were paid \xc2\xa3"
         "300 for the heavy ropes that they cut loose near the pillar.",
         ""},
        {"the same currency",
         "Divers were paid \xc2\xa3"
         "300 for the heavy ropes that they cut loose near the pillar.",
         "Divers were paid \xc2\xa3"
         "300 for the heavy ropes that they cut loose near the pillar.",
         "Divers were paid \xc2\xa3"
         "300 for the heavy ropes that they cut loose near the pillar"},
        {"a negator more",
         "The divers did find heavy ropes near the old pillar and cut them loose.",
         "The divers did not find heavy ropes near the old pillar and cut them loose.",
         ""},
        {"a negator before the words that are the same",
         "The divers never found heavy ropes near the old pillar and cut them loose.",
         "The divers found 300 heavy ropes near the old pillar and cut them loose.",
         ""},
        {"a number and other words before the words that are the same",
         "They saw 300 thick heavy ropes near the old pillar and cut them loose by "
         "night.",
         "They saw 900 long heavy ropes near the old pillar and cut them loose by "
         "night.",
         ""},
        {"a stock phrase is worth nothing",
         "It could not immediately be reached for comment at the time of the accident.",
         "Why it could not immediately be reached for comment at the time of the "
         "accident "
         "is open.",
         ""},
        {"a faulty sentence alone is left out",
         "Police were called before midnight by a fisherman living on the quay. Then "
         "12 " ROPES ".",
         "Police were called before midnight by a fisherman living on the quay. Then "
         "14 " ROPES ".",
         "Police were called before midnight by a fisherman living on the quay"},
        {"names and titles alone",
         "It was Prime Minister Alpha Beta of Harbour City and Finance Minister Gamma "
         "Delta who sang.",
         "They saw Prime Minister Alpha Beta of Harbour City and Finance Minister "
         "Gamma "
         "Delta dancing.",
         ""},
        {"few content words",
         "It was what he would have been and then it was all over.",
         "So it was what he would have been and then it was done.", ""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_probe_reuse reuse = compare(rows[i].a, rows[i].b);
        struct xc_str found = pieces(&reuse.passages, rows[i].a, false);

        ck_assert_msg(xc_str_is(found, rows[i].passages), "%s: %.*s", rows[i].name,
                      (int)found.len, found.ptr);
    }
}
END_TEST

START_TEST(reuse_passages_in_another_order_are_both_found)
{
    static const char first[] = ROPES;
    static const char second[] =
        "police later arrested a fisherman who lived beside the harbour wall";
    struct xc_str a = xc_arena_printf(&arena, "%s. %s.", first, second);
    struct xc_str b = xc_arena_printf(&arena, "%s. Also %s.", second, first);
    struct xc_probe_reuse reuse = compare(a.ptr, b.ptr);

    ck_assert(xc_str_equal(pieces(&reuse.passages, a.ptr, false),
                           xc_arena_printf(&arena, "%s|%s", first, second)));
    ck_assert(xc_str_equal(pieces(&reuse.passages, b.ptr, true),
                           xc_arena_printf(&arena, "%s|%s", first, second)));
}
END_TEST

START_TEST(reuse_quotation_is_found_though_masked)
{
    static const char a[] =
        "\"We worked our a** off for nine nights in the harbour,\" she said.";
    static const char b[] = "She said: \"[W]e worked our asses off for 9 ... nights in "
                            "the harbor.\" Then she left.";
    struct xc_probe_reuse reuse = compare(a, b);

    ck_assert_uint_eq(reuse.passages.n, 0);
    ck_assert(xc_str_is(pieces(&reuse.quotations, a, false),
                        "worked our a** off for nine nights in the harbour,"));
    ck_assert(xc_str_is(pieces(&reuse.quotations, b, true),
                        "worked our asses off for 9 ... nights in the harbor."));
    reuse = compare(
        a, "\"We worked our a** off for eight nights in the harbour,\" she said.");
    ck_assert_uint_eq(reuse.quotations.n, 0);
}
END_TEST

/* Whether two outlets that print these words in quotation marks quote the same. */
static bool
is_joined(struct xc_str a, struct xc_str b)
{
    struct xc_str text_a =
        xc_arena_printf(&arena, "\"%.*s\" she said.", (int)a.len, a.ptr);
    struct xc_str text_b =
        xc_arena_printf(&arena, "He said: \"%.*s\"", (int)b.len, b.ptr);

    return compare(text_a.ptr, text_b.ptr).quotations.n > 0;
}

/* The rows of quotation-pairs.tsv; "." when the tests are run in the source tree. */
static struct xc_str
read_pairs(void)
{
    const char *source = getenv("SOURCE");
    struct xc_str path = xc_arena_printf(&arena, "%s/tests/unit/quotation-pairs.tsv",
                                         source != NULL ? source : ".");
    FILE *file = fopen(path.ptr, "r");
    enum { MOST_BYTES = 1 << 16 };
    char *bytes = xc_arena_alloc(&arena, MOST_BYTES);
    size_t n;

    ck_assert_msg(file != NULL, "%s can't be read", path.ptr);
    ck_assert_ptr_nonnull(bytes);
    n = fread(bytes, 1, MOST_BYTES, file);
    ck_assert_int_eq(fclose(file), 0);
    ck_assert_uint_lt(n, MOST_BYTES);
    return (struct xc_str){bytes, n};
}

START_TEST(reuse_pairs_of_quotations_decide)
{
    struct xc_str rest = read_pairs();
    struct xc_str columns[3];
    size_t n_columns;
    size_t n_wrong = 0;
    size_t n_rows = 0;

    for (; xc_origin_line(&rest, columns, 3, &n_columns); n_rows++) {
        bool joined = xc_str_is(columns[0], "joined");

        ck_assert_uint_eq(n_columns, 3);
        ck_assert(joined || xc_str_is(columns[0], "apart"));
        if (is_joined(columns[1], columns[2]) == joined &&
            is_joined(columns[2], columns[1]) == joined)
            continue;
        printf("not %.*s\n", (int)(columns[2].ptr + columns[2].len - columns[0].ptr),
               columns[0].ptr);
        n_wrong++;
    }
    ck_assert_uint_gt(n_rows, 60);
    ck_assert_msg(n_wrong == 0, "%zu pairs", n_wrong);
}
END_TEST

START_TEST(reuse_unrelated_quotations_are_apart)
{
    enum { MOST = 100 };
    struct xc_str rest = read_pairs();
    struct xc_str columns[3];
    struct xc_str firsts[MOST];
    size_t n_columns;
    size_t n = 0;
    size_t i;
    size_t j;

    while (xc_origin_line(&rest, columns, 3, &n_columns)) {
        if (!xc_str_is(columns[0], "joined") ||
            (n > 0 && xc_str_equal(firsts[n - 1], columns[1])))
            continue;
        ck_assert_uint_lt(n, MOST);
        firsts[n++] = columns[1];
    }
    for (i = 0; i < n; i++) {
        for (j = i + 1; j < n; j++)
            ck_assert_msg(!is_joined(firsts[i], firsts[j]), "%.*s / %.*s",
                          (int)firsts[i].len, firsts[i].ptr, (int)firsts[j].len,
                          firsts[j].ptr);
    }
}
END_TEST

START_TEST(reuse_overlap_counts_words_in_runs_of_three)
{
    static const struct {
        const char *a;
        const char *b;
        size_t n_words;
        size_t n_shared;
        bool is_reuse;
    } rows[] = {
        {"", "", 0, 0, false},
        {"a b", "a b", 2, 0, false},
        {"red ropes hang", "red ropes hang low", 3, 3, false},
        {"red ropes hang low", "the red ropes hang there", 4, 3, false},
        {"red ropes hang red ropes hang", "see red ropes hang", 6, 6, false},
        {"red ropes hang low by the pier wall",
         "now red ropes hang low by the pier wall", 8, 8, true},
        {"red ropes hung low by the pier wall",
         "now red ropes hang low by the pier wall", 8, 5, false},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_overlap overlap = compare(rows[i].a, rows[i].b).overlap;

        ck_assert_msg(overlap.n_words == rows[i].n_words &&
                          overlap.n_shared == rows[i].n_shared &&
                          overlap.is_reuse == rows[i].is_reuse,
                      "%s: %zu of %zu", rows[i].a, overlap.n_shared, overlap.n_words);
    }
}
END_TEST

/* A text that repeats itself has seeds everywhere; it must end, with one passage. */
START_TEST(reuse_of_a_refrain_ends)
{
    enum { TIMES = 3000 };
    static const char refrain[] = "row the boat over heavy winter water ";
    size_t len = sizeof refrain - 1;
    char *text = xc_arena_alloc(&arena, TIMES * len + 1);
    size_t i;

    ck_assert_ptr_nonnull(text);
    for (i = 0; i < TIMES; i++)
        memcpy(&text[i * len], refrain, len);
    text[TIMES * len] = '\0';
    ck_assert_uint_eq(compare(text, text).overlap.n_shared, 7 * TIMES);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        reuse_minimal_pairs_decide,
        reuse_passages_in_another_order_are_both_found,
        reuse_quotation_is_found_though_masked,
        reuse_pairs_of_quotations_decide,
        reuse_unrelated_quotations_are_apart,
        reuse_overlap_counts_words_in_runs_of_three,
        reuse_of_a_refrain_ends,
        NULL,
    };
    struct xc_problems problems;
    int code;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    if (xc_lexicon_load(&arena, &lexicon, &problems) != XC_OK ||
        xc_origin_rules_load(&arena, &rules) != XC_OK)
        return EXIT_FAILURE;
    code = suite_run("reuse", tests);
    xc_arena_release(&arena);
    return code;
}
