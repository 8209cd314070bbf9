/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Inflection: from a word in any of its forms to all of its forms.
 *
 * Rules for regular nouns and verbs (text/suffix.h) plus a table of irregular forms.
 * A word that is a form of two ("saw") stands for both.  -er and -est only for the
 * adjectives of the table: "tower" is no form of "tow".
 *
 *     lace -> lace laced laces lacing
 *     men  -> men man manned manning mans
 */
#ifndef XC_TEXT_INFLECTION_H
#define XC_TEXT_INFLECTION_H

#include "base/status.h"

struct xc_inflection; /* the irregular tables, read-only */

/*
 * Builds the tables from lexicon files, which must outlive them.  irregular is
 * "base TAB part TAB forms", forms separated by spaces; part says what the forms
 * replace: verb (-ed), ing, noun (-s), adjective (none named: regular -er, -est), also
 * (nothing), only (everything), regular (no forms: it is a base, whatever it looks
 * like).  fixed is one word a line: never a form of something shorter (news, evening).
 * XC_BAD_RULE: a line has no or an unknown part.
 */
XC_MUST_CHECK enum xc_status xc_inflection_new(struct xc_str irregular,
                                               struct xc_str fixed,
                                               struct xc_arena *arena,
                                               const struct xc_inflection **out);

struct xc_str_vec {
    struct xc_str *items;
    size_t n;
    size_t cap;
};

/*
 * Appends every form of the word key (a word key, see word.h) to *out, the key itself
 * first, then in byte order, each once.  is_name: the word was written with a capital
 * in the rule, so it is never stripped ("Paris"), only extended by a plural
 * ("Kardashians").  A key with a digit in it has no other form.
 */
XC_MUST_CHECK enum xc_status xc_inflection_forms(const struct xc_inflection *inflection,
                                                 struct xc_str key, bool is_name,
                                                 struct xc_arena *arena,
                                                 struct xc_str_vec *out);

/*
 * Appends the base forms that key may be a form of, itself first: "saw" -> saw see,
 * "tied" -> tied tie.  Candidates only: without a dictionary "pasting" gives paste, and
 * "hosting" gives both host and hoste.
 */
XC_MUST_CHECK enum xc_status xc_inflection_bases(const struct xc_inflection *inflection,
                                                 struct xc_str key,
                                                 struct xc_arena *arena,
                                                 struct xc_str_vec *out);

#endif
