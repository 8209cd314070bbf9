/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/leaf.h"

#include <stdint.h>

#include "base/limits.h"
#include "base/vec.h"
#include "rule/parse.h"
#include "rule/suggest.h"
#include "rule/wording.h"

bool
xc_leaf_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool
xc_leaf_is_mark(char c)
{
    const struct xc_str marks = XC_STR("&()[]|<>{}");

    return xc_str_find(marks, 0, c) < marks.len;
}

char
xc_leaf_byte(const struct xc_parser *parser, size_t off)
{
    if (off >= parser->text.len)
        return '\0';
    return parser->text.ptr[off];
}

bool
xc_leaf_gap_at(const struct xc_parser *parser, size_t off)
{
    return xc_leaf_byte(parser, off) == '.' && xc_leaf_byte(parser, off + 1) == '.';
}

static size_t
skip_space(const struct xc_parser *parser, size_t off)
{
    while (xc_leaf_is_space(xc_leaf_byte(parser, off)))
        off++;
    return off;
}

/* Reads digits at *off and moves past them; more than a million counts as a million. */
static size_t
read_number(const struct xc_parser *parser, size_t *off)
{
    const size_t most = 1000000;
    size_t number = 0;

    for (; is_digit(xc_leaf_byte(parser, *off)); (*off)++) {
        number = number * 10 + (size_t)(xc_leaf_byte(parser, *off) - '0');
        if (number > most)
            number = most;
    }
    return number;
}

void
xc_leaf_stop(struct xc_parser *parser)
{
    parser->at = parser->text.len;
    parser->groups.abandoned = true;
}

static enum xc_status
add(struct xc_parser *parser, struct xc_element element)
{
    parser->n_elements++;
    return xc_group_add(&parser->groups, parser->faults, parser->arena, element);
}

/* Stands in for an element that could not be read, so that one fault is told once. */
static enum xc_status
add_unread(struct xc_parser *parser, size_t off)
{
    return add(parser, (struct xc_element){.kind = XC_ELEMENT_WORD, .off_bytes = off});
}

/* Takes a word up to a space or a mark, without its backslashes. */
static enum xc_status
read_written(struct xc_parser *parser, struct xc_str *out)
{
    char *copy = xc_arena_copy(parser->arena, parser->text.ptr, parser->text.len);
    size_t n = 0;

    if (copy == NULL)
        return XC_NO_MEMORY;
    for (; parser->at < parser->text.len; parser->at++) {
        char c = xc_leaf_byte(parser, parser->at);

        if (xc_leaf_is_space(c) || xc_leaf_is_mark(c) ||
            xc_leaf_gap_at(parser, parser->at))
            break;
        if (c == '\\') {
            parser->at++;
            if (parser->at >= parser->text.len)
                break;
            c = xc_leaf_byte(parser, parser->at);
        }
        copy[n++] = c;
    }
    *out = (struct xc_str){copy, n};
    return XC_OK;
}

enum xc_status
xc_leaf_word(struct xc_parser *parser)
{
    size_t start = parser->at;
    bool exact = xc_leaf_byte(parser, start) == '=';
    struct xc_element_vec words = {NULL, 0, 0};
    struct xc_str written;
    enum xc_status status;
    size_t i;

    if (exact)
        parser->at++;
    status = read_written(parser, &written);
    if (status == XC_OK)
        status = xc_wording_add(parser->lexicon, written, exact, start, parser->arena,
                                &words);
    for (i = 0; i < words.n && status == XC_OK; i++)
        status = add(parser, words.items[i]);
    if (status != XC_OK || words.n > 0)
        return status;
    if (exact && written.len == 0)
        status = xc_fault_tell(parser->faults, start, XC_CODE_BAD_WORD,
                               "write the word right after it, as in =tie",
                               "'=' without a word");
    else
        status = xc_fault_tell(parser->faults, start, XC_CODE_BAD_WORD,
                               "take it out: punctuation is not compared",
                               "'%.*s' holds no word", (int)(parser->at - start),
                               parser->text.ptr + start);
    return status == XC_OK ? add_unread(parser, start) : status;
}

enum xc_status
xc_leaf_gap(struct xc_parser *parser)
{
    size_t start = parser->at;
    size_t number = XC_DEFAULT_GAP_WORDS;
    enum xc_status status = XC_OK;

    parser->at += 2;
    if (xc_leaf_byte(parser, parser->at) == '.') {
        while (xc_leaf_byte(parser, parser->at) == '.')
            parser->at++;
        status = xc_fault_tell(parser->faults, start, XC_CODE_BAD_GAP,
                               "a gap is two dots, as in a .. b", "more than two dots");
    }
    if (is_digit(xc_leaf_byte(parser, parser->at))) {
        number = read_number(parser, &parser->at);
        parser->tight = parser->at;
    }
    if (number > XC_MAX_GAP_WORDS && status == XC_OK)
        status = xc_fault_tell(parser->faults, start, XC_CODE_BAD_GAP,
                               "join the two sides with & to find them anywhere in "
                               "the sentence",
                               "a gap may skip at most %zu words", XC_MAX_GAP_WORDS);
    if (status != XC_OK)
        return status;
    return add(parser, (struct xc_element){.kind = XC_ELEMENT_GAP,
                                           .number = number,
                                           .off_bytes = start});
}

/* Takes what stands between the mark at parser->at and close, trimmed; false when
 * close is missing, which is then told. */
static enum xc_status
read_enclosed(struct xc_parser *parser, char close, struct xc_str *out, bool *out_ok)
{
    size_t start = parser->at;
    size_t end = xc_str_find(parser->text, start, close);
    enum xc_status status;

    *out_ok = end < parser->text.len;
    if (*out_ok) {
        *out = xc_str_trim(xc_str_sub(parser->text, start + 1, end - start - 1));
        parser->at = end + 1;
        return XC_OK;
    }
    status = xc_fault_tell(parser->faults, start, XC_CODE_BAD_BRACKETS, NULL,
                           "'%c' is never closed by '%c'", xc_leaf_byte(parser, start),
                           close);
    xc_leaf_stop(parser);
    return status;
}

/* Parses a term's entries; those of a loaded rule file are parsed already. */
static enum xc_status
expand_term(struct xc_parser *parser, struct xc_term *term)
{
    struct xc_sequence *branches =
        xc_arena_array(parser->arena, term->n_entries, sizeof *branches);
    enum xc_status status = branches == NULL ? XC_NO_MEMORY : XC_OK;
    size_t i;

    for (i = 0; i < term->n_entries && status == XC_OK; i++) {
        struct xc_faults faults = {.problems = parser->faults->problems,
                                   .place = parser->faults->place,
                                   .text = term->entries[i]};

        faults.place.line = term->line;
        faults.place.column = term->column;
        faults.place.excerpt = XC_STR("");
        status = xc_parse_words(parser->lexicon, &faults, parser->arena, &branches[i]);
        parser->faults->n += faults.n;
    }
    if (status == XC_OK)
        term->branches = branches;
    return status == XC_BAD_RULE ? XC_OK : status;
}

static enum xc_status
unknown_term(struct xc_parser *parser, size_t off, struct xc_str name)
{
    const struct xc_pattern_context *context = parser->context;
    struct xc_str *names =
        xc_arena_array(parser->arena, context->n_terms, sizeof *names);
    struct xc_str hint;
    enum xc_status status;
    size_t i;

    if (names == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < context->n_terms; i++)
        names[i] = context->terms[i].name;
    hint = xc_suggest_hint(name, names, context->n_terms, "terms", parser->arena);
    if (hint.ptr == NULL)
        return XC_NO_MEMORY;
    status = xc_fault_tell(parser->faults, off, XC_CODE_UNKNOWN_TERM, hint.ptr,
                           "unknown term '%.*s'", (int)name.len, name.ptr);
    return status == XC_OK ? add_unread(parser, off) : status;
}

enum xc_status
xc_leaf_term(struct xc_parser *parser)
{
    size_t start = parser->at;
    struct xc_term *term = NULL;
    struct xc_str name;
    enum xc_status status;
    bool ok;
    size_t i;

    status = read_enclosed(parser, '>', &name, &ok);
    if (status != XC_OK || !ok)
        return status;
    for (i = 0; i < parser->context->n_terms && term == NULL; i++) {
        if (xc_str_equal(parser->context->terms[i].name, name))
            term = &parser->context->terms[i];
    }
    if (term == NULL)
        return unknown_term(parser, start, name);
    term->used = true;
    if (term->n_entries == 0)
        return xc_fault_tell(parser->faults, start, XC_CODE_BAD_TERM, NULL,
                             "term '%.*s' has no entries", (int)name.len, name.ptr);
    if (term->branches == NULL)
        status = expand_term(parser, term);
    if (status != XC_OK)
        return status;
    return add(parser, (struct xc_element){.kind = XC_ELEMENT_CHOICE,
                                           .branches = term->branches,
                                           .n_branches = term->n_entries,
                                           .off_bytes = start});
}

static bool
is_slot_name(struct xc_str name)
{
    size_t i;

    if (name.len == 0 || !is_letter(name.ptr[0]))
        return false;
    for (i = 1; i < name.len; i++) {
        char c = name.ptr[i];

        if (!is_letter(c) && !is_digit(c) && c != '_' && c != '-')
            return false;
    }
    return true;
}

/* Finds or adds the slot; *out_slot stays untouched when a fault was told. */
static enum xc_status
find_slot(struct xc_parser *parser, size_t off, struct xc_slot wanted, size_t *out_slot)
{
    struct xc_slot_vec *slots = &parser->slots;
    struct xc_slot *slot;
    size_t i;

    for (i = 0; i < slots->n; i++) {
        if (!xc_str_equal(slots->items[i].name, wanted.name))
            continue;
        if (slots->items[i].kind == wanted.kind) {
            *out_slot = i;
            return XC_OK;
        }
        return xc_fault_tell(parser->faults, off, XC_CODE_SLOT_OF_TWO_KINDS,
                             "give it one kind, or give one of them another name",
                             "slot '%.*s' is of kind %s here and %s before",
                             (int)wanted.name.len, wanted.name.ptr,
                             xc_value_kind_name(wanted.kind),
                             xc_value_kind_name(slots->items[i].kind));
    }
    if (slots->n >= XC_MAX_PATTERN_SLOTS)
        return xc_fault_tell(parser->faults, off, XC_CODE_BAD_SLOT, NULL,
                             "more than %zu slots", XC_MAX_PATTERN_SLOTS);
    slot = XC_VEC_ADD(slots, parser->arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = wanted;
    *out_slot = slots->n - 1;
    return XC_OK;
}

/* Reads "name:kind" into *out; *out_ok is false when a fault was told. */
static enum xc_status
read_slot(struct xc_parser *parser, size_t off, struct xc_str inner,
          struct xc_slot *out, bool *out_ok)
{
    struct xc_str kind = inner;
    struct xc_str hint;

    *out_ok = false;
    if (xc_str_find(inner, 0, ':') == inner.len)
        return xc_fault_tell(parser->faults, off, XC_CODE_BAD_SLOT, "as in {men:count}",
                             "a slot is a name and a kind, {name:kind}");
    (void)xc_str_split(&kind, ':', &out->name);
    out->name = xc_str_trim(out->name);
    kind = xc_str_trim(kind);
    if (!is_slot_name(out->name))
        return xc_fault_tell(parser->faults, off, XC_CODE_BAD_SLOT,
                             "use letters, digits, '-' and '_', a letter first",
                             "'%.*s' is no name for a slot", (int)out->name.len,
                             out->name.ptr);
    if (!xc_value_kind_parse(kind, &out->kind)) {
        hint = xc_suggest_kind(kind, parser->arena);
        if (hint.ptr == NULL)
            return XC_NO_MEMORY;
        return xc_fault_tell(parser->faults, off, XC_CODE_UNKNOWN_KIND, hint.ptr,
                             "unknown kind '%.*s'", (int)kind.len, kind.ptr);
    }
    *out_ok = true;
    return XC_OK;
}

enum xc_status
xc_leaf_slot(struct xc_parser *parser)
{
    size_t start = parser->at;
    size_t number = SIZE_MAX;
    struct xc_slot slot;
    struct xc_str inner;
    enum xc_status status;
    bool ok;

    status = read_enclosed(parser, '}', &inner, &ok);
    if (status != XC_OK || !ok)
        return status;
    status = read_slot(parser, start, inner, &slot, &ok);
    if (status == XC_OK && ok)
        status = find_slot(parser, start, slot, &number);
    if (status != XC_OK)
        return status;
    if (number == SIZE_MAX)
        return add_unread(parser, start);
    return add(parser, (struct xc_element){.kind = XC_ELEMENT_SLOT,
                                           .number = number,
                                           .off_bytes = start});
}

bool
xc_leaf_n_of_at(const struct xc_parser *parser, size_t *out_number, size_t *out_bracket)
{
    size_t off = parser->at;
    size_t word;
    size_t number;

    if (!is_digit(xc_leaf_byte(parser, off)))
        return false;
    number = read_number(parser, &off);
    word = skip_space(parser, off);
    if (word == off || xc_leaf_byte(parser, word) != 'o' ||
        xc_leaf_byte(parser, word + 1) != 'f')
        return false;
    off = skip_space(parser, word + 2);
    if (xc_leaf_byte(parser, off) != '(')
        return false;
    *out_number = number;
    *out_bracket = off;
    return true;
}
