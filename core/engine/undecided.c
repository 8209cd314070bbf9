/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decisions that decided nothing: the article was changed, or a word mistyped, and nobody
 * would see that the editor's word counts no more.
 */
#include "config.h"

#include <stdint.h>

#include "base/vec.h"
#include "engine/decide.h"

/* Looking for unused decisions. */
struct looking {
    const struct xc_run *run;
    struct xc_arena *scratch;
    struct xc_table claims;  /* "topic/claim" and "claim" of all rules */
    struct xc_table sources; /* how each source read can be named; once it is needed */
    bool has_sources;
};

/* What is wrong with one of them; the texts live in scratch. */
struct unused {
    const struct xc_decision *decision; /* NULL: it is not unused */
    struct xc_str message;
    const char *hint;
};

static enum xc_status
list_claims(struct looking *looking)
{
    const struct xc_topic_vec *topics = looking->run->topics;
    size_t unused;
    size_t t;
    size_t c;

    for (t = 0; t < topics->n; t++) {
        const struct xc_topic *topic = &topics->items[t];

        for (c = 0; c < topic->n_claims; c++) {
            struct xc_str id = topic->claims[c].id;
            struct xc_str whole =
                xc_arena_printf(looking->scratch, "%.*s/%.*s", (int)topic->id.len,
                                topic->id.ptr, (int)id.len, id.ptr);

            if (whole.ptr == NULL ||
                !xc_table_add(&looking->claims, whole, t, looking->scratch, &unused) ||
                !xc_table_add(&looking->claims, id, t, looking->scratch, &unused))
                return XC_NO_MEMORY;
        }
    }
    return XC_OK;
}

/* Adds name, and each of its ends from a folder on. */
static bool
add_ends(struct looking *looking, struct xc_str name)
{
    size_t start = 0;
    size_t unused;

    while (start < name.len) {
        struct xc_str end = xc_str_sub(name, start, name.len - start);

        if (!xc_table_add(&looking->sources, end, 0, looking->scratch, &unused))
            return false;
        start = xc_str_find(name, start, '/') + 1;
    }
    return true;
}

static enum xc_status
list_sources(struct looking *looking)
{
    const struct xc_run_source_vec *sources = &looking->run->sources;
    size_t i;

    looking->has_sources = true;
    for (i = 0; i < sources->n; i++) {
        bool is_new =
            i == 0 || !xc_str_equal(sources->items[i].path, sources->items[i - 1].path);

        if (!add_ends(looking, sources->items[i].id) ||
            (is_new && !add_ends(looking, sources->items[i].path)))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

static enum xc_status
has_claim(const struct looking *looking, const struct xc_selection *on, bool *out)
{
    struct xc_str name = on->claim;

    if (on->topic.len > 0)
        name = xc_arena_printf(looking->scratch, "%.*s/%.*s", (int)on->topic.len,
                               on->topic.ptr, (int)on->claim.len, on->claim.ptr);
    if (name.ptr == NULL)
        return XC_NO_MEMORY;
    *out = xc_table_get(&looking->claims, name, NULL);
    return XC_OK;
}

/* Whether decision i is unused, and why. */
static enum xc_status
look_at(struct looking *looking, size_t i, struct unused *out)
{
    const struct xc_decision *decision = &looking->run->decisions->items[i];
    const struct xc_selection *on = &decision->on;
    bool named = on->source.len > 0;

    if (named && !looking->has_sources && list_sources(looking) != XC_OK)
        return XC_NO_MEMORY;
    if (named && !xc_table_get(&looking->sources, on->source, NULL))
        return XC_OK;
    out->message = xc_arena_printf(
        looking->scratch,
        "the decision fits nothing: no mention of %.*s%s%.*s has these words",
        (int)on->claim.len, on->claim.ptr, named ? " in " : "", (int)on->source.len,
        on->source.ptr);
    out->hint = "copy the words from the report, or take the decision out";
    out->decision = decision;
    return out->message.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

/* Says of the first decision without a claim how many there are. */
static enum xc_status
look_at_strays(struct looking *looking, const struct xc_decision *first, size_t n,
               struct unused *out)
{
    const struct xc_selection *on = &first->on;

    out->message = xc_arena_printf(
        looking->scratch,
        n == 1 ? "no rule file has the claim '%.*s%s%.*s'"
               : "no rule file has the claim '%.*s%s%.*s' (such decisions: %zu)",
        (int)on->topic.len, on->topic.ptr, on->topic.len > 0 ? "/" : "",
        (int)on->claim.len, on->claim.ptr, n);
    out->hint = "write its id as the rule file has it";
    out->decision = first;
    return out->message.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

/* Hands each unused decision to take. */
static enum xc_status
look(struct xc_run *run, enum xc_status (*take)(void *context, const struct unused *),
     void *context)
{
    struct looking looking = {.run = run};
    const struct xc_decision *stray = NULL;
    struct unused unused;
    struct xc_arena scratch;
    enum xc_status status;
    size_t n_strays = 0;
    size_t i;

    if (run->n_decided == NULL)
        return XC_OK;
    xc_arena_init(&scratch);
    looking.scratch = &scratch;
    status = list_claims(&looking);
    for (i = 0; status == XC_OK && i < run->decisions->n; i++) {
        const struct xc_decision *decision = &run->decisions->items[i];
        bool known = false;

        unused = (struct unused){.decision = NULL};
        if (run->n_decided[i] > 0)
            continue;
        status = has_claim(&looking, &decision->on, &known);
        if (status == XC_OK && known)
            status = look_at(&looking, i, &unused);
        if (status == XC_OK && unused.decision != NULL)
            status = take(context, &unused);
        if (known)
            continue;
        n_strays++;
        if (stray == NULL || xc_selection_compare(&decision->on, &stray->on) < 0)
            stray = decision;
    }
    unused = (struct unused){.decision = NULL};
    if (status == XC_OK && n_strays > 0)
        status = look_at_strays(&looking, stray, n_strays, &unused);
    if (status == XC_OK && n_strays > 0)
        status = take(context, &unused);
    xc_arena_release(&scratch);
    return status;
}

static enum xc_status
tell(void *context, const struct unused *unused)
{
    struct xc_run *run = context;
    const struct xc_selection *on = &unused->decision->on;
    struct xc_place place = {on->path, on->line, on->column, on->excerpt};

    return xc_problems_add(&run->problems, XC_PROBLEM_DECISION, &place, unused->hint,
                           "%.*s", (int)unused->message.len, unused->message.ptr)
               ? XC_OK
               : XC_NO_MEMORY;
}

enum xc_status
xc_decide_tell_unused(struct xc_run *run)
{
    return look(run, tell, run);
}

/* Where findings go. */
struct finding {
    struct xc_arena *arena;
    struct xc_findings *findings;
};

static enum xc_status
find(void *context, const struct unused *unused)
{
    const struct finding *finding = context;
    const struct xc_selection *on = &unused->decision->on;
    struct xc_finding *made = XC_VEC_ADD(finding->findings, finding->arena);
    const struct xc_str none = XC_STR("");

    if (made == NULL)
        return XC_NO_MEMORY;
    *made = (struct xc_finding){
        .kind = XC_FINDING_UNUSED_DECISION,
        .severity = xc_finding_kind_severity(XC_FINDING_UNUSED_DECISION),
        .topic = on->topic,
        .claim = on->claim,
        .statement = none,
        .source = none,
        .path = on->path,
        .line = on->line,
        .column = on->column,
        .before = none,
        .quote = on->quote,
        .after = none,
        .decision = unused->decision->reason};
    return xc_arena_str(finding->arena, unused->message, &made->message) ? XC_OK
                                                                         : XC_NO_MEMORY;
}

enum xc_status
xc_decide_find_unused(struct xc_run *run, struct xc_findings *findings)
{
    struct finding finding = {&run->arena, findings};

    return look(run, find, &finding);
}
