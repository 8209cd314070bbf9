/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/filter.h"

#include "suite.h"

#define MAX_WORDS 8

static const char *const phrases[] = {
    "tonight", "last year", "in YEAR", "N years ago", "the quay", "quaygala",
};

static const struct {
    const char *words;
    bool may;
} rows[] = {
    {"tonight", true},
    {"tonight it rained", true},
    {"tonights it rained", false},
    {"last year", true},
    {"last year it rained", true},
    {"last", false}, /* the sentence ends too soon */
    {"last week it rained", false},
    {"in 2031 it rained", true},
    {"in 3 days", true}, /* figures are all the same to the filter */
    {"in may it rained", false},
    {"3 years ago", true},
    {"years ago", false},
    {"the quay", true},
    {"the tide", false},
    {"quay", false},
    {"quaygala", true},
    {"quaygala2031 again", true},
    {"2031 again", true},
    {"71st again", true},
};

/* The words of a text of keys with single spaces between them. */
static size_t
cut(const char *text, struct xc_word *out)
{
    struct xc_str rest = xc_str_of(text);
    size_t n = 0;

    while (n < MAX_WORDS && xc_str_split(&rest, ' ', &out[n].key))
        n++;
    return n;
}

START_TEST(filter_lets_through_what_may_begin_a_phrase)
{
    static struct xc_filter filter;
    struct xc_word words[MAX_WORDS];
    struct xc_str keys[MAX_WORDS];
    size_t i;
    size_t k;
    size_t n;

    for (i = 0; i < sizeof phrases / sizeof phrases[0]; i++) {
        n = cut(phrases[i], words);
        for (k = 0; k < n; k++)
            keys[k] = words[k].key;
        xc_filter_add(&filter, keys, n);
    }
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        n = cut(rows[i].words, words);
        ck_assert_msg(xc_filter_may_begin(&filter, words, n) == rows[i].may, "'%s': %s",
                      rows[i].words, rows[i].may ? "kept out" : "let through");
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        filter_lets_through_what_may_begin_a_phrase,
        NULL,
    };

    return suite_run("event filter", tests);
}
