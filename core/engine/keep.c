/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/keep.h"

#include <string.h>

#include "base/hash.h"
#include "origin/citation.h"
#include "origin/compared.h"
#include "text/evidence.h"

/* Shorter sentences and blocks are stock phrases and prove no copying. */
static const size_t fewest_sentence_words = 4;
static const size_t fewest_block_words = 8;

/* What is being copied, from where to where. */
struct keeping {
    const struct xc_engine *engine;
    const struct xc_article *article;
    const struct xc_reading *reading;
    struct xc_arena *run;
    struct xc_keep_progress *progress;
    struct xc_kept *out;
};

static bool
keep_str(struct keeping *keeping, struct xc_str from, struct xc_str *out)
{
    return xc_arena_str(keeping->run, from, out);
}

/* The marks between word i-1 and word i that are no punctuation, hashed: "£5" and "$5"
 * have the same words and do not say the same. */
static uint64_t
signs_between(const struct xc_text *text, size_t i)
{
    const struct xc_word *before = &text->words.items[i - 1];
    size_t at = before->folded.off_bytes + before->folded.len_bytes;
    uint64_t hash = 0;

    for (; at < text->words.items[i].folded.off_bytes; at++) {
        char c = text->fold.text.ptr[at];

        if (c != ' ' && strchr(".,;:!?'\"()[]-\n", c) == NULL)
            hash = xc_hash_join(hash, (unsigned char)c);
    }
    return hash;
}

static uint64_t
hash_words(const struct xc_text *text, struct xc_range words, size_t fewest)
{
    uint64_t hash = 1;
    size_t i;

    if (words.end - words.first < fewest)
        return 0;
    for (i = words.first; i < words.end; i++) {
        if (i > words.first)
            hash = xc_hash_join(hash, signs_between(text, i));
        hash = xc_hash_join(hash, xc_hash_bytes(text->words.items[i].key));
    }
    return hash;
}

/* Counts lines and columns on from where progress stands to off, or from the beginning
 * when that lies behind it. */
static void
count_to(struct xc_str text, size_t off_bytes, struct xc_keep_progress *progress)
{
    if (off_bytes < progress->off_bytes) {
        progress->off_bytes = 0;
        progress->n_lines = 0;
        progress->n_columns = 0;
    }
    for (; progress->off_bytes < off_bytes; progress->off_bytes++) {
        char c = text.ptr[progress->off_bytes];

        if (c == '\n') {
            progress->n_lines++;
            progress->n_columns = 0;
        } else if (((unsigned char)c & 0xC0) != 0x80) {
            progress->n_columns++;
        }
    }
}

/* Line and column of the match; the counting stops at its sentence, which the next
 * mention may share. */
static void
keep_line(struct keeping *keeping, size_t sentence_off)
{
    const struct xc_source *source = keeping->article->source;
    struct xc_kept *out = keeping->out;
    struct xc_keep_progress here;

    if (!xc_source_is_file(source)) {
        xc_source_place(source, out->span.off_bytes, &out->line, &out->column);
        return;
    }
    count_to(source->text, sentence_off, keeping->progress);
    here = *keeping->progress;
    count_to(source->text, out->span.off_bytes, &here);
    out->line = here.n_lines + 1;
    out->column = here.n_columns + 1;
}

/* The words of block b; 0 when there is none. */
static uint64_t
hash_block(const struct xc_text *text, size_t b)
{
    return b < text->n_blocks ? hash_words(text, text->blocks[b].words, 1) : 0;
}

/* What the block says and between what it stands, for the mentions that share it. */
static void
keep_block(struct keeping *keeping, size_t block)
{
    const struct xc_text *text = &keeping->article->text;
    struct xc_keep_progress *progress = keeping->progress;

    if (!progress->has_block || progress->block != block) {
        uint64_t before = block > 0 ? hash_block(text, block - 1) : 0;

        progress->has_block = true;
        progress->block = block;
        progress->block_hash =
            hash_words(text, text->blocks[block].words, fewest_block_words);
        progress->neighbours =
            (uint32_t)(xc_hash_join(before, hash_block(text, block + 1)) >> 32);
    }
    keeping->out->block_hash = progress->block_hash;
    keeping->out->neighbours = progress->neighbours;
}

/* Where the match stands, and the sentence around it as the source has it. */
static bool
keep_place(struct keeping *keeping)
{
    const struct xc_text *text = &keeping->article->text;
    const struct xc_mention *mention = keeping->reading->mention;
    struct xc_range sentence = text->sentences[mention->sentence].words;
    struct xc_span whole =
        xc_evidence_span(&text->fold, text->sentences[mention->sentence].folded);
    struct xc_kept *out = keeping->out;
    size_t match_end;
    size_t whole_end = whole.off_bytes + whole.len_bytes;

    out->span = xc_text_span(text, mention->words);
    match_end = out->span.off_bytes + out->span.len_bytes;
    keep_line(keeping, whole.off_bytes);
    out->sentence_hash = hash_words(text, sentence, fewest_sentence_words);
    keep_block(keeping, text->sentences[mention->sentence].block);
    if (whole.off_bytes > out->span.off_bytes)
        whole.off_bytes = out->span.off_bytes;
    if (whole_end < match_end)
        whole_end = match_end;
    return keep_str(keeping,
                    xc_str_sub(text->article, whole.off_bytes,
                               out->span.off_bytes - whole.off_bytes),
                    &out->before) &&
           keep_str(keeping, xc_str_at(text->article, out->span), &out->quote) &&
           keep_str(keeping,
                    xc_str_sub(text->article, match_end, whole_end - match_end),
                    &out->after);
}

static bool
keep_hidden(struct keeping *keeping, struct xc_arena *scratch)
{
    const struct xc_text *text = &keeping->article->text;
    size_t sentence = keeping->reading->mention->sentence;
    struct xc_hidden_vec found = {NULL, 0, 0};
    struct xc_kept *out = keeping->out;
    size_t i;

    if (xc_evidence_hidden(&text->fold, text->article, text->sentences[sentence].folded,
                           scratch, &found) != XC_OK)
        return false;
    if (found.n == 0)
        return true;
    out->hidden = xc_arena_array(keeping->run, found.n, sizeof *out->hidden);
    if (out->hidden == NULL)
        return false;
    for (i = 0; i < found.n; i++) {
        struct xc_hidden *kept = &out->hidden[out->n_hidden++];

        *kept = found.items[i];
        if (!keep_str(keeping, kept->word, &kept->word) ||
            !keep_str(keeping, kept->read_as, &kept->read_as))
            return false;
    }
    return true;
}

/* Adds the words of a sentence to the window, which has room for all: "three hundred"
 * is one word, so that a copy that writes "300" is one. */
static bool
keep_window_words(struct keeping *keeping, struct xc_range words,
                  struct xc_arena *scratch)
{
    const struct xc_text *text = &keeping->article->text;
    struct xc_kept *out = keeping->out;
    size_t i;

    for (i = words.first; i < words.end; i++) {
        struct xc_str key;

        if (i > words.first &&
            xc_compared_goes_on(&keeping->engine->origins, text, i,
                                out->window[out->n_window - 1], scratch, &key))
            out->n_window--;
        else
            key = xc_compared_key(text, i, scratch);
        if (key.ptr == NULL || !keep_str(keeping, key, &out->window[out->n_window++]))
            return false;
    }
    return true;
}

static bool
keep_window(struct keeping *keeping, struct xc_arena *scratch)
{
    const struct xc_text *text = &keeping->article->text;
    size_t here = keeping->reading->mention->sentence;
    const struct xc_text_block *block = &text->blocks[text->sentences[here].block];
    size_t first = here > block->sentences.first ? here - 1 : here;
    size_t last = here + 1 < block->sentences.end ? here + 1 : here;
    size_t most = text->sentences[last].words.end - text->sentences[first].words.first;
    struct xc_kept *out = keeping->out;
    size_t s;

    out->window = xc_arena_array(keeping->run, most, sizeof *out->window);
    if (out->window == NULL)
        return false;
    for (s = first; s <= last; s++) {
        if (s == here)
            out->evidence.first = out->n_window;
        if (!keep_window_words(keeping, text->sentences[s].words, scratch))
            return false;
        if (s == here)
            out->evidence.end = out->n_window;
    }
    return true;
}

/* The quotation's first piece, when it goes on over paragraphs. */
static size_t
beginning_of(const struct xc_text *text, size_t quotation)
{
    while (quotation > 0 && text->quotations.items[quotation].continues)
        quotation--;
    return quotation;
}

/* The part of the match's sentence that stands in the quotation around it. */
static bool
keep_quotation(struct keeping *keeping)
{
    const struct xc_text *text = &keeping->article->text;
    const struct xc_mention *mention = keeping->reading->mention;
    struct xc_span sentence = text->sentences[mention->sentence].folded;
    size_t first_word = text->sentences[mention->sentence].words.first;
    size_t *from = &keeping->progress->quotation;
    size_t i;

    while (*from < text->quotations.n &&
           text->quotations.items[*from].words.end <= first_word)
        ++*from;
    for (i = *from; i < text->quotations.n; i++) {
        const struct xc_quotation *quotation = &text->quotations.items[i];
        size_t first = quotation->folded.off_bytes;
        size_t end = first + quotation->folded.len_bytes;

        if (quotation->words.first > mention->words.first)
            break;
        if (quotation->words.end < mention->words.end)
            continue;
        if (first < sentence.off_bytes)
            first = sentence.off_bytes;
        if (end > sentence.off_bytes + sentence.len_bytes)
            end = sentence.off_bytes + sentence.len_bytes;
        if (end > first) {
            keeping->out->quotation_number = beginning_of(text, i) + 1;
            return keep_str(keeping, xc_str_sub(text->fold.text, first, end - first),
                            &keeping->out->quotation);
        }
    }
    keeping->out->quotation = XC_STR("");
    return true;
}

/* In the rule's unit where the rule gives one and the rate is fixed. */
static bool
keep_values(struct keeping *keeping)
{
    const struct xc_mention *mention = keeping->reading->mention;
    struct xc_kept *out = keeping->out;
    size_t i;

    out->values =
        xc_arena_array(keeping->run, mention->n_captures, sizeof *out->values);
    if (out->values == NULL)
        return false;
    for (i = 0; i < mention->n_captures; i++) {
        const struct xc_capture *capture = &mention->captures[i];
        const struct xc_claim_slot *slot = &mention->claim->slots[capture->slot];
        struct xc_kept_value *kept = &out->values[out->n_values++];

        kept->slot = capture->slot;
        kept->value = capture->value;
        if (slot->has_value &&
            xc_value_convert(&capture->value, slot->value.unit, &kept->value))
            kept->value.text = capture->value.text;
        if (!keep_str(keeping, kept->value.unit, &kept->value.unit) ||
            !keep_str(keeping, kept->value.name, &kept->value.name) ||
            !keep_str(keeping, kept->value.text, &kept->value.text))
            return false;
    }
    return true;
}

static bool
keep_stance(struct keeping *keeping)
{
    const struct xc_stance_reading *stance = &keeping->reading->stance;
    const struct xc_text *text = &keeping->article->text;
    struct xc_kept *out = keeping->out;
    size_t i;

    out->stance = stance->stance;
    out->voice = stance->voice;
    out->event = keeping->reading->event;
    out->cues = xc_arena_array(keeping->run, stance->n_cues, sizeof *out->cues);
    if (out->cues == NULL)
        return false;
    for (i = 0; i < stance->n_cues; i++) {
        struct xc_kept_cue *cue = &out->cues[out->n_cues++];

        cue->class = stance->cues[i].class;
        cue->span = xc_text_span(text, stance->cues[i].words);
        if (!keep_str(keeping, xc_str_at(text->article, cue->span), &cue->text))
            return false;
    }
    return keep_str(keeping, stance->voice.name, &out->voice.name) &&
           keep_str(keeping, stance->voice.key, &out->voice.key) &&
           keep_str(keeping, stance->trace, &out->stance_trace) &&
           keep_str(keeping, out->event.reason, &out->event.reason) &&
           keep_str(keeping, out->event.trace, &out->event.trace) &&
           keep_str(keeping, keeping->reading->mention->pattern->text, &out->pattern);
}

static bool
keep_citations(struct keeping *keeping, struct xc_arena *scratch)
{
    struct xc_kept *out = keeping->out;
    struct xc_str_vec keys = {0};
    size_t i;

    if (xc_citations_find(&keeping->engine->origins, &keeping->article->text,
                          keeping->reading->mention->sentence, scratch,
                          &keys) != XC_OK ||
        xc_citations_of_byline(&keeping->engine->origins,
                               keeping->article->source->author, scratch,
                               &keys) != XC_OK)
        return false;
    out->citations = xc_arena_array(keeping->run, keys.n, sizeof *out->citations);
    if (out->citations == NULL)
        return false;
    for (i = 0; i < keys.n; i++) {
        if (!keep_str(keeping, keys.items[i], &out->citations[out->n_citations++]))
            return false;
    }
    return true;
}

enum xc_status
xc_keep_mention(struct xc_keeper *keeper, const struct xc_reading *reading,
                struct xc_kept *out)
{
    struct xc_kept made = {.source = keeper->source};
    struct keeping keeping = {.engine = keeper->engine,
                              .article = keeper->article,
                              .reading = reading,
                              .run = keeper->run,
                              .progress = &keeper->progress,
                              .out = &made};
    const struct xc_claim *claim = reading->mention->claim;

    made.topic = claim->topic;
    made.claim = (size_t)(claim - reading->mention->topic->claims);
    if (!keep_place(&keeping) || !keep_hidden(&keeping, keeper->scratch) ||
        !keep_window(&keeping, keeper->scratch) || !keep_quotation(&keeping) ||
        !keep_values(&keeping) || !keep_stance(&keeping) ||
        !keep_citations(&keeping, keeper->scratch))
        return XC_NO_MEMORY;
    *out = made;
    return XC_OK;
}
