/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/tally.h"

#define CONJUNCTION                                                                    \
    (XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE | XC_SYNTAX_CONNECTIVE)

/* Words between a verb of saying and an object clause without "that". */
#define MAX_COMPLEMENT_GAP 4

bool
xc_tally_has_verb(const struct xc_tally *tally)
{
    return tally->n_finite > tally->n_owed;
}

bool
xc_tally_is_waiting(const struct xc_tally *tally)
{
    return !xc_tally_has_verb(tally) || tally->in_group;
}

/* Whether word i may be what an auxiliary stands before: "seen", "tied", "tying". */
static bool
is_form(const struct xc_syntax *syntax, size_t i)
{
    return xc_syntax_is_either(syntax, i) || xc_syntax_is_ing(syntax, i) ||
           xc_syntax_is(syntax, i, XC_SYNTAX_PARTICIPLE);
}

/* Counts word i, a verb or a part of its group. */
static void
tally_verb(const struct xc_syntax *syntax, size_t i, struct xc_tally *tally)
{
    if (xc_syntax_is(syntax, i, XC_SYNTAX_PERFECT))
        tally->has_perfect = true;
    if (xc_syntax_is_auxiliary(syntax, i)) {
        tally->n_finite += tally->in_group ? 0 : 1;
        tally->in_group = true;
    } else if (xc_syntax_is(syntax, i, XC_SYNTAX_NOT)) {
        tally->aux_negated |= tally->in_group && tally->n_finite == 1;
    } else if (xc_syntax_is(syntax, i, XC_SYNTAX_ADVERB) ||
               (tally->in_group && xc_syntax_is(syntax, i, XC_SYNTAX_PERFECT))) {
        return;
    } else if (tally->in_group && is_form(syntax, i)) {
        tally->in_group = false;
    } else {
        tally->in_group = false;
        tally->n_finite += xc_syntax_finite_at(syntax, i) ? 1 : 0;
    }
}

/*
 * Whether an object clause without "that" follows the verb at i: "said the star left",
 * "said on Monday the star left"; not "said so", nor the noun of "her claims".
 */
static bool
has_bare_complement(const struct xc_syntax *syntax, size_t i)
{
    size_t next = i + 1;
    size_t k;

    if (i > 0 && xc_syntax_is(syntax, i - 1, XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE))
        return false;
    if (next >= syntax->n || syntax->words[next].gap != 0 ||
        xc_syntax_is(syntax, next,
                     XC_SYNTAX_THAT | XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE))
        return false;
    if (!xc_syntax_is(syntax, next,
                      XC_SYNTAX_PREPOSITION | XC_SYNTAX_ADVERB | XC_SYNTAX_NEGATIVE))
        return true;
    for (k = next; k < syntax->n && k <= i + MAX_COMPLEMENT_GAP; k++) {
        if (syntax->words[k].gap != 0 || xc_syntax_is(syntax, k, XC_SYNTAX_COORDINATOR))
            return false;
        if (xc_syntax_subject_verb(syntax, k) != XC_SYNTAX_NONE)
            return true;
    }
    return false;
}

/*
 * Whether word i of a clause that begins with word start opens a clause within it, which
 * needs a verb of its own; *out_is_object: an object clause.
 */
static bool
opens_inner_clause(const struct xc_syntax *syntax, size_t start, size_t i,
                   bool *out_is_object)
{
    *out_is_object = true;
    if (xc_syntax_is(syntax, i, XC_SYNTAX_THAT))
        return xc_syntax_finite_at(syntax, i + 1) ||
               xc_syntax_subject_verb(syntax, i + 1) != XC_SYNTAX_NONE;
    if (xc_syntax_is(syntax, i, XC_SYNTAX_CLAUSAL))
        return has_bare_complement(syntax, i);
    /* A clause's own subject, conjunction or relative pronoun opens no other. */
    if (i < start + 2)
        return false;
    /* an object in "denied she left", none in "the gown she wore" */
    if (xc_syntax_is(syntax, i, XC_SYNTAX_SUBJECT)) {
        *out_is_object = xc_syntax_finite_at(syntax, i - 1);
        return syntax->words[i].gap == 0 &&
               !xc_syntax_is(syntax, i - 1,
                             CONJUNCTION | XC_SYNTAX_THAT | XC_SYNTAX_CLAUSAL |
                                 XC_SYNTAX_RELATIVE | XC_SYNTAX_SUBORDINATOR |
                                 XC_SYNTAX_CONCESSIVE | XC_SYNTAX_AUXILIARY);
    }
    *out_is_object = false;
    if (xc_syntax_is(syntax, i, XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_CONCESSIVE))
        return xc_syntax_subject_verb(syntax, xc_syntax_after(syntax, i)) !=
               XC_SYNTAX_NONE;
    return xc_syntax_is(syntax, i, XC_SYNTAX_RELATIVE);
}

void
xc_tally_add(struct xc_tally *tally, const struct xc_syntax *syntax, size_t start,
             size_t i)
{
    bool is_object = false;

    if (xc_syntax_is(syntax, i, XC_SYNTAX_NEGATIVE) && tally->n_finite == 0)
        tally->subject_negated = true;
    tally_verb(syntax, i, tally);
    if (opens_inner_clause(syntax, start, i, &is_object)) {
        tally->n_owed++;
        tally->has_complement |= is_object;
    }
}
