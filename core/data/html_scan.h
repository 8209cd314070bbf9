/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page cleaned for libxml2: one walk over its bytes, as browsers read them.
 *
 * The library grows slow on some bytes that no page needs (tags of a megabyte, comments
 * that never end, elements nested without end), knows no nesting but that of HTML 4, and
 * can't tell on which line a tag began.  So it is handed a page in which every element
 * has its end tag, every '<' and '&' is markup, and there is nothing but elements and
 * text:
 *
 *     <UL><li>Lace & <li>silk<!-- c --></ul>
 *         ->  <x-ul><x-li>Lace &amp; </x-li><x-li>silk</x-li></x-ul>
 *
 * Names get a prefix so that the library doesn't apply its own rules to them; only
 * "script" and "style", whose content it must not look into, go without.
 */
#ifndef XC_DATA_HTML_SCAN_H
#define XC_DATA_HTML_SCAN_H

#include "data/markup_out.h"

/* Before each name but "script" and "style", and the whole of the outermost element,
 * which is not the page's. */
#define XC_HTML_PREFIX "x-"

/*
 * Writes the cleaned page to out.  Tags over the caps, and a comment, tag or script that
 * never ends, are told.  XC_BAD_INPUT: elements nested too deep, told as malformed.
 */
XC_MUST_CHECK enum xc_status xc_html_scan(struct xc_str html, struct xc_str path,
                                          struct xc_markup_out *out,
                                          struct xc_problems *problems);

#endif
