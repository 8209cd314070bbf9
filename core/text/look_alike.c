/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/look_alike.h"

#include "base/vec.h"
#include "text/fold.h"
#include "text/word_rules.h"

/* The highest letter of the list is a mathematical one, U+1D6A3. */
#define N_PAGES ((size_t)512)
#define PAGE_BITS 8

struct look_alike_vec {
    struct xc_look_alike *items;
    size_t n;
    size_t cap;
};

struct xc_look_alikes {
    struct look_alike_vec lines; /* ascending */
    bool pages[N_PAGES];         /* of 256 codes: whether the list has one of them */
};

static const char *const script_names[XC_N_SCRIPTS] = {
    "Latin",  "Cyrillic", "Greek",     "Armenian",     "Cherokee", "Lisu",
    "Coptic", "phonetic", "fullwidth", "mathematical", "symbol",
};

const char *
xc_script_name(enum xc_script script)
{
    return script_names[script];
}

static bool
parse_script(struct xc_str word, enum xc_script *out)
{
    size_t i;

    for (i = 0; i < XC_N_SCRIPTS; i++) {
        if (xc_str_is(word, script_names[i])) {
            *out = (enum xc_script)i;
            return true;
        }
    }
    return false;
}

static bool
parse_use(struct xc_str word, enum xc_look_alike_use *out)
{
    static const char *const names[] = {"whole", "mixed", "long", "inside"};
    size_t i;

    for (i = 0; i < XC_COUNT(names); i++) {
        if (xc_str_is(word, names[i])) {
            *out = (enum xc_look_alike_use)i;
            return true;
        }
    }
    return false;
}

/* Takes a code of four to six hexadecimal digits off *text. */
static bool
take_code(struct xc_str *text, uint32_t *out)
{
    static const char digits[] = "0123456789ABCDEF";
    uint32_t code = 0;
    size_t n = 0;

    while (n < text->len && n < 6) {
        const char *digit = memchr(digits, text->ptr[n], sizeof digits - 1);

        if (digit == NULL)
            break;
        code = code << 4 | (uint32_t)(digit - digits);
        n++;
    }
    *text = xc_str_sub(*text, n, text->len - n);
    *out = code;
    return n >= 4 && code >> PAGE_BITS < N_PAGES;
}

/* "0430" or "FF21..FF3A". */
static bool
parse_codes(struct xc_str text, struct xc_look_alike *line)
{
    if (!take_code(&text, &line->first))
        return false;
    line->last = line->first;
    if (!xc_str_starts(text, ".."))
        return text.len == 0;
    text = xc_str_sub(text, 2, text.len - 2);
    return take_code(&text, &line->last) && text.len == 0 && line->last >= line->first;
}

/* One or two small letters, or "=" for none. */
static bool
parse_latin(struct xc_str text, struct xc_str *out)
{
    size_t i;

    if (xc_str_is(text, "=")) {
        *out = XC_STR("");
        return true;
    }
    for (i = 0; i < text.len; i++) {
        if (text.ptr[i] < 'a' || text.ptr[i] > 'z')
            return false;
    }
    *out = text;
    return text.len == 1 || text.len == 2;
}

static bool
parse_line(struct xc_str codes, struct xc_str rest, struct xc_look_alike *line)
{
    struct xc_str latin;
    struct xc_str script;
    struct xc_str use;

    return xc_str_split(&rest, '\t', &latin) && xc_str_split(&rest, '\t', &script) &&
           xc_str_split(&rest, '\t', &use) && parse_codes(codes, line) &&
           parse_latin(latin, &line->latin) && parse_script(script, &line->script) &&
           parse_use(use, &line->use);
}

enum xc_status
xc_look_alikes_new(struct xc_str file, struct xc_arena *arena,
                   const struct xc_look_alikes **out)
{
    struct xc_look_alikes *list = xc_arena_array(arena, 1, sizeof *list);
    struct xc_str codes;
    struct xc_str rest;
    uint32_t page;

    if (list == NULL)
        return XC_NO_MEMORY;
    while (xc_word_rules_line(&file, &codes, &rest)) {
        struct xc_look_alike *line = XC_VEC_ADD(&list->lines, arena);

        if (line == NULL)
            return XC_NO_MEMORY;
        if (!parse_line(codes, rest, line) ||
            (list->lines.n > 1 && line[-1].last >= line->first))
            return XC_BAD_RULE;
        if (!xc_arena_str(arena, line->latin, &line->latin))
            return XC_NO_MEMORY;
        for (page = line->first >> PAGE_BITS; page <= line->last >> PAGE_BITS; page++)
            list->pages[page] = true;
    }
    *out = list;
    return XC_OK;
}

bool
xc_look_alike_may_be(const struct xc_look_alikes *list, uint32_t code)
{
    return code >> PAGE_BITS < N_PAGES && list->pages[code >> PAGE_BITS];
}

static const struct xc_look_alike *
find_line(const struct xc_look_alikes *list, uint32_t code)
{
    size_t low = 0;
    size_t high = list->lines.n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct xc_look_alike *line = &list->lines.items[middle];

        if (code < line->first)
            high = middle;
        else if (code > line->last)
            low = middle + 1;
        else
            return line;
    }
    return NULL;
}

const struct xc_look_alike *
xc_look_alike_find(const struct xc_look_alikes *list, uint32_t code)
{
    const struct xc_look_alike *line = NULL;
    uint32_t base;

    if (xc_look_alike_may_be(list, code))
        line = find_line(list, code);
    if (line != NULL)
        return line;
    /* "ё" is "е" with two dots, and so looks like "ë". */
    base = xc_code_base(code);
    return base != code && xc_look_alike_may_be(list, base) ? find_line(list, base)
                                                            : NULL;
}
