/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/quotation.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/vec.h"
#include "lexicon/lexicon.h"

#include "suite.h"

#define MAX_BLOCKS 8

/*
 * blocks are separated by '\n'; expected lists the quotations in order, each "<...>"
 * when closed, "<..." and a '\n' when not, with a '+' before one that continues.
 */
static const struct {
    const char *name;
    const char *article;
    const char *expected;
} rows[] = {
    {"plain", "He said \"no\" twice.", "<no>"},
    {"curly", "He said \xe2\x80\x9cnever again\xe2\x80\x9d twice.", "<never again>"},
    {"guillemets", "He said \xc2\xabnever again\xc2\xbb twice.", "<never again>"},
    {"none", "He said no.", ""},
    {"at start", "\"I left,\" she said.", "<I left,>"},
    {"at end", "She said: \"I left.\"", "<I left.>"},
    {"whole block", "\"I left\"", "<I left>"},
    {"two", "\"I left,\" she said. \"He came.\"", "<I left,><He came.>"},
    {"several sentences", "\"I left. He came. Why?\" she asked.",
     "<I left. He came. Why?>"},
    {"empty marks", "He said \"\" and \"no\".", "<no>"},
    {"only punctuation", "He said \"...\" and left.", ""},
    {"two single marks", "''He's late, and the men's boat left,'' she said.",
     "<He's late, and the men's boat left,>"},
    {"two single marks around single ones", "''He said 'no' twice,'' she said.",
     "<He said 'no' twice,>"},
    {"in brackets", "She left (\"early\") alone.", "<early>"},
    {"after dash", "She said--\"no\"--and left.", "<no>"},
    {"after em dash", "She said\xe2\x80\x94\"no\"\xe2\x80\x94then left.", "<no>"},
    {"broken off", "\"I never--\" she said.", "<I never-->"},
    {"begins with dots", "He said \"...and then she left\".", "<...and then she left>"},
    {"no space before", "He said,\"No,\"and left.", "<No,>"},
    {"spaces inside", "He said \" no \" and left.", "< no >"},
    {"spaced colon", "Star: \"I left\" - aide: \"She did not\"",
     "<I left><She did not>"},
    {"hyphened", "a \"one-of-a-kind\" gown", "<one-of-a-kind>"},
    {"question", "\"Did you?\" he asked. \"Yes!\"", "<Did you?><Yes!>"},
    {"bracket inside", "\"She [the star] left,\" he said.", "<She [the star] left,>"},

    {"nested single", "\"He said 'never' and left,\" she said.",
     "<He said 'never' and left,>"},
    {"nested double", "\"He said \"never\" and left,\" she said.",
     "<He said \"never\" and left,>"},
    {"nested double at end", "\"He said \"never,\"\" she said. \"So?\"",
     "<He said \"never,\"><So?>"},
    {"apostrophes inside", "\"I can't and won't,\" she said.", "<I can't and won't,>"},

    {"never closed", "She said: \"I left. He came.", "<I left. He came.\n"},
    {"stray ends at next", "He said \"I never. \"She left,\" he added.",
     "<I never. \n<She left,>"},
    {"stray closing", "He left,\" she said. \"No.\"", "<No.>"},
    {"stray does not swallow the next block", "The gown\" was \"old.\nIt was new.",
     "<old.\n"},
    {"stray then own quotation", "Size \"M was gone.\nShe said: \"I left.\"",
     "<M was gone.\n<I left.>"},
    {"feet and inches", "He is 6'2\" tall and said \"no\".", "<no>"},
    {"inches inside", "\"I am 5'10\" tall,\" she said.", "<I am 5'10\" tall,>"},
    {"inches by inches", "A 3\"x4\" card said \"no\".", "<no>"},
    {"number at end", "\"I was 12\" she said", "<I was 12>"},

    {"continues", "\"I came late.\n\"I left early,\" she said.",
     "<I came late.\n+<I left early,>"},
    {"continues over three", "\"One.\n\"Two.\n\"Three,\" she said. \"Four.\"",
     "<One.\n+<Two.\n+<Three,><Four.>"},
    {"closed does not continue", "\"I came late.\"\n\"I left early,\" she said.",
     "<I came late.><I left early,>"},
    {"continues only at the beginning", "\"I came late.\nShe said \"no\".",
     "<I came late.\n<no>"},
    {"not over a block between", "\"I came late.\nAn aide left.\n\"So?\" he said.",
     "<I came late.\n<So?>"},
    {"unclosed later in block", "He said: \"I came late.\n\"And left.\"",
     "<I came late.\n+<And left.>"},

    {"single", "'I left,' she said.", "<I left,>"},
    {"single curly", "\xe2\x80\x98I left,\xe2\x80\x99 she said.", "<I left,>"},
    {"single phrase", "Star 'never wore' the gown", "<never wore>"},
    {"single at end", "Aide: 'No'", "<No>"},
    {"single with apostrophe", "'I can't say,' she said. 'It's his.'",
     "<I can't say,><It's his.>"},
    {"double in single", "'He said \"no\" to me,' she said.",
     "<He said \"no\" to me,>"},
    {"possessive in single", "'The stars' gowns were new,' she said.",
     "<The stars' gowns were new,>"},
    {"single that ends in s", "The 'stars' of it left.", "<stars>"},
    {"single before single", "The 'stars' wore 'gowns'.", "<stars><gowns>"},
    {"apostrophes only", "It's the girls' and the boys' gala, isn't it?", ""},
    {"possessive plural", "The stars' gowns and the men's suits", ""},
    {"decade", "The '90s and the '80s gowns' hems", ""},
    {"year", "Back in '19, she said, the stars' gowns", ""},
    {"rock 'n' roll", "It was rock 'n' roll.", ""},
    {"dropped g inside", "'We are goin' home,' he said.", "<We are goin' home,>"},
    {"leading clitic", "Tell 'em to leave.", ""},
    {"feet", "It is 6' long.", ""},
    {"single never closed", "He said 'no and left.\nShe's here.", ""},
    {"single continues", "'I came late.\n'I left early,' she said.",
     "<I came late.\n+<I left early,>"},
    {"single alone at start", "'Twas late.\nThe stars' gowns", ""},
    {"apostrophe at word end before quotation", "The stars' \"gowns\" were new.",
     "<gowns>"},
    {"single then double", "'No,' he said. \"Yes,\" she said.", "<No,><Yes,>"},
    {"empty article", "", ""},
    {"only marks", "\" \" ' ' \"\" ''", ""},
    {"two scripts", "\"\xd0\xbd\xd0\xb5\xd1\x82,\" she said.",
     "<\xd0\xbd\xd0\xb5\xd1\x82,>"},
};

struct fixture {
    struct xc_arena arena;
    struct xc_fold fold;
    struct xc_word_vec words;
    struct xc_quotation_vec quotations;
};

/* Folds and splits the article, one paragraph a line, and finds its quotations. */
static void
setup(struct fixture *fixture, struct xc_str article)
{
    struct xc_span runs[MAX_BLOCKS];
    struct xc_block blocks[MAX_BLOCKS];
    const struct xc_word_rules *rules;
    struct xc_str rest = article;
    struct xc_str line;
    size_t n = 0;
    size_t i;

    memset(fixture, 0, sizeof *fixture);
    xc_arena_init(&fixture->arena);
    ck_assert_int_eq(xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                                       xc_lexicon_file("number-words"), &fixture->arena,
                                       &rules),
                     XC_OK);
    while (xc_str_split(&rest, '\n', &line)) {
        ck_assert_uint_lt(n, MAX_BLOCKS);
        runs[n] = (struct xc_span){(size_t)(line.ptr - article.ptr), line.len};
        blocks[n] = (struct xc_block){XC_BLOCK_PARAGRAPH, &runs[n], 1, n + 1};
        n++;
    }
    ck_assert_int_eq(
        xc_fold_blocks(article, blocks, n, &fixture->arena, &fixture->fold), XC_OK);
    for (i = 0; i < n; i++)
        ck_assert_int_eq(xc_words_split(rules, &fixture->fold, article,
                                        fixture->fold.blocks[i], &fixture->arena,
                                        &fixture->words),
                         XC_OK);
    ck_assert_int_eq(xc_quotations_find(&fixture->fold, &fixture->words,
                                        &fixture->arena, &fixture->quotations),
                     XC_OK);
}

START_TEST(quotation_marks_are_paired_by_context)
{
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct fixture fixture;
        char got[512] = "";
        size_t len = 0;
        size_t k;

        setup(&fixture, xc_str_of(rows[i].article));
        for (k = 0; k < fixture.quotations.n; k++) {
            const struct xc_quotation *quotation = &fixture.quotations.items[k];
            struct xc_str piece = xc_str_at(fixture.fold.text, quotation->folded);

            len += (size_t)snprintf(got + len, sizeof got - len, "%s<%.*s%c",
                                    quotation->continues ? "+" : "", (int)piece.len,
                                    piece.ptr, quotation->closed ? '>' : '\n');
        }
        /* The rows' ASCII capitals are folded away. */
        ck_assert_msg(strcasecmp(got, rows[i].expected) == 0, "%s: got %s",
                      rows[i].name, got);
        xc_arena_release(&fixture.arena);
    }
}
END_TEST

START_TEST(quotation_words_are_those_between_the_marks)
{
    struct fixture fixture;
    const struct xc_quotation *quotation;

    setup(&fixture,
          XC_STR("An aide said \"she can't\" and \"no, she did\nnot\" twice"));
    ck_assert_uint_eq(fixture.quotations.n, 2);
    quotation = &fixture.quotations.items[0];
    ck_assert_uint_eq(quotation->words.first, 3);
    ck_assert_uint_eq(quotation->words.end, 6); /* she can not */
    ck_assert(quotation->short_phrase);
    quotation = &fixture.quotations.items[1];
    ck_assert_uint_eq(quotation->words.first, 7);
    ck_assert_uint_eq(quotation->words.end, 10);
    ck_assert_uint_eq(quotation->block, 0);
    xc_arena_release(&fixture.arena);
}
END_TEST

START_TEST(quotation_of_four_words_is_no_short_phrase)
{
    struct fixture fixture;

    setup(&fixture, XC_STR("A \"very royal gown\" and a \"not so royal gown\"."));
    ck_assert_uint_eq(fixture.quotations.n, 2);
    ck_assert(fixture.quotations.items[0].short_phrase);
    ck_assert(!fixture.quotations.items[1].short_phrase);
    xc_arena_release(&fixture.arena);
}
END_TEST

/* Every quotation lies in its block, after the one before it, whatever the marks. */
START_TEST(quotation_any_marks_stay_ascending_and_in_their_block)
{
    static const char signs[] = {'"', '\'', ' ', 'a', '\n', '.', '2', '-'};
    unsigned long seed = 1;
    size_t i;

    for (i = 0; i < 3000; i++) {
        struct fixture fixture;
        char article[24];
        size_t end = 0;
        size_t n_lines = 1;
        size_t k;

        for (k = 0; k < sizeof article; k++) {
            seed = (seed * 1103515245UL + 12345UL) & 0x7fffffffUL;
            article[k] = signs[(seed >> 16) % sizeof signs];
            if (article[k] == '\n' && ++n_lines > MAX_BLOCKS)
                article[k] = 'b';
        }
        setup(&fixture, (struct xc_str){article, sizeof article});
        for (k = 0; k < fixture.quotations.n; k++) {
            const struct xc_quotation *quotation = &fixture.quotations.items[k];
            struct xc_span block = fixture.fold.blocks[quotation->block];
            size_t last = quotation->folded.off_bytes + quotation->folded.len_bytes;

            ck_assert_uint_ge(quotation->folded.off_bytes, end);
            ck_assert_uint_ge(quotation->folded.off_bytes, block.off_bytes);
            ck_assert_uint_le(last, block.off_bytes + block.len_bytes);
            ck_assert_uint_lt(quotation->words.first, quotation->words.end);
            ck_assert(!quotation->continues ||
                      (k > 0 && !quotation[-1].closed &&
                       quotation[-1].block + 1 == quotation->block));
            end = last;
        }
        xc_arena_release(&fixture.arena);
    }
}
END_TEST

/* Marks without end in one block: linear, so this takes no time. */
START_TEST(quotation_many_marks_take_linear_time)
{
    static const char *const units[] = {" \"a", " 'a", "a' ", "a\" ", "\"", " 'a\"b' "};
    static char article[1 << 19];
    size_t i;

    for (i = 0; i < XC_COUNT(units); i++) {
        struct fixture fixture;
        size_t len = strlen(units[i]);
        size_t n = 0;

        for (; n + len <= sizeof article; n += len)
            memcpy(article + n, units[i], len);
        setup(&fixture, (struct xc_str){article, n});
        xc_arena_release(&fixture.arena);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        quotation_marks_are_paired_by_context,
        quotation_words_are_those_between_the_marks,
        quotation_of_four_words_is_no_short_phrase,
        quotation_any_marks_stay_ascending_and_in_their_block,
        quotation_many_marks_take_linear_time,
        NULL,
    };

    return suite_run("quotation", tests);
}
