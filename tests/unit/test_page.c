/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "short_memory.h"

#include "web/page.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;
static struct xc_page page;

static enum xc_status
read_page(struct xc_str html)
{
    xc_arena_release(&arena);
    xc_problems_init(&problems, &arena);
    memset(&page, 0, sizeof page);
    return xc_page_read(html, XC_STR("a.html"), &arena, &page, &problems);
}

static struct xc_str
repeat(struct xc_arena *into, const char *piece, size_t n)
{
    const size_t len = strlen(piece);
    char *text = xc_arena_alloc(into, n * len + 1);
    size_t i;

    ck_assert_ptr_nonnull(text);
    for (i = 0; i < n; i++)
        memcpy(text + i * len, piece, len);
    return (struct xc_str){text, n * len};
}

/* "0 p[end 2] 1 b[end 2, in 0] | 0:A 1:bold": elements, then pieces by element. */
static const char *
show_page(void)
{
    struct xc_str shown = XC_STR("");
    size_t i;

    for (i = 0; i < page.n_elements; i++) {
        const struct xc_element *element = &page.elements[i];

        shown = xc_arena_printf(&arena, "%s%zu %.*s[%u-%u", shown.ptr, i,
                                (int)element->name.len, element->name.ptr,
                                element->first_piece, element->end_piece);
        shown = xc_arena_printf(&arena, "%s to %u", shown.ptr, element->end);
        if (element->parent != XC_PAGE_NO_PARENT)
            shown = xc_arena_printf(&arena, "%s in %u", shown.ptr, element->parent);
        shown = xc_arena_printf(&arena, "%s] ", shown.ptr);
    }
    shown = xc_arena_printf(&arena, "%s|", shown.ptr);
    for (i = 0; i < page.n_pieces; i++)
        shown = xc_arena_printf(&arena, "%s %u:%.*s", shown.ptr, page.pieces[i].element,
                                (int)page.pieces[i].text.len, page.pieces[i].text.ptr);
    return shown.ptr;
}

START_TEST(page_is_flat_and_in_order)
{
    static const struct {
        const char *name;
        const char *html;
        const char *page;
    } rows[] = {
        {"empty", "", "|"},
        {"text in no element", "Three men", "0 body[0-1 to 1] | 0:Three men"},
        {"text between elements", " <p>a</p>\nb<p>c</p>",
         "0 p[0-1 to 1] 1 body[1-3 to 3] 2 p[2-3 to 3 in 1] | 0:a 1:\nb 2:c"},
        {"of the header", "<p>A <b>bold</b> word</p>",
         "0 p[0-3 to 2] 1 b[1-2 to 2 in 0] | 0:A  1:bold 0: word"},
        {"siblings", "<p>a</p><p>b</p>", "0 p[0-1 to 1] 1 p[1-2 to 2] | 0:a 1:b"},
        {"nested", "<div><p>a<i></i></p><p></p></div><hr>",
         "0 div[0-1 to 4] 1 p[0-1 to 3 in 0] 2 i[1-1 to 3 in 1] 3 p[1-1 to 4 in 0] 4 "
         "hr[1-1 to 5] | 1:a"},
        {"references and comments stay in a piece", "<p>a &amp; b<!-- c --> d</p>",
         "0 p[0-1 to 1] | 0:a & b d"},
        {"a void element parts pieces", "<p>a<br>b</p>",
         "0 p[0-2 to 2] 1 br[1-1 to 2 in 0] | 0:a 0:b"},
        {"scripts and styles", "<p>a<script>b</script>c<style>d</style>e</p>",
         "0 p[0-3 to 3] 1 script[1-1 to 2 in 0] 2 style[2-2 to 3 in 0] | 0:a 0:c 0:e"},
        {"template", "<template><p>a</p></template><p>b",
         "0 template[0-0 to 2] 1 p[0-0 to 2 in 0] 2 p[0-1 to 3] | 2:b"},
        {"JSON-LD",
         "<p><script type=\"application/ld+json; charset=utf-8\">{\"a\":1}</"
         "script></p>",
         "0 p[0-1 to 2] 1 script[0-1 to 2 in 0] | 1:{\"a\":1}"},
        {"JSON-LD by any case", "<script TYPE=\" Application/LD+JSON\">{}</script>",
         "0 script[0-1 to 1] | 0:{}"},
        {"script of another type", "<script type=\"application/json\">{}</script>",
         "0 script[0-0 to 1] |"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(read_page(xc_str_of(rows[i].html)) == XC_OK, "%s", rows[i].name);
        ck_assert_msg(strcmp(show_page(), rows[i].page) == 0, "%s:\n%s", rows[i].name,
                      show_page());
    }
}
END_TEST

START_TEST(page_keeps_nothing_of_the_bytes)
{
    static const char html[] = "<p class=\"a&amp;b\" hidden>c<br>d&eacute;</p>";
    char *bytes = malloc(sizeof html);
    const struct xc_element *element;

    ck_assert_ptr_nonnull(bytes);
    memcpy(bytes, html, sizeof html);
    ck_assert_int_eq(read_page((struct xc_str){bytes, sizeof html - 1}), XC_OK);
    memset(bytes, 'x', sizeof html);
    free(bytes);
    element = &page.elements[0];
    ck_assert(xc_str_is(element->name, "p"));
    ck_assert_uint_eq(element->n_attributes, 2);
    ck_assert(xc_str_is(xc_element_attribute(element, "class"), "a&b"));
    ck_assert(xc_str_is(xc_element_attribute(element, "hidden"), ""));
    ck_assert_ptr_nonnull(xc_element_attribute(element, "hidden").ptr);
    ck_assert_ptr_null(xc_element_attribute(element, "id").ptr);
    ck_assert_ptr_null(xc_element_attribute(&page.elements[1], "class").ptr);
    ck_assert(xc_str_is(page.pieces[1].text, "d\xC3\xA9"));
}
END_TEST

START_TEST(page_element_is_one_of_names)
{
    static const char *const names[] = {"div", "p", NULL};
    static const char *const others[] = {"pre", "P", NULL};

    ck_assert_int_eq(read_page(XC_STR("<P>a")), XC_OK);
    ck_assert(xc_element_is(&page.elements[0], names));
    ck_assert(!xc_element_is(&page.elements[0], others));
}
END_TEST

START_TEST(page_lines_are_those_of_the_file)
{
    ck_assert_int_eq(
        read_page(XC_STR("<!DOCTYPE html>\n<div\n class=a>\n<p>one\ntwo<b>three</b>\n"
                         "<!--\n--> four\n<br>five</div>\n<p>six")),
        XC_OK);
    ck_assert_uint_eq(page.n_elements, 5);
    ck_assert_uint_eq(page.elements[0].line, 2);
    ck_assert_uint_eq(page.elements[1].line, 4);
    ck_assert_uint_eq(page.elements[2].line, 5);
    ck_assert_uint_eq(page.elements[3].line, 8);
    ck_assert_uint_eq(page.elements[4].line, 9);
    ck_assert_uint_eq(page.n_pieces, 6);
    ck_assert_uint_eq(page.pieces[0].line, 3); /* the line end before <p> */
    ck_assert_uint_eq(page.pieces[1].line, 4);
    ck_assert_uint_eq(page.pieces[2].line, 5);
    ck_assert_uint_eq(page.pieces[3].line, 5);
    ck_assert_uint_eq(page.pieces[4].line, 8);
    ck_assert_uint_eq(page.pieces[5].line, 9);
    ck_assert_uint_eq(page.elements[1].depth, 1);
    ck_assert_uint_eq(page.elements[2].depth, 2);
}
END_TEST

START_TEST(page_text_is_plain)
{
    static const struct {
        const char *name;
        const char *html;
        const char *text;
    } rows[] = {
        {"nothing", "<p></p>", ""},
        {"white space", "<p> \n\t&nbsp; </p>", ""},
        {"runs and ends", "<p>\n  Three  men\n tied&nbsp;it </p>", "Three men tied it"},
        {"inline parts nothing", "<p>Th<b>re</b>e <i>men</i></p>", "Three men"},
        {"break", "<p>Three<br>men</p>", "Three men"},
        {"blocks", "<div><p>Three</p><p>men</p>tied<div>it</div></div>",
         "Three men tied it"},
        {"empty block", "<div>Three<div></div>men</div>", "Three men"},
        {"blocks in inline", "<div>a<span><div>b</div></span>c</div>", "a b c"},
        {"end of a block in an end", "<div>a<section><p>b</p></section>c</div>",
         "a b c"},
        {"items", "<ul><li>a<li>b</ul>", "a b"},
        {"cells", "<table><tr><td>a<td>b<tr><td>c</table>", "a b c"},
        {"what is around it is not", "<p>a</p>b", "a"},
        {"script", "<p>a<script>b</script>c</p>", "ac"},
        {"other letters", "<p>caf&eacute;\xE3\x80\x80x\xE2\x80\xA6</p>",
         "caf\xC3\xA9 x\xE2\x80\xA6"},
    };
    struct xc_str text;
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(read_page(xc_str_of(rows[i].html)) == XC_OK, "%s", rows[i].name);
        text = xc_page_text(&page, 0, &arena);
        ck_assert_ptr_nonnull(text.ptr);
        ck_assert_msg(xc_str_is(text, rows[i].text), "%s: '%s'", rows[i].name,
                      text.ptr);
    }
    ck_assert_int_eq(read_page(XC_STR("<div>a<p>b<i>c</i></p>d</div>")), XC_OK);
    ck_assert(xc_str_is(xc_page_text(&page, 1, &arena), "bc"));
    ck_assert(xc_str_is(xc_page_text(&page, 2, &arena), "c"));
}
END_TEST

START_TEST(page_of_many_elements_is_refused)
{
    struct xc_arena own;

    xc_arena_init(&own);
    ck_assert_int_eq(read_page(repeat(&own, "<br>\n", XC_MAX_PAGE_ELEMENTS)), XC_OK);
    ck_assert_uint_eq(page.n_elements, XC_MAX_PAGE_ELEMENTS);
    ck_assert_int_eq(read_page(repeat(&own, "<br>\n", XC_MAX_PAGE_ELEMENTS + 1)),
                     XC_BAD_INPUT);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert(problems.items[0].kind == XC_PROBLEM_MALFORMED);
    ck_assert_uint_eq(problems.items[0].line, XC_MAX_PAGE_ELEMENTS + 1);
    ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "elements"));
    xc_arena_release(&own);
}
END_TEST

START_TEST(page_text_of_any_length_is_one_piece)
{
    const size_t n = XC_MAX_ARTICLE_BYTES / 24;
    struct xc_arena own;
    struct xc_str html;

    xc_arena_init(&own);
    html = repeat(&own, "a &mdash; b <!-- c -->\n", n);
    ck_assert_int_eq(read_page(html), XC_OK);
    ck_assert_uint_eq(page.n_elements, 1);
    ck_assert_uint_eq(page.n_pieces, 1);
    ck_assert_uint_eq(page.pieces[0].text.len, n * strlen("a \xE2\x80\x94 b \n"));
    html = repeat(&own, "<p>a &mdash; b\n", n / 10);
    ck_assert_int_eq(read_page(html), XC_OK);
    ck_assert_uint_eq(page.n_pieces, n / 10);
    ck_assert_uint_eq(page.pieces[n / 10 - 1].line, n / 10);
    xc_arena_release(&own);
}
END_TEST

/* Whether element i and its pieces lie where their parent says. */
static bool
lies_in_its_parent(size_t i)
{
    const struct xc_element *element = &page.elements[i];
    const struct xc_element *parent;

    if (element->end <= i || element->end > page.n_elements ||
        element->first_piece > element->end_piece ||
        element->end_piece > page.n_pieces || element->line == 0)
        return false;
    if (element->parent == XC_PAGE_NO_PARENT)
        return element->depth == 0;
    parent = &page.elements[element->parent];
    return element->parent < i && element->end <= parent->end &&
           element->depth == parent->depth + 1 && element->line >= parent->line &&
           element->first_piece >= parent->first_piece &&
           element->end_piece <= parent->end_piece;
}

static void
check_page(const char *html)
{
    size_t i;

    for (i = 0; i < page.n_elements; i++)
        ck_assert_msg(lies_in_its_parent(i), "element %zu of %s", i, html);
    for (i = 0; i < page.n_pieces; i++) {
        const struct xc_piece *piece = &page.pieces[i];
        const struct xc_element *element = &page.elements[piece->element];

        ck_assert_msg(piece->text.len > 0 && piece->element < page.n_elements &&
                          element->first_piece <= i && i < element->end_piece &&
                          piece->line >= element->line,
                      "piece %zu of %s", i, html);
    }
}

START_TEST(page_of_any_pieces_is_sound)
{
    static const char *const pieces[] = {
        "a",           "b\n",       "<p>",        "</p>",    "<div>",    "</div>",
        "<b>",         "</b>",      "<a>",        "</a>",    "<li>",     "<ul>",
        "</ul>",       "<table>",   "<tr>",       "<td>",    "</table>", "<br>",
        "<script>",    "</script>", "<h1>",       "</h2>",   "<svg>",    "<path/>",
        "</svg>",      "<!--",      "-->",        "<",       "&amp;",    "&",
        "<title>",     "</title>",  "<i x='\n'>", "\r\n",    "<option>", "<template>",
        "</template>", "<head>",    "<body>",     "</html>", "<x-y>",    "<button>",
    };
    uint64_t seed = 7;
    char html[1024];
    size_t round;
    size_t i;

    for (round = 0; round < 4000; round++) {
        size_t n = 0;

        for (i = 0; i < 60; i++) {
            struct xc_str piece;

            seed = seed * 6364136223846793005u + 1442695040888963407u;
            piece = xc_str_of(pieces[(seed >> 33) % XC_COUNT(pieces)]);
            memcpy(html + n, piece.ptr, piece.len + 1);
            n += piece.len;
        }
        ck_assert_int_eq(read_page((struct xc_str){html, n}), XC_OK);
        check_page(html);
        for (i = 0; i < page.n_elements; i++)
            ck_assert_ptr_nonnull(xc_page_text(&page, i, &arena).ptr);
    }
}
END_TEST

START_TEST(page_short_memory_is_told)
{
    static const char html[] =
        "<div><p class=a>b &eacute;<br>c</p><script>d</script><x-y>e</x-y></div>";
    const char *expected;
    struct xc_arena own;
    enum xc_status status = XC_NO_MEMORY;
    size_t n;

    if (!short_memory_works())
        return;
    xc_arena_init(&own);
    ck_assert_int_eq(read_page(XC_STR(html)), XC_OK);
    expected = xc_arena_copy(&own, show_page(), strlen(show_page()));
    for (n = 1; status == XC_NO_MEMORY; n++) {
        xc_arena_release(&arena);
        xc_problems_init(&problems, &arena);
        page = (struct xc_page){0};
        short_memory_countdown = n;
        status = xc_page_read(XC_STR(html), XC_STR("a"), &arena, &page, &problems);
        ck_assert(short_memory_countdown == 0 || status != XC_NO_MEMORY);
        short_memory_countdown = 0;
        ck_assert(status == XC_OK || page.elements == NULL);
    }
    ck_assert_int_eq(status, XC_OK);
    ck_assert_uint_gt(n, 10);
    ck_assert_str_eq(show_page(), expected);
    xc_arena_release(&own);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        page_is_flat_and_in_order,
        page_keeps_nothing_of_the_bytes,
        page_element_is_one_of_names,
        page_lines_are_those_of_the_file,
        page_text_is_plain,
        page_of_many_elements_is_refused,
        page_text_of_any_length_is_one_piece,
        page_of_any_pieces_is_sound,
        page_short_memory_is_told,
        NULL,
    };

    xc_markup_prepare();
    return suite_run("page", tests);
}
