/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Word data for tracing origins, from the lexicon's files: built once, read-only after,
 * shared by threads.
 *
 *     struct xc_origin_rules rules;
 *     status = xc_origin_rules_load(&program_arena, &rules);
 */
#ifndef XC_ORIGIN_RULES_H
#define XC_ORIGIN_RULES_H

#include <stdint.h>

#include "base/status.h"
#include "base/table.h"
#include "text/inflection.h"

/* A news agency, or an outlet with more than one name. */
struct xc_agency {
    struct xc_str key;     /* "wire:ap" */
    struct xc_str display; /* "Associated Press" */
};

struct xc_agency_vec {
    struct xc_agency *items;
    size_t n;
    size_t cap;
};

/* Where the name stands that a frame asks for. */
enum xc_citation_place {
    XC_CITATION_NAME_FOLLOWS, /* "according to" NAME */
    XC_CITATION_NAME_BEFORE,  /* NAME "reported" */
    XC_CITATION_NO_NAME,      /* "court documents" */
};

/* Words beside which a sentence names where its report comes from. */
struct xc_citation_frame {
    struct xc_str *words; /* word keys */
    size_t n_words;
    enum xc_citation_place place;
    bool any_name;      /* the frame alone tells that NAME is one */
    struct xc_str kind; /* what the key begins with: "outlet", "post" */
    size_t next;        /* with the same first word: number from 1; 0 none */
};

struct xc_citation_frame_vec {
    struct xc_citation_frame *items;
    size_t n;
    size_t cap;
};

/* A phrase that everybody writes. */
struct xc_stock_phrase {
    struct xc_str *words;
    size_t n_words;
    size_t next; /* with the same first word: number from 1; 0 none */
};

/* Which phrases have a word in their first, second and third place, a bit for several: a
 * phrase may begin where three neighbours have a bit in common. */
struct xc_stock_mask {
    uint64_t places[3];
};

struct xc_stock_mask_vec {
    struct xc_stock_mask *items;
    size_t n;
    size_t cap;
};

struct xc_stock_phrase_vec {
    struct xc_stock_phrase *items;
    size_t n;
    size_t cap;
};

struct xc_origin_rules {
    struct xc_table stop_words;   /* "stop-words": dropped from fingerprints */
    struct xc_table negators;     /* "negators": must agree among aligned words */
    struct xc_table calendar;     /* "date-words": must agree within quotations */
    struct xc_table swears;       /* "swears" */
    struct xc_str_vec swear_list; /* the same, for masked ones */
    struct xc_table numbers;      /* "number-words": word -> index in number_keys */
    struct xc_str_vec number_keys;
    struct xc_table magnitudes; /* "magnitudes": word -> zeros; SIZE_MAX: none */
    struct xc_table agencies;   /* "agencies": alias -> index in agency_list */
    struct xc_agency_vec agency_list;
    struct xc_table houses; /* "sister-outlets": outlet -> index in house_list */
    struct xc_str_vec house_list;
    struct xc_table outlet_words;        /* "outlet-words": Herald, Times */
    struct xc_citation_frame_vec frames; /* "citation-frames" */
    struct xc_table first_frames;        /* first word -> number of a frame, from 1 */
    struct xc_stock_phrase_vec stock;    /* "stock-phrases" */
    struct xc_table stock_first;         /* first word -> number of a phrase, from 1 */
    struct xc_table stock_words;         /* word -> index in stock_masks */
    struct xc_stock_mask_vec stock_masks;
};

/* What a word counts for when texts are compared. */
enum xc_origin_word {
    XC_ORIGIN_WORD_STOP,
    XC_ORIGIN_WORD_CONTENT,
    XC_ORIGIN_WORD_NUMBER,
    XC_ORIGIN_WORD_NEGATOR,
};

/*
 * Fills *out from the embedded lexicon; it borrows the files' bytes and keeps its
 * tables in arena.  XC_BAD_RULE: an embedded file is missing or a line lacks columns.
 */
XC_MUST_CHECK enum xc_status xc_origin_rules_load(struct xc_arena *arena,
                                                  struct xc_origin_rules *out);

/* The class of a word key. */
enum xc_origin_word xc_origin_word_of(const struct xc_origin_rules *rules,
                                      struct xc_str key);

/*
 * Whether a number and the word behind it are one number: "three hundred" is 300,
 * "twenty five" 25.  *out is its key, in arena; ptr NULL when memory is short.
 */
bool xc_origin_joined_number(const struct xc_origin_rules *rules, struct xc_str last,
                             struct xc_str word, struct xc_arena *arena,
                             struct xc_str *out);

/* The mask of a word; of one that no phrase begins with, nothing. */
struct xc_stock_mask xc_origin_stock_mask(const struct xc_origin_rules *rules,
                                          struct xc_str key);

/* The words of the longest stock phrase that begins at keys[0] of keys[0..n); 0: none. */
size_t xc_origin_stock_at(const struct xc_origin_rules *rules,
                          const struct xc_str *keys, size_t n);

/*
 * The newsroom that the outlet with this key shares with others, as a key and as a name
 * for people; false when it is listed with none.
 */
bool xc_origin_house(const struct xc_origin_rules *rules, struct xc_str outlet,
                     struct xc_str *out_key, struct xc_str *out_name);

/*
 * Splits the next line that is neither empty nor a comment off *rest and its columns
 * at TABs into columns[0..max); *out_n is how many there were (at most max).  False at
 * the end.
 */
bool xc_origin_line(struct xc_str *rest, struct xc_str *columns, size_t max,
                    size_t *out_n);

#endif
