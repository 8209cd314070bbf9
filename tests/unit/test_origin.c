/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/origin.h"

#include <stdio.h>
#include <time.h>

#include "base/limits.h"
#include "base/vec.h"

#include "kept_rows.h"
#include "suite.h"

#define A XC_STANCE_ASSERTED

static struct xc_arena arena;
static struct xc_origin_rules rules;

/* Publishers by source; "" is unknown. */
static const struct xc_origin_source sources[] = {
    {{"harbour herald", 14}},
    {{"river post", 10}},
    {{"", 0}},
    {{"", 0}},
    {{"the harbour herald", 18}},
    {{"associated press", 16}},
    {{"daily mirror", 12}},
    {{"the sunday mirror", 17}},
    {{"coast gazette", 13}},
};

static struct xc_origins
group(const struct row *rows, size_t n, struct xc_kept *kept)
{
    const struct xc_kept **mentions = xc_arena_array(&arena, n, sizeof *mentions);
    struct xc_origins origins;
    size_t i;

    ck_assert_ptr_nonnull(mentions);
    for (i = 0; i < n; i++) {
        kept[i] = rows_make(&arena, &rows[i]);
        mentions[i] = &kept[i];
    }
    ck_assert_int_eq(xc_origins_group(&rules, mentions, n, sources, &arena, &origins),
                     XC_OK);
    ck_assert_uint_eq(origins.n_edges, n - origins.n_groups);
    return origins;
}

/* Windows that share no words. */
static const char *const unlike[] = {
    "three strong helpers pulled hard at every lace that evening",
    "backstage a trio needed half an hour until it sat",
    "her bodice was done up by several pairs of hands",
    "it was a team effort said everyone who had seen it",
    "witnesses recall men standing behind her chair",
};

#define WIRE                                                                           \
    "the old harbour bridge was closed on monday after divers found cracks in two of " \
    "its pillars"
#define WIRE_EDITED                                                                    \
    "the old harbour bridge was shut on monday after navy divers found cracks in two " \
    "of its pillars"
#define WIRE_NUMBER                                                                    \
    "the old harbour bridge was closed on monday after divers found cracks in 4 of "   \
    "its pillars"
#define QUOTE "he worked his ass off nine nights a fucking month at the gym"
#define QUOTE_MASKED "he worked his a** off 9 nights a f---ing month ... honestly"

/* Two mentions and how they hang together; reason -1: they do not. */
struct pair {
    const char *name;
    struct row a;
    struct row b;
    int reason;
    const char *shared;
};

static const struct pair pairs[] = {
    {"own voices of two outlets",
     {0, A, NULL, "team effort it was that evening", NULL, NULL, NULL},
     {1, A, NULL, "several hands did up her bodice", NULL, NULL, NULL},
     -1,
     NULL},
    {"own voices of one outlet",
     {0, A, NULL, "team effort it was that evening", NULL, NULL, NULL},
     {4, A, NULL, "several hands did up her bodice", NULL, NULL, NULL},
     XC_ORIGIN_SAME_OUTLET,
     "the harbour herald"},
    {"own voices of two unknown outlets",
     {2, A, NULL, "team effort it was that evening", NULL, NULL, NULL},
     {3, A, NULL, "several hands did up her bodice", NULL, NULL, NULL},
     -1,
     NULL},
    {"own voice twice in one source",
     {2, A, NULL, "team effort it was that evening", NULL, NULL, NULL},
     {2, A, NULL, "several hands did up her bodice", NULL, NULL, NULL},
     XC_ORIGIN_SAME_OUTLET,
     "one source"},
    {"own voice and a speaker of one source",
     {0, A, NULL, "team effort it was that evening", NULL, NULL, NULL},
     {0, A, "Speaker Alpha", "several hands did up her bodice", NULL, NULL, NULL},
     -1,
     NULL},
    {"one speaker in two outlets",
     {0, A, "Speaker Alpha", "team effort it was that evening", NULL, NULL, NULL},
     {1, A, "Speaker Alpha", "several hands did up her bodice", NULL, NULL, NULL},
     XC_ORIGIN_SAME_SPEAKER,
     "Speaker Alpha"},
    {"two speakers in one outlet",
     {0, A, "Speaker Alpha", "team effort it was that evening", NULL, NULL, NULL},
     {0, A, "Speaker Beta", "several hands did up her bodice", NULL, NULL, NULL},
     -1,
     NULL},
    {"surname and full name",
     {0, A, "Alpha", "team effort it was that evening", NULL, NULL, NULL},
     {1, A, "Speaker Alpha", "several hands did up her bodice", NULL, NULL, NULL},
     XC_ORIGIN_SAME_SPEAKER,
     "Speaker Alpha"},
    {"a role is no surname",
     {0, A, "the engineer", "team effort it was that evening", NULL, NULL, NULL},
     {1, A, "the chief engineer", "several hands did up her bodice", NULL, NULL, NULL},
     -1,
     NULL},
    {"unknown speakers",
     {0, A, "", "team effort it was that evening", NULL, NULL, NULL},
     {1, A, "", "several hands did up her bodice", NULL, NULL, NULL},
     -1,
     NULL},
    {"reprint",
     {0, A, NULL, WIRE, NULL, NULL, NULL},
     {1, A, NULL, WIRE, NULL, NULL, NULL},
     XC_ORIGIN_SAME_SENTENCE,
     WIRE},
    {"rewritten wire story",
     {0, A, NULL, WIRE, NULL, NULL, NULL},
     {1, A, NULL, WIRE_EDITED, NULL, NULL, NULL},
     XC_ORIGIN_SHARED_PASSAGE,
     WIRE},
    {"rewritten with another number",
     {0, A, NULL, WIRE, NULL, NULL, NULL},
     {1, A, NULL, WIRE_NUMBER, NULL, NULL, NULL},
     -1,
     NULL},
    {"rewritten inside one source",
     {2, A, "", WIRE, NULL, NULL, NULL},
     {2, A, "", WIRE_EDITED, NULL, NULL, NULL},
     -1,
     NULL},
    {"short sentence of two own voices",
     {0, A, NULL, "the bridge is closed", NULL, NULL, NULL},
     {1, A, NULL, "the bridge is closed", NULL, NULL, NULL},
     XC_ORIGIN_SAME_SENTENCE,
     "the bridge is closed"},
    {"short sentence of two speakers",
     {0, A, "Speaker Alpha", "the bridge is closed", NULL, NULL, NULL},
     {1, A, "Speaker Beta", "the bridge is closed", NULL, NULL, NULL},
     -1,
     NULL},
    {"long sentence attributed in two ways",
     {0, A, "Speaker Alpha", WIRE, NULL, NULL, NULL},
     {1, A, "the mayor", WIRE, NULL, NULL, NULL},
     XC_ORIGIN_SAME_SENTENCE,
     WIRE},
    {"one paragraph, another sentence",
     {0, A, NULL, "it is shut", NULL, NULL, "block one"},
     {1, A, NULL, "nobody may cross", NULL, NULL, "block one"},
     XC_ORIGIN_SAME_BLOCK,
     "it is shut"},
    {"another paragraph",
     {0, A, NULL, "it is shut", NULL, NULL, "block one"},
     {1, A, NULL, "nobody may cross", NULL, NULL, "block two"},
     -1,
     NULL},
    {"one paragraph, two speakers",
     {0, A, "Speaker Alpha", "it is shut", NULL, NULL, "block one"},
     {1, A, "Speaker Beta", "nobody may cross", NULL, NULL, "block one"},
     -1,
     NULL},
    {"one quotation, masked two ways",
     {0, A, "", "he said so", QUOTE, NULL, NULL},
     {1, A, "Speaker Alpha", "she told us", QUOTE_MASKED, NULL, NULL},
     XC_ORIGIN_SAME_QUOTATION,
     "worked his ass off nine nights a fucking month"},
    {"one quotation of two people",
     {0, A, "Speaker Beta", "he said so", QUOTE, NULL, NULL},
     {1, A, "Speaker Alpha", "she told us", QUOTE_MASKED, NULL, NULL},
     -1,
     NULL},
    {"one quotation of a role and a name",
     {0, A, "the trainer", "he said so", QUOTE, NULL, NULL},
     {1, A, "Speaker Alpha", "she told us", QUOTE_MASKED, NULL, NULL},
     XC_ORIGIN_SAME_QUOTATION,
     "worked his ass off nine nights a fucking month"},
    {"one quotation of two roles",
     {0, A, "the trainer", "he said so", QUOTE, NULL, NULL},
     {1, A, "the mayor", "she told us", QUOTE_MASKED, NULL, NULL},
     -1,
     NULL},
    {"another quotation",
     {0, A, "", "he said so", QUOTE, NULL, NULL},
     {1, A, "", "she told us",
      "he spent a fortune on shoes and never trained a minute in his life", NULL, NULL},
     -1,
     NULL},
    {"equal quotation too short to tell",
     {0, A, "", "he said so", "it was tight", NULL, NULL},
     {1, A, "", "she told us", "it was tight", NULL, NULL},
     -1,
     NULL},
    {"one agency cited",
     {0, A, NULL, "team effort it was that evening", NULL, "wire:ap", NULL},
     {1, A, NULL, "several hands did up her bodice", NULL, "wire:ap", NULL},
     XC_ORIGIN_SAME_CITATION,
     "Associated Press"},
    {"two agencies cited",
     {0, A, NULL, "team effort it was that evening", NULL, "wire:ap", NULL},
     {1, A, NULL, "several hands did up her bodice", NULL, "wire:reuters", NULL},
     -1,
     NULL},
    {"two speakers reported by one agency",
     {0, A, "Speaker Alpha", "team effort it was that evening", NULL, "wire:ap", NULL},
     {1, A, "Speaker Beta", "several hands did up her bodice", NULL, "wire:ap", NULL},
     -1,
     NULL},
    {"the agency as speaker",
     {0, A, "Associated Press", "team effort it was that evening", NULL, NULL, NULL},
     {1, A, NULL, "several hands did up her bodice", NULL, "wire:ap", NULL},
     XC_ORIGIN_SAME_CITATION,
     "Associated Press"},
    {"the agency's own story",
     {1, A, NULL, "team effort it was that evening", NULL, "wire:ap", NULL},
     {5, A, NULL, "several hands did up her bodice", NULL, NULL, NULL},
     XC_ORIGIN_SAME_CITATION,
     "Associated Press"},
    {"the cited outlet's own story",
     {1, A, NULL, "team effort it was that evening", NULL, "outlet:harbour herald",
      NULL},
     {4, A, NULL, "several hands did up her bodice", NULL, NULL, NULL},
     XC_ORIGIN_SAME_CITATION,
     "harbour herald"},
};

START_TEST(origin_pairs_hang_together_as_told)
{
    size_t i;

    for (i = 0; i < XC_COUNT(pairs); i++) {
        const struct row rows[] = {pairs[i].a, pairs[i].b};
        struct xc_kept kept[2];
        struct xc_origins origins = group(rows, 2, kept);

        ck_assert_msg(origins.n_groups == (pairs[i].reason < 0 ? 2 : 1), "%s",
                      pairs[i].name);
        if (origins.n_edges == 0)
            continue;
        ck_assert_msg((int)origins.edges[0].reason == pairs[i].reason, "%s: %s",
                      pairs[i].name, xc_origin_reason_name(origins.edges[0].reason));
        ck_assert_msg(xc_str_is(origins.edges[0].shared, pairs[i].shared), "%s: %.*s",
                      pairs[i].name, (int)origins.edges[0].shared.len,
                      origins.edges[0].shared.ptr);
        ck_assert_uint_eq(origins.edges[0].a, 0);
        ck_assert_uint_eq(origins.edges[0].b, 1);
    }
}
END_TEST

START_TEST(origin_sentence_of_two_voices_reprinted_is_two)
{
    /* "Three men tied it, said the stylist, but Speaker Beta speaks of four." */
    static const char window[] =
        "3 men tied it said the stylist but speaker beta speaks of 4 men who tied it";
    const struct row rows[] = {
        {0, A, "the stylist", window, NULL, NULL, "block"},
        {0, A, "Speaker Beta", window, NULL, NULL, "block"},
        {1, A, "the stylist", window, NULL, NULL, "block"},
        {1, A, "Speaker Beta", window, NULL, NULL, "block"},
    };
    struct xc_kept kept[4];
    const struct xc_kept *mentions[4];
    struct xc_origins origins;
    size_t i;

    for (i = 0; i < 4; i++) {
        kept[i] = rows_make(&arena, &rows[i]);
        kept[i].before = i % 2 == 0 ? XC_STR("") : XC_STR("3 men tied it, said ");
        kept[i].quote =
            i % 2 == 0 ? XC_STR("3 men tied it") : XC_STR("4 men who tied it");
        mentions[i] = &kept[i];
    }
    ck_assert_int_eq(xc_origins_group(&rules, mentions, 4, sources, &arena, &origins),
                     XC_OK);
    ck_assert_uint_eq(origins.n_groups, 2);
    ck_assert_uint_eq(origins.group_of[0], origins.group_of[2]);
    ck_assert_uint_eq(origins.group_of[1], origins.group_of[3]);
    ck_assert_uint_ne(origins.group_of[0], origins.group_of[1]);
}
END_TEST

START_TEST(origin_ambiguous_surname_joins_nobody)
{
    const struct row rows[] = {
        {0, A, "Speaker Alpha", "team effort it was that evening", NULL, NULL, NULL},
        {1, A, "Other Alpha", "several hands did up her bodice", NULL, NULL, NULL},
        {2, A, "Alpha", "witnesses recall men behind her chair", NULL, NULL, NULL},
    };
    struct xc_kept kept[3];

    ck_assert_uint_eq(group(rows, 3, kept).n_groups, 3);
    ck_assert_uint_eq(group(rows, 2, kept).n_groups, 2);
}
END_TEST

START_TEST(origin_groups_chain_and_edges_are_a_forest)
{
    /* 0 and 2 share words, 2 and 3 a speaker, 1 stands alone, 4 cites what 3 cites. */
    const struct row rows[] = {
        {0, A, "", WIRE, NULL, NULL, NULL},
        {1, A, NULL, "several hands did up her bodice", NULL, NULL, NULL},
        {2, A, "Speaker Alpha", WIRE_EDITED, NULL, NULL, NULL},
        {3, A, "Mayor Speaker Alpha", "team effort it was that evening", NULL, NULL,
         NULL},
        {3, A, "Alpha", "witnesses recall men behind her chair", NULL, NULL, NULL},
    };
    static const size_t expected[] = {0, 1, 0, 0, 0};
    struct xc_kept kept[5];
    struct xc_origins origins = group(rows, 5, kept);
    size_t i;

    ck_assert_uint_eq(origins.n_groups, 2);
    for (i = 0; i < 5; i++)
        ck_assert_uint_eq(origins.group_of[i], expected[i]);
    for (i = 1; i < origins.n_edges; i++)
        ck_assert(origins.edges[i - 1].a < origins.edges[i].a ||
                  (origins.edges[i - 1].a == origins.edges[i].a &&
                   origins.edges[i - 1].b < origins.edges[i].b));
}
END_TEST

/* Chains of citations: up to four mentions with the groups that they fall into, "0 1 0",
 * and a reason that one of the edges has. */
static const struct chain {
    const char *name;
    struct row rows[4];
    size_t n;
    size_t groups[4];
    int reason;
} chains[] = {
    {"sister outlets",
     {{6, A, NULL, "team effort it was that evening", NULL, NULL, NULL},
      {7, A, NULL, "several hands did up her bodice", NULL, NULL, NULL},
      {8, A, NULL, "witnesses recall men behind her chair", NULL, NULL, NULL}},
     3,
     {0, 0, 1},
     XC_ORIGIN_SAME_OUTLET},
    {"an agency's copy is not the outlet's own",
     {{0, A, NULL, "team effort it was that evening", NULL, "wire:ap", NULL},
      {4, A, NULL, "several hands did up her bodice", NULL, NULL, NULL},
      {1, A, NULL, "witnesses recall men behind her chair", NULL, "wire:ap", NULL}},
     3,
     {0, 1, 0},
     XC_ORIGIN_SAME_CITATION},
    {"cited outlet that cites an agency",
     {{1, A, NULL, "team effort it was that evening", NULL, "outlet:harbour herald",
       NULL},
      {0, A, NULL, "several hands did up her bodice", NULL, "wire:ap", NULL},
      {8, A, NULL, "witnesses recall men behind her chair", NULL, "wire:ap", NULL}},
     3,
     {0, 0, 0},
     XC_ORIGIN_SAME_CITATION},
    {"cited outlet that quotes a speaker",
     {{1, A, NULL, "team effort it was that evening", NULL, "outlet:harbour herald",
       NULL},
      {0, A, "Speaker Alpha", "several hands did up her bodice", NULL, NULL, NULL},
      {8, A, "Speaker Alpha", "witnesses recall men behind her chair", NULL, NULL,
       NULL}},
     3,
     {0, 0, 0},
     XC_ORIGIN_SAME_CITATION},
    {"cited outlet that quotes two speakers",
     {{1, A, NULL, "team effort it was that evening", NULL, "outlet:harbour herald",
       NULL},
      {0, A, "Speaker Alpha", "several hands did up her bodice", NULL, NULL, NULL},
      {0, A, "Speaker Beta", "witnesses recall men behind her chair", NULL, NULL,
       NULL}},
     3,
     {0, 1, 2},
     -1},
    {"two outlets that cite one another",
     {{1, A, NULL, "team effort it was that evening", NULL, "outlet:harbour herald",
       NULL},
      {0, A, NULL, "several hands did up her bodice", NULL, "outlet:river post", NULL},
      {8, A, NULL, "witnesses recall men behind her chair", NULL, NULL, NULL}},
     3,
     {0, 0, 1},
     XC_ORIGIN_CIRCULAR},
    {"a ring of three",
     {{1, A, NULL, "team effort it was that evening", NULL, "outlet:harbour herald",
       NULL},
      {0, A, NULL, "several hands did up her bodice", NULL, "outlet:coast gazette",
       NULL},
      {8, A, NULL, "witnesses recall men behind her chair", NULL, "outlet:river post",
       NULL}},
     3,
     {0, 0, 0},
     XC_ORIGIN_CIRCULAR},
    {"two posts are two",
     {{0, A, NULL, "team effort it was that evening", NULL, "post:star", NULL},
      {1, A, NULL, "several hands did up her bodice", NULL, "post:keeper", NULL},
      {8, A, NULL, "witnesses recall men behind her chair", NULL, "post:star", NULL}},
     3,
     {0, 1, 0},
     XC_ORIGIN_SAME_CITATION},
};

START_TEST(origin_chains_are_followed_to_their_root)
{
    size_t i;
    size_t k;

    for (i = 0; i < XC_COUNT(chains); i++) {
        struct xc_kept kept[4];
        struct xc_origins origins = group(chains[i].rows, chains[i].n, kept);
        bool has_reason = chains[i].reason < 0;

        for (k = 0; k < chains[i].n; k++)
            ck_assert_msg(origins.group_of[k] == chains[i].groups[k], "%s: %zu is %zu",
                          chains[i].name, k, origins.group_of[k]);
        for (k = 0; k < origins.n_edges; k++)
            has_reason = has_reason || (int)origins.edges[k].reason == chains[i].reason;
        ck_assert_msg(has_reason, "%s: reason", chains[i].name);
    }
}
END_TEST

START_TEST(origin_long_chain_of_citations_ends)
{
    enum { LENGTH = 40 };
    struct xc_origin_source *all = xc_arena_array(&arena, LENGTH, sizeof *all);
    struct xc_kept kept[LENGTH];
    const struct xc_kept *mentions[LENGTH];
    struct xc_origins origins;
    size_t i;

    /* Each outlet cites the next one; the last reports itself. */
    ck_assert_ptr_nonnull(all);
    for (i = 0; i < LENGTH; i++) {
        struct row row = {i,    A,    NULL, i % 2 == 0 ? unlike[0] : unlike[1],
                          NULL, NULL, NULL};

        row.citation = i + 1 < LENGTH
                           ? xc_arena_printf(&arena, "outlet:paper %zu", i + 1).ptr
                           : NULL;
        all[i].publisher = xc_arena_printf(&arena, "paper %zu", i);
        kept[i] = rows_make(&arena, &row);
        kept[i].sentence_hash = 0;
        mentions[i] = &kept[i];
    }
    ck_assert_int_eq(xc_origins_group(&rules, mentions, LENGTH, all, &arena, &origins),
                     XC_OK);
    ck_assert_uint_eq(origins.n_groups, 1);
    for (i = 0; i < origins.n_edges; i++)
        ck_assert_int_ne(origins.edges[i].reason, XC_ORIGIN_CIRCULAR);
}
END_TEST

START_TEST(origin_shared_text_is_short)
{
    char window[400];
    size_t i;
    struct xc_str shared;
    size_t n_spaces = 0;

    for (i = 0; i < 30; i++)
        snprintf(&window[i * 10], 11, "w%08zu ", i);
    {
        const struct row rows[] = {{0, A, NULL, window, NULL, NULL, NULL},
                                   {1, A, NULL, window, NULL, NULL, NULL}};
        struct xc_kept kept[2];

        shared = group(rows, 2, kept).edges[0].shared;
    }
    ck_assert(xc_str_ends(shared, " \xe2\x80\xa6"));
    for (i = 0; i < shared.len; i++)
        n_spaces += shared.ptr[i] == ' ';
    ck_assert_uint_eq(n_spaces, XC_MAX_SHOWN_WORDS);
}
END_TEST

START_TEST(origin_of_no_mentions_is_none)
{
    struct xc_origins origins;

    ck_assert_int_eq(xc_origins_group(&rules, NULL, 0, sources, &arena, &origins),
                     XC_OK);
    ck_assert_uint_eq(origins.n_groups, 0);
    ck_assert_uint_eq(origins.n_edges, 0);
}
END_TEST

/* n mentions of n sources; every tenth word of the window is the mention's own when
 * edited. */
static const struct xc_kept *const *
many(size_t n, bool edited, struct xc_origin_source **out_sources)
{
    const struct xc_kept **mentions = xc_arena_array(&arena, n, sizeof *mentions);
    size_t i;

    *out_sources = xc_arena_array(&arena, n, sizeof **out_sources);
    ck_assert(mentions != NULL && *out_sources != NULL);
    for (i = 0; i < n; i++) {
        struct xc_str window =
            edited ? xc_arena_printf(
                         &arena,
                         "the old harbour bridge was closed after divers found "
                         "cracks w%zu in two of its heavy stone pillars",
                         i)
                   : xc_str_of(WIRE);
        struct row row = {i, A, NULL, window.ptr, NULL, NULL, NULL};
        struct xc_kept *kept = xc_arena_array(&arena, 1, sizeof *kept);

        ck_assert_ptr_nonnull(kept);
        *kept = rows_make(&arena, &row);
        mentions[i] = kept;
    }
    return mentions;
}

static double
seconds_for(size_t n, bool edited, size_t *out_groups)
{
    struct xc_origin_source *unknown;
    const struct xc_kept *const *mentions = many(n, edited, &unknown);
    struct xc_origins origins;
    clock_t begin = clock();

    ck_assert_int_eq(xc_origins_group(&rules, mentions, n, unknown, &arena, &origins),
                     XC_OK);
    *out_groups = origins.n_groups;
    return (double)(clock() - begin) / CLOCKS_PER_SEC;
}

START_TEST(origin_of_ten_thousand_reprints_is_one_in_linear_time)
{
    size_t n_groups;
    double small;
    double large;

    (void)seconds_for(1000, false, &n_groups);
    small = seconds_for(1000, false, &n_groups);
    large = seconds_for(10000, false, &n_groups);
    ck_assert_uint_eq(n_groups, 1);
    /* Ten times as many cost about ten times as much; quadratic would be a hundred. */
    ck_assert_msg(large < 40 * small + 0.05, "%f s, %f s", small, large);
}
END_TEST

START_TEST(origin_of_many_edited_copies_is_one)
{
    size_t n_groups;
    double seconds = seconds_for(3000, true, &n_groups);

    ck_assert_uint_eq(n_groups, 1);
    ck_assert_msg(seconds < 5, "%f s", seconds);
}
END_TEST

START_TEST(origin_groups_do_not_depend_on_order)
{
    struct row rows[] = {
        {0, A, "", WIRE, NULL, NULL, NULL},
        {1, A, NULL, unlike[0], NULL, "wire:ap", NULL},
        {2, A, "Speaker Alpha", WIRE_EDITED, NULL, NULL, NULL},
        {3, A, "Alpha", unlike[1], NULL, NULL, NULL},
        {4, A, NULL, unlike[2], NULL, NULL, NULL},
        {5, A, NULL, unlike[3], NULL, NULL, NULL},
        {0, A, NULL, unlike[4], NULL, NULL, NULL},
    };
    struct xc_kept kept[XC_COUNT(rows)];
    size_t turn;
    size_t i;

    for (turn = 0; turn < XC_COUNT(rows); turn++) {
        struct row first = rows[0];

        ck_assert_uint_eq(group(rows, XC_COUNT(rows), kept).n_groups, 3);
        for (i = 1; i < XC_COUNT(rows); i++)
            rows[i - 1] = rows[i];
        rows[XC_COUNT(rows) - 1] = first;
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        origin_pairs_hang_together_as_told,
        origin_sentence_of_two_voices_reprinted_is_two,
        origin_ambiguous_surname_joins_nobody,
        origin_groups_chain_and_edges_are_a_forest,
        origin_chains_are_followed_to_their_root,
        origin_long_chain_of_citations_ends,
        origin_shared_text_is_short,
        origin_of_no_mentions_is_none,
        origin_of_ten_thousand_reprints_is_one_in_linear_time,
        origin_of_many_edited_copies_is_one,
        origin_groups_do_not_depend_on_order,
        NULL,
    };
    int code;

    xc_arena_init(&arena);
    if (xc_origin_rules_load(&arena, &rules) != XC_OK)
        return EXIT_FAILURE;
    code = suite_run("origin", tests);
    xc_arena_release(&arena);
    return code;
}
