/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/fold.h"

#include <string.h>

#include "base/vec.h"
#include "suite.h"
#include "text/character.h"
#include "text/fold_map.h"

static struct xc_arena arena;

static void
fold_text(struct xc_str text, struct xc_fold *out)
{
    struct xc_span run = {0, text.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};

    if (xc_fold_blocks(text, &block, 1, &arena, out) != XC_OK)
        ck_abort_msg("out of memory");
}

/* As ck_assert, which is too slow for millions of calls. */
static void
must(bool holds, const char *what)
{
    if (!holds)
        ck_abort_msg("%s", what);
}

/* The folded text of the only block, without the '\n' at its end. */
static struct xc_str
folded(struct xc_str text)
{
    struct xc_fold fold;

    fold_text(text, &fold);
    must(fold.text.ptr[fold.text.len - 1] == '\n', "block without an end");
    return xc_str_at(fold.text, fold.blocks[0]);
}

static void
expect(const char *name, struct xc_str got, struct xc_str wanted)
{
    if (!xc_str_equal(got, wanted))
        ck_abort_msg("%s: got \"%.*s\", wanted \"%.*s\"", name, (int)got.len, got.ptr,
                     (int)wanted.len, wanted.ptr);
}

START_TEST(fold_characters_become_plain)
{
    static const struct {
        const char *name;
        struct xc_str text;
        struct xc_str wanted;
    } rows[] = {
        {"header example", XC_STR("“Don’t  STOP”"), XC_STR("\"don't stop\"")},
        {"single quotes", XC_STR("‘a’ ‚b‛ `c` d´s ‹e›"), XC_STR("'a' 'b' 'c' d's 'e'")},
        {"double quotes", XC_STR("„a‟ «b» ″"), XC_STR("\"a\" \"b\" \"")},
        {"full-width", XC_STR("Ａ＂＇！"), XC_STR("a\"'!")},
        {"primes", XC_STR("5′10″"), XC_STR("5'10\"")},
        {"okina", XC_STR("Hawaiʻi"), XC_STR("hawai'i")},
        {"hyphens", XC_STR("a‐b‑c−d"), XC_STR("a-b-c-d")},
        {"en dash in a range", XC_STR("2018–19"), XC_STR("2018-19")},
        {"en dash with spaces", XC_STR("a – b"), XC_STR("a - b")},
        {"em dash", XC_STR("a—b ― c"), XC_STR("a--b -- c")},
        {"ellipsis", XC_STR("a…"), XC_STR("a...")},
        {"ligature", XC_STR("ﬁne"), XC_STR("fine")},
        {"sharp s", XC_STR("STRAẞE Straße"), XC_STR("strasse strasse")},
        {"final sigma", XC_STR("ΣΑΣ σας"), XC_STR("σασ σασ")},
        {"composed", XC_STR("cafe\u0301 CAFÉ"), XC_STR("café café")},
        {"dotted capital I", XC_STR("İ"), XC_STR("i\u0307")},
        {"marks sorted", XC_STR("q\u0307\u0323"), XC_STR("q\u0323\u0307")},
        {"Hangul jamo", XC_STR("\u1112\u1161\u11ab"), XC_STR("한")},
        {"half-width kana", XC_STR("ｶﾞ"), XC_STR("ガ")},
        {"fraction apart", XC_STR("2½"), XC_STR("2 1/2")},
        {"fraction alone", XC_STR("½ a¼"), XC_STR("1/2 a1/4")},
        {"superscript apart", XC_STR("10²³ km²"), XC_STR("10^23 km2")},
        {"trade mark is no letter", XC_STR("Lycra™"), XC_STR("lycra™")},
        {"white space", XC_STR(" \t a \r\n\u00a0\u2009 b\u3000"), XC_STR("a b")},
        {"control bytes", XC_STR("a\0\033b\x7f"), XC_STR("ab")},
        {"control bytes between words", XC_STR("a \b b"), XC_STR("a b")},
        {"control bytes that are white space", XC_STR("a\v\fb"), XC_STR("a b")},
        {"C1 control",
         XC_STR("a\xc2\x9b"
                "b"),
         XC_STR("ab")},
        {"next line",
         XC_STR("a\xc2\x85"
                "b"),
         XC_STR("a b")},
        {"mark first", XC_STR("\u0301a"), XC_STR("\u0301a")},
        {"empty", XC_STR(""), XC_STR("")},
        {"only space", XC_STR(" \n "), XC_STR("")},
        {"block-wise and not", XC_STR("ABCDEFGHIJKLMNOPQRSTUVWXYZ[@`{0/9:"),
         XC_STR("abcdefghijklmnopqrstuvwxyz[@'{0/9:")},
        {"spaces across blocks", XC_STR("abcdefg  hijklmn   opqrstu v"),
         XC_STR("abcdefg hijklmn opqrstu v")},
    };
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++)
        expect(rows[i].name, folded(rows[i].text), rows[i].wanted);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(fold_hidden_characters_are_dropped_and_counted)
{
    static const struct {
        const char *name;
        struct xc_str text;
        struct xc_str wanted;
        size_t n_hidden;
    } rows[] = {
        {"soft hyphen is innocent", XC_STR("cor\u00adset"), XC_STR("corset"), 0},
        {"zero-width space", XC_STR("cor\u200bset"), XC_STR("corset"), 1},
        {"bidirectional override", XC_STR("\u202eabc\u202c"), XC_STR("abc"), 2},
        {"first byte order mark",
         XC_STR("\ufeff\ufeff"
                "a"),
         XC_STR("a"), 1},
        {"selector after a letter", XC_STR("a\ufe0f"), XC_STR("a"), 1},
        {"selector after an emoji", XC_STR("\u2764\ufe0f"), XC_STR("\u2764"), 0},
        {"joiner between emoji", XC_STR("\U0001f469\u200d\U0001f680"),
         XC_STR("\U0001f469\U0001f680"), 0},
        {"joiner after a selector", XC_STR("\u2764\ufe0f\u200d\U0001f525"),
         XC_STR("\u2764\U0001f525"), 0},
        {"joiner between letters", XC_STR("a\u200db"), XC_STR("ab"), 1},
        {"joiner after the last emoji", XC_STR("\U0001f469\u200d a"),
         XC_STR("\U0001f469 a"), 1},
        {"mark after a dropped one", XC_STR("e\u200b\u0301"), XC_STR("é"), 1},
        {"control bytes", XC_STR("cor\0\033set\x7f"), XC_STR("corset"), 3},
        {"escape sequence", XC_STR("cor\033[1;31mset\033[m"), XC_STR("corset"), 2},
        {"escape sequence after C1",
         XC_STR("cor\xc2\x9b"
                "31mset"),
         XC_STR("corset"), 1},
        {"escape sequence without an end", XC_STR("a\033[1;31"), XC_STR("a[1;31"), 1},
        {"no escape sequence", XC_STR("a\033b [1m"), XC_STR("ab [1m"), 1},
        {"escape sequence too long",
         XC_STR("a\033[1111111111111111111111111111111111m"),
         XC_STR("a[1111111111111111111111111111111111m"), 1},
        {"white space is not hidden", XC_STR("a\t\v\r\n b"), XC_STR("a b"), 0},
        {"quotation mark of another encoding",
         XC_STR("\xc2\x93"
                "a\xc2\x94"),
         XC_STR("a"), 0},
        {"non-joiner in Persian", XC_STR("می\u200cخواهم"), XC_STR("میخواهم"), 0},
        {"joiner in Sinhala", XC_STR("ශ්\u200dරී"), XC_STR("ශ්රී"), 0},
        {"non-joiner in a word", XC_STR("cor\u200cset"), XC_STR("corset"), 1},
        {"zero-width space in Thai", XC_STR("ไทย\u200bไทย"), XC_STR("ไทยไทย"), 0},
        {"filler beside Hangul", XC_STR("가\u3164"), XC_STR("가"), 0},
        {"filler in a word", XC_STR("cor\u3164set"), XC_STR("corset"), 1},
        {"variant of a Chinese character", XC_STR("葛\U000e0100"), XC_STR("葛"), 0},
        {"mark beside Hebrew", XC_STR("שלום\u200f! a"), XC_STR("שלום! a"), 0},
        {"mark before Hebrew", XC_STR("a (\u200fשלום)"), XC_STR("a (שלום)"), 0},
        {"mark far from Hebrew", XC_STR("\u200fa corset שלום"), XC_STR("a corset שלום"),
         1},
        {"isolate around Arabic", XC_STR("a \u2067عربي\u2069 b"), XC_STR("a عربي b"),
         0},
        {"override around Arabic", XC_STR("\u202eعربي\u202c"), XC_STR("عربي"), 1},
    };
    struct xc_fold fold;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        fold_text(rows[i].text, &fold);
        expect(rows[i].name, xc_str_at(fold.text, fold.blocks[0]), rows[i].wanted);
        ck_assert_msg(fold.n_hidden == rows[i].n_hidden, "%s: %zu hidden", rows[i].name,
                      fold.n_hidden);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(fold_invalid_pieces_are_replaced_one_each)
{
    static const struct {
        const char *name;
        struct xc_str text;
        struct xc_str wanted;
        size_t n_invalid;
    } rows[] = {
        {"lone continuation", XC_STR("a\x80z"), XC_STR("a\ufffdz"), 1},
        {"two of them", XC_STR("\x80\xbf"), XC_STR("\ufffd\ufffd"), 2},
        {"cut sequence", XC_STR("\xe2\x82z"), XC_STR("\ufffdz"), 1},
        {"cut at the end", XC_STR("a\xf0\x9f\x92"), XC_STR("a\ufffd"), 1},
        {"overlong", XC_STR("\xc0\xaf"), XC_STR("\ufffd\ufffd"), 2},
        {"surrogate", XC_STR("\xed\xa0\x80"), XC_STR("\ufffd\ufffd\ufffd"), 3},
        {"beyond Unicode", XC_STR("\xf4\x90\x80\x80"),
         XC_STR("\ufffd\ufffd\ufffd\ufffd"), 4},
        {"a true U+FFFD", XC_STR("\ufffd"), XC_STR("\ufffd"), 0},
    };
    struct xc_fold fold;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        fold_text(rows[i].text, &fold);
        expect(rows[i].name, xc_str_at(fold.text, fold.blocks[0]), rows[i].wanted);
        ck_assert_msg(fold.n_invalid == rows[i].n_invalid, "%s: %zu invalid",
                      rows[i].name, fold.n_invalid);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(fold_map_leads_back_to_the_article)
{
    static const struct {
        const char *name;
        struct xc_str text;
        const char *folded;  /* a piece of the folded text */
        const char *article; /* what it came from */
    } rows[] = {
        {"plain", XC_STR("One Corset"), "corset", "Corset"},
        {"after curly quotes", XC_STR("“One” Corset"), "corset", "Corset"},
        {"apostrophe inside", XC_STR("They don’t"), "don't", "don’t"},
        {"soft hyphen inside", XC_STR("a cor\u00adset."), "corset", "cor\u00adset"},
        {"after white space", XC_STR("a \n\n  Corset"), "corset", "Corset"},
        {"half an em dash", XC_STR("a—b"), "-b", "—b"},
        {"part of a ligature", XC_STR("a ﬁne"), "ne", "ne"},
        {"all of a ligature", XC_STR("a ﬁne"), "i", "ﬁ"},
        {"combining mark", XC_STR("un cafe\u0301."), "café", "cafe\u0301"},
        {"invalid bytes", XC_STR("a \xff\xfe b"), "b", "b"},
    };
    struct xc_fold fold;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        const char *at;
        struct xc_span span;

        fold_text(rows[i].text, &fold);
        at = memmem(fold.text.ptr, fold.text.len, rows[i].folded,
                    strlen(rows[i].folded));
        ck_assert_msg(at != NULL, "%s: not in the folded text", rows[i].name);
        span.off_bytes = (size_t)(at - fold.text.ptr);
        span.len_bytes = strlen(rows[i].folded);
        span = xc_fold_to_article(&fold, span);
        expect(rows[i].name, xc_str_at(rows[i].text, span), xc_str_of(rows[i].article));
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(fold_runs_are_joined_without_their_markup)
{
    /* Emphasis inside a word, and a link whose address is no part of the text. */
    struct xc_str text = XC_STR("the **Cor**set [tied](x) and\n> won");
    struct xc_span one[] = {{0, 4}, {6, 3}, {11, 4}, {16, 4}, {24, 4}, {31, 3}};
    struct xc_span two[] = {{6, 3}};
    struct xc_block blocks[] = {
        {XC_BLOCK_PARAGRAPH, one, XC_COUNT(one), 1},
        {XC_BLOCK_CAPTION, NULL, 0, 1},
        {XC_BLOCK_HEADLINE, two, XC_COUNT(two), 1},
    };
    struct xc_fold fold;
    struct xc_span span;

    xc_arena_init(&arena);
    ck_assert_int_eq(xc_fold_blocks(text, blocks, 3, &arena, &fold), XC_OK);
    expect("text", fold.text, XC_STR("the corset tied and won\n\ncor\n"));
    ck_assert_uint_eq(fold.n_blocks, 3);
    expect("third block", xc_str_at(fold.text, fold.blocks[2]), XC_STR("cor"));
    span = xc_fold_to_article(&fold, (struct xc_span){4, 6});
    expect("over the markup", xc_str_at(text, span), XC_STR("Cor**set"));
    span = xc_fold_to_article(&fold, fold.blocks[2]);
    expect("second use", xc_str_at(text, span), XC_STR("Cor"));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(fold_marks_compose_across_runs)
{
    struct xc_str text = XC_STR("e*\u0301*");
    struct xc_span runs[] = {{0, 1}, {2, 2}};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, runs, 2, 1};
    struct xc_fold fold;

    xc_arena_init(&arena);
    ck_assert_int_eq(xc_fold_blocks(text, &block, 1, &arena, &fold), XC_OK);
    expect("text", fold.text, XC_STR("é\n"));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(fold_upper_case_is_that_of_the_article)
{
    struct xc_str text = XC_STR("Él “A” b");
    struct xc_fold fold;

    xc_arena_init(&arena);
    fold_text(text, &fold); /* él "a" b */
    ck_assert(xc_fold_is_upper(&fold, text, 0));
    ck_assert(!xc_fold_is_upper(&fold, text, 2));
    ck_assert(!xc_fold_is_upper(&fold, text, 4));
    ck_assert(xc_fold_is_upper(&fold, text, 5));
    ck_assert(!xc_fold_is_upper(&fold, text, 8));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(fold_short_drops_accents_when_asked)
{
    static const struct {
        const char *text;
        const char *wanted;
    } rows[] = {
        {"Beyoncé", "beyonce"},
        {"Søren Łukasz", "soren lukasz"},
        {"İ", "i"},
        {"m\u0304", "m"},
        {"Ærø", "aero"},
        {"ΆΡΗΣ", "αρησ"},
        {"한글", "한글"},
        {"हिन्दी", "हिन्दी"},
        {"naïve—plan", "naive--plan"},
    };
    struct xc_str out;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_int_eq(xc_fold_short(xc_str_of(rows[i].text), true, &arena, &out),
                         XC_OK);
        expect(rows[i].text, out, xc_str_of(rows[i].wanted));
    }
    ck_assert_int_eq(xc_fold_short(XC_STR("CAFÉ"), false, &arena, &out), XC_OK);
    expect("kept", out, XC_STR("café"));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(fold_marks_without_end_are_capped)
{
    static char text[1 + 2 * 5000];
    struct xc_fold fold;
    size_t i;

    text[0] = 'a';
    for (i = 0; i < 5000; i++)
        memcpy(text + 1 + 2 * i, i % 2 == 0 ? "\u0323" : "\u0307", 2);
    xc_arena_init(&arena);
    fold_text((struct xc_str){text, sizeof text}, &fold);
    ck_assert_uint_lt(fold.text.len, 200);
    ck_assert_uint_gt(fold.n_hidden, 4900);
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

/* Text of ASCII, the characters that folding treats by hand, and broken bytes. */
static struct xc_str
random_text(void)
{
    static const uint32_t special[] = {
        0x2018, 0x201D, 0x2013, 0x2014, 0x2026, 0xA0,   0xAD,   0x200B,  0x200D,
        0xFE0F, 0x301,  0x323,  0x338,  0x345,  0x130,  0xDF,   0xE9,    0x1F600,
        0xBD,   0xB2,   0xFDFA, 0x1161, 0x1100, 0x11A8, 0xAC00, 0x3131,  0xFF9E,
        0xFF76, 0xA8,   0x1FED, 0x3B1,  0x1FB3, 0x2122, 0x2033, 0x1D15E, 0x9BE,
        0x9C7,  0x2260, 0x226E, 0x37A,  0x1E9E, 0x149,  0x1F0,  0x390,   0xFB03,
    };
    static const char ascii[] = "aAzZ  '\"`-.\n\t09<=";
    static char bytes[256];
    size_t n = 0;
    size_t len = random_below(60);

    while (len-- > 0) {
        switch (random_below(8)) {
        case 0:
            bytes[n++] = (char)random_below(256);
            break;
        case 1:
            n +=
                xc_character_encode((uint32_t)(0xA0 + random_below(0xD000)), bytes + n);
            break;
        case 2:
        case 3:
        case 4:
            n += xc_character_encode(special[random_below(XC_COUNT(special))],
                                     bytes + n);
            break;
        default:
            bytes[n++] = ascii[random_below(sizeof ascii - 1)];
            break;
        }
    }
    return (struct xc_str){bytes, n};
}

static void
check_map(const struct xc_fold *fold, struct xc_str text)
{
    size_t previous = 0;
    size_t i;

    for (i = 0; i < fold->n_steps; i++) {
        must(i == 0 || fold->steps[i].folded > fold->steps[i - 1].folded,
             "steps ascend");
        must(fold->steps[i].original + fold->steps[i].original_len <= text.len,
             "steps lie in the article");
    }
    for (i = 0; i < fold->blocks[0].len_bytes; i++) {
        struct xc_span span = xc_fold_to_article(fold, (struct xc_span){i, 1});

        must(span.len_bytes > 0, "every byte came from somewhere");
        must(span.off_bytes + span.len_bytes <= text.len, "from the article");
        must(span.off_bytes >= previous, "in order");
        must(xc_fold_step_at(fold, i, 0) ==
                 xc_fold_step_at(fold, i, random_below(fold->n_steps)),
             "a hint changes nothing");
        previous = span.off_bytes;
    }
}

static void
check_properties(struct xc_str text)
{
    struct xc_fold fold;
    struct xc_str once;
    uint32_t code;
    size_t at;

    fold_text(text, &fold);
    check_map(&fold, text);
    once = xc_str_at(fold.text, fold.blocks[0]);
    for (at = 0; at < once.len;) {
        at += xc_character_decode(once, at, &code);
        must(code != XC_CHARACTER_INVALID, "folded text is UTF-8");
        must(!xc_character_is_hidden(code), "nothing hidden is left");
    }
    must(memmem(once.ptr, once.len, "  ", 2) == NULL, "single spaces");
    expect("folded twice", folded(once), once);
}

START_TEST(fold_random_text_keeps_its_promises)
{
    size_t i;

    xc_arena_init(&arena);
    random_state = 88172645463325252u;
    for (i = 0; i < 40000; i++) {
        check_properties(random_text());
        xc_arena_reset(&arena);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(fold_every_character_folds_once)
{
    char bytes[6];
    uint32_t code;

    xc_arena_init(&arena);
    random_state = 1;
    for (code = 1; code <= 0x10FFFF; code++) {
        size_t n;

        if ((code >= 0xD800 && code <= 0xDFFF) || (code >= 0x30000 && code < 0xE0000))
            continue;
        bytes[0] = 'a';
        n = 1 + xc_character_encode(code, bytes + 1);
        bytes[n++] = '1';
        check_properties((struct xc_str){bytes, n});
        if (code % 64 == 0)
            xc_arena_reset(&arena);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(fold_cut_without_a_map_is_harmless)
{
    char bytes[] = "a ";
    struct xc_fold_writer writer = {
        .arena = &arena, .bytes = bytes, .n = 2, .cap = 2, .failed = true};

    ck_assert_uint_eq(xc_fold_writer_cut(&writer, 1), 0);
    ck_assert_uint_eq(writer.n, 1);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        fold_characters_become_plain,
        fold_hidden_characters_are_dropped_and_counted,
        fold_invalid_pieces_are_replaced_one_each,
        fold_map_leads_back_to_the_article,
        fold_runs_are_joined_without_their_markup,
        fold_marks_compose_across_runs,
        fold_upper_case_is_that_of_the_article,
        fold_short_drops_accents_when_asked,
        fold_marks_without_end_are_capped,
        fold_random_text_keeps_its_promises,
        fold_every_character_folds_once,
        fold_cut_without_a_map_is_harmless,
        NULL,
    };

    return suite_run("fold", tests);
}
