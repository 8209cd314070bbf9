/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A topic: one rule file, loaded.  Plain data; who made it is rule/loader.c.
 */
#ifndef XC_RULE_TOPIC_H
#define XC_RULE_TOPIC_H

#include "rule/pattern.h"
#include "value/value.h"

enum xc_severity {
    XC_SEVERITY_DEFAULT,
    XC_SEVERITY_ERROR,
    XC_SEVERITY_WARNING,
    XC_SEVERITY_NOTE
};

enum xc_example_kind {
    XC_EXAMPLE_ASSERTS,
    XC_EXAMPLE_DENIES,
    XC_EXAMPLE_DISCUSSES,
    XC_EXAMPLE_IGNORES
};

struct xc_example {
    enum xc_example_kind kind;
    struct xc_str text;
    size_t line;
    size_t column;
};

/* A typed slot of a claim, and the value that the statement gives it, if any. */
struct xc_claim_slot {
    struct xc_str name;
    enum xc_value_kind kind;
    bool has_value;
    struct xc_value value;
};

struct xc_claim {
    struct xc_str id;
    struct xc_str statement;
    bool foretells;            /* the statement is about what is to come */
    struct xc_pattern **match; /* at least one */
    size_t n_match;
    struct xc_pattern **unless;
    size_t n_unless;
    struct xc_claim_slot *slots; /* every slot of its patterns, in order of first use */
    size_t n_slots;
    bool changes_over_time;
    enum xc_severity severity;
    struct xc_str *tags;
    size_t n_tags;
    struct xc_str note;
    struct xc_example *examples;
    size_t n_examples;
    size_t topic; /* index of its topic */
    size_t line;
    size_t column;
};

/* The instance of a repeating event that a topic is about. */
struct xc_event {
    bool present;         /* false: every mention is about this event */
    struct xc_str *names; /* as written */
    size_t n_names;
    bool has_date;
    struct xc_date date;  /* its first; day may be unknown */
    struct xc_date until; /* its last, the same when it is only one */
    bool has_published;
    int32_t published_first_day; /* inclusive */
    int32_t published_last_day;
    struct xc_str *marks; /* as written */
    size_t n_marks;
};

struct xc_topic {
    struct xc_str id;
    struct xc_str title;
    struct xc_str file;
    size_t line; /* of its id in file */
    size_t column;
    struct xc_str excerpt;     /* that whole line */
    struct xc_pattern **about; /* empty: every source is looked at */
    size_t n_about;
    struct xc_event event;
    struct xc_claim *claims;
    size_t n_claims;
};

struct xc_topic_vec {
    struct xc_topic *items;
    size_t n;
    size_t cap;
};

#endif
