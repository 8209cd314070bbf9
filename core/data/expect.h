/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a program wrote, read back: members that must be there and of one kind.
 *
 * The first fault is told with the way to it and everything after it fails in silence, so
 * that a reader checks once, at its end.
 *
 *     {"claims": [{"claim": "a"}, {"claim": 3}]}
 *     "is no report of xclaim: claims[1].claim must be a string, not a number"
 */
#ifndef XC_DATA_EXPECT_H
#define XC_DATA_EXPECT_H

#include <stdint.h>

#include "data/node.h"

struct xc_expect {
    struct xc_str path; /* the file */
    const char *what;   /* "report of xclaim" */
    struct xc_problems *problems;
    enum xc_status status; /* XC_OK until something is wrong */
};

/* A value on the way from the root to where the reader is; they live on its stack. */
struct xc_trail {
    const struct xc_trail *up; /* NULL: key is a member of the root */
    const char *key;
    size_t item; /* of the list that key names, from 0; SIZE_MAX: key names an object */
};

/* Tells that the value of key in the map at trail (NULL: the root) "must be …", as
 * printf would; text of the file goes in by %.*s. */
void xc_expect_tell(struct xc_expect *expect, const struct xc_trail *trail,
                    const char *key, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Whether node, to which trail leads (NULL: the root), is of that kind. */
bool xc_expect_item(struct xc_expect *expect, const struct xc_trail *trail,
                    const struct xc_node *node, enum xc_node_kind kind);

/* The member key of map, when it is there and of that kind; else NULL, told. */
const struct xc_node *xc_expect_member(struct xc_expect *expect,
                                       const struct xc_trail *trail,
                                       const struct xc_node *map, const char *key,
                                       enum xc_node_kind kind);

/* The same, but null is NULL without a fault. */
const struct xc_node *xc_expect_known(struct xc_expect *expect,
                                      const struct xc_trail *trail,
                                      const struct xc_node *map, const char *key,
                                      enum xc_node_kind kind);

/* The text of such a member of kind STRING, borrowed; "" when there is a fault, or, of
 * a known one, null. */
struct xc_str xc_expect_str(struct xc_expect *expect, const struct xc_trail *trail,
                            const struct xc_node *map, const char *key);
struct xc_str xc_expect_known_str(struct xc_expect *expect,
                                  const struct xc_trail *trail,
                                  const struct xc_node *map, const char *key);

/* The whole number, 0 or more, of a member; 0 when there is a fault. */
size_t xc_expect_number(struct xc_expect *expect, const struct xc_trail *trail,
                        const struct xc_node *map, const char *key);

#endif
