/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/inset.h"

#include "base/limits.h"

/* Words of the subject of an attribution, and after its verb. */
#define MAX_SPEAKER_WORDS 8
#define MAX_ADDRESSEE_WORDS 10

#define BREAK (XC_SYNTAX_STOP | XC_SYNTAX_DASH | XC_SYNTAX_OPEN | XC_SYNTAX_CLOSE)

/* The first word at or after i with a comma before it; n when there is none near, or
 * something stronger comes first. */
static size_t
next_comma(const struct xc_syntax *syntax, size_t i)
{
    size_t limit = i + XC_MAX_INSET_WORDS;

    for (; i < syntax->n && i < limit; i++) {
        if (xc_syntax_gap_has(syntax, i, XC_SYNTAX_COMMA))
            return i;
        if (xc_syntax_gap_has(syntax, i, BREAK))
            break;
    }
    return syntax->n;
}

/* The first word at or after i with any punctuation before it that ends an attribution;
 * n when there is none near. */
static size_t
next_edge(const struct xc_syntax *syntax, size_t i)
{
    size_t limit = i + XC_MAX_INSET_WORDS;

    for (; i < syntax->n && i < limit; i++) {
        if (xc_syntax_gap_has(syntax, i, BREAK | XC_SYNTAX_COMMA))
            return i;
    }
    return syntax->n;
}

/* Whether word i is a verb of saying, not the noun of "contrary to reports". */
static bool
is_speech_verb(const struct xc_syntax *syntax, size_t i)
{
    return xc_syntax_is(syntax, i, XC_SYNTAX_SPEECH) &&
           !xc_syntax_is(syntax, i - 1,
                         XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE |
                             XC_SYNTAX_PREPOSITION);
}

/* The end of brackets that open before word i; i when they do not close. */
static size_t
bracket_end(const struct xc_syntax *syntax, size_t i)
{
    size_t limit = i + XC_MAX_INSET_WORDS;
    size_t k;

    for (k = i + 1; k < syntax->n && k < limit; k++) {
        if (xc_syntax_gap_has(syntax, k, XC_SYNTAX_CLOSE))
            return k;
    }
    /* What closes after the last word has no word to tell it by. */
    return k == syntax->n ? k : i;
}

/*
 * Whether words [i, end) after a verb of saying leave it an attribution: nothing, an
 * addressee ("told the paper"), a place or time, but no clause of its own.
 */
static bool
is_attribution_tail(const struct xc_syntax *syntax, size_t verb, size_t end)
{
    size_t first = verb + 1;
    size_t i;

    if (end - first > MAX_ADDRESSEE_WORDS)
        return false;
    for (i = first; i < end; i++) {
        if (xc_syntax_is(syntax, i,
                         XC_SYNTAX_THAT | XC_SYNTAX_SUBJECT | XC_SYNTAX_AUXILIARY |
                             XC_SYNTAX_PAST | XC_SYNTAX_COORDINATOR |
                             XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_ADVERSATIVE) &&
            !xc_syntax_is(syntax, i, XC_SYNTAX_PREPOSITION))
            return false;
    }
    first = xc_syntax_skip_adverbs(syntax, first);
    return first >= end || xc_syntax_is(syntax, verb, XC_SYNTAX_TELL) ||
           xc_syntax_is(syntax, first, XC_SYNTAX_PREPOSITION) ||
           syntax->words[first].is_name || xc_syntax_is_ing(syntax, first);
}

/* ", said the mayor": the speaker follows, [i, end) is all of it. */
static bool
is_inverted_attribution(const struct xc_syntax *syntax, size_t i, size_t end)
{
    size_t k;

    if (!xc_syntax_is(syntax, i, XC_SYNTAX_SPEECH) || i + 1 >= end ||
        end - i > MAX_SPEAKER_WORDS)
        return false;
    for (k = i + 1; k < end; k++) {
        if (xc_syntax_is(syntax, k,
                         XC_SYNTAX_THAT | XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST |
                             XC_SYNTAX_RELATIVE))
            return false;
        /* "said nothing and left early" */
        if (xc_syntax_is(syntax, k, XC_SYNTAX_COORDINATOR) &&
            xc_syntax_finite_at(syntax, k + 1))
            return false;
    }
    /* "said in a statement" has no speaker */
    return !xc_syntax_is(syntax, i + 1, XC_SYNTAX_PREPOSITION | XC_SYNTAX_NEGATIVE);
}

bool
xc_inset_attribution_at(const struct xc_syntax *syntax, size_t i, struct xc_inset *out)
{
    size_t first = i;
    size_t end;
    size_t verb;

    if (i == 0 || !xc_syntax_gap_has(syntax, i, XC_SYNTAX_COMMA))
        return false;
    end = next_edge(syntax, i + 1);
    out->kind = XC_CLAUSE_ATTRIBUTION;
    out->end = end;
    if (xc_syntax_is(syntax, i, XC_SYNTAX_ATTRIBUTIVE) ||
        is_inverted_attribution(syntax, i, end))
        return true;
    /* "as she said" is one, "which she said" is none */
    if (xc_str_is(syntax->words[i].key, "as"))
        first++;
    else if (xc_syntax_is(syntax, i,
                          XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_COORDINATOR |
                              XC_SYNTAX_RELATIVE | XC_SYNTAX_ADVERSATIVE |
                              XC_SYNTAX_CONCESSIVE))
        return false;
    for (verb = first + 1; verb < end && verb <= first + MAX_SPEAKER_WORDS; verb++) {
        if (is_speech_verb(syntax, verb))
            return is_attribution_tail(syntax, verb, end);
        if (xc_syntax_is(syntax, verb,
                         XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST | XC_SYNTAX_RELATIVE |
                             XC_SYNTAX_THAT))
            return false;
    }
    return false;
}

/* Whether a non-restrictive relative begins at i: which …, of whom …, some of which … */
static bool
is_relative(const struct xc_syntax *syntax, size_t i)
{
    if (xc_syntax_is(syntax, i, XC_SYNTAX_RELATIVE))
        return true;
    if (xc_syntax_is(syntax, i, XC_SYNTAX_PREPOSITION))
        return xc_syntax_is(syntax, i + 1, XC_SYNTAX_RELATIVE);
    return i + 2 < syntax->n && xc_str_is(syntax->words[i + 1].key, "of") &&
           xc_syntax_is(syntax, i + 2, XC_SYNTAX_RELATIVE);
}

/*
 * Where a relative clause from i on ends.  Before its verb the main clause takes it up
 * again at a comma with a finite verb after it ("…, which had no beads, feathers or
 * sequins, weighed 40 lb"), else at the first comma.
 */
static size_t
relative_end(const struct xc_syntax *syntax, size_t i, bool waiting)
{
    size_t first = next_comma(syntax, i + 1);
    size_t k;

    if (!waiting)
        return first;
    for (k = first; k < syntax->n; k = next_comma(syntax, k + 1)) {
        if (xc_syntax_finite_at(syntax, k))
            return k;
    }
    return first;
}

bool
xc_inset_is_participial(const struct xc_syntax *syntax, size_t i, bool *out_is_ing)
{
    size_t form = xc_syntax_skip_adverbs(syntax, i);
    size_t next = form + 1;

    *out_is_ing = xc_syntax_is_ing(syntax, form);
    /* "singing, dancing and acting" are nouns */
    if (next < syntax->n && (xc_syntax_is(syntax, next, XC_SYNTAX_COORDINATOR) ||
                             xc_syntax_is(syntax, next, XC_SYNTAX_AUXILIARY)))
        return false;
    if (*out_is_ing)
        return true;
    if (!xc_syntax_is_either(syntax, form) &&
        !xc_syntax_is(syntax, form, XC_SYNTAX_PARTICIPLE))
        return false;
    /* "tied the corset" is a verb in a list, "tied by three men" is none */
    return next < syntax->n && syntax->words[next].gap == 0 &&
           xc_syntax_is(syntax, next, XC_SYNTAX_PREPOSITION);
}

/* Whether [i, end) holds "and", "or" and another form of the same kind after it:
 * "posed for photos or talked to guests". */
static bool
has_coordinated_form(const struct xc_syntax *syntax, size_t i, size_t end, bool ing)
{
    for (; i + 1 < end; i++) {
        size_t form;

        if (!xc_syntax_is(syntax, i, XC_SYNTAX_COORDINATOR))
            continue;
        form = xc_syntax_skip_adverbs(syntax, i + 1);
        if (form < end && (ing ? xc_syntax_is_ing(syntax, form)
                               : xc_syntax_is_either(syntax, form) ||
                                     xc_syntax_is(syntax, form, XC_SYNTAX_PAST)))
            return true;
    }
    return false;
}

/* Whether a gerund stands in the words before i, back to a comma: "denied lying to the
 * police, cheating …"; "wasn't joking, …" has none. */
static bool
gerund_before(const struct xc_syntax *syntax, size_t i)
{
    bool after_be = false;
    size_t first = i - 1;
    size_t k;

    while (first > 0 && syntax->words[first].gap == 0 && i - first < XC_MAX_INSET_WORDS)
        first--;
    for (k = first; k < i; k++) {
        if (xc_syntax_is(syntax, k, XC_SYNTAX_PERFECT))
            after_be = true;
        else if (xc_syntax_is_ing(syntax, k) && !after_be)
            return true;
        else if (!xc_syntax_is(syntax, k, XC_SYNTAX_ADVERB | XC_SYNTAX_NOT))
            after_be = false;
    }
    return false;
}

static bool
participle_at(const struct xc_syntax *syntax, size_t i, bool waiting, size_t *out_end)
{
    size_t end = next_comma(syntax, i + 1);
    bool is_ing;
    bool resumes;

    if (!xc_inset_is_participial(syntax, i, &is_ing))
        return false;
    /* "singing, dancing to the end, …": one item of a list of single gerunds */
    if (is_ing && end == xc_syntax_skip_adverbs(syntax, i) + 1 && !waiting)
        return false;
    if (has_coordinated_form(syntax, i, end, is_ing) &&
        (!is_ing || gerund_before(syntax, i)))
        return false;
    resumes = end < syntax->n && xc_syntax_finite_at(syntax, end) &&
              !xc_syntax_is(syntax, end, XC_SYNTAX_COORDINATOR);
    if (!is_ing && end < syntax->n && !resumes &&
        (waiting || xc_syntax_is(syntax, end, XC_SYNTAX_COORDINATOR)))
        return false; /* "came, danced with friends, and left" */
    *out_end = resumes ? end : syntax->n;
    return true;
}

bool
xc_inset_at(const struct xc_syntax *syntax, size_t i, bool waiting,
            struct xc_inset *out)
{
    if (i == 0 || i >= syntax->n)
        return false;
    if (xc_syntax_gap_has(syntax, i, XC_SYNTAX_OPEN)) {
        out->kind = XC_CLAUSE_RELATIVE;
        out->end = bracket_end(syntax, i);
        return out->end > i;
    }
    if (!xc_syntax_gap_has(syntax, i, XC_SYNTAX_COMMA))
        return false;
    if (xc_inset_attribution_at(syntax, i, out))
        return true;
    if (is_relative(syntax, i)) {
        out->kind = XC_CLAUSE_RELATIVE;
        out->end = relative_end(syntax, i, waiting);
        return true;
    }
    if (xc_syntax_is(syntax, i, XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_CONCESSIVE)) {
        out->kind = xc_syntax_is(syntax, i, XC_SYNTAX_CONCESSIVE)
                        ? XC_CLAUSE_CONTRAST
                        : XC_CLAUSE_SUBORDINATE;
        out->end = next_comma(syntax, i + 1);
        /* "She arrived and, when the doors opened, left": so does a conjunction. */
        return (waiting || xc_syntax_is(syntax, i - 1, XC_SYNTAX_COORDINATOR)) &&
               out->end < syntax->n;
    }
    out->kind = XC_CLAUSE_PARTICIPLE;
    return participle_at(syntax, i, waiting, &out->end);
}
