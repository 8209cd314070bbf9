/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/code.h"

const char *
xc_code_name(enum xc_code code)
{
    static const char *const names[] = {
        [XC_CODE_NONE] = "",
        [XC_CODE_NOT_UTF_8] = "not-utf-8",
        [XC_CODE_CONTROL_CHARACTER] = "control-character",
        [XC_CODE_YAML_SYNTAX] = "yaml-syntax",
        [XC_CODE_YAML_FEATURE] = "yaml-feature",
        [XC_CODE_SECOND_DOCUMENT] = "second-document",
        [XC_CODE_FILE_TOO_LARGE] = "file-too-large",
        [XC_CODE_NESTED_TOO_DEEP] = "nested-too-deep",
        [XC_CODE_BAD_KEY] = "bad-key",
        [XC_CODE_DUPLICATE_KEY] = "duplicate-key",
        [XC_CODE_UNKNOWN_KEY] = "unknown-key",
        [XC_CODE_MISSING_KEY] = "missing-key",
        [XC_CODE_WRONG_TYPE] = "wrong-type",
        [XC_CODE_EMPTY_VALUE] = "empty-value",
        [XC_CODE_UNKNOWN_VERSION] = "unknown-version",
        [XC_CODE_BAD_ID] = "bad-id",
        [XC_CODE_DUPLICATE_ID] = "duplicate-id",
        [XC_CODE_BAD_CHOICE] = "bad-choice",
        [XC_CODE_BAD_DATE] = "bad-date",
        [XC_CODE_IMPOSSIBLE_DATE] = "impossible-date",
        [XC_CODE_INTERVAL_BACKWARDS] = "interval-backwards",
        [XC_CODE_NO_WORD] = "no-word",
        [XC_CODE_NO_SUCH_PATH] = "no-such-path",
        [XC_CODE_BAD_TERM] = "bad-term",
        [XC_CODE_UNKNOWN_TERM] = "unknown-term",
        [XC_CODE_TOO_MANY_PATTERNS] = "too-many-patterns",
        [XC_CODE_PATTERN_TOO_LARGE] = "pattern-too-large",
        [XC_CODE_EMPTY_PATTERN] = "empty-pattern",
        [XC_CODE_BAD_WORD] = "bad-word",
        [XC_CODE_BAD_GAP] = "bad-gap",
        [XC_CODE_BAD_BRACKETS] = "bad-brackets",
        [XC_CODE_BAD_JOINT] = "bad-joint",
        [XC_CODE_BAD_N_OF] = "bad-n-of",
        [XC_CODE_ALL_OPTIONAL] = "all-optional",
        [XC_CODE_BAD_EXPRESSION] = "bad-expression",
        [XC_CODE_EMPTY_MATCH] = "empty-match",
        [XC_CODE_BAD_SLOT] = "bad-slot",
        [XC_CODE_UNKNOWN_KIND] = "unknown-kind",
        [XC_CODE_SLOT_TWICE] = "slot-twice",
        [XC_CODE_SLOT_OF_TWO_KINDS] = "slot-of-two-kinds",
        [XC_CODE_SLOT_IN_ABOUT] = "slot-in-about",
        [XC_CODE_SLOT_WITHOUT_KIND] = "slot-without-kind",
        [XC_CODE_UNKNOWN_SLOT] = "unknown-slot",
        [XC_CODE_UNUSED_SLOT] = "unused-slot",
        [XC_CODE_BAD_VALUE] = "bad-value",
        [XC_CODE_NEVER_MATCHES] = "never-matches",
        [XC_CODE_UNLESS_COVERS_MATCH] = "unless-covers-match",
        [XC_CODE_ENDLESS_PATTERN] = "endless-pattern",
        [XC_CODE_TOO_COMMON] = "too-common",
        [XC_CODE_NO_REQUIRED_WORD] = "no-required-word",
        [XC_CODE_REDUNDANT_CHOICE] = "redundant-choice",
        [XC_CODE_DUPLICATE_PATTERN] = "duplicate-pattern",
        [XC_CODE_REDUNDANT_PATTERN] = "redundant-pattern",
        [XC_CODE_SHARED_PATTERN] = "shared-pattern",
        [XC_CODE_DUPLICATE_STATEMENT] = "duplicate-statement",
        [XC_CODE_SLOT_WITHOUT_VALUE] = "slot-without-value",
        [XC_CODE_VALUE_NOT_IN_STATEMENT] = "value-not-in-statement",
        [XC_CODE_CHANGES_WITHOUT_SLOT] = "changes-without-slot",
        [XC_CODE_NO_EXAMPLES] = "no-examples",
        [XC_CODE_DUPLICATE_EXAMPLE] = "duplicate-example",
        [XC_CODE_EXAMPLE_OF_TWO_KINDS] = "example-of-two-kinds",
        [XC_CODE_UNUSED_TERM] = "unused-term",
        [XC_CODE_DUPLICATE_ENTRY] = "duplicate-entry",
        [XC_CODE_DATE_OUTSIDE_PUBLISHED] = "date-outside-published",
        [XC_CODE_SHARED_MARK] = "shared-mark",
        [XC_CODE_REGULAR_EXPRESSION] = "regular-expression",
        [XC_CODE_FORM_OF_TWO] = "form-of-two",
        [XC_CODE_OVERLAPPING_CLAIMS] = "overlapping-claims",
    };

    return names[code];
}

enum xc_level
xc_code_level(enum xc_code code)
{
    /* The enum has them in this order. */
    if (code < XC_CODE_NEVER_MATCHES)
        return XC_LEVEL_ERROR;
    return code < XC_CODE_REGULAR_EXPRESSION ? XC_LEVEL_WARNING : XC_LEVEL_NOTE;
}

const char *
xc_level_name(enum xc_level level)
{
    switch (level) {
    case XC_LEVEL_NOTE:
        return "note";
    case XC_LEVEL_WARNING:
        return "warning";
    case XC_LEVEL_ERROR:
        return "error";
    }
    return "";
}
