/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Faults inside a text of a rule file, told with the column where they are.
 *
 *     match: "tie .. <corsett>"     rules/gala.yaml:12:23: unknown term 'corsett'
 *
 * The column is exact when the text stands in the file as it is; a text that YAML had
 * to decode (a block, an escape) is named by the place where it begins.
 */
#ifndef XC_RULE_FAULT_H
#define XC_RULE_FAULT_H

#include "base/status.h"

struct xc_faults {
    struct xc_problems *problems;
    struct xc_place place; /* of the text's first byte in the rule file */
    struct xc_str text;
    size_t n; /* told so far */
};

/*
 * Tells a fault at byte off_bytes of the text as a problem of kind XC_PROBLEM_RULE;
 * hint may be NULL.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_fault_tell(struct xc_faults *faults, size_t off_bytes,
                                           enum xc_code code, const char *hint,
                                           const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/*
 * Whether text stands, byte for byte, at character column (from 1) of the excerpt:
 * only then do offsets in the text lead to columns of the file.
 */
bool xc_fault_is_exact(struct xc_str excerpt, size_t column, struct xc_str text);

#endif
