/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "matching.h"

#include "match/matcher.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static enum xc_status
compile(struct xc_str text, struct xc_arena *arena, struct xc_pattern **out,
        struct xc_problems *problems)
{
    static const struct xc_str tie[] = {
        {"tie", 3}, {"lace", 4}, {"cinch", 5}, {"do up", 5}};
    static const struct xc_str corset[] = {{"corset", 6}, {"=bodice", 7}};
    static const struct xc_slot declared[] = {{{"n", 1}, XC_VALUE_COUNT},
                                              {{"d", 1}, XC_VALUE_DATE},
                                              {{"w", 1}, XC_VALUE_NAME}};
    struct xc_str *entries = xc_arena_array(arena, 6, sizeof *entries);
    struct xc_term terms[2] = {{.name = XC_STR("tie"), .n_entries = COUNT(tie)},
                               {.name = XC_STR("corset"), .n_entries = COUNT(corset)}};
    struct xc_pattern_context context = {.lexicon = harness_lexicon(),
                                         .terms = terms,
                                         .n_terms = COUNT(terms),
                                         .declared = declared,
                                         .n_declared = COUNT(declared),
                                         .place = {XC_STR("a.yaml"), 1, 1, text}};

    assert(entries != NULL);
    memcpy(entries, tie, sizeof tie);
    memcpy(entries + COUNT(tie), corset, sizeof corset);
    terms[0].entries = entries;
    terms[1].entries = entries + COUNT(tie);
    return xc_pattern_new(&context, text, arena, out, problems);
}

static void
check_pattern(const struct xc_pattern *pattern)
{
    size_t c;
    size_t i;

    invariant_utf8(pattern->source);
    assert(pattern->is_words || pattern->regex != NULL);
    for (c = 0; c < pattern->n_captures; c++) {
        size_t sequence = pattern->capture_sequence[c];

        assert(pattern->capture_slot[c] == SIZE_MAX ||
               pattern->capture_slot[c] < pattern->n_slots);
        assert(sequence == SIZE_MAX || sequence < pattern->n_sequences);
    }
    for (i = 0; i < pattern->n_required; i++)
        assert(pattern->required[i].n_keys > 0);
}

static void
check_mention(const struct xc_text *text, const struct xc_mention *mention)
{
    struct xc_range sentence = text->sentences[mention->sentence].words;
    size_t i;

    invariant_range(mention->words, sentence);
    assert(mention->words.first < mention->words.end && mention->n_parts > 0);
    for (i = 0; i < mention->n_parts; i++)
        invariant_range(mention->parts[i], mention->words);
    for (i = 0; i < mention->n_captures; i++) {
        assert(mention->captures[i].slot < mention->claim->n_slots);
        invariant_range(mention->captures[i].words, sentence);
    }
    for (i = 0; i < sentence.end - sentence.first; i++)
        assert(!mention->literal[i] || (i + sentence.first >= mention->words.first &&
                                        i + sentence.first < mention->words.end));
}

/* A claim with the one pattern. */
static void
make_topic(struct xc_pattern **pattern, struct xc_arena *arena, struct xc_topic *out)
{
    struct xc_claim *claim = xc_arena_array(arena, 1, sizeof *claim);
    size_t i;

    assert(claim != NULL);
    claim->id = XC_STR("claim");
    claim->statement = XC_STR("It is so.");
    claim->match = pattern;
    claim->n_match = 1;
    claim->slots = xc_arena_array(arena, (*pattern)->n_slots, sizeof *claim->slots);
    assert(claim->slots != NULL);
    claim->n_slots = (*pattern)->n_slots;
    for (i = 0; i < claim->n_slots; i++) {
        claim->slots[i].name = (*pattern)->slots[i].name;
        claim->slots[i].kind = (*pattern)->slots[i].kind;
    }
    *out = (struct xc_topic){.id = XC_STR("topic"),
                             .file = XC_STR("a.yaml"),
                             .claims = claim,
                             .n_claims = 1};
}

static void
find(struct xc_pattern **pattern, struct xc_str article, struct xc_arena *arena,
     struct xc_problems *problems)
{
    static const struct xc_date published = {2019, 5, 8};
    struct xc_topic topic;
    struct xc_topic_vec topics = {&topic, 1, 1};
    const struct xc_matcher *matcher;
    struct xc_matcher_scratch *scratch;
    struct xc_candidate_vec candidates = {NULL, 0, 0};
    struct xc_mention_vec mentions = {NULL, 0, 0};
    struct xc_matcher_input input = {.candidates = &candidates,
                                     .published = &published};
    struct xc_text text;
    size_t i;

    make_topic(pattern, arena, &topic);
    harness_text(article, arena, &text);
    input.text = &text;
    assert(xc_matcher_new(&topics, harness_lexicon(), arena, &matcher) == XC_OK);
    scratch = xc_matcher_scratch_new(matcher);
    assert(scratch != NULL);
    assert(xc_matcher_scan(matcher, scratch, &text, arena, &candidates) == XC_OK);
    assert(xc_matcher_confirm(matcher, scratch, &input, arena, &mentions, problems) ==
           XC_OK);
    for (i = 0; i < mentions.n; i++) {
        assert(i == 0 || mentions.items[i].sentence >= mentions.items[i - 1].sentence);
        check_mention(&text, &mentions.items[i]);
    }
    xc_matcher_scratch_free(scratch);
}

void
matching_run(struct xc_str pattern, struct xc_str article)
{
    struct xc_pattern *compiled = NULL;
    struct xc_problems problems;
    struct xc_arena arena;
    enum xc_status status;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    status = compile(pattern, &arena, &compiled, &problems);
    assert(status == XC_OK ? problems.n == 0 : status == XC_BAD_RULE && problems.n > 0);
    if (status == XC_OK) {
        check_pattern(compiled);
        find(&compiled, harness_prose(article, &arena), &arena, &problems);
        /* What PCRE2 was not shown it must be able to take. */
        status = xc_pattern_compile(compiled, &arena);
        assert(status == XC_OK && compiled->regex != NULL);
        xc_pattern_release(compiled);
    }
    invariant_problems(&problems);
    xc_arena_release(&arena);
}
