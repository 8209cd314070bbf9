/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_hint.h"

#include "base/table.h"
#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "source/line.h"

/* The longest entry of the lists, and the longest name that is looked at: what generated
 * names have beyond it is no English. */
enum { MOST_WORDS = 4, MOST_KEY_BYTES = 64 };

/* Words of one name; a framework's names may have dozens, of which the first tell. */
enum { MOST_NAME_WORDS = 24 };

struct phrase {
    enum xc_html_phrase kind;
    struct xc_str words;
};

struct phrase_vec {
    struct phrase *items;
    size_t n;
    size_t cap;
};

struct xc_html_hints {
    struct xc_table elements; /* name → bits */
    struct xc_table classes;  /* words → bits */
    struct phrase_vec phrases;
};

/* Of a word that says what state the page is in; no hint of an element. */
static const unsigned state = 1u << 31;

struct named_bits {
    const char *name;
    unsigned bits;
};

static const struct named_bits element_traits[] = {
    {"breaks", XC_HTML_BREAKS},   {"content", XC_HTML_CONTENT},
    {"dead", XC_HTML_DEAD},       {"around", XC_HTML_AROUND},
    {"heading", XC_HTML_HEADING}, {"list", XC_HTML_LIST},
    {"cell", XC_HTML_CELL},       {"caption", XC_HTML_CAPTION},
    {"quote", XC_HTML_QUOTE},     {"wall", XC_HTML_WALL},
    {"page", XC_HTML_PAGE},       {"credit", XC_HTML_CREDIT},
    {"table", XC_HTML_TABLE},
};

static const struct named_bits class_kinds[] = {
    {"around", XC_HTML_AROUND},   {"perhaps", XC_HTML_PERHAPS},
    {"comment", XC_HTML_COMMENT}, {"popup", XC_HTML_POPUP},
    {"caption", XC_HTML_CAPTION}, {"credit", XC_HTML_CREDIT},
    {"dek", XC_HTML_DEK},         {"post", XC_HTML_POST},
    {"unseen", XC_HTML_HIDDEN},   {"state", 1u << 31},
};

static const char *const phrase_kinds[XC_HTML_N_PHRASES] = {"cue", "label", "closer",
                                                            "within"};

static unsigned
bits_of(struct xc_str name, const struct named_bits *list, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (xc_str_is(name, list[i].name))
            return list[i].bits;
    }
    return 0;
}

/* Adds bits to what the table has for key. */
static bool
add_bits(struct xc_table *table, struct xc_str key, unsigned bits,
         struct xc_arena *arena)
{
    size_t before;

    return xc_table_add(table, key, bits, arena, &before);
}

/* The next line "first TAB second" of *rest that is no comment; false at the end. */
static bool
next_entry(struct xc_str *rest, struct xc_str *out_first, struct xc_str *out_second)
{
    struct xc_str line;

    while (xc_str_split(rest, '\n', &line)) {
        const size_t tab = xc_str_find(line, 0, '\t');

        if (tab + 1 >= line.len || line.ptr[0] == '#')
            continue;
        *out_first = xc_str_sub(line, 0, tab);
        *out_second = xc_str_sub(line, tab + 1, line.len - tab - 1);
        return true;
    }
    return false;
}

static bool
load_elements(struct xc_html_hints *hints, struct xc_arena *arena)
{
    struct xc_str rest = xc_lexicon_file("page-elements");
    struct xc_str name;
    struct xc_str traits;
    struct xc_str trait;

    while (next_entry(&rest, &name, &traits)) {
        unsigned bits = 0;

        while (xc_str_split(&traits, ' ', &trait))
            bits |= bits_of(trait, element_traits, XC_COUNT(element_traits));
        if (!add_bits(&hints->elements, name, bits, arena))
            return false;
    }
    return true;
}

static bool
load_classes(struct xc_html_hints *hints, struct xc_arena *arena)
{
    struct xc_str rest = xc_lexicon_file("page-classes");
    struct xc_str class;
    struct xc_str words;
    size_t i;

    while (next_entry(&rest, &class, &words)) {
        const unsigned bits = bits_of(class, class_kinds, XC_COUNT(class_kinds));
        struct phrase *phrase;

        if (bits != 0 && !add_bits(&hints->classes, words, bits, arena))
            return false;
        for (i = 0; i < XC_HTML_N_PHRASES; i++) {
            if (!xc_str_is(class, phrase_kinds[i]))
                continue;
            phrase = XC_VEC_ADD(&hints->phrases, arena);
            if (phrase == NULL)
                return false;
            *phrase = (struct phrase){(enum xc_html_phrase)i, words};
        }
    }
    return true;
}

enum xc_status
xc_html_hints_new(struct xc_arena *arena, const struct xc_html_hints **out)
{
    struct xc_html_hints *hints = xc_arena_array(arena, 1, sizeof *hints);

    if (hints == NULL || !load_elements(hints, arena) || !load_classes(hints, arena))
        return XC_NO_MEMORY;
    *out = hints;
    return XC_OK;
}

static bool
is_letter(char c)
{
    return xc_line_lower(c) >= 'a' && xc_line_lower(c) <= 'z';
}

/*
 * The end of the word of name that begins at off: "articleShareBar" is article, Share,
 * Bar, "HTMLBlock" is HTML, Block; digits part words.
 */
static size_t
word_end(struct xc_str name, size_t off)
{
    size_t end = off + 1;

    if (xc_line_is_upper(name.ptr[off])) {
        while (end < name.len && xc_line_is_upper(name.ptr[end]))
            end++;
        /* The last capital of several begins the next word: "HTML|Block". */
        if (end - off > 1)
            return end < name.len && is_letter(name.ptr[end]) ? end - 1 : end;
    }
    while (end < name.len && is_letter(name.ptr[end]) &&
           !xc_line_is_upper(name.ptr[end]))
        end++;
    return end;
}

/* The bits for the words [first, n) of a name, up to MOST_WORDS of them at a time. */
static unsigned
look_up(const struct xc_html_hints *hints, const struct xc_str *words, size_t n)
{
    char key[MOST_KEY_BYTES];
    size_t len = 0;
    unsigned bits = 0;
    size_t i;
    size_t k;

    for (i = 0; i < n && i < MOST_WORDS; i++) {
        size_t found = 0;

        if (len + 1 + words[i].len > sizeof key)
            break;
        if (i > 0)
            key[len++] = ' ';
        for (k = 0; k < words[i].len; k++)
            key[len++] = (char)xc_line_lower(words[i].ptr[k]);
        if (xc_table_get(&hints->classes, (struct xc_str){key, len}, &found))
            bits |= (unsigned)found;
    }
    return bits;
}

/*
 * What the words of one name say: "sidebar-right", "articleShareBar".  Beside a word of
 * state they say nothing: "with-sidebar" is the article's container.
 */
static unsigned
bits_of_name(const struct xc_html_hints *hints, struct xc_str name)
{
    struct xc_str words[MOST_NAME_WORDS];
    unsigned found[MOST_NAME_WORDS + 1] = {0};
    unsigned before = 0;
    unsigned bits = 0;
    size_t off = 0;
    size_t n = 0;
    size_t i;

    while (off < name.len && n < MOST_NAME_WORDS) {
        size_t end;

        if (!is_letter(name.ptr[off])) {
            off++;
            continue;
        }
        end = word_end(name, off);
        words[n++] = xc_str_sub(name, off, end - off);
        off = end;
    }
    for (i = 0; i < n; i++)
        found[i] = look_up(hints, words + i, n - i);
    for (i = 0; i < n; i++) {
        if (((before | found[i] | found[i + 1]) & state) == 0)
            bits |= found[i];
        before = found[i];
    }
    return bits;
}

/* Whether style hides what it is set on: "display: none", "visibility:hidden". */
static bool
is_hiding(struct xc_str style)
{
    struct xc_str rule;

    while (xc_str_split(&style, ';', &rule)) {
        const size_t colon = xc_str_find(rule, 0, ':');
        struct xc_str name;
        struct xc_str value;

        if (colon == rule.len)
            continue;
        name = xc_str_trim(xc_str_sub(rule, 0, colon));
        value = xc_str_trim(xc_str_sub(rule, colon + 1, rule.len - colon - 1));
        if ((xc_line_says_the_same(name, XC_STR("display")) &&
             xc_str_starts(value, "none")) ||
            (xc_line_says_the_same(name, XC_STR("visibility")) &&
             xc_str_starts(value, "hidden")))
            return true;
    }
    return false;
}

static bool
is_hidden(const struct xc_element *element)
{
    return xc_element_attribute(element, "hidden").ptr != NULL ||
           xc_str_is(xc_element_attribute(element, "aria-hidden"), "true") ||
           is_hiding(xc_element_attribute(element, "style"));
}

unsigned
xc_html_hints_of(const struct xc_html_hints *hints, const struct xc_element *element)
{
    static const char *const naming[] = {"id", "role", "itemprop"};
    struct xc_str classes = xc_element_attribute(element, "class");
    struct xc_str name;
    size_t bits = 0;
    size_t i;

    (void)xc_table_get(&hints->elements, element->name, &bits);
    if ((bits & XC_HTML_PAGE) != 0)
        return (unsigned)bits;
    if (is_hidden(element))
        bits |= XC_HTML_HIDDEN;
    while (xc_line_next_word(&classes, &name))
        bits |= bits_of_name(hints, name);
    for (i = 0; i < XC_COUNT(naming); i++)
        bits |= bits_of_name(hints, xc_element_attribute(element, naming[i]));
    /* An element of the page's own making: <amp-sidebar>, <site-newsletter>. */
    if (xc_str_find(element->name, 0, '-') < element->name.len)
        bits |= bits_of_name(hints, element->name);
    if (xc_str_is(xc_element_attribute(element, "itemprop"), "articleBody"))
        bits |= XC_HTML_BODY;
    if (xc_str_is(xc_element_attribute(element, "role"), "main"))
        bits |= XC_HTML_WALL;
    if ((bits & XC_HTML_POST) != 0)
        bits &= ~(size_t)(XC_HTML_AROUND | XC_HTML_PERHAPS);
    return (unsigned)bits;
}

static bool
begins_at(struct xc_str text, size_t off, struct xc_str words)
{
    size_t i;

    if (words.len > text.len - off)
        return false;
    for (i = 0; i < words.len; i++) {
        if (xc_line_lower(text.ptr[off + i]) != (unsigned char)words.ptr[i])
            return false;
    }
    return off + i == text.len || !xc_line_is_letter(words.ptr[i - 1]) ||
           !xc_line_is_letter(text.ptr[off + i]);
}

bool
xc_html_hints_phrase(const struct xc_html_hints *hints, enum xc_html_phrase kind,
                     struct xc_str text)
{
    size_t first = 0;
    size_t off;
    size_t i;

    while (first < text.len && !xc_line_is_letter(text.ptr[first]))
        first++;
    for (i = 0; i < hints->phrases.n; i++) {
        const struct phrase *phrase = &hints->phrases.items[i];

        if (phrase->kind != kind)
            continue;
        if (kind == XC_HTML_LABEL ? xc_line_says_the_same(text, phrase->words)
                                  : begins_at(text, first, phrase->words))
            return true;
        for (off = first; kind == XC_HTML_WITHIN && off < text.len; off++) {
            if (begins_at(text, off, phrase->words))
                return true;
        }
    }
    return false;
}
