/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes in any charset into UTF-8, by iconv; the only file that knows it.
 *
 * What a document is in is decided by web/charset.h.
 */
#ifndef XC_IO_CHARSET_H
#define XC_IO_CHARSET_H

#include "base/status.h"
#include "web/charset.h"

/*
 * Converts the bytes (borrowed) of the document at path to UTF-8 without a mark.  Bytes
 * that are none of the charset's become U+FFFD, NUL bytes are left out.  *out is in
 * arena, with a NUL after it, or a part of bytes when there is nothing to convert.  Told
 * as encoding problems: bytes replaced or left out, a charset that nobody knows, one
 * that is only guessed.
 *
 * XC_BAD_INPUT: this system can't convert the charset, more than XC_MAX_BAD_BYTES were
 * bad, or more than XC_MAX_ARTICLE_BYTES would come out; told as malformed.
 */
XC_MUST_CHECK enum xc_status xc_charset_convert(const struct xc_charset *charset,
                                                struct xc_str path, struct xc_str bytes,
                                                struct xc_arena *arena,
                                                struct xc_str *out,
                                                struct xc_problems *problems);

#endif
