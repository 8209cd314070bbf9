/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/chain.h"

#include <stdio.h>

#include "match_run.h"
#include "suite.h"

/* Where a pattern of words is found: the words of each mention, then in brackets those of
 * its parts. */
static const struct {
    const char *pattern;
    const char *article;
    const char *mentions;
} chain_rows[] = {
    {"man", "A man, a man.", "1-2(1-2) 3-4(3-4)"},
    {"man corset", "A man corset, man corset.", "1-3(1-3) 3-5(3-5)"},
    /* From the first place that the rest can follow, however near the next one is. */
    {"man .. corset", "The man and the man see the corset.", "1-8(1-8)"},
    {"man ..2 corset", "The man and the man see the corset.", "4-8(4-8)"},
    /* To the nearest place, unless the rest can't follow it. */
    {"man .. corset", "A man, a corset, a corset.", "1-4(1-4)"},
    {"man ..1 the ..1 corset", "Man the the corset.", "0-4(0-4)"},
    {"man ..1 the ..1 corset", "Man the the red corset.", "0-5(0-5)"},
    {"man ..1 the ..1 corset", "Man the the red big corset.", ""},
    {"man ..0 corset", "A man a corset, a man corset.", "5-7(5-7)"},
    /* A choice takes whichever word stands there. */
    {"(gown|man) corset", "A man corset, a gown corset.", "1-3(1-3) 4-6(4-6)"},
    {"(=gown|man) corset", "A gowns corset.", ""},
    {"(man|man corset) gown", "A man corset gown.", "1-4(1-4)"},
    /* Each sequence by itself, in any order, and once in a sentence. */
    {"corset & man", "A man, a corset, a man.", "1-4(3-4 1-2)"},
    {"man .. corset & a man", "A man, a corset, a man.", "0-4(1-4 0-2)"},
    {"man & man", "Man, man.", "0-1(0-1 0-1)"},
};

static void
show_mentions(const struct run *run, char *out, size_t size)
{
    size_t len = 0;
    size_t i;
    size_t p;

    out[0] = '\0';
    for (i = 0; i < run->mentions.n; i++) {
        const struct xc_mention *mention = &run->mentions.items[i];

        len += (size_t)snprintf(out + len, size - len, "%s%zu-%zu(", i > 0 ? " " : "",
                                mention->words.first, mention->words.end);
        for (p = 0; p < mention->n_parts; p++)
            len +=
                (size_t)snprintf(out + len, size - len, "%s%zu-%zu", p > 0 ? " " : "",
                                 mention->parts[p].first, mention->parts[p].end);
        len += (size_t)snprintf(out + len, size - len, ")");
    }
}

START_TEST(chain_places_are_those_of_the_first_match)
{
    size_t i;

    for (i = 0; i < XC_COUNT(chain_rows); i++) {
        struct run run;
        char shown[256];

        run_init(&run);
        run_add_match(&run, chain_rows[i].pattern);
        run_on(&run, chain_rows[i].article, NULL);
        show_mentions(&run, shown, sizeof shown);
        ck_assert_msg(strcmp(shown, chain_rows[i].mentions) == 0,
                      "'%s' in '%s': '%s', not '%s'", chain_rows[i].pattern,
                      chain_rows[i].article, shown, chain_rows[i].mentions);
        run_release(&run);
    }
}
END_TEST

/* "man" 300 times and a gown: the first forty begin nothing, and each could be tried with
 * millions of places between. */
START_TEST(chain_wide_gaps_reach_no_limit)
{
    struct run run;
    char article[2048] = "Man";
    char shown[256];
    size_t len = strlen(article);
    size_t i;

    for (i = 1; i < 300; i++)
        len += (size_t)snprintf(article + len, sizeof article - len, " man");
    (void)snprintf(article + len, sizeof article - len, " gown.");
    run_init(&run);
    run_add_match(&run, "man ..64 man ..64 man ..64 man ..64 gown");
    ck_assert(run.claim->match[0]->is_words);
    run_on(&run, article, NULL);
    show_mentions(&run, shown, sizeof shown);
    ck_assert_str_eq(shown, "40-301(40-301)");
    ck_assert_uint_eq(run.bench.problems.n, 0);
    run_release(&run);
}
END_TEST

/* Which patterns are found by the places of their words. */
static const struct {
    const char *pattern;
    bool is_words;
} kind_rows[] = {
    {"man .. corset & gown", true},
    {"man [very] corset", false},
    {"(man|gown) corset", true},
    {"(man|red gown) corset", false},
    {"((man|gown)|skirt)", false},
    {"1 of (man|gown)", false},
    {"skin-tight corset", true},
    {"(man|skin-tight)", false},
    {"{n:count} corset", false},
    {"/man/", false},
    {"<tie>", false}, /* "do up" */
};

START_TEST(chain_pattern_is_of_words_only)
{
    size_t i;

    for (i = 0; i < XC_COUNT(kind_rows); i++) {
        struct run run;

        run_init(&run);
        run_add_match(&run, kind_rows[i].pattern);
        ck_assert_msg(run.claim->match[0]->is_words == kind_rows[i].is_words, "'%s'",
                      kind_rows[i].pattern);
        run_release(&run);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        chain_places_are_those_of_the_first_match,
        chain_wide_gaps_reach_no_limit,
        chain_pattern_is_of_words_only,
        NULL,
    };

    return suite_run("chain", tests);
}
