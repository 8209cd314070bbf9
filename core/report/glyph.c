/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/glyph.h"

#include <assert.h>
#include <stdio.h>

#include "base/vec.h"
#include "text/character.h"

struct code_range {
    uint32_t first;
    uint32_t last;
};

/* Hidden above U+007F: C1, soft hyphen, the bidirectional and zero-width controls,
 * line and paragraph separators, invisible operators, interlinear marks, tags, fillers,
 * selectors.  Not the first sixteen selectors: half of all emoji end in one. */
static const struct code_range hidden_ranges[] = {
    {0x80, 0x9F},       {0xAD, 0xAD},     {0x34F, 0x34F},     {0x61C, 0x61C},
    {0x115F, 0x1160},   {0x17B4, 0x17B5}, {0x180B, 0x180F},   {0x200B, 0x200F},
    {0x2028, 0x202E},   {0x2060, 0x206F}, {0x3164, 0x3164},   {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},   {0xFFF9, 0xFFFB}, {0x1D173, 0x1D17A}, {0xE0000, 0xE007F},
    {0xE0100, 0xE01EF},
};

static const struct code_range wide_ranges[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD},
};

static const struct code_range narrow_ranges[] = {
    {0x300, 0x36F},
    {0x200B, 0x200F},
    {0xFE00, 0xFE0F},
};

static bool
is_in(uint32_t code, const struct code_range *ranges, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    }
    return false;
}

struct xc_glyph
xc_glyph_at(struct xc_str text, size_t off_bytes)
{
    struct xc_glyph glyph;

    glyph.len_bytes = xc_character_decode(text, off_bytes, &glyph.code);
    glyph.bad = glyph.code == XC_CHARACTER_INVALID;
    if (glyph.bad)
        glyph.code = XC_CHARACTER_REPLACEMENT;
    return glyph;
}

size_t
xc_glyph_width(uint32_t code)
{
    if (code < 0x300)
        return 1;
    if (is_in(code, narrow_ranges, XC_COUNT(narrow_ranges)))
        return 0;
    return is_in(code, wide_ranges, XC_COUNT(wide_ranges)) ? 2 : 1;
}

bool
xc_glyph_is_hidden(uint32_t code)
{
    if (code < 0x80)
        return code < 0x20 || code == 0x7F;
    return is_in(code, hidden_ranges, XC_COUNT(hidden_ranges));
}

bool
xc_glyph_is_space(uint32_t code)
{
    return code == ' ' || code == '\n' || code == '\t';
}

size_t
xc_glyph_show(uint32_t code, char out[XC_GLYPH_SHOWN_BYTES])
{
    int len;

    if (!xc_glyph_is_hidden(code))
        return 0;
    len = snprintf(out, XC_GLYPH_SHOWN_BYTES, code < 0x80 ? "\\x%02x" : "<U+%04X>",
                   (unsigned)code);
    assert(len > 0 && (size_t)len < XC_GLYPH_SHOWN_BYTES);
    return (size_t)len;
}

bool
xc_glyph_is_prose_space(struct xc_str text, size_t off, const struct xc_glyph *c)
{
    if (c->code == '\r')
        return off + 1 < text.len && text.ptr[off + 1] == '\n';
    return xc_glyph_is_space(c->code);
}

void
xc_glyph_prose(struct xc_sink *sink, struct xc_str text, xc_glyph_writer writer)
{
    bool spaced = false;
    size_t off = 0;

    while (off < text.len) {
        struct xc_glyph c = xc_glyph_at(text, off);
        bool space = xc_glyph_is_prose_space(text, off, &c);

        if (space && !spaced)
            xc_sink_char(sink, ' ');
        else if (!space)
            writer(sink, text, off, &c);
        spaced = space;
        off += c.len_bytes;
    }
}
