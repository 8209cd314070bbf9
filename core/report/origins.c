/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/origins.h"

#include <stdio.h>

#include "report/json_emit.h"
#include "report/terminal.h"

/* "2019-05-06" */
struct date_text {
    char bytes[32];
};

static struct xc_str
published_text(const struct xc_corpus_run *run, uint32_t article, struct date_text *out)
{
    struct xc_date date;

    if (!xc_corpus_run_published(run, article, &date))
        return XC_STR("");
    (void)snprintf(out->bytes, sizeof out->bytes, "%04d-%02d-%02d", date.year,
                   date.month, date.day);
    return xc_str_of(out->bytes);
}

static struct xc_str
id_of(const struct xc_corpus_run *run, uint32_t article)
{
    return run->ids.items.items[article];
}

/* Whether both dates are known and differ; *out is then the article that came first. */
static bool
came_first(const struct xc_corpus_run *run, const struct xc_corpus_link *link,
           uint32_t *out)
{
    int32_t day_a = run->corpus.articles.items[link->a].facts.day;
    int32_t day_b = run->corpus.articles.items[link->b].facts.day;

    *out = day_a < day_b ? link->a : link->b;
    return day_a != INT32_MIN && day_b != INT32_MIN && day_a != day_b;
}

/* The text report, and the pen that writes into it. */
struct telling {
    const struct xc_corpus_run *run;
    struct xc_terminal terminal;
    struct xc_sink pen;
};

static void
tell_source(struct telling *telling, uint32_t article)
{
    const struct xc_corpus_run *run = telling->run;
    struct xc_str publisher = xc_corpus_run_publisher(run, article);
    struct date_text date;
    struct xc_str published = published_text(run, article, &date);

    xc_terminal_name(&telling->terminal, XC_TERMINAL_STRONG, id_of(run, article));
    xc_sink_text(&telling->pen, " · ");
    xc_sink_put(&telling->pen,
                publisher.len > 0 ? publisher : XC_STR("unknown publisher"));
    xc_sink_text(&telling->pen, ", ");
    xc_sink_put(&telling->pen, published.len > 0 ? published : XC_STR("undated"));
}

/* The article's lines, where places[first..end) stand. */
static void
tell_places(struct telling *telling, const struct xc_corpus_place *places, size_t n)
{
    uint32_t last = 0;
    size_t i;

    xc_terminal_hang(&telling->terminal, 2, 4);
    tell_source(telling, places[0].article);
    xc_sink_text(&telling->pen, " · line");
    for (i = 0; i < n; i++) {
        if (i > 0 && places[i].line == last)
            continue;
        xc_sink_printf(&telling->pen, "%s %u", i > 0 ? "," : "",
                       (unsigned)places[i].line);
        last = places[i].line;
    }
    xc_terminal_end(&telling->terminal);
}

static void
tell_link(struct telling *telling, const struct xc_corpus_link *link)
{
    const struct xc_corpus_run *run = telling->run;
    uint32_t first;

    xc_terminal_hang(&telling->terminal, 4, 6);
    xc_terminal_name(&telling->terminal, XC_TERMINAL_PLAIN, id_of(run, link->a));
    xc_sink_text(&telling->pen, " and ");
    xc_terminal_name(&telling->terminal, XC_TERMINAL_PLAIN, id_of(run, link->b));
    xc_sink_text(&telling->pen, ": ");
    xc_sink_text(&telling->pen, xc_origin_reason_name(link->reason));
    xc_sink_text(&telling->pen, " “");
    xc_sink_put(&telling->pen, link->shared);
    xc_sink_text(&telling->pen, "”");
    if (came_first(run, link, &first)) {
        xc_sink_text(&telling->pen, "; ");
        xc_terminal_name(&telling->terminal, XC_TERMINAL_PLAIN, id_of(run, first));
        xc_sink_text(&telling->pen, " came first");
    }
    xc_terminal_end(&telling->terminal);
}

static void
tell_group(struct telling *telling, const struct xc_corpus_group *group)
{
    size_t i;
    size_t end;

    xc_terminal_hang(&telling->terminal, 0, 2);
    xc_sink_printf(&telling->pen, "%zu articles share %zu sentence%s",
                   group->n_articles, group->n_sentences,
                   group->n_sentences == 1 ? "" : "s");
    xc_terminal_end(&telling->terminal);
    for (i = 0; i < group->n_places; i = end) {
        end = i + 1;
        while (end < group->n_places &&
               group->places[end].article == group->places[i].article)
            end++;
        tell_places(telling, &group->places[i], end - i);
    }
    for (i = 0; i < group->n_links; i++)
        tell_link(telling, &telling->run->groups.links[group->first_link + i]);
    xc_terminal_indent(&telling->terminal, 0);
    xc_terminal_end(&telling->terminal);
}

void
xc_report_origins_text(const struct xc_corpus_run *run,
                       const struct xc_report_style *style, struct xc_sink *sink)
{
    struct telling telling = {.run = run};
    const struct xc_corpus_groups *groups = &run->groups;
    size_t i;

    xc_terminal_init(&telling.terminal, sink, style->colour, style->width);
    telling.pen = xc_terminal_pen(&telling.terminal);
    for (i = 0; i < groups->n; i++)
        tell_group(&telling, &groups->items[i]);
    xc_terminal_indent(&telling.terminal, 0);
    xc_sink_printf(&telling.pen,
                   "%zu group%s; %zu of %zu articles share text with another · %zu "
                   "unread",
                   groups->n, groups->n == 1 ? "" : "s", groups->n_grouped,
                   run->ids.items.n, run->n_unread);
    xc_terminal_end(&telling.terminal);
    if (groups->n > 0) {
        xc_terminal_prose(
            &telling.terminal, XC_TERMINAL_FAINT,
            XC_STR("What was put in other words is not found: the articles may have "
                   "fewer origins than it seems, not more."));
        xc_terminal_end(&telling.terminal);
    }
}

static void
put_source(struct xc_json_emit *emit, const struct xc_corpus_run *run, uint32_t article)
{
    struct date_text date;

    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "id", id_of(run, article));
    xc_json_emit_known_str(emit, "publisher", xc_corpus_run_publisher(run, article));
    xc_json_emit_known_str(emit, "published", published_text(run, article, &date));
    xc_json_emit_close(emit);
}

static void
put_place(struct xc_json_emit *emit, const struct xc_corpus_run *run,
          const struct xc_corpus_place *place)
{
    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "source", id_of(run, place->article));
    xc_json_emit_known_number(emit, "line", place->line);
    xc_json_emit_number(emit, "offset", place->off_bytes);
    xc_json_emit_number(emit, "length", place->len_bytes);
    xc_json_emit_close(emit);
}

static void
put_link(struct xc_json_emit *emit, const struct xc_corpus_run *run,
         const struct xc_corpus_link *link)
{
    uint32_t first;

    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "a", id_of(run, link->a));
    xc_json_emit_str(emit, "b", id_of(run, link->b));
    xc_json_emit_str(emit, "reason", xc_str_of(xc_origin_reason_name(link->reason)));
    xc_json_emit_str(emit, "words", link->shared);
    if (came_first(run, link, &first))
        xc_json_emit_str(emit, "first", id_of(run, first));
    else
        xc_json_emit_null(emit, "first");
    xc_json_emit_close(emit);
}

static void
put_group(struct xc_json_emit *emit, const struct xc_corpus_run *run,
          const struct xc_corpus_group *group)
{
    size_t i;

    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_number(emit, "articles", group->n_articles);
    xc_json_emit_number(emit, "sentences", group->n_sentences);
    xc_json_emit_open(emit, "places", '[');
    for (i = 0; i < group->n_places; i++)
        put_place(emit, run, &group->places[i]);
    xc_json_emit_close(emit);
    xc_json_emit_open(emit, "links", '[');
    for (i = 0; i < group->n_links; i++)
        put_link(emit, run, &run->groups.links[group->first_link + i]);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
}

void
xc_report_origins_json(const struct xc_corpus_run *run, struct xc_sink *sink)
{
    struct xc_json_emit emit;
    size_t i;

    xc_json_emit_init(&emit, sink);
    xc_json_emit_open(&emit, NULL, '{');
    xc_json_emit_number(&emit, "format", 1);
    xc_json_emit_open(&emit, "sources", '[');
    for (i = 0; i < run->ids.items.n; i++)
        put_source(&emit, run, (uint32_t)i);
    xc_json_emit_close(&emit);
    xc_json_emit_open(&emit, "groups", '[');
    for (i = 0; i < run->groups.n; i++)
        put_group(&emit, run, &run->groups.items[i]);
    xc_json_emit_close(&emit);
    xc_json_emit_open(&emit, "summary", '{');
    xc_json_emit_number(&emit, "sources", run->ids.items.n);
    xc_json_emit_number(&emit, "unread", run->n_unread);
    xc_json_emit_number(&emit, "groups", run->groups.n);
    xc_json_emit_number(&emit, "grouped", run->groups.n_grouped);
    xc_json_emit_number(&emit, "largest", run->groups.n_largest);
    xc_json_emit_close(&emit);
    xc_json_emit_close(&emit);
}
