/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/syntax.h"

#include <string.h>

#include "base/vec.h"

/* Words that a subject may have before its verb ("the mayor of the city said"). */
#define MAX_SUBJECT_WORDS 8
/* The same for a subject without determiner: "angry fans would", "bridge was". */
#define MAX_BARE_SUBJECT_WORDS 3

#define DETERMINER (XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE)

/* Gives word i, and the rest of a phrase that begins there, their classes; returns how
 * many words that were. */
static size_t
classify(const struct xc_clause_rules *rules, struct xc_syntax *syntax, size_t i)
{
    char phrase[XC_SYNTAX_PHRASE_BYTES];
    size_t n_most =
        syntax->n - i < XC_SYNTAX_PHRASE_WORDS ? syntax->n - i : XC_SYNTAX_PHRASE_WORDS;
    size_t len = 0;
    size_t n_words = 1;
    size_t classes = 0;
    size_t k;

    (void)xc_table_get(&rules->classes, syntax->words[i].key, &classes);
    syntax->words[i].classes = (unsigned)classes;
    if (!xc_table_get(&rules->starts, syntax->words[i].key, NULL))
        return 1;
    for (k = 0; k < n_most; k++) {
        struct xc_str key = syntax->words[i + k].key;

        if (len + key.len + 1 > sizeof phrase ||
            (k > 0 && syntax->words[i + k].gap != 0))
            break;
        if (k > 0)
            phrase[len++] = ' ';
        memcpy(phrase + len, key.ptr, key.len);
        len += key.len;
        if (k > 0 &&
            xc_table_get(&rules->classes, (struct xc_str){phrase, len}, &classes)) {
            syntax->words[i].classes = (unsigned)classes;
            n_words = k + 1;
        }
    }
    return n_words;
}

/* What the punctuation of a gap says.  A colon or hyphen only counts with a space after
 * it ("10:30", "skin-tight"). */
static unsigned
read_gap(struct xc_str gap)
{
    unsigned bits = 0;
    size_t i;

    for (i = 0; i < gap.len; i++) {
        bool last = i + 1 == gap.len;
        bool after_space = i > 0 && gap.ptr[i - 1] == ' ';

        switch (gap.ptr[i]) {
        case ',':
        case '?':
        case '!':
            bits |= XC_SYNTAX_COMMA;
            break;
        case ';':
            bits |= XC_SYNTAX_STOP;
            break;
        case ':':
            bits |= last ? 0U : (unsigned)XC_SYNTAX_STOP;
            break;
        case '-':
            if (!last &&
                (gap.ptr[i + 1] == '-' || (after_space && gap.ptr[i + 1] == ' ')))
                bits |= XC_SYNTAX_DASH;
            break;
        case '(':
            bits |= XC_SYNTAX_OPEN;
            break;
        case ')':
            bits |= XC_SYNTAX_CLOSE;
            break;
        default:
            break;
        }
    }
    return bits;
}

/* "The star, 43, did": an age between commas is no parenthesis that could end
 * anything, so its commas are forgotten. */
static void
forget_ages(struct xc_syntax *syntax, const struct xc_text *text)
{
    size_t i;

    for (i = 1; i + 1 < syntax->n; i++) {
        unsigned flags = text->words.items[syntax->first + i].flags;

        if ((flags & XC_WORD_NUMBER) != 0 && syntax->words[i].gap == XC_SYNTAX_COMMA &&
            syntax->words[i + 1].gap == XC_SYNTAX_COMMA &&
            syntax->words[i].key.len <= 2) {
            syntax->words[i].gap = 0;
            syntax->words[i + 1].gap = 0;
        }
    }
}

/* Whether at least two words in three, of four or more, begin with a capital. */
static bool
is_title_case(const struct xc_text *text, struct xc_range words)
{
    size_t n_capital = 0;
    size_t n_words = 0;
    size_t i;

    for (i = words.first; i < words.end; i++) {
        unsigned flags = text->words.items[i].flags;

        if ((flags & (XC_WORD_NUMBER | XC_WORD_CLITIC)) != 0)
            continue;
        n_words++;
        n_capital += (flags & (XC_WORD_CAPITAL | XC_WORD_ALL_CAPS)) != 0 ? 1 : 0;
    }
    return n_words >= 4 && n_capital * 3 >= n_words * 2;
}

enum xc_status
xc_syntax_read(const struct xc_clause_rules *rules, const struct xc_text *text,
               size_t s, struct xc_arena *arena, struct xc_syntax *out)
{
    const struct xc_sentence *sentence = &text->sentences[s];
    struct xc_str folded = xc_str_at(text->fold.text, sentence->folded);
    struct xc_syntax syntax = {.first = sentence->words.first,
                               .n = sentence->words.end - sentence->words.first};
    size_t i;

    syntax.words = xc_arena_array(arena, syntax.n, sizeof *syntax.words);
    if (syntax.words == NULL)
        return XC_NO_MEMORY;
    syntax.all_capitals = is_title_case(text, sentence->words);
    syntax.ends_with_mark = xc_str_ends(folded, "?") || xc_str_ends(folded, "?\"");
    for (i = 0; i < syntax.n; i++) {
        const struct xc_word *word = &text->words.items[syntax.first + i];

        syntax.words[i].key = word->key;
        syntax.words[i].is_name =
            (word->flags & XC_WORD_CAPITAL) != 0 && !syntax.all_capitals;
        if (i > 0)
            syntax.words[i].gap =
                read_gap(xc_text_gap(text, sentence->block, syntax.first + i));
    }
    for (i = 0; i < syntax.n; i = xc_syntax_after(&syntax, i))
        syntax.words[i].n_phrase = classify(rules, &syntax, i);
    for (i = 0; i < syntax.n; i++) {
        /* "U.S.-led", "long-lasting" are adjectives. */
        if ((text->words.items[syntax.first + i].flags & XC_WORD_HYPHENED) != 0) {
            syntax.words[i].classes &=
                ~(unsigned)(XC_SYNTAX_PAST | XC_SYNTAX_EITHER | XC_SYNTAX_PARTICIPLE |
                            XC_SYNTAX_SPEECH);
            syntax.words[i].classes |= XC_SYNTAX_STEADY;
        }
    }
    forget_ages(&syntax, text);
    *out = syntax;
    return XC_OK;
}

size_t
xc_syntax_after(const struct xc_syntax *syntax, size_t i)
{
    size_t n = i < syntax->n ? syntax->words[i].n_phrase : 1;

    return i + (n > 0 ? n : 1);
}

bool
xc_syntax_is_ing(const struct xc_syntax *syntax, size_t i)
{
    return i < syntax->n && syntax->words[i].key.len >= 5 &&
           syntax->words[i].n_phrase == 1 && xc_str_ends(syntax->words[i].key, "ing") &&
           !xc_syntax_is(syntax, i, XC_SYNTAX_STEADY);
}

bool
xc_syntax_is_either(const struct xc_syntax *syntax, size_t i)
{
    struct xc_str key;

    if (i >= syntax->n || xc_syntax_is(syntax, i, XC_SYNTAX_STEADY | XC_SYNTAX_PAST))
        return false;
    if (xc_syntax_is(syntax, i, XC_SYNTAX_EITHER))
        return true;
    key = syntax->words[i].key;
    return key.len >= 4 && xc_str_ends(key, "ed") && !xc_str_ends(key, "eed");
}

size_t
xc_syntax_skip_adverbs(const struct xc_syntax *syntax, size_t i)
{
    for (; i < syntax->n; i++) {
        struct xc_str key = syntax->words[i].key;

        if (!xc_syntax_is(syntax, i, XC_SYNTAX_ADVERB | XC_SYNTAX_CONNECTIVE) &&
            !(key.len >= 5 && xc_str_ends(key, "ly")))
            break;
    }
    return i;
}

/* Whether word i ends like a verb of the third person ("wears") or a plural noun. */
static bool
ends_with_s(const struct xc_syntax *syntax, size_t i)
{
    struct xc_str key = syntax->words[i].key;

    return key.len >= 4 && xc_str_ends(key, "s") && !xc_str_ends(key, "ss") &&
           !xc_str_ends(key, "us") && !xc_str_ends(key, "is") &&
           syntax->words[i].classes == 0;
}

static bool
begins_with_digit(const struct xc_syntax *syntax, size_t i)
{
    struct xc_str key = syntax->words[i].key;

    return key.len > 0 && key.ptr[0] >= '0' && key.ptr[0] <= '9';
}

bool
xc_syntax_is_auxiliary(const struct xc_syntax *syntax, size_t i)
{
    if (!xc_syntax_is(syntax, i, XC_SYNTAX_AUXILIARY))
        return false;
    /* "to have", "in May" */
    return i == 0 || !(xc_str_is(syntax->words[i - 1].key, "to") ||
                       (syntax->words[i].is_name &&
                        xc_syntax_is(syntax, i - 1, XC_SYNTAX_PREPOSITION)));
}

/* Whether word i can only be a finite verb. */
static bool
is_surely_finite(const struct xc_syntax *syntax, size_t i)
{
    if (xc_syntax_is_auxiliary(syntax, i) || xc_syntax_is(syntax, i, XC_SYNTAX_PAST))
        return true;
    return xc_syntax_is(syntax, i, XC_SYNTAX_SPEECH) &&
           !xc_syntax_is(syntax, i - 1, DETERMINER | XC_SYNTAX_PREPOSITION);
}

bool
xc_syntax_finite_at(const struct xc_syntax *syntax, size_t i)
{
    i = xc_syntax_skip_adverbs(syntax, i);
    if (i >= syntax->n)
        return false;
    if (is_surely_finite(syntax, i))
        return true;
    /* not "the closed bridge", "in closed court", "closed by the police" */
    if (xc_syntax_is_either(syntax, i))
        return !(i + 1 < syntax->n && xc_str_is(syntax->words[i + 1].key, "by")) &&
               !(i > 0 &&
                 xc_syntax_is(syntax, i - 1, DETERMINER | XC_SYNTAX_PREPOSITION) &&
                 syntax->words[i].gap == 0);
    /* "weighs 40 lb", "wears the gown" */
    return ends_with_s(syntax, i) && i + 1 < syntax->n &&
           syntax->words[i + 1].gap == 0 &&
           (xc_syntax_is(syntax, i + 1, DETERMINER) ||
            begins_with_digit(syntax, i + 1));
}

/* A pronoun with its verb: "it went", "everyone knows". */
static enum xc_syntax_evidence
pronoun_verb(const struct xc_syntax *syntax, size_t i)
{
    size_t verb = xc_syntax_skip_adverbs(syntax, i + 1);

    if (verb >= syntax->n || syntax->words[verb].gap != 0)
        return XC_SYNTAX_NONE;
    if (is_surely_finite(syntax, verb) || xc_syntax_is_either(syntax, verb))
        return XC_SYNTAX_STRONG;
    return xc_syntax_is(syntax, i, DETERMINER) || !ends_with_s(syntax, verb)
               ? XC_SYNTAX_NONE
               : XC_SYNTAX_STRONG;
}

/* Whether no subject goes on over word i. */
static bool
breaks_subject(const struct xc_syntax *syntax, size_t i)
{
    if (syntax->words[i].gap != 0)
        return true;
    /* "the mayor of the city" goes on, "the mayor because of the rain" does not */
    if (xc_syntax_is(syntax, i, XC_SYNTAX_PREPOSITION))
        return syntax->words[i].n_phrase > 1;
    return xc_syntax_is(syntax, i,
                        XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_ADVERSATIVE |
                            XC_SYNTAX_CONCESSIVE) ||
           (xc_syntax_is(syntax, i, XC_SYNTAX_COORDINATOR) &&
            !xc_str_is(syntax->words[i].key, "and"));
}

/* "The mayor closed the bridge": no participle has an object right behind it. */
static bool
takes_object(const struct xc_syntax *syntax, size_t i)
{
    return i + 1 < syntax->n && syntax->words[i + 1].gap == 0 &&
           xc_syntax_is(syntax, i + 1, DETERMINER);
}

/*
 * What word i, which may be past or participle, says after a noun phrase from first on:
 * "the bridge reopened" is a clause, "a design created by", "the closed bridge" none.
 */
static enum xc_syntax_evidence
either_evidence(const struct xc_syntax *syntax, size_t first, size_t i)
{
    size_t before = i - 1;

    while (before > first && xc_syntax_is(syntax, before, XC_SYNTAX_ADVERB))
        before--;
    /* "the newly closed bridge", "the bridge that was closed" */
    if (xc_syntax_is(syntax, before,
                     DETERMINER | XC_SYNTAX_PREPOSITION | XC_SYNTAX_AUXILIARY |
                         XC_SYNTAX_PERFECT))
        return XC_SYNTAX_NONE;
    if (i + 1 < syntax->n && xc_str_is(syntax->words[i + 1].key, "by"))
        return XC_SYNTAX_NONE;
    if (takes_object(syntax, i))
        return XC_SYNTAX_STRONG;
    if (!xc_syntax_is(syntax, first, XC_SYNTAX_DEFINITE) &&
        !syntax->words[first].is_name &&
        xc_syntax_is(syntax, i + 1, XC_SYNTAX_PREPOSITION))
        return XC_SYNTAX_NONE;
    return XC_SYNTAX_WEAK;
}

/* Whether a relative clause begins within a subject at word i: "the gown that she wore",
 * "the gown she wore", "the gown the star wore"; not "she and he", "of the star". */
static bool
begins_inner_relative(const struct xc_syntax *syntax, size_t i)
{
    if (xc_syntax_is(syntax, i, XC_SYNTAX_RELATIVE | XC_SYNTAX_THAT))
        return true;
    /* the pronoun itself: "that she" owes one verb, not two */
    if (xc_syntax_is(syntax, i - 1, XC_SYNTAX_RELATIVE | XC_SYNTAX_THAT))
        return false;
    return xc_syntax_is(syntax, i, XC_SYNTAX_SUBJECT | XC_SYNTAX_DEFINITE) &&
           !xc_syntax_is(syntax, i - 1,
                         XC_SYNTAX_COORDINATOR | XC_SYNTAX_PREPOSITION |
                             XC_SYNTAX_ADVERB | DETERMINER);
}

/* A noun phrase that begins at first, with a determiner, name, number or plural. */
static enum xc_syntax_evidence
phrase_verb(const struct xc_syntax *syntax, size_t first)
{
    size_t n_owed = 0; /* verbs of reduced relatives: the gown she wore was new */
    size_t i;

    for (i = first + 1; i < syntax->n && i <= first + MAX_SUBJECT_WORDS; i++) {
        enum xc_syntax_evidence evidence = XC_SYNTAX_NONE;

        if (breaks_subject(syntax, i))
            return XC_SYNTAX_NONE;
        if (begins_inner_relative(syntax, i))
            n_owed++;
        else if (is_surely_finite(syntax, i))
            evidence = XC_SYNTAX_STRONG;
        else if (xc_syntax_is_either(syntax, i))
            evidence = either_evidence(syntax, first, i);
        if (evidence != XC_SYNTAX_NONE && n_owed == 0)
            return evidence;
        if (evidence != XC_SYNTAX_NONE)
            n_owed--;
    }
    return XC_SYNTAX_NONE;
}

/*
 * A subject without determiner: a plural right before an auxiliary ("angry fans
 * would") or a verb with its object; in a headline any nouns ("Bridge Was Closed").
 */
static enum xc_syntax_evidence
bare_subject_verb(const struct xc_syntax *syntax, size_t first)
{
    size_t i;

    for (i = first; i < syntax->n && i < first + MAX_BARE_SUBJECT_WORDS; i++) {
        size_t verb;

        if ((i > first && syntax->words[i].gap != 0) || syntax->words[i].classes != 0 ||
            xc_syntax_is_ing(syntax, i) || xc_syntax_is_either(syntax, i))
            return XC_SYNTAX_NONE;
        verb = xc_syntax_skip_adverbs(syntax, i + 1);
        /* "engineers closed the bridge" */
        if (verb < syntax->n && syntax->words[verb].gap == 0 &&
            xc_syntax_is_either(syntax, verb) && takes_object(syntax, verb) &&
            ends_with_s(syntax, i))
            return XC_SYNTAX_STRONG;
        if (verb < syntax->n && syntax->words[verb].gap == 0 &&
            xc_syntax_is(syntax, verb,
                         XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST | XC_SYNTAX_SPEECH) &&
            (ends_with_s(syntax, i) || syntax->all_capitals))
            return XC_SYNTAX_STRONG;
    }
    return XC_SYNTAX_NONE;
}

bool
xc_syntax_is_subject_like(const struct xc_syntax *syntax, size_t i)
{
    return i < syntax->n && (xc_syntax_is(syntax, i,
                                          XC_SYNTAX_SUBJECT | XC_SYNTAX_PRONOUN |
                                              DETERMINER | XC_SYNTAX_PLURAL) ||
                             syntax->words[i].is_name || begins_with_digit(syntax, i));
}

enum xc_syntax_evidence
xc_syntax_subject_verb(const struct xc_syntax *syntax, size_t i)
{
    size_t first = xc_syntax_skip_adverbs(syntax, i);

    if (first >= syntax->n)
        return XC_SYNTAX_NONE;
    /* "that the gown was" is an object clause, "that gown was" and "that was" are not */
    if (xc_syntax_is(syntax, first, XC_SYNTAX_THAT) &&
        xc_syntax_is_subject_like(syntax, first + 1))
        return XC_SYNTAX_NONE;
    if (xc_syntax_is(syntax, first, XC_SYNTAX_SUBJECT)) {
        if (xc_syntax_is(syntax, first + 1, XC_SYNTAX_COORDINATOR))
            return phrase_verb(syntax, first);
        return first + 1 < syntax->n && syntax->words[first + 1].gap == 0
                   ? XC_SYNTAX_STRONG
                   : XC_SYNTAX_NONE;
    }
    if (xc_syntax_is(syntax, first, XC_SYNTAX_PRONOUN)) {
        enum xc_syntax_evidence evidence = pronoun_verb(syntax, first);

        if (evidence != XC_SYNTAX_NONE)
            return evidence;
    }
    if (xc_syntax_is_subject_like(syntax, first))
        return phrase_verb(syntax, first);
    return bare_subject_verb(syntax, first);
}
