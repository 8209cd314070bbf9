/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "sample_findings.h"

#include <assert.h>
#include <string.h>

struct builder {
    struct xc_arena *arena;
    struct xc_str poison;
};

static void *
zeroed(const struct builder *b, size_t n, size_t size)
{
    void *at = xc_arena_array(b->arena, n, size);

    assert(at != NULL);
    return at;
}

/* literal, then the poison. */
static struct xc_str
text(const struct builder *b, const char *literal)
{
    size_t len = strlen(literal);
    char *bytes = zeroed(b, len + b->poison.len + 1, 1);

    memcpy(bytes, literal, len + 1);
    memcpy(bytes + len, b->poison.ptr, b->poison.len);
    return (struct xc_str){bytes, len + b->poison.len};
}

/* A finding on the claim that the bridge was shut; path, before, quote, after. */
static struct xc_finding *
add(const struct builder *b, struct xc_findings *findings, enum xc_finding_kind kind,
    const char *message, const char *const *words)
{
    struct xc_finding *finding = &findings->items[findings->n++];

    finding->kind = kind;
    finding->severity = xc_finding_kind_severity(kind);
    finding->message = text(b, message);
    finding->source = text(b, words[0]);
    finding->path = text(b, words[0]);
    finding->topic = text(b, "bridge");
    finding->claim = text(b, "bridge-shut");
    finding->statement = text(b, "The bridge was shut.");
    finding->before = text(b, words[1]);
    finding->quote = text(b, words[2]);
    finding->after = text(b, words[3]);
    finding->line = 10 * findings->n;
    finding->column = strlen(words[1]) + 1;
    finding->span = (struct xc_span){1000 * findings->n, finding->quote.len};
    return finding;
}

static void
add_against(const struct builder *b, struct xc_finding *finding)
{
    finding->against = zeroed(b, 2, sizeof *finding->against);
    finding->n_against = 2;
    finding->against[0] = (struct xc_finding_against){
        .source = text(b, "record/herald.txt"),
        .position = XC_POSITION_DENIES,
        .origin = 1,
        .path = text(b, "record/herald.txt"),
        .line = 3,
        .column = 5,
        .quote = text(b, "The bridge was never shut, the harbour office said."),
    };
    finding->against[1] = (struct xc_finding_against){
        .source = text(b, "record/wire.jsonl#7"),
        .position = XC_POSITION_CONFLICTS,
        .value = text(b, "two days"),
        .origin = 2,
        .path = text(b, "record/wire.jsonl"),
        .line = 7,
        .quote = text(b, "It stayed open but for two days."),
    };
}

static void
add_errors(const struct builder *b, struct xc_findings *findings)
{
    static const char *const post[] = {"desk/post.md", "On Monday the ",
                                       "bridge was shut", ", our reporter saw."};
    static const char *const feed[] = {"desk/feed.jsonl", "The ", "bridge was shut",
                                       "."};
    struct xc_finding *finding;

    finding = add(b, findings, XC_FINDING_CONTRADICTS_RECORD,
                  "2 sources of the record deny it", post);
    add_against(b, finding);
    finding = add(b, findings, XC_FINDING_CONTRADICTS_ITSELF,
                  "the article also says that it was open", feed);
    finding->source = text(b, "desk/feed.jsonl#a");
    finding->column = 0;
}

static void
add_lesser(const struct builder *b, struct xc_findings *findings)
{
    static const char *const post[] = {
        "desk/post.md", "Later that week the ", "bridge was closed",
        " again, and it stayed so for as long as anybody cared to look."};
    static const char *const other[] = {"./desk/a #1.txt", "", "The bridge was shut",
                                        ""};
    static const char *const settings[] = {"xclaim.yaml", "", "", ""};
    struct xc_finding *finding;

    finding = add(b, findings, XC_FINDING_UNCORROBORATED,
                  "no source of the record says so", post);
    finding->is_suppressed = true;
    finding->suppression = (struct xc_finding_suppression){
        text(b, "the harbour office told us on the phone"), text(b, "2031-05-01"),
        text(b, "xclaim.yaml"), 12};
    finding = add(b, findings, XC_FINDING_SINGLE_ORIGIN,
                  "2 sources say so, both after one post", other);
    finding->decision = text(b, "read again by the night desk: it stands");
    finding = add(b, findings, XC_FINDING_UNUSED_SUPPRESSION,
                  "it suppresses nothing: remove it", settings);
    finding->topic = finding->claim = finding->statement = (struct xc_str){"", 0};
    finding->source = finding->before = finding->quote = finding->after =
        (struct xc_str){"", 0};
    finding->line = finding->column = 0;
    finding = add(b, findings, XC_FINDING_CORROBORATES,
                  "3 independent sources say the same", other);
    finding->is_untouched = true;
}

static void
add_problems(const struct builder *b, struct xc_findings *findings)
{
    struct xc_problems *problems = zeroed(b, 1, sizeof *problems);
    struct xc_place place = {.path = text(b, "desk/gone.md")};
    struct xc_str message = text(b, "wrong front matter");

    xc_problems_init(problems, b->arena);
    (void)xc_problems_add(problems, XC_PROBLEM_UNREADABLE, &place, NULL,
                          "no such file");
    place = (struct xc_place){.path = text(b, "desk/odd.md"), .line = 2, .column = 3};
    (void)xc_problems_add(problems, XC_PROBLEM_METADATA, &place, NULL, "%.*s",
                          (int)message.len, message.ptr);
    problems->n_dropped = b->poison.len > 0 ? 3 : 0;
    assert(!problems->failed);
    findings->problems = problems;
    findings->summary.unread = 1;
}

static struct xc_findings *
new_findings(const struct builder *b, size_t n)
{
    struct xc_findings *findings = zeroed(b, 1, sizeof *findings);
    struct xc_problems *problems = zeroed(b, 1, sizeof *problems);

    xc_problems_init(problems, b->arena);
    findings->problems = problems;
    findings->items = zeroed(b, n, sizeof *findings->items);
    findings->cap = n;
    return findings;
}

static void
finish(const struct builder *b, struct xc_findings *findings)
{
    enum xc_status status = xc_findings_print(findings, b->arena);

    assert(status == XC_OK);
    (void)status;
    xc_findings_finish(findings);
}

struct xc_findings *
sample_findings_new(struct xc_arena *arena, struct xc_str poison)
{
    const struct builder b = {arena, poison};
    struct xc_findings *findings = new_findings(&b, 6);

    add_errors(&b, findings);
    add_lesser(&b, findings);
    add_problems(&b, findings);
    findings->articles = zeroed(&b, 4, sizeof *findings->articles);
    findings->articles[0] = text(&b, "./desk/a #1.txt");
    findings->articles[1] = text(&b, "desk/feed.jsonl#a");
    findings->articles[2] = text(&b, "desk/good.txt");
    findings->articles[3] = text(&b, "desk/post.md");
    findings->n_articles = 4;
    findings->summary.articles = 4;
    findings->summary.record = 14;
    findings->summary.baseline = 2;
    finish(&b, findings);
    return findings;
}

struct xc_findings *
sample_findings_empty(struct xc_arena *arena)
{
    const struct builder b = {arena, {"", 0}};

    return new_findings(&b, 0);
}

struct xc_findings *
sample_findings_many(struct xc_arena *arena, size_t n, size_t n_errors)
{
    static const char *const words[] = {"desk/post.md", "The ", "bridge was shut", "."};
    const struct builder b = {arena, {"", 0}};
    struct xc_findings *findings = new_findings(&b, n);
    size_t i;

    for (i = 0; i < n; i++)
        (void)add(&b, findings,
                  i >= n - n_errors ? XC_FINDING_CONTRADICTION : XC_FINDING_AGREEMENT,
                  "sources contradict one another", words);
    findings->summary.articles = 1;
    finish(&b, findings);
    return findings;
}
