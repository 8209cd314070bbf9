/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signs: what in an article speaks for one instance of an event or another.
 *
 *     "In 2031, three men tied the star's corset at the Harbour Gala."
 *      ^^^^^^^ YEAR 2031, framed                     ^^^^^^^^^^^^ NAME
 *
 * Found once for the whole article; what they are worth to a mention is event.c's.
 */
#ifndef XC_EVENT_SIGN_H
#define XC_EVENT_SIGN_H

#include "event/instance.h"
#include "text/clause.h"

enum xc_sign_form {
    XC_SIGN_NAME,
    XC_SIGN_MARK,
    XC_SIGN_YEAR,
    XC_SIGN_DATE,
    XC_SIGN_EDITION, /* "the 71st edition" */
    XC_SIGN_NOW,     /* "this time": not the years told before */
    XC_SIGN_EARLIER, /* "last time": an earlier instance than the article's own */
    XC_SIGN_LATER,
};

struct xc_sign {
    enum xc_sign_form form;
    size_t sentence;
    struct xc_range at;             /* the words of the sign itself */
    struct xc_range words;          /* with the event's name beside it */
    const struct xc_phrase *phrase; /* NAME, MARK; the name beside a YEAR, else NULL */
    int year;                       /* YEAR */
    bool
        is_frame; /* YEAR: says when ("in 2031"), is not only there ("her 2031 look") */
    bool at_edge; /* begins or ends a sentence, or stands beside a comma */
    bool in_date; /* YEAR: part of a calendar date */
    bool many;    /* YEAR: one of a list or range of years */
    bool relative; /* YEAR: counted from another, "two years ago" */
    bool about;    /* YEAR: give or take, "a decade ago" */
    bool anchored; /* YEAR: "five years ago today" is the day of the event it names */
    bool
        from_next; /* YEAR: counted from the one after it, "two years after the 2031" */
    bool owned;    /* YEAR: part of a noun phrase, "the 2031 film" */
    bool label;    /* YEAR: heads its block, "2031: …" */
    bool bracketed;        /* YEAR: alone in brackets, says it of what is before them */
    bool contrast;         /* "unlike in 2031": what the sentence is not about */
    bool quoted;           /* inside a quotation */
    bool inset;            /* holds only in scope, not for the rest of the paragraph */
    struct xc_range scope; /* words that it may hold for */
    enum xc_clause_kind clause; /* the kind of the clause it stands in */
    int edition;                /* EDITION */
    int years;                  /* EARLIER, LATER: how many; 0: not said */
    int32_t first_day;          /* DATE */
    int32_t last_day;
    bool year_said; /* DATE: its year is written, not concluded */
};

struct xc_sign_vec {
    struct xc_sign *items;
    size_t n;
    size_t cap;
};

/* Signs in the order of the text; those of sentence s are [first[s], first[s + 1]). */
struct xc_signs {
    struct xc_sign_vec all;
    size_t *first;
};

/* Finds the signs of every sentence of text; published counts relative years and dates
 * (NULL: undated).  Everything is in arena. */
XC_MUST_CHECK enum xc_status xc_signs_find(const struct xc_events *events,
                                           const struct xc_text *text,
                                           const struct xc_date *published,
                                           struct xc_arena *arena,
                                           struct xc_signs *out);

#endif
