/* SPDX-License-Identifier: Apache-2.0 */
/* What a pattern's faults tell: message, column and what to do. */
#include "config.h"

#include "rule/pattern.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"

#include "pattern_bench.h"
#include "suite.h"

static const struct {
    const char *pattern;
    size_t column; /* from 1, in the pattern */
    const char *message;
    const char *hint;
} error_rows[] = {
    {"", 1, "the pattern is empty", "write the words to find"},
    {"   ", 4, "the pattern is empty", "write the words to find"},
    {"tie &", 6, "'&' needs a sequence on both sides", ""},
    {"& tie", 1, "'&' needs a sequence on both sides", ""},
    {"tie -- corset", 5, "'--' holds no word",
     "take it out: punctuation is not compared"},
    {"= tie", 1, "'=' without a word", "write the word right after it, as in =tie"},
    {"tie\\", 4, "nothing follows the backslash", "write two to mean the character"},
    {"AT&T", 3, "'&' inside a word",
     "put spaces around it to join two sequences, or write \\& for the character"},
    {"a|b", 2, "'|' outside brackets", "put brackets around the choice: (a|b)"},
    {"a [b|c]", 5, "'|' in square brackets", "write [(a|b)] for a choice or nothing"},
    {"(a|) b", 4, "an empty branch",
     "to allow none of them, put square brackets around: [(a|b)]"},
    {"(|a) b", 2, "an empty branch",
     "to allow none of them, put square brackets around: [(a|b)]"},
    {"a [] b", 4, "empty brackets", ""},
    {"a () b", 4, "an empty branch",
     "to allow none of them, put square brackets around: [(a|b)]"},
    {"(a", 1, "'(' is never closed", ""},
    {"a) b", 2, "')' without '('",
     "to mean the character, write it with a backslash before it"},
    {"a [b)", 5, "')' where ']' is expected", ""},
    {"a > b", 3, "'>' without '<'",
     "to mean the character, write it with a backslash before it"},
    {"tie(d|s)", 4, "two elements without a space between them",
     "put a space before it; every form of a word matches by itself"},
    {"(man|guy)s", 10, "two elements without a space between them",
     "put a space before it; every form of a word matches by itself"},
    {"a ..4b", 6, "two elements without a space between them",
     "put a space before it; every form of a word matches by itself"},
    {"[a] [b]", 1, "everything in this sequence is optional",
     "take the square brackets away from one of its parts"},
    {"x ([a]|b)", 4, "everything in this sequence is optional",
     "take the square brackets away from one of its parts"},
    {"(a & b) c", 4, "'&' inside brackets",
     "& joins whole sequences; inside brackets use a gap (..)"},
    {".. tie", 1, "a gap can't begin a sequence",
     "put a word before it, or take it out: a pattern matches anywhere in the "
     "sentence"},
    {"[the] .. tie", 7, "everything before this gap is optional",
     "put a word before it, or take it out: a pattern matches anywhere in the "
     "sentence"},
    {"tie ..", 5, "a gap can't end a sequence", "put a word after it, or take it out"},
    {"tie .. & a", 5, "a gap can't end a sequence",
     "put a word after it, or take it out"},
    {"tie .. [up]", 5, "everything after this gap is optional",
     "put a word after it, or take it out"},
    {"a (b ..|c)", 6, "a gap can't end a sequence",
     "put a word after it, or take it out"},
    {"a .. .. b", 6, "two gaps in a row", "write one gap with a number, as in ..16"},
    {"a ... b", 3, "more than two dots", "a gap is two dots, as in a .. b"},
    {"a ..65 b", 3, "a gap may skip at most 64 words",
     "join the two sides with & to find them anywhere in the sentence"},
    {"a ..99999999999999999999999 b", 3, "a gap may skip at most 64 words",
     "join the two sides with & to find them anywhere in the sentence"},
    {"é <corsett>", 3, "unknown term 'corsett'",
     "did you mean 'corset'? the terms are tie, corset, club"},
    {"a <wheel>", 3, "unknown term 'wheel'", "the terms are tie, corset, club"},
    {"a <tie", 3, "'<' is never closed by '>'", ""},
    {"{men:cuont}", 1, "unknown kind 'cuont'",
     "did you mean 'count'? the kinds are count, ordinal, percent, money, duration, "
     "date, age, measure, colour, name, text"},
    {"{men}", 1, "a slot is a name and a kind, {name:kind}", "as in {men:count}"},
    {"{:count}", 1, "'' is no name for a slot",
     "use letters, digits, '-' and '_', a letter first"},
    {"{3:count}", 1, "'3' is no name for a slot",
     "use letters, digits, '-' and '_', a letter first"},
    {"{men:count", 1, "'{' is never closed by '}'", ""},
    {"{n:count} and {n:money}", 15, "slot 'n' is of kind money here and count before",
     "give it one kind, or give one of them another name"},
    {"{n:count} to {n:count}", 14, "the slot stands twice in one match",
     "give the second one another name"},
    {"{n:count} & {n:count} men", 13,
     "a slot of this sequence stands in another one, too",
     "give one of the two another name"},
    {"{n:count} ({n:count}|b)", 11, "a slot in these brackets stands before them, too",
     "give one of the two another name"},
    {"2 of (a {n:count}|{n:count})", 19,
     "a slot of this sequence stands in another one, too",
     "give one of the two another name"},
    {"0 of (a|b)", 1, "'0 of' is always true", "ask for one or more"},
    {"x 3 of (a|b)", 3, "only 2 of the 3 asked for are listed", ""},
    {"x 7 of (a|b|c|d|e|f|g)", 3, "'7 of' 7 branches has more than 720 orders",
     "put it behind & in a sequence of its own, where they may stand anywhere in the "
     "sentence"},
    {"/x/ tie", 4, "text after the closing '/'",
     "take it out: matching is always caseless, and other options stand inside, as in "
     "/(?x)…/"},
    {"/tie/i", 6, "text after the closing '/'",
     "take it out: matching is always caseless, and other options stand inside, as in "
     "/(?x)…/"},
    {"tie /x/", 5, "'/' begins a word",
     "a /…/ must be the whole pattern; to mean the character, write \\/"},
    {"/tie", 1, "'/' is never closed by '/'", "end the expression with a '/'"},
    {"/tie\\/", 1, "'/' is never closed by '/'", "end the expression with a '/'"},
    {"//", 1, "the pattern is empty", "write what to find between the slashes"},
    {"/a/ & /b/", 3, "'/' inside a /…/ pattern", "write \\/ for a slash"},
    {" /a(b/", 6, "missing closing parenthesis (at byte 3 of the expression)",
     "this is PCRE2; see its syntax, or use the pattern language"},
    {"/a(?C1)b/", 1, "a callout, (?C), has no meaning in a rule", "take it out"},
    {"/(tie)?/", 1, "the expression can match nothing at all",
     "let it take in at least one character, as in /(?=.*corset).*tied/"},
    {"/aged (?<age>\\d+)/", 10, "the group 'age' has no kind",
     "name it under the claim's slots, as in slots: {age: count}"},
};

START_TEST(pattern_fault_gives_message_and_column)
{
    struct bench bench;
    size_t i;

    bench_init(&bench);
    for (i = 0; i < XC_COUNT(error_rows); i++) {
        const char *text = error_rows[i].pattern;
        struct xc_pattern *pattern = NULL;
        const struct xc_problem *problem;

        bench.problems.n = 0;
        ck_assert_msg(bench_pattern(&bench, text, NULL, 0, &pattern) == XC_BAD_RULE,
                      "'%s' was taken", text);
        ck_assert_ptr_null(pattern);
        ck_assert_msg(bench.problems.n >= 1, "'%s' told nothing", text);
        problem = &bench.problems.items[0];
        ck_assert_msg(xc_str_is(problem->message, error_rows[i].message), "'%s': %s",
                      text, problem->message.ptr);
        ck_assert_msg(xc_str_is(problem->hint, error_rows[i].hint), "'%s': hint %s",
                      text, problem->hint.ptr);
        ck_assert_msg(problem->line == 7 && problem->column == 7 + error_rows[i].column,
                      "'%s': column %zu", text, problem->column - 7);
        ck_assert_int_eq(problem->kind, XC_PROBLEM_RULE);
        ck_assert_msg(problem->code != XC_CODE_NONE &&
                          xc_code_level(problem->code) == XC_LEVEL_ERROR,
                      "%s: no error's code", problem->message.ptr);
        ck_assert_msg(bench.problems.n == 1, "'%s': %zu problems, the second '%s'",
                      text, bench.problems.n, bench.problems.items[1].message.ptr);
    }
    bench_release(&bench);
}
END_TEST

START_TEST(pattern_with_many_faults_tells_each)
{
    static const struct {
        const char *pattern;
        size_t n;
        size_t columns[3];
    } rows[] = {
        {"<none> {a:b} & tie ..", 3, {8, 15, 27}},
        {"(a [b", 2, {8, 11, 0}},
        {"(.. a|) b ..", 3, {9, 14, 18}},
    };
    struct bench bench;
    size_t i;
    size_t k;

    bench_init(&bench);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_pattern *pattern = NULL;

        bench.problems.n = 0;
        ck_assert_int_eq(bench_pattern(&bench, rows[i].pattern, NULL, 0, &pattern),
                         XC_BAD_RULE);
        ck_assert_uint_eq(bench.problems.n, rows[i].n);
        for (k = 0; k < rows[i].n; k++)
            ck_assert_uint_eq(bench.problems.items[k].column, rows[i].columns[k]);
    }
    bench_release(&bench);
}
END_TEST

/* A text that YAML had to decode stands nowhere in the file as it is. */
START_TEST(pattern_fault_in_decoded_text_is_told_where_it_begins)
{
    struct xc_pattern_context context;
    struct xc_pattern *pattern = NULL;
    struct bench bench;

    bench_init(&bench);
    context = (struct xc_pattern_context){
        .lexicon = &bench.lexicon,
        .place = {XC_STR("a.yaml"), 3, 5, XC_STR("  - \"tie \\x3Cnone>\"")}};
    ck_assert_int_eq(xc_pattern_new(&context, XC_STR("tie <none>"), &bench.arena,
                                    &pattern, &bench.problems),
                     XC_BAD_RULE);
    ck_assert_uint_eq(bench.problems.items[0].column, 5);
    bench_release(&bench);
}
END_TEST

START_TEST(pattern_beyond_a_limit_is_told)
{
    struct bench bench;
    const struct {
        const char *before;
        const char *text;
        const char *after;
        size_t most; /* of text that are taken; 0: not tried */
        const char *message;
    } rows[] = {
        {"", "a ", "", 512, "more than 512 elements"},
        {"", "(", "a", 0, "brackets nested more than 16 deep"},
        {"", "aaaaaaaa", "", 512, "the pattern is longer than 4096 bytes"},
        {"300 of (a", "|a", ")", 0,
         "'300 of' 401 branches is more than can be counted"},
        {"2 of (a", "|a", ") x", 25, "'2 of' 28 branches has more than 720 orders"},
    };
    const size_t too_many[] = {513, 17, 513, 400, 27};
    size_t i;

    bench_init(&bench);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_pattern *pattern = NULL;
        const char *text;

        bench.problems.n = 0;
        if (rows[i].most > 0) {
            text = bench_repeat(&bench, rows[i].before, rows[i].text, rows[i].most,
                                rows[i].after);
            ck_assert_msg(bench_pattern(&bench, text, NULL, 0, &pattern) == XC_OK,
                          "%s: %s", rows[i].message,
                          bench.problems.items[0].message.ptr);
            xc_pattern_release(pattern);
        }
        text = bench_repeat(&bench, rows[i].before, rows[i].text, too_many[i],
                            rows[i].after);
        ck_assert_int_eq(bench_pattern(&bench, text, NULL, 0, &pattern), XC_BAD_RULE);
        ck_assert_uint_eq(bench.problems.n, 1);
        ck_assert_str_eq(bench.problems.items[0].message.ptr, rows[i].message);
    }
    bench_release(&bench);
}
END_TEST

START_TEST(pattern_of_random_bytes_ends_cleanly)
{
    static const char alphabet[] = "ab=&()[]|.<>{}:/\\ 2of tie\"'\xC3\xA9\xFF,-";
    struct bench bench;
    unsigned state = 1;
    size_t n_taken = 0;
    size_t i;
    size_t k;

    bench_init(&bench);
    for (i = 0; i < 3000; i++) {
        char text[24];
        struct xc_pattern *pattern = NULL;
        enum xc_status status;

        for (k = 0; k < sizeof text - 1; k++) {
            state = state * 1103515245u + 12345u;
            text[k] = alphabet[(state >> 16) % (sizeof alphabet - 1)];
        }
        text[1 + i % (sizeof text - 1)] = '\0';
        bench.problems.n = 0;
        status = bench_pattern(&bench, text, NULL, 0, &pattern);
        ck_assert(status == XC_OK || status == XC_BAD_RULE);
        ck_assert_msg((status == XC_OK) == (bench.problems.n == 0), "'%s'", text);
        n_taken += status == XC_OK;
        xc_pattern_release(pattern);
    }
    ck_assert_uint_gt(n_taken, 30);
    bench_release(&bench);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        pattern_fault_gives_message_and_column,
        pattern_with_many_faults_tells_each,
        pattern_fault_in_decoded_text_is_told_where_it_begins,
        pattern_beyond_a_limit_is_told,
        pattern_of_random_bytes_ends_cleanly,
        NULL,
    };

    return suite_run("pattern_fault", tests);
}
