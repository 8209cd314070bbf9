/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/accent.h"

#include <string.h>

#include "text/character.h"
#include "text/fold.h"

/* The plain letters for a Latin letter with a stroke or a ligature, which no
 * decomposition takes apart ("ø" -> "o", "æ" -> "ae"); NULL for every other. */
static const char *
plain_letters(uint32_t code)
{
    switch (code) {
    case 0xE6:
        return "ae";
    case 0x153:
        return "oe";
    case 0xF8:
        return "o";
    case 0x142:
        return "l";
    case 0x111:
    case 0xF0:
        return "d";
    case 0xFE:
        return "th";
    case 0x127:
        return "h";
    case 0x131:
        return "i";
    case 0x167:
        return "t";
    default:
        return NULL;
    }
}

static bool
is_accent(uint32_t code)
{
    return (code >= 0x300 && code < 0x370) || (code >= 0x1AB0 && code < 0x1B00) ||
           (code >= 0x1DC0 && code < 0x1E00) || (code >= 0x20D0 && code < 0x2100);
}

/* Whether the marks on code are accents: Latin, Greek, Cyrillic.  The vowels that
 * other scripts write as marks are no accents. */
static bool
has_accents(uint32_t code)
{
    return code < 0x530 || (code >= 0x1E00 && code < 0x2000);
}

size_t
xc_accent_drop(struct xc_str folded, char *out)
{
    uint32_t base = 0;
    size_t n = 0;
    size_t at = 0;

    while (at < folded.len) {
        uint32_t code;
        const char *plain;
        size_t len = xc_character_decode(folded, at, &code);

        at += len;
        /* A mark that no composed character exists for: "m̄". */
        if (is_accent(code) && has_accents(base))
            continue;
        base = code >= 0xC0 && has_accents(code) ? xc_code_base(code) : code;
        plain = plain_letters(base);
        if (plain != NULL) {
            len = strlen(plain);
            memcpy(out + n, plain, len);
            n += len;
        } else {
            n += xc_character_encode(base, out + n);
        }
    }
    return n;
}
