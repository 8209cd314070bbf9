/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/fold.h"

#include <string.h>

#include <utf8proc.h>

#include "base/limits.h"
#include "text/accent.h"
#include "text/character.h"
#include "text/folder.h"

/* The longest decomposition of one character is 18 codes (U+FDFA). */
#define DECOMPOSED_CODES 32

static const utf8proc_option_t fold_options =
    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD;

/* A character with the marks on it, decomposed. */
struct cluster {
    utf8proc_int32_t codes[XC_MAX_CLUSTER_CODES + DECOMPOSED_CODES];
    size_t n;
};

static utf8proc_category_t
category(uint32_t code)
{
    return code > 0x10FFFF ? UTF8PROC_CATEGORY_CN
                           : utf8proc_category((utf8proc_int32_t)code);
}

bool
xc_code_is_letter(uint32_t code)
{
    utf8proc_category_t is = category(code);

    return is >= UTF8PROC_CATEGORY_LU && is <= UTF8PROC_CATEGORY_LO;
}

bool
xc_code_is_mark(uint32_t code)
{
    utf8proc_category_t is = category(code);

    return is >= UTF8PROC_CATEGORY_MN && is <= UTF8PROC_CATEGORY_ME;
}

bool
xc_code_is_digit(uint32_t code)
{
    return category(code) == UTF8PROC_CATEGORY_ND;
}

bool
xc_code_is_upper(uint32_t code)
{
    utf8proc_category_t is = category(code);

    return is == UTF8PROC_CATEGORY_LU || is == UTF8PROC_CATEGORY_LT;
}

bool
xc_code_is_lower(uint32_t code)
{
    return category(code) == UTF8PROC_CATEGORY_LL;
}

uint32_t
xc_code_base(uint32_t code)
{
    utf8proc_int32_t codes[DECOMPOSED_CODES];
    int unused = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)code, codes, DECOMPOSED_CODES,
                                UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &unused);

    return n > 1 && n <= DECOMPOSED_CODES ? (uint32_t)codes[0] : code;
}

/* Decomposes code, folded in case, into codes; returns how many there are. */
static size_t
decompose(uint32_t code, utf8proc_int32_t codes[DECOMPOSED_CODES])
{
    int unused = 0;
    utf8proc_ssize_t n;

    /* The trade mark signs would become letters of the word before them. */
    if (code == 0x2120 || code == 0x2122) {
        codes[0] = (utf8proc_int32_t)code;
        return 1;
    }
    n = utf8proc_decompose_char((utf8proc_int32_t)code, codes, DECOMPOSED_CODES,
                                fold_options, &unused);
    if (n < 1 || n > DECOMPOSED_CODES) {
        codes[0] = (utf8proc_int32_t)code;
        return 1;
    }
    return (size_t)n;
}

/* Whether code may compose with, or be sorted among, what stands before it, of which
 * last is the end: a mark, or a vowel or final of a Hangul syllable. */
static bool
joins(utf8proc_int32_t last, utf8proc_int32_t code)
{
    if (code >= 0x1161 && code <= 0x1175)
        return last >= 0x1100 && last <= 0x1112;
    if (code >= 0x11A8 && code <= 0x11C2)
        return (last >= 0x1161 && last <= 0x1175) ||
               (last >= 0xAC00 && last <= 0xD7A3 && (last - 0xAC00) % 28 == 0);
    return code >= 0x300 && xc_code_is_mark((uint32_t)code);
}

/* Notes a place that holds hidden text, where the folding stands. */
static void
note(struct xc_folder *f, struct xc_hidden_place place, struct xc_span original)
{
    /* What is taken back because a mark joins it leaves earlier places where they are. */
    place.folded = (uint32_t)f->out.n;
    if (f->places.n > 0 && f->places.items[f->places.n - 1].folded > place.folded)
        place.folded = f->places.items[f->places.n - 1].folded;
    place.original = (uint32_t)original.off_bytes;
    place.original_len = (uint32_t)original.len_bytes;
    if (!xc_hidden_note(&f->places, &place, f->out.arena))
        f->out.failed = true;
}

/* Notes the dropped character at the span of the article. */
static void
note_dropped(struct xc_folder *f, struct xc_span original, enum xc_hidden_kind kind)
{
    f->n_hidden++;
    note(f, (struct xc_hidden_place){.n = 1, .kind = kind}, original);
}

/* Adds n codes, of the span of the article, to the cluster unless it is full; the marks
 * that did not fit count as hidden.  Sorting them by combining class is what "canonical
 * order" means. */
static void
cluster_add(struct xc_folder *f, struct cluster *cluster, const utf8proc_int32_t *codes,
            size_t n, struct xc_span original)
{
    size_t i;
    size_t at;

    if (cluster->n > 0 && cluster->n + n > XC_MAX_CLUSTER_CODES) {
        note_dropped(f, original, XC_HIDDEN_ZERO_WIDTH);
        return;
    }
    for (i = 0; i < n; i++) {
        utf8proc_propval_t class = utf8proc_get_property(codes[i])->combining_class;

        for (at = cluster->n; class != 0 && at > 0; at--) {
            if (utf8proc_get_property(cluster->codes[at - 1])->combining_class <= class)
                break;
            cluster->codes[at] = cluster->codes[at - 1];
        }
        cluster->codes[at] = codes[i];
        cluster->n++;
    }
}

/* Puts one folded code, or its plain spelling; the caller has told where it is from. */
static void
put_code(struct xc_folder *f, uint32_t code)
{
    const char *plain = xc_character_plain(code);
    struct xc_fold_writer *out = &f->out;
    char bytes[4];

    /* White space is told by its plain spelling alone: ASCII codes below it have none. */
    if (plain != NULL && plain[0] == ' ') {
        if (out->n > out->block_at && out->bytes[out->n - 1] != ' ')
            xc_fold_writer_put(out, XC_STR(" "));
    } else if (plain != NULL) {
        xc_fold_writer_put(out, xc_str_of(plain));
    } else {
        xc_fold_writer_put(out,
                           (struct xc_str){bytes, xc_character_encode(code, bytes)});
    }
}

static void
put_cluster(struct xc_folder *f, struct cluster *cluster, struct xc_span piece)
{
    utf8proc_ssize_t n = utf8proc_normalize_utf32(
        cluster->codes, (utf8proc_ssize_t)cluster->n, fold_options);
    utf8proc_ssize_t i;

    xc_fold_writer_piece(&f->out, piece);
    for (i = 0; i < n; i++)
        put_code(f, (uint32_t)cluster->codes[i]);
}

/* The last code written in this block, 0 when there is none. */
static utf8proc_int32_t
last_written(const struct xc_folder *f, size_t *out_at)
{
    const struct xc_fold_writer *out = &f->out;
    size_t at = out->n;
    uint32_t code = 0;

    if (at > f->out.block_at) {
        do {
            at--;
        } while (at > f->out.block_at &&
                 ((unsigned char)out->bytes[at] & 0xC0) == 0x80);
        (void)xc_character_decode((struct xc_str){out->bytes, out->n}, at, &code);
    }
    *out_at = at;
    return (utf8proc_int32_t)code;
}

/*
 * Takes the last character and its marks back from the output, because the mark that
 * comes next may compose with it; this works across runs and dropped characters, where
 * backing up in the article would not.  Returns the article offset it came from.
 */
static size_t
take_back(struct xc_folder *f, struct cluster *cluster)
{
    utf8proc_int32_t codes[DECOMPOSED_CODES];
    uint32_t taken[XC_MAX_CLUSTER_CODES];
    size_t n = 0;
    size_t at = 0;
    size_t original = 0;

    while (n < XC_MAX_CLUSTER_CODES && f->out.n > f->out.block_at) {
        taken[n] = (uint32_t)last_written(f, &at);
        original = xc_fold_writer_cut(&f->out, at);
        n++;
        if (!joins(0, (utf8proc_int32_t)taken[n - 1]))
            break;
    }
    while (n > 0) {
        n--;
        cluster_add(f, cluster, codes, decompose(taken[n], codes),
                    (struct xc_span){original, 0});
    }
    return original;
}

static void
drop_hidden(struct xc_folder *f, size_t at, size_t end, uint32_t code)
{
    if (!xc_hidden_is_innocent(f->article, at, end, code, f->previous))
        note_dropped(f, (struct xc_span){at, end - at}, xc_hidden_kind_of(code));
}

/* The word in disguise that the character at `at` of the article is of; NULL: none. */
static const struct xc_disguise *
disguise_at(struct xc_folder *f, size_t at)
{
    const struct xc_disguise *word;

    if (f->next == f->disguises.n)
        return NULL;
    word = &f->disguises.items[f->next];
    while (f->next < f->disguises.n &&
           at >= word->article.off_bytes + word->article.len_bytes) {
        f->next++;
        word++;
        f->next_is_noted = false;
    }
    return f->next < f->disguises.n && at >= word->article.off_bytes ? word : NULL;
}

/* Notes the word in disguise that the letter at `at`, which is folded next, is of. */
static void
note_disguise(struct xc_folder *f, size_t at)
{
    const struct xc_disguise *word = disguise_at(f, at);

    if (word == NULL || f->next_is_noted)
        return;
    note(f,
         (struct xc_hidden_place){.n = (uint32_t)word->n_letters,
                                  .scripts = (uint16_t)word->scripts,
                                  .kind = XC_HIDDEN_LOOK_ALIKE},
         word->article);
    f->next_is_noted = true;
}

/* As decompose, of the character at `at`; in a word in disguise the letter becomes the
 * Latin one that it looks like. */
static size_t
decompose_at(struct xc_folder *f, size_t at, uint32_t code,
             utf8proc_int32_t codes[DECOMPOSED_CODES])
{
    const struct xc_look_alike *line = NULL;
    size_t n = decompose(code, codes);

    if (f->disguises.n > 0 && disguise_at(f, at) != NULL)
        line = xc_look_alike_find(f->look_alikes, code);
    if (line == NULL || line->latin.len == 0)
        return n;
    if (line->latin.len == 2 && n < DECOMPOSED_CODES) {
        memmove(codes + 2, codes + 1, (n - 1) * sizeof *codes);
        codes[1] = (unsigned char)line->latin.ptr[1];
        n++;
    }
    codes[0] = (unsigned char)line->latin.ptr[0];
    return n;
}

/* Folds the character at `at`, which is not plain, and the marks and hidden characters
 * after it; returns the offset after them. */
static size_t
fold_cluster(struct xc_folder *f, size_t at, size_t end)
{
    struct xc_str run = {f->article.ptr, end};
    utf8proc_int32_t codes[DECOMPOSED_CODES];
    struct cluster cluster = {.n = 0};
    size_t first = at;
    size_t kept = at; /* after the last character that the cluster holds */
    utf8proc_int32_t last;
    size_t unused;

    last = last_written(f, &unused);
    while (at < end && (unsigned char)run.ptr[at] >= 0x80) {
        uint32_t code;
        size_t len = xc_character_decode(run, at, &code);
        size_t n;

        if (code == XC_CHARACTER_INVALID || xc_character_plain(code) != NULL)
            break;
        if (xc_character_is_hidden(code)) {
            drop_hidden(f, at, at + len, code);
            at += len;
            continue;
        }
        n = decompose_at(f, at, code, codes);
        if (last != 0 && joins(last, codes[0])) {
            if (cluster.n == 0)
                first = take_back(f, &cluster);
        } else if (cluster.n > 0) {
            break;
        } else {
            first = at;
        }
        note_disguise(f, at);
        cluster_add(f, &cluster, codes, n, (struct xc_span){at, len});
        last = codes[n - 1];
        f->previous = code;
        f->may_disguise |= code >= 0x250 && f->look_alikes != NULL &&
                           xc_look_alike_may_be(f->look_alikes, code);
        at += len;
        kept = at;
    }
    if (cluster.n > 0)
        put_cluster(f, &cluster, (struct xc_span){first, kept - first});
    return at;
}

static void
put_invalid(struct xc_folder *f, size_t at, size_t len)
{
    struct xc_fold_writer *out = &f->out;
    struct xc_fold_step *last = out->n_steps > 0 ? &out->steps[out->n_steps - 1] : NULL;

    f->n_invalid++;
    f->previous = XC_CHARACTER_REPLACEMENT;
    /* A stretch of garbage is one piece, or its map would outgrow it many times. */
    if (last != NULL && !last->linear && last->folded >= out->block_at &&
        out->n - last->folded >= 3 && last->original + last->original_len == at &&
        memcmp(out->bytes + last->folded, "\xEF\xBF\xBD", 3) == 0)
        last->original_len += (uint32_t)len;
    else
        xc_fold_writer_piece(out, (struct xc_span){at, len});
    xc_fold_writer_put(out, XC_STR("\xEF\xBF\xBD"));
}

static bool
is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* The bytes after the control character code that a terminal would take for the rest of
 * an escape sequence ("[1;31m" after an escape), which nobody reads either. */
static size_t
sequence_rest(struct xc_str text, size_t at, uint32_t code)
{
    unsigned char first = at < text.len ? (unsigned char)text.ptr[at] : 0;
    size_t i = at + 1;

    /* In mislabelled windows-1252 the one-character form is a quotation mark, so that a
     * number must follow it. */
    if (!(code == 0x1B && first == '[') && !(code == 0x9B && is_digit(first)))
        return 0;
    while (i < text.len && i - at < XC_MAX_ESCAPE_BYTES && text.ptr[i] >= '0' &&
           text.ptr[i] <= '?')
        i++;
    return i < text.len && text.ptr[i] >= '@' && text.ptr[i] <= '~' ? i + 1 - at : 0;
}

size_t
xc_folder_special(struct xc_folder *f, size_t at, size_t end)
{
    uint32_t code;
    size_t len = xc_character_decode((struct xc_str){f->article.ptr, end}, at, &code);
    const char *plain;
    char joint;

    if (code == XC_CHARACTER_INVALID) {
        put_invalid(f, at, len);
        return at + len;
    }
    if (xc_character_is_control(code)) {
        len += sequence_rest((struct xc_str){f->article.ptr, end}, at + len, code);
        note_dropped(f, (struct xc_span){at, len}, XC_HIDDEN_CONTROL);
        return at + len;
    }
    plain = xc_character_plain(code);
    if (plain != NULL) {
        f->previous = code;
        xc_fold_writer_piece(&f->out, (struct xc_span){at, len});
        put_code(f, code);
        return at + len;
    }
    joint = xc_character_joint(code);
    if (joint != '\0' && is_digit(f->previous) && f->out.n > f->out.block_at &&
        is_digit((unsigned char)f->out.bytes[f->out.n - 1])) {
        xc_fold_writer_piece(&f->out, (struct xc_span){at, len});
        xc_fold_writer_put(&f->out, (struct xc_str){&joint, 1});
    }
    return fold_cluster(f, at, end);
}
