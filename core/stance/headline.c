/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/headline.h"

#include "stance/complement.h"
#include "stance/scene.h"
#include "text/syntax.h"

/* How much of what a headline says about itself counts: "Shark real or fake? It's a
 * hoax". */
enum { TELLING, DOUBTING, ASKING, REJECTING };

/* What is read of a headline. */
struct headline {
    const struct xc_lexicon *lexicon;
    const struct xc_text *text;
    struct xc_range sentences; /* of it */
    struct xc_arena *arena;
    struct xc_names *names;
    size_t n_clauses; /* read so far */
    bool found;
    struct xc_target target; /* of the fullest clause so far */
    struct xc_stance_reading reading;
    size_t most;     /* its words that no cue holds */
    bool denied;     /* the reading is of a clause that is denied, and stays */
    bool questioned; /* one of its sentences is a question */
    struct xc_cue_hit sign;
    bool has_sign;
};

/* The words of range that no cue holds. */
static size_t
count_own(const struct xc_scene *scene, struct xc_range range)
{
    size_t n = range.end - range.first;
    size_t i;
    size_t k;

    for (i = 0; i < scene->cues.n; i++) {
        const struct xc_cue_match *match = &scene->cues.items[i];

        for (k = 0; k < match->n_matched; k++)
            n -= match->matched[k] >= range.first && match->matched[k] < range.end;
    }
    return n;
}

/* Which clauses of a headline say something of their own. */
static bool
is_main(const struct xc_scene *scene, const struct xc_clause *clause)
{
    size_t first = clause->words.first;

    switch (clause->kind) {
    case XC_CLAUSE_MAIN:
    case XC_CLAUSE_CONTRAST:
    case XC_CLAUSE_PUNCTUATED:
        /* "… so it won't burn" is what for; "So, the pier is sold" is not. */
        return !xc_str_is(scene->text->words.items[first].key, "so") ||
               xc_scene_gap_has(scene, first + 1, ',');
    case XC_CLAUSE_RELATIVE:
    case XC_CLAUSE_PARTICIPLE:
    case XC_CLAUSE_SUBORDINATE:
    case XC_CLAUSE_ATTRIBUTION:
        return false;
    }
    return false;
}

/* Another stance than the calculus gave, with the reason in the trace. */
static bool
change(struct headline *headline, struct xc_stance_reading *reading,
       enum xc_stance stance, const char *reason)
{
    reading->stance = stance;
    reading->unread = (size_t)-1;
    reading->trace =
        xc_arena_printf(headline->arena, "%.*s%s: %s\n", (int)reading->trace.len,
                        reading->trace.ptr == NULL ? "" : reading->trace.ptr, reason,
                        xc_stance_name(stance));
    return reading->trace.ptr != NULL;
}

/* Whether a cue that acted makes what is said doubtful. */
static bool
is_doubtful(const struct xc_stance_reading *reading)
{
    size_t i;

    for (i = 0; i < reading->n_cues; i++) {
        if (reading->cues[i].class == XC_CUE_HEDGE ||
            reading->cues[i].class == XC_CUE_RUMOUR ||
            reading->cues[i].class == XC_CUE_NEGATION)
            return true;
    }
    return false;
}

/* What a verb of saying does to a headline that it is the predicate of, or that has it
 * from a thing. */
static bool
settle_speech(struct headline *headline, const struct xc_predicate *predicate,
              struct xc_stance_reading *reading)
{
    const struct xc_cue *own = predicate->own == NULL ? NULL : predicate->own->cue;

    if (own != NULL && own->class == XC_CUE_REPORT) {
        if (reading->stance == XC_STANCE_DENIED) /* "Mayor did not confirm sale" */
            return change(headline, reading, XC_STANCE_UNRESOLVED, "nothing is said");
        if (reading->stance == XC_STANCE_ASSERTED && /* "Mayor predicts sale" */
            (own->options & XC_CUE_WEAK) != 0)
            return change(headline, reading, XC_STANCE_HEDGED, "no more than claimed");
    }
    /* "Tests confirm harbour shark", "leak reveals new boat": a thing vouches for it as
     * well as anybody. */
    if (reading->stance == XC_STANCE_HEDGED &&
        reading->voice.kind == XC_VOICE_UNNAMED &&
        reading->voice.commitment == XC_COMMITMENT_STRONG && !is_doubtful(reading))
        return change(headline, reading, XC_STANCE_ASSERTED, "vouched for");
    return true;
}

/* Reads the clause at its predicate; *out_found is false when it has none. */
static enum xc_status
weigh_clause(struct headline *headline, const struct xc_scene *scene,
             struct xc_range range, struct xc_stance_reading *out, bool *out_found)
{
    size_t n_words = scene->sentence.end - scene->sentence.first;
    /* A headline's announcement is the whole of what it says. */
    struct xc_target target = {.sentence = scene->target->sentence,
                               .foretold = true,
                               .names = headline->names};
    struct xc_predicate predicate;
    enum xc_status status;
    bool *literal;

    *out_found = xc_predicate_find(scene, range, &predicate);
    if (!*out_found)
        return XC_OK;
    literal = xc_arena_array(headline->arena, n_words, sizeof *literal);
    if (literal == NULL)
        return XC_NO_MEMORY;
    xc_complement_flag(scene, &predicate, literal);
    target.words = (struct xc_range){predicate.word, predicate.word + 1};
    target.literal = literal;
    status = xc_stance_weigh(headline->lexicon, headline->text, &target,
                             headline->arena, out);
    if (status != XC_OK)
        return status;
    return settle_speech(headline, &predicate, out) ? XC_OK : XC_NO_MEMORY;
}

/* The first clause that is denied counts, else the fullest, the last of equals: "Mayor:
 * the pier is safe" is about the pier. */
static enum xc_status
read_clause(struct headline *headline, const struct xc_scene *scene,
            const struct xc_clause *clause)
{
    size_t own = count_own(scene, clause->words);
    struct xc_stance_reading reading;
    enum xc_status status;
    bool denied;
    bool found;

    if (headline->n_clauses++ >= XC_MAX_HEADLINE_CLAUSES)
        return XC_OK;
    status = weigh_clause(headline, scene, clause->words, &reading, &found);
    if (status != XC_OK || !found)
        return status;
    denied = reading.stance == XC_STANCE_DENIED;
    headline->questioned |= reading.stance == XC_STANCE_QUESTIONED;
    if (headline->found && !(denied && !headline->denied) &&
        (headline->denied || own < headline->most ||
         clause->kind == XC_CLAUSE_CONTRAST))
        return XC_OK;
    headline->most = own;
    headline->denied = denied;
    headline->target =
        (struct xc_target){.sentence = scene->target->sentence, .words = clause->words};
    headline->reading = reading;
    headline->found = true;
    return XC_OK;
}

/* Of two signs that a headline gives about itself, which one counts. */
static int weight_of(enum xc_cue_class class)
{
    switch (class) {
    case XC_CUE_DEBUNK:
    case XC_CUE_DENIAL:
        return REJECTING;
    case XC_CUE_QUESTION:
        return ASKING;
    case XC_CUE_RUMOUR:
    case XC_CUE_HEDGE:
    case XC_CUE_OPEN:
    case XC_CUE_REPORT:
        return DOUBTING;
    case XC_CUE_PSEUDO:
    case XC_CUE_NEGATION:
    case XC_CUE_IMPLICATIVE:
    case XC_CUE_CONDITION:
    case XC_CUE_WATCH:
        return TELLING;
    }
    return TELLING;
}

static void
read_signs(struct headline *headline, const struct xc_scene *scene)
{
    size_t i;

    for (i = 0; i < scene->cues.n; i++) {
        const struct xc_cue_match *match = &scene->cues.items[i];

        if (weight_of(match->cue->class) == TELLING ||
            (headline->has_sign &&
             weight_of(headline->sign.class) >= weight_of(match->cue->class)))
            continue;
        headline->has_sign = true;
        headline->sign =
            (struct xc_cue_hit){match->cue, match->cue->class, match->words};
    }
}

static enum xc_status
read_sentence(struct headline *headline, size_t s)
{
    struct xc_target whole = {.sentence = s,
                              .words = headline->text->sentences[s].words,
                              .names = headline->names};
    struct xc_scene scene;
    enum xc_status status;
    size_t i;

    if (whole.words.end == whole.words.first)
        return XC_OK;
    status = xc_scene_set(headline->lexicon, headline->text, &whole, headline->arena,
                          &scene);
    if (status == XC_OK) {
        scene.headline = true;
        status = xc_scene_find_cues(&scene, NULL, headline->arena);
    }
    if (status != XC_OK)
        return status;
    read_signs(headline, &scene);
    headline->questioned |= xc_scene_is_question(&scene);
    scene.headline = false;
    status = xc_scene_find_cues(&scene, NULL, headline->arena);
    for (i = 0; i < scene.clauses.n && status == XC_OK; i++) {
        if (is_main(&scene, &scene.clauses.items[i]))
            status = read_clause(headline, &scene, &scene.clauses.items[i]);
    }
    return status;
}

static enum xc_stance stance_of_sign(enum xc_cue_class class)
{
    switch (class) {
    case XC_CUE_DEBUNK:
    case XC_CUE_DENIAL:
        return XC_STANCE_DENIED;
    case XC_CUE_QUESTION:
        return XC_STANCE_QUESTIONED;
    case XC_CUE_OPEN:
        return XC_STANCE_UNRESOLVED;
    case XC_CUE_RUMOUR:
    case XC_CUE_HEDGE:
    case XC_CUE_REPORT:
    case XC_CUE_PSEUDO:
    case XC_CUE_NEGATION:
    case XC_CUE_IMPLICATIVE:
    case XC_CUE_CONDITION:
    case XC_CUE_WATCH:
        return XC_STANCE_HEDGED;
    }
    return XC_STANCE_HEDGED;
}

/* Puts the sign before the cues that acted. */
static bool
list_sign(struct headline *headline)
{
    struct xc_stance_reading *reading = &headline->reading;
    struct xc_cue_hit *cues =
        xc_arena_array(headline->arena, reading->n_cues + 1, sizeof *cues);
    size_t i;

    if (cues == NULL)
        return false;
    cues[0] = headline->sign;
    for (i = 0; i < reading->n_cues; i++)
        cues[i + 1] = reading->cues[i];
    reading->cues = cues;
    reading->n_cues++;
    return true;
}

/* Puts what the headline says about all of itself over what its main clause says. */
static bool
settle(struct headline *headline)
{
    struct xc_stance_reading *reading = &headline->reading;
    bool denied = reading->stance == XC_STANCE_DENIED;
    struct xc_str words;

    if (headline->has_sign &&
        (weight_of(headline->sign.class) == REJECTING ||
         headline->sign.class == XC_CUE_OPEN || (!denied && !headline->questioned))) {
        words = xc_text_original(headline->text, headline->sign.words);
        words = xc_arena_printf(headline->arena, "the headline says '%.*s'",
                                (int)words.len, words.ptr);
        return words.ptr != NULL && list_sign(headline) &&
               change(headline, reading, stance_of_sign(headline->sign.class),
                      words.ptr);
    }
    if (headline->questioned && !denied && reading->stance != XC_STANCE_QUESTIONED)
        return change(headline, reading, XC_STANCE_QUESTIONED, "the headline asks");
    return true;
}

/* A headline of nothing but cues, "Hoax!", is its own target. */
static enum xc_status
read_whole(struct headline *headline)
{
    const struct xc_text *text = headline->text;
    size_t s;

    for (s = headline->sentences.first; s < headline->sentences.end && !headline->found;
         s++) {
        struct xc_range words = text->sentences[s].words;

        if (words.end == words.first)
            continue;
        headline->target = (struct xc_target){
            .sentence = s, .words = words, .foretold = true, .names = headline->names};
        headline->found = true;
        return xc_stance_weigh(headline->lexicon, text, &headline->target,
                               headline->arena, &headline->reading);
    }
    return XC_OK;
}

static enum xc_status
read_sentences(struct headline *headline)
{
    enum xc_status status = headline->names == NULL ? XC_NO_MEMORY : XC_OK;
    size_t s;

    for (s = headline->sentences.first; s < headline->sentences.end && status == XC_OK;
         s++)
        status = read_sentence(headline, s);
    if (status == XC_OK && !headline->found)
        status = read_whole(headline);
    if (status == XC_OK && headline->found && !settle(headline))
        status = XC_NO_MEMORY;
    return status;
}

enum xc_status
xc_headline_read(const struct xc_lexicon *lexicon, const struct xc_text *text,
                 struct xc_arena *arena, struct xc_target *out_target,
                 struct xc_stance_reading *out, bool *out_found)
{
    struct headline headline = {.lexicon = lexicon,
                                .text = text,
                                .sentences = {0, text->n_sentences},
                                .arena = arena,
                                .names = xc_names_new(lexicon, text, arena)};
    enum xc_status status = read_sentences(&headline);

    if (status != XC_OK)
        return status;
    headline.target.names = NULL;
    *out_target = headline.target;
    *out = headline.reading;
    *out_found = headline.found;
    return XC_OK;
}

enum xc_status
xc_headline_read_part(const struct xc_lexicon *lexicon,
                      const struct xc_headline_part *part, struct xc_arena *arena,
                      struct xc_stance_reading *out, bool *out_found)
{
    struct headline headline = {.lexicon = lexicon,
                                .text = part->text,
                                .sentences = part->sentences,
                                .arena = arena,
                                .names = part->names};
    enum xc_status status = read_sentences(&headline);

    if (status == XC_OK && headline.found)
        *out = headline.reading;
    if (status == XC_OK)
        *out_found = headline.found;
    return status;
}
