/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "lexicon/cue.h"

#include <stdint.h>

#include "base/table.h"
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
    struct xc_cue_words words;
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
    {"future", XC_CUE_FUTURE},
    {"idiom", XC_CUE_IDIOM},
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

/* Tells that what, a part of the line being read, has a fault. */
static enum xc_status
complain(struct loading *loading, const char *fault, const char *hint,
         struct xc_str what)
{
    struct xc_place place;

    xc_place_of_offset(loading->place.excerpt,
                       (size_t)(what.ptr - loading->place.excerpt.ptr), &place);
    loading->place.column = place.column;
    if (!xc_problems_add(loading->problems, XC_PROBLEM_RULE, &loading->place, hint,
                         "%s", fault))
        return XC_NO_MEMORY;
    return XC_BAD_RULE;
}

/* The columns of line; n is how many there are, at most one more than four. */
static size_t
split_columns(struct xc_str line, struct xc_str columns[4])
{
    struct xc_str rest = line;
    size_t n = 0;

    while (n < 4 && xc_str_split(&rest, '\t', &columns[n]))
        n++;
    return n + (rest.ptr != NULL);
}

/* What is wrong with the two sentences of a cue, or XC_OK. */
static enum xc_status
check_examples(struct loading *loading, const struct xc_cue *cue)
{
    bool headline = (cue->options & XC_CUE_HEADLINE) != 0;
    const char *hint = headline ? "a headline's example is 'stance: the headline'"
                                : "an example is 'stance: text with a [target]'";

    if (!example_is_whole(cue->changed, headline))
        return complain(loading, "the first example is not whole", hint, cue->changed);
    if (!example_is_whole(cue->other, headline))
        return complain(loading, "the second example is not whole", hint, cue->other);
    return XC_OK;
}

static enum xc_status
parse_line(struct loading *loading, struct xc_str line, struct xc_cue *cue,
           struct xc_cue_paths *out_paths)
{
    static const char *const options_hint =
        "the options are both, backward, headline, label, near, noun, np, phrase, "
        "sentence, sig=XY, strong, unnamed, weak, around; - for none";
    struct xc_str columns[4];
    struct xc_str bad = {NULL, 0};
    const char *hint = NULL;
    enum xc_status status;

    if (split_columns(line, columns) != 4)
        return complain(loading, "a cue's line has four columns",
                        "cue, options, changed sentence, other sentence, with a TAB "
                        "between them",
                        line);
    if (!parse_options(columns[1], cue, &bad))
        return complain(loading, "unknown option of a cue", options_hint, bad);
    cue->text = columns[0];
    cue->changed = columns[2];
    cue->other = columns[3];
    status = check_examples(loading, cue);
    if (status != XC_OK)
        return status;
    status = xc_cue_paths_parse(columns[0], &loading->words, loading->arena, out_paths,
                                &hint);
    if (status == XC_BAD_RULE)
        return complain(loading, "this can't be read as a cue", hint, columns[0]);
    return status;
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
        struct xc_cue made = {.class = file->class,
                              .path = file->path,
                              .line = ++number,
                              .is_added = file->is_added};
        struct xc_cue_paths made_paths;
        enum xc_status status;

        if (xc_str_ends(line, "\r"))
            line.len--;
        made.line_text = line;
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

/* Takes out the entries that an added one is written the same as; whoever adds
 * "claim that" of his own wants his reading of it and not ours beside it. */
static enum xc_status
replace_ours(struct cue_vec *cues, struct paths_vec *paths, struct xc_arena *arena,
             size_t *out_n)
{
    struct xc_table added = {0};
    size_t number;
    size_t kept = 0;
    size_t i;

    for (i = 0; i < cues->n; i++) {
        if (cues->items[i].is_added &&
            !xc_table_add(&added, cues->items[i].text, i, arena, &number))
            return XC_NO_MEMORY;
    }
    for (i = 0; i < cues->n; i++) {
        if (!cues->items[i].is_added &&
            xc_table_get(&added, cues->items[i].text, &number)) {
            cues->items[number].is_instead = true;
            continue;
        }
        cues->items[kept] = cues->items[i];
        paths->items[kept++] = paths->items[i];
    }
    *out_n = kept;
    return XC_OK;
}

enum xc_status
xc_cues_load(const struct xc_cue_files *files, struct xc_arena *arena,
             struct xc_cues *out, struct xc_problems *problems)
{
    struct loading loading = {
        .words = {.inflection = files->inflection, .rules = files->words},
        .arena = arena,
        .problems = problems};
    struct cue_vec cues = {0};
    struct paths_vec paths = {0};
    const struct xc_cue_index *index;
    enum xc_status result = XC_OK;
    size_t n;
    size_t i;

    for (i = 0; i < files->n; i++) {
        enum xc_status status;

        loading.place.path = files->items[i].path;
        status = load_file(&loading, &files->items[i], &cues, &paths);
        if (status == XC_NO_MEMORY)
            return status;
        if (status != XC_OK)
            result = status;
    }
    if (result == XC_OK)
        result = replace_ours(&cues, &paths, arena, &n);
    if (result == XC_OK)
        result = xc_cue_index_new(cues.items, paths.items, n, arena, &index);
    if (result == XC_OK)
        *out = (struct xc_cues){cues.items, n, index, NULL};
    return result;
}
