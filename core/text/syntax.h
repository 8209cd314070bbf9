/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signs of syntax in one sentence, for clause.c: the classes of its words, the
 * punctuation between them, and evidence of a subject with a finite verb.
 *
 * No parser: word lists (lexicon "clause-words"), the endings -ed, -ing and -s, and
 * capitals where they mean something ("Title Case Headlines" have capitals everywhere).
 */
#ifndef XC_TEXT_SYNTAX_H
#define XC_TEXT_SYNTAX_H

#include "base/table.h"
#include "text/clause.h"

/* The classes of clause-words.tsv, where each is explained. */
enum xc_syntax_class {
    XC_SYNTAX_ADVERSATIVE = 1 << 0,
    XC_SYNTAX_HOST = 1 << 1,
    XC_SYNTAX_CONCESSIVE = 1 << 2,
    XC_SYNTAX_CONNECTIVE = 1 << 3,
    XC_SYNTAX_SUBORDINATOR = 1 << 4,
    XC_SYNTAX_INTERROGATIVE = 1 << 5,
    XC_SYNTAX_ASKING = 1 << 6,
    XC_SYNTAX_INVERTER = 1 << 7,
    XC_SYNTAX_COORDINATOR = 1 << 8,
    XC_SYNTAX_RELATIVE = 1 << 9,
    XC_SYNTAX_THAT = 1 << 10,
    XC_SYNTAX_SUBJECT = 1 << 11,
    XC_SYNTAX_PRONOUN = 1 << 12,
    XC_SYNTAX_DEFINITE = 1 << 13,
    XC_SYNTAX_INDEFINITE = 1 << 14,
    XC_SYNTAX_NEGATIVE = 1 << 15,
    XC_SYNTAX_PLURAL = 1 << 16,
    XC_SYNTAX_AUXILIARY = 1 << 17,
    XC_SYNTAX_BARE = 1 << 18,
    XC_SYNTAX_PERFECT = 1 << 19,
    XC_SYNTAX_NOT = 1 << 20,
    XC_SYNTAX_PAST = 1 << 21,
    XC_SYNTAX_EITHER = 1 << 22,
    XC_SYNTAX_PARTICIPLE = 1 << 23,
    XC_SYNTAX_SPEECH = 1 << 24,
    XC_SYNTAX_TELL = 1 << 25,
    XC_SYNTAX_ATTRIBUTIVE = 1 << 26,
    XC_SYNTAX_CLAUSAL = 1 << 27,
    XC_SYNTAX_STEADY = 1 << 28,
    XC_SYNTAX_ADVERB = 1 << 29,
    XC_SYNTAX_FOCUS = 1 << 30
};
/* The last class is a bit of its own: an enum constant must fit an int. */
#define XC_SYNTAX_PREPOSITION (1U << 31)

/* What stands in the gap before a word. */
enum xc_syntax_gap {
    XC_SYNTAX_COMMA = 1 << 0, /* a comma, or a ! or ? that does not end the sentence */
    XC_SYNTAX_STOP = 1 << 1,  /* ; or : */
    XC_SYNTAX_DASH = 1 << 2,  /* -- or a hyphen with spaces around it */
    XC_SYNTAX_OPEN = 1 << 3,  /* an opening round bracket */
    XC_SYNTAX_CLOSE = 1 << 4
};

struct xc_syntax_word {
    struct xc_str key;
    unsigned classes; /* of xc_syntax_class; a phrase's stand at its first word */
    unsigned gap;     /* of xc_syntax_gap, before the word */
    size_t n_phrase;  /* words of the phrase that begins here: 1 for a word alone */
    bool is_name;     /* capital, where capitals tell names */
};

struct xc_syntax {
    struct xc_syntax_word *words; /* of the sentence */
    size_t n;
    size_t first;        /* the first one's index in the article */
    bool all_capitals;   /* a headline in Title Case: capitals say nothing */
    bool ends_with_mark; /* the sentence ends with a question mark */
};

/* Words of the longest entry of the lexicon, and its bytes. */
#define XC_SYNTAX_PHRASE_WORDS 4
#define XC_SYNTAX_PHRASE_BYTES 64

struct xc_clause_rules {
    struct xc_table classes; /* word or phrase -> its classes */
    struct xc_table starts;  /* first words of phrases */
};

/* Reads the signs of sentence s into *out, which lives in arena. */
XC_MUST_CHECK enum xc_status xc_syntax_read(const struct xc_clause_rules *rules,
                                            const struct xc_text *text, size_t s,
                                            struct xc_arena *arena,
                                            struct xc_syntax *out);

/* Whether word i has one of the classes; false beyond the sentence. */
static inline bool
xc_syntax_is(const struct xc_syntax *syntax, size_t i, unsigned classes)
{
    return i < syntax->n && (syntax->words[i].classes & classes) != 0;
}

/* Whether one of the gap bits stands before word i; the sentence's end counts as all of
 * them. */
static inline bool
xc_syntax_gap_has(const struct xc_syntax *syntax, size_t i, unsigned gap)
{
    return i >= syntax->n || (syntax->words[i].gap & gap) != 0;
}

/* The word after the phrase that begins with word i. */
size_t xc_syntax_after(const struct xc_syntax *syntax, size_t i);

/* Whether a subject may begin with word i, by that word alone: a pronoun, determiner,
 * name or number. */
bool xc_syntax_is_subject_like(const struct xc_syntax *syntax, size_t i);

/* Whether word i is an -ing form ("opting", not "during"). */
bool xc_syntax_is_ing(const struct xc_syntax *syntax, size_t i);

/* Whether word i may be a past as well as a participle ("tied", "made"). */
bool xc_syntax_is_either(const struct xc_syntax *syntax, size_t i);

/* Whether word i is a finite auxiliary: not in "to have" nor "in May". */
bool xc_syntax_is_auxiliary(const struct xc_syntax *syntax, size_t i);

/* The first word at or after i that is no adverb. */
size_t xc_syntax_skip_adverbs(const struct xc_syntax *syntax, size_t i);

/* Whether a finite verb stands at i, adverbs before it skipped: "did", "never went". */
bool xc_syntax_finite_at(const struct xc_syntax *syntax, size_t i);

enum xc_syntax_evidence {
    XC_SYNTAX_NONE,
    XC_SYNTAX_WEAK, /* subject + a form that may be a participle: "the gown designed" */
    XC_SYNTAX_STRONG /* subject + a form that can only be finite: "the gown was" */
};

/* How surely a subject and its finite verb begin at i, adverbs before them skipped. */
enum xc_syntax_evidence xc_syntax_subject_verb(const struct xc_syntax *syntax,
                                               size_t i);

#endif
