/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/regex.h"

#include <stdint.h>
#include <string.h>

#include "base/limits.h"

#include "suite.h"

/* Compiles pattern in arena; the test fails when PCRE2 refuses it. */
static struct xc_regex *
compile(struct xc_arena *arena, const char *pattern)
{
    struct xc_regex *regex = NULL;
    size_t off = 0;
    struct xc_str message = {NULL, 0};
    enum xc_status status =
        xc_regex_new(xc_str_of(pattern), true, arena, &regex, &off, &message);

    ck_assert_msg(status == XC_OK, "%s: status %d", pattern, (int)status);
    return regex;
}

static enum xc_regex_result
match(struct xc_arena *arena, struct xc_regex_scratch *scratch, const char *pattern,
      struct xc_str subject)
{
    struct xc_regex *regex = compile(arena, pattern);
    const struct xc_span *spans = NULL;
    enum xc_regex_result result =
        xc_regex_match(regex, scratch, subject, 0, NULL, NULL, &spans);

    xc_regex_free(regex);
    return result;
}

static const struct {
    const char *pattern;
    const char *subject;
    bool matches;
} match_rows[] = {
    {"corset", "A CORSET", true},
    {"corset", "a cors et", false},
    {"\\bétoile\\b", "une ÉTOILE rare", true},
    {"\\bétoile\\b", "une étoiles", false},
    {"^\\w+$", "café", true},
    {"^\\w+$", "caf e", false},
    {"a.c",
     "a\xE2\x82\xAC"
     "c",
     true}, /* one character of three bytes */
    {"(?-i)tie", "TIE", false},
    {"(*UTF)(*UCP)tie", "tie", true},
    {"(*LIMIT_MATCH=4000000000)tie", "tie", true},
    {"x*", "aaa", false}, /* an empty match is none */
    {"tie\\K", "tie", false},
};

START_TEST(regex_row_matches_as_said)
{
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    struct xc_arena arena;
    size_t i;

    ck_assert_ptr_nonnull(scratch);
    xc_arena_init(&arena);
    for (i = 0; i < sizeof match_rows / sizeof match_rows[0]; i++) {
        bool found = match(&arena, scratch, match_rows[i].pattern,
                           xc_str_of(match_rows[i].subject)) == XC_REGEX_MATCH;

        ck_assert_msg(found == match_rows[i].matches, "/%s/ on '%s': %d",
                      match_rows[i].pattern, match_rows[i].subject, found);
    }
    xc_regex_scratch_free(scratch);
    xc_arena_release(&arena);
}
END_TEST

static const struct {
    const char *pattern;
    size_t off;
    const char *message;
} error_rows[] = {
    {"a(b", 3, "missing closing parenthesis"},
    {"tie)", 3, "unmatched closing parenthesis"},
    {"a[b", 3, "missing terminating ] for character class"},
    {"*a", 0, "quantifier does not follow a repeatable item"},
    {"a\\Cb", 3, "using \\C is disabled by the application"},
    {"((?:ab|cd){999}){999}", 21, "regular expression is too large"},
    {"a\xFF", 1, "UTF-8 error: illegal byte (0xfe or 0xff)"},
};

START_TEST(regex_fault_gives_offset_and_message)
{
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < sizeof error_rows / sizeof error_rows[0]; i++) {
        struct xc_regex *regex = NULL;
        size_t off = SIZE_MAX;
        struct xc_str message = {NULL, 0};

        ck_assert_msg(xc_regex_new(xc_str_of(error_rows[i].pattern), true, &arena,
                                   &regex, &off, &message) == XC_BAD_RULE,
                      "%s compiled", error_rows[i].pattern);
        ck_assert_ptr_null(regex);
        ck_assert_msg(off == error_rows[i].off, "%s: offset %zu", error_rows[i].pattern,
                      off);
        ck_assert_str_eq(message.ptr, error_rows[i].message);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(regex_unset_capture_has_no_offset)
{
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    const struct xc_span *spans = NULL;
    struct xc_arena arena;
    struct xc_regex *regex;

    xc_arena_init(&arena);
    regex = compile(&arena, "(?<first>tie)|(?<second>lace)");
    ck_assert_uint_eq(xc_regex_n_captures(regex), 3);
    ck_assert(xc_str_is(xc_regex_capture_name(regex, 0), ""));
    ck_assert(xc_str_is(xc_regex_capture_name(regex, 1), "first"));
    ck_assert(xc_str_is(xc_regex_capture_name(regex, 2), "second"));
    ck_assert_int_eq(
        xc_regex_match(regex, scratch, XC_STR("a lace"), 0, NULL, NULL, &spans),
        XC_REGEX_MATCH);
    ck_assert_uint_eq(spans[0].off_bytes, 2);
    ck_assert_uint_eq(spans[0].len_bytes, 4);
    ck_assert_uint_eq(spans[1].off_bytes, SIZE_MAX);
    ck_assert_uint_eq(spans[2].off_bytes, 2);
    xc_regex_free(regex);
    xc_regex_scratch_free(scratch);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(regex_renumbered_captures_follow_the_order_given)
{
    static const size_t groups[] = {0, 3, 1};
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    const struct xc_span *spans = NULL;
    struct xc_arena arena;
    struct xc_regex *regex;

    xc_arena_init(&arena);
    regex = compile(&arena, "(a)(b)(?<name>c)");
    xc_regex_renumber(regex, groups, 3);
    ck_assert_uint_eq(xc_regex_n_captures(regex), 3);
    ck_assert(xc_str_is(xc_regex_capture_name(regex, 1), "name"));
    ck_assert_int_eq(
        xc_regex_match(regex, scratch, XC_STR("abc"), 0, NULL, NULL, &spans),
        XC_REGEX_MATCH);
    ck_assert_uint_eq(spans[0].len_bytes, 3);
    ck_assert_uint_eq(spans[1].off_bytes, 2);
    ck_assert_uint_eq(spans[2].off_bytes, 0);
    xc_regex_free(regex);
    xc_regex_scratch_free(scratch);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(regex_from_offset_sees_what_went_before)
{
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    const struct xc_span *spans = NULL;
    struct xc_arena arena;
    struct xc_regex *regex;

    xc_arena_init(&arena);
    regex = compile(&arena, "(?<![^ ])tie");
    ck_assert_int_eq(
        xc_regex_match(regex, scratch, XC_STR("tie untie tie"), 1, NULL, NULL, &spans),
        XC_REGEX_MATCH);
    ck_assert_uint_eq(spans[0].off_bytes, 10);
    ck_assert_int_eq(
        xc_regex_match(regex, scratch, XC_STR("tie"), 3, NULL, NULL, &spans),
        XC_REGEX_NO_MATCH);
    ck_assert_int_eq(
        xc_regex_match(regex, scratch, XC_STR("tie"), 4, NULL, NULL, &spans),
        XC_REGEX_NO_MATCH);
    xc_regex_free(regex);
    xc_regex_scratch_free(scratch);
    xc_arena_release(&arena);
}
END_TEST

struct accepted {
    size_t len;
    size_t n_calls;
    unsigned number;
};

static bool
accept_length(void *context, unsigned number, struct xc_span last)
{
    struct accepted *accepted = context;

    accepted->n_calls++;
    accepted->number = number;
    return last.len_bytes == accepted->len;
}

/* The JIT and the interpreter must call out alike; (*NO_JIT) asks for the second. */
START_TEST(regex_callout_chooses_how_far_a_capture_goes)
{
    static const char *const patterns[] = {
        "x (([^ ]++(?: [^ ]++){0,4}?)(?C7)) e",
        "(*NO_JIT)x (([^ ]++(?: [^ ]++){0,4}?)(?C7)) e",
    };
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
        struct xc_regex *regex = compile(&arena, patterns[i]);
        struct accepted accepted = {5, 0, 0};
        const struct xc_span *spans = NULL;

        ck_assert_int_eq(xc_regex_match(regex, scratch, XC_STR("x b c d e f e"), 0,
                                        accept_length, &accepted, &spans),
                         XC_REGEX_MATCH);
        ck_assert_msg(spans[2].off_bytes == 2 && spans[2].len_bytes == 5, "%s: %zu+%zu",
                      patterns[i], spans[2].off_bytes, spans[2].len_bytes);
        ck_assert_uint_eq(accepted.number, 7);
        ck_assert_uint_eq(accepted.n_calls, 3);
        accepted = (struct accepted){3, 0, 0};
        ck_assert_int_eq(xc_regex_match(regex, scratch, XC_STR("x b c d e f e"), 0,
                                        accept_length, &accepted, &spans),
                         XC_REGEX_NO_MATCH);
        /* Without a callout all are taken. */
        ck_assert_int_eq(xc_regex_match(regex, scratch, XC_STR("x b c d e f e"), 0,
                                        NULL, NULL, &spans),
                         XC_REGEX_MATCH);
        ck_assert_uint_eq(spans[2].len_bytes, 5);
        xc_regex_free(regex);
    }
    xc_regex_scratch_free(scratch);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(regex_callouts_and_emptiness_are_known)
{
    static const struct {
        const char *pattern;
        bool has_callouts;
        bool may_be_empty;
    } rows[] = {
        {"tie", false, false},       {"t(?C1)ie", true, false},
        {"t(?C'x')ie", true, false}, {"(tie)?", false, true},
        {"(?=.*tie)", false, true},  {"(?=.*tie).+", false, false},
    };
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct xc_regex *regex = compile(&arena, rows[i].pattern);

        ck_assert_msg(xc_regex_has_callouts(regex) == rows[i].has_callouts,
                      "callouts of %s", rows[i].pattern);
        ck_assert_msg(xc_regex_may_be_empty(regex) == rows[i].may_be_empty,
                      "emptiness of %s", rows[i].pattern);
        xc_regex_free(regex);
    }
    xc_arena_release(&arena);
}
END_TEST

/* Backtracking without end, the same in the interpreter, and deep recursion: each ends
 * at a limit and says so, also when the pattern asks for a higher one. */
START_TEST(regex_runaway_pattern_hits_a_limit)
{
    static const char *const patterns[] = {
        "(a+)+$",
        "(*NO_JIT)(a+)+$",
        "(*LIMIT_MATCH=4000000000)(a+)+$",
        "(*NO_JIT)(*LIMIT_DEPTH=4000000000)^(?:(a)|b)*$",
    };
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    struct xc_arena arena;
    char subject[30001];
    size_t i;

    memset(subject, 'a', sizeof subject - 1);
    subject[sizeof subject - 2] = '!';
    subject[sizeof subject - 1] = '\0';
    xc_arena_init(&arena);
    for (i = 0; i < sizeof patterns / sizeof patterns[0]; i++)
        ck_assert_msg(match(&arena, scratch, patterns[i],
                            (struct xc_str){subject, sizeof subject - 1}) ==
                          XC_REGEX_LIMIT,
                      "%s did not end at a limit", patterns[i]);
    /* The scratch works on after a limit. */
    ck_assert_int_eq(match(&arena, scratch, "a!", xc_str_of(subject)), XC_REGEX_MATCH);
    xc_regex_scratch_free(scratch);
    xc_arena_release(&arena);
}
END_TEST

/* A JIT match that needs more stack than XC_REGEX_JIT_STACK_BYTES. */
START_TEST(regex_full_jit_stack_is_a_limit)
{
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    size_t len = (size_t)4 << 20;
    char *subject = malloc(len);
    struct xc_arena arena;

    ck_assert_ptr_nonnull(subject);
    memset(subject, 'a', len);
    xc_arena_init(&arena);
    ck_assert_int_eq(
        match(&arena, scratch, "^(?:(a)|(b))*c$", (struct xc_str){subject, len}),
        XC_REGEX_LIMIT);
    free(subject);
    xc_regex_scratch_free(scratch);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(regex_invalid_subject_is_neither_yes_nor_no)
{
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    const struct xc_span *spans = NULL;
    struct xc_arena arena;
    struct xc_regex *regex;

    xc_arena_init(&arena);
    ck_assert_int_eq(match(&arena, scratch, "tie", XC_STR("\xFFtie")), XC_REGEX_LIMIT);
    regex = compile(&arena, ".");
    ck_assert_int_eq(xc_regex_match(regex, scratch, XC_STR("é"), 1, NULL, NULL, &spans),
                     XC_REGEX_LIMIT);
    ck_assert_int_eq(
        xc_regex_match(regex, scratch, (struct xc_str){NULL, 0}, 0, NULL, NULL, &spans),
        XC_REGEX_NO_MATCH);
    xc_regex_free(regex);
    xc_regex_scratch_free(scratch);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(regex_many_captures_grow_the_scratch)
{
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    const struct xc_span *spans = NULL;
    struct xc_arena arena;
    struct xc_regex *regex;
    char pattern[301 * 3 + 1];
    char subject[301];
    size_t i;

    for (i = 0; i < 300; i++) {
        memcpy(pattern + i * 3, "(a)", 3);
        subject[i] = 'a';
    }
    pattern[900] = '\0';
    xc_arena_init(&arena);
    regex = compile(&arena, pattern);
    ck_assert_uint_eq(xc_regex_n_captures(regex), 301);
    ck_assert_int_eq(xc_regex_match(regex, scratch, (struct xc_str){subject, 300}, 0,
                                    NULL, NULL, &spans),
                     XC_REGEX_MATCH);
    ck_assert_uint_eq(spans[300].off_bytes, 299);
    xc_regex_free(regex);
    xc_regex_free(NULL);
    xc_regex_scratch_free(scratch);
    xc_regex_scratch_free(NULL);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        regex_row_matches_as_said,
        regex_fault_gives_offset_and_message,
        regex_unset_capture_has_no_offset,
        regex_renumbered_captures_follow_the_order_given,
        regex_from_offset_sees_what_went_before,
        regex_callout_chooses_how_far_a_capture_goes,
        regex_callouts_and_emptiness_are_known,
        regex_runaway_pattern_hits_a_limit,
        regex_full_jit_stack_is_a_limit,
        regex_invalid_subject_is_neither_yes_nor_no,
        regex_many_captures_grow_the_scratch,
        NULL,
    };

    return suite_run("regex", tests);
}
