/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/atom.h"

#include "base/limits.h"
#include "base/vec.h"
#include "value/settle.h"

/* The longest number, in bytes. */
#define MAX_NUMBER_BYTES ((size_t)40)

struct reader {
    const struct xc_value_words *words;
    struct xc_atoms *atoms;
    struct xc_arena *arena;
    struct xc_str folded;
    unsigned gap;
    size_t word; /* the word that a sign belongs to */
};

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || ((unsigned char)c & 0x80) != 0;
}

static size_t
character_bytes(char c)
{
    unsigned char lead = (unsigned char)c;

    return lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/* Adds an atom over folded bytes [off, off+len) whose lookup text is those bytes. */
static struct xc_atom *
add_atom(struct reader *reader, enum xc_atom_kind kind, size_t off, size_t len)
{
    struct xc_atom *atom;

    atom = XC_VEC_ADD(reader->atoms, reader->arena);
    if (atom == NULL)
        return NULL;
    atom->kind = kind;
    atom->gap = reader->gap;
    atom->word = reader->word;
    atom->folded = (struct xc_span){off, len};
    atom->text = xc_str_sub(reader->folded, off, len);
    reader->gap = 0;
    return atom;
}

static unsigned
mark_of(char c)
{
    switch (c) {
    case ',':
        return XC_GAP_COMMA;
    case '/':
        return XC_GAP_SLASH;
    case '.':
        return XC_GAP_POINT;
    case ':':
        return XC_GAP_COLON;
    case '(':
    case '[':
        return XC_GAP_OPEN;
    case ')':
    case ']':
        return XC_GAP_CLOSE;
    case '\'':
        return XC_GAP_APOSTROPHE;
    default:
        return XC_GAP_OTHER;
    }
}

/* "20-30", "a -5 degree night", "rain -- five inches of it". */
static size_t
read_hyphen(struct reader *reader, size_t at, size_t end)
{
    if (at + 1 < end && reader->folded.ptr[at + 1] == '-') {
        reader->gap |= XC_GAP_DASH;
        return 2;
    }
    reader->gap |= XC_GAP_HYPHEN;
    if ((reader->gap & (XC_GAP_SPACE | XC_GAP_EDGE)) != 0 && at + 1 == end)
        reader->gap |= XC_GAP_MINUS;
    return 1;
}

/* Reads one character of a gap: a mark, or a sign that the lexicon knows. */
static enum xc_status
read_mark(struct reader *reader, size_t *at, size_t end)
{
    char c = reader->folded.ptr[*at];
    size_t len = character_bytes(c);
    struct xc_str sign;

    if (c == ' ') {
        reader->gap |= XC_GAP_SPACE;
        *at += 1;
        return XC_OK;
    }
    if (c == '-') {
        *at += read_hyphen(reader, *at, end);
        return XC_OK;
    }
    if (*at + len > end)
        len = end - *at;
    sign = xc_str_sub(reader->folded, *at, len);
    if (xc_str_is(sign, "\xe2\x81\x84")) {
        reader->gap |= XC_GAP_VULGAR;
    } else if (xc_value_words_reach(reader->words, sign) > 0) {
        if (add_atom(reader, XC_ATOM_SIGN, *at, len) == NULL)
            return XC_NO_MEMORY;
    } else {
        reader->gap |= mark_of(c);
    }
    *at += len;
    return XC_OK;
}

static enum xc_status
read_gap(struct reader *reader, size_t at, size_t end)
{
    enum xc_status status = XC_OK;

    while (at < end && status == XC_OK)
        status = read_mark(reader, &at, end);
    return status;
}

/* The bytes of the comma and group of figures at `at`: three figures, or in India two
 * when another group follows ("12,34,567"); 0: none stands there. */
static size_t
group_bytes(struct xc_str folded, size_t at, size_t end)
{
    size_t n = 0;

    if (at >= end || folded.ptr[at] != ',')
        return 0;
    while (at + 1 + n < end && is_digit(folded.ptr[at + 1 + n]))
        n++;
    if (n == 3)
        return 4;
    return n == 2 && at + 3 < end && folded.ptr[at + 3] == ',' && at + 4 < end &&
                   is_digit(folded.ptr[at + 4])
               ? 3
               : 0;
}

/* The end of the number at off: digits, commas between groups of three, one point. */
static size_t
number_end(struct xc_str folded, size_t off, size_t end, bool *grouped)
{
    size_t at = off;
    size_t group;

    while (at < end && is_digit(folded.ptr[at]))
        at++;
    while (at > off && (group = group_bytes(folded, at, end)) > 0) {
        at += group;
        *grouped = true;
    }
    if (at + 1 < end && folded.ptr[at] == '.' && is_digit(folded.ptr[at + 1])) {
        at++;
        while (at < end && is_digit(folded.ptr[at]))
            at++;
    }
    return at;
}

static enum xc_status
read_number(struct reader *reader, size_t *at, size_t end)
{
    bool grouped = false;
    size_t stop = number_end(reader->folded, *at, end, &grouped);
    /* ".08": the point stands in the gap, with nothing before it to end a sentence. */
    bool bare_point = (reader->gap & XC_GAP_POINT) != 0 && *at > 0 &&
                      reader->folded.ptr[*at - 1] == '.' &&
                      (reader->gap & (XC_GAP_SPACE | XC_GAP_EDGE)) != 0;
    char digits[MAX_NUMBER_BYTES];
    size_t n = 0;
    size_t i;
    struct xc_atom *atom = add_atom(reader, XC_ATOM_NUMBER, *at, stop - *at);

    if (atom == NULL)
        return XC_NO_MEMORY;
    if (bare_point) {
        atom->gap &= ~(unsigned)XC_GAP_POINT;
        atom->folded.off_bytes--;
        atom->folded.len_bytes++;
        digits[n++] = '.';
    }
    for (i = *at; i < stop && n < sizeof digits; i++) {
        if (reader->folded.ptr[i] != ',')
            digits[n++] = reader->folded.ptr[i];
    }
    if (i < stop || !xc_decimal_parse((struct xc_str){digits, n}, &atom->number))
        atom->flags |= XC_ATOM_ODD;
    if (grouped)
        atom->flags |= XC_ATOM_GROUPED;
    *at = stop;
    return XC_OK;
}

/* "5ft2in", "20th", "us$5" when the tokens are glued: cut between digits and letters. */
static enum xc_status
read_mixed_word(struct reader *reader, size_t at, size_t end)
{
    enum xc_status status = XC_OK;

    while (at < end && status == XC_OK) {
        char c = reader->folded.ptr[at];
        size_t stop = at;

        if (is_digit(c)) {
            status = read_number(reader, &at, end);
            continue;
        }
        while (stop < end && is_letter(reader->folded.ptr[stop]) &&
               !xc_str_starts(xc_str_sub(reader->folded, stop, end - stop),
                              "\xe2\x81\x84"))
            stop += character_bytes(reader->folded.ptr[stop]);
        if (stop > end)
            stop = end;
        /* "300m2", "5km2" */
        if (stop > at && stop < end && is_digit(reader->folded.ptr[stop]) &&
            xc_value_words_forms(reader->words,
                                 xc_str_sub(reader->folded, at, stop + 1 - at)) != NULL)
            stop++;
        if (stop == at) {
            status = read_mark(reader, &at, end);
            continue;
        }
        if (add_atom(reader, XC_ATOM_WORD, at, stop - at) == NULL)
            return XC_NO_MEMORY;
        at = stop;
    }
    return status;
}

/* Whether letters and then digits make one code ("covid19", "b2b"), not "rs500" or
 * "dec31". */
static bool
is_code(const struct reader *reader, struct xc_str word)
{
    const struct xc_form *form;
    size_t n = 0;

    while (n < word.len && is_letter(word.ptr[n]))
        n++;
    if (n == 0 || n == word.len || !is_digit(word.ptr[n]))
        return false;
    form = xc_value_words_forms(reader->words, xc_str_sub(word, 0, n));
    while (form != NULL && form->class != XC_FORM_CURRENCY_BEFORE &&
           form->class != XC_FORM_MONTH && form->class != XC_FORM_MONTH_WORD)
        form = form->next;
    return form == NULL;
}

static enum xc_status
read_word(struct reader *reader, const struct xc_word *word)
{
    struct xc_str bytes = xc_str_at(reader->folded, word->folded);
    size_t first = reader->atoms->n;
    enum xc_status status = XC_OK;
    bool has_digit = false;
    size_t i;

    for (i = 0; i < bytes.len; i++)
        has_digit = has_digit || is_digit(bytes.ptr[i]);
    if (has_digit && !is_code(reader, bytes)) {
        status = read_mixed_word(reader, word->folded.off_bytes,
                                 word->folded.off_bytes + word->folded.len_bytes);
    } else {
        struct xc_atom *atom = add_atom(reader, XC_ATOM_WORD, word->folded.off_bytes,
                                        word->folded.len_bytes);
        if (atom == NULL)
            return XC_NO_MEMORY;
        /* A number word's key is its digits; it is looked up as it is written. */
        if ((word->flags & XC_WORD_NUMBER) == 0)
            atom->text = word->key;
    }
    if (status == XC_OK && first < reader->atoms->n) {
        struct xc_atom *atom = &reader->atoms->items[first];

        atom->flags |= (word->flags & XC_WORD_CAPITAL) != 0 ? XC_ATOM_CAPITAL : 0u;
        atom->flags |= (word->flags & XC_WORD_CLITIC) != 0 ? XC_ATOM_CLITIC : 0u;
    }
    return status;
}

/*
 * The part of gap [from, to) that belongs to word `next` (signs before it) or to the
 * word before it (signs glued behind): "fell 20% to $5".
 */
static enum xc_status
read_gap_between(struct reader *reader, size_t from, size_t to, size_t next, bool first)
{
    size_t split = from;
    enum xc_status status;

    while (!first && split < to && reader->folded.ptr[split] != ' ')
        split += 1;
    /* With no space in between ("us$5") the sign goes with what follows. */
    if (split == to)
        split = from;
    reader->word = first ? next : next - 1;
    status = read_gap(reader, from, split);
    reader->word = next;
    return status == XC_OK ? read_gap(reader, split, to) : status;
}

/* What is glued behind the range's last word is its own, and all that ends the
 * sentence: "rose 20%", "costs 10 €". */
static enum xc_status
read_end(struct reader *reader, const struct xc_sentence *sentence, size_t range_end,
         size_t from)
{
    const struct xc_text *text = reader->atoms->text;
    size_t end = range_end < sentence->words.end
                     ? text->words.items[range_end].folded.off_bytes
                     : sentence->folded.off_bytes + sentence->folded.len_bytes;
    size_t stop = range_end < sentence->words.end ? from : end;
    enum xc_status status;

    while (stop < end && reader->folded.ptr[stop] != ' ')
        stop++;
    reader->word = range_end - 1;
    status = read_gap(reader, from, stop);
    reader->atoms->end_gap = reader->gap | (stop == end ? XC_GAP_EDGE : XC_GAP_SPACE);
    return status;
}

enum xc_status
xc_atoms_read(const struct xc_value_words *words, const struct xc_text *text,
              struct xc_range range, struct xc_arena *arena, struct xc_atoms *out)
{
    struct xc_atoms atoms = {NULL, 0, 0, XC_GAP_EDGE, text, 0, false};
    struct reader reader = {words, &atoms, arena, text->fold.text, XC_GAP_EDGE, 0};
    size_t s = range.first < range.end ? xc_text_sentence_of(text, range.first)
                                       : text->n_sentences;
    const struct xc_sentence *sentence;
    size_t at;
    size_t i;
    enum xc_status status = XC_OK;

    if (s >= text->n_sentences) {
        *out = atoms;
        return XC_OK;
    }
    sentence = &text->sentences[s];
    atoms.block = sentence->block;
    atoms.headline = text->blocks[sentence->block].kind == XC_BLOCK_HEADLINE;
    at = sentence->folded.off_bytes;
    if (range.first > sentence->words.first) {
        const struct xc_word *before = &text->words.items[range.first - 1];
        at = before->folded.off_bytes + before->folded.len_bytes;
    }
    for (i = range.first; i < range.end && status == XC_OK; i++) {
        const struct xc_word *word = &text->words.items[i];
        size_t off = word->folded.off_bytes;

        if (off > at) {
            /* A dropped 's is no part of the gap. */
            if (i > range.first &&
                (text->words.items[i - 1].flags & XC_WORD_POSSESSIVE) != 0) {
                reader.gap |= XC_GAP_APOSTROPHE;
                while (at < off && reader.folded.ptr[at] != ' ')
                    at++;
            }
            status = read_gap_between(&reader, at, off, i, i == range.first);
        }
        reader.word = i;
        if (status == XC_OK && atoms.n < XC_MAX_SENTENCE_ATOMS)
            status = read_word(&reader, word);
        at = off + word->folded.len_bytes;
    }
    if (status != XC_OK)
        return status;
    status = read_end(&reader, sentence, range.end, at);
    if (status != XC_OK)
        return status;
    xc_atoms_settle(words, &atoms);
    *out = atoms;
    return XC_OK;
}

unsigned
xc_atoms_gap(const struct xc_atoms *atoms, size_t i)
{
    return i < atoms->n ? atoms->items[i].gap : atoms->end_gap;
}

bool
xc_atoms_joined(const struct xc_atoms *atoms, size_t i)
{
    const unsigned inside = XC_GAP_SPACE | XC_GAP_HYPHEN;

    return i < atoms->n && (atoms->items[i].gap & ~inside) == 0;
}

bool
xc_atoms_has(const struct xc_atoms *atoms, size_t i, uint64_t classes)
{
    return i < atoms->n && (atoms->items[i].classes & classes) != 0;
}

const struct xc_form *
xc_atoms_form(const struct xc_atoms *atoms, size_t i, enum xc_form_class class,
              size_t *out_end)
{
    const struct xc_form *form;
    size_t k;

    if (!xc_atoms_has(atoms, i, XC_CLASS(class)))
        return NULL;
    for (k = atoms->items[i].n_phrases; k-- > 0;) {
        const struct xc_atom_phrase *phrase = &atoms->items[i].phrases[k];

        for (form = phrase->forms; form != NULL; form = form->next) {
            if (form->class != class)
                continue;
            if (out_end != NULL)
                *out_end = phrase->end;
            return form;
        }
    }
    return NULL;
}

bool
xc_atoms_is(const struct xc_atoms *atoms, size_t i, const char *word)
{
    return i < atoms->n && xc_str_is(atoms->items[i].text, word);
}

bool
xc_atoms_is_figures(const struct xc_atoms *atoms, size_t i)
{
    return i < atoms->n && atoms->items[i].kind == XC_ATOM_NUMBER &&
           (atoms->items[i].flags & XC_ATOM_ODD) == 0;
}
