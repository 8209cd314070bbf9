/* SPDX-License-Identifier: Apache-2.0 */
/* Every entry of the cue lists against its own two sentences, and entries that a user
 * adds. */
#include "config.h"

#include <stdio.h>

#include "author/cues.h"
#include "base/vec.h"
#include "suite.h"

static struct xc_arena program;
static struct xc_lexicon lexicon;
static struct xc_problems problems;

static void
load(void)
{
    size_t i;

    xc_arena_init(&program);
    xc_problems_init(&problems, &program);
    if (xc_lexicon_load(&program, &lexicon, &problems) != XC_OK) {
        for (i = 0; i < problems.n; i++)
            fprintf(stderr, "%s:%zu: %s\n", problems.items[i].path.ptr,
                    problems.items[i].line, problems.items[i].message.ptr);
        ck_abort_msg("the embedded lexicon does not load");
    }
}

static const char *const fault_names[] = {
    [XC_CUE_RIGHT] = "right",
    [XC_CUE_CHANGED_DIFFERS] = "another stance",
    [XC_CUE_OTHER_DIFFERS] = "another stance",
    [XC_CUE_NOT_NEEDED] = "the entry is not needed for it",
    [XC_CUE_NOT_A_PAIR] = "the sentences differ too much",
    [XC_CUE_NO_TARGET] = "no target",
    [XC_CUE_NO_STANCE] = "no stance",
};

START_TEST(cue_entries_do_what_their_sentences_say)
{
    struct xc_arena arena;
    size_t n_failed = 0;
    size_t i;

    load();
    xc_arena_init(&arena);
    for (i = 0; i < lexicon.cues.n; i++) {
        const struct xc_cue *cue = &lexicon.cues.items[i];
        struct xc_cue_checked checked;

        xc_arena_reset(&arena);
        ck_assert_int_eq(xc_cue_check(&lexicon, cue, &arena, &checked), XC_OK);
        if (checked.fault == XC_CUE_RIGHT)
            continue;
        n_failed++;
        fprintf(stderr, "%.*s:%zu: %.*s\n  %s (%.*s)\n%.*s", (int)cue->path.len,
                cue->path.ptr, cue->line, (int)checked.example.len, checked.example.ptr,
                fault_names[checked.fault], (int)checked.read_as.len,
                checked.read_as.ptr, (int)checked.trace.len, checked.trace.ptr);
    }
    ck_assert_msg(n_failed == 0, "%zu entries failed", n_failed);
    ck_assert_uint_ge(lexicon.cues.n, 350);
    xc_arena_release(&arena);
    xc_arena_release(&program);
}
END_TEST

/* An entry added to "cues-negation", and what is wrong with it. */
static const struct {
    const char *name;
    const char *line;
    enum xc_cue_fault fault;
} faulty[] = {
    {"right",
     "nowise\t-\tdenied: She nowise [attended].\tasserted: She twice [attended].",
     XC_CUE_RIGHT},
    {"first sentence",
     "nowise\t-\tdenied: She once [attended].\tasserted: She twice [attended].",
     XC_CUE_CHANGED_DIFFERS},
    {"second sentence",
     "nowise\t-\tdenied: She nowise [attended].\tdenied: She twice [attended].",
     XC_CUE_OTHER_DIFFERS},
    {"not needed",
     "nowise\t-\tdenied: She never [attended].\tasserted: She twice [attended].",
     XC_CUE_NOT_NEEDED},
    {"no pair",
     "nowise\t-\tdenied: She nowise [attended].\tasserted: The man [attended] twice.",
     XC_CUE_NOT_A_PAIR},
    {"no target",
     "nowise\t-\tdenied: She nowise attended[].\tasserted: She twice [attended].",
     XC_CUE_NO_TARGET},
    {"no stance",
     "nowise\t-\tuntrue: She nowise [attended].\tasserted: She twice [attended].",
     XC_CUE_NO_STANCE},
};

START_TEST(cue_check_faulty_entry_is_told)
{
    size_t i;

    for (i = 0; i < XC_COUNT(faulty); i++) {
        struct xc_lexicon_file file = {XC_STR("cues-negation"), XC_STR("own"),
                                       xc_str_of(faulty[i].line)};
        struct xc_lexicon_files files = {&file, 1, 0};
        struct xc_cue_checked checked;

        xc_arena_init(&program);
        xc_problems_init(&problems, &program);
        ck_assert_int_eq(xc_lexicon_load_with(&files, &program, &lexicon, &problems),
                         XC_OK);
        ck_assert_int_eq(xc_cue_check(&lexicon, &lexicon.cues.items[lexicon.cues.n - 1],
                                      &program, &checked),
                         XC_OK);
        ck_assert_msg(checked.fault == faulty[i].fault, "%s: %s", faulty[i].name,
                      fault_names[checked.fault]);
        ck_assert_int_eq(xc_cues_check(&lexicon, &problems),
                         faulty[i].fault == XC_CUE_RIGHT ? XC_OK : XC_BAD_RULE);
        ck_assert_uint_eq(problems.n, faulty[i].fault == XC_CUE_RIGHT ? 0 : 1);
        xc_arena_release(&program);
    }
}
END_TEST

START_TEST(cue_added_takes_the_place_of_ours)
{
    struct xc_lexicon_file file = {
        XC_STR("cues-pseudo"), XC_STR("own"),
        XC_STR(
            "never\t-\tasserted: She never [attended].\tdenied: She didn't [attend].")};
    struct xc_lexicon_files files = {&file, 1, 0};
    size_t n_never = 0;
    size_t i;

    load();
    xc_arena_release(&program);
    xc_arena_init(&program);
    xc_problems_init(&problems, &program);
    ck_assert_int_eq(xc_lexicon_load_with(&files, &program, &lexicon, &problems),
                     XC_OK);
    for (i = 0; i < lexicon.cues.n; i++)
        n_never += xc_str_is(lexicon.cues.items[i].text, "never");
    ck_assert_uint_eq(n_never, 1);
    xc_arena_release(&program);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        cue_entries_do_what_their_sentences_say,
        cue_check_faulty_entry_is_told,
        cue_added_takes_the_place_of_ours,
        NULL,
    };

    return suite_run("cues", tests);
}
