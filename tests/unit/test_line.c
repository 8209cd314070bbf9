/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/line.h"

#include "base/vec.h"
#include "suite.h"

/* The words of line, taken off it one by one. */
static size_t
count_one_by_one(struct xc_str line)
{
    struct xc_str word;
    size_t n = 0;

    while (xc_line_next_word(&line, &word))
        n++;
    return n;
}

START_TEST(line_words_stand_between_white_space)
{
    static const struct {
        const char *line;
        size_t n_words;
    } rows[] = {
        {"", 0},
        {" \t ", 0},
        {"bridge", 1},
        {"The bridge is shut", 4},
        {"  The bridge\tis \r shut \v", 4},
        {"The bridge \xE2\x80\x94 is shut", 5},
        {"The\xC2\xA0"
         "bridge\xE2\x80\xA8is\xE3\x80\x80shut",
         4},
        {"The \xC2\xA0 bridge \xC2\xA0", 2},
        {"caf\xC3\xA9 caf\xC3 \xA9 \x80", 4},
        {"\xC2 \xA0 bridge", 3},
        {"A man a plan a canal and one more line of it", 12},
        {"a b c d e f g h i j k l m n o p q r s t u v w x y z", 26},
        {"Every long word separately, everlastingly", 5},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++)
        ck_assert_msg(count_one_by_one(xc_str_of(rows[i].line)) == rows[i].n_words,
                      "%s", rows[i].line);
}
END_TEST

/* Lines that a fixed generator makes of white space, letters, and broken characters. */
START_TEST(line_count_stops_behind_most)
{
    static const char *const pieces[] = {
        " ", "a", "\t", "\xC2\xA0", "\xC3\xA9", "\xE2\x80\xA8", "\xE2", "b"};
    unsigned random = 1;
    size_t round;

    for (round = 0; round < 20000; round++) {
        char bytes[64];
        struct xc_str line = {bytes, 0};
        size_t most = round % 7;
        size_t n_words;
        size_t i;

        for (i = 0; i < round % 20; i++) {
            const char *piece;

            random = random * 1103515245u + 12345u;
            piece = pieces[random >> 16 & 7];
            while (*piece != '\0')
                bytes[line.len++] = *piece++;
        }
        n_words = count_one_by_one(line);
        ck_assert_uint_eq(xc_line_count_words(line, most),
                          n_words > most ? most + 1 : n_words);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        line_words_stand_between_white_space,
        line_count_stops_behind_most,
        NULL,
    };

    return suite_run("line", tests);
}
