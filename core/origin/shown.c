/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/shown.h"

#include <string.h>

#include "base/limits.h"

static const char ellipsis[] = " \xe2\x80\xa6";

static bool
is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct xc_str
xc_shown_text(const struct xc_str *pieces, size_t n_pieces, struct xc_arena *arena)
{
    size_t n_words = 0;
    size_t len = sizeof ellipsis;
    bool in_word = false;
    char *text;
    size_t i;
    size_t j;

    for (i = 0; i < n_pieces; i++)
        len += pieces[i].len;
    text = xc_arena_alloc(arena, len);
    if (text == NULL)
        return (struct xc_str){NULL, 0};
    len = 0;
    for (i = 0; i < n_pieces; i++) {
        for (j = 0; j < pieces[i].len; j++) {
            char c = pieces[i].ptr[j];

            if (is_space(c)) {
                in_word = false;
                continue;
            }
            if (!in_word && n_words == XC_MAX_SHOWN_WORDS) {
                memcpy(&text[len], ellipsis, sizeof ellipsis - 1);
                return (struct xc_str){text, len + sizeof ellipsis - 1};
            }
            if (!in_word) {
                if (n_words > 0)
                    text[len++] = ' ';
                n_words++;
                in_word = true;
            }
            text[len++] = c;
        }
    }
    return (struct xc_str){text, len};
}

struct xc_str
xc_shown_words(const struct xc_str *words, size_t n, struct xc_arena *arena)
{
    size_t n_shown = n < XC_MAX_SHOWN_WORDS ? n : XC_MAX_SHOWN_WORDS;
    size_t len = sizeof ellipsis;
    char *text;
    size_t i;

    for (i = 0; i < n_shown; i++)
        len += words[i].len + 1;
    text = xc_arena_alloc(arena, len);
    if (text == NULL)
        return (struct xc_str){NULL, 0};
    len = 0;
    for (i = 0; i < n_shown; i++) {
        if (i > 0 && !xc_str_starts(words[i], "'"))
            text[len++] = ' ';
        memcpy(&text[len], words[i].ptr, words[i].len);
        len += words[i].len;
    }
    if (n_shown < n) {
        memcpy(&text[len], ellipsis, sizeof ellipsis - 1);
        len += sizeof ellipsis - 1;
    }
    return (struct xc_str){text, len};
}
