/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/quotation_match.h"

#include <string.h>

#include "base/vec.h"

#include "suite.h"

static struct xc_arena arena;
static struct xc_origin_rules rules;

static struct xc_quotation_print
print_of(const char *text)
{
    struct xc_quotation_print print;

    ck_assert_int_eq(xc_quotation_print_make(&rules, xc_str_of(text), &arena, &print),
                     XC_OK);
    return print;
}

/* The words that count, with a space between them and "..." for a gap. */
static struct xc_str
words_of(const char *text)
{
    struct xc_quotation_print print = print_of(text);
    struct xc_str all = XC_STR("");
    size_t i;

    for (i = 0; i < print.words.n; i++) {
        const struct xc_quotation_word *word = &print.words.items[i];

        all = xc_arena_printf(&arena, "%.*s%s%s%.*s", (int)all.len, all.ptr,
                              i > 0 ? " " : "", word->gap ? "... " : "",
                              (int)word->key.len, word->key.ptr);
    }
    return all;
}

static bool
same(const char *left, const char *right, struct xc_span spans[2])
{
    struct xc_quotation_print a = print_of(left);
    struct xc_quotation_print b = print_of(right);
    struct xc_quotation_print prints[2];
    struct xc_candidate_vec pairs = {NULL, 0, 0};
    bool found;

    prints[0] = a;
    prints[1] = b;
    ck_assert_int_eq(xc_quotation_match(&a, &b, &arena, &found, spans), XC_OK);
    ck_assert_int_eq(xc_quotations_candidates(prints, 2, &arena, &pairs), XC_OK);
    /* What matches must be found by the index too. */
    ck_assert_msg(!found || pairs.n > 0, "no candidate: %s", left);
    return found;
}

START_TEST(quotation_print_keeps_words_that_count)
{
    static const struct {
        const char *text;
        const char *words;
    } rows[] = {
        {"we worked our a** off all night", "worked night"},
        {"we worked our ass off all night", "worked night"},
        {"what a f**king mess", "mess"},
        {"what a f---ing mess", "mess"},
        {"what a f--ing mess", "mess"},
        {"what a f*ck*ng mess", "mess"},
        {"what a f\xe2\x80\xa2\xe2\x80\xa2king mess", "mess"},
        {"what a f-ck-up mess", "mess"},
        {"what a fucking mess", "mess"},
        {"what a [expletive] mess", "mess"},
        {"what a **** mess", "mess"},
        {"nobody gives a s--- about it", "nobody gives"},
        {"nobody gives a s**t, he said", "nobody gives said"},
        {"the a-list re-elected an f-stop", "list re elected f stop"},
        {"a skin-tight dress", "skin tight dress"},
        {"so tight--really tight", "tight tight"},
        {"pre- and post-war dresses", "pre post war dresses"},
        {"[t]hree men pulled", "3 men pulled"},
        {"three men [from paris] pulled", "3 men pulled"},
        {"it was [not] safe", "not safe"},
        {"it is safe (laughs) now", "safe"},
        {"men pulled ... she screamed", "men pulled ... screamed"},
        {"men pulled . . . she screamed", "men pulled ... screamed"},
        {"men pulled [...] she screamed", "men pulled ... screamed"},
        {"men pulled. she screamed", "men pulled screamed"},
        {"we didn't pull, we can't", "not pull not"},
        {"we cannot pull", "not pull"},
        {"it was, you know, tight", "tight"},
        {"you know the corset", "know corset"},
        {"it cost $3,000 and 2.5 hours", "cost 3000 2.5 hours"},
        {"at five o'clock", "5 o'clock"},
        {"", ""},
        {"...", ""},
        {"[", ""},
        {"[[((--**", ""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str words = words_of(rows[i].text);

        ck_assert_msg(xc_str_is(words, rows[i].words), "%s: %.*s", rows[i].text,
                      (int)words.len, words.ptr);
    }
}
END_TEST

START_TEST(quotation_variants_are_one)
{
    static const char *const original = "the crew worked its ass off nine nights a "
                                        "fucking month and finished the bridge";
    static const char *const variants[] = {
        "the crew worked its a** off 9 nights a f**king month and finished the bridge",
        "the crew worked its ass off nine nights a f---ing month and finished the "
        "bridge",
        "the crew worked its [expletive] off 9 nights a [expletive] month and finished "
        "the "
        "bridge",
        "the crew worked ... nine nights a month and finished the bridge",
        "[the crew] worked its a-- off nine nights a f***ing month ... finished the "
        "bridge",
        "the crew wokred its ass off nine nights a f-cking month and finishd the "
        "bridge",
        "the crew worked its ass off nine nights a fucking month",
        "i mean, the crew worked its ass off, um, nine nights a fucking month, you "
        "know, "
        "and finished the bridge",
    };
    struct xc_span spans[2];
    size_t i;

    for (i = 0; i < XC_COUNT(variants); i++) {
        ck_assert_msg(same(original, variants[i], spans), "%s", variants[i]);
        ck_assert_msg(same(variants[i], original, spans), "turned: %s", variants[i]);
    }
}
END_TEST

START_TEST(quotation_minimal_pairs_decide)
{
    static const struct {
        const char *a;
        const char *b;
        bool same;
    } rows[] = {
        /* negators */
        {"i did tie that corset for the first gala",
         "i did not tie that corset for the first gala", false},
        {"i did not tie that corset for the first gala",
         "i didn't tie that corset for the first gala", true},
        {"i never tied that tight corset for the gala",
         "tied that tight corset for the gala night", false},
        {"i never saw him. we tied that tight corset for the gala",
         "we tied that tight corset for the gala", true},
        /* numbers */
        {"three men tied the corset that evening", "3 men tied the corset that evening",
         true},
        {"three men tied the corset that evening",
         "four men tied the corset that evening", false},
        {"men tied the corset quickly that evening",
         "three men tied the corset quickly that evening", true},
        {"we closed the bridge on monday morning",
         "we closed the bridge on tuesday morning", false},
        /* one letter, and not in a short word */
        {"the engineer closed the old bridge", "the enginere closed the old bridge",
         true},
        /* a changed word is not a left-out one */
        {"the engineer closed the old bridge", "the mayor closed the old bridge",
         false},
        {"the engineer closed the old bridge after the storm",
         "the engineer closed the bridge after the storm", true},
        {"the engineer closed the old harbour bridge after the winter storm on sunday",
         "the engineer closed the old harbour bridge after the winter flood on sunday",
         true},
        {"the mayor closed the north bridge", "the guard opened the north gate", false},
        {"they planted trees near the town last spring",
         "they planted tress near the towns last spring", true},
        {"the cat saw big fog", "the rat say bag fig", false},
        /* the same few words far apart are no quotation */
        {"the bridge closed for urgent repairs",
         "the bridge stands where my father met the fishermen who later closed the "
         "market hall, long before anybody spoke of urgent matters or costly repairs",
         false},
        /* an ellipsis says that words are missing */
        {"the bridge closed ... urgent repairs",
         "the bridge closed because my father met two fishermen there and asked for "
         "urgent repairs",
         true},
        {"the bridge closed urgent repairs",
         "the bridge closed because my father met two fishermen there and asked for "
         "urgent repairs",
         false},
        /* too little to be evidence */
        {"it was very tight indeed", "it was very tight indeed", false},
        {"i could hardly breathe", "i could hardly breathe", false},
        {"", "", false},
        /* one sentence of two */
        {"we inspected both towers. the bridge stays closed until sunday evening.",
         "the bridge stays closed until sunday evening", true},
        {"we inspected both towers. the bridge stays closed until sunday evening.",
         "the bridge stays open until sunday evening, nobody is worried", false},
    };
    struct xc_span spans[2];
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(same(rows[i].a, rows[i].b, spans) == rows[i].same, "%s / %s",
                      rows[i].a, rows[i].b);
        ck_assert_msg(same(rows[i].b, rows[i].a, spans) == rows[i].same,
                      "turned: %s / %s", rows[i].a, rows[i].b);
    }
}
END_TEST

START_TEST(quotation_match_shows_shared_part_of_first)
{
    static const char first[] = "before that we rested. she worked her a** off 9 "
                                "nights a f**king month, honestly";
    struct xc_span spans[2];

    ck_assert(same(
        first, "she worked her ass off nine nights a f---ing month, honestly", spans));
    ck_assert(xc_str_is(xc_str_at(XC_STR(first), spans[0]),
                        "worked her a** off 9 nights a f**king month, honestly"));
}
END_TEST

START_TEST(quotation_of_any_bytes_ends)
{
    char bytes[256 * 3];
    struct xc_quotation_print print;
    size_t i;

    for (i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 89 + i / 7);
    ck_assert_int_eq(xc_quotation_print_make(
                         &rules, (struct xc_str){bytes, sizeof bytes}, &arena, &print),
                     XC_OK);
}
END_TEST

START_TEST(quotation_longer_than_limit_is_cut)
{
    size_t n = XC_MAX_QUOTATION_WORDS * 3;
    char *text = xc_arena_alloc(&arena, n * 6);
    struct xc_quotation_print print;
    bool found;
    struct xc_span spans[2];
    size_t i;

    ck_assert_ptr_nonnull(text);
    for (i = 0; i < n; i++)
        memcpy(&text[i * 6], i % 9 == 8 ? "rope. " : "bigge ", 6);
    ck_assert_int_eq(
        xc_quotation_print_make(&rules, (struct xc_str){text, n * 6}, &arena, &print),
        XC_OK);
    ck_assert_uint_eq(print.words.n, XC_MAX_QUOTATION_WORDS);
    ck_assert_uint_le(print.n_units, XC_MAX_QUOTATION_UNITS);
    ck_assert_int_eq(xc_quotation_match(&print, &print, &arena, &found, spans), XC_OK);
    ck_assert(found);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        quotation_print_keeps_words_that_count,
        quotation_variants_are_one,
        quotation_minimal_pairs_decide,
        quotation_match_shows_shared_part_of_first,
        quotation_of_any_bytes_ends,
        quotation_longer_than_limit_is_cut,
        NULL,
    };
    int code;

    xc_arena_init(&arena);
    if (xc_origin_rules_load(&arena, &rules) != XC_OK)
        return EXIT_FAILURE;
    code = suite_run("quotation_match", tests);
    xc_arena_release(&arena);
    return code;
}
