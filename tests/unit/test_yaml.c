/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/yaml.h"

#include <string.h>

#include "base/limits.h"
#include "base/sink.h"
#include "base/vec.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;

static void
setup(void)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
}

static bool
collect(void *context, const char *bytes, size_t len)
{
    struct xc_str *out = context;

    *out =
        xc_arena_printf(&arena, "%.*s%.*s", (int)out->len, out->ptr, (int)len, bytes);
    return out->ptr != NULL;
}

static const char *
mark(const struct xc_node *node)
{
    switch (node->kind) {
    case XC_NODE_NULL:
        return "~";
    case XC_NODE_BOOL:
        return node->truth ? "+" : "-";
    case XC_NODE_NUMBER:
        return "n";
    case XC_NODE_STRING:
        return node->quoted ? "'" : "";
    case XC_NODE_LIST:
        return "[";
    case XC_NODE_MAP:
        return "{";
    }
    return "?";
}

/* The tree in one line, each scalar behind its mark: {a=n1,b=[word,'quoted,+true]}. */
static struct xc_str
dump(const struct xc_node *root)
{
    const struct xc_node *open[XC_MAX_DATA_DEPTH + 1];
    struct xc_str text = XC_STR("");
    struct xc_sink sink = {collect, &text, false};
    const struct xc_node *node = root;
    size_t depth = 0;

    for (;;) {
        if (depth > 0 && open[depth - 1]->kind == XC_NODE_MAP) {
            xc_sink_put(&sink, node->key);
            xc_sink_text(&sink, "=");
        }
        xc_sink_text(&sink, mark(node));
        xc_sink_put(&sink, node->text);
        if (node->first != NULL) {
            open[depth++] = node;
            node = node->first;
            continue;
        }
        if (node->kind == XC_NODE_LIST)
            xc_sink_text(&sink, "]");
        while (depth > 0 && node->next == NULL) {
            node = open[--depth];
            xc_sink_text(&sink, node->kind == XC_NODE_LIST ? "]" : "}");
        }
        if (depth == 0)
            return text;
        xc_sink_text(&sink, ",");
        node = node->next;
    }
}

static enum xc_status
parse(struct xc_str text, struct xc_node **root)
{
    return xc_yaml_parse(text, XC_STR("r.yaml"), 1, XC_PROBLEM_RULE, &arena, root,
                         &problems);
}

START_TEST(yaml_valid_text_gives_tree)
{
    static const struct {
        const char *name;
        const char *text;
        const char *tree;
    } rows[] = {
        {"empty", "", "~"},
        {"comments only", "# a\n\n  # b\n", "~"},
        {"plain", "word", "word"},
        {"number", "a: 3\nb: -2.5e1\nc: .5\nd: +7\ne: 1.",
         "{a=n3,b=n-2.5e1,c=n.5,d=n+7,e=n1.}"},
        {"no number", "[3,000, 3a, 1e, '3', 0x1F, '.', -, 1.2.3]",
         "[n3,n000,3a,1e,'3,0x1F,'.,-,1.2.3]"},
        {"bool", "[true, False, yes, no, \"true\"]", "[+true,-False,yes,no,'true]"},
        {"null", "a:\nb: ~\nc: null\nd: ''", "{a=~,b=~~,c=~null,d='}"},
        {"date is a word", "date: 2019-05-06", "{date=2019-05-06}"},
        {"range is a word", "published: 2019-04-29..2020-04-30",
         "{published=2019-04-29..2020-04-30}"},
        {"nested", "a: [1, {b: c}]\nd:\n  - e: f\n    g: h\n  - []\n",
         "{a=[n1,{b=c}],d=[{e=f,g=h},[]]}"},
        {"folded block", "a: >\n  b\n  c\n", "{a='b c\n}"},
        {"order is the text's", "z: 1\na: 2\nm: 3", "{z=n1,a=n2,m=n3}"},
        {"key like a value", "true: 1\n3: 2", "{true=n1,3=n2}"},
        {"byte order mark",
         "\xEF\xBB\xBF"
         "a: 1",
         "{a=n1}"},
        {"document marks", "---\na: 1\n...\n# end\n", "{a=n1}"},
        {"cr lf", "a: 1\r\nb: x\r\n", "{a=n1,b=x}"},
        {"quoted star", "a: '*x'\nb: \"&y\"", "{a='*x,b='&y}"},
        {"same key in two maps", "a: {k: 1}\nb: {k: 1}", "{a={k=n1},b={k=n1}}"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_node *root = NULL;
        struct xc_str tree;

        setup();
        ck_assert_msg(parse(xc_str_of(rows[i].text), &root) == XC_OK, "%s",
                      rows[i].name);
        tree = dump(root);
        ck_assert_msg(xc_str_is(tree, rows[i].tree), "%s: %.*s", rows[i].name,
                      (int)tree.len, tree.ptr);
        xc_arena_release(&arena);
    }
}
END_TEST

struct fault {
    const char *name;
    const char *text;
    size_t line;
    size_t column;
    const char *message; /* a part of it */
    const char *excerpt;
};

static const struct fault faults[] = {
    {"anchor", "a: &x 1", 1, 4, "anchor", "a: &x 1"},
    {"anchored list", "a: 1\nb: &x [1]", 2, 4, "anchor", "b: &x [1]"},
    {"alias", "a: 1\nb: *x", 2, 4, "alias", "b: *x"},
    {"alias as key", "*x : 1", 1, 1, "alias", "*x : 1"},
    {"tag", "a: !!str 1", 1, 4, "tag", "a: !!str 1"},
    {"local tag", "a: !x [1]", 1, 4, "tag", "a: !x [1]"},
    {"second document", "a: 1\n---\nb: 2", 2, 1, "second document", "---"},
    {"text after the end", "a: 1\n...\n  b", 3, 3, "after the end", "  b"},
    {"directive", "%YAML 1.1\n---\na: 1", 1, 1, "directive", "%YAML 1.1"},
    {"directive below a comment", "# c\n%TAG ! x\n---\na", 2, 1, "directive",
     "%TAG ! x"},
    {"duplicate", "a: 1\nb: 2\na: 3", 3, 1, "duplicate key 'a', first on line 1",
     "a: 3"},
    {"duplicate, quoted", "{a: 1, 'a': 2}", 1, 8, "duplicate", "{a: 1, 'a': 2}"},
    {"ninth key a duplicate", "{a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, a: 2}",
     1, 50, "duplicate key 'a', first on line 1",
     "{a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, a: 2}"},
    {"tenth key like the ninth",
     "{a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, i: 2}", 1, 56,
     "duplicate key 'i'",
     "{a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, i: 2}"},
    {"list as key", "? [a]\n: 1", 1, 3, "key must be a word", "? [a]"},
    {"braces unquoted", "{men}: 1\nx: {{a}: 2}", 1, 1, "key must be a word",
     "{men}: 1"},
    {"empty key", "a: 1\n? \n: 2", 2, 2, "key is missing", "? "},
    {"NUL escaped", "a: \"x\\0\"", 1, 4, "NUL", "a: \"x\\0\""},
    {"invalid UTF-8 counts characters", "a: 1\nb: \xC3\xA9\xFF", 2, 5,
     "byte 0xFF is not UTF-8", "b: \xC3\xA9\xFF"},
    {"control character", "a: \x07", 1, 4, "U+0007", "a: \x07"},
    {"surrogate", "\xED\xA0\x80", 1, 1, "0xED", "\xED\xA0\x80"},
    {"tab", "a:\n\tb: 1", 2, 1, "tab", "\tb: 1"},
    {"colon in value", "a: b: c", 1, 5, "':' in the wrong place", "a: b: c"},
    {"column counts characters", "\xC3\xA9\xC3\xA9: b: c", 1, 6, "wrong place",
     "\xC3\xA9\xC3\xA9: b: c"},
    {"line separator is no line", "a: \"x\xE2\x80\xA8y\"\nb: *x", 2, 4, "alias",
     "b: *x"},
    {"open quote told at its start", "a: 1\nb: \"x\nc: 2\n", 2, 4, "never closed",
     "b: \"x"},
    {"open list", "a: [1, 2\nb: 3", 2, 2, "missing", "b: 3"},
    {"bad escape", "a: \"\\d\"", 1, 5, "escape", "a: \"\\d\""},
    {"at sign", "a: @x", 1, 4, "can't begin", "a: @x"},
    {"bad indentation", "a:\n  b: 1\n c: 2", 3, 2, "key is expected", " c: 2"},
    {"cr lf is no part of the excerpt", "a: 1\r\nb: *x\r\n", 2, 4, "alias", "b: *x"},
};

START_TEST(yaml_fault_told_with_place)
{
    size_t i;

    for (i = 0; i < XC_COUNT(faults); i++) {
        const struct fault *row = &faults[i];
        struct xc_node *root = NULL;
        const struct xc_problem *told;

        setup();
        ck_assert_msg(parse(xc_str_of(row->text), &root) == XC_BAD_RULE, "%s",
                      row->name);
        ck_assert_msg(root == NULL && problems.n >= 1, "%s", row->name);
        told = &problems.items[0];
        ck_assert_msg(told->code != XC_CODE_NONE &&
                          xc_code_level(told->code) == XC_LEVEL_ERROR,
                      "%s: no error's code", row->name);
        ck_assert_msg(told->line == row->line && told->column == row->column,
                      "%s: %zu:%zu", row->name, told->line, told->column);
        ck_assert_msg(strstr(told->message.ptr, row->message) != NULL, "%s: %s",
                      row->name, told->message.ptr);
        ck_assert_msg(xc_str_is(told->excerpt, row->excerpt), "%s: %s", row->name,
                      told->excerpt.ptr);
        ck_assert_msg(xc_str_is(told->path, "r.yaml") && told->kind == XC_PROBLEM_RULE,
                      "%s", row->name);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(yaml_nul_byte_is_refused)
{
    struct xc_node *root = NULL;

    setup();
    ck_assert(parse((struct xc_str){"a: 1\n\0b", 7}, &root) == XC_BAD_RULE);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert_uint_eq(problems.items[0].line, 2);
    ck_assert_uint_eq(problems.items[0].column, 1);
    ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "NUL"));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(yaml_several_faults_are_all_told)
{
    struct xc_node *root = NULL;

    setup();
    ck_assert(parse(XC_STR("a: &x 1\na: 2\nb: *x\nc: !t 3\nd: e: f\n"), &root) ==
              XC_BAD_RULE);
    ck_assert_uint_eq(problems.n, 5);
    ck_assert_uint_eq(problems.items[1].line, 2);
    ck_assert_uint_eq(problems.items[4].line, 5);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(yaml_front_matter_counts_lines_of_the_file)
{
    struct xc_node *root = NULL;

    setup();
    ck_assert(xc_yaml_parse(XC_STR("a: 1\nb: 2\n"), XC_STR("x.md"), 2,
                            XC_PROBLEM_METADATA, &arena, &root, &problems) == XC_OK);
    ck_assert_uint_eq(xc_node_get(root, "b")->line, 3);
    ck_assert_uint_eq(xc_node_get(root, "b")->column, 4);
    ck_assert_uint_eq(xc_node_get(root, "b")->key_column, 1);
    ck_assert_ptr_null(xc_node_get(root, "c"));
    ck_assert(xc_yaml_parse(XC_STR("a: 1\nb: *x\n"), XC_STR("x.md"), 2,
                            XC_PROBLEM_METADATA, &arena, &root,
                            &problems) == XC_BAD_RULE);
    ck_assert_uint_eq(problems.items[0].line, 3);
    ck_assert(problems.items[0].kind == XC_PROBLEM_METADATA);
    ck_assert(xc_str_is(problems.items[0].excerpt, "b: *x"));
    xc_arena_release(&arena);
}
END_TEST

/* n times piece, then tail. */
static struct xc_str
repeat(struct xc_str piece, size_t n, struct xc_str tail)
{
    const size_t len = n * piece.len + tail.len;
    char *text = xc_arena_alloc(&arena, len + 1);
    size_t i;

    ck_assert_ptr_nonnull(text);
    for (i = 0; i < n; i++)
        memcpy(text + i * piece.len, piece.ptr, piece.len);
    memcpy(text + n * piece.len, tail.ptr, tail.len);
    text[len] = '\0';
    return (struct xc_str){text, len};
}

START_TEST(yaml_depth_is_bounded)
{
    static const struct {
        const char *name;
        const char *piece;
        size_t n;
        enum xc_status status;
    } rows[] = {
        {"64 lists", "[", 64, XC_OK},
        {"65 lists", "[", 65, XC_BAD_RULE},
        {"10,000 lists", "[", 10000, XC_BAD_RULE},
        {"10,000 maps", "{a: ", 10000, XC_BAD_RULE},
        {"10,000 block lists", "- ", 10000, XC_BAD_RULE},
        {"10,000 keys", "? ", 10000, XC_BAD_RULE},
        {"4 MB of lists", "[", 4 << 20, XC_BAD_RULE},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_node *root = NULL;
        struct xc_str text;

        setup();
        text = XC_STR("");
        if (rows[i].status == XC_OK)
            text = repeat(XC_STR("]"), rows[i].n, text);
        text = repeat(xc_str_of(rows[i].piece), rows[i].n, text);
        ck_assert_msg(parse(text, &root) == rows[i].status, "%s", rows[i].name);
        if (rows[i].status != XC_OK)
            ck_assert_msg(
                strstr(problems.items[problems.n - 1].message.ptr, "64 deep") != NULL,
                "%s", rows[i].name);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(yaml_hostile_size_ends_quickly)
{
    /* Each is about 4 MB; a quadratic reader would run into the test's time limit. */
    static const struct {
        const char *name;
        const char *piece;
        size_t n;
    } rows[] = {
        {"one long plain line", "abcd", 1 << 20},
        {"blank lines", "\n", 4 << 20},
        {"short list items", "- a\n", 1 << 20},
        {"flow items on one line", "[a],", 1 << 20},
        {"duplicate keys", "a:\n", 1 << 20},
        {"tag directives", "%TAG !a! x\n", 380000},
        {"documents", "---\n", 1 << 20},
        {"aliases", "- *a\n", 800000},
        {"question marks", "? a\n", 1 << 20},
        {"bad bytes", "\xFF\n", 2 << 20},
        {"colons", "a: ", 1 << 20},
        {"quotes", "'a' ", 1 << 20},
        {"brackets closed", "]", 4 << 20},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_node *root = NULL;
        enum xc_status status;

        setup();
        status = parse(repeat(xc_str_of(rows[i].piece), rows[i].n, XC_STR("")), &root);
        ck_assert_msg(status == XC_OK || status == XC_BAD_RULE, "%s", rows[i].name);
        ck_assert_msg((status == XC_OK) == (problems.n == 0), "%s", rows[i].name);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(yaml_over_size_is_refused)
{
    struct xc_node *root = NULL;

    setup();
    ck_assert(parse(repeat(XC_STR("#"), XC_MAX_RULE_BYTES + 1, XC_STR("")), &root) ==
              XC_BAD_RULE);
    ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "larger"));
    ck_assert_ptr_nonnull(strstr(problems.items[0].hint.ptr, "several files"));
    xc_arena_release(&arena);
}
END_TEST

/* What comes with articles is held to less than what a newsroom writes itself. */
START_TEST(yaml_beside_an_article_may_be_less)
{
    struct xc_node *root = NULL;
    struct xc_str text;

    setup();
    text = repeat(XC_STR("#"), XC_MAX_BESIDE_BYTES + 1, XC_STR("\na: b"));
    ck_assert_int_eq(parse(text, &root), XC_OK);
    ck_assert_int_eq(xc_yaml_parse(text, XC_STR("a.md"), 2, XC_PROBLEM_METADATA, &arena,
                                   &root, &problems),
                     XC_BAD_RULE);
    ck_assert_ptr_nonnull(strstr(problems.items[0].message.ptr, "larger"));
    ck_assert_uint_eq(problems.items[0].hint.len, 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(yaml_long_line_has_no_excerpt)
{
    struct xc_node *root = NULL;

    setup();
    ck_assert(parse(repeat(XC_STR("# "), XC_MAX_EXCERPT_BYTES, XC_STR("\na: *x")),
                    &root) == XC_BAD_RULE);
    ck_assert(xc_str_is(problems.items[0].excerpt, "a: *x"));
    ck_assert(parse(repeat(XC_STR(" "), XC_MAX_EXCERPT_BYTES, XC_STR("*x")), &root) ==
              XC_BAD_RULE);
    ck_assert_uint_eq(problems.items[1].column, XC_MAX_EXCERPT_BYTES + 1);
    ck_assert_uint_eq(problems.items[1].excerpt.len, 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(node_suggest_finds_nearest)
{
    static const char *const words[] = {"statement", "match",  "unless", "id",
                                        "tags",      "xclaim", "claims", NULL};
    static const struct {
        const char *wrong;
        const char *suggested;
    } rows[] = {
        {"statment", "statement"},
        {"mathc", "match"},
        {"macht", "match"},
        {"ids", "id"},
        {"xy", NULL},
        {"unles", "unless"},
        {"tag", "tags"},
        {"mch", "match"},
        {"mh", NULL},
        {"statem", NULL}, /* three edits, which a long word's half would allow */
        {"clams", "claims"},
        {"", NULL},
        {"match", "match"},
        {"claim", "claims"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        const char *found = xc_node_suggest(xc_str_of(rows[i].wrong), words);

        ck_assert_msg((found == NULL) == (rows[i].suggested == NULL), "%s",
                      rows[i].wrong);
        if (found != NULL)
            ck_assert_msg(strcmp(found, rows[i].suggested) == 0, "%s: %s",
                          rows[i].wrong, found);
    }
}
END_TEST

START_TEST(node_suggest_only_leaves_ties_open)
{
    static const char *const words[] = {"name", "note", "title", NULL};
    const char *found = xc_node_suggest_only(XC_STR("titel"), words);

    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found, "title");
    /* One letter away from both, and then from one. */
    ck_assert_ptr_nonnull(xc_node_suggest(XC_STR("nae"), words));
    ck_assert_ptr_nonnull(xc_node_suggest_only(XC_STR("nam"), words));
    ck_assert_ptr_null(xc_node_suggest_only(XC_STR("nate"), words));
    ck_assert_ptr_null(xc_node_suggest_only(XC_STR("colour"), words));
}
END_TEST

/* The bytes of every value of a map, its keys before them. */
START_TEST(yaml_nodes_know_their_bytes)
{
    static const struct {
        const char *text;
        const char *spans; /* "key|value" of the first key, and of its first child */
    } rows[] = {
        {"a: b\n", "a|b"},
        {"\xEF\xBB\xBF\"a\" : 'b c' # note\n", "\"a\"|'b c'"},
        {"é: [ü, \"z\"] # no\nb: 1\n", "é|[ü, \"z\"] ü"},
        {"a:\n  - b c\n  - d\n\n# end\n", "a|- b c\n  - d b c"},
        {"a:\n  x: 1\n  y: [2,\n    3]\n# end\nb: 1\n", "a|x: 1\n  y: [2,\n    3] 1"},
        {"a: {x: 'y'}\n", "a|{x: 'y'} 'y'"},
        {"a: |\n  two\n  lines\n\nb: 1\n", "a||\n  two\n  lines"},
        {"a:\nb: 1\n", "a|"},
        {"a: two\n  words\nb: 1\n", "a|two\n  words"},
        {"a: []\n", "a|[]"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str text = xc_str_of(rows[i].text);
        struct xc_node *root = NULL;
        const struct xc_node *node;
        struct xc_str key;
        struct xc_str value;
        struct xc_str made;

        setup();
        ck_assert(parse(text, &root) == XC_OK);
        node = root->first;
        key = xc_str_at(text, node->key_at);
        value = xc_str_at(text, node->at);
        made = xc_arena_printf(&arena, "%.*s|%.*s", (int)key.len, key.ptr,
                               (int)value.len, value.ptr);
        if (node->first != NULL) {
            value = xc_str_at(text, node->first->at);
            made =
                xc_arena_printf(&arena, "%s %.*s", made.ptr, (int)value.len, value.ptr);
        }
        ck_assert_str_eq(made.ptr, rows[i].spans);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(node_place_points_at_key_or_value)
{
    const struct xc_str text = XC_STR("x: 1\nkey: value\n");
    struct xc_node *root = NULL;
    struct xc_place place;

    setup();
    ck_assert(parse(text, &root) == XC_OK);
    place = xc_node_place(xc_node_get(root, "key"), false, XC_STR("p"), text);
    ck_assert_uint_eq(place.line, 2);
    ck_assert_uint_eq(place.column, 6);
    ck_assert(xc_str_is(place.excerpt, "key: value"));
    place = xc_node_place(xc_node_get(root, "key"), true, XC_STR("p"), text);
    ck_assert_uint_eq(place.column, 1);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        yaml_valid_text_gives_tree,
        yaml_fault_told_with_place,
        yaml_nul_byte_is_refused,
        yaml_several_faults_are_all_told,
        yaml_front_matter_counts_lines_of_the_file,
        yaml_depth_is_bounded,
        yaml_hostile_size_ends_quickly,
        yaml_over_size_is_refused,
        yaml_beside_an_article_may_be_less,
        yaml_long_line_has_no_excerpt,
        node_suggest_finds_nearest,
        node_suggest_only_leaves_ties_open,
        yaml_nodes_know_their_bytes,
        node_place_points_at_key_or_value,
        NULL,
    };

    return suite_run("yaml", tests);
}
