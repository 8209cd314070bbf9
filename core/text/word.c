/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/word.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "text/accent.h"
#include "text/capital.h"
#include "text/character.h"
#include "text/clitic.h"
#include "text/run.h"
#include "text/token.h"
#include "text/word_rules.h"

struct splitter {
    const struct xc_word_rules *rules;
    const struct xc_number_shapes *shapes;
    struct xc_str text; /* the folded text up to where the span ends */
    size_t begin;       /* where the span begins */
    struct xc_arena *arena;
    struct xc_word_vec *words;
    struct xc_capitals capitals;
    bool quote_open; /* a single quotation mark is waiting for its other half */
    bool stars_open; /* so is a "*" */
};

/* A word to be: a piece of a token. */
struct piece {
    size_t first;
    size_t end;
    struct xc_str key;
    unsigned flags;
};

static struct xc_str
text_between(const struct splitter *s, size_t first, size_t end)
{
    return xc_str_sub(s->text, first, end - first);
}

static char
byte_at(const struct splitter *s, size_t at)
{
    return (char)(at < s->text.len ? s->text.ptr[at] : '\0');
}

/* The byte before `at`, a space where the span begins. */
static char
byte_before(const struct splitter *s, size_t at)
{
    return (char)(at > s->begin ? s->text.ptr[at - 1] : ' ');
}

/* Whether a hyphen, and nothing else, stands between the word that begins at first and
 * the one before it. */
static bool
is_joined(const struct splitter *s, size_t first)
{
    const struct xc_word *before;

    if (byte_before(s, first) != '-' || s->words->n == 0)
        return false;
    before = &s->words->items[s->words->n - 1];
    return before->folded.off_bytes + before->folded.len_bytes + 1 == first;
}

static bool
add_word(struct splitter *s, const struct piece *piece)
{
    unsigned flags =
        piece->flags | xc_capitals_of(&s->capitals, piece->first, piece->end);
    struct xc_word *word;

    if (piece->key.ptr[0] >= '0' && piece->key.ptr[0] <= '9')
        flags |= XC_WORD_NUMBER;
    if (is_joined(s, piece->first))
        flags |= XC_WORD_HYPHENED;
    word = XC_VEC_ADD(s->words, s->arena);
    if (word == NULL)
        return false;
    *word =
        (struct xc_word){{piece->first, piece->end - piece->first}, piece->key, flags};
    return true;
}

/* The bytes of a token as its key has them; false: no memory. */
static bool
spell_key(struct splitter *s, const struct xc_token *token, struct xc_str bytes,
          struct xc_str *out)
{
    /* One byte more for the 0 of ".5", and all again without accents. */
    char *key = xc_arena_alloc(s->arena, 2 * (bytes.len + 1));
    char *plain;
    size_t n = 0;
    size_t i;

    if (key == NULL)
        return false;
    if (bytes.ptr[0] == '.')
        key[n++] = '0';
    for (i = 0; i < bytes.len; i++) {
        char c = bytes.ptr[i];

        if (c == '\'' || c == ',' || (c == '.' && token->shape != XC_TOKEN_NUMBER))
            continue;
        key[n++] = (char)(c == '-' || c == '_' ? '*' : c);
    }
    plain = key + n;
    *out = (struct xc_str){plain, xc_accent_drop((struct xc_str){key, n}, plain)};
    return true;
}

/* "cannot" is two words however it was spelled ("cannôt"): where the second begins. */
static size_t
cannot_middle(struct xc_str text, size_t at)
{
    size_t n_letters = 0;

    for (;;) {
        uint32_t code;
        size_t len = xc_character_decode(text, at, &code);

        if (xc_code_is_letter(code) && n_letters++ == 3)
            return at;
        at += len;
    }
}

/* Without a lone star at its end, which masks nothing once a clitic behind it is gone:
 * "a*n't". */
static struct xc_str
without_lone_star(struct xc_str key)
{
    if (key.len > 1 && key.ptr[key.len - 1] == '*' &&
        xc_str_find(key, 0, '*') == key.len - 1)
        key.len--;
    return key;
}

/* Adds "cannot", the word of the bytes [first, end), as can and not. */
static bool
add_cannot(struct splitter *s, size_t first, size_t end, unsigned flags)
{
    size_t middle = cannot_middle(s->text, first);
    struct piece can = {first, middle, XC_STR("can"), 0};
    struct piece not = {middle, end, XC_STR("not"), flags | XC_WORD_CLITIC};

    return add_word(s, &can) && add_word(s, &not );
}

/* Adds the word that the token's bytes [first, end) are. */
static bool
add_host(struct splitter *s, const struct xc_token *token, size_t first, size_t end,
         unsigned flags)
{
    struct piece piece = {first, end, text_between(s, first, end), flags};

    if (!token->is_plain && !spell_key(s, token, piece.key, &piece.key))
        return false;
    if (piece.key.len == 6 && xc_str_is(piece.key, "cannot"))
        return add_cannot(s, first, end, flags);
    piece.key = xc_word_rules_key(s->rules, without_lone_star(piece.key));
    return add_word(s, &piece);
}

/* The same for letters and digits, which are one word as they stand. */
static bool
add_rare_run(struct splitter *s, size_t first, size_t end)
{
    struct piece piece = {first, end, {s->text.ptr + first, end - first}, 0};

    if (piece.key.len == 6 && xc_str_is(piece.key, "cannot"))
        return add_cannot(s, first, end, 0);
    piece.key = xc_word_rules_key(s->rules, piece.key);
    return add_word(s, &piece);
}

/* Adds the letters and digits [first, end): at once when nothing is to be looked up, and
 * there is room, as for nearly all. */
static inline bool
add_run(struct splitter *s, size_t first, size_t end)
{
    const struct xc_str key = {s->text.ptr + first, end - first};
    unsigned flags;

    if (xc_number_shapes_have(s->shapes, key) ||
        !xc_capitals_plain(&s->capitals, first, end, &flags) ||
        byte_before(s, first) == '-' || s->words->n == s->words->cap ||
        (key.len == 6 && key.ptr[0] == 'c'))
        return add_rare_run(s, first, end);
    s->words->items[s->words->n++] = (struct xc_word){{first, end - first}, key, flags};
    return true;
}

static bool
add_url(struct splitter *s, size_t first, size_t end)
{
    struct piece piece = {first, end, text_between(s, first, end), 0};

    if (piece.key.len > XC_MAX_WORD_BYTES) {
        piece.key.len = XC_MAX_WORD_BYTES;
        while (((unsigned char)piece.key.ptr[piece.key.len] & 0xC0) == 0x80)
            piece.key.len--;
        piece.key.len -= xc_token_url_tail(piece.key);
    }
    return add_word(s, &piece);
}

/* Adds the words of a token with an apostrophe between letters. */
static bool
add_with_clitics(struct splitter *s, const struct xc_token *token, size_t first)
{
    struct xc_clitics clitics;
    struct xc_token rest = *token;
    struct xc_str bytes;
    struct piece host = {first, first, XC_STR(""), 0};
    size_t i;

    xc_clitics_split(s->rules, text_between(s, first, token->end), &clitics);
    host.end = first + clitics.host_len;
    bytes = text_between(s, first, host.end);
    host.key = clitics.host_key;
    if (clitics.is_possessive && clitics.n == 0)
        host.flags = XC_WORD_POSSESSIVE;
    rest.is_plain = token->is_plain && xc_str_find(bytes, 0, '\'') == bytes.len;
    if (!(host.key.len > 0 ? add_word(s, &host)
                           : add_host(s, &rest, first, host.end, host.flags)))
        return false;
    for (i = 0; i < clitics.n; i++) {
        const struct xc_clitic *clitic = &clitics.items[i];
        struct piece piece = {first + clitic->bytes.off_bytes, 0, clitic->key,
                              XC_WORD_CLITIC};

        piece.end = piece.first + clitic->bytes.len_bytes;
        /* What was dropped stands behind the last of them: "the one who's's car". */
        if (clitics.is_possessive && i + 1 == clitics.n)
            piece.flags |= XC_WORD_POSSESSIVE;
        if (!add_word(s, &piece))
            return false;
    }
    return true;
}

/* Whether the mark at `at` begins a 's or 'd that ends there: 's, but not 'stop. */
static bool
is_short_clitic(const struct splitter *s, size_t at)
{
    char c = byte_at(s, at + 1);

    return byte_at(s, at) == '\'' && (c == 's' || c == 'd') &&
           !xc_token_goes_on(s->text, at + 2) && byte_at(s, at + 2) != '\'';
}

/* Adds the word of a token that 's follows and that no apostrophe is inside of: a
 * number or an acronym ("the U.S.'s"). */
static bool
add_before_s(struct splitter *s, const struct xc_token *token, size_t first)
{
    struct piece decade = {first, token->end + 2, XC_STR(""), 0};
    struct xc_str digits = text_between(s, first, token->end);
    char *key;

    if (!xc_clitic_makes_decade(digits))
        return add_host(s, token, first, token->end, XC_WORD_POSSESSIVE);
    key = xc_arena_copy(s->arena, digits.ptr, digits.len + 1);
    if (key == NULL)
        return false;
    key[digits.len] = 's';
    decade.key = (struct xc_str){key, digits.len + 1};
    return add_word(s, &decade);
}

/* Takes the token that begins at *at and moves *at behind it and a dropped 's. */
static bool
take_token(struct splitter *s, size_t *at)
{
    size_t first = *at;
    struct xc_token token;
    unsigned flags = 0;
    size_t end;

    xc_token_scan(s->text, first, s->stars_open, &token);
    end = token.end;
    *at = end;
    if (token.shape == XC_TOKEN_URL)
        return add_url(s, first, end);
    if (token.has_apostrophe)
        return add_with_clitics(s, &token, first);
    if (byte_at(s, end) == '\'') {
        if (byte_at(s, end + 1) == 's' && is_short_clitic(s, end)) {
            *at = end + 2;
            return add_before_s(s, &token, first);
        }
        /* The dogs' owner; but in 'the dogs' the mark closes the quotation. */
        if (s->text.ptr[end - 1] == 's' && end - first > 1 && !s->quote_open &&
            !xc_token_goes_on(s->text, end + 1)) {
            *at = end + 1;
            flags = XC_WORD_POSSESSIVE;
        }
    }
    return add_host(s, &token, first, end, flags);
}

/*
 * Passes the apostrophe at *at, which is in no token: a quotation mark, a 's or 'd that
 * stands alone (in a rule: "the key 's"), the possessive of "Jr.'s".
 */
static bool
take_apostrophe(struct splitter *s, size_t *at)
{
    size_t mark = *at;
    char before = byte_before(s, mark);
    struct piece clitic = {mark, mark + 2, XC_STR("'d"), XC_WORD_CLITIC};
    struct xc_word *last = s->words->n > 0 ? &s->words->items[s->words->n - 1] : NULL;

    *at = mark + 1;
    if (is_short_clitic(s, mark)) {
        if (before == ' ') {
            if (byte_at(s, mark + 1) == 's')
                clitic.key = XC_STR("'s");
            *at = clitic.end;
            return add_word(s, &clitic);
        }
        if (before == '.' && last != NULL && byte_at(s, mark + 1) == 's' &&
            last->folded.off_bytes + last->folded.len_bytes + 1 == mark) {
            last->flags |= XC_WORD_POSSESSIVE;
            *at = mark + 2;
            return true;
        }
    }
    /* An opening mark has a word behind it and none right before it. */
    s->quote_open = xc_token_begins(s->text, *at) &&
                    !(mark > s->begin && xc_token_goes_on(s->text, mark - 1));
    return true;
}

static void
pass_stars(struct splitter *s, size_t *at)
{
    size_t first = *at;

    while (byte_at(s, *at) == '*')
        ++*at;
    if (xc_token_begins(s->text, *at))
        s->stars_open = true;
    else if (byte_before(s, first) != ' ')
        s->stars_open = false;
}

enum xc_status
xc_words_split(const struct xc_word_rules *rules, const struct xc_fold *fold,
               struct xc_str article, struct xc_span folded, struct xc_arena *arena,
               struct xc_word_vec *words)
{
    struct splitter s = {
        .rules = rules,
        .shapes = xc_word_rules_shapes(rules),
        .text = {fold->text.ptr, folded.off_bytes + folded.len_bytes},
        .begin = folded.off_bytes,
        .arena = arena,
        .words = words,
    };
    size_t at = folded.off_bytes;
    size_t end;
    bool ok = true;

    xc_capitals_init(&s.capitals, fold, article, at);
    while (ok && xc_run_next(fold->maps, s.text, &at, &end)) {
        char c = s.text.ptr[at];

        if (end > at) {
            ok = add_run(&s, at, end);
            at = end;
        } else if (xc_token_begins(s.text, at) ||
                   (c == '.' && xc_token_begins_with_point(s.text, at))) {
            ok = take_token(&s, &at);
        } else if (c == '\'') {
            ok = take_apostrophe(&s, &at);
        } else if (c == '*') {
            pass_stars(&s, &at);
        } else {
            at++;
        }
    }
    return ok ? XC_OK : XC_NO_MEMORY;
}

enum xc_status
xc_words_of_text(const struct xc_word_rules *rules, struct xc_str text,
                 struct xc_arena *arena, struct xc_str **out_keys, size_t *out_n)
{
    struct xc_span run = {0, text.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_word_vec words = {NULL, 0, 0};
    struct xc_fold fold;
    struct xc_str *keys;
    enum xc_status status = xc_fold_blocks(text, &block, 1, arena, &fold);
    size_t i;

    if (status == XC_OK)
        status = xc_words_split(rules, &fold, text, fold.blocks[0], arena, &words);
    if (status != XC_OK)
        return status;
    keys = xc_arena_array(arena, words.n, sizeof *keys);
    if (keys == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < words.n; i++)
        keys[i] = words.items[i].key;
    *out_keys = keys;
    *out_n = words.n;
    return XC_OK;
}
