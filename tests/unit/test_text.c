/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/text.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_text_rules rules;

static void
set_up(void)
{
    xc_arena_init(&arena);
    ck_assert_int_eq(xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                                       xc_lexicon_file("number-words"), &arena,
                                       &rules.words),
                     XC_OK);
    ck_assert_int_eq(xc_sentence_rules_new(xc_lexicon_file("abbreviations"), &arena,
                                           &rules.sentences),
                     XC_OK);
}

static void
build_one(struct xc_str article, struct xc_text *out)
{
    struct xc_span run = {0, article.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};

    if (xc_text_build(&rules, article, &block, 1, &arena, out) != XC_OK)
        ck_abort_msg("out of memory");
}

static void
expect(const char *name, struct xc_str got, const char *wanted)
{
    if (!xc_str_is(got, wanted))
        ck_abort_msg("%s: got \"%.*s\", wanted \"%s\"", name, (int)got.len, got.ptr,
                     wanted);
}

START_TEST(text_blocks_hold_words_and_sentences)
{
    static const char article[] = "Bridge closes\nPhoto: A. Smith. Print\n"
                                  "“It’s closed.” Kim’s car left.";
    struct xc_str bytes = xc_str_of(article);
    struct xc_span runs[] = {{14, 22}, {37, bytes.len - 37}, {0, 13}};
    struct xc_block blocks[] = {
        {XC_BLOCK_CREDIT, &runs[0], 1, 2},
        {XC_BLOCK_PARAGRAPH, &runs[1], 1, 3},
        {XC_BLOCK_HEADLINE, &runs[2], 1, 1},
    };
    struct xc_text text;

    set_up();
    ck_assert_int_eq(xc_text_build(&rules, bytes, blocks, 3, &arena, &text), XC_OK);
    ck_assert_uint_eq(text.n_blocks, 3);
    ck_assert_uint_eq(text.words.n, 4 + 6 + 2);
    ck_assert_uint_eq(text.n_sentences, 3);
    ck_assert_uint_eq(text.quotations.n, 1);
    ck_assert_int_eq(text.blocks[2].kind, XC_BLOCK_HEADLINE);
    ck_assert_uint_eq(text.blocks[1].line, 3);
    /* The credit has words and no sentences. */
    ck_assert_uint_eq(text.blocks[0].words.end, 4);
    ck_assert_uint_eq(text.blocks[0].sentences.end, 0);
    ck_assert_uint_eq(xc_text_sentence_of(&text, 0), text.n_sentences);
    ck_assert_uint_eq(xc_text_sentence_of(&text, 3), text.n_sentences);
    /* it 's closed | kim car left */
    ck_assert_uint_eq(text.sentences[0].words.first, 4);
    ck_assert_uint_eq(text.sentences[0].words.end, 7);
    ck_assert_uint_eq(text.sentences[1].words.end, 10);
    ck_assert_uint_eq(text.sentences[1].block, 1);
    ck_assert_uint_eq(xc_text_sentence_of(&text, 6), 0);
    ck_assert_uint_eq(xc_text_sentence_of(&text, 7), 1);
    ck_assert_uint_eq(xc_text_sentence_of(&text, 11), 2);
    expect("quoted", xc_text_original(&text, text.sentences[0].words), "It’s closed");
    expect("owner", xc_text_original(&text, (struct xc_range){7, 8}), "Kim");
    expect("owned", xc_text_original(&text, (struct xc_range){7, 9}), "Kim’s car");
    expect("headline", xc_text_original(&text, text.blocks[2].words), "Bridge closes");
    ck_assert_uint_eq(xc_text_span(&text, text.blocks[2].words).off_bytes, 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(text_gap_is_what_stands_between_words)
{
    static const struct {
        const char *text;
        size_t word;
        const char *gap;
    } rows[] = {
        {"“Three men,” he said", 0, "\""},
        {"“Three men,” he said", 1, " "},
        {"“Three men,” he said", 2, ",\" "},
        {"a skin-tight", 2, "-"},
        {"tied it — well", 2, " -- "},
        {"Kim’s car", 1, " "},
        {"the dogs’ owner", 2, " "},
        {"Sam Jr.’s shop", 2, " "},
        {"the 2019’s gala", 2, " "},
        {"the U.S.’s gala", 2, " "},
        {"can’t stop", 1, ""},
        {"who’s’s car", 1, ""},
        {"who’s’s car", 2, " "},
        {"up to $3,000.50!", 2, " $"},
        {"up to 90% (of it)", 3, "% ("},
        {"it ended.", 2, "."},
        {"Kim’s.", 1, "."},
        {"...", 0, "..."},
        {"", 0, ""},
    };
    struct xc_text text;
    size_t i;

    set_up();
    for (i = 0; i < XC_COUNT(rows); i++) {
        build_one(xc_str_of(rows[i].text), &text);
        expect(rows[i].text, xc_text_gap(&text, 0, rows[i].word), rows[i].gap);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(text_gap_stays_in_its_block)
{
    struct xc_str article = XC_STR("(One) | [two]");
    struct xc_span runs[] = {{0, 5}, {8, 5}};
    struct xc_block blocks[] = {{XC_BLOCK_PARAGRAPH, &runs[0], 1, 1},
                                {XC_BLOCK_PARAGRAPH, &runs[1], 1, 1}};
    struct xc_text text;

    set_up();
    ck_assert_int_eq(xc_text_build(&rules, article, blocks, 2, &arena, &text), XC_OK);
    expect("end of the first", xc_text_gap(&text, 0, 1), ")");
    expect("start of the second", xc_text_gap(&text, 1, 1), "[");
    expect("end of the second", xc_text_gap(&text, 1, 2), "]");
    xc_arena_release(&arena);
}
END_TEST

START_TEST(text_sentence_over_the_limit_goes_on_as_another)
{
    static char article[2 * (2 * XC_MAX_SENTENCE_WORDS + 10)];
    size_t n = sizeof article / 2;
    struct xc_text text;
    size_t i;

    for (i = 0; i < n; i++)
        memcpy(article + 2 * i, "x ", 2);
    set_up();
    build_one((struct xc_str){article, sizeof article}, &text);
    ck_assert_uint_eq(text.words.n, n);
    ck_assert_uint_eq(text.n_sentences, 3);
    ck_assert_uint_eq(text.sentences[1].words.first, XC_MAX_SENTENCE_WORDS);
    ck_assert_uint_eq(text.sentences[1].folded.off_bytes, 2 * XC_MAX_SENTENCE_WORDS);
    ck_assert_uint_eq(text.sentences[2].words.end, n);
    ck_assert_uint_eq(text.blocks[0].sentences.end, 3);
    ck_assert_uint_eq(xc_text_sentence_of(&text, XC_MAX_SENTENCE_WORDS - 1), 0);
    ck_assert_uint_eq(xc_text_sentence_of(&text, XC_MAX_SENTENCE_WORDS), 1);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(text_sentence_never_ends_inside_a_word)
{
    /* The address is so long that its "?Name" looks like a sentence's beginning. */
    struct xc_str article = XC_STR(
        "See www.a.example/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        "xxxxxxxxxxxxxxxpage?Name=yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy "
        "now. It is long.");
    struct xc_text text;

    set_up();
    build_one(article, &text);
    ck_assert_uint_eq(text.n_sentences, 2);
    ck_assert_uint_eq(text.sentences[0].words.end, 3);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(text_without_words_is_no_error)
{
    struct xc_block none = {XC_BLOCK_PARAGRAPH, NULL, 0, 1};
    struct xc_text text;

    set_up();
    ck_assert_int_eq(xc_text_build(&rules, XC_STR(""), NULL, 0, &arena, &text), XC_OK);
    ck_assert_uint_eq(text.words.n + text.n_sentences + text.n_blocks, 0);
    ck_assert_int_eq(xc_text_build(&rules, XC_STR(""), &none, 1, &arena, &text), XC_OK);
    ck_assert_uint_eq(text.words.n + text.n_sentences, 0);
    build_one(XC_STR("--!"), &text);
    ck_assert_uint_eq(text.n_sentences, 1);
    ck_assert_uint_eq(text.sentences[0].words.first, text.sentences[0].words.end);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(text_block_kinds_have_names)
{
    ck_assert_str_eq(xc_block_kind_name(XC_BLOCK_HEADLINE), "headline");
    ck_assert_str_eq(xc_block_kind_name(XC_BLOCK_PARAGRAPH), "paragraph");
    ck_assert_str_eq(xc_block_kind_name(XC_BLOCK_QUOTATION), "quotation");
    ck_assert_str_eq(xc_block_kind_name(XC_BLOCK_CAPTION), "caption");
    ck_assert_str_eq(xc_block_kind_name(XC_BLOCK_CREDIT), "credit");
}
END_TEST

/* A fixed generator (xorshift), so that a failure can be run again. */
static uint64_t random_state;

static size_t
random_below(size_t n)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (size_t)(random_state >> 11) % n;
}

/* Sentences share out the words of their block in order, and each word leads back. */
static void
check_text(const struct xc_text *text)
{
    const struct xc_text_block *block = &text->blocks[0];
    size_t word = block->words.first;
    size_t i;

    for (i = 0; i < text->n_sentences; i++) {
        const struct xc_sentence *sentence = &text->sentences[i];
        size_t end = sentence->folded.off_bytes + sentence->folded.len_bytes;

        if (sentence->words.first != word || sentence->words.end < word)
            ck_abort_msg("sentence %zu does not go on where the last one ended", i);
        for (; word < sentence->words.end; word++) {
            struct xc_span folded = text->words.items[word].folded;
            struct xc_span span = xc_text_span(text, (struct xc_range){word, word + 1});

            if (folded.off_bytes < sentence->folded.off_bytes ||
                folded.off_bytes + folded.len_bytes > end)
                ck_abort_msg("word %zu is not inside its sentence", word);
            if (xc_text_sentence_of(text, word) != i)
                ck_abort_msg("word %zu is of another sentence", word);
            if (span.len_bytes == 0 ||
                span.off_bytes + span.len_bytes > text->article.len)
                ck_abort_msg("word %zu leads out of the article", word);
        }
    }
    if (word != block->words.end)
        ck_abort_msg("words without a sentence");
    for (i = block->words.first; i <= block->words.end; i++)
        (void)xc_text_gap(text, 0, i);
}

START_TEST(text_random_articles_keep_their_promises)
{
    static const char *const parts[] = {
        "a",   "Bridge", "Mr.", "the",   "U.S.",   "p.m.",    "20",    "3,000.5",
        ". ",  "!",      "? ",  " ",     " ",      "\n",      "“",     "”",
        "’s",  "’",      "(",   ")",     "www.a",  "http://", "?Name", "•",
        "1. ", "2. ",    "é",   "É",     "/",      "@",       "\xff",  "f**k",
        "...", "—",      "-",   "don’t", "\u200b", "e\u0301", "½",     "*",
    };
    char bytes[1024];
    struct xc_text text;
    size_t i;

    set_up();
    random_state = 88172645463325252u;
    for (i = 0; i < 30000; i++) {
        size_t len = 0;
        size_t left;

        for (left = random_below(40); left > 0; left--) {
            const char *part = parts[random_below(XC_COUNT(parts))];

            memcpy(bytes + len, part, strlen(part));
            len += strlen(part);
        }
        build_one((struct xc_str){bytes, len}, &text);
        check_text(&text);
        if (i % 1000 == 0) {
            xc_arena_release(&arena);
            set_up();
        }
    }
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        text_blocks_hold_words_and_sentences,
        text_gap_is_what_stands_between_words,
        text_gap_stays_in_its_block,
        text_sentence_over_the_limit_goes_on_as_another,
        text_sentence_never_ends_inside_a_word,
        text_without_words_is_no_error,
        text_block_kinds_have_names,
        text_random_articles_keep_their_promises,
        NULL,
    };

    return suite_run("text", tests);
}
