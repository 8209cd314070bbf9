/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/syntax.h"

#include <string.h>

static const char quote_hint[] = "put the whole value in quotes";
static const char indent_hint[] = "check the indentation of this line and those above";
static const char spaces_hint[] = "indent with spaces";

static const struct xc_syntax known[] = {
    {"mapping values are not allowed in this context", "a ':' in the wrong place",
     "put a value that holds ': ' in quotes, or check the indentation", false},
    {"could not find expected ':'", "a ':' is missing after this key",
     "write 'key: value'; check the quotes and the indentation above", true},
    {"did not find expected key", "a key is expected here", indent_hint, false},
    {"did not find expected '-' indicator", "a list item ('- …') is expected here",
     indent_hint, false},
    {"block sequence entries are not allowed in this context",
     "a list can't begin here", "begin the list on a line of its own", false},
    {"mapping keys are not allowed in this context", "a key can't stand here",
     indent_hint, false},
    {"did not find expected ',' or ']'", "',' or ']' is missing in this list",
     "close the list with ']', and put items that hold , [ ] { } in quotes", false},
    {"did not find expected ',' or '}'", "',' or '}' is missing",
     "put a value that begins with '{' or holds , [ ] { } in quotes", false},
    {"did not find expected node content", "a value is expected here", quote_hint,
     false},
    {"did not find expected <document start>", "text after the end of the document",
     indent_hint, false},
    {"found unexpected end of stream", "a quotation mark is never closed",
     "close it with the same mark", true},
    {"found unexpected document indicator", "a quotation mark is never closed",
     "close it with the same mark", true},
    {"found unknown escape character", "unknown escape after a backslash",
     "write text with backslashes in single quotes", false},
    {"did not find expected hexdecimal number", "an escape needs hexadecimal digits",
     "write text with backslashes in single quotes", false},
    {"found invalid Unicode character escape code", "an escape that is no character",
     NULL, false},
    {"found a tab character where an indentation space is expected",
     "a tab is used for indentation", spaces_hint, false},
    {"found a tab character that violates indentation", "a tab is used for indentation",
     spaces_hint, false},
    {"did not find expected comment or line break",
     "only a comment may follow '|' or '>' on its line", NULL, false},
    {"did not find expected alphabetic or numeric character",
     "'*' and '&' have a meaning of their own in YAML", quote_hint, true},
    {"did not find expected whitespace or line break",
     "'!' has a meaning of its own in YAML", quote_hint, true},
};

void
xc_syntax_explain(const char *problem, char here, struct xc_syntax *out)
{
    struct xc_syntax plain = {problem, problem, NULL, false};
    size_t i;

    if (problem == NULL)
        plain.message = "this is not YAML";
    for (i = 0; problem != NULL && i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(problem, known[i].problem) == 0)
            plain = known[i];
    }
    if (problem != NULL &&
        strcmp(problem, "found character that cannot start any token") == 0) {
        plain.message = "a value can't begin with this character";
        plain.hint = quote_hint;
        if (here == '\t') {
            plain.message = "a tab is used for indentation";
            plain.hint = spaces_hint;
        }
    }
    *out = plain;
}
