/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stops: whether a sentence ends at a full stop, an ellipsis, a "!" or a "?".  For
 * sentence.c alone.
 *
 *     "The bridge closed. Nobody came."      at both
 *     "Mr. Lee left at 9 p.m. on Monday."    at the last
 */
#ifndef XC_TEXT_STOP_H
#define XC_TEXT_STOP_H

#include "text/fold.h"
#include "text/lettering.h"
#include "text/sentence_rules.h"

/* The block in which stops are looked at, and the sentence that may end. */
struct xc_stopping {
    const struct xc_sentence_rules *rules;
    const struct xc_fold *fold;
    struct xc_str article;
    struct xc_str text; /* the folded text up to where the block ends */
    struct xc_span block;
    size_t first; /* where the sentence begins */
    struct xc_lettering lettering;
};

enum xc_next_kind {
    XC_NEXT_NOTHING, /* only signs, up to the end or further than we look */
    XC_NEXT_LOWER,
    XC_NEXT_UPPER,
    XC_NEXT_DIGIT,
    XC_NEXT_OTHER, /* a letter without case; a handle or tag, whose case says nothing */
};

/* Terminators in a row, with what closes behind them and what comes next. */
struct xc_stop {
    size_t first;
    size_t end;   /* after the terminators */
    size_t after; /* after closing quotation marks and brackets */
    size_t n_points;
    bool is_mark;   /* a "!" or "?" is among them */
    bool is_spaced; /* ". . ." */
    bool is_closed; /* something closes behind them */
    size_t next_at; /* the next letter or digit, when next is not XC_NEXT_NOTHING */
    enum xc_next_kind next;
    unsigned next_classes; /* of the next word */
};

/* Reads the terminators at `at` and what closes behind them. */
struct xc_stop xc_stop_at(const struct xc_stopping *s, size_t at);

/* Whether the sentence ends at the stop; moves stop->after back when it ends within. */
bool xc_stop_ends(struct xc_stopping *s, struct xc_stop *stop);

#endif
