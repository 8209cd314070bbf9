/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/compose.h"

#include "stance/negation.h"

static const char *
truth_name(enum xc_truth truth)
{
    switch (truth) {
    case XC_TRUE:
        return "true";
    case XC_FALSE:
        return "false";
    case XC_UNKNOWN:
        return "unknown";
    }
    return "";
}

static enum xc_truth
negated(enum xc_truth truth)
{
    switch (truth) {
    case XC_TRUE:
        return XC_FALSE;
    case XC_FALSE:
        return XC_TRUE;
    case XC_UNKNOWN:
        return XC_UNKNOWN;
    }
    return XC_UNKNOWN;
}

/* The state of the fold. */
struct state {
    struct xc_composition out;
    bool rejecting; /* an outer cue settled what comes: "denied rumours that" */
};

/* What somebody says: under negation nothing is said ("did not say that"). */
static bool
apply_report(const struct xc_scope_cue *cue, struct state *state)
{
    /* "denied reports that", "rather than surgery, as some fans suggest": what the
     * outer cue rejects is what is reported. */
    if (((cue->options & XC_CUE_NOUN) != 0 && state->rejecting) ||
        (cue->as && state->out.truth == XC_FALSE))
        return false;
    if (state->out.truth == XC_FALSE)
        state->out.truth = XC_UNKNOWN;
    /* "He claimed that …" is hedged; in «"…," he claimed» the words are his own, and the
     * verb softens nothing (DESIGN section 5: direct quotation keeps the stance). */
    if ((cue->options & XC_CUE_WEAK) != 0 && !cue->outside)
        state->out.hedged = true;
    state->out.speech = cue;
    return true;
}

static bool
apply_rumour(const struct xc_scope_cue *cue, struct state *state)
{
    if ((cue->options & XC_CUE_NOUN) != 0 && state->rejecting)
        return false;
    state->out.hedged = true;
    if ((cue->options & XC_CUE_UNNAMED) != 0 || cue->cue == NULL)
        state->out.unnamed = true;
    return true;
}

static void
apply_denial(const struct xc_scope_cue *cue, struct state *state)
{
    switch (state->out.truth) {
    case XC_TRUE:
        state->out.truth = XC_FALSE;
        break;
    case XC_FALSE: /* "did not deny": asserts nothing */
    case XC_UNKNOWN:
        state->out.truth = XC_UNKNOWN;
        break;
    }
    state->out.speech = cue;
    state->rejecting = true;
}

static void
apply_implicative(const struct xc_scope_cue *cue, struct state *state)
{
    switch (state->out.truth) {
    case XC_TRUE:
        state->out.truth = cue->cue->when_true;
        break;
    case XC_FALSE:
        state->out.truth = cue->cue->when_false;
        break;
    case XC_UNKNOWN:
        break;
    }
    /* "The rumour that she left is not false": settled, and no rumour any more. */
    if (cue->level == XC_SCOPE_REJECTION && state->out.truth != XC_UNKNOWN)
        state->rejecting = true;
}

/* How far cue i reaches; a cue that reaches somewhere else does not act. */
static enum xc_reach
reach_of(const struct xc_scene *scene, const struct xc_scope *scope, size_t i)
{
    const struct xc_scope_cue *cue = &scope->items[i];

    if (cue->unclear)
        return XC_REACHES_UNCLEAR;
    if (cue->class == XC_CUE_NEGATION || cue->class == XC_CUE_IMPLICATIVE ||
        cue->class == XC_CUE_DENIAL)
        return xc_negation_reach(scene, scope, i);
    return XC_REACHES;
}

/* Whether the cue acted. */
static bool
apply(const struct xc_scene *scene, const struct xc_scope *scope, size_t i,
      struct state *state)
{
    const struct xc_scope_cue *cue = &scope->items[i];

    switch (reach_of(scene, scope, i)) {
    case XC_REACHES_NOT:
        return false;
    case XC_REACHES_UNCLEAR:
        state->out.truth = XC_UNKNOWN;
        return true;
    case XC_REACHES:
        break;
    }
    switch (cue->class) {
    case XC_CUE_NEGATION:
        state->out.truth = negated(state->out.truth);
        return true;
    case XC_CUE_IMPLICATIVE:
        apply_implicative(cue, state);
        return true;
    case XC_CUE_DENIAL:
        apply_denial(cue, state);
        return true;
    case XC_CUE_DEBUNK:
        state->out.truth = negated(state->out.truth);
        state->rejecting = true;
        return true;
    case XC_CUE_REPORT:
        return apply_report(cue, state);
    case XC_CUE_RUMOUR:
        return apply_rumour(cue, state);
    case XC_CUE_HEDGE:
        state->out.hedged = true;
        return true;
    case XC_CUE_OPEN:
        state->out.truth = XC_UNKNOWN;
        /* "The mayor joked that …" is open, and somebody's words. */
        if ((cue->options & (XC_CUE_STRONG | XC_CUE_WEAK)) != 0)
            state->out.speech = cue;
        return true;
    case XC_CUE_QUESTION:
        state->out.questioned = true;
        return true;
    case XC_CUE_CONDITION:
        state->out.hypothetical = true;
        return true;
    case XC_CUE_PSEUDO:
    case XC_CUE_WATCH:
        return false;
    }
    return false;
}

static bool
trace(const struct xc_scene *scene, const struct xc_scope_cue *cue, bool acted,
      struct state *state, struct xc_arena *arena)
{
    struct xc_str words = xc_text_original(scene->text, cue->words);

    state->out.trace =
        xc_arena_printf(arena, "%.*s%s '%.*s' %s: %s\n", (int)state->out.trace.len,
                        state->out.trace.len == 0 ? "" : state->out.trace.ptr,
                        xc_cue_class_name(cue->class), (int)words.len, words.ptr,
                        acted ? "acts" : "does not act", truth_name(state->out.truth));
    return state->out.trace.ptr != NULL;
}

enum xc_status
xc_compose(const struct xc_scene *scene, const struct xc_scope *scope,
           struct xc_arena *arena, struct xc_composition *out)
{
    struct state state = {.out = {.truth = XC_TRUE}};
    size_t i;

    state.out.acted = xc_arena_array(arena, scope->n + 1, sizeof *state.out.acted);
    if (state.out.acted == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < scope->n; i++) {
        state.out.acted[i] = apply(scene, scope, i, &state);
        if (!trace(scene, &scope->items[i], state.out.acted[i], &state, arena))
            return XC_NO_MEMORY;
    }
    *out = state.out;
    return XC_OK;
}
