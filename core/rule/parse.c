/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/parse.h"

#include "base/limits.h"
#include "rule/leaf.h"

static enum xc_status
open_group(struct xc_parser *parser, enum xc_element_kind kind, size_t number,
           size_t bracket)
{
    struct xc_group_start start = {
        .kind = kind, .number = number, .off_bytes = parser->at, .inside = bracket + 1};

    parser->at = bracket + 1;
    if (xc_group_open(&parser->groups, start))
        return XC_OK;
    xc_leaf_stop(parser);
    return xc_fault_tell(parser->faults, bracket, XC_CODE_NESTED_TOO_DEEP, NULL,
                         "brackets nested more than %zu deep", XC_MAX_PATTERN_DEPTH);
}

static enum xc_status
parse_joint(struct xc_parser *parser)
{
    size_t off = parser->at++;
    bool touches_next = parser->at < parser->text.len &&
                        !xc_leaf_is_space(xc_leaf_byte(parser, off + 1));

    if (off > 0 && parser->tight == off && touches_next)
        return xc_fault_tell(parser->faults, off, XC_CODE_BAD_JOINT,
                             "put spaces around it to join two sequences, or write \\& "
                             "for the character",
                             "'&' inside a word");
    if (parser->groups.depth == 0)
        return xc_group_branch(&parser->groups, parser->faults, parser->arena, off);
    if (xc_group_add(&parser->groups, parser->faults, parser->arena,
                     (struct xc_element){.kind = XC_ELEMENT_WORD}) != XC_OK)
        return XC_NO_MEMORY;
    return xc_fault_tell(parser->faults, off, XC_CODE_BAD_JOINT,
                         "& joins whole sequences; inside brackets use a gap (..)",
                         "'&' inside brackets");
}

/* What is not an element: marks that part or close sequences.  *out_done is false when
 * an element begins here. */
static enum xc_status
parse_mark(struct xc_parser *parser, bool *out_done)
{
    size_t off = parser->at;
    char c = xc_leaf_byte(parser, off);

    *out_done = true;
    switch (c) {
    case '&':
        return parse_joint(parser);
    case '|':
        parser->at++;
        return xc_group_branch(&parser->groups, parser->faults, parser->arena, off);
    case ')':
    case ']':
        parser->at++;
        parser->tight = parser->at;
        return xc_group_close(&parser->groups, parser->faults, parser->arena, off);
    case '>':
    case '}':
        parser->at++;
        return xc_fault_tell(parser->faults, off, XC_CODE_BAD_BRACKETS,
                             "to mean the character, write it "
                             "with a backslash before it",
                             "'%c' without '%c'", c, c == '>' ? '<' : '{');
    default:
        *out_done = false;
        return XC_OK;
    }
}

static enum xc_status
parse_element(struct xc_parser *parser)
{
    size_t start = parser->at;
    size_t number;
    size_t bracket;
    enum xc_status status;

    if (xc_leaf_gap_at(parser, start))
        return xc_leaf_gap(parser);
    switch (xc_leaf_byte(parser, start)) {
    case '(':
        return open_group(parser, XC_ELEMENT_CHOICE, 0, start);
    case '[':
        return open_group(parser, XC_ELEMENT_OPTIONAL, 0, start);
    case '<':
        status = xc_leaf_term(parser);
        break;
    case '{':
        status = xc_leaf_slot(parser);
        break;
    default:
        if (xc_leaf_n_of_at(parser, &number, &bracket))
            return open_group(parser, XC_ELEMENT_N_OF, number, bracket);
        status = xc_leaf_word(parser);
    }
    parser->tight = parser->at;
    return status;
}

/* Faults that can be seen before the element is read. */
static enum xc_status
check_start(struct xc_parser *parser)
{
    size_t off = parser->at;

    if (off > 0 && parser->tight == off && !xc_leaf_gap_at(parser, off))
        return xc_fault_tell(parser->faults, off, XC_CODE_BAD_WORD,
                             "put a space before it; every form of a word matches by "
                             "itself",
                             "two elements without a space between them");
    if (xc_leaf_byte(parser, off) == '/')
        return xc_fault_tell(parser->faults, off, XC_CODE_BAD_WORD,
                             "a /…/ must be the whole pattern; to mean the character, "
                             "write \\/",
                             "'/' begins a word");
    return XC_OK;
}

static enum xc_status
parse_next(struct xc_parser *parser)
{
    enum xc_status status;
    bool done;

    if (xc_leaf_is_space(xc_leaf_byte(parser, parser->at))) {
        parser->at++;
        return XC_OK;
    }
    status = parse_mark(parser, &done);
    if (status != XC_OK || done)
        return status;
    if (parser->n_elements >= XC_MAX_PATTERN_ELEMENTS) {
        status = xc_fault_tell(parser->faults, parser->at, XC_CODE_PATTERN_TOO_LARGE,
                               "put the words in a term", "more than %zu elements",
                               XC_MAX_PATTERN_ELEMENTS);
        xc_leaf_stop(parser);
        return status;
    }
    status = check_start(parser);
    return status == XC_OK ? parse_element(parser) : status;
}

/* A backslash that nothing follows. */
static enum xc_status
check_end(const struct xc_parser *parser)
{
    size_t n = 0;

    while (n < parser->text.len && parser->text.ptr[parser->text.len - 1 - n] == '\\')
        n++;
    if (n % 2 == 0)
        return XC_OK;
    return xc_fault_tell(parser->faults, parser->text.len - 1, XC_CODE_BAD_WORD,
                         "write two to mean the character",
                         "nothing follows the backslash");
}

enum xc_status
xc_parse_pattern(struct xc_pattern_context *context, struct xc_faults *faults,
                 struct xc_arena *arena, struct xc_parsed *out)
{
    struct xc_parser parser = {.lexicon = context->lexicon,
                               .context = context,
                               .faults = faults,
                               .text = faults->text,
                               .arena = arena};
    const struct xc_group *whole = &parser.groups.items[0];
    size_t n_before = faults->n;
    enum xc_status status = check_end(&parser);

    while (parser.at < parser.text.len && status == XC_OK)
        status = parse_next(&parser);
    if (status == XC_OK)
        status = xc_group_finish(&parser.groups, faults, arena);
    if (status != XC_OK)
        return status;
    if (faults->n > n_before)
        return XC_BAD_RULE;
    *out = (struct xc_parsed){.sequences = whole->branches.items,
                              .n_sequences = whole->branches.n,
                              .slots = parser.slots.items,
                              .n_slots = parser.slots.n};
    return XC_OK;
}

/* One step through a term's entry. */
static enum xc_status
parse_next_word(struct xc_parser *parser)
{
    size_t off = parser->at;
    char c = xc_leaf_byte(parser, off);

    if (xc_leaf_is_space(c)) {
        parser->at++;
        return XC_OK;
    }
    if (!xc_leaf_is_mark(c) && !xc_leaf_gap_at(parser, off))
        return xc_leaf_word(parser);
    xc_leaf_stop(parser);
    return xc_fault_tell(parser->faults, off, XC_CODE_BAD_TERM,
                         "write choices as entries of their own, and gaps in the "
                         "pattern",
                         "a term's entry is words only");
}

enum xc_status
xc_parse_words(const struct xc_lexicon *lexicon, struct xc_faults *faults,
               struct xc_arena *arena, struct xc_sequence *out)
{
    struct xc_parser parser = {
        .lexicon = lexicon, .faults = faults, .text = faults->text, .arena = arena};
    const struct xc_group *whole = &parser.groups.items[0];
    size_t n_before = faults->n;
    enum xc_status status = check_end(&parser);

    while (parser.at < parser.text.len && status == XC_OK)
        status = parse_next_word(&parser);
    if (status == XC_OK)
        status = xc_group_finish(&parser.groups, faults, arena);
    if (status != XC_OK)
        return status;
    if (faults->n > n_before)
        return XC_BAD_RULE;
    *out = whole->branches.items[0];
    return XC_OK;
}
