/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/clause.h"

#include "base/limits.h"
#include "base/vec.h"
#include "text/inset.h"
#include "text/tally.h"

#define CONJUNCTION                                                                    \
    (XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE | XC_SYNTAX_CONNECTIVE)

struct cutter {
    const struct xc_syntax *syntax;
    struct xc_arena *arena;
    struct xc_clause_vec *out; /* its last item is the clause at hand */
    size_t start;              /* the first word of that */
    struct xc_tally tally;
    size_t opening_end; /* where the clause that opens the sentence ends; 0: none */
    size_t inset_end;   /* where the inset at hand ends; 0: none */
    size_t outer;       /* index of the clause that it interrupts, and its tally */
    struct xc_tally outer_tally;
};

/* Whether nothing but conjunctions and adverbs stands in [start, i): no clause yet. */
static bool
is_empty_piece(const struct xc_syntax *syntax, size_t start, size_t i)
{
    size_t k;

    for (k = start; k < i; k++) {
        if (!xc_syntax_is(syntax, k, CONJUNCTION | XC_SYNTAX_FOCUS | XC_SYNTAX_ADVERB))
            return false;
    }
    return true;
}

/* Begins a new clause with word i, ending the one at hand; NULL when memory is short. */
static struct xc_clause *
begin_clause(struct cutter *cutter, size_t i, enum xc_clause_kind kind)
{
    size_t n = cutter->out->n;
    struct xc_clause *clause = XC_VEC_ADD(cutter->out, cutter->arena);

    if (clause == NULL)
        return NULL;
    if (i > 0)
        clause[-1].words.end = cutter->syntax->first + i;
    clause->kind = kind;
    clause->words.first = cutter->syntax->first + i;
    clause->words.end = cutter->syntax->first + cutter->syntax->n;
    clause->parent = n;
    cutter->start = i;
    cutter->tally = (struct xc_tally){.n_finite = 0};
    cutter->inset_end = 0;
    return clause;
}

/* Begins an inset with word i; the clause at hand goes on where it ends. */
static bool
begin_inset(struct cutter *cutter, size_t i, const struct xc_inset *inset)
{
    const struct xc_clause *newest = &cutter->out->items[cutter->out->n - 1];
    /* An inset within an inset belongs to the clause around both. */
    bool nested = cutter->inset_end != 0;
    size_t outer = nested ? cutter->outer
                          : (newest->resumes ? newest->parent : cutter->out->n - 1);
    struct xc_tally tally = nested ? cutter->outer_tally : cutter->tally;
    struct xc_clause *clause = begin_clause(cutter, i, inset->kind);

    if (clause == NULL)
        return false;
    clause->parent = outer;
    cutter->outer = outer;
    cutter->outer_tally = tally;
    cutter->inset_end = inset->end < cutter->syntax->n ? inset->end : 0;
    return true;
}

/* Goes on with the clause that an inset interrupted. */
static bool
resume_clause(struct cutter *cutter, size_t i)
{
    size_t outer = cutter->outer;
    struct xc_tally tally = cutter->outer_tally;
    struct xc_clause *clause = begin_clause(cutter, i, cutter->out->items[outer].kind);

    if (clause == NULL)
        return false;
    clause->resumes = true;
    clause->parent = outer;
    cutter->tally = tally;
    cutter->tally.in_group = false;
    return true;
}

/*
 * "She did not sing and danced": the verb after "and" has a form that "did not" can't
 * govern, so it is not negated.  "He never lied and cheated" and "No one came and
 * sang" are.
 */
static bool
is_freed_verb(const struct xc_syntax *syntax, size_t i, const struct xc_tally *tally)
{
    size_t verb = xc_syntax_skip_adverbs(syntax, i);

    if (!tally->aux_negated || tally->subject_negated || tally->has_complement ||
        tally->n_finite != 1 || tally->n_owed > 0)
        return false;
    if (xc_syntax_is(syntax, verb, XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST))
        return true;
    return !tally->has_perfect && xc_syntax_is_either(syntax, verb);
}

/* Whether the coordinator at i begins a clause. */
static bool
coordinator_cuts(const struct xc_syntax *syntax, size_t i, const struct xc_tally *tally)
{
    struct xc_str key = syntax->words[i].key;
    bool comma = xc_syntax_gap_has(syntax, i, XC_SYNTAX_COMMA);
    enum xc_syntax_evidence evidence = xc_syntax_subject_verb(syntax, i + 1);

    /* "… , nor did she sing" */
    if (xc_str_is(key, "nor"))
        return xc_syntax_is(syntax, i + 1, XC_SYNTAX_AUXILIARY);
    if (!xc_tally_has_verb(tally))
        return false;
    if (xc_str_is(key, "and")) {
        if (is_freed_verb(syntax, i + 1, tally))
            return true;
        /* "denied that she left and he came" denies both; after a comma it does not. */
        return evidence != XC_SYNTAX_NONE && (comma || !tally->has_complement);
    }
    /* "so she left" needs no comma; "or the bridge closed" does. */
    if (xc_str_is(key, "so") && xc_syntax_is(syntax, i + 1, XC_SYNTAX_SUBJECT))
        return true;
    return comma && evidence == XC_SYNTAX_STRONG;
}

/* Whether "as" at i begins a clause of time or reason.  "Nobody was hurt as the bridge was
 * closed" does; "as big as she is", "the same as he was" and "did not fall as the mayor
 * said" compare, or belong to what is said. */
static bool
as_cuts(const struct xc_syntax *syntax, size_t i)
{
    static const char *const comparing[] = {"as", "so", "such", "same", "like"};
    static const size_t reach = 4; /* words before it, and of its own, looked at */
    const size_t end = i + 1 + 2 * reach < syntax->n ? i + 1 + 2 * reach : syntax->n;
    size_t k;
    size_t c;

    if (xc_syntax_gap_has(syntax, i, XC_SYNTAX_COMMA))
        return xc_syntax_subject_verb(syntax, i + 1) != XC_SYNTAX_NONE;
    if (xc_syntax_subject_verb(syntax, i + 1) != XC_SYNTAX_STRONG)
        return false;
    for (k = i > reach ? i - reach : 0; k < i; k++) {
        for (c = 0; c < XC_COUNT(comparing); c++) {
            if (xc_str_is(syntax->words[k].key, comparing[c]))
                return false;
        }
    }
    for (k = i + 1; k < end; k++) {
        if (xc_syntax_is(syntax, k, XC_SYNTAX_SPEECH | XC_SYNTAX_ASKING))
            return false;
    }
    return true;
}

/* Whether the subordinator at i begins a clause rather than an indirect question ("did
 * not know when she left") or a phrase ("after the gala"). */
static bool
subordinator_cuts(const struct xc_syntax *syntax, size_t i,
                  const struct xc_tally *tally)
{
    size_t next = xc_syntax_after(syntax, i);
    bool has_subject_verb = xc_syntax_subject_verb(syntax, next) != XC_SYNTAX_NONE;
    bool comma = xc_syntax_gap_has(syntax, i, XC_SYNTAX_COMMA);

    if (i >= 2 && xc_str_is(syntax->words[i].key, "as") &&
        syntax->words[i].n_phrase == 1)
        return as_cuts(syntax, i);
    /* "not because", "not until": what is negated is the clause itself. */
    if (!xc_tally_has_verb(tally) ||
        xc_syntax_is(syntax, i - 1,
                     XC_SYNTAX_NOT | XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE))
        return false;
    if (xc_syntax_is(syntax, i, XC_SYNTAX_INTERROGATIVE))
        return (has_subject_verb || xc_syntax_is_subject_like(syntax, next)) &&
               (comma || !(xc_syntax_is(syntax, i - 1, XC_SYNTAX_ASKING) ||
                           (i >= 2 && xc_syntax_is(syntax, i - 2, XC_SYNTAX_ASKING))));
    /* Those that are no preposition or adverb as well ("because", not "once") need no
     * verb that can be told. */
    if (!xc_syntax_is(syntax, i, XC_SYNTAX_PREPOSITION | XC_SYNTAX_ADVERB))
        return next < syntax->n;
    return has_subject_verb;
}

/* Whether the conjunction of contrast at i begins a clause or a reduced one ("though
 * unhappy with it"), not ", though," alone. */
static bool
concessive_cuts(const struct xc_syntax *syntax, size_t i)
{
    size_t next = xc_syntax_after(syntax, i);

    if (xc_syntax_is(syntax, i - 1, XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE))
        return false; /* a while */
    if (xc_syntax_subject_verb(syntax, next) != XC_SYNTAX_NONE ||
        xc_syntax_is_ing(syntax, next))
        return true;
    return xc_syntax_gap_has(syntax, i, XC_SYNTAX_COMMA) && next < syntax->n &&
           syntax->words[next].gap == 0;
}

/* ", however, she left", ", yet did not sing"; not "She did not, however, sing". */
static bool
connective_cuts(const struct xc_syntax *syntax, size_t i, const struct xc_tally *tally)
{
    size_t next = xc_syntax_after(syntax, i);

    if (!xc_syntax_gap_has(syntax, i, XC_SYNTAX_COMMA) || !xc_tally_has_verb(tally))
        return false;
    return xc_syntax_subject_verb(syntax, next) != XC_SYNTAX_NONE ||
           (next < syntax->n && syntax->words[next].gap == 0 &&
            xc_syntax_finite_at(syntax, next));
}

/* Whether word i opens a clause as a conjunction, and of what kind. */
static bool
conjunction_cuts(const struct xc_syntax *syntax, size_t i, const struct xc_tally *tally,
                 enum xc_clause_kind *out_kind)
{
    if (xc_syntax_is(syntax, i, XC_SYNTAX_ADVERSATIVE)) {
        *out_kind = XC_CLAUSE_CONTRAST;
        return !(xc_str_is(syntax->words[i].key, "but") &&
                 xc_syntax_is(syntax, i - 1, XC_SYNTAX_HOST) &&
                 syntax->words[i].gap == 0);
    }
    if (xc_syntax_is(syntax, i, XC_SYNTAX_CONCESSIVE)) {
        *out_kind = XC_CLAUSE_CONTRAST;
        return concessive_cuts(syntax, i);
    }
    if (xc_syntax_is(syntax, i, XC_SYNTAX_SUBORDINATOR)) {
        *out_kind = XC_CLAUSE_SUBORDINATE;
        return subordinator_cuts(syntax, i, tally);
    }
    if (xc_syntax_is(syntax, i, XC_SYNTAX_COORDINATOR)) {
        *out_kind = XC_CLAUSE_MAIN;
        if (xc_syntax_is(syntax, i + 1, XC_SYNTAX_SUBORDINATOR) &&
            xc_tally_has_verb(tally) && syntax->words[i + 1].gap == 0 &&
            xc_syntax_subject_verb(syntax, xc_syntax_after(syntax, i + 1)) !=
                XC_SYNTAX_NONE) {
            *out_kind = XC_CLAUSE_SUBORDINATE; /* "and when the doors opened, …" */
            return true;
        }
        return coordinator_cuts(syntax, i, tally);
    }
    *out_kind = XC_CLAUSE_CONTRAST;
    return xc_syntax_is(syntax, i, XC_SYNTAX_CONNECTIVE) &&
           connective_cuts(syntax, i, tally);
}

/* Whether word i begins a clause after a bare comma: subject and a verb that can only
 * be finite. */
static bool
comma_cuts(const struct xc_syntax *syntax, size_t i, const struct xc_tally *tally)
{
    size_t k;

    if (!xc_syntax_gap_has(syntax, i, XC_SYNTAX_COMMA) || !xc_tally_has_verb(tally) ||
        xc_syntax_subject_verb(syntax, i) != XC_SYNTAX_STRONG)
        return false;
    /* She said, "I left." */
    if (xc_syntax_is(syntax, i - 1, XC_SYNTAX_SPEECH))
        return false;
    /* "from the museum, the house and the city were": the tail of a list */
    for (k = i; k < syntax->n && !xc_syntax_finite_at(syntax, k); k++) {
        if (xc_syntax_is(syntax, k, XC_SYNTAX_COORDINATOR))
            return false;
    }
    return true;
}

static bool
begins_with_digit(const struct xc_syntax *syntax, size_t i)
{
    char c = syntax->words[i].key.ptr[0];

    return c >= '0' && c <= '9';
}

/* A pair of dashes is an inset, a single one a boundary; "2011 - 2024" is neither. */
static bool
dash_at(const struct xc_syntax *syntax, size_t i, struct xc_inset *out)
{
    size_t k;

    if (!xc_syntax_gap_has(syntax, i, XC_SYNTAX_DASH) ||
        (begins_with_digit(syntax, i - 1) && begins_with_digit(syntax, i)))
        return false;
    for (k = i + 1; k < syntax->n && k < i + XC_MAX_INSET_WORDS; k++) {
        if (xc_syntax_gap_has(syntax, k, XC_SYNTAX_DASH))
            break;
    }
    out->kind = XC_CLAUSE_PUNCTUATED;
    out->end =
        k < syntax->n && xc_syntax_gap_has(syntax, k, XC_SYNTAX_DASH) ? k : syntax->n;
    return true;
}

/* Where "even when", "only if" … begin, whose conjunction is word i. */
static size_t
with_focus(const struct cutter *cutter, size_t i)
{
    const struct xc_syntax *syntax = cutter->syntax;

    return i >= cutter->start + 2 && xc_syntax_is(syntax, i - 1, XC_SYNTAX_FOCUS) &&
                   syntax->words[i].gap == 0 &&
                   xc_syntax_is(syntax, i, XC_SYNTAX_SUBORDINATOR)
               ? i - 1
               : i;
}

/* Cuts before word i > 0 if a boundary is there; false when memory is short. */
static bool
cut_before(struct cutter *cutter, size_t i)
{
    const struct xc_syntax *syntax = cutter->syntax;
    bool resumes = cutter->inset_end == i;
    const struct xc_tally *tally = resumes ? &cutter->outer_tally : &cutter->tally;
    enum xc_clause_kind kind;
    struct xc_inset inset;

    if (xc_syntax_gap_has(syntax, i, XC_SYNTAX_STOP))
        return begin_clause(cutter, i, XC_CLAUSE_PUNCTUATED) != NULL;
    if (!resumes && dash_at(syntax, i, &inset))
        return inset.end < syntax->n
                   ? begin_inset(cutter, i, &inset)
                   : begin_clause(cutter, i, XC_CLAUSE_PUNCTUATED) != NULL;
    if (is_empty_piece(syntax, cutter->start, i))
        return true;
    if (cutter->inset_end == 0 || resumes) {
        if (resumes && xc_tally_is_waiting(tally) &&
                    !xc_syntax_is(syntax, i, XC_SYNTAX_RELATIVE)
                ? xc_inset_attribution_at(syntax, i, &inset)
                : xc_inset_at(syntax, i, xc_tally_is_waiting(tally), &inset))
            return begin_inset(cutter, i, &inset);
        if (comma_cuts(syntax, i, tally))
            return begin_clause(cutter, i, XC_CLAUSE_MAIN) != NULL;
    }
    if (conjunction_cuts(syntax, i, tally, &kind))
        return begin_clause(cutter, with_focus(cutter, i), kind) != NULL;
    return !resumes || resume_clause(cutter, i);
}

/* The same within the clause that opens the sentence: only insets are looked for. */
static bool
cut_opening_before(struct cutter *cutter, size_t i)
{
    struct xc_inset inset;

    if (cutter->inset_end == i)
        return resume_clause(cutter, i);
    if (cutter->inset_end == 0 &&
        xc_inset_at(cutter->syntax, i, xc_tally_is_waiting(&cutter->tally), &inset) &&
        inset.end <= cutter->opening_end)
        return begin_inset(cutter, i, &inset);
    return true;
}

/* The comma after an opening clause whose words begin with first; 0: none. */
static size_t
find_opening_end(const struct xc_syntax *syntax, size_t first, bool needs_subject)
{
    size_t fallback = 0;
    size_t i;

    for (i = first + 1; i < syntax->n; i++) {
        struct xc_inset ignored;

        if (xc_syntax_gap_has(syntax, i, XC_SYNTAX_STOP | XC_SYNTAX_DASH))
            break;
        if (!xc_syntax_gap_has(syntax, i, XC_SYNTAX_COMMA) ||
            xc_inset_attribution_at(syntax, i, &ignored))
            continue;
        if (xc_syntax_subject_verb(syntax, i) != XC_SYNTAX_NONE)
            return i;
        if (fallback == 0)
            fallback = i;
    }
    return needs_subject ? 0 : fallback;
}

/* Whether a finite verb or, first, a participle stands in [first, end). */
static bool
has_clause_verb(const struct xc_syntax *syntax, size_t first, size_t end)
{
    size_t i;

    if (xc_syntax_is_ing(syntax, first))
        return true;
    for (i = first; i < end; i++) {
        if (xc_syntax_finite_at(syntax, i))
            return true;
    }
    return false;
}

/* "To avoid panic, the mayor …", "Far from doing nothing, …", "No longer able to pay, …",
 * "Despite having promised not to, …", "Not a day too soon, …": what opens so is no part
 * of the clause behind its comma. */
static bool
opens_with_aside(const struct xc_syntax *syntax)
{
    const struct xc_syntax_word *words = syntax->words;

    if (syntax->n < 3)
        return false;
    if (xc_str_is(words[0].key, "to"))
        return !xc_syntax_is(syntax, 1, XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE) &&
               !words[1].is_name;
    if (xc_str_is(words[0].key, "not"))
        return xc_syntax_is(syntax, 1, XC_SYNTAX_INDEFINITE);
    return (xc_str_is(words[0].key, "despite") && xc_syntax_is_ing(syntax, 1)) ||
           (xc_str_is(words[0].key, "far") && xc_str_is(words[1].key, "from")) ||
           (xc_str_is(words[0].key, "no") && xc_str_is(words[1].key, "longer"));
}

/*
 * Where the clause ends that opens the sentence, and its kind; 0: none opens it.
 *
 *     When the doors opened, no one was inside.     Speaking later, she denied it.
 *     Had she attended, fans would have seen her.
 */
static size_t
read_opening(const struct xc_syntax *syntax, enum xc_clause_kind *out_kind)
{
    size_t first = 0;
    size_t end = 0;
    bool is_ing;

    while (first < 2 && xc_syntax_is(syntax, first, CONJUNCTION | XC_SYNTAX_FOCUS))
        first++;
    if (xc_syntax_is(syntax, first, XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_CONCESSIVE)) {
        end = find_opening_end(syntax, first, false);
        *out_kind = xc_syntax_is(syntax, first, XC_SYNTAX_CONCESSIVE)
                        ? XC_CLAUSE_CONTRAST
                        : XC_CLAUSE_SUBORDINATE;
        /* "After the gala, she left" opens with a phrase. */
        if (xc_syntax_is(syntax, first, XC_SYNTAX_PREPOSITION) &&
            !has_clause_verb(syntax, first + 1, end))
            end = 0;
    } else if (xc_inset_is_participial(syntax, 0, &is_ing) ||
               opens_with_aside(syntax)) {
        end = find_opening_end(syntax, 0, true);
        *out_kind = XC_CLAUSE_PARTICIPLE;
    } else if (xc_syntax_is(syntax, 0, XC_SYNTAX_ATTRIBUTIVE)) {
        end = find_opening_end(syntax, 0, false);
        *out_kind = XC_CLAUSE_ATTRIBUTION;
    } else if (xc_syntax_is(syntax, 0, XC_SYNTAX_INVERTER) && !syntax->ends_with_mark) {
        end = find_opening_end(syntax, 0, true);
        *out_kind = XC_CLAUSE_SUBORDINATE;
    }
    return end;
}

enum xc_status
xc_clauses_cut(const struct xc_clause_rules *rules, const struct xc_text *text,
               size_t s, struct xc_arena *arena, struct xc_clause_vec *out)
{
    struct xc_syntax syntax;
    struct cutter cutter = {.syntax = &syntax, .arena = arena, .out = out};
    enum xc_clause_kind kind = XC_CLAUSE_MAIN;
    enum xc_status status = xc_syntax_read(rules, text, s, arena, &syntax);
    size_t i;

    if (status != XC_OK || syntax.n == 0)
        return status;
    cutter.opening_end = read_opening(&syntax, &kind);
    if (begin_clause(&cutter, 0, cutter.opening_end > 0 ? kind : XC_CLAUSE_MAIN) ==
        NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < syntax.n; i++) {
        bool done = true;

        if (i > 0 && i == cutter.opening_end)
            done = begin_clause(&cutter, i, XC_CLAUSE_MAIN) != NULL;
        else if (i > cutter.opening_end)
            done = cut_before(&cutter, i);
        else if (i > 0)
            done = cut_opening_before(&cutter, i);
        if (!done)
            return XC_NO_MEMORY;
        xc_tally_add(&cutter.tally, &syntax, cutter.start, i);
    }
    return XC_OK;
}
