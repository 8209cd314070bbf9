/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Retraction: what later sentences do to what was said before.
 */
#include "config.h"

#include "base/vec.h"
#include "stance_rows.h"

static const struct stance_row of_this[] = {
    {"this is false", "[[The well was dry]]. This is false.", "denied", STANCE_ONLY},
    {"this is not true", "[[The well was dry]]. This is not true.", "denied",
     STANCE_ONLY},
    {"this is true", "[[The well was dry]]. This is true.", "asserted", STANCE_ONLY},
    {"a hoax", "[[The well was dry]]. That turned out to be a hoax.", "unresolved",
     STANCE_ONLY},
    {"a hoax that is told",
     "A post said [[the well was dry]]. That turned out to be a hoax.", "denied",
     STANCE_ONLY},
    {"a thing that is not accurate", "[[Alda Fenn drew a map]]. It was not accurate.",
     "unresolved", STANCE_ONLY},
    {"a thing that is not real", "[[Alda Fenn wore a ring]]. It was not real.",
     "asserted", STANCE_ONLY},
    {"never again", "[[Alda Fenn fell]]. It never happened again.", "asserted",
     STANCE_ONLY},
    {"never", "[[Alda Fenn fell]]. It never happened.", "denied", STANCE_ONLY},
    {"to scale", "[[Alda Fenn drew]]. None of it is true to scale.", "asserted",
     STANCE_ONLY},
    {"at all", "[[Alda Fenn drew]]. None of it is true at all.", "denied", STANCE_ONLY},
    {"a thing that is fake", "Reports say [[Fenn wore a ring]]. This was a fake.",
     "unresolved", STANCE_ONLY},
    {"a judgement", "[[Alda Fenn stole a bell]]. That was wrong.", "unresolved",
     STANCE_ONLY},
    {"not the case", "[[The well was dry]]. This is not the case.", "denied",
     STANCE_ONLY},
    {"not the first case", "[[The well was dry]]. This is not the first case.",
     "asserted", STANCE_ONLY},
    {"it turns out",
     "[[The well was dry]]. It turns out, however, that this is a hoax.", "unresolved",
     STANCE_ONLY},
    {"it turned out that another",
     "[[The well was dry]]. It turned out that the mayor was false.", "asserted",
     STANCE_ONLY},
    {"it is false that another",
     "[[The well was dry]]. It is false that the inn was shut.", "asserted",
     STANCE_ONLY},
    {"it is false", "[[The well was dry]]. It is false.", "unresolved", STANCE_ONLY},
    {"a bore", "[[The well was dry]]. That turned out to be a bore.", "asserted",
     STANCE_ONLY},
    {"a thing", "[[The well was dry]]. It was a fake.", "unresolved", STANCE_ONLY},
    {"may be false", "[[The well was dry]]. This may be false.", "asserted",
     STANCE_ONLY},
    {"is this false", "[[The well was dry]]. Is this false?", "asserted", STANCE_ONLY},
    {"somebody else's words", "[[The well was dry]]. \"This is false,\" she said.",
     "asserted", STANCE_ONLY},
    {"a negation alone", "[[The well was dry]]. It did not rain.", "asserted",
     STANCE_ONLY},
    {"two things", "The inn was shut and [[the well was dry]]. This is false.",
     "unresolved", STANCE_ONLY},
    {"a negative one", "The well was not [[dry]]. This is false.", "unresolved",
     STANCE_ONLY},
    {"one sentence further on", "[[The well was dry]]. It was noon. This is false.",
     "asserted", STANCE_ONLY},
    {"none of this", "[[The well was dry]]. None of this is true.", "denied",
     STANCE_ONLY},
    {"none of this, far off",
     "[[The well was dry]]. It was noon. None of this is true.", "unresolved",
     STANCE_ONLY},
    {"all of this", "[[The well was dry]]. It was noon. All of this is true.",
     "asserted", STANCE_ONLY},
    {"they are wrong", "Some say [[the well was dry]]. They are wrong.", "denied",
     STANCE_ONLY},
    {"they are happy", "Some say [[the well was dry]]. They are happy.", "hedged",
     STANCE_ONLY},
    {"she is wrong", "Alda Fenn said [[the well was dry]]. She is wrong.", "unresolved",
     STANCE_ONLY},
};

static const struct stance_row story[] = {
    {"one rumour",
     "Rumours say [[the well was dry]].\nIt was noon.\nThe rumour is false.", "denied",
     STANCE_ONLY},
    {"true", "Rumours say [[the well was dry]].\nIt was noon.\nThe rumour is true.",
     "hedged", STANCE_ONLY},
    {"not false", "Rumours say [[the well was dry]].\nThe rumour is not false.",
     "hedged", STANCE_ONLY},
    {"two rumours",
     "Rumours say [[the well was dry]]. Rumours say the inn was shut.\nThe rumour is "
     "false.",
     "unresolved", STANCE_ONLY},
    {"another rumour",
     "Rumours say [[the well was dry]].\nThe rumour that the inn was shut is false.",
     "hedged", STANCE_ONLY},
    {"beside a rumour",
     "[[The well was dry]]. Rumours say the inn was shut.\nThe rumour is false.",
     "asserted", STANCE_ONLY},
    {"no rumour", "[[The well was dry]].\nIt was noon.\nThe story was made up.",
     "unresolved", STANCE_ONLY},
    {"not made up", "[[The well was dry]].\nIt was noon.\nThe story was not made up.",
     "asserted", STANCE_ONLY},
    {"a story that was told", "[[Alda Fenn told a story]]. The story was made up.",
     "unresolved", STANCE_ONLY},
    {"a story within the story",
     "Police said [[Fenn made a claim]]. The claim was false.", "unresolved",
     STANCE_ONLY},
    {"no truth", "A post claimed [[the well was dry]]. There is no truth to the story.",
     "denied", STANCE_ONLY},
    {"no end", "A post claimed [[the well was dry]]. There is no end to the story.",
     "hedged", STANCE_ONLY},
    {"a claim", "Alda Fenn said [[the well was dry]]. The claim is false.", "denied",
     STANCE_ONLY},
    {"a claim, far off",
     "Alda Fenn said [[the well was dry]]. It was noon. The claim is false.",
     "unresolved", STANCE_ONLY},
    {"one of two claims",
     "Alda Fenn said [[the well was dry]] and the inn shut. The claim is false.",
     "unresolved", STANCE_ONLY},
    {"a negative rumour", "Rumours say the well was not [[dry]].\nThe rumour is false.",
     "unresolved", STANCE_ONLY},
};

static const struct stance_row withdrawn[] = {
    {"recanted", "A man who said [[the well was dry]] later recanted.", "unresolved",
     STANCE_ONLY},
    {"never recanted", "A man who said [[the well was dry]] never recanted.", "hedged",
     STANCE_ONLY},
    {"retracted the claim",
     "A man who said [[the well was dry]] has retracted the claim.", "unresolved",
     STANCE_ONLY},
    {"next sentence", "Alda Fenn said [[the well was dry]]. She later recanted.",
     "unresolved", STANCE_ONLY},
    {"not yet", "Alda Fenn said [[the well was dry]]. She has not recanted.",
     "asserted", STANCE_ONLY},
    {"by name",
     "Alda Fenn said [[the well was dry]]. It was noon. Fenn has since withdrawn the "
     "claim.",
     "unresolved", STANCE_ONLY},
    {"by another name",
     "Alda Fenn said [[the well was dry]]. It was noon. Bryn Oke has since withdrawn "
     "the claim.",
     "asserted", STANCE_ONLY},
    {"another thing",
     "Alda Fenn said [[the well was dry]]. She has since withdrawn the dog.",
     "asserted", STANCE_ONLY},
    {"shared subject", "Alda Fenn said [[the well was dry]] but later retracted it.",
     "unresolved", STANCE_ONLY},
    {"another subject",
     "Alda Fenn said [[the well was dry]], but Bryn Oke retracted the claim.",
     "asserted", STANCE_ONLY},
    {"of the source", "[[The well was dry]]. She later recanted.", "asserted",
     STANCE_ONLY},
    {"an earlier version",
     "Correction: An earlier version of this article said [[the well was dry]].",
     "unresolved", STANCE_ONLY},
    {"of a song",
     "Correction: An earlier version of this song said [[the well was dry]].", "hedged",
     STANCE_ONLY},
    {"correction that negates", "Correction: The well was not [[dry]].", "denied",
     STANCE_ONLY},
    {"retraction that negates", "Retraction: The well was not [[dry]].", "unresolved",
     STANCE_ONLY},
};

static const struct stance_row voices[] = {
    {"own", "A post claimed [[the well was dry]]. The story is false.", "denied", "own",
     "", "none", 0},
    {"of a speaker", "A post claimed [[the well was dry]]. The mayor denied the story.",
     "denied", "speaker", "the mayor", NULL, 0},
    {"against a speaker",
     "Bryn Oke said [[the well was dry]]. The mayor denied the claim.", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"against the source", "[[The well was dry]]. The mayor denied this.", NULL, "own",
     "", NULL, 0},
};

START_TEST(retraction_of_the_sentence_before_denies_it)
{
    stance_rows_run(of_this, XC_COUNT(of_this));
}
END_TEST

START_TEST(retraction_of_a_story_denies_the_only_one)
{
    stance_rows_run(story, XC_COUNT(story));
}
END_TEST

START_TEST(retraction_by_the_speaker_leaves_it_unresolved)
{
    stance_rows_run(withdrawn, XC_COUNT(withdrawn));
}
END_TEST

START_TEST(retraction_is_in_the_voice_of_who_rejects)
{
    stance_rows_run(voices, XC_COUNT(voices));
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        retraction_of_the_sentence_before_denies_it,
        retraction_of_a_story_denies_the_only_one,
        retraction_by_the_speaker_leaves_it_unresolved,
        retraction_is_in_the_voice_of_who_rejects,
        NULL,
    };

    return suite_run("retraction", tests);
}
