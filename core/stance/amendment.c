/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/amendment.h"

#include "base/table.h"
#include "stance/retraction.h"

struct article {
    const struct xc_lexicon *lexicon;
    const struct xc_text *text;
};

/* "Correction: …", "Update (9 May): …": whether words [first, end) of a block begin so. */
static bool
begins_with_label(const struct article *article, size_t block, size_t first, size_t end)
{
    static const size_t longest_label = 4;
    const struct xc_text *text = article->text;
    size_t i;

    if (first == end ||
        (!xc_lexicon_stance_word_is(article->lexicon, text->words.items[first].key,
                                    XC_STANCE_WORD_AMENDMENT) &&
         !xc_str_is(text->words.items[first].key, "update")))
        return false;
    for (i = first + 1; i < end && i - first <= longest_label; i++) {
        struct xc_str gap = xc_text_gap(text, block, i);

        if (xc_str_find(gap, 0, ':') < gap.len)
            return true;
    }
    return false;
}

/* Whether sentence s, or its paragraph, corrects what stands elsewhere. */
static bool
is_amendment(const struct article *article, size_t s)
{
    const struct xc_sentence *sentence = &article->text->sentences[s];
    struct xc_range paragraph = article->text->blocks[sentence->block].words;

    return begins_with_label(article, sentence->block, sentence->words.first,
                             sentence->words.end) ||
           begins_with_label(article, sentence->block, paragraph.first, paragraph.end);
}

enum side { SIDE_NONE, SIDE_ASSERTED, SIDE_DENIED };

static enum side
own_side(const struct xc_stance_reading *reading)
{
    if (reading->voice.kind != XC_VOICE_OWN)
        return SIDE_NONE;
    if (reading->stance == XC_STANCE_ASSERTED)
        return SIDE_ASSERTED;
    return reading->stance == XC_STANCE_DENIED ? SIDE_DENIED : SIDE_NONE;
}

/* What goes before all else that the article says of a claim. */
struct last_word {
    enum side side;
    size_t sentence;
};

/* The last word of the mention, if it has one; SIDE_NONE: it has none. */
static struct last_word
last_word_of(const struct article *article, const struct xc_retold *mention)
{
    const struct xc_stance_reading *reading = mention->reading;
    struct last_word made = {SIDE_NONE, mention->sentence};

    if (reading->retold_in > 0) {
        made.sentence = reading->retold_in - 1;
        made.side = own_side(reading);
    } else if (is_amendment(article, mention->sentence)) {
        made.side = own_side(reading);
        /* "An earlier version said so": it says so no more. */
        if (reading->stance == XC_STANCE_UNRESOLVED &&
            reading->voice.kind == XC_VOICE_OWN)
            made.side = SIDE_DENIED;
    }
    return made;
}

static enum xc_status
overrule(const struct article *article, const struct last_word *last,
         const struct xc_retold *mention, struct xc_arena *arena)
{
    const struct xc_text *text = article->text;
    size_t block = text->sentences[mention->sentence].block;
    enum side side = own_side(mention->reading);

    if (last->side == SIDE_NONE || side == SIDE_NONE || side == last->side ||
        (mention->sentence >= last->sentence &&
         text->blocks[block].kind != XC_BLOCK_HEADLINE))
        return XC_OK;
    mention->reading->stance = XC_STANCE_UNRESOLVED;
    return xc_retraction_note(text, last->sentence, arena, mention->reading);
}

enum xc_status
xc_amendments_spread(const struct xc_lexicon *lexicon, const struct xc_text *text,
                     const struct xc_retold *mentions, size_t n, struct xc_arena *arena)
{
    const struct article article = {lexicon, text};
    struct last_word *words = xc_arena_array(arena, n + 1, sizeof *words);
    struct xc_table by_claim = {0};
    enum xc_status status = XC_OK;
    size_t found;
    size_t i;

    if (words == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        struct xc_str claim = {(const char *)&mentions[i].claim, sizeof(void *)};

        words[i] = last_word_of(&article, &mentions[i]);
        if (words[i].side == SIDE_NONE)
            continue;
        if (!xc_table_add(&by_claim, claim, i, arena, &found))
            return XC_NO_MEMORY;
        if (words[found].sentence < words[i].sentence)
            words[found] = words[i];
    }
    for (i = 0; i < n && status == XC_OK; i++) {
        struct xc_str claim = {(const char *)&mentions[i].claim, sizeof(void *)};

        if (xc_table_get(&by_claim, claim, &found))
            status = overrule(&article, &words[found], &mentions[i], arena);
    }
    return status;
}
