/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Restrictions: clauses that only say which of the counted are meant, and clauses that are
 * about others.  For partition.c alone.
 *
 *     "Five boats that sank were raised"             the first
 *     "Forty boats were out, and the ferry sank"      the second
 */
#ifndef XC_MATCH_RESTRICTION_H
#define XC_MATCH_RESTRICTION_H

#include "match/partition.h"

/* Whether the head is the verb of a clause that may say which of the counted are meant;
 * *out is what that makes of their number. */
bool xc_restriction_is(const struct xc_partition *partition,
                       const struct xc_value_hit *caught, size_t head,
                       enum xc_partition_choice *out);

/* Whether the head belongs to another clause with a subject of its own: "40 men were aboard,
 * and the driver was hurt". */
bool xc_restriction_is_of_others(const struct xc_partition *partition,
                                 const struct xc_value_hit *caught, size_t head);

#endif
