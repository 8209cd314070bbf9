/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "lexicon/cue.h"

#include <stdint.h>

#include "base/vec.h"
#include "lexicon/cue_path.h"

const char *xc_cue_class_name(enum xc_cue_class class)
{
    switch (class) {
    case XC_CUE_PSEUDO:
        return "pseudo";
    case XC_CUE_NEGATION:
        return "negation";
    case XC_CUE_IMPLICATIVE:
        return "implicative";
    case XC_CUE_DENIAL:
        return "denial";
    case XC_CUE_DEBUNK:
        return "debunk";
    case XC_CUE_REPORT:
        return "report";
    case XC_CUE_RUMOUR:
        return "rumour";
    case XC_CUE_HEDGE:
        return "hedge";
    case XC_CUE_OPEN:
        return "open";
    case XC_CUE_QUESTION:
        return "question";
    case XC_CUE_CONDITION:
        return "condition";
    case XC_CUE_WATCH:
        return "watch";
    }
    return "";
}

/* Loading: what every step needs. */
struct loading {
    const struct xc_inflection *inflection;
    const struct xc_word_rules *words;
    struct xc_arena *arena;
    struct xc_problems *problems;
    struct xc_place place; /* of the line being read */
};

static const struct {
    const char *word;
    unsigned option;
} option_words[] = {
    {"backward", XC_CUE_BACKWARD},
    {"both", XC_CUE_FORWARD | XC_CUE_BACKWARD},
    {"noun", XC_CUE_NOUN},
    {"unnamed", XC_CUE_UNNAMED},
    {"near", XC_CUE_NEAR},
    {"sentence", XC_CUE_SENTENCE},
    {"strong", XC_CUE_STRONG},
    {"weak", XC_CUE_WEAK},
    {"np", XC_CUE_NP},
    {"phrase", XC_CUE_PHRASE},
    {"around", XC_CUE_AROUND},
    {"label", XC_CUE_LABEL},
    {"headline", XC_CUE_HEADLINE},
};

static bool
parse_truth(char c, enum xc_truth *out)
{
    switch (c) {
    case '+':
        *out = XC_TRUE;
        return true;
    case '-':
        *out = XC_FALSE;
        return true;
    case '?':
        *out = XC_UNKNOWN;
        return true;
    default:
        return false;
    }
}

static bool
parse_option(struct xc_str word, struct xc_cue *cue)
{
    size_t i;

    if (xc_str_starts(word, "sig=") && word.len == 6)
        return parse_truth(word.ptr[4], &cue->when_true) &&
               parse_truth(word.ptr[5], &cue->when_false);
    for (i = 0; i < XC_COUNT(option_words); i++) {
        if (xc_str_is(word, option_words[i].word)) {
            cue->options |= option_words[i].option;
            return true;
        }
    }
    return false;
}

/* The options column, "-" for none; false when a word of it is unknown. */
static bool
parse_options(struct xc_str column, struct xc_cue *cue, struct xc_str *out_bad)
{
    struct xc_str rest = column;
    struct xc_str word;

    while (xc_str_split(&rest, ' ', &word)) {
        if (word.len == 0 || xc_str_is(word, "-"))
            continue;
        if (!parse_option(word, cue)) {
            *out_bad = word;
            return false;
        }
    }
    if ((cue->options & (XC_CUE_FORWARD | XC_CUE_BACKWARD)) == 0)
        cue->options |= XC_CUE_FORWARD;
    return true;
}

/* An example is "stance: a sentence with a [target]", or a headline without one. */
static bool
example_is_whole(struct xc_str example, bool headline)
{
    size_t colon = xc_str_find(example, 0, ':');
    size_t open = xc_str_find(example, 0, '[');

    if (headline)
        return colon < example.len && open == example.len;

    return colon < open && open < xc_str_find(example, 0, ']') &&
           xc_str_find(example, 0, ']') < example.len;
}

static enum xc_status
complain(struct loading *loading, const char *hint, struct xc_str what)
{
    if (!xc_problems_add(loading->problems, XC_PROBLEM_RULE, &loading->place, hint,
                         "wrong cue entry: %.*s", (int)what.len, what.ptr))
        return XC_NO_MEMORY;
    return XC_BAD_RULE;
}

static enum xc_status
parse_line(struct loading *loading, struct xc_str line, struct xc_cue *cue,
           struct xc_cue_paths *out_paths)
{
    struct xc_str rest = line;
    struct xc_str columns[4];
    struct xc_str bad = {NULL, 0};
    const char *hint = NULL;
    bool headline;
    size_t n = 0;

    while (n < 4 && xc_str_split(&rest, '\t', &columns[n]))
        n++;
    if (n != 4 || rest.ptr != NULL)
        return complain(loading, "a line has four columns with a TAB between them",
                        line);
    if (!parse_options(columns[1], cue, &bad))
        return complain(loading, "see lexicon/cue.h for the options", bad);
    headline = (cue->options & XC_CUE_HEADLINE) != 0;
    if (!example_is_whole(columns[2], headline) ||
        !example_is_whole(columns[3], headline))
        return complain(loading, "an example is 'stance: text with a [target]'", line);
    cue->text = columns[0];
    cue->changed = columns[2];
    cue->other = columns[3];
    switch (xc_cue_paths_parse(columns[0], loading->inflection, loading->words,
                               loading->arena, out_paths, &hint)) {
    case XC_OK:
        return XC_OK;
    case XC_BAD_RULE:
        return complain(loading, hint, columns[0]);
    case XC_NO_MEMORY:
    case XC_IO_FAILED:
    case XC_BAD_INPUT:
    case XC_BAD_OPTION:
        break;
    }
    return XC_NO_MEMORY;
}

struct cue_vec {
    struct xc_cue *items;
    size_t n;
    size_t cap;
};

struct paths_vec {
    struct xc_cue_paths *items; /* of the cue with the same number */
    size_t n;
    size_t cap;
};

static enum xc_status
load_file(struct loading *loading, const struct xc_cue_file *file, struct cue_vec *cues,
          struct paths_vec *paths)
{
    enum xc_status result = XC_OK;
    struct xc_str rest = file->text;
    struct xc_str line;
    size_t number = 0;

    while (xc_str_split(&rest, '\n', &line)) {
        struct xc_cue made = {.class = file->class, .line = ++number};
        struct xc_cue_paths made_paths;
        enum xc_status status;

        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        loading->place.line = number;
        loading->place.excerpt = line;
        status = parse_line(loading, line, &made, &made_paths);
        if (status == XC_NO_MEMORY)
            return status;
        if (status != XC_OK) {
            result = status;
            continue;
        }
        if (XC_VEC_ADD(cues, loading->arena) == NULL ||
            XC_VEC_ADD(paths, loading->arena) == NULL)
            return XC_NO_MEMORY;
        cues->items[cues->n - 1] = made;
        paths->items[paths->n - 1] = made_paths;
    }
    return result;
}

enum xc_status
xc_cues_load(const struct xc_cue_files *files, struct xc_arena *arena,
             struct xc_cues *out, struct xc_problems *problems)
{
    struct loading loading = {
        files->inflection, files->words, arena, problems, {{0}, 0, 0, {0}}};
    struct cue_vec cues = {0};
    struct paths_vec paths = {0};
    const struct xc_cue_index *index;
    enum xc_status result = XC_OK;
    size_t i;

    for (i = 0; i < files->n; i++) {
        enum xc_status status;

        loading.place.path = xc_arena_printf(arena, "cues-%s.tsv",
                                             xc_cue_class_name(files->items[i].class));
        if (loading.place.path.ptr == NULL)
            return XC_NO_MEMORY;
        status = load_file(&loading, &files->items[i], &cues, &paths);
        if (status == XC_NO_MEMORY)
            return status;
        if (status != XC_OK)
            result = status;
    }
    if (result != XC_OK)
        return result;
    if (files->without < paths.n)
        paths.items[files->without].n = 0;
    result = xc_cue_index_new(cues.items, paths.items, cues.n, arena, &index);
    if (result == XC_OK)
        *out = (struct xc_cues){cues.items, cues.n, index};
    return result;
}
