/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs of words: what somebody copied out of a sentence, compared with the sentence.
 *
 *     xc_word_run_of("The “pier”\nis  Closed.") -> " the pier is closed "
 *
 * A run stands in a sentence when its words do, in a row: whole words, whatever case,
 * accents, quotation marks, punctuation, markup and spaces are between and around them.
 * Nothing is inflected and no number is read: "three" is not "3".
 */
#ifndef XC_TEXT_WORD_RUN_H
#define XC_TEXT_WORD_RUN_H

#include "base/status.h"

/*
 * The words of text, folded and without accents, with one space before, between and
 * behind them, in *out (arena); "" when it holds no word.  XC_NO_MEMORY is the only
 * failure.
 */
XC_MUST_CHECK enum xc_status xc_word_run_of(struct xc_str text, struct xc_arena *arena,
                                            struct xc_str *out);

#endif
