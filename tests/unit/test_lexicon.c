/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The embedded lexicon: its files load, and their words are such as texts have.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "suite.h"
#include "text/syntax.h"

static struct xc_arena program;
static struct xc_lexicon lexicon;

static void
setup(void)
{
    struct xc_problems problems;

    xc_arena_init(&program);
    xc_problems_init(&problems, &program);
    ck_assert_int_eq(xc_lexicon_load(&program, &lexicon, &problems), XC_OK);
    ck_assert_uint_eq(problems.n, 0);
}

START_TEST(lexicon_file_is_found_by_name)
{
    ck_assert_uint_gt(xc_lexicon_file("cues-negation").len, 0);
    ck_assert_ptr_null(xc_lexicon_file("cues-negation.tsv").ptr);
    ck_assert_ptr_null(xc_lexicon_file("").ptr);
}
END_TEST

START_TEST(lexicon_every_cue_class_has_entries)
{
    size_t n_of_class[XC_N_CUE_CLASSES] = {0};
    size_t i;

    setup();
    for (i = 0; i < lexicon.cues.n; i++)
        n_of_class[lexicon.cues.items[i].class]++;
    for (i = 0; i < XC_N_CUE_CLASSES; i++)
        ck_assert_msg(n_of_class[i] > 0, "%s", xc_cue_class_name((enum xc_cue_class)i));
    xc_arena_release(&program);
}
END_TEST

/* A word that is not its own key could never be met in a text. */
START_TEST(lexicon_words_are_their_own_keys)
{
    static const char *const files[] = {"function-words", "common-words", "speakers",
                                        "stance-words"};
    size_t n_failed = 0;
    size_t i;

    setup();
    for (i = 0; i < XC_COUNT(files); i++) {
        struct xc_str rest = xc_lexicon_file(files[i]);
        struct xc_str line;

        while (xc_str_split(&rest, '\n', &line)) {
            struct xc_str *keys;
            size_t n;

            line = xc_str_sub(line, 0, xc_str_find(line, 0, '\t'));
            /* Clitics are keys that stand for themselves only behind their hosts. */
            if (line.len == 0 || line.ptr[0] == '#' || line.ptr[0] == '\'')
                continue;
            ck_assert_int_eq(
                xc_words_of_text(lexicon.text.words, line, &program, &keys, &n), XC_OK);
            if (n == 1 && xc_str_equal(keys[0], line))
                continue;
            fprintf(stderr, "%s: '%.*s'\n", files[i], (int)line.len, line.ptr);
            n_failed++;
        }
    }
    ck_assert_uint_eq(n_failed, 0);
    xc_arena_release(&program);
}
END_TEST

START_TEST(lexicon_word_has_its_class)
{
    setup();
    ck_assert(
        xc_lexicon_speaker_is(&lexicon, XC_STR("police"), XC_SPEAKER_INSTITUTION));
    ck_assert(!xc_lexicon_speaker_is(&lexicon, XC_STR("police"), XC_SPEAKER_UNNAMED));
    ck_assert(!xc_lexicon_speaker_is(&lexicon, XC_STR("corset"), XC_SPEAKER_TITLE));
    ck_assert(
        xc_lexicon_stance_word_is(&lexicon, XC_STR("nope"), XC_STANCE_WORD_ANSWER));
    ck_assert(
        !xc_lexicon_stance_word_is(&lexicon, XC_STR("nope"), XC_STANCE_WORD_OPENER));
    ck_assert(xc_lexicon_word_is(&lexicon, XC_STR("went"),
                                 XC_SYNTAX_PAST | XC_SYNTAX_RELATIVE));
    ck_assert(!xc_lexicon_word_is(&lexicon, XC_STR("went"), XC_SYNTAX_RELATIVE));
    xc_arena_release(&program);
}
END_TEST

static const struct {
    const char *name;
    const char *text;
    bool english;
} languages[] = {
    {"english",
     "The bridge over the river was closed for most of the day, and the people who "
     "live on the other side of it had to wait until the evening for a boat.",
     true},
    {"french",
     "Le pont sur la rivière est resté fermé toute la journée, et les habitants de "
     "l'autre rive ont attendu le soir pour prendre un bateau vers le centre.",
     false},
    {"german",
     "Die Brücke über den Fluss blieb den ganzen Tag gesperrt, und die Bewohner der "
     "anderen Seite mussten bis zum Abend auf ein Boot ins Zentrum warten.",
     false},
    {"spanish",
     "El puente sobre el río permaneció cerrado todo el día, y los vecinos de la otra "
     "orilla esperaron hasta la noche para tomar un barco hacia el centro.",
     false},
    {"too short to tell", "Le pont est resté fermé toute la journée.", true},
    {"empty", "", true},
};

static bool
is_english(struct xc_str article)
{
    struct xc_span run = {0, article.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_text text;

    ck_assert_int_eq(xc_text_build(&lexicon.text, article, &block, 1, &program, &text),
                     XC_OK);
    return xc_lexicon_is_english(&lexicon, &text.words);
}

START_TEST(lexicon_english_is_told_by_its_function_words)
{
    size_t i;

    setup();
    for (i = 0; i < XC_COUNT(languages); i++)
        ck_assert_msg(is_english(xc_str_of(languages[i].text)) == languages[i].english,
                      "%s", languages[i].name);
    xc_arena_release(&program);
}
END_TEST

/* A picture pasted in as letters is a word of no language. */
START_TEST(lexicon_english_is_told_beside_one_long_word)
{
    char *word;
    size_t i;

    setup();
    word = xc_arena_alloc(&program, 50000);
    ck_assert_ptr_nonnull(word);
    memset(word, 'x', 50000);
    for (i = 0; i < XC_COUNT(languages); i++)
        ck_assert_msg(is_english(xc_arena_printf(&program, "%s %.50000s",
                                                 languages[i].text, word)) ==
                          languages[i].english,
                      "%s", languages[i].name);
    xc_arena_release(&program);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        lexicon_file_is_found_by_name,
        lexicon_every_cue_class_has_entries,
        lexicon_words_are_their_own_keys,
        lexicon_word_has_its_class,
        lexicon_english_is_told_by_its_function_words,
        lexicon_english_is_told_beside_one_long_word,
        NULL,
    };

    return suite_run("lexicon", tests);
}
