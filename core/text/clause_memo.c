/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Clauses asked for again: a sentence has as many mentions as claims speak of it, and
 * each is confirmed, placed and weighed by its clauses.
 */
#include "config.h"

#include "text/clause.h"

/* The place of sentence s among what the text remembers for these rules; NULL when it
 * does not, or memory is short. */
static struct xc_clause_vec *
remembered(const struct xc_clause_rules *rules, const struct xc_text *text, size_t s)
{
    struct xc_clause_memo *memo = text->clauses;

    if (memo == NULL)
        return NULL;
    if (memo->rules == NULL) {
        memo->sentences =
            xc_arena_array(memo->arena, text->n_sentences, sizeof *memo->sentences);
        if (memo->sentences == NULL)
            return NULL;
        memo->rules = rules;
    }
    return memo->rules == rules ? &memo->sentences[s] : NULL;
}

enum xc_status
xc_clauses_split(const struct xc_clause_rules *rules, const struct xc_text *text,
                 size_t s, struct xc_arena *arena, struct xc_clause_vec *out)
{
    struct xc_clause_vec *memo = remembered(rules, text, s);
    struct xc_clause_vec clauses = {NULL, 0, 0};
    enum xc_status status;

    if (memo != NULL && memo->n > 0) {
        *out = *memo;
        return XC_OK;
    }
    status = xc_clauses_cut(rules, text, s, memo == NULL ? arena : text->clauses->arena,
                            &clauses);
    if (status != XC_OK)
        return status;
    if (memo != NULL)
        *memo = clauses;
    *out = clauses;
    return XC_OK;
}
