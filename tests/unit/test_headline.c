/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Headlines read without a claim: what the main predicate says, and what the headline
 * says about itself.  Rows of one name with "a" and "b" differ in a word or two.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "stance/headline.h"
#include "suite.h"

struct headline_row {
    const char *name;
    const char *text;
    const char *stance;
    const char *voice;      /* NULL: not looked at */
    const char *commitment; /* NULL: not looked at */
};

#define STANCE_ALONE NULL, NULL

/* Cues in the complement or in a modifier do not turn what the headline tells. */
static const struct headline_row predicates[] = {
    {"plain", "Council buys the old ferry", "asserted", "own", "none"},
    {"purpose a", "Council buys ferry to stop it from sinking", "asserted",
     STANCE_ALONE},
    {"purpose b", "Council did not buy ferry to stop it from sinking", "denied",
     STANCE_ALONE},
    {"so that", "Council buys ferry so it won't sink", "asserted", STANCE_ALONE},
    {"quits", "Clerk quits job at pier", "asserted", STANCE_ALONE},
    {"quits negated", "Clerk did not quit job at pier", "denied", STANCE_ALONE},
    {"abandoned", "Dog abandoned at ferry pier", "asserted", STANCE_ALONE},
    {"barred", "Singer barred from all fairs", "asserted", STANCE_ALONE},
    {"plans", "Council plans to sell pier", "asserted", STANCE_ALONE},
    {"bare plan", "Council to sell pier", "asserted", STANCE_ALONE},
    {"caught trying", "Thief caught trying to sell pier", "asserted", STANCE_ALONE},
    {"alleged behind a", "Mob attacks alleged thief", "asserted", STANCE_ALONE},
    {"alleged behind b", "Mob allegedly attacks thief", "hedged", STANCE_ALONE},
    {"against", "Mayor issues ban against kites", "asserted", STANCE_ALONE},
    {"protest", "Clerk sings in protest against fog", "asserted", STANCE_ALONE},
    {"nearly", "Boat hit nearly a dozen times", "asserted", STANCE_ALONE},
    {"because", "Baker eats snow because he can't sleep", "asserted", STANCE_ALONE},
    {"no idea", "Baker has no idea how his cart ended up in Lisbon", "asserted",
     STANCE_ALONE},
    {"no other", "Baker has no permit", "denied", STANCE_ALONE},
    {"relative of subject", "Nun who did not see fog sinks ferry", "asserted",
     STANCE_ALONE},
    {"relative of subject negated", "Nun who saw fog did not sink ferry", "denied",
     STANCE_ALONE},
    {"order", "Don't panic over fog on pier", "asserted", STANCE_ALONE},
    {"eye is a noun", "Woman loses eye after storm", "asserted", "own", "none"},
    {"post is a noun", "The Harbour Post is now free", "asserted", "own", "none"},
    {"suspect is a noun", "Clerk held, suspect dead in harbour shooting", "asserted",
     "own", "none"},
    {"complains of", "Nun complains of pain", "asserted", "own", "none"},
};

static const struct headline_row denials[] = {
    {"not", "Ferry will not sail in June", "denied", STANCE_ALONE},
    {"adverb", "Shark is definitely not grey", "denied", STANCE_ALONE},
    {"participle", "Singer not arrested in Lisbon", "denied", STANCE_ALONE},
    {"verbless", "Missing crew not in second boat", "denied", STANCE_ALONE},
    {"no at the head", "No wolves on the pier", "denied", STANCE_ALONE},
    {"answer", "No, mayor did not adopt a wolf", "denied", STANCE_ALONE},
    {"denies", "Mayor denies that pier was sold", "denied", "speaker", "neutral"},
    {"denies a thing", "Mayor denies sale of pier", "denied", "speaker", "neutral"},
    {"says not", "Mayor says missing crew not found in boat", "denied", "speaker",
     "neutral"},
    {"hoax a", "Ferry death hoax spreads in town", "denied", STANCE_ALONE},
    {"hoax b", "Ferry death notice spreads in town", "asserted", STANCE_ALONE},
    {"no hoax", "Harbour shark is not a hoax", "asserted", STANCE_ALONE},
    {"hoax caller", "Town jails hoax caller", "asserted", STANCE_ALONE},
    {"hoax as a word alone", "Hoax!", "denied", STANCE_ALONE},
    {"rumours quashed", "Star quashes exit rumours", "denied", STANCE_ALONE},
    {"rumours followed", "Star follows exit rumours", "hedged", STANCE_ALONE},
    {"correction", "Baker reportedly sells mill. Update: not true", "denied",
     STANCE_ALONE},
    {"fools", "Dead shark fools town", "denied", STANCE_ALONE},
    {"asked and debunked", "Singer dead? Bogus story spreads in town", "denied",
     STANCE_ALONE},
    {"asked", "Singer dead? Fans gather in town", "questioned", STANCE_ALONE},
};

static const struct headline_row doubts[] = {
    {"may", "Ferry may sail in June", "hedged", STANCE_ALONE},
    {"may in the complement", "Captain retires after she may have seen shark",
     "asserted", STANCE_ALONE},
    {"could", "Ferry could sail in June", "hedged", STANCE_ALONE},
    {"will", "Ferry will sail in June", "asserted", STANCE_ALONE},
    {"reportedly", "Baker reportedly sells mill", "hedged", STANCE_ALONE},
    {"question", "Did the baker sell the mill?", "questioned", STANCE_ALONE},
    {"real or fake", "Harbour shark: real or fake?", "questioned", STANCE_ALONE},
    {"does not confirm", "Mayor does not confirm sale", "unresolved", STANCE_ALONE},
    {"declines", "Mayor declines to discuss sale", "unresolved", STANCE_ALONE},
    {"no sign", "No sign of shark in harbour", "unresolved", STANCE_ALONE},
    {"predicts", "Baker predicts warm winter", "hedged", STANCE_ALONE},
    {"claims", "Baker claims to fly", "hedged", STANCE_ALONE},
    {"claims lives", "Storm claims nine lives", "asserted", "own", "none"},
    {"viral", "Tale of harbour shark goes viral", "hedged", STANCE_ALONE},
};

static const struct headline_row speakers[] = {
    {"says", "Mayor says pier was sold", "asserted", "speaker", "neutral"},
    {"confirms", "Mayor confirms pier was sold", "asserted", "speaker", "strong"},
    {"tests confirm", "Blood tests confirm baker is a prince", "asserted", NULL,
     "strong"},
    {"label", "Police: pier was sold", "asserted", "speaker", "neutral"},
    {"topic", "Police shooting: pier was shut", "asserted", "own", "none"},
    {"dressing", "Video: baker survives fall", "asserted", "own", "none"},
    {"label behind", "Three jets in the air: monitor", "hedged", "unnamed", NULL},
    {"word behind", "Three jets in the air: updated", "asserted", "own", "none"},
    {"report", "Report: baker to sell mill", "hedged", "unnamed", "weak"},
};

/* Reads text as a headline; false in *out_found when there is nothing in it. */
static struct xc_stance_reading
read_headline(const struct xc_lexicon *lexicon, struct xc_str bytes,
              struct xc_arena *arena, bool *out_found)
{
    struct xc_span run = {0, bytes.len};
    struct xc_block block = {XC_BLOCK_HEADLINE, &run, 1, 1};
    struct xc_stance_reading reading = {.stance = XC_STANCE_ASSERTED};
    struct xc_target target;
    struct xc_text text;

    ck_assert_int_eq(xc_text_build(&lexicon->text, bytes, &block, 1, arena, &text),
                     XC_OK);
    ck_assert_int_eq(
        xc_headline_read(lexicon, &text, arena, &target, &reading, out_found), XC_OK);
    ck_assert(!*out_found || target.words.end <= text.words.n);
    return reading;
}

static bool
row_holds(const struct xc_lexicon *lexicon, const struct headline_row *row)
{
    struct xc_stance_reading reading;
    struct xc_arena arena;
    const char *commitment;
    bool found;
    bool ok;

    xc_arena_init(&arena);
    reading = read_headline(lexicon, xc_str_of(row->text), &arena, &found);
    commitment = xc_commitment_name(reading.voice.commitment);
    if (commitment == NULL)
        commitment = "none";
    ok = found && strcmp(row->stance, xc_stance_name(reading.stance)) == 0 &&
         (row->voice == NULL ||
          strcmp(row->voice, xc_voice_kind_name(reading.voice.kind)) == 0) &&
         (row->commitment == NULL || strcmp(row->commitment, commitment) == 0);
    if (!ok)
        fprintf(stderr, "%s: %s\n  got %s, %s, %s; steps:\n%.*s", row->name, row->text,
                xc_stance_name(reading.stance), xc_voice_kind_name(reading.voice.kind),
                commitment, (int)reading.trace.len, reading.trace.ptr);
    xc_arena_release(&arena);
    return ok;
}

static struct xc_arena program;
static struct xc_lexicon lexicon;

static void
load(void)
{
    struct xc_problems problems;

    xc_arena_init(&program);
    xc_problems_init(&problems, &program);
    ck_assert_int_eq(xc_lexicon_load(&program, &lexicon, &problems), XC_OK);
}

static void
run(const struct headline_row *rows, size_t n)
{
    size_t n_failed = 0;
    size_t i;

    load();
    for (i = 0; i < n; i++)
        n_failed += !row_holds(&lexicon, &rows[i]);
    ck_assert_msg(n_failed == 0, "%zu of %zu rows failed", n_failed, n);
    xc_arena_release(&program);
}

START_TEST(headline_complement_does_not_turn_predicate)
{
    run(predicates, XC_COUNT(predicates));
}
END_TEST

START_TEST(headline_denial_is_found_wherever_it_stands)
{
    run(denials, XC_COUNT(denials));
}
END_TEST

START_TEST(headline_that_does_not_vouch_takes_no_side)
{
    run(doubts, XC_COUNT(doubts));
}
END_TEST

START_TEST(headline_speaker_is_told_from_topic)
{
    run(speakers, XC_COUNT(speakers));
}
END_TEST

START_TEST(headline_without_words_is_not_found)
{
    struct xc_arena arena;
    bool found = true;

    load();
    xc_arena_init(&arena);
    (void)read_headline(&lexicon, XC_STR(""), &arena, &found);
    ck_assert(!found);
    found = true;
    (void)read_headline(&lexicon, XC_STR("... \xff --"), &arena, &found);
    ck_assert(!found);
    xc_arena_release(&arena);
    xc_arena_release(&program);
}
END_TEST

/* Only so many clauses are weighed; what stands behind them changes nothing. */
START_TEST(headline_of_many_clauses_is_cut)
{
    static char bytes[64 * 1024];
    struct xc_stance_reading reading;
    struct xc_arena arena;
    size_t n = 0;
    bool found = false;

    load();
    xc_arena_init(&arena);
    while (n + 64 < sizeof bytes)
        n += (size_t)snprintf(bytes + n, sizeof bytes - n, "mayor sells pier; ");
    n += (size_t)snprintf(bytes + n, sizeof bytes - n, "mayor did not sell pier");
    reading = read_headline(&lexicon, (struct xc_str){bytes, n}, &arena, &found);
    ck_assert(found);
    ck_assert_int_eq(reading.stance, XC_STANCE_ASSERTED);
    xc_arena_release(&arena);
    xc_arena_release(&program);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        headline_complement_does_not_turn_predicate,
        headline_denial_is_found_wherever_it_stands,
        headline_that_does_not_vouch_takes_no_side,
        headline_speaker_is_told_from_topic,
        headline_without_words_is_not_found,
        headline_of_many_clauses_is_cut,
        NULL,
    };

    return suite_run("headline", tests);
}
