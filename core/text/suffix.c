/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/suffix.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"

static bool
is_one_of(char c, const char *letters)
{
    return c != '\0' && strchr(letters, c) != NULL;
}

/* The i-th letter from the end, from 1; NUL beyond the word's start. */
static char
from_end(struct xc_str word, size_t i)
{
    if (i > word.len)
        return '\0';
    return word.ptr[word.len - i];
}

/* The u of "quit" is none; the y of "gym" and "buy" is one, that of "yes" is none. */
static bool
is_vowel(struct xc_str word, size_t i)
{
    char c = word.ptr[i];

    if (c == 'u')
        return i == 0 || word.ptr[i - 1] != 'q';
    if (c == 'y')
        return i > 0 && (i + 1 == word.len || !is_one_of(word.ptr[i + 1], "aeiou"));
    return is_one_of(c, "aeio");
}

static bool
is_vowel_from_end(struct xc_str word, size_t i)
{
    return i <= word.len && is_vowel(word, word.len - i);
}

static size_t
count_vowel_groups(struct xc_str word)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < word.len; i++) {
        if (is_vowel(word, i) && (i == 0 || !is_vowel(word, i - 1)))
            n++;
    }
    return n;
}

/* Ends like "tip": consonant, one vowel, one consonant that can double. */
static bool
ends_doubling(struct xc_str word)
{
    return word.len >= 3 && !is_vowel_from_end(word, 1) &&
           !is_one_of(from_end(word, 1), "hwxy") && is_vowel_from_end(word, 2) &&
           !is_vowel_from_end(word, 3);
}

/* Ends like "fuel", "dial": British spelling doubles the l though two vowels precede. */
static bool
ends_vowels_l(struct xc_str word)
{
    return word.len >= 4 && from_end(word, 1) == 'l' &&
           is_one_of(from_end(word, 2), "ae") && is_one_of(from_end(word, 3), "iu");
}

static bool
ends_consonant_y(struct xc_str word)
{
    return word.len >= 2 && from_end(word, 1) == 'y' &&
           (!is_one_of(from_end(word, 2), "aeiou") ||
            (from_end(word, 2) == 'u' && from_end(word, 3) == 'q'));
}

static bool
ends_hissing(struct xc_str word)
{
    return is_one_of(from_end(word, 1), "sxz") || xc_str_ends(word, "ch") ||
           xc_str_ends(word, "sh");
}

static bool
is_plain_word(struct xc_str word)
{
    size_t i;

    for (i = 0; i < word.len; i++) {
        if (word.ptr[i] < 'a' || word.ptr[i] > 'z')
            return false;
    }
    return word.len >= 2;
}

/* stem, then tail; the str's ptr is NULL when memory is short. */
static struct xc_str
join(struct xc_str stem, const char *tail, struct xc_arena *arena)
{
    size_t n_tail = strlen(tail);
    char *text = xc_arena_alloc(arena, stem.len + n_tail + 1);

    /* No printf: the lexicon's words are inflected at every start. */
    if (text == NULL)
        return (struct xc_str){NULL, 0};
    memcpy(text, stem.ptr, stem.len);
    memcpy(text + stem.len, tail, n_tail + 1);
    return (struct xc_str){text, stem.len + n_tail};
}

static bool
append(struct xc_str stem, const char *tail, struct xc_arena *arena,
       struct xc_str_vec *out)
{
    struct xc_str form = join(stem, tail, arena);
    struct xc_str *slot;

    if (form.ptr == NULL)
        return false;
    slot = XC_VEC_ADD(out, arena);
    if (slot == NULL)
        return false;
    *slot = form;
    return true;
}

/* stem with its last letter once more, then tail: tip, ing -> tipping. */
static bool
append_doubled(struct xc_str stem, const char *tail, struct xc_arena *arena,
               struct xc_str_vec *out)
{
    char letter[2] = {from_end(stem, 1), '\0'};
    struct xc_str doubled = join(stem, letter, arena);

    return doubled.ptr != NULL && append(doubled, tail, arena, out);
}

static bool
add_s(struct xc_str base, struct xc_arena *arena, struct xc_str_vec *out)
{
    struct xc_str stem = xc_str_sub(base, 0, base.len - 1);

    if (ends_hissing(base))
        return append(base, "es", arena, out);
    if (ends_consonant_y(base))
        return append(stem, "ies", arena, out);
    /* "heroes" but "photos": no rule tells, so both. */
    if (from_end(base, 1) == 'o' && !is_one_of(from_end(base, 2), "aeiou") &&
        !append(base, "es", arena, out))
        return false;
    return append(base, "s", arena, out);
}

/* base with a tail that begins with a vowel, when no e or y stands before it. */
static bool
add_tail(struct xc_str base, const char *tail, struct xc_arena *arena,
         struct xc_str_vec *out)
{
    bool one_group = count_vowel_groups(base) == 1;

    /* panic -> panicked */
    if (!one_group && xc_str_ends(base, "ic")) {
        struct xc_str hard = join(base, "k", arena);

        return hard.ptr != NULL && append(hard, tail, arena, out);
    }
    if (ends_doubling(base) || ends_vowels_l(base)) {
        if (!append_doubled(base, tail, arena, out))
            return false;
        /* "tip" always doubles; where the stress of "corset" lies no rule tells. */
        if (one_group && ends_doubling(base))
            return true;
    }
    return append(base, tail, arena, out);
}

static bool
add_ed_like(struct xc_str base, const char *tail, struct xc_arena *arena,
            struct xc_str_vec *out)
{
    struct xc_str stem = xc_str_sub(base, 0, base.len - 1);
    struct xc_str soft;

    if (from_end(base, 1) == 'e')
        return append(stem, tail, arena, out);
    if (ends_consonant_y(base)) {
        soft = join(stem, "i", arena);
        return soft.ptr != NULL && append(soft, tail, arena, out);
    }
    return add_tail(base, tail, arena, out);
}

static bool
add_ing(struct xc_str base, struct xc_arena *arena, struct xc_str_vec *out)
{
    struct xc_str stem = xc_str_sub(base, 0, base.len - 1);

    if (from_end(base, 1) != 'e')
        return add_tail(base, "ing", arena, out);
    /* tie -> tying; see, shoe, dye keep their e; lace -> lacing */
    if (from_end(base, 2) == 'i')
        return append(xc_str_sub(base, 0, base.len - 2), "ying", arena, out);
    if (is_one_of(from_end(base, 2), "eoy"))
        return append(base, "ing", arena, out);
    return append(stem, "ing", arena, out);
}

enum xc_status
xc_suffix_add(struct xc_str base, unsigned suffixes, struct xc_arena *arena,
              struct xc_str_vec *out)
{
    if (!is_plain_word(base))
        return XC_OK;
    if ((suffixes & XC_SUFFIX_S) != 0 && !add_s(base, arena, out))
        return XC_NO_MEMORY;
    if ((suffixes & XC_SUFFIX_ED) != 0 && !add_ed_like(base, "ed", arena, out))
        return XC_NO_MEMORY;
    if ((suffixes & XC_SUFFIX_ING) != 0 && !add_ing(base, arena, out))
        return XC_NO_MEMORY;
    if ((suffixes & XC_SUFFIX_ER) != 0 &&
        (!add_ed_like(base, "er", arena, out) || !add_ed_like(base, "est", arena, out)))
        return XC_NO_MEMORY;
    return XC_OK;
}

/* The stems found so far. */
struct stems {
    struct xc_stem *items;
    size_t n;
    struct xc_arena *arena;
    bool short_of_memory;
};

/* Adds piece and tail as a stem, unless it has no vowel or is a single letter. */
static void
add_stem(struct stems *stems, struct xc_str piece, const char *tail, bool rare)
{
    struct xc_str base = join(piece, tail, stems->arena);

    if (base.ptr == NULL) {
        stems->short_of_memory = true;
        return;
    }
    /* A restored e is no vowel that counts: "string" is not of "stre". */
    if (base.len < 2 || count_vowel_groups(*tail == 'e' ? piece : base) == 0)
        return;
    assert(stems->n < XC_MAX_STEMS);
    stems->items[stems->n].base = base;
    stems->items[stems->n].rare = rare;
    stems->n++;
}

/* tied, tying -> tie: hardly any base but the shortest ends in -ie as a verb. */
static void
add_ie_stem(struct stems *stems, struct xc_str piece)
{
    struct xc_str base = join(piece, "ie", stems->arena);

    if (base.ptr == NULL) {
        stems->short_of_memory = true;
        return;
    }
    assert(stems->n < XC_MAX_STEMS);
    stems->items[stems->n].base = base;
    stems->items[stems->n].rare = piece.len != 1;
    stems->n++;
}

/*
 * Whether a piece that -ed or -ing was taken from would be an unlikely base as it
 * stands: nothing ends in v or a lone u, few in a lone c, s, z or g after a vowel, in
 * "-rg" or in a consonant and l or r ("handl").
 */
static bool
is_rare_bare(struct xc_str piece)
{
    char last = from_end(piece, 1);
    char before = from_end(piece, 2);
    bool after_vowel = is_vowel_from_end(piece, 2);

    if (is_one_of(last, "vuc"))
        return true;
    if (last == 's')
        return before != 's';
    if (last == 'z')
        return after_vowel;
    if (last == 'g')
        return after_vowel || is_one_of(before, "drl");
    if (is_one_of(last, "lr"))
        return is_one_of(before, "bcdfgkptz");
    return false;
}

/* Whether piece + e would be an unlikely base after one vowel and one consonant: long
 * words in -ere, -ene, -ele, -ete, -ome, -one, -ale, -ope are few, those in -er, -en,
 * … many. */
static bool
is_rare_long(struct xc_str piece)
{
    static const char *const tails[] = {"er", "en", "el", "et", "om", "on", "al", "op"};
    size_t i;

    if (count_vowel_groups(piece) < 2)
        return false;
    for (i = 0; i < XC_COUNT(tails); i++) {
        if (xc_str_ends(piece, tails[i]))
            return true;
    }
    return false;
}

/* Whether piece + e would be an unlikely base, as "showe", "walke", "raine" are; "teste"
 * is likely because of "paste". */
static bool
is_rare_with_e(struct xc_str piece)
{
    char last = from_end(piece, 1);
    char before = from_end(piece, 2);

    if (is_one_of(last, "wxyaeio"))
        return true;
    if (last == 'h')
        return before != 't';
    if (is_vowel_from_end(piece, 1))
        return false;
    if (!is_vowel_from_end(piece, 2)) {
        if (last == before)
            return true;
        if (is_one_of(last, "csvz"))
            return false;
        if (last == 'g')
            return !is_one_of(before, "nrld");
        if (last == 't')
            return before != 's';
        return !(is_one_of(last, "lr") && is_one_of(before, "bcdfgkptz"));
    }
    if (is_vowel_from_end(piece, 3)) {
        if (last == 't')
            return !is_one_of(before, "a");
        return !is_one_of(last, "svzc");
    }
    return is_rare_long(piece);
}

/* The stems of piece, which -ed or -ing was taken from. */
static void
strip_vowel_tail(struct stems *stems, struct xc_str piece)
{
    char last = from_end(piece, 1);
    struct xc_str shorter;
    bool one_group = count_vowel_groups(piece) == 1;

    if (piece.len < 2)
        return;
    shorter = xc_str_sub(piece, 0, piece.len - 1);
    if (last == from_end(piece, 2) && !is_one_of(last, "aeiou")) {
        /* hopped -> hop; called -> call; passed -> pass; enrolled -> enrol, enroll */
        bool keeps = is_one_of(last, "lsfz");

        add_stem(stems, shorter, "", keeps && (last != 'l' || one_group));
        add_stem(stems, piece, "", !keeps);
        add_stem(stems, piece, "e", true);
        return;
    }
    if (!one_group && xc_str_ends(piece, "ick"))
        add_stem(stems, shorter, "", false);
    add_stem(stems, piece, "", is_rare_bare(piece));
    add_stem(stems, piece, "e", is_rare_with_e(piece));
}

static void
strip_s(struct stems *stems, struct xc_str word)
{
    struct xc_str less_s = xc_str_sub(word, 0, word.len - 1);
    struct xc_str less_es;

    if (is_one_of(from_end(word, 2), "sui"))
        return;
    if (from_end(word, 2) != 'e') {
        add_stem(stems, less_s, "", false);
        return;
    }
    less_es = xc_str_sub(word, 0, word.len - 2);
    if (from_end(word, 3) == 'i' && word.len >= 4)
        add_stem(stems, xc_str_sub(word, 0, word.len - 3), "y", false);
    if (ends_hissing(less_es) || from_end(less_es, 1) == 'o')
        add_stem(stems, less_es, "", false);
    /* "ties" -> tie: here the e is no restored one, so it counts as a vowel. */
    add_stem(stems, less_s, "",
             xc_str_ends(word, "sses") || xc_str_ends(word, "shes") ||
                 xc_str_ends(word, "oes"));
}

bool
xc_suffix_strip(struct xc_str word, struct xc_arena *arena,
                struct xc_stem out[XC_MAX_STEMS], size_t *out_n)
{
    struct stems stems = {out, 0, arena, false};

    if (word.len >= 4 && is_plain_word(word)) {
        if (xc_str_ends(word, "ied")) {
            add_stem(&stems, xc_str_sub(word, 0, word.len - 3), "y", false);
            add_ie_stem(&stems, xc_str_sub(word, 0, word.len - 3));
        } else if (xc_str_ends(word, "ed") && from_end(word, 3) != 'e') {
            strip_vowel_tail(&stems, xc_str_sub(word, 0, word.len - 2));
        } else if (xc_str_ends(word, "ing")) {
            if (word.len >= 5 && from_end(word, 4) == 'y')
                add_ie_stem(&stems, xc_str_sub(word, 0, word.len - 4));
            strip_vowel_tail(&stems, xc_str_sub(word, 0, word.len - 3));
        } else if (from_end(word, 1) == 's') {
            strip_s(&stems, word);
        }
    }
    if (stems.short_of_memory)
        return false;
    *out_n = stems.n;
    return true;
}
