/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "lexicon/lexicon.h"

#include "lexicon/embedded.h"

struct xc_str
xc_lexicon_file(const char *name)
{
    size_t i;

    for (i = 0; i < xc_embedded_n_files; i++) {
        if (xc_str_equal(xc_str_of(xc_embedded_files[i].name), xc_str_of(name)))
            return (struct xc_str){(const char *)xc_embedded_files[i].bytes,
                                   xc_embedded_files[i].len};
    }
    return (struct xc_str){NULL, 0};
}
