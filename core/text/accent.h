/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words without their accents: "beyoncé" -> "beyonce", "łódź" -> "lodz".
 */
#ifndef XC_TEXT_ACCENT_H
#define XC_TEXT_ACCENT_H

#include "base/span.h"

/*
 * Copies folded text without the accents of Latin, Greek and Cyrillic letters to out,
 * which has room for folded.len bytes; returns the bytes written.  Marks on the letters
 * of other scripts stay: there they are vowels.
 */
size_t xc_accent_drop(struct xc_str folded, char *out);

#endif
