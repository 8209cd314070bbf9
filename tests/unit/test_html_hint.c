/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_hint.h"

#include "base/table.h"
#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "suite.h"

static struct xc_arena arena;
static const struct xc_html_hints *hints;

static void
setup(void)
{
    xc_arena_init(&arena);
    ck_assert_int_eq(xc_html_hints_new(&arena, &hints), XC_OK);
}

static unsigned
bits_of(const char *name, const char *attribute, const char *value)
{
    struct xc_attribute attributes[] = {{xc_str_of(attribute), xc_str_of(value)}};
    const struct xc_element element = {
        .name = xc_str_of(name), .attributes = attributes, .n_attributes = 1};

    return xc_html_hints_of(hints, &element);
}

START_TEST(html_hint_names_are_read_as_words)
{
    static const struct {
        const char *name;
        const char *attribute;
        const char *value;
        unsigned bits;
    } rows[] = {
        {"div", "class", "sidebar", XC_HTML_BREAKS | XC_HTML_AROUND},
        {"div", "class", "x right_sidebar", XC_HTML_BREAKS | XC_HTML_AROUND},
        {"div", "id", "rightSidebar2", XC_HTML_BREAKS | XC_HTML_AROUND},
        {"div", "class", "HTMLAd", XC_HTML_BREAKS | XC_HTML_AROUND},
        {"div", "class", "shadow read-along add ADA", XC_HTML_BREAKS},
        {"div", "class", "author", XC_HTML_BREAKS | XC_HTML_CREDIT},
        {"div", "class", "author-bio",
         XC_HTML_BREAKS | XC_HTML_CREDIT | XC_HTML_AROUND | XC_HTML_PERHAPS},
        {"div", "class", "author then bio",
         XC_HTML_BREAKS | XC_HTML_CREDIT | XC_HTML_PERHAPS},
        {"div", "class", "page-with-sidebar no-comments commentsOpen", XC_HTML_BREAKS},
        {"div", "class", "with sidebar", XC_HTML_BREAKS | XC_HTML_AROUND},
        {"span", "role", "navigation", XC_HTML_AROUND},
        {"div", "itemprop", "articleBody", XC_HTML_BREAKS | XC_HTML_BODY},
        {"div", "role", "main", XC_HTML_BREAKS | XC_HTML_WALL},
        {"div", "data-x", "sidebar", XC_HTML_BREAKS},
        {"amp-sidebar", "x", "", XC_HTML_AROUND},
        {"body", "class", "has-sidebar", XC_HTML_BREAKS | XC_HTML_PAGE},
        {"nav", "x", "", XC_HTML_BREAKS | XC_HTML_AROUND},
        {"p", "x", "", XC_HTML_BREAKS | XC_HTML_CONTENT},
        {"script", "x", "", XC_HTML_DEAD},
        {"time", "x", "", XC_HTML_CREDIT},
        {"div", "class", "social-embed", XC_HTML_BREAKS | XC_HTML_POST},
        {"span", "class", "sr-only", XC_HTML_HIDDEN},
        {"b", "hidden", "", XC_HTML_HIDDEN},
        {"b", "aria-hidden", "true", XC_HTML_HIDDEN},
        {"b", "aria-hidden", "false", 0},
        {"b", "style", "color: red; Display : none !important", XC_HTML_HIDDEN},
        {"b", "style", "visibility:hidden", XC_HTML_HIDDEN},
        {"b", "style", "display:block;border-style:none", 0},
    };
    size_t i;

    setup();
    for (i = 0; i < XC_COUNT(rows); i++) {
        unsigned bits = bits_of(rows[i].name, rows[i].attribute, rows[i].value);

        ck_assert_msg(bits == rows[i].bits, "%s %s=%s: %#x, not %#x", rows[i].name,
                      rows[i].attribute, rows[i].value, bits, rows[i].bits);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(html_hint_long_names_end_somewhere)
{
    char name[4096];
    size_t i;

    setup();
    for (i = 0; i + 1 < sizeof name; i++)
        name[i] = i % 9 == 8 ? '-' : 'a';
    name[i] = '\0';
    ck_assert_uint_eq(bits_of("b", "class", name), 0);
    for (i = 0; i + 1 < sizeof name; i++)
        name[i] = 'a';
    ck_assert_uint_eq(bits_of("b", "class", name), 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(html_hint_phrases_begin_a_line)
{
    static const struct {
        const char *text;
        enum xc_html_phrase kind;
        bool is;
    } rows[] = {
        {"More from the Post", XC_HTML_CUE, true},
        {">> MORE FROM the Post", XC_HTML_CUE, true},
        {"No more from the Post", XC_HTML_CUE, false},
        {"Read more: a bridge", XC_HTML_CUE, true},
        {"", XC_HTML_CUE, false},
        {"Related", XC_HTML_LABEL, true},
        {"RELATED:", XC_HTML_LABEL, true},
        {"Related to the mayor", XC_HTML_LABEL, false},
        {"(Reporting by A. Marsh)", XC_HTML_CLOSER, true},
        {"She follows the river.", XC_HTML_CLOSER, false},
        {"Followers of the river met.", XC_HTML_CLOSER, false},
        {"A. Marsh contributed to this report.", XC_HTML_WITHIN, true},
        {"A. Marsh contributed to this.", XC_HTML_WITHIN, false},
    };
    size_t i;

    setup();
    for (i = 0; i < XC_COUNT(rows); i++)
        ck_assert_msg(xc_html_hints_phrase(hints, rows[i].kind,
                                           xc_str_of(rows[i].text)) == rows[i].is,
                      "%s", rows[i].text);
    xc_arena_release(&arena);
}
END_TEST

/* An entry said twice would be read once, by whichever class comes first. */
static void
check_entries(const char *file, bool whole_line)
{
    struct xc_table seen = {NULL, 0, 0};
    struct xc_str rest = xc_lexicon_file(file);
    struct xc_str line;
    size_t n = 0;

    ck_assert_ptr_nonnull(rest.ptr);
    while (xc_str_split(&rest, '\n', &line)) {
        const size_t tab = xc_str_find(line, 0, '\t');
        struct xc_str key;
        size_t value;

        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        n++;
        ck_assert_msg(tab > 0 && tab + 1 < line.len, "%.*s", (int)line.len, line.ptr);
        key = whole_line ? xc_str_sub(line, tab + 1, line.len - tab - 1)
                         : xc_str_sub(line, 0, tab);
        /* Phrases are of another kind than names. */
        if (xc_str_starts(line, "cue\t") || xc_str_starts(line, "label\t") ||
            xc_str_starts(line, "closer\t") || xc_str_starts(line, "within\t"))
            key = line;
        ck_assert(xc_table_add(&seen, key, n, &arena, &value));
        ck_assert_msg(value == n, "twice: %.*s", (int)line.len, line.ptr);
    }
    ck_assert_uint_gt(n, 50);
}

START_TEST(html_hint_lists_have_each_entry_once)
{
    setup();
    check_entries("page-elements", false);
    check_entries("page-classes", true);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        html_hint_names_are_read_as_words,
        html_hint_long_names_end_somewhere,
        html_hint_phrases_begin_a_line,
        html_hint_lists_have_each_entry_once,
        NULL,
    };

    return suite_run("html_hint", tests);
}
