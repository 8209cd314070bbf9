/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/keys.h"

#include <stddef.h>

const char *const xc_keys_of_file[] = {"xclaim", "topic", "title",  "about",
                                       "event",  "terms", "claims", NULL};

const char *const xc_keys_of_event[] = {"name", "date", "published", "marks", NULL};

const char *const xc_keys_of_claim[] = {"id",       "statement", "match",   "unless",
                                        "value",    "slots",     "changes", "severity",
                                        "examples", "tags",      "note",    NULL};

const char *const xc_keys_of_examples[] = {"asserts", "denies", "discusses", "ignores",
                                           NULL};

const char *const xc_words_of_changes[] = {"over-time", NULL};

const char *const xc_words_of_severity[] = {"error", "warning", "note", NULL};

const char *const xc_keys_of_decisions[] = {"xclaim", "decisions", NULL};

const char *const xc_keys_of_decision[] = {"claim", "quote",  "source", "decision",
                                           "by",    "reason", "date",   NULL};

const char *const xc_keys_of_suppression[] = {"claim",  "quote", "source", "kind",
                                              "reason", "until", NULL};

const char *const xc_words_of_decision[] = {"not-about",  "asserted",   "denied",
                                            "hedged",     "questioned", "hypothetical",
                                            "unresolved", NULL};

const char *const xc_words_of_suppressed[] = {
    "contradicts-record", "contradicts-itself", "uncorroborated", "single-origin",
    "corroborates",       "changes-record",     "hidden-text",    "contradiction",
    "single-source",      "agreement",          "unsettled",      NULL};
