/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/lexicon.h"

#include "author/cues.h"
#include "base/limits.h"
#include "base/vec.h"
#include "data/node.h"
#include "data/utf8.h"
#include "io/file.h"

static const char ending[] = ".tsv";

struct loading {
    struct xc_arena *arena;
    struct xc_lexicon_files files;
    struct xc_problems *problems;
};

static enum xc_status
refuse(struct loading *loading, const struct xc_place *place, const char *hint,
       const char *fault)
{
    return xc_problems_add(loading->problems, XC_PROBLEM_RULE, place, hint, "%s", fault)
               ? XC_BAD_RULE
               : XC_NO_MEMORY;
}

/* The file's name without folders and ".tsv". */
static struct xc_str
name_of(struct xc_str path)
{
    struct xc_str rest = path;
    struct xc_str name = path;

    while (xc_str_split(&rest, '/', &name)) {
        /* the last one stays */
    }
    if (xc_str_ends(name, ending))
        name.len -= sizeof ending - 1;
    return name;
}

static enum xc_status
refuse_name(struct loading *loading, struct xc_str path, struct xc_str name)
{
    const char *const *names = xc_lexicon_takes_names();
    const char *closest = xc_node_suggest(name, names);
    struct xc_place place = {.path = path};
    struct xc_str hint;

    if (closest != NULL)
        hint = xc_arena_printf(loading->arena, "did you mean %s%s?", closest, ending);
    else
        hint = xc_arena_printf(loading->arena,
                               "a lexicon has cues-CLASS%s (cues-denial%s, "
                               "cues-hedge%s, …), speakers%s and stance-words%s",
                               ending, ending, ending, ending, ending);
    if (hint.ptr == NULL)
        return XC_NO_MEMORY;
    return refuse(loading, &place, hint.ptr, "no file of a lexicon has this name");
}

static enum xc_status
load_file(struct loading *loading, struct xc_str path)
{
    struct xc_lexicon_file file = {name_of(path), path, {NULL, 0}};
    struct xc_lexicon_file *slot;
    enum xc_status status;
    size_t bad;

    if (!xc_lexicon_takes(file.name))
        return refuse_name(loading, path, file.name);
    status = xc_file_read(path, XC_MAX_BESIDE_BYTES, XC_PROBLEM_RULE, loading->arena,
                          &file.text, loading->problems);
    if (status != XC_OK)
        return status == XC_BAD_INPUT ? XC_BAD_RULE : status;
    bad = xc_utf8_first_bad(file.text, 0);
    if (bad < file.text.len) {
        struct xc_place place;

        xc_place_of_offset(file.text, bad, &place);
        place.path = path;
        return refuse(loading, &place, "save the file as UTF-8", "this is not UTF-8");
    }
    if (xc_str_starts(file.text, "\xEF\xBB\xBF"))
        file.text = xc_str_sub(file.text, 3, file.text.len - 3);
    slot = XC_VEC_ADD(&loading->files, loading->arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = file;
    return XC_OK;
}

/* All files at or below path. */
static enum xc_status
load_below(struct loading *loading, struct xc_str path)
{
    static const char *const endings[] = {ending, NULL};
    struct xc_place place = {.path = path};
    size_t n_before = loading->problems->n;
    struct xc_path_vec paths = {0};
    enum xc_status result = XC_OK;
    enum xc_status status;
    size_t i;

    status = xc_files_walk(path, endings, XC_PROBLEM_RULE, loading->arena, &paths,
                           loading->problems);
    if (status != XC_OK)
        return status == XC_BAD_INPUT ? XC_BAD_RULE : status;
    if (loading->problems->n > n_before)
        result = XC_BAD_RULE;
    else if (paths.n == 0)
        return refuse(loading, &place, "a file of a lexicon ends in .tsv",
                      "no file of a lexicon here");
    for (i = 0; i < paths.n; i++) {
        status = load_file(loading, paths.items[i]);
        if (status == XC_BAD_RULE)
            result = status;
        else if (status != XC_OK)
            return status;
    }
    return result;
}

enum xc_status
xc_cli_lexicon(const struct xc_str_list *paths, struct xc_arena *arena,
               struct xc_lexicon *out, struct xc_problems *problems)
{
    struct loading loading = {.arena = arena, .problems = problems};
    enum xc_status result = XC_OK;
    size_t i;

    for (i = 0; i < paths->n; i++) {
        enum xc_status status = load_below(&loading, paths->items[i]);

        if (status == XC_BAD_RULE)
            result = status;
        else if (status != XC_OK)
            return status;
    }
    if (result == XC_OK)
        result = xc_lexicon_load_with(&loading.files, arena, out, problems);
    if (result == XC_OK && loading.files.n > 0)
        result = xc_cues_check(out, problems);
    return result;
}
