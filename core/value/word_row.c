/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of the value lexicon's TSV files. */
#include "config.h"

#include "value/word_row.h"

#include <string.h>

#include "base/vec.h"
#include "value/value.h"

#define MAX_COLUMNS ((size_t)8)

/* One row of a TSV file; columns that are missing are "". */
struct row {
    struct xc_str columns[MAX_COLUMNS];
};

struct load {
    struct xc_value_words *words;
    struct xc_arena *arena;
};

struct class_name {
    const char *word;
    enum xc_form_class class;
    int code;
    bool numberless; /* of numbers.tsv: a word beside numbers, itself none */
};

static const struct class_name number_classes[] = {
    {"cardinal", XC_FORM_CARDINAL, 0, false},
    {"scale", XC_FORM_SCALE, 0, false},
    {"suffix", XC_FORM_SUFFIX, 0, false},
    {"ordinal", XC_FORM_ORDINAL, 0, false},
    {"part", XC_FORM_PART, 0, false},
    {"parts", XC_FORM_PARTS, 0, false},
    {"vague", XC_FORM_VAGUE, 0, false},
    {"many", XC_FORM_MANY, 0, false},
    {"article", XC_FORM_ARTICLE, 0, true},
    {"before-one", XC_FORM_NO_ONE, XC_BEFORE_ONE, true},
    {"after-one", XC_FORM_NO_ONE, XC_AFTER_ONE, true},
    {"negative", XC_FORM_NEGATIVE, 0, true},
    {"power", XC_FORM_POWER, 0, true},
    {"after-part", XC_FORM_AFTER_PART, 0, true},
    {"aged", XC_FORM_AGED, 0, true},
    {"owner", XC_FORM_OWNER, 0, true},
    {"old", XC_FORM_OLD, 0, true},
    {"years-old", XC_FORM_YEARS_OLD, 0, true},
};

static const struct class_name approximator_classes[] = {
    {"about", XC_FORM_APPROXIMATOR, XC_ABOUT, false},
    {"nearly", XC_FORM_APPROXIMATOR, XC_NEARLY, false},
    {"just-over", XC_FORM_APPROXIMATOR, XC_JUST_OVER, false},
    {"at-least", XC_FORM_APPROXIMATOR, XC_AT_LEAST, false},
    {"more-than", XC_FORM_APPROXIMATOR, XC_MORE_THAN, false},
    {"over", XC_FORM_APPROXIMATOR, XC_OVER, false},
    {"at-most", XC_FORM_APPROXIMATOR, XC_AT_MOST, false},
    {"less-than", XC_FORM_APPROXIMATOR, XC_LESS_THAN, false},
    {"exactly", XC_FORM_APPROXIMATOR, XC_EXACTLY, false},
    {"after-about", XC_FORM_AFTERTHOUGHT, XC_ABOUT, false},
    {"after-at-least", XC_FORM_AFTERTHOUGHT, XC_AT_LEAST, false},
    {"after-at-most", XC_FORM_AFTERTHOUGHT, XC_AT_MOST, false},
    {"after-just-over", XC_FORM_AFTERTHOUGHT, XC_JUST_OVER, false},
    {"between", XC_FORM_OPENER, XC_BETWEEN, false},
    {"from", XC_FORM_OPENER, XC_FROM, false},
    {"change", XC_FORM_CHANGE, 0, false},
    {"formerly", XC_FORM_FORMERLY, 0, false},
    {"stretch", XC_FORM_STRETCH, 0, false},
};

static const struct class_name calendar_classes[] = {
    {"month", XC_FORM_MONTH, 0, false},
    {"month-word", XC_FORM_MONTH_WORD, 0, false},
    {"weekday", XC_FORM_WEEKDAY, 0, false},
    {"weekday-word", XC_FORM_WEEKDAY_WORD, 0, false},
    {"day", XC_FORM_DAY, 0, false},
    {"which", XC_FORM_WHICH, 0, false},
    {"period-day", XC_FORM_PERIOD, XC_PERIOD_DAY, false},
    {"period-week", XC_FORM_PERIOD, XC_PERIOD_WEEK, false},
    {"period-weekend", XC_FORM_PERIOD, XC_PERIOD_WEEKEND, false},
    {"period-fortnight", XC_FORM_PERIOD, XC_PERIOD_FORTNIGHT, false},
    {"period-month", XC_FORM_PERIOD, XC_PERIOD_MONTH, false},
    {"period-quarter", XC_FORM_PERIOD, XC_PERIOD_QUARTER, false},
    {"period-year", XC_FORM_PERIOD, XC_PERIOD_YEAR, false},
    {"period-decade", XC_FORM_PERIOD, XC_PERIOD_DECADE, false},
    {"period-century", XC_FORM_PERIOD, XC_PERIOD_CENTURY, false},
    {"quarter", XC_FORM_QUARTER, 0, false},
    {"week-of", XC_FORM_WEEK_OF, 0, false},
    {"ago", XC_FORM_AGO, -1, false},
    {"from-now", XC_FORM_AGO, 1, false},
    {"before", XC_FORM_BOUND, XC_BOUND_BEFORE, false},
    {"until", XC_FORM_BOUND, XC_BOUND_UNTIL, false},
    {"after", XC_FORM_BOUND, XC_BOUND_AFTER, false},
    {"since", XC_FORM_BOUND, XC_BOUND_SINCE, false},
    {"after-until", XC_FORM_AFTER_BOUND, XC_BOUND_UNTIL, false},
    {"after-since", XC_FORM_AFTER_BOUND, XC_BOUND_SINCE, false},
    {"shift", XC_FORM_SHIFT, 0, false},
    {"holiday", XC_FORM_HOLIDAY, 0, false},
    {"future", XC_FORM_FUTURE, 0, false},
    {"past", XC_FORM_PAST, 0, false},
    {"dated", XC_FORM_DATED, 0, false},
    {"part-of", XC_FORM_PART_OF_DATE, 0, false},
    {"end-of", XC_FORM_PART_OF_DATE, 1, false},
    {"decade", XC_FORM_DECADE, 0, false},
    {"season", XC_FORM_SEASON, 0, false},
    {"clock", XC_FORM_CLOCK, 0, false},
    {"counted", XC_FORM_COUNTED, 0, false},
};

static const struct class_name name_classes[] = {
    {"inside", XC_FORM_INSIDE_NAME, 0, false},
    {"opener", XC_FORM_NO_NAME, 0, false},
    {"title", XC_FORM_TITLE, 0, false},
};

static bool
find_class(const struct class_name *classes, size_t n, struct xc_str word,
           const struct class_name **out)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (xc_str_is(word, classes[i].word)) {
            *out = &classes[i];
            return true;
        }
    }
    return false;
}

static bool
read_int(struct xc_str text, int *out)
{
    struct xc_decimal number;

    if (!xc_decimal_parse(text, &number) || number.exponent < 0 ||
        number.exponent > 3 || number.mantissa > 9999 || number.mantissa < -9999)
        return false;
    *out = (int)number.mantissa;
    while (number.exponent-- > 0)
        *out *= 10;
    return true;
}

/* "end-1", "current+1": a rank that is not counted from the first; its fourth column is
 * what people call it. */
static enum xc_status
load_far_rank(const struct row *row, struct xc_form *form)
{
    struct xc_str place = row->columns[2];
    bool from_end = xc_str_starts(place, "end");
    size_t head = from_end ? strlen("end") : strlen("current");

    if (row->columns[3].len == 0 || (!from_end && !xc_str_starts(place, "current")) ||
        !xc_decimal_parse(xc_str_sub(place, head, place.len - head), &form->low))
        return XC_BAD_RULE;
    form->code = from_end ? XC_RANK_FROM_END : XC_RANK_FROM_CURRENT;
    form->name = row->columns[3];
    return XC_OK;
}

static enum xc_status
load_number(struct load *load, const struct row *row)
{
    const struct class_name *class;
    struct xc_form *form;
    enum xc_status status;

    if (!find_class(number_classes, XC_COUNT(number_classes), row->columns[1], &class))
        return XC_BAD_RULE;
    status = xc_value_words_add(load->words, row->columns[0], class->class, load->arena,
                                &form);
    if (status != XC_OK)
        return status;
    form->code = class->code;
    if (row->columns[2].len == 0)
        return class->numberless ? XC_OK : XC_BAD_RULE;
    if (class->class == XC_FORM_ORDINAL && row->columns[2].len > 0 &&
        row->columns[2].ptr[0] >= 'a')
        return load_far_rank(row, form);
    if (!xc_decimal_parse(row->columns[2], &form->low))
        return XC_BAD_RULE;
    form->high = form->low;
    if (row->columns[3].len > 0 && !xc_decimal_parse(row->columns[3], &form->high))
        return XC_BAD_RULE;
    return XC_OK;
}

/* Rows of a form, its class and, where the class has one, a code in numbers. */
static enum xc_status
load_coded(struct load *load, const struct row *row, const struct class_name *classes,
           size_t n)
{
    const struct class_name *class;
    struct xc_form *form;
    enum xc_status status;

    if (!find_class(classes, n, row->columns[1], &class))
        return XC_BAD_RULE;
    status = xc_value_words_add(load->words, row->columns[0], class->class, load->arena,
                                &form);
    if (status != XC_OK)
        return status;
    form->code = class->code;
    if (row->columns[2].len > 0 && !read_int(row->columns[2], &form->code))
        return XC_BAD_RULE;
    return XC_OK;
}

static enum xc_status
load_approximator(struct load *load, const struct row *row)
{
    return load_coded(load, row, approximator_classes, XC_COUNT(approximator_classes));
}

static enum xc_status
load_calendar(struct load *load, const struct row *row)
{
    return load_coded(load, row, calendar_classes, XC_COUNT(calendar_classes));
}

static enum xc_status
load_name(struct load *load, const struct row *row)
{
    return load_coded(load, row, name_classes, XC_COUNT(name_classes));
}

/* ".in" is read only when it is glued to figures: "2in", not "2 in London". */
static bool
is_glued(struct xc_str form)
{
    return form.len > 1 && form.ptr[0] == '.';
}

static enum xc_status
load_currency(struct load *load, const struct row *row)
{
    bool before = xc_str_is(row->columns[2], "before");
    struct xc_form *form;
    enum xc_status status;

    if (!before && !xc_str_is(row->columns[2], "after"))
        return XC_BAD_RULE;
    status = xc_value_words_add(
        load->words, row->columns[0],
        before ? XC_FORM_CURRENCY_BEFORE : XC_FORM_CURRENCY_AFTER, load->arena, &form);
    if (status != XC_OK)
        return status;
    if (!xc_str_is(row->columns[1], "-"))
        form->name = row->columns[1];
    form->code = is_glued(row->columns[0]);
    form->low = (struct xc_decimal){1, 0};
    if (row->columns[3].len > 0 && !xc_decimal_parse(row->columns[3], &form->low))
        return XC_BAD_RULE;
    if (row->columns[4].len == 0)
        return XC_OK;
    if (!xc_str_is(row->columns[4], "dollar"))
        return XC_BAD_RULE;
    return xc_value_words_add_dollar(load->words, form->name, load->arena)
               ? XC_OK
               : XC_NO_MEMORY;
}

static enum xc_status
load_colour(struct load *load, const struct row *row)
{
    bool shade = xc_str_is(row->columns[1], "-");
    struct xc_form *form;
    enum xc_status status;

    if (row->columns[1].len == 0)
        return XC_BAD_RULE;
    status =
        xc_value_words_add(load->words, row->columns[0],
                           shade ? XC_FORM_SHADE : XC_FORM_COLOUR, load->arena, &form);
    if (status == XC_OK && !shade)
        form->name = row->columns[1];
    return status;
}

/* The unit named in column 2 of a row, made when the row's form is that unit itself. */
static enum xc_status
unit_of_row(struct load *load, const struct row *row, const struct xc_unit **out)
{
    struct xc_unit unit = {.name = row->columns[1], .base = row->columns[4]};

    *out = xc_value_words_unit(load->words, row->columns[1]);
    if (*out != NULL)
        return XC_OK;
    unit.system = xc_str_is(row->columns[5], "-") ? XC_STR("") : row->columns[5];
    if (!xc_value_kind_parse(row->columns[2], &unit.kind) ||
        !xc_decimal_parse(row->columns[3], &unit.factor))
        return XC_BAD_RULE;
    if (row->columns[6].len > 0 && !xc_str_is(row->columns[6], "-") &&
        !xc_decimal_parse(row->columns[6], &unit.offset))
        return XC_BAD_RULE;
    *out = xc_value_words_add_unit(load->words, &unit, load->arena);
    return *out != NULL ? XC_OK : XC_NO_MEMORY;
}

static enum xc_status
load_unit(struct load *load, const struct row *row)
{
    const struct xc_unit *unit;
    struct xc_form *form;
    enum xc_status status = unit_of_row(load, row, &unit);

    if (status != XC_OK)
        return status;
    status = xc_value_words_add(load->words, row->columns[0], XC_FORM_UNIT, load->arena,
                                &form);
    if (status != XC_OK)
        return status;
    form->unit = unit;
    form->code = is_glued(row->columns[0]);
    if (!xc_decimal_parse(row->columns[3], &form->low))
        return XC_BAD_RULE;
    if (row->columns[7].len == 0)
        return XC_OK;
    form->then = xc_value_words_unit(load->words, row->columns[7]);
    return form->then != NULL ? XC_OK : XC_BAD_RULE;
}

static enum xc_status
load_file(struct load *load, struct xc_str bytes,
          enum xc_status (*load_row)(struct load *, const struct row *))
{
    struct xc_str line;

    while (xc_str_split(&bytes, '\n', &line)) {
        struct row row;
        struct xc_str column;
        size_t n = 0;
        enum xc_status status;

        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        memset(&row, 0, sizeof row);
        while (xc_str_split(&line, '\t', &column)) {
            if (n == MAX_COLUMNS)
                return XC_BAD_RULE;
            row.columns[n++] = column;
        }
        status = load_row(load, &row);
        if (status != XC_OK)
            return status;
    }
    return XC_OK;
}

enum xc_status
xc_value_words_new(const struct xc_value_files *files,
                   const struct xc_word_rules *rules, struct xc_arena *arena,
                   const struct xc_value_words **out)
{
    struct xc_value_words *words = xc_value_words_make(arena);
    struct load load = {words, arena};
    enum xc_status status;

    (void)rules; /* the files are in normal form, so nothing has to be split */
    if (words == NULL)
        return XC_NO_MEMORY;
    status = load_file(&load, files->numbers, load_number);
    if (status == XC_OK)
        status = load_file(&load, files->units, load_unit);
    if (status == XC_OK)
        status = load_file(&load, files->currencies, load_currency);
    if (status == XC_OK)
        status = load_file(&load, files->approximators, load_approximator);
    if (status == XC_OK)
        status = load_file(&load, files->calendar, load_calendar);
    if (status == XC_OK)
        status = load_file(&load, files->colours, load_colour);
    if (status == XC_OK)
        status = load_file(&load, files->names, load_name);
    if (status == XC_OK)
        *out = words;
    return status;
}
