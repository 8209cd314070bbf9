/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JUnit XML: a suite per article, a case per finding, and one that passes for an article
 * without any.  What counts fails, notes pass, what is suppressed is skipped.
 */
#include "config.h"

#include <stdlib.h>

#include "report/finding_story.h"
#include "report/finding_words.h"
#include "report/findings.h"
#include "report/plain_emit.h"
#include "report/telling.h"
#include "report/xml_emit.h"

/* What a suite holds: a finding, or NULL that stands for the article itself. */
struct row {
    struct xc_str suite;
    const struct xc_finding *finding;
    size_t order;
};

struct figures {
    size_t tests;
    size_t failures;
    size_t errors;
    size_t skipped;
};

struct writer {
    struct xc_sink *sink; /* as it is */
    struct xc_sink xml;   /* escaped … */
    struct xc_sink prose; /* … what has been made plain before */
    struct xc_sink name;
};

static bool
fails(const struct xc_finding *finding)
{
    return !finding->is_suppressed && finding->severity != XC_SEVERITY_NOTE;
}

static struct xc_str
suite_of(const struct xc_finding *finding)
{
    if (finding->source.len > 0)
        return finding->source;
    return finding->path.len > 0 ? finding->path : XC_STR("settings");
}

static int
compare_rows(const void *left, const void *right)
{
    const struct row *a = left;
    const struct row *b = right;
    int order = xc_str_compare(a->suite, b->suite);

    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

/* A row for each finding and, behind them, one for each article; by suite. */
static struct row *
make_rows(const struct xc_findings *findings, struct xc_arena *arena)
{
    size_t n = findings->n + findings->n_articles;
    struct row *rows = xc_arena_array(arena, n, sizeof *rows);
    size_t i;

    if (rows == NULL)
        return NULL;
    for (i = 0; i < findings->n; i++)
        rows[i] = (struct row){suite_of(&findings->items[i]), &findings->items[i], i};
    for (i = 0; i < findings->n_articles; i++)
        rows[findings->n + i] =
            (struct row){findings->articles[i], NULL, findings->n + i};
    if (n > 0)
        qsort(rows, n, sizeof *rows, compare_rows);
    return rows;
}

static struct figures
count(const struct row *rows, size_t n)
{
    struct figures made = {0, 0, 0, 0};
    size_t i;

    for (i = 0; i < n && rows[i].finding != NULL; i++) {
        made.tests++;
        made.failures += fails(rows[i].finding);
        made.skipped += rows[i].finding->is_suppressed;
    }
    if (made.tests == 0)
        made.tests = 1;
    return made;
}

static void
put_figures(struct xc_sink *sink, const struct figures *figures)
{
    xc_sink_printf(
        sink, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\"",
        figures->tests, figures->failures, figures->errors, figures->skipped);
}

/* ` name="a.md"`: a name or path. */
static void
put_name(struct writer *writer, const char *attribute, struct xc_str name)
{
    xc_sink_printf(writer->sink, " %s=\"", attribute);
    xc_sink_put(&writer->name, name);
    xc_sink_char(writer->sink, '"');
}

static void
put_message(struct writer *writer, struct xc_str message)
{
    xc_sink_text(writer->sink, " message=\"");
    xc_sink_put(&writer->prose, message);
    xc_sink_char(writer->sink, '"');
}

static void
open_case(struct writer *writer, const struct xc_finding *finding)
{
    struct xc_sink *sink = writer->sink;

    xc_sink_text(sink, "    <testcase classname=\"");
    if (finding->claim.len > 0) {
        xc_sink_put(&writer->prose, finding->topic);
        xc_sink_char(sink, '.');
        xc_sink_put(&writer->prose, finding->claim);
    } else {
        xc_sink_text(sink, xc_finding_kind_name(finding->kind));
    }
    xc_sink_text(sink, "\" name=\"");
    xc_sink_text(sink, xc_finding_kind_name(finding->kind));
    if (finding->line > 0)
        xc_sink_printf(sink, " in line %zu", finding->line);
    xc_sink_text(sink, ": ");
    xc_sink_put(&writer->prose, finding->message);
    xc_sink_char(sink, '"');
    if (finding->path.len > 0)
        put_name(writer, "file", finding->path);
    if (finding->line > 0)
        xc_sink_printf(sink, " line=\"%zu\"", finding->line);
    xc_sink_text(sink, " time=\"0\">\n");
}

/* "desk/post.md:12:4: error: uncorroborated: …" and what belongs to it. */
static void
put_story(struct writer *writer, const struct xc_finding *finding)
{
    struct xc_finding_story story;

    if (finding->path.len > 0) {
        xc_sink_put(&writer->name, finding->path);
        xc_finding_line(writer->sink, finding->line, finding->column);
        xc_sink_text(writer->sink, ": ");
    }
    xc_sink_text(writer->sink, xc_severity_name(finding->severity));
    xc_sink_text(writer->sink, ": ");
    xc_sink_text(writer->sink, xc_finding_kind_name(finding->kind));
    xc_sink_text(writer->sink, ": ");
    /* Plain first, then XML: line ends stay, all else is escaped. */
    xc_finding_story_plain(&story, &writer->xml);
    xc_finding_story_text(&story, finding->message);
    xc_finding_story_tell(&story, finding);
}

static void
tell_finding(struct writer *writer, const struct xc_finding *finding)
{
    struct xc_sink *sink = writer->sink;
    const char *end = "</system-out>\n";

    open_case(writer, finding);
    if (fails(finding)) {
        xc_sink_text(sink, "      <failure type=\"");
        xc_sink_text(sink, xc_finding_kind_name(finding->kind));
        xc_sink_char(sink, '"');
        put_message(writer, finding->message);
        xc_sink_char(sink, '>');
        end = "</failure>\n";
    } else {
        if (finding->is_suppressed) {
            xc_sink_text(sink, "      <skipped");
            put_message(writer, finding->suppression.reason);
            xc_sink_text(sink, "/>\n");
        }
        xc_sink_text(sink, "      <system-out>");
    }
    put_story(writer, finding);
    xc_sink_text(sink, end);
    xc_sink_text(sink, "    </testcase>\n");
}

static void
tell_suite(struct writer *writer, const struct row *rows, size_t n)
{
    const struct figures figures = count(rows, n);
    size_t i;

    xc_sink_text(writer->sink, "  <testsuite");
    put_name(writer, "name", rows[0].suite);
    put_figures(writer->sink, &figures);
    xc_sink_text(writer->sink, ">\n");
    if (rows[0].finding == NULL)
        xc_sink_text(writer->sink, "    <testcase classname=\"xclaim\" "
                                   "name=\"no finding\" time=\"0\"/>\n");
    for (i = 0; i < n && rows[i].finding != NULL; i++)
        tell_finding(writer, rows[i].finding);
    xc_sink_text(writer->sink, "  </testsuite>\n");
}

static void
tell_problem(struct writer *writer, const struct xc_problem *problem)
{
    bool loses = xc_problem_loses_input(problem->kind);
    struct xc_sink *sink = writer->sink;

    xc_sink_text(sink, "    <testcase classname=\"problem.");
    xc_sink_text(sink, xc_problem_kind_name(problem->kind));
    xc_sink_text(sink, "\" name=\"");
    xc_sink_put(&writer->name, problem->path);
    xc_finding_line(sink, problem->line, problem->column);
    xc_sink_text(sink, problem->path.len > 0 ? ": " : "");
    xc_sink_put(&writer->prose, problem->message);
    xc_sink_text(sink, "\" time=\"0\">\n");
    if (loses) {
        xc_sink_text(sink, "      <error type=\"");
        xc_sink_text(sink, xc_problem_kind_name(problem->kind));
        xc_sink_char(sink, '"');
        put_message(writer, problem->message);
        xc_sink_text(sink, "/>\n");
    } else {
        xc_sink_text(sink, "      <system-out>");
        xc_sink_put(&writer->prose, problem->message);
        xc_sink_text(sink, "</system-out>\n");
    }
    xc_sink_text(sink, "    </testcase>\n");
}

static struct figures
count_problems(const struct xc_problems *problems)
{
    struct figures made = {problems->n, 0, 0, 0};
    size_t i;

    for (i = 0; i < problems->n; i++)
        made.errors += xc_problem_loses_input(problems->items[i].kind);
    return made;
}

/* A suite for the run itself: its problems, and the summary in words. */
static void
tell_run(struct writer *writer, const struct xc_findings *findings)
{
    const struct xc_problems *problems = findings->problems;
    const struct figures figures = count_problems(problems);
    size_t i;

    xc_sink_text(writer->sink, "  <testsuite name=\"xclaim\"");
    put_figures(writer->sink, &figures);
    xc_sink_text(writer->sink, ">\n");
    for (i = 0; i < problems->n; i++)
        tell_problem(writer, &problems->items[i]);
    xc_sink_text(writer->sink, "    <system-out>");
    xc_finding_summary(&writer->xml, &findings->summary);
    if (problems->n_dropped > 0) {
        xc_sink_text(writer->sink, " · ");
        xc_telling_count(&writer->xml, problems->n_dropped, "more problem");
        xc_sink_text(writer->sink, " not listed");
    }
    xc_sink_text(writer->sink, "</system-out>\n  </testsuite>\n");
}

static size_t
end_of_suite(const struct row *rows, size_t n, size_t first)
{
    size_t end = first + 1;

    while (end < n && xc_str_equal(rows[end].suite, rows[first].suite))
        end++;
    return end;
}

static void
tell_all(struct writer *writer, const struct xc_findings *findings,
         const struct row *rows)
{
    size_t n = findings->n + findings->n_articles;
    struct figures all = count_problems(findings->problems);
    size_t first;
    size_t end;

    for (first = 0; first < n; first = end) {
        struct figures suite;

        end = end_of_suite(rows, n, first);
        suite = count(rows + first, end - first);
        all.tests += suite.tests;
        all.failures += suite.failures;
        all.skipped += suite.skipped;
    }
    xc_sink_text(writer->sink, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<testsuites name=\"xclaim\"");
    put_figures(writer->sink, &all);
    xc_sink_text(writer->sink, ">\n");
    for (first = 0; first < n; first = end) {
        end = end_of_suite(rows, n, first);
        tell_suite(writer, rows + first, end - first);
    }
    tell_run(writer, findings);
    xc_sink_text(writer->sink, "</testsuites>\n");
}

void
xc_findings_junit(const struct xc_findings *findings, struct xc_sink *sink)
{
    struct writer writer = {.sink = sink, .xml = xc_xml_pen(sink)};
    struct xc_arena arena;
    struct row *rows;

    writer.prose = xc_plain_pen(&writer.xml);
    writer.name = xc_plain_name_pen(&writer.xml);
    xc_arena_init(&arena);
    rows = make_rows(findings, &arena);
    if (rows == NULL)
        sink->failed = true;
    else
        tell_all(&writer, findings, rows);
    xc_arena_release(&arena);
}
