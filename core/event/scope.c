/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/scope.h"

/* A conjunction or two may stand before a sign that begins its clause: "but then, in
 * 2031". */
static const size_t clause_openers = 2;
/* "the 2031 gala, at which …": words between a sign and what opens a clause about it. */
static const size_t words_before_opener = 1;

/* The clause that holds word; the words are all the sentence's, so there is one. */
static const struct xc_clause *
clause_of(const struct xc_clause_vec *clauses, size_t word)
{
    size_t i;

    for (i = 0; i + 1 < clauses->n; i++) {
        if (word < clauses->items[i].words.end)
            break;
    }
    return &clauses->items[i];
}

/* Whether the clause is one of its own, whose signs the rest need not share. */
static bool
is_inset(const struct xc_clause *clause, struct xc_range sentence)
{
    switch (clause->kind) {
    case XC_CLAUSE_RELATIVE:
    case XC_CLAUSE_PARTICIPLE:
        /* "Arriving at the 2031 gala, she said …" goes before what it is part of. */
        return clause->words.first != sentence.first;
    case XC_CLAUSE_MAIN:
    case XC_CLAUSE_CONTRAST:
    case XC_CLAUSE_PUNCTUATED:
    case XC_CLAUSE_SUBORDINATE:
    case XC_CLAUSE_ATTRIBUTION:
        return false;
    }
    return false;
}

static void
find_scope(const struct xc_clause_vec *clauses, struct xc_range sentence,
           struct xc_sign *sign)
{
    size_t word = sign->bracketed ? sign->words.first - 1 : sign->at.first;
    const struct xc_clause *clause = clause_of(clauses, word);

    sign->clause = clause->kind;
    sign->inset = is_inset(clause, sentence);
    sign->scope = sign->inset ? clause->words : sentence;
    sign->at_edge |= sign->at.first <= clause->words.first + clause_openers ||
                     sign->at.end == clause->words.end;
}

/* What is said in a quotation holds in it. */
static void
limit_to_quotation(const struct xc_text *text, size_t quotation, struct xc_sign *sign)
{
    size_t i;

    for (i = quotation; i < text->quotations.n; i++) {
        const struct xc_quotation *quoted = &text->quotations.items[i];
        if (quoted->words.first > sign->at.first)
            return;
        if (sign->at.first >= quoted->words.end)
            continue;
        if (!quoted->short_phrase) {
            sign->quoted = true;
            sign->inset = true;
            sign->scope = quoted->words;
        }
        return;
    }
}

static bool
needs_scope(const struct xc_sign *sign)
{
    switch (sign->form) {
    case XC_SIGN_NAME:
    case XC_SIGN_MARK:
        return false;
    case XC_SIGN_YEAR:
    case XC_SIGN_DATE:
    case XC_SIGN_EDITION:
    case XC_SIGN_NOW:
    case XC_SIGN_EARLIER:
    case XC_SIGN_LATER:
        return true;
    }
    return false;
}

bool
xc_scopes_find(struct xc_scopes *scopes, size_t sentence, struct xc_sign *signs,
               size_t n)
{
    const struct xc_text *text = scopes->text;
    struct xc_range words = text->sentences[sentence].words;
    struct xc_clause_vec clauses = {NULL, 0, 0};
    size_t i;

    while (scopes->quotation < text->quotations.n &&
           text->quotations.items[scopes->quotation].words.end <= words.first)
        scopes->quotation++;
    for (i = 0; i < n; i++) {
        if (!needs_scope(&signs[i]))
            continue;
        if (clauses.n == 0 && xc_clauses_split(scopes->rules, text, sentence,
                                               scopes->arena, &clauses) != XC_OK)
            return false;
        find_scope(&clauses, words, &signs[i]);
        limit_to_quotation(text, scopes->quotation, &signs[i]);
    }
    return true;
}

bool
xc_standpoint_find(const struct xc_events *events, const struct xc_text *text,
                   size_t sentence, struct xc_range words, struct xc_arena *arena,
                   struct xc_standpoint *out)
{
    struct xc_clause_vec clauses = {NULL, 0, 0};
    size_t i;

    if (xc_clauses_split(events->lexicon->clauses, text, sentence, arena, &clauses) !=
        XC_OK)
        return false;
    *out = (struct xc_standpoint){events, text, words, words};
    for (i = 0; i < clauses.n; i++) {
        struct xc_range clause = clauses.items[i].words;
        if (!xc_range_overlaps(clause, words))
            continue;
        if (clause.first < out->near.first)
            out->near.first = clause.first;
        if (clause.end > out->near.end)
            out->near.end = clause.end;
    }
    return true;
}

/* Whether the mention stands in a clause about the sign: "the 2031 gala, where …". */
static bool
is_opening(const struct xc_standpoint *at, const struct xc_sign *sign)
{
    size_t i;

    for (i = sign->words.end; i <= sign->words.end + words_before_opener; i++) {
        if (i >= at->words.first)
            return false;
        if (xc_phrases_word_is(&at->events->phrases, at->text->words.items[i].key,
                               XC_FRAME_OPENS))
            return i + 1 >= at->near.first;
    }
    return false;
}

/* "Her corset, which she first wore in 2031, was tight": the mention goes on behind. */
static bool
is_around(struct xc_range mention, struct xc_range inset)
{
    return mention.first < inset.first && mention.end > inset.end;
}

/* Whether the sign opens the second of two statements, behind the mention: "her corset was
 * tight, and at the 2031 gala her cape was loose". */
static bool
opens_next(const struct xc_standpoint *at, const struct xc_sign *sign)
{
    const struct xc_word *words = at->text->words.items;
    size_t block = at->text->sentences[sign->sentence].block;
    struct xc_str gap;
    size_t i = sign->words.first;

    if (i < at->words.end || sign->words.end >= at->near.end)
        return false;
    while (i > at->words.end &&
           xc_phrases_word_is(&at->events->phrases, words[i - 1].key, XC_FRAME_LINK))
        i--;
    if (i <= at->words.end || !xc_str_is(words[i - 1].key, "and"))
        return false;
    gap = xc_text_gap(at->text, block, i - 1);
    return xc_str_find(gap, 0, ',') < gap.len;
}

enum xc_standing
xc_standpoint_of(const struct xc_standpoint *at, const struct xc_sign *sign)
{
    struct xc_range place = sign->at;

    if (is_opening(at, sign))
        return XC_STANDS_OPENING;
    if (!xc_range_overlaps(sign->scope, at->words) ||
        (sign->inset && is_around(at->words, sign->scope)))
        return XC_STANDS_APART;
    if (sign->bracketed)
        place.first = sign->words.first - 1;
    if (opens_next(at, sign))
        return XC_STANDS_APART;
    if (xc_range_overlaps(place, at->near))
        return XC_STANDS_IN;
    if (sign->at.end <= at->words.first)
        return XC_STANDS_BEFORE;
    /* "Three men tied it when she came to the 2031 gala", but not "… and the 2031 gala
     * was nothing": that is another statement. */
    if (sign->clause == XC_CLAUSE_SUBORDINATE)
        return XC_STANDS_AFTER;
    /* "…, she said at the 2031 gala" speaks of it there; "…, she said in 2033" is only
     * the year of the saying. */
    return sign->clause == XC_CLAUSE_ATTRIBUTION && sign->phrase != NULL
               ? XC_STANDS_AFTER
               : XC_STANDS_APART;
}

size_t
xc_standpoint_distance(const struct xc_standpoint *at, const struct xc_sign *sign)
{
    if (sign->at.end <= at->words.first)
        return at->words.first - sign->at.end;
    if (sign->at.first >= at->words.end)
        return sign->at.first - at->words.end;
    return 0;
}
