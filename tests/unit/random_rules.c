/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "random_rules.h"

#include "base/hash.h"

static const char *const words[] = {
    "man",  "men",    "tie",   "tied",  "corset", "corsets", "three", "3",
    "lace", "laced",  "saw",   "see",   "tight",  "not",     "only",  "two",
    "gown", "bodice", "skirt", "about", "the",    "a",       "star",  "star's",
};

/* Short words that a pattern is made of; most inflect. */
static const char *const rule_words[] = {"man", "tie", "corset",     "3",    "see",
                                         "the", "not", "skin-tight", "gown", "star"};

static const char *const regexes[] = {
    "/\\bm[ae]n\\b.*\\bcorset/",
    "/(?<n>three|two|\\d+) m[ae]n/",
    "/tied?/",
    "/[,!]/",
};

static uint64_t state;

void
random_rules_seed(uint64_t seed)
{
    state = seed;
}

/* A number below n. */
static size_t
pick(size_t n)
{
    state = xc_hash_join(state, 1);
    return (size_t)(state % n);
}

struct writer {
    char text[512];
    size_t len;
};

static void
put(struct writer *writer, const char *text)
{
    size_t len = strlen(text);

    ck_assert_uint_lt(writer->len + len, sizeof writer->text);
    memcpy(writer->text + writer->len, text, len + 1);
    writer->len += len;
}

static void
put_words(struct writer *writer)
{
    put(writer, pick(6) == 0 ? "=" : "");
    put(writer, rule_words[pick(XC_COUNT(rule_words))]);
    if (pick(5) == 0) {
        put(writer, " ");
        put(writer, rule_words[pick(XC_COUNT(rule_words))]);
    }
}

static void
put_branches(struct writer *writer, size_t n)
{
    static const char *const inner[] = {" .. ", " ..1 ", " [the] ", " "};

    put(writer, "(");
    while (n-- > 0) {
        put_words(writer);
        if (pick(4) == 0) {
            put(writer, inner[pick(XC_COUNT(inner))]);
            put_words(writer);
        }
        put(writer, n > 0 ? "|" : ")");
    }
}

static void
put_element(struct writer *writer, bool *slot)
{
    static const char *const slots[] = {"{men:count}", "{men:count}", "{what:text}"};
    static const char *const n_of[] = {"1 of ", "2 of ", "2 of ", "3 of "};

    switch (pick(9)) {
    case 0:
    case 1:
        put_branches(writer, 2 + pick(2));
        break;
    case 2:
        put(writer, "<tie>");
        break;
    case 3:
        if (!*slot) {
            put(writer, slots[pick(XC_COUNT(slots))]);
            *slot = true;
            break;
        }
        put_words(writer);
        break;
    case 4:
        put(writer, n_of[pick(XC_COUNT(n_of))]);
        put_branches(writer, 3);
        break;
    default:
        put_words(writer);
    }
}

static void
put_sequence(struct writer *writer, bool *slot)
{
    static const char *const between[] = {" ", " ", " .. ", " ..2 ", " ..1 "};
    size_t n = 1 + pick(3);

    if (pick(8) == 0)
        put(writer, "[not] ");
    put_element(writer, slot);
    while (--n > 0) {
        put(writer, between[pick(XC_COUNT(between))]);
        if (pick(5) == 0) {
            put(writer, "[");
            put_words(writer);
            put(writer, "] ");
        }
        put_element(writer, slot);
    }
}

/* One word, or a choice between single words. */
static void
put_one_word(struct writer *writer)
{
    static const char *const one_words[] = {
        "man",  "=man",           "tie",  "corset",    "see",
        "=saw", "<garment>",      "gown", "(man|tie)", "(the|man|=corset)",
        "3",    "(see|<garment>)"};

    put(writer, one_words[pick(XC_COUNT(one_words))]);
}

/* A sequence that is found by the places of its words; a nested choice is not. */
static void
put_chain(struct writer *writer)
{
    static const char *const between[] = {" ",     " ",      " .. ", " ..1 ",
                                          " ..2 ", " ..64 ", " ..0 "};
    size_t n = 1 + pick(4);

    put_one_word(writer);
    while (--n > 0) {
        put(writer, between[pick(XC_COUNT(between))]);
        put_one_word(writer);
    }
}

/* Writes random patterns until one is well formed. */
static void
add_pattern(struct match_bench *bench, struct xc_pattern_context *context,
            bool may_be_regex, struct xc_pattern ***list, size_t *n)
{
    struct writer writer;
    struct xc_str text;

    do {
        bool slot = false;
        size_t more = pick(4) == 0 ? 1 + pick(2) : 0;
        writer = (struct writer){.len = 0};
        if (may_be_regex && pick(10) == 0) {
            put(&writer, regexes[pick(XC_COUNT(regexes))]);
        } else if (pick(3) == 0) {
            put_chain(&writer);
            while (more-- > 0) {
                put(&writer, " & ");
                put_chain(&writer);
            }
        } else {
            put_sequence(&writer, &slot);
            while (more-- > 0) {
                put(&writer, " & ");
                put_sequence(&writer, &slot);
            }
        }
        ck_assert(xc_arena_str(&bench->rules, (struct xc_str){writer.text, writer.len},
                               &text));
        bench->problems.n = 0;
    } while (!bench_pattern(bench, context, text, list, n));
}

void
random_rules_topic(struct match_bench *bench)
{
    static struct xc_str ties[] = {{"tie", 3}, {"lace", 4}, {"see the", 7}};
    static const struct xc_slot declared[] = {{{"n", 1}, XC_VALUE_COUNT}};
    static struct xc_str garments[] = {{"gown", 4}, {"bodice", 6}, {"skirt", 5}};
    struct xc_term terms[] = {
        {.name = XC_STR("tie"), .entries = ties, .n_entries = 3},
        {.name = XC_STR("garment"), .entries = garments, .n_entries = 3}};
    struct xc_pattern_context context = {
        .terms = terms, .n_terms = 2, .declared = declared, .n_declared = 1};
    struct xc_topic *topic = bench_topic(bench);
    size_t c;
    size_t i;

    if (pick(3) == 0)
        add_pattern(bench, &context, false, &topic->about, &topic->n_about);
    topic->n_claims = 1 + pick(3);
    topic->claims =
        xc_arena_array(&bench->rules, topic->n_claims, sizeof *topic->claims);
    ck_assert_ptr_nonnull(topic->claims);
    for (c = 0; c < topic->n_claims; c++) {
        struct xc_claim *claim = &topic->claims[c];
        size_t n_match = 1 + pick(2);
        for (i = 0; i < n_match; i++)
            add_pattern(bench, &context, true, &claim->match, &claim->n_match);
        if (pick(3) == 0)
            add_pattern(bench, &context, false, &claim->unless, &claim->n_unless);
        bench_slots(bench, claim);
    }
}

void
random_rules_article(char *out, size_t size)
{
    static const char *const after[] = {" ", " ", " ", " ", ", ", "; ", "-", " - "};
    static const char *const ends[] = {". ", "! ", "? ", ".\n"};
    size_t n_sentences = 3 + pick(5);
    size_t len = 0;

    while (n_sentences-- > 0) {
        size_t n = 1 + pick(12);
        while (n-- > 0) {
            const char *word = words[pick(XC_COUNT(words))];
            const char *next =
                n > 0 ? after[pick(XC_COUNT(after))] : ends[pick(XC_COUNT(ends))];
            ck_assert_uint_lt(len + strlen(word) + strlen(next) + 1, size);
            memcpy(out + len, word, strlen(word));
            /* A capital, so that the next sentence is seen as one. */
            if (len == 0 ||
                (out[len - 1] == ' ' && strchr(".!?", out[len - 2]) != NULL))
                out[len] = (char)(out[len] >= 'a' ? out[len] - 'a' + 'A' : out[len]);
            len += strlen(word);
            memcpy(out + len, next, strlen(next) + 1);
            len += strlen(next);
        }
    }
}
