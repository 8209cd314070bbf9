/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "invariant.h"

#include "base/limits.h"
#include "data/utf8.h"
#include "report/glyph.h"
#include "report/report.h"

void
invariant_str(struct xc_str text)
{
    volatile unsigned char sum = 0;
    size_t i;

    assert(text.len == 0 || text.ptr != NULL);
    for (i = 0; i < text.len; i++)
        sum = (unsigned char)(sum + (unsigned char)text.ptr[i]);
}

void
invariant_utf8(struct xc_str text)
{
    size_t at;
    size_t len;
    uint32_t code;

    invariant_str(text);
    for (at = 0; at < text.len; at += len) {
        len = xc_utf8_decode(text, at, &code);
        assert(len > 0);
    }
}

void
invariant_span(struct xc_span span, size_t len)
{
    assert(span.off_bytes <= len);
    assert(span.len_bytes <= len - span.off_bytes);
}

void
invariant_range(struct xc_range range, struct xc_range outer)
{
    assert(range.first <= range.end);
    assert(range.first >= outer.first && range.end <= outer.end);
}

static void
check_steps(struct xc_str article, const struct xc_fold *fold)
{
    size_t i;

    for (i = 0; i < fold->n_steps; i++) {
        const struct xc_fold_step *step = &fold->steps[i];
        size_t end = i + 1 < fold->n_steps ? fold->steps[i + 1].folded : fold->text.len;
        size_t len = step->linear ? end - step->folded : step->original_len;

        assert(i == 0 ? step->folded == 0 : step->folded > fold->steps[i - 1].folded);
        assert(step->folded < fold->text.len);
        /* A line end after a block stands for no byte of the article. */
        if (step->linear && len > 0 && fold->text.ptr[end - 1] == '\n')
            len--;
        invariant_span((struct xc_span){step->original, len}, article.len);
    }
}

/* Each character of the folded block leads to a piece of its runs, in order. */
static void
check_way_back(const struct xc_block *block, const struct xc_fold *fold,
               struct xc_span folded)
{
    size_t end = folded.off_bytes + folded.len_bytes;
    size_t last = 0;
    size_t at;
    size_t len;
    uint32_t code;

    for (at = folded.off_bytes; at < end; at += len) {
        struct xc_span back;
        const struct xc_span *tail;

        len = xc_utf8_decode(fold->text, at, &code);
        assert(len > 0 && len <= end - at && code >= ' ');
        back = xc_fold_to_article(fold, (struct xc_span){at, len});
        assert(block->n_runs > 0);
        tail = &block->runs[block->n_runs - 1];
        assert(back.len_bytes > 0 && back.off_bytes >= last);
        assert(back.off_bytes >= block->runs[0].off_bytes);
        assert(back.off_bytes + back.len_bytes <= tail->off_bytes + tail->len_bytes);
        last = back.off_bytes;
    }
}

void
invariant_fold(struct xc_str article, const struct xc_block *blocks,
               const struct xc_fold *fold)
{
    size_t at = 0;
    size_t i;

    invariant_utf8(fold->text);
    check_steps(article, fold);
    for (i = 0; i < fold->n_blocks; i++) {
        struct xc_span block = fold->blocks[i];

        invariant_span(block, fold->text.len);
        assert(block.off_bytes == at);
        at = block.off_bytes + block.len_bytes;
        assert(at < fold->text.len && fold->text.ptr[at] == '\n');
        at++;
        check_way_back(&blocks[i], fold, block);
    }
    assert(at == fold->text.len);
}

static void
check_words(const struct xc_text *text, const struct xc_text_block *block)
{
    size_t at = block->folded.off_bytes;
    size_t end = at + block->folded.len_bytes;
    size_t i;

    for (i = block->words.first; i < block->words.end; i++) {
        const struct xc_word *word = &text->words.items[i];
        struct xc_str original;

        invariant_utf8(word->key);
        assert(word->key.len > 0 && xc_str_find(word->key, 0, ' ') == word->key.len);
        assert(word->folded.len_bytes > 0 && word->folded.off_bytes >= at);
        at = word->folded.off_bytes + word->folded.len_bytes;
        assert(at <= end);
        original = xc_text_original(text, (struct xc_range){i, i + 1});
        assert(original.len > 0);
        invariant_str(original);
    }
}

/* The sentence's words lie in it, and lead back to it. */
static void
check_sentence(const struct xc_text *text, size_t s)
{
    const struct xc_sentence *sentence = &text->sentences[s];
    size_t end = sentence->folded.off_bytes + sentence->folded.len_bytes;
    size_t i;

    assert(sentence->words.end - sentence->words.first <= XC_MAX_SENTENCE_WORDS);
    for (i = sentence->words.first; i < sentence->words.end; i++) {
        struct xc_span folded = text->words.items[i].folded;

        assert(folded.off_bytes >= sentence->folded.off_bytes);
        assert(folded.off_bytes + folded.len_bytes <= end);
        assert(xc_text_sentence_of(text, i) == s);
    }
}

static void
check_sentences(const struct xc_text *text, size_t b)
{
    const struct xc_text_block *block = &text->blocks[b];
    size_t at = block->folded.off_bytes;
    size_t word = block->words.first;
    size_t s;

    if (block->kind == XC_BLOCK_CREDIT) {
        assert(block->sentences.first == block->sentences.end);
        return;
    }
    for (s = block->sentences.first; s < block->sentences.end; s++) {
        const struct xc_sentence *sentence = &text->sentences[s];

        assert(sentence->block == b && sentence->folded.len_bytes > 0);
        assert(sentence->folded.off_bytes >= at);
        at = sentence->folded.off_bytes + sentence->folded.len_bytes;
        assert(at <= block->folded.off_bytes + block->folded.len_bytes);
        assert(sentence->words.first == word && sentence->words.end >= word);
        word = sentence->words.end;
        check_sentence(text, s);
    }
    assert(word == block->words.end);
}

void
invariant_text(const struct xc_text *text)
{
    struct xc_range all = {0, text->words.n};
    size_t word = 0;
    size_t sentence = 0;
    size_t i;
    size_t b;

    for (b = 0; b < text->n_blocks; b++) {
        const struct xc_text_block *block = &text->blocks[b];

        assert(block->words.first == word && block->sentences.first == sentence);
        invariant_range(block->words, all);
        word = block->words.end;
        sentence = block->sentences.end;
        check_words(text, block);
        check_sentences(text, b);
        for (i = block->words.first; i <= block->words.end; i++)
            invariant_utf8(xc_text_gap(text, b, i));
    }
    assert(word == text->words.n && sentence == text->n_sentences);
    for (i = 0; i < text->quotations.n; i++) {
        const struct xc_quotation *quotation = &text->quotations.items[i];

        assert(quotation->block < text->n_blocks);
        invariant_range(quotation->words, text->blocks[quotation->block].words);
        invariant_span(quotation->folded, text->fold.text.len);
        assert(i == 0 ? !quotation->continues
                      : quotation->folded.off_bytes >=
                            text->quotations.items[i - 1].folded.off_bytes);
    }
}

/* The marks that lead from the text to the lines of the file. */
static void
check_marks(const struct xc_source *source, size_t n_lines)
{
    size_t i;

    for (i = 0; i < source->n_marks; i++) {
        const struct xc_line_mark *mark = &source->marks[i];

        assert(mark->line >= 1 && mark->line <= n_lines);
        assert(mark->off_bytes <= source->text.len);
        assert(i == 0 ? mark->off_bytes == 0
                      : mark->off_bytes > source->marks[i - 1].off_bytes);
    }
}

static void
check_blocks(const struct xc_source *source, size_t n_lines)
{
    size_t i;
    size_t r;

    for (i = 0; i < source->n_blocks; i++) {
        const struct xc_block *block = &source->blocks[i];
        size_t at = 0;
        size_t line;
        size_t column;

        assert(xc_block_kind_name(block->kind) != NULL && block->n_runs > 0);
        assert(block->line >= 1 && block->line <= n_lines);
        for (r = 0; r < block->n_runs; r++) {
            invariant_span(block->runs[r], source->text.len);
            assert(block->runs[r].off_bytes >= at && block->runs[r].len_bytes > 0);
            at = block->runs[r].off_bytes + block->runs[r].len_bytes;
        }
        xc_source_place(source, block->runs[0].off_bytes, &line, &column);
        assert(line >= 1 && line <= n_lines);
    }
}

void
invariant_source(const struct xc_source *source, size_t n_lines)
{
    invariant_str(source->id);
    invariant_str(source->path);
    invariant_str(source->publisher);
    invariant_str(source->title);
    invariant_str(source->author);
    invariant_str(source->url);
    invariant_str(source->language);
    invariant_str(source->text);
    assert(!source->has_published ||
           (source->published.day > 0 && xc_date_is_valid(source->published)));
    assert(source->record_line <= n_lines);
    check_marks(source, n_lines);
    check_blocks(source, n_lines);
}

void
invariant_problems(const struct xc_problems *problems)
{
    struct harness_buffer buffer;
    struct xc_sink sink;
    size_t i;

    assert(!problems->failed && problems->n <= XC_MAX_PROBLEMS);
    sink = harness_sink(&buffer);
    for (i = 0; i < problems->n; i++) {
        assert(problems->items[i].message.len > 0);
        invariant_str(problems->items[i].hint);
        xc_report_problem(&problems->items[i], false, &sink);
    }
    assert(!sink.failed);
    invariant_inert(harness_written(&buffer), false);
    harness_buffer_free(&buffer);
}

/* The lists and maps that are open during a walk, with the children left in each. */
struct walk {
    const struct xc_node *open[XC_MAX_DATA_DEPTH + 1];
    size_t n_left[XC_MAX_DATA_DEPTH + 1];
    size_t depth;
};

static void
check_node(const struct xc_node *node, const struct walk *walk)
{
    if (xc_node_is_scalar(node))
        invariant_str(node->text);
    if (walk->depth > 0 && walk->open[walk->depth - 1]->kind == XC_NODE_MAP)
        invariant_str(node->key);
    assert((node->n_children == 0) == (node->first == NULL));
    assert(node->first == NULL || node->kind == XC_NODE_LIST ||
           node->kind == XC_NODE_MAP);
}

/* The node after node, whose children have been seen; NULL at the end. */
static const struct xc_node *
next_node(const struct xc_node *node, struct walk *walk)
{
    while (walk->depth > 0 && node->next == NULL) {
        assert(walk->n_left[walk->depth - 1] == 1);
        node = walk->open[--walk->depth];
    }
    if (walk->depth == 0)
        return NULL;
    assert(walk->n_left[walk->depth - 1] > 1);
    walk->n_left[walk->depth - 1]--;
    return node->next;
}

void
invariant_node(const struct xc_node *root)
{
    struct walk walk = {.depth = 0};
    const struct xc_node *node = root;

    while (node != NULL) {
        check_node(node, &walk);
        if (node->first == NULL) {
            node = next_node(node, &walk);
            continue;
        }
        assert(walk.depth <= XC_MAX_DATA_DEPTH);
        walk.open[walk.depth] = node;
        walk.n_left[walk.depth++] = node->n_children;
        node = node->first;
    }
}

/* The length of the SGR sequence at byte at, 0 when there is none: ESC [ digits ; … m. */
static size_t
colour_at(struct xc_str printed, size_t at)
{
    size_t end = at + 2;

    if (printed.len - at < 3 || printed.ptr[at] != '\x1b' || printed.ptr[at + 1] != '[')
        return 0;
    while (end < printed.len && (printed.ptr[end] == ';' ||
                                 (printed.ptr[end] >= '0' && printed.ptr[end] <= '9')))
        end++;
    return end < printed.len && printed.ptr[end] == 'm' ? end + 1 - at : 0;
}

void
invariant_inert(struct xc_str printed, bool colour)
{
    size_t at;
    size_t len;
    uint32_t code;

    for (at = 0; at < printed.len; at += len) {
        len = colour ? colour_at(printed, at) : 0;
        if (len > 0)
            continue;
        len = xc_utf8_decode(printed, at, &code);
        assert(len > 0);
        assert(code == '\n' || !xc_glyph_is_hidden(code));
    }
}
