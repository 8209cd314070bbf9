/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/sentence.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "suite.h"

static struct xc_arena arena;
static const struct xc_sentence_rules *rules;

struct row {
    const char *name;
    const char *text; /* "|" where a sentence must end; it is taken out */
};

static void
set_up(void)
{
    xc_arena_init(&arena);
    ck_assert_int_eq(
        xc_sentence_rules_new(xc_lexicon_file("abbreviations"), &arena, &rules), XC_OK);
}

static void
split(struct xc_str text, struct xc_fold *fold, struct xc_span_vec *spans)
{
    struct xc_span run = {0, text.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};

    *spans = (struct xc_span_vec){NULL, 0, 0};
    if (xc_fold_blocks(text, &block, 1, &arena, fold) != XC_OK ||
        xc_sentences_split(rules, fold, text, fold->blocks[0], &arena, spans) != XC_OK)
        ck_abort_msg("out of memory");
}

/* The text with "|" at each sentence's end but the last, as it was split. */
static void
check_row(const struct row *row)
{
    char text[1024];
    char got[1024] = "";
    size_t len = 0;
    size_t n = 0;
    struct xc_fold fold;
    struct xc_span_vec spans;
    size_t i;

    for (i = 0; row->text[i] != '\0'; i++) {
        if (row->text[i] != '|')
            text[len++] = row->text[i];
    }
    text[len] = '\0';
    split((struct xc_str){text, len}, &fold, &spans);
    len = 0;
    for (i = 0; i < spans.n; i++) {
        struct xc_span at = xc_fold_to_article(&fold, spans.items[i]);

        if (i > 0)
            got[n++] = '|';
        memcpy(got + n, text + len, at.off_bytes + at.len_bytes - len);
        n += at.off_bytes + at.len_bytes - len;
        len = at.off_bytes + at.len_bytes;
    }
    got[n] = '\0';
    ck_assert_msg(strcmp(got, row->text) == 0, "%s: got \"%s\"", row->name, got);
}

static void
check_rows(const struct row *rows, size_t n)
{
    size_t i;

    set_up();
    for (i = 0; i < n; i++)
        check_row(&rows[i]);
    xc_arena_release(&arena);
}

START_TEST(sentence_ends_at_terminators)
{
    static const struct row rows[] = {
        {"full stop", "The bridge closed.| Nobody was hurt."},
        {"question", "Was it closed?| It was."},
        {"two marks", "Closed!!| Really?!| Yes."},
        {"small letter after a mark", "The shop Wow! in the high street closed."},
        {"small letter after a point", "It weighs 3 lb. at least and no. more."},
        {"digit after a point", "They left.| 20 people stayed."},
        {"accented capital", "It closed.| Élise left.| Über left."},
        {"handle", "It closed.| @mayor said so.| #bridge"},
        {"caseless letters", "It closed.| 東京 stayed."},
        {"no capitals at all", "i love it.| so cute!| really, mr. smith."},
        {"no white space", "The bridge closed.|Nobody left at 5.|They stayed."},
        {"closing quotation mark", "She said \"It closed.\"| He left."},
        {"small letter after it", "\"Is it closed?\" she asked.| 'It is.' he said."},
        {"bracket", "It closed.| (Nobody was hurt.)| He left."},
        {"bracket inside", "The dean (He was born here.) left."},
        {"footnote", "It closed.[3]| He left."},
        {"dash and small letter", "\"It closed.\" — he said"},
        {"signs at the end", "It closed. ☺ !"},
        {"emoji between", "It closed.| ☺ He left."},
        {"inner points", "It costs $3.50 at shop.example.com today."},
        {"only signs", "-- ... --"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(sentence_goes_on_after_abbreviations)
{
    static const struct row rows[] = {
        {"title", "Then Dr. Smith and Mrs. Jones met Gen. Lee."},
        {"title only with a capital", "He did one more rep.| Then he left."},
        {"saint", "St. Mary's stands on Mt. Hope."},
        {"initials", "Then A. B. Smith left with George W. Jones."},
        {"initial or I", "It was you and I.| Do you know Ann I. Smith?"},
        {"initialism and name", "The U.S. Army left the U.K. Parliament."},
        {"initialism and starter", "They left the U.S.| The army stayed."},
        {"initialism and small letter", "They left the U.S. after a year."},
        {"initialism in a title", "Why The U.S. Is Losing Its Old Bridges"},
        {"initialism in capitals", "NEW BRIDGE IN U.S. IS CLOSED"},
        {"latin", "Large bridges, e.g. London Bridge, i.e. The Bridge, closed."},
        {"versus", "It was Smith vs. Jones and Roe v. Wade."},
        {"ending", "They sold hats, coats, etc.| Nobody bought any."},
        {"ending and digit", "Smith et al. 2019 found it."},
        {"company", "Ropes Inc. Chairman Smith left Ropes Inc.| He had founded it."},
        {"suffix", "Sam Smith Jr. Hall closed.| So did Sam Jr.'s shop."},
        {"number", "It is No. 5 of vol. 3."},
        {"number as a word", "She said no.| They left."},
        {"unit", "It is 6 ft. 2 in. tall.| They came in.| 20 left."},
        {"unit at the end", "It weighs 40 lb.| The rest is lace."},
        {"month", "It closed on Jan. 5 and opened in Dec.| It was late."},
        {"month as a word", "There he sat.| Kim left."},
        {"state", "It closed in Boston, Mass. Governor Smith left."},
        {"time and name", "He came at 9 p.m.| Mr. Smith left."},
        {"time put first", "At 9 p.m. Mr. Smith left."},
        {"time zone", "It starts at 8 p.m. Eastern on the day."},
        {"weekday", "It starts at 8 a.m. Monday."},
        {"degree", "It is at N°. 55.12.7.| That is all."},
        {"address", "Write to Ann.Smith@a.example.| She will answer."},
        {"web address", "See https://a.example/It.Is/x.html.| It is long."},
        {"domain", "They bought Shoes.Com last year."},
        {"degree title", "Ann Smith, Ph.D., left."},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(sentence_ellipses_need_more_than_a_capital)
{
    static const struct row rows[] = {
        {"small letter", "Well ... it closed...at last . . . today."},
        {"I is always a capital", "The thing is ... I left."},
        {"attached", "It closed...| They left."},
        {"character", "It closed…| They left."},
        {"detached name", "He met ... Smith there."},
        {"detached starter", "It closed ...| They left."},
        {"four points", "It closed....| Smith left."},
        {"four spaced points", "It closed . . . .| Smith left."},
        {"stop and omission", "It closed.| . . . The rest stayed. . . ."},
        {"brackets", "It [...] Closed (...) Now."},
        {"inside a quotation", "He said \"It closed. . . .\""},
        {"at the beginning", "...and They left."},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(sentence_items_begin_without_a_stop)
{
    static const struct row rows[] = {
        {"points", "1. The bridge| 2. The gala| 3. A hat"},
        {"points and stops", "1. The bridge.| 2. The gala."},
        {"brackets", "1) The bridge| 2) The gala"},
        {"two brackets", "(1) The bridge| (2) The gala"},
        {"both", "1.) The bridge| 2.) The gala"},
        {"letters", "a. The bridge| b. The gala| c. A hat"},
        {"capital letters are initials", "A. Smith met B. Jones"},
        {"no next item", "1. The bridge cost 4.| That is all"},
        {"a year is no item", "2019.| It closed."},
        {"list inside a sentence", "To be clear| 1. It closed and| 2. Nobody left"},
        {"with stops", "To be clear:| 1. It closed.| 2. Nobody left."},
        {"no second item inside", "It was ranked 1.| Nobody left"},
        {"number of a thing", "It was No. 1.| Smith said No. 2.| Jones left"},
        {"bullets", "• The bridge| • The gala"},
        {"bullets and numbers", "• 9. The bridge| • 10. The gala"},
        {"hyphen bullets", "⁃9. The bridge| ⁃10. The gala"},
        {"text before a bullet", "Closed:| • the bridge| • the gala"},
        {"lines", "bridges|\ngalas, hats|\nold coats"},
        {"two lines", "The bridge\nis closed"},
        {"long lines", "The old bridge over the wide river\nin the north\nis closed"},
        {"lines of a text", "The bridge\nis closed\ntoday."},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

/* A fixed generator (xorshift), so that a failure can be run again. */
/* What stands in memory before the text is no part of it. */
START_TEST(sentence_unit_at_the_start_has_nothing_before_it)
{
    struct xc_str text = XC_STR("Kg. 2 left.");
    char bytes[32] = "5 ";
    struct xc_fold fold;
    struct xc_span_vec spans;

    set_up();
    split(text, &fold, &spans);
    ck_assert_uint_eq(spans.n, 2);
    memcpy(bytes + 2, fold.text.ptr, fold.text.len);
    fold.text.ptr = bytes + 2;
    spans.n = 0;
    ck_assert_int_eq(
        xc_sentences_split(rules, &fold, text, fold.blocks[0], &arena, &spans), XC_OK);
    ck_assert_uint_eq(spans.n, 2);
    xc_arena_release(&arena);
}
END_TEST

static uint64_t random_state;

static size_t
random_below(size_t n)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (size_t)(random_state >> 11) % n;
}

START_TEST(sentence_spans_hold_every_sign)
{
    static const char *const parts[] = {
        "a", "A", "Mr", "the", "The", "u.s",  "U.S", "p.m", "1",   "20",      "no",
        ".", ".", ". ", "!",   "?",   " ",    " ",   "\n",  "\"",  "'",       "(",
        ")", "[", "]",  "-",   "…",   "•",    "⁃",   "1.",  "2.",  "a.",      "b.",
        "°", "é", "É",  "@",   "/",   "\xff", "I",   "...", "etc", ". . . .",
    };
    char text[512];
    struct xc_fold fold;
    struct xc_span_vec spans;
    size_t i;
    size_t n;

    set_up();
    random_state = 88172645463325252u;
    for (i = 0; i < 60000; i++) {
        size_t len = 0;
        size_t end = 0;
        size_t left;

        for (left = random_below(24); left > 0; left--) {
            const char *part = parts[random_below(XC_COUNT(parts))];

            memcpy(text + len, part, strlen(part));
            len += strlen(part);
        }
        split((struct xc_str){text, len}, &fold, &spans);
        for (n = 0; n < spans.n; n++) {
            struct xc_str bytes = xc_str_at(fold.text, spans.items[n]);

            /* Between two sentences there is one space or nothing. */
            if (bytes.len == 0 || spans.items[n].off_bytes < end ||
                spans.items[n].off_bytes > end + (n > 0) || bytes.ptr[0] == ' ' ||
                bytes.ptr[bytes.len - 1] == ' ')
                ck_abort_msg("bad sentence %zu of \"%.*s\"", n, (int)len, text);
            end = spans.items[n].off_bytes + bytes.len;
        }
        if (end != fold.blocks[0].len_bytes)
            ck_abort_msg("bytes left over in \"%.*s\"", (int)len, text);
        if (i % 1000 == 0) {
            xc_arena_release(&arena);
            set_up();
        }
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(sentence_hostile_text_takes_linear_time)
{
    static const char *const parts[] = {". ",       "a.", ". - ", "\" ' ", "1. ",
                                        "at p.m. ", "• ", "A.a",  "?!"};
    static char text[1 << 20];
    struct xc_fold fold;
    struct xc_span_vec spans;
    size_t i;
    size_t len;

    for (i = 0; i < XC_COUNT(parts); i++) {
        size_t part = strlen(parts[i]);

        for (len = 0; len + part <= sizeof text; len += part)
            memcpy(text + len, parts[i], part);
        set_up();
        split((struct xc_str){text, len}, &fold, &spans);
        ck_assert_uint_ge(spans.n, 1);
        xc_arena_release(&arena);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        sentence_ends_at_terminators,
        sentence_goes_on_after_abbreviations,
        sentence_ellipses_need_more_than_a_capital,
        sentence_items_begin_without_a_stop,
        sentence_unit_at_the_start_has_nothing_before_it,
        sentence_spans_hold_every_sign,
        sentence_hostile_text_takes_linear_time,
        NULL,
    };

    return suite_run("sentence", tests);
}
