/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/lint_check.h"
#include "base/limits.h"
#include "base/vec.h"
#include "data/utf8.h"
#include "text/fold.h"

/* Pieces of text that the expression asks for, to build sentences from that it nearly
 * matches. */
enum { MOST_PIECES = 4 };

/* The expression between the slashes, and the pattern it is in. */
struct expression {
    const struct xc_rule_file *file;
    const struct xc_pattern *pattern;
    struct xc_faults faults;
    struct xc_str text;
    size_t off_bytes; /* of text in the pattern */
};

static void
find_expression(struct expression *expression)
{
    struct xc_str text = expression->pattern->text;
    size_t open = xc_str_find(text, 0, '/');
    size_t close = text.len;

    while (close > open + 1 && text.ptr[close - 1] != '/')
        close--;
    expression->off_bytes = open + 1;
    expression->text =
        xc_str_sub(text, open + 1, close > open + 1 ? close - open - 2 : 0);
}

/* Whether the character can't stand in folded text, and what stands there instead. */
static enum xc_status
folds_away(struct xc_str character, uint32_t code, struct xc_arena *arena,
           struct xc_str *out_folded, bool *out_away)
{
    enum xc_status status = xc_fold_short(character, false, arena, out_folded);
    uint32_t first = 0;

    *out_away = false;
    if (status != XC_OK || xc_str_equal(*out_folded, character))
        return status;
    /* "É" becomes "é", and the expression doesn't look at case. */
    *out_away = !xc_code_is_letter(code) ||
                xc_utf8_decode(*out_folded, 0, &first) != out_folded->len;
    return XC_OK;
}

static enum xc_status
tell_folded(struct expression *expression, size_t off, struct xc_str character,
            struct xc_str folded)
{
    struct xc_arena *arena = expression->file->loading.arena;
    struct xc_str hint =
        xc_str_trim(folded).len == 0
            ? xc_arena_printf(arena, "write a space, or \\s")
            : xc_arena_printf(arena, "write %.*s", (int)folded.len, folded.ptr);

    if (hint.ptr == NULL)
        return XC_NO_MEMORY;
    return xc_fault_tell(&expression->faults, expression->off_bytes + off,
                         XC_CODE_NEVER_MATCHES, hint.ptr,
                         "never matches: '%.*s' doesn't stand in a folded sentence",
                         (int)character.len, character.ptr);
}

/*
 * Tells the characters that fold turns into others: "/don’t/" is never found.  In a
 * [class] there may be others beside them.
 */
static enum xc_status
check_characters(struct expression *expression)
{
    struct xc_str text = expression->text;
    enum xc_status status = XC_OK;
    struct xc_str folded;
    bool in_class = false;
    bool away;
    uint32_t code = 0;
    size_t off = 0;
    size_t len;

    for (; off < text.len && status == XC_OK; off += len) {
        len = xc_utf8_decode(text, off, &code);
        if (len == 0 || code == '\\') {
            len = len == 0 || off + 1 >= text.len ? 1 : 2;
            continue;
        }
        if (code == '[' || code == ']')
            in_class = code == '[';
        if (code < 0x80 || in_class)
            continue;
        status = folds_away(xc_str_sub(text, off, len), code,
                            expression->file->loading.arena, &folded, &away);
        if (status == XC_OK && away)
            status = tell_folded(expression, off, xc_str_sub(text, off, len), folded);
    }
    return status;
}

static bool
is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* The first runs of letters in the expression; "\w" has none. */
static size_t
find_pieces(struct xc_str text, struct xc_str *out)
{
    size_t n = 0;
    size_t i = 0;
    size_t start;

    while (i < text.len && n < MOST_PIECES) {
        if (text.ptr[i] == '\\') {
            i += 2;
            continue;
        }
        start = i;
        while (i < text.len && is_letter_or_digit(text.ptr[i]))
            i++;
        if (i > start)
            out[n++] = xc_str_sub(text, start, i - start);
        else
            i++;
    }
    return n;
}

/* A sentence that begins with a piece, goes on with many times the filler, and ends in
 * what spoils a match. */
struct trial {
    struct xc_str prefix;
    const char *between;
    struct xc_str filler;
    struct xc_str suffix;
};

static struct xc_str
make_sentence(const struct trial *trial, struct xc_arena *arena)
{
    const size_t most = 240;
    struct xc_str prefix = trial->prefix;
    struct xc_str filler = trial->filler;
    size_t len = 0;
    char *bytes = xc_arena_alloc(arena, most + filler.len);

    if (bytes == NULL)
        return (struct xc_str){NULL, 0};
    for (; len < most; len += filler.len)
        memcpy(bytes + len, filler.ptr, filler.len);
    /* Without its last word PCRE2 would see at once that something is missing. */
    return xc_arena_printf(arena, "%.*s%s%.*s ! %.*s", (int)prefix.len, prefix.ptr,
                           trial->between, (int)len, bytes, (int)trial->suffix.len,
                           trial->suffix.ptr);
}

/* Whether the expression runs into a limit on the sentence. */
static enum xc_status
gives_up(const struct expression *expression, struct xc_regex_scratch *scratch,
         const struct trial *trial, bool *out_gives_up)
{
    struct xc_str sentence = make_sentence(trial, expression->file->loading.arena);
    const struct xc_span *spans;

    if (sentence.ptr == NULL)
        return XC_NO_MEMORY;
    switch (xc_regex_match(expression->pattern->regex, scratch, sentence, 0, NULL, NULL,
                           &spans)) {
    case XC_REGEX_NO_MEMORY:
        return XC_NO_MEMORY;
    case XC_REGEX_LIMIT:
        *out_gives_up = true;
        return XC_OK;
    case XC_REGEX_NO_MATCH:
    case XC_REGEX_MATCH:
        return XC_OK;
    }
    return XC_OK;
}

/* Tries the fillers behind the prefix, next to it and a space away. */
static enum xc_status
try_prefix(const struct expression *expression, struct xc_regex_scratch *scratch,
           struct trial trial, const struct xc_str *fillers, bool *out_gives_up)
{
    enum xc_status status = XC_OK;

    for (; fillers->len > 0 && status == XC_OK && !*out_gives_up; fillers++) {
        trial.filler = *fillers;
        trial.between = " ";
        status = gives_up(expression, scratch, &trial, out_gives_up);
        trial.between = "";
        if (status == XC_OK && !*out_gives_up)
            status = gives_up(expression, scratch, &trial, out_gives_up);
    }
    return status;
}

/* Tries the expression on sentences that repeat one thing, with and without its own
 * words around them; what runs into the limits there does so on articles. */
static enum xc_status
check_ends(struct expression *expression, struct xc_regex_scratch *scratch)
{
    struct xc_str fillers[] = {XC_STR("a"),       XC_STR("a "), XC_STR("1"),
                               XC_STR("ab cd, "), XC_STR(". "), XC_STR(""),
                               XC_STR("")}; /* the last but one is the expression's own */
    struct xc_str pieces[MOST_PIECES + 1];
    size_t n_pieces = find_pieces(expression->text, pieces);
    struct trial trial = {.suffix = XC_STR("")};
    enum xc_status status = XC_OK;
    bool endless = false;
    size_t i;

    pieces[n_pieces] = XC_STR("");
    if (n_pieces > 0) {
        fillers[XC_COUNT(fillers) - 2] = pieces[0];
        trial.suffix = pieces[n_pieces - 1];
    }
    for (i = 0; i <= n_pieces && status == XC_OK && !endless; i++) {
        trial.prefix = pieces[i];
        status = try_prefix(expression, scratch, trial, fillers, &endless);
    }
    if (status != XC_OK || !endless)
        return status;
    return xc_fault_tell(&expression->faults, expression->off_bytes,
                         XC_CODE_ENDLESS_PATTERN,
                         "a repetition inside a repetition can be parted in too many "
                         "ways: make the inner one possessive, as in (?:\\w++ )+",
                         "endless: there are sentences on which it is given up");
}

enum xc_status
xc_lint_expression(const struct xc_rule_file *file, const struct xc_pattern *pattern,
                   struct xc_regex_scratch *scratch)
{
    struct expression expression = {
        .file = file, .pattern = pattern, .faults = xc_lint_faults(file, pattern)};
    enum xc_status status;

    find_expression(&expression);
    status = xc_lint_tell(file, pattern, XC_CODE_REGULAR_EXPRESSION,
                          "where the pattern language can say it, it is faster and "
                          "knows inflections",
                          "a regular expression is run on every sentence");
    if (status == XC_OK)
        status = check_characters(&expression);
    return status == XC_OK ? check_ends(&expression, scratch) : status;
}
