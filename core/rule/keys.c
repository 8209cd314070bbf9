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
