/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Codes of what can be wrong with a rule file or settings: short words that stay the same while
 * messages change, for `xclaim lint`, its JSON and whoever filters them.
 *
 * docs/lint.md tells what each means and what to do.  Errors keep a rule file from being
 * used; warnings and notes are told by `xclaim lint` only.
 */
#ifndef XC_BASE_CODE_H
#define XC_BASE_CODE_H

#include <stddef.h>

enum xc_code {
    XC_CODE_NONE, /* of problems that are not about what a rule file says */

    /* Errors: YAML. */
    XC_CODE_NOT_UTF_8,
    XC_CODE_CONTROL_CHARACTER,
    XC_CODE_YAML_SYNTAX,
    XC_CODE_YAML_FEATURE,
    XC_CODE_SECOND_DOCUMENT,
    XC_CODE_FILE_TOO_LARGE,
    XC_CODE_NESTED_TOO_DEEP,
    XC_CODE_BAD_KEY,
    XC_CODE_DUPLICATE_KEY,
    /* Errors: keys and plain values. */
    XC_CODE_UNKNOWN_KEY,
    XC_CODE_MISSING_KEY,
    XC_CODE_WRONG_TYPE,
    XC_CODE_EMPTY_VALUE,
    XC_CODE_UNKNOWN_VERSION,
    XC_CODE_BAD_ID,
    XC_CODE_DUPLICATE_ID,
    XC_CODE_BAD_CHOICE,
    XC_CODE_BAD_DATE,
    XC_CODE_IMPOSSIBLE_DATE,
    XC_CODE_INTERVAL_BACKWARDS,
    XC_CODE_NO_WORD,
    XC_CODE_NO_SUCH_PATH,
    /* Errors: terms. */
    XC_CODE_BAD_TERM,
    XC_CODE_UNKNOWN_TERM,
    /* Errors: patterns. */
    XC_CODE_TOO_MANY_PATTERNS,
    XC_CODE_PATTERN_TOO_LARGE,
    XC_CODE_EMPTY_PATTERN,
    XC_CODE_BAD_WORD,
    XC_CODE_BAD_GAP,
    XC_CODE_BAD_BRACKETS,
    XC_CODE_BAD_JOINT,
    XC_CODE_BAD_N_OF,
    XC_CODE_ALL_OPTIONAL,
    XC_CODE_BAD_EXPRESSION,
    XC_CODE_EMPTY_MATCH,
    /* Errors: slots and values. */
    XC_CODE_BAD_SLOT,
    XC_CODE_UNKNOWN_KIND,
    XC_CODE_SLOT_TWICE,
    XC_CODE_SLOT_OF_TWO_KINDS,
    XC_CODE_SLOT_IN_ABOUT,
    XC_CODE_SLOT_WITHOUT_KIND,
    XC_CODE_UNKNOWN_SLOT,
    XC_CODE_UNUSED_SLOT,
    XC_CODE_BAD_VALUE,

    /* Warnings: patterns. */
    XC_CODE_NEVER_MATCHES,
    XC_CODE_UNLESS_COVERS_MATCH,
    XC_CODE_ENDLESS_PATTERN,
    XC_CODE_TOO_COMMON,
    XC_CODE_NO_REQUIRED_WORD,
    XC_CODE_REDUNDANT_CHOICE,
    XC_CODE_DUPLICATE_PATTERN,
    XC_CODE_REDUNDANT_PATTERN,
    XC_CODE_SHARED_PATTERN,
    /* Warnings: claims. */
    XC_CODE_DUPLICATE_STATEMENT,
    XC_CODE_SLOT_WITHOUT_VALUE,
    XC_CODE_VALUE_NOT_IN_STATEMENT,
    XC_CODE_CHANGES_WITHOUT_SLOT,
    XC_CODE_NO_EXAMPLES,
    XC_CODE_DUPLICATE_EXAMPLE,
    XC_CODE_EXAMPLE_OF_TWO_KINDS,
    /* Warnings: the rest of the file. */
    XC_CODE_UNUSED_TERM,
    XC_CODE_DUPLICATE_ENTRY,
    XC_CODE_DATE_OUTSIDE_PUBLISHED,
    XC_CODE_SHARED_MARK,

    /* Notes. */
    XC_CODE_REGULAR_EXPRESSION,
    XC_CODE_FORM_OF_TWO,
    XC_CODE_OVERLAPPING_CLAIMS,

    XC_N_CODES
};

enum xc_level {
    XC_LEVEL_NOTE,    /* worth knowing */
    XC_LEVEL_WARNING, /* hardly what was meant */
    XC_LEVEL_ERROR,   /* the file can't be used */
};

#define XC_N_LEVELS 3

/* "unknown-key"; "" for XC_CODE_NONE. */
const char *xc_code_name(enum xc_code code);

/* How bad a problem with the code is. */
enum xc_level xc_code_level(enum xc_code code);

/* "note", "warning", "error". */
const char *xc_level_name(enum xc_level level);

#endif
