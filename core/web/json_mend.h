/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON as web pages write it, made into JSON.
 *
 * Taken away: comment and CDATA marks around it, comments and commas too many in it,
 * what follows its last value.  Mended: control characters, escapes that there are not
 * and bare quotation marks in strings, keys said twice (the first stays).  Whatever
 * else is wrong stays wrong.
 *
 *     <!-- {"a": "say "no"", "a": 2,}; -->   ->   {"a": "say \"no\"", "a~": 2}
 */
#ifndef XC_WEB_JSON_MEND_H
#define XC_WEB_JSON_MEND_H

#include "base/status.h"

/*
 * Takes the next list or object from *rest (valid UTF-8), moves *rest behind it, and
 * stores it mended in *out_value (arena); a ptr of NULL in *out_value: there is none.
 * In time linear in what it takes.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_json_mend_next(struct xc_str *rest,
                                               struct xc_arena *arena,
                                               struct xc_str *out_value);

#endif
