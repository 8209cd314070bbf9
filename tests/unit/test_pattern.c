/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/pattern.h"

#include <stdint.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"

#include "pattern_bench.h"
#include "suite.h"

/* The values that a test's slots may take; the longest beginning at a place counts. */
static const char *const values[] = {
    "3",    "20",  "about 3",       "20 years", "about 20 years",
    "pink", "red", "thierry mugler"};

struct slot_test {
    struct xc_str subject;
};

/* As the matcher does it: the span is the longest value that begins where it does. */
static bool
takes_value(void *context, unsigned number, struct xc_span last)
{
    const struct slot_test *test = context;
    struct xc_str rest =
        xc_str_sub(test->subject, last.off_bytes, test->subject.len - last.off_bytes);
    size_t longest = 0;
    size_t i;

    ck_assert_uint_ge(number, 1);
    for (i = 0; i < XC_COUNT(values); i++) {
        size_t len = strlen(values[i]);

        if (len > longest && xc_str_starts(rest, values[i]) &&
            (rest.len == len || rest.ptr[len] == ' '))
            longest = len;
    }
    return longest > 0 && last.len_bytes == longest;
}

/* Compiles pattern and looks for it in the sentence; both spans and pattern are for the
 * caller to look at and to release. */
static bool
finds(struct bench *bench, const char *text, const char *sentence,
      struct xc_pattern **out, const struct xc_span **out_spans)
{
    struct slot_test test = {bench_subject(bench, sentence)};
    enum xc_status status = bench_pattern(bench, text, NULL, 0, out);
    enum xc_regex_result result;

    ck_assert_msg(status == XC_OK, "'%s': %s", text,
                  bench->problems.n == 0 ? "?" : bench->problems.items[0].message.ptr);
    result = xc_regex_match((*out)->regex, bench->scratch, test.subject, 0, takes_value,
                            &test, out_spans);
    ck_assert_msg(result == XC_REGEX_MATCH || result == XC_REGEX_NO_MATCH,
                  "'%s' hit a limit", text);
    return result == XC_REGEX_MATCH;
}

static const struct {
    const char *pattern;
    const char *sentence;
    bool matches;
} match_rows[] = {
    /* Words: any form, whole words only, next to each other. */
    {"tie", "They tied it.", true},
    {"tied", "They tie it.", true},
    {"tie", "An untied knot.", false},
    {"tie", "The tiebreak.", false},
    {"=tie", "A tie.", true},
    {"=tie", "They tied it.", false},
    {"tie corset", "They tied corsets.", true},
    {"tie corset", "They tied the corset.", false},
    {"tie corset", "He tied, corset in hand.", true},
    {"Paris", "in Paris", true},
    {"Bride", "a bride", true},
    {"bridges", "one bridge", true},
    {"Bridges", "one bridge", false}, /* a name is never stripped */
    {"three man", "3 men", true},
    {"3 man", "three men", true},
    {"3", "30 men", false},
    {"can't breathe", "She can not breathe.", true},
    {"can't breathe", "She can breathe.", false},
    {"skin-tight", "a skin tight dress", true},
    {"skin tight", "a skin-tight dress", true},
    {"café", "the cafe", true},
    {"f**k", "what the f**k", true},
    {"f**k", "what the fook", false},
    {"R\\&B", "an R&B song", true},
    {"Kim's dress", "Kim dresses", true},
    {"u.s. army", "the U.S. Army", true},
    /* An escaped character is an ordinary one. */
    {"\\2 of (us|them)", "2 of us", true},
    {"\\2 of (us|them)", "us and them", false},
    {"2 of them", "two of them", true},
    /* Choices and optional parts. */
    {"(man|guy) tie", "guys tie", true},
    {"(man|guy) tie", "girls tie", false},
    {"(man|young guy) tie", "the young guy ties", true},
    {"(man|young guy) tie", "the guy ties", false},
    {"tie [the] corset", "tied the corset", true},
    {"tie [the] corset", "tied corset", true},
    {"tie [the] corset", "tied a corset", false},
    {"[three] man", "men", true},
    {"[three [tall]] man tie", "three tall men tie", true},
    {"[three [tall]] man tie", "three men tie", true},
    {"[three] tall man", "three men", false},
    {"((a|b) c|d) e", "b c e", true},
    {"((a|b) c|d) e", "d e", true},
    {"((a|b) c|d) e", "a e", false},
    {"([very] tight|loose) corset", "very tight corset", true},
    {"x ([very] tight|loose) corset", "x tight corset", true},
    /* Gaps. */
    {"man .. corset", "men corset", true},
    {"man .. corset", "man 1 2 3 4 5 6 7 8 corset", true},
    {"man .. corset", "man 1 2 3 4 5 6 7 8 9 corset", false},
    {"man ..2 corset", "man 1 2 corset", true},
    {"man ..2 corset", "man 1 2 3 corset", false},
    {"man ..0 corset", "man corset", true},
    {"man ..0 corset", "man a corset", false},
    {"man..corset", "man in a corset", true},
    {"man .. corset", "the corset of the man", false},
    {"man ..1 [very] tight", "man so very tight", true},
    {"man ..1 [very] tight", "man so so very tight", false},
    /* Sequences: anywhere, in any order. */
    {"tie & corset", "the corset was tied", true},
    {"tie & corset", "the knot was tied", false},
    {"tie it & corset & man", "A man with a corset tied it", true},
    {"tie it & corset & man", "A man with a corset tied", false},
    {"=a & =b", "b a", true},
    {"=a & =b", "ba a", false},
    /* Terms: entries may be several words. */
    {"<tie> <corset>", "They did up bodices.", true},
    {"<tie> <corset>", "They did bodices.", false},
    {"< tie > it", "laced it", true},
    {"<club>", "a Rolls Royce", true},
    {"<club>", "AC Milan", true},
    {"<club>", "AC Milans", true},
    {"<club>", "acs Milan", false},
    /* Slots: exactly the longest value that begins there. */
    {"{men:count} man", "3 men", true},
    {"{men:count} man", "about three men", true},
    {"{men:count} man", "many men", false},
    {"{time:duration} old", "about 20 years old", true},
    {"{time:count} years old", "20 years old", false},
    {"wore {colour : colour}", "wore pink", true},
    {"wore {colour:colour}", "wore pinkish", false},
    {"wore {what:text} home", "wore a red dress home", true},
    {"wore {what:text} home", "wore home", false},
    {"wore {what:text} home", "wore 1 2 3 4 5 6 7 8 home", true},
    {"wore {what:text} home", "wore 1 2 3 4 5 6 7 8 9 home", false},
    {"({n:count} man|man {n:count})", "men 20", true},
    {"{n:count} & {c:colour}", "red or 3", true},
    /* N of: alone, anywhere; else next to each other. */
    {"2 of (=a|=b|=c)", "c x x x x x x x x x x a", true},
    {"2 of (=a|=b|=c)", "c x c", false},
    {"3 of (=a|=b|=c)", "c b a", true},
    {"3 of (=a|=b|=c)", "c b b", false},
    {"1 of (=a|=b)", "x b", true},
    {"1 of (=a|=b)", "x c", false},
    {"2 of (=a|=b) & =z", "z b a", true},
    {"2 of (=a|=b) & =z", "z b", false},
    {"=x 2 of (=a|=b|=c) =y", "x c a y", true},
    {"=x 2 of (=a|=b|=c) =y", "x c 1 2 3 4 5 6 7 8 a y", true},
    {"=x 2 of (=a|=b|=c) =y", "x c 1 2 3 4 5 6 7 8 9 a y", false},
    {"=x 2 of (=a|=b|=c) =y", "x c c y", false},
    {"=x 2 of (=a|=b|=c) =y", "x 1 c a y", false},
    {"=x 2 of (=a|=b|=c) =y", "x c a 1 y", false},
    {"=x 3 of (=a|=b =q|=c) =y", "x c b q a y", true},
    {"=x 3 of (=a|=b =q|=c) =y", "x c b a y", false},
    {"=x 1 of (=a|=b)", "x b", true},
    {"(2 of (=a|=b)|=d) =e", "b a e", true},
    {"(2 of (=a|=b)|=d) =e", "a b d e", true},
    {"(2 of (=a|=b)|=d) =e", "a e", false},
    {"2  of(=a|=b)", "b a", true},
    {"2 of (<tie>|<corset>)", "a bodice is laced", true},
    {"2 of (<tie>|<corset>)", "a bodice is a corset", false},
};

START_TEST(pattern_row_matches_as_said)
{
    struct bench bench;
    size_t i;

    bench_init(&bench);
    for (i = 0; i < XC_COUNT(match_rows); i++) {
        struct xc_pattern *pattern = NULL;
        const struct xc_span *spans;
        bool found = finds(&bench, match_rows[i].pattern, match_rows[i].sentence,
                           &pattern, &spans);

        ck_assert_msg(found == match_rows[i].matches, "'%s' on '%s': %d\n%.*s",
                      match_rows[i].pattern, match_rows[i].sentence, found,
                      (int)pattern->source.len, pattern->source.ptr);
        xc_pattern_release(pattern);
    }
    bench_release(&bench);
}
END_TEST

/* What the captures took: "s" a sequence, "p" a part of one, "g" a gap, else the slot's
 * name; a sequence's number before each. */
static const struct {
    const char *pattern;
    const char *sentence;
    const char *captures;
} capture_rows[] = {
    {"man .. corset", "The men in a corset", "0s=men in a corset 0g=in a"},
    {"man .. corset", "men corsets", "0s=men corsets"},
    {"{men:count} man .. <tie> & <corset>", "A corset that about 3 men never tied",
     "0s=about 3 men never tied 1s=corset 0men=about 3 0g=never"},
    {"=b & =a .. =c", "a x c b", "0s=b 1s=a x c 1g=x"},
    {"wore {what:text}", "wore a b c d e f g h i j",
     "0s=wore a b c d e f g h 0what=a b c d e f g h"},
    {"wore {what:text} [home]", "wore a b c", "0s=wore a 0what=a"},
    {"[=x] =a [=b]", "x a b", "0s=x a b"},
    {"=x =a ..3 =b", "x a a b", "0s=x a a b 0g=a"},
    {"=x 2 of (=a|=b ..2 =c) =y", "x b q c z a y", "0s=x b q c z a y 0g=q 0g=z"},
    {"2 of (=a|=b ..2 =c|=d) & =z", "d z b q c", "0s=d 1s=z 0p=b q c 0g=q 0p=d"},
    {"2 of ({n:count} man|=b)", "b no 3 men", "0s=b 0p=3 men 0n=3 0p=b"},
    {"=a ({n:count} man|man {n:count})", "a men 20", "0s=a men 20 0n=20"},
};

/* The captures of a match as text. */
static const char *
show_captures(struct bench *bench, const struct xc_pattern *pattern,
              struct xc_str subject, const struct xc_span *spans)
{
    struct xc_str shown = XC_STR("");
    size_t i;

    for (i = 1; i < pattern->n_captures; i++) {
        size_t slot = pattern->capture_slot[i];
        struct xc_str name = XC_STR("?");

        if (spans[i].off_bytes == SIZE_MAX)
            continue;
        if (i <= pattern->n_sequences)
            name = XC_STR("s");
        else if (pattern->capture_part[i] != SIZE_MAX)
            name = XC_STR("p");
        else if (pattern->capture_is_gap[i])
            name = XC_STR("g");
        else if (slot != SIZE_MAX)
            name = pattern->slots[slot].name;
        shown = xc_arena_printf(
            &bench->arena, "%.*s%s%zu%.*s=%.*s", (int)shown.len, shown.ptr,
            shown.len == 0 ? "" : " ", pattern->capture_sequence[i], (int)name.len,
            name.ptr, (int)spans[i].len_bytes, subject.ptr + spans[i].off_bytes);
    }
    return shown.ptr;
}

START_TEST(pattern_row_captures_as_said)
{
    struct bench bench;
    size_t i;

    bench_init(&bench);
    for (i = 0; i < XC_COUNT(capture_rows); i++) {
        struct xc_str subject = bench_subject(&bench, capture_rows[i].sentence);
        struct xc_pattern *pattern = NULL;
        const struct xc_span *spans = NULL;

        ck_assert_msg(finds(&bench, capture_rows[i].pattern, capture_rows[i].sentence,
                            &pattern, &spans),
                      "'%s' was not found", capture_rows[i].pattern);
        ck_assert_uint_eq(pattern->n_captures, xc_regex_n_captures(pattern->regex));
        ck_assert_str_eq(show_captures(&bench, pattern, subject, spans),
                         capture_rows[i].captures);
        xc_pattern_release(pattern);
    }
    bench_release(&bench);
}
END_TEST

/* Searching on from the end of a match finds the next one; sequences in any order are
 * found once a sentence. */
START_TEST(pattern_search_goes_on_behind_a_match)
{
    static const struct {
        const char *pattern;
        size_t n;
    } rows[] = {{"=a [=b]", 3}, {"=a & =b", 1}, {"2 of (=a|=b)", 1}};
    struct bench bench;
    size_t i;

    bench_init(&bench);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str subject = XC_STR("a b a x a b");
        struct xc_pattern *pattern = NULL;
        const struct xc_span *spans = NULL;
        size_t from = 0;
        size_t n = 0;

        ck_assert_int_eq(bench_pattern(&bench, rows[i].pattern, NULL, 0, &pattern),
                         XC_OK);
        while (xc_regex_match(pattern->regex, bench.scratch, subject, from, NULL, NULL,
                              &spans) == XC_REGEX_MATCH) {
            from = spans[0].off_bytes + spans[0].len_bytes;
            n++;
        }
        ck_assert_msg(n == rows[i].n, "'%s' matched %zu times", rows[i].pattern, n);
        xc_pattern_release(pattern);
    }
    bench_release(&bench);
}
END_TEST

static const struct {
    const char *pattern;
    const char *required; /* groups with all their words, in order */
} required_rows[] = {
    {"=a =b & =c", "{a} {b} {c}"},
    {"=tie .. {n:count} [=x] ..2 =corset", "{tie} {corset}"},
    {"(=man|=young =guy)", "{young man}"},
    {"(=man|=the =guy|=of)", "{guy man of}"},
    {"(=man|{n:count})", ""},
    {"((=a|=b) =corset|=d)", "{corset d}"},
    {"(=tie|=tie =up)", "{tie}"},
    {"2 of (=aaaaaa|=bbbbb|=cccc)", "{aaaaaa bbbbb}"},
    {"2 of (=aaaa|=bbbb)", "{aaaa} {bbbb}"},
    {"2 of (=aaaa|=bbbb|{n:count})", "{aaaa bbbb}"},
    {"2 of (=aaaa|{m:count} | {n:count})", ""},
    {"{n:count} & {m:colour}", ""},
    {"/tie/", ""},
};

START_TEST(pattern_row_requires_as_said)
{
    struct bench bench;
    size_t i;
    size_t g;
    size_t k;

    bench_init(&bench);
    for (i = 0; i < XC_COUNT(required_rows); i++) {
        struct xc_pattern *pattern = NULL;
        struct xc_str shown = XC_STR("");

        ck_assert_int_eq(
            bench_pattern(&bench, required_rows[i].pattern, NULL, 0, &pattern), XC_OK);
        for (g = 0; g < pattern->n_required; g++) {
            for (k = 0; k < pattern->required[g].n_keys; k++)
                shown = xc_arena_printf(&bench.arena, "%.*s%s%.*s", (int)shown.len,
                                        shown.ptr,
                                        k > 0   ? " "
                                        : g > 0 ? " {"
                                                : "{",
                                        (int)pattern->required[g].keys[k].len,
                                        pattern->required[g].keys[k].ptr);
            shown = xc_arena_printf(&bench.arena, "%.*s}", (int)shown.len, shown.ptr);
        }
        ck_assert_msg(xc_str_is(shown, required_rows[i].required), "'%s': %.*s",
                      required_rows[i].pattern, (int)shown.len, shown.ptr);
        xc_pattern_release(pattern);
    }
    bench_release(&bench);
}
END_TEST

/* A pattern of words is not shown to PCRE2 when it surely takes it: then it must. */
START_TEST(pattern_of_words_that_is_taken_compiles)
{
    static const struct {
        const char *first;
        const char *then; /* again and again */
        size_t n_entries; /* of <many> */
        bool may_be_too_large;
    } rows[] = {
        {"=a", " =a", 1, false},          {"=a", " & =a", 1, false},
        {"=a", " ..2 =a", 1, false},      {"=a", " ..64 =a", 1, true},
        {"<many>", " <many>", 9, false},  {"<many>", " ..64 <many>", 100, true},
        {"<many>", " <many>", 500, true}, {"<many>", " & <many>", 2000, true},
    };
    struct bench bench;
    struct xc_str entries[2000];
    size_t i;
    size_t n;

    bench_init(&bench);
    for (i = 0; i < XC_COUNT(entries); i++)
        entries[i] = xc_arena_printf(&bench.arena, "=v%zu", i);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_term many = {XC_STR("many"), entries, rows[i].n_entries, NULL, 1, 1,
                               false};
        struct xc_pattern_context context = {
            .lexicon = &bench.lexicon, .terms = &many, .n_terms = 1};
        enum xc_status status = XC_OK;

        for (n = 0; n < XC_MAX_CHAIN_WORDS && status == XC_OK; n++) {
            const char *text = bench_repeat(&bench, rows[i].first, rows[i].then, n, "");
            struct xc_pattern *pattern = NULL;

            status = xc_pattern_new(&context, xc_str_of(text), &bench.arena, &pattern,
                                    &bench.problems);
            if (status != XC_OK)
                break;
            ck_assert(pattern->is_words && pattern->regex == NULL);
            ck_assert_msg(xc_pattern_compile(pattern, &bench.arena) == XC_OK, "%s",
                          text);
            xc_pattern_release(pattern);
        }
        ck_assert_int_eq(status, rows[i].may_be_too_large ? XC_BAD_RULE : XC_OK);
        ck_assert_msg(rows[i].may_be_too_large || bench.problems.n == 0, "%s%s",
                      rows[i].first, rows[i].then);
        bench.problems.n = 0;
    }
    bench_release(&bench);
}
END_TEST

START_TEST(pattern_regex_names_its_slots)
{
    static const struct xc_slot declared[] = {{{"age", 3}, XC_VALUE_COUNT},
                                              {{"who", 3}, XC_VALUE_NAME}};
    struct xc_str subject = XC_STR("she was, at 38, o'hara/smith");
    struct xc_pattern *pattern = NULL;
    const struct xc_span *spans = NULL;
    struct bench bench;

    bench_init(&bench);
    ck_assert_int_eq(bench_pattern(&bench, "/AT (?<age>\\d+), (x)?(?<who>.+)\\/smith/",
                                   declared, 2, &pattern),
                     XC_OK);
    ck_assert(pattern->is_regex);
    ck_assert_uint_eq(pattern->n_sequences, 0);
    ck_assert_uint_eq(pattern->n_required, 0);
    ck_assert_uint_eq(pattern->n_slots, 2);
    ck_assert_int_eq(pattern->slots[1].kind, XC_VALUE_NAME);
    ck_assert_uint_eq(pattern->n_captures, 4);
    ck_assert_uint_eq(pattern->capture_slot[1], 0);
    ck_assert_uint_eq(pattern->capture_slot[2], SIZE_MAX);
    ck_assert_uint_eq(pattern->capture_slot[3], 1);
    ck_assert_int_eq(
        xc_regex_match(pattern->regex, bench.scratch, subject, 0, NULL, NULL, &spans),
        XC_REGEX_MATCH);
    ck_assert(xc_str_is(xc_str_at(subject, spans[3]), "o'hara"));
    ck_assert_uint_eq(spans[2].off_bytes, SIZE_MAX);
    xc_pattern_release(pattern);
    xc_pattern_release(pattern); /* once is enough, twice does no harm */
    bench_release(&bench);
}
END_TEST

/* Sixteen deep is taken, and "40 of" fifty counted. */
START_TEST(pattern_at_a_limit_matches)
{
    struct xc_pattern *pattern = NULL;
    const struct xc_span *spans = NULL;
    struct bench bench;
    const char *text;

    bench_init(&bench);
    text = bench_repeat(&bench, bench_repeat(&bench, "", "(", 16, "=a"), ")", 16, "");
    ck_assert(finds(&bench, text, "a", &pattern, &spans));
    xc_pattern_release(pattern);
    text = bench_repeat(&bench, "40 of (=b", "|=a", 50, ")");
    ck_assert(finds(&bench, text, "a", &pattern, &spans));
    xc_pattern_release(pattern);
    bench_release(&bench);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        pattern_row_matches_as_said,
        pattern_row_captures_as_said,
        pattern_search_goes_on_behind_a_match,
        pattern_row_requires_as_said,
        pattern_of_words_that_is_taken_compiles,
        pattern_regex_names_its_slots,
        pattern_at_a_limit_matches,
        NULL,
    };

    return suite_run("pattern", tests);
}
