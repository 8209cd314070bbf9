/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/example_lines.h"
#include "report/examples.h"
#include "report/xml_emit.h"

struct telling {
    struct xc_sink *sink; /* as it is */
    struct xc_sink text;  /* escaped */
};

/* What stands in the heading of a suite. */
struct figures {
    size_t n;
    size_t n_failed;
    size_t n_skipped;
};

static struct figures
count(const struct xc_example_result *items, size_t n)
{
    struct figures made = {n, 0, 0};
    size_t i;

    for (i = 0; i < n; i++) {
        made.n_failed += !items[i].passed;
        made.n_skipped += items[i].passed && items[i].example == NULL;
    }
    return made;
}

static void
put_figures(struct xc_sink *sink, struct figures figures)
{
    xc_sink_printf(sink, " tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"%zu\"",
                   figures.n, figures.n_failed, figures.n_skipped);
}

static void
begin(void *context, size_t level)
{
    struct telling *telling = context;

    xc_sink_repeat(telling->sink, ' ', 2 * level);
}

static void
end(void *context)
{
    struct telling *telling = context;

    xc_sink_char(telling->sink, '\n');
}

static void
tell_failure(struct telling *telling, const struct xc_example_result *result)
{
    struct xc_example_lines lines = {&telling->text, begin, end, telling};

    xc_sink_text(telling->sink, "      <failure type=\"example\" message=\"");
    xc_example_lines_fault(&telling->text, result);
    xc_sink_text(telling->sink, "\">");
    if (result->example != NULL) {
        xc_sink_put(&telling->text, result->example->text);
        xc_sink_char(telling->sink, '\n');
        xc_example_lines_tell(&lines, result);
    }
    xc_sink_text(telling->sink, "</failure>\n");
}

static void
tell_case(struct telling *telling, const struct xc_example_result *result)
{
    const struct xc_example *example = result->example;
    struct xc_sink *sink = telling->sink;

    xc_sink_text(sink, "    <testcase classname=\"");
    xc_sink_put(&telling->text, result->topic->id);
    xc_sink_char(sink, '.');
    xc_sink_put(&telling->text, result->claim->id);
    xc_sink_text(sink, "\" name=\"");
    if (example != NULL) {
        xc_sink_printf(sink, "%s: ", xc_example_kind_name(example->kind));
        xc_sink_put(&telling->text, example->text);
    } else {
        xc_sink_text(sink, "has examples");
    }
    xc_sink_char(sink, '"');
    xc_xml_attribute(sink, "file", result->topic->file);
    xc_sink_printf(sink, " line=\"%zu\" time=\"0\"",
                   example != NULL ? example->line : result->claim->line);
    if (result->passed && example != NULL) {
        xc_sink_text(sink, "/>\n");
        return;
    }
    xc_sink_text(sink, ">\n");
    if (result->passed)
        xc_sink_text(sink, "      <skipped message=\"the claim has no examples\"/>\n");
    else
        tell_failure(telling, result);
    xc_sink_text(sink, "    </testcase>\n");
}

void
xc_report_examples_junit(const struct xc_example_results *results, struct xc_sink *sink)
{
    struct telling telling = {sink, xc_xml_pen(sink)};
    size_t first = 0;
    size_t i;

    xc_sink_text(sink, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<testsuites name=\"xclaim test\"");
    put_figures(sink, count(results->items, results->n));
    xc_sink_text(sink, ">\n");
    while (first < results->n) {
        const struct xc_topic *topic = results->items[first].topic;
        size_t end_of_suite = first;

        while (end_of_suite < results->n && results->items[end_of_suite].topic == topic)
            end_of_suite++;
        xc_sink_text(sink, "  <testsuite");
        xc_xml_attribute(sink, "name", topic->id);
        put_figures(sink, count(results->items + first, end_of_suite - first));
        xc_sink_text(sink, ">\n");
        for (i = first; i < end_of_suite; i++)
            tell_case(&telling, &results->items[i]);
        xc_sink_text(sink, "  </testsuite>\n");
        first = end_of_suite;
    }
    xc_sink_text(sink, "</testsuites>\n");
}
