/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cues: words and phrases that change stance or voice, from the lexicon's cue files.
 *
 * One entry a line, four TAB-separated columns:
 *
 *     cue        options   changed sentence                  other sentence
 *     fail to    sig=-+    denied: The star failed to        asserted: The star managed
 *                          [attend].                         to [attend].
 *
 * A cue is words, each standing for all of its inflections; "=word" is that form only,
 * "(a|b c)" a choice, "[a]" optional, ".." a gap of up to 4 words, "..n" of up to n.
 * Each sentence names the stance that its [bracketed] words must get; both run as
 * tests, and the first must fail when the entry is taken away.  An entry of headlines
 * (option "headline") has headlines without brackets.
 */
#ifndef XC_LEXICON_CUE_H
#define XC_LEXICON_CUE_H

#include "base/limits.h"
#include "base/status.h"
#include "text/inflection.h"
#include "text/word.h"

/* In the order in which ties are broken: an earlier class wins. */
enum xc_cue_class {
    XC_CUE_PSEUDO,      /* looks like a cue and is none: "not only", "no doubt" */
    XC_CUE_NEGATION,    /* turns the polarity */
    XC_CUE_IMPLICATIVE, /* signature: what follows from it, and from its negation */
    XC_CUE_DENIAL,      /* a speech act of denying: "denied that" */
    XC_CUE_DEBUNK,      /* the source itself rejects it: "is a hoax" */
    XC_CUE_REPORT,      /* reporting verbs and attributions, with a commitment */
    XC_CUE_RUMOUR,      /* "reportedly", "rumours that" */
    XC_CUE_HEDGE,       /* "may", "appears to" */
    XC_CUE_OPEN,        /* left open: "cannot be ruled out", "declined to comment" */
    XC_CUE_QUESTION,    /* "whether", "asked if" */
    XC_CUE_CONDITION,   /* "if", "unless" */
    XC_CUE_WATCH,       /* no rule of its own; left over in the clause: unresolved */
};
#define XC_N_CUE_CLASSES 12

/* "negation", …; also the end of the file name, "cues-negation". */
const char *xc_cue_class_name(enum xc_cue_class class);

enum xc_cue_option {
    XC_CUE_FORWARD = 1 << 0,  /* governs what follows it (the default) */
    XC_CUE_BACKWARD = 1 << 1, /* governs what precedes it */
    XC_CUE_NOUN = 1 << 2,     /* "rumours that": lifted when an outer cue rejects it */
    XC_CUE_UNNAMED = 1 << 3,  /* nobody in particular says so */
    XC_CUE_NEAR = 1 << 4,     /* governs only within XC_CUE_NEAR_WORDS words */
    XC_CUE_SENTENCE = 1 << 5, /* governs across the borders of clauses */
    XC_CUE_STRONG = 1 << 6,   /* commitment of a report */
    XC_CUE_WEAK = 1 << 7,
    XC_CUE_NP = 1 << 8,     /* what follows names the speaker: "according to" */
    XC_CUE_PHRASE = 1 << 9, /* governs up to the next comma: "rather than X, …" */
    XC_CUE_AROUND =
        1 << 10, /* governs what its gap holds: "call the story that … nonsense" */
    XC_CUE_LABEL = 1 << 11,    /* governs as a label alone, "Fake: …" */
    XC_CUE_HEADLINE = 1 << 12, /* only in a headline, about all of it: "… death hoax" */
    XC_CUE_FUTURE = 1 << 13,   /* not for a claim about what is to come: "will" */
    XC_CUE_IDIOM =
        1 << 14, /* may hold a word of the pattern: no pool is closed that "came
                             * close to" being so */
};

/* Truth of a complement, in an implicative's signature. */
enum xc_truth { XC_TRUE, XC_FALSE, XC_UNKNOWN };

struct xc_cue {
    enum xc_cue_class class;
    struct xc_str text;       /* as written in the file */
    unsigned options;         /* of xc_cue_option */
    enum xc_truth when_true;  /* IMPLICATIVE: the complement, in a true context … */
    enum xc_truth when_false; /* … and under negation */
    struct xc_str changed;    /* "denied: The star failed to [attend]." */
    struct xc_str other;
    struct xc_str path; /* of its file */
    size_t line;        /* in it */
    struct xc_str line_text;
    bool is_added;   /* by the user's lexicon */
    bool is_instead; /* and stands in the place of one of ours */
};

struct xc_cue_index; /* from a first word to the cues that begin with it */

/* All cues of a language, read-only. */
struct xc_cues {
    const struct xc_cue *items;
    size_t n;
    const struct xc_cue_index *index;
    const struct xc_cue *without; /* looked over, to see that it is needed; or NULL */
};

struct xc_cue_file {
    enum xc_cue_class class;
    struct xc_str text; /* the file's whole content */
    struct xc_str path; /* for people */
    bool is_added;      /* the user's own */
};

/* What the cues are loaded from. */
struct xc_cue_files {
    const struct xc_cue_file *items;
    size_t n;
    const struct xc_inflection *inflection;
    const struct xc_word_rules *words;
};

/*
 * Loads the cue files into *out (arena).  An entry of an added file takes the place of
 * those of the other files that are written the same, whatever their class.
 * XC_BAD_RULE: every faulty line was told as a XC_PROBLEM_RULE with its place.
 */
XC_MUST_CHECK enum xc_status xc_cues_load(const struct xc_cue_files *files,
                                          struct xc_arena *arena, struct xc_cues *out,
                                          struct xc_problems *problems);

/* One place where a cue stands. */
struct xc_cue_match {
    const struct xc_cue *cue;
    struct xc_range words;            /* from its first to after its last word */
    size_t matched[XC_MAX_CUE_WORDS]; /* the words themselves, without gaps */
    size_t n_matched;
};

struct xc_cue_match_vec {
    struct xc_cue_match *items;
    size_t n;
    size_t cap;
};

/* Words in which cues are looked for. */
struct xc_cue_place {
    struct xc_str folded; /* the text that the words' spans count in */
    const struct xc_word_vec *words;
    struct xc_range range; /* of one sentence */
    const bool *immune;    /* one flag a word of range; NULL: none is */
    bool
        headline; /* look for cues of headlines (XC_CUE_HEADLINE) and pseudo-cues alone */
};

/*
 * Gives the cues that stand in words [range) of a sentence, by first word.  Longer ones
 * consume their words first (by number of words, then the narrower, then leftmost, then
 * class), so no word belongs to two.  A cue never holds an immune word, nor reaches over
 * punctuation except a comma in its gap.  At most XC_MAX_SENTENCE_CUES; *out_cut says
 * that there were more.
 */
XC_MUST_CHECK enum xc_status xc_cues_find(const struct xc_cues *cues,
                                          const struct xc_cue_place *place,
                                          struct xc_arena *arena,
                                          struct xc_cue_match_vec *out, bool *out_cut);

#endif
