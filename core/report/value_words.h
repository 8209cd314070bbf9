/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How the views for people tell values, and how values stand to one another.
 *
 *     "two decades (equal to 20 years)", "about 300 (from 255 to 345; refined by 312)"
 */
#ifndef XC_REPORT_VALUE_WORDS_H
#define XC_REPORT_VALUE_WORDS_H

#include "report/telling.h"

/* The word for how a value stands to another one in JSON: those of enum xc_value_relation,
 * but "refines" for the narrower one and "refined-by" for the wider. */
const char *xc_relation_word(enum xc_value_relation relation,
                             const struct xc_value *value,
                             const struct xc_value *other);

/* "updates", "updated-by", else as above, for a value among the claim's; NULL for the
 * first of its slot. */
const char *xc_stated_word(const struct xc_claim_result *result,
                           const struct xc_stated_value *stated);

/* What sources agree on: "men 3", "boats about 300 (from 255 to 345)". */
void xc_telling_value(const struct xc_telling *telling, size_t slot,
                      const struct xc_value *value);

/* The value of a mention, in its words, with what they mean and how that stands to what the
 * statement says. */
void xc_telling_stated(const struct xc_telling *telling, size_t slot,
                       const struct xc_value *value);

/* Whether the claim's distinct values are worth a line of their own: there are two, or
 * one that the statement does not say. */
bool xc_telling_has_values(const struct xc_telling *telling);

/* "men 3 in 2 sources · men four in 1 source, differs from the statement, conflicts with
 * 3". */
void xc_telling_values(const struct xc_telling *telling);

#endif
