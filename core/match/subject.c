/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/subject.h"

#include <string.h>

/* Sets the text to the sentence's word keys joined by single spaces. */
static bool
join_keys(const struct xc_word *words, struct xc_arena *arena,
          struct xc_subject *subject)
{
    size_t len = 0;
    size_t i;
    char *text;

    for (i = 0; i < subject->n_words; i++) {
        subject->words[i] = (struct xc_span){len + i, words[i].key.len};
        len += words[i].key.len;
    }
    if (subject->n_words > 0)
        len += subject->n_words - 1;
    text = xc_arena_alloc(arena, len + 1);
    if (text == NULL)
        return false;
    for (i = 0; i < subject->n_words; i++) {
        char *at = text + subject->words[i].off_bytes;
        memcpy(at, words[i].key.ptr, words[i].key.len);
        at[words[i].key.len] = ' ';
    }
    text[len] = '\0';
    subject->text = (struct xc_str){text, len};
    return true;
}

bool
xc_subject_make(const struct xc_text *text, size_t s, bool for_regex,
                struct xc_arena *arena, struct xc_subject *out)
{
    const struct xc_sentence *sentence = &text->sentences[s];
    const struct xc_word *words = text->words.items + sentence->words.first;
    struct xc_subject made = {
        .n_words = sentence->words.end - sentence->words.first,
        .first_word = sentence->words.first,
    };
    size_t i;

    made.words = xc_arena_array(arena, made.n_words, sizeof *made.words);
    if (made.words == NULL)
        return false;
    if (for_regex) {
        made.text = xc_str_at(text->fold.text, sentence->folded);
        for (i = 0; i < made.n_words; i++) {
            made.words[i] = words[i].folded;
            made.words[i].off_bytes -= sentence->folded.off_bytes;
        }
    } else if (!join_keys(words, arena, &made)) {
        return false;
    }
    *out = made;
    return true;
}

/* The first word that begins at or after off (n_words when none does). */
static size_t
first_from(const struct xc_subject *subject, size_t off)
{
    size_t low = 0;
    size_t high = subject->n_words;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (subject->words[middle].off_bytes < off)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t
end_of(const struct xc_subject *subject, size_t word)
{
    return subject->words[word].off_bytes + subject->words[word].len_bytes;
}

struct xc_range
xc_subject_range(const struct xc_subject *subject, struct xc_span span, bool whole)
{
    size_t span_end = span.off_bytes + span.len_bytes;
    size_t first = first_from(subject, span.off_bytes);
    size_t end = first_from(subject, span_end);

    if (!whole && first > 0 && end_of(subject, first - 1) > span.off_bytes)
        first--;
    if (whole && end > first && end_of(subject, end - 1) > span_end)
        end--;
    /* An empty span inside a word touches nothing. */
    if (end < first || span.len_bytes == 0)
        end = first;
    return (struct xc_range){subject->first_word + first, subject->first_word + end};
}

bool
xc_subject_is_words(const struct xc_subject *subject, struct xc_span span)
{
    size_t first = first_from(subject, span.off_bytes);
    size_t end = first_from(subject, span.off_bytes + span.len_bytes);

    return first < end && subject->words[first].off_bytes == span.off_bytes &&
           end_of(subject, end - 1) == span.off_bytes + span.len_bytes;
}
