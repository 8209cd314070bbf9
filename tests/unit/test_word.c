/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/word.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "suite.h"
#include "text/character.h"

static struct xc_arena arena;
static const struct xc_word_rules *rules;

static void
set_up(void)
{
    xc_arena_init(&arena);
    ck_assert_int_eq(xc_word_rules_new(xc_lexicon_file("clitic-hosts"),
                                       xc_lexicon_file("number-words"), &arena, &rules),
                     XC_OK);
}

static void
split(struct xc_str text, struct xc_fold *fold, struct xc_word_vec *words)
{
    struct xc_span run = {0, text.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};

    *words = (struct xc_word_vec){NULL, 0, 0};
    if (xc_fold_blocks(text, &block, 1, &arena, fold) != XC_OK ||
        xc_words_split(rules, fold, text, fold->blocks[0], &arena, words) != XC_OK)
        ck_abort_msg("out of memory");
}

/* What a word came from in the article, marked: "*" clitic, "^" capital, "^^" all
 * capitals, "#" number, "-" hyphened, "'" possessive. */
static void
describe(const struct xc_word *word, char *out, size_t size)
{
    unsigned flags = word->flags;

    (void)snprintf(
        out, size, "%.*s%s%s%s%s%s%s", (int)word->key.len, word->key.ptr,
        flags & XC_WORD_CLITIC ? "*" : "", flags & XC_WORD_CAPITAL ? "^" : "",
        flags & XC_WORD_ALL_CAPS ? "^" : "", flags & XC_WORD_NUMBER ? "#" : "",
        flags & XC_WORD_HYPHENED ? "-" : "", flags & XC_WORD_POSSESSIVE ? "'" : "");
}

static void
check_row(const char *text, const char *wanted)
{
    char got[1024] = "";
    struct xc_fold fold;
    struct xc_word_vec words;
    size_t i;

    split(xc_str_of(text), &fold, &words);
    for (i = 0; i < words.n; i++) {
        size_t len = strlen(got);

        if (i > 0)
            got[len++] = ' ';
        describe(&words.items[i], got + len, sizeof got - len);
    }
    ck_assert_msg(strcmp(got, wanted) == 0, "\"%s\": got \"%s\", wanted \"%s\"", text,
                  got, wanted);
}

struct row {
    const char *text;
    const char *wanted;
};

static void
check_rows(const struct row *rows, size_t n)
{
    size_t i;

    set_up();
    for (i = 0; i < n; i++)
        check_row(rows[i].text, rows[i].wanted);
    xc_arena_release(&arena);
}

START_TEST(word_clitics_are_words_of_their_own)
{
    static const struct row rows[] = {
        {"can't", "can not*"},
        {"won't", "will not*"},
        {"shan't", "shall not*"},
        {"ain't", "be not*"},
        {"don't", "do not*"},
        {"cannot", "can not*"},
        {"CANNOT", "can^^ not*^^"},
        {"cannots", "cannots"},
        {"He'd", "he^ 'd*"},
        {"they're we've she'll", "they are* we have* she will*"},
        {"I'm", "i^ am*"},
        {"ma'am", "maam"},
        {"couldn't've", "could not* have*"},
        {"it's Kim's", "it 's* kim^'"},
        {"who's there's that's", "who 's* there 's* that 's*"},
        {"everyone's", "everyone'"},
        {"let's lets", "let 's* lets"},
        {"he 's 'd up", "he 's* 'd* up"},
        {"the 's' in it", "the s in it"},
        {"gonna", "gonna"},
        {"don’t", "do not*"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(word_apostrophes_that_are_no_clitic_are_left_out)
{
    static const struct row rows[] = {
        {"O'Brien", "obrien^"},
        {"O'Brien's", "obrien^'"},
        {"o'clock", "oclock"},
        {"rock 'n' roll", "rock n roll"},
        {"rock'n'roll", "rocknroll"},
        {"y'all'd've", "yall 'd* have*"},
        {"the dogs' owner", "the dogs' owner"},
        {"'the dogs' he said", "the dogs he said"},
        {"it was 'his' and the dogs' owner", "it was his and the dogs' owner"},
        {"'tis the '90s", "tis the 90s#"},
        {"Jr.'s book", "jr^' book"},
        {"the U.S.'s", "the us^^'"},
        {"5'10\"", "5# 10#"},
        {"Hawaiʻi", "hawaii^"},
        {"a**'s", "a**'"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(word_numbers_have_one_key)
{
    static const struct row rows[] = {
        {"three 3 Three", "3# 3# 3^#"},
        {"Twenty-first", "20^# 1st#-"},
        {"twentieth 20th", "20th# 20th#"},
        {"hundred", "hundred"},
        {"seconds second", "seconds 2nd#"},
        {"3,000 3000", "3000# 3000#"},
        {"3,000.5", "3000.5#"},
        {"1,234,567", "1234567#"},
        {"12,34,567", "1234567#"},
        {"1,2", "1# 2#"},
        {"2019,100", "2019# 100#"},
        {"1,2345", "1# 2345#"},
        {"in 2019, 300 men", "in 2019# 300# men"},
        {"3.50", "3.50#"},
        {"12.05.2019", "12.05.2019#"},
        {"$.5 .5 a.5", "0.5# 0.5# a 5#"},
        {"$1.5m 90%", "1.5m# 90#"},
        {"10:30", "10# 30#"},
        {"2018–19", "2018# 19#-"},
        {"1,000.That", "1000# that^"},
        {"1990s 1990's 90's", "1990s# 1990s# 90s#"},
        {"2019's 2020's 3's", "2019#' 2020#' 3#'"},
        {"2½", "2# 1# 2#"},
        {"one's", "1#'"},
        {"none ones", "none ones"},
        {"G7 3D B2B", "g7^ 3d^# b2b^^"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(word_masks_belong_to_their_word)
{
    static const struct row rows[] = {
        {"f**king f***", "f**king f***"},
        {"sh*t", "sh*t"},
        {"f*ck*", "f*ck*"},
        {"a** s***", "a** s***"},
        {"price* now", "price now"},
        {"*bold* **Bold words** a**", "bold bold^ words a**"},
        {"f---ing s---", "f***ing s***"},
        {"f___ s__t", "f*** s**t"},
        {"dog--cat", "dog cat"},
        {"dog—cat", "dog cat"},
        {"said---quietly", "said quietly"},
        {"2 ** 3", "2# 3#"},
        {"****", ""},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(word_marks_and_signs_are_no_part_of_it)
{
    static const struct row rows[] = {
        {"Skin-tight", "skin^ tight-"},
        {"a - b -c", "a b c"},
        {"well-known's", "well known-'"},
        {"@Star #Gala", "star^ gala^"},
        {"snake_case", "snake case"},
        {"U.S. a.m. e.g", "us^^ am eg"},
        {"J. Smith E.Jones", "j^ smith^ e^ jones^"},
        {"see http://a.example/2019/x?y=3,4. Then",
         "see http://a.example/2019/x?y=3,4 then^"},
        {"(www.a.example)", "www.a.example"},
        {"http:// www. https", "http www https"},
        {"\"https://a.example/b\" c", "https://a.example/b c"},
        {"Beyoncé ÉCLAT Łódź", "beyonce^ eclat^^ lodz^"},
        {"cafe\u0301s", "cafes"},
        {"IT'S NASA I", "it^^ 's*^ nasa^^ i^"},
        {"McDonald iPhone", "mcdonald^ iphone"},
        {"Lycra™ ®", "lycra^"},
        {"東京 2020", "東京 2020#"},
        {"", ""},
        {"... -- !", ""},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(word_spans_partition_what_they_came_from)
{
    static const struct {
        const char *text;
        const char *pieces; /* of the folded text, one for each word */
    } rows[] = {
        {"can't", "can|'t"},
        {"won't", "wo|n't"},
        {"cannot", "can|not"},
        {"he'd've", "he|'d|'ve"},
        {"Kim's", "kim"},
        {"the dogs' owner", "the|dogs|owner"},
        {"the U.S. now", "the|u.s.|now"},
        {"3,000.", "3,000"},
        {"f**king", "f**king"},
        {"@kim's", "kim"},
        {"it's", "it|'s"},
        {"1990's", "1990's"},
        {"2019's", "2019"},
    };
    size_t i;

    set_up();
    for (i = 0; i < XC_COUNT(rows); i++) {
        char got[256] = "";
        struct xc_fold fold;
        struct xc_word_vec words;
        size_t w;

        split(xc_str_of(rows[i].text), &fold, &words);
        for (w = 0; w < words.n; w++) {
            struct xc_str bytes = xc_str_at(fold.text, words.items[w].folded);
            size_t len = strlen(got);

            (void)snprintf(got + len, sizeof got - len, "%s%.*s", w > 0 ? "|" : "",
                           (int)bytes.len, bytes.ptr);
        }
        ck_assert_msg(strcmp(got, rows[i].pieces) == 0, "%s: got \"%s\"", rows[i].text,
                      got);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(word_over_the_limit_is_kept_in_pieces)
{
    char text[3 * 300 + 1];
    struct xc_fold fold;
    struct xc_word_vec words;
    size_t i;

    set_up();
    memset(text, 'x', 600);
    split((struct xc_str){text, 600}, &fold, &words);
    ck_assert_uint_eq(words.n, 3);
    ck_assert_uint_eq(words.items[0].key.len, XC_MAX_WORD_BYTES);
    ck_assert_uint_eq(words.items[2].key.len, 600 - 2 * XC_MAX_WORD_BYTES);
    /* Three bytes each: the limit falls inside a character. */
    for (i = 0; i < 300; i++)
        memcpy(text + 3 * i, "東", 3);
    split((struct xc_str){text, 900}, &fold, &words);
    ck_assert_uint_eq(words.n, 4);
    ck_assert_uint_eq(words.items[0].folded.len_bytes, 255);
    /* An address stays one word, only its key is cut. */
    memcpy(text, "www.", 4);
    memset(text + 4, '2', 596);
    split((struct xc_str){text, 600}, &fold, &words);
    ck_assert_uint_eq(words.n, 1);
    ck_assert_uint_eq(words.items[0].folded.len_bytes, 600);
    ck_assert_uint_eq(words.items[0].key.len, XC_MAX_WORD_BYTES);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(word_keys_of_text_match_those_of_articles)
{
    struct xc_str *keys;
    size_t n;

    set_up();
    ck_assert_int_eq(
        xc_words_of_text(rules, XC_STR("  Doesn’t Tie-UP Café "), &arena, &keys, &n),
        XC_OK);
    ck_assert_uint_eq(n, 5);
    ck_assert(xc_str_is(keys[0], "does"));
    ck_assert(xc_str_is(keys[1], "not"));
    ck_assert(xc_str_is(keys[3], "up"));
    ck_assert(xc_str_is(keys[4], "cafe"));
    ck_assert_int_eq(xc_words_of_text(rules, XC_STR("-- !"), &arena, &keys, &n), XC_OK);
    ck_assert_uint_eq(n, 0);
    xc_arena_release(&arena);
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

static struct xc_str
random_text(void)
{
    static const char *const parts[] = {
        "a",   "b", "n",  "t",    "s",   "o",    "ne",    "can",     "not",  "'",
        "'",   ".", ",",  "*",    "**",  "-",    "---",   "_",       "1",    "20",
        "300", " ", " ",  "u.s.", "n't", "'s",   "'d",    "http://", "www.", "@",
        "#",   "é", "ô",  "ø",    "ß",   "\xff", "東",    "\u0301",  "’",    "“",
        "½",   "²", "IT", "O'",   "th",  "1st",  "three", "/",       "!",    "١",
    };
    static char bytes[512];
    size_t n = 0;
    size_t left = random_below(14);

    while (left-- > 0) {
        const char *part = parts[random_below(XC_COUNT(parts))];

        memcpy(bytes + n, part, strlen(part));
        n += strlen(part);
    }
    return (struct xc_str){bytes, n};
}

/* The keys of a key are that key, and spans ascend without overlap. */
static void
check_words(struct xc_str text, const struct xc_fold *fold,
            const struct xc_word_vec *words)
{
    size_t end = 0;
    size_t i;

    for (i = 0; i < words->n; i++) {
        const struct xc_word *word = &words->items[i];
        struct xc_str *keys;
        size_t n;

        if (word->folded.len_bytes == 0 || word->folded.off_bytes < end ||
            word->key.len == 0 || word->key.len > XC_MAX_WORD_BYTES)
            ck_abort_msg("bad word %zu in \"%.*s\"", i, (int)text.len, text.ptr);
        end = word->folded.off_bytes + word->folded.len_bytes;
        if (end > fold->blocks[0].len_bytes)
            ck_abort_msg("word beyond the block");
        if (xc_words_of_text(rules, word->key, &arena, &keys, &n) != XC_OK)
            ck_abort_msg("out of memory");
        if (n != 1 || !xc_str_equal(keys[0], word->key))
            ck_abort_msg("key \"%.*s\" of \"%.*s\" is not stable", (int)word->key.len,
                         word->key.ptr, (int)text.len, text.ptr);
    }
}

START_TEST(word_keys_are_stable)
{
    struct xc_fold fold;
    struct xc_word_vec words;
    size_t i;

    set_up();
    random_state = 88172645463325252u;
    for (i = 0; i < 60000; i++) {
        struct xc_str text = random_text();

        split(text, &fold, &words);
        check_words(text, &fold, &words);
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
        word_clitics_are_words_of_their_own,
        word_apostrophes_that_are_no_clitic_are_left_out,
        word_numbers_have_one_key,
        word_masks_belong_to_their_word,
        word_marks_and_signs_are_no_part_of_it,
        word_spans_partition_what_they_came_from,
        word_over_the_limit_is_kept_in_pieces,
        word_keys_of_text_match_those_of_articles,
        word_keys_are_stable,
        NULL,
    };

    return suite_run("word", tests);
}
