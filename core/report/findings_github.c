/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GitHub's workflow commands: an annotation a line, which shows on the line of the file.
 * GitHub shows ten of each level for a step and drops the rest in silence, so that what is
 * over them is counted here.
 */
#include "config.h"

#include "base/limits.h"
#include "report/finding_story.h"
#include "report/finding_words.h"
#include "report/findings.h"
#include "report/github_emit.h"
#include "report/plain_emit.h"
#include "report/telling.h"

enum level { LEVEL_ERROR, LEVEL_WARNING, LEVEL_NOTICE };
#define N_LEVELS 3

static const char *const level_names[N_LEVELS] = {"error", "warning", "notice"};

struct writer {
    struct xc_sink *sink;    /* as it is */
    struct xc_sink message;  /* escaped for the part behind the second "::" … */
    struct xc_sink property; /* … and for those before it */
    size_t n[N_LEVELS];      /* annotations there are … */
    size_t told[N_LEVELS];   /* … and written */
    size_t most[N_LEVELS];
};

static enum level
level_of(const struct xc_finding *finding)
{
    if (finding->is_suppressed || finding->severity == XC_SEVERITY_NOTE)
        return LEVEL_NOTICE;
    return finding->severity == XC_SEVERITY_ERROR ? LEVEL_ERROR : LEVEL_WARNING;
}

static enum level
problem_level(const struct xc_problem *problem)
{
    return xc_problem_loses_input(problem->kind) ? LEVEL_WARNING : LEVEL_NOTICE;
}

static bool
has_room(struct writer *writer, enum level level)
{
    if (writer->told[level] == writer->most[level])
        return false;
    writer->told[level]++;
    return true;
}

struct annotation {
    enum level level;
    struct xc_str path;
    size_t line;
    size_t column;
    const char *title;
};

/* "::error file=a.md,line=3,col=5,title=uncorroborated::" */
static void
begin(struct writer *writer, const struct annotation *annotation)
{
    struct xc_str path = xc_str_plain_path(annotation->path);
    struct xc_sink name = xc_plain_name_pen(&writer->property);

    xc_sink_text(writer->sink, "::");
    xc_sink_text(writer->sink, level_names[annotation->level]);
    xc_sink_char(writer->sink, ' ');
    if (path.len > 0) {
        xc_sink_text(writer->sink, "file=");
        xc_sink_put(&name, path);
        xc_sink_char(writer->sink, ',');
    }
    if (path.len > 0 && annotation->line > 0) {
        xc_sink_printf(writer->sink, "line=%zu,", annotation->line);
        if (annotation->column > 0)
            xc_sink_printf(writer->sink, "col=%zu,", annotation->column);
    }
    xc_sink_text(writer->sink, "title=");
    xc_sink_text(writer->sink, annotation->title);
    xc_sink_text(writer->sink, "::");
}

static void
tell_finding(struct writer *writer, const struct xc_finding *finding)
{
    const struct annotation annotation = {level_of(finding), finding->path,
                                          finding->line, finding->column,
                                          xc_finding_kind_name(finding->kind)};
    struct xc_finding_story story;

    if (!has_room(writer, annotation.level))
        return;
    begin(writer, &annotation);
    xc_finding_story_plain(&story, &writer->message);
    story.most_against = XC_SHOWN_AGAINST;
    story.most_bytes = XC_SHOWN_TEXT_BYTES;
    xc_finding_story_text(&story, finding->message);
    xc_finding_story_tell(&story, finding);
    xc_sink_char(writer->sink, '\n');
}

static void
tell_problem(struct writer *writer, const struct xc_problem *problem)
{
    const struct annotation annotation = {problem_level(problem), problem->path,
                                          problem->line, problem->column,
                                          xc_problem_kind_name(problem->kind)};
    struct xc_sink prose = xc_plain_pen(&writer->message);

    if (!has_room(writer, annotation.level))
        return;
    begin(writer, &annotation);
    xc_sink_put(&prose, problem->message);
    xc_sink_char(writer->sink, '\n');
}

/* Counts all, and keeps a notice for what can't be shown. */
static void
plan(struct writer *writer, const struct xc_findings *findings)
{
    bool too_many = findings->problems->n_dropped > 0;
    size_t i;

    for (i = 0; i < findings->n; i++)
        writer->n[level_of(&findings->items[i])]++;
    for (i = 0; i < findings->problems->n; i++)
        writer->n[problem_level(&findings->problems->items[i])]++;
    for (i = 0; i < N_LEVELS; i++) {
        writer->most[i] = XC_MAX_GITHUB_ANNOTATIONS;
        too_many |= writer->n[i] > writer->most[i];
    }
    if (too_many)
        writer->most[LEVEL_NOTICE]--;
}

static void
tell_rest(struct writer *writer, const struct xc_problems *problems)
{
    size_t rest = problems->n_dropped;
    size_t level;

    for (level = 0; level < N_LEVELS; level++)
        rest += writer->n[level] - writer->told[level];
    if (rest > 0)
        xc_sink_printf(writer->sink,
                       "::notice title=xclaim::and %zu more that GitHub would not "
                       "show\n",
                       rest);
}

void
xc_findings_github(const struct xc_findings *findings, struct xc_sink *sink)
{
    struct writer writer = {.sink = sink,
                            .message = xc_github_message_pen(sink),
                            .property = xc_github_property_pen(sink)};
    size_t i;

    plan(&writer, findings);
    for (i = 0; i < findings->n; i++)
        tell_finding(&writer, &findings->items[i]);
    for (i = 0; i < findings->problems->n; i++)
        tell_problem(&writer, &findings->problems->items[i]);
    tell_rest(&writer, findings->problems);
    /* A line of the log: it begins with a number, so it is no command. */
    xc_finding_summary(sink, &findings->summary);
    xc_sink_char(sink, '\n');
}
