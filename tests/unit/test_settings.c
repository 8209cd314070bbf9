/* SPDX-License-Identifier: Apache-2.0 */
/* xclaim.yaml: what is read of it, every fault told in place, and the editors' schema. */
#include "config.h"

#include "engine/settings.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/vec.h"
#include "data/json.h"
#include "io/file.h"
#include "rule/keys.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;

static enum xc_status
read_settings(const char *path, const char *text, struct xc_settings *out)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    return xc_settings_read(xc_str_of(path), xc_str_of(text), &arena, out, &problems);
}

static void
check_str(struct xc_str actual, const char *expected)
{
    ck_assert_msg(xc_str_is(actual, expected), "'%.*s' is not '%s'", (int)actual.len,
                  actual.ptr, expected);
}

START_TEST(settings_whole_file_is_read)
{
    struct xc_settings settings;

    ck_assert_int_eq(read_settings("xclaim.yaml",
                                   "xclaim: 1\n"
                                   "rules: [rules, desk/gala.yaml]\n"
                                   "record: articles\n"
                                   "lexicon: words\n"
                                   "severities:\n"
                                   "  uncorroborated: note\n"
                                   "  hidden-text: error\n"
                                   "fail-on: warning\n"
                                   "outlets:\n"
                                   "  - [Harbour Mirror, Mirror on Sunday]\n"
                                   "  - [Pier Gazette, Gazette Online, Gazette TV]\n"
                                   "decisions: decisions.yaml\n"
                                   "baseline: known.json\n"
                                   "suppressions:\n"
                                   "  - claim: gala/guests\n"
                                   "    quote: forty guests came\n"
                                   "    reason: The list is in the archive.\n"
                                   "    until: 2031-06-30\n",
                                   &settings),
                     XC_OK);
    ck_assert_uint_eq(problems.n, 0);
    ck_assert_uint_eq(settings.loading.n_faults, 0);
    check_str(settings.path, "xclaim.yaml");
    ck_assert_uint_eq(settings.rules.n, 2);
    check_str(settings.rules.items[1].path, "desk/gala.yaml");
    ck_assert_uint_eq(settings.record.n, 1);
    check_str(settings.record.items[0].path, "articles");
    ck_assert_uint_eq(settings.lexicon.n, 1);
    ck_assert_int_eq(settings.severities[XC_FINDING_UNCORROBORATED], XC_SEVERITY_NOTE);
    ck_assert_int_eq(settings.severities[XC_FINDING_HIDDEN_TEXT], XC_SEVERITY_ERROR);
    ck_assert_int_eq(settings.severities[XC_FINDING_CORROBORATES], XC_SEVERITY_DEFAULT);
    ck_assert_int_eq(settings.fail_on, XC_FAIL_ON_WARNING);
    ck_assert_uint_eq(settings.n_outlets, 2);
    ck_assert_uint_eq(settings.outlets[1].n, 3);
    check_str(settings.outlets[1].names[2], "Gazette TV");
    ck_assert_uint_eq(settings.decisions.n, 1);
    check_str(settings.decisions.items[0].path, "decisions.yaml");
    check_str(settings.baseline.path, "known.json");
    ck_assert_uint_eq(settings.suppressions.n, 1);
    check_str(settings.suppressions.items[0].on.claim, "guests");
    check_str(settings.suppressions.items[0].on.path, "xclaim.yaml");
    ck_assert_uint_eq(settings.suppressions.items[0].on.line, 16);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(settings_version_alone_sets_nothing)
{
    struct xc_settings settings;
    size_t i;

    ck_assert_int_eq(read_settings("xclaim.yaml", "xclaim: 1\n", &settings), XC_OK);
    ck_assert_uint_eq(problems.n, 0);
    ck_assert_uint_eq(settings.rules.n + settings.record.n + settings.lexicon.n, 0);
    ck_assert(!settings.names_rules);
    ck_assert_uint_eq(settings.decisions.n + settings.baseline.path.len, 0);
    for (i = 0; i < XC_N_FINDING_KINDS; i++)
        ck_assert_int_eq(settings.severities[i], XC_SEVERITY_DEFAULT);
    ck_assert_int_eq(settings.fail_on, XC_FAIL_ON_DEFAULT);
    ck_assert_uint_eq(settings.n_outlets, 0);
    ck_assert_uint_eq(settings.suppressions.n, 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(settings_paths_count_from_the_folder_of_the_file)
{
    static const struct {
        const char *file;
        const char *named;
        const char *path;
    } rows[] = {
        {"xclaim.yaml", "rules", "rules"},
        {"../xclaim.yaml", "rules", "../rules"},
        {"../../xclaim.yaml", "../other", "../../../other"},
        {"desk/xclaim.yaml", "a b.yaml", "desk/a b.yaml"},
        {"/etc/xclaim.yaml", "rules", "/etc/rules"},
        {"desk/xclaim.yaml", "/srv/rules", "/srv/rules"},
        {"xclaim.yaml", "'-'", "./-"}, /* not standard input */
        {"desk/xclaim.yaml", "'-'", "desk/-"},
        {"xclaim.yaml", "2031", "2031"}, /* a folder by the year */
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_settings settings;
        char text[64];

        (void)snprintf(text, sizeof text, "xclaim: 1\nrecord: [%s]\nbaseline: %s\n",
                       rows[i].named, rows[i].named);
        ck_assert_int_eq(read_settings(rows[i].file, text, &settings), XC_OK);
        ck_assert_uint_eq(settings.record.n, 1);
        check_str(settings.record.items[0].path, rows[i].path);
        check_str(settings.baseline.path, rows[i].path);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(settings_fault_is_told_in_place)
{
    static const struct {
        const char *text;
        size_t line;
        size_t column;
        enum xc_code code;
        const char *message;
    } rows[] = {
        {"rules: a\n", 1, 1, XC_CODE_MISSING_KEY, "settings need the key 'xclaim'"},
        {"xclaim: 2\n", 1, 9, XC_CODE_UNKNOWN_VERSION,
         "this version of settings is not known"},
        {"xclaim: '1'\n", 1, 9, XC_CODE_UNKNOWN_VERSION,
         "this version of settings is not known"},
        {"[xclaim]\n", 1, 1, XC_CODE_WRONG_TYPE, "settings are expected here"},
        {"xclaim: 1\nrecords: a\n", 2, 1, XC_CODE_UNKNOWN_KEY,
         "unknown key 'records' in settings"},
        {"xclaim: 1\nrules: {a: b}\n", 2, 8, XC_CODE_WRONG_TYPE,
         "'rules' takes text here"},
        {"xclaim: 1\nrules: []\n", 2, 8, XC_CODE_EMPTY_VALUE,
         "'rules' is an empty list"},
        {"xclaim: 1\nlexicon: [a, '']\n", 2, 14, XC_CODE_EMPTY_VALUE,
         "'lexicon' is empty"},
        {"xclaim: 1\nbaseline: [a]\n", 2, 11, XC_CODE_WRONG_TYPE,
         "'baseline' takes text here"},
        {"xclaim: 1\ndecisions:\n", 2, 11, XC_CODE_EMPTY_VALUE, "'decisions' is empty"},
        {"xclaim: 1\nseverities: note\n", 2, 13, XC_CODE_WRONG_TYPE,
         "'severities' gives kinds of findings their severity"},
        {"xclaim: 1\nseverities:\n  single_origin: note\n", 3, 3, XC_CODE_UNKNOWN_KEY,
         "unknown key 'single_origin' in 'severities'"},
        /* A kind of a report, which weighs by the claim's own severity. */
        {"xclaim: 1\nseverities:\n  contradiction: note\n", 3, 3, XC_CODE_UNKNOWN_KEY,
         "unknown key 'contradiction' in 'severities'"},
        {"xclaim: 1\nseverities:\n  single-origin: off\n", 3, 18, XC_CODE_BAD_CHOICE,
         "'single-origin' can't be 'off'"},
        {"xclaim: 1\nfail-on: errors\n", 2, 10, XC_CODE_BAD_CHOICE,
         "'fail-on' can't be 'errors'"},
        {"xclaim: 1\nsuppressions: none\n", 2, 15, XC_CODE_WRONG_TYPE,
         "'suppressions' is a list of suppressions"},
        {"xclaim: 1\nsuppressions:\n  - quote: a\n    reason: b\n"
         "    until: 2031-06-30\n",
         3, 5, XC_CODE_MISSING_KEY, "a suppression needs the key 'claim'"},
        {"xclaim: 1\noutlets: Harbour Mirror\n", 2, 10, XC_CODE_WRONG_TYPE,
         "'outlets' is a list of lists of at least two publishers"},
        {"xclaim: 1\noutlets: [Harbour Mirror, Pier Gazette]\n", 2, 11,
         XC_CODE_WRONG_TYPE, "'outlets' is a list of lists of at least two publishers"},
        {"xclaim: 1\noutlets: [[Harbour Mirror]]\n", 2, 11, XC_CODE_WRONG_TYPE,
         "'outlets' is a list of lists of at least two publishers"},
        {"xclaim: 1\noutlets: [[Harbour Mirror, '']]\n", 2, 28, XC_CODE_EMPTY_VALUE,
         "'outlets' is empty"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_settings settings;
        const char *text = rows[i].text;
        enum xc_status status = read_settings("xclaim.yaml", text, &settings);
        const struct xc_problem *problem = &problems.items[0];

        ck_assert_int_eq(status, XC_OK);
        ck_assert_uint_eq(settings.loading.n_faults, problems.n);
        ck_assert_msg(problem->code == rows[i].code && problem->line == rows[i].line &&
                          problem->column == rows[i].column &&
                          xc_str_is(problem->message, rows[i].message),
                      "%s: %zu:%zu: %s: %.*s", text, problem->line, problem->column,
                      xc_code_name(problem->code), (int)problem->message.len,
                      problem->message.ptr);
        ck_assert_int_eq(xc_settings_load(XC_STR("xclaim.yaml"), xc_str_of(text),
                                          &arena, &settings, &problems),
                         XC_BAD_RULE);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(settings_faults_are_all_told_in_order_and_the_rest_is_read)
{
    struct xc_settings settings;

    ck_assert_int_eq(read_settings("xclaim.yaml",
                                   "fail-on: allways\n"
                                   "outlets: [[Harbour Mirror, Pier Gazette], lone]\n"
                                   "rules: [rules]\n"
                                   "sevrities: {}\n",
                                   &settings),
                     XC_OK);
    ck_assert_uint_eq(problems.n, 4);
    ck_assert_int_eq(problems.items[0].code, XC_CODE_MISSING_KEY);
    ck_assert_int_eq(problems.items[1].code, XC_CODE_BAD_CHOICE);
    ck_assert_int_eq(problems.items[2].code, XC_CODE_WRONG_TYPE);
    ck_assert_int_eq(problems.items[3].code, XC_CODE_UNKNOWN_KEY);
    check_str(problems.items[3].meant, "severities");
    ck_assert_uint_eq(settings.rules.n, 1);
    ck_assert_uint_eq(settings.n_outlets, 1);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(settings_duplicate_key_is_no_yaml_of_ours)
{
    struct xc_settings settings;

    ck_assert_int_eq(
        read_settings("xclaim.yaml", "xclaim: 1\nrules: a\nrules: b\n", &settings),
        XC_BAD_RULE);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert_int_eq(problems.items[0].code, XC_CODE_DUPLICATE_KEY);
    xc_arena_release(&arena);
}
END_TEST

/* Every key of `severities` is a kind, and the kinds that are none of them are those of a
 * report. */
START_TEST(settings_severities_are_the_kinds_of_check)
{
    size_t n = 0;
    int kind;

    for (kind = 0; kind < XC_N_FINDING_KINDS; kind++) {
        const char *name = xc_finding_kind_name((enum xc_finding_kind)kind);
        const char *const *key = xc_keys_of_severities;

        while (*key != NULL && !xc_str_is(xc_str_of(name), *key))
            key++;
        n += *key != NULL;
        ck_assert_msg((*key != NULL) == (kind < XC_FINDING_CONTRADICTION), "%s", name);
    }
    ck_assert_ptr_null(xc_keys_of_severities[n]);
}
END_TEST

/* The words under path in docs/settings.schema.json are the NULL-ended ones, in order. */
static void
check_schema(const struct xc_node *schema, const char *const *path,
             const char *const *words)
{
    const struct xc_node *node = schema;
    const struct xc_node *child;

    for (; *path != NULL; path++)
        node = xc_node_get(node, *path);
    ck_assert_ptr_nonnull(node);
    for (child = node->first; child != NULL; child = child->next, words++) {
        ck_assert_ptr_nonnull(*words);
        check_str(node->kind == XC_NODE_MAP ? child->key : child->text, *words);
        if (node->kind == XC_NODE_MAP)
            ck_assert_ptr_nonnull(xc_node_get(child, "description"));
    }
    ck_assert_ptr_null(*words);
}

/* "… Usually error." */
static void
check_severity(const struct xc_node *schema, const char *name)
{
    const struct xc_node *kinds = xc_node_get(
        xc_node_get(xc_node_get(schema, "properties"), "severities"), "properties");
    const struct xc_node *told = xc_node_get(xc_node_get(kinds, name), "description");
    enum xc_finding_kind kind;
    char ending[32];

    ck_assert(told != NULL && xc_finding_kind_parse(xc_str_of(name), &kind));
    (void)snprintf(ending, sizeof ending, "Usually %s.",
                   xc_severity_name(xc_finding_kind_severity(kind)));
    ck_assert_msg(xc_str_ends(told->text, ending), "%s: %.*s", name,
                  (int)told->text.len, told->text.ptr);
}

START_TEST(settings_schema_has_the_loaders_words)
{
    static const char *const to_keys[] = {"properties", NULL};
    static const char *const to_kinds[] = {"properties", "severities", "properties",
                                           NULL};
    static const char *const to_words[] = {"properties", "fail-on", "enum", NULL};
    static const char *const to_suppression[] = {"$defs", "suppression", "properties",
                                                 NULL};
    static const char *const to_suppressed[] = {"$defs", "suppression", "properties",
                                                "kind",  "enum",        NULL};
    const char *source = getenv("SOURCE");
    struct xc_node *schema = NULL;
    struct xc_str path;
    struct xc_str text;
    size_t i;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    path = xc_arena_printf(&arena, "%s/docs/settings.schema.json",
                           source == NULL ? "." : source);
    ck_assert_int_eq(xc_file_read(path, XC_MAX_RULE_BYTES, XC_PROBLEM_UNREADABLE,
                                  &arena, &text, &problems),
                     XC_OK);
    ck_assert_int_eq(xc_json_parse(text, path, 1, &arena, &schema, &problems), XC_OK);
    for (i = 0; xc_keys_of_severities[i] != NULL; i++)
        check_severity(schema, xc_keys_of_severities[i]);
    check_schema(schema, to_keys, xc_keys_of_settings);
    check_schema(schema, to_kinds, xc_keys_of_severities);
    check_schema(schema, to_words, xc_words_of_fail_on);
    check_schema(schema, to_suppression, xc_keys_of_suppression);
    check_schema(schema, to_suppressed, xc_words_of_suppressed);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        settings_whole_file_is_read,
        settings_version_alone_sets_nothing,
        settings_paths_count_from_the_folder_of_the_file,
        settings_fault_is_told_in_place,
        settings_faults_are_all_told_in_order_and_the_rest_is_read,
        settings_duplicate_key_is_no_yaml_of_ours,
        settings_severities_are_the_kinds_of_check,
        settings_schema_has_the_loaders_words,
        NULL,
    };

    return suite_run("settings", tests);
}
