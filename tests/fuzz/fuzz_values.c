/* SPDX-License-Identifier: Apache-2.0 */
/* Values found in sentences, read from a rule, told, and compared with one another. */
#include "config.h"

#include "invariant.h"

/* How many values of a sentence are compared pairwise. */
enum { MOST_COMPARED = 12 };

static const char *const units[] = {"year", "day",  "kg",  "pound",
                                    "m",    "mile", "USD", ""};

static void
check_value(const struct xc_value *value, struct xc_arena *arena)
{
    struct xc_value converted;
    bool failed = false;
    size_t i;

    invariant_utf8(value->unit);
    invariant_utf8(value->name);
    invariant_str(value->text);
    if (value->low.finite && value->high.finite)
        assert(xc_decimal_compare(value->low.at, value->high.at) <= 0);
    if (value->has_date && value->date.year != 0)
        assert(xc_date_is_valid(value->date));
    /* Without bounds it is shown as the source has it, whatever bytes those are. */
    invariant_str(xc_value_display(value, arena));
    (void)xc_value_low_text(value, arena, &failed);
    (void)xc_value_high_text(value, arena, &failed);
    assert(!failed);
    for (i = 0; i < sizeof units / sizeof units[0]; i++)
        (void)xc_value_convert(value, xc_str_of(units[i]), &converted);
}

static void
compare(const struct xc_value *a, const struct xc_value *b)
{
    enum xc_value_relation relation = xc_value_compare(a, b);
    struct xc_value both;

    assert(relation == xc_value_compare(b, a));
    if (xc_value_intersect(a, b, &both)) {
        assert(relation != XC_VALUES_CONFLICT);
        if (both.low.finite && both.high.finite)
            assert(xc_decimal_compare(both.low.at, both.high.at) <= 0);
    }
}

static void
check_hits(const struct xc_text *text, struct xc_range words,
           const struct xc_value_hit_vec *hits, struct xc_arena *arena)
{
    size_t i;
    size_t j;

    for (i = 0; i < hits->n; i++) {
        const struct xc_value_hit *hit = &hits->items[i];

        invariant_range(hit->words, words);
        assert(hit->words.first < hit->words.end);
        assert(hit->value.text.ptr >= text->article.ptr &&
               hit->value.text.ptr + hit->value.text.len <=
                   text->article.ptr + text->article.len);
        if (i > 0) {
            const struct xc_value_hit *before = &hits->items[i - 1];
            assert(before->words.first < hit->words.first ||
                   (before->words.first == hit->words.first &&
                    before->value.kind < hit->value.kind));
        }
        check_value(&hit->value, arena);
    }
    for (i = 0; i < hits->n && i < MOST_COMPARED; i++) {
        for (j = 0; j <= i; j++)
            compare(&hits->items[i].value, &hits->items[j].value);
    }
}

/* As a rule's `value:` would state it. */
static void
parse(struct xc_str text, struct xc_arena *arena)
{
    const struct xc_lexicon *lexicon = harness_lexicon();
    struct xc_decimal decimal;
    struct xc_value value;
    struct xc_date date;
    unsigned kind;
    bool ok;

    for (kind = 0; kind < XC_N_VALUE_KINDS; kind++) {
        assert(xc_value_parse(lexicon->values, &lexicon->text, (enum xc_value_kind)kind,
                              text, arena, &value, &ok) == XC_OK);
        if (!ok)
            continue;
        assert(value.kind == (enum xc_value_kind)kind);
        check_value(&value, arena);
    }
    if (xc_decimal_parse(text, &decimal))
        invariant_utf8(xc_decimal_text(decimal, arena));
    if (xc_date_parse_iso(text, &date))
        assert(xc_date_is_valid(date));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    static const struct xc_date published = {2019, 5, 8};
    struct xc_arena arena;
    struct xc_str article;
    struct xc_text text;
    size_t s;
    size_t dated;

    xc_arena_init(&arena);
    article = harness_prose(harness_input(bytes, n_bytes), &arena);
    harness_text(article, &arena, &text);
    for (s = 0; s < text.n_sentences; s++) {
        for (dated = 0; dated < 2; dated++) {
            struct xc_value_hit_vec hits = {NULL, 0, 0};

            assert(xc_values_find(
                       harness_lexicon()->values, &text, text.sentences[s].words,
                       dated == 1 ? &published : NULL, &arena, &hits) == XC_OK);
            check_hits(&text, text.sentences[s].words, &hits, &arena);
        }
    }
    parse(article, &arena);
    xc_arena_release(&arena);
    return 0;
}
