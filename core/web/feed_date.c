/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed_date.h"

#include "base/vec.h"
#include "source/line.h"

/* A year of two digits: RFC 2822 takes those below 50 for this century. */
static const int first_old_year = 50;
/* Words and numbers looked at; a date is among the first. */
static const size_t most_parts = 12;

/* A run of digits or letters. */
struct part {
    struct xc_str text;
    char before; /* the byte before it, '\0' at the start */
    char after;  /* the byte after it, '\0' at the end */
    bool is_number;
    int number; /* of at most nine digits, else -1 */
};

static bool
is_ascii_letter(char c)
{
    return xc_line_lower(c) >= 'a' && xc_line_lower(c) <= 'z';
}

static int
number_of(struct xc_str digits)
{
    int number = 0;
    size_t i;

    if (digits.len > 9)
        return -1;
    for (i = 0; i < digits.len; i++)
        number = number * 10 + (digits.ptr[i] - '0');
    return number;
}

/* Takes the next part of text at or after *at; false at the end. */
static bool
next_part(struct xc_str text, size_t *at, struct part *out)
{
    size_t start = *at;
    size_t end;

    while (start < text.len && !xc_line_is_digit(text.ptr[start]) &&
           !is_ascii_letter(text.ptr[start]))
        start++;
    if (start == text.len)
        return false;
    end = start + 1;
    out->is_number = xc_line_is_digit(text.ptr[start]);
    while (end < text.len && (out->is_number ? xc_line_is_digit(text.ptr[end])
                                             : is_ascii_letter(text.ptr[end])))
        end++;
    out->text = xc_str_sub(text, start, end - start);
    out->before = '\0';
    if (start > 0)
        out->before = text.ptr[start - 1];
    out->after = '\0';
    if (end < text.len)
        out->after = text.ptr[end];
    out->number = out->is_number ? number_of(out->text) : 0;
    *at = end;
    return true;
}

/* Whether word is the whole of name, or at least three letters of its beginning. */
static bool
abbreviates(struct xc_str word, const char *name)
{
    const struct xc_str whole = xc_str_of(name);
    size_t i;

    if (word.len < 3 || word.len > whole.len)
        return false;
    for (i = 0; i < word.len; i++) {
        if (xc_line_lower(word.ptr[i]) != whole.ptr[i])
            return false;
    }
    return true;
}

/* The month that word names, 0 when it names none.  These names are the format's, not a
 * language's: RFC 822 knows no others. */
static int
month_of(struct xc_str word)
{
    static const char *const names[] = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    size_t i;

    for (i = 0; i < XC_COUNT(names); i++) {
        if (abbreviates(word, names[i]))
            return (int)i + 1;
    }
    return 0;
}

static int
year_of(const struct part *part)
{
    if (part->text.len == 2)
        return part->number + (part->number < first_old_year ? 2000 : 1900);
    /* "119" comes of a clock that counts years from 1900. */
    if (part->text.len == 3)
        return part->number + 1900;
    return part->text.len == 4 ? part->number : 0;
}

/* Whether an item may bear the date: none is older than newspapers, and a clock that was
 * never set says 1 January 1970. */
static bool
is_possible(struct xc_date date)
{
    return date.year >= 1600 && date.month != 0 && date.day != 0 &&
           xc_date_is_valid(date) &&
           !(date.year == 1970 && date.month == 1 && date.day == 1);
}

/* Puts the number where it belongs: "6 May 19", "May 6 2019", "2019 May 6". */
static void
take_number(const struct part *part, struct xc_date *date)
{
    if (part->text.len <= 2 && date->day == 0)
        date->day = part->number;
    else if (date->year == 0)
        date->year = year_of(part);
}

/* A date whose month is a word, and whatever stands around it. */
static bool
parse_worded(struct xc_str text, struct xc_date *out)
{
    struct xc_date date = {0, 0, 0};
    struct part part;
    bool timed = false;
    size_t at = 0;
    size_t n;

    for (n = 0; n < most_parts && next_part(text, &at, &part); n++) {
        const bool clock = part.is_number && (part.after == ':' || part.before == ':');
        /* "+0200", or the rest of "21:30:00.500". */
        const bool zone =
            timed && (part.before == '+' || part.before == '-' || part.before == '.');

        if (!part.is_number && date.month == 0)
            date.month = month_of(part.text);
        else if (part.is_number && !clock && !zone)
            take_number(&part, &date);
        timed = timed || clock;
    }
    if (!is_possible(date))
        return false;
    *out = date;
    return true;
}

/* "2019-05-06…", "2019/5/6", "2019.05.06": the year is first, so the month is next. */
static bool
parse_figures(struct xc_str text, struct xc_date *out)
{
    struct xc_date date;
    struct part year;
    struct part month;
    struct part day;
    size_t at = 0;

    if (!next_part(text, &at, &year) || year.before != '\0' || year.text.len != 4 ||
        !next_part(text, &at, &month) || !next_part(text, &at, &day))
        return false;
    if (!year.is_number || !month.is_number || !day.is_number || month.text.len > 2 ||
        day.text.len > 2)
        return false;
    if ((year.after != '-' && year.after != '/' && year.after != '.') ||
        month.before != year.after || month.after != year.after ||
        day.before != year.after || day.after == ':')
        return false;
    date = (struct xc_date){year.number, month.number, day.number};
    if (!is_possible(date))
        return false;
    *out = date;
    return true;
}

/* "20190506", "20190506T213000Z". */
static bool
parse_basic(struct xc_str text, struct xc_date *out)
{
    struct xc_date date;
    struct part part;
    size_t at = 0;

    if (!next_part(text, &at, &part) || part.before != '\0' || !part.is_number ||
        part.text.len != 8)
        return false;
    date = (struct xc_date){part.number / 10000, part.number / 100 % 100,
                            part.number % 100};
    if (!is_possible(date))
        return false;
    *out = date;
    return true;
}

bool
xc_feed_date_parse(struct xc_str text, struct xc_date *out)
{
    text = xc_line_trim(text);
    return parse_figures(text, out) || parse_basic(text, out) ||
           parse_worded(text, out);
}
