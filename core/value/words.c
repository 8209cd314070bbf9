/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/words.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"

struct form_list {
    struct xc_form *first;
    struct xc_form *last;
};

struct form_list_vec {
    struct form_list *items;
    size_t n;
    size_t cap;
};

/* The units in the order in which they were made, newest first. */
struct unit_node {
    struct xc_unit unit;
    struct unit_node *before;
};

struct xc_value_words {
    struct xc_table phrases; /* normal form -> index of lists */
    struct form_list_vec lists;
    struct xc_table reach; /* first word -> index of reaches */
    size_t *reaches;
    size_t n_reaches;
    size_t cap_reaches;
    struct unit_node *units;
};

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
    {"after-part", XC_FORM_AFTER_PART, 0, true},
    {"aged", XC_FORM_AGED, 0, true},
    {"owner", XC_FORM_OWNER, 0, true},
    {"old", XC_FORM_OLD, 0, true},
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
    {"stretch", XC_FORM_STRETCH, 0, false},
};

static const struct class_name calendar_classes[] = {
    {"month", XC_FORM_MONTH, 0, false},
    {"month-word", XC_FORM_MONTH_WORD, 0, false},
    {"weekday", XC_FORM_WEEKDAY, 0, false},
    {"day", XC_FORM_DAY, 0, false},
    {"which", XC_FORM_WHICH, 0, false},
    {"period-day", XC_FORM_PERIOD, XC_PERIOD_DAY, false},
    {"period-week", XC_FORM_PERIOD, XC_PERIOD_WEEK, false},
    {"period-month", XC_FORM_PERIOD, XC_PERIOD_MONTH, false},
    {"period-year", XC_FORM_PERIOD, XC_PERIOD_YEAR, false},
    {"period-decade", XC_FORM_PERIOD, XC_PERIOD_DECADE, false},
    {"period-century", XC_FORM_PERIOD, XC_PERIOD_CENTURY, false},
    {"ago", XC_FORM_AGO, 0, false},
    {"future", XC_FORM_FUTURE, 0, false},
    {"past", XC_FORM_PAST, 0, false},
    {"dated", XC_FORM_DATED, 0, false},
    {"part-of", XC_FORM_PART_OF_DATE, 0, false},
    {"decade", XC_FORM_DECADE, 0, false},
    {"season", XC_FORM_SEASON, 0, false},
    {"clock", XC_FORM_CLOCK, 0, false},
    {"counted", XC_FORM_COUNTED, 0, false},
};

static const struct class_name name_classes[] = {
    {"inside", XC_FORM_INSIDE_NAME, 0, false},
    {"opener", XC_FORM_NO_NAME, 0, false},
};

const struct xc_form *
xc_value_words_forms(const struct xc_value_words *words, struct xc_str phrase)
{
    size_t list;

    if (!xc_table_get(&words->phrases, phrase, &list))
        return NULL;
    return words->lists.items[list].first;
}

size_t
xc_value_words_reach(const struct xc_value_words *words, struct xc_str word)
{
    size_t at;

    return xc_table_get(&words->reach, word, &at) ? words->reaches[at] : 0;
}

static struct xc_unit *
find_unit(const struct xc_value_words *words, struct xc_str name)
{
    struct unit_node *node;

    for (node = words->units; node != NULL; node = node->before) {
        if (xc_str_equal(node->unit.name, name))
            return &node->unit;
    }
    return NULL;
}

const struct xc_unit *
xc_value_words_unit(const struct xc_value_words *words, const char *name)
{
    return find_unit(words, xc_str_of(name));
}

static bool
is_ascii_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '*';
}

/*
 * Brings a phrase into normal form in out (at least 2 * phrase.len bytes) and counts
 * its words and signs.  Other characters than ASCII are signs in these files.
 */
static size_t
normalise(struct xc_str phrase, char *out, size_t *out_n)
{
    size_t len = 0;
    size_t i;
    bool in_word = false;

    *out_n = 0;
    for (i = 0; i < phrase.len; i++) {
        char c = phrase.ptr[i];
        bool goes_on = ((unsigned char)c & 0xc0) == 0x80;

        if (c == ' ' || c == '-' || c == '/' || c == '.') {
            in_word = false;
            continue;
        }
        if (!goes_on && !(in_word && is_ascii_word(c))) {
            if (len > 0)
                out[len++] = ' ';
            (*out_n)++;
        }
        in_word = is_ascii_word(c);
        out[len++] = c;
    }
    return len;
}

static enum xc_status
note_reach(struct load *load, struct xc_str phrase, size_t n)
{
    struct xc_value_words *words = load->words;
    struct xc_str first = xc_str_sub(phrase, 0, xc_str_find(phrase, 0, ' '));
    size_t at;

    if (!xc_table_add(&words->reach, first, words->n_reaches, load->arena, &at))
        return XC_NO_MEMORY;
    if (at == words->n_reaches) {
        if (!xc_vec_room(&words->reaches, words->n_reaches, &words->cap_reaches,
                         sizeof *words->reaches, load->arena))
            return XC_NO_MEMORY;
        words->n_reaches++;
    }
    if (words->reaches[at] < n)
        words->reaches[at] = n;
    return XC_OK;
}

/* Adds a reading of the phrase; *out is zeroed but for its class. */
static enum xc_status
add_form(struct load *load, struct xc_str phrase, enum xc_form_class class,
         struct xc_form **out)
{
    struct xc_value_words *words = load->words;
    char *normal = xc_arena_alloc(load->arena, 2 * phrase.len + 1);
    struct xc_form *form = xc_arena_array(load->arena, 1, sizeof *form);
    struct form_list *list;
    struct xc_str key;
    size_t at;
    size_t n;
    enum xc_status status;

    if (normal == NULL || form == NULL)
        return XC_NO_MEMORY;
    key.ptr = normal;
    key.len = normalise(phrase, normal, &n);
    if (n == 0 || n > XC_MAX_PHRASE_ATOMS)
        return XC_BAD_RULE;
    if (!xc_table_add(&words->phrases, key, words->lists.n, load->arena, &at))
        return XC_NO_MEMORY;
    if (at == words->lists.n && XC_VEC_ADD(&words->lists, load->arena) == NULL)
        return XC_NO_MEMORY;
    list = &words->lists.items[at];
    form->class = class;
    if (list->last == NULL)
        list->first = form;
    else
        list->last->next = form;
    list->last = form;
    status = note_reach(load, key, n);
    if (status == XC_OK)
        *out = form;
    return status;
}

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

static enum xc_status
load_number(struct load *load, const struct row *row)
{
    const struct class_name *class;
    struct xc_form *form;
    enum xc_status status;

    if (!find_class(number_classes, XC_COUNT(number_classes), row->columns[1], &class))
        return XC_BAD_RULE;
    status = add_form(load, row->columns[0], class->class, &form);
    if (status != XC_OK)
        return status;
    form->code = class->code;
    if (row->columns[2].len == 0)
        return class->numberless ? XC_OK : XC_BAD_RULE;
    if (class->class == XC_FORM_ORDINAL && xc_str_is(row->columns[2], "-")) {
        form->name = row->columns[0];
        return XC_OK;
    }
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
    status = add_form(load, row->columns[0], class->class, &form);
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
    status = add_form(load, row->columns[0],
                      before ? XC_FORM_CURRENCY_BEFORE : XC_FORM_CURRENCY_AFTER, &form);
    if (status != XC_OK)
        return status;
    if (!xc_str_is(row->columns[1], "-"))
        form->name = row->columns[1];
    form->code = is_glued(row->columns[0]);
    form->low = (struct xc_decimal){1, 0};
    if (row->columns[3].len > 0 && !xc_decimal_parse(row->columns[3], &form->low))
        return XC_BAD_RULE;
    return XC_OK;
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
        add_form(load, row->columns[0], shade ? XC_FORM_SHADE : XC_FORM_COLOUR, &form);
    if (status == XC_OK && !shade)
        form->name = row->columns[1];
    return status;
}

/* Puts the newest unit at the end of its family, the units of its kind and base. */
static void
join_family(struct unit_node *newest)
{
    struct unit_node *node;

    newest->unit.family = &newest->unit;
    for (node = newest->before; node != NULL; node = node->before) {
        if (node->unit.kind != newest->unit.kind ||
            !xc_str_equal(node->unit.base, newest->unit.base))
            continue;
        newest->unit.family = node->unit.family;
        node->unit.next = &newest->unit;
        return;
    }
}

/* The unit named in column 2 of a row, made when the row's form is that unit itself. */
static enum xc_status
unit_of_row(struct load *load, const struct row *row, struct xc_unit **out)
{
    struct xc_value_words *words = load->words;
    struct unit_node *node;

    *out = find_unit(words, row->columns[1]);
    if (*out != NULL)
        return XC_OK;
    node = xc_arena_array(load->arena, 1, sizeof *node);
    if (node == NULL)
        return XC_NO_MEMORY;
    node->unit.name = row->columns[1];
    node->unit.base = row->columns[4];
    node->unit.system = xc_str_is(row->columns[5], "-") ? XC_STR("") : row->columns[5];
    if (!xc_value_kind_parse(row->columns[2], &node->unit.kind) ||
        !xc_decimal_parse(row->columns[3], &node->unit.factor))
        return XC_BAD_RULE;
    if (row->columns[6].len > 0 && !xc_str_is(row->columns[6], "-") &&
        !xc_decimal_parse(row->columns[6], &node->unit.offset))
        return XC_BAD_RULE;
    node->before = words->units;
    words->units = node;
    join_family(node);
    *out = &node->unit;
    return XC_OK;
}

static enum xc_status
load_unit(struct load *load, const struct row *row)
{
    struct xc_unit *unit;
    struct xc_form *form;
    enum xc_status status = unit_of_row(load, row, &unit);

    if (status != XC_OK)
        return status;
    status = add_form(load, row->columns[0], XC_FORM_UNIT, &form);
    if (status != XC_OK)
        return status;
    form->unit = unit;
    form->code = is_glued(row->columns[0]);
    if (!xc_decimal_parse(row->columns[3], &form->low))
        return XC_BAD_RULE;
    if (row->columns[7].len == 0)
        return XC_OK;
    form->then = find_unit(load->words, row->columns[7]);
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
    struct xc_value_words *words = xc_arena_array(arena, 1, sizeof *words);
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
