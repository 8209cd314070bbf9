/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/disguise.h"

#include "base/limits.h"
#include "base/vec.h"
#include "text/character.h"

/* Letters that a word needs before a letter of the use `long` or `inside` counts. */
static const size_t least_long = 3;
static const size_t least_inside = 5;

/* What a letter of the article is. */
enum letter {
    LETTER_LATIN,
    LETTER_PHONETIC,   /* Latin, but of phonetic writing, and like no plain letter */
    LETTER_LOOK_ALIKE, /* stands in the list */
    LETTER_FOREIGN,
};

/* A word, as far as it has been read. */
struct word {
    size_t first; /* in the folded text */
    size_t n;     /* letters */
    size_t n_latin;
    size_t n_whole; /* look-alikes by their use … */
    size_t n_mixed;
    size_t n_long;
    size_t n_inside;
    size_t n_between; /* … and of the last: between small Latin letters */
    size_t n_capitals;
    unsigned scripts; /* of its look-alikes */
    bool is_foreign;  /* has a letter that looks like no Latin one */
    bool is_phonetic;
    bool after_small; /* the letter before is a small Latin one */
    bool pending; /* so it is before the last letter, which is of the use `inside` */
};

struct search {
    const struct xc_look_alikes *list;
    const struct xc_fold *fold;
    struct xc_str article;
    struct xc_span block;
    struct xc_str text; /* folded, up to the block's end */
    size_t step;        /* of the map, where the search stands */
    struct xc_arena *arena;
    struct xc_disguise_vec *found;
    /* Letters of the block. */
    size_t n_latin;
    size_t n_foreign;
    size_t n_whole; /* in words of nothing but look-alikes */
    bool is_phonetic;
};

static bool
is_latin(uint32_t code)
{
    return code < 0x250 ? code != 0xB5
                        : (code >= 0x1E00 && code <= 0x1EFF) ||
                              (code >= 0x2C60 && code <= 0x2C7F) ||
                              (code >= 0xA722 && code <= 0xA7FF) ||
                              (code >= 0xAB30 && code <= 0xAB64) ||
                              (code >= 0xFB00 && code <= 0xFB06);
}

/* Phonetic letters and modifiers: what a transcription is written in. */
static bool
is_phonetic(uint32_t code)
{
    return (code >= 0x250 && code <= 0x2FF) || (code >= 0x1D00 && code <= 0x1DBF);
}

/* The code at the folded byte `at`, and what it is in the article; false: a further
 * letter of the same character. */
static bool
original_code(struct search *s, size_t at, uint32_t *out_code)
{
    const struct xc_fold *fold = s->fold;
    const struct xc_fold_step *step;

    while (s->step + 1 < fold->n_steps && fold->steps[s->step + 1].folded <= at)
        s->step++;
    step = &fold->steps[s->step];
    (void)xc_character_decode(
        s->article, step->original + (step->linear ? at - step->folded : 0), out_code);
    return step->linear || step->folded == at;
}

static enum letter
classify(const struct search *s, uint32_t folded, uint32_t original,
         const struct xc_look_alike **out_line)
{
    const struct xc_look_alike *line = NULL;

    *out_line = NULL;
    if (original < 0x80)
        return LETTER_LATIN;
    if (original >= 0x250)
        line = xc_look_alike_find(s->list, original);
    if (line != NULL && (line->latin.len > 0 || folded < 0x80)) {
        *out_line = line;
        return LETTER_LOOK_ALIKE;
    }
    /* What folds to a plain letter is a kind of it: a superscript, a ligature. */
    if (folded < 0x80 || is_latin(original))
        return LETTER_LATIN;
    return is_phonetic(original) ? LETTER_PHONETIC : LETTER_FOREIGN;
}

static void
count_look_alike(struct word *word, const struct xc_look_alike *line)
{
    word->scripts |= 1u << line->script;
    switch (line->use) {
    case XC_LOOK_ALIKE_WHOLE:
        word->n_whole++;
        break;
    case XC_LOOK_ALIKE_MIXED:
        word->n_mixed++;
        break;
    case XC_LOOK_ALIKE_LONG:
        word->n_long++;
        break;
    case XC_LOOK_ALIKE_INSIDE:
        word->n_inside++;
        word->pending = word->after_small;
        break;
    }
}

static void
add_letter(struct search *s, struct word *word, uint32_t folded, size_t at)
{
    const struct xc_look_alike *line;
    enum letter letter;
    uint32_t original;
    bool small;

    if (!original_code(s, at, &original))
        return;
    letter = classify(s, folded, original, &line);
    small = letter == LETTER_LATIN &&
            (original < 0x80 ? original >= 'a' : xc_code_is_lower(original));
    if (word->pending && small)
        word->n_between++;
    word->pending = false;
    word->n++;
    word->n_capitals += original < 0x80 ? original <= 'Z' : xc_code_is_upper(original);
    switch (letter) {
    case LETTER_LATIN:
        word->n_latin++;
        break;
    case LETTER_PHONETIC:
        word->n_latin++;
        word->is_phonetic = true;
        break;
    case LETTER_LOOK_ALIKE:
        count_look_alike(word, line);
        break;
    case LETTER_FOREIGN:
        word->is_foreign = true;
        break;
    }
    word->after_small = small;
}

/* Whether the folded byte at `at` is one of bytes; outside the block none is. */
static bool
is_one_of(const struct search *s, size_t at, const char *bytes)
{
    return at >= s->block.off_bytes && at < s->text.len && s->text.ptr[at] != '\0' &&
           strchr(bytes, s->text.ptr[at]) != NULL;
}

/* Whether marks on both sides set the word off, as a foreign word is: "(нет)". */
static bool
is_set_off(const struct search *s, const struct word *word, size_t end)
{
    return word->first > s->block.off_bytes && is_one_of(s, word->first - 1, "\"'([") &&
           is_one_of(s, end, "\"')]");
}

/* Whether the word is, or may be, a piece of a transcription: /ɡɪv/, [kɑr]. */
static bool
is_transcription(const struct search *s, const struct word *word, size_t end)
{
    return (word->first > s->block.off_bytes && is_one_of(s, word->first - 1, "/[")) ||
           is_one_of(s, end, "/]");
}

/* Whether a word with a Latin letter is in disguise. */
static bool
is_mixed_disguise(const struct word *word)
{
    return word->n_whole + word->n_mixed > 0 ||
           (word->n_long > 0 && word->n >= least_long) ||
           (word->n_between > 0 && word->n >= least_inside);
}

/* Whether a word of nothing but look-alikes may be in disguise, if the block is Latin:
 * "СССР" and "ΚΑ" are what they are, and of one letter only "a" and "I" are words. */
static bool
may_be_whole_disguise(const struct search *s, const struct word *word, size_t end)
{
    const struct xc_look_alike *line;
    uint32_t code;

    if (word->n_whole != word->n || is_set_off(s, word, end))
        return false;
    if (word->n > 1)
        return word->n_capitals < word->n;
    (void)xc_character_decode(
        s->article,
        xc_fold_to_article(s->fold, (struct xc_span){word->first, 1}).off_bytes, &code);
    line = xc_look_alike_find(s->list, code);
    return line != NULL && (xc_str_is(line->latin, "a") || xc_str_is(line->latin, "i"));
}

static bool
add_found(struct search *s, const struct word *word, size_t end)
{
    struct xc_disguise *made;

    if (s->found->n == XC_MAX_HIDDEN_PLACES) {
        s->found->n_dropped++;
        return true;
    }
    made = XC_VEC_ADD(s->found, s->arena);
    if (made == NULL)
        return false;
    made->article =
        xc_fold_to_article(s->fold, (struct xc_span){word->first, end - word->first});
    made->n_letters = word->n - word->n_latin;
    made->scripts = word->scripts | (word->n_latin > 0 ? 1u << XC_SCRIPT_LATIN : 0);
    return true;
}

/* Takes the word that ends at end to what the block has. */
static bool
end_word(struct search *s, const struct word *word, size_t end)
{
    const unsigned phonetic = 1u << XC_SCRIPT_PHONETIC;
    size_t n_look_alikes =
        word->n_whole + word->n_mixed + word->n_long + word->n_inside;

    s->is_phonetic |= word->is_phonetic;
    if (word->is_foreign) {
        s->n_foreign += word->n;
        return true;
    }
    if (word->n_latin > 0 || word->scripts == phonetic)
        s->n_latin += word->n;
    if (n_look_alikes == 0 ||
        (word->scripts == phonetic && is_transcription(s, word, end)))
        return true;
    if (word->n_latin > 0)
        return !is_mixed_disguise(word) || add_found(s, word, end);
    if (!may_be_whole_disguise(s, word, end)) {
        s->n_foreign += word->scripts == phonetic ? 0 : word->n;
        return true;
    }
    s->n_whole += word->n;
    return add_found(s, word, end);
}

/* Reads the word at *at, which begins with a letter, and moves *at behind it. */
static bool
read_word(struct search *s, size_t *at)
{
    struct word word = {.first = *at};
    size_t end = *at;
    uint32_t code;

    while (end < s->text.len && end - word.first < XC_MAX_WORD_BYTES) {
        size_t len = xc_character_decode(s->text, end, &code);
        uint32_t next = 0;

        if (code == '\'' && end + 1 < s->text.len)
            (void)xc_character_decode(s->text, end + 1, &next);
        if (xc_code_is_letter(code))
            add_letter(s, &word, code, end);
        else if (!xc_code_is_mark(code) && !xc_code_is_letter(next))
            break;
        end += len;
    }
    *at = end;
    return end_word(s, &word, end);
}

/* Drops the words whose disguise the rest of the block disproves: those of nothing but
 * look-alikes beside a foreign word, and phonetic ones beside phonetic letters. */
static void
drop_disproved(struct search *s)
{
    const unsigned latin = 1u << XC_SCRIPT_LATIN;
    const unsigned phonetic = 1u << XC_SCRIPT_PHONETIC;
    bool is_latin_block = s->n_foreign == 0 && s->n_latin >= 2 * s->n_whole;
    size_t n = 0;
    size_t i;

    for (i = 0; i < s->found->n; i++) {
        unsigned scripts = s->found->items[i].scripts;

        if ((scripts & latin) == 0 && (scripts & ~phonetic) != 0 && !is_latin_block)
            continue;
        if ((scripts & ~latin) == phonetic && s->is_phonetic)
            continue;
        s->found->items[n++] = s->found->items[i];
    }
    s->found->n = n;
}

enum xc_status
xc_disguises_find(const struct xc_look_alikes *list, const struct xc_fold *fold,
                  struct xc_str article, struct xc_span block, struct xc_arena *arena,
                  struct xc_disguise_vec *out)
{
    struct search s = {
        .list = list,
        .fold = fold,
        .article = article,
        .block = block,
        .text = {fold->text.ptr, block.off_bytes + block.len_bytes},
        .arena = arena,
        .found = out,
    };
    size_t at = block.off_bytes;
    uint32_t code;

    out->n = 0;
    out->n_dropped = 0;
    if (fold->n_steps == 0)
        return XC_OK;
    s.step = xc_fold_step_at(fold, at, 0);
    while (at < s.text.len) {
        size_t len = xc_character_decode(s.text, at, &code);

        if (!xc_code_is_letter(code))
            at += len;
        else if (!read_word(&s, &at))
            return XC_NO_MEMORY;
    }
    drop_disproved(&s);
    return XC_OK;
}
