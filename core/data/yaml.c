/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/yaml.h"

#include <yaml.h>

#include "data/syntax.h"
#include "data/tree.h"
#include "data/utf8.h"

/* The characters that YAML allows, tabs and line ends among them. */
static bool
is_allowed(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c < 0x7F) || c == 0x85 ||
           (c >= 0xA0 && c < 0xFFFE) || c >= 0x10000;
}

/* Tells the byte at off that is no character (len 0), or the character c that YAML
 * doesn't allow. */
static bool
refuse_byte(struct xc_tree *tree, size_t index, size_t off, size_t len, uint32_t c)
{
    if (len == 0)
        return xc_tree_tell(tree, index, XC_CODE_NOT_UTF_8, "save the file as UTF-8",
                            xc_arena_printf(tree->arena, "byte 0x%02X is not UTF-8",
                                            (unsigned char)tree->text.ptr[off]));
    return xc_tree_tell(
        tree, index, XC_CODE_CONTROL_CHARACTER, "delete it",
        xc_arena_printf(tree->arena,
                        c == 0 ? "a NUL byte (U+%04X)" : "control character U+%04X",
                        (unsigned)c));
}

/* Tells the bytes that no YAML may hold, before libyaml sees the text; one for each
 * line, as text in Latin-1 would fill the list. */
static bool
check_bytes(struct xc_tree *tree)
{
    const struct xc_str text = tree->text;
    size_t index = 0;
    size_t off = 0;
    uint32_t c = 0;
    size_t len;
    bool told = false;

    while (off < text.len && !tree->done) {
        len = xc_utf8_decode(text, off, &c);
        if ((len == 0 || !is_allowed(c)) && !told) {
            told = true;
            if (!refuse_byte(tree, index, off, len, c))
                return false;
        }
        if (len > 0 && c == '\n')
            told = false;
        /* The tree counts characters by their lead bytes, so here too. */
        index += ((unsigned char)text.ptr[off] & 0xC0) != 0x80;
        off += len == 0 ? 1 : len;
    }
    return true;
}

/* "%YAML" and "%TAG" lines before the document are of no use here, and libyaml compares
 * each with all before it. */
static bool
check_directives(struct xc_tree *tree)
{
    struct xc_str rest = tree->text;
    struct xc_str line;
    size_t index = 0;

    while (xc_str_split(&rest, '\n', &line)) {
        struct xc_str trimmed = xc_str_trim(line);

        if (xc_str_starts(line, "%")) {
            tree->done = true;
            return xc_tree_tell(tree, index, XC_CODE_YAML_FEATURE, "delete this line",
                                XC_STR("a directive ('%…') is not used here"));
        }
        if (trimmed.len > 0 && trimmed.ptr[0] != '#')
            return true;
        index += xc_utf8_count(line) + 1;
    }
    return true;
}

/* Refuses an anchor or a tag on the node at index; the rest of the text is read on. */
static bool
refuse_marks(struct xc_tree *tree, size_t index, const void *anchor, const void *tag)
{
    if (anchor != NULL && !xc_tree_tell(tree, index, XC_CODE_YAML_FEATURE,
                                        "write the value out, or put it in quotes",
                                        XC_STR("an anchor ('&…') is not used here")))
        return false;
    return tag == NULL || xc_tree_tell(tree, index, XC_CODE_YAML_FEATURE,
                                       "leave it out, or put the value in quotes",
                                       XC_STR("a tag ('!…') is not used here"));
}

/* After the document nothing may come but comments.  libyaml isn't asked, because it
 * would read the next document's directives. */
static bool
on_document_end(struct xc_tree *tree, size_t index)
{
    const size_t off = xc_tree_offset(tree, index);
    struct xc_str rest = xc_str_sub(tree->text, off, tree->text.len - off);
    struct xc_str line;

    tree->done = true;
    while (xc_str_split(&rest, '\n', &line)) {
        const struct xc_str trimmed = xc_str_trim(line);
        const struct xc_str before = {line.ptr, (size_t)(trimmed.ptr - line.ptr)};

        if (trimmed.len > 0 && trimmed.ptr[0] != '#' && !xc_str_is(trimmed, "..."))
            return xc_tree_tell(tree, index + xc_utf8_count(before),
                                XC_CODE_SECOND_DOCUMENT, "make it a file of its own",
                                xc_str_starts(trimmed, "---")
                                    ? XC_STR("a second document in one file")
                                    : XC_STR("text after the end of the document"));
        index += xc_utf8_count(line) + 1;
    }
    return true;
}

static bool
on_scalar(struct xc_tree *tree, const yaml_event_t *event)
{
    const struct xc_str text = {(const char *)event->data.scalar.value,
                                event->data.scalar.length};
    const bool quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    const size_t index = event->start_mark.index;
    const struct xc_tree_extent extent = {index, event->end_mark.index};

    return refuse_marks(tree, index, event->data.scalar.anchor,
                        event->data.scalar.tag) &&
           xc_tree_scalar(tree, extent, text, quoted);
}

static bool
on_alias(struct xc_tree *tree, struct xc_tree_extent extent)
{
    const size_t index = extent.index;
    /* Goes on as a quoted word, which can be a key or a value; an alias of its own for
     * each place keeps two of them from being called a duplicate key. */
    const struct xc_str stand_in = xc_arena_printf(tree->arena, "*%zu", index);

    return stand_in.ptr != NULL &&
           xc_tree_tell(tree, index, XC_CODE_YAML_FEATURE,
                        "write the value out, or put it in quotes",
                        XC_STR("an alias ('*…') is not used here")) &&
           xc_tree_scalar(tree, extent, stand_in, true);
}

static bool
on_event(struct xc_tree *tree, const yaml_event_t *event)
{
    const size_t index = event->start_mark.index;
    const struct xc_tree_extent extent = {index, event->end_mark.index};

    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return on_scalar(tree, event);
    case YAML_SEQUENCE_START_EVENT:
        return refuse_marks(tree, index, event->data.sequence_start.anchor,
                            event->data.sequence_start.tag) &&
               xc_tree_open(tree, index, XC_NODE_LIST);
    case YAML_MAPPING_START_EVENT:
        return refuse_marks(tree, index, event->data.mapping_start.anchor,
                            event->data.mapping_start.tag) &&
               xc_tree_open(tree, index, XC_NODE_MAP);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        xc_tree_close(tree, extent);
        return true;
    case YAML_ALIAS_EVENT:
        return on_alias(tree, extent);
    case YAML_DOCUMENT_END_EVENT:
        return on_document_end(tree, event->end_mark.index);
    case YAML_STREAM_END_EVENT:
    case YAML_NO_EVENT:
        tree->done = true;
        return true;
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT:
        return true;
    }
    return true;
}

static bool
tell_syntax(struct xc_tree *tree, const yaml_parser_t *parser)
{
    const size_t index = parser->problem_mark.index;
    const size_t off = xc_tree_offset(tree, index);
    struct xc_syntax words;
    char here = '\0';

    tree->done = true;
    if (off < tree->text.len)
        here = tree->text.ptr[off];
    xc_syntax_explain(parser->problem, here, &words);
    return xc_tree_tell(
        tree, words.at_start ? parser->context_mark.index : index, XC_CODE_YAML_SYNTAX,
        words.hint,
        words.message == parser->problem
            ? xc_arena_printf(tree->arena, "not YAML: %s", words.message)
            : xc_str_of(words.message));
}

static enum xc_status
read_events(struct xc_tree *tree)
{
    yaml_parser_t parser;
    yaml_event_t event;
    enum xc_status status = XC_OK;

    if (!yaml_parser_initialize(&parser))
        return XC_NO_MEMORY;
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)tree->text.ptr,
                                 tree->text.len);
    while (status == XC_OK && !tree->done) {
        if (!yaml_parser_parse(&parser, &event)) {
            if (parser.error == YAML_MEMORY_ERROR || !tell_syntax(tree, &parser))
                status = XC_NO_MEMORY;
            continue;
        }
        if (!on_event(tree, &event))
            status = XC_NO_MEMORY;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return status;
}

enum xc_status /* NOLINTNEXTLINE(readability-function-size): the contract has seven */
xc_yaml_parse(struct xc_str text, struct xc_str path, size_t first_line,
              enum xc_problem_kind kind, struct xc_arena *arena,
              struct xc_node **out_root, struct xc_problems *problems)
{
    const bool is_rule = kind == XC_PROBLEM_RULE;
    const size_t most_bytes = is_rule ? XC_MAX_RULE_BYTES : XC_MAX_BESIDE_BYTES;
    struct xc_tree tree = {.text = text,
                           .most_nodes =
                               is_rule ? XC_MAX_RULE_NODES : XC_MAX_DATA_NODES,
                           .path = path,
                           .first_line = first_line,
                           .kind = kind,
                           .arena = arena,
                           .problems = problems};
    enum xc_status status;

    if (xc_str_starts(text, "\xEF\xBB\xBF")) {
        tree.text = xc_str_sub(text, 3, text.len - 3);
        tree.off_bytes = 3;
    }
    if (text.len > most_bytes) {
        tree.text = XC_STR("");
        if (!xc_tree_tell(&tree, 0, XC_CODE_FILE_TOO_LARGE, xc_tree_size_hint(&tree),
                          xc_arena_printf(arena, "larger than %zu bytes", most_bytes)))
            return XC_NO_MEMORY;
        return XC_BAD_RULE;
    }
    if (!check_bytes(&tree) || !check_directives(&tree))
        return XC_NO_MEMORY;
    if (tree.n_told > 0)
        return XC_BAD_RULE;
    status = read_events(&tree);
    if (status != XC_OK)
        return status;
    if (tree.n_told > 0)
        return XC_BAD_RULE;
    if (tree.root == NULL &&
        !xc_tree_scalar(&tree, (struct xc_tree_extent){0, 0}, XC_STR(""), false))
        return XC_NO_MEMORY;
    *out_root = tree.root;
    return XC_OK;
}
