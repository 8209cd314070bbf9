/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "lexicon/lexicon.h"

#include <stdint.h>

#include "base/vec.h"
#include "text/syntax.h"

/* Adds the first column of every line that is neither empty nor a comment. */
static enum xc_status
load_words(struct xc_str file, struct xc_arena *arena, struct xc_table *out)
{
    struct xc_str rest = file;
    struct xc_str line;
    size_t value;

    while (xc_str_split(&rest, '\n', &line)) {
        line = xc_str_sub(line, 0, xc_str_find(line, 0, '\t'));
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        if (!xc_table_add(out, line, out->n, arena, &value))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

static const char *const speaker_classes[] = {
    "title",       "pronoun",    "definite", "indefinite", "unnamed",
    "institution", "mouthpiece", "thing",    "link",       "border",
    "skip",        "counsel",    "matter",
};

static const char *const stance_word_classes[] = {
    "answer", "opener", "aside", "verdict", "notion", "dressing", "exception"};

/* Reads lines of "word TAB class" of the file named into *out: word to number of the
 * class in classes. */
static enum xc_status
load_classes(const char *name, const char *const *classes, size_t n_classes,
             struct xc_arena *arena, struct xc_table *out, struct xc_problems *problems)
{
    struct xc_place place = {.path = xc_str_of(name)};
    struct xc_str rest = xc_lexicon_file(name);
    struct xc_str line;
    size_t value;

    while (xc_str_split(&rest, '\n', &line)) {
        size_t tab = xc_str_find(line, 0, '\t');
        size_t class = 0;

        place.line++;
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        while (
            class < n_classes && tab < line.len &&
            !xc_str_is(xc_str_sub(line, tab + 1, line.len - tab - 1), classes[class]))
            class ++;
        if (tab == line.len || class == n_classes) {
            if (!xc_problems_add(problems, XC_PROBLEM_RULE, &place, NULL,
                                 "unknown class of word"))
                return XC_NO_MEMORY;
            return XC_BAD_RULE;
        }
        if (!xc_table_add(out, xc_str_sub(line, 0, tab), class, arena, &value))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

static bool
class_is(const struct xc_table *table, struct xc_str key, size_t class)
{
    size_t value;

    return xc_table_get(table, key, &value) && value == class;
}

bool
xc_lexicon_speaker_is(const struct xc_lexicon *lexicon, struct xc_str key,
                      enum xc_speaker_class class)
{
    return class_is(&lexicon->speakers, key, class);
}

bool
xc_lexicon_stance_word_is(const struct xc_lexicon *lexicon, struct xc_str key,
                          enum xc_stance_word class)
{
    return class_is(&lexicon->stance_words, key, class);
}

bool
xc_lexicon_word_is(const struct xc_lexicon *lexicon, struct xc_str key,
                   unsigned classes)
{
    size_t value;

    return xc_table_get(&lexicon->clauses->classes, key, &value) &&
           ((unsigned)value & classes) != 0;
}

static enum xc_status
load_text_rules(struct xc_arena *arena, struct xc_lexicon *lexicon)
{
    enum xc_status status;

    status = xc_look_alikes_new(xc_lexicon_file("look-alikes"), arena,
                                &lexicon->text.look_alikes);
    if (status != XC_OK)
        return status;
    status =
        xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                          xc_lexicon_file("number-words"), arena, &lexicon->text.words);
    if (status != XC_OK)
        return status;
    status = xc_sentence_rules_new(xc_lexicon_file("abbreviations"), arena,
                                   &lexicon->text.sentences);
    if (status != XC_OK)
        return status;
    status =
        xc_clause_rules_new(xc_lexicon_file("clause-words"), arena, &lexicon->clauses);
    if (status != XC_OK)
        return status;
    return xc_inflection_new(xc_lexicon_file("irregular"),
                             xc_lexicon_file("inflection-fixed"), arena,
                             &lexicon->inflection);
}

static enum xc_status
load_values(struct xc_arena *arena, struct xc_lexicon *lexicon)
{
    struct xc_value_files files = {
        .numbers = xc_lexicon_file("numbers"),
        .units = xc_lexicon_file("units"),
        .currencies = xc_lexicon_file("currencies"),
        .approximators = xc_lexicon_file("approximators"),
        .calendar = xc_lexicon_file("calendar"),
        .colours = xc_lexicon_file("colours"),
        .names = xc_lexicon_file("names"),
    };

    return xc_value_words_new(&files, lexicon->text.words, arena, &lexicon->values);
}

enum xc_status
xc_lexicon_cue_files(struct xc_arena *arena, struct xc_cue_file *out)
{
    size_t i;

    for (i = 0; i < XC_N_CUE_CLASSES; i++) {
        struct xc_str name =
            xc_arena_printf(arena, "cues-%s", xc_cue_class_name((enum xc_cue_class)i));

        if (name.ptr == NULL)
            return XC_NO_MEMORY;
        out[i].class = (enum xc_cue_class)i;
        out[i].text = xc_lexicon_file(name.ptr);
    }
    return XC_OK;
}

static enum xc_status
load_cues(struct xc_arena *arena, struct xc_lexicon *lexicon,
          struct xc_problems *problems)
{
    struct xc_cue_file items[XC_N_CUE_CLASSES];
    struct xc_cue_files files = {items, XC_N_CUE_CLASSES, lexicon->inflection,
                                 lexicon->text.words, SIZE_MAX};

    if (xc_lexicon_cue_files(arena, items) != XC_OK)
        return XC_NO_MEMORY;
    return xc_cues_load(&files, arena, &lexicon->cues, problems);
}

enum xc_status
xc_lexicon_load(struct xc_arena *arena, struct xc_lexicon *out,
                struct xc_problems *problems)
{
    struct xc_lexicon made = {0};
    enum xc_status status;

    status = load_text_rules(arena, &made);
    if (status == XC_OK)
        status = load_values(arena, &made);
    if (status == XC_OK)
        status = load_cues(arena, &made, problems);
    if (status == XC_OK)
        status =
            load_words(xc_lexicon_file("function-words"), arena, &made.function_words);
    if (status == XC_OK)
        status = load_words(xc_lexicon_file("common-words"), arena, &made.common_words);
    if (status == XC_OK)
        status = load_classes("speakers", speaker_classes, XC_COUNT(speaker_classes),
                              arena, &made.speakers, problems);
    if (status == XC_OK)
        status = load_classes("stance-words", stance_word_classes,
                              XC_COUNT(stance_word_classes), arena, &made.stance_words,
                              problems);
    if (status == XC_OK)
        *out = made;
    return status;
}

bool
xc_lexicon_is_english(const struct xc_lexicon *lexicon, const struct xc_word_vec *words)
{
    static const size_t too_few = 20;
    size_t n = 0;
    size_t i;

    if (words->n < too_few)
        return true;
    for (i = 0; i < words->n; i++)
        n += xc_table_get(&lexicon->function_words, words->items[i].key, NULL);
    /* English prose has two in five; a list of English names and scores has one in
     * ten; the same test gives other languages under one in twenty. */
    return n * 7 >= words->n;
}
