/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cue files and where their cues stand: the little language of a cue's text, what is
 * consumed first, and what may stand between a cue's words.
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "suite.h"

#define EXAMPLES "\tdenied: A [b].\tasserted: A [c].\n"

static struct xc_arena program;
static struct xc_lexicon lexicon;
static struct xc_problems problems;

static void
setup(void)
{
    xc_arena_init(&program);
    xc_problems_init(&problems, &program);
    ck_assert_int_eq(xc_lexicon_load(&program, &lexicon, &problems), XC_OK);
}

static enum xc_status
load(const char *text, struct xc_cues *out)
{
    struct xc_cue_file file = {XC_CUE_NEGATION, xc_str_of(text),
                               XC_STR("cues-negation.tsv"), false};
    struct xc_cue_files files = {&file, 1, lexicon.inflection, lexicon.text.words};

    return xc_cues_load(&files, &program, out, &problems);
}

/* Reads the sentence; its words, and the cues found in it. */
static void
find(const struct xc_cues *cues, const char *sentence, const bool *immune,
     struct xc_text *text, struct xc_cue_match_vec *out, bool *cut)
{
    struct xc_str article = xc_str_of(sentence);
    struct xc_cue_place place;
    struct xc_span *run = xc_arena_array(&program, 1, sizeof *run);
    struct xc_block block = {XC_BLOCK_PARAGRAPH, run, 1, 1};

    ck_assert_ptr_nonnull(run);
    *run = (struct xc_span){0, article.len};
    ck_assert_int_eq(xc_text_build(&lexicon.text, article, &block, 1, &program, text),
                     XC_OK);
    *out = (struct xc_cue_match_vec){0};
    place = (struct xc_cue_place){text->fold.text, &text->words,
                                  text->sentences[0].words, immune, false};
    ck_assert_int_eq(xc_cues_find(cues, &place, &program, out, cut), XC_OK);
}

struct row {
    const char *name;
    const char *cues;     /* one a line, without options and examples */
    const char *sentence; /* the cue found is put in brackets in `found` */
    const char *found;    /* "text of cue@first-end", ';' between; "" none */
};

static const struct row rows[] = {
    {"inflections", "fail to\n", "She failed to go.", "fail to@1-3"},
    {"that form only", "=fail to\n", "She failed to go.", ""},
    {"that form only, present", "=fail to\n", "They fail to go.", "=fail to@1-3"},
    {"choice", "(fail|forget) to\n", "She forgot to go.", "(fail|forget) to@1-3"},
    {"choice of several words", "(fail|give up) on\n", "She gave up on it.",
     "(fail|give up) on@1-4"},
    {"optional there", "not [even] once\n", "She did not even once go.",
     "not [even] once@2-5"},
    {"optional missing", "not [even] once\n", "She did not once go.",
     "not [even] once@2-4"},
    {"gap filled", "stop .. from\n", "It stopped the crew from going.",
     "stop .. from@1-5"},
    {"gap of four", "stop .. from\n", "It stopped all of the crew from going.",
     "stop .. from@1-7"},
    {"gap of five", "stop .. from\n", "It stopped all of the old crew from going.", ""},
    {"gap of six named", "stop ..6 from\n",
     "It stopped all of the old tired crew from going.", "stop ..6 from@1-9"},
    {"gap of seven", "stop ..6 from\n",
     "It stopped all of the old and tired crew from going.", ""},
    {"gap before the third word", "stop it .. from\n",
     "They stop it all of a sudden from sliding.", "stop it .. from@1-8"},
    {"second word missing at the end", "stop it\n", "They stop.", ""},
    {"gap named", "stop ..1 from\n", "It stopped the crew from going.", ""},
    {"comma in gap", "deny .. that\n", "She denied, at once, that it fell.",
     "deny .. that@1-5"},
    {"comma without gap", "deny that\n", "She denied, that it fell.", ""},
    {"colon in gap", "deny .. that\n", "She denied it: that it fell.", ""},
    {"quotation in gap", "deny .. that\n", "She denied \"it\" that it fell.", ""},
    {"backtracking", "not .. the case\n", "It is not the old or the case.",
     "not .. the case@2-8"},
    {"longest first", "not\nnot only\n", "She did not only sing.", "not only@2-4"},
    {"longest first, whatever stands before", "did not\nnot only sing\n",
     "She did not only sing.", "not only sing@2-5"},
    {"narrower first", "make .. to\neffort to\n", "She made an effort to go.",
     "effort to@3-5"},
    {"leftmost first", "say that\nthat it\n", "They say that it fell.", "say that@1-3"},
    {"cue right behind another", "not only\nnever\n", "Not only never.",
     "not only@0-2;never@2-3"},
    {"words in a gap stay free", "stop .. from\nnever\n", "It stopped, never, from it.",
     "stop .. from@1-4;never@2-3"},
    {"clitic", "can not\n", "She can't go.", "can not@1-3"},
    {"number word", "not one but\n", "Not 1 but two.", "not one but@0-3"},
    {"none", "never\n", "She sang.", ""},
};

/* Appends "\t-" and the examples to every line. */
static void
complete(const char *cues, char *out, size_t size)
{
    struct xc_str rest = xc_str_of(cues);
    struct xc_str line;
    size_t n = 0;

    while (xc_str_split(&rest, '\n', &line)) {
        if (line.len == 0)
            continue;
        n += (size_t)snprintf(out + n, size - n, "%.*s\t-%s", (int)line.len, line.ptr,
                              EXAMPLES);
        ck_assert_uint_lt(n, size);
    }
}

static bool
row_holds(const struct row *row)
{
    struct xc_cue_match_vec found;
    struct xc_cues cues;
    struct xc_text text;
    char file[1024];
    char told[256];
    size_t n = 0;
    size_t i;
    bool cut;

    complete(row->cues, file, sizeof file);
    ck_assert_int_eq(load(file, &cues), XC_OK);
    find(&cues, row->sentence, NULL, &text, &found, &cut);
    told[0] = '\0';
    for (i = 0; i < found.n; i++)
        n += (size_t)snprintf(told + n, sizeof told - n, "%s%.*s@%zu-%zu",
                              i == 0 ? "" : ";", (int)found.items[i].cue->text.len,
                              found.items[i].cue->text.ptr, found.items[i].words.first,
                              found.items[i].words.end);
    if (strcmp(told, row->found) == 0 && !cut)
        return true;
    fprintf(stderr, "%s: got '%s'\n", row->name, told);
    return false;
}

START_TEST(cue_match_rows_are_found_longest_first)
{
    size_t n_failed = 0;
    size_t i;

    setup();
    for (i = 0; i < XC_COUNT(rows); i++)
        n_failed += !row_holds(&rows[i]);
    ck_assert_msg(n_failed == 0, "%zu rows failed", n_failed);
    xc_arena_release(&program);
}
END_TEST

START_TEST(cue_match_class_breaks_ties)
{
    struct xc_cue_file items[2] = {
        {.class = XC_CUE_NEGATION, .text = XC_STR("no doubt\t-" EXAMPLES)},
        {.class = XC_CUE_PSEUDO, .text = XC_STR("no doubt\t-" EXAMPLES)},
    };
    struct xc_cue_files files = {items, 2, NULL, NULL};
    struct xc_cue_match_vec found;
    struct xc_cues cues;
    struct xc_text text;
    bool cut;

    setup();
    files.inflection = lexicon.inflection;
    files.words = lexicon.text.words;
    ck_assert_int_eq(xc_cues_load(&files, &program, &cues, &problems), XC_OK);
    find(&cues, "There is no doubt.", NULL, &text, &found, &cut);
    ck_assert_uint_eq(found.n, 1);
    ck_assert_int_eq((int)found.items[0].cue->class, XC_CUE_PSEUDO);
    cues.without = &cues.items[1];
    find(&cues, "There is no doubt.", NULL, &text, &found, &cut);
    ck_assert_uint_eq(found.n, 1);
    ck_assert_int_eq((int)found.items[0].cue->class, XC_CUE_NEGATION);
    xc_arena_release(&program);
}
END_TEST

START_TEST(cue_match_immune_word_is_in_no_cue)
{
    static const bool immune[] = {false, false, true, false};
    struct xc_cue_match_vec found;
    struct xc_cues cues;
    struct xc_text text;
    bool cut;

    setup();
    ck_assert_int_eq(load("never\t-" EXAMPLES "did never\t-" EXAMPLES, &cues), XC_OK);
    find(&cues, "She did never go.", immune, &text, &found, &cut);
    ck_assert_uint_eq(found.n, 0);
    find(&cues, "She did never go.", NULL, &text, &found, &cut);
    ck_assert_uint_eq(found.n, 1);
    xc_arena_release(&program);
}
END_TEST

START_TEST(cue_match_too_many_cues_are_cut_and_told)
{
    char sentence[6 * (XC_MAX_SENTENCE_CUES + 1) + 1];
    struct xc_cue_match_vec found;
    struct xc_cues cues;
    struct xc_text text;
    size_t i;
    bool cut;

    setup();
    ck_assert_int_eq(load("never\t-" EXAMPLES, &cues), XC_OK);
    for (i = 0; i <= XC_MAX_SENTENCE_CUES; i++)
        memcpy(sentence + 6 * i, "never ", 6);
    sentence[6 * XC_MAX_SENTENCE_CUES] = '\0';
    find(&cues, sentence, NULL, &text, &found, &cut);
    ck_assert_uint_eq(found.n, XC_MAX_SENTENCE_CUES);
    ck_assert(!cut);
    sentence[6 * XC_MAX_SENTENCE_CUES] = 'n';
    sentence[6 * (XC_MAX_SENTENCE_CUES + 1)] = '\0';
    find(&cues, sentence, NULL, &text, &found, &cut);
    ck_assert_uint_eq(found.n, XC_MAX_SENTENCE_CUES);
    ck_assert(cut);
    xc_arena_release(&program);
}
END_TEST

/* Options and signature of the only cue of a line. */
START_TEST(cue_options_are_read)
{
    struct xc_cues cues;

    setup();
    ck_assert_int_eq(load("a\tsig=-? near" EXAMPLES, &cues), XC_OK);
    ck_assert_uint_eq(cues.n, 1);
    ck_assert_int_eq((int)cues.items[0].when_true, XC_FALSE);
    ck_assert_int_eq((int)cues.items[0].when_false, XC_UNKNOWN);
    ck_assert_uint_eq(cues.items[0].options, XC_CUE_NEAR | XC_CUE_FORWARD);
    ck_assert_int_eq(load("a\tbackward" EXAMPLES, &cues), XC_OK);
    ck_assert_uint_eq(cues.items[0].options, XC_CUE_BACKWARD);
    ck_assert_int_eq(load("a\tboth weak np" EXAMPLES, &cues), XC_OK);
    ck_assert_uint_eq(cues.items[0].options,
                      XC_CUE_FORWARD | XC_CUE_BACKWARD | XC_CUE_WEAK | XC_CUE_NP);
    xc_arena_release(&program);
}
END_TEST

static const struct {
    const char *name;
    const char *line;
} wrong[] = {
    {"too few columns", "never\t-\tdenied: A [b].\n"},
    {"too many columns", "never\t-\tdenied: A [b].\tasserted: A [c].\tmore\n"},
    {"unknown option", "never\tfast" EXAMPLES},
    {"unknown truth", "never\tsig=+x" EXAMPLES},
    {"no target", "never\t-\tdenied: A b.\tasserted: A [c].\n"},
    {"no stance", "never\t-\tA [b].\tasserted: A [c].\n"},
    {"open choice", "(never|no\t-" EXAMPLES},
    {"open option", "not [even\t-" EXAMPLES},
    {"choice in choice", "(a (b|c))\t-" EXAMPLES},
    {"no word", "\t-" EXAMPLES},
    {"nothing but punctuation", "...\t-" EXAMPLES},
    {"all optional", "[never]\t-" EXAMPLES},
    {"gap at the end", "never ..\t-" EXAMPLES},
    {"gap at the head", ".. never\t-" EXAMPLES},
    {"too long", "a b c d e f g h i j k l m\t-" EXAMPLES},
    {"too many ways", "(a b|c d|e f|g h) (a b|c d|e f|g h) (a b|c d|e f|g h) (a b|c "
                      "d|e f|g h) [i]\t-" EXAMPLES},
};

START_TEST(cue_file_wrong_line_is_told_with_its_place)
{
    size_t i;

    setup();
    for (i = 0; i < XC_COUNT(wrong); i++) {
        struct xc_str file = xc_arena_printf(&program, "# top\n%s", wrong[i].line);
        struct xc_cues cues;
        size_t before = problems.n;

        ck_assert_msg(load(file.ptr, &cues) == XC_BAD_RULE, "%s", wrong[i].name);
        ck_assert_msg(problems.n == before + 1, "%s", wrong[i].name);
        ck_assert_uint_eq(problems.items[before].line, 2);
        ck_assert(xc_str_is(problems.items[before].path, "cues-negation.tsv"));
        ck_assert_uint_gt(problems.items[before].hint.len, 0);
    }
    xc_arena_release(&program);
}
END_TEST

START_TEST(cue_file_all_wrong_lines_are_told)
{
    struct xc_cues cues;

    setup();
    ck_assert_int_eq(
        load("never\tfast" EXAMPLES "no\t-" EXAMPLES "(no\t-" EXAMPLES, &cues),
        XC_BAD_RULE);
    ck_assert_uint_eq(problems.n, 2);
    ck_assert_uint_eq(problems.items[0].line, 1);
    ck_assert_uint_eq(problems.items[1].line, 3);
    xc_arena_release(&program);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        cue_match_rows_are_found_longest_first,
        cue_match_class_breaks_ties,
        cue_match_immune_word_is_in_no_cue,
        cue_match_too_many_cues_are_cut_and_told,
        cue_options_are_read,
        cue_file_wrong_line_is_told_with_its_place,
        cue_file_all_wrong_lines_are_told,
        NULL,
    };

    return suite_run("cue_match", tests);
}
