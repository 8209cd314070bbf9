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
    "answer",     "opener",    "aside",     "verdict",   "notion",   "dressing",
    "exception",  "future",    "male",      "female",    "hearsay",  "truth",
    "withdrawal", "amendment", "limit",     "degree",    "erring",   "lasting",
    "occurring",  "turn",      "admission", "disavowal", "revision", "figure",
    "partly",     "unchanged",
};

/* What loading works with. */
struct loading {
    const struct xc_lexicon_files *added;
    struct xc_arena *arena;
    struct xc_lexicon *out;
    struct xc_problems *problems;
};

/* A list of words with classes. */
struct class_list {
    const char *file;
    const char *const *classes;
    size_t n_classes;
    struct xc_table *out; /* word to number of the class; or one table a class … */
    bool table_a_class;   /* … when a word may stand in several */
};

static enum xc_status
complain(struct loading *loading, struct xc_place *place, size_t at, const char *fault,
         const char *hint)
{
    struct xc_place within;

    xc_place_of_offset(place->excerpt, at, &within);
    place->column = within.column;
    return xc_problems_add(loading->problems, XC_PROBLEM_RULE, place, hint, "%s", fault)
               ? XC_BAD_RULE
               : XC_NO_MEMORY;
}

/* The key of a word that a user wrote, with capitals and accents as he likes. */
static enum xc_status
key_of(struct loading *loading, struct xc_place *place, struct xc_str *word)
{
    struct xc_str *keys;
    size_t n;

    if (xc_words_of_text(loading->out->text.words, *word, loading->arena, &keys, &n) !=
        XC_OK)
        return XC_NO_MEMORY;
    if (n != 1)
        return complain(loading, place, 0, "this is not one word",
                        "write a single word, without hyphens or apostrophes");
    *word = keys[0];
    return XC_OK;
}

/* "the classes are title, pronoun, …"; ptr NULL when memory is short. */
static struct xc_str
hint_of(const char *const *classes, size_t n, struct xc_arena *arena)
{
    struct xc_str made = xc_arena_printf(arena, "the classes are %s", classes[0]);
    size_t i;

    for (i = 1; i < n && made.ptr != NULL; i++)
        made = xc_arena_printf(arena, "%s, %s", made.ptr, classes[i]);
    return made;
}

static enum xc_status
complain_of_class(struct loading *loading, const struct class_list *list,
                  struct xc_place *place, size_t at, const char *fault)
{
    struct xc_str hint = hint_of(list->classes, list->n_classes, loading->arena);

    return hint.ptr == NULL ? XC_NO_MEMORY
                            : complain(loading, place, at, fault, hint.ptr);
}

/* Takes one line, "word TAB class"; place is told of what is wrong. */
static enum xc_status
load_class_line(struct loading *loading, const struct class_list *list,
                struct xc_place *place, bool is_added)
{
    struct xc_str class = place->excerpt;
    struct xc_str word;
    size_t value;
    size_t i = 0;

    (void)xc_str_split(&class, '\t', &word);
    if (class.ptr == NULL)
        return complain_of_class(loading, list, place, 0,
                                 "a line has a word, a TAB and a class");
    while (i < list->n_classes && !xc_str_is(class, list->classes[i]))
        i++;
    if (i == list->n_classes)
        return complain_of_class(loading, list, place, word.len + 1,
                                 "unknown class of word");
    if (is_added) {
        enum xc_status status = key_of(loading, place, &word);

        if (status != XC_OK)
            return status;
    }
    return xc_table_add(list->table_a_class ? &list->out[i] : list->out, word, i,
                        loading->arena, &value)
               ? XC_OK
               : XC_NO_MEMORY;
}

/* Reads a file into the list's table: word to number of the class. */
static enum xc_status
load_class_file(struct loading *loading, const struct class_list *list,
                const struct xc_lexicon_file *file, bool is_added)
{
    struct xc_place place = {.path = file->path};
    enum xc_status result = XC_OK;
    struct xc_str rest = file->text;

    while (xc_str_split(&rest, '\n', &place.excerpt) && result != XC_NO_MEMORY) {
        enum xc_status status;

        place.line++;
        if (xc_str_ends(place.excerpt, "\r"))
            place.excerpt.len--;
        if (place.excerpt.len == 0 || place.excerpt.ptr[0] == '#')
            continue;
        status = load_class_line(loading, list, &place, is_added);
        if (status != XC_OK)
            result = status;
    }
    return result;
}

/* The user's list, then the embedded one: the first to name a word gives its class. */
static enum xc_status
load_classes(struct loading *loading, const struct class_list *list)
{
    const struct xc_str name = xc_str_of(list->file);
    const struct xc_lexicon_file ours = {name, name, xc_lexicon_file(list->file)};
    enum xc_status result = XC_OK;
    size_t i;

    for (i = 0; i <= loading->added->n && result != XC_NO_MEMORY; i++) {
        bool is_added = i < loading->added->n;
        const struct xc_lexicon_file *file =
            is_added ? &loading->added->items[i] : &ours;
        enum xc_status status = XC_OK;

        if (xc_str_equal(file->name, name))
            status = load_class_file(loading, list, file, is_added);
        if (status != XC_OK)
            result = status;
    }
    return result;
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

/* The class whose file has that name, or XC_N_CUE_CLASSES. */
static size_t
class_of_file(struct xc_str name)
{
    const size_t lead = sizeof "cues-" - 1;
    size_t i = XC_N_CUE_CLASSES;

    if (xc_str_starts(name, "cues-")) {
        for (i = 0; i < XC_N_CUE_CLASSES; i++) {
            if (xc_str_is(xc_str_sub(name, lead, name.len - lead),
                          xc_cue_class_name((enum xc_cue_class)i)))
                break;
        }
    }
    return i;
}

static enum xc_status
load_cues(struct loading *loading)
{
    const struct xc_lexicon_files *added = loading->added;
    struct xc_lexicon *out = loading->out;
    struct xc_cue_file *items =
        xc_arena_array(loading->arena, XC_N_CUE_CLASSES + added->n, sizeof *items);
    struct xc_cue_files files = {items, XC_N_CUE_CLASSES, out->inflection,
                                 out->text.words};
    size_t i;

    if (items == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < XC_N_CUE_CLASSES; i++) {
        const char *class = xc_cue_class_name((enum xc_cue_class)i);
        struct xc_str name = xc_arena_printf(loading->arena, "cues-%s", class);
        struct xc_str path = xc_arena_printf(loading->arena, "cues-%s.tsv", class);

        if (name.ptr == NULL || path.ptr == NULL)
            return XC_NO_MEMORY;
        items[i] = (struct xc_cue_file){(enum xc_cue_class)i, xc_lexicon_file(name.ptr),
                                        path, false};
    }
    for (i = 0; i < added->n; i++) {
        size_t class = class_of_file(added->items[i].name);

        if (class < XC_N_CUE_CLASSES)
            items[files.n++] =
                (struct xc_cue_file){(enum xc_cue_class) class, added->items[i].text,
                                     added->items[i].path, true};
    }
    return xc_cues_load(&files, loading->arena, &out->cues, loading->problems);
}

static enum xc_status
load_word_lists(struct loading *loading)
{
    struct xc_lexicon *out = loading->out;
    const struct class_list lists[] = {
        {"speakers", speaker_classes, XC_COUNT(speaker_classes), &out->speakers, false},
        {"stance-words", stance_word_classes, XC_COUNT(stance_word_classes),
         out->stance_words, true},
    };
    enum xc_status result = XC_OK;
    size_t i;

    if (load_words(xc_lexicon_file("function-words"), loading->arena,
                   &out->function_words) != XC_OK ||
        load_words(xc_lexicon_file("common-words"), loading->arena,
                   &out->common_words) != XC_OK)
        return XC_NO_MEMORY;
    for (i = 0; i < XC_COUNT(lists); i++) {
        enum xc_status status = load_classes(loading, &lists[i]);

        if (status == XC_NO_MEMORY)
            return status;
        if (status != XC_OK)
            result = status;
    }
    return result;
}

enum xc_status
xc_lexicon_load_with(const struct xc_lexicon_files *added, struct xc_arena *arena,
                     struct xc_lexicon *out, struct xc_problems *problems)
{
    struct xc_lexicon made = {0};
    struct loading loading = {added, arena, &made, problems};
    enum xc_status status;
    enum xc_status lists;

    status = load_text_rules(arena, &made);
    if (status == XC_OK)
        status = load_values(arena, &made);
    if (status != XC_OK)
        return status;
    /* Both, so that all faults of a user's files are told at once. */
    status = load_cues(&loading);
    if (status == XC_NO_MEMORY)
        return status;
    lists = load_word_lists(&loading);
    if (lists != XC_OK)
        status = lists;
    if (status == XC_OK)
        *out = made;
    return status;
}

enum xc_status
xc_lexicon_load(struct xc_arena *arena, struct xc_lexicon *out,
                struct xc_problems *problems)
{
    const struct xc_lexicon_files none = {0};

    return xc_lexicon_load_with(&none, arena, out, problems);
}

static const char *const takes[] = {
    "cues-pseudo",   "cues-negation",  "cues-implicative",
    "cues-denial",   "cues-debunk",    "cues-report",
    "cues-rumour",   "cues-hedge",     "cues-open",
    "cues-question", "cues-condition", "cues-watch",
    "speakers",      "stance-words",   NULL,
};

const char *const *
xc_lexicon_takes_names(void)
{
    return takes;
}

bool
xc_lexicon_takes(struct xc_str name)
{
    size_t i = 0;

    while (takes[i] != NULL && !xc_str_is(name, takes[i]))
        i++;
    return takes[i] != NULL;
}

bool
xc_lexicon_is_english(const struct xc_lexicon *lexicon, const struct xc_word_vec *words)
{
    static const size_t too_few = 20;
    static const size_t longest = 64; /* bytes; no language writes longer words */
    size_t n_words = words->n;
    size_t n = 0;
    size_t i;

    if (words->n < too_few)
        return true;
    /* English prose has two in five; a list of English names and scores has one in
     * ten; the same test gives other languages under one in twenty. */
    for (i = 0; i < words->n && n * 7 < words->n; i++)
        n += xc_table_get(&lexicon->function_words, words->items[i].key, NULL);
    if (n * 7 >= words->n)
        return true;
    /* "The bridge is shut. iVBORw0KGgo…": a picture that was pasted in as letters is one
     * word of the page's, however many pieces it is kept in. */
    for (i = 0; i < words->n; i++)
        n_words -= words->items[i].key.len > longest;
    return n_words < too_few || n * 7 >= n_words;
}
