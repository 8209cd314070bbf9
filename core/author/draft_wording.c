/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/draft_wording.h"

#include "base/limits.h"
#include "base/vec.h"

/* Synonyms of this class and above stand in too many sentences that say something else;
 * rarer ones are used as they are. */
static const size_t common_synonym_class = 8;

struct bytes {
    char *items;
    size_t n;
    size_t cap;
};

static bool
put(struct bytes *out, struct xc_str text, struct xc_arena *arena)
{
    size_t i;

    for (i = 0; i < text.len; i++) {
        char *slot = XC_VEC_ADD(out, arena);

        if (slot == NULL)
            return false;
        *slot = text.ptr[i];
    }
    return true;
}

/* Whether the byte means something in the pattern language, wherever it stands. */
static bool
is_mark(char c)
{
    const struct xc_str marks = XC_STR("&()[]|<>{}=\\/");

    return xc_str_find(marks, 0, c) < marks.len;
}

/* A word with every mark escaped, and so a gap or a bracket nowhere. */
static bool
put_escaped(struct bytes *out, struct xc_str word, struct xc_arena *arena)
{
    size_t i;

    for (i = 0; i < word.len; i++) {
        bool is_gap = word.ptr[i] == '.' && i + 1 < word.len && word.ptr[i + 1] == '.';

        if ((is_mark(word.ptr[i]) || is_gap) && !put(out, XC_STR("\\"), arena))
            return false;
        if (!put(out, xc_str_sub(word, i, 1), arena))
            return false;
    }
    return true;
}

/* The word as the statement writes it when it holds letters and digits only, else its
 * key: "Beyoncé", but "jj" for "J.J.". */
static struct xc_str
written(const struct xc_text *text, size_t word)
{
    struct xc_str original = xc_text_original(text, (struct xc_range){word, word + 1});
    size_t i;

    for (i = 0; i < original.len; i++) {
        unsigned char c = (unsigned char)original.ptr[i];

        if (c < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
            !(c >= '0' && c <= '9') && c != '\'')
            return text->words.items[word].key;
    }
    return original;
}

enum xc_status
xc_draft_wording_plain(const struct xc_text *text, size_t word, struct xc_arena *arena,
                       struct xc_str *out)
{
    struct bytes bytes = {NULL, 0, 0};

    if (!put_escaped(&bytes, text->words.items[word].key, arena))
        return XC_NO_MEMORY;
    *out = (struct xc_str){bytes.items, bytes.n};
    return XC_OK;
}

/* Whether the synonym is a form of the word itself, which the pattern finds anyhow
 * ("tying" for "tied"). */
static enum xc_status
is_form(const struct xc_draft_wording *wording, struct xc_str synonym,
        struct xc_arena *arena, bool *out)
{
    struct xc_str key = wording->text->words.items[wording->word].key;
    struct xc_str_vec forms = {NULL, 0, 0};
    enum xc_status status =
        xc_inflection_forms(wording->data->inflection, key, false, arena, &forms);
    size_t i;

    *out = false;
    for (i = 0; i < forms.n; i++)
        *out = *out || xc_str_equal(forms.items[i], synonym);
    return status;
}

/* Parts the synonyms into those to use and those to offer. */
static enum xc_status
part_synonyms(const struct xc_draft_wording *wording, struct xc_arena *arena,
              struct xc_str_vec *used, struct xc_str_vec *offered)
{
    const struct xc_word_data *data = wording->data;
    struct xc_str_vec found = {NULL, 0, 0};
    enum xc_status status =
        xc_word_data_find(data, &data->related,
                          wording->text->words.items[wording->word].key, arena, &found);
    size_t i;

    for (i = 0; i < found.n && status == XC_OK; i++) {
        struct xc_str_vec *to;
        struct xc_str *slot;
        size_t class = 0;
        bool skip = false;

        status = xc_word_data_class(data, found.items[i], arena, &class);
        if (status == XC_OK)
            status = is_form(wording, found.items[i], arena, &skip);
        to = class < common_synonym_class ? used : offered;
        if (skip || to->n >= XC_MAX_DRAFT_SYNONYMS ||
            xc_table_get(&data->stop, found.items[i], NULL))
            continue;
        slot = XC_VEC_ADD(to, arena);
        if (slot == NULL)
            return XC_NO_MEMORY;
        *slot = found.items[i];
    }
    return status;
}

enum xc_status
xc_draft_wording_word(const struct xc_draft_wording *wording, struct xc_arena *arena,
                      struct xc_draft_unit *unit)
{
    struct xc_str_vec used = {NULL, 0, 0};
    struct bytes bytes = {NULL, 0, 0};
    struct xc_str word = wording->as_name
                             ? written(wording->text, wording->word)
                             : wording->text->words.items[wording->word].key;
    enum xc_status status = part_synonyms(wording, arena, &used, &unit->offered);
    bool ok;
    size_t i;

    if (status != XC_OK)
        return status;
    ok = (used.n == 0 || put(&bytes, XC_STR("("), arena)) &&
         put_escaped(&bytes, word, arena);
    for (i = 0; i < used.n && ok; i++)
        ok = put(&bytes, XC_STR("|"), arena) &&
             put_escaped(&bytes, used.items[i], arena);
    if (!ok || (used.n > 0 && !put(&bytes, XC_STR(")"), arena)))
        return XC_NO_MEMORY;
    unit->text = (struct xc_str){bytes.items, bytes.n};
    return XC_OK;
}

enum xc_status
xc_draft_wording_name(const struct xc_text *text, struct xc_range words, bool by_last,
                      struct xc_arena *arena, struct xc_str *out)
{
    struct bytes bytes = {NULL, 0, 0};
    size_t last = words.end - 1;
    bool ok = !by_last || put(&bytes, XC_STR("["), arena);
    size_t i;

    for (i = words.first; i < words.end && ok; i++) {
        ok = put_escaped(&bytes, written(text, i), arena);
        if (ok && by_last && i + 1 == last)
            ok = put(&bytes, XC_STR("]"), arena);
        if (ok && i < last)
            ok = put(&bytes, XC_STR(" "), arena);
    }
    if (!ok)
        return XC_NO_MEMORY;
    *out = (struct xc_str){bytes.items, bytes.n};
    return XC_OK;
}

bool
xc_draft_wording_is_plain(struct xc_str word)
{
    size_t i = 0;

    while (i < word.len && word.ptr[i] >= 'a' && word.ptr[i] <= 'z')
        i++;
    return word.len > 0 && i == word.len;
}
