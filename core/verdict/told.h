/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A report read back from its JSON (docs/report.schema.json): of each claim the verdict,
 * the values, each source's position and what joins origins, by which two reports can be
 * compared.
 *
 * Mentions with their evidence are passed over.
 */
#ifndef XC_VERDICT_TOLD_H
#define XC_VERDICT_TOLD_H

#include "base/table.h"
#include "verdict/verdict.h"

/* The number of the report's shape that is read. */
#define XC_TOLD_FORMAT ((size_t)1)

struct xc_told_value {
    struct xc_str slot;
    struct xc_str text; /* in the words of the first source that gives it */
    struct xc_str
        key; /* slot, kind, unit, bounds: the same for values that are equal */
    struct xc_str *sources; /* who gives it; none of an agreed one */
    size_t n_sources;
};

struct xc_told_part {
    struct xc_str source;
    enum xc_position position;
};

/* Why a mention of one source and one of another (or the same) count as one origin. */
struct xc_told_edge {
    struct xc_str a;
    struct xc_str b;
    enum xc_origin_reason reason;
    struct xc_str words; /* that they share; may be "" */
    struct xc_str key;   /* of all but the words */
};

struct xc_told_claim {
    struct xc_str topic;
    struct xc_str claim;
    struct xc_str statement;
    enum xc_verdict verdict;
    enum xc_side side;
    size_t n_origins;
    struct xc_str why;
    struct xc_told_value *agreed; /* in the order told, as all below */
    size_t n_agreed;
    struct xc_told_value *values;
    size_t n_values;
    struct xc_told_part *parts; /* of the sources that speak of it */
    size_t n_parts;
    struct xc_told_edge *edges;
    size_t n_edges;
};

struct xc_told_source {
    struct xc_str id;
    struct xc_str publisher; /* "" when unknown, as the date */
    struct xc_str published;
};

struct xc_told_topic {
    struct xc_str id;
    struct xc_str title;
};

struct xc_told {
    struct xc_str path;
    struct xc_str version; /* of the program that told it */
    struct xc_told_topic *topics;
    size_t n_topics;
    struct xc_told_claim *claims;
    size_t n_claims;
    struct xc_told_source *sources;
    size_t n_sources;
    struct xc_table topic_numbers;  /* by id */
    struct xc_table claim_numbers;  /* by "topic\nclaim" */
    struct xc_table source_numbers; /* by id */
};

/*
 * Reads the JSON text of the file path into *out (arena); text isn't needed afterwards.
 * XC_BAD_INPUT: it is no report, or one of another format; told with the member that is
 * missing or wrong.
 */
XC_MUST_CHECK enum xc_status xc_told_read(struct xc_str text, struct xc_str path,
                                          struct xc_arena *arena, struct xc_told *out,
                                          struct xc_problems *problems);

/* The claim with the same topic and id as like, or NULL.  scratch may be reset after;
 * *failed is set when memory is short. */
const struct xc_told_claim *xc_told_find(const struct xc_told *told,
                                         const struct xc_told_claim *like,
                                         struct xc_arena *scratch, bool *failed);

/* The source of that id, or NULL. */
const struct xc_told_source *xc_told_source(const struct xc_told *told,
                                            struct xc_str id);

/* The title of a topic, "" when it has none. */
struct xc_str xc_told_title(const struct xc_told *told, struct xc_str topic);

#endif
