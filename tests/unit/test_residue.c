/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The guard: a word of the target's clause that no rule reads leaves it unresolved.
 */
#include "config.h"

#include "base/vec.h"
#include "stance_rows.h"

static const struct stance_row watched[] = {
    {"satire", "In a satirical sketch [[the baker won the race]].", "unresolved",
     STANCE_ONLY},
    {"no satire", "In a crowded street [[the baker won the race]].", "asserted",
     STANCE_ONLY},
    {"in another clause", "He sold a fake coat; [[the baker won the race]].",
     "asserted", STANCE_ONLY},
    {"correction", "In a correction [[the baker won the race]].", "unresolved",
     STANCE_ONLY},
    {"denied", "In a satirical sketch the baker never [[won the race]].", "unresolved",
     STANCE_ONLY},
    {"hedged stays", "In a satirical sketch the baker may [[win the race]].", "hedged",
     STANCE_ONLY},
};

static const struct stance_row frames[] = {
    {"verb", "The clerk muttled that [[the baker won the race]].", "unresolved",
     STANCE_ONLY},
    {"known verb", "The clerk noticed that [[the baker won the race]].", "asserted",
     STANCE_ONLY},
    {"verb with a reflexive",
     "The clerk flettered herself that [[the baker won the race]].", "unresolved",
     STANCE_ONLY},
    {"verb with its hearer", "The clerk told us that [[the baker won the race]].",
     "asserted", STANCE_ONLY},
    {"present", "She muttles that [[the baker won the race]].", "unresolved",
     STANCE_ONLY},
    {"known present", "She says that [[the baker won the race]].", "asserted",
     STANCE_ONLY},
    {"adjective", "It was crucial that [[the baker won the race]].", "unresolved",
     STANCE_ONLY},
    {"known adjective", "It was tragic that [[the baker won the race]].", "asserted",
     STANCE_ONLY},
    {"cleft", "It was in March that [[the baker won the race]].", "asserted",
     STANCE_ONLY},
    {"cleft of a name", "It was Monday that [[the baker won the race]].", "asserted",
     STANCE_ONLY},
    {"result", "The road was so steep that [[the baker won the race]].", "asserted",
     STANCE_ONLY},
    {"purpose", "The road was closed so that [[the baker won the race]].", "unresolved",
     STANCE_ONLY},
    {"relative", "The cap that [[the baker wore]] was red.", "asserted", STANCE_ONLY},
    {"pointing", "The baker passed that [[old mill]] at noon.", "asserted",
     STANCE_ONLY},
    {"comma", "As he muttled, that day [[the baker won the race]].", "asserted",
     STANCE_ONLY},
};

START_TEST(residue_watch_word_left_over_is_unresolved)
{
    stance_rows_run(watched, XC_COUNT(watched));
}
END_TEST

START_TEST(residue_unknown_frame_is_unresolved)
{
    stance_rows_run(frames, XC_COUNT(frames));
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        residue_watch_word_left_over_is_unresolved,
        residue_unknown_frame_is_unresolved,
        NULL,
    };

    return suite_run("residue", tests);
}
