/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/clause.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "lexicon/lexicon.h"

#include "suite.h"

/*
 * Each clause of expected is its kind (M main, C contrast, R relative, P participle,
 * U punctuated, S subordinate, A attribution), '+' when it resumes another, and its
 * words as written.
 */
static const struct {
    const char *sentence;
    const char *expected;
} rows[] = {
    {"She wasn't joking, opting to ride in a van.",
     "M:She wasn't joking|P:opting to ride in a van"},
    {"The gown, which did not come from the house, weighed 40 lb.",
     "M:The gown|R:which did not come from the house|M+:weighed 40 lb"},
    {"She wore no hat, gloves or jewelry.", "M:She wore no hat, gloves or jewelry"},
    {"He did not, for any reason, deploy it.",
     "M:He did not, for any reason, deploy it"},
    {"She was not wearing fur, but the gown was vintage.",
     "M:She was not wearing fur|C:but the gown was vintage"},
    {"It did not rain and the bridge reopened.",
     "M:It did not rain|M:and the bridge reopened"},
    {"He never lied and cheated.", "M:He never lied and cheated"},
    {"The star, 43, did not attend.", "M:The star, 43, did not attend"},
    {"He did not say that the bridge, built in 1950, was closed.",
     "M:He did not say that the bridge|P:built in 1950|M+:was closed"},
    {"When the doors opened, no one was inside.",
     "S:When the doors opened|M:no one was inside"},
    {"If she had attended, fans would have seen her.",
     "S:If she had attended|M:fans would have seen her"},
    {"He said she left, she said he left.", "M:He said she left|M:she said he left"},
    {"He denied that she left.", "M:He denied that she left"},
    {"She did not, however, attend the gala.",
     "M:She did not, however, attend the gala"},
    {"She did not attend, however, she sent flowers.",
     "M:She did not attend|M:however, she sent flowers"},
    {"She did not attend, though.", "M:She did not attend, though"},
    {"She did not attend though she was invited.",
     "M:She did not attend|C:though she was invited"},
    {"There is no truth to the rumor that she is pregnant, her publicist said.",
     "M:There is no truth to the rumor that she is pregnant|A:her publicist said"},
    {"She did not, he said, attend the gala.",
     "M:She did not|A:he said|M+:attend the gala"},
    {"\"I never wore it,\" she told the paper.",
     "M:I never wore it|A:she told the paper"},
    {"The mayor, according to the police, did not close the bridge.",
     "M:The mayor|A:according to the police|M+:did not close the bridge"},
    {"The star, a singer who was late, did not attend.",
     "M:The star, a singer who was late, did not attend"},
    {"He said the star and the mayor did not attend.",
     "M:He said the star and the mayor did not attend"},
    {"Neither the star nor the mayor attended, and the gala was cancelled.",
     "M:Neither the star nor the mayor attended|M:and the gala was cancelled"},
    {"He never danced, talked to guests or posed for photos.",
     "M:He never danced, talked to guests or posed for photos"},
    {"She came, danced with friends, and left.",
     "M:She came, danced with friends, and left"},
    {"She arrived in a van, dressed in white.",
     "M:She arrived in a van|P:dressed in white"},
    {"Dressed in white, she did not speak to reporters.",
     "P:Dressed in white|M:she did not speak to reporters"},
    {"Asked about the gown, she declined to comment.",
     "P:Asked about the gown|M:she declined to comment"},
    {"Speaking after the gala, she denied that three men tied the corset.",
     "P:Speaking after the gala|M:she denied that three men tied the corset"},
    {"Not wanting to be late, the star took a van.",
     "P:Not wanting to be late|M:the star took a van"},
    {"She did not enjoy singing, dancing or acting.",
     "M:She did not enjoy singing, dancing or acting"},
    {"She denied lying to police, cheating on tests and stealing cars.",
     "M:She denied lying to police, cheating on tests and stealing cars"},
    {"After the gala, she did not speak.", "M:After the gala, she did not speak"},
    {"After she tied the corset, the men left.",
     "S:After she tied the corset|M:the men left"},
    {"Because of the rain, the bridge did not open.",
     "M:Because of the rain, the bridge did not open"},
    {"The bridge did not open because of the rain.",
     "M:The bridge did not open because of the rain"},
    {"The bridge did not open because the river rose.",
     "M:The bridge did not open|S:because the river rose"},
    {"The police did not say when the bridge would reopen.",
     "M:The police did not say when the bridge would reopen"},
    {"He did not know if she attended.", "M:He did not know if she attended"},
    {"She did not leave when the music stopped.",
     "M:She did not leave|S:when the music stopped"},
    {"No one was inside when the doors opened.",
     "M:No one was inside|S:when the doors opened"},
    {"She did not attend the gala and was seen in Paris.",
     "M:She did not attend the gala|M:and was seen in Paris"},
    {"She did not sing and danced with friends.",
     "M:She did not sing|M:and danced with friends"},
    {"He has not lied and cheated.", "M:He has not lied and cheated"},
    {"No one came and was seen.", "M:No one came and was seen"},
    {"She wore nothing but a corset.", "M:She wore nothing but a corset"},
    {"It was not one man but three who tied the corset.",
     "M:It was not one man|C:but three who tied the corset"},
    {"He denied that she left and the bridge was closed.",
     "M:He denied that she left and the bridge was closed"},
    {"He denied that she left, and the bridge was closed.",
     "M:He denied that she left|M:and the bridge was closed"},
    {"Had she attended, fans would have seen her.",
     "S:Had she attended|M:fans would have seen her"},
    {"She did not attend, nor did she send flowers.",
     "M:She did not attend|M:nor did she send flowers"},
    {"She did not wear the gown, a design created by the house in 1962.",
     "M:She did not wear the gown, a design created by the house in 1962"},
    {"She did not wear the gown or the hat designed by the house.",
     "M:She did not wear the gown or the hat designed by the house"},
    {"The man who was injured and the woman were taken away.",
     "M:The man who was injured and the woman were taken away"},
    {"The gown (not the shoes) was vintage.",
     "M:The gown|R:not the shoes|M+:was vintage"},
    {"The gown -- it was not vintage -- weighed 40 lb.",
     "M:The gown|U:it was not vintage|M+:weighed 40 lb"},
    {"The photo is not a fake: she did attend.",
     "M:The photo is not a fake|U:she did attend"},
    {"The bridge is closed; it is not damaged.",
     "M:The bridge is closed|U:it is not damaged"},
    {"Police: No evidence that the bridge was damaged",
     "M:Police|U:No evidence that the bridge was damaged"},
    {"Star Did Not Attend Gala, Aide Says", "M:Star Did Not Attend Gala|A:Aide Says"},
    {"Star Did Not Attend and Bridge Was Closed",
     "M:Star Did Not Attend|M:and Bridge Was Closed"},
    {"She did not speak, as she was ill.", "M:She did not speak|S:as she was ill"},
    {"Nobody was hurt as the bridge was closed.",
     "M:Nobody was hurt|S:as the bridge was closed"},
    {"Nobody hurt as the bridge is closed", "M:Nobody hurt|S:as the bridge is closed"},
    {"She was not as tall as her aide was.", "M:She was not as tall as her aide was"},
    {"The pier did not fall as the mayor said.",
     "M:The pier did not fall as the mayor said"},
    {"She did not do as he said.", "M:She did not do as he said"},
    {"She left not because she was ill but because she was tired.",
     "M:She left not because she was ill|C:but because she was tired"},
    {"It was not until 2019 that she attended.",
     "M:It was not until 2019 that she attended"},
    {"Even if she attended, no one saw her.",
     "S:Even if she attended|M:no one saw her"},
    {"She attended even though she was ill.",
     "M:She attended|C:even though she was ill"},
    {"The star did not attend, so the gala was cancelled.",
     "M:The star did not attend|M:so the gala was cancelled"},
    {"The star did not attend so she sent flowers.",
     "M:The star did not attend|M:so she sent flowers"},
    {"Not only did she attend, she also performed.",
     "M:Not only did she attend|M:she also performed"},
    {"She could not have attended: she was on tour.",
     "M:She could not have attended|U:she was on tour"},
    {"Nobody disputes that she attended.", "M:Nobody disputes that she attended"},
    {"She wasn't at the gala, and she never wore the gown, her spokesman said on "
     "Monday.",
     "M:She wasn't at the gala|M:and she never wore the gown|A:her spokesman said on "
     "Monday"},
    {"She did not wear a gown, which was vintage, to the gala.",
     "M:She did not wear a gown|R:which was vintage|M+:to the gala"},
    {"The rumour that she left, which he denied, was false.",
     "M:The rumour that she left|R:which he denied|M+:was false"},
    {"The bridge, which had no lights, rails or signs, did not open.",
     "M:The bridge|R:which had no lights, rails or signs|M+:did not open"},
    {"The gala, where she did not speak, raised millions.",
     "M:The gala|R:where she did not speak|M+:raised millions"},
    {"Three men did not tie the corset, it took four.",
     "M:Three men did not tie the corset|M:it took four"},
    {"While she did not attend, her sister did.",
     "C:While she did not attend|M:her sister did"},
    {"She did not smile while wearing the gown.",
     "M:She did not smile|C:while wearing the gown"},
    {"She said she did not know who tied the corset.",
     "M:She said she did not know who tied the corset"},
    {"The star has not worn the gown since the gala.",
     "M:The star has not worn the gown since the gala"},
    {"The star has not worn the gown since she left the house.",
     "M:The star has not worn the gown|S:since she left the house"},
    {"He would not have lied and cheated.", "M:He would not have lied and cheated"},
    {"If possible, she would attend.", "S:If possible|M:she would attend"},
    {"\"It's not true,\" said the mayor, who was not at the gala.",
     "M:It's not true|A:said the mayor|R:who was not at the gala"},
    {"She did not attend the gala, he said, adding that she was ill.",
     "M:She did not attend the gala|A:he said|P:adding that she was ill"},
    {"The mayor said that the bridge was not closed, but that it was slow.",
     "M:The mayor said that the bridge was not closed|C:but that it was slow"},
    {"He did not say he left and she did not ask.",
     "M:He did not say he left and she did not ask"},
    {"She wore gloves, not a hat.", "M:She wore gloves, not a hat"},
    {"The bridge did not open, and drivers were turned away.",
     "M:The bridge did not open|M:and drivers were turned away"},
    {"The bridge did not open and fans left.",
     "M:The bridge did not open|M:and fans left"},
    {"No one except the star wore white, and the press left early.",
     "M:No one|C:except the star wore white|M:and the press left early"},
    {"She was not ill - she was tired.", "M:She was not ill|U:she was tired"},
    {"The 2011 - 2024 galleries did not include her.",
     "M:The 2011 - 2024 galleries did not include her"},
    {"The corset wasn't tied by three men, insists the designer.",
     "M:The corset wasn't tied by three men|A:insists the designer"},
    {"Before the doors opened, the star had not eaten.",
     "S:Before the doors opened|M:the star had not eaten"},
    {"As the doors opened, she did not sing.",
     "S:As the doors opened|M:she did not sing"},
    {"He didn't tie it, yet she wore it.", "M:He didn't tie it|M:yet she wore it"},
    {"The gown was not real fur and the shoes were not leather.",
     "M:The gown was not real fur|M:and the shoes were not leather"},
    {"But when she arrived, no one tied the corset.",
     "S:But when she arrived|M:no one tied the corset"},
    {"She arrived and, when the doors opened, left.",
     "M:She arrived and|S:when the doors opened|M+:left"},
    {"She did not wear fur, instead she chose silk.",
     "M:She did not wear fur|M:instead she chose silk"},
    {"The mayor denied the claim and the bridge reopened in May.",
     "M:The mayor denied the claim|M:and the bridge reopened in May"},
    {"The gown, although it was not vintage, weighed 40 lb.",
     "M:The gown|C:although it was not vintage|M+:weighed 40 lb"},
    {"The star, when she arrived, did not speak.",
     "M:The star|S:when she arrived|M+:did not speak"},
    {"She did not, when asked, deny it.", "M:She did not|S:when asked|M+:deny it"},
    {"She did not, although invited, attend.",
     "M:She did not|C:although invited|M+:attend"},
    {"The bridge did not open unless the river falls.",
     "M:The bridge did not open|S:unless the river falls"},
    {"She won't attend if the gala is cancelled.",
     "M:She won't attend|S:if the gala is cancelled"},
    {"Officials said no one was hurt and the bridge would reopen.",
     "M:Officials said no one was hurt and the bridge would reopen"},
    {"Officials have not said whether the bridge will reopen.",
     "M:Officials have not said whether the bridge will reopen"},
    {"The claim that three men tied the corset is false, the designer insists.",
     "M:The claim that three men tied the corset is false|A:the designer insists"},
    {"She has denied claims that the gown was damaged, calling them nonsense.",
     "M:She has denied claims that the gown was damaged|P:calling them nonsense"},
    {"The gown that did not fit was returned, and the star wore another.",
     "M:The gown that did not fit was returned|M:and the star wore another"},
    {"The star neither attended nor sent flowers.",
     "M:The star neither attended nor sent flowers"},
    {"The mayor, speaking on Monday, did not say how many people were hurt.",
     "M:The mayor|P:speaking on Monday|M+:did not say how many people were hurt"},
    {"Police arrested no one, though two drivers were questioned.",
     "M:Police arrested no one|C:though two drivers were questioned"},
    {"Until the gala, no one had seen the gown.",
     "M:Until the gala, no one had seen the gown"},
    {"She was wearing a gown designed by the house, which has denied that it was "
     "damaged.",
     "M:She was wearing a gown designed by the house|R:which has denied that it was "
     "damaged"},
    {"He did not lie, cheat or steal.", "M:He did not lie, cheat or steal"},
    {"Three men, none of whom wore gloves, tied the corset.",
     "M:Three men|R:none of whom wore gloves|M+:tied the corset"},
    {"The corset, tied by three men, did not break.",
     "M:The corset|P:tied by three men|M+:did not break"},
    {"The corset, which three men tied, did not break.",
     "M:The corset|R:which three men tied|M+:did not break"},
    {"It took three men to tie the corset, and she could not sit.",
     "M:It took three men to tie the corset|M:and she could not sit"},
    {"She couldn't sit, so she rode standing in a van.",
     "M:She couldn't sit|M:so she rode standing in a van"},
    {"She couldn't sit in the car, having been tied into the corset by three men.",
     "M:She couldn't sit in the car|P:having been tied into the corset by three men"},
    {"The star did not confirm the report and her team declined to comment.",
     "M:The star did not confirm the report|M:and her team declined to comment"},
    {"No one was injured when the bridge collapsed, police said.",
     "M:No one was injured|S:when the bridge collapsed|A:police said"},
    {"There is no evidence that the bridge collapsed, contrary to reports.",
     "M:There is no evidence that the bridge collapsed, contrary to reports"},
    {"The mayor said on Monday the bridge had not collapsed and the river was not "
     "rising.",
     "M:The mayor said on Monday the bridge had not collapsed and the river was not "
     "rising"},
    {"The star, who never wore the gown, and her sister attended.",
     "M:The star|R:who never wore the gown|M+:and her sister attended"},
    {"The star's sister, the singer, and two aides did not attend.",
     "M:The star's sister, the singer, and two aides did not attend"},
    {"Kim did not attend, Kris did.", "M:Kim did not attend|M:Kris did"},
    {"Despite reports, she did not attend and the house did not dress her.",
     "M:Despite reports, she did not attend|M:and the house did not dress her"},
    {"The bridge was closed, not destroyed.", "M:The bridge was closed, not destroyed"},
    {"The bridge was not destroyed, as some reports claimed, but closed.",
     "M:The bridge was not destroyed|A:as some reports claimed|C:but closed"},
    {"The bridge was not destroyed as some reports claimed.",
     "M:The bridge was not destroyed as some reports claimed"},
    {"The bridge was, as reports claimed, destroyed.",
     "M:The bridge was|A:as reports claimed|M+:destroyed"},
    {"Whether she attended is unclear.", "M:Whether she attended is unclear"},
    {"People close to the star say she was not there.",
     "M:People close to the star say she was not there"},
    {"The gala did not start until the star arrived.",
     "M:The gala did not start|S:until the star arrived"},
    {"The museum would not say if the gown, made in 1962, was damaged.",
     "M:The museum would not say if the gown|P:made in 1962|M+:was damaged"},
    {"The gown, now in a museum, was not damaged.",
     "M:The gown, now in a museum, was not damaged"},
    {"\"She was never there,\" he said.", "M:She was never there|A:he said"},
    {"The designer said: \"No one tied it.\"", "M:The designer said|U:No one tied it"},
    {"Neither of the men tied the corset, said the designer, who was there.",
     "M:Neither of the men tied the corset|A:said the designer|R:who was there"},
    {"The Met Gala Did Not Ban Her, but She Stayed Home",
     "M:The Met Gala Did Not Ban Her|C:but She Stayed Home"},
    {"Bridge Closed After Crash, Police Say; No One Hurt",
     "M:Bridge Closed After Crash|A:Police Say|U:No One Hurt"},
    {"No, Three Men Did Not Tie Her Corset, Designer Says",
     "M:No, Three Men Did Not Tie Her Corset|A:Designer Says"},
    {"Did three men tie the corset?", "M:Did three men tie the corset"},
    {"She doesn't eat meat, fish, or eggs and her sister drinks no milk.",
     "M:She doesn't eat meat, fish, or eggs and her sister drinks no milk"},
    {"The star denied the report, saying that she was never invited.",
     "M:The star denied the report|P:saying that she was never invited"},
    {"He has never met her, seen her or talked to her.",
     "M:He has never met her, seen her or talked to her"},
    {"She won nothing, said nothing and left early.",
     "M:She won nothing, said nothing and left early"},
    {"She won nothing, and left early.", "M:She won nothing, and left early"},
    {"She was not told that the gown was vintage or that it was fragile.",
     "M:She was not told that the gown was vintage or that it was fragile"},
    {"The men did not tie the corset because the designer had already tied it.",
     "M:The men did not tie the corset|S:because the designer had already tied it"},
    {"He said actors from the film and the star were invited.",
     "M:He said actors from the film and the star were invited"},
    {"She said so and the bridge opened.", "M:She said so|M:and the bridge opened"},
    {"The police, who did not comment, and the mayor, who did, met.",
     "M:The police|R:who did not comment, and the mayor, who did|M+:met"},
    {"She did not attend, instead sending flowers.",
     "M:She did not attend|P:instead sending flowers"},
    {"She did not attend, sending flowers instead.",
     "M:She did not attend|P:sending flowers instead"},
    {"The singer was not hurt, her aides say, and will perform.",
     "M:The singer was not hurt|A:her aides say|M:and will perform"},
    {"The gown wasn't, in fact, vintage.", "M:The gown wasn't, in fact, vintage"},
    {"She attended (he did not).", "M:She attended|R:he did not"},
    {"No star, singer or actor attended, but fans, who had waited, cheered.",
     "M:No star, singer or actor attended|C:but fans|R:who had waited|C+:cheered"},
    {"She did not attend because he asked her not to, she said.",
     "M:She did not attend|S:because he asked her not to|A:she said"},
    {"She said, \"I did not wear it, and he knows.\"",
     "M:She said, \"I did not wear it|M:and he knows"},
    {"The men who tied the corset did not speak and the designer who made it left.",
     "M:The men who tied the corset did not speak|M:and the designer who made it left"},
    {"She was not there and neither was he.",
     "M:She was not there|M:and neither was he"},
    {"The gown had no pearls and weighed 40 lb.",
     "M:The gown had no pearls and weighed 40 lb"},
    {"It was not the gown she wore and the shoes were new.",
     "M:It was not the gown she wore|M:and the shoes were new"},
    {"She sang once the doors opened.", "M:She sang|S:once the doors opened"},
    {"She did not sing until after the doors opened.",
     "M:She did not sing until|S:after the doors opened"},
    {"The mayor did not attend, contrary to reports, and the bridge stayed shut.",
     "M:The mayor did not attend, contrary to reports|M:and the bridge stayed shut"},
    {"The star, 43, and her sister, 39, did not attend, and the house closed.",
     "M:The star, 43, and her sister, 39, did not attend|M:and the house closed"},
    {"The star did not attend and the bridge never reopened.",
     "M:The star did not attend|M:and the bridge never reopened"},
    {"The gala did not begin and the gown that she wore was returned.",
     "M:The gala did not begin|M:and the gown that she wore was returned"},
};

struct fixture {
    struct xc_arena arena;
    struct xc_text_rules text_rules;
    const struct xc_clause_rules *rules;
    struct xc_text text;
};

static void
load(struct fixture *fixture)
{
    xc_arena_init(&fixture->arena);
    ck_assert_int_eq(xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                                       xc_lexicon_file("number-words"), &fixture->arena,
                                       &fixture->text_rules.words),
                     XC_OK);
    ck_assert_int_eq(xc_sentence_rules_new(xc_lexicon_file("abbreviations"),
                                           &fixture->arena,
                                           &fixture->text_rules.sentences),
                     XC_OK);
    ck_assert_int_eq(xc_clause_rules_new(xc_lexicon_file("clause-words"),
                                         &fixture->arena, &fixture->rules),
                     XC_OK);
}

/* Reads article as one paragraph. */
static void
read_article(struct fixture *fixture, struct xc_str article)
{
    struct xc_span run = {0, article.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};

    ck_assert_int_eq(xc_text_build(&fixture->text_rules, article, &block, 1,
                                   &fixture->arena, &fixture->text),
                     XC_OK);
}

static void
show(const struct xc_text *text, const struct xc_clause_vec *clauses, char *out,
     size_t size)
{
    size_t len = 0;
    size_t i;

    for (i = 0; i < clauses->n; i++) {
        const struct xc_clause *clause = &clauses->items[i];
        struct xc_str words = xc_text_original(text, clause->words);

        len += (size_t)snprintf(out + len, size - len, "%s%c%s:%.*s", i > 0 ? "|" : "",
                                "MCRPUSA"[clause->kind], clause -> resumes ? "+" : "",
                                (int)words.len, words.ptr);
        ck_assert_uint_lt(len, size);
    }
}

START_TEST(clause_boundaries_are_where_a_reader_puts_them)
{
    struct fixture fixture;
    size_t i;

    load(&fixture);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_clause_vec clauses = {NULL, 0, 0};
        char got[512] = "";

        read_article(&fixture, xc_str_of(rows[i].sentence));
        ck_assert_msg(fixture.text.n_sentences == 1, "%s: is no one sentence",
                      rows[i].sentence);
        ck_assert_int_eq(
            xc_clauses_split(fixture.rules, &fixture.text, 0, &fixture.arena, &clauses),
            XC_OK);
        show(&fixture.text, &clauses, got, sizeof got);
        ck_assert_msg(strcmp(got, rows[i].expected) == 0,
                      "%s\n  got    %s\n  wanted %s", rows[i].sentence, got,
                      rows[i].expected);
    }
    xc_arena_release(&fixture.arena);
}
END_TEST

START_TEST(clause_resumed_one_names_the_clause_it_goes_on_with)
{
    static const size_t parents[] = {0, 0, 0, 0, 0};
    static const bool resumes[] = {false, false, true, false, true};
    struct fixture fixture;
    struct xc_clause_vec clauses = {NULL, 0, 0};
    size_t i;

    load(&fixture);
    read_article(&fixture,
                 XC_STR("The gown, which was old, did not, her aide said, come "
                        "from the house."));
    ck_assert_int_eq(
        xc_clauses_split(fixture.rules, &fixture.text, 0, &fixture.arena, &clauses),
        XC_OK);
    ck_assert_uint_eq(clauses.n, XC_COUNT(parents));
    for (i = 0; i < clauses.n; i++) {
        ck_assert_msg(clauses.items[i].parent == parents[i], "parent of %zu", i);
        ck_assert_msg(clauses.items[i].resumes == resumes[i], "resumes of %zu", i);
    }
    xc_arena_release(&fixture.arena);
}
END_TEST

START_TEST(clause_asked_for_again_is_what_was_found)
{
    struct fixture fixture;
    struct xc_clause_vec first;
    struct xc_clause_vec other;
    struct xc_clause_vec again;

    load(&fixture);
    read_article(&fixture, XC_STR("She left. The gown, which was old, did not come."));
    ck_assert_uint_eq(fixture.text.n_sentences, 2);
    ck_assert_int_eq(
        xc_clauses_split(fixture.rules, &fixture.text, 1, &fixture.arena, &first),
        XC_OK);
    ck_assert_int_eq(
        xc_clauses_split(fixture.rules, &fixture.text, 0, &fixture.arena, &other),
        XC_OK);
    ck_assert_int_eq(
        xc_clauses_split(fixture.rules, &fixture.text, 1, &fixture.arena, &again),
        XC_OK);
    ck_assert_ptr_eq(first.items, again.items);
    ck_assert_uint_eq(first.n, again.n);
    ck_assert_uint_eq(first.n, 3);
    ck_assert_uint_eq(other.n, 1);
    xc_arena_release(&fixture.arena);
}
END_TEST

START_TEST(clause_sentence_without_words_has_none)
{
    struct fixture fixture;
    struct xc_clause_vec clauses = {NULL, 0, 0};
    size_t i;

    load(&fixture);
    read_article(&fixture, XC_STR("... -- ;"));
    for (i = 0; i < fixture.text.n_sentences; i++)
        ck_assert_int_eq(
            xc_clauses_split(fixture.rules, &fixture.text, i, &fixture.arena, &clauses),
            XC_OK);
    ck_assert_uint_eq(clauses.n, 0);
    xc_arena_release(&fixture.arena);
}
END_TEST

/* Whatever the words, the clauses are a partition of the sentence, and a clause that
 * resumes has its parent's kind and one between them. */
static void
check_partition(struct fixture *fixture)
{
    size_t s;

    for (s = 0; s < fixture->text.n_sentences; s++) {
        struct xc_range words = fixture->text.sentences[s].words;
        struct xc_clause_vec clauses = {NULL, 0, 0};
        size_t at = words.first;
        size_t i;

        ck_assert_int_eq(xc_clauses_split(fixture->rules, &fixture->text, s,
                                          &fixture->arena, &clauses),
                         XC_OK);
        for (i = 0; i < clauses.n; i++) {
            const struct xc_clause *clause = &clauses.items[i];

            ck_assert_uint_eq(clause->words.first, at);
            ck_assert_uint_lt(clause->words.first, clause->words.end);
            ck_assert_uint_le(clause->parent, i);
            ck_assert(!clause->resumes || clause->parent < i);
            ck_assert(!clause->resumes ||
                      clause->kind == clauses.items[clause->parent].kind);
            ck_assert(!clauses.items[clause->parent].resumes);
            at = clause->words.end;
        }
        ck_assert_uint_eq(at, words.end);
    }
}

START_TEST(clause_any_words_are_partitioned)
{
    static const char *const pieces[] = {" she",
                                         " did",
                                         " not",
                                         ",",
                                         " which",
                                         " who",
                                         " and",
                                         " but",
                                         " --",
                                         " (old",
                                         ")",
                                         ";",
                                         " when",
                                         " said",
                                         " tied",
                                         " the gown",
                                         " having",
                                         " that",
                                         " if",
                                         " even",
                                         " because",
                                         "\"",
                                         ", her aide said,",
                                         " 43"};
    unsigned long seed = 7;
    struct fixture fixture;
    size_t i;

    for (i = 0; i < 400; i++) {
        char article[512];
        size_t len = 0;
        size_t k;

        load(&fixture);
        for (k = 0; k < 30; k++) {
            const char *piece;

            seed = (seed * 1103515245UL + 12345UL) & 0x7fffffffUL;
            piece = pieces[(seed >> 16) % XC_COUNT(pieces)];
            memcpy(article + len, piece, strlen(piece));
            len += strlen(piece);
        }
        read_article(&fixture, (struct xc_str){article, len});
        check_partition(&fixture);
        xc_arena_release(&fixture.arena);
    }
}
END_TEST

/* Sentences of the greatest length, full of what looks like a boundary. */
START_TEST(clause_longest_sentences_end_in_time)
{
    static const char *const units[] = {", which",  ", a",        " --",  " (a",
                                        ", said a", ", tied to ", " and", ", when she"};
    static char article[20000];
    struct fixture fixture;
    size_t i;

    for (i = 0; i < XC_COUNT(units); i++) {
        size_t len = strlen(units[i]);
        size_t n = 0;

        load(&fixture);
        for (; n + len <= sizeof article; n += len)
            memcpy(article + n, units[i], len);
        read_article(&fixture, (struct xc_str){article, n});
        check_partition(&fixture);
        xc_arena_release(&fixture.arena);
    }
}
END_TEST

START_TEST(clause_bad_word_list_is_refused)
{
    static const char *const lists[] = {"but", "but\tadversarial", "\tadversative",
                                        "# fine\nbut\tadversative\nor\t"};
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(lists); i++) {
        const struct xc_clause_rules *rules = NULL;

        ck_assert_msg(xc_clause_rules_new(xc_str_of(lists[i]), &arena, &rules) ==
                          XC_BAD_RULE,
                      "%s", lists[i]);
        ck_assert_ptr_null(rules);
    }
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        clause_boundaries_are_where_a_reader_puts_them,
        clause_resumed_one_names_the_clause_it_goes_on_with,
        clause_asked_for_again_is_what_was_found,
        clause_sentence_without_words_has_none,
        clause_any_words_are_partitioned,
        clause_longest_sentences_end_in_time,
        clause_bad_word_list_is_refused,
        NULL,
    };

    return suite_run("clause", tests);
}
