/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/check_words.h"

#include "base/growing.h"

/* Sources that a sentence names; what more there are it counts. */
static const size_t most_named = 3;

static bool
is_denial(const struct xc_check_words *words)
{
    return words->mention->stance == XC_STANCE_DENIED;
}

static const char *
verb(const struct xc_check_words *words)
{
    return is_denial(words) ? "denies" : "asserts";
}

/* “The pier was closed”, without its full stop. */
static void
put_statement(struct xc_sink *pen, const struct xc_check_words *words)
{
    struct xc_str statement = words->result->claim->statement;

    if (statement.len > 0 && statement.ptr[statement.len - 1] == '.')
        statement.len--;
    xc_sink_text(pen, "“");
    xc_sink_put(pen, statement);
    xc_sink_text(pen, "”");
}

/* Who says it: a named speaker, or the article. */
static void
put_subject(struct xc_sink *pen, const struct xc_check_words *words)
{
    const struct xc_voice *voice = &words->mention->voice;

    if (voice->kind == XC_VOICE_SPEAKER && voice->name.len > 0)
        xc_sink_put(pen, voice->name);
    else
        xc_sink_text(pen, "the article");
}

/* "one origin", "2 other origins". */
static void
put_origins(struct xc_sink *pen, size_t n, const char *other)
{
    if (n == 1)
        xc_sink_text(pen, "one ");
    else
        xc_sink_printf(pen, "%zu ", n);
    xc_sink_text(pen, other);
    xc_sink_text(pen, n == 1 ? "origin" : "origins");
}

/* " (a.md, b.md and 2 more)" of the sources that the finding lists; nothing for none. */
static void
put_sources(struct xc_sink *pen, const struct xc_check_words *words)
{
    size_t n_named = 0;
    size_t i;

    if (words->n_against == 0)
        return;
    for (i = 0; i < words->n_against && n_named < most_named; i++) {
        struct xc_str id = words->against[i].source;

        if (i > 0 && xc_str_equal(id, words->against[i - 1].source))
            continue;
        xc_sink_text(pen, n_named++ == 0 ? " (" : ", ");
        xc_sink_put(pen, id);
    }
    if (words->n_origins > i)
        xc_sink_printf(pen, " and %zu more", words->n_origins - i);
    xc_sink_text(pen, ")");
}

/* "“nearly 300”". */
static void
put_value(struct xc_sink *pen, const struct xc_value *value, struct xc_arena *arena)
{
    struct xc_str said = xc_value_said(value, arena);

    if (said.ptr == NULL)
        pen->failed = true;
    xc_sink_text(pen, "“");
    xc_sink_put(pen, said);
    xc_sink_text(pen, "”");
}

/* "gives men as “four”". */
static void
put_own_value(struct xc_sink *pen, const struct xc_check_words *words,
              struct xc_arena *arena)
{
    xc_sink_text(pen, " gives ");
    xc_sink_put(pen, words->result->claim->slots[words->slot].name);
    xc_sink_text(pen, " as ");
    put_value(pen, words->value, arena);
}

struct xc_str
xc_check_words_contradiction(const struct xc_check_words *words, struct xc_arena *arena)
{
    struct xc_growing growing = {.arena = arena};
    struct xc_sink pen = xc_growing_pen(&growing);
    bool one = words->n_origins == 1;

    put_subject(&pen, words);
    if (words->value != NULL) {
        put_own_value(&pen, words, arena);
        xc_sink_text(&pen, "; ");
        put_origins(&pen, words->n_origins, "");
        xc_sink_text(&pen, one ? " gives " : " give ");
        put_value(&pen, words->other, arena);
        put_sources(&pen, words);
        xc_sink_text(&pen, ": ");
        put_statement(&pen, words);
        return xc_growing_text(&growing, &pen);
    }
    xc_sink_text(&pen, " ");
    xc_sink_text(&pen, verb(words));
    xc_sink_text(&pen, " ");
    put_statement(&pen, words);
    xc_sink_text(&pen, "; ");
    put_origins(&pen, words->n_origins, "");
    if (is_denial(words))
        xc_sink_text(&pen, one ? " asserts it" : " assert it");
    else
        xc_sink_text(&pen, one ? " denies it" : " deny it");
    put_sources(&pen, words);
    return xc_growing_text(&growing, &pen);
}

struct xc_str
xc_check_words_itself(const struct xc_check_words *words, struct xc_arena *arena)
{
    struct xc_growing growing = {.arena = arena};
    struct xc_sink pen = xc_growing_pen(&growing);

    xc_sink_text(&pen, "the article");
    if (words->value != NULL) {
        put_own_value(&pen, words, arena);
        xc_sink_text(&pen, " here and as ");
        put_value(&pen, words->other, arena);
        xc_sink_printf(&pen, " in line %zu: ", words->against[0].line);
        put_statement(&pen, words);
        return xc_growing_text(&growing, &pen);
    }
    xc_sink_text(&pen, " ");
    xc_sink_text(&pen, verb(words));
    xc_sink_text(&pen, " ");
    put_statement(&pen, words);
    xc_sink_text(&pen,
                 is_denial(words) ? " here and asserts it" : " here and denies it");
    xc_sink_printf(&pen, " in line %zu", words->against[0].line);
    return xc_growing_text(&growing, &pen);
}

struct xc_str
xc_check_words_uncorroborated(const struct xc_check_words *words, size_t n_own,
                              struct xc_arena *arena)
{
    struct xc_growing growing = {.arena = arena};
    struct xc_sink pen = xc_growing_pen(&growing);

    xc_sink_text(&pen, "no other source ");
    xc_sink_text(&pen, verb(words));
    xc_sink_text(&pen, " ");
    put_statement(&pen, words);
    if (n_own > 1)
        xc_sink_printf(&pen, "; the article itself has %zu origins for it", n_own);
    return xc_growing_text(&growing, &pen);
}

struct xc_str
xc_check_words_single_origin(const struct xc_check_words *words,
                             const struct xc_origin_edge *edge, struct xc_arena *arena)
{
    struct xc_growing growing = {.arena = arena};
    struct xc_sink pen = xc_growing_pen(&growing);

    xc_sink_text(&pen, is_denial(words) ? "others deny " : "others assert ");
    put_statement(&pen, words);
    xc_sink_text(&pen, ", too");
    put_sources(&pen, words);
    xc_sink_text(&pen, ", but all of it is one origin");
    if (edge != NULL) {
        xc_sink_text(&pen, ": ");
        xc_sink_text(&pen, xc_origin_reason_name(edge->reason));
    }
    if (edge != NULL && edge->shared.len > 0) {
        xc_sink_text(&pen, " “");
        xc_sink_put(&pen, edge->shared);
        xc_sink_text(&pen, "”");
    }
    return xc_growing_text(&growing, &pen);
}

/* "the article repeats one origin for “S”; one other origin asserts it" */
static void
put_repeated(struct xc_sink *pen, const struct xc_check_words *words)
{
    size_t n_other = words->n_origins - words->n_repeated;

    xc_sink_text(pen, "the article repeats ");
    put_origins(pen, words->n_repeated, "");
    xc_sink_text(pen, is_denial(words) ? " against " : " for ");
    put_statement(pen, words);
    if (n_other == 0)
        return;
    xc_sink_text(pen, "; ");
    put_origins(pen, n_other, "other ");
    if (is_denial(words))
        xc_sink_text(pen, n_other == 1 ? " denies it" : " deny it");
    else
        xc_sink_text(pen, n_other == 1 ? " asserts it" : " assert it");
}

struct xc_str
xc_check_words_corroborates(const struct xc_check_words *words, struct xc_arena *arena)
{
    struct xc_growing growing = {.arena = arena};
    struct xc_sink pen = xc_growing_pen(&growing);

    if (words->n_repeated > 0) {
        put_repeated(&pen, words);
    } else {
        put_subject(&pen, words);
        xc_sink_text(&pen, " ");
        xc_sink_text(&pen, verb(words));
        xc_sink_text(&pen, " ");
        put_statement(&pen, words);
        xc_sink_text(&pen, words->n_origins == 1 ? ", as does " : ", as do ");
        put_origins(&pen, words->n_origins, "other ");
    }
    put_sources(&pen, words);
    return xc_growing_text(&growing, &pen);
}

struct xc_str
xc_check_words_changes(const struct xc_check_words *words, enum xc_verdict before,
                       struct xc_arena *arena)
{
    struct xc_growing growing = {.arena = arena};
    struct xc_sink pen = xc_growing_pen(&growing);

    xc_sink_text(&pen, "turns the record's verdict on ");
    put_statement(&pen, words);
    xc_sink_text(&pen, " from ");
    xc_sink_text(&pen, xc_verdict_name(before));
    xc_sink_text(&pen, " to ");
    xc_sink_text(&pen, xc_verdict_name(words->result->verdict));
    return xc_growing_text(&growing, &pen);
}

struct xc_str
xc_check_words_hidden(const struct xc_kept *mention, struct xc_arena *arena)
{
    struct xc_growing growing = {.arena = arena};
    struct xc_sink pen = xc_growing_pen(&growing);
    size_t i;

    xc_sink_text(&pen, "a reader does not see all of this sentence: ");
    for (i = 0; i < mention->n_hidden; i++) {
        const struct xc_hidden *hidden = &mention->hidden[i];

        xc_sink_text(&pen, i == 0 ? "" : ", ");
        if (hidden->word.len > 0) {
            xc_sink_text(&pen, "“");
            xc_sink_put(&pen, hidden->word);
            xc_sink_text(&pen, "” in look-alike letters");
            continue;
        }
        xc_sink_printf(&pen, "%zu ", hidden->n);
        xc_sink_text(&pen, xc_hidden_kind_name(hidden->kind));
        xc_sink_text(&pen, hidden->n == 1 ? " character" : " characters");
    }
    return xc_growing_text(&growing, &pen);
}
