/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/matcher.h"

#include <stdio.h>

#include "base/limits.h"

#include "match_run.h"
#include "suite.h"

/* The mentions as text, "[three men tied]" each, with the words that are literal in
 * capitals: "[3 MAN tied]" would be wrong for "three men .. tied". */
static struct xc_str
shown(struct run *run)
{
    struct xc_arena *arena = &run->bench.article;
    struct xc_str out = XC_STR("");
    size_t m;
    size_t i;

    for (m = 0; m < run->mentions.n; m++) {
        const struct xc_mention *mention = &run->mentions.items[m];
        size_t first = run->text.sentences[mention->sentence].words.first;
        out = xc_arena_printf(arena, "%.*s[", (int)out.len, out.ptr);
        for (i = mention->words.first; i < mention->words.end; i++) {
            struct xc_str key = run->text.words.items[i].key;
            char *copy = xc_arena_copy(arena, key.ptr, key.len);
            size_t c;
            for (c = 0; c < key.len && mention->literal[i - first]; c++)
                copy[c] = (char)(copy[c] >= 'a' && copy[c] <= 'z' ? copy[c] - 'a' + 'A'
                                                                  : copy[c]);
            out = xc_arena_printf(arena, "%.*s%s%s", (int)out.len, out.ptr,
                                  i == mention->words.first ? "" : " ", copy);
        }
        out = xc_arena_printf(arena, "%.*s]", (int)out.len, out.ptr);
    }
    return out;
}

static const struct {
    const char *pattern;
    const char *article;
    const char *shown;
} match_rows[] = {
    {"man .. tie", "Two men never tied it.", "[MEN never TIED]"},
    {"man [not] tie", "The men not tied, the men tied.", "[MEN NOT TIED][MEN TIED]"},
    {"man ..1 tie", "Men who then tied it.", ""},
    {"<tie> .. corset", "They did it up, the corset.", ""},
    {"<tie> .. corset", "They did up, at last, the corset.",
     "[DID UP at last the CORSET]"},
    {"{men:count} man", "Nearly 300 men came.", "[nearly 300 MEN]"},
    {"{men:count} man", "The men came.", ""},
    /* A slot takes a value whole, and the next match goes on behind the first. */
    {"{men:count} (man|guy)", "Three men and four guys.", "[3 MEN][4 GUYS]"},
    /* What lies in the gap of one sequence may be the word of another. */
    {"man .. corset & not tie", "Three men did not tie the corset.",
     "[MEN did NOT TIE the CORSET]"},
    {"man .. corset & tie", "Three men did not tie the corset.",
     "[MEN did not TIE the CORSET]"},
    /* All in one sentence, in any order, once. */
    {"corset & man", "The men tied the corset, the men said.", "[MEN tied the CORSET]"},
    {"corset & man", "The men left. The corset stayed.", ""},
    {"2 of (man|corset|gown)", "A gown, a mask and two men.",
     "[GOWN a mask and 2 MEN]"},
    {"2 of (man|corset|gown)", "A gown and a mask.", ""},
    {"star .. 2 of (tie|lace up)", "The star laces up what she tied.",
     "[STAR LACES UP what she TIED]"},
    /* A /.../ pattern: every word that lies fully inside is literal. */
    {"/three m\\w+ tied/", "Three men tied it.", "[3 MEN TIED]"},
    {"/men tie/", "Three men tied it.", "[MEN tied]"},
    {"/[,;]/", "Three, men; tied.", ""},
    {"/\\w+ (?<n>\\d+) men/", "About 40 men.", "[ABOUT 40 MEN]"},
    {"/étoile/", "Une Étoile, une etoile.", "[ETOILE]"},
};

START_TEST(match_pattern_marks_its_words)
{
    size_t i;

    for (i = 0; i < XC_COUNT(match_rows); i++) {
        struct run run;
        struct xc_str got;
        run_init(&run);
        run_add_match(&run, match_rows[i].pattern);
        run_on(&run, match_rows[i].article, NULL);
        got = shown(&run);
        ck_assert_msg(xc_str_is(got, match_rows[i].shown), "'%s' on '%s': '%.*s'",
                      match_rows[i].pattern, match_rows[i].article, (int)got.len,
                      got.ptr);
        run_release(&run);
    }
}
END_TEST

static const struct {
    const char *first;
    const char *second;
    const char *unless;
    const char *about;
    const char *article;
    const char *shown;
} claim_rows[] = {
    /* The earlier pattern wins where they overlap, wherever it stands. */
    {"tie .. corset", "man tie", NULL, NULL, "Men tied the corset.",
     "[TIED the CORSET]"},
    {"man tie", "tie .. corset", NULL, NULL, "Men tied the corset.", "[MEN TIED]"},
    {"gown", "man tie", NULL, NULL, "Men tied the gown.", "[MEN TIED][GOWN]"},
    /* unless is about one sentence. */
    {"man tie", NULL, "tie for", NULL, "Men tied for it. Men tied it.", "[MEN TIED]"},
    {"man tie", NULL, "tie from", NULL, "Men tied for it. Men tied it.",
     "[MEN TIED][MEN TIED]"},
    /* about is about the article, headline included. */
    {"man tie", NULL, NULL, "star", "Men tied it.", ""},
    {"man tie", NULL, NULL, "star", "Men tied it.\nA star looked on.", "[MEN TIED]"},
    {"man tie", NULL, NULL, "star", "# The star\nMen tied it.", "[MEN TIED]"},
};

START_TEST(match_claim_merges_patterns)
{
    size_t i;

    for (i = 0; i < XC_COUNT(claim_rows); i++) {
        struct run run;
        struct xc_str got;
        run_init(&run);
        run_add_match(&run, claim_rows[i].first);
        if (claim_rows[i].second != NULL)
            run_add_match(&run, claim_rows[i].second);
        if (claim_rows[i].unless != NULL)
            run_add(&run, claim_rows[i].unless, &run.claim->unless,
                    &run.claim->n_unless);
        if (claim_rows[i].about != NULL)
            run_add(&run, claim_rows[i].about, &run.topic->about, &run.topic->n_about);
        run_on(&run, claim_rows[i].article, NULL);
        got = shown(&run);
        ck_assert_msg(xc_str_is(got, claim_rows[i].shown), "row %zu '%s': '%.*s'", i,
                      claim_rows[i].article, (int)got.len, got.ptr);
        run_release(&run);
    }
}
END_TEST

static const struct {
    const char *pattern;
    const char *article;
    const char *text; /* of the value; NULL: no capture */
    enum xc_value_kind kind;
} capture_rows[] = {
    {"{men:count} man", "At least three men came.", "At least three", XC_VALUE_COUNT},
    {"in {time:duration}", "In two decades he made it.", "two decades",
     XC_VALUE_DURATION},
    {"paint it {hue:colour}", "They painted it pink.", "pink", XC_VALUE_COLOUR},
    {"say {what:text} =today", "She said no more today.", "no more", XC_VALUE_TEXT},
    /* A group means the value around its words, or inside them. */
    {"/(?<n>\\d+) men/", "About 40 men.", "About 40", XC_VALUE_COUNT},
    {"/only (?<n>.* men)/", "Only 40 men.", "40", XC_VALUE_COUNT},
    {"/only (?<n>\\w+) men/", "Only such men.", NULL, XC_VALUE_COUNT},
    {"/by (?<who>\\w+ \\w+)/", "Made by the house.", "the house", XC_VALUE_NAME},
    {"/men (?<rest>.*) corset/", "Men tied the corset.", "tied the", XC_VALUE_TEXT},
};

START_TEST(match_slot_captures_value)
{
    size_t i;

    for (i = 0; i < XC_COUNT(capture_rows); i++) {
        struct run run;
        const struct xc_mention *mention;
        run_init(&run);
        run_add_match(&run, capture_rows[i].pattern);
        run_on(&run, capture_rows[i].article, NULL);
        ck_assert_msg(run.mentions.n == 1, "'%s': %zu mentions",
                      capture_rows[i].article, run.mentions.n);
        mention = &run.mentions.items[0];
        if (capture_rows[i].text == NULL) {
            ck_assert_msg(mention->n_captures == 0, "'%s' caught '%.*s'",
                          capture_rows[i].article,
                          (int)mention->captures[0].value.text.len,
                          mention->captures[0].value.text.ptr);
        } else {
            ck_assert_msg(mention->n_captures == 1, "'%s': none",
                          capture_rows[i].article);
            ck_assert_int_eq(mention->captures[0].value.kind, capture_rows[i].kind);
            ck_assert_msg(
                xc_str_is(mention->captures[0].value.text, capture_rows[i].text),
                "'%s': '%.*s'", capture_rows[i].article,
                (int)mention->captures[0].value.text.len,
                mention->captures[0].value.text.ptr);
        }
        run_release(&run);
    }
}
END_TEST

START_TEST(match_second_pattern_slot_has_claim_index)
{
    struct run run;

    run_init(&run);
    run_add_match(&run, "paint {hue:colour}");
    run_add_match(&run, "{men:count} man");
    run_on(&run, "Three men came.", NULL);
    ck_assert_uint_eq(run.mentions.n, 1);
    ck_assert_uint_eq(run.mentions.items[0].n_captures, 1);
    ck_assert(xc_str_is(run.claim->slots[run.mentions.items[0].captures[0].slot].name,
                        "men"));
    ck_assert_uint_eq(run.mentions.items[0].captures[0].slot, 1);
    run_release(&run);
}
END_TEST

START_TEST(match_relative_date_counts_from_published)
{
    const struct xc_date published = {2031, 5, 8};
    struct run run;

    run_init(&run);
    run_add_match(&run, "gala {when:date}");
    run_on(&run, "The gala last year was loud.", &published);
    ck_assert_uint_eq(run.mentions.n, 1);
    ck_assert_uint_eq(run.mentions.items[0].n_captures, 1);
    ck_assert_int_eq(run.mentions.items[0].captures[0].value.date.year, 2030);
    run_release(&run);
}
END_TEST

START_TEST(match_parts_keep_the_order_of_the_pattern)
{
    struct run run;

    run_init(&run);
    run_add_match(&run, "the corset & three man");
    run_on(&run, "Three men tied the corset.", NULL);
    ck_assert_uint_eq(run.mentions.n, 1);
    ck_assert_uint_eq(run.mentions.items[0].n_parts, 2);
    ck_assert_uint_eq(run.mentions.items[0].parts[0].first, 3);
    ck_assert_uint_eq(run.mentions.items[0].parts[0].end, 5);
    ck_assert_uint_eq(run.mentions.items[0].parts[1].first, 0);
    ck_assert_uint_eq(run.mentions.items[0].parts[1].end, 2);
    run_release(&run);
}
END_TEST

START_TEST(match_limit_tells_rule_and_sentence)
{
    struct run run;
    const struct xc_problem *problem;

    run_init(&run);
    run_add_match(&run, "/(a+)+[0-9]/");
    run_on(&run, "Ok aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa end. Then aaa1.",
           NULL);
    ck_assert_uint_eq(run.bench.problems.n, 1);
    problem = &run.bench.problems.items[0];
    ck_assert_int_eq(problem->kind, XC_PROBLEM_LIMIT);
    ck_assert(xc_str_is(problem->path, "topic.yaml"));
    ck_assert_uint_eq(problem->line, 7);
    ck_assert_msg(strstr(problem->message.ptr, "\"ok aaaa") != NULL, "%s",
                  problem->message.ptr);
    /* The other sentence is not touched by it. */
    ck_assert_uint_eq(run.mentions.n, 1);
    ck_assert_uint_eq(run.mentions.items[0].sentence, 1);
    run_release(&run);
}
END_TEST

START_TEST(match_limit_quotes_whole_characters)
{
    struct run run;
    const char *quote;

    run_init(&run);
    run_add_match(&run, "/(a+)+[0-9]/");
    /* Two-byte letters from an odd place on: byte 60 is in the middle of one. */
    run_on(&run,
           "X\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
           "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
           "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
           "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 "
           "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
           NULL);
    ck_assert_uint_eq(run.bench.problems.n, 1);
    quote = strchr(run.bench.problems.items[0].message.ptr, '"');
    ck_assert_ptr_nonnull(quote);
    ck_assert_uint_eq(strlen(quote), 2 + 59);
    run_release(&run);
}
END_TEST

START_TEST(match_many_mentions_are_cut_and_told)
{
    struct run run;

    run_init(&run);
    run_add_match(&run, "man");
    run_on(&run, "Man man man man man man man man.", NULL);
    ck_assert_uint_eq(run.mentions.n, XC_MAX_SENTENCE_MENTIONS);
    ck_assert_uint_eq(run.bench.problems.n, 0);
    run_on(&run, "Man man man man man man man man man.", NULL);
    ck_assert_uint_eq(run.mentions.n, XC_MAX_SENTENCE_MENTIONS);
    ck_assert_uint_eq(run.bench.problems.n, 1);
    run_release(&run);
}
END_TEST

/* Texts that hold nothing to find, and must do no harm. */
static const char *const empty_rows[] = {"", "\n\n", "...", "!", "\xFF\xFE", "# \n"};

START_TEST(match_text_without_words_gives_nothing)
{
    size_t i;

    for (i = 0; i < XC_COUNT(empty_rows); i++) {
        struct run run;
        run_init(&run);
        run_add_match(&run, "man");
        run_add_match(&run, "/./");
        run_on(&run, empty_rows[i], NULL);
        ck_assert_msg(run.mentions.n == 0, "row %zu", i);
        run_release(&run);
    }
}
END_TEST

START_TEST(subject_structured_joins_keys)
{
    struct run run;
    struct xc_str subject;

    run_init(&run);
    bench_text(&run.bench, "Ah. Three \"skin-tight\" men, they can't!", &run.text);
    ck_assert_int_eq(
        xc_matcher_subject(&run.text, 1, false, &run.bench.article, &subject), XC_OK);
    ck_assert_msg(xc_str_is(subject, "3 skin tight men they can not"), "%.*s",
                  (int)subject.len, subject.ptr);
    ck_assert_int_eq(
        xc_matcher_subject(&run.text, 1, true, &run.bench.article, &subject), XC_OK);
    ck_assert_msg(xc_str_is(subject, "three \"skin-tight\" men, they can't!"), "%.*s",
                  (int)subject.len, subject.ptr);
    run_release(&run);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        match_pattern_marks_its_words,
        match_claim_merges_patterns,
        match_slot_captures_value,
        match_second_pattern_slot_has_claim_index,
        match_relative_date_counts_from_published,
        match_parts_keep_the_order_of_the_pattern,
        match_limit_tells_rule_and_sentence,
        match_limit_quotes_whole_characters,
        match_many_mentions_are_cut_and_told,
        match_text_without_words_gives_nothing,
        subject_structured_joins_keys,
        NULL,
    };

    return suite_run("matcher", tests);
}
