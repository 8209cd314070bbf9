/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/character.h"

static bool
within(uint32_t code, uint32_t first, uint32_t last)
{
    return code >= first && code <= last;
}

/* The bytes that a sequence with this first byte has, 0 for none; *low and *high
 * bound its second byte, which keeps out overlong forms and surrogates. */
static size_t
sequence_len(unsigned char lead, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (lead == 0xE0)
            *low = 0xA0;
        if (lead == 0xED)
            *high = 0x9F;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (lead == 0xF0)
            *low = 0x90;
        if (lead == 0xF4)
            *high = 0x8F;
        return 4;
    }
    return 0;
}

size_t
xc_character_decode(struct xc_str text, size_t at, uint32_t *out_code)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr + at;
    size_t left = text.len - at;
    unsigned char low;
    unsigned char high;
    size_t len;
    uint32_t code;
    size_t i;

    if (bytes[0] < 0x80) {
        *out_code = bytes[0];
        return 1;
    }
    *out_code = XC_CHARACTER_INVALID;
    len = sequence_len(bytes[0], &low, &high);
    if (len == 0)
        return 1;
    code = bytes[0] & (0x7Fu >> len);
    for (i = 1; i < len; i++) {
        if (i >= left || bytes[i] < low || bytes[i] > high)
            return i;
        code = code << 6 | (bytes[i] & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    *out_code = code;
    return len;
}

size_t
xc_character_encode(uint32_t code, char out[4])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

static bool
is_blank(uint32_t code)
{
    return code <= 0x20 || within(code, 0x7F, 0xA0) || code == 0x1680 ||
           within(code, 0x2000, 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

const char *
xc_character_plain(uint32_t code)
{
    switch (code) {
    case 0x0060: /* ` */
    case 0x00B4: /* acute accent, typed for an apostrophe */
    case 0x02B9: /* modifier letters: prime, okina, apostrophe */
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032: /* prime */
    case 0x2035:
    case 0x2039: /* single guillemets */
    case 0x203A:
    case 0x275B:
    case 0x275C:
        return "'";
    case 0x00AB: /* guillemets */
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033: /* double prime */
    case 0x2036:
    case 0x275D:
    case 0x275E:
    case 0x301D:
    case 0x301E:
    case 0x301F:
        return "\"";
    case 0x2010: /* hyphen, no-break hyphen */
    case 0x2011:
    case 0x2012: /* figure dash */
    case 0x2013: /* en dash: its spaces tell a range from a dash */
    case 0x2212: /* minus */
        return "-";
    case 0x2014: /* em dash, horizontal bar */
    case 0x2015:
    case 0x2E3A:
    case 0x2E3B:
        return "--";
    case 0x2026:
        return "...";
    case 0x2044: /* fraction slash */
        return "/";
    default:
        return is_blank(code) ? " " : NULL;
    }
}

static bool
is_selector(uint32_t code)
{
    return within(code, 0xFE00, 0xFE0F) || within(code, 0xE0100, 0xE01EF);
}

bool
xc_character_is_hidden(uint32_t code)
{
    if (code < 0x200B) {
        return code == 0xAD || code == 0x034F || code == 0x061C || code == 0x115F ||
               code == 0x1160 || code == 0x17B4 || code == 0x17B5 ||
               within(code, 0x180B, 0x180F);
    }
    if (code < 0x3000)
        return code <= 0x200F || within(code, 0x202A, 0x202E) ||
               within(code, 0x2060, 0x206F);
    return code == 0x3164 || is_selector(code) || code == 0xFEFF || code == 0xFFA0 ||
           within(code, 0xFFF9, 0xFFFB) || within(code, 0x1D173, 0x1D17A) ||
           within(code, 0xE0000, 0xE007F);
}

static bool
is_pictograph(uint32_t code)
{
    return code == 0xA9 || code == 0xAE || code == 0x203C || code == 0x2049 ||
           code == 0x2122 || code == 0x2139 || within(code, 0x2190, 0x21FF) ||
           within(code, 0x2300, 0x27BF) || within(code, 0x2900, 0x297F) ||
           within(code, 0x2B00, 0x2BFF) || code == 0x3030 || code == 0x303D ||
           code == 0x3297 || code == 0x3299 || within(code, 0x1F000, 0x1FBFF);
}

bool
xc_character_is_control(uint32_t code)
{
    if (code < 0x20)
        return !within(code, '\t', '\r');
    return code == 0x7F || within(code, 0x80, 0x84) || within(code, 0x86, 0x90) ||
           within(code, 0x98, 0x9F);
}

bool
xc_character_is_direction(uint32_t code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F ||
           within(code, 0x202A, 0x202E) || within(code, 0x2066, 0x2069);
}

bool
xc_character_is_right_to_left(uint32_t code)
{
    return within(code, 0x0590, 0x08FF) || within(code, 0xFB1D, 0xFDFF) ||
           within(code, 0xFE70, 0xFEFC) || within(code, 0x10800, 0x10FFF) ||
           within(code, 0x1E800, 0x1EFFF);
}

/* Whether letters of code's script join, so that writers must be able to part them and
 * to join what stands apart: Arabic and its kin, the scripts of India, Khmer, Mongolian. */
static bool
has_joining_letters(uint32_t code)
{
    return within(code, 0x0600, 0x08FF) || within(code, 0x0900, 0x0DFF) ||
           within(code, 0x0F00, 0x109F) || within(code, 0x1780, 0x18AF) ||
           within(code, 0xA840, 0xA87F) || within(code, 0xFB50, 0xFDFF) ||
           within(code, 0xFE70, 0xFEFC) || within(code, 0x11000, 0x11FFF);
}

/* Whether code is of a script without spaces: Thai, Lao, Burmese, Khmer. */
static bool
has_no_spaces(uint32_t code)
{
    return within(code, 0x0E00, 0x0EFF) || within(code, 0x1000, 0x109F) ||
           within(code, 0x1780, 0x17FF);
}

static bool
is_hangul(uint32_t code)
{
    return within(code, 0x1100, 0x11FF) || within(code, 0x3130, 0x318F) ||
           within(code, 0xAC00, 0xD7FF) || within(code, 0xFFA0, 0xFFDC);
}

/* What is innocent beside letters that are not Latin. */
static bool
is_innocent_abroad(uint32_t code, uint32_t previous, uint32_t next)
{
    if (code == 0x200C || code == 0x200D)
        return has_joining_letters(previous);
    if (code == 0x200B)
        return has_no_spaces(previous) && has_no_spaces(next);
    if (code == 0x115F || code == 0x1160 || code == 0x3164 || code == 0xFFA0)
        return is_hangul(previous) || (is_hangul(next) && next != code);
    if (code == 0x17B4 || code == 0x17B5 || within(code, 0x180B, 0x180F))
        return within(previous, 0x1780, 0x18AF);
    /* A variant of a Chinese character. */
    return is_selector(code) &&
           (within(previous, 0x3400, 0x9FFF) || within(previous, 0xF900, 0xFAFF) ||
            within(previous, 0x20000, 0x3FFFD));
}

bool
xc_character_is_innocent(uint32_t code, uint32_t previous, uint32_t next)
{
    if (code == 0xAD || is_innocent_abroad(code, previous, next))
        return true;
    if (code == 0x200D)
        return is_pictograph(previous) && is_pictograph(next);
    if (within(code, 0xFE00, 0xFE0F) || within(code, 0xE0020, 0xE007F))
        return is_pictograph(previous) || within(previous, '0', '9') ||
               previous == '#' || previous == '*';
    return false;
}

char
xc_character_joint(uint32_t code)
{
    if (within(code, 0xBC, 0xBE) || within(code, 0x2150, 0x215F) || code == 0x2189)
        return ' ';
    if (code == 0xB2 || code == 0xB3 || code == 0xB9 || code == 0x2070 ||
        within(code, 0x2074, 0x2079))
        return '^';
    return '\0';
}
