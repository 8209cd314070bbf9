/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "lexicon/cue_path.h"

#include <string.h>

#include "base/vec.h"

static const char *const too_long = "a cue has at most 12 words";
static const char *const too_many_ways =
    "a cue's choices may be read in 256 ways at most";
static const char *const unclosed = "close every ( with ) and every [ with ]";
static const char *const nested =
    "choices and optional words can't stand in one another";
static const char *const empty = "a cue needs a word";

/* The paths under construction: every piece of the text extends each of them. */
struct building {
    struct xc_cue_path *paths;
    size_t n;
    size_t gap; /* a ".." just seen: the gap before the next word */
    struct xc_cue_words *words;
    struct xc_arena *arena;
    const char *hint;
};

static enum xc_status
reject(struct building *building, const char *hint)
{
    building->hint = hint;
    return XC_BAD_RULE;
}

/* Reads word, "=word" for no other form than this, into the zeroed *out. */
static enum xc_status
read_word(const struct xc_cue_words *words, struct xc_str word, struct xc_arena *arena,
          struct xc_cue_word *out)
{
    const bool exact = word.len > 1 && word.ptr[0] == '=';
    struct xc_str *keys;
    size_t n;
    size_t i;

    if (exact)
        word = xc_str_sub(word, 1, word.len - 1);
    if (xc_words_of_text(words->rules, word, arena, &keys, &n) != XC_OK)
        return XC_NO_MEMORY;
    out->steps = xc_arena_array(arena, n, sizeof *out->steps);
    if (out->steps == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        struct xc_str_vec forms = {&keys[i], 1, 1};

        if (!exact) {
            forms = (struct xc_str_vec){0};
            if (xc_inflection_forms(words->inflection, keys[i], false, arena, &forms) !=
                XC_OK)
                return XC_NO_MEMORY;
        }
        out->steps[out->n++] = (struct xc_cue_step){forms.items, forms.n, 0};
    }
    return XC_OK;
}

/* The word, read when it is a new one; NULL when memory is short. */
static const struct xc_cue_word *
find_word(struct xc_cue_words *words, struct xc_str word, struct xc_arena *arena)
{
    struct xc_cue_word *made;
    size_t number;

    if (!xc_table_add(&words->numbers, word, words->n, arena, &number))
        return NULL;
    if (number < words->n)
        return &words->items[number];
    made = XC_VEC_ADD(words, arena);
    return made != NULL && read_word(words, word, arena, made) == XC_OK ? made : NULL;
}

/* Adds the word's steps to path. */
static enum xc_status
add_word(struct building *building, struct xc_str text, size_t gap,
         struct xc_cue_path *path)
{
    const struct xc_cue_word *word = find_word(building->words, text, building->arena);
    size_t i;

    if (word == NULL)
        return XC_NO_MEMORY;
    if (word->n == 0)
        return reject(building, empty);
    for (i = 0; i < word->n; i++) {
        if (path->n == XC_MAX_CUE_WORDS)
            return reject(building, too_long);
        path->steps[path->n] = word->steps[i];
        path->steps[path->n++].gap = i == 0 ? gap : 0;
    }
    return XC_OK;
}

/* Reads the words of one branch, "b c", into the empty path. */
static enum xc_status
read_branch(struct building *building, struct xc_str branch, struct xc_cue_path *path)
{
    size_t gap = building->gap;
    struct xc_str rest = branch;
    struct xc_str word;

    while (xc_str_split(&rest, ' ', &word)) {
        enum xc_status status;

        if (word.len == 0)
            continue;
        status = add_word(building, word, gap, path);
        if (status != XC_OK)
            return status;
        gap = 0;
    }
    return XC_OK;
}

/* Adds step's forms to those of into: "(deny|reject)" is one step, not two paths. */
static bool
merge_step(struct xc_cue_step *into, const struct xc_cue_step *step,
           struct xc_arena *arena)
{
    size_t n = into->n_forms + step->n_forms;
    struct xc_str *forms = xc_arena_array(arena, n, sizeof *forms);
    size_t i;

    if (forms == NULL)
        return false;
    for (i = 0; i < n; i++)
        forms[i] = i < into->n_forms ? into->forms[i] : step->forms[i - into->n_forms];
    into->forms = forms;
    into->n_forms = n;
    return true;
}

/* Reads the branches of "a|b c" (and, when optional, nothing) into as few paths as
 * possible; branches has room for all. */
static enum xc_status
read_branches(struct building *building, struct xc_str text, bool optional,
              struct xc_cue_path *branches, size_t *out_n)
{
    struct xc_str rest = text;
    struct xc_str branch;
    size_t single = (size_t)-1;
    size_t n = 0;

    while (xc_str_split(&rest, '|', &branch)) {
        enum xc_status status = read_branch(building, branch, &branches[n]);

        if (status != XC_OK)
            return status;
        if (branches[n].n != 1) {
            n++;
        } else if (single == (size_t)-1) {
            single = n++;
        } else {
            if (!merge_step(&branches[single].steps[0], &branches[n].steps[0],
                            building->arena))
                return XC_NO_MEMORY;
            branches[n].n = 0;
        }
    }
    if (optional)
        branches[n++].n = 0;
    *out_n = n;
    return XC_OK;
}

/* Multiplies the paths by the branches of a piece. */
static enum xc_status
multiply(struct building *building, struct xc_str text, bool optional)
{
    struct xc_cue_path *branches;
    struct xc_cue_path *made;
    size_t n_branches = 2;
    enum xc_status status;
    size_t i;
    size_t k;

    for (i = 0; i < text.len; i++)
        n_branches += text.ptr[i] == '|';
    branches = xc_arena_array(building->arena, n_branches, sizeof *branches);
    if (branches == NULL)
        return XC_NO_MEMORY;
    status = read_branches(building, text, optional, branches, &n_branches);
    if (status != XC_OK)
        return status;
    if (building->n * n_branches > XC_MAX_CUE_PATHS)
        return reject(building, too_many_ways);
    made = xc_arena_array(building->arena, building->n * n_branches, sizeof *made);
    if (made == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < building->n * n_branches; i++) {
        const struct xc_cue_path *branch = &branches[i % n_branches];

        made[i] = building->paths[i / n_branches];
        if (made[i].n + branch->n > XC_MAX_CUE_WORDS)
            return reject(building, too_long);
        for (k = 0; k < branch->n; k++)
            made[i].steps[made[i].n++] = branch->steps[k];
    }
    building->n *= n_branches;
    building->paths = made;
    building->gap = 0;
    return XC_OK;
}

/* ".." or "..7" as a whole piece. */
static bool
parse_gap(struct xc_str piece, size_t *out)
{
    size_t number = 0;
    size_t i;

    if (!xc_str_starts(piece, "..") || piece.len > 3)
        return false;
    for (i = 2; i < piece.len; i++) {
        if (piece.ptr[i] < '1' || piece.ptr[i] > '9')
            return false;
        number = (size_t)(piece.ptr[i] - '0');
    }
    *out = piece.len == 2 ? 4 : number;
    return true;
}

/* What ends a piece that begins with c. */
static char
closing(char c)
{
    switch (c) {
    case '(':
        return ')';
    case '[':
        return ']';
    default:
        return ' ';
    }
}

/* The next piece of *rest: "(…)", "[…]" or up to a space. */
static enum xc_status
next_piece(struct building *building, struct xc_str *rest, struct xc_str *out_piece)
{
    char close = closing(rest->ptr[0]);
    size_t end = xc_str_find(*rest, 0, close);

    if (close != ' ') {
        if (end == rest->len)
            return reject(building, unclosed);
        end++;
        if (memchr(rest->ptr + 1, rest->ptr[0], end - 1) != NULL)
            return reject(building, nested);
    }
    *out_piece = xc_str_sub(*rest, 0, end);
    *rest = xc_str_trim(xc_str_sub(*rest, end, rest->len - end));
    return XC_OK;
}

static enum xc_status
add_piece(struct building *building, struct xc_str piece)
{
    size_t gap;

    if (parse_gap(piece, &gap)) {
        building->gap = gap;
        return XC_OK;
    }
    if (piece.ptr[0] == '(' || piece.ptr[0] == '[')
        return multiply(building, xc_str_sub(piece, 1, piece.len - 2),
                        piece.ptr[0] == '[');
    return multiply(building, piece, false);
}

enum xc_status
xc_cue_paths_parse(struct xc_str text, struct xc_cue_words *words,
                   struct xc_arena *arena, struct xc_cue_paths *out,
                   const char **out_hint)
{
    struct building building = {NULL, 1, 0, words, arena, NULL};
    struct xc_str rest = xc_str_trim(text);
    enum xc_status status = XC_OK;
    size_t i;

    building.paths = xc_arena_array(arena, 1, sizeof *building.paths);
    if (building.paths == NULL)
        return XC_NO_MEMORY;
    while (status == XC_OK && rest.len > 0) {
        struct xc_str piece;

        status = next_piece(&building, &rest, &piece);
        if (status == XC_OK)
            status = add_piece(&building, piece);
    }
    for (i = 0; status == XC_OK && i < building.n; i++) {
        if (building.paths[i].n == 0)
            status = reject(&building, empty);
    }
    if (status == XC_OK && (building.gap != 0 || building.paths[0].steps[0].gap != 0))
        status = reject(&building, "a gap stands between two words of the cue");
    if (status == XC_OK)
        *out = (struct xc_cue_paths){building.paths, building.n};
    else
        *out_hint = building.hint;
    return status;
}
