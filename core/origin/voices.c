/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/voices.h"

#include "base/table.h"

/* Surnames, and the class of the one person who bears each. */
struct surnames {
    struct xc_table numbers; /* surname -> index in holders */
    size_t *holders;
};

/* A holder: more than one person bears the surname. */
static const size_t ambiguous = SIZE_MAX;

static struct xc_str
last_word(struct xc_str text)
{
    size_t at = text.len;

    while (at > 0 && text.ptr[at - 1] != ' ')
        at--;
    return xc_str_sub(text, at, text.len - at);
}

/* Whether the name as written ends in a name: "Speaker Alpha", not "the mayor".  A
 * letter beyond ASCII counts as a capital: "Émile" is a name. */
static bool
is_proper(struct xc_str name)
{
    struct xc_str word = last_word(xc_str_trim(name));

    return word.len > 0 && ((word.ptr[0] >= 'A' && word.ptr[0] <= 'Z') ||
                            (unsigned char)word.ptr[0] >= 0x80);
}

static bool
is_known(const struct xc_kept *mention)
{
    return mention->voice.kind == XC_VOICE_SPEAKER && mention->voice.key.len > 0;
}

static bool
add_surname(struct surnames *surnames, struct xc_str surname, size_t holder,
            struct xc_arena *arena)
{
    size_t n = surnames->numbers.n;
    size_t number;

    if (!xc_table_add(&surnames->numbers, surname, n, arena, &number))
        return false;
    if (number == n)
        surnames->holders[number] = holder;
    else if (surnames->holders[number] != holder)
        surnames->holders[number] = ambiguous;
    return true;
}

/* Gives each key a class and notes which full names end in which surname. */
static enum xc_status
number_speakers(const struct xc_origin_voices *voices, size_t n, struct xc_arena *arena,
                struct surnames *surnames)
{
    struct xc_table keys = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < n; i++) {
        const struct xc_voice *voice = &voices->mentions[i]->voice;
        struct xc_str surname = last_word(voice->key);

        voices->class_of[i] =
            voice->kind == XC_VOICE_OWN ? XC_ORIGIN_OWN : XC_ORIGIN_UNKNOWN;
        if (!is_known(voices->mentions[i]))
            continue;
        if (!xc_table_add(&keys, voice->key, XC_ORIGIN_FIRST_SPEAKER + keys.n, arena,
                          &voices->class_of[i]))
            return XC_NO_MEMORY;
        voices->proper[i] = is_proper(voice->name);
        if (voices->proper[i] && surname.len < voice->key.len &&
            !add_surname(surnames, surname, voices->class_of[i], arena))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* "Alpha" becomes the one full name that ends in it. */
static void
join_surnames(const struct xc_origin_voices *voices, size_t n,
              const struct surnames *surnames)
{
    size_t i;

    for (i = 0; i < n; i++) {
        struct xc_str key = voices->mentions[i]->voice.key;
        size_t number;

        if (voices->class_of[i] >= XC_ORIGIN_FIRST_SPEAKER && voices->proper[i] &&
            last_word(key).len == key.len &&
            xc_table_get(&surnames->numbers, key, &number) &&
            surnames->holders[number] != ambiguous)
            voices->class_of[i] = surnames->holders[number];
    }
}

/* Which mentions share their sentence with another voice. */
static enum xc_status
find_mixed(const struct xc_origin_voices *voices, size_t n, struct xc_arena *arena)
{
    struct xc_table first = {NULL, 0, 0}; /* source and sentence -> its first mention */
    size_t *first_of = xc_arena_array(arena, n, sizeof *first_of);
    uint64_t(*keys)[2] = xc_arena_array(arena, n, sizeof *keys);
    size_t i;

    if (first_of == NULL || keys == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        struct xc_str key = {(const char *)keys[i], sizeof keys[i]};

        keys[i][0] = voices->mentions[i]->source;
        keys[i][1] = voices->mentions[i]->sentence_hash;
        if (!xc_table_add(&first, key, i, arena, &first_of[i]))
            return XC_NO_MEMORY;
        if (voices->class_of[first_of[i]] != voices->class_of[i])
            voices->mixed[first_of[i]] = true;
    }
    for (i = 0; i < n; i++)
        voices->mixed[i] = voices->mixed[first_of[i]];
    return XC_OK;
}

enum xc_status
xc_origin_voices_make(const struct xc_kept *const *mentions, size_t n,
                      struct xc_arena *arena, struct xc_origin_voices *out)
{
    struct xc_origin_voices voices = {mentions, NULL, NULL, NULL};
    struct surnames surnames = {{NULL, 0, 0}, NULL};

    surnames.holders = xc_arena_array(arena, n, sizeof *surnames.holders);
    voices.class_of = xc_arena_array(arena, n, sizeof *voices.class_of);
    voices.proper = xc_arena_array(arena, n, sizeof *voices.proper);
    voices.mixed = xc_arena_array(arena, n, sizeof *voices.mixed);
    if (surnames.holders == NULL || voices.class_of == NULL || voices.proper == NULL ||
        voices.mixed == NULL)
        return XC_NO_MEMORY;
    if (number_speakers(&voices, n, arena, &surnames) != XC_OK)
        return XC_NO_MEMORY;
    join_surnames(&voices, n, &surnames);
    if (find_mixed(&voices, n, arena) != XC_OK)
        return XC_NO_MEMORY;
    *out = voices;
    return XC_OK;
}

/* Two known speakers who are not one person.  A role and a name may be. */
static bool
clash(const struct xc_origin_voices *voices, size_t i, size_t j)
{
    return voices->class_of[i] >= XC_ORIGIN_FIRST_SPEAKER &&
           voices->class_of[j] >= XC_ORIGIN_FIRST_SPEAKER &&
           voices->class_of[i] != voices->class_of[j] &&
           (voices->proper[i] == voices->proper[j] ||
            voices->mentions[i]->source == voices->mentions[j]->source);
}

bool
xc_origin_voices_allow_quotation(const struct xc_origin_voices *voices, size_t i,
                                 size_t j)
{
    bool own_i = voices->class_of[i] == XC_ORIGIN_OWN;
    bool own_j = voices->class_of[j] == XC_ORIGIN_OWN;

    if (clash(voices, i, j))
        return false;
    if (own_i == own_j)
        return true;
    return voices->mentions[i]->source != voices->mentions[j]->source &&
           !voices->mixed[i] && !voices->mixed[j];
}

bool
xc_origin_voices_allow_passage(const struct xc_origin_voices *voices, size_t i,
                               size_t j)
{
    if (voices->mentions[i]->source == voices->mentions[j]->source ||
        clash(voices, i, j))
        return false;
    return voices->class_of[i] == voices->class_of[j] ||
           (!voices->mixed[i] && !voices->mixed[j]);
}
