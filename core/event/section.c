/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/section.h"

/* What a block does to the sections of an article. */
enum heading {
    HEADS_NOTHING,
    HEADS_ITSELF,  /* "2031: …" */
    HEADS_OTHERS,  /* a heading, or a line that is only a year */
    HEADS_NO_YEAR, /* a heading without one */
};

struct reader {
    const struct xc_text *text;
    const struct xc_signs *signs;
    struct xc_section *sections;
    size_t title;    /* the block that is the article's own heading */
    bool has_labels; /* blocks that begin with different years */
};

/* The one year that the block names, NULL for none or several. */
static const struct xc_sign *
only_year(const struct reader *reader, const struct xc_text_block *block)
{
    const struct xc_sign *year = NULL;
    size_t i = reader->signs->first[block->sentences.first];

    for (; i < reader->signs->first[block->sentences.end]; i++) {
        const struct xc_sign *sign = &reader->signs->all.items[i];
        if (sign->form != XC_SIGN_YEAR || sign->contrast)
            continue;
        if (sign->many || (year != NULL && year->year != sign->year))
            return NULL;
        if (year == NULL)
            year = sign;
    }
    return year;
}

/* The year that begins the block, set apart; NULL for none. */
static const struct xc_sign *
label_of(const struct reader *reader, const struct xc_text_block *block)
{
    size_t i = reader->signs->first[block->sentences.first];
    size_t end = reader->signs->first[block->sentences.first + 1];

    for (; i < end; i++) {
        if (reader->signs->all.items[i].label)
            return &reader->signs->all.items[i];
    }
    return NULL;
}

static bool
is_whole_block(const struct xc_sign *label, const struct xc_text_block *block)
{
    return label->words.first == block->words.first &&
           label->words.end == block->words.end;
}

static enum heading
heading_of(const struct reader *reader, size_t b, const struct xc_sign **out_label)
{
    const struct xc_text_block *block = &reader->text->blocks[b];

    *out_label = NULL;
    if (b <= reader->title || block->sentences.first == block->sentences.end)
        return HEADS_NOTHING;
    if (block->kind == XC_BLOCK_HEADLINE) {
        *out_label = only_year(reader, block);
        return *out_label == NULL ? HEADS_NO_YEAR : HEADS_OTHERS;
    }
    *out_label = label_of(reader, block);
    if (*out_label == NULL)
        return HEADS_NOTHING;
    if (!is_whole_block(*out_label, block))
        return HEADS_ITSELF;
    return reader->has_labels ? HEADS_OTHERS : HEADS_NOTHING;
}

/* Whether blocks of the article begin with different years: then they are a list. */
static bool
find_labels(const struct reader *reader)
{
    int year = 0;
    size_t b;

    for (b = reader->title + 1; b < reader->text->n_blocks; b++) {
        const struct xc_text_block *block = &reader->text->blocks[b];
        const struct xc_sign *label;
        if (block->kind == XC_BLOCK_HEADLINE ||
            block->sentences.first == block->sentences.end)
            continue;
        label = label_of(reader, block);
        if (label == NULL)
            continue;
        if (year != 0 && year != label->year)
            return true;
        year = label->year;
    }
    return false;
}

static size_t
find_title(const struct xc_text *text)
{
    size_t b;

    for (b = 0; b < text->n_blocks; b++) {
        if (text->blocks[b].sentences.first < text->blocks[b].sentences.end)
            break;
    }
    return b;
}

/* The section that the last line with only a year opens ends after one block: what
 * follows may belong to it or to the article. */
static void
end_last(struct reader *reader, size_t last)
{
    size_t n = 0;
    size_t b;

    for (b = last + 1; b < reader->text->n_blocks; b++) {
        struct xc_section *section = &reader->sections[b];
        const struct xc_text_block *block = &reader->text->blocks[b];
        if (section->label != reader->sections[last].label)
            return;
        if (block->sentences.first < block->sentences.end && n++ > 0)
            *section = (struct xc_section){NULL, true};
    }
}

const struct xc_section *
xc_sections_find(const struct xc_text *text, const struct xc_signs *signs,
                 struct xc_arena *arena)
{
    struct reader reader = {.text = text, .signs = signs};
    struct xc_section current = {NULL, false};
    size_t last_plain = SIZE_MAX;
    size_t b;

    reader.sections = xc_arena_array(arena, text->n_blocks, sizeof *reader.sections);
    if (reader.sections == NULL)
        return NULL;
    reader.title = find_title(text);
    reader.has_labels = find_labels(&reader);
    for (b = 0; b < text->n_blocks; b++) {
        const struct xc_sign *label;
        reader.sections[b] = current;
        switch (heading_of(&reader, b, &label)) {
        case HEADS_NOTHING:
            continue;
        case HEADS_ITSELF:
            reader.sections[b] = (struct xc_section){label, false};
            current = (struct xc_section){NULL, reader.has_labels};
            continue;
        case HEADS_NO_YEAR:
            current.unsure |= current.label != NULL;
            current.label = NULL;
            break;
        case HEADS_OTHERS:
            current = (struct xc_section){label, false};
            if (text->blocks[b].kind != XC_BLOCK_HEADLINE)
                last_plain = b;
            break;
        }
        reader.sections[b] = current;
    }
    if (last_plain != SIZE_MAX)
        end_last(&reader, last_plain);
    return reader.sections;
}
