/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/update.h"

#include <stdio.h>
#include <unistd.h>

#include "author/example_add.h"
#include "author/proposal.h"
#include "base/vec.h"
#include "io/answers.h"
#include "io/file.h"
#include "io/output.h"
#include "report/example_lines.h"
#include "report/proposal.h"
#include "report/telling.h"
#include "report/terminal.h"
#include "report/yaml_emit.h"

/* What the keys mean: the kinds in their order, then the rest. */
static const char keys[] = "adcisq";
enum { KEY_SKIP = XC_EXAMPLE_IGNORES + 1, KEY_QUIT };
static const char question[] =
    "[a]sserts [d]enies dis[c]usses [i]gnores [s]kip [q]uit? ";

struct update {
    struct xc_program *program;
    struct xc_worker worker;
    struct xc_proposals proposals;
    struct xc_problems problems;
    struct xc_new_example_vec *confirmed; /* one for each topic */
    /* Those whose answer is not what was found, with the example made of them. */
    struct xc_example_results failing;
    struct xc_answers answers;
    size_t n_lost;
};

static enum xc_status
take_source(void *context, const struct xc_source *source)
{
    struct update *update = context;

    return xc_proposals_add(&update->proposals, &update->program->engine,
                            &update->worker, source, &update->problems);
}

/* Has the sources read by the claims as they are. */
static enum xc_status
collect(struct update *update, const struct xc_str_list *sources)
{
    struct xc_source_inputs inputs = {
        .paths = sources,
        .article = &update->worker.article,
        .problems = &update->problems,
        .take = take_source,
        .context = update,
    };
    enum xc_status status = xc_program_compile(update->program);

    if (status == XC_OK)
        status = xc_worker_init(&update->program->engine, &update->worker);
    if (status != XC_OK)
        return status;
    status = xc_inputs_sources(&inputs);
    update->n_lost = inputs.n_lost;
    xc_worker_release(&update->worker);
    return status;
}

/* Has the sentences read as examples are: an engine that asks for less. */
static enum xc_status
finish(struct update *update)
{
    enum xc_status status;

    xc_examples_prepare(&update->program->topics);
    status = xc_program_compile(update->program);
    if (status == XC_OK)
        status = xc_worker_init(&update->program->engine, &update->worker);
    if (status != XC_OK)
        return status;
    status = xc_proposals_finish(&update->proposals, &update->program->engine,
                                 &update->worker, &update->problems);
    xc_worker_release(&update->worker);
    return status;
}

/* Makes the new text of a rule file and writes it; with try, only finds out whether both
 * could be done, before anybody has answered a hundred questions in vain. */
static enum xc_status
write_file(struct update *update, struct xc_str path,
           const struct xc_new_example_vec *examples, bool try)
{
    struct xc_output *output = NULL;
    struct xc_arena arena;
    struct xc_str text;
    struct xc_str made;
    enum xc_status status;

    xc_arena_init(&arena);
    status = xc_file_read(path, XC_MAX_RULE_BYTES, XC_PROBLEM_RULE, &arena, &text,
                          &update->problems);
    if (status == XC_OK)
        status = xc_example_add(path, text, examples, &arena, &made, &update->problems);
    if (status == XC_OK)
        status = xc_output_open(path, &output, &update->problems);
    if (status == XC_OK && try)
        xc_output_abandon(output);
    if (status == XC_OK && !try) {
        xc_sink_put(xc_output_sink(output), made);
        status = xc_output_commit(output, &update->problems);
    }
    xc_arena_release(&arena);
    return status == XC_BAD_INPUT ? XC_BAD_RULE : status;
}

/* Whether each file could take an example of every kind for its claims with proposals. */
static enum xc_status
try_files(struct update *update)
{
    const struct xc_proposals *proposals = &update->proposals;
    enum xc_status status = XC_OK;
    size_t i = 0;

    while (i < proposals->n && status == XC_OK) {
        const struct xc_topic *topic = proposals->items[i].found.topic;
        struct xc_new_example_vec examples = {NULL, 0, 0};
        const struct xc_claim *last = NULL;

        for (; i < proposals->n && proposals->items[i].found.topic == topic; i++) {
            const struct xc_claim *claim = proposals->items[i].found.claim;
            size_t k;

            for (k = 0; k < KEY_SKIP && claim != last; k++) {
                struct xc_new_example *slot =
                    XC_VEC_ADD(&examples, &update->program->arena);

                if (slot == NULL)
                    return XC_NO_MEMORY;
                *slot = (struct xc_new_example){claim->id, (enum xc_example_kind)k,
                                                XC_STR("x"), XC_STR("\"x\"")};
            }
            last = claim;
        }
        status = write_file(update, topic->file, &examples, true);
    }
    return status;
}

/* Asks until one of the keys comes; the end of input is `q`. */
static enum xc_status
ask(struct update *update, size_t fallback, size_t *out_key)
{
    const bool typed = isatty(STDIN_FILENO) == 1;

    for (;;) {
        struct xc_str answer;
        enum xc_status status;
        size_t key = 0;
        bool found;

        fprintf(stderr, "%s[%c] ", question, keys[fallback]);
        status = xc_answers_next(&update->answers, &answer, &found, &update->problems);
        if (status != XC_OK)
            return status;
        if (!typed)
            fputc('\n', stderr);
        *out_key = found ? fallback : KEY_QUIT;
        if (!found || answer.len == 0)
            return XC_OK;
        while (key <= KEY_QUIT && (answer.ptr[0] | 0x20) != keys[key])
            key++;
        *out_key = key;
        if (answer.len == 1 && key <= KEY_QUIT)
            return XC_OK;
        fputs("One letter, please, or Enter for the one in brackets.\n", stderr);
    }
}

struct quoting {
    char *bytes;
    size_t len;
};

static bool
quote_bytes(void *context, const char *bytes, size_t len)
{
    struct quoting *quoting = context;

    memcpy(quoting->bytes + quoting->len, bytes, len);
    quoting->len += len;
    return true;
}

/* The text as YAML writes it; ptr NULL when memory is short. */
static struct xc_str
quote(struct xc_str text, struct xc_arena *arena)
{
    const size_t longest = sizeof "\\u0000" - 1; /* that a byte becomes */
    struct quoting quoting = {xc_arena_alloc(arena, text.len * longest + 2), 0};
    struct xc_sink sink = {quote_bytes, &quoting, false};

    if (quoting.bytes != NULL)
        xc_yaml_quoted(&sink, text);
    return (struct xc_str){quoting.bytes, quoting.len};
}

/* Keeps the proposal as an example of the kind. */
static enum xc_status
confirm(struct update *update, const struct xc_proposal *proposal,
        enum xc_example_kind kind)
{
    struct xc_arena *arena = &update->program->arena;
    const struct xc_claim *claim = proposal->found.claim;
    struct xc_new_example *slot = XC_VEC_ADD(&update->confirmed[claim->topic], arena);
    struct xc_example *example;
    struct xc_example_result *failing;

    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = (struct xc_new_example){claim->id, kind, proposal->text,
                                    quote(proposal->text, arena)};
    if (slot->written.ptr == NULL)
        return XC_NO_MEMORY;
    if (kind == proposal->found.came)
        return XC_OK;
    failing = XC_VEC_ADD(&update->failing, arena);
    example = xc_arena_array(arena, 1, sizeof *example);
    if (failing == NULL || example == NULL)
        return XC_NO_MEMORY;
    *example = (struct xc_example){.kind = kind, .text = proposal->text};
    *failing = proposal->found;
    failing->example = example;
    return XC_OK;
}

static enum xc_status
ask_all(struct update *update)
{
    const struct xc_proposals *proposals = &update->proposals;
    const struct xc_report_style style = {xc_cli_wants_colour(STDERR_FILENO),
                                          xc_cli_width(STDERR_FILENO)};
    struct xc_sink sink = xc_cli_stderr();
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < proposals->n && status == XC_OK; i++) {
        const struct xc_proposal *proposal = &proposals->items[i];
        enum xc_example_kind found;
        size_t fallback =
            xc_proposal_kind(proposal, &found) ? (size_t)found : (size_t)KEY_SKIP;
        size_t key;

        xc_report_proposal(proposal, i + 1, proposals->n, &style, &sink);
        status = ask(update, fallback, &key);
        if (status == XC_OK && key == KEY_QUIT)
            break;
        if (status == XC_OK && key < KEY_SKIP)
            status = confirm(update, proposal, (enum xc_example_kind)key);
    }
    return status;
}

/* Tells what was written, and which examples fail now. */
static void
tell(const struct update *update, size_t n_added)
{
    const struct xc_report_style style = {xc_cli_wants_colour(STDOUT_FILENO),
                                          xc_cli_width(STDOUT_FILENO)};
    struct xc_sink sink = xc_cli_stdout();
    struct xc_terminal terminal;
    struct xc_sink pen;
    struct xc_sink name;
    size_t i;

    xc_terminal_init(&terminal, &sink, style.colour, style.width);
    pen = xc_terminal_pen(&terminal);
    name = xc_terminal_name_pen(&terminal);
    for (i = 0; i < update->failing.n; i++) {
        const struct xc_example_result *result = &update->failing.items[i];

        xc_terminal_hang(&terminal, 0, 2);
        xc_sink_put(&name, result->topic->file);
        xc_sink_text(&pen, ": ");
        xc_sink_put(&pen, result->claim->id);
        xc_sink_text(&pen, ": fails from now on: ");
        xc_example_lines_fault(&pen, result);
        xc_sink_text(&pen, ": ");
        xc_telling_sentence(&pen, result->example->text);
        xc_terminal_end(&terminal);
    }
    xc_terminal_indent(&terminal, 0);
    xc_sink_printf(&pen, "%zu of %zu new %s became examples", n_added,
                   update->proposals.n,
                   update->proposals.n == 1 ? "sentence" : "sentences");
    xc_terminal_end(&terminal);
}

static enum xc_status
write_all(struct update *update, size_t *out_n)
{
    const struct xc_topic_vec *topics = &update->program->topics;
    enum xc_status result = XC_OK;
    size_t t;

    *out_n = 0;
    for (t = 0; t < topics->n; t++) {
        const struct xc_new_example_vec *examples = &update->confirmed[t];
        enum xc_status status;

        if (examples->n == 0)
            continue;
        status = write_file(update, topics->items[t].file, examples, false);
        if (status == XC_OK)
            *out_n += examples->n;
        else
            result = status; /* the other files are whole, too */
    }
    return result;
}

/* Everything from the sources to the answers; what was confirmed stays when an answer
 * can't be read. */
static enum xc_status
gather(struct update *update, const struct xc_str_list *sources)
{
    struct xc_arena *arena = &update->program->arena;
    const struct xc_place place = {.path = XC_STR("")};
    enum xc_status status;

    update->confirmed =
        xc_arena_array(arena, update->program->topics.n, sizeof *update->confirmed);
    if (update->confirmed == NULL)
        return XC_NO_MEMORY;
    status = collect(update, sources);
    if (status == XC_OK)
        status = finish(update);
    if (status == XC_OK && update->proposals.n_dropped > 0 &&
        !xc_problems_add(&update->problems, XC_PROBLEM_LIMIT, &place,
                         "name fewer sources",
                         "%zu mentions more than can be asked about at once",
                         update->proposals.n_dropped))
        return XC_NO_MEMORY;
    return status == XC_OK ? try_files(update) : status;
}

enum xc_exit
xc_cli_update(struct xc_program *program, const struct xc_str_list *sources)
{
    struct update update = {.program = program};
    enum xc_status asked = XC_OK;
    enum xc_status status;
    size_t n_added;

    xc_problems_init(&update.problems, &program->arena);
    xc_proposals_init(&update.proposals, &program->arena);
    status = gather(&update, sources);
    xc_cli_print_problems(&update.problems);
    if (status != XC_OK)
        return xc_exit_of(status);
    xc_problems_init(&update.problems, &program->arena);
    asked = ask_all(&update);
    if (asked == XC_NO_MEMORY)
        return xc_exit_of(asked);
    status = write_all(&update, &n_added);
    xc_cli_print_problems(&update.problems);
    if (status == XC_OK)
        tell(&update, n_added);
    if (!xc_cli_flush())
        return XC_EXIT_SYSTEM;
    if (status == XC_OK)
        status = asked;
    if (status != XC_OK)
        return xc_exit_of(status);
    if (update.failing.n > 0)
        return XC_EXIT_FOUND;
    return update.n_lost > 0 ? XC_EXIT_INPUT : XC_EXIT_OK;
}
