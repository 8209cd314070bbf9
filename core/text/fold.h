/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fold: article text into the form in which words are compared.
 *
 * NFKC with case folding; curly quotes, primes and dashes made plain (` " ' - `, an em
 * dash becomes `--`); white space runs become one space; zero-width, bidirectional,
 * variation-selector and control characters (of an escape sequence all) are dropped; in
 * a word in disguise
 * (disguise.h) the letters become the Latin ones that they look like; invalid UTF-8
 * becomes U+FFFD, one for each maximal bad piece.  Accents stay (words drop them when
 * they make their key).
 * Every block ends with one '\n'.  A map leads every folded byte back to the article.
 *
 *     “Don’t  STOP”  ->  "don't stop"
 */
#ifndef XC_TEXT_FOLD_H
#define XC_TEXT_FOLD_H

#include "base/status.h"
#include "text/block.h"
#include "text/hidden.h"
#include "text/simd.h"

/*
 * From folded offset `folded` on, folded byte f came from article byte
 * original + (f - folded) when linear, else from the piece at original.  32 bits hold
 * every offset (XC_MAX_ARTICLE_BYTES, and no character folds to twelve times its
 * bytes), and a file of garbage needs a step for every few bytes.
 */
struct xc_fold_step {
    uint32_t folded;
    uint32_t original;
    uint32_t original_len; /* bytes of the article behind a step that is not linear */
    bool linear;
};

struct xc_fold {
    struct xc_str text;             /* folded bytes, valid UTF-8 */
    const struct xc_byte_map *maps; /* of text (simd.h) */
    struct xc_fold_step *steps;     /* ascending by folded */
    size_t n_steps;
    struct xc_span *blocks; /* folded span of each block, without its '\n' */
    size_t n_blocks;
    size_t n_invalid; /* invalid pieces replaced */
    size_t n_hidden;  /* zero-width, bidirectional and other control characters
                         dropped, and combining marks over XC_MAX_CLUSTER_CODES; not
                         the innocent (hidden.h) */
    struct xc_hidden_places hidden; /* where they stood, and the words in disguise */
};

/*
 * Folds the blocks of the article text into *out, which lives in arena.  Words in disguise
 * are seen through with look_alikes (NULL: none are looked for).  The runs of a
 * block are joined as they are, with one space where the article has white space
 * between them.  Beyond NFKC: a fraction stays apart from the number before it ("2½"
 * is "2 1/2"), a superscript too ("10²" is "10^2"), and ™ is no letter.
 * XC_NO_MEMORY is the only failure: every byte sequence has a fold.
 */
XC_MUST_CHECK enum xc_status xc_fold_article(const struct xc_look_alikes *look_alikes,
                                             struct xc_str article,
                                             const struct xc_block *blocks,
                                             size_t n_blocks, struct xc_arena *arena,
                                             struct xc_fold *out);

/* The same without look-alikes: for what the rules and the lexicon say. */
XC_MUST_CHECK enum xc_status xc_fold_blocks(struct xc_str article,
                                            const struct xc_block *blocks,
                                            size_t n_blocks, struct xc_arena *arena,
                                            struct xc_fold *out);

/* The span of the article text that the folded span (inside one block) came from,
 * whole characters; an empty span gives an empty one. */
struct xc_span xc_fold_to_article(const struct xc_fold *fold, struct xc_span folded);

/*
 * The index of the step that folded byte off belongs to.  hint is where to look first
 * (the last answer, for one who reads forward; else 0); it never changes the answer.
 */
size_t xc_fold_step_at(const struct xc_fold *fold, size_t off, size_t hint);

/* Whether the character behind folded byte off is an upper-case letter in the article
 * that was folded. */
bool xc_fold_is_upper(const struct xc_fold *fold, struct xc_str article, size_t off);

/*
 * Folds one short text (a rule's word, a term, a name) the same way, accents removed
 * when without_accents; *out lives in arena.
 */
XC_MUST_CHECK enum xc_status xc_fold_short(struct xc_str text, bool without_accents,
                                           struct xc_arena *arena, struct xc_str *out);

/* What a code point is, by its Unicode category: a letter (L*), a combining mark (M*),
 * a decimal digit (Nd), an upper- or title-case letter (Lu, Lt), a lower-case one. */
bool xc_code_is_letter(uint32_t code);
bool xc_code_is_mark(uint32_t code);
bool xc_code_is_digit(uint32_t code);
bool xc_code_is_upper(uint32_t code);
bool xc_code_is_lower(uint32_t code);

/* The first code of code's canonical decomposition ("é" -> "e"), else code itself. */
uint32_t xc_code_base(uint32_t code);

#endif
