/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "running.h"

#include "data/json.h"
#include "engine/reader.h"
#include "report/report.h"
#include "rule/loader.h"

enum { N_REPORTS = 4 };

/* A run in every format. */
struct told {
    struct harness_buffer
        reports[N_REPORTS]; /* JSON, Markdown, text, text in colours */
};

bool
running_load(struct running_rules *rules, struct xc_str path, struct xc_str text)
{
    const struct xc_lexicon *lexicon = harness_lexicon();
    enum xc_status status;

    *rules = (struct running_rules){.topics = {NULL, 0, 0}};
    xc_arena_init(&rules->arena);
    xc_problems_init(&rules->problems, &rules->arena);
    status = xc_rule_load(lexicon, path, text, &rules->arena, &rules->topics,
                          &rules->problems);
    if (status == XC_OK) {
        assert(rules->topics.n == 1);
        xc_topics_sort(&rules->topics);
        status = xc_rule_check_set(&rules->topics, &rules->problems);
    }
    assert(status == XC_OK ? rules->problems.n == 0
                           : status == XC_BAD_RULE && rules->problems.n > 0);
    if (status != XC_OK)
        return false;
    assert(xc_engine_new(lexicon, &rules->topics, &rules->arena, &rules->engine) ==
           XC_OK);
    return true;
}

void
running_release(struct running_rules *rules)
{
    xc_topics_release(&rules->topics);
    xc_arena_release(&rules->arena);
}

static void
add(struct xc_run *run, struct xc_worker *worker, const struct xc_source *source)
{
    assert(xc_run_add(run, worker, source) == XC_OK);
    xc_arena_reset(&worker->article);
}

static void
add_records(struct xc_run *run, struct xc_worker *worker,
            const struct running_file *file)
{
    struct xc_str rest = file->bytes;
    struct xc_source source;
    size_t line = 1;

    for (; rest.len > 0; line++) {
        struct xc_str record = harness_cut(&rest, '\n');
        enum xc_status status =
            xc_reader_read(harness_reader(),
                           &(struct xc_document){.format = XC_FORMAT_JSON_LINES,
                                                 .path = file->path,
                                                 .bytes = record,
                                                 .line = line},
                           &worker->article, &source, &run->problems);

        assert(status == XC_OK || status == XC_BAD_INPUT);
        if (status == XC_OK)
            add(run, worker, &source);
    }
}

static void
add_items(struct xc_run *run, struct xc_worker *worker, const struct running_file *file)
{
    struct xc_source source;
    struct xc_arena arena;
    struct xc_feed feed;
    enum xc_status status;
    size_t i;

    xc_arena_init(&arena);
    status = xc_feed_parse(file->path, harness_utf8(file->bytes, &arena), &arena, &feed,
                           &run->problems);
    assert(status == XC_OK || status == XC_BAD_INPUT);
    for (i = 0; status == XC_OK && i < feed.n_items; i++) {
        enum xc_status read = xc_reader_read(
            harness_reader(),
            &(struct xc_document){
                .format = XC_FORMAT_FEED, .path = file->path, .feed = &feed, .item = i},
            &worker->article, &source, &run->problems);

        assert(read == XC_OK || read == XC_BAD_INPUT);
        if (read == XC_OK)
            add(run, worker, &source);
    }
    xc_arena_release(&arena);
}

static void
add_document(struct xc_run *run, struct xc_worker *worker,
             const struct running_file *file, enum xc_format format)
{
    struct xc_str bytes = file->bytes;
    struct xc_source source;
    enum xc_status status;

    if (format == XC_FORMAT_HTML)
        bytes = harness_utf8(bytes, &worker->article);
    status = xc_reader_read(
        harness_reader(),
        &(struct xc_document){.format = format, .path = file->path, .bytes = bytes},
        &worker->article, &source, &run->problems);
    assert(status == XC_OK || status == XC_BAD_INPUT);
    if (status == XC_OK)
        add(run, worker, &source);
}

static void
add_file(struct xc_run *run, struct xc_worker *worker, const struct running_file *file)
{
    enum xc_format format = xc_reader_format(file->path);

    switch (format) {
    case XC_FORMAT_JSON_LINES:
        add_records(run, worker, file);
        break;
    case XC_FORMAT_FEED:
        add_items(run, worker, file);
        break;
    case XC_FORMAT_HTML:
    case XC_FORMAT_MARKDOWN:
        add_document(run, worker, file, format);
        break;
    case XC_FORMAT_UNKNOWN:
    case XC_FORMAT_TEXT:
        add_document(run, worker, file, XC_FORMAT_TEXT);
        break;
    }
}

static void
check_claims(const struct xc_run *run)
{
    size_t c;
    size_t m;

    for (c = 0; c < run->n_claims; c++) {
        const struct xc_claim_result *result = &run->claims[c];

        invariant_str(result->why);
        for (m = 0; m < result->n_mentions; m++) {
            const struct xc_kept *kept = result->mentions[m];

            assert(kept->source < run->sources.n && kept->line >= 1);
            assert(kept->quote.len > 0 && kept->quote.len == kept->span.len_bytes);
        }
        for (m = 0; m < result->n_edges; m++) {
            assert(result->edges[m].a < result->n_mentions);
            assert(result->edges[m].b < result->n_mentions);
        }
    }
}

static void
tell(const struct xc_run *run, struct told *out)
{
    static const struct xc_report_style plain = {false, 80};
    static const struct xc_report_style coloured = {true, 40};
    struct xc_sink sink = harness_sink(&out->reports[0]);

    xc_report_json(run, &sink);
    assert(!sink.failed);
    sink = harness_sink(&out->reports[1]);
    xc_report_markdown(run, &sink);
    assert(!sink.failed);
    sink = harness_sink(&out->reports[2]);
    xc_report_text(run, &plain, &sink);
    assert(!sink.failed);
    sink = harness_sink(&out->reports[3]);
    xc_report_text(run, &coloured, &sink);
    assert(!sink.failed);
}

static void
report(const struct running_rules *rules, const struct running_file *files, size_t n,
       bool backwards, struct told *out)
{
    static const struct xc_run_filter everything;
    struct xc_worker worker;
    struct xc_run run;
    size_t i;

    assert(xc_worker_init(&rules->engine, &worker) == XC_OK);
    xc_run_init(&run, &rules->engine);
    for (i = 0; i < n; i++) {
        add_file(&run, &worker, &files[backwards ? n - 1 - i : i]);
        xc_arena_reset(&worker.article);
    }
    assert(xc_run_finish(&run, &everything) == XC_OK);
    check_claims(&run);
    invariant_problems(&run.problems);
    tell(&run, out);
    xc_run_release(&run);
    xc_worker_release(&worker);
}

static void
check_reports(const struct told *told)
{
    struct xc_problems problems;
    struct xc_node *root;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    for (i = 0; i < N_REPORTS; i++)
        invariant_inert(harness_written(&told->reports[i]), i == N_REPORTS - 1);
    assert(xc_json_parse(harness_written(&told->reports[0]), XC_STR("report.json"), 1,
                         &arena, &root, &problems) == XC_OK);
    assert(root->kind == XC_NODE_MAP && xc_node_get(root, "claims") != NULL);
    invariant_node(root);
    xc_arena_release(&arena);
}

void
running_check(const struct running_rules *rules, const struct running_file *files,
              size_t n)
{
    struct told forwards;
    struct told backwards;
    size_t i;

    (void)harness_reader(); /* readies the libraries */
    report(rules, files, n, false, &forwards);
    report(rules, files, n, true, &backwards);
    check_reports(&forwards);
    for (i = 0; i < N_REPORTS; i++) {
        assert(xc_str_equal(harness_written(&forwards.reports[i]),
                            harness_written(&backwards.reports[i])));
        harness_buffer_free(&forwards.reports[i]);
        harness_buffer_free(&backwards.reports[i]);
    }
}
