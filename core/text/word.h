/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of the folded text.
 *
 * A word is a run of letters, digits and inner marks.  Hyphens separate words
 * (skin-tight = skin tight).  Clitics are words of their own, under the key of what
 * they stand for: can't = can not, won't = will not, cannot = can not, he'd = he 'd,
 * it's = it 's, they're = they are, ain't = be not.  'd and 's stay ambiguous ('d:
 * would/had, 's: is/has/us) and keep the keys "'d" and "'s"; the inflection room lists
 * them among the forms of those verbs.  A possessive 's is dropped: a 's is a clitic
 * after a pronoun or a word such as that, there, what, who, here, where, let, how, when,
 * why (list in lexicon "clitic-hosts"), else possessive.
 *
 * The key is the folded word without accents, and is stable: the key of a key is that
 * key.  A number word is its digits, so `three` and `3` are one word: one..nineteen,
 * twenty..ninety ("20".."90"), first..nineteenth, twentieth… ("1st", "2nd" …).
 *
 *     3,000.5     3000.5    commas that group thousands (or lakhs) go
 *     1,2  10:30  1 2       any other mark between digits separates
 *     .5          0.5
 *     12.05.2019  the same  two or more points: one word, which is no number
 *     20th 1990s  the same  letters after digits belong to the word; the 1990's: 1990s
 *     U.S.  a.m.  us  am    single letters with points are one word, points included
 *     O'Brien     obrien    an apostrophe that begins no clitic is left out
 *     f**king     f**king   masked swearing is one word; a mask of "-" or "_" becomes
 *     s---        s***      "*"; at the end it must be two or more ("-": three or more)
 *     @star #gala star gala
 *     http://x/2019         one word (www.… too), so that no year is found in it; its
 *                           key ends at XC_MAX_WORD_BYTES, its span doesn't
 *
 * Currency and per cent signs are no part of a word: see xc_text_gap.
 */
#ifndef XC_TEXT_WORD_H
#define XC_TEXT_WORD_H

#include "base/status.h"
#include "text/fold.h"

enum xc_word_flag {
    XC_WORD_CAPITAL = 1 << 0,   /* first letter is upper case in the article */
    XC_WORD_ALL_CAPS = 1 << 1,  /* two or more letters, all upper case */
    XC_WORD_NUMBER = 1 << 2,    /* key begins with a digit */
    XC_WORD_CLITIC = 1 << 3,    /* split off the word before it */
    XC_WORD_HYPHENED = 1 << 4,  /* a hyphen joins it to the word before */
    XC_WORD_POSSESSIVE = 1 << 5 /* a possessive 's (or s') followed and was dropped */
};

struct xc_word {
    struct xc_span folded; /* bytes of the folded text, without a dropped 's */
    struct xc_str key;     /* what is compared; may borrow from the folded text */
    unsigned flags;        /* of xc_word_flag */
};

struct xc_word_vec {
    struct xc_word *items;
    size_t n;
    size_t cap;
};

/* Words that tokenising needs to know, from the lexicon: hosts after which 's is a
 * clitic, and the number words with their keys.  Read-only. */
struct xc_word_rules;

/*
 * Builds the rules from lexicon files' bytes: clitic_hosts (one word a line) and
 * number_words (word TAB key).  Lines that are empty or begin with '#' are skipped.
 */
XC_MUST_CHECK enum xc_status xc_word_rules_new(struct xc_str clitic_hosts,
                                               struct xc_str number_words,
                                               struct xc_arena *arena,
                                               const struct xc_word_rules **out);

/*
 * Appends the words of the folded span to *words.  article is for the capitals.
 * A word over XC_MAX_WORD_BYTES is kept in pieces.
 */
XC_MUST_CHECK enum xc_status
xc_words_split(const struct xc_word_rules *rules, const struct xc_fold *fold,
               struct xc_str article, struct xc_span folded, struct xc_arena *arena,
               struct xc_word_vec *words);

/*
 * The keys of a short text (a rule's words, a cue, a name): folded and split by the
 * very same code.  *out_keys has *out_n entries in arena.
 */
XC_MUST_CHECK enum xc_status xc_words_of_text(const struct xc_word_rules *rules,
                                              struct xc_str text,
                                              struct xc_arena *arena,
                                              struct xc_str **out_keys, size_t *out_n);

#endif
