/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/name.h"

#include <string.h>

static const size_t longest_full_name = 3; /* words */

/* Whether word i stands at the head of its sentence, where everything is capitalised. */
static bool
is_sentence_first(const struct xc_text *text, size_t i)
{
    size_t sentence = xc_text_sentence_of(text, i);

    return sentence < text->n_sentences && text->sentences[sentence].words.first == i;
}

/* Whether the article writes this word without a capital somewhere. */
static bool
stands_in_lower_case(const struct xc_text *text, struct xc_str key)
{
    size_t i;

    for (i = 0; i < text->words.n; i++) {
        if ((text->words.items[i].flags & XC_WORD_CAPITAL) == 0 &&
            xc_str_equal(text->words.items[i].key, key))
            return true;
    }
    return false;
}

static bool
is_name_word(const struct xc_lexicon *lexicon, const struct xc_text *text, size_t i)
{
    const struct xc_word *word = &text->words.items[i];
    size_t class;

    if ((word->flags & XC_WORD_CAPITAL) == 0 || (word->flags & XC_WORD_CLITIC) != 0)
        return false;
    if (xc_table_get(&lexicon->speakers, word->key, &class) &&
        class != XC_SPEAKER_TITLE && class != XC_SPEAKER_INSTITUTION)
        return false;
    if (xc_table_get(&lexicon->function_words, word->key, NULL))
        return false;
    return !is_sentence_first(text, i) || !stands_in_lower_case(text, word->key);
}

bool
xc_name_at_end(const struct xc_lexicon *lexicon, const struct xc_text *text,
               struct xc_range words, struct xc_range *out)
{
    struct xc_range name = {words.end, words.end};

    while (name.first > words.first && is_name_word(lexicon, text, name.first - 1)) {
        /* "Kim's trainer Melissa": the possessive is somebody else. */
        if (name.first < name.end &&
            (text->words.items[name.first - 1].flags & XC_WORD_POSSESSIVE) != 0)
            break;
        name.first--;
    }
    /* A title is part of the run but no name by itself. */
    while (name.first < name.end &&
           xc_lexicon_speaker_is(lexicon, text->words.items[name.first].key,
                                 XC_SPEAKER_TITLE))
        name.first++;
    if (name.first == name.end)
        return false;
    *out = name;
    return true;
}

bool
xc_name_in(const struct xc_lexicon *lexicon, const struct xc_text *text,
           struct xc_range words, struct xc_range *out)
{
    while (words.end > words.first) {
        if (xc_name_at_end(lexicon, text, words, out))
            return true;
        words.end--;
    }
    return false;
}

/* Whether word i can be what a subject does: an auxiliary, -ed, or a third-person form
 * that the speakers' list or the function words know. */
static bool
looks_like_verb(const struct xc_lexicon *lexicon, const struct xc_text *text, size_t i)
{
    static const char *const finite[] = {"was", "is",   "has",  "had",  "said", "says",
                                         "told", "will", "would", "did",  "does", "wrote",
                                         "took", "made", "went", "came", "gave", "spoke"};
    struct xc_str key = text->words.items[i].key;
    size_t k;

    for (k = 0; k < sizeof finite / sizeof finite[0]; k++) {
        if (xc_str_is(key, finite[k]))
            return true;
    }
    (void)lexicon;
    return key.len > 4 && xc_str_ends(key, "ed") &&
           (text->words.items[i].flags & XC_WORD_CAPITAL) == 0;
}

/* Whether the name is the subject of a verb: "Melissa Doe also had a lot to say". */
static bool
is_subject(const struct xc_lexicon *lexicon, const struct xc_text *text,
           struct xc_range name, size_t limit)
{
    static const char *const prepositions[] = {"in",   "at", "to",   "of",   "on",
                                               "by",   "for", "with", "from", "about",
                                               "like", "as", "than", "into"};
    size_t verb = name.end;
    size_t k;

    if ((text->words.items[name.end - 1].flags & XC_WORD_POSSESSIVE) != 0)
        return false;
    for (k = 0; name.first > 0 && k < sizeof prepositions / sizeof prepositions[0]; k++) {
        if (xc_str_is(text->words.items[name.first - 1].key, prepositions[k]))
            return false;
    }
    while (verb < limit && !looks_like_verb(lexicon, text, verb) &&
           (xc_lexicon_speaker_is(lexicon, text->words.items[verb].key,
                                  XC_SPEAKER_SKIP) ||
            xc_str_ends(text->words.items[verb].key, "ly")))
        verb++;
    return verb < limit && looks_like_verb(lexicon, text, verb);
}

bool
xc_name_only_subject(const struct xc_lexicon *lexicon, const struct xc_text *text,
                     size_t at, struct xc_range *out)
{
    size_t sentence = xc_text_sentence_of(text, at);
    struct xc_range found = {0, 0};
    size_t i;

    if (sentence == text->n_sentences)
        return false;
    i = text->blocks[text->sentences[sentence].block].words.first;
    while (i < at) {
        struct xc_range name = {i, i};

        while (name.end < at && is_name_word(lexicon, text, name.end) &&
               (name.end == name.first ||
                (text->words.items[name.end - 1].flags & XC_WORD_POSSESSIVE) == 0))
            name.end++;
        i = name.end > name.first ? name.end : i + 1;
        if (name.end == name.first || !is_subject(lexicon, text, name, at))
            continue;
        if (found.end > found.first &&
            !xc_str_equal(text->words.items[found.end - 1].key,
                          text->words.items[name.end - 1].key))
            return false;
        found = name;
    }
    if (found.end == found.first)
        return false;
    *out = found;
    return true;
}

/* A two- or three-word name elsewhere in the article that ends (or, failing that,
 * begins) with the same word as the one-word name; the name itself when there is none. */
static struct xc_range
full_name(const struct xc_lexicon *lexicon, const struct xc_text *text,
          struct xc_range name)
{
    struct xc_str key = text->words.items[name.first].key;
    struct xc_range by_first_name = name;
    size_t i;

    if (name.end - name.first != 1)
        return name;
    for (i = 0; i < text->words.n; i++) {
        struct xc_range run = {i, i};

        while (run.end < text->words.n && run.end - run.first <= longest_full_name &&
               is_name_word(lexicon, text, run.end) &&
               (run.end == run.first || text->words.items[run.end].folded.off_bytes ==
                    text->words.items[run.end - 1].folded.off_bytes +
                    text->words.items[run.end - 1].folded.len_bytes + 1))
            run.end++;
        if (run.end == run.first)
            continue;
        i = run.end - 1;
        if (run.end - run.first < 2 || run.end - run.first > longest_full_name)
            continue;
        if (xc_str_equal(text->words.items[run.end - 1].key, key))
            return run;
        if (by_first_name.end - by_first_name.first == 1 &&
            xc_str_equal(text->words.items[run.first].key, key))
            by_first_name = run;
    }
    return by_first_name;
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
xc_name_voice(const struct xc_lexicon *lexicon, const struct xc_text *text,
              struct xc_range name, struct xc_arena *arena, struct xc_voice *voice)
{
    struct xc_range full = full_name(lexicon, text, name);

    voice->name = xc_text_original(text, full);
    return xc_name_key(text, full, arena, &voice->key);
}
