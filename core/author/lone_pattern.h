/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A pattern without a rule file: a topic of one claim of one pattern, to try it on a
 * sentence.
 */
#ifndef XC_AUTHOR_LONE_PATTERN_H
#define XC_AUTHOR_LONE_PATTERN_H

#include "rule/topic.h"

/*
 * Compiles text into the only pattern of a topic "pattern" that is appended to *topics
 * (arena; released by xc_topics_release).  It knows no terms, and a /…/ pattern no kinds
 * for its groups.  XC_BAD_RULE: every error was told, at its column; nothing was
 * appended.
 */
XC_MUST_CHECK enum xc_status xc_lone_pattern(const struct xc_lexicon *lexicon,
                                             struct xc_str text, struct xc_arena *arena,
                                             struct xc_topic_vec *topics,
                                             struct xc_problems *problems);

#endif
