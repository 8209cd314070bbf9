/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_date.h"

#include "base/table.h"
#include "lexicon/lexicon.h"
#include "source/line.h"

enum word_class { WORD_MONTH, WORD_JOINT, WORD_FIRST, WORD_CHANGED, N_WORD_CLASSES };

static const char *const class_names[N_WORD_CLASSES] = {"month", "joint", "first",
                                                        "changed"};

/* No word of the lexicon is longer. */
#define MOST_WORD_BYTES ((size_t)32)

struct xc_html_date_words {
    struct xc_table table; /* word → class * 16 + number */
};

enum xc_status
xc_html_date_words_new(struct xc_arena *arena, const struct xc_html_date_words **out)
{
    struct xc_html_date_words *words = xc_arena_array(arena, 1, sizeof *words);
    struct xc_str rest = xc_lexicon_file("page-dates");
    struct xc_str line;

    if (words == NULL)
        return XC_NO_MEMORY;
    while (xc_str_split(&rest, '\n', &line)) {
        struct xc_str word;
        struct xc_str class;
        size_t number = 0;
        size_t kind = 0;
        size_t i;

        if (line.len == 0 || line.ptr[0] == '#' || !xc_str_split(&line, '\t', &word) ||
            !xc_str_split(&line, '\t', &class))
            continue;
        while (kind < N_WORD_CLASSES && !xc_str_is(class, class_names[kind]))
            kind++;
        for (i = 0; i < line.len && xc_line_is_digit(line.ptr[i]); i++)
            number = number * 10 + (size_t)(line.ptr[i] - '0');
        if (kind < N_WORD_CLASSES &&
            !xc_table_add(&words->table, word, kind * 16 + number, arena, &number))
            return XC_NO_MEMORY;
    }
    *out = words;
    return XC_OK;
}

enum xc_html_date_order
xc_html_date_order_of(struct xc_str language)
{
    if (language.len < 2)
        return XC_HTML_DATE_NO_ORDER;
    if (xc_line_lower(language.ptr[0]) != 'e' || xc_line_lower(language.ptr[1]) != 'n')
        return XC_HTML_DATE_DAY_FIRST;
    if (language.len < 5)
        return XC_HTML_DATE_NO_ORDER;
    return xc_line_lower(language.ptr[3]) == 'u' &&
                   xc_line_lower(language.ptr[4]) == 's'
               ? XC_HTML_DATE_MONTH_FIRST
               : XC_HTML_DATE_DAY_FIRST;
}

/* Where reading stands. */
struct reader {
    const struct xc_html_date_rules *rules;
    struct xc_str text;
    size_t start; /* the text's first byte that is no white space */
};

/* A number or a word of the text. */
struct token {
    size_t off;
    size_t end;
    size_t n_digits; /* 0: a word */
    int number;      /* of a number of at most eight figures */
    size_t kind;     /* of a word; N_WORD_CLASSES: of none */
};

/* The class and number of the word [off, end). */
static size_t
look_up(const struct reader *r, size_t off, size_t end, int *out_number)
{
    char lower[MOST_WORD_BYTES] = {0};
    size_t value;
    size_t i;

    if (end - off > sizeof lower)
        return N_WORD_CLASSES;
    for (i = off; i < end; i++)
        lower[i - off] = (char)xc_line_lower(r->text.ptr[i]);
    if (!xc_table_get(&r->rules->words->table, (struct xc_str){lower, end - off},
                      &value))
        return N_WORD_CLASSES;
    *out_number = (int)(value % 16);
    return value / 16;
}

static bool
is_digit_at(const struct reader *r, size_t at)
{
    return at < r->text.len && xc_line_is_digit(r->text.ptr[at]);
}

static bool
is_letter_at(const struct reader *r, size_t at)
{
    return at < r->text.len && xc_line_is_letter(r->text.ptr[at]);
}

/* The number or word at off. */
static bool
read_token(const struct reader *r, size_t off, struct token *out)
{
    const size_t most_figures = 8;
    struct token token = {.off = off, .end = off, .kind = N_WORD_CLASSES};

    while (is_digit_at(r, token.end)) {
        if (token.n_digits < most_figures)
            token.number = token.number * 10 + (r->text.ptr[token.end] - '0');
        token.n_digits++;
        token.end++;
    }
    if (token.n_digits == 0) {
        while (is_letter_at(r, token.end))
            token.end++;
        if (token.end == off)
            return false;
        token.kind = look_up(r, off, token.end, &token.number);
    }
    *out = token;
    return true;
}

/* "20th", "1st", "1º": the figures' end moves behind it. */
static void
skip_ending(const struct reader *r, struct token *day)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", "er", "\xC2\xBA"};
    const struct xc_str rest = xc_str_sub(r->text, day->end, r->text.len - day->end);
    size_t i;

    for (i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (xc_str_starts(rest, endings[i]) && !is_letter_at(r, day->end + 2)) {
            day->end += 2;
            return;
        }
    }
}

static bool
is_mark(char c)
{
    return c == ' ' || c == ',' || c == '.' || c == '-' || c == '/';
}

/*
 * The next number or word of a date, behind at most three marks and a joint; the mark
 * between, when it is one alone, in *out_mark ("2017-11-20" is not "2017 - 11").  A joint
 * of another script needs no marks: "2017年11月20日".
 */
static bool
next_part(const struct reader *r, const struct token *after, struct token *out,
          char *out_mark)
{
    const size_t most_marks = 3;
    size_t off = after->end;
    bool joined = false;
    bool may_touch = false;

    *out_mark = '\0';
    for (;;) {
        size_t n_marks = 0;

        while (off < r->text.len && n_marks <= most_marks &&
               is_mark(r->text.ptr[off])) {
            if (!may_touch)
                *out_mark = (char)(n_marks == 0 ? r->text.ptr[off] : ' ');
            n_marks++;
            off++;
        }
        if (n_marks > most_marks || !read_token(r, off, out))
            return false;
        if (out->kind != WORD_JOINT)
            return n_marks > 0 || may_touch;
        if (joined)
            return false;
        joined = true;
        may_touch = (unsigned char)r->text.ptr[off] >= 0x80;
        if (n_marks == 0 && !may_touch)
            return false;
        if (may_touch)
            *out_mark = 'j';
        off = out->end;
    }
}

/* Whether the three make a date that a page may bear. */
static bool
is_possible(struct xc_date date)
{
    return date.year >= 1600 && date.year < 2200 && date.month != 0 && date.day != 0 &&
           xc_date_is_valid(date) &&
           !(date.year == 1970 && date.month == 1 && date.day == 1);
}

static bool
is_year(const struct token *token)
{
    return token->n_digits == 4;
}

static bool
is_short(const struct token *token)
{
    return token->n_digits == 1 || token->n_digits == 2;
}

/* "20171120", also with a time of six figures behind it, where the text begins. */
static bool
read_solid(const struct reader *r, const struct token *token, struct xc_date *out)
{
    if ((token->n_digits != 8 && token->n_digits != 14) || token->off != r->start)
        return false;
    *out = (struct xc_date){token->number / 10000, token->number / 100 % 100,
                            token->number % 100};
    return is_possible(*out);
}

/* "19/11/2017", "11/19/17", "19.11.2017". */
static bool
read_figures(const struct reader *r, const struct token *a, const struct token *b,
             const struct token *c, char mark, struct xc_date *out)
{
    enum xc_html_date_order order = r->rules->order;
    int year = c->number;

    if (!is_short(a) || !is_short(b) || (!is_year(c) && c->n_digits != 2))
        return false;
    /* "2.26.10" is a version. */
    if (c->n_digits == 2 && mark != '/' && (a->n_digits != 2 || b->n_digits != 2))
        return false;
    if (c->n_digits == 2)
        year += year < 70 ? 2000 : 1900;
    if (order == XC_HTML_DATE_NO_ORDER && mark == '.')
        order = XC_HTML_DATE_DAY_FIRST;
    if (a->number > 12 || a->number == b->number)
        order = XC_HTML_DATE_DAY_FIRST;
    else if (b->number > 12)
        order = XC_HTML_DATE_MONTH_FIRST;
    if (order == XC_HTML_DATE_NO_ORDER)
        return false;
    *out = order == XC_HTML_DATE_DAY_FIRST
               ? (struct xc_date){year, b->number, a->number}
               : (struct xc_date){year, a->number, b->number};
    return is_possible(*out);
}

/*
 * The year behind a clock, as programs write dates: "Nov 20 15:23:05 GMT 2017".  The
 * clock's hour goes to *out_hour.
 */
static bool
read_year_after_clock(const struct reader *r, const struct token *day,
                      struct token *out_year, int *out_hour)
{
    struct token part;
    struct token hour;
    size_t off = day->end;
    size_t n;

    if (off >= r->text.len || r->text.ptr[off] != ' ' ||
        !read_token(r, off + 1, &hour) || !is_short(&hour) || hour.number > 23)
        return false;
    part = hour;
    for (n = 0; n < 2 && part.end < r->text.len && r->text.ptr[part.end] == ':'; n++) {
        if (!read_token(r, part.end + 1, &part) || part.n_digits != 2)
            return false;
    }
    /* A zone, or the year at once. */
    for (off = part.end; n > 0 && off < r->text.len && r->text.ptr[off] == ' ';
         off = part.end) {
        if (!read_token(r, off + 1, &part))
            return false;
        if (is_year(&part)) {
            *out_year = part;
            *out_hour = hour.number;
            return true;
        }
        if (part.n_digits > 0)
            return false;
        n--;
    }
    return false;
}

/* A date with its month in words; b follows a.  What stands behind b may be the year. */
static bool
read_named(const struct reader *r, const struct token *a, const struct token *b,
           struct xc_html_date *out, size_t *out_end)
{
    const bool month_first = a->kind == WORD_MONTH;
    struct token year;
    char mark;

    if (!(month_first && is_short(b)) && !(is_short(a) && b->kind == WORD_MONTH))
        return false;
    out->date = month_first ? (struct xc_date){r->rules->year, a->number, b->number}
                            : (struct xc_date){r->rules->year, b->number, a->number};
    *out_end = b->end;
    /* "November 20, 2017", "28. Juli 2015" */
    if ((next_part(r, b, &year, &mark) && is_year(&year)) ||
        read_year_after_clock(r, b, &year, &out->hour)) {
        out->date.year = year.number;
        *out_end = year.end;
    }
    return is_possible(out->date);
}

/* The date that begins with the token a; *out_end is where it ends. */
static bool
read_date(const struct reader *r, const struct token *a, struct xc_html_date *out,
          size_t *out_end)
{
    struct token first = *a;
    struct token b;
    struct token c;
    char mark_b;
    char mark_c;

    *out_end = a->end;
    if (read_solid(r, a, &out->date))
        return true;
    if (is_short(a))
        skip_ending(r, &first);
    if ((a->n_digits == 0 && a->kind != WORD_MONTH) ||
        !next_part(r, &first, &b, &mark_b))
        return false;
    if (is_short(&b) && a->kind == WORD_MONTH)
        skip_ending(r, &b);
    if (read_named(r, a, &b, out, out_end))
        return true;
    if (!next_part(r, &b, &c, &mark_c) || mark_b != mark_c)
        return false;
    *out_end = c.end;
    /* "2017-11-20", "2017/nov/18" */
    if (is_year(a) && is_short(&c) &&
        (b.kind == WORD_MONTH || (is_short(&b) && mark_b != ' '))) {
        out->date = (struct xc_date){a->number, b.number, c.number};
        return is_possible(out->date);
    }
    return mark_b != ' ' && mark_b != ',' &&
           read_figures(r, a, &b, &c, mark_b, &out->date);
}

/* Whether the word at off says that a time is UTC, or that no zone stands there. */
static bool
is_floating(const struct reader *r, size_t off)
{
    const struct xc_str rest = xc_str_trim(xc_str_sub(r->text, off, r->text.len - off));
    size_t i = 0;
    struct token zone;

    if (rest.len == 0)
        return true;
    off = (size_t)(rest.ptr - r->text.ptr);
    if (read_token(r, off, &zone) && zone.n_digits == 0) {
        const size_t len = zone.end - off;

        if (!(len == 1 && (rest.ptr[0] == 'Z' || rest.ptr[0] == 'z')) &&
            !(len == 3 && (xc_str_starts(rest, "UTC") || xc_str_starts(rest, "GMT"))))
            return false;
        i = len;
    }
    if (i < rest.len && (rest.ptr[i] == '+' || rest.ptr[i] == '-')) {
        for (i++; i < rest.len && (rest.ptr[i] == ':' || rest.ptr[i] == '0'); i++)
            ;
        return i == rest.len || !xc_line_is_digit(rest.ptr[i]);
    }
    return true;
}

/* The hour that follows a date ending at off: "T07:14:35Z", ", at 9:45 pm CST". */
static void
read_hour(const struct reader *r, size_t off, struct xc_html_date *date)
{
    const size_t most_between = 8;
    const size_t limit = off + most_between;
    struct token hour;
    struct token half;

    while (off < limit && off < r->text.len && !is_digit_at(r, off))
        off++;
    if (off >= limit || !read_token(r, off, &hour) || !is_short(&hour) ||
        hour.number > 23 || hour.end >= r->text.len || r->text.ptr[hour.end] != ':')
        return;
    off = hour.end;
    while (off < r->text.len && (is_digit_at(r, off) || r->text.ptr[off] == ':' ||
                                 (r->text.ptr[off] == '.' && is_digit_at(r, off + 1))))
        off++;
    date->hour = hour.number;
    while (off < r->text.len && r->text.ptr[off] == ' ')
        off++;
    if (read_token(r, off, &half) && half.end == off + 2 &&
        xc_line_lower(r->text.ptr[off + 1]) == 'm') {
        const bool late = xc_line_lower(r->text.ptr[off]) == 'p';

        if (hour.number <= 12)
            date->hour = hour.number % 12 + (late ? 12 : 0);
        off = half.end;
    }
    date->floating = is_floating(r, off);
}

bool
xc_html_date_find(const struct xc_html_date_rules *rules, struct xc_str text,
                  size_t from, struct xc_html_date *out)
{
    const size_t start = text.len == 0 ? 0 : (size_t)(xc_str_trim(text).ptr - text.ptr);
    const struct reader r = {rules, text, start};
    enum xc_html_date_mark mark = XC_HTML_DATE_BARE;
    size_t off = from;

    while (off < text.len) {
        struct xc_html_date found = {.hour = -1, .floating = true};
        struct token token;
        size_t end;

        if (!read_token(&r, off, &token)) {
            off++;
            continue;
        }
        if (read_date(&r, &token, &found, &end) && !is_digit_at(&r, end)) {
            found.mark = mark;
            found.off_bytes = off;
            found.len_bytes = end - off;
            if (found.hour < 0)
                read_hour(&r, end, &found);
            *out = found;
            return true;
        }
        /* "Last updated", "First published": the later word says it, and "last" and
         * "first" before it only agree. */
        if (token.kind == WORD_FIRST)
            mark = XC_HTML_DATE_FIRST;
        else if (token.kind == WORD_CHANGED)
            mark = XC_HTML_DATE_CHANGED;
        off = token.end;
    }
    return false;
}
