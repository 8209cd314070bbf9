/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/lettering.h"

void
xc_lettering_init(struct xc_lettering *lettering, const struct xc_fold *fold,
                  struct xc_str article, struct xc_span block)
{
    *lettering =
        (struct xc_lettering){.fold = fold, .article = article, .block = block};
}

bool
xc_lettering_is_caseless(struct xc_lettering *lettering)
{
    struct xc_span span;
    size_t i;

    if (lettering->knows_caseless)
        return lettering->is_caseless;
    lettering->knows_caseless = true;
    lettering->is_caseless = true;
    span = xc_fold_to_article(lettering->fold, lettering->block);
    for (i = span.off_bytes; i < span.off_bytes + span.len_bytes; i++) {
        if (lettering->article.ptr[i] >= 'A' && lettering->article.ptr[i] <= 'Z') {
            lettering->is_caseless = false;
            break;
        }
    }
    return lettering->is_caseless;
}

/* Whether text begins with four ASCII letters; folded, they are small. */
static bool
has_four_letters(struct xc_str text, size_t at)
{
    size_t i;

    for (i = at; i < at + 4; i++) {
        if (i >= text.len || text.ptr[i] < 'a' || text.ptr[i] > 'z')
            return false;
    }
    return true;
}

bool
xc_lettering_is_titled(struct xc_lettering *lettering)
{
    struct xc_str text = {lettering->fold->text.ptr,
                          lettering->block.off_bytes + lettering->block.len_bytes};
    size_t n_long = 0;
    size_t n_capitals = 0;
    size_t at = lettering->block.off_bytes;

    if (lettering->knows_titled)
        return lettering->is_titled;
    for (; at < text.len; at = xc_str_find(text, at, ' ') + 1) {
        if (has_four_letters(text, at)) {
            n_long++;
            n_capitals += xc_fold_is_upper(lettering->fold, lettering->article, at);
        }
    }
    lettering->knows_titled = true;
    lettering->is_titled = n_long >= 2 && n_capitals * 8 >= n_long * 7;
    return lettering->is_titled;
}
