/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The future: what is announced asserts nothing of a claim about what has happened.
 */
#include "config.h"

#include "base/vec.h"
#include "rule/claim.h"
#include "stance/future.h"
#include "stance_rows.h"

static const struct stance_row rows[] = {
    {"will", "The baker will [[run the race]].", "unresolved", STANCE_ONLY},
    {"did", "The baker did [[run the race]].", "asserted", STANCE_ONLY},
    {"will not", "The baker won't [[run the race]].", "denied", STANCE_ONLY},
    {"nobody will", "Nobody will [[run the race]].", "denied", STANCE_ONLY},
    {"going to", "The baker is going to [[run the race]].", "unresolved", STANCE_ONLY},
    {"is to", "The baker is to [[run the race]].", "unresolved", STANCE_ONLY},
    {"is to with a noun", "His back was to [[the river]].", "asserted", STANCE_ONLY},
    {"a noun", "By her will [[the baker ran the race]].", "asserted", STANCE_ONLY},
    {"a name", "In March Will [[ran the race]].", "asserted", STANCE_ONLY},
    {"a name in front", "Will Fenn [[ran the race]].", "asserted", STANCE_ONLY},
    {"said of it", "The baker will [[run the race]], the mayor said.", "unresolved",
     "speaker", "the mayor", "neutral", 0},
    {"headline", "# Baker to [[run the race]]", "unresolved", STANCE_ONLY},
    {"headline in the present", "# Baker does [[run the race]]", "asserted",
     STANCE_ONLY},
    {"headline in capitals", "# Baker Will [[Run The Race]]", "unresolved",
     STANCE_ONLY},
    {"headline with a verb", "# Baker went to [[run the race]]", "asserted",
     STANCE_ONLY},
    {"paragraph", "Baker to [[run the race]].", "asserted", STANCE_ONLY},
};

START_TEST(future_announcement_is_unresolved)
{
    stance_rows_run(rows, XC_COUNT(rows));
}
END_TEST

static const struct {
    const char *statement;
    bool foretold;
} statements[] = {
    {"The baker ran the race.", false},
    {"The baker will run the race.", true},
    {"THE BAKER WILL RUN.", true},
    {"The baker is willing.", false},
    {"Will", true},
    {"", false},
    {"Incomprehensibilities will come.", true},
    {"Incomprehensibilities came.", false},
};

START_TEST(future_statement_says_whether_it_foretells)
{
    struct xc_problems problems;
    struct xc_lexicon lexicon;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    ck_assert_int_eq(xc_lexicon_load(&arena, &lexicon, &problems), XC_OK);
    for (i = 0; i < XC_COUNT(statements); i++) {
        bool foretold;

        ck_assert_int_eq(xc_claim_foretells(&lexicon,
                                            xc_str_of(statements[i].statement), &arena,
                                            &foretold),
                         XC_OK);
        ck_assert_msg(foretold == statements[i].foretold, "%s",
                      statements[i].statement);
    }
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        future_announcement_is_unresolved,
        future_statement_says_whether_it_foretells,
        NULL,
    };

    return suite_run("future", tests);
}
