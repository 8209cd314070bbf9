/* SPDX-License-Identifier: Apache-2.0 */
/* How common words are, what may stand for them, and what denies them. */
#include "config.h"

#include "base/vec.h"
#include "lexicon/word_data.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_lexicon lexicon;
static struct xc_word_data data;

static void
begin(void)
{
    struct xc_problems problems;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    ck_assert_int_eq(xc_lexicon_load(&arena, &lexicon, &problems), XC_OK);
    ck_assert_int_eq(xc_word_data_load(&lexicon, &arena, &data), XC_OK);
}

static size_t
class_of(const char *word)
{
    size_t class = 99;

    ck_assert_int_eq(xc_word_data_class(&data, xc_str_of(word), &arena, &class), XC_OK);
    return class;
}

START_TEST(word_class_is_that_of_the_commonest_base)
{
    begin();
    ck_assert_uint_eq(class_of("quillan"), 0);
    ck_assert_uint_gt(class_of("water"), class_of("corset"));
    ck_assert_uint_eq(class_of("died"), class_of("die"));
    ck_assert_uint_eq(class_of("women"), class_of("woman"));
    /* "saw" is the tool and a form of "see". */
    ck_assert_uint_eq(class_of("saw"), class_of("see"));
    xc_arena_release(&arena);
}
END_TEST

static bool
finds(const struct xc_table *table, const char *word, const char *other)
{
    struct xc_str_vec found = {NULL, 0, 0};
    size_t i;

    ck_assert_int_eq(xc_word_data_find(&data, table, xc_str_of(word), &arena, &found),
                     XC_OK);
    for (i = 0; i < found.n; i++) {
        if (xc_str_is(found.items[i], other))
            return true;
    }
    return false;
}

START_TEST(word_finds_what_stands_for_it_in_any_form)
{
    begin();
    ck_assert(finds(&data.related, "died", "death"));
    ck_assert(finds(&data.related, "arrested", "apprehend"));
    ck_assert(finds(&data.related, "mexican", "mexico"));
    ck_assert(!finds(&data.related, "died", "die"));
    ck_assert(!finds(&data.related, "quillan", "death"));
    ck_assert(finds(&data.contraries, "dead", "alive"));
    ck_assert(finds(&data.contraries, "arrested", "free"));
    ck_assert(!finds(&data.contraries, "alive", "well"));
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        word_class_is_that_of_the_commonest_base,
        word_finds_what_stands_for_it_in_any_form,
        NULL,
    };

    return suite_run("word_data", tests);
}
