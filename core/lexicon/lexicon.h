/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lexicon: cue lists and word data, embedded in the binary at build time.
 *
 * The files stand under core/lexicon/en/, one per class, TAB-separated, '#' comments.
 * Loading wires them into the rules that the other rooms work with.
 */
#ifndef XC_LEXICON_LEXICON_H
#define XC_LEXICON_LEXICON_H

#include "base/table.h"
#include "lexicon/cue.h"
#include "text/inflection.h"
#include "text/syntax.h"
#include "text/text.h"
#include "value/recognise.h"

/* What a word tells about a speaker (lexicon "speakers"). */
enum xc_speaker_class {
    XC_SPEAKER_TITLE,       /* "mr", "president": part of a name, not of its key */
    XC_SPEAKER_PRONOUN,     /* "she", "who" */
    XC_SPEAKER_DEFINITE,    /* "the", "her": somebody in particular */
    XC_SPEAKER_INDEFINITE,  /* "a", "some": nobody in particular */
    XC_SPEAKER_UNNAMED,     /* "sources", "fans", "insider" */
    XC_SPEAKER_INSTITUTION, /* "police", "council" */
    XC_SPEAKER_MOUTHPIECE,  /* "spokesman": speaks for whoever is named beside */
    XC_SPEAKER_THING,       /* "clip", "report": shows, but is nobody's voice */
    XC_SPEAKER_LINK,        /* "of", "for": inside a description of a speaker */
    XC_SPEAKER_BORDER,      /* "and", "that", "when": outside one */
    XC_SPEAKER_SKIP,        /* "also", "has", "later": between speaker and verb */
    XC_SPEAKER_COUNSEL, /* "lawyer": is somebody in particular by whom he acts for */
    XC_SPEAKER_MATTER,  /* "answer": before a colon, what is said, and not who says */
};

/* Words that the rules of stance look for (lexicon "stance-words"). */
enum xc_stance_word {
    XC_STANCE_WORD_ANSWER,  /* "no": answers the question before it */
    XC_STANCE_WORD_OPENER,  /* "how": opens a clause that a negation may not touch */
    XC_STANCE_WORD_ASIDE,   /* "in": after a speaker, says where or how, not who */
    XC_STANCE_WORD_VERDICT, /* "false": after "this is", on the sentence before */
    XC_STANCE_WORD_NOTION,  /* "existence": what is of it may not be */
    XC_STANCE_WORD_DRESSING, /* "video": a headline's label that says what comes with it */
    XC_STANCE_WORD_EXCEPTION, /* "except": turns round what stands before it */
    XC_STANCE_WORD_FUTURE, /* "will": a statement that has it is about what is to come */
    XC_STANCE_WORD_MALE,   /* "mr": whoever it stands with is no "she" */
    XC_STANCE_WORD_FEMALE,  /* "mrs" */
    XC_STANCE_WORD_HEARSAY, /* "allegation": like a notion, what may be false */
    XC_STANCE_WORD_TRUTH,   /* "true": under a negation, the claim before is rejected */
    XC_STANCE_WORD_WITHDRAWAL, /* "recanted": he no longer says what he said */
    XC_STANCE_WORD_AMENDMENT, /* "correction": what its paragraph says goes before all else */
    XC_STANCE_WORD_LIMIT, /* "until": a negator before it may hold no longer than that */
    XC_STANCE_WORD_DEGREE, /* "so": what never was so may have been otherwise */
    XC_STANCE_WORD_ERRING, /* "lying": whoever is said to be it did not tell the truth */
    XC_STANCE_WORD_LASTING, /* "remains": a verb that no negator before its "and" reaches */
    XC_STANCE_WORD_OCCURRING, /* "made": of a thing it says that there is one */
    XC_STANCE_WORD_TURN, /* "later": what follows goes before what was said first */
    XC_STANCE_WORD_ADMISSION, /* "admitted": turns a denial round */
    XC_STANCE_WORD_DISAVOWAL, /* "denied": turns a statement round */
    XC_STANCE_WORD_REVISION,  /* "lowered": gives another figure … */
    XC_STANCE_WORD_FIGURE,    /* … of these: "toll" */
    XC_STANCE_WORD_PARTLY, /* "fully": what was not so fully may have been so in part */
    XC_STANCE_WORD_UNCHANGED, /* "cut": a past that is as its infinitive */
};
#define XC_N_STANCE_WORDS 26

/* A file of a user's own lexicon; its entries join those of the embedded one. */
struct xc_lexicon_file {
    struct xc_str name; /* "cues-denial", without ".tsv" */
    struct xc_str path; /* for people */
    struct xc_str text; /* the whole content */
};

struct xc_lexicon_files {
    struct xc_lexicon_file *items;
    size_t n;
    size_t cap;
};

struct xc_lexicon {
    struct xc_text_rules text;
    const struct xc_clause_rules *clauses;
    const struct xc_inflection *inflection;
    const struct xc_value_words *values;
    struct xc_cues cues;
    struct xc_table function_words; /* English ones, by key: is this English? */
    struct xc_table common_words;   /* too common to wait on in the index */
    struct xc_table speakers;       /* word key → enum xc_speaker_class */
    struct xc_table stance_words[XC_N_STANCE_WORDS]; /* the keys of each class */
};

/* Whether a user's lexicon may have a file of that name, and all such names, NULL-ended. */
bool xc_lexicon_takes(struct xc_str name);
const char *const *xc_lexicon_takes_names(void);

/* The bytes of an embedded lexicon file ("irregular", "cues-negation"): the name
 * without folder and ".tsv"; ptr NULL when there is none of that name. */
struct xc_str xc_lexicon_file(const char *name);

/* Whether word key has class in the speakers' list. */
static inline bool
xc_lexicon_speaker_is(const struct xc_lexicon *lexicon, struct xc_str key,
                      enum xc_speaker_class class)
{
    size_t found;

    return xc_table_get(&lexicon->speakers, key, &found) && found == (size_t) class;
}

/* Whether word key has class in the list of stance words. */
static inline bool
xc_lexicon_stance_word_is(const struct xc_lexicon *lexicon, struct xc_str key,
                          enum xc_stance_word class)
{
    return xc_table_get(&lexicon->stance_words[class], key, NULL);
}

/* Whether word key has one of the classes (enum xc_syntax_class) in "clause-words". */
static inline bool
xc_lexicon_word_is(const struct xc_lexicon *lexicon, struct xc_str key,
                   unsigned classes)
{
    size_t found;

    return xc_table_get(&lexicon->clauses->classes, key, &found) &&
           ((unsigned)found & classes) != 0;
}

/* Loads the embedded lexicon into *out; everything lives in arena, read-only after.
 * XC_BAD_RULE (with problems) only when the embedded data itself is wrong. */
XC_MUST_CHECK enum xc_status xc_lexicon_load(struct xc_arena *arena,
                                             struct xc_lexicon *out,
                                             struct xc_problems *problems);

/*
 * The same with the files of the user's own lexicon, whose texts must live as long as
 * arena and whose names xc_lexicon_takes.  XC_BAD_RULE: each faulty line was told.
 * That a cue does what its sentences say is not looked at here: see xc_cues_check.
 */
XC_MUST_CHECK enum xc_status xc_lexicon_load_with(const struct xc_lexicon_files *added,
                                                  struct xc_arena *arena,
                                                  struct xc_lexicon *out,
                                                  struct xc_problems *problems);

/*
 * Whether the words look like English: at least one in seven is an English function
 * word, words over 64 bytes aside.  Fewer than 20 words tell nothing and count as English.
 */
bool xc_lexicon_is_english(const struct xc_lexicon *lexicon,
                           const struct xc_word_vec *words);

#endif
