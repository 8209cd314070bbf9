/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/draft.h"

#include "author/draft_pattern.h"
#include "base/limits.h"
#include "base/vec.h"
#include "data/utf8.h"

/* Words of a statement that its id is made of. */
static const size_t id_words = 6;

enum xc_status
xc_drafting_init(const struct xc_lexicon *lexicon, struct xc_arena *arena,
                 struct xc_problems *problems, struct xc_drafting *out)
{
    *out =
        (struct xc_drafting){.lexicon = lexicon, .arena = arena, .problems = problems};
    return xc_word_data_load(lexicon, arena, &out->data);
}

static bool
is_id_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Appends word to the id, joined by "-", with the bytes that an id may have. */
static enum xc_status
extend_id(struct xc_arena *arena, struct xc_str word, struct xc_str *id)
{
    char *kept = xc_arena_copy(arena, word.ptr, word.len);
    size_t n = 0;
    size_t i;

    if (kept == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < word.len; i++) {
        if (is_id_byte(word.ptr[i]))
            kept[n++] = word.ptr[i];
    }
    if (n == 0)
        return XC_OK;
    *id = xc_arena_printf(arena, "%.*s%s%.*s", (int)id->len, id->ptr,
                          id->len == 0 ? "" : "-", (int)n, kept);
    return id->ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

enum xc_status
xc_draft_id(const struct xc_lexicon *lexicon, struct xc_str text,
            struct xc_arena *arena, struct xc_str *out)
{
    struct xc_str id = XC_STR("");
    struct xc_str *keys;
    enum xc_status status;
    size_t n;
    size_t i;

    status = xc_words_of_text(lexicon->text.words, text, arena, &keys, &n);
    for (i = 0; i < n && i < id_words && status == XC_OK; i++) {
        if (keys[i].len <= XC_MAX_DRAFT_WORD_BYTES)
            status = extend_id(arena, keys[i], &id);
    }
    if (status == XC_OK)
        *out = id;
    return status;
}

/* The id of a statement: its content words; of one without any, all of its words. */
static enum xc_status
make_id(struct xc_drafting *drafting, const struct xc_draft *draft, struct xc_str *out)
{
    const struct xc_draft_unit_vec *units = &draft->units.units;
    struct xc_str id = XC_STR("");
    enum xc_status status = XC_OK;
    size_t n_words = 0;
    size_t u;
    size_t i;

    for (u = 0; u < units->n; u++) {
        const struct xc_range words = units->items[u].words;

        if (units->items[u].is_figure)
            continue;
        for (i = words.first; i < words.end && status == XC_OK; i++) {
            if (n_words++ < id_words)
                status = extend_id(drafting->arena,
                                   draft->units.text.words.items[i].key, &id);
        }
    }
    if (status == XC_OK && id.len == 0)
        status = xc_draft_id(drafting->lexicon, draft->statement, drafting->arena, &id);
    *out = id.len == 0 ? XC_STR("claim") : id;
    return status;
}

/* Makes the id differ from those before: "-2", "-3" behind it.  The number goes on where it
 * stopped for the same words, so that a list of one statement takes linear time. */
static enum xc_status
take_id(struct xc_drafting *drafting, struct xc_str *id)
{
    const struct xc_str base = *id;
    size_t index = drafting->uses.n;

    if (!xc_table_add(&drafting->bases, base, index, drafting->arena, &index))
        return XC_NO_MEMORY;
    if (index == drafting->uses.n &&
        XC_VEC_ADD(&drafting->uses, drafting->arena) == NULL)
        return XC_NO_MEMORY;
    while (++drafting->uses.items[index] > 1 ||
           xc_table_get(&drafting->ids, *id, NULL)) {
        *id = xc_arena_printf(drafting->arena, "%.*s-%zu", (int)base.len, base.ptr,
                              drafting->uses.items[index]);
        if (id->ptr == NULL)
            return XC_NO_MEMORY;
        if (!xc_table_get(&drafting->ids, *id, NULL))
            break;
    }
    return xc_table_add(&drafting->ids, *id, 0, drafting->arena, &index) ? XC_OK
                                                                         : XC_NO_MEMORY;
}

static enum xc_status
refuse(struct xc_drafting *drafting, const struct xc_place *place, const char *hint,
       const char *fault)
{
    return xc_problems_add(drafting->problems, XC_PROBLEM_RULE, place, hint, "%s",
                           fault)
               ? XC_BAD_RULE
               : XC_NO_MEMORY;
}

static enum xc_status
check_statement(struct xc_drafting *drafting, struct xc_str statement,
                const struct xc_place *place)
{
    if (statement.len > XC_MAX_STATEMENT_BYTES)
        return refuse(drafting, place, "a claim is one checkable sentence",
                      "the statement is too long");
    if (xc_utf8_first_bad(statement, 0) < statement.len)
        return refuse(drafting, place, "save it as UTF-8",
                      "the statement is not valid UTF-8");
    if (xc_str_find(statement, 0, '\n') < statement.len)
        return refuse(drafting, place, "write it on one line",
                      "the statement has several lines");
    return XC_OK;
}

enum xc_status
xc_draft_add(struct xc_drafting *drafting, struct xc_str statement,
             const struct xc_place *place, struct xc_draft_vec *drafts)
{
    struct xc_draft draft = {.statement = statement};
    struct xc_draft *slot;
    enum xc_status status = check_statement(drafting, statement, place);

    if (status == XC_OK)
        status = xc_draft_units_read(drafting->lexicon, &drafting->data, statement,
                                     drafting->arena, &draft.units);
    if (status == XC_OK)
        status = xc_draft_patterns_make(&drafting->data, &draft.units, drafting->arena,
                                        &draft.patterns);
    if (status == XC_OK && draft.patterns.n == 0)
        return refuse(drafting, place, "write what is claimed, as a sentence",
                      "the statement holds no word");
    if (status == XC_OK)
        status = make_id(drafting, &draft, &draft.id);
    if (status == XC_OK)
        status = take_id(drafting, &draft.id);
    if (status != XC_OK)
        return status;
    slot = XC_VEC_ADD(drafts, drafting->arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = draft;
    return XC_OK;
}
