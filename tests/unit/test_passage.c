/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/passage.h"

#include "base/limits.h"
#include "base/vec.h"

#include "kept_rows.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_origin_rules rules;

static struct xc_passage_text
text_of(const char *window)
{
    struct xc_kept kept = {0};

    rows_window(&arena, window, &kept);
    return (struct xc_passage_text){kept.window, kept.n_window, kept.evidence};
}

/* Whether the two windows share a passage; *out is the first found. */
static bool
shares(const char *a, const char *b, struct xc_passage *out)
{
    const struct xc_passage_text texts[] = {text_of(a), text_of(b)};
    struct xc_passages passages;
    struct xc_candidate_vec pairs = {NULL, 0, 0};
    size_t i;

    ck_assert_int_eq(xc_passages_init(&rules, texts, 2, &arena, &passages), XC_OK);
    ck_assert_int_eq(xc_passages_candidates(&passages, &arena, &pairs), XC_OK);
    for (i = 0; i < pairs.n; i++) {
        if (xc_passages_verify(&passages, &pairs.items[i], out))
            return true;
    }
    return false;
}

START_TEST(passage_minimal_pairs_decide)
{
    static const struct {
        const char *name;
        const char *a;
        const char *b;
        bool shared;
    } rows[] = {
        {"copied", "it took 3 men to lace her into the corset before the gala",
         "it took 3 men to lace her into the corset before the gala", true},
        {"one word added", "it took 3 men to lace her into the corset before the gala",
         "it took 3 strong men to lace her into the corset before the gala", true},
        {"one word changed",
         "it took 3 men to lace her into the corset before the gala opened",
         "it took 3 men to squeeze her into the corset before the gala opened", true},
        {"number changed", "it took 3 men to lace her into the corset before the gala",
         "it took 4 men to lace her into the corset before the gala", false},
        {"number added",
         "divers found heavy ropes tied around the bridge pillar on monday morning",
         "divers found 12 heavy ropes tied around the bridge pillar on monday morning",
         false},
        {"negator added",
         "engineers say that the old harbour bridge was inspected before winter storms",
         "engineers say that the old harbour bridge was not inspected before winter "
         "storms",
         false},
        {"number changed at the very end",
         "the old harbour bridge collapsed during heavy winter storms hurting 40 "
         "people",
         "the old harbour bridge collapsed during heavy winter storms hurting 60 "
         "people",
         false},
        {"phrase dropped",
         "the old harbour bridge built by the navy after the war collapsed during "
         "heavy "
         "winter storms near the market hall",
         "the old harbour bridge collapsed during heavy winter storms near the market "
         "hall",
         true},
        {"seven words", "heavy winter storms broke old harbour bridge",
         "heavy winter storms broke old harbour bridge", false},
        {"eight words", "heavy winter storms broke old harbour bridge pillars",
         "heavy winter storms broke old harbour bridge pillars", true},
        {"eight words but few that tell", "it was at the end of the day for them",
         "it was at the end of the day for them", false},
        {"scattered words",
         "storms in winter break many things and the harbour bridge was one of the "
         "pillars of our old town before heavy rain",
         "the old bridge pillars that were near the harbour saw heavy winter before "
         "storms came into town with rain and many things",
         false},
    };
    struct xc_passage passage;
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(shares(rows[i].a, rows[i].b, &passage) == rows[i].shared, "%s",
                      rows[i].name);
        ck_assert_msg(shares(rows[i].b, rows[i].a, &passage) == rows[i].shared,
                      "%s, turned", rows[i].name);
    }
}
END_TEST

START_TEST(passage_beside_evidence_joins_nothing)
{
    static const char shared[] =
        "crowds gathered along harbour street while police closed every road";
    struct xc_passage passage;
    struct xc_str a = xc_arena_printf(&arena, "%s | the bridge is closed |", shared);
    struct xc_str b =
        xc_arena_printf(&arena, "%s | no traffic may cross until sunday |", shared);
    struct xc_str c = xc_arena_printf(&arena, "| %s | the bridge is closed", shared);

    ck_assert(!shares(a.ptr, b.ptr, &passage));
    /* Evidence in the one, its neighbour in the other. */
    ck_assert(!shares(a.ptr, c.ptr, &passage));
    ck_assert(shares(c.ptr, c.ptr, &passage));
}
END_TEST

START_TEST(passage_carries_short_evidence_by_its_neighbours)
{
    static const char window[] = "crowds gathered along harbour street | the bridge is "
                                 "closed | police turned every lorry back";
    static const char other[] = "crowds gathered along harbour street | the bridge is "
                                "open | police turned every lorry back";
    struct xc_passage passage;

    ck_assert(shares(window, window, &passage));
    ck_assert(!shares(window, other, &passage));
}
END_TEST

START_TEST(passage_number_outside_evidence_only_ends_it)
{
    struct xc_passage passage;

    ck_assert(
        shares("crowds of 200 came early | divers found heavy ropes tied around the "
               "old bridge pillar | rain fell",
               "crowds of 300 came early | divers found heavy ropes tied around the "
               "old bridge pillar | rain fell",
               &passage));
    ck_assert_uint_ge(passage.a.first, 3);
}
END_TEST

START_TEST(passage_range_names_equal_words)
{
    struct xc_passage passage;

    ck_assert(
        shares("yesterday divers found heavy ropes tied around the old bridge pillar",
               "officials said divers found heavy ropes tied around the old bridge "
               "pillar again",
               &passage));
    ck_assert_uint_eq(passage.a.first, 1);
    ck_assert_uint_eq(passage.a.end, 11);
    ck_assert_uint_eq(passage.b.first, 2);
    ck_assert_uint_eq(passage.b.end, 12);
}
END_TEST

START_TEST(passage_empty_and_short_texts_share_nothing)
{
    struct xc_passage passage;

    ck_assert(!shares("", "", &passage));
    ck_assert(!shares("a b c d", "a b c d", &passage));
    ck_assert(!shares("| | divers found heavy ropes tied around the old bridge pillar",
                      "| | divers found heavy ropes tied around the old bridge pillar",
                      &passage));
}
END_TEST

/* A text of n words that all differ, with a passage of ten words at `at`. */
static struct xc_passage_text
long_text(size_t n, size_t at, const char *tag)
{
    static const char *const words[] = {"divers", "found", "heavy",  "ropes",  "tied",
                                        "around", "old",   "bridge", "pillar", "today"};
    struct xc_passage_text text = {NULL, n, {0, n}};
    struct xc_str *keys = xc_arena_array(&arena, n, sizeof *keys);
    size_t i;

    ck_assert_ptr_nonnull(keys);
    for (i = 0; i < n; i++) {
        keys[i] = i >= at && i < at + XC_COUNT(words)
                      ? xc_str_of(words[i - at])
                      : xc_arena_printf(&arena, "%s%zu", tag, i);
    }
    text.words = keys;
    return text;
}

START_TEST(passage_found_wherever_it_stands)
{
    size_t at_a;
    size_t at_b;

    for (at_a = 0; at_a <= 50; at_a += 7) {
        for (at_b = 0; at_b <= 50; at_b += 5) {
            const struct xc_passage_text texts[] = {long_text(60, at_a, "a"),
                                                    long_text(60, at_b, "b")};
            struct xc_passages passages;
            struct xc_candidate_vec pairs = {NULL, 0, 0};
            struct xc_passage passage;

            ck_assert_int_eq(xc_passages_init(&rules, texts, 2, &arena, &passages),
                             XC_OK);
            ck_assert_int_eq(xc_passages_candidates(&passages, &arena, &pairs), XC_OK);
            ck_assert_uint_ge(pairs.n, 1);
            ck_assert(xc_passages_verify(&passages, &pairs.items[0], &passage));
            ck_assert_uint_eq(passage.a.first, at_a);
            ck_assert_uint_eq(passage.a.end, at_a + 10);
            ck_assert_uint_eq(passage.b.first, at_b);
        }
    }
}
END_TEST

START_TEST(candidates_frequent_hash_pairs_neighbours)
{
    struct xc_posting_vec postings = {NULL, 0, 0};
    struct xc_candidate_vec pairs = {NULL, 0, 0};
    size_t n = XC_MAX_SHARED_POSTINGS + 1;
    size_t i;

    for (i = 0; i < n; i++) {
        struct xc_posting *posting = XC_VEC_ADD(&postings, &arena);

        ck_assert_ptr_nonnull(posting);
        *posting = (struct xc_posting){7, n - 1 - i, 0};
    }
    ck_assert_int_eq(xc_candidates_find(&postings, &arena, &pairs), XC_OK);
    ck_assert_uint_eq(pairs.n, n - 1);
    ck_assert_uint_eq(pairs.items[3].a, 3);
    ck_assert_uint_eq(pairs.items[3].b, 4);
    postings.n--;
    ck_assert_int_eq(xc_candidates_find(&postings, &arena, &pairs), XC_OK);
    ck_assert_uint_eq(pairs.n, (n - 1) * (n - 2) / 2);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        passage_minimal_pairs_decide,
        passage_beside_evidence_joins_nothing,
        passage_carries_short_evidence_by_its_neighbours,
        passage_number_outside_evidence_only_ends_it,
        passage_range_names_equal_words,
        passage_empty_and_short_texts_share_nothing,
        passage_found_wherever_it_stands,
        candidates_frequent_hash_pairs_neighbours,
        NULL,
    };
    int code;

    xc_arena_init(&arena);
    if (xc_origin_rules_load(&arena, &rules) != XC_OK)
        return EXIT_FAILURE;
    code = suite_run("passage", tests);
    xc_arena_release(&arena);
    return code;
}
