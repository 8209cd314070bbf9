/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/capital.h"

#include "text/character.h"

void
xc_capitals_init(struct xc_capitals *c, const struct xc_fold *fold,
                 struct xc_str article, size_t at)
{
    *c = (struct xc_capitals){.fold = fold, .article = article};
    c->step = fold->n_steps > 0 ? xc_fold_step_at(fold, at, 0) : 0;
}

/* Whether the folded character at `at`, which code is, was upper case; *out_letter:
 * whether it is a letter at all. */
static bool
is_upper_at(struct xc_capitals *c, size_t at, uint32_t code, bool *out_letter)
{
    const struct xc_fold_step *step;
    uint32_t original = 0;
    size_t off;

    *out_letter = code < 0x80 ? code >= 'a' && code <= 'z' : xc_code_is_letter(code);
    if (!*out_letter)
        return false;
    c->step = xc_fold_step_at(c->fold, at, c->step);
    step = &c->fold->steps[c->step];
    off = step->original + (step->linear ? at - step->folded : 0);
    if (off < c->article.len)
        (void)xc_character_decode(c->article, off, &original);
    return original < 0x80 ? original >= 'A' && original <= 'Z'
                           : xc_code_is_upper(original);
}

static unsigned
capital_flags(size_t n_letters, bool all_upper)
{
    if (n_letters == 0)
        return 0;
    return n_letters > 1 && all_upper ? XC_WORD_CAPITAL | XC_WORD_ALL_CAPS
                                      : XC_WORD_CAPITAL;
}

/* The article's bytes behind the folded bytes [first, end) when they stand in one
 * linear step, as nearly all do; else NULL. */
static const char *
linear_bytes(struct xc_capitals *c, size_t first, size_t end)
{
    const struct xc_fold_step *step;

    if (first < c->linear.first || end > c->linear.end) {
        c->step = xc_fold_step_at(c->fold, first, c->step);
        step = &c->fold->steps[c->step];
        if (!step->linear || step->original > c->article.len)
            return NULL;
        c->linear.first = step->folded;
        c->linear.end = step->folded + (c->article.len - step->original);
        if (c->step + 1 < c->fold->n_steps && step[1].folded < c->linear.end)
            c->linear.end = step[1].folded;
        c->linear_bytes = c->article.ptr + step->original;
    }
    return end <= c->linear.end ? c->linear_bytes + (first - c->linear.first) : NULL;
}

unsigned
xc_capitals_of(struct xc_capitals *c, size_t first, size_t end)
{
    const struct xc_str text = {c->fold->text.ptr, end};
    const char *bytes = linear_bytes(c, first, end);
    size_t n_letters = 0;
    size_t at = first;

    /* A linear step is ASCII, and folding changed nothing but the capitals. */
    for (; bytes != NULL && at < end; at++) {
        if (text.ptr[at] < 'a' || text.ptr[at] > 'z')
            continue;
        if (bytes[at - first] == text.ptr[at])
            return capital_flags(n_letters, false);
        n_letters++;
    }
    while (at < end) {
        uint32_t code;
        bool is_letter;
        size_t len = xc_character_decode(text, at, &code);
        bool is_upper = is_upper_at(c, at, code, &is_letter);

        if (is_letter && !is_upper)
            return capital_flags(n_letters, false);
        n_letters += is_letter;
        at += len;
    }
    return capital_flags(n_letters, true);
}
