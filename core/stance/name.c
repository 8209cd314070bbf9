/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/name.h"

#include <string.h>

#include "base/vec.h"
#include "text/syntax.h"

static const size_t longest_full_name = 3; /* words */

struct xc_names *
xc_names_new(const struct xc_lexicon *lexicon, const struct xc_text *text,
             struct xc_arena *arena)
{
    struct xc_names *names = xc_arena_array(arena, 1, sizeof *names);

    if (names == NULL)
        return NULL;
    names->lexicon = lexicon;
    names->text = text;
    names->arena = arena;
    return names;
}

/* Whether word i stands at the head of its sentence, where everything is capitalised. */
static bool
is_sentence_first(const struct xc_text *text, size_t i)
{
    size_t sentence = xc_text_sentence_of(text, i);

    return sentence < text->n_sentences && text->sentences[sentence].words.first == i;
}

/* Notes the words that begin sentences with a capital; false when memory is short. */
static bool
find_firsts(struct xc_names *names)
{
    const struct xc_text *text = names->text;
    size_t unused;
    size_t s;

    for (s = 0; s < text->n_sentences; s++) {
        struct xc_range words = text->sentences[s].words;

        if (words.end > words.first &&
            (text->words.items[words.first].flags & XC_WORD_CAPITAL) != 0 &&
            !xc_table_add(&names->firsts, text->words.items[words.first].key,
                          names->firsts.n, names->arena, &unused))
            return false;
    }
    return true;
}

/* Notes which of them the article writes without a capital somewhere. */
static void
find_lower_case(struct xc_names *names)
{
    const struct xc_word_vec *words = &names->text->words;
    size_t found;
    size_t i;

    names->has_lower_case = true;
    if (find_firsts(names))
        names->in_lower_case = xc_arena_array(names->arena, names->firsts.n + 1,
                                              sizeof *names->in_lower_case);
    names->failed |= names->in_lower_case == NULL;
    for (i = 0; i < words->n && !names->failed; i++) {
        if ((words->items[i].flags & XC_WORD_CAPITAL) == 0 &&
            xc_table_get(&names->firsts, words->items[i].key, &found))
            names->in_lower_case[found] = true;
    }
}

/* Whether the article writes key, the first word of a sentence, without a capital
 * somewhere. */
static bool
stands_in_lower_case(struct xc_names *names, struct xc_str key)
{
    size_t found;

    if (!names->has_lower_case)
        find_lower_case(names);
    return !names->failed && xc_table_get(&names->firsts, key, &found) &&
           names->in_lower_case[found];
}

/* Whether word i stands in a "Headline Like This One", whose capitals say nothing. */
static bool
is_in_title_case(const struct xc_text *text, size_t i)
{
    static const size_t long_word =
        4; /* letters: such a word has a capital in titles */
    size_t sentence = xc_text_sentence_of(text, i);
    size_t n_capital = 0;
    struct xc_range words;

    if (sentence == text->n_sentences)
        return false;
    words = text->sentences[sentence].words;
    for (; words.first < words.end; words.first++) {
        const struct xc_word *word = &text->words.items[words.first];

        if ((word->flags & XC_WORD_CAPITAL) != 0)
            n_capital++;
        else if (word->key.len >= long_word && (word->flags & XC_WORD_NUMBER) == 0)
            return false;
    }
    return n_capital > longest_full_name;
}

bool
xc_name_holds(const struct xc_text *text, size_t i)
{
    size_t sentence = xc_text_sentence_of(text, i);

    if ((text->words.items[i].flags & XC_WORD_CAPITAL) == 0 ||
        sentence == text->n_sentences || is_sentence_first(text, i) ||
        is_in_title_case(text, i))
        return false;
    return text->blocks[text->sentences[sentence].block].kind != XC_BLOCK_HEADLINE ||
           xc_str_is(text->words.items[i - 1].key, "the");
}

/* "The Ellery Post said": a word for a thing, behind another capital; and "The Post
 * said", since a post would be written small there. */
static bool
ends_outlet(const struct xc_text *text, size_t i)
{
    return xc_name_holds(text, i) &&
           (xc_str_is(text->words.items[i - 1].key, "the") ||
            ((text->words.items[i - 1].flags & XC_WORD_CAPITAL) != 0 &&
             !is_sentence_first(text, i - 1)));
}

static bool
is_name_word(struct xc_names *names, size_t i)
{
    const struct xc_lexicon *lexicon = names->lexicon;
    const struct xc_text *text = names->text;
    const struct xc_word *word = &text->words.items[i];
    size_t class;

    if ((word->flags & XC_WORD_CAPITAL) == 0 || (word->flags & XC_WORD_CLITIC) != 0)
        return false;
    if (xc_table_get(&lexicon->speakers, word->key, &class) &&
        class != XC_SPEAKER_TITLE && class != XC_SPEAKER_INSTITUTION &&
        !(class == XC_SPEAKER_THING && ends_outlet(text, i)))
        return false;
    if (xc_table_get(&lexicon->function_words, word->key, NULL))
        return false;
    if (!is_sentence_first(text, i))
        return true;
    /* "Knowing Kim, she stayed", "Why is she here": a form of a verb, a word of syntax. */
    if (xc_table_get(&lexicon->clauses->classes, word->key, NULL) ||
        xc_lexicon_stance_word_is(lexicon, word->key, XC_STANCE_WORD_OPENER) ||
        (xc_str_ends(word->key, "ing") && i + 1 < text->words.n &&
         (text->words.items[i + 1].flags & XC_WORD_CAPITAL) != 0))
        return false;
    return !stands_in_lower_case(names, word->key);
}

/* Whether word i follows the one before it in the article itself, where only white space,
 * a hyphen, point or ampersand parts the words of a name: no bullet, which folding drops,
 * no possessive, and no end of a sentence. */
static bool
is_next_to(const struct xc_text *text, size_t i)
{
    static const char parting[] = {' ', '-', '.', '&', '\n', '\r', '\t'};
    struct xc_span before = xc_text_span(text, (struct xc_range){i - 1, i});
    struct xc_span word = xc_text_span(text, (struct xc_range){i, i + 1});
    size_t at = before.off_bytes + before.len_bytes;

    if (is_sentence_first(text, i))
        return false;
    for (; at < word.off_bytes; at++) {
        if (memchr(parting, text->article.ptr[at], sizeof parting) == NULL)
            return false;
    }
    return true;
}

/* "Deputy Prime Minister Bryn Oke": a title and what stands before it are part of the
 * run, and no name. */
static struct xc_range
without_titles(const struct xc_lexicon *lexicon, const struct xc_text *text,
               struct xc_range name)
{
    size_t i;

    for (i = name.end; i > name.first; i--) {
        if (xc_lexicon_speaker_is(lexicon, text->words.items[i - 1].key,
                                  XC_SPEAKER_TITLE))
            name.first = i;
    }
    return name;
}

bool
xc_name_at_end(struct xc_names *names, struct xc_range words, struct xc_range *out)
{
    const struct xc_text *text = names->text;
    struct xc_range name = {words.end, words.end};

    while (name.first > words.first && is_name_word(names, name.first - 1) &&
           (name.first == name.end || is_next_to(text, name.first))) {
        /* "Kim's trainer Melissa": the possessive is somebody else. */
        if (name.first < name.end &&
            (text->words.items[name.first - 1].flags & XC_WORD_POSSESSIVE) != 0)
            break;
        name.first--;
    }
    name = without_titles(names->lexicon, text, name);
    if (name.first == name.end)
        return false;
    *out = name;
    return true;
}

struct xc_range
xc_name_from(struct xc_names *names, size_t i, size_t limit)
{
    struct xc_range name = {i, i};

    while (name.end < limit && is_name_word(names, name.end) &&
           (name.end == name.first || is_next_to(names->text, name.end)))
        name.end++;
    return name;
}

/* The run of name words that begins at word i, up to one more than a name has. */
static struct xc_range
run_from(struct xc_names *names, size_t i)
{
    struct xc_range run = {i, i};

    while (run.end < names->text->words.n && run.end - run.first <= longest_full_name &&
           is_name_word(names, run.end) &&
           (run.end == run.first || is_next_to(names->text, run.end)))
        run.end++;
    return run;
}

/* Notes name under the word that it ends with, and under that which it begins with;
 * the first one of the article that did so stays. */
static bool
note_full_name(struct xc_names *names, struct xc_range name)
{
    const struct xc_word *words = names->text->words.items;
    struct xc_range *slot = XC_VEC_ADD(&names->full, names->arena);
    size_t unused;

    if (slot == NULL)
        return false;
    *slot = name;
    return xc_table_add(&names->by_last, words[name.end - 1].key, names->full.n - 1,
                        names->arena, &unused) &&
           xc_table_add(&names->by_first, words[name.first].key, names->full.n - 1,
                        names->arena, &unused);
}

/* Notes the article's names of two or three words. */
static void
find_full_names(struct xc_names *names)
{
    size_t titled = (size_t)-1; /* the sentence last asked about … */
    bool is_titled = false;     /* … and what was found */
    size_t i = 0;

    names->has_full = true;
    while (i < names->text->words.n && !names->failed) {
        struct xc_range run = run_from(names, i);

        i = run.end > run.first ? run.end : i + 1;
        /* "Ms Fenn" is no longer a form of "Fenn". */
        run = without_titles(names->lexicon, names->text, run);
        if (run.end - run.first < 2 || run.end - run.first > longest_full_name)
            continue;
        if (xc_text_sentence_of(names->text, run.first) != titled) {
            titled = xc_text_sentence_of(names->text, run.first);
            is_titled = is_in_title_case(names->text, run.first);
        }
        if (!is_titled)
            names->failed = !note_full_name(names, run);
    }
}

/* A two- or three-word name elsewhere in the article that ends (or, failing that,
 * begins) with the same word as the one-word name; the name itself when there is none. */
static struct xc_range
full_name(struct xc_names *names, struct xc_range name)
{
    struct xc_str key = names->text->words.items[name.first].key;
    size_t found;

    if (name.end - name.first != 1)
        return name;
    if (!names->has_full)
        find_full_names(names);
    if (xc_table_get(&names->by_last, key, &found) ||
        xc_table_get(&names->by_first, key, &found))
        return names->full.items[found];
    return name;
}

enum xc_status
xc_name_key(const struct xc_text *text, struct xc_range words, struct xc_arena *arena,
            struct xc_str *out)
{
    size_t len = 0;
    size_t i;
    char *key;

    for (i = words.first; i < words.end; i++)
        len += text->words.items[i].key.len + 1;
    key = xc_arena_alloc(arena, len + 1);
    if (key == NULL)
        return XC_NO_MEMORY;
    len = 0;
    for (i = words.first; i < words.end; i++) {
        struct xc_str word = text->words.items[i].key;

        if (i > words.first)
            key[len++] = ' ';
        memcpy(key + len, word.ptr, word.len);
        len += word.len;
    }
    *out = (struct xc_str){key, len};
    return XC_OK;
}

enum xc_status
xc_name_voice(struct xc_names *names, struct xc_range name, struct xc_arena *arena,
              struct xc_voice *voice)
{
    const struct xc_text *text = names->text;
    struct xc_range bare = without_titles(names->lexicon, text, name);
    struct xc_range full = full_name(names, bare.end > bare.first ? bare : name);

    voice->name = xc_text_original(text, full);
    return xc_name_key(text, full, arena, &voice->key);
}
