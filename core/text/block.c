/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/block.h"

const char *
xc_block_kind_name(enum xc_block_kind kind)
{
    switch (kind) {
    case XC_BLOCK_HEADLINE:
        return "headline";
    case XC_BLOCK_PARAGRAPH:
        return "paragraph";
    case XC_BLOCK_QUOTATION:
        return "quotation";
    case XC_BLOCK_CAPTION:
        return "caption";
    case XC_BLOCK_CREDIT:
        return "credit";
    }
    return "";
}
