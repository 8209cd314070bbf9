/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Speakers: who a reporting verb, a label or a neighbouring sentence names.
 */
#include "config.h"

#include "base/vec.h"
#include "stance_rows.h"

static const struct stance_row descriptions[] = {
    {"name", "Bryn Oke said [[the bridge closed]].", "asserted", "speaker", "Bryn Oke",
     NULL, 0},
    {"name with title", "Dr Bryn Oke said [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"name with role", "Harbour master Bryn Oke said [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"possessive role", "Her trainer Bryn Oke said [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"apposition", "Bryn Oke, the harbour master, said [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"relative", "Bryn Oke, who runs the ferry, said [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"adverbs", "Bryn Oke later also said [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"surname", "Bryn Oke came by boat.\nOke said [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"definite role", "The harbour master said [[the bridge closed]].", "asserted",
     "speaker", "the harbour master", NULL, 0},
    {"indefinite role", "A harbour master said [[the bridge closed]].", "hedged",
     "unnamed", "a harbour master", NULL, 0},
    {"institution", "Police said [[the bridge closed]].", "asserted", "speaker",
     "Police", NULL, 0},
    {"institution of place", "Harbour police said [[the bridge closed]].", "asserted",
     "speaker", NULL, NULL, 0},
    {"spokesman for", "A spokesman for Gull Ferries said [[the bridge closed]].",
     "asserted", "speaker", "Gull Ferries", NULL, 0},
    {"spokesman before",
     "Gull Ferries spokeswoman Bryn Oke said [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"sources", "Sources said [[the bridge closed]].", "hedged", "unnamed", "Sources",
     NULL, 0},
    {"source close to", "A source close to the mayor said [[the bridge closed]].",
     "hedged", "unnamed", NULL, NULL, 0},
    {"insiders", "Ferry insiders said [[the bridge closed]].", "hedged", "unnamed",
     NULL, NULL, 0},
    {"some fans", "Some fans said [[the bridge closed]].", "hedged", "unnamed", NULL,
     NULL, 0},
    {"one resident", "One resident said [[the bridge closed]].", "hedged", "unnamed",
     NULL, NULL, 0},
    {"report", "The report said [[the bridge closed]].", "hedged", "unnamed",
     "the report", NULL, 0},
    {"no head, at the head of the article",
     "In saying that [[the bridge closed]], he left.", "hedged", "unnamed", NULL, NULL,
     0},
    {"inverted role", "[[The bridge closed]], said the harbour master.", "asserted",
     "speaker", "the harbour master", NULL, 0},
    {"inverted source", "[[The bridge closed]], said a source at the port.", "hedged",
     "unnamed", "a source", NULL, 0},
    {"statement", "[[The bridge closed]], said Bryn Oke in a statement.", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"according to name", "According to Bryn Oke, [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"according to sources", "According to two sources, [[the bridge closed]].",
     "hedged", "unnamed", NULL, NULL, 0},
    {"denied by", "The [[closed bridge]] story, denied by the mayor, spread.", "denied",
     "speaker", "the mayor", NULL, 0},
    {"analyst with name", "Ferry analyst Bryn Oke said [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"analyst", "A ferry analyst said [[the bridge closed]].", "hedged", "unnamed",
     NULL, NULL, 0},
    {"titles", "Deputy Harbour Minister Bryn Oke said [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"report on Monday", "A report Monday said [[the bridge closed]].", "hedged",
     "unnamed", "a report", NULL, 0},
    {"one of the men", "One of the residents said [[the bridge closed]].", "hedged",
     "unnamed", NULL, NULL, 0},
    {"relative behind quotation",
     "\"It is dark and [[the bridge closed]],\" Oke, who left in 2008, said.",
     "asserted", "speaker", "Oke", NULL, 1},
    {"adding a", "Bryn Oke confirmed the plan, adding that [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"claims that", "Bryn Oke claims that [[the bridge closed]].", "hedged", "speaker",
     "Bryn Oke", "weak", 0},
    {"the engineer claims that", "The engineer claims that [[the bridge closed]].",
     "hedged", "speaker", "the engineer", "weak", 0},
    {"new claims that", "New claims that [[the bridge closed]] came up.", "hedged",
     "unnamed", "", "weak", 0},
    {"reported on a day", "Bryn Oke reported Monday that [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"was reported on a day", "It was reported Monday that [[the bridge closed]].",
     "hedged", "unnamed", "", NULL, 0},
    {"behind a bracket", "Bryn Oke (in red) said [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"leaving, saying", "Bryn Oke left the pier, saying [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"leaving, saying, and what stands before",
     "[[Bryn Oke left the pier]], saying the bridge closed.", "asserted", "own", "",
     NULL, 0},
    {"somebody's claims that", "Bryn Oke's claims that [[the bridge closed]] came up.",
     "hedged", "unnamed", "", "weak", 0},
    {"the post", "The post said [[the bridge closed]].", "hedged", "unnamed",
     "the post", NULL, 0},
    {"the Post", "The Post said [[the bridge closed]].", "asserted", "speaker", "Post",
     NULL, 0},
    {"quoted as saying", "Bryn Oke was quoted as saying [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"has since deleted",
     "Bryn Oke has since deleted the post saying [[the bridge closed]].", "unresolved",
     "speaker", "Bryn Oke", "weak", 0},
    {"in brackets", "The bridge (the mayor said) [[closed at nine]].", "asserted",
     "speaker", "the mayor", NULL, 0},
    {"lawyer of", "According to Bryn Oke's lawyer, [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke's lawyer", NULL, 0},
    {"told somebody", "Bryn Oke told Alda Fenn that [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"who denies", "[[The bridge closed]], which the police deny.", "unresolved",
     "speaker", "the police", "weak", 0},
    {"something denied", "[[The bridge closed]], something the mayor denies.",
     "unresolved", "speaker", "the mayor", "weak", 0},
    {"asked", "\"Was it not plain that [[the bridge closed]]?\" Oke asked.",
     "questioned", "speaker", "Oke", NULL, 1},
    {"described, told",
     "\"It is late and [[the bridge closed]],\" Bryn Oke, the mayor, told the Post.",
     "asserted", "speaker", "Bryn Oke", NULL, 1},
    {"described, said at",
     "\"It is late and [[the bridge closed]],\" Bryn Oke, the mayor, said at a fair.",
     "asserted", "speaker", "Bryn Oke", NULL, 1},
    {"comment that is a noun",
     "Bryn Oke said he left and his harbour comment was about [[the closed bridge]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"tweets that are a noun",
     "Bryn Oke is defending his late-night tweets, saying [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"named a paragraph later",
     "\"It is late and [[the bridge closed]].\n\"The inn, too,\" Bryn Oke said.",
     "asserted", "speaker", "Bryn Oke", NULL, 1},
    {"closed before a paragraph of another",
     "\"It is late and [[the bridge closed]].\"\n\"The inn, too,\" Bryn Oke said.",
     "hedged", "unnamed", "", NULL, 1},
    {"short piece", "\"[[It closed]],\" said Bryn Oke.", "asserted", "speaker",
     "Bryn Oke", NULL, 1},
    {"short second piece", "\"The bridge,\" said Bryn Oke, \"[[has closed]].\"",
     "asserted", "speaker", "Bryn Oke", NULL, 1},
    {"words quoted for themselves", "Bryn Oke said the \"[[closed bridge]]\" was old.",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"words quoted in a list", "The \"[[closed bridge]],\" the \"inn\" and I stood.",
     "asserted", "own", "", NULL, 0},
    {"two pieces, said the",
     "\"The boat was late,\" said Bryn Oke. "
     "\"[[The bridge closed]] at nine.\"",
     "asserted", "speaker", "Bryn Oke", NULL, 1},
    {"adding b", "A source confirmed the plan, adding that [[the bridge closed]].",
     "hedged", "unnamed", "a source", NULL, 0},
    {"bullet before", "Notice \xE2\x80\xA2 Oke told the Post [[the bridge closed]].",
     "asserted", "speaker", "Oke", NULL, 0},
    {"participle before", "Knowing Oke, we came. Oke said [[the bridge closed]].",
     "asserted", "speaker", "Oke", NULL, 0},
    {"progressive", "Some fans are saying [[the bridge closed]].", "hedged", "unnamed",
     "some fans", NULL, 0},
    {"title case is no name",
     "# Bryn Oke Reveals a Bridge Plan\nBryn Oke came. Bryn said [[the bridge "
     "closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"officials", "Harbour officials said [[the bridge closed]].", "asserted",
     "speaker", NULL, NULL, 0},
    {"an official", "An official said [[the bridge closed]].", "hedged", "unnamed",
     "an official", NULL, 0},
    {"told", "The mayor was told [[the bridge closed]].", "hedged", "unnamed", "", NULL,
     0},
    {"apposition before a clause",
     "The town's paper, the Gull, said [[the bridge closed]].", "asserted", "speaker",
     NULL, NULL, 0},
    {"put into writing",
     "The mayor said papers put into writing [[closed the bridge]].", "asserted",
     "speaker", "the mayor", NULL, 0},
    {"announced", "[[The closed bridge]] was announced on Monday.", "asserted", "own",
     "", NULL, 0},
    {"left out after and", "The mayor smiled and said [[the bridge closed]].",
     "asserted", "speaker", NULL, NULL, 0},
    {"left out at the head", "Says [[the bridge closed]].", "asserted", "speaker", "",
     NULL, 0},
};

static const struct stance_row pronouns[] = {
    {"one subject", "Bryn Oke came by boat. She said [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"two subjects",
     "Bryn Oke came by boat. Alda Fenn came on foot. She said [[the bridge closed]].",
     "asserted", "speaker", "", NULL, 0},
    {"no subject", "She said [[the bridge closed]].", "asserted", "speaker", "", NULL,
     0},
    {"other paragraph", "Bryn Oke came by boat.\nShe said [[the bridge closed]].",
     "asserted", "speaker", "", NULL, 0},
    {"object only", "The crowd cheered for Bryn Oke. She said [[the bridge closed]].",
     "asserted", "speaker", "", NULL, 0},
    {"name as object", "Bryn Oke met Alda Fenn. She said [[the bridge closed]].",
     "asserted", "speaker", "", NULL, 0},
    {"place", "Bryn Oke lives in Salem. She said [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"outlet", "Bryn Oke told the Salem Post more. She said [[the bridge closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"titles tell him", "Mr Oke met Mrs Fenn. He said [[the bridge closed]].",
     "asserted", "speaker", "Oke", NULL, 0},
    {"titles tell her", "Mrs Fenn met Mr Oke. She said [[the bridge closed]].",
     "asserted", "speaker", "Fenn", NULL, 0},
    {"somebody without a name",
     "Bryn Oke came by boat. A sailor waved. She said [[the bridge closed]].",
     "asserted", "speaker", "", NULL, 0},
    {"her lawyer",
     "Bryn Oke came by boat. Her lawyer waved. She said [[the bridge closed]].",
     "asserted", "speaker", "", NULL, 0},
    {"her own office",
     "Bryn Oke, the mayor, came by boat. She said [[the bridge closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"they", "Bryn Oke came by boat. They said [[the bridge closed]].", "asserted",
     "speaker", "", NULL, 0},
};

static const struct stance_row quotations[] = {
    {"sentence before",
     "Bryn Oke sounded tired. \"[[The bridge closed]] at noon,\" she "
     "said.",
     "asserted", "speaker", "Bryn Oke", NULL, 1},
    {"sentence after", "\"[[The bridge closed]] at noon.\" Bryn Oke said so twice.",
     "asserted", "speaker", "Bryn Oke", NULL, 1},
    {"verb in the middle",
     "\"I walked,\" Bryn Oke said. \"[[The bridge closed]] at "
     "noon.\"",
     "asserted", "speaker", "Bryn Oke", NULL, 1},
    {"source in the middle",
     "\"I walked,\" a source said. \"[[The bridge closed]] at "
     "noon.\"",
     "hedged", "unnamed", "a source", NULL, 1},
    {"nobody", "The street was dark. \"[[The bridge closed]] at noon.\"", "hedged",
     "unnamed", "", NULL, 1},
};

/* Who is meant when a description holds other names. */
static const struct stance_row holders[] = {
    {"mayor of a place", "The mayor of Brinmouth said [[the bridge closed]].",
     "asserted", "speaker", "the mayor of Brinmouth", NULL, 0},
    {"woman of a place", "A woman from Brinmouth said [[the bridge closed]].", "hedged",
     "unnamed", "a woman from Brinmouth", NULL, 0},
    {"inverted role of a place", "[[The bridge closed]], said the mayor of Brinmouth.",
     "asserted", "speaker", "the mayor of Brinmouth", NULL, 0},
    {"name behind role and place",
     "The chairwoman of the Brinmouth Boat Fair, Alda Fenn, said [[the bridge "
     "closed]].",
     "asserted", "speaker", "Alda Fenn", NULL, 0},
    {"name behind role and institution",
     "The head of the Brinmouth Police, Alda Fenn, said [[the bridge closed]].",
     "asserted", "speaker", "Alda Fenn", NULL, 0},
    {"place before an institution's spokesman",
     "The Brinmouth Boat Fair police spokesman said [[the bridge closed]].", "asserted",
     "speaker", "the Brinmouth Boat Fair police spokesman", NULL, 0},
    {"lawyer of", "Alda Fenn's lawyer said [[the bridge closed]].", "asserted",
     "speaker", "Alda Fenn's lawyer", NULL, 0},
    {"lawyer for", "A lawyer for Alda Fenn said [[the bridge closed]].", "asserted",
     "speaker", "a lawyer for Alda Fenn", NULL, 0},
    {"spokesman of", "Alda Fenn's spokesman said [[the bridge closed]].", "asserted",
     "speaker", "Alda Fenn", NULL, 0},
    {"brother of", "Alda Fenn's brother said [[the bridge closed]].", "asserted",
     "speaker", "Alda Fenn's brother", NULL, 0},
    {"outlet named by a verb",
     "The ferryman told the Brinmouth Post that [[the bridge closed]].", "asserted",
     "speaker", "the ferryman", NULL, 0},
    {"outlet named by a verb behind a quotation",
     "\"[[The bridge closed]] at noon,\" the ferryman told the Brinmouth Post, \"so we "
     "swam.\"",
     "asserted", "speaker", "the ferryman", NULL, 1},
    {"post on a page", "The ferryman posted that [[the bridge closed]].", "asserted",
     "speaker", "the ferryman", NULL, 0},
    {"count by", "[[The bridge closed]], according to a count by the Brinmouth Echo.",
     "asserted", "speaker", "Brinmouth Echo", NULL, 0},
    {"count by nobody", "[[The bridge closed]], according to a count by fans.",
     "hedged", "unnamed", NULL, NULL, 0},
    {"outlet said", "The Brinmouth Post said [[the bridge closed]].", "asserted",
     "speaker", "Brinmouth Post", NULL, 0},
    {"thing said", "The Brinmouth report said [[the bridge closed]].", "hedged",
     "unnamed", "the Brinmouth report", NULL, 0},
    {"name at the end", "[[The bridge closed]], said the mayor, Bryn Oke.", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"place at the end", "[[The bridge closed]], said the mayor, in Brinmouth.",
     "asserted", "speaker", "the mayor", NULL, 0},
    {"place behind a place",
     "[[The bridge closed]], said the mayor of Salem, New Fenland.", "asserted",
     "speaker", "the mayor of Salem", NULL, 0},
    {"outlet reported", "The Brinmouth Wire reported [[the bridge closed]].",
     "asserted", "speaker", "Brinmouth Wire", NULL, 0},
    {"outlet reported that", "The Brinmouth Wire reported that [[the bridge closed]].",
     "asserted", "speaker", "Brinmouth Wire", NULL, 0},
    {"report that", "A report that [[the bridge closed]] spread.", "hedged", "unnamed",
     NULL, NULL, 0},
    {"claimed that", "The ferryman claimed that [[the bridge closed]].", "hedged",
     "speaker", "the ferryman", "weak", 0},
    {"claims by nobody", "There were claims that [[the bridge closed]].", "hedged",
     "unnamed", "", NULL, 0},
};

/* Names with something between them and their verb. */
static const struct stance_row apart[] = {
    {"two appositions", "Bryn Oke, 51, the ferryman of Ousby, said [[it closed]].",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"age", "Bryn Oke, 51, said [[it closed]].", "asserted", "speaker", "Bryn Oke",
     NULL, 0},
    {"age in brackets", "Bryn Oke (51) said [[it closed]].", "asserted", "speaker",
     "Bryn Oke", NULL, 0},
    {"name of an office", "Dr Bryn Oke of the council said [[it closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"name from a firm", "Bryn Oke from Gull Ferries said [[it closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"name and another verb", "Bryn Oke smiled and said [[it closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"role and another verb", "The ferryman laughed and said that [[it closed]].",
     "asserted", "speaker", "the ferryman", NULL, 0},
    {"verb of a crowd", "Some fans laughed and said that [[it closed]].", "hedged",
     "unnamed", "some fans", NULL, 0},
    {"verb that is none", "It rained on the red and said [[it closed]].", "asserted",
     "speaker", "", NULL, 0},
    {"trailing role and name", "[[The bridge closed]], the mayor, Bryn Oke, said.",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"trailing name and role", "[[The bridge closed]], Bryn Oke, the mayor, said.",
     "asserted", "speaker", "Bryn Oke", NULL, 0},
    {"colon and quotation", "Bryn Oke: \"[[The bridge closed]] at noon.\"", "asserted",
     "speaker", "Bryn Oke", NULL, 1},
    {"role, colon and quotation", "The ferryman: \"[[The bridge closed]] at noon.\"",
     "asserted", "speaker", "the ferryman", NULL, 1},
    {"crowd, colon and quotation", "Some fans: \"[[The bridge closed]] at noon.\"",
     "hedged", "unnamed", NULL, NULL, 1},
    {"matter, colon and quotation", "The answer: \"[[The bridge closed]] at noon.\"",
     "hedged", "unnamed", "", NULL, 1},
    {"neither nor", "The mayor neither confirmed nor denied that [[it closed]].", NULL,
     "speaker", "the mayor", NULL, 0},
    {"neither nor behind a modal",
     "Police would neither confirm nor deny that [[it closed]].", NULL, "speaker",
     "Police", NULL, 0},
    {"refused to", "The mayor refused to admit that [[it closed]].", NULL, "speaker",
     "the mayor", NULL, 0},
    {"was expected to", "The mayor was expected to admit that [[it closed]].", NULL,
     "unnamed", NULL, NULL, 0},
    {"everyone to", "They want everyone to believe [[it closed]].", NULL, "unnamed",
     NULL, NULL, 0},
    {"three verbs", "Bryn Oke stood up, smiled and said [[it closed]].", "asserted",
     "speaker", "Bryn Oke", NULL, 0},
    {"adjective of the subject", "The retired mayor smiled and said [[it closed]].",
     "asserted", "speaker", "the retired mayor", NULL, 0},
};

/* Attributions behind what they attribute. */
static const struct stance_row behind[] = {
    {"told an outlet", "[[The bridge closed]], the mayor told the Brinmouth Wire.",
     "asserted", "speaker", "the mayor", NULL, 0},
    {"told a paper", "[[The bridge closed]], the mayor told reporters.", "asserted",
     "speaker", "the mayor", NULL, 0},
    {"repeated", "Oke repeated that [[the bridge closed]].", "asserted", "speaker",
     "Oke", NULL, 0},
    {"noted", "Oke noted that [[the bridge closed]].", "asserted", "speaker", "Oke",
     NULL, 0},
    {"or so", "[[The bridge closed]], or so the mayor says.", "asserted", "speaker",
     "the mayor", NULL, 0},
    {"or so with a dash", "[[The bridge closed]] \xE2\x80\x93 or so the mayor claims.",
     "hedged", "speaker", "the mayor", "weak", 0},
    {"at least", "[[The bridge closed]], or the mayor says too much.", "asserted",
     "own", NULL, NULL, 0},
    {"contrary to", "[[The bridge closed]], contrary to what the mayor says.",
     "asserted", "own", NULL, NULL, 0},
    {"despite", "[[The bridge closed]], despite what the mayor said.", "asserted",
     "own", NULL, NULL, 0},
    {"headline role", "# Mayor: [[bridge closed]]\nIt rained.", "asserted", "speaker",
     "Mayor", NULL, 0},
    {"headline says mayor", "# [[Bridge closed]], says mayor\nIt rained.", "asserted",
     "speaker", "mayor", NULL, 0},
    {"text says mayor", "It rained. [[The bridge closed]], says mayor.", "hedged",
     "unnamed", "mayor", NULL, 0},
    {"headline a mayor", "# A mayor says [[bridge closed]]\nIt rained.", "hedged",
     "unnamed", "a mayor", NULL, 0},
    {"headline report", "# Report: [[bridge closed]]\nIt rained.", "hedged", "unnamed",
     NULL, NULL, 0},
    {"headline police last", "# [[Bridge closed]]: police\nIt rained.", "asserted",
     "speaker", "police", NULL, 0},
    {"headline police last in capitals", "# [[Bridge Closed]]: Police\nIt rained.",
     "asserted", "speaker", "Police", NULL, 0},
    {"what is certain", "What is certain is that [[the bridge closed]].", "asserted",
     "own", "", NULL, 0},
    {"certain", "Oke is certain that [[the bridge closed]].", "hedged", "speaker",
     "Oke", NULL, 0},
};

/* What makes one speaker of several namings: the key. */
struct key_row {
    const char *article;
    const char *key;
};

static const struct key_row keys[] = {
    {"Alda Fenn said [[the bridge closed]].", "alda fenn"},
    {"[[The bridge closed]], said Fenn.", "fenn"},
    {"Ms Fenn told us [[the bridge closed]].", "fenn"},
    {"[[The bridge closed]], Mayor Fenn said.", "fenn"},
    {"Former mayor Alda Fenn said [[the bridge closed]].", "alda fenn"},
    {"Mrs. Alda Fenn said [[the bridge closed]].", "alda fenn"},
    {"Alda Fenn came. Ms Fenn told us [[the bridge closed]].", "alda fenn"},
    {"Alda Fenn came.\n[[The bridge closed]], said Fenn.", "alda fenn"},
    {"The mayor said [[the bridge closed]].", "mayor"},
    {"[[The bridge closed]], says the mayor.", "mayor"},
    {"The mayor of Brinmouth said [[the bridge closed]].", "mayor of brinmouth"},
};

START_TEST(speaker_description_tells_named_from_unnamed)
{
    stance_rows_run(descriptions, XC_COUNT(descriptions));
}
END_TEST

START_TEST(speaker_pronoun_is_the_only_named_subject)
{
    stance_rows_run(pronouns, XC_COUNT(pronouns));
}
END_TEST

START_TEST(speaker_of_quotation_is_found_beside_it)
{
    stance_rows_run(quotations, XC_COUNT(quotations));
}
END_TEST

START_TEST(speaker_of_description_is_no_name_within_it)
{
    stance_rows_run(holders, XC_COUNT(holders));
}
END_TEST

START_TEST(speaker_apart_from_verb_is_found)
{
    stance_rows_run(apart, XC_COUNT(apart));
}
END_TEST

START_TEST(speaker_behind_the_claim_is_found)
{
    stance_rows_run(behind, XC_COUNT(behind));
}
END_TEST

START_TEST(speaker_key_has_no_title_and_no_article)
{
    struct xc_arena program;
    struct xc_lexicon lexicon;
    struct xc_problems problems;
    size_t n_failed = 0;
    size_t i;

    xc_arena_init(&program);
    xc_problems_init(&problems, &program);
    ck_assert_int_eq(xc_lexicon_load(&program, &lexicon, &problems), XC_OK);
    for (i = 0; i < XC_COUNT(keys); i++) {
        struct stance_article article;
        struct xc_stance_reading reading;

        stance_article_set(keys[i].article, &article);
        reading = stance_article_read(&lexicon, &article, &program);
        if (xc_str_is(reading.voice.key, keys[i].key))
            continue;
        n_failed++;
        fprintf(stderr, "%s: got '%.*s'\n", keys[i].article, (int)reading.voice.key.len,
                reading.voice.key.len == 0 ? "" : reading.voice.key.ptr);
    }
    ck_assert_msg(n_failed == 0, "%zu keys differ", n_failed);
    xc_arena_release(&program);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        speaker_description_tells_named_from_unnamed,
        speaker_pronoun_is_the_only_named_subject,
        speaker_of_quotation_is_found_beside_it,
        speaker_of_description_is_no_name_within_it,
        speaker_apart_from_verb_is_found,
        speaker_behind_the_claim_is_found,
        speaker_key_has_no_title_and_no_article,
        NULL,
    };

    return suite_run("speaker", tests);
}
