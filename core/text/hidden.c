/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/hidden.h"

#include "base/limits.h"
#include "base/vec.h"
#include "text/character.h"
#include "text/fold.h"

/* How many characters off a right-to-left letter may stand from its direction mark, with
 * points and spaces between them. */
static const size_t reach = 8;

const char *
xc_hidden_kind_name(enum xc_hidden_kind kind)
{
    switch (kind) {
    case XC_HIDDEN_ZERO_WIDTH:
        return "zero-width";
    case XC_HIDDEN_BIDIRECTIONAL:
        return "bidirectional";
    case XC_HIDDEN_CONTROL:
        return "control";
    case XC_HIDDEN_LOOK_ALIKE:
        return "look-alike";
    }
    return "";
}

enum xc_hidden_kind
xc_hidden_kind_of(uint32_t code)
{
    if (xc_character_is_control(code))
        return XC_HIDDEN_CONTROL;
    return xc_character_is_direction(code) ? XC_HIDDEN_BIDIRECTIONAL
                                           : XC_HIDDEN_ZERO_WIDTH;
}

static bool
continues(const struct xc_hidden_place *last, const struct xc_hidden_place *place)
{
    return place->kind != XC_HIDDEN_LOOK_ALIKE && last->kind == place->kind &&
           last->folded == place->folded &&
           last->original + last->original_len == place->original;
}

bool
xc_hidden_note(struct xc_hidden_places *places, const struct xc_hidden_place *place,
               struct xc_arena *arena)
{
    struct xc_hidden_place *last = places->n > 0 ? &places->items[places->n - 1] : NULL;

    if (last != NULL && continues(last, place)) {
        last->original_len += place->original_len;
        last->n += place->n;
        return true;
    }
    if (places->n == XC_MAX_HIDDEN_PLACES) {
        places->n_unplaced += place->kind == XC_HIDDEN_LOOK_ALIKE ? 1 : place->n;
        return true;
    }
    last = XC_VEC_ADD(places, arena);
    if (last == NULL)
        return false;
    *last = *place;
    return true;
}

/* The first letter at or after `at`, 0 when none is near. */
static uint32_t
letter_after(struct xc_str article, size_t at)
{
    uint32_t code;
    size_t i;

    for (i = 0; i < reach && at < article.len; i++) {
        at += xc_character_decode(article, at, &code);
        if (xc_code_is_letter(code))
            return code;
    }
    return 0;
}

/* The last letter before `at`, 0 when none is near. */
static uint32_t
letter_before(struct xc_str article, size_t at)
{
    uint32_t code;
    size_t i;

    for (i = 0; i < reach && at > 0; i++) {
        at--;
        while (at > 0 && ((unsigned char)article.ptr[at] & 0xC0) == 0x80)
            at--;
        (void)xc_character_decode(article, at, &code);
        if (xc_code_is_letter(code))
            return code;
    }
    return 0;
}

bool
xc_hidden_is_innocent(struct xc_str article, size_t at, size_t end, uint32_t code,
                      uint32_t previous)
{
    uint32_t next = 0;

    if (code == 0xFEFF && at == 0)
        return true;
    if (end < article.len)
        (void)xc_character_decode(article, end, &next);
    if (xc_character_is_innocent(code, previous, next))
        return true;
    /* An override turns the letters of any script around; nobody needs it to write. */
    if (!xc_character_is_direction(code) || code == 0x202D || code == 0x202E)
        return false;
    return xc_character_is_right_to_left(letter_before(article, at)) ||
           xc_character_is_right_to_left(letter_after(article, end));
}
