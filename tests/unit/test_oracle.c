/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/matcher.h"

#include <stdint.h>

#include "base/limits.h"

#include "interpreter.h"
#include "match_bench.h"
#include "random_rules.h"
#include "suite.h"

/*
 * The pipeline against two oracles, on random rules and random articles from a small
 * vocabulary: a plain PCRE2 loop over all sentences and patterns, and the interpreter.
 */
#define N_ROUNDS 1000 /* make bench-oracle asks for more */
#define SEED 20310506
#define MOST_MENTIONS 1024

#define MOST_PARTS 4

/* The words of each sequence, and a bit for each of the pattern's own words; n is 0 where
 * nobody asks. */
struct parts {
    struct xc_range items[MOST_PARTS];
    size_t n;
    uint64_t literal;
};

/* A mention reduced to what must agree. */
struct finding {
    const struct xc_claim *claim;
    size_t sentence;
    struct xc_range words;
    struct parts parts; /* of a pattern of words */
};

struct findings {
    struct finding items[MOST_MENTIONS];
    size_t n;
};

/* One sentence as the oracles see it, made without the matcher. */
struct view {
    const struct xc_text *text;
    size_t first; /* word */
    struct interpreter_sentence sentence;
    struct xc_value_hit *hits;
    struct xc_str keys;               /* joined by spaces */
    struct xc_str folded;             /* as it stands */
    const struct xc_pattern *pattern; /* that runs now */
    struct parts parts;               /* of its last match, for the PCRE2 loop */
};

/* Which oracle looks for pattern's next match at or after word (or byte) *from. */
typedef bool (*oracle_next)(struct match_bench *bench, struct xc_regex_scratch *scratch,
                            struct view *view, size_t *from, struct xc_range *out);

static void
make_view(struct match_bench *bench, const struct xc_text *text, size_t s,
          struct view *out)
{
    struct xc_range range = text->sentences[s].words;
    struct xc_value_hit_vec hits = {NULL, 0, 0};
    struct xc_str *keys;
    size_t i;

    *out = (struct view){.text = text, .first = range.first};
    out->folded = xc_str_at(text->fold.text, text->sentences[s].folded);
    keys = xc_arena_array(&bench->article, range.end - range.first, sizeof *keys);
    ck_assert_ptr_nonnull(keys);
    out->keys = XC_STR("");
    for (i = range.first; i < range.end; i++) {
        struct xc_str key = text->words.items[i].key;
        keys[i - range.first] = key;
        out->keys = xc_arena_printf(&bench->article, "%.*s%s%.*s", (int)out->keys.len,
                                    out->keys.ptr, i == range.first ? "" : " ",
                                    (int)key.len, key.ptr);
    }
    ck_assert_int_eq(xc_values_find(bench->lexicon.values, text, range, NULL,
                                    &bench->article, &hits),
                     XC_OK);
    out->sentence =
        (struct interpreter_sentence){keys, range.end - range.first, hits.items, 0};
    for (i = 0; i < hits.n; i++) {
        struct xc_value_hit *hit = &hits.items[out->sentence.n_hits];

        /* "not two": no slot takes what is only ruled out.  That patterns with "from" or
         * "by" take it all the same doesn't matter, for no random one has them. */
        if (hits.items[i].value.former)
            continue;
        *hit = hits.items[i];
        hit->words.first -= range.first;
        hit->words.end -= range.first;
        out->sentence.n_hits++;
    }
}

static size_t
count_spaces(struct xc_str text, size_t end)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < end; i++)
        n += text.ptr[i] == ' ';
    return n;
}

/* The words of a span of the joined keys. */
static struct xc_range
words_of(const struct view *view, struct xc_span span)
{
    return (struct xc_range){count_spaces(view->keys, span.off_bytes),
                             count_spaces(view->keys, span.off_bytes + span.len_bytes) +
                                 1};
}

static bool
takes_value(void *context, unsigned number, struct xc_span last)
{
    const struct view *view = context;
    struct xc_range range = words_of(view, last);
    size_t i;

    for (i = 0; i < view->sentence.n_hits; i++) {
        const struct xc_value_hit *hit = &view->sentence.hits[i];
        if (hit->value.kind == view->pattern->slots[number - 1].kind &&
            hit->words.first == range.first && hit->words.end == range.end)
            return true;
    }
    return false;
}

/* The words of the folded sentence that share a byte with span. */
static bool
folded_words(const struct view *view, struct xc_span span, struct xc_range *out)
{
    size_t off = (size_t)(view->folded.ptr - view->text->fold.text.ptr);
    bool any = false;
    size_t i;

    for (i = 0; i < view->sentence.n; i++) {
        struct xc_span word = view->text->words.items[view->first + i].folded;
        word.off_bytes -= off;
        if (!xc_span_overlaps(word, span))
            continue;
        if (!any)
            out->first = i;
        out->end = i + 1;
        any = true;
    }
    return any;
}

static uint64_t
bits_of(struct xc_range range)
{
    uint64_t bits = 0;
    size_t i;

    ck_assert_uint_le(range.end, 64);
    for (i = range.first; i < range.end; i++)
        bits |= UINT64_C(1) << i;
    return bits;
}

/* The parts of a pattern of words that PCRE2 matched: all words of a sequence but those that
 * its gaps caught are literal. */
static void
note_parts(struct view *view, const struct xc_span *spans)
{
    const struct xc_pattern *pattern = view->pattern;
    size_t s;
    size_t i;

    view->parts = (struct parts){.n = pattern->n_sequences};
    ck_assert_uint_le(view->parts.n, MOST_PARTS);
    for (s = 0; s < pattern->n_sequences; s++) {
        uint64_t literal;

        view->parts.items[s] = words_of(view, spans[s + 1]);
        literal = bits_of(view->parts.items[s]);
        for (i = pattern->n_sequences + 1; i < pattern->n_captures; i++) {
            ck_assert(pattern->capture_is_gap[i]);
            if (pattern->capture_sequence[i] == s && spans[i].off_bytes != SIZE_MAX)
                literal &= ~bits_of(words_of(view, spans[i]));
        }
        view->parts.literal |= literal;
    }
}

static bool
pcre_loop(struct match_bench *bench, struct xc_regex_scratch *scratch,
          struct view *view, size_t *from, struct xc_range *out)
{
    const struct xc_pattern *pattern = view->pattern;
    struct xc_str subject = pattern->is_regex ? view->folded : view->keys;
    const struct xc_span *spans;
    enum xc_regex_result result;
    size_t i;

    (void)bench;
    do {
        result = xc_regex_match(pattern->regex, scratch, subject, *from, takes_value,
                                view, &spans);
        ck_assert(result == XC_REGEX_MATCH || result == XC_REGEX_NO_MATCH);
        if (result == XC_REGEX_NO_MATCH)
            return false;
        *from = spans[0].off_bytes + spans[0].len_bytes;
    } while (pattern->is_regex && !folded_words(view, spans[0], out));
    if (pattern->is_regex)
        return true;
    if (pattern->is_words)
        note_parts(view, spans);
    *out = words_of(view, spans[1]);
    for (i = 2; i < pattern->n_captures; i++) {
        struct xc_range range;
        if (spans[i].off_bytes == SIZE_MAX ||
            (i > pattern->n_sequences && pattern->capture_part[i] == SIZE_MAX))
            continue;
        range = words_of(view, spans[i]);
        out->first = range.first < out->first ? range.first : out->first;
        out->end = range.end > out->end ? range.end : out->end;
    }
    if (pattern->n_sequences > 1)
        *from = subject.len;
    return true;
}

static bool
interpret(struct match_bench *bench, struct xc_regex_scratch *scratch,
          struct view *view, size_t *from, struct xc_range *out)
{
    if (view->pattern->is_regex)
        return pcre_loop(bench, scratch, view, from, out);
    if (!interpreter_match(view->pattern, &view->sentence, *from, &bench->article, out))
        return false;
    *from = out->end;
    return true;
}

/* Every mention of one claim in one sentence, by the rules of matcher.h. */
static void
look_for_claim(struct match_bench *bench, struct xc_regex_scratch *scratch,
               oracle_next oracle, struct view *view, const struct finding *like,
               struct findings *out)
{
    const struct xc_claim *claim = like->claim;
    size_t first = out->n;
    struct xc_range range = {0, 0};
    size_t from;
    size_t p;
    size_t i;

    for (p = 0; p < claim->n_match; p++) {
        view->pattern = claim->match[p];
        view->parts.n = 0;
        from = 0;
        while (oracle(bench, scratch, view, &from, &range)) {
            for (i = first; i < out->n; i++) {
                if (xc_range_overlaps(out->items[i].words, range))
                    break;
            }
            if (i < out->n || out->n - first == XC_MAX_SENTENCE_MENTIONS)
                continue;
            ck_assert_uint_lt(out->n, MOST_MENTIONS);
            out->items[out->n] = *like;
            out->items[out->n].parts = view->parts;
            out->items[out->n++].words = range;
        }
    }
    for (p = 0; p < claim->n_unless; p++) {
        view->pattern = claim->unless[p];
        from = 0;
        if (oracle(bench, scratch, view, &from, &range))
            out->n = first;
    }
    /* By place: the list is short. */
    for (i = first + 1; i < out->n; i++) {
        for (p = i;
             p > first && out->items[p - 1].words.first > out->items[p].words.first;
             p--) {
            struct finding swap = out->items[p];
            out->items[p] = out->items[p - 1];
            out->items[p - 1] = swap;
        }
    }
}

static bool
is_about(struct match_bench *bench, struct xc_regex_scratch *scratch,
         oracle_next oracle, struct view *views, const struct xc_topic *topic)
{
    size_t n_sentences = views[0].text->n_sentences;
    struct xc_range range;
    size_t i;
    size_t s;

    for (i = 0; i < topic->n_about; i++) {
        for (s = 0; s < n_sentences; s++) {
            size_t from = 0;
            views[s].pattern = topic->about[i];
            if (oracle(bench, scratch, &views[s], &from, &range))
                return true;
        }
    }
    return topic->n_about == 0;
}

static void
look(struct match_bench *bench, struct xc_regex_scratch *scratch, oracle_next oracle,
     struct view *views, struct findings *out)
{
    bool about[4];
    size_t s;
    size_t t;
    size_t c;

    out->n = 0;
    for (t = 0; t < bench->topics.n; t++)
        about[t] = is_about(bench, scratch, oracle, views, &bench->topics.items[t]);
    for (s = 0; s < views[0].text->n_sentences; s++) {
        for (t = 0; t < bench->topics.n; t++) {
            const struct xc_topic *topic = &bench->topics.items[t];
            for (c = 0; c < topic->n_claims && about[t]; c++) {
                struct finding like = {.claim = &topic->claims[c], .sentence = s};
                look_for_claim(bench, scratch, oracle, &views[s], &like, out);
            }
        }
    }
}

/* The parts of a mention, if its pattern is one of words. */
static struct parts
mention_parts(const struct xc_mention *mention, struct xc_range sentence)
{
    struct parts parts = {.n = 0};
    size_t i;

    if (!mention->pattern->is_words)
        return parts;
    parts.n = mention->n_parts;
    ck_assert_uint_le(parts.n, MOST_PARTS);
    for (i = 0; i < parts.n; i++)
        parts.items[i] = (struct xc_range){mention->parts[i].first - sentence.first,
                                           mention->parts[i].end - sentence.first};
    for (i = 0; i < sentence.end - sentence.first; i++)
        parts.literal |= (uint64_t)mention->literal[i] << i;
    ck_assert_uint_eq(mention->n_captures, 0);
    return parts;
}

static void
run_pipeline(struct match_bench *bench, const struct xc_text *text,
             struct findings *out, size_t *out_candidates)
{
    const struct xc_matcher *matcher;
    struct xc_matcher_scratch *scratch;
    struct xc_candidate_vec candidates = {NULL, 0, 0};
    struct xc_mention_vec mentions = {NULL, 0, 0};
    struct xc_matcher_input input = {.text = text, .candidates = &candidates};
    size_t i;

    ck_assert_int_eq(
        xc_matcher_new(&bench->topics, &bench->lexicon, &bench->rules, &matcher),
        XC_OK);
    scratch = xc_matcher_scratch_new(matcher);
    ck_assert_ptr_nonnull(scratch);
    ck_assert_int_eq(
        xc_matcher_scan(matcher, scratch, text, &bench->article, &candidates), XC_OK);
    ck_assert_int_eq(xc_matcher_confirm(matcher, scratch, &input, &bench->article,
                                        &mentions, &bench->problems),
                     XC_OK);
    *out_candidates += candidates.n;
    out->n = mentions.n;
    ck_assert_uint_le(mentions.n, MOST_MENTIONS);
    for (i = 0; i < mentions.n; i++) {
        const struct xc_mention *mention = &mentions.items[i];
        size_t first = text->sentences[mention->sentence].words.first;
        out->items[i] = (struct finding){
            mention->claim,
            mention->sentence,
            {mention->matched.first - first, mention->matched.end - first},
            mention_parts(mention, text->sentences[mention->sentence].words)};
    }
    xc_matcher_scratch_free(scratch);
}

static size_t
count_patterns(const struct match_bench *bench)
{
    size_t n = 0;
    size_t t;
    size_t c;

    for (t = 0; t < bench->topics.n; t++) {
        const struct xc_topic *topic = &bench->topics.items[t];
        n += topic->n_about;
        for (c = 0; c < topic->n_claims; c++)
            n += topic->claims[c].n_match + topic->claims[c].n_unless;
    }
    return n;
}

static size_t
count_chained(const struct findings *found)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < found->n; i++)
        n += found->items[i].parts.n > 0;
    return n;
}

static bool
is_same(const struct finding *a, const struct finding *b)
{
    size_t i;

    if (a->claim != b->claim || a->sentence != b->sentence ||
        a->words.first != b->words.first || a->words.end != b->words.end)
        return false;
    /* The interpreter knows none. */
    if (a->parts.n == 0)
        return true;
    for (i = 0; i < a->parts.n && a->parts.n == b->parts.n; i++) {
        if (a->parts.items[i].first != b->parts.items[i].first ||
            a->parts.items[i].end != b->parts.items[i].end)
            break;
    }
    return i == a->parts.n && i == b->parts.n && a->parts.literal == b->parts.literal;
}

static void
check_same(size_t round, const char *name, const char *article,
           const struct findings *expected, const struct findings *found)
{
    size_t n = expected->n < found->n ? expected->n : found->n;
    size_t i;

    for (i = 0; i < n; i++) {
        if (!is_same(&expected->items[i], &found->items[i]))
            break;
    }
    if (i == expected->n && i == found->n)
        return;
    {
        const struct findings *longer = i < expected->n ? expected : found;
        const struct finding *at = &longer->items[i];
        ck_abort_msg("round %zu: %s differs at mention %zu (%s): sentence %zu, words "
                     "%zu-%zu (pipeline %zu-%zu) of '%s', first pattern '%.*s', in\n%s",
                     round, name, i, longer == expected ? "expected" : "not expected",
                     at->sentence, at->words.first, at->words.end,
                     i < found->n ? found->items[i].words.first : 0,
                     i < found->n ? found->items[i].words.end : 0,
                     at->claim->n_unless > 0 ? "with unless" : "no unless",
                     (int)at->claim->match[0]->text.len, at->claim->match[0]->text.ptr,
                     article);
    }
}

/* What the environment asks for, else the number that make check takes. */
static size_t
asked_for(const char *name, size_t otherwise)
{
    const char *asked = getenv(name);
    size_t n = asked == NULL ? 0 : strtoul(asked, NULL, 10);

    return n == 0 ? otherwise : n;
}

START_TEST(oracle_random_rules_pipeline_finds_the_same)
{
    static struct findings expected;
    static struct findings interpreted;
    static struct findings found;
    struct xc_regex_scratch *scratch = xc_regex_scratch_new();
    struct match_bench bench;
    size_t n_mentions = 0;
    size_t n_silent = 0;
    size_t n_chained = 0;
    size_t n_candidates = 0;
    size_t n_pairs = 0;
    size_t n_rounds = asked_for("XC_ORACLE_ROUNDS", N_ROUNDS);
    size_t round;

    ck_assert_ptr_nonnull(scratch);
    bench_init(&bench);
    random_rules_seed(asked_for("XC_ORACLE_SEED", SEED));
    for (round = 0; round < n_rounds; round++) {
        struct xc_text text;
        struct view *views;
        char article[2048];
        size_t s;
        size_t n;

        bench_forget_topics(&bench);
        for (n = round % 2; n < 2; n++)
            random_rules_topic(&bench);
        random_rules_article(article, sizeof article);
        bench_text(&bench, article, &text);
        views = xc_arena_array(&bench.article, text.n_sentences, sizeof *views);
        ck_assert_ptr_nonnull(views);
        for (s = 0; s < text.n_sentences; s++)
            make_view(&bench, &text, s, &views[s]);
        bench.problems.n = 0;
        run_pipeline(&bench, &text, &found, &n_candidates);
        look(&bench, scratch, pcre_loop, views, &expected);
        look(&bench, scratch, interpret, views, &interpreted);
        check_same(round, "the PCRE2 loop", article, &expected, &found);
        check_same(round, "the interpreter", article, &interpreted, &found);
        ck_assert_uint_eq(bench.problems.n, 0);
        n_mentions += found.n;
        n_chained += count_chained(&found);
        n_silent += found.n == 0;
        n_pairs += count_patterns(&bench) * text.n_sentences;
    }
    bench_release(&bench);
    xc_regex_scratch_free(scratch);
    /* Neither everything nor nothing may match, or nothing was proven. */
    ck_assert_uint_gt(n_mentions, n_rounds);
    ck_assert_uint_gt(n_silent, n_rounds / 20);
    ck_assert_uint_gt(n_chained, n_rounds / 4);
    /* The index spares most of the work, even among so few words. */
    ck_assert_uint_lt(n_candidates, n_pairs / 2);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        oracle_random_rules_pipeline_finds_the_same,
        NULL,
    };

    return suite_run("oracle", tests);
}
