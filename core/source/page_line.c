/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/page_line.h"

#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "source/line.h"
#include "value/date.h"

/* Longer lines are text, whatever they begin with, and only a post or a notice, which
 * all kinds of marks may follow, has more words: most lines are told by that. */
static const size_t most_bytes = 240;
static const size_t most_words = 20;
static const size_t most_opened_words = 14;
static const size_t most_photo_words = 15;

enum class { AGENCY, LABEL, NOTICE, OPENER, PARTICLE, MONTH, STAMP, POST, N_CLASSES };

static const char *const class_names[N_CLASSES] = {
    "agency", "label", "notice", "opener", "particle", "month", "stamp", "post",
};

struct entry {
    struct xc_str words;
    size_t next; /* entry with the same class and first byte, plus one; 0: none */
};

struct entry_vec {
    struct entry *items;
    size_t n;
    size_t cap;
};

struct xc_page_rules {
    struct entry_vec entries;
    size_t first[N_CLASSES][256]; /* entry by first byte, plus one; 0: none */
};

enum xc_status
xc_page_rules_new(struct xc_arena *arena, const struct xc_page_rules **out)
{
    struct xc_page_rules *rules = xc_arena_array(arena, 1, sizeof *rules);
    struct xc_str rest = xc_lexicon_file("page-lines");
    struct xc_str line;

    if (rules == NULL)
        return XC_NO_MEMORY;
    while (xc_str_split(&rest, '\n', &line)) {
        size_t tab = xc_str_find(line, 0, '\t');
        size_t class = 0;
        struct entry *entry;
        size_t *first;

        if (tab + 1 >= line.len || line.ptr[0] == '#')
            continue;
        while (class < N_CLASSES &&
               !xc_str_is(xc_str_sub(line, 0, tab), class_names[class]))
            class ++;
        if (class == N_CLASSES)
            continue;
        entry = XC_VEC_ADD(&rules->entries, arena);
        if (entry == NULL)
            return XC_NO_MEMORY;
        entry->words = xc_str_sub(line, tab + 1, line.len - tab - 1);
        first = &rules->first[class][(unsigned char)entry->words.ptr[0]];
        entry->next = *first;
        *first = rules->entries.n;
    }
    *out = rules;
    return XC_OK;
}

/* Whether text begins with words, ASCII case ignored, and no letter or digit follows a
 * letter or digit at their end. */
static bool
begins_with(struct xc_str text, struct xc_str words)
{
    size_t i;
    char last;

    if (text.len < words.len)
        return false;
    for (i = 0; i < words.len; i++) {
        if (xc_line_lower(text.ptr[i]) != xc_line_lower(words.ptr[i]))
            return false;
    }
    last = words.ptr[words.len - 1];
    return text.len == words.len || !xc_line_is_letter(last) ||
           !xc_line_is_letter(text.ptr[words.len]);
}

/* The length of the longest entry of class that text begins with, 0 when none. */
static size_t
match(const struct xc_page_rules *rules, enum class class, struct xc_str text)
{
    size_t best = 0;
    size_t at;

    if (text.len == 0)
        return 0;
    at = rules->first[class][(unsigned char)xc_line_lower(text.ptr[0])];
    for (; at != 0; at = rules->entries.items[at - 1].next) {
        const struct entry *entry = &rules->entries.items[at - 1];

        if (entry->words.len > best && begins_with(text, entry->words))
            best = entry->words.len;
    }
    return best;
}

/* word without the punctuation at both ends. */
static struct xc_str
bare(struct xc_str word)
{
    while (word.len > 0 && !xc_line_is_letter(word.ptr[0]) &&
           !xc_line_is_digit(word.ptr[0]))
        word = xc_str_sub(word, 1, word.len - 1);
    while (word.len > 0 && !xc_line_is_letter(word.ptr[word.len - 1]) &&
           !xc_line_is_digit(word.ptr[word.len - 1]))
        word.len--;
    return word;
}

static bool
is_whole(const struct xc_page_rules *rules, enum class class, struct xc_str word)
{
    return word.len > 0 && match(rules, class, word) == word.len;
}

/* Whether line is made of names and particles only, at most `most` of them: "Jane van
 * Doe for the Courier". */
static bool
is_names(const struct xc_page_rules *rules, struct xc_str line, size_t most)
{
    struct xc_str word;
    size_t n = 0;

    while (xc_line_next_word(&line, &word)) {
        struct xc_str inner = bare(word);

        n++;
        if (n > most)
            return false;
        if (inner.len > 0 && inner.ptr[0] >= 'a' && inner.ptr[0] <= 'z' &&
            !is_whole(rules, PARTICLE, inner))
            return false;
    }
    return n > 0;
}

/* Whether one of the parts of line between slashes begins with an agency's name. */
static bool
has_agency_part(const struct xc_page_rules *rules, struct xc_str line)
{
    struct xc_str rest = line;
    struct xc_str part;

    while (xc_str_split(&rest, '/', &part)) {
        if (match(rules, AGENCY, xc_line_trim(part)) > 0)
            return true;
    }
    return false;
}

/* "… via Reuters" */
static bool
ends_via_agency(const struct xc_page_rules *rules, struct xc_str line)
{
    struct xc_str rest = line;
    struct xc_str word;
    bool after = false;

    while (xc_line_next_word(&rest, &word))
        after = after || (begins_with(word, XC_STR("via")) &&
                          is_whole(rules, AGENCY, xc_line_trim(rest)));
    return after;
}

/* "(AP Photo/Jane Doe)", "(Photo by Jane Doe)" */
static bool
is_bracketed_credit(const struct xc_page_rules *rules, struct xc_str line)
{
    struct xc_str inner;

    if (line.len < 3 || line.ptr[0] != '(' || line.ptr[line.len - 1] != ')')
        return false;
    inner = xc_line_trim(xc_str_sub(line, 1, line.len - 2));
    return match(rules, LABEL, inner) > 0 || match(rules, AGENCY, inner) > 0 ||
           (has_agency_part(rules, inner) && is_names(rules, inner, 12));
}

static bool
is_photo_credit(const struct xc_page_rules *rules, struct xc_str line, size_t n_words)
{
    struct xc_str bare_line = bare(line);

    if (n_words > most_photo_words)
        return false;
    if (match(rules, AGENCY, bare_line) == bare_line.len && bare_line.len > 0)
        return xc_line_is_upper(bare_line.ptr[0]);
    if (is_bracketed_credit(rules, line))
        return true;
    /* "Image: The men tie the corset." is a caption. */
    if (match(rules, LABEL, line) > 0)
        return !xc_line_ends_in(line, ".") || has_agency_part(rules, line);
    if (!is_names(rules, line, most_photo_words) || xc_line_ends_in(line, "!?:"))
        return false;
    return (xc_str_find(line, 0, '/') < line.len && has_agency_part(rules, line)) ||
           (n_words <= 8 && ends_via_agency(rules, line));
}

static bool
has_digit(struct xc_str line)
{
    size_t i = 0;

    while (i < line.len && !xc_line_is_digit(line.ptr[i]))
        i++;
    return i < line.len;
}

/* "By Jane Doe, Arts Reporter"; "By Monday it was over." is text. */
static bool
is_byline(const struct xc_page_rules *rules, struct xc_str line)
{
    struct xc_str rest = line;
    struct xc_str word;

    if (!begins_with(line, XC_STR("by")) || xc_line_ends_in(line, ".!?:") ||
        has_digit(line))
        return false;
    return xc_line_next_word(&rest, &word) && rest.len > 0 &&
           is_names(rules, rest, 8) && !match(rules, STAMP, xc_line_trim(rest));
}

/* What the words of a line say of a point in time. */
struct moment {
    size_t n_other; /* words that have to do with neither date nor time */
    bool has_day;   /* "May 8", "2019-05-08" */
    bool has_clock; /* "6.55 pm", "10:15" */
    bool was_month;
    bool was_number;
};

static bool
is_clock(struct xc_str word)
{
    size_t i;

    for (i = 1; i + 2 < word.len && xc_line_is_digit(word.ptr[0]); i++) {
        if ((word.ptr[i] == ':' || word.ptr[i] == '.') &&
            xc_line_is_digit(word.ptr[i + 1]) && xc_line_is_digit(word.ptr[i + 2]))
            return true;
    }
    return false;
}

/* Notes one word; false when it is no word of a stamp. */
static bool
note_word(const struct xc_page_rules *rules, struct xc_str word, struct moment *moment)
{
    struct xc_str inner = bare(word);
    struct xc_date date;
    bool number = inner.len > 0 && xc_line_is_digit(inner.ptr[0]);
    bool month = is_whole(rules, MONTH, inner) && xc_line_is_upper(inner.ptr[0]);

    if (number) {
        moment->has_clock = moment->has_clock || is_clock(inner);
        moment->has_day = moment->has_day || moment->was_month ||
                          (inner.len >= 10 && xc_date_parse_iso(inner, &date));
    } else if (month) {
        moment->has_day = moment->has_day || moment->was_number;
    } else if (inner.len > 0 && !is_whole(rules, STAMP, inner) &&
               !is_whole(rules, STAMP, word)) {
        moment->n_other++;
        if (inner.ptr[0] >= 'a' && inner.ptr[0] <= 'z' &&
            !is_whole(rules, PARTICLE, inner))
            return false;
    }
    moment->was_number = number;
    moment->was_month = month;
    return true;
}

/*
 * "Jane Doe May 08 2019, 6.55 pm", "Published: 8 May 2019": a day and either a time of
 * the clock and a few names, or nothing else.  Any other lower-case word may be a verb.
 */
static bool
is_stamp(const struct xc_page_rules *rules, struct xc_str line)
{
    struct moment moment = {0};
    struct xc_str rest = line;
    struct xc_str word;

    if (!has_digit(line)) /* no day without a number */
        return false;
    while (xc_line_next_word(&rest, &word)) {
        if (!note_word(rules, word, &moment))
            return false;
    }
    return moment.has_day && moment.n_other <= (moment.has_clock ? 5u : 0u);
}

/* "A post shared by X (@x) on May 8, 2019 at …" ends one network's embedded posts, "X
 * (@x) May 8, 2019" another's. */
static bool
is_post(const struct xc_page_rules *rules, struct xc_str line)
{
    struct xc_str rest;
    size_t at = 0;

    if (match(rules, POST, line) > 0)
        return true;
    while ((at = xc_str_find(line, at, '(')) < line.len) {
        at++;
        rest = xc_str_sub(line, at, line.len - at);
        if (!xc_str_starts(rest, "@"))
            continue;
        at += xc_str_find(rest, 0, ')');
        if (at >= line.len)
            return false;
        rest = xc_line_trim(xc_str_sub(line, at + 1, line.len - at - 1));
        if (begins_with(rest, XC_STR("on")))
            rest = xc_line_trim(xc_str_sub(rest, 2, rest.len - 2));
        if (match(rules, MONTH, rest) > 0 && xc_line_count_words(rest, 8) <= 8)
            return true;
    }
    return false;
}

enum xc_page_line
xc_page_line_classify(const struct xc_page_rules *rules, struct xc_str line)
{
    size_t n_words;

    if (is_post(rules, line))
        return XC_PAGE_POST;
    if (line.len > most_bytes)
        return XC_PAGE_TEXT;
    if (is_whole(rules, NOTICE, bare(line)))
        return XC_PAGE_NOTICE;
    n_words = xc_line_count_words(line, most_words);
    if (n_words > most_words)
        return XC_PAGE_TEXT;
    if (n_words <= most_opened_words && match(rules, OPENER, line) > 0)
        return XC_PAGE_NOTICE;
    if (is_photo_credit(rules, line, n_words))
        return XC_PAGE_PHOTO;
    if (is_byline(rules, line) || is_stamp(rules, line))
        return XC_PAGE_BYLINE;
    return XC_PAGE_TEXT;
}
