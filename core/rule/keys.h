/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of a rule file that are not its user's: keys of each map, and choices.
 *
 * docs/rules.schema.json and docs/decisions.schema.json name the same ones; a test holds
 * them together.  All lists are NULL-ended.
 */
#ifndef XC_RULE_KEYS_H
#define XC_RULE_KEYS_H

extern const char *const xc_keys_of_file[];
extern const char *const xc_keys_of_event[];
extern const char *const xc_keys_of_claim[];
extern const char *const xc_keys_of_examples[]; /* in the order of xc_example_kind */

/* What `changes` and `severity` may be; the latter in the order of xc_severity. */
extern const char *const xc_words_of_changes[];
extern const char *const xc_words_of_severity[];

/* A decisions file, one of its decisions, and a suppression. */
extern const char *const xc_keys_of_decisions[];
extern const char *const xc_keys_of_decision[];
extern const char *const xc_keys_of_suppression[];

/* What `decision` may be, in the order of xc_decision_kind; and the kinds of findings that
 * can be suppressed: all that are about a sentence of an article. */
extern const char *const xc_words_of_decision[];
extern const char *const xc_words_of_suppressed[];

#endif
